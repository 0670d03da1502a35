"""Settings: the table of `readings.md` 2, parsed, bounded, and total when read back from the journal."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from app.base.errors import Refusal
from app.domain.settings import SETTINGS, MonthDay, Settings, parse, written

DEFAULTS = Settings({})


def test_the_table_holds_the_25_values_and_the_courier_and_every_default_is_allowed() -> None:
    assert len(SETTINGS) == 25 + 1
    for key, setting in SETTINGS.items():
        assert parse(key, setting.default) == setting.default == DEFAULTS[key]
        assert setting.description == "setting-" + key.replace(".", "-").replace("_", "-")
        assert setting.reading


@pytest.mark.parametrize(("key", "setting"), SETTINGS.items())
def test_a_written_default_reads_back(key: str, setting: object) -> None:
    assert parse(key, written(DEFAULTS[key])) == DEFAULTS[key]


def test_the_defaults_are_those_of_the_readings() -> None:
    assert DEFAULTS.number("border.handover_target") == 1
    assert DEFAULTS.number("certificate.validity") == 3
    assert DEFAULTS.numbers("decision.alerts") == (30, 10)
    assert DEFAULTS.numbers("extension.alerts") == (60, 45, 35)
    assert DEFAULTS.word("postponement.limit_from") == "registration"
    assert DEFAULTS.word("transliteration.q") == "K"
    assert DEFAULTS.flag("stay.refugee_appeal_protected") and not DEFAULTS.flag("template.official")
    assert DEFAULTS.share("commission.quorum") == Fraction(2, 3)
    assert DEFAULTS.day_of_month("monthly_list.due") == MonthDay(5, "working_days")
    assert DEFAULTS.number_or_none("termination.notice_term") == 5


def test_g_14_the_alerts_of_the_18th_birthday_fall_on_their_days() -> None:
    birthday = date(2026, 10, 14)
    alerts = [birthday - timedelta(days=n) for n in DEFAULTS.numbers("majority.alerts")]
    assert alerts == [date(2026, 7, 16), date(2026, 9, 14)]


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("certificate.validity", " 2 ", 2),
        ("decision.alerts", "10, 30,20", (30, 20, 10)),
        ("decision.alerts", "7", (7,)),
        ("postponement.limit_from", "postponement_decision", "postponement_decision"),
        ("stages.targets", "yes", True),
        ("termination.notice_term", "none", None),
        ("commission.quorum", "1/2", Fraction(1, 2)),
        ("commission.quorum", "5", 5),
        ("commission.quorum", "3/3", Fraction(1)),
        ("monthly_list.due", "10 calendar_days", MonthDay(10, "calendar_days")),
        ("majority.leap_day", "02-28", "02-28"),
    ],
)
def test_a_value_is_read_and_its_written_form_reads_back(key: str, text: str, value: object) -> None:
    assert parse(key, text) == value
    assert parse(key, value) == value
    assert type(parse(key, written(value))) is type(value)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("certificate.validity", "4"),
        ("certificate.validity", "0"),
        ("certificate.validity", "three"),
        ("certificate.validity", "-1"),
        ("certificate.validity", "٢"),
        ("certificate.validity", True),
        ("certificate.validity", None),
        ("certificate.validity", 2.5),
        ("sur_place.term", "6"),
        ("decision.alerts", ""),
        ("decision.alerts", "30,,10"),
        ("decision.alerts", "30;10"),
        ("status.valid_to_convention", "never"),
        ("extension.starts", "decision"),
        ("stages.targets", "maybe"),
        ("commission.quorum", "4/3"),
        ("commission.quorum", "1/0"),
        ("commission.quorum", "1/2/3"),
        ("monthly_list.due", "5"),
        ("monthly_list.due", "20 working_days"),
        ("monthly_list.due", "32 calendar_days"),
        ("transliteration.q", "k"),
    ],
)
def test_a_value_out_of_bounds_is_refused(key: str, value: object) -> None:
    with pytest.raises(Refusal) as caught:
        parse(key, value)
    assert (caught.value.rule, caught.value.field) == ("setting.value", key)
    assert set(caught.value.facts) == {"key", "value"}


def test_what_the_law_fixes_is_no_setting() -> None:
    with pytest.raises(Refusal) as caught:
        parse("decision.term", "4")
    assert caught.value.rule == "setting.unknown"


def test_recorded_values_replace_defaults_and_unreadable_ones_do_not() -> None:
    office = Settings(
        {"fingerprint.target": "7", "certificate.validity": "9", "of.a.newer.program": "1", "stages.targets": True}
    )
    assert office.number("fingerprint.target") == 7
    assert office.number("certificate.validity") == 3
    assert office.flag("stages.targets")
    assert office.numbers("majority.alerts") == (90, 30)


def test_a_setting_is_asked_for_by_its_kind() -> None:
    with pytest.raises(TypeError, match=r"decision\.alerts"):
        DEFAULTS.number("decision.alerts")
    with pytest.raises(KeyError):
        DEFAULTS.word("no.such.key")
