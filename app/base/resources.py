"""Where the data files of the program are; the only place that knows the source tree from the built program."""

import sys
from functools import cache
from pathlib import Path


@cache
def root() -> Path:
    """The folder that holds `resources/`."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) if frozen else Path(__file__).resolve().parents[2]


def path(*parts: str) -> Path:
    """The path of one resource, for example `path("calendar", "kz.json")`."""
    return root().joinpath("resources", *parts)
