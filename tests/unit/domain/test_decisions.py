"""Articles 11 and 12 by their rules: grants, refusals, postponements, certificates after them, service and notices."""

from datetime import date, timedelta

import pytest

from app.base.errors import Refusal
from app.domain import certificates, decisions, extensions
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
from app.domain.decision_warnings import warnings
from app.domain.decisions import Family
from app.domain.facts.values import GroundChosen, Override, Proof
from app.domain.grounds import offered
from app.messages.catalogue import LANGUAGES, text
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
def test_a_decision_on_a_status_needs_the_status(kind: str) -> None:
    desk, state = ready()
    assert refused(desk, state, kind) == "decision.no_status"
    assert refused(desk, decide(desk, state, "refuse", grounds=(ground(),)), kind) == "decision.no_status"


def test_L_11_2a_a_minor_who_reached_18_needs_an_own_file_first() -> None:
    desk, state = ready("2026-09-14 10:00", minors=(child("NAVID", "2008-10-14"), child("ZAHRA", "2020-02-20")))
    son, daughter = (m.id for m in state.minors)
    desk.now = "2026-10-14 10:00"
    assert refused(desk, state) == "decision.covers_adult"
    assert refused(desk, state, covers=(state.applicant, son)) == "decision.covers_adult"
    assert decide(desk, state, covers=(state.applicant, daughter)).decisions[0].covers == (state.applicant, daughter)
    assert len(decide(desk, state, on=date(2026, 10, 13)).decisions[0].covers) == 3


@pytest.mark.parametrize(("setting", "last_day"), [("03-01", date(2030, 2, 28)), ("02-28", date(2030, 2, 27))])
def test_L_11_2a_X_18_the_leap_day_of_the_office_counts(setting: str, last_day: date) -> None:
    desk = Desk("2029-12-10 10:00", {"majority.leap_day": setting})
    (state,) = desk.register(applicant(arrival=ArrivalData(), minors=(child("NAVID", "2012-02-29"),)))
    desk.now = "2030-03-05 10:00"
    state = desk.fingerprints(state)
    assert decide(desk, state, on=last_day).decisions
    assert refused(desk, state, on=last_day + timedelta(days=1)) == "decision.covers_adult"


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
    assert extensions.status_ends(on, desk.known) == to


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
    assert refused(desk, state, "grant_derivative", RECOGNISED) == "decision.consent_missing"
    agreed = consent(state, date(2026, 11, 18))
    assert decide(desk, agreed, "grant_derivative", RECOGNISED).decisions[0].to_on == date(2027, 11, 20)
    declined = consent(agreed, date(2026, 11, 19), given=False)
    assert refused(desk, declined, "grant_derivative", RECOGNISED) == "decision.consent_missing"
    assert decide(desk, declined, "refuse", RECOGNISED, grounds=(ground(),)).decisions[0].kind == "refuse"


def test_L_11_2b_a_consent_of_after_the_decision_does_not_carry_it() -> None:
    desk, state = ready("2026-09-07 10:00")
    desk.now = "2026-11-25 10:00"
    late = consent(state, date(2026, 11, 24))
    assert refused(desk, late, "grant_derivative", on=date(2026, 11, 20)) == "decision.consent_missing"


def test_L_11_2b_f_40_a_derivative_grant_needs_somebody_recognised() -> None:
    desk, state = ready()
    assert refused(desk, consent(state, desk.known.today), "grant_derivative") == "decision.nobody_recognised"


def test_L_10_6c_holds_for_a_derivative_grant_too() -> None:
    desk, state = registered()
    agreed = consent(state, desk.known.today)
    assert refused(desk, agreed, "grant_derivative", RECOGNISED) == "decision.fingerprints_open"


def test_L_10_6c_g_18_not_required_frees_the_grant_of_a_child_and_takes_the_ground_away() -> None:
    desk = Desk("2026-10-06 10:00")
    alone = applicant(adult("NOORI", "SAMIR", "2011-03-11"), unaccompanied=True)
    (state,) = desk.register(alone)
    desk.now = "2026-12-02 10:00"
    assert refused(desk, state) == "decision.fingerprints_open"
    free = desk.fingerprints(state, "not_required")
    assert refused(desk, free, "refuse", grounds=(ground("A12-10"),)) == "decision.ground_not_offered"
    granted = decide(desk, free)
    made = certificates.issue_certificate(desk.known, granted, IssueCertificate(case="", kind="refugee"))
    issued = after(granted, made)
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
        for part in ("10a", "10b"):
            chosen = GroundChosen(code="A12-10", reason="бас тартты", subcode=part)
            assert decide(desk, case, "refuse", grounds=(chosen,)).decisions[0].kind == "refuse"


@pytest.mark.parametrize(
    ("rule", "code", "part"),
    [
        ("decision.subcode_missing", "A12-02", ""),
        ("decision.subcode_missing", "A12-10", ""),
        ("decision.subcode_unknown", "A12-02", "10a"),
        ("decision.subcode_unknown", "A12-01", "02a"),
    ],
)
def test_L_12_a_ground_of_several_parts_names_the_part(rule: str, code: str, part: str) -> None:
    desk, state = registered()
    assert refused(desk, state, "refuse", grounds=(GroundChosen(code=code, reason="x", subcode=part),)) == rule


def test_L_12_a_ground_that_stands_with_two_parts_has_its_reason_for_each() -> None:
    desk, state = registered()
    forged = GroundChosen(code="A12-02", reason="жалған паспорт", subcode="02c")
    false = GroundChosen(code="A12-02", reason="көрінеу жалған", subcode="02b")
    assert len(decide(desk, state, "refuse", grounds=(forged, false)).decisions[0].grounds) == 2
    blank = GroundChosen(code="A12-02", reason=" ", subcode="02b")
    for both in ((forged, blank), (blank, forged)):
        assert refused(desk, state, "refuse", grounds=both) == "decision.reason_missing"


def test_L_12_proofs_of_a_refusal_belong_to_its_grounds_and_came_before_it() -> None:
    desk, state = registered()
    chosen = (GroundChosen(code="A12-02", reason="жалған паспорт", subcode="02c"),)
    fine = (Proof(id="forgery", text="сараптама"), Proof(id="contradiction_put", text="жауап"))
    assert decide(desk, state, "refuse", grounds=chosen, proofs=fine).decisions[0].proofs == fine
    for rule, proof in (
        ("decision.proof_unknown", Proof(id="refusal", text="x")),
        ("decision.proof_unknown", Proof(id="?", text="x")),
        ("decision.proof_after", Proof(id="forgery", text="x", on=date(2026, 6, 16))),
    ):
        assert refused(desk, state, "refuse", grounds=chosen, proofs=(proof,)) == rule


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


def test_an_annulled_grant_recognised_nobody_and_leaves_the_application_to_be_decided() -> None:
    desk, state = ready()
    granted = decide(desk, state)
    desk.now = "2026-06-20 10:00"
    annulled = after(granted, [f.remedies.DecisionAnnulled(number="D-1", by="court", reason="x", on=date(2026, 6, 20))])
    assert not decisions.recognised(annulled, desk.known.today)
    assert decisions.recognised(annulled, date(2026, 6, 19))
    assert decisions.final_decision(annulled) is None
    assert refused(desk, annulled, on=date(2026, 6, 19)) == "decision.taken_already"
    again = decide(desk, annulled, "refuse", grounds=(ground(),))
    assert status(again, desk.known.today) == "refused"


def test_a_status_that_came_along_leaves_nothing_to_consider() -> None:
    desk, state = ready()
    carried = f.remedies.StatusCarried(
        person=state.applicant, number="D-9", decision="extend", decided_on=date(2026, 6, 1),
        from_on=date(2026, 6, 1), to_on=date(2027, 6, 1), from_case="c0",
    )  # fmt: skip
    own = after(state, [carried])
    assert refused(desk, own) == "decision.taken_already"
    assert decisions.recognised(own, desk.known.today)
    with pytest.raises(Refusal) as error:
        decisions.serve(desk.known, own, ServeDecision(case="", way="hand"))
    assert error.value.rule == "decision.none"


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
    return after(state, certificates.issue_certificate(desk.known, state, command))


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
    booklet, asylum = done.valid_certificate("refugee"), done.valid_certificate("asylum")
    assert booklet is not None
    assert asylum is not None
    assert (booklet.minors, asylum.minors) == ((kept,), (state.minors[0].id,))  # L-10.7a: each minor in one


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


def test_a_decision_is_served_and_told_by_its_number() -> None:
    desk, state = ready()
    state = after(
        decide(desk, state), [f.remedies.DecisionAnnulled(number="D-1", by="self", reason="x", on=desk.known.today)]
    )
    state = decide(desk, state, "refuse", grounds=(ground(),))
    first, second = (d.number for d in state.decisions)
    (served,) = decisions.serve(desk.known, state, ServeDecision(case="", way="hand", decision=first))
    (told,) = decisions.notify(desk.known, state, SendNotice(case="", to="iab", decision=first))
    (newest,) = decisions.notify(desk.known, state, SendNotice(case="", to="iab"))
    assert isinstance(served, f.case.DecisionServed)
    assert isinstance(told, f.case.NoticeSent)
    assert isinstance(newest, f.case.NoticeSent)
    assert (served.number, told.decision, newest.decision) == (first, first, second)
    for act in (
        lambda: decisions.serve(desk.known, state, ServeDecision(case="", way="hand", decision="D-77")),
        lambda: decisions.notify(desk.known, state, SendNotice(case="", to="iab", decision="D-77")),
    ):
        with pytest.raises(Refusal) as error:
            act()
        assert (error.value.rule, error.value.field) == ("decision.unknown", "decision")


def test_L_15_a_second_copy_does_not_move_the_day_on_which_the_person_learned_of_it() -> None:
    desk, state = registered()
    state = decide(desk, state, "refuse", grounds=(ground(),))
    desk.now = "2026-06-25 10:00"
    first = ServeDecision(case="", way="post", on=date(2026, 6, 17), learnt_on=date(2026, 6, 19))
    state = after(state, decisions.serve(desk.known, state, first))
    again = after(state, decisions.serve(desk.known, state, ServeDecision(case="", way="hand"))).decisions[0]
    assert again.learnt_on == date(2026, 6, 19)


# -- warnings -----------------------------------------------------------------------------------------------------


def warned(desk: Desk, state: CaseState, kind: str, *codes: str, on: date | None = None) -> tuple[str, ...]:
    chosen = tuple(ground(code) for code in codes)
    command = TakeDecision(case=state.id, kind=kind, grounds=chosen, on=on)  # type: ignore[arg-type]
    found = warnings(state, command, desk.known.today)
    for key in found:
        for language in LANGUAGES:
            assert text("warning-" + key.replace(".", "-").replace("_", "-"), language).endswith(".")
    return found


def test_f_48_a_stateless_refugee_is_warned_of_before_A14_02_and_A14_04_and_not_barred() -> None:
    desk = Desk("2026-06-15 10:00")
    (state,) = desk.register(applicant(adult(citizenships=(), stateless="yes"), arrival=ArrivalData()))
    state = decide(desk, desk.fingerprints(state))
    for code in ("A14-02", "A14-04"):
        assert warned(desk, state, "terminate", code) == ("decision.stateless",)
    assert warned(desk, state, "terminate", "A14-01") == ()
    proof = (Proof(id="change", text="баға"),)
    assert decide(desk, state, "terminate", grounds=(ground("A14-02"),), proofs=proof).decisions[-1].kind == "terminate"
    _, citizen = ready()
    assert warned(desk, citizen, "terminate", "A14-02") == ()


def test_L_11_3_g_18_a_child_without_tracing_result_is_warned_of() -> None:
    desk = Desk("2026-10-06 10:00")
    (state,) = desk.register(applicant(adult("NOORI", "SAMIR", "2011-03-11"), unaccompanied=True))
    assert warned(desk, state, "grant") == warned(desk, state, "refuse") == ("decision.tracing_open",)
    request = state.request_for("tracing")
    assert request is not None
    answer = f.case.RequestAnswered(request=request.id, person=state.applicant, on=desk.known.today, result="received")
    assert warned(desk, after(state, [answer]), "grant") == ()


def test_f_47_fingerprints_open_when_the_three_months_end_propose_a_postponement() -> None:
    desk, state = registered("2026-06-15 10:00")
    for day, found in ((date(2026, 9, 14), ()), (date(2026, 9, 15), ("decision.fingerprints_at_term",))):
        assert warned(desk, state, "refuse", on=day) == found
    assert warned(desk, desk.fingerprints(state), "grant", on=date(2026, 9, 15)) == ()
    assert warnings(state, TakeDecision(case="", kind="refuse")) == ()
    desk.now = "2026-09-10 10:00"
    postponed = postpone(desk, state, date(2026, 12, 10))
    assert warned(desk, postponed, "grant", on=date(2026, 9, 20)) == ()
    assert warned(desk, postponed, "grant", on=date(2026, 12, 10)) == ("decision.fingerprints_at_term",)
    old, before = registered("2023-09-15 10:00")
    assert warned(old, before, "grant", on=date(2023, 12, 20)) == ()
    done = decide(desk, state, "refuse", grounds=(ground(),))
    assert warned(desk, done, "terminate", on=date(2026, 9, 20)) == ()
