"""Rules by date (A15): every rule has its editions, and what the code switches agrees with the table."""

from datetime import date, timedelta

import pytest

from app.base.errors import Refusal
from app.domain import grounds, rules
from app.domain import settings as office
from app.domain.commands import ArrivalData
from app.domain.leaflet import Subject, leaflet
from app.domain.rules import (
    LAW_FROM,
    Edition,
    edition,
    fingerprints_from,
    in_force,
    rule,
    rules_for_decision,
    rules_for_intake,
)
from tests.offices import Desk, applicant

DAY = timedelta(days=1)
OPENED, WORDED, BOOKLET = date(2024, 1, 1), date(2024, 5, 28), date(2024, 6, 9)

IDS = """
L-1.1 L-1.4 L-1.5 L-4.1 L-9.1.1 L-1.6 L-1.7 L-1.9 L-2.2 L-3.2 L-4.2 L-4.3 L-4.4 L-4.5 L-4.6 L-10.1a L-10.1b L-10.3a
L-10.3b L-10.4a L-10.4b L-6-1.2 L-10.5 L-10.6a L-10.6b L-10.6c L-10.7a L-10.7b X-cert L-11.2a L-11.2b L-11.2c L-11.2d
L-11.2e L-11.4 X-18 L-11.3 L-16.1 L-16.2 L-11.1a L-11.1b L-6-1.6 L-8.1.3 L-12 L-11.5a L-11.5b L-10.8 L-9.1.9 L-11.6
L-11.5c L-14.2 L-9.1.3 L-13.1 L-13.2 L-14.1 L-15 L-8.1.5 L-18.1 L-18.2 L-8.1.6 L-9.1.4 L-17 L-8.2.5 L-9.2.3 L-8.2.4
L-9.2.2 L-8.2.1 L-8.2.2 L-8.2.3 L-9.2.1 L-8.2.6 L-8.1.1 L-8.1.7-8 L-8.1.9 L-9.1.7 L-9.1.8 L-8.3 L-9.3 L-20 L-6-1.5
L-6-1.7 L-6.2-1 L-6.6 L-7.2-2 L-7.2-2.2 L-7.2-2.4 L-7.2-1 L-6.8 L-7.1.5 L-9.1.2 X-language X-nodoc X-fp3 X-office
X-interview X-iin X-letters X-influx X-checks A16-1 A16-2 A16-3 A16-4 A16-5 A16-6 A16-7
"""
NUMBERED = IDS.split()


def test_every_rule_of_the_law_is_in_the_table_once_and_8_1_2_as_deleted() -> None:
    assert set(rules.rules()) == {*NUMBERED, "L-8.1.2"}
    assert len(NUMBERED) == len(set(NUMBERED)) == 106


def test_every_rule_is_told_in_three_languages_and_its_editions_follow_each_other() -> None:
    for one in rules.rules().values():
        assert all(one.title(language).strip() for language in ("kk", "ru", "en"))
        assert bool(one.article) == one.id.startswith("L-")
        assert one.editions
        for before, after in zip(one.editions, one.editions[1:], strict=False):
            assert before.until is not None and after.effective_from == before.until + DAY, one.id
            assert before.wording == "known" or before.note
        assert all(x.effective_from is None or x.effective_from >= LAW_FROM for x in one.editions)


def test_f_20_an_unknown_date_never_hides_a_rule_and_nothing_is_put_in_its_place() -> None:
    for code in ("L-10.1a", "L-10.8", "L-13.2", "L-6-1.5"):
        for on in (date(2010, 1, 1), date(2021, 12, 30), date(2026, 6, 15)):
            found = edition(code, on)
            assert found is not None and found.effective_from is None
    unknown = edition("L-9.2.3", date(2024, 5, 27))
    assert unknown is not None and unknown.effective_from is None and unknown.wording == "unknown"


def test_a_provision_without_an_amendment_is_in_force_from_the_day_of_the_law() -> None:
    for code in ("L-1.1", "L-10.5", "L-16.2", "L-8.1.3", "L-13.1"):
        assert not in_force(code, LAW_FROM - DAY) and in_force(code, LAW_FROM)


@pytest.mark.parametrize(
    ("code", "first"),
    [
        ("L-8.2.6", OPENED), ("L-10.6c", OPENED), ("L-11.1a", OPENED), ("L-12", OPENED), ("L-10.6a", OPENED),
        ("L-1.6", WORDED), ("L-1.7", WORDED), ("L-10.6b", WORDED), ("L-8.2.5", WORDED), ("L-9.2.3", WORDED),
        ("L-7.2-2", WORDED), ("L-11.5b", BOOKLET), ("L-15", date(2021, 7, 1)), ("L-20", date(2015, 1, 1)),
        ("L-7.2-1", date(2023, 5, 1)),
    ],
)  # fmt: skip
def test_A15_the_newest_edition_starts_on_its_day(code: str, first: date) -> None:
    newest = rule(code).editions[-1]
    assert edition(code, first) == edition(code, date(2026, 11, 25)) == newest
    assert edition(code, first - DAY) != newest


def test_f_15_the_duty_of_fingerprints_did_not_apply_before_2024() -> None:
    for code in ("L-8.2.6", "L-10.6c"):
        assert not in_force(code, OPENED - DAY) and in_force(code, OPENED)


def test_item_8_1_2_is_gone_from_28_05_2024_and_its_text_is_not_known() -> None:
    before = edition("L-8.1.2", WORDED - DAY)
    assert before is not None and before.wording == "unknown"
    assert edition("L-8.1.2", WORDED) is None


def test_f_39_the_wording_on_the_record_between_january_and_may_2024_is_unknown() -> None:
    days = {date(2023, 12, 31): "registration", OPENED: "unknown", WORDED - DAY: "unknown", WORDED: "place_of_stay"}
    assert {day: rules_for_intake(day).place_of_stay_wording for day in days} == days
    assert rules_for_intake(date(2009, 1, 1)).place_of_stay_wording == "unknown"
    assert all(rules_for_intake(day).certificate_same_day for day in days)


def test_L_11_5b_f_32_the_booklet_of_order_157_is_the_sample_from_09_06_2024_and_no_older_one_is_guessed() -> None:
    assert [rules_for_decision(on).booklet_sample for on in (date(2015, 1, 1), BOOKLET - DAY)] == ["", ""]
    assert rules_for_decision(BOOKLET).booklet_sample == rules.BOOKLET_157


def test_f_16_a_decision_is_taken_by_the_rules_of_its_own_day() -> None:
    before, after = rules_for_decision(OPENED - DAY), rules_for_decision(OPENED)
    assert (before.fingerprint_condition, before.ground_10) == (False, False)
    assert (after.fingerprint_condition, after.ground_10) == (True, True)
    assert not rules_for_decision(date(2021, 6, 30)).appeals_under_general_law
    assert rules_for_decision(date(2021, 7, 1)).appeals_under_general_law


def test_L_1_6_the_state_starts_with_the_intention_by_the_wording_of_28_05_2024() -> None:
    assert not rules_for_intake(WORDED - DAY).seeker_from_intention
    assert rules_for_intake(WORDED).seeker_from_intention


def test_the_dates_in_the_code_and_in_the_grounds_agree_with_the_table() -> None:
    assert fingerprints_from() == OPENED
    assert edition("L-10.6c", OPENED) is not None and edition("L-10.6c", OPENED - DAY) is None
    assert rule("L-8.2.6").editions[0].effective_from == OPENED
    offered = {on: {g.code for g in grounds.grounds(12, on)} for on in (OPENED - DAY, OPENED)}
    assert offered[OPENED] - offered[OPENED - DAY] == {"A12-10"}
    assert rules_for_decision(OPENED).ground_10


@pytest.mark.parametrize("subject", ["asylum_seeker", "refugee"])
def test_L_8_1_1_no_line_of_the_leaflet_stands_there_while_its_rule_is_not_in_force(subject: Subject) -> None:
    days = [LAW_FROM, date(2021, 7, 1), OPENED - DAY, OPENED, WORDED - DAY, WORDED, BOOKLET, date(2026, 11, 25)]
    for on in days:
        lines = leaflet(subject, on)
        assert lines and all(in_force(item.rule, on) for item in lines)
    assert {item.wording_from for item in leaflet(subject, WORDED) if item.rule in {"L-8.2.5", "L-9.2.3"}} == {WORDED}


@pytest.mark.parametrize("now", ["2023-12-29 10:00", "2024-01-03 10:00", "2026-06-15 10:00"])
def test_L_10_6c_intake_refers_for_fingerprints_exactly_when_the_table_says_so(now: str) -> None:
    desk = Desk(now)
    arrived = desk.known.today - DAY
    (state,) = desk.register(applicant(arrival=ArrivalData(entered_on=arrived, place="Қорғас")))
    required = rules_for_intake(desk.known.today).fingerprints_required
    assert (state.request_for("fingerprints") is not None) == required
    certificate = state.valid_certificate("asylum")
    assert certificate is not None and certificate.issued_on == state.registered_on


def test_a_setting_of_a_rule_names_a_rule_that_is_in_the_table() -> None:
    named = [s.reading for s in office.SETTINGS.values() if s.reading[:2] in {"L-", "X-"}]
    assert named and set(named) <= set(rules.rules())


def test_an_unknown_rule_is_refused() -> None:
    for ask in (lambda: rule("L-99"), lambda: edition("", OPENED), lambda: in_force("f-20", OPENED)):
        with pytest.raises(Refusal) as caught:
            ask()
        assert caught.value.rule == "law.rule_unknown"


def test_f_18_f_36_the_readings_that_are_values_have_the_bounds_of_their_readings() -> None:
    """f-18: the fifth working day or any day of the month; f-36: five calendar days and nothing else."""
    assert office.Settings({}).day_of_month("monthly_list.due") == office.MonthDay(5, "working_days")
    assert office.parse("monthly_list.due", "31 calendar_days") == office.MonthDay(31, "calendar_days")
    assert office.parse("sur_place.term", "5") == 5
    for key, value in (
        ("sur_place.term", "6"),
        ("monthly_list.due", "0 working_days"),
        ("extension.starts", "decision"),
    ):
        with pytest.raises(Refusal, match=r"setting\.value"):
            office.parse(key, value)


def test_of_two_dated_editions_the_newest_that_holds_is_taken() -> None:
    assert edition("L-20", date.max) == rule("L-20").editions[1]
    assert Edition(None, None, "known", "").holds(date.min)
