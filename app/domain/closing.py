"""How a file ends without a decision, and is opened again; how a certificate ends: Art. 8(1)(3), f-30, X-cert.

Termination of proceedings before a decision is such an end: the Law has no decision for it, so the file is closed by a
code of `resources/law/closing_reasons.json` and no ground of Art. 12 is named. Termination of a status is a decision of
the commission and lives in `decisions`.
"""

from datetime import date

from app.base.errors import Refusal
from app.domain import facts as f
from app.domain.birth import BirthDate
from app.domain.case import CaseState, Certificate, Person
from app.domain.commands import CloseCase, EndCertificate, PersonData, ReopenCase, WithdrawApplication
from app.domain.extensions import holds_status
from app.domain.facts.values import Names
from app.domain.intake import Intake, check_not_ahead
from app.domain.numbered import numbered
from app.domain.reasons import given, stated
from app.domain.reference import codes
from app.domain.terms import recorded_day

ERROR = "ERR"
"""Registered in error: the one closing reason of four eyes."""
DEATH = "DTH"
DUPLICATE = "DUP"
"""Belongs to the merging of files, which takes four eyes and says where the file goes on."""
WITHDRAWN = "WDR"
WHOLE_CASE_GOES = frozenset({"TRF", "DEP", WITHDRAWN, ERROR})
"""With these reasons the minors of the file go with the applicant; with any other they need a file first."""
CERTIFICATE_STAYS_OUT = frozenset({"TRF", "DEP", DEATH})
"""With these reasons nobody can be made to say what became of the certificate: it goes on with the file that was handed
over, left the country with the person, or was not found."""
STATUS_NEEDS_A_DECISION = frozenset({"NAT", "DEP"})
"""Reasons that for a refugee are grounds of Art. 14 (A14-01, A14-05 to A14-07): a status ends by a decision only."""


def withdraw(known: Intake, state: CaseState, command: WithdrawApplication) -> tuple[f.Fact, ...]:
    """Record that the person withdrew an application; with the application for a status the certificate is taken back.

    *Law*: L-8.1.3 (Art. 8(1)(3)): a signed statement, no refusal and no month for leaving (f-30). Who has got the
    status has no application to withdraw; an application to extend is withdrawn alone, and the status runs on. A
    booklet that outlived an annulled grant is not said to be returned: how it ended is recorded first.
    *Refuses*: `decision.taken_already`, `date.future`, `decision.before_registration`, `withdrawal.no_extension`,
    `case.closed_before`, `withdrawal.booklet_valid`.
    """
    on = command.on or known.today
    check_not_ahead(on, known.today)
    statement = command.statement.strip()
    if command.kind == "extension":
        pending = state.pending_extension
        if pending is None:
            raise Refusal("withdrawal.no_extension", field="kind")
        if on < recorded_day(pending.lodged_at):
            raise Refusal("decision.before_registration", field="on")
        return (f.case.ApplicationWithdrawn(on=on, kind="extension", statement=statement),)
    _check_not_recognised(state)
    if state.registered_on and on < state.registered_on:
        raise Refusal("decision.before_registration", field="on")
    check_not_before(state, on)
    valid = valid_certificates(state)
    booklet = next((c for c in valid if c.kind == "refugee"), None)
    if booklet:
        raise Refusal("withdrawal.booklet_valid", field="kind", number=booklet.number)
    return (*_ended(valid, "returned", on), f.case.ApplicationWithdrawn(on=on, statement=statement))


def check_not_before(state: CaseState, on: date) -> None:
    """Refuse an end that lies before the file began or before the newest decision in it (f-30).

    *Refuses*: `case.closed_before`.
    """
    first = _earliest_end(state)
    if first and on < first:
        raise Refusal("case.closed_before", field="on", start=first)


def close(known: Intake, state: CaseState, command: CloseCase, second: str = "") -> tuple[f.Fact, ...]:
    """Close a file for a reason that is no ground; before a decision this terminates the proceedings.

    *Law*: f-30, `grounds.md` 5; L-8.1.3, L-8.1.6, L-8.2.5; f-43: minors of a file that ends without them are taken into
    another one first. By DTH the death of the applicant is recorded with it.
    *Refuses*: `case.closing_reason`, `case.duplicate_by_merge`, `date.future`, `case.closed_before`,
    `case.error_reason`, `reason.too_long`, `case.status_held`, `decision.taken_already`, `case.minors_left`,
    `case.certificate_valid`, `case.no_certificate`.
    """
    code = command.code
    if code not in codes("closing_reasons"):
        raise Refusal("case.closing_reason", field="code")
    if code == DUPLICATE:
        raise Refusal("case.duplicate_by_merge", field="code")
    on = command.on or known.today
    check_not_ahead(on, known.today)
    check_not_before(state, on)
    reason = stated(command.reason, "case.error_reason") if code == ERROR else given(command.reason)
    _check_may_end(state, code, on)
    ended = _certificates_of_the_end(state, command, on)
    dead = _death(state, on, reason) if code == DEATH else ()
    return (*ended, *dead, f.case.CaseClosed(code=code, on=on, reason=reason, second=second))


def _check_may_end(state: CaseState, code: str, on: date) -> None:
    if code == WITHDRAWN:
        _check_not_recognised(state)
    if code in STATUS_NEEDS_A_DECISION and any(holds_status(state, on, p.id) for p in state.present):
        raise Refusal("case.status_held", field="code")
    if state.minors and code not in WHOLE_CASE_GOES:
        raise Refusal("case.minors_left", field="code", minors=len(state.minors))


def _certificates_of_the_end(state: CaseState, command: CloseCase, on: date) -> list[f.Fact]:
    valid = valid_certificates(state)
    if not command.certificate:
        if valid and command.code not in CERTIFICATE_STAYS_OUT:
            raise Refusal("case.certificate_valid", field="certificate", number=valid[0].number)
        return []
    if not valid:
        raise Refusal("case.no_certificate", field="certificate")
    return _ended(valid, command.certificate, on, given(command.reason))


def _death(state: CaseState, on: date, evidence: str) -> tuple[f.Fact, ...]:
    """The death of the applicant, unless the file knows it already."""
    applicant = state.persons.get(state.applicant)
    if applicant is None or applicant.died_on is not None:
        return ()
    return (f.course.FamilyChanged(event="death", persons=(state.applicant,), on=on, evidence=evidence),)


def _check_not_recognised(state: CaseState) -> None:
    if any(d.kind in {"grant", "grant_derivative"} and d.annulled_on is None for d in state.decisions):
        raise Refusal("decision.taken_already")


def began(state: CaseState) -> date | None:
    """The day on which a case began for this office: registered, else lodged, else opened."""
    lodged = recorded_day(state.lodged.lodged_at) if state.lodged else None
    return state.registered_on or lodged or state.opened_on


def _earliest_end(state: CaseState) -> date | None:
    """A file does not end before it began, nor before the newest decision in it that stands."""
    days = [d.on for d in state.decisions if d.annulled_on is None]
    start = began(state)
    return max([*days, start] if start else days, default=None)


def reopen(known: Intake, state: CaseState, command: ReopenCase, second: str) -> tuple[f.Fact, ...]:
    """Take back a closing, a withdrawal or a lapse that was recorded in error.

    *Law*: f-30, f-09, L-14.2. Certificates that ended with it stay ended: a new one is issued. Of a file that was
    closed by DTH the death is taken back as well.
    *Refuses*: `case.nothing_to_reopen`, `case.not_open` (a lapse in a closed file), `remedy.reason_missing`,
    `reason.too_long`, `date.future`, `case.reopened_before`, `case.person_elsewhere` (L-10.5: a person stands in one
    open file).
    """
    lapse = state.newest_lapse
    lapsed = lapse.recorded_on if lapse else None
    since = {"closing": state.closed_on, "withdrawal": state.withdrawn_on, "lapse": lapsed}[command.what]
    if since is None:
        raise Refusal("case.nothing_to_reopen", field="what")
    if command.what == "lapse" and not state.is_open:
        raise Refusal("case.not_open", field="case")
    reason = stated(command.reason, "remedy.reason_missing")
    on = command.on or known.today
    check_not_ahead(on, known.today)
    if on < since:
        raise Refusal("case.reopened_before", field="on", since=since)
    if command.what != "lapse":
        _check_nobody_elsewhere(known, state)
    return (f.course.CaseReopened(what=command.what, reason=reason, on=on, second=second),)


def _check_nobody_elsewhere(known: Intake, state: CaseState) -> None:
    for person in state.present:
        number = known.listed_elsewhere(_known_by(person))
        if number:
            raise Refusal("case.person_elsewhere", field="case", number=number)


def _known_by(person: Person) -> PersonData:
    """By what a person may be found in another open file: a minor by all that L-10.5 names, an adult by the id alone,
    because two adults may share a name and a day of birth.
    """
    known = person.recorded
    if person.place == "minor":
        return PersonData(names=known.names, birth=known.birth, person=person.id, parents=known.parents)
    return PersonData(names=Names(), birth=BirthDate(known.birth.value, "estimated"), person=person.id)


def end_certificate(known: Intake, state: CaseState, command: EndCertificate) -> tuple[f.Fact, ...]:
    """Record that a valid certificate was taken back, lost, spoiled or destroyed; then a new one may be issued.

    *Law*: X-cert, L-11.5b. There is one valid certificate of a kind for a holder. A certificate may come back after the
    file was closed.
    *Refuses*: `certificate.end_unknown`, `certificate.end_reason`, `reason.too_long`, `date.future`,
    `certificate.end_before`.
    """
    valid = numbered(valid_certificates(state), command.number)
    if valid is None:
        raise Refusal("certificate.end_unknown", field="number", number=command.number.strip())
    asked = command.how in {"lost", "spoiled"}
    reason = stated(command.reason, "certificate.end_reason") if asked else given(command.reason)
    on = command.on or known.today
    check_not_ahead(on, known.today)
    if on < valid.issued_on:
        raise Refusal("certificate.end_before", field="on", issued=valid.issued_on)
    return tuple(_ended([valid], command.how, on, reason))


def valid_certificates(state: CaseState) -> list[Certificate]:
    """Every certificate of a case that has not ended."""
    return [c for c in state.certificates if not c.ended]


def _ended(certificates: list[Certificate], how: str, on: date, reason: str = "") -> list[f.Fact]:
    """A certificate never ends before it was issued, also where the act is dated earlier."""
    return [
        f.case.CertificateEnded(number=c.number, how=how, on=max(on, c.issued_on), reason=reason)  # type: ignore[arg-type]
        for c in certificates
    ]
