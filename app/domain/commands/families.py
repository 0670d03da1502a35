"""Commands of the family over time, of duplicates, of the office and of looking (Art. 10(5), 11(2), 11(4), 16)."""

from datetime import date
from typing import Literal

from app.domain.commands.parts import Command
from app.domain.facts.course import FamilyEvent


class ChangeFamily(Command, frozen=True, kw_only=True):
    """Something happened to the family: marriage, divorce, death, a reunion (L-11.2e, L-11.4)."""

    case: str
    event: FamilyEvent
    persons: tuple[str, ...]
    on: date
    evidence: str = ""
    other_case: str = ""


class GiveOwnFile(Command, frozen=True, kw_only=True):
    """A minor gets an own file: 18 reached, or unaccompanied after all (X-18, L-10.7b)."""

    case: str
    minor: str
    reason: Literal["turned_18", "unaccompanied"] = "turned_18"


class MoveMinor(Command, frozen=True, kw_only=True):
    """A minor moves to the application of the other parent."""

    case: str
    minor: str
    to: str
    reason: str = ""


class StrikeMinor(Command, frozen=True, kw_only=True):
    """A minor was listed in error, or died."""

    case: str
    minor: str
    reason: str


class SucceedPrincipal(Command, frozen=True, kw_only=True):
    """The applicant died or withdrew: the minors go to a successor's file, or get own files (L-10.5, L-16.1)."""

    case: str
    reason: Literal["death", "withdrawal"]
    successor: str = ""
    """The case of the other parent or representative; none means that the minors are unaccompanied."""
    on: date | None = None
    statement: str = ""


class SplitFamily(Command, frozen=True, kw_only=True):
    """Two cases are one family no more (L-11.2e)."""

    case: str
    other_case: str
    reason: str
    on: date | None = None


class TieFamily(Command, frozen=True, kw_only=True):
    """Two cases are one family, with what shows it (L-4.4, L-11.2d)."""

    case: str
    other_case: str
    relation: str
    evidence: str


class JudgeDuplicate(Command, frozen=True, kw_only=True):
    """Say whether two entries are one person; a pair found different is not offered again."""

    case: str
    person: str
    other_case: str
    other_person: str
    verdict: Literal["same", "different"]
    reasons: str


class MergePersons(Command, frozen=True, kw_only=True):
    """Two entries are one human being: lists show the one that is kept."""

    case: str
    keep: str
    other_case: str
    gone: str
    reasons: str
    second: str = ""


class UndoMerge(Command, frozen=True, kw_only=True):
    """Two entries are two human beings after all."""

    case: str
    keep: str
    other_case: str
    gone: str
    reasons: str
    second: str = ""


class MergeCase(Command, frozen=True, kw_only=True):
    """A file is a duplicate and goes on in another one; it closes with DUP."""

    case: str
    into: str
    reasons: str
    second: str = ""


class ChangeSetting(Command, frozen=True, kw_only=True):
    """Choose another value of a setting of the office, with the reason (`readings.md` 2)."""

    key: str
    value: str
    reason: str


class AddDayOff(Command, frozen=True, kw_only=True):
    """A day is not worked in this office."""

    day: date
    reason: str


class AdoptCalendar(Command, frozen=True, kw_only=True):
    """Count by another version of the working calendar; open deadlines are recomputed (A16-6)."""

    version: str
    reason: str


class ViewRestricted(Command, frozen=True, kw_only=True):
    """Open what only some may see, with the reason; it is recorded before it is shown (L-4.3)."""

    case: str
    what: Literal["grounds", "needs", "nsc", "interview", "evidence", "all"]
    reason: str
