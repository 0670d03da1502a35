"""Pieces that the boxes of several forms share. What a single form needs lives next to that form."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Language = Literal["kk", "ru"]
Day = date | str  # a str is printed as it stands: a year of birth, "шамамен 1986 / около 1986"


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """What the small line at the foot says and which marks lie across the sheet; never personal data."""

    office: str
    number: str
    program: str
    control: str
    printed_at: str = ""
    specimen: bool = True
    demo: bool = False


@dataclass(frozen=True)
class Bilingual:
    """One thing said in Kazakh and in Russian."""

    kk: str = ""
    ru: str = ""


NOTHING = Bilingual()


@dataclass(frozen=True, kw_only=True)
class Minor:
    """One row of the table of family members under 18."""

    name: str
    born: Day
    sex: Bilingual
    relation: Bilingual
    name_latin: str = ""


@dataclass(frozen=True, kw_only=True)
class PersonLine:
    """One person named in a letter, in the letter's own language."""

    name: str
    born: Day
    citizenship: str = ""
    relation: str = ""
    name_latin: str = ""


@dataclass(frozen=True, kw_only=True)
class Official:
    """Who signs: the name and the post."""

    name: str
    post: str = ""


@dataclass(frozen=True, kw_only=True)
class BilingualOfficial:
    """Who signs a bilingual sheet: the name and the post in both languages."""

    name: str
    post: Bilingual = NOTHING


@dataclass(frozen=True, kw_only=True)
class Letterhead:
    """The office as its letterhead names it, in the letter's own language."""

    office: str
    place: str
    address: str = ""
