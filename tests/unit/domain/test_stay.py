"""Until when a person may stay: Art. 8(1)(5), 15 and 18(1), over the whole life of a decision."""

from datetime import date

import pytest

from app.domain import calendar
from app.domain import facts as f
from app.domain.case import CaseState, status
from app.domain.facts.values import GroundChosen
from app.domain.settings import Settings
from app.domain.stay import Stay, appeal_term, stay
from tests.offices import Desk, after, applicant, child

DEFAULTS = Settings({})
NOT_REFUGEES = Settings({"stay.refugee_appeal_protected": "no"})
BY_DECISION = Settings({"departure.month_starts": "decision"})


def day(text: str) -> date:
    return date.fromisoformat(text)


def case(*, minors: bool = False) -> CaseState:
    """Registered on 15.06.2026."""
    desk = Desk("2026-06-15 10:00")
    (state,) = desk.register(applicant(minors=(child(),) if minors else ()))
    return state


def decided(state: CaseState, kind: str, on: str, number: str = "D-1", **more: object) -> CaseState:
    values: dict[str, object] = {
        "number": number, "kind": kind, "on": day(on), "person": state.applicant,
        "covers": tuple(p.id for p in state.present),
    }  # fmt: skip
    return after(state, (f.case.DecisionTaken(**(values | more)),))  # type: ignore[arg-type]


def served(state: CaseState, on: str, number: str = "D-1") -> CaseState:
    return after(state, (f.case.DecisionServed(number=number, way="hand", on=day(on)),))


def lodged(state: CaseState, on: str, level: str = "pre_trial", appeal: str = "a1", number: str = "D-1") -> CaseState:
    fact = f.remedies.AppealLodged(appeal=appeal, decision=number, level=level, body="әкімдік", on=day(on))  # type: ignore[arg-type]
    return after(state, (fact,))


def outcome(state: CaseState, on: str, result: str = "dismissed", appeal: str = "a1", **more: object) -> CaseState:
    values: dict[str, object] = {"appeal": appeal, "result": result, "effect": "stands", "on": day(on)}
    return after(state, (f.remedies.AppealDecided(**(values | more)),))  # type: ignore[arg-type]


def refugee(*, minors: bool = False) -> CaseState:
    """Recognised from 10.07.2026 to 10.07.2027."""
    return decided(
        case(minors=minors), "grant", "2026-07-10", "G-1", from_on=day("2026-07-10"), to_on=day("2027-07-10")
    )


def on(state: CaseState, text: str, settings: Settings = DEFAULTS) -> Stay:
    return stay(state, day(text), settings, calendar.load())


def test_L_8_1_5_L_1_6_who_waits_for_a_decision_may_stay() -> None:
    assert on(case(), "2026-06-20") == Stay(protected=True, reading="L-8.1.5")
    assert on(case(), "2026-06-01") == Stay()  # nothing was known of the person then


def test_L_9_1_1_a_status_carries_the_stay_until_its_end() -> None:
    state = refugee()
    assert on(state, "2026-08-01") == Stay(protected=True, until=day("2027-07-10"), reading="L-9.1.1")
    # f-09: what has run out ends by a human act only.
    assert on(state, "2027-07-11") == Stay(protected=True, reading="L-9.1.1")


def test_f_17_while_delivery_is_not_recorded_the_protection_is_open() -> None:
    state = decided(case(), "refuse", "2026-08-03")
    known = on(state, "2027-08-03")
    assert (known.protected, known.until, known.reading) == (True, None, "L-8.1.5")
    assert (known.earliest_departure, known.departure_by) == (day("2026-09-03"), None)
    assert on(served(state, "2026-08-05"), "2026-08-04").until is None  # not learned yet on that day


def test_L_15_f_03_the_term_runs_from_the_day_learned_and_the_month_from_its_end() -> None:
    state = served(decided(case(), "refuse", "2026-08-03"), "2026-08-05")
    known = on(state, "2026-09-01")
    assert (known.protected, known.until) == (True, day("2026-11-05"))
    assert (known.earliest_departure, known.departure_by) == (day("2026-09-03"), day("2026-12-07"))
    assert on(state, "2026-11-05").protected
    assert not on(state, "2026-11-06").protected


def test_A16_3_a_persons_term_that_ends_on_a_day_off_moves_on() -> None:
    state = served(decided(case(), "refuse", "2026-08-03"), "2026-08-08")
    assert on(state, "2026-09-01").until == day("2026-11-09")  # 08.11.2026 is a Sunday
    assert appeal_term(decided(case(), "refuse", "2026-08-03").decisions[0], DEFAULTS, calendar.load()) is None


def test_f_03_by_setting_the_month_starts_with_the_decision() -> None:
    state = served(decided(case(), "refuse", "2026-08-03"), "2026-08-05")
    known = on(state, "2026-09-01", BY_DECISION)
    assert (known.protected, known.departure_by) == (True, day("2026-11-05"))  # not before the protection ends
    bare = Settings({"departure.month_starts": "decision", "stay.refugee_appeal_protected": "no"})
    deprived = served(decided(refugee(), "deprive", "2026-10-05"), "2026-10-07")
    assert on(deprived, "2026-11-02", bare).departure_by == day("2026-11-05")
    open_yet = on(decided(case(), "refuse", "2026-08-03"), "2026-12-01", BY_DECISION)
    assert (open_yet.protected, open_yet.departure_by) == (True, None)


def test_L_8_1_5_while_an_appeal_is_pending_the_protection_is_open() -> None:
    state = lodged(served(decided(case(), "refuse", "2026-08-03"), "2026-08-05"), "2026-09-01")
    known = on(state, "2027-03-01")
    assert (known.protected, known.until, known.departure_by) == (True, None, None)
    assert on(state, "2026-08-20").until == day("2026-11-05")  # not lodged yet on that day


def test_L_15_a_late_appeal_opens_the_protection_again() -> None:
    state = served(decided(case(), "refuse", "2026-08-03"), "2026-08-05")
    assert not on(state, "2026-12-01").protected
    assert on(lodged(state, "2026-12-01"), "2026-12-01") == on(lodged(state, "2026-12-01"), "2027-05-01")
    assert on(lodged(state, "2026-12-01"), "2026-12-01").protected


def test_f_03_the_later_of_the_term_and_the_final_act_governs() -> None:
    state = lodged(served(decided(case(), "refuse", "2026-08-03"), "2026-08-05"), "2026-09-01")
    early = outcome(state, "2026-09-10", in_force_on=day("2026-09-10"))
    assert on(early, "2026-09-20").until == day("2026-11-05")
    late = outcome(state, "2026-12-14", in_force_on=day("2026-12-14"))
    assert (on(late, "2026-12-20").until, on(late, "2026-12-20").departure_by) == (day("2026-12-14"), day("2027-01-14"))


def test_f_31_a_court_act_ends_the_protection_from_its_entry_into_force() -> None:
    state = lodged(served(decided(case(), "refuse", "2026-08-03"), "2026-08-05"), "2026-09-01", "court_first")
    dismissed = outcome(state, "2026-12-01")
    assert on(dismissed, "2027-02-01").until is None  # its day of force is not known
    assert on(dismissed, "2027-02-01").protected
    in_force = outcome(state, "2026-12-01", in_force_on=day("2027-01-05"))
    assert on(in_force, "2027-01-04").until is None
    assert on(in_force, "2027-02-01").until == day("2027-01-05")


def test_f_31_a_further_level_opens_it_again_and_a_withdrawn_appeal_ends_it() -> None:
    state = lodged(served(decided(case(), "refuse", "2026-08-03"), "2026-08-05"), "2026-09-01")
    state = outcome(state, "2026-09-10", in_force_on=day("2026-09-10"))
    state = lodged(state, "2026-12-20", "court_first", "a2")
    assert on(state, "2027-01-10").until is None
    state = outcome(state, "2027-01-12", "withdrawn", "a2")
    assert on(state, "2027-01-20").until == day("2027-01-12")


@pytest.mark.parametrize("kind", ["deprive", "terminate"])
def test_f_37_refugees_are_protected_by_our_reading_unless_the_office_decides_otherwise(kind: str) -> None:
    state = served(decided(refugee(), kind, "2026-10-05"), "2026-10-07")
    known = on(state, "2026-11-02")
    assert (known.protected, known.until, known.reading) == (True, day("2027-01-08"), "f-37")
    assert known.departure_by == day("2027-02-08")
    bare = on(state, "2026-11-02", NOT_REFUGEES)
    assert (bare.protected, bare.until, bare.reading) == (False, None, "")
    assert bare.departure_by == bare.earliest_departure == day("2026-11-05")


def test_L_18_1_a_refusal_to_extend_leaves_the_status_until_its_own_end() -> None:
    state = served(decided(refugee(), "refuse_extend", "2026-10-05"), "2026-10-07")
    assert status(state, day("2026-11-02")) == "refugee"
    assert on(state, "2026-11-02").until == day("2027-07-10")
    bare = on(state, "2026-11-02", NOT_REFUGEES)
    assert (bare.protected, bare.until, bare.reading) == (True, day("2027-07-10"), "L-9.1.1")
    late = served(decided(refugee(), "refuse_extend", "2027-07-01"), "2027-07-05")
    assert on(late, "2027-07-20").until == day("2027-10-05")


def test_f_38_after_a_lapse_no_day_of_departure_is_computed() -> None:
    lapsed = f.remedies.StatusLapsed(on=day("2027-07-11"), recorded_on=day("2027-07-20"), covers=(case().applicant,))
    state = refugee()
    state = after(state, (f.remedies.StatusLapsed(on=lapsed.on, recorded_on=lapsed.on, covers=(state.applicant,)),))
    assert on(state, "2027-08-01") == Stay(until=day("2027-07-10"))
    # A refusal to extend before it is a decision, and the month runs from that.
    refused = served(decided(refugee(), "refuse_extend", "2027-07-01"), "2027-07-05")
    refused = after(refused, (f.remedies.StatusLapsed(on=lapsed.on, recorded_on=lapsed.on, covers=(state.applicant,)),))
    assert on(refused, "2027-08-01").departure_by == day("2027-11-05")


def test_f_09_while_an_extension_is_pending_a_status_that_ran_out_carries_the_stay() -> None:
    pending = f.case.ApplicationLodged(way="arrival", kind="extension", lodged_at=Desk("2027-07-01 10:00").known.now)
    state = after(refugee(), (pending,))
    assert on(state, "2027-07-20") == Stay(protected=True, reading="L-9.1.1")


def test_g_24_a_citizen_has_no_day_of_departure() -> None:
    grounds = (GroundChosen(code="A14-01", reason="азаматтық"),)
    state = served(decided(refugee(), "terminate", "2026-10-12", grounds=grounds), "2026-10-14")
    known = on(state, "2026-11-02")
    assert (known.earliest_departure, known.departure_by, known.named) == (None, None, ())
    both = (*grounds, GroundChosen(code="A14-07", reason="кетті"))
    state = served(decided(refugee(), "terminate", "2026-10-12", grounds=both), "2026-10-14")
    assert on(state, "2026-11-02").departure_by is not None


def test_f_46_only_persons_without_another_right_to_stay_are_named() -> None:
    state = decided(case(minors=True), "refuse", "2026-08-03")
    mother, minor = state.applicant, state.minors[0].id
    assert on(state, "2026-08-10").named == (mother, minor)
    alone = decided(case(minors=True), "refuse", "2026-08-03", covers=(mother,))
    assert on(alone, "2026-08-10").named == (mother,)  # the child still waits for a decision
    own = decided(state, "grant", "2026-08-05", "D-2", covers=(minor,), to_on=day("2027-08-05"))
    assert on(own, "2026-08-10").named == (mother,)
    struck = after(state, (f.case.MinorStruck(person=minor, reason="own_file", on=day("2026-08-06")),))
    assert on(struck, "2026-08-10").named == (mother,)
    dead = after(state, (f.course.FamilyChanged(event="death", persons=(minor,), on=day("2026-08-06")),))
    assert on(dead, "2026-08-10").named == (mother,)
    assert on(dead, "2026-08-05").named == (mother, minor)


def test_f_30_a_withdrawn_or_closed_file_has_no_month_for_leaving() -> None:
    state = after(case(), (f.case.ApplicationWithdrawn(on=day("2026-07-01")),))
    assert on(state, "2026-07-02") == Stay()
    refused = served(decided(case(), "refuse", "2026-08-03"), "2026-08-05")
    closed = after(refused, (f.case.CaseClosed(code="DEP", on=day("2026-09-01")),))
    assert on(closed, "2026-09-02") == Stay()
    for code, runs in (("DTH", False), ("NAT", False), ("WDR", False), ("TRF", True), ("ERR", True)):
        ended = after(refused, (f.case.CaseClosed(code=code, on=day("2026-09-01")),))
        assert on(ended, "2026-09-02").protected == runs
    assert on(closed, "2026-08-20").protected
    assert on(lodged(closed, "2026-09-10"), "2026-09-12").protected  # an appeal is taken all the same


def test_L_15_an_annulled_decision_ends_nothing() -> None:
    state = served(decided(refugee(), "deprive", "2026-10-05"), "2026-10-07")
    fact = f.remedies.DecisionAnnulled(number="D-1", by="court", reason="x", on=day("2026-12-01"))
    state = after(state, (fact,))
    assert on(state, "2026-12-01") == Stay(protected=True, until=day("2027-07-10"), reading="L-9.1.1")
    assert on(state, "2026-11-30").reading == "f-37"
