"""The course of a case: referrals, corrections, documents, stay, interview, evidence, assessment, stages."""

from collections.abc import Callable

from app.base.errors import Refusal, Trouble
from app.domain import corrections, course, needs, particulars, requests, stages
from app.domain import facts as f
from app.domain.case import CaseState, Person
from app.domain.commands import (
    AddEvidence,
    AssignCase,
    ChangeStay,
    CorrectPerson,
    DoStage,
    EngageInterpreter,
    ExplainLateness,
    GiveLeaflet,
    HoldInterview,
    NameRepresentative,
    RecordAnswer,
    RecordRequest,
    ShowDocument,
    StateClaim,
    StateNeeds,
    StateRelative,
    WriteAssessment,
)
from app.domain.intake import Intake
from app.domain.permissions import SYSTEM_ROLES, allowed, require
from app.domain.reference import region_of_office
from app.services.cases import Act, Cases, open_case, person_in, record
from app.store.unit import UnitOfWork

OFFICERS = SYSTEM_ROLES - {"administrator"}
"""Who may answer for a case."""


def _on_person(uow: UnitOfWork, case: str, person: str, rule: Callable[[Intake, CaseState, Person], f.Fact]) -> Cases:
    """Record what a rule makes of a person of an open case."""
    state = open_case(uow, case)
    return record(uow, case, (rule(uow.intake(), state, person_in(state, person)),))


def record_request(uow: UnitOfWork, command: RecordRequest) -> Cases:
    """Record a referral or request (L-10.6b, L-10.6c, L-8.2.2, L-16.1, L-9.1.9, X-checks).

    *Refuses*: `case.not_open`, `person.unknown`, and as `requests.send`.
    """
    require(uow.actor, "record_request")
    return _on_person(uow, command.case, command.person, lambda k, s, p: requests.send(k, s, p, command))


def record_answer(uow: UnitOfWork, command: RecordAnswer) -> Cases:
    """Record the answer to a referral; it is information and decides nothing (L-10.6c, f-14, f-28).

    An answer of the NSC is the commission's to record and to see (`grounds.md` 1).

    *Refuses*: `case.not_open`, `person.unknown`, and as `requests.answer`.
    """
    require(uow.actor, "record_answer")
    if command.to == "nsc":
        require(uow.actor, "see_restricted")
    return _on_person(uow, command.case, command.person, lambda k, s, p: requests.answer(k, s, p, command))


def correct_person(uow: UnitOfWork, command: CorrectPerson) -> Cases:
    """Correct data of a person, with the reason and what shows it (L-8.2.1).

    *Refuses*: `case.not_open`, `person.unknown`, and as `corrections.correct`.
    """
    require(uow.actor, "correct_person")
    return _on_person(uow, command.case, command.person, lambda k, s, p: corrections.correct(k, s, p, command))


def show_document(uow: UnitOfWork, command: ShowDocument) -> Cases:
    """Record a document that was shown later (X-nodoc).

    *Refuses*: `case.not_open`, `person.unknown`, and as `particulars.show_document`.
    """
    require(uow.actor, "show_document")
    return _on_person(
        uow, command.case, command.person, lambda k, _s, p: particulars.show_document(k, p, command.document)
    )


def change_stay(uow: UnitOfWork, command: ChangeStay) -> Cases:
    """Record a new place of stay inside the area of the office (L-10.6b, L-8.2.5).

    *Refuses*: `case.not_open`, and as `particulars.change_stay`.
    """
    require(uow.actor, "change_stay")
    state = open_case(uow, command.case)
    region = region_of_office(uow.store.office.code)
    return record(uow, state.id, particulars.change_stay(uow.intake(), state, command, region))


def name_representative(uow: UnitOfWork, command: NameRepresentative) -> Cases:
    """Record who acts for the person, or the guardian of a child (L-10.1a, L-16.1).

    *Refuses*: `case.not_open`, `person.unknown`, and as `particulars.name_representative`.
    """
    require(uow.actor, "name_representative")
    return _on_person(
        uow, command.case, command.person, lambda k, _s, p: particulars.name_representative(k, p, command)
    )


def engage_interpreter(uow: UnitOfWork, command: EngageInterpreter) -> Cases:
    """Record the interpreter who took part (L-8.1.1).

    *Refuses*: `case.not_open`, and as `particulars.engage_interpreter`.
    """
    require(uow.actor, "engage_interpreter")
    state = open_case(uow, command.case)
    return record(uow, state.id, (particulars.engage_interpreter(command),))


def give_leaflet(uow: UnitOfWork, command: GiveLeaflet) -> Cases:
    """Record that the leaflet on rights and duties was handed over (L-8.1.1).

    *Refuses*: `case.not_open`, `person.unknown`, and as `particulars.give_leaflet`.
    """
    require(uow.actor, "give_leaflet")
    return _on_person(uow, command.case, command.person, lambda k, s, p: particulars.give_leaflet(k, s, p, command))


def state_needs(uow: UnitOfWork, command: StateNeeds) -> Cases:
    """Record the specific needs of a person; SV, TR and SM are restricted (`rules.md` B.3).

    *Refuses*: `case.not_open`, `person.unknown`, and as `needs.state_needs`.
    """
    require(uow.actor, "state_needs")
    sees = allowed(uow.actor, "see_restricted")
    return _on_person(
        uow, command.case, command.person, lambda _k, _s, p: needs.state_needs(p, command.codes, restricted=sees)
    )


def state_claim(uow: UnitOfWork, command: StateClaim) -> Cases:
    """Record the reasons of the claim after the intake (L-1.1).

    *Refuses*: `case.not_open`, `person.unknown`, and as `course.state_claim`.
    """
    require(uow.actor, "state_claim")
    return _on_person(uow, command.case, command.person, lambda _k, s, p: course.state_claim(s, p, command))


def explain_lateness(uow: UnitOfWork, command: ExplainLateness) -> Cases:
    """Record why a request came late (L-10.1a, L-11.5c, f-07).

    *Refuses*: `case.not_open`, and as `course.explain_lateness`.
    """
    require(uow.actor, "explain_lateness")
    state = open_case(uow, command.case)
    return record(uow, state.id, (course.explain_lateness(uow.intake(), state, command),))


def hold_interview(uow: UnitOfWork, command: HoldInterview) -> Cases:
    """Record an interview (X-interview).

    *Refuses*: `case.not_open`, `person.unknown`, and as `course.hold_interview`.
    """
    require(uow.actor, "hold_interview")
    return _on_person(uow, command.case, command.person, lambda k, s, p: course.hold_interview(k, s, p, command))


def add_evidence(uow: UnitOfWork, command: AddEvidence) -> Cases:
    """Add evidence or a document to the file (L-11.2d, L-11.3).

    *Refuses*: `case.not_open`, `case.unknown` (also of the linked case), `person.unknown`, as `course.add_evidence`.
    """
    require(uow.actor, "add_evidence")
    if command.link:
        uow.case(command.link)
    return _on_person(uow, command.case, command.person, lambda k, s, p: course.add_evidence(k, s, p, command))


def write_assessment(uow: UnitOfWork, command: WriteAssessment) -> Cases:
    """Write the assessment of the claim (L-1.1).

    *Refuses*: `case.not_open`, `person.unknown`, and as `course.write_assessment`.
    """
    require(uow.actor, "write_assessment")
    return _on_person(uow, command.case, command.person, lambda k, s, p: course.write_assessment(k, s, p, command))


def state_relative(uow: UnitOfWork, command: StateRelative) -> Cases:
    """Record a relative; a request for information on one is a referral of its own (L-4.4, L-9.1.2).

    *Refuses*: `case.not_open`, `case.unknown`, and as `particulars.state_relative`.
    """
    require(uow.actor, "state_relative")
    state = open_case(uow, command.case)
    other = uow.case(command.other_case) if command.other_case else None
    return record(uow, state.id, (particulars.state_relative(uow.intake(), state, other, command),))


def do_stage(uow: UnitOfWork, command: DoStage) -> Cases:
    """Record that an internal stage was done (`grounds.md` 6).

    *Refuses*: `case.not_open`, and as `stages.do_stage`.
    """
    require(uow.actor, "do_stage")
    state = open_case(uow, command.case)
    return record(uow, state.id, (stages.do_stage(uow.intake(), state, command),))


def assign_case(uow: UnitOfWork, command: AssignCase) -> Cases:
    """Appoint the responsible officer, a user of this workstation.

    *Refuses*: `case.not_open`, `stage.officer_unknown`, and as `stages.assign`.
    """
    require(uow.actor, "assign_case")
    state = open_case(uow, command.case)
    if not _is_officer(uow, command.user):
        raise Refusal("stage.officer_unknown", field="user", user=command.user)
    return record(uow, state.id, (stages.assign(uow.intake(), state, command),))


def _is_officer(uow: UnitOfWork, user: str) -> bool:
    try:
        return bool(uow.store.actor(user).roles & OFFICERS)
    except Trouble as trouble:
        if trouble.condition != "store.unknown_user":
            raise
        return False


ACTS: dict[str, Act] = {
    "record_request": record_request,
    "record_answer": record_answer,
    "correct_person": correct_person,
    "show_document": show_document,
    "change_stay": change_stay,
    "name_representative": name_representative,
    "engage_interpreter": engage_interpreter,
    "give_leaflet": give_leaflet,
    "state_needs": state_needs,
    "hold_interview": hold_interview,
    "add_evidence": add_evidence,
    "write_assessment": write_assessment,
    "state_relative": state_relative,
    "state_claim": state_claim,
    "explain_lateness": explain_lateness,
    "do_stage": do_stage,
    "assign_case": assign_case,
}
