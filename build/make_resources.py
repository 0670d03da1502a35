"""Makes the generated files of `resources/`: `python build/make_resources.py [fonts] [icons] [lists] [calendar]`.

Without a name it makes all of them. The results are committed, so neither the program nor its tests fetch anything.
`docs/resources.md` says which files are made here and which are written by hand.
"""

import argparse

import make_calendar
import make_fonts
import make_icons
import make_lists

PARTS = {
    "fonts": make_fonts.make,
    "icons": make_icons.make,
    "lists": make_lists.make,
    "calendar": make_calendar.make,
}


def main() -> None:
    """Make the parts named on the command line, or all."""
    parser = argparse.ArgumentParser(description="Make the generated files of resources/.")
    parser.add_argument("parts", nargs="*", help=f"of: {', '.join(PARTS)}; none means all")
    chosen = parser.parse_args().parts or list(PARTS)
    for unknown in set(chosen) - set(PARTS):
        parser.error(f"no part is called {unknown}")
    for part in chosen:
        PARTS[part]()


if __name__ == "__main__":
    main()
