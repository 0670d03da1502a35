"""A deadline tells its article, what it is counted from, the days off that mattered, target and last day."""

import re
from datetime import date
from pathlib import Path

import msgspec
import pytest

from app.domain import calendar as calendars
from app.domain import deadlines as rules
from app.domain.calendar import WorkingCalendar
from app.domain.deadlines import Deadline
from app.domain.settings import SETTINGS, Setting
from app.domain.terms import Term, count
from app.messages.catalogue import LANGUAGES, has, text
from app.messages.deadlines import deadline_explanation, deadline_title

SOURCE = "".join(path.read_text(encoding="utf-8") for path in sorted(Path(rules.__file__).parent.glob("*deadlines.py")))
BODIES = ("authorised_body", "iab")


def counted(kind: str, rule: str, start: date, term: Term) -> Deadline:
    """A deadline of an authority as the engine makes it, by the calendar that is shipped."""
    calendar: WorkingCalendar = calendars.load()
    end = count(start, term, "authority", calendar)
    return Deadline(
        kind=kind,
        rule=rule,
        person="p-1",
        start=start,
        raw=end.raw,
        target=end.target,
        due=end.rolled,
        term=f"{term.amount} {term.unit}",
        calendar=end.calendar,
        skipped=tuple(f"{day.isoformat()} {why}" for day, why in end.skipped),
    )


def test_the_decision_explains_its_three_months() -> None:
    decision = counted("decision", "L-11.1a", date(2026, 6, 15), Term("months", 3))
    lines = deadline_explanation(decision, "en")
    assert lines == (
        "Law, Art. 11(1): the decision is taken within three months of the registration of the application.",
        "Counted from the registration of the application: 15.06.2026.",
        "Term: 3 months, to the same day of the month.",
        "Last day: 15.09.2026.",
        f"Working calendar: version {decision.calendar}.",
    )
    assert deadline_title(decision, "ru") == "Решение"


def test_three_months_that_end_on_a_day_off_show_target_and_last_day() -> None:
    decision = counted("decision", "L-11.1a", date(2026, 2, 16), Term("months", 3))
    lines = deadline_explanation(decision, "en")
    assert "The term ends on a day off, 16.05.2026; days off: 16.05.2026, weekend; 17.05.2026, weekend." in lines
    assert "Last day: 18.05.2026." in lines
    assert "Target: 15.05.2026, the last working day before. Overdue only after 18.05.2026." in lines


def test_five_working_days_name_the_holidays_they_skip() -> None:
    booklet = counted("refugee_certificate", "L-11.5b", date(2026, 3, 18), Term("working_days", 5))
    lines = deadline_explanation(booklet, "en")
    skipped = next(line for line in lines if line.startswith("Days not counted"))
    assert "22.03.2026, weekend; 23.03.2026, Nauryz; 24.03.2026, Nauryz (rest day moved from the weekend)" in skipped
    assert f"Last day: {booklet.due:%d.%m.%Y}." in lines
    assert "Наурыз" in " ".join(deadline_explanation(booklet, "kk"))


def test_holidays_of_a_calendar_that_is_not_at_hand_are_holidays_all_the_same() -> None:
    old = Deadline(
        kind="notice_iab", rule="L-10.8", person="p", start=date(2019, 3, 20), raw=date(2019, 3, 28),
        target=date(2019, 3, 28), due=date(2019, 3, 28), term="5 working_days", calendar="kz-2019.1",
        skipped=("2019-03-21 holiday",), done_on=date(2019, 3, 27),
    )  # fmt: skip
    lines = deadline_explanation(old, "en")
    assert "Days not counted: 21.03.2019, public holiday." in lines
    assert "Done on 27.03.2019." in lines


def test_a_term_counted_back_says_so() -> None:
    extension = counted("extension_application", "L-11.5c", date(2026, 6, 15), Term("months", 1))
    assert "Term: 1 month back; the day itself is still in time." in deadline_explanation(extension, "en")


def test_a_fixed_day_names_no_calendar() -> None:
    day = date(2026, 9, 15)
    expiry = Deadline(
        kind="certificate_expiry", rule="X-cert", person="p", start=date(2026, 6, 15), raw=day, target=day, due=day,
        term="", calendar="kz-2026.1",
    )  # fmt: skip
    lines = deadline_explanation(expiry, "en")
    assert "A fixed day: it does not move because of days off." in lines
    assert not any("calendar" in line for line in lines)


def test_hours_are_told_as_hours() -> None:
    day = date(2026, 6, 16)
    lodging = Deadline(
        kind="border_handover", rule="L-10.3a", person="p", start=date(2026, 6, 15), raw=day, target=day, due=day,
        term="1 hours24", calendar="kz-2026.1",
    )  # fmt: skip
    assert "Срок: 24 часа с самого момента." in deadline_explanation(lodging, "ru")


def kinds_and_rules() -> set[tuple[str, str]]:
    """Every (kind, rule) pair of literals that stands in the engine; the notices are made in a loop."""
    pairs = set(re.findall(r'\(\s*f?"([a-z_{}]+)",\s*"([LX]-[\w.]+)"', SOURCE))
    return {(kind.replace("{body}", body), rule) for kind, rule in pairs for body in BODIES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_deadline_of_the_engine_has_a_name_and_an_explanation(language: str) -> None:
    pairs = kinds_and_rules()
    assert len(pairs) >= 13, pairs
    for kind, rule in pairs:
        deadline = counted(kind, rule, date(2026, 3, 18), Term("working_days", 5))
        assert deadline_title(deadline, language)
        assert len(deadline_explanation(deadline, language)) >= 5


@pytest.mark.parametrize("unit", ["working-days", "calendar-days", "months", "years", "hours"])
def test_every_unit_has_words(unit: str) -> None:
    assert all(has(f"deadline-why-term-{unit}", language) for language in LANGUAGES)


def fixed(kind: str, rule: str, due: date, **more: object) -> Deadline:
    return Deadline(
        kind=kind, rule=rule, person="p", start=date(2026, 6, 15), raw=due, target=due, due=due, term="",
        calendar="kz-2026.1", **more,  # type: ignore[arg-type]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "rule", "line"),
    [
        ("decision_postponed", "L-11.1b", "Before the postponement the last day was 15.09.2026."),
        ("status_expiry", "L-14.2", "Before the extension the last day was 15.09.2026."),
        (
            "decision",
            "L-11.1a",
            "Before it was counted anew by another calendar or setting the last day was 15.09.2026.",
        ),
    ],
)
def test_A16_6_a_deadline_tells_what_it_was_before_it_moved(kind: str, rule: str, line: str) -> None:
    moved = fixed(kind, rule, date(2027, 1, 15), before=date(2026, 9, 15))
    assert line in deadline_explanation(moved, "en")
    unmoved = fixed(kind, rule, date(2027, 1, 15))
    assert not any("Before" in one for one in deadline_explanation(unmoved, "en"))
    for language in ("kk", "ru"):
        assert any("15.09.2026" in one for one in deadline_explanation(moved, language))


def test_the_courier_has_its_line_in_every_language() -> None:
    sent = fixed("notice_iab", "L-10.8", date(2026, 9, 15), courier=date(2026, 9, 10))
    assert "Must leave with the courier by 10.09.2026." in deadline_explanation(sent, "en")
    assert "Отправить с курьером не позднее 10.09.2026." in deadline_explanation(sent, "ru")
    assert "Курьермен жіберудің соңғы күні: 10.09.2026." in deadline_explanation(sent, "kk")


def test_a_day_off_of_the_office_is_explained_and_the_version_is_short() -> None:
    local = calendars.load().with_days_off([date(2026, 9, 1)])
    end = count(date(2026, 8, 26), Term("working_days", 5), "authority", local)
    booklet = Deadline(
        kind="refugee_certificate", rule="L-11.5b", person="p", start=date(2026, 8, 26), raw=end.raw,
        target=end.target, due=end.rolled, term="5 working_days", calendar=end.calendar,
        skipped=tuple(f"{day.isoformat()} {why}" for day, why in end.skipped),
    )  # fmt: skip
    lines = deadline_explanation(booklet, "en")
    assert any("01.09.2026, day off added by the office" in line for line in lines)
    assert f"Working calendar: version {calendars.load().version}+1." in lines


def test_the_holidays_of_an_older_version_keep_their_names() -> None:
    old = calendars.load("kz-2025.1")
    end = count(date(2026, 8, 26), Term("working_days", 5), "authority", old)
    skipped = tuple(f"{day.isoformat()} {why}" for day, why in end.skipped)
    booklet = fixed("refugee_certificate", "L-11.5b", end.rolled, skipped=skipped)
    shown = " ".join(deadline_explanation(msgspec.structs.replace(booklet, calendar=old.version), "en"))
    assert "31.08.2026, Constitution Day (rest day moved from the weekend)" in shown


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("setting", SETTINGS.values(), ids=lambda s: s.key)
def test_every_setting_is_described_with_the_id_of_its_reading(setting: Setting, language: str) -> None:
    assert setting.reading in text(setting.description, language)
