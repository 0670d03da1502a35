"""Commands of consideration and decision, and of what follows a decision (Art. 8, 11-15, 18)."""

from datetime import date
from typing import Literal

from app.domain.commands.parts import Command, Moment
from app.domain.facts.remedies import AppealEffect, AppealLevel, AppealResult
from app.domain.facts.values import Blob, Court, DecisionKind, GroundChosen, Override, Proof


class RecordConsent(Command, frozen=True, kw_only=True):
    """An adult family member agrees, or not, to a derivative grant (L-11.2b)."""

    case: str
    given: bool
    on: date | None = None
    scan: Blob | None = None


class PostponeConsideration(Command, frozen=True, kw_only=True):
    """Postpone the final decision (L-11.1b)."""

    case: str
    until: date
    reason: str
    on: date | None = None


class TakeDecision(Command, frozen=True, kw_only=True):
    """Record a decision of the commission (L-11.1a, L-11.2b, L-12)."""

    case: str
    kind: DecisionKind
    on: date | None = None
    covers: tuple[str, ...] | None = None
    grounds: tuple[GroundChosen, ...] = ()
    proofs: tuple[Proof, ...] = ()
    court: Court | None = None
    override: Override | None = None
    note: str = ""


class IssueCertificate(Command, frozen=True, kw_only=True):
    """Issue a certificate: a new one for three months, or the refugee certificate (X-cert, L-11.5b)."""

    case: str
    kind: Literal["asylum", "refugee"]
    blank: str = ""
    late_reason: str = ""


class ServeDecision(Command, frozen=True, kw_only=True):
    """The copy of the decision was handed over or sent (L-11.6)."""

    case: str
    way: Literal["hand", "post"]
    on: date | None = None
    learnt_on: date | None = None
    proof: str = ""
    decision: str = ""
    """The number; the newest decision when left out."""


class SendNotice(Command, frozen=True, kw_only=True):
    """Tell the authorised body or the IAB of a decision (L-10.8)."""

    case: str
    to: Literal["authorised_body", "iab"]
    on: date | None = None
    way: Literal["bundle", "paper"] = "paper"
    decision: str = ""
    """The number; the newest decision when left out."""


class WithdrawApplication(Command, frozen=True, kw_only=True):
    """The person withdraws the application (L-8.1.3)."""

    case: str
    on: date | None = None
    kind: Literal["grant", "extension"] = "grant"
    statement: str = ""


class CloseCase(Command, frozen=True, kw_only=True):
    """Close a file for a reason that is no ground (f-30)."""

    case: str
    code: str
    on: date | None = None
    reason: str = ""
    second: str = ""
    """The second person who confirms an error of registration."""
    certificate: Literal["", "returned", "lost", "destroyed"] = ""
    """What became of the valid certificate, when there is one."""


class EndCertificate(Command, frozen=True, kw_only=True):
    """A certificate was taken back, lost, spoiled or destroyed."""

    case: str
    number: str
    how: Literal["returned", "lost", "spoiled", "destroyed"]
    reason: str = ""
    on: date | None = None


class LodgeExtension(Command, frozen=True, kw_only=True):
    """The refugee applies for an extension; late is flagged and accepted (L-11.5c, f-09)."""

    case: str
    lodged_at: Moment | None = None
    late_reason: str = ""


class RecordLapse(Command, frozen=True, kw_only=True):
    """Record that the status ended with its term, not extended (L-14.2)."""

    case: str
    on: date | None = None


class AnnulDecision(Command, frozen=True, kw_only=True):
    """Take back a decision by a further fact."""

    case: str
    decision: str
    by: Literal["self", "higher_body", "court"]
    reason: str
    on: date | None = None
    second: str = ""


class CorrectDecision(Command, frozen=True, kw_only=True):
    """Correct a slip of the pen in a decision; what was decided does not change."""

    case: str
    decision: str
    reason: str
    on: date | None = None
    from_on: date | None = None
    to_on: date | None = None
    note: str | None = None
    grounds: tuple[GroundChosen, ...] | None = None


class LodgeAppeal(Command, frozen=True, kw_only=True):
    """A decision is appealed; late is flagged and accepted (L-15)."""

    case: str
    level: AppealLevel
    body: str
    decision: str = ""
    on: date | None = None
    late_reason: str = ""


class DecideAppeal(Command, frozen=True, kw_only=True):
    """Record how an appeal was decided, and what follows for the decision."""

    case: str
    result: AppealResult
    effect: AppealEffect
    appeal: str = ""
    on: date | None = None
    in_force_on: date | None = None
    number: str = ""
    second: str = ""
    """The second person who confirms, for every effect but `stands`."""


class AnnounceDeparture(Command, frozen=True, kw_only=True):
    """The person tells of the intention to leave Kazakhstan (L-8.2.4, L-9.2.2)."""

    case: str
    persons: tuple[str, ...] = ()
    on: date | None = None
    for_good: bool = False
    country: str = ""
    planned_on: date | None = None


class ReopenCase(Command, frozen=True, kw_only=True):
    """Take back a closing, a withdrawal or a lapse that was recorded in error."""

    case: str
    what: Literal["closing", "withdrawal", "lapse"]
    reason: str
    on: date | None = None
    second: str = ""


class LeaveRecord(Command, frozen=True, kw_only=True):
    """The persons leave the record of this office to move to another (L-8.2.5, L-9.2.3)."""

    case: str
    to: str
    on: date | None = None
    note: str = ""


class EnterRecord(Command, frozen=True, kw_only=True):
    """The persons arrived and go on the record of this office (L-8.2.5, L-9.2.3)."""

    case: str
    from_office: str
    arrived_on: date
    on: date | None = None
    late_reason: str = ""
