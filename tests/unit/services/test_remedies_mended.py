"""Defects found in what follows a decision, each with the road on which it was found, on a real store."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.base.errors import Refusal
from app.domain import commands as c
from app.domain import grounds
from app.domain.case import status
from app.domain.commands import Command
from app.domain.deadlines import deadlines
from app.domain.facts.persons import PersonChanges
from app.domain.facts.values import GroundChosen
from app.domain.reasons import LONGEST
from app.domain.stay import Stay, stay
from app.domain.tasks import open_tasks
from app.messages import catalogue
from app.services import offices
from app.services.acts import perform
from app.store.rebuild import verify
from app.store.store import Store
from tests.offices import applicant, at, do, make_store, register, state_of, trace

A12_01 = (GroundChosen(code="A12-01", reason="негіз жоқ"),)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = make_store(tmp_path / "s")
    offices.add_user(made, made.actor("clerk"), "b-head", "Бақыт Сейітов", ("head",))
    made.set_clock(at("2026-06-15 10:00"))
    yield made
    assert verify(made).problems == ()
    made.close()


def refused(store: Store, command: Command) -> str:
    """The rule that refuses a command; nothing is recorded, and there is a sentence in each language."""
    before = trace(store)
    with pytest.raises(Refusal) as error:
        perform(store, store.actor("clerk"), command)
    assert trace(store) == before
    assert all(catalogue.sentence(error.value, language).endswith(".") for language in catalogue.LANGUAGES)
    return error.value.rule


def refused_case(store: Store, way: str = "hand") -> str:
    """Refused and served on 15.06.2026: the appeal term ends on 15.09.2026."""
    (case,) = register(store)
    do(store, c.TakeDecision(case=case, kind="refuse", grounds=A12_01))
    do(store, c.ServeDecision(case=case, way=way))  # type: ignore[arg-type]
    return case


def granted_case(store: Store) -> str:
    """Granted on 15.06.2026, up to 15.06.2027."""
    (case,) = register(store)
    do(store, c.RecordAnswer(case=case, to="fingerprints", result="done"))
    do(store, c.TakeDecision(case=case, kind="grant"))
    return case


def number(store: Store, case: str, place: int = -1) -> str:
    return state_of(store, case).decisions[place].number


def annul(store: Store, case: str, by: str = "self") -> None:
    do(store, c.AnnulDecision(case=case, decision=number(store, case), by=by, reason="қате", second="b-head"))  # type: ignore[arg-type]


def staying(store: Store, case: str, on: str = "") -> Stay:
    day = date.fromisoformat(on) if on else store.clock.today()
    return stay(state_of(store, case), day, store.settings, store.calendar)


def tasks(store: Store, case: str) -> set[str]:
    return {task.kind for task in open_tasks(state_of(store, case))}


def won(store: Store, case: str, effect: str = "annulled", **more: object) -> None:
    """The newest appeal is allowed, in force today."""
    values: dict[str, object] = {
        "case": case, "result": "allowed", "effect": effect, "in_force_on": store.clock.today(), "second": "b-head",
    }  # fmt: skip
    do(store, c.DecideAppeal(**(values | more)))  # type: ignore[arg-type]


# -- numbers that came from paper -------------------------------------------------------------------------------------


def paper_case(store: Store, decision: str = "7-р/23") -> str:
    store.set_clock(at("2026-08-20 10:00"))
    paper = c.PaperDecision(kind="refuse", number=decision, on=date(2026, 7, 1), grounds=A12_01)
    held = c.PaperCertificate(
        kind="asylum", number="св-7", issued_on=date(2026, 6, 11), valid_to=date(2026, 9, 11)
    )  # fmt: skip
    command = c.TakeOver(
        applicant=applicant(),
        registered_on=date(2026, 6, 11),
        number="12-р/23",
        decisions=(paper,),
        certificates=(held,),
    )
    return do(store, command).cases[0]


@pytest.mark.parametrize("typed", ["", "7-р/23", " 7-Р/23 "])
def test_L_15_a_decision_from_paper_is_appealed_whatever_its_letters(store: Store, typed: str) -> None:
    case = paper_case(store)
    do(store, c.LodgeAppeal(case=case, level="court_first", body="Сот", decision=typed))
    assert state_of(store, case).appeals[0].decision == "7-р/23"


def test_a_decision_from_paper_is_corrected_and_annulled_whatever_its_letters(store: Store) -> None:
    case = paper_case(store)
    do(store, c.CorrectDecision(case=case, decision="7-р/23", reason="қате жазылған", note="жазба"))
    do(store, c.AnnulDecision(case=case, decision="7-Р/23", by="self", reason="қате", second="b-head"))
    assert state_of(store, case).decisions[0].annulled_on == date(2026, 8, 20)


def test_X_cert_a_certificate_from_paper_ends_whatever_its_letters(store: Store) -> None:
    case = paper_case(store)
    do(store, c.EndCertificate(case=case, number="СВ-7", how="returned"))
    assert state_of(store, case).certificates[0].ended == "returned"


# -- a closed file ----------------------------------------------------------------------------------------------------


def test_L_15_the_appeal_term_runs_on_in_a_file_that_was_handed_over(store: Store) -> None:
    case = refused_case(store)
    do(store, c.CloseCase(case=case, code="TRF"))
    known = staying(store, case)
    assert (known.protected, known.until, known.reading) == (True, date(2026, 9, 15), "L-8.1.5")
    assert not staying(store, case, "2026-09-16").protected
    found = {d.kind: d for d in deadlines(state_of(store, case), store.calendar, store.settings)}
    assert found["appeal_term"].due == date(2026, 9, 15)


def test_f_30_no_term_runs_for_who_withdrew_or_left(store: Store) -> None:
    gone, withdrawn = refused_case(store), refused_case(store)
    do(store, c.CloseCase(case=gone, code="DEP"))
    do(store, c.WithdrawApplication(case=withdrawn, statement="өз еркіммен"))
    for case in (gone, withdrawn):
        assert staying(store, case) == Stay()
        kinds = {d.kind for d in deadlines(state_of(store, case), store.calendar, store.settings)}
        assert "appeal_term" not in kinds


@pytest.mark.parametrize("effect", ["annulled", "remitted"])
def test_L_15_an_appeal_won_in_a_closed_file_asks_to_open_it_again(store: Store, effect: str) -> None:
    case = refused_case(store)
    do(store, c.CloseCase(case=case, code="TRF"))
    assert tasks(store, case) == set()
    do(store, c.LodgeAppeal(case=case, level="court_first", body="Сот"))
    won(store, case, effect)
    assert tasks(store, case) == {"reopen_after_appeal"}
    do(store, c.ReopenCase(case=case, what="closing", reason="сот", second="b-head"))
    assert "reopen_after_appeal" not in tasks(store, case)
    do(store, c.CloseCase(case=case, code="DEP"))
    assert tasks(store, case) == set()


# -- corrections ------------------------------------------------------------------------------------------------------


def correction(store: Store, case: str, **more: object) -> c.CorrectDecision:
    return c.CorrectDecision(case=case, decision=number(store, case), reason="қате жазылған", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "term",
    [
        {"from_on": date(2030, 1, 1), "to_on": date(2031, 1, 1)},
        {"from_on": date(2026, 6, 14), "to_on": date(2027, 6, 14)},
        {"to_on": date(2026, 12, 15)},
        {"to_on": date(2027, 6, 13)},
    ],
)
def test_L_11_5a_a_correction_leaves_the_term_where_the_decision_put_it(store: Store, term: dict[str, object]) -> None:
    case = granted_case(store)
    assert refused(store, correction(store, case, **term)) == "correction.dates"


def test_L_11_5c_the_term_of_an_extension_begins_at_the_previous_end(store: Store) -> None:
    case = granted_case(store)
    store.set_clock(at("2027-05-10 10:00"))
    do(store, c.LodgeExtension(case=case))
    do(store, c.TakeDecision(case=case, kind="extend"))
    moved = {"from_on": date(2027, 5, 10), "to_on": date(2028, 5, 10)}
    assert refused(store, correction(store, case, **moved)) == "correction.dates"
    do(store, correction(store, case, from_on=date(2027, 6, 16), to_on=date(2028, 6, 15)))
    assert state_of(store, case).decisions[-1].to_on == date(2028, 6, 15)


def test_f_41_a_refusal_to_extend_keeps_its_reason(store: Store) -> None:
    case = granted_case(store)
    store.set_clock(at("2027-05-10 10:00"))
    do(store, c.LodgeExtension(case=case))
    do(store, c.TakeDecision(case=case, kind="refuse_extend", note="жағдай өзгерді"))
    assert refused(store, correction(store, case, note="  ")) == "extension.reason_missing"
    do(store, correction(store, case, note="жағдай толық өзгерді"))


def test_L_12_a_correction_keeps_the_parts_of_the_grounds(store: Store) -> None:
    (case,) = register(store)
    parts = grounds.ground("A12-02").subcodes
    first = (GroundChosen(code="A12-02", reason="себеп", subcode=parts[0].code),)
    do(store, c.TakeDecision(case=case, kind="refuse", grounds=first))
    for part, rule in (("zzz", "decision.subcode_unknown"), ("", "decision.subcode_missing"),
                       (parts[1].code, "correction.grounds")):  # fmt: skip
        other = (GroundChosen(code="A12-02", reason="себеп", subcode=part),)
        assert refused(store, correction(store, case, grounds=other)) == rule
    reworded = (GroundChosen(code="A12-02", reason="толық себеп", subcode=parts[0].code),)
    do(store, correction(store, case, grounds=reworded))
    assert state_of(store, case).decisions[0].grounds == reworded


def test_L_11_5a_the_term_of_a_paper_decision_is_corrected_within_a_year(store: Store) -> None:
    store.set_clock(at("2026-08-20 10:00"))
    paper = c.PaperDecision(
        kind="grant", number="3/23", on=date(2026, 7, 1), to_on=date(2027, 1, 1), override_reason="қағазда"
    )
    command = c.TakeOver(applicant=applicant(), registered_on=date(2026, 6, 11), decisions=(paper,))
    case = do(store, command).cases[0]
    assert refused(store, correction(store, case, to_on=date(2027, 7, 2))) == "correction.dates"
    assert refused(store, correction(store, case, from_on=date(2026, 7, 2))) == "correction.dates"
    do(store, correction(store, case, to_on=date(2027, 3, 1)))
    assert state_of(store, case).decisions[0].to_on == date(2027, 3, 1)


# -- four eyes --------------------------------------------------------------------------------------------------------


def test_f_30_a_duplicate_is_merged_and_not_closed_by_one_person(store: Store) -> None:
    (case,) = register(store)
    assert refused(store, c.CloseCase(case=case, code="DUP", certificate="returned")) == "case.duplicate_by_merge"


def test_f_31_an_appeal_that_changes_a_decision_takes_four_eyes(store: Store) -> None:
    case = refused_case(store)
    do(store, c.LodgeAppeal(case=case, level="pre_trial", body="Әкімдік"))
    for second, rule in (("", "second.missing"), ("clerk", "second.same"), ("nobody", "second.unknown")):
        wrong = c.DecideAppeal(case=case, result="allowed", effect="annulled", second=second)
        assert refused(store, wrong) == rule
    outcome = do(store, c.DecideAppeal(case=case, result="allowed", effect="annulled", second="b-head"))
    assert [fact.second for fact in outcome.facts] == ["b-head"]


def test_f_31_an_appeal_that_changes_nothing_takes_two_eyes(store: Store) -> None:
    case = refused_case(store)
    do(store, c.LodgeAppeal(case=case, level="pre_trial", body="Әкімдік"))
    outcome = do(store, c.DecideAppeal(case=case, result="dismissed", effect="stands"))
    assert [fact.second for fact in outcome.facts] == [""]


# -- an act after an annulling act ------------------------------------------------------------------------------------


def annulled_by_court(store: Store) -> str:
    case = refused_case(store)
    do(store, c.LodgeAppeal(case=case, level="court_first", body="Сот"))
    won(store, case)
    return case


def test_L_15_the_other_side_takes_an_annulling_act_to_the_next_court_which_restores(store: Store) -> None:
    case = annulled_by_court(store)
    store.set_clock(at("2026-07-15 10:00"))
    assert refused(store, c.LodgeAppeal(case=case, level="court_first", body="Сот")) == "remedy.annulled_already"
    do(store, c.LodgeAppeal(case=case, level="court_cassation", body="Жоғарғы Сот"))
    assert staying(store, case).protected
    store.set_clock(at("2026-12-15 10:00"))
    won(store, case, "restored")
    state = state_of(store, case)
    assert (status(state, store.clock.today()), state.decisions[0].annulled_on) == ("refused", None)
    assert staying(store, case).until == date(2026, 12, 15)
    assert "decide_again" not in tasks(store, case)


def test_L_15_only_what_an_appeal_annulled_is_appealed_further_or_restored(store: Store) -> None:
    case = refused_case(store)
    do(store, c.LodgeAppeal(case=case, level="pre_trial", body="Әкімдік"))
    decided = c.DecideAppeal(case=case, result="allowed", effect="restored", second="b-head")
    assert refused(store, decided) == "appeal.nothing_to_restore"
    annul(store, case)
    assert refused(store, decided) == "appeal.nothing_to_restore"
    assert refused(store, c.LodgeAppeal(case=case, level="court_first", body="Сот")) == "remedy.annulled_already"


def test_L_11_5c_a_restored_refusal_to_extend_settles_the_application_again(store: Store) -> None:
    case = granted_case(store)
    store.set_clock(at("2027-05-10 10:00"))
    do(store, c.LodgeExtension(case=case))
    do(store, c.TakeDecision(case=case, kind="refuse_extend", note="жағдай өзгерді"))
    do(store, c.LodgeAppeal(case=case, level="court_first", body="Сот"))
    won(store, case)
    assert state_of(store, case).pending_extension is not None
    do(store, c.LodgeAppeal(case=case, level="court_cassation", body="Жоғарғы Сот"))
    won(store, case, "restored")
    assert state_of(store, case).pending_extension is None


def test_L_15_the_outcome_about_a_decision_that_is_annulled_already_changes_nothing(store: Store) -> None:
    case = refused_case(store)
    do(store, c.LodgeAppeal(case=case, level="pre_trial", body="Әкімдік"))
    annul(store, case)
    store.set_clock(at("2026-07-15 10:00"))
    won(store, case)
    state = state_of(store, case)
    assert (state.appeals[0].result, state.appeals[0].effect) == ("allowed", "annulled")
    assert (state.decisions[0].annulled_on, state.decisions[0].annulled_by) == (date(2026, 6, 15), "self")


def test_L_15_an_explained_appeal_stays_in_its_place(store: Store) -> None:
    case = refused_case(store)
    store.set_clock(at("2026-10-15 10:00"))
    do(store, c.LodgeAppeal(case=case, level="pre_trial", body="Әкімдік"))
    store.set_clock(at("2026-11-16 10:00"))
    do(store, c.LodgeAppeal(case=case, level="court_first", body="Сот"))
    do(store, c.LodgeAppeal(case=case, level="pre_trial", body="Әкімдік", late_reason="ауруханада"))
    state = state_of(store, case)
    assert [(a.level, a.late_reason) for a in state.appeals] == [("pre_trial", "ауруханада"), ("court_first", "")]
    found = {d.kind: d for d in deadlines(state, store.calendar, store.settings)}
    assert found["appeal_term"].done_on == date(2026, 10, 15)


# -- withdrawal and certificates --------------------------------------------------------------------------------------


def test_L_8_1_3_a_withdrawal_is_not_dated_before_a_decision_that_stands(store: Store) -> None:
    (case,) = register(store)
    store.set_clock(at("2026-07-10 10:00"))
    do(store, c.TakeDecision(case=case, kind="refuse", grounds=A12_01))
    early = c.WithdrawApplication(case=case, on=date(2026, 7, 9), statement="өз еркіммен")
    assert refused(store, early) == "case.closed_before"
    annul(store, case)
    do(store, early)


def test_L_8_1_3_a_booklet_ends_before_the_application_is_withdrawn(store: Store) -> None:
    case = granted_case(store)
    do(store, c.IssueCertificate(case=case, kind="refugee", blank="AB12345678"))
    annul(store, case)
    assert refused(store, c.WithdrawApplication(case=case)) == "withdrawal.booklet_valid"
    do(store, c.EndCertificate(case=case, number="ab12345678", how="returned"))
    do(store, c.WithdrawApplication(case=case))
    assert all(held.ended for held in state_of(store, case).certificates)


def test_f_17_X_cert_no_new_certificate_once_the_protection_has_ended(store: Store) -> None:
    case = refused_case(store)
    store.set_clock(at("2026-09-15 10:00"))
    do(store, c.IssueCertificate(case=case, kind="asylum"))
    store.set_clock(at("2026-09-16 10:00"))
    assert refused(store, c.IssueCertificate(case=case, kind="asylum")) == "certificate.protection_ended"
    do(store, c.LodgeAppeal(case=case, level="pre_trial", body="Әкімдік"))
    do(store, c.IssueCertificate(case=case, kind="asylum"))


# -- smaller things ---------------------------------------------------------------------------------------------------


def test_L_15_a_copy_sent_by_post_leaves_the_question_when_it_was_learnt(store: Store) -> None:
    case = refused_case(store, "post")
    assert "ask_when_learnt" in tasks(store, case)
    do(store, c.CloseCase(case=case, code="TRF"))
    assert tasks(store, case) == {"ask_when_learnt"}
    do(store, c.ServeDecision(case=case, way="post", learnt_on=date(2026, 6, 15)))
    assert tasks(store, case) == set()


def test_f_03_no_day_of_departure_is_named_while_the_stay_is_protected(store: Store) -> None:
    (case,) = register(store)
    do(store, c.ChangeSetting(key="departure.month_starts", value="decision", reason="заңгер"))
    do(store, c.TakeDecision(case=case, kind="refuse", grounds=A12_01))
    known = staying(store, case)
    assert (known.departure_by, known.earliest_departure) == (None, date(2026, 7, 15))
    do(store, c.ServeDecision(case=case, way="hand"))
    assert staying(store, case).departure_by == date(2026, 9, 15)


def test_L_8_2_5_nobody_arrives_before_leaving(store: Store) -> None:
    (case,) = register(store)
    store.set_clock(at("2026-07-20 10:00"))
    do(store, c.LeaveRecord(case=case, to="AST01", on=date(2026, 7, 10)))
    early = c.EnterRecord(case=case, from_office="AST01", arrived_on=date(2026, 7, 9))
    assert refused(store, early) == "move.arrived_before_leaving"
    do(store, c.EnterRecord(case=case, from_office="AST01", arrived_on=date(2026, 7, 10)))


@pytest.mark.parametrize("office", ["ZZZ01", "CEN00", "AST00", "AST51", "AST90"])
def test_L_8_2_5_only_an_akimat_of_a_region_keeps_a_record(store: Store, office: str) -> None:
    (case,) = register(store)
    assert refused(store, c.LeaveRecord(case=case, to=office)) == "move.office_code"


def test_f_30_a_death_taken_back_leaves_no_event_of_it(store: Store) -> None:
    (case,) = register(store)
    do(store, c.CloseCase(case=case, code="DTH"))
    assert [event.event for event in state_of(store, case).family_events] == ["death"]
    do(store, c.ReopenCase(case=case, what="closing", reason="тірі", second="b-head"))
    state = state_of(store, case)
    assert (state.family_events, state.applicant_person.died_on) == ((), None)


def test_L_15_marks_that_nobody_sees_explain_no_late_appeal(store: Store) -> None:
    case = refused_case(store)
    store.set_clock(at("2026-10-15 10:00"))
    do(store, c.LodgeAppeal(case=case, level="pre_trial", body="Әкімдік", late_reason=BLANK))
    assert "explain_late_appeal" in tasks(store, case)
    late = c.LodgeAppeal(case=case, level="pre_trial", body="Әкімдік", late_reason=BLANK)
    assert refused(store, late) == "appeal.pending_already"
    late = c.LodgeAppeal(case=case, level="pre_trial", body="Әкімдік", late_reason="ұ" * (LONGEST + 1))
    assert refused(store, late) == "reason.too_long"


BLANK = "\u0000 \u200b\u2060"
REASONS: list[tuple[str, type[Command], dict[str, object]]] = [
    ("remedy.reason_missing", c.AnnulDecision, {"by": "self", "second": "b-head"}),
    ("remedy.reason_missing", c.CorrectDecision, {"note": "жазба"}),
    ("remedy.reason_missing", c.ReopenCase, {"what": "closing", "second": "b-head"}),
    ("case.error_reason", c.CloseCase, {"code": "ERR", "certificate": "returned", "second": "b-head"}),
    ("certificate.end_reason", c.EndCertificate, {"how": "lost"}),
    ("correction.reason", c.CorrectPerson, {"changes": PersonChanges(birth_place="Кабул"), "document": "паспорт"}),
    ("view.reason_missing", c.ViewRestricted, {"what": "all"}),
    ("calendar.reason", c.AddDayOff, {"day": date(2026, 8, 20)}),
    ("calendar.reason", c.AdoptCalendar, {"version": "kz-2025.1"}),
    ("setting.reason", c.ChangeSetting, {"key": "appeal.term", "value": "2"}),
]


@pytest.mark.parametrize(("rule", "command", "values"), REASONS)
def test_a_reason_says_something_and_has_an_end(
    store: Store, rule: str, command: type[Command], values: dict[str, object]
) -> None:
    case = refused_case(store)
    if command is c.ReopenCase:
        do(store, c.CloseCase(case=case, code="TRF"))
    names = set(command.__struct_fields__)
    known = {"case": case, "decision": number(store, case), "number": state_of(store, case).certificates[0].number}
    filled = {name: value for name, value in known.items() if name in names} | values
    assert refused(store, command(reason=BLANK, **filled)) == rule
    assert refused(store, command(reason="ұ" * (LONGEST + 1), **filled)) == "reason.too_long"
    do(store, command(reason="ұ" * LONGEST, **filled))


def test_the_reasons_of_a_verdict_on_a_duplicate_say_something(store: Store) -> None:
    one, two = register(store)[0], register(store)[0]
    persons = [state_of(store, case).applicant for case in (one, two)]

    def judged(reasons: str) -> c.JudgeDuplicate:
        return c.JudgeDuplicate(
            case=one, person=persons[0], other_case=two, other_person=persons[1], verdict="same", reasons=reasons
        )

    assert refused(store, judged(BLANK)) == "duplicate.reasons"
    assert refused(store, judged("ұ" * (LONGEST + 1))) == "reason.too_long"
    do(store, judged("бір адам"))
