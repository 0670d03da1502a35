"""Appeals, annulment, correction, and the deadlines and tasks they leave: Art. 15 as functions."""

from datetime import date

import msgspec
import pytest

from app.base.errors import Refusal
from app.domain import facts as f
from app.domain import remedies, slips
from app.domain.case import CaseState, status
from app.domain.commands import AnnulDecision, CorrectDecision, DecideAppeal, LodgeAppeal
from app.domain.deadlines import colour, deadlines, open_deadlines
from app.domain.facts.values import GroundChosen
from tests.offices import Desk, after, applicant

GROUND = GroundChosen(code="A12-01", reason="негіз жоқ")


def day(text: str) -> date:
    return date.fromisoformat(text)


def decided(desk: Desk, state: CaseState, kind: str, number: str = "D-1", **more: object) -> CaseState:
    """A decision of the desk's day."""
    values: dict[str, object] = {
        "number": number, "kind": kind, "on": desk.known.today, "person": state.applicant, "covers": (state.applicant,),
    }  # fmt: skip
    return after(state, (f.case.DecisionTaken(**(values | more)),))  # type: ignore[arg-type]


def refused_case() -> tuple[Desk, CaseState]:
    """Refused on 03.08.2026; the person learned of it on 05.08.2026; today is 01.09.2026."""
    desk = Desk("2026-06-15 10:00")
    (state,) = desk.register(applicant())
    desk.now = "2026-08-03 10:00"
    state = decided(desk, state, "refuse", grounds=(GROUND,))
    desk.now = "2026-09-01 10:00"
    return desk, after(state, (f.case.DecisionServed(number="D-1", way="hand", on=day("2026-08-05")),))


def recognised() -> tuple[Desk, CaseState]:
    """Recognised from 10.07.2026 to 10.07.2027; today is 05.10.2026."""
    desk = Desk("2026-06-15 10:00")
    (state,) = desk.register(applicant())
    desk.now = "2026-07-10 10:00"
    state = decided(desk, state, "grant", "G-1", from_on=day("2026-07-10"), to_on=day("2027-07-10"))
    desk.now = "2026-10-05 10:00"
    return desk, state


def lodge(desk: Desk, state: CaseState, **more: object) -> CaseState:
    values: dict[str, object] = {"case": state.id, "level": "pre_trial", "body": "Алматы қаласының әкімдігі"}
    command = LodgeAppeal(**(values | more))  # type: ignore[arg-type]
    return after(state, remedies.lodge_appeal(desk.known, state, command))


def outcome(desk: Desk, state: CaseState, result: str, effect: str, **more: object) -> CaseState:
    command = DecideAppeal(case=state.id, result=result, effect=effect, **more)  # type: ignore[arg-type]
    return after(state, remedies.decide_appeal(desk.known, state, command))


def annul(desk: Desk, state: CaseState, number: str = "D-1", **more: object) -> CaseState:
    values: dict[str, object] = {"case": state.id, "decision": number, "by": "self", "reason": "қате"}
    command = AnnulDecision(**(values | more))  # type: ignore[arg-type]
    return after(state, remedies.annul_decision(desk.known, state, command, "head"))


def correct(desk: Desk, state: CaseState, number: str = "G-1", **more: object) -> CaseState:
    values: dict[str, object] = {"case": state.id, "decision": number, "reason": "қате жазылған"}
    command = CorrectDecision(**(values | more))  # type: ignore[arg-type]
    return after(state, slips.correct_decision(desk.known, state, command))


def rule(act: object, *args: object, **more: object) -> str:
    with pytest.raises(Refusal) as error:
        act(*args, **more)  # type: ignore[operator]
    return error.value.rule


def tasks(state: CaseState) -> set[str]:
    return {task.kind for task in remedies.remedy_tasks(state)}


# -- appeals ----------------------------------------------------------------------------------------------------------


def test_L_15_an_appeal_in_time_carries_its_last_day() -> None:
    desk, state = refused_case()
    (appeal,) = lodge(desk, state, late_reason="x").appeals
    assert (appeal.decision, appeal.last_day, appeal.late_days) == ("D-1", day("2026-11-05"), 0)
    assert appeal.late_reason == ""


def test_L_15_a_late_complaint_is_accepted_and_flagged() -> None:
    desk, state = refused_case()
    desk.now = "2026-11-10 10:00"
    late = lodge(desk, state)
    assert (late.appeals[0].late_days, late.appeals[0].late_reason) == (5, "")
    assert "explain_late_appeal" in tasks(late)
    told = lodge(desk, state, late_reason="  ауруханада  ")
    assert told.appeals[0].late_reason == "ауруханада"
    assert "explain_late_appeal" not in tasks(told)
    desk.now = "2026-11-17 10:00"
    assert rule(lodge, desk, late) == "appeal.pending_already"
    explained = lodge(desk, late, late_reason="ауруханада")
    assert explained.appeals == (msgspec.structs.replace(late.appeals[0], late_reason="ауруханада"),)
    assert rule(lodge, desk, told, late_reason="басқа") == "appeal.pending_already"


def test_f_17_before_the_delivery_no_term_runs_and_nothing_is_late() -> None:
    desk = Desk("2026-06-15 10:00")
    (state,) = desk.register(applicant())
    state = decided(desk, state, "refuse", grounds=(GROUND,))
    desk.now = "2027-06-15 10:00"
    (appeal,) = lodge(desk, state).appeals
    assert (appeal.last_day, appeal.late_days) == (None, 0)


@pytest.mark.parametrize("kind", ["refuse_extend", "deprive", "terminate"])
def test_f_10_L_8_1_4_L_9_1_3_every_negative_decision_can_be_appealed(kind: str) -> None:
    desk, state = recognised()
    assert lodge(desk, decided(desk, state, kind)).appeals[0].decision == "D-1"


def test_f_10_a_grant_is_not_appealed_here() -> None:
    desk, state = recognised()
    assert rule(lodge, desk, state) == "appeal.not_appealable"
    assert rule(lodge, desk, state, decision="G-1") == "appeal.not_appealable"


def test_L_15_levels_follow_each_other_and_only_the_first_has_the_term_of_the_law() -> None:
    desk, state = refused_case()
    state = outcome(desk, lodge(desk, state), "dismissed", "stands")
    desk.now = "2027-01-15 10:00"
    for level in ("court_first", "court_appeal", "court_cassation"):
        state = lodge(desk, state, level=level)
    assert [(a.last_day, a.late_days) for a in state.appeals[1:]] == [(None, 0)] * 3


LODGING = [
    ("remedy.decision_unknown", {"decision": "D-9"}),
    ("appeal.body_missing", {"body": "  "}),
    ("date.future", {"on": day("2026-09-02")}),
    ("remedy.before_decision", {"on": day("2026-08-02")}),
]


@pytest.mark.parametrize(("wanted", "more"), LODGING)
def test_L_15_what_an_appeal_cannot_be(wanted: str, more: dict[str, object]) -> None:
    desk, state = refused_case()
    assert rule(lodge, desk, state, **more) == wanted


def test_L_15_an_appeal_needs_a_standing_decision_and_stands_once_per_level() -> None:
    desk, state = refused_case()
    assert rule(lodge, desk, lodge(desk, state)) == "appeal.pending_already"
    gone = annul(desk, state)
    assert rule(lodge, desk, gone, decision="D-1") == "remedy.annulled_already"
    assert rule(lodge, desk, gone) == "remedy.annulled_already"
    (bare,) = Desk("2026-06-15 10:00").register(applicant())
    assert rule(lodge, desk, bare) == "decision.none"


# -- outcomes ---------------------------------------------------------------------------------------------------------

COMBINATIONS = [
    ("dismissed", "annulled"), ("dismissed", "remitted"), ("withdrawn", "annulled"), ("withdrawn", "remitted"),
    ("not_considered", "annulled"), ("not_considered", "remitted"), ("allowed", "stands"),
]  # fmt: skip


@pytest.mark.parametrize(("result", "effect"), COMBINATIONS)
def test_L_15_an_outcome_that_contradicts_its_effect_is_refused(result: str, effect: str) -> None:
    desk, state = refused_case()
    assert rule(outcome, desk, lodge(desk, state), result, effect) == "appeal.effect_contradicts"


@pytest.mark.parametrize(("result", "effect"), [("allowed", "annulled"), ("allowed_partly", "remitted")])
def test_L_15_f_31_a_refusal_annulled_by_the_higher_body_makes_an_asylum_seeker_again(result: str, effect: str) -> None:
    desk, state = refused_case()
    assert status(state, day("2026-09-01")) == "refused"
    state = outcome(desk, lodge(desk, state), result, effect)
    assert status(state, day("2026-09-01")) == "asylum_seeker"
    assert (state.decisions[0].annulled_on, state.decisions[0].annulled_by) == (day("2026-09-01"), "higher_body")
    assert "decide_again" in tasks(state)


def test_L_15_f_03_a_court_annuls_from_the_day_its_act_is_in_force() -> None:
    desk, state = recognised()
    state = lodge(desk, decided(desk, state, "deprive"), level="court_first")
    desk.now = "2027-02-01 10:00"
    assert rule(outcome, desk, state, "allowed", "annulled") == "appeal.in_force_missing"
    state = outcome(desk, state, "allowed", "annulled", on=day("2026-12-01"), in_force_on=day("2027-01-05"))
    assert status(state, day("2027-01-04")) == "deprived"
    assert status(state, day("2027-01-05")) == "refugee"
    assert state.decisions[-1].annulled_by == "court"


def test_f_03_the_day_of_force_of_a_court_act_is_added_once() -> None:
    desk, state = refused_case()
    state = outcome(desk, lodge(desk, state, level="court_first"), "dismissed", "stands")
    assert "appeal_in_force" in tasks(state)
    desk.now = "2026-10-05 10:00"
    assert rule(outcome, desk, state, "allowed", "annulled", in_force_on=day("2026-10-01")) == "appeal.decided_already"
    state = outcome(desk, state, "dismissed", "stands", in_force_on=day("2026-10-01"))
    assert (state.appeals[0].decided_on, state.appeals[0].in_force_on) == (day("2026-09-01"), day("2026-10-01"))
    assert "appeal_in_force" not in tasks(state)
    again = {"result": "dismissed", "effect": "stands", "in_force_on": day("2026-10-02")}
    assert rule(outcome, desk, state, **again) == "appeal.decided_already"


OUTCOMES = [
    ("appeal.unknown", {"appeal": "nobody"}),
    ("date.future", {"on": day("2026-09-02")}),
    ("appeal.decided_before", {"on": day("2026-08-31")}),
    ("date.future", {"in_force_on": day("2026-09-02")}),
    ("appeal.in_force_before", {"in_force_on": day("2026-08-31")}),
]


@pytest.mark.parametrize(("wanted", "more"), OUTCOMES)
def test_L_15_what_an_outcome_cannot_be(wanted: str, more: dict[str, object]) -> None:
    desk, state = refused_case()
    assert rule(outcome, desk, lodge(desk, state), "dismissed", "stands", **more) == wanted
    assert rule(outcome, desk, state, "dismissed", "stands") == "appeal.none"


def test_L_15_what_is_annulled_already_is_not_annulled_by_an_appeal() -> None:
    desk, state = refused_case()
    state = annul(desk, lodge(desk, state))
    again = outcome(desk, state, "allowed", "annulled")
    assert (again.decisions, again.appeals[0].effect) == (state.decisions, "annulled")
    assert outcome(desk, state, "not_considered", "stands").appeals[0].result == "not_considered"


# -- annulment and correction -----------------------------------------------------------------------------------------


def test_an_annulled_grant_falls_back_and_its_certificate_is_taken_back() -> None:
    desk, state = recognised()
    issued = f.case.CertificateIssued(
        number="AB12345678", kind="refugee", holder=state.applicant, minors=(), issued_on=day("2026-07-10"),
        valid_to=day("2027-07-10"),
    )  # fmt: skip
    state = annul(desk, after(state, (issued,)), "G-1", by="higher_body")
    assert status(state, desk.known.today) == "asylum_seeker"
    assert {"take_back_refugee_certificate", "decide_again"} <= tasks(state)


def test_an_annulment_names_who_confirmed_it_and_leaves_what_was() -> None:
    desk, state = refused_case()
    command = AnnulDecision(case=state.id, decision="d-1", by="court", reason=" қате ")
    (fact,) = remedies.annul_decision(desk.known, state, command, "head")
    assert isinstance(fact, f.remedies.DecisionAnnulled)
    assert (fact.second, fact.reason, fact.number) == ("head", "қате", "D-1")
    assert status(after(state, (fact,)), day("2026-08-31")) == "refused"


def test_L_11_5c_an_annulled_refusal_to_extend_leaves_the_application_undecided() -> None:
    desk, state = recognised()
    state = after(state, (f.case.ApplicationLodged(way="arrival", kind="extension", lodged_at=desk.known.now),))
    state = decided(desk, state, "refuse_extend")
    assert state.pending_extension is None
    assert annul(desk, state).pending_extension is not None


ANNULLING = [
    ("remedy.decision_unknown", {"decision": "D-2"}),
    ("remedy.reason_missing", {"reason": " "}),
    ("date.future", {"on": day("2026-09-02")}),
    ("remedy.before_decision", {"on": day("2026-08-02")}),
]


@pytest.mark.parametrize(("wanted", "more"), ANNULLING)
def test_what_an_annulment_cannot_be(wanted: str, more: dict[str, object]) -> None:
    desk, state = refused_case()
    assert rule(annul, desk, state, **more) == wanted
    assert rule(annul, desk, annul(desk, state)) == "remedy.annulled_already"


def test_a_correction_changes_the_slip_and_not_what_was_decided() -> None:
    desk, state = recognised()
    state = correct(desk, state, to_on=day("2027-07-09"), note="жазба")
    decision = state.decisions[0]
    assert (decision.to_on, decision.note, decision.kind) == (day("2027-07-09"), "жазба", "grant")
    assert len(decision.corrections) == 1
    desk, state = refused_case()
    reworded = (GroundChosen(code="A12-01", reason="дәлелденген негіз жоқ"),)
    assert correct(desk, state, "D-1", grounds=reworded).decisions[0].grounds == reworded


CORRECTING = [
    ("remedy.decision_unknown", {"number": "D-7", "note": "x"}),
    ("remedy.reason_missing", {"note": "x", "reason": ""}),
    ("correction.nothing", {}),
    ("correction.nothing", {"note": "", "to_on": day("2027-07-10")}),
    ("correction.dates", {"to_on": day("2026-07-09")}),
    ("correction.dates", {"to_on": day("2027-07-11")}),
    ("correction.grounds", {"grounds": (GROUND,)}),
    ("date.future", {"note": "x", "on": day("2026-10-06")}),
    ("remedy.before_decision", {"note": "x", "on": day("2026-07-09")}),
]


@pytest.mark.parametrize(("wanted", "more"), CORRECTING)
def test_L_11_5a_what_a_correction_cannot_be(wanted: str, more: dict[str, object]) -> None:
    desk, state = recognised()
    assert rule(correct, desk, state, **more) == wanted


def test_a_refusal_has_no_term_and_keeps_its_reasons() -> None:
    desk, state = refused_case()
    assert rule(correct, desk, state, "D-1", to_on=day("2027-01-01")) == "correction.no_term"
    empty = (GroundChosen(code="A12-01", reason=" "),)
    assert rule(correct, desk, state, "D-1", grounds=empty) == "correction.grounds"


# -- deadlines and tasks ----------------------------------------------------------------------------------------------


def test_L_15_the_appeal_term_is_shown_and_never_overdue() -> None:
    desk, state = refused_case()
    found = next(d for d in deadlines(state, desk.known.calendar, desk.settings) if d.kind == "appeal_term")
    assert (found.rule, found.start, found.due) == ("L-15", day("2026-08-05"), day("2026-11-05"))
    assert [colour(found, day(on)) for on in ("2026-09-01", "2026-11-05", "2026-11-06")] == ["green", "green", "done"]
    waiting = {d.kind for d in open_deadlines(state, desk.known.calendar, desk.settings)}
    assert not waiting & {"appeal_term", "departure"}
    state = lodge(desk, state)
    found = next(d for d in deadlines(state, desk.known.calendar, desk.settings) if d.kind == "appeal_term")
    assert found.done_on == day("2026-09-01")


def test_L_15_f_03_no_list_ever_shows_a_day_of_departure() -> None:
    desk, state = refused_case()
    kinds = {d.kind for d in deadlines(state, desk.known.calendar, desk.settings)}
    assert "departure" not in kinds


def test_X_cert_a_lost_certificate_asks_for_a_new_one() -> None:
    desk = Desk("2026-06-15 10:00")
    (state,) = desk.register(applicant())
    assert "replace_certificate" not in tasks(state)
    lost = f.case.CertificateEnded(number=state.certificates[0].number, how="lost", on=desk.known.today, reason="x")
    assert "replace_certificate" in tasks(after(state, (lost,)))


def test_A14_07_L_9_2_2_leaving_for_good_is_put_before_the_commission_and_never_a_ground_by_itself() -> None:
    desk, state = recognised()
    told = f.course.DepartureAnnounced(persons=(state.applicant,), on=desk.known.today, for_good=True)
    state = after(state, (told,))
    assert "departure_for_good" in tasks(state)
    assert status(state, desk.known.today) == "refugee"
    assert "departure_for_good" not in tasks(decided(desk, state, "terminate"))
