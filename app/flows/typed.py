"""Typed text of a draft becomes dates, moments and words; refusals are collected by field. No rule of the law."""

import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, TypeVar

from app.base.clock import LOCAL
from app.base.errors import Refusal
from app.domain import birth
from app.domain.birth import BirthDate
from app.domain.mrz import name_field

T = TypeVar("T")
Values = Mapping[str, Any]

_WIDE = 400
_SCRIPTS = {
    "ARABIC": "Arab",
    "CYRILLIC": "Cyrl",
    "LATIN": "Latn",
    "CJK": "Hani",
    "ETHIOPIC": "Ethi",
    "HEBREW": "Hebr",
    "DEVANAGARI": "Deva",
    "GEORGIAN": "Geor",
    "ARMENIAN": "Armn",
    "HANGUL": "Hang",
}


class Problems(dict[str, Refusal]):
    """Refusals by field; the first of a field stays."""

    def put(self, field: str, refusal: Refusal) -> None:
        """Note a refusal of a field."""
        refusal.field = field
        self.setdefault(field, refusal)

    def take(self, field: str, read: Callable[[], T]) -> T | None:
        """What a reading gives, or None with its refusal noted."""
        try:
            return read()
        except Refusal as refusal:
            self.put(field, refusal)
            return None

    def under(self, prefix: str) -> "Problems":
        """The same refusals with the fields of a row."""
        found = Problems()
        for field, refusal in self.items():
            found.put(f"{prefix}.{field}", refusal)
        return found


def word(values: Values, name: str) -> str:
    """A text of the draft without blanks around it."""
    return str(values.get(name) or "").strip()


def chosen(values: Values, name: str) -> bool:
    """True when a flag of the draft is set."""
    return bool(values.get(name))


def born(values: Values, today: date, name: str = "birth") -> BirthDate:
    """The date of birth.

    *Refuses*: `intake.required`, and as `birth.parse_birth`.
    """
    if not word(values, name):
        raise Refusal("intake.required", field=name)
    return birth.parse_birth(word(values, name), today, name)


def day(values: Values, name: str) -> date | None:
    """A whole date, or None where nothing was typed.

    *Refuses*: as `birth.parse_date`.
    """
    return birth.parse_date(word(values, name), name) if word(values, name) else None


def moment(values: Values, name: str) -> datetime | None:
    """A date with a time of day, or None where nothing was typed.

    *Refuses*: as `birth.parse_moment`.
    """
    return birth.parse_moment(word(values, name), name) if word(values, name) else None


def birth_text(text: str, today: date) -> str:
    """A date of birth in the way in which it stands in drafts and fields: `31.12.1986`, `12.1986`, `~1986`."""
    return birth.typed_form(birth.parse_birth(text, today))


def date_text(text: str) -> str:
    """A date in the way in which it stands in drafts and fields."""
    return show_day(birth.parse_date(text, ""))


def moment_text(text: str) -> str:
    """A moment in the way in which it stands in drafts and fields, at UTC+5."""
    return show_moment(birth.parse_moment(text, ""))


def show_day(value: date | None) -> str:
    """A date as it is typed, or empty."""
    return value.strftime("%d.%m.%Y") if value else ""


def show_moment(value: datetime | None) -> str:
    """A moment as it is typed, at UTC+5, or empty."""
    return value.astimezone(LOCAL).strftime("%d.%m.%Y %H:%M") if value else ""


def zone_spelling(latin: str) -> str:
    """A Latin name as a machine-readable zone spells it, whatever its length.

    *Refuses*: `mrz.not_latin`.
    """
    return " ".join(name_field(latin, "", _WIDE).replace("<", " ").split()) if latin else ""


def script_of(text: str) -> str:
    """The script (ISO 15924) of the first letter of a name; empty where it is none of those met here."""
    letter = next((sign for sign in text if sign.isalpha()), "")
    first = unicodedata.name(letter, "").split(" ")[0].split("-")[0] if letter else ""
    return _SCRIPTS.get(first, "")


def reads_from_right(text: str) -> bool:
    """True where the first letter belongs to a script that is written from the right."""
    letter = next((sign for sign in text if sign.isalpha()), "")
    return unicodedata.bidirectional(letter) in {"R", "AL"} if letter else False
