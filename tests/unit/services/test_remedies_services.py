"""What follows a decision, on a real store: four eyes, no trace of what is refused, moves, closing, reopening."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.base.errors import Refusal
from app.domain.case import status
from app.domain.commands import (
    AnnounceDeparture,
    AnnulDecision,
    CloseCase,
    Command,
    CorrectDecision,
    DecideAppeal,
    EndCertificate,
    EnterRecord,
    IssueCertificate,
    LeaveRecord,
    LodgeAppeal,
    RecordAnswer,
    ReopenCase,
    ServeDecision,
    TakeDecision,
    WithdrawApplication,
)
from app.domain.deadlines import deadlines
from app.domain.facts.values import GroundChosen
from app.domain.stay import stay
from app.messages import catalogue
from app.messages.deadlines import deadline_explanation, deadline_title
from app.services import offices
from app.services.acts import perform
from app.store.rebuild import verify
from app.store.rows import cases
from app.store.store import Store
from tests.offices import adult, applicant, at, child, do, make_store, register, state_of, trace

A12_01 = (GroundChosen(code="A12-01", reason="негіз жоқ"),)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = make_store(tmp_path / "s")
    offices.add_user(made, made.actor("clerk"), "b-head", "Бақыт Сейітов", ("head",))
    offices.add_user(made, made.actor("clerk"), "c-clerk", "Сәуле Ахметова", ("clerk",))
    made.set_clock(at("2026-06-15 10:00"))
    yield made
    assert verify(made).problems == ()
    made.close()


def refused(store: Store, command: Command, user: str = "clerk") -> str:
    """The rule that refuses a command; nothing is recorded, and there is a sentence in each language."""
    before = trace(store)
    with pytest.raises(Refusal) as error:
        perform(store, store.actor(user), command)
    assert trace(store) == before
    assert all(catalogue.sentence(error.value, language).endswith(".") for language in catalogue.LANGUAGES)
    return error.value.rule


def refused_case(store: Store) -> str:
    """Refused on 03.08.2026, learned of on 05.08.2026."""
    (case,) = register(store)
    store.set_clock(at("2026-08-03 10:00"))
    do(store, TakeDecision(case=case, kind="refuse", grounds=A12_01))
    store.set_clock(at("2026-08-05 10:00"))
    do(store, ServeDecision(case=case, way="hand"))
    return case


def granted_case(store: Store) -> str:
    """Granted on 15.06.2026."""
    (case,) = register(store)
    do(store, RecordAnswer(case=case, to="fingerprints", result="done"))
    do(store, TakeDecision(case=case, kind="grant"))
    return case


def test_L_15_f_31_an_appeal_from_complaint_to_court_act(store: Store) -> None:
    case = refused_case(store)
    do(store, LodgeAppeal(case=case, level="pre_trial", body="Алматы қаласының әкімдігі"))
    assert stay(state_of(store, case), date(2027, 5, 1), store.settings, store.calendar).until is None
    do(store, DecideAppeal(case=case, result="dismissed", effect="stands"))
    store.set_clock(at("2026-09-01 10:00"))
    do(store, LodgeAppeal(case=case, level="court_first", body="Әкімшілік сот"))
    store.set_clock(at("2026-12-01 10:00"))
    do(
        store,
        DecideAppeal(case=case, result="allowed", effect="remitted", in_force_on=date(2026, 12, 1), second="b-head"),
    )
    state = state_of(store, case)
    assert status(state, date(2026, 12, 1)) == "asylum_seeker"
    assert [a.effect for a in state.appeals] == ["stands", "remitted"]


def test_L_15_no_list_turns_red_because_of_an_appeal_or_a_departure(store: Store) -> None:
    case = refused_case(store)
    with store.reading() as connection:
        kinds = {d.kind for d in cases.deadlines_of(connection, case)}
    assert not kinds & {"appeal_term", "departure"}


def test_an_annulment_takes_four_eyes_and_names_them(store: Store) -> None:
    case = refused_case(store)
    number = state_of(store, case).decisions[0].number
    act = AnnulDecision(case=case, decision=number, by="self", reason="жаңа мән-жайлар")
    for second, rule in (
        ("", "second.missing"), ("clerk", "second.same"), ("nobody", "second.unknown"), ("c-clerk", "second.role"),
    ):  # fmt: skip
        wrong = AnnulDecision(case=case, decision=number, by="self", reason="x", second=second)
        assert refused(store, wrong) == rule
    assert refused(store, act, "c-clerk") == "permission.role"
    outcome = do(store, AnnulDecision(case=case, decision=number, by="self", reason="жаңа мән-жайлар", second="b-head"))
    assert [fact.second for fact in outcome.facts] == ["b-head"]
    assert status(state_of(store, case), date(2026, 8, 5)) == "asylum_seeker"


def test_L_11_5a_a_slip_in_a_grant_is_corrected_and_the_decision_stays(store: Store) -> None:
    case = granted_case(store)
    decision = state_of(store, case).decisions[0]
    day = date(2027, 6, 14)
    assert refused(store, CorrectDecision(case=case, decision=decision.number, reason="x")) == "correction.nothing"
    do(store, CorrectDecision(case=case, decision=decision.number, reason="қате жазылған", to_on=day))
    state = state_of(store, case)
    assert (state.decisions[0].to_on, status(state, date(2026, 6, 15))) == (day, "refugee")


def test_X_cert_one_valid_certificate_after_a_lost_one(store: Store) -> None:
    (case,) = register(store)
    number = state_of(store, case).certificates[0].number
    do(store, EndCertificate(case=case, number=number, how="lost", reason="көшеде"))
    do(store, IssueCertificate(case=case, kind="asylum"))
    assert [c.ended for c in state_of(store, case).certificates] == ["lost", ""]
    assert refused(store, EndCertificate(case=case, number=number, how="returned")) == "certificate.end_unknown"


def test_f_30_an_error_of_registration_takes_four_eyes(store: Store) -> None:
    (case,) = register(store)
    act = CloseCase(case=case, code="ERR", reason="екі рет", certificate="destroyed")
    assert refused(store, act) == "second.missing"
    do(store, CloseCase(case=case, code="ERR", reason="екі рет", certificate="destroyed", second="b-head"))
    state = state_of(store, case)
    assert (state.closed_code, state.valid_certificate("asylum")) == ("ERR", None)


def test_f_30_what_was_closed_in_error_is_opened_again_with_four_eyes(store: Store) -> None:
    (case,) = register(store, applicant(minors=(child(),)))
    do(store, CloseCase(case=case, code="DEP"))
    reopen = ReopenCase(case=case, what="closing", reason="кетпеген")
    assert refused(store, reopen) == "second.missing"
    again = ReopenCase(case=case, what="closing", reason="кетпеген", second="b-head")
    assert refused(store, ReopenCase(case=case, what="lapse", reason="x", second="b-head")) == "case.nothing_to_reopen"
    do(store, again)
    assert state_of(store, case).is_open
    assert refused(store, again) == "case.nothing_to_reopen"


def test_L_10_5_a_file_is_not_opened_again_while_its_child_stands_in_another(store: Store) -> None:
    (case,) = register(store, applicant(minors=(child(),)))
    do(store, CloseCase(case=case, code="DEP"))
    register(store, applicant(adult("AHMADI", "MARYAM", "1990-02-11", sex="female"), minors=(child(),)))
    reopen = ReopenCase(case=case, what="closing", reason="кетпеген", second="b-head")
    assert refused(store, reopen) == "case.person_elsewhere"


def test_f_30_an_adult_of_the_same_name_and_birth_does_not_keep_a_file_closed(store: Store) -> None:
    (case,) = register(store)
    do(store, CloseCase(case=case, code="DEP"))
    register(store)
    do(store, ReopenCase(case=case, what="closing", reason="кетпеген", second="b-head"))
    assert state_of(store, case).is_open


def test_L_8_2_5_off_and_on_the_record(store: Store) -> None:
    (case,) = register(store)
    assert refused(store, LeaveRecord(case=case, to="ALA01")) == "move.same_office"
    do(store, LeaveRecord(case=case, to="ALO01"))
    store.set_clock(at("2026-07-20 10:00"))
    do(store, EnterRecord(case=case, from_office="ALO01", arrived_on=date(2026, 7, 10)))
    arrived = state_of(store, case).arrived
    assert arrived is not None
    assert arrived.late is not None
    assert (arrived.late.days, arrived.late.reason) == (3, "")


def test_L_8_2_4_L_9_2_2_a_notice_of_departure_changes_no_status(store: Store) -> None:
    case = granted_case(store)
    do(store, AnnounceDeparture(case=case, for_good=True, country="CAN"))
    assert status(state_of(store, case), date(2026, 6, 15)) == "refugee"
    assert refused(store, CloseCase(case=case, code="DEP")) == "case.status_held"


def nonsense(case: str) -> list[Command]:
    """Every command of this floor with ids, numbers and words that mean nothing."""
    return [
        LodgeAppeal(case=case, level="pre_trial", body="\x00", decision="🙂"),
        DecideAppeal(case=case, result="allowed", effect="annulled", appeal="🙂", second="b-head"),
        AnnulDecision(case=case, decision="🙂", by="court", reason="x", second="🙂"),
        CorrectDecision(case=case, decision="🙂", reason="x", note="y"),
        EndCertificate(case=case, number="🙂", how="lost", reason="x"),
        CloseCase(case=case, code="🙂"),
        ReopenCase(case=case, what="closing", reason="x", second="b-head"),
        AnnounceDeparture(case=case, persons=("🙂",)),
        LeaveRecord(case=case, to="🙂"),
        EnterRecord(case=case, from_office="🙂", arrived_on=date(1, 1, 1)),
        WithdrawApplication(case=case, on=date(1, 1, 1)),
        WithdrawApplication(case=case, kind="extension"),
    ]


def test_words_that_mean_nothing_end_in_a_refusal(store: Store) -> None:
    (case,) = register(store)
    for command in nonsense(case):
        assert refused(store, command)
    for command in nonsense("nowhere"):
        assert refused(store, command) in {"case.unknown", "second.unknown"}


def test_f_35_an_intake_office_and_the_centre_do_none_of_it(tmp_path: Path) -> None:
    for kind, office in (("border", "ALO51"), ("district", "ALA10"), ("centre", "CEN00")):
        other = make_store(tmp_path / kind, office=office, kind=kind)
        for command in nonsense("nowhere"):
            assert refused(other, command) == "permission.office"
        other.close()


def test_after_the_end_only_what_follows_a_decision_or_a_certificate_is_recorded(store: Store) -> None:
    case = refused_case(store)
    do(store, CloseCase(case=case, code="DEP"))
    for command in (
        AnnounceDeparture(case=case), LeaveRecord(case=case, to="ALO01"), WithdrawApplication(case=case),
        EnterRecord(case=case, from_office="ALO01", arrived_on=date(2026, 7, 1)), CloseCase(case=case, code="DEP"),
    ):  # fmt: skip
        assert refused(store, command) == "case.not_open"
    do(store, LodgeAppeal(case=case, level="pre_trial", body="Әкімдік"))
    number = state_of(store, case).certificates[0].number
    do(store, EndCertificate(case=case, number=number, how="returned"))
    state = state_of(store, case)
    assert (len(state.appeals), state.valid_certificate("asylum")) == (1, None)


def test_A16_the_new_deadlines_and_tasks_explain_themselves_in_three_languages(store: Store) -> None:
    case = refused_case(store)
    do(store, EnterRecord(case=case, from_office="ALO01", arrived_on=date(2026, 7, 10)))
    found = {d.kind: d for d in deadlines(state_of(store, case), store.calendar, store.settings)}
    for language in catalogue.LANGUAGES:
        for kind in ("appeal_term", "record_after_move"):
            assert deadline_title(found[kind], language)
            assert len(deadline_explanation(found[kind], language)) >= 5
        for task in (
            "explain_late_appeal", "appeal_in_force", "ask_when_learnt", "reopen_after_appeal", "decide_again",
            "replace_certificate",
            "take_back_refugee_certificate", "hand_over_after_move", "iab_stay_after_move", "departure_for_good",
        ):  # fmt: skip
            assert catalogue.text(f"task-{task.replace('_', '-')}", language)
