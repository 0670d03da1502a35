"""The facts after a decision: annulled, corrected, appealed, lapsed, carried into an own file (`docs/model.md` 3.1)."""

from datetime import date
from typing import Literal

from app.domain.facts.base import Fact, kind
from app.domain.facts.values import DecisionKind, GroundChosen

AppealLevel = Literal["pre_trial", "court_first", "court_appeal", "court_cassation"]
AppealResult = Literal["dismissed", "allowed", "allowed_partly", "withdrawn", "not_considered"]
AppealEffect = Literal["stands", "annulled", "remitted", "restored"]


@kind("decision.annulled")
class DecisionAnnulled(Fact, frozen=True, kw_only=True):
    """A decision has no effect any more: the body took it back, or a higher body or a court annulled it."""

    number: str
    by: Literal["self", "higher_body", "court"]
    reason: str
    on: date


@kind("decision.corrected")
class DecisionCorrected(Fact, frozen=True, kw_only=True):
    """A slip of the pen in a decision was corrected; what was decided does not change."""

    number: str
    reason: str
    on: date
    from_on: date | None = None
    to_on: date | None = None
    note: str | None = None
    grounds: tuple[GroundChosen, ...] | None = None


@kind("status.lapsed")
class StatusLapsed(Fact, frozen=True, kw_only=True):
    """The status ended with its term, not extended (L-14.2); a human act (f-09)."""

    on: date
    recorded_on: date
    covers: tuple[str, ...]


@kind("status.carried")
class StatusCarried(Fact, frozen=True, kw_only=True):
    """What was decided on a person goes along into another file: a status with its term, a refusal, an end."""

    person: str
    number: str
    decision: DecisionKind
    decided_on: date
    from_case: str
    from_on: date | None = None
    to_on: date | None = None
    learnt_on: date | None = None
    """When the person learned of a refusal: the term for an appeal runs on (L-15)."""


@kind("appeal.lodged")
class AppealLodged(Fact, frozen=True, kw_only=True):
    """A decision is appealed (L-15); a late complaint is accepted and flagged."""

    appeal: str
    decision: str
    level: AppealLevel
    body: str
    on: date
    last_day: date | None = None
    late_days: int = 0
    late_reason: str = ""


@kind("appeal.decided")
class AppealDecided(Fact, frozen=True, kw_only=True):
    """The appeal was decided; an annulment works from the day on which the act is in force."""

    appeal: str
    result: AppealResult
    effect: AppealEffect
    on: date
    in_force_on: date | None = None
    number: str = ""
