"""Decisions through the services on a real store: families, consent, certificates; refusals leave no trace."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.base.errors import Refusal
from app.domain.case import status
from app.domain.commands import (
    ArrivalData,
    CloseCase,
    Command,
    IssueCertificate,
    PostponeConsideration,
    RecordAnswer,
    RecordConsent,
    RecordRequest,
    SendNotice,
    ServeDecision,
    TakeDecision,
)
from app.domain.facts.values import GroundChosen, Override
from app.messages import catalogue
from app.services import offices
from app.store.rebuild import verify
from app.store.rows import cases
from app.store.store import Store
from tests.offices import adult, applicant, at, child, do, make_store, register, state_of, trace

A12_01 = (GroundChosen(code="A12-01", reason="негіз жоқ"),)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = make_store(tmp_path / "s")
    made.set_clock(at("2026-09-07 10:00"))
    yield made
    made.close()


def refused(store: Store, command: Command) -> Refusal:
    """The refusal of a command that left everything as it was, and has its sentence in three languages."""
    before = trace(store)
    with pytest.raises(Refusal) as error:
        do(store, command)
    assert trace(store) == before
    assert all(catalogue.sentence(error.value, language).endswith(".") for language in catalogue.LANGUAGES)
    return error.value


def couple(store: Store) -> tuple[str, str]:
    """Scenario g-16: husband and wife, fingerprints of both done."""
    husband, wife = register(
        store,
        applicant(arrival=ArrivalData(entered_on=date(2026, 9, 5))),
        applicant(
            adult("KARIMI", "MARYAM", sex="female"), relation="spouse", arrival=ArrivalData(entered_on=date(2026, 9, 5))
        ),
    )
    for case in (husband, wife):
        do(store, RecordAnswer(case=case, to="fingerprints", result="done"))
    return husband, wife


def test_L_11_2b_g_16_a_wife_without_own_reasons_is_recognised_with_her_consent(store: Store) -> None:
    husband, wife = couple(store)
    store.set_clock(at("2026-11-20 15:00"))
    do(store, TakeDecision(case=husband, kind="grant"))
    assert refused(store, TakeDecision(case=wife, kind="grant_derivative")).rule == "decision.consent_missing"
    do(store, RecordConsent(case=wife, given=True, on=date(2026, 11, 18)))
    refusal = TakeDecision(case=wife, kind="refuse", grounds=A12_01)
    assert refused(store, refusal).rule == "decision.ground_only_family"
    do(store, TakeDecision(case=wife, kind="grant_derivative"))
    for case in (husband, wife):
        state = state_of(store, case)
        assert state.decisions[0].to_on == date(2027, 11, 20)
        with store.reading() as connection:
            due = {d.kind: d.due for d in cases.deadlines_of(connection, case)}
        five = {due[kind] for kind in ("notice_iab", "notice_authorised_body", "refugee_certificate")}
        assert five == {date(2026, 11, 27)}


def test_L_11_2b_g_16_without_consent_her_own_application_is_decided(store: Store) -> None:
    husband, wife = couple(store)
    store.set_clock(at("2026-11-20 15:00"))
    do(store, TakeDecision(case=husband, kind="grant"))
    before = state_of(store, husband)
    do(store, RecordConsent(case=wife, given=False))
    assert refused(store, TakeDecision(case=wife, kind="grant_derivative")).rule == "decision.consent_missing"
    do(store, TakeDecision(case=wife, kind="refuse", grounds=A12_01))
    assert status(state_of(store, wife), date(2026, 11, 20)) == "refused"
    assert state_of(store, husband) == before


def test_f_40_a_husband_recognised_and_gone_still_counts(store: Store) -> None:
    husband, wife = couple(store)
    store.set_clock(at("2026-11-20 15:00"))
    do(store, TakeDecision(case=husband, kind="grant"))
    do(store, CloseCase(case=husband, code="DTH"))
    do(store, RecordConsent(case=wife, given=True))
    refusal = TakeDecision(case=wife, kind="refuse", grounds=A12_01)
    assert refused(store, refusal).rule == "decision.ground_only_family"


def test_f_40_where_nobody_is_recognised_A12_01_stays_usable(store: Store) -> None:
    husband, wife = couple(store)
    do(store, RecordConsent(case=wife, given=True))
    do(store, TakeDecision(case=husband, kind="refuse", grounds=A12_01))
    do(store, TakeDecision(case=wife, kind="refuse", grounds=A12_01))
    assert verify(store).problems == ()


def test_g_10_the_fingerprint_condition_and_the_first_of_january(tmp_path: Path) -> None:
    store = make_store(tmp_path / "t")
    store.set_clock(at("2023-10-16 10:00"))
    first, second, third = (
        register(store, applicant(adult("AHMADI", given), arrival=ArrivalData()))[0] for given in ("A", "B", "C")
    )
    store.set_clock(at("2024-01-03 10:00"))
    do(store, TakeDecision(case=first, kind="grant", on=date(2023, 12, 31)))
    assert refused(store, TakeDecision(case=second, kind="grant")).rule == "decision.fingerprints_open"
    do(store, TakeDecision(case=second, kind="grant", override=Override(rule="f-16", reason="құрылғы жоқ")))
    do(store, RecordRequest(case=third, to="fingerprints"))  # no referral went out before 2024
    done = RecordAnswer(case=third, to="fingerprints", result="not_required", reason="15", basis="40", confirmed_by="X")
    do(store, done)
    ground = (GroundChosen(code="A12-10", reason="x"),)
    assert refused(store, TakeDecision(case=third, kind="refuse", grounds=ground)).rule == "decision.ground_not_offered"
    do(store, TakeDecision(case=third, kind="grant"))
    store.close()


NOT_DECIDED = [
    ("decision.future", {"kind": "grant", "on": date(2026, 9, 8)}),
    ("decision.before_registration", {"kind": "grant", "on": date(2026, 9, 6)}),
    ("decision.fingerprints_open", {"kind": "grant"}),
    ("decision.override_not_allowed", {"kind": "grant", "override": Override(rule="x", reason="y")}),
    ("decision.consent_missing", {"kind": "grant_derivative"}),
    ("decision.no_status", {"kind": "extend"}),
    ("decision.no_status", {"kind": "deprive"}),
    ("person.unknown", {"kind": "refuse", "grounds": A12_01, "covers": ("stranger",)}),
    ("decision.no_ground", {"kind": "refuse"}),
    ("decision.ground_unknown", {"kind": "refuse", "grounds": (GroundChosen(code="A14-01", reason="x"),)}),
    ("decision.reason_missing", {"kind": "refuse", "grounds": (GroundChosen(code="A12-01", reason=""),)}),
]


@pytest.mark.parametrize(("rule", "fields"), NOT_DECIDED)
def test_a_decision_that_is_refused_leaves_no_trace(store: Store, rule: str, fields: dict[str, object]) -> None:
    (case,) = register(store, applicant(arrival=ArrivalData()))
    assert refused(store, TakeDecision(case=case, **fields)).rule == rule  # type: ignore[arg-type]


def test_a_decision_without_the_applicant_is_refused(store: Store) -> None:
    (case,) = register(store, applicant(arrival=ArrivalData(), minors=(child(),)))
    minor = state_of(store, case).minors[0].id
    command = TakeDecision(case=case, kind="refuse", grounds=A12_01, covers=(minor,))
    assert refused(store, command).rule == "decision.applicant_not_covered"


def test_acts_that_need_a_decision_or_a_status_are_refused_without(store: Store) -> None:
    (case,) = register(store, applicant(arrival=ArrivalData()))
    assert refused(store, ServeDecision(case=case, way="hand")).rule == "decision.none"
    assert refused(store, SendNotice(case=case, to="iab")).rule == "decision.none"
    assert refused(store, IssueCertificate(case=case, kind="refugee")).rule == "certificate.not_refugee"
    assert refused(store, RecordConsent(case=case, given=True, on=date(2026, 9, 8))).rule == "date.future"
    do(store, TakeDecision(case=case, kind="refuse", grounds=A12_01))
    again = TakeDecision(case=case, kind="refuse", grounds=A12_01)
    assert refused(store, again).rule == "decision.taken_already"
    assert refused(store, ServeDecision(case=case, way="hand", on=date(2026, 9, 8))).rule == "decision.future"
    do(store, CloseCase(case=case, code="DEP"))
    assert refused(store, again).rule == "decision.closed"


def test_g_19_f_04_the_setting_opens_the_strict_limit_and_never_the_hard_one(tmp_path: Path) -> None:
    store = make_store(tmp_path / "t")
    store.set_clock(at("2026-06-15 10:00"))
    (case,) = register(store)
    store.set_clock(at("2026-09-10 10:00"))

    def until(day: date) -> PostponeConsideration:
        return PostponeConsideration(case=case, until=day, reason="қосымша тексеру")

    assert refused(store, until(date(2027, 6, 16))).facts == {"limit": date(2027, 6, 15)}
    assert refused(store, until(date(2026, 9, 10))).rule == "postponement.until"
    offices.change_setting(store, store.actor("clerk"), "postponement.limit_from", "postponement_decision", "заңгер")
    assert refused(store, until(date(2027, 9, 11))).rule == "postponement.hard_limit"
    do(store, until(date(2027, 9, 10)))
    state = state_of(store, case)
    assert [c.ended for c in state.certificates] == ["replaced", ""]
    assert verify(store).problems == ()
    store.close()


def test_L_11_5b_the_whole_way_to_the_refugee_certificate(store: Store) -> None:
    husband, _wife = couple(store)
    do(store, TakeDecision(case=husband, kind="grant"))
    do(store, IssueCertificate(case=husband, kind="refugee", blank="AB12345678"))
    do(store, SendNotice(case=husband, to="iab"))
    do(store, SendNotice(case=husband, to="authorised_body", way="bundle"))
    do(store, ServeDecision(case=husband, way="hand"))
    with store.reading() as connection:
        still = {d.kind for d in cases.deadlines_of(connection, husband)}
        assert cases.find_case(connection, "ab 12345678") == husband
    assert still == {"extension_application", "status_expiry"}
    assert refused(store, IssueCertificate(case=husband, kind="refugee")).rule == "certificate.issued_already"
