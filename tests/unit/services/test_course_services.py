"""The course of a case in a store: each act records one fact, each refused act nothing."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.base.errors import Refusal
from app.domain import facts as f
from app.domain.commands import (
    AddEvidence,
    AssignCase,
    ChangeStay,
    CloseCase,
    CorrectPerson,
    DocumentData,
    DoStage,
    EngageInterpreter,
    GiveLeaflet,
    HoldInterview,
    InterpreterData,
    NameRepresentative,
    RecordAnswer,
    RecordRequest,
    RepresentativeData,
    ShowDocument,
    StateNeeds,
    StateRelative,
    StayData,
    WriteAssessment,
)
from app.domain.course import SIX_REASONS
from app.domain.facts.persons import PersonChanges
from app.domain.permissions import Actor
from app.domain.tasks import open_tasks
from app.services import offices
from app.services.acts import perform
from app.store.store import Store
from tests.offices import adult, applicant, at, child, do, make_store, names, register, state_of, trace


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = make_store(tmp_path / "s")
    made.set_clock(at("2026-06-15 10:00"))
    offices.add_user(made, made.actor("clerk"), "head", "Сейтов", ("head",))
    offices.add_user(made, made.actor("clerk"), "young", "Жұмабаев", ("clerk",))
    offices.add_user(made, made.actor("clerk"), "auditor", "Ибраев", ("auditor",))
    yield made
    made.close()


@pytest.fixture
def case(store: Store) -> str:
    return register(store, applicant(minors=(child("ZAHRA"),)))[0]


REASONS = dict.fromkeys(SIX_REASONS, "қаралды")
ACTS: tuple[tuple[Any, dict[str, Any], type], ...] = (
    (RecordRequest, {"to": "medical"}, f.case.RequestSent),
    (RecordAnswer, {"to": "fingerprints", "result": "done"}, f.case.RequestAnswered),
    (CorrectPerson, {"changes": PersonChanges(names=names("AHMADY", "FARID")), "reason": "x", "document": "y"},
     f.persons.PersonCorrected),
    (ShowDocument, {"document": DocumentData(type="id_card", number="N2")}, f.case.DocumentShown),
    (NameRepresentative, {"representative": RepresentativeData(name="Ахметов", basis="сенімхат")},
     f.case.RepresentativeNamed),
    (EngageInterpreter, {"interpreter": InterpreterData(name="Садыков", language="prs")}, f.case.InterpreterEngaged),
    (GiveLeaflet, {"language": "prs"}, f.course.LeafletGiven),
    (StateNeeds, {"codes": ("WR-SF",)}, f.course.NeedsStated),
    (HoldInterview, {"officer": "Омарова"}, f.course.InterviewHeld),
    (AddEvidence, {"about": "claim", "text": "хат"}, f.course.EvidenceAdded),
    (WriteAssessment, {"reasons": REASONS, "protection": "жоқ"}, f.course.AssessmentWritten),
    (StateRelative, {"relation": "brother", "name": "Али"}, f.case.RelativeStated),
    (DoStage, {"stage": "check"}, f.course.StageDone),
    (AssignCase, {"user": "young"}, f.course.CaseAssigned),
)  # fmt: skip


@pytest.mark.parametrize(("command", "values", "fact"), ACTS, ids=[c.__name__ for c, _, _ in ACTS])
def test_each_act_records_its_fact_in_an_open_case_only(
    store: Store, case: str, command: Any, values: dict[str, Any], fact: type
) -> None:
    outcome = do(store, command(case=case, **values))
    assert (outcome.cases, [type(x) for x in outcome.facts]) == ((case,), [fact])
    do(store, CloseCase(case=case, code="DEP", certificate="returned"))
    assert refused(store, command(case=case, **values)) == "case.not_open"
    assert refused(store, command(case="nowhere", **values)) == "case.unknown"


@pytest.mark.parametrize("command", [c for c, _, _ in ACTS if "person" in c.__struct_fields__])
def test_a_person_who_does_not_stand_in_the_case_is_refused(store: Store, case: str, command: Any) -> None:
    values = next(v for c, v, _ in ACTS if c is command)
    assert refused(store, command(case=case, person="nobody", **values)) == "person.unknown"


def refused(store: Store, command: Any, user: str = "clerk") -> str:
    before = trace(store)
    with pytest.raises(Refusal) as error:
        perform(store, store.actor(user), command)
    assert trace(store) == before
    return error.value.rule


def test_L_10_6b_a_new_address_and_the_referral_are_recorded_in_one_act(store: Store, case: str) -> None:
    command = ChangeStay(case=case, stay=StayData(kato="750000000", text="Абай, 1"))
    assert [type(x) for x in do(store, command).facts] == [f.case.StayStated, f.case.RequestSent]
    assert state_of(store, case).applicant_person.stay.text == "Абай, 1"  # type: ignore[union-attr]
    away = ChangeStay(case=case, stay=StayData(kato="710000000", text="Астана"))
    assert refused(store, away) == "stay.other_region"


def test_a_link_or_a_relative_is_a_case_of_the_register(store: Store, case: str) -> None:
    assert refused(store, AddEvidence(case=case, about="family", text="x", link="nowhere")) == "case.unknown"
    assert refused(store, StateRelative(case=case, relation="brother", other_case="nowhere")) == "case.unknown"
    (other,) = register(store, applicant(adult("KARIMI", "MARYAM")))
    do(store, StateRelative(case=case, relation="sister", other_case=other))
    assert [r.case for r in state_of(store, case).relatives] == [other]


def test_rules_B_3_a_clerk_takes_no_restricted_need_away(store: Store, case: str) -> None:
    perform(store, store.actor("young"), StateNeeds(case=case, codes=("SV-VO",)))
    perform(store, store.actor("young"), StateNeeds(case=case, codes=("WR-SF",)))
    assert set(state_of(store, case).applicant_person.needs) == {"SV-VO", "WR-SF"}
    perform(store, store.actor("head"), StateNeeds(case=case, codes=("WR-SF",)))
    assert state_of(store, case).applicant_person.needs == ("WR-SF",)


def test_only_the_head_appoints_and_only_an_officer_of_the_desk(store: Store, case: str) -> None:
    assert refused(store, AssignCase(case=case, user="clerk"), "young") == "permission.role"
    assert refused(store, AssignCase(case=case, user="nobody"), "head") == "stage.officer_unknown"
    assert refused(store, AssignCase(case=case, user="auditor"), "head") == "stage.officer_unknown"
    perform(store, store.actor("head"), AssignCase(case=case, user="young"))
    assert state_of(store, case).officer == "young"


def test_L_8_1_1_the_leaflet_ends_its_task(store: Store, case: str) -> None:
    assert "leaflet" in [t.kind for t in open_tasks(state_of(store, case))]
    do(store, GiveLeaflet(case=case, language="prs"))
    assert "leaflet" not in [t.kind for t in open_tasks(state_of(store, case))]


def test_a_border_unit_corrects_its_own_file(tmp_path: Path) -> None:
    from app.domain.commands import LodgeAtBorder

    border = make_store(tmp_path / "b", office="ALA50", kind="border")
    try:
        border.set_clock(at("2026-06-15 10:00"))
        (lodged,) = do(border, LodgeAtBorder(applicants=(applicant(),))).cases
        changes = PersonChanges(names=names("AHMADY", "FARID"))
        do(border, CorrectPerson(case=lodged, changes=changes, reason="x", document="паспорт"))
        do(border, ChangeStay(case=lodged, stay=StayData(kato="710000000", text="Астана"), from_on=date(2026, 6, 15)))
        assert state_of(border, lodged).requests == ()
        assert refused(border, DoStage(case=lodged, stage="check")) == "permission.office"
    finally:
        border.close()


def test_an_answer_of_the_nsc_is_recorded_by_the_commission(tmp_path: Path) -> None:
    """X-checks, f-28; `grounds.md` 1: who may not see it does not type it."""
    store = make_store(tmp_path / "nsc")
    (case,) = register(store)
    do(store, RecordRequest(case=case, to="nsc"))
    clerk = Actor("c", frozenset({"clerk"}), "region")
    answer = RecordAnswer(case=case, to="nsc", result="received", reason="x")
    with pytest.raises(Refusal) as error:
        perform(store, clerk, answer)
    assert error.value.rule == "permission.role"
    assert perform(store, Actor("s", frozenset({"secretary"}), "region"), answer).facts
    store.close()


def test_a_clerk_does_not_learn_that_a_restricted_need_stands_already(tmp_path: Path) -> None:
    store = make_store(tmp_path / "needs")
    (case,) = register(store)
    do(store, StateNeeds(case=case, codes=("TR",)))
    clerk = Actor("c", frozenset({"clerk"}), "region")
    assert perform(store, clerk, StateNeeds(case=case, codes=("TR",))).facts
    assert state_of(store, case).applicant_person.needs == ("TR",)
    store.close()
