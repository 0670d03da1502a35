"""How the generated lists are written: JSON, UTF-8, one entry a line, so that a change shows as one line.

Which entries there are stands in the `make_*` scripts.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

RESOURCES = Path(__file__).resolve().parents[1] / "resources"


def line(value: Any) -> str:
    """One value on one line, letters as they are."""
    return json.dumps(value, ensure_ascii=False)


def rows(entries: Sequence[Any], indent: str = "  ") -> str:
    """A list with one entry a line."""
    return "[\n" + ",\n".join(indent + line(entry) for entry in entries) + "\n" + indent[2:] + "]"


def save(path: Path, text: str) -> None:
    """Write one generated file and say so."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")
    print(f"wrote {path.relative_to(RESOURCES.parent)}")
