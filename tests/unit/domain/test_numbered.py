"""Numbers as people type them: the exact one first, then whatever its letters."""

from dataclasses import dataclass

import pytest

from app.domain.numbered import numbered


@dataclass
class Numbered:
    number: str


KNOWN = [Numbered("7-р/23"), Numbered("7-Р/23"), Numbered("D-1")]


@pytest.mark.parametrize(
    ("typed", "found"), [("7-р/23", 0), (" 7-Р/23 ", 1), ("d-1", 2), ("D-1", 2), ("d-2", None), ("", None)]
)
def test_the_exact_number_comes_first(typed: str, found: int | None) -> None:
    assert numbered(KNOWN, typed) is (KNOWN[found] if found is not None else None)
