"""Extending a status: the application and its last day, the decision on it, the certificate that follows."""

from datetime import date, datetime, timedelta

import pytest

from app.base.errors import Refusal
from app.domain import certificates, decisions, extensions
from app.domain import facts as f
from app.domain.case import CaseState, status
from app.domain.commands import ArrivalData, IssueCertificate, LodgeExtension, TakeDecision
from app.domain.decisions import Family
from app.domain.facts.values import GroundChosen
from tests.offices import Desk, adult, after, applicant, at, child


def refugee(settings: dict[str, object] | None = None, **more: object) -> tuple[Desk, CaseState]:
    """A status granted on 10.02.2026, that is until 10.02.2027."""
    desk = Desk("2025-11-10 10:00", settings)
    (state,) = desk.register(applicant(arrival=ArrivalData(), **more))
    state = desk.fingerprints(state)
    desk.now = "2026-02-10 10:00"
    return desk, decide(desk, state, "grant")


def decide(desk: Desk, state: CaseState, kind: str, **more: object) -> CaseState:
    command = TakeDecision(case=state.id, kind=kind, **more)  # type: ignore[arg-type]
    return after(state, decisions.decide(desk.known, state, command, Family()))


def not_decided(desk: Desk, state: CaseState, kind: str, **more: object) -> str:
    with pytest.raises(Refusal) as error:
        decide(desk, state, kind, **more)
    return error.value.rule


def lodge(desk: Desk, state: CaseState, lodged_at: datetime | None = None, reason: str = "") -> CaseState:
    command = LodgeExtension(case=state.id, lodged_at=lodged_at, late_reason=reason)
    return after(state, extensions.lodge_extension(desk.known, state, command))


def not_lodged(desk: Desk, state: CaseState, lodged_at: datetime | None = None) -> str:
    with pytest.raises(Refusal) as error:
        lodge(desk, state, lodged_at)
    return error.value.rule


def extended(desk: Desk, state: CaseState, lodged: str, decided: str) -> CaseState:
    desk.now = f"{lodged} 10:00"
    state = lodge(desk, state)
    desk.now = f"{decided} 10:00"
    return decide(desk, state, "extend")


# -- the application ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("end", "last_day"),
    [
        (date(2025, 2, 28), date(2025, 1, 28)),
        (date(2027, 2, 10), date(2027, 1, 11)),  # 10.01.2027 is a Sunday
        (date(2027, 3, 31), date(2027, 3, 1)),  # 28.02.2027, clamped, is a Sunday
        (date(2026, 7, 30), date(2026, 6, 30)),
    ],
)
def test_L_11_5c_A16_7_the_last_day_is_one_month_before_counted_back(end: date, last_day: date) -> None:
    assert extensions.last_day_to_apply(end, Desk("2025-01-10 10:00").known) == last_day


def test_A16_2_A16_7_a_status_from_the_leap_day_ends_on_28_02_and_asks_by_28_01() -> None:
    desk = Desk("2024-02-29 10:00")
    end = extensions.status_ends(date(2024, 2, 29), desk.known)
    assert (end, extensions.last_day_to_apply(end, desk.known)) == (date(2025, 2, 28), date(2025, 1, 28))


def test_L_11_5c_an_application_is_registered_at_once_with_a_number_of_its_own() -> None:
    desk, state = refugee()
    desk.now = "2027-01-11 10:00"
    lodged = lodge(desk, state)
    (one,) = lodged.extensions
    assert (one.number, one.registered_on, one.last_day, one.late) == (
        "A-2",
        date(2027, 1, 11),
        date(2027, 1, 11),
        None,
    )
    assert lodged.number == state.number != one.number
    assert lodged.registered_on == state.registered_on
    assert lodged.pending_extension == one


@pytest.mark.parametrize(
    ("on", "days", "shown"),
    [("2027-01-12", 1, "refugee"), ("2027-02-10", 30, "refugee"), ("2027-03-01", 49, "expired_extension_pending")],
)
def test_f_09_a_late_application_is_flagged_with_its_reason_and_taken(on: str, days: int, shown: str) -> None:
    desk, state = refugee()
    desk.now = f"{on} 10:00"
    state = lodge(desk, state, reason=" ауырды ")
    late = state.extensions[0].late
    assert late is not None
    assert (late.days, late.reason) == (days, "ауырды")
    assert status(state, desk.known.today) == shown


def test_f_09_an_application_lodged_earlier_counts_by_the_day_it_was_lodged() -> None:
    desk, state = refugee()
    desk.now = "2027-01-20 10:00"
    state = lodge(desk, state, at("2027-01-11 17:00"))
    assert (state.extensions[0].late, state.extensions[0].registered_on) == (None, date(2027, 1, 20))


def test_L_11_5c_no_application_without_a_status_ahead_of_time_or_beside_another() -> None:
    desk, state = refugee()
    (seeker,) = Desk("2026-02-10 10:00").register(applicant(arrival=ArrivalData()))
    assert not_lodged(desk, seeker) == "extension.no_status"
    assert not_lodged(desk, CaseState(id="c", applicant="p")) == "extension.no_status"
    desk.now = "2027-01-05 10:00"
    assert not_lodged(desk, state, at("2027-01-05 10:01")) == "date.future"
    assert not_lodged(desk, state, at("2026-02-09 10:00")) == "extension.before_status"
    assert not_lodged(desk, lodge(desk, state)) == "extension.pending"
    closed = after(state, [f.case.CaseClosed(code="DEP", on=desk.known.today)])
    assert not_lodged(desk, closed) == "extension.no_status"


def test_f_09_no_application_after_a_lapse_but_again_after_a_withdrawn_one() -> None:
    desk, state = refugee()
    desk.now = "2027-02-15 10:00"
    lapsed = f.remedies.StatusLapsed(on=date(2027, 2, 11), recorded_on=date(2027, 2, 15), covers=(state.applicant,))
    assert not_lodged(desk, after(state, [lapsed])) == "extension.no_status"
    withdrawn = after(lodge(desk, state), [f.case.ApplicationWithdrawn(kind="extension", on=date(2027, 2, 15))])
    assert len(lodge(desk, withdrawn).extensions) == 2


# -- the decision on it -------------------------------------------------------------------------------------------


def test_f_42_L_11_5c_the_new_year_runs_from_the_previous_expiry_in_every_year() -> None:
    desk, state = refugee()
    state = extended(desk, state, "2027-01-05", "2027-01-25")
    state = extended(desk, state, "2028-01-05", "2028-01-25")
    terms = [(d.from_on, d.to_on) for d in state.decisions]
    assert terms == [
        (date(2026, 2, 10), date(2027, 2, 10)),
        (date(2027, 2, 10), date(2028, 2, 10)),
        (date(2028, 2, 10), date(2029, 2, 10)),
    ]
    assert [e.decision for e in state.extensions] == ["D-2", "D-3"]
    assert state.pending_extension is None


def test_f_42_f_09_a_late_decision_leaves_no_gap() -> None:
    desk, state = refugee()
    state = extended(desk, state, "2027-03-01", "2027-04-01")
    assert (state.decisions[-1].from_on, state.decisions[-1].to_on) == (date(2027, 2, 10), date(2028, 2, 10))
    assert status(state, desk.known.today) == "refugee"


@pytest.mark.parametrize(
    ("convention", "previous", "term"),
    [
        ("same_date", date(2027, 2, 10), (date(2027, 2, 10), date(2028, 2, 10))),
        ("same_date", date(2025, 2, 28), (date(2025, 2, 28), date(2026, 2, 28))),
        ("day_before", date(2027, 2, 9), (date(2027, 2, 10), date(2028, 2, 9))),
        ("day_before", date(2027, 2, 28), (date(2027, 3, 1), date(2028, 2, 29))),
        ("day_before", date.max, (date.max, date.max - timedelta(days=1))),
        ("same_date", date.max, (date.max, date.max)),
    ],
)
def test_f_08_f_42_the_convention_of_the_office_holds_for_an_extension(
    convention: str, previous: date, term: tuple[date, date]
) -> None:
    desk = Desk("2026-02-10 10:00", {"status.valid_to_convention": convention})
    assert extensions.extended_term(previous, desk.known) == term


@pytest.mark.parametrize("kind", ["extend", "refuse_extend"])
def test_L_11_5c_a_decision_on_an_extension_needs_the_application_before_it(kind: str) -> None:
    desk, state = refugee()
    desk.now = "2027-01-25 10:00"
    assert not_decided(desk, state, kind, note="x") == "extension.none_pending"
    state = lodge(desk, state, at("2027-01-20 10:00"))
    assert not_decided(desk, state, kind, note="x", on=date(2027, 1, 19)) == "extension.before_lodged"
    assert not_decided(desk, state, kind, note="x", on=date(2027, 1, 26)) == "decision.future"
    assert not_decided(desk, state, kind, note="x", covers=("stranger",)) == "person.unknown"
    grounds = (GroundChosen(code="A12-01", reason="x"),)
    assert not_decided(desk, state, kind, note="x", grounds=grounds) == "extension.no_grounds"


def test_f_41_L_9_1_3_a_refusal_to_extend_needs_its_reason_and_leaves_the_status_to_its_end() -> None:
    desk, state = refugee()
    desk.now = "2027-01-05 10:00"
    state = lodge(desk, state)
    assert not_decided(desk, state, "refuse_extend", note="  ") == "extension.reason_missing"
    refused = decide(desk, state, "refuse_extend", note="мән-жайлар сақталмаған")
    decision = refused.decisions[-1]
    assert (decision.from_on, decision.to_on, decision.note) == (None, None, "мән-жайлар сақталмаған")
    assert (refused.extensions[0].decision, refused.pending_extension) == (decision.number, None)
    assert status(refused, date(2027, 2, 10)) == status(refused, date(2027, 2, 11)) == "refugee"


def test_an_annulled_refusal_to_extend_leaves_the_application_pending_again() -> None:
    desk, state = refugee()
    desk.now = "2027-01-05 10:00"
    refused = decide(desk, lodge(desk, state), "refuse_extend", note="x")
    desk.now = "2027-03-05 10:00"
    annulled = f.remedies.DecisionAnnulled(number="D-2", by="court", reason="x", on=date(2027, 3, 5))
    again = after(refused, [annulled])
    assert again.pending_extension is not None
    assert status(again, desk.known.today) == "expired_extension_pending"
    assert decide(desk, again, "extend").decisions[-1].to_on == date(2028, 2, 10)


def test_a_court_that_annuls_a_refusal_to_extend_does_the_same() -> None:
    desk, state = refugee()
    desk.now = "2027-01-05 10:00"
    refused = decide(desk, lodge(desk, state), "refuse_extend", note="x")
    appealed = f.remedies.AppealLodged(
        appeal="a", decision="D-2", level="court_first", body="сот", on=date(2027, 1, 20)
    )
    stands = f.remedies.AppealDecided(appeal="a", result="dismissed", effect="stands", on=date(2027, 3, 1))
    assert after(refused, [appealed, stands]).pending_extension is None
    gone = f.remedies.AppealDecided(appeal="a", result="allowed", effect="remitted", on=date(2027, 3, 1))
    assert after(refused, [appealed, gone]).pending_extension is not None


def test_L_11_5c_an_extension_covers_those_who_hold_the_status() -> None:
    desk, state = refugee(minors=(child("ZAHRA"),))
    newborn = f.case.PersonRecorded(
        person="baby", place="minor", names=state.minors[0].names, sex="female", birth=child("B", "2026-05-01").birth
    )
    state = after(state, [newborn, f.case.MinorListed(person="baby", relation="daughter")])
    desk.now = "2027-01-05 10:00"
    state = lodge(desk, state)
    one = decide(desk, state, "extend").decisions[-1]
    assert set(one.covers) == {state.applicant, state.minors[0].id}
    assert not_decided(desk, state, "extend", covers=(state.applicant, "baby")) == "decision.no_status"
    twice = (state.applicant, state.applicant)
    assert decide(desk, state, "extend", covers=twice).decisions[-1].covers == (state.applicant,)


def test_L_11_2a_a_minor_who_reached_18_is_not_extended_in_the_file_of_a_parent() -> None:
    desk, state = refugee(minors=(child("NAVID", "2008-12-31"),))
    desk.now = "2027-01-05 10:00"
    assert not_decided(desk, lodge(desk, state), "extend") == "decision.covers_adult"
    only = (state.applicant,)
    assert decide(desk, lodge(desk, state), "extend", covers=only).decisions[-1].covers == only


# -- certificates -------------------------------------------------------------------------------------------------


def issue(desk: Desk, state: CaseState, blank: str = "") -> CaseState:
    command = IssueCertificate(case=state.id, kind="refugee", blank=blank)
    return after(state, certificates.issue_certificate(desk.known, state, command))


def not_issued(desk: Desk, state: CaseState) -> str:
    with pytest.raises(Refusal) as error:
        issue(desk, state)
    return error.value.rule


def test_L_11_5b_an_extension_gives_a_certificate_in_place_of_the_one_that_ends_earlier() -> None:
    desk, state = refugee()
    first = issue(desk, state, "AB00000001")
    assert not_issued(desk, first) == "certificate.issued_already"
    state = extended(desk, first, "2027-01-05", "2027-01-25")
    state = issue(desk, state, "AB00000002")
    old, new = (c for c in state.certificates if c.kind == "refugee")
    assert (old.ended, old.ended_on, new.replaces) == ("replaced", date(2027, 1, 25), "AB00000001")
    assert new.valid_to == date(2028, 2, 10)
    assert not_issued(desk, state) == "certificate.issued_already"


def test_L_11_5b_a_refusal_to_extend_takes_no_certificate_away_and_gives_none_after_the_end() -> None:
    desk, state = refugee()
    desk.now = "2027-01-05 10:00"
    refused = decide(desk, lodge(desk, state), "refuse_extend", note="x")
    assert issue(desk, refused).certificates[-1].valid_to == date(2027, 2, 10)
    desk.now = "2027-02-11 10:00"
    assert not_issued(desk, refused) == "certificate.status_run_out"


def test_L_16_2_a_child_who_came_alone_gets_an_own_certificate_whatever_the_age() -> None:
    desk = Desk("2026-10-06 10:00")
    (state,) = desk.register(applicant(adult("NOORI", "SAMIR", "2015-03-11"), unaccompanied=True))
    granted = decide(desk, desk.fingerprints(state, "not_required"), "grant")
    assert issue(desk, granted).valid_certificate("refugee", state.applicant) is not None
