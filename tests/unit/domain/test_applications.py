"""Article 10 by its rules: who stands where, what is issued on the day, and that lateness never refuses."""

from datetime import date

import pytest

from app.base.errors import Refusal
from app.domain import applications
from app.domain import facts as f
from app.domain.case import CaseState, status
from app.domain.commands import (
    ApplicantData,
    ArrivalData,
    ClaimData,
    DocumentData,
    InterpreterData,
    LodgeAtBorder,
    RegisterApplication,
    RelativeData,
    RepresentativeData,
    StayData,
)
from app.domain.deadlines import deadlines
from app.domain.facts.values import Blob
from app.domain.tasks import open_tasks
from tests.offices import Desk, adult, applicant, at, child

IRANIAN = adult("RAHIMI", "ARASH", citizenships=("IRN",))
CROSSED = ArrivalData(entered_on=date(2026, 3, 2))


def due(desk: Desk, state: CaseState, kind: str) -> date:
    return next(d.due for d in deadlines(state, desk.known.calendar, desk.settings) if d.kind == kind)


def raised(desk: Desk, *applicants: ApplicantData, **more: object) -> tuple[str, str]:
    with pytest.raises(Refusal) as error:
        desk.register(*applicants, **more)
    return error.value.rule, error.value.field


# -- the family ---------------------------------------------------------------------------------------------------


def test_L_10_5_minors_stand_in_one_application_each_adult_has_an_own_one() -> None:
    first, second = Desk("2026-06-15 10:00").register(
        applicant(minors=(child("ZAHRA"), child("OMAR"))), applicant(adult("KARIMI", "MARYAM"), relation="spouse")
    )
    assert [len(first.minors), len(second.minors)] == [2, 0]
    assert first.number != second.number
    assert first.family == second.family != ""
    assert [(r.relation, r.case) for r in first.relatives] == [("spouse", second.id)]
    assert [r.case for r in second.relatives] == [first.id]


def test_L_10_6a_the_certificate_is_issued_on_the_day_of_registration_for_three_months() -> None:
    (state,) = Desk("2026-11-30 09:00").register()
    (certificate,) = state.certificates
    assert certificate.issued_on == state.registered_on == date(2026, 11, 30)
    assert certificate.valid_to == date(2027, 2, 28)


def test_the_day_of_registration_is_that_of_utc_plus_five() -> None:
    (state,) = Desk("2027-01-01 02:00").register()
    assert state.registered_on == date(2027, 1, 1)


def test_L_10_6b_L_10_6c_referrals_for_the_stay_and_the_fingerprints_go_out_on_the_day() -> None:
    (state,) = Desk("2026-06-15 10:00").register()
    assert [(r.to, r.person, r.on) for r in state.requests] == [
        ("iab_stay", state.applicant, date(2026, 6, 15)),
        ("fingerprints", state.applicant, date(2026, 6, 15)),
    ]


def test_L_10_7a_f_34_every_minor_stands_on_exactly_one_certificate() -> None:
    states = Desk("2026-06-15 10:00").register(
        applicant(minors=(child("ZAHRA"), child("OMAR"))), applicant(adult("KARIMI", "MARYAM"))
    )
    on_paper = [minor for state in states for c in state.certificates for minor in c.minors]
    assert sorted(on_paper) == sorted(m.id for state in states for m in state.minors)


def test_L_10_7b_g_18_an_unaccompanied_minor_has_an_own_file_certificate_and_referrals() -> None:
    desk = Desk("2026-10-06 10:00")
    alone = adult("NOORI", "SAMIR", "2011-03-11")
    (state,) = desk.register(applicant(alone, unaccompanied=True, arrival=ArrivalData(entered_on=date(2026, 10, 5))))
    (certificate,) = state.certificates
    assert state.unaccompanied
    assert (certificate.holder, certificate.issued_on, certificate.valid_to) == (
        state.applicant, date(2026, 10, 6), date(2027, 1, 6),
    )  # fmt: skip
    assert {(r.to, r.on) for r in state.requests} >= {("guardian", date(2026, 10, 6)), ("tracing", date(2026, 10, 6))}
    assert "awaiting_tracing" in [t.kind for t in open_tasks(state)]
    assert due(desk, state, "decision") == date(2027, 1, 6)


def test_g_06_a_person_of_undetermined_nationality_is_registered_and_not_counted_as_stateless() -> None:
    desk = Desk("2026-11-12 10:00")
    person = adult("IDRIS", "", citizenships=("XXX",), stateless="not_established", documents=(), from_words=True)
    (state,) = desk.register(applicant(person, arrival=ArrivalData(entered_on=date(2026, 11, 11))))
    assert state.certificates[0].valid_to == date(2027, 2, 12)
    assert due(desk, state, "decision") == date(2027, 2, 12)
    assert state.applicant_person.recorded.stateless == "not_established"
    assert state.applicant_person.recorded.residence_country == ""
    assert "establish_citizenship" in [t.kind for t in open_tasks(state)]


def test_g_14_the_family_with_a_son_near_18_and_a_newborn() -> None:
    children = (
        child("NAVID", "2008-10-14", relation="son", sex="male"),
        child("LAILA", "2020-02-20"),
        child("BABY", "2026-08-01", birth_document=None, verbal=True, from_words=True),
    )
    states = Desk("2026-09-14 10:00").register(
        applicant(minors=children), applicant(adult("KARIMI", "MARYAM"), relation="spouse")
    )
    assert [c.valid_to for s in states for c in s.certificates] == [date(2026, 12, 14)] * 2
    assert [len(c.minors) for s in states for c in s.certificates] == [3, 0]
    baby = states[0].minors[2]
    assert baby.verbal
    assert ("prove_birth", baby.id) in [(t.kind, t.person) for t in open_tasks(states[0])]


# -- lateness: recorded, never refused ----------------------------------------------------------------------------


def test_L_10_1b_f_36_g_07_sur_place_on_the_fifth_day_is_in_time() -> None:
    arrival = ArrivalData(way="already_here", entered_on=date(2026, 1, 15), learned_on=date(2026, 2, 28))
    (state,) = Desk("2026-03-05 10:00").register(applicant(IRANIAN, arrival=arrival), way="sur_place")
    assert state.lodged is not None
    assert (state.lodged.last_day, state.late) == (date(2026, 3, 5), None)
    assert state.certificates[0].issued_on == date(2026, 3, 5)


def test_f_07_g_07_sur_place_one_day_late_is_registered_with_the_day_and_a_reason_asked_for() -> None:
    desk = Desk("2026-03-06 10:00")
    arrival = ArrivalData(way="already_here", entered_on=date(2026, 1, 15), learned_on=date(2026, 2, 28))
    (state,) = desk.register(applicant(IRANIAN, arrival=arrival), way="sur_place")
    assert state.late is not None
    assert (state.late.days, state.late.hours) == (1, 0)
    assert state.number != ""
    assert "late_reason" in [t.kind for t in open_tasks(state)]


def test_L_10_3a_f_05_g_07_the_three_months_run_from_registration_not_from_the_border() -> None:
    desk = Desk("2026-03-04 10:00")
    (state,) = desk.register(
        applicant(IRANIAN, arrival=ArrivalData(entered_on=date(2026, 3, 2))),
        way="border", lodged_at_border=at("2026-03-02 14:00"), border_receipt="R-ALO51-26-01-00004-7",
    )  # fmt: skip
    assert state.lodged is not None
    assert (state.lodged.place, state.lodged.lodged_at) == ("border", at("2026-03-02 14:00"))
    assert state.lodged.handover_target == date(2026, 3, 3)
    assert state.certificates[0].issued_on == date(2026, 3, 4)
    assert due(desk, state, "decision") == date(2026, 6, 4)
    handover = next(d for d in deadlines(state, desk.known.calendar, desk.settings) if d.kind == "border_handover")
    assert (handover.due, handover.done_on) == (date(2026, 3, 3), date(2026, 3, 4))
    assert state.late is None


def test_L_10_3b_g_13_three_hours_after_the_twenty_four_are_recorded_and_registered() -> None:
    desk = Desk("2026-06-09 13:00")
    forced = ArrivalData(way="forced", entered_at=at("2026-06-08 10:00"))
    (state,) = desk.register(applicant(arrival=forced), way="forced", late_reason="жол жоқ")
    assert state.lodged is not None
    assert state.lodged.last_moment == at("2026-06-09 10:00")
    assert state.late is not None
    assert (state.late.days, state.late.hours, state.late.reason) == (0, 3, "жол жоқ")
    assert state.certificates[0].issued_on == date(2026, 6, 9)
    assert due(desk, state, "decision") == date(2026, 9, 9)


@pytest.mark.parametrize(("time", "hours"), [("10:00", None), ("10:01", 1), ("11:00", 1), ("11:01", 2)])
def test_A16_4_an_hour_begun_is_an_hour_late(time: str, hours: int | None) -> None:
    forced = ArrivalData(way="forced", entered_at=at("2026-06-08 10:00"))
    (state,) = Desk(f"2026-06-09 {time}").register(applicant(arrival=forced), way="forced")
    assert (state.late.hours if state.late else None) == hours


def test_A16_3_the_fifth_day_on_a_sunday_moves_to_monday_for_the_applicant() -> None:
    arrival = ArrivalData(entered_on=date(2026, 6, 16))
    (state,) = Desk("2026-06-22 18:00").register(applicant(arrival=arrival))
    assert state.lodged is not None
    assert (state.lodged.last_day, state.late) == (date(2026, 6, 22), None)


@pytest.mark.parametrize("years", [1, 20])
def test_f_07_however_late_the_application_is_registered(years: int) -> None:
    arrival = ArrivalData(entered_on=date(2026 - years, 6, 10))
    (state,) = Desk("2026-06-15 10:00").register(applicant(arrival=arrival))
    assert state.late is not None
    assert state.late.days > 350 * years
    assert state.number != ""


def test_an_arrival_that_is_not_known_makes_nothing_late() -> None:
    (state,) = Desk("2026-06-15 10:00").register(applicant(arrival=ArrivalData()))
    assert state.late is None


def test_f_01_the_place_of_arrival_is_recorded_and_a_stay_elsewhere_bars_nothing() -> None:
    elsewhere = StayData(kato="710000000", text="Астана")
    (state,) = Desk("2026-06-15 10:00").register(applicant(stay=elsewhere))
    assert state.arrival is not None
    assert (state.arrival.place, state.number) == ("Қорғас", "A-1")


# -- ways and moments ---------------------------------------------------------------------------------------------

WAYS = [
    ("sur_place", applicant()),
    ("forced", applicant(arrival=ArrivalData(way="forced", entered_on=date(2026, 6, 10)))),
    ("border", applicant()),
    ("detention", applicant()),
]


@pytest.mark.parametrize(("way", "who"), WAYS)
def test_a_way_without_its_start_is_refused(way: str, who: ApplicantData) -> None:
    assert raised(Desk("2026-06-15 10:00"), who, way=way) == ("application.way_start", "applicants.0.arrival")


def test_L_10_4a_a_notice_of_detention_is_recorded_with_both_moments() -> None:
    made = applications.register(
        Desk("2026-06-15 10:00").known,
        RegisterApplication(
            applicants=(applicant(),), way="detention", detaining_body="ПД", detained_at=at("2026-06-13 08:00"),
            notified_at=at("2026-06-13 20:00"),
        ),
    )  # fmt: skip
    noticed = next(x for x in made[0].facts if isinstance(x, f.case.DetentionNotified))
    assert (noticed.body, noticed.detained_at, noticed.received_at) == (
        "ПД", at("2026-06-13 08:00"), at("2026-06-13 20:00"),
    )  # fmt: skip


@pytest.mark.parametrize("field", ["lodged_at", "lodged_at_border", "detained_at", "notified_at"])
def test_a_moment_that_lies_ahead_is_refused(field: str) -> None:
    assert raised(Desk("2026-06-15 10:00"), **{field: at("2026-06-15 10:01")}) == ("date.future", field)


# -- at the border ------------------------------------------------------------------------------------------------


def test_L_10_3a_L_6_1_2_L_1_7_the_border_unit_gives_a_receipt_and_no_certificate() -> None:
    desk = Desk("2026-03-02 14:00")
    (made,) = applications.lodge_at_border(
        desk.known, LodgeAtBorder(applicants=(applicant(minors=(child(),), arrival=CROSSED),))
    )
    kinds = {type(fact) for fact in made.facts}
    assert f.case.CertificateIssued not in kinds
    assert f.case.ApplicationRegistered not in kinds
    lodged = next(x for x in made.facts if isinstance(x, f.case.ApplicationLodged))
    assert (lodged.border_receipt, lodged.handover_target) == ("R-1", date(2026, 3, 3))


def test_a_lodging_at_the_border_that_lies_ahead_is_refused() -> None:
    command = LodgeAtBorder(applicants=(applicant(arrival=CROSSED),), lodged_at=at("2026-03-02 14:01"))
    with pytest.raises(Refusal) as error:
        applications.lodge_at_border(Desk("2026-03-02 14:00").known, command)
    assert error.value.rule == "date.future"


def test_f_44_who_lodged_is_an_asylum_seeker_by_intention_from_the_local_day_of_lodging() -> None:
    moment = at("2026-03-02 01:30")
    lodged = f.case.ApplicationLodged(way="border", lodged_at=moment.astimezone(tz=None), place="border")
    for same in (lodged, f.case.ApplicationLodged(way="border", lodged_at=utc(moment), place="border")):
        state = CaseState(id="c", applicant="p", lodged=same)
        assert status(state, date(2026, 3, 1)) == ""
        assert status(state, date(2026, 3, 2)) == "intention"


def utc(moment: object) -> object:
    from datetime import UTC

    return moment.astimezone(UTC)  # type: ignore[attr-defined]


# -- everything that was said is kept -----------------------------------------------------------------------------


def test_everything_the_clerk_entered_is_in_the_facts() -> None:
    person = adult(
        iin="", birth_place="Герат", languages=("prs",), marital="married", parents=("Ахмад", "Зейнаб"),
        documents=(DocumentData(type="passport", number="P1", series="AA", issuer="KBL", issued_on=date(2020, 1, 2)),),
        photo=Blob(h="ab" * 32, z=10, type="image/jpeg"),
    )  # fmt: skip
    (state,) = Desk("2026-06-15 10:00").register(
        applicant(
            person,
            claim=ClaimData(reasons=("race", "religion"), account="…", fears="!"),
            interpreter=InterpreterData(name="Айгүл", language="prs", basis="staff"),
            representative=RepresentativeData(name="Асан", basis="power_of_attorney", number="7", on=date(2026, 6, 1)),
            relatives=(RelativeData(relation="brother", name="Омар", tracing=True),),
        )
    )
    recorded = state.applicant_person
    assert (recorded.recorded.birth_place, recorded.recorded.parents) == ("Герат", ("Ахмад", "Зейнаб"))
    assert (recorded.documents[0].series, recorded.documents[0].issued_on) == ("AA", date(2020, 1, 2))
    assert recorded.photo is not None
    assert state.claim is not None
    assert state.claim.reasons == ("race", "religion")
    assert (state.interpreter, state.representative, state.relatives) != (None, None, ())
    assert state.relatives[0].tracing


def test_who_is_known_already_keeps_the_person_id() -> None:
    (state,) = Desk("2026-06-15 10:00").register(applicant(adult(person="known")))
    assert state.applicant == "known"


@pytest.mark.parametrize(
    ("source", "more"),
    [
        ("new", {}),
        ("border", {"way": "border", "lodged_at_border": at("2026-06-14 10:00")}),
        (
            "detention",
            {"way": "detention", "detained_at": at("2026-06-14 10:00"), "notified_at": at("2026-06-14 11:00")},
        ),
    ],
)
def test_a_file_says_why_it_was_opened(source: str, more: dict[str, object]) -> None:
    (state,) = Desk("2026-06-15 10:00").register(**more)  # type: ignore[arg-type]
    assert state.source == source
