"""The ways in before a registration: notice of detention, card, the registration that follows, reunification, hints."""

from datetime import date
from typing import Any

import msgspec
import pytest

from app.base.errors import Refusal
from app.domain import applications, hints, ways_in
from app.domain import facts as f
from app.domain.case import CaseState, status
from app.domain.commands import (
    ArrivalData,
    ClaimData,
    DocumentData,
    EvidenceData,
    RecordDetention,
    RegisterApplication,
    RegisterCard,
    RegisterLodged,
    RepresentativeData,
    StayData,
)
from app.domain.deadlines import colour, deadlines, open_deadlines
from app.domain.facts.values import Blob, RouteStop
from app.domain.intake import CaseFacts
from tests.offices import Desk, adult, after, applicant, at, child

MONDAY = "2026-06-15 10:00"
FRIDAY = "2026-06-12 16:00"
LONE = adult("NOORI", "SAMIR", "2012-03-11")
BOUND = RecordDetention(person=adult(), body="Шекара бөлімшесі", detained_at=at("2026-06-11 20:00"))


def states(made: tuple[CaseFacts, ...]) -> tuple[CaseState, ...]:
    return tuple(after(CaseState(id=case.case), case.facts) for case in made)


def detained(desk: Desk, command: RecordDetention = BOUND) -> CaseState:
    (state,) = states(ways_in.record_detention(desk.known, command))
    return state


def carded(desk: Desk, *applicants: Any, site: str = "KOR-1") -> tuple[CaseState, ...]:
    return states(ways_in.register_card(desk.known, RegisterCard(applicants=applicants or (applicant(),), site=site)))


def registered(desk: Desk, state: CaseState, **more: Any) -> CaseState:
    return after(state, ways_in.register_lodged(desk.known, state, RegisterLodged(case=state.id, **more)))


def rule(act: Any, *args: Any, **more: Any) -> tuple[str, str]:
    with pytest.raises(Refusal) as error:
        act(*args, **more)
    return error.value.rule, error.value.field


def the(desk: Desk, state: CaseState, kind: str) -> Any:
    return next(d for d in deadlines(state, desk.known.calendar, desk.settings) if d.kind == kind)


# -- notice of detention ------------------------------------------------------------------------------------------


def test_L_10_4a_f_44_a_notice_opens_a_file_and_the_person_is_an_asylum_seeker_from_the_recorded_wish() -> None:
    state = detained(Desk(FRIDAY))
    assert (state.source, state.shown_number, state.registered_on, state.certificates) == ("detention", "", None, ())
    assert state.lodged is not None
    assert (state.lodged.way, state.lodged.lodged_at) == ("detention", at(FRIDAY))
    assert [status(state, date(2026, 6, day)) for day in (11, 12)] == ["", "intention"]


def test_L_10_4b_f_06_two_calendar_days_run_over_the_weekend_and_the_alert_is_on_the_last_working_day() -> None:
    desk = Desk(FRIDAY)
    state = detained(desk)
    (due,) = open_deadlines(state, desk.known.calendar, desk.settings)
    assert (due.kind, due.start, due.due, due.target) == (
        "detention", date(2026, 6, 12), date(2026, 6, 14), date(2026, 6, 12),
    )  # fmt: skip
    assert [colour(due, date(2026, 6, day)) for day in (11, 12, 14, 15)] == ["green", "amber", "amber", "red"]


def test_L_10_4b_a_notice_before_a_long_holiday_alerts_on_the_last_day_that_is_worked() -> None:
    desk = Desk("2026-03-20 17:00")
    due = the(desk, detained(desk, msgspec.structs.replace(BOUND, detained_at=at("2026-03-20 09:00"))), "detention")
    assert due.due == date(2026, 3, 22)
    assert colour(due, date(2026, 3, 20)) == "amber"


@pytest.mark.parametrize(("received", "hours"), [("2026-06-12 20:00", None), ("2026-06-12 20:01", 1)])
def test_L_10_4a_f_45_A16_4_a_notice_after_twenty_four_hours_is_flagged_and_bars_nothing(
    received: str, hours: int | None
) -> None:
    state = detained(Desk("2026-06-15 10:00"), msgspec.structs.replace(BOUND, received_at=at(received)))
    assert state.detention is not None
    late = state.detention.late
    assert (late.hours if late else None) == hours
    assert state.late is None


def test_L_10_7b_a_detained_child_who_came_alone_has_a_file_of_its_own_kind() -> None:
    state = detained(Desk(FRIDAY), msgspec.structs.replace(BOUND, person=LONE, unaccompanied=True))
    assert (state.source, state.unaccompanied) == ("unaccompanied", True)
    assert {r.to for r in registered(Desk(MONDAY), state).requests} >= {"guardian", "tracing"}


NO_NOTICE = [
    ("detention.body", "body", {"body": "  "}),
    ("date.future", "detained_at", {"detained_at": at("2026-06-12 16:01"), "received_at": at("2026-06-12 16:00")}),
    ("date.future", "received_at", {"received_at": at("2026-06-12 16:01")}),
    ("detention.notice_before", "received_at", {"received_at": at("2026-06-11 19:59")}),
    ("person.no_document", "person.documents", {"person": adult(documents=())}),
    ("application.minor_applicant", "person.person.birth", {"person": LONE}),
    ("application.adult_unaccompanied", "person.person.birth", {"unaccompanied": True}),
]


@pytest.mark.parametrize(("wanted", "field", "changes"), NO_NOTICE)
def test_L_10_4a_a_notice_that_cannot_be_is_refused(wanted: str, field: str, changes: dict[str, Any]) -> None:
    command = msgspec.structs.replace(BOUND, **changes)
    assert rule(ways_in.record_detention, Desk(FRIDAY).known, command) == (wanted, field)


def test_L_10_5_a_detained_child_who_stands_in_an_application_is_refused() -> None:
    command = msgspec.structs.replace(BOUND, person=LONE, unaccompanied=True)
    known = Desk(FRIDAY, listed="A-7").known
    assert rule(ways_in.record_detention, known, command) == ("application.minor_listed_twice", "person")


def test_L_10_4b_the_deadline_ends_with_the_file() -> None:
    desk = Desk(FRIDAY)
    withdrawn = after(detained(desk), [f.case.ApplicationWithdrawn(on=date(2026, 6, 13))])
    assert the(desk, withdrawn, "detention").done_on == date(2026, 6, 13)


# -- registration of what was lodged ------------------------------------------------------------------------------


def test_L_10_4b_L_10_6a_the_application_is_registered_with_certificate_and_referrals_on_the_day() -> None:
    desk = Desk("2026-06-14 11:00")
    state = registered(
        desk,
        detained(Desk(FRIDAY)),
        arrival=ArrivalData(way="other", entered_on=date(2026, 6, 11)),
        claim=ClaimData(reasons=("religion",)),
        stay=StayData(kato="750000000", text="Қабылдау орны"),
        documents=(DocumentData(type="id_card", number="7"),),
    )
    (certificate,) = state.certificates
    assert (state.number, state.registered_on, certificate.issued_on) == ("A-1", *[date(2026, 6, 14)] * 2)
    assert [r.to for r in state.requests] == ["iab_stay", "fingerprints"]
    assert state.claim is not None
    assert (state.claim.reasons, len(state.applicant_person.documents)) == (("religion",), 2)
    assert state.applicant_person.stay is not None
    assert the(desk, state, "detention").done_on == date(2026, 6, 14)
    assert the(desk, state, "decision").due == date(2026, 9, 14)
    assert status(state, date(2026, 6, 14)) == "asylum_seeker"


def test_L_1_1_a_claim_that_nobody_stated_is_recorded_as_not_stated() -> None:
    state = registered(Desk(MONDAY), detained(Desk(FRIDAY)))
    assert state.claim is not None
    assert state.claim.reasons == ("not_stated",)


def test_L_10_3a_f_05_an_application_lodged_at_a_border_unit_that_is_held_here_is_registered() -> None:
    from app.domain.commands import LodgeAtBorder

    crossed = applicant(minors=(child(),), arrival=ArrivalData(entered_on=date(2026, 3, 2)))
    made = applications.lodge_at_border(Desk("2026-03-02 14:00").known, LodgeAtBorder(applicants=(crossed,)))
    desk = Desk("2026-03-04 10:00")
    state = registered(desk, states(made)[0])
    assert state.lodged is not None
    assert (state.lodged.border_receipt, state.lodged.place) == ("R-1", "border")
    assert the(desk, state, "border_handover").done_on == date(2026, 3, 4)
    assert the(desk, state, "decision").due == date(2026, 6, 4)
    assert [len(c.minors) for c in state.certificates] == [1]


def test_a_file_without_an_intention_or_with_a_registration_is_not_registered() -> None:
    desk = Desk(MONDAY)
    (done,) = desk.register()
    lodged = detained(Desk(FRIDAY))
    closed = after(lodged, [f.case.CaseClosed(code="DEP", on=date(2026, 6, 13))])
    withdrawn = after(lodged, [f.case.ApplicationWithdrawn(on=date(2026, 6, 13))])
    bare = msgspec.structs.replace(lodged, lodged=None)
    for state, wanted, more in (
        (done, ("application.registered_already", "case"), {}),
        (closed, ("case.not_open", "case"), {}),
        (withdrawn, ("case.not_open", "case"), {}),
        (bare, ("application.nothing_lodged", "case"), {}),
        (CaseState(id="empty"), ("application.nothing_lodged", "case"), {}),
        (lodged, ("application.lodged_already", "lodged_at"), {"lodged_at": at(FRIDAY)}),
        (lodged, ("arrival.future", "application.arrival"), {"arrival": ArrivalData(entered_on=date(2026, 6, 16))}),
        (lodged, ("claim.reason_unknown", "application.claim.reasons"), {"claim": ClaimData(reasons=("x",))}),
    ):
        assert rule(registered, desk, state, **more) == wanted


# -- a card in a mass influx --------------------------------------------------------------------------------------


def test_L_7_2_1_X_influx_f_44_a_family_card_is_an_intention_with_a_ticket_and_no_certificate() -> None:
    first, second = carded(
        Desk(MONDAY), applicant(minors=(child(),)), applicant(adult("KARIMI", "MARYAM"), relation="spouse")
    )
    assert [s.ticket for s in (first, second)] == ["T-1", "T-2"]
    assert (first.source, first.site, first.shown_number) == ("card", "KOR-1", "T-1")
    assert (first.lodged, first.number, first.certificates, first.requests) == (None, "", (), ())
    assert status(first, date(2026, 6, 15)) == "intention"
    assert first.family == second.family != ""
    assert open_deadlines(second, Desk(MONDAY).known.calendar, Desk(MONDAY).settings) == ()


def test_L_7_2_1_L_10_7a_a_card_is_registered_later_with_the_family_on_one_certificate() -> None:
    (card,) = carded(Desk(MONDAY), applicant(minors=(child(), child("OMAR"))))
    state = registered(Desk("2026-07-20 10:00"), card)
    assert state.lodged is not None
    assert (state.lodged.way, state.lodged.lodged_at) == ("arrival", at("2026-07-20 10:00"))
    assert (len(state.certificates[0].minors), state.shown_number, state.ticket) == (2, "A-1", "T-1")


def test_f_07_lateness_after_a_card_is_counted_to_the_card_and_not_to_the_registration() -> None:
    (card,) = carded(Desk(MONDAY))
    assert registered(Desk("2026-07-20 10:00"), card).late is None
    (late,) = carded(Desk("2026-06-17 10:00"))
    state = registered(Desk("2026-07-20 10:00"), late, late_reason="жол жабық")
    assert state.late is not None
    assert (state.late.days, state.late.reason) == (2, "жол жабық")


@pytest.mark.parametrize(
    ("arrival", "way", "hours"),
    [
        (ArrivalData(way="forced", entered_at=at("2026-06-14 09:00")), "forced", None),
        (ArrivalData(way="forced", entered_at=at("2026-06-13 20:00")), "forced", 4),
        (ArrivalData(way="already_here", learned_on=date(2026, 6, 14)), "sur_place", None),
    ],
)
def test_L_10_3b_L_10_1b_the_way_after_a_card_follows_what_was_told(
    arrival: ArrivalData, way: str, hours: int | None
) -> None:
    (card,) = carded(Desk(MONDAY), applicant(arrival=arrival))
    state = registered(Desk("2026-06-18 10:00"), card)
    assert state.lodged is not None
    assert state.lodged.way == way
    assert (state.late.hours if state.late else None) == hours


def test_a_card_is_registered_at_a_time_that_can_be() -> None:
    (card,) = carded(Desk(MONDAY))
    desk = Desk("2026-06-18 10:00")
    ahead = rule(registered, desk, card, lodged_at=at("2026-06-18 10:01"))
    before = rule(registered, desk, card, arrival=ArrivalData(entered_on=date(2026, 6, 18)), lodged_at=at(MONDAY))
    assert (ahead, before) == (("date.future", "lodged_at"), ("application.lodged_before_arrival", "lodged_at"))


def test_X_18_a_child_of_a_card_who_has_reached_18_needs_an_own_file_first() -> None:
    (card,) = carded(Desk(MONDAY), applicant(minors=(child(birth="2008-06-20"),)))
    assert rule(registered, Desk("2026-06-20 10:00"), card) == ("application.minor_is_adult", "minors.0")


def test_X_18_who_was_alone_and_under_18_at_the_card_gets_no_guardian_as_an_adult() -> None:
    (card,) = carded(Desk(MONDAY), applicant(adult("NOORI", "SAMIR", "2008-06-20"), unaccompanied=True))
    state = registered(Desk("2026-06-20 10:00"), card)
    assert [r.to for r in state.requests] == ["iab_stay", "fingerprints"]


# -- reunification ------------------------------------------------------------------------------------------------

SHOWN = (EvidenceData(text="Неке қию рәсімінің бейнесі"), EvidenceData(text="", document="MC-7 / 2015"))


def joined(anchor: CaseState | None, *applicants: Any, **more: Any) -> tuple[CaseFacts, ...]:
    values = {"joins": "anchor", "evidence": SHOWN} | more
    command = RegisterApplication(applicants=applicants or (applicant(WIFE, relation="spouse"),), **values)
    desk = Desk(MONDAY)
    for _ in range(50):  # ids that no earlier desk of a test gave
        desk.known.new_id()
    return applications.register(desk.known, command, anchor)


WIFE = adult("AHMADI", "MARYAM", "1990-02-11", sex="female")


def anchor_of(desk: Desk) -> CaseState:
    (state,) = desk.register()
    return msgspec.structs.replace(state, id="anchor")


def test_L_11_2c_L_11_2d_a_spouse_and_children_join_with_evidence_and_both_files_are_told() -> None:
    anchor = anchor_of(Desk("2026-06-11 10:00"))
    new, old = joined(anchor, applicant(WIFE, minors=(child(),), relation="spouse"))
    state, before = after(CaseState(id=new.case), new.facts), after(anchor, old.facts)
    assert old.case == "anchor"
    assert state.family == before.family != ""
    assert [(e.about, e.text, e.link) for e in state.evidence] == [
        ("family", "Неке қию рәсімінің бейнесі", "anchor"),
        ("family", "MC-7 / 2015", "anchor"),
    ]
    assert [(r.relation, r.case) for r in state.relatives] == [("spouse", "anchor")]
    assert [(r.relation, r.case) for r in before.relatives] == [("spouse", new.case)]
    assert len(state.minors) == 1


def test_L_11_2d_a_family_that_joins_a_family_has_the_family_it_finds() -> None:
    first, second = Desk("2026-06-11 10:00").register(applicant(), applicant(adult("KARIMI", "NADIA")))
    mother, son, old = joined(
        first, applicant(WIFE, relation="spouse"), applicant(adult("AHMADI", "OMAR", "2005-01-01"), relation="son"),
        joins=first.id,
    )  # fmt: skip
    tied = next(x for x in old.facts if isinstance(x, f.case.FamilyTied))
    assert tied.family == first.family
    assert set(tied.cases) == {first.id, second.id, mother.case, son.case}
    told = after(CaseState(id=son.case), son.facts).relatives
    assert [(r.relation, r.case) for r in told] == [("parent", mother.case), ("other", first.id)]


def test_L_11_2d_a_scan_is_evidence_as_well() -> None:
    scan = Blob(h="ab" * 32, z=1, type="image/jpeg")
    new, _ = joined(anchor_of(Desk(MONDAY)), evidence=(EvidenceData(text="", scan=scan),))
    (shown,) = after(CaseState(id=new.case), new.facts).evidence
    assert shown.blobs == (scan,)


def test_L_11_2d_without_evidence_without_a_person_or_with_a_stranger_nobody_joins() -> None:
    anchor = anchor_of(Desk("2026-06-11 10:00"))
    gone = after(anchor, [f.case.ApplicationWithdrawn(on=date(2026, 6, 12))])
    assert rule(joined, anchor, evidence=()) == ("application.family_evidence", "evidence")
    assert rule(joined, anchor, evidence=(*SHOWN, EvidenceData(text=" "))) == (
        "application.family_evidence",
        "evidence",
    )
    assert rule(joined, None) == ("case.unknown", "joins")
    assert rule(joined, gone) == ("application.anchor_status", "joins")


# -- representative, route, hints ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "named"),
    [
        (("representative.name", "name"), RepresentativeData(name=" ", basis="сенімхат")),
        (("representative.basis", "basis"), RepresentativeData(name="Асан", basis="")),
        (("date.future", "on"), RepresentativeData(name="Асан", basis="сенімхат", on=date(2026, 6, 16))),
    ],
)
def test_L_10_1a_a_representative_acts_on_a_basis(wanted: tuple[str, str], named: RepresentativeData) -> None:
    found = rule(Desk(MONDAY).register, applicant(representative=named))
    assert found == (wanted[0], f"applicants.0.representative.{wanted[1]}")


def test_L_1_4_f_19_the_route_is_recorded_and_no_country_is_flagged() -> None:
    route = (
        RouteStop(country="IRN", from_on=date(2025, 1, 1), to_on=date(2026, 6, 1), status="refugee", asked_asylum=True),
        RouteStop(country="TKM"),
    )
    (state,) = Desk(MONDAY).register(applicant(arrival=ArrivalData(entered_on=date(2026, 6, 10), route=route)))
    assert state.arrival is not None
    assert state.arrival.route == route


@pytest.mark.parametrize(
    ("wanted", "stop"),
    [
        ("arrival.future", RouteStop(country="IRN", to_on=date(2026, 6, 16))),
        ("arrival.route_order", RouteStop(country="IRN", from_on=date(2026, 6, 2), to_on=date(2026, 6, 1))),
        ("reference.country_unknown", RouteStop(country="ZZZ")),
    ],
)
def test_L_1_4_a_route_that_cannot_have_been_travelled_is_refused(wanted: str, stop: RouteStop) -> None:
    assert rule(Desk(MONDAY).register, applicant(arrival=ArrivalData(route=(stop,))))[0] == wanted


def test_L_2_2_f_26_triage_asks_and_never_bars() -> None:
    speaks = adult(languages=("prs", "kaz"))
    asked = applicant(speaks, claim=ClaimData())
    assert hints.triage(asked) == ("hint.economic_reasons", "hint.qandas")
    assert hints.triage(applicant()) == ()
    assert len(Desk(MONDAY).register(asked)) == 1


def test_L_4_2_nothing_that_is_recorded_at_intake_names_an_ethnicity() -> None:
    recorded = (f.case.PersonRecorded, f.case.ArrivalStated, f.case.CaseOpened, f.case.ApplicationLodged)
    assert not [name for fact in recorded for name in fact.__struct_fields__ if "ethnic" in name]


def test_an_adult_who_may_be_registered_is_a_hint_and_no_refusal() -> None:
    known = Desk(MONDAY).known._replace(registered_elsewhere=lambda person: "A-7" if person.iin == "" else "")
    family = (applicant(), applicant(LONE, unaccompanied=True))
    assert hints.may_be_registered(known, family) == (
        hints.Hint("hint.may_be_registered", "applicants.0.person", "A-7"),
    )
    assert hints.hints(known, (applicant(claim=ClaimData()),)) == (
        hints.Hint("hint.may_be_registered", "applicants.0.person", "A-7"),
        hints.Hint("hint.economic_reasons", "applicants.0"),
    )
