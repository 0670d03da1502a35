"""The stages of the repealed regulation: a checklist; targets only when the office wants them, none of the Law."""

from datetime import date
from typing import Any

import pytest

from app.base.errors import Refusal
from app.domain import facts as f
from app.domain import stages
from app.domain.case import CaseState
from app.domain.commands import ArrivalData, AssignCase, DoStage
from app.domain.deadlines import deadlines
from app.domain.facts.course import Stage
from tests.offices import Desk, after, applicant

ON = {"stages.targets": "yes"}


def registered(settings: dict[str, object] | None = None) -> tuple[Desk, CaseState]:
    desk = Desk("2026-06-15 10:00", settings)
    return desk, desk.register(applicant(arrival=ArrivalData()))[0]


def board(desk: Desk, state: CaseState) -> dict[str, stages.StageStand]:
    return {s.stage.code: s for s in stages.stage_board(state, desk.settings, desk.known.calendar)}


def internal(desk: Desk, state: CaseState) -> dict[str, Any]:
    found = deadlines(state, desk.known.calendar, desk.settings)
    return {d.kind.removeprefix("stage_"): d for d in found if d.kind.startswith("stage_")}


def decided(state: CaseState, kind: str = "grant") -> CaseState:
    person = state.applicant
    decision = f.case.DecisionTaken(
        number="D-1", kind=kind, on=date(2026, 7, 1), person=person, covers=(person,), to_on=date(2027, 7, 1)
    )  # type: ignore[arg-type]
    return after(state, [decision])


def test_X_checks_the_stages_stand_in_order_with_three_names_each_and_the_law_beside_them() -> None:
    assert [s.code for s in stages.stages()] == list(Stage.__args__)  # type: ignore[attr-defined]
    assert all(s.label(language) for s in stages.stages() for language in ("kk", "ru", "en"))
    assert {s.code: s.law for s in stages.stages() if s.law} == {
        "register": "10(6)", "sitting": "11(1), 12", "decision": "11(1), 12", "notify": "11(6)", "issue": "11(5)",
    }  # fmt: skip


def test_targets_are_off_by_default_and_the_board_shows_what_is_done() -> None:
    desk, state = registered()
    stands = board(desk, state)
    assert all(s.target is None for s in stands.values())
    assert (stands["register"].done_on, stands["check"].done_on) == (date(2026, 6, 15), None)
    assert internal(desk, state) == {}


def test_the_facts_of_the_case_show_a_stage_as_done() -> None:
    desk, state = registered()
    sent = f.case.RequestSent(request="q", to="nsc", person=state.applicant, on=date(2026, 6, 16))
    reply = f.case.RequestAnswered(request="q", person=state.applicant, on=date(2026, 6, 20), result="received")
    served = f.case.DecisionServed(number="D-1", way="hand", on=date(2026, 7, 2))
    booklet = f.case.CertificateIssued(
        number="AB1", kind="refugee", holder=state.applicant, minors=(), issued_on=date(2026, 7, 3),
        valid_to=date(2027, 7, 1),
    )  # fmt: skip
    stands = board(desk, after(decided(after(state, [sent, reply])), [served, booklet]))
    done = {code: stand.done_on.isoformat()[5:] for code, stand in stands.items() if stand.done_on}
    assert done == {
        "register": "06-15", "nsc_request": "06-16", "nsc_reply": "06-20", "decision": "07-01", "notify": "07-02",
        "issue": "07-03",
    }  # fmt: skip


def test_X_stages_targets_that_are_on_are_deadlines_of_their_own_beside_those_of_the_law() -> None:
    desk, state = registered(ON)
    found = internal(desk, state)
    assert {kind: d.due for kind, d in found.items()} == {
        "check": date(2026, 6, 15), "register": date(2026, 6, 15), "assign": date(2026, 6, 15),
        "nsc_request": date(2026, 6, 22),
    }  # fmt: skip
    assert {d.rule for d in found.values()} == {stages.RULE}
    assert found["nsc_request"].raw == date(2026, 6, 20), "five days, read as calendar days"
    assert found["register"].done_on == date(2026, 6, 15)
    laws = {d.kind: d.due for d in deadlines(state, desk.known.calendar, desk.settings)}
    assert laws["decision"] == date(2026, 9, 15)


def test_after_a_decision_the_targets_stand_beside_the_five_working_days() -> None:
    desk, state = registered(ON)
    granted = internal(desk, decided(state))
    assert (granted["notify"].due, granted["issue"].due) == (date(2026, 7, 2), date(2026, 7, 7))
    assert "issue" not in internal(desk, decided(state, "refuse")), "a refusal leads to no certificate"
    assert "copy_to_person" in {d.kind for d in deadlines(decided(state, "refuse"), desk.known.calendar, desk.settings)}


def test_only_a_stage_that_nothing_else_shows_is_recorded_by_hand() -> None:
    desk, state = registered()

    def refused(stage: str, on: date | None = None) -> str:
        with pytest.raises(Refusal) as error:
            stages.do_stage(desk.known, state, DoStage(case=state.id, stage=stage, on=on))  # type: ignore[arg-type]
        return error.value.rule

    assert refused("register") == refused("nsc_reply") == refused("decision") == "stage.derived"
    assert refused("assign") == "stage.by_head"
    assert refused("check", date(2026, 6, 16)) == "date.future"
    assert refused("check", date(2026, 6, 14)) == "date.before_file"
    fact = stages.do_stage(desk.known, state, DoStage(case=state.id, stage="prepare"))
    assert board(desk, after(state, [fact]))["prepare"].done_on == date(2026, 6, 15)


def test_the_head_appoints_the_officer_once() -> None:
    desk, state = registered(ON)
    fact = stages.assign(desk.known, state, AssignCase(case=state.id, user="clerk"))
    assigned = after(state, [fact])
    assert assigned.officer == "clerk"
    assert internal(desk, assigned)["assign"].done_on == date(2026, 6, 15)
    with pytest.raises(Refusal, match=r"stage\.officer_already"):
        stages.assign(desk.known, assigned, AssignCase(case=state.id, user="clerk"))
