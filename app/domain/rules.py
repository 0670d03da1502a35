"""The rules of the Law by date: which edition of a rule is in force on a day, and what that switches.

Intake asks with the registration date, decisions with the decision date (A15). The grounds of Art. 12-14 have their own
dates in `grounds.json`; what a rule does lives in the module that carries it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from typing import Literal, NamedTuple

import msgspec

from app.base import resources
from app.base.errors import Refusal

Wording = Literal["known", "unknown"]
StayWording = Literal["registration", "place_of_stay", "unknown"]
Language = Literal["kk", "ru", "en"]

LAW_FROM = date(2010, 1, 1)
"""Art. 21: the Law entered into force; a provision with no amendment noted takes this date (f-20)."""
BOOKLET_157 = "157/2024"
"""The sample of the refugee certificate by ministry order 157 of 22.05.2024 (f-32)."""


class Edition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One wording of a rule and the days on which it is in force.

    *Shape*: `effective_from` None is an unknown date, which never hides the rule (f-20); `wording` "unknown" says that
    the text of this period is not at hand and is never guessed.
    """

    effective_from: date | None
    until: date | None
    wording: Wording
    note: str

    def holds(self, on: date) -> bool:
        """True when this edition may be the one of a day."""
        return (self.effective_from is None or self.effective_from <= on) and (self.until is None or on <= self.until)


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One rule: its id, the article, a short title, its editions from the oldest to the newest."""

    id: str
    article: str
    kk: str
    ru: str
    en: str
    editions: tuple[Edition, ...]

    def title(self, language: Language) -> str:
        """The short title in a language."""
        return {"kk": self.kk, "ru": self.ru, "en": self.en}[language]


class IntakeRules(NamedTuple):
    """What the registration date switches.

    *Shape*: `place_of_stay_wording` is "unknown" between 01.01.2024 and 27.05.2024 (f-39).
    """

    certificate_same_day: bool
    fingerprints_required: bool
    place_of_stay_wording: StayWording
    seeker_from_intention: bool


class DecisionRules(NamedTuple):
    """What the decision date switches; an empty `booklet_sample` is an unknown one."""

    fingerprint_condition: bool
    ground_10: bool
    booklet_sample: str
    appeals_under_general_law: bool


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule by its id."""
    content = resources.path("law", "rules.json").read_bytes()
    return {rule.id: rule for rule in msgspec.json.decode(content, type=tuple[Rule, ...])}


def rule(code: str) -> Rule:
    """The rule of an id.

    *Refuses*: `law.rule_unknown`.
    """
    found = rules().get(code)
    if found is None:
        raise Refusal("law.rule_unknown", field="rule", code=code)
    return found


def edition(code: str, on: date) -> Edition | None:
    """The edition of a rule on a day, or None before the rule was there or after it was deleted.

    *Law*: A15, f-20: among the editions that hold, the newest dated one wins; one of unknown date stands for every day
    that no dated one covers.
    *Refuses*: `law.rule_unknown`.
    """
    held = [one for one in rule(code).editions if one.holds(on)]
    dated = [one for one in held if one.effective_from is not None]
    found = dated or held
    return found[-1] if found else None


def in_force(code: str, on: date) -> bool:
    """True when some edition of a rule holds on a day, its wording known or not.

    *Refuses*: `law.rule_unknown`.
    """
    return edition(code, on) is not None


@cache
def fingerprints_from() -> date:
    """The day from which fingerprint registration is asked for: the suspension of Art. 21 ended (L-10.6c, A15)."""
    dated = (one.effective_from for one in rule("L-10.6c").editions)
    return next(day for day in dated if day is not None)


@lru_cache(maxsize=4096)
def rules_for_intake(registered_on: date) -> IntakeRules:
    """The rules of a registration, by its date.

    *Law*: A15; L-10.6a, L-10.6b, L-10.6c, L-1.6, f-39.
    """
    return IntakeRules(
        certificate_same_day=in_force("L-10.6a", registered_on),
        fingerprints_required=in_force("L-10.6c", registered_on),
        place_of_stay_wording=_stay_wording(registered_on),
        seeker_from_intention=_newest("L-1.6", registered_on),
    )


@lru_cache(maxsize=4096)
def rules_for_decision(decided_on: date) -> DecisionRules:
    """The rules of a decision, by its date.

    *Law*: A15, f-16; L-11.1a, L-12, L-11.5b, L-15.
    """
    return DecisionRules(
        fingerprint_condition=_newest("L-11.1a", decided_on),
        ground_10=_newest("L-12", decided_on),
        booklet_sample=BOOKLET_157 if _newest("L-11.5b", decided_on) else "",
        appeals_under_general_law=_newest("L-15", decided_on),
    )


def _newest(code: str, on: date) -> bool:
    return edition(code, on) == rule(code).editions[-1]


def _stay_wording(on: date) -> StayWording:
    found = edition("L-10.6b", on)
    if found is None or found.wording == "unknown":
        return "unknown"
    return "place_of_stay" if _newest("L-10.6b", on) else "registration"
