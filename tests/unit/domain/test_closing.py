"""Files that end without a decision and are opened again, and certificates that end: f-30, X-cert as functions."""

from datetime import date

import pytest

from app.base.errors import Refusal
from app.domain import closing
from app.domain import facts as f
from app.domain.case import CaseState, status
from app.domain.commands import CloseCase, EndCertificate, ReopenCase, WithdrawApplication
from app.domain.reference import codes
from tests.offices import Desk, after, applicant, child


def day(text: str) -> date:
    return date.fromisoformat(text)


def registered(*, minors: bool = False, certificate: bool = True) -> tuple[Desk, CaseState]:
    """Registered on 15.06.2026; today is 20.07.2026."""
    desk = Desk("2026-06-15 10:00")
    (state,) = desk.register(applicant(minors=(child(),) if minors else ()))
    if not certificate:
        number = state.certificates[0].number
        state = after(state, (f.case.CertificateEnded(number=number, how="returned", on=day("2026-07-01")),))
    desk.now = "2026-07-20 10:00"
    return desk, state


def decided(state: CaseState, kind: str, on: str, number: str = "D-1") -> CaseState:
    fact = f.case.DecisionTaken(
        number=number, kind=kind, on=day(on), person=state.applicant, covers=(state.applicant,),  # type: ignore[arg-type]
        from_on=day(on), to_on=day("2027-07-10") if kind == "grant" else None,
    )  # fmt: skip
    return after(state, (fact,))


def close(desk: Desk, state: CaseState, code: str = "DEP", **more: object) -> CaseState:
    command = CloseCase(case=state.id, code=code, **more)  # type: ignore[arg-type]
    return after(state, closing.close(desk.known, state, command, "head"))


def withdraw(desk: Desk, state: CaseState, **more: object) -> CaseState:
    command = WithdrawApplication(case=state.id, **more)  # type: ignore[arg-type]
    return after(state, closing.withdraw(desk.known, state, command))


def reopen(desk: Desk, state: CaseState, what: str = "closing", **more: object) -> CaseState:
    command = ReopenCase(**({"case": state.id, "what": what, "reason": "қате жабылған"} | more))  # type: ignore[arg-type]
    return after(state, closing.reopen(desk.known, state, command, "head"))


def end(desk: Desk, state: CaseState, how: str = "lost", **more: object) -> CaseState:
    values: dict[str, object] = {
        "case": state.id, "number": state.certificates[0].number, "how": how, "reason": "жоғалтып алды",
    }  # fmt: skip
    command = EndCertificate(**(values | more))  # type: ignore[arg-type]
    return after(state, closing.end_certificate(desk.known, state, command))


def rule(act: object, *args: object, **more: object) -> str:
    with pytest.raises(Refusal) as error:
        act(*args, **more)  # type: ignore[operator]
    return error.value.rule


# -- closing ----------------------------------------------------------------------------------------------------------


CODES = tuple(code for code in codes("closing_reasons") if code != closing.DUPLICATE)


@pytest.mark.parametrize("code", CODES)
def test_f_30_proceedings_end_before_a_decision_by_each_code_and_no_ground(code: str) -> None:
    desk, state = registered(certificate=False)
    state = close(desk, state, code, reason="себебі")
    assert (state.closed_code, state.closed_on) == (code, day("2026-07-20"))
    assert (status(state, day("2026-07-20")), state.decisions) == ("closed", ())


def test_f_30_a_ground_of_article_12_closes_nothing() -> None:
    desk, state = registered()
    assert rule(close, desk, state, "DUP") == "case.duplicate_by_merge"
    assert rule(close, desk, state, "A12-01") == "case.closing_reason"


@pytest.mark.parametrize("code", sorted(set(CODES) - closing.CERTIFICATE_STAYS_OUT))
def test_f_30_X_cert_what_became_of_a_valid_certificate_is_said(code: str) -> None:
    desk, state = registered()
    assert rule(close, desk, state, code, reason="x") == "case.certificate_valid"
    closed = close(desk, state, code, reason="x", certificate="destroyed")
    assert [(c.ended, c.ended_on) for c in closed.certificates] == [("destroyed", day("2026-07-20"))]


@pytest.mark.parametrize("code", sorted(closing.CERTIFICATE_STAYS_OUT))
def test_f_30_a_certificate_may_stay_out_with_the_person_or_the_file(code: str) -> None:
    desk, state = registered()
    assert close(desk, state, code).certificates[0].ended == ""
    assert close(desk, state, code, certificate="lost").certificates[0].ended == "lost"


def test_f_30_a_certificate_that_is_not_there_does_not_end() -> None:
    desk, state = registered(certificate=False)
    assert rule(close, desk, state, certificate="returned") == "case.no_certificate"


@pytest.mark.parametrize("code", sorted(set(CODES) - closing.WHOLE_CASE_GOES))
def test_f_43_minors_are_taken_into_another_file_first(code: str) -> None:
    desk, state = registered(minors=True)
    assert rule(close, desk, state, code, certificate="returned") == "case.minors_left"
    struck = f.case.MinorStruck(person=state.minors[0].id, reason="other_parent", on=day("2026-07-10"))
    assert close(desk, after(state, (struck,)), code, certificate="returned").closed_code == code


@pytest.mark.parametrize("code", sorted(closing.WHOLE_CASE_GOES))
def test_f_30_the_minors_go_with_a_file_that_leaves_whole(code: str) -> None:
    desk, state = registered(minors=True)
    assert close(desk, state, code, reason="x", certificate="returned").closed_code == code


def test_f_30_an_error_needs_a_written_reason_and_names_who_confirmed() -> None:
    desk, state = registered(certificate=False)
    assert rule(close, desk, state, "ERR", reason="  ") == "case.error_reason"
    (fact,) = closing.close(desk.known, state, CloseCase(case=state.id, code="ERR", reason=" екі рет "), "head")
    assert isinstance(fact, f.case.CaseClosed)
    assert (fact.reason, fact.second) == ("екі рет", "head")


def test_f_30_a_death_is_recorded_with_the_closing_and_taken_back_with_it() -> None:
    desk, state = registered()
    closed = close(desk, state, "DTH", reason="қайтыс болу туралы куәлік")
    assert closed.applicant_person.died_on == day("2026-07-20")
    assert closed.family_events[0].evidence == "қайтыс болу туралы куәлік"
    known = after(
        state, (f.course.FamilyChanged(event="death", persons=(state.applicant,), on=day("2026-07-01")),)
    )  # fmt: skip
    assert len(close(desk, known, "DTH").family_events) == 1
    assert reopen(desk, closed).applicant_person.died_on is None


@pytest.mark.parametrize("code", sorted(closing.STATUS_NEEDS_A_DECISION))
def test_A14_01_f_30_a_status_ends_by_a_decision_before_the_file_is_closed(code: str) -> None:
    desk, state = registered(certificate=False)
    state = decided(state, "grant", "2026-07-10")
    assert rule(close, desk, state, code) == "case.status_held"
    assert close(desk, decided(state, "terminate", "2026-07-15", "D-2"), code).closed_code == code


def test_L_8_1_6_L_9_1_4_who_returns_or_is_resettled_closes_the_file_and_a_refugee_after_a_termination() -> None:
    desk, state = registered()
    assert close(desk, state, "DEP", reason="қоныстандырылды").closed_code == "DEP"
    refugee = decided(state, "grant", "2026-07-10")
    assert rule(close, desk, refugee, "DEP") == "case.status_held"


def test_L_8_1_3_by_WDR_only_who_has_not_got_the_status() -> None:
    desk, state = registered(certificate=False)
    assert rule(close, desk, decided(state, "grant", "2026-07-10"), "WDR") == "decision.taken_already"


CLOSING = [
    ("date.future", {"on": day("2026-07-21")}),
    ("case.closed_before", {"on": day("2026-06-14")}),
]


@pytest.mark.parametrize(("wanted", "more"), CLOSING)
def test_f_30_a_file_does_not_end_before_it_began(wanted: str, more: dict[str, object]) -> None:
    desk, state = registered()
    assert rule(close, desk, state, **more) == wanted
    refused = decided(state, "refuse", "2026-07-10")
    assert rule(close, desk, refused, on=day("2026-07-09")) == "case.closed_before"


# -- withdrawal -------------------------------------------------------------------------------------------------------


def test_L_8_1_3_a_withdrawal_keeps_the_statement_and_takes_the_certificate_back() -> None:
    desk, state = registered()
    command = WithdrawApplication(case=state.id, on=day("2026-07-15"), statement=" өз еркіммен ")
    ended, withdrawn = closing.withdraw(desk.known, state, command)
    assert isinstance(ended, f.case.CertificateEnded)
    assert isinstance(withdrawn, f.case.ApplicationWithdrawn)
    assert (ended.how, withdrawn.statement) == ("returned", "өз еркіммен")


def test_L_8_1_3_no_certificate_ends_before_it_was_issued() -> None:
    desk, state = registered()
    again = f.case.CertificateIssued(
        number="C-9", kind="asylum", holder=state.applicant, minors=(), issued_on=day("2026-07-18"),
        valid_to=day("2026-10-18"), replaces=state.certificates[0].number,
    )  # fmt: skip
    state = withdraw(desk, after(state, (again,)), on=day("2026-07-15"))
    assert state.certificates[-1].ended_on == day("2026-07-18")


def test_L_8_1_3_an_application_to_extend_is_withdrawn_alone() -> None:
    desk, state = registered(certificate=False)
    state = decided(state, "grant", "2026-07-10")
    assert rule(withdraw, desk, state, kind="extension") == "withdrawal.no_extension"
    lodged = f.case.ApplicationLodged(way="arrival", kind="extension", lodged_at=desk.known.now)
    state = after(state, (lodged,))
    assert rule(withdraw, desk, state, kind="extension", on=day("2026-07-19")) == "decision.before_registration"
    state = withdraw(desk, state, kind="extension")
    assert (state.pending_extension, state.withdrawn_on) == (None, None)
    assert status(state, day("2026-07-20")) == "refugee"


def test_L_8_1_3_after_a_grant_there_is_no_application_unless_it_was_annulled() -> None:
    desk, state = registered()
    state = decided(state, "grant", "2026-07-10")
    assert rule(withdraw, desk, state) == "decision.taken_already"
    annulled = f.remedies.DecisionAnnulled(number="D-1", by="court", reason="x", on=day("2026-07-15"))
    assert withdraw(desk, after(state, (annulled,))).withdrawn_on == day("2026-07-20")


# -- opening again ----------------------------------------------------------------------------------------------------


def test_f_30_a_closing_and_a_withdrawal_are_taken_back_and_the_certificate_stays_ended() -> None:
    desk, state = registered()
    for ended, what in ((close(desk, state, certificate="returned"), "closing"), (withdraw(desk, state), "withdrawal")):
        again = reopen(desk, ended, what)
        assert (again.is_open, status(again, day("2026-07-20"))) == (True, "asylum_seeker")
        assert again.valid_certificate("asylum") is None


def test_f_09_L_14_2_a_lapse_is_taken_back() -> None:
    desk, state = registered(certificate=False)
    state = decided(state, "grant", "2026-07-10")
    lapse = f.remedies.StatusLapsed(on=day("2026-07-12"), recorded_on=day("2026-07-15"), covers=(state.applicant,))
    state = after(state, (lapse,))
    assert status(state, day("2026-07-20")) == "lapsed"
    assert status(reopen(desk, state, "lapse"), day("2026-07-20")) == "refugee"
    assert rule(reopen, desk, state, "lapse", on=day("2026-07-14")) == "case.reopened_before"
    assert rule(reopen, desk, close(desk, state), "lapse") == "case.not_open"


REOPENING = [
    ("case.nothing_to_reopen", {"what": "withdrawal"}),
    ("case.nothing_to_reopen", {"what": "lapse"}),
    ("remedy.reason_missing", {"reason": " "}),
    ("date.future", {"on": day("2026-07-21")}),
    ("case.reopened_before", {"on": day("2026-07-09")}),
]


@pytest.mark.parametrize(("wanted", "more"), REOPENING)
def test_f_30_what_opening_again_cannot_be(wanted: str, more: dict[str, object]) -> None:
    desk, state = registered()
    assert rule(reopen, desk, close(desk, state, on=day("2026-07-10")), **more) == wanted
    assert rule(reopen, desk, state) == "case.nothing_to_reopen"


def test_L_10_5_nobody_stands_in_two_open_files_because_one_was_opened_again() -> None:
    desk, state = registered(minors=True)
    closed = close(desk, state)
    known = desk.known._replace(listed_elsewhere=lambda person: "A-7" if person.person == state.minors[0].id else "")
    command = ReopenCase(case=state.id, what="closing", reason="x")
    with pytest.raises(Refusal) as error:
        closing.reopen(known, closed, command, "head")
    assert error.value.rule == "case.person_elsewhere"


# -- certificates -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["returned", "lost", "spoiled", "destroyed"])
def test_X_cert_a_certificate_ends_in_four_ways_and_is_valid_no_more(how: str) -> None:
    desk, state = registered()
    state = end(desk, state, how)
    assert (state.certificates[0].ended, state.valid_certificate("asylum")) == (how, None)
    assert rule(end, desk, state, how) == "certificate.end_unknown"


ENDING = [
    ("certificate.end_unknown", {"number": "C-99"}),
    ("certificate.end_reason", {"reason": " "}),
    ("certificate.end_reason", {"reason": "", "how": "spoiled"}),
    ("date.future", {"on": day("2026-07-21")}),
    ("certificate.end_before", {"on": day("2026-06-14")}),
]


@pytest.mark.parametrize(("wanted", "more"), ENDING)
def test_X_cert_what_an_end_cannot_be(wanted: str, more: dict[str, object]) -> None:
    desk, state = registered()
    assert rule(end, desk, state, **more) == wanted


def test_X_cert_a_certificate_may_come_back_after_the_file_was_closed() -> None:
    desk, state = registered()
    assert end(desk, close(desk, state), "returned", reason="").certificates[0].ended == "returned"
