"""What an office may decide: the table of `readings.md` 2, typed, each value with its default and its bounds.

A change is the fact `setting.changed` with the written form of the value. What the Law itself fixes is no setting; what
belongs to one computer is a local table of the store.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any, Literal, NamedTuple, overload

from app.base.errors import Refusal
from app.domain.birth import LeapDay

Kind = Literal["number", "number_or_none", "numbers", "word", "flag", "share", "day_of_month"]
DayKind = Literal["calendar_days", "working_days"]


class MonthDay(NamedTuple):
    """The n-th day of a month, calendar or working."""

    number: int
    days: DayKind


Value = int | bool | str | tuple[int, ...] | Fraction | MonthDay | None


class Setting(NamedTuple):
    """One thing that an office may decide.

    *Shape*: `allowed` holds the words of a word, the lowest and the highest number of numbers; one number twice
    means that nothing else is allowed.
    """

    key: str
    kind: Kind
    default: Value
    allowed: tuple[str, ...] | tuple[int, int]
    reading: str

    @property
    def description(self) -> str:
        """The message key of the sentence that describes the setting."""
        return "setting-" + self.key.replace(".", "-").replace("_", "-")


_YES_NO = ("yes", "no")

_TABLE = (
    # Calendar days.
    Setting("border.handover_target", "number", 1, (0, 365), "f-05"),
    Setting("sur_place.term", "number", 5, (5, 5), "f-36"),
    Setting("fingerprint.target", "number", 3, (1, 365), "f-14"),
    # Months; the practice gives at most three (X-cert).
    Setting("certificate.validity", "number", 3, (1, 3), "X-cert"),
    # Days before.
    Setting("certificate.expiry_alert", "number", 14, (1, 92), "X-cert"),
    Setting("decision.alerts", "numbers", (30, 10), (1, 366), "L-11.1a"),
    Setting("postponement.limit_from", "word", "registration", ("registration", "postponement_decision"), "f-04"),
    Setting("status.valid_to_convention", "word", "same_date", ("same_date", "day_before"), "f-08"),
    Setting("extension.alerts", "numbers", (60, 45, 35), (1, 366), "f-09"),
    # Days before the expiry by which to decide; 0 is the last day of the status.
    Setting("extension.decide_by", "number", 0, (0, 365), "f-09"),
    Setting("extension.starts", "word", "previous_expiry", ("previous_expiry",), "f-42"),
    # Working days.
    Setting("extension.refusal_copy_term", "number", 5, (1, 365), "f-41"),
    Setting("termination.notice_term", "number_or_none", 5, (1, 365), "f-11"),
    # Months from the day the person learned of the act (APPC, Art. 92).
    Setting("appeal.term", "number", 3, (1, 36), "L-15"),
    Setting("departure.month_starts", "word", "appeal_end", ("appeal_end", "decision"), "f-03"),
    Setting("stay.refugee_appeal_protected", "flag", True, _YES_NO, "f-37"),
    # A day of the following month.
    Setting("monthly_list.due", "day_of_month", MonthDay(5, "working_days"), (1, 31), "f-18"),
    Setting("majority.alerts", "numbers", (90, 30), (1, 366), "X-18"),
    Setting("majority.leap_day", "word", "03-01", ("03-01", "02-28"), "X-18"),
    # A share of the members, or their number.
    Setting("commission.quorum", "share", Fraction(2, 3), (1, 99), "L-6-1.6"),
    Setting(
        "commission.majority", "word", "simple_chair_casts", ("simple_chair_casts", "simple", "two_thirds"), "L-6-1.6"
    ),
    Setting("transliteration.q", "word", "K", ("K", "Q"), "reference.md 6"),
    Setting("stages.targets", "flag", False, _YES_NO, "grounds.md 6"),
    Setting("residence_procedure.times", "word", "appendix_1", ("appendix_1", "paragraph_9"), "grounds.md 7"),
    Setting("template.official", "flag", False, _YES_NO, "forms.md 1"),
    # Working days before the target on which what is sent must leave; no courier when none.
    Setting("courier.days_before", "number_or_none", None, (1, 60), "issue 3"),
)

SETTINGS: Mapping[str, Setting] = {setting.key: setting for setting in _TABLE}


def parse(key: str, value: object) -> Value:
    """The typed value of what was entered or recorded for a setting.

    *Shape*: text in its written form (`written`), or a value that is typed already.
    *Refuses*: `setting.unknown`, `setting.value`.
    """
    setting = SETTINGS.get(key)
    if setting is None:
        raise Refusal("setting.unknown", field=key, key=key)
    text = value.strip() if isinstance(value, str) else written(value)
    try:
        return _PARSERS[setting.kind](setting, text)
    except ValueError:
        raise Refusal("setting.value", field=key, key=key, value=text) from None


def written(value: object) -> str:
    """The form in which a value stands in `setting.changed`: `30,10`, `2/3`, `5 working_days`, `yes`, `none`."""
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, MonthDay):
        return f"{value.number} {value.days}"
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    if isinstance(value, tuple | list):
        return ",".join(map(str, value))
    return str(value)


class Settings:
    """The values of an office: what it decided, and the defaults for the rest.

    A recorded value that this program cannot read (from a newer one) leaves the default in place: it is a fact, and
    facts are never refused.
    """

    def __init__(self, values: Mapping[str, object]) -> None:
        self._values: dict[str, Value] = {key: setting.default for key, setting in SETTINGS.items()}
        for key, value in values.items():
            try:
                self._values[key] = parse(key, value)
            except Refusal:
                continue

    @property
    def chosen(self) -> dict[str, str]:
        """Every value in force, as it is written."""
        return {key: written(value) for key, value in self._values.items()}

    def __getitem__(self, key: str) -> Value:
        """The value of a setting, whatever its type."""
        return self._values[key]

    def number(self, key: str) -> int:
        """The value of a setting that is a number."""
        return int(self._typed(key, "number"))

    def number_or_none(self, key: str) -> int | None:
        """The value of a setting that is a number or nothing at all."""
        value = self._typed(key, "number_or_none")
        return None if value is None else int(value)

    def numbers(self, key: str) -> tuple[int, ...]:
        """The numbers of a setting, the largest first."""
        return tuple(self._typed(key, "numbers"))

    def flag(self, key: str) -> bool:
        """The value of a setting that is yes or no."""
        return bool(self._typed(key, "flag"))

    def share(self, key: str) -> Fraction | int:
        """A share of the members, or a number of them."""
        value: Fraction | int = self._typed(key, "share")
        return value

    def day_of_month(self, key: str) -> MonthDay:
        """The day of a month that a setting names."""
        value: MonthDay = self._typed(key, "day_of_month")
        return value

    @overload
    def word(self, key: Literal["majority.leap_day"]) -> LeapDay: ...
    @overload
    def word(self, key: Literal["transliteration.q"]) -> Literal["K", "Q"]: ...
    @overload
    def word(self, key: str) -> str: ...
    def word(self, key: str) -> str:
        """The word that was chosen among those of a setting."""
        return str(self._typed(key, "word"))

    def _typed(self, key: str, kind: Kind) -> Any:
        if SETTINGS[key].kind != kind:
            raise TypeError(f"{key} is a {SETTINGS[key].kind}, not a {kind}")
        return self._values[key]


def _bounded(setting: Setting, text: str) -> int:
    low, high = setting.allowed
    if not re.fullmatch(r"[0-9]{1,4}", text) or not int(low) <= int(text) <= int(high):
        raise ValueError(text)
    return int(text)


def _one_of(setting: Setting, text: str) -> str:
    if text not in setting.allowed:
        raise ValueError(text)
    return text


def _numbers(setting: Setting, text: str) -> tuple[int, ...]:
    found = {_bounded(setting, part.strip()) for part in text.split(",")}
    return tuple(sorted(found, reverse=True))


def _share(setting: Setting, text: str) -> Fraction | int:
    if "/" not in text:
        return _bounded(setting, text)
    over, under = (_bounded(setting, part.strip()) for part in text.split("/"))
    if over > under:
        raise ValueError(text)
    return Fraction(over, under)


def _day_of_month(setting: Setting, text: str) -> MonthDay:
    number, _, days = text.partition(" ")
    if days == "calendar_days":
        return MonthDay(_bounded(setting, number), "calendar_days")
    # No month has more than 23 working days; beyond 15 a month of holidays may have too few.
    if days != "working_days" or _bounded(setting, number) > 15:
        raise ValueError(text)
    return MonthDay(int(number), "working_days")


_PARSERS: Mapping[Kind, Callable[[Setting, str], Value]] = {
    "number": _bounded,
    "number_or_none": lambda setting, text: None if text == "none" else _bounded(setting, text),
    "numbers": _numbers,
    "word": _one_of,
    "flag": lambda setting, text: _one_of(setting, text) == "yes",
    "share": _share,
    "day_of_month": _day_of_month,
}
