"""What is known of one case file, and the status that follows; how facts make it stands in `case_fold`."""

from datetime import date
from typing import Literal

import msgspec

from app.domain import facts as f
from app.domain.facts.values import (
    Address,
    BirthDocument,
    Blob,
    CertificateKind,
    DecisionKind,
    GroundChosen,
    Late,
    Names,
    Value,
)
from app.domain.terms import recorded_day

Status = Literal["", "intention", "asylum_seeker", "refugee", "refused", "closed"]


class Person(Value, frozen=True, kw_only=True):
    """A person in this file: the applicant, a minor, or one who was struck."""

    id: str
    place: Literal["applicant", "minor", "struck"]
    recorded: f.case.PersonRecorded
    documents: tuple[f.case.DocumentShown, ...] = ()
    photo: Blob | None = None
    stay: Address | None = None
    stay_from: date | None = None
    phone: str = ""
    relation: str = ""
    birth_document: BirthDocument | None = None
    verbal: bool = False
    to_case: str = ""

    @property
    def names(self) -> Names:
        """The names as recorded."""
        return self.recorded.names


class Request(Value, frozen=True, kw_only=True):
    """A referral and its answer."""

    id: str
    to: str
    person: str
    on: date
    calendar: str = ""
    answer: f.case.RequestAnswered | None = None


class Certificate(Value, frozen=True, kw_only=True):
    """A certificate and how it ended."""

    number: str
    kind: CertificateKind
    holder: str
    minors: tuple[str, ...]
    issued_on: date
    valid_to: date
    replaces: str = ""
    signed_by: str = ""
    ended: str = ""
    ended_on: date | None = None


class Decision(Value, frozen=True, kw_only=True):
    """A decision, how it was served and who was told."""

    number: str
    kind: DecisionKind
    on: date
    person: str
    covers: tuple[str, ...]
    grounds: tuple[GroundChosen, ...] = ()
    from_on: date | None = None
    to_on: date | None = None
    override_rule: str = ""
    override_reason: str = ""
    note: str = ""
    calendar: str = ""
    served_on: date | None = None
    learnt_on: date | None = None
    told: tuple[str, ...] = ()
    told_on: dict[str, date] = {}
    """When each body was told first."""


class Paper(Value, frozen=True, kw_only=True):
    """An issued paper."""

    id: str
    form: str
    edition: str
    language: str
    on: date
    number: str
    person: str
    blob: Blob


class CaseState(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Everything known of one case."""

    id: str
    version: int = 0
    term: int = 1
    holder: str = ""
    source: str = ""
    opened_on: date | None = None
    applicant: str = ""
    from_case: str = ""
    family: str = ""
    persons: dict[str, Person] = {}
    arrival: f.case.ArrivalStated | None = None
    claim: f.case.ClaimStated | None = None
    representative: f.case.RepresentativeNamed | None = None
    interpreter: f.case.InterpreterEngaged | None = None
    detention: f.case.DetentionNotified | None = None
    lodged: f.case.ApplicationLodged | None = None
    number: str = ""
    registered_on: date | None = None
    registered_calendar: str = ""
    """The working calendar under which the three months were counted (A16-6)."""
    requests: tuple[Request, ...] = ()
    postponements: tuple[f.case.ConsiderationPostponed, ...] = ()
    consents: tuple[f.case.ConsentRecorded, ...] = ()
    decisions: tuple[Decision, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    papers: tuple[Paper, ...] = ()
    relatives: tuple[f.case.RelativeStated, ...] = ()
    withdrawn_on: date | None = None
    closed_on: date | None = None
    closed_code: str = ""

    @property
    def applicant_person(self) -> Person:
        """The applicant."""
        return self.persons[self.applicant]

    @property
    def minors(self) -> tuple[Person, ...]:
        """The minors folded into this application now."""
        return tuple(p for p in self.persons.values() if p.place == "minor")

    @property
    def present(self) -> tuple[Person, ...]:
        """The applicant and the minors."""
        return tuple(p for p in self.persons.values() if p.place != "struck")

    @property
    def shown_number(self) -> str:
        """The number under which people know the case: of the application, or before it of the border receipt."""
        return self.number or (self.lodged.border_receipt if self.lodged else "")

    @property
    def unaccompanied(self) -> bool:
        """True for the own file of a minor who came alone."""
        return self.source == "unaccompanied"

    @property
    def is_open(self) -> bool:
        """False after the file was closed or the request withdrawn."""
        return self.closed_on is None and self.withdrawn_on is None

    @property
    def late(self) -> Late | None:
        """By how much the lodging was late."""
        return self.lodged.late if self.lodged else None

    def valid_certificate(self, kind: CertificateKind, person: str | None = None) -> Certificate | None:
        """The certificate of a kind that has not ended."""
        holder = person or self.applicant
        return next((c for c in self.certificates if c.kind == kind and c.holder == holder and not c.ended), None)

    def request_for(self, to: str, person: str | None = None) -> Request | None:
        """The newest referral of a kind."""
        about = person or self.applicant
        return next((r for r in reversed(self.requests) if r.to == to and r.person == about), None)

    def decision_of(self, person: str, on: date | None = None) -> Decision | None:
        """The newest decision that covers a person, by a date."""
        for decision in reversed(self.decisions):
            if person in decision.covers and (on is None or decision.on <= on):
                return decision
        return None


def status(state: CaseState, on: date, person: str | None = None) -> Status:
    """The status of a person of this case on a date; a status that has run out ends only by a human act (L-14.2)."""
    about = person or state.applicant
    ended = [day for day in (state.closed_on, state.withdrawn_on) if day]
    if ended and min(ended) <= on:
        return "closed"
    decision = state.decision_of(about, on)
    if decision is not None:
        if decision.kind in {"grant", "grant_derivative", "extend"}:
            return "refugee"
        return "refused"
    if state.registered_on and state.registered_on <= on:
        return "asylum_seeker"
    if state.lodged and recorded_day(state.lodged.lodged_at) <= on:
        return "intention"
    return ""
