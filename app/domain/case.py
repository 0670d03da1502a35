"""What is known of one case file, and the status that follows; how facts make it stands in `case_fold`."""

from datetime import date
from typing import Literal

import msgspec

from app.domain import facts as f
from app.domain.case_parts import Appeal, Certificate, Decision, Extension, Lapse, Paper, Person, Request
from app.domain.facts.values import CertificateKind, Late
from app.domain.terms import recorded_day

__all__ = [
    "Appeal",
    "CaseState",
    "Certificate",
    "Decision",
    "Extension",
    "Lapse",
    "Paper",
    "Person",
    "Request",
    "Status",
    "status",
]

Status = Literal[
    "",
    "intention",
    "asylum_seeker",
    "refugee",
    "expired_extension_pending",
    "refused",
    "lapsed",
    "deprived",
    "terminated",
    "closed",
]


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
    apart: tuple[str, ...] = ()
    """The cases that are one family with this one no more (L-11.2e)."""
    first_registered_on: date | None = None
    extensions: tuple[Extension, ...] = ()
    appeals: tuple[Appeal, ...] = ()
    lapses: tuple[Lapse, ...] = ()
    leaflets: tuple[f.course.LeafletGiven, ...] = ()
    interviews: tuple[f.course.InterviewHeld, ...] = ()
    evidence: tuple[f.course.EvidenceAdded, ...] = ()
    assessments: tuple[f.course.AssessmentWritten, ...] = ()
    family_events: tuple[f.course.FamilyChanged, ...] = ()
    departures: tuple[f.course.DepartureAnnounced, ...] = ()
    stages: dict[str, date] = {}
    officer: str = ""
    left: f.course.StayLeft | None = None
    arrived: f.course.StayArrived | None = None
    judged: tuple[f.persons.DuplicateJudged, ...] = ()
    merged_into: str = ""
    """The case in which this one goes on, when it was a duplicate."""
    recomputed: tuple[f.course.DeadlinesRecomputed, ...] = ()
    ticket: str = ""
    site: str = ""
    alone: bool = False
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
    def kin(self) -> tuple[str, ...]:
        """The other cases of the family as it is now: a split takes a case out, a new tie brings it back."""
        return tuple(dict.fromkeys(r.case for r in self.relatives if r.case and r.case not in self.apart))

    @property
    def shown_number(self) -> str:
        """The number under which people know the case: of the application, before it of the receipt or ticket."""
        return self.number or (self.lodged.border_receipt if self.lodged else "") or self.ticket

    @property
    def unaccompanied(self) -> bool:
        """True for the own file of a minor who came alone."""
        return self.source == "unaccompanied" or self.alone

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
        """The newest decision that covers a person and has effect, on a date or as far as is recorded."""
        for decision in reversed(self.decisions):
            if person in decision.covers and (decision.annulled_on is None if on is None else decision.stands(on)):
                return decision
        return None

    def decision_numbered(self, number: str) -> Decision | None:
        """The decision of a number."""
        return next((d for d in self.decisions if d.number == number), None)

    def status_decision(self, person: str, on: date | None = None) -> Decision | None:
        """The newest decision with effect that changed the status; a refusal to extend leaves it until its end."""
        for decision in reversed(self.decisions):
            effect = decision.annulled_on is None if on is None else decision.stands(on)
            if person in decision.covers and decision.kind != "refuse_extend" and effect:
                return decision
        return None

    @property
    def pending_extension(self) -> Extension | None:
        """The oldest application to extend that is neither withdrawn nor decided, and still asks for something.

        *Shape*: after an annulment there may be two; whose status fell, or whose year was given, asks nothing.
        """
        return next((e for e in self.extensions if e.pending and self._asks(e)), None)

    @property
    def waiting(self) -> tuple[Extension, ...]:
        """The applications to extend that wait for a decision."""
        return tuple(e for e in self.extensions if e.pending and self._asks(e))

    def _asks(self, extension: Extension) -> bool:
        asked, persons = self.asked_term(extension), extension.covers or (self.applicant,)
        if asked is None:
            return False
        given = (d.rests_on for d in self.decisions if d.kind == "extend" and d.annulled_on is None)
        return not any(rests.get(p) == asked.number for rests in given if rests for p in persons)

    def asked_term(self, extension: Extension) -> Decision | None:
        """The decision whose term an application asks to extend: the newest before it, or by an earlier application.

        *Shape*: of the first person for whom the application was lodged and who has a term to extend.
        """
        known = self._extendable(extension)
        for about in extension.covers or (self.applicant,):
            for decision in known:
                if about in decision.covers:
                    return decision
        return None

    def terms_asked(self, extension: Extension, persons: tuple[str, ...]) -> dict[str, Decision]:
        """The decision whose term an application asks to extend, for each of some persons who have one."""
        known = self._extendable(extension)
        newest = ((about, next((d for d in known if about in d.covers), None)) for about in persons)
        return {about: decision for about, decision in newest if decision}

    def _extendable(self, extension: Extension) -> list[Decision]:
        """The decisions that gave a term before an application was lodged, newest first."""
        place = next((n for n, e in enumerate(self.extensions) if e is extension), len(self.extensions))
        earlier = {e.decision for e in self.extensions[:place]}
        own = {e.decision for e in self.extensions[place:]}
        lodged = recorded_day(extension.lodged_at)
        return [
            d
            for d in reversed(self.decisions)
            if _STATUS.get(d.kind) == "refugee"
            and d.annulled_on is None
            and d.number not in own
            and (d.on <= lodged or d.carried or d.number in earlier)
        ]

    @property
    def lapsed(self) -> Lapse | None:
        """The lapse of the applicant's status, as recorded."""
        return self.lapse_of(self.applicant)

    def lapse_of(self, person: str, on: date | None = None) -> Lapse | None:
        """The lapse of a person's status, on a day or as recorded; it holds while the decision that ran out rules."""
        found = [lapse for lapse in self.lapses if person in lapse.covers and (on is None or lapse.on <= on)]
        ruling = self.status_decision(person, on) if found else None
        number = ruling.number if ruling else ""
        return next((lapse for lapse in reversed(found) if lapse.rests_on.get(person, "") == number), None)

    @property
    def newest_lapse(self) -> Lapse | None:
        """The newest lapse that holds for anybody."""
        return next((lp for lp in reversed(self.lapses) if any(self.lapse_of(p) is lp for p in lp.covers)), None)


_STATUS: dict[str, Status] = {
    "grant": "refugee",
    "grant_derivative": "refugee",
    "extend": "refugee",
    "refuse": "refused",
    "deprive": "deprived",
    "terminate": "terminated",
}


def status(state: CaseState, on: date, person: str | None = None) -> Status:
    """The status of a person of this case on a date; a status that has run out ends only by a human act (L-14.2).

    *Shape*: `date.max` asks for what is recorded, whatever the day: nothing has run out then.
    """
    about = person or state.applicant
    ended = [day for day in (state.closed_on, state.withdrawn_on) if day]
    if ended and min(ended) <= on:
        return "closed"
    if state.lapse_of(about, on):
        return "lapsed"
    decision = state.status_decision(about, on)
    if decision is not None:
        return _decided(state, decision, on)
    if state.registered_on and state.registered_on <= on:
        return "asylum_seeker"
    if (state.lodged and recorded_day(state.lodged.lodged_at) <= on) or (
        state.ticket and state.opened_on is not None and state.opened_on <= on
    ):
        return "intention"
    return ""


def _decided(state: CaseState, decision: Decision, on: date) -> Status:
    found = _STATUS[decision.kind]
    run_out = decision.to_on is not None and decision.to_on < on < date.max
    if found == "refugee" and run_out and state.pending_extension:
        return "expired_extension_pending"
    return found
