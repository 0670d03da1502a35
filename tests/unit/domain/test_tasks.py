"""Tasks without a date: each opens with its cause and ends with what settles it."""

from datetime import date

from app.domain import facts as f
from app.domain.case import CaseState
from app.domain.commands import ArrivalData
from app.domain.facts.values import BirthDocument
from app.domain.tasks import open_tasks
from tests.offices import Desk, adult, after, applicant, child


def kinds(state: CaseState) -> list[tuple[str, str]]:
    """What is open besides the leaflet, which every asylum seeker gets (`test_leaflet`)."""
    return [(task.kind, task.person) for task in open_tasks(state) if task.kind != "leaflet"]


def registered(*args: object, **more: object) -> CaseState:
    values: dict[str, object] = {"arrival": ArrivalData()}
    (state,) = Desk("2026-06-15 10:00").register(applicant(*args, **(values | more)))  # type: ignore[arg-type]
    return state


def test_L_10_5_f_12_a_birth_told_in_words_is_to_be_proven_until_the_document_is_shown() -> None:
    state = registered(minors=(child("ZAHRA"), child("BABY", birth_document=None, verbal=True)))
    baby = state.minors[1].id
    assert kinds(state) == [("prove_birth", baby)]
    proven = f.case.MinorProven(person=baby, birth_document=BirthDocument(type="birth_certificate", number="1"))
    assert kinds(after(state, [proven])) == []


def test_L_1_9_a_citizenship_that_is_not_established_is_to_be_established() -> None:
    undetermined = registered(adult(citizenships=("XXX",)))
    not_established = registered(adult(citizenships=("AFG",), stateless="not_established"))
    for state in (undetermined, not_established):
        assert kinds(state) == [("establish_citizenship", state.applicant)]
    assert kinds(registered(adult(citizenships=(), stateless="yes"))) == []


def test_L_11_3_an_unaccompanied_minor_awaits_tracing_until_it_is_answered() -> None:
    state = registered(adult("NOORI", "SAMIR", "2012-03-11"), unaccompanied=True)
    assert ("awaiting_tracing", state.applicant) in kinds(state)
    request = state.request_for("tracing")
    assert request is not None
    answer = f.case.RequestAnswered(request=request.id, person=state.applicant, on=date(2026, 7, 1), result="received")
    assert "awaiting_tracing" not in dict(kinds(after(state, [answer])))


def test_L_10_1a_a_late_lodging_without_a_reason_asks_for_it() -> None:
    late = ArrivalData(entered_on=date(2026, 1, 1))
    (silent,) = Desk("2026-06-15 10:00").register(applicant(arrival=late))
    (told,) = Desk("2026-06-15 10:00").register(applicant(arrival=late), late_reason="ауырды")
    assert kinds(silent) == [("late_reason", silent.applicant)]
    assert kinds(told) == []


def test_a_closed_case_has_no_tasks() -> None:
    state = registered(adult(citizenships=("XXX",)))
    assert kinds(after(state, [f.case.CaseClosed(code="DEP", on=date(2026, 6, 16))])) == []


def test_a_minor_who_was_struck_leaves_no_task() -> None:
    state = registered(minors=(child("BABY", birth_document=None, verbal=True),))
    struck = f.case.MinorStruck(person=state.minors[0].id, reason="error", on=date(2026, 6, 16))
    assert kinds(after(state, [struck])) == []
