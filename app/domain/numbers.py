"""Numbers of applications, certificates, decisions, minutes, letters, receipts and tickets, and their check digit.

Counters are kept by the store; pre-numbered blanks of the printing house are not numbers of this kind.
"""

import re
from typing import Literal, cast

import msgspec

from app.base.errors import Refusal

Letter = Literal["A", "C", "D", "M", "L", "R", "T"]

LETTERS: tuple[Letter, ...] = ("A", "C", "D", "M", "L", "R", "T")
"""Application, asylum-seeker certificate, decision, minutes, letter or notice, border receipt, ticket of a card."""

WEIGHTS = (7, 3, 1)

LOOK_ALIKES = str.maketrans("АВЕКМНОРСТХУІЈҚ", "ABEKMHOPCTXYIJQ")
"""Cyrillic capitals that a clerk types for the Latin ones when the keyboard was not switched; Қ stands on no Latin
plate but is how Q is read aloud in Kazakh (QAR, QOS, QYZ)."""

_DASHES = re.compile(r"[\s\-‐‑‒–—―−.·_/]+")
_FORM = re.compile(rf"([{''.join(LETTERS)}])([A-Z]{{3}}[0-9]{{2}})([0-9]{{2}})([0-9]{{2}})([0-9]{{5,9}})([0-9])")


class Number(msgspec.Struct, frozen=True):
    """A number in its parts; `str()` gives it with dashes.

    *Shape*: year is the two last digits of the local year of the act.
    """

    letter: Letter
    office: str
    year: int
    workstation: int
    counter: int

    def __str__(self) -> str:
        return make(self.letter, self.office, self.year, self.workstation, self.counter)


def check_digit(text: str) -> int:
    """The check digit 7-3-1 of Doc 9303 over letters and digits; a filler `<` counts 0."""
    return sum((0 if sign == "<" else int(sign, 36)) * WEIGHTS[i % 3] for i, sign in enumerate(text)) % 10


def make(letter: Letter, office: str, year: int, workstation: int, counter: int) -> str:
    """Write a number: `A-ALA01-26-01-00017-1`.

    *Shape*: year may be 2026 or 26; the counter grows beyond five digits when it must, to nine at most.
    """
    parts = (letter, office, f"{year % 100:02}", f"{workstation:02}", f"{counter:05}")
    body = "".join(parts)
    if letter not in LETTERS or not _FORM.fullmatch(body + "0") or workstation > 99:
        raise ValueError(body)
    return "-".join((*parts, str(check_digit(body))))


def parse(text: str, field: str = "number") -> Number:
    """Read a number as typed: with or without dashes, in lower case, with Cyrillic look-alikes.

    *Refuses*: number.form, number.check_digit.
    """
    plain = _DASHES.sub("", text.upper().translate(LOOK_ALIKES))
    match = _FORM.fullmatch(plain) if plain.isascii() else None
    if not match or (len(match[5]) > 5 and match[5].startswith("0")):
        raise Refusal("number.form", field=field, typed=text.strip())
    if check_digit(plain[:-1]) != int(plain[-1]):
        raise Refusal("number.check_digit", field=field, typed=text.strip())
    return Number(cast(Letter, match[1]), match[2], int(match[3]), int(match[4]), int(match[5]))
