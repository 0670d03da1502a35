"""The facts on who somebody is: corrections, and two entries found to be one person (`docs/model.md` 2, 3.1)."""

from datetime import date
from typing import Literal

from app.domain.birth import BirthDate
from app.domain.facts.base import Fact, kind
from app.domain.facts.values import Names, Sex, Stateless, Value


class PersonChanges(Value, frozen=True, kw_only=True):
    """The fields of a person that are corrected; None means that the field stays as it is."""

    names: Names | None = None
    sex: Sex | None = None
    birth: BirthDate | None = None
    birth_place: str | None = None
    citizenships: tuple[str, ...] | None = None
    stateless: Stateless | None = None
    residence_country: str | None = None
    languages: tuple[str, ...] | None = None
    marital: str | None = None
    iin: str | None = None
    parents: tuple[str, ...] | None = None
    from_words: bool | None = None


@kind("person.corrected")
class PersonCorrected(Fact, frozen=True, kw_only=True):
    """Data of a person were corrected, with the reason and what shows it."""

    person: str
    changes: PersonChanges
    reason: str
    document: str
    on: date


@kind("duplicate.judged")
class DuplicateJudged(Fact, frozen=True, kw_only=True):
    """Two entries were compared; a pair found to be different is not offered again."""

    persons: tuple[str, ...]
    verdict: Literal["same", "different"]
    reasons: str
    on: date


@kind("persons.merged")
class PersonsMerged(Fact, frozen=True, kw_only=True):
    """Two ids are one human being; lists show the one that is kept."""

    keep: str
    gone: str
    reasons: str
    on: date


@kind("merge.undone")
class MergeUndone(Fact, frozen=True, kw_only=True):
    """Two ids are two human beings after all."""

    keep: str
    gone: str
    reasons: str
    on: date


@kind("case.merged")
class CaseMerged(Fact, frozen=True, kw_only=True):
    """This file is a duplicate: it goes on in another one, and closes with DUP."""

    into: str
    on: date
    reasons: str = ""
