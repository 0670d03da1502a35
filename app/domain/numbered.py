"""Finding a decision or a certificate by the number that somebody typed; how numbers are made lives in `numbers`."""

from collections.abc import Iterable
from typing import Protocol, TypeVar


class Numbered(Protocol):
    """What carries a number."""

    @property
    def number(self) -> str:
        """The number as it was given."""


T = TypeVar("T", bound=Numbered)


def numbered(found: Iterable[T], typed: str) -> T | None:
    """The one of a number: as it stands, else whatever its capital and small letters.

    *Shape*: a number from a paper file keeps its letters, and people type them either way.
    """
    known = tuple(found)
    wanted = typed.strip()
    exact = next((one for one in known if one.number == wanted), None)
    return exact or next((one for one in known if one.number.casefold() == wanted.casefold()), None)
