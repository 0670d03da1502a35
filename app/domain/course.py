"""The hearing of a case: claim, reason of lateness, interview, evidence, assessment; what follows is `decisions`."""

from datetime import date

from app.base.errors import Refusal
from app.domain import facts as f
from app.domain.beginnings import check_begun
from app.domain.case import CaseState, Person
from app.domain.commands import AddEvidence, ExplainLateness, HoldInterview, StateClaim, WriteAssessment
from app.domain.decisions import final_decision
from app.domain.intake import Intake, check_claim, check_not_ahead, claim_fact
from app.domain.particulars import check_language

SIX_REASONS = ("race", "ethnic_nationality", "religion", "citizenship", "social_group", "political_opinion")
"""The reasons of Art. 1(1) (L-1.1)."""


def state_claim(state: CaseState, person: Person, command: StateClaim) -> f.case.ClaimStated:
    """Record the reasons of Art. 1(1) that the applicant states after the intake, in place of what stood there.

    *Law*: L-1.1; the earlier words stay in the history. A minor of the file goes with the applicant (L-10.5).
    *Refuses*: `claim.of_minor`, `decision.taken_already`, `claim.reason_unknown`.
    """
    if person.id != state.applicant:
        raise Refusal("claim.of_minor", field="person")
    if final_decision(state):
        raise Refusal("decision.taken_already", field="case")
    check_claim(command.claim, "")
    return claim_fact(command.claim, person.id)


def explain_lateness(known: Intake, state: CaseState, command: ExplainLateness) -> f.course.LatenessExplained:
    """Record why the application, or the newest late application to extend, came late; a newer reason replaces it.

    *Law*: L-10.1a, L-10.1b, L-10.3b, L-11.5c, f-07, f-09: recorded, never judged here.
    *Refuses*: `lateness.none`, `lateness.reason`.
    """
    late = state.late is not None if command.kind == "grant" else any(e.late for e in state.extensions)
    if not late:
        raise Refusal("lateness.none", field="kind")
    if not command.reason.strip():
        raise Refusal("lateness.reason", field="reason")
    return f.course.LatenessExplained(kind=command.kind, reason=command.reason.strip(), on=known.today)


def hold_interview(known: Intake, state: CaseState, person: Person, command: HoldInterview) -> f.course.InterviewHeld:
    """Record an interview, which follows the registration; its record may be a text, a scan, or both.

    *Law*: X-interview. *Refuses*: `hearing.not_registered`, `hearing.before_registration`, `date.future`,
    `interview.officer_missing`, `language.unknown`.
    """
    on = _after_registration(known, state, command.on)
    if not command.officer.strip():
        raise Refusal("interview.officer_missing", field="officer")
    if command.language:
        check_language(command.language, "language")
    return f.course.InterviewHeld(
        person=person.id,
        on=on,
        officer=command.officer.strip(),
        language=command.language,
        interpreter=command.interpreter.strip(),
        record=command.record,
        restricted=command.restricted,
        blobs=(command.scan,) if command.scan else (),
    )


def add_evidence(known: Intake, state: CaseState, person: Person, command: AddEvidence) -> f.course.EvidenceAdded:
    """Add evidence: of the family link, of the best interests of a child, of the claim.

    *Law*: L-11.2d (documents or what else shows the link), L-11.3. *Refuses*: `evidence.text_missing`,
    `evidence.own_case`, `date.future`, `date.before_file`.
    """
    on = command.on or known.today
    check_not_ahead(on, known.today)
    check_begun(state, on)
    if not command.text.strip():
        raise Refusal("evidence.text_missing", field="text")
    if command.link == state.id:
        raise Refusal("evidence.own_case", field="link")
    return f.course.EvidenceAdded(
        person=person.id,
        about=command.about,
        text=command.text.strip(),
        on=on,
        link=command.link,
        restricted=command.restricted,
        blobs=(command.scan,) if command.scan else (),
    )


def write_assessment(
    known: Intake, state: CaseState, person: Person, command: WriteAssessment
) -> f.course.AssessmentWritten:
    """Write the assessment of the claim: each of the six reasons, and the lack of protection.

    *Law*: L-1.1. A reason that the person does not claim is addressed as well, in a word at least.
    *Refuses*: `hearing.not_registered`, `hearing.before_registration`, `date.future`,
    `assessment.reason_unknown`, `assessment.reason_missing`, `assessment.protection_missing`.
    """
    on = _after_registration(known, state, command.on)
    for code in sorted(set(command.reasons) - set(SIX_REASONS)):
        raise Refusal("assessment.reason_unknown", field="reasons", code=code)
    for code in SIX_REASONS:
        if not command.reasons.get(code, "").strip():
            raise Refusal("assessment.reason_missing", field=f"reasons.{code}", code=code)
    if not command.protection.strip():
        raise Refusal("assessment.protection_missing", field="protection")
    reasons = {code: command.reasons[code].strip() for code in SIX_REASONS}
    return f.course.AssessmentWritten(person=person.id, on=on, reasons=reasons, protection=command.protection.strip())


def _after_registration(known: Intake, state: CaseState, on: date | None) -> date:
    day = on or known.today
    check_not_ahead(day, known.today)
    if state.registered_on is None:
        raise Refusal("hearing.not_registered", field="case")
    if day < state.registered_on:
        raise Refusal("hearing.before_registration", field="on", registered=state.registered_on)
    return day
