"""Children who join the file of a refugee: an own decision on them, and a booklet that names them (L-11.4, f-12)."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.base.errors import Refusal
from app.domain.case import status
from app.domain.commands import (
    AnnulDecision,
    EndCertificate,
    IssueCertificate,
    ListMinor,
    LodgeExtension,
    MoveMinor,
    RecordAnswer,
    RecordRequest,
    ServeDecision,
    TakeDecision,
    TieFamily,
)
from app.domain.deadlines import deadlines
from app.domain.facts.values import GroundChosen, Proof
from app.domain.tasks import open_tasks
from app.services.offices import add_user
from app.store.store import Store
from tests.offices import adult, applicant, at, child, do, make_store, register, state_of


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = make_store(tmp_path / "store")
    opened.set_clock(at("2026-06-15 10:00"))
    yield opened
    opened.close()


def refugee(store: Store, *minors: object) -> str:
    (case,) = register(store, applicant(minors=minors))  # type: ignore[arg-type]
    do(store, RecordAnswer(case=case, to="fingerprints", result="done"))
    do(store, TakeDecision(case=case, kind="grant"))
    do(store, IssueCertificate(case=case, kind="refugee", blank="AB12345678"))
    return case


def kinds(store: Store, case: str) -> set[str]:
    return {task.kind for task in open_tasks(state_of(store, case))}


def test_L_11_4_f_12_a_child_listed_after_the_grant_gets_a_decision_and_a_place_in_the_booklet(store: Store) -> None:
    case = refugee(store)
    do(store, ListMinor(case=case, minor=child("ZAHRA", "2026-06-01")))
    (zahra,) = (person.id for person in state_of(store, case).minors)
    assert "decide_on_child" in kinds(store, case)
    do(store, TakeDecision(case=case, kind="grant", covers=(zahra,)))
    assert "decide_on_child" not in kinds(store, case)
    assert "renew_refugee_certificate" in kinds(store, case)
    do(store, IssueCertificate(case=case, kind="refugee", blank="AB12345679"))
    state = state_of(store, case)
    valid = [c for c in state.certificates if c.kind == "refugee" and not c.ended]
    assert [(c.number, c.minors) for c in valid] == [("AB12345679", (zahra,))]
    assert "renew_refugee_certificate" not in kinds(store, case)
    due = deadlines(state, store.calendar, store.settings)
    assert all(d.done_on for d in due if d.kind == "refugee_certificate")


def test_a_second_grant_to_who_has_the_status_is_refused(store: Store) -> None:
    case = refugee(store, child())
    (minor,) = (person.id for person in state_of(store, case).minors)
    for covers in ((minor,), (state_of(store, case).applicant,)):
        with pytest.raises(Refusal) as error:
            do(store, TakeDecision(case=case, kind="grant", covers=covers))
        assert error.value.rule == "decision.taken_already"


def test_L_11_2e_a_refugee_child_who_moves_to_a_waiting_parent_leaves_that_parent_to_be_decided(store: Store) -> None:
    mother = refugee(store, child("ZAHRA"))
    (father,) = register(store, applicant(adult("AHMADI", "OMAR", "1984-01-01")))
    (zahra,) = (person.id for person in state_of(store, mother).minors)
    do(store, TieFamily(case=mother, other_case=father, relation="spouse", evidence="неке туралы куәлік"))
    do(store, MoveMinor(case=mother, minor=zahra, to=father))
    do(store, RecordAnswer(case=father, to="fingerprints", result="done"))
    do(store, TakeDecision(case=father, kind="grant", covers=(state_of(store, father).applicant,)))
    do(store, IssueCertificate(case=father, kind="refugee", blank="AB12345670"))
    state = state_of(store, father)
    assert state.valid_certificate("refugee").minors == (zahra,)  # type: ignore[union-attr]
    assert "renew_refugee_certificate" not in kinds(store, father)


def test_X_cert_a_new_certificate_stands_in_the_chain_after_a_lost_one(store: Store) -> None:
    (case,) = register(store)
    lost = state_of(store, case).certificates[-1].number
    do(store, EndCertificate(case=case, number=lost, how="lost", reason="left in a bus"))
    do(store, IssueCertificate(case=case, kind="asylum"))
    assert state_of(store, case).certificates[-1].replaces == lost


def test_L_15_a_copy_sent_by_post_is_learnt_when_that_is_told(store: Store) -> None:
    case = refugee(store)
    do(store, ServeDecision(case=case, way="post"))
    assert state_of(store, case).decisions[-1].learnt_on is None
    do(store, ServeDecision(case=case, way="hand"))
    assert state_of(store, case).decisions[-1].learnt_on == date(2026, 6, 15)


A12_01 = (GroundChosen(code="A12-01", reason="no well-founded fear"),)


def refused(store: Store, command: object) -> str:
    with pytest.raises(Refusal) as error:
        do(store, command)  # type: ignore[arg-type]
    return error.value.rule


def test_L_11_2e_a_refusal_of_one_parent_leaves_the_status_of_a_child_who_moved_in(store: Store) -> None:
    mother, father = register(
        store, applicant(minors=(child("ZAHRA"),)), applicant(adult("AHMADI", "OMAR", "1984-01-01"), relation="spouse")
    )
    do(store, RecordAnswer(case=mother, to="fingerprints", result="done"))
    do(store, TakeDecision(case=mother, kind="grant"))
    (zahra,) = (person.id for person in state_of(store, mother).minors)
    do(store, MoveMinor(case=mother, minor=zahra, to=father))
    do(store, TakeDecision(case=father, kind="refuse", grounds=A12_01))
    state = state_of(store, father)
    assert (status(state, store.clock.today()), status(state, store.clock.today(), zahra)) == ("refused", "refugee")


def test_A14_01_the_status_of_a_child_alone_is_terminated(store: Store) -> None:
    case = refugee(store, child())
    (zahra,) = (person.id for person in state_of(store, case).minors)
    today = store.clock.today()
    proofs = tuple(Proof(id=i, text="passport", on=today) for i in ("citizenship", "protection_used"))
    grounds = (GroundChosen(code="A14-01", reason="citizen since May"),)
    do(store, TakeDecision(case=case, kind="terminate", covers=(zahra,), grounds=grounds, proofs=proofs))
    state = state_of(store, case)
    assert (status(state, today), status(state, today, zahra)) == ("refugee", "terminated")


def test_f_12_a_child_listed_in_a_refused_file_is_decided_on(store: Store) -> None:
    (case,) = register(store)
    do(store, TakeDecision(case=case, kind="refuse", grounds=A12_01))
    do(store, ListMinor(case=case, minor=child()))
    (zahra,) = (person.id for person in state_of(store, case).minors)
    assert refused(store, TakeDecision(case=case, kind="refuse", grounds=A12_01)) == "decision.taken_already"
    do(store, TakeDecision(case=case, kind="refuse", covers=(zahra,), grounds=A12_01))
    assert status(state_of(store, case), store.clock.today(), zahra) == "refused"
    assert "decide_on_child" not in kinds(store, case)


def test_L_10_6c_the_fingerprints_asked_for_are_those_of_who_is_decided_on(store: Store) -> None:
    case = refugee(store)
    do(store, ListMinor(case=case, minor=child()))
    (zahra,) = (person.id for person in state_of(store, case).minors)
    do(store, RecordRequest(case=case, to="fingerprints", person=zahra))
    grant = TakeDecision(case=case, kind="grant", covers=(zahra,))
    assert refused(store, grant) == "decision.fingerprints_open"
    more = {"reason": "under 16", "basis": "law on fingerprint registration", "confirmed_by": "IAB"}
    do(store, RecordAnswer(case=case, to="fingerprints", person=zahra, result="not_required", **more))  # type: ignore[arg-type]
    assert do(store, grant).facts


def test_f_42_an_extension_does_not_cut_the_longer_term_of_a_child(store: Store) -> None:
    case = refugee(store)
    store.set_clock(at("2027-05-10 10:00"))
    do(store, ListMinor(case=case, minor=child("ZAHRA", "2027-01-20")))
    (zahra,) = (person.id for person in state_of(store, case).minors)
    do(store, TakeDecision(case=case, kind="grant", covers=(zahra,)))
    before = state_of(store, case).status_decision(zahra)
    store.set_clock(at("2027-05-12 10:00"))
    do(store, LodgeExtension(case=case))
    do(store, TakeDecision(case=case, kind="extend"))
    state = state_of(store, case)
    assert state.decisions[-1].covers == (state.applicant,) or state.status_decision(zahra) == before
    assert state.status_decision(zahra).to_on >= before.to_on  # type: ignore[union-attr,operator]


def test_a_decision_on_the_wrong_day_is_annulled_and_taken_on_the_right_one(store: Store) -> None:
    (case,) = register(store)
    do(store, RecordAnswer(case=case, to="fingerprints", result="done"))
    store.set_clock(at("2026-06-20 10:00"))
    do(store, TakeDecision(case=case, kind="grant"))
    number = state_of(store, case).decisions[0].number
    add_user(store, store.actor("clerk"), "head", "Сейтов", ("head",))
    do(store, AnnulDecision(case=case, decision=number, by="self", reason="the sitting was on 18.06", second="head"))
    do(store, TakeDecision(case=case, kind="grant", on=date(2026, 6, 18)))
    assert state_of(store, case).status_decision(state_of(store, case).applicant).on == date(2026, 6, 18)  # type: ignore[union-attr]


def test_X_fp3_a_second_referral_does_not_undo_what_was_done(store: Store) -> None:
    (case,) = register(store)
    do(store, RecordAnswer(case=case, to="fingerprints", result="done"))
    do(store, RecordRequest(case=case, to="fingerprints"))
    assert do(store, TakeDecision(case=case, kind="grant")).facts
