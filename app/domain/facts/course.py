"""The facts of the course of a case: hearing, evidence, family events, stages, moves (`docs/model.md` 3.1)."""

from datetime import date
from typing import Literal

from app.domain.facts.base import Fact, kind
from app.domain.facts.values import DeadlineMoved, Late

EvidenceAbout = Literal["identity", "claim", "family", "best_interests", "citizenship", "departure", "other"]
FamilyEvent = Literal["birth", "marriage", "divorce", "death", "reunited", "split", "principal"]
Stage = Literal[
    "check", "register", "assign", "nsc_request", "nsc_reply", "prepare", "sitting", "decision", "notify", "issue"
]


@kind("needs.stated")
class NeedsStated(Fact, frozen=True, kw_only=True):
    """Specific needs of a person, as UNHCR codes; SV, TR and SM are restricted."""

    person: str
    codes: tuple[str, ...]


@kind("leaflet.given")
class LeafletGiven(Fact, frozen=True, kw_only=True):
    """The leaflet on rights and duties was handed over in the person's language (L-8.1.1)."""

    person: str
    language: str
    on: date
    subject: Literal["asylum_seeker", "refugee"] = "asylum_seeker"


@kind("interview.held")
class InterviewHeld(Fact, frozen=True, kw_only=True):
    """An interview after the registration (X-interview); the record is among `blobs`."""

    person: str
    on: date
    officer: str
    language: str = ""
    interpreter: str = ""
    record: str = ""
    restricted: bool = False


@kind("evidence.added")
class EvidenceAdded(Fact, frozen=True, kw_only=True):
    """Evidence or a document: of the family link (L-11.2d), of the best interests of a child (L-11.3), of the claim."""

    person: str
    about: EvidenceAbout
    text: str
    on: date
    link: str = ""
    """The case of the person with whom the family is reunited."""
    restricted: bool = False


@kind("assessment.written")
class AssessmentWritten(Fact, frozen=True, kw_only=True):
    """The written assessment of the claim against Art. 1(1): each reason, and the lack of protection (L-1.1)."""

    person: str
    on: date
    reasons: dict[str, str]
    protection: str = ""


@kind("family.changed")
class FamilyChanged(Fact, frozen=True, kw_only=True):
    """Something happened to the family (L-11.2e, L-11.4, L-4.4)."""

    event: FamilyEvent
    persons: tuple[str, ...]
    on: date
    evidence: str = ""
    case: str = ""
    """The other file that is concerned."""


@kind("stage.done")
class StageDone(Fact, frozen=True, kw_only=True):
    """An internal stage was done (`grounds.md` 6); a target of the office, never a term of the Law."""

    stage: Stage
    on: date


@kind("case.assigned")
class CaseAssigned(Fact, frozen=True, kw_only=True):
    """The head appointed the responsible officer."""

    user: str
    on: date


@kind("case.reopened")
class CaseReopened(Fact, frozen=True, kw_only=True):
    """A closing, a withdrawal or a lapse was taken back by a further fact."""

    what: Literal["closing", "withdrawal", "lapse"]
    reason: str
    on: date


@kind("lateness.explained")
class LatenessExplained(Fact, frozen=True, kw_only=True):
    """Why a request was lodged late, told after the lodging (L-10.1a, L-11.5c, f-07)."""

    kind: Literal["grant", "extension"]
    reason: str
    on: date


@kind("departure.announced")
class DepartureAnnounced(Fact, frozen=True, kw_only=True):
    """The person told of the intention to leave Kazakhstan (L-8.2.4, L-9.2.2)."""

    persons: tuple[str, ...]
    on: date
    for_good: bool = False
    country: str = ""
    planned_on: date | None = None


@kind("stay.left")
class StayLeft(Fact, frozen=True, kw_only=True):
    """The persons left the record of this office to move to another (L-8.2.5, L-9.2.3)."""

    persons: tuple[str, ...]
    to: str
    on: date
    note: str = ""


@kind("stay.arrived")
class StayArrived(Fact, frozen=True, kw_only=True):
    """The persons arrived at the new place and went on the record of its office (L-8.2.5, L-9.2.3)."""

    persons: tuple[str, ...]
    from_office: str
    arrived_on: date
    on: date
    late: Late | None = None
    """By how many days the five working days were missed; a flag, never a bar."""


@kind("deadlines.recomputed")
class DeadlinesRecomputed(Fact, frozen=True, kw_only=True):
    """Another calendar moved open deadlines (A16-6); `calendar` is the version from now on, empty for a setting."""

    changed: tuple[DeadlineMoved, ...]
