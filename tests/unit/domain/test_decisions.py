"""Articles 11 and 12 by their rules: grants, refusals, postponements, certificates after them, service and notices."""

from datetime import date, timedelta

import pytest

from app.base.errors import Refusal
from app.domain import decisions
from app.domain import facts as f
from app.domain.case import CaseState, status
from app.domain.commands import (
    ArrivalData,
    IssueCertificate,
    PostponeConsideration,
    SendNotice,
    ServeDecision,
    TakeDecision,
)
from app.domain.decisions import Family
from app.domain.facts.values import GroundChosen, Override
from app.domain.grounds import offered
from tests.offices import Desk, adult, after, applicant, child

NOBODY, RECOGNISED = Family(), Family(other_recognised=True)
OVERRIDE = Override(rule="decision.fingerprints_open", reason="құрылғы жоқ")


def ground(code: str = "A12-01", reason: str = "негіз жоқ") -> GroundChosen:
    return GroundChosen(code=code, reason=reason)


def registered(on: str = "2026-06-15 10:00", **more: object) -> tuple[Desk, CaseState]:
    desk = Desk(on)
    arrived = desk.known.today - timedelta(days=2)
    (state,) = desk.register(applicant(arrival=ArrivalData(entered_on=arrived), **more))
    return desk, state


def ready(on: str = "2026-06-15 10:00", **more: object) -> tuple[Desk, CaseState]:
    desk, state = registered(on, **more)
    return desk, desk.fingerprints(state)


def decide(desk: Desk, state: CaseState, kind: str = "grant", family: Family = NOBODY, **more: object) -> CaseState:
    command = TakeDecision(case=state.id, kind=kind, **more)  # type: ignore[arg-type]
    return after(state, decisions.decide(desk.known, state, command, family))


def refused(desk: Desk, state: CaseState, kind: str = "grant", family: Family = NOBODY, **more: object) -> str:
    with pytest.raises(Refusal) as error:
        decide(desk, state, kind, family, **more)
    return error.value.rule


def postpone(desk: Desk, state: CaseState, until: date, reason: str = "тексеру", on: date | None = None) -> CaseState:
    command = PostponeConsideration(case=state.id, until=until, reason=reason, on=on)
    return after(state, decisions.postpone(desk.known, state, command))


def not_postponed(
    desk: Desk, state: CaseState, until: date, reason: str = "тексеру", on: date | None = None
) -> Refusal:
    with pytest.raises(Refusal) as error:
        postpone(desk, state, until, reason, on)
    return error.value


def consent(state: CaseState, on: date, given: bool = True) -> CaseState:
    return after(state, [f.case.ConsentRecorded(person=state.applicant, given=given, on=on)])


# -- when a decision may be taken ---------------------------------------------------------------------------------


def test_a_decision_needs_a_registered_open_undecided_application_and_a_day_in_between() -> None:
    desk, state = ready()
    assert refused(desk, CaseState(id="c", applicant="p")) == "decision.not_registered"
    assert refused(desk, state, on=date(2026, 6, 16)) == "decision.future"
    assert refused(desk, state, on=date(2026, 6, 14)) == "decision.before_registration"
    closed = after(state, [f.case.CaseClosed(code="DEP", on=date(2026, 6, 15))])
    assert refused(desk, closed) == "decision.closed"
    withdrawn = after(state, [f.case.ApplicationWithdrawn(on=date(2026, 6, 15))])
    assert refused(desk, withdrawn) == "decision.closed"
    decided = decide(desk, state)
    assert refused(desk, decided) == "decision.taken_already"
    assert refused(desk, decided, "refuse", grounds=(ground(),)) == "decision.taken_already"


@pytest.mark.parametrize("kind", ["extend", "refuse_extend", "deprive", "terminate"])
def test_a_decision_of_another_procedure_is_not_offered(kind: str) -> None:
    desk, state = ready()
    assert refused(desk, state, kind) == "decision.kind_not_offered"


def test_a_decision_covers_the_applicant_and_the_minors_named() -> None:
    desk, state = ready(minors=(child("ZAHRA"), child("OMAR")))
    one = state.minors[0].id
    assert set(decide(desk, state).decisions[0].covers) == {p.id for p in state.present}
    named = decide(desk, state, covers=(state.applicant, one))
    assert named.decisions[0].covers == (state.applicant, one)
    today = desk.known.today
    assert [status(named, today, m.id) for m in state.minors] == ["refugee", "asylum_seeker"]


def test_a_decision_covers_nobody_who_is_not_in_the_file_and_never_the_minors_alone() -> None:
    desk, state = ready(minors=(child("ZAHRA"),))
    assert refused(desk, state, covers=(state.applicant, "stranger")) == "person.unknown"
    assert refused(desk, state, covers=(state.minors[0].id,)) == "decision.applicant_not_covered"
    struck = after(state, [f.case.MinorStruck(person=state.minors[0].id, reason="error", on=desk.known.today)])
    assert refused(desk, struck, covers=(state.applicant, state.minors[0].id)) == "person.unknown"


# -- grants -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("convention", "on", "to"),
    [
        ("same_date", date(2026, 11, 20), date(2027, 11, 20)),
        ("day_before", date(2026, 11, 20), date(2027, 11, 19)),
        ("same_date", date(2028, 2, 29), date(2029, 2, 28)),
    ],
)
def test_L_11_5a_f_08_status_is_granted_for_one_year(convention: str, on: date, to: date) -> None:
    desk = Desk("2028-02-29 10:00", {"status.valid_to_convention": convention})
    assert decisions.status_ends(on, desk.known) == to


@pytest.mark.parametrize("state_of", ["open", "refused", "impossible", "received"])
def test_L_10_6c_f_14_a_grant_is_blocked_while_fingerprints_are_not_done(state_of: str) -> None:
    desk, state = registered()
    if state_of != "open":
        state = desk.fingerprints(state, state_of)
    assert refused(desk, state) == "decision.fingerprints_open"


@pytest.mark.parametrize("result", ["done", "not_required"])
def test_L_10_6c_f_14_a_grant_is_free_once_they_are_done_or_not_required(result: str) -> None:
    desk, state = registered()
    assert decide(desk, desk.fingerprints(state, result)).decisions[0].kind == "grant"


def test_L_11_1a_g_10_no_fingerprint_condition_before_2024() -> None:
    desk, state = registered("2023-10-16 10:00")
    desk.now = "2023-12-31 10:00"
    assert decide(desk, state).decisions[0].on == date(2023, 12, 31)
    assert "A12-10" not in [g.code for g in offered(date(2023, 12, 31), "open")]


def test_f_16_g_10_from_2024_the_date_of_the_decision_chooses_the_rule() -> None:
    desk, state = registered("2023-10-16 10:00")
    desk.now = "2024-01-03 10:00"
    assert refused(desk, state) == "decision.fingerprints_open"
    assert decide(desk, state, on=date(2023, 12, 31)).decisions[0].kind == "grant"
    assert decide(desk, state, override=OVERRIDE).decisions[0].override_reason == "құрылғы жоқ"
    assert "A12-10" in [g.code for g in offered(date(2024, 1, 3), "open")]
    assert "A12-10" not in [g.code for g in offered(date(2024, 1, 3), "not_required")]


def test_f_16_the_override_is_for_cases_of_before_2024_and_needs_a_reason() -> None:
    desk, state = registered("2023-12-31 10:00")
    desk.now = "2024-01-03 10:00"
    assert refused(desk, state, override=Override(rule="x", reason=" ")) == "decision.override_not_allowed"
    desk, state = registered("2024-01-01 10:00")
    assert refused(desk, state, override=OVERRIDE) == "decision.override_not_allowed"


def test_L_11_2b_g_16_a_derivative_grant_needs_the_newest_consent_to_be_given() -> None:
    desk, state = ready("2026-09-07 10:00")
    desk.now = "2026-11-20 10:00"
    assert refused(desk, state, "grant_derivative") == "decision.consent_missing"
    agreed = consent(state, date(2026, 11, 18))
    assert decide(desk, agreed, "grant_derivative").decisions[0].to_on == date(2027, 11, 20)
    declined = consent(agreed, date(2026, 11, 19), given=False)
    assert refused(desk, declined, "grant_derivative") == "decision.consent_missing"
    assert decide(desk, declined, "refuse", RECOGNISED, grounds=(ground(),)).decisions[0].kind == "refuse"


def test_L_11_2b_a_consent_of_after_the_decision_does_not_carry_it() -> None:
    desk, state = ready("2026-09-07 10:00")
    desk.now = "2026-11-25 10:00"
    late = consent(state, date(2026, 11, 24))
    assert refused(desk, late, "grant_derivative", on=date(2026, 11, 20)) == "decision.consent_missing"


def test_L_10_6c_holds_for_a_derivative_grant_too() -> None:
    desk, state = registered()
    assert refused(desk, consent(state, desk.known.today), "grant_derivative") == "decision.fingerprints_open"


def test_L_10_6c_g_18_not_required_frees_the_grant_of_a_child_and_takes_the_ground_away() -> None:
    desk = Desk("2026-10-06 10:00")
    alone = applicant(adult("NOORI", "SAMIR", "2011-03-11"), unaccompanied=True)
    (state,) = desk.register(alone)
    desk.now = "2026-12-02 10:00"
    assert refused(desk, state) == "decision.fingerprints_open"
    free = desk.fingerprints(state, "not_required")
    assert refused(desk, free, "refuse", grounds=(ground("A12-10"),)) == "decision.ground_not_offered"
    granted = decide(desk, free)
    issued = after(granted, decisions.issue_certificate(desk.known, granted, IssueCertificate(case="", kind="refugee")))
    assert issued.valid_certificate("refugee") is not None


# -- refusals -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "grounds", "on"),
    [
        ("decision.no_ground", (), date(2026, 6, 15)),
        ("decision.ground_unknown", (ground("A99-01"),), date(2026, 6, 15)),
        ("decision.ground_unknown", (ground("A13-01"),), date(2026, 6, 15)),
        ("decision.reason_missing", (ground(reason="  "),), date(2026, 6, 15)),
        ("decision.reason_missing", (ground(), ground("A12-04", "")), date(2026, 6, 15)),
        ("decision.ground_not_in_force", (ground("A12-10"),), date(2023, 12, 31)),
    ],
)
def test_L_12_a_refusal_needs_a_ground_in_force_with_its_reason(
    rule: str, grounds: tuple[GroundChosen, ...], on: date
) -> None:
    desk, state = registered("2023-10-16 10:00")
    desk.now = "2026-06-15 10:00"
    assert refused(desk, state, "refuse", grounds=grounds, on=on) == rule


def test_f_14_A12_10_may_be_chosen_while_fingerprints_are_open_or_were_refused() -> None:
    desk, state = registered()
    for case in (state, desk.fingerprints(state, "refused"), desk.fingerprints(state, "impossible")):
        assert decide(desk, case, "refuse", grounds=(ground("A12-10"),)).decisions[0].kind == "refuse"


def test_f_40_A12_01_alone_never_refuses_a_consenting_member_of_a_recognised_family() -> None:
    desk, state = registered()
    agreed = consent(state, desk.known.today)
    assert refused(desk, agreed, "refuse", RECOGNISED, grounds=(ground(),)) == "decision.ground_only_family"
    assert decide(desk, agreed, "refuse", NOBODY, grounds=(ground(),)).decisions
    assert decide(desk, state, "refuse", RECOGNISED, grounds=(ground(),)).decisions
    both = (ground(), ground("A12-04"))
    assert decide(desk, agreed, "refuse", RECOGNISED, grounds=both).decisions


def test_f_40_recognised_once_counts_also_after_the_file_was_closed() -> None:
    desk, state = ready()
    granted = decide(desk, state)
    closed = after(granted, [f.case.CaseClosed(code="DTH", on=desk.known.today)])
    assert status(closed, desk.known.today) == "closed"
    assert decisions.recognised(closed, desk.known.today)
    assert not decisions.recognised(granted, date(2026, 6, 14))
    assert not decisions.recognised(state, desk.known.today)


def test_a_refused_person_has_no_term_of_status() -> None:
    desk, state = registered()
    decision = decide(desk, state, "refuse", grounds=(ground(),)).decisions[0]
    assert (decision.from_on, decision.to_on) == (None, None)


# -- postponement -------------------------------------------------------------------------------------------------


def test_L_11_1b_g_19_strict_and_hard_limits() -> None:
    desk, state = registered("2026-06-15 10:00")
    desk.now = "2026-09-10 10:00"
    assert decisions.postponement_limits(state, date(2026, 9, 10)) == (date(2027, 6, 15), date(2027, 9, 10))
    over = not_postponed(desk, state, date(2027, 6, 16))
    assert (over.rule, over.facts) == ("postponement.strict_limit", {"limit": date(2027, 6, 15)})
    first = postpone(desk, state, date(2027, 6, 15))
    assert first.postponements[0].until == date(2027, 6, 15)


def test_f_04_beyond_the_strict_limit_the_setting_must_be_changed_and_the_hard_limit_holds() -> None:
    desk, state = registered("2026-06-15 10:00")
    desk.now = "2026-09-10 10:00"
    over = not_postponed(desk, state, date(2027, 9, 11))
    assert (over.rule, over.facts) == ("postponement.hard_limit", {"limit": date(2027, 9, 10)})
    free = Desk("2026-09-10 10:00", {"postponement.limit_from": "postponement_decision"})
    assert not_postponed(free, state, date(2027, 9, 11)).rule == "postponement.hard_limit"
    assert postpone(free, state, date(2027, 9, 10)).postponements[0].until == date(2027, 9, 10)


def test_f_04_g_19_a_second_postponement_moves_neither_limit() -> None:
    desk, state = registered("2026-06-15 10:00")
    desk.now = "2026-09-10 10:00"
    once = postpone(desk, state, date(2026, 12, 10))
    desk.now = "2026-12-10 10:00"
    assert decisions.postponement_limits(once, date(2026, 12, 10)) == (date(2027, 6, 15), date(2027, 9, 10))
    assert not_postponed(desk, once, date(2027, 6, 16)).rule == "postponement.strict_limit"
    assert len(postpone(desk, once, date(2027, 6, 15)).postponements) == 2


def test_a_postponement_needs_a_reason_and_a_later_day() -> None:
    desk, state = registered()
    assert not_postponed(desk, state, date(2026, 9, 1), reason="  ").rule == "postponement.reason"
    assert not_postponed(desk, state, date(2026, 6, 15)).rule == "postponement.until"
    assert not_postponed(desk, state, date(2026, 9, 1), on=date(2026, 6, 16)).rule == "decision.future"
    assert not_postponed(desk, state, date(2026, 9, 1), on=date(2026, 6, 14)).rule == "decision.before_registration"
    assert not_postponed(desk, CaseState(id="c"), date(2026, 9, 1)).rule == "decision.not_registered"
    done = decide(desk, state, "refuse", grounds=(ground(),))
    assert not_postponed(desk, done, date(2026, 9, 1)).rule == "decision.taken_already"


# -- certificates -------------------------------------------------------------------------------------------------


def issue(desk: Desk, state: CaseState, kind: str, blank: str = "") -> CaseState:
    command = IssueCertificate(case=state.id, kind=kind, blank=blank)  # type: ignore[arg-type]
    return after(state, decisions.issue_certificate(desk.known, state, command))


def not_issued(desk: Desk, state: CaseState, kind: str) -> str:
    with pytest.raises(Refusal) as error:
        issue(desk, state, kind)
    return error.value.rule


def test_X_cert_g_19_a_postponement_replaces_the_certificate_in_a_chain() -> None:
    desk, state = registered("2026-06-15 10:00", minors=(child(),))
    desk.now = "2026-09-10 10:00"
    state = postpone(desk, state, date(2026, 12, 10))
    desk.now = "2026-12-09 10:00"
    state = issue(desk, state, "asylum")
    first, second, third = state.certificates
    assert (first.ended, first.ended_on, second.replaces) == ("replaced", date(2026, 9, 10), first.number)
    assert (second.ended, third.replaces, third.ended) == ("replaced", second.number, "")
    assert (second.issued_on, second.valid_to) == (date(2026, 9, 10), date(2026, 12, 10))
    assert [c.minors for c in state.certificates] == [(state.minors[0].id,)] * 3
    assert [c for c in state.certificates if not c.ended] == [third]


def test_X_cert_f_17_the_chain_goes_on_after_a_refusal() -> None:
    desk, state = registered()
    state = issue(desk, decide(desk, state, "refuse", grounds=(ground(),)), "asylum")
    assert [c.ended for c in state.certificates] == ["replaced", ""]


def test_X_cert_the_validity_may_be_set_shorter() -> None:
    desk = Desk("2026-06-15 10:00", {"certificate.validity": 2})
    (state,) = desk.register()
    assert state.certificates[0].valid_to == date(2026, 8, 15)


def test_L_11_5b_the_refugee_certificate_follows_a_grant_once_and_takes_the_other_back() -> None:
    desk, state = ready(minors=(child(),))
    assert not_issued(desk, state, "refugee") == "certificate.not_refugee"
    granted = decide(desk, state)
    assert not_issued(desk, granted, "asylum") == "certificate.not_asylum_seeker"
    done = issue(desk, granted, "refugee", blank=" ab12345678 ")
    asylum, refugee = done.certificates
    assert (asylum.ended, refugee.number, refugee.ended) == ("returned", "AB12345678", "")
    assert refugee.valid_to == done.decisions[0].to_on
    assert refugee.minors == (state.minors[0].id,)
    assert not_issued(desk, done, "refugee") == "certificate.issued_already"


def test_a_minor_whom_the_decision_does_not_cover_stands_on_no_refugee_certificate() -> None:
    desk, state = ready(minors=(child("ZAHRA"), child("OMAR")))
    kept = state.minors[1].id
    done = issue(desk, decide(desk, state, covers=(state.applicant, kept)), "refugee")
    assert done.certificates[-1].minors == (kept,)


def test_who_is_no_asylum_seeker_gets_no_certificate() -> None:
    desk, state = registered()
    closed = after(state, [f.case.CaseClosed(code="DEP", on=desk.known.today)])
    assert not_issued(desk, closed, "asylum") == "certificate.not_asylum_seeker"
    assert not_issued(desk, closed, "refugee") == "certificate.not_refugee"


# -- service and notices ------------------------------------------------------------------------------------------


def test_L_11_6_L_15_a_served_decision_knows_when_the_person_learned_of_it() -> None:
    desk, state = registered()
    state = decide(desk, state, "refuse", grounds=(ground(),))
    desk.now = "2026-06-20 10:00"
    serve = ServeDecision(case=state.id, way="post", on=date(2026, 6, 17), learnt_on=date(2026, 6, 19), proof="RR1")
    served = after(state, decisions.serve(desk.known, state, serve)).decisions[0]
    assert (served.served_on, served.learnt_on) == (date(2026, 6, 17), date(2026, 6, 19))
    by_hand = after(state, decisions.serve(desk.known, state, ServeDecision(case=state.id, way="hand"))).decisions[0]
    assert by_hand.learnt_on == by_hand.served_on == date(2026, 6, 20)


DAYS_NOT_POSSIBLE = [date(2026, 6, 14), date(2026, 6, 21)]


@pytest.mark.parametrize("day", DAYS_NOT_POSSIBLE)
def test_service_knowledge_and_notice_lie_between_the_decision_and_today(day: date) -> None:
    desk, state = registered()
    state = decide(desk, state, "refuse", grounds=(ground(),))
    desk.now = "2026-06-20 10:00"
    fine = date(2026, 6, 17)
    for act in (
        lambda: decisions.serve(desk.known, state, ServeDecision(case="", way="hand", on=day)),
        lambda: decisions.serve(desk.known, state, ServeDecision(case="", way="post", on=fine, learnt_on=day)),
        lambda: decisions.notify(desk.known, state, SendNotice(case="", to="iab", on=day)),
    ):
        with pytest.raises(Refusal) as error:
            act()
        assert error.value.rule == "decision.future"


def test_there_is_nothing_to_serve_or_to_tell_without_a_decision() -> None:
    desk, state = registered()
    for act in (
        lambda: decisions.serve(desk.known, state, ServeDecision(case="", way="hand")),
        lambda: decisions.notify(desk.known, state, SendNotice(case="", to="iab")),
    ):
        with pytest.raises(Refusal) as error:
            act()
        assert (error.value.rule, error.value.field) == ("decision.none", "case")
