"""What papers say of persons and offices, in both languages, when much or little is known."""

from datetime import date

import msgspec
import pytest

from app.domain import calendar
from app.domain.birth import BirthDate
from app.domain.case import Person
from app.domain.commands import DocumentData, PersonData
from app.domain.facts.office import OfficeOpened
from app.printing import context as c
from app.printing.asylum_certificate import qr_text
from tests.offices import Desk, adult, applicant, at, child

OFFICE = OfficeOpened(code="ALA01", kind="region", region="ALA", name_kk="Басқарма", name_ru="Управление")
CONTEXT = c.Printing(OFFICE, "А. Омарова", at("2026-06-15 23:30"), "test", "0.0.0", calendar.load())


def person(data: PersonData) -> Person:
    (state,) = Desk("2026-06-15 10:00").register(applicant(data))
    return state.applicant_person


@pytest.mark.parametrize(
    ("fields", "kk", "ru"),
    [
        ({"citizenships": ("AFG",)}, "Ауғанстан", "Афганистан"),
        ({"citizenships": ("XXX",), "stateless": "not_established"}, "анықталмаған", "не установлено"),
        ({"citizenships": (), "stateless": "yes"}, "азаматтығы жоқ", "без гражданства"),
        ({"citizenships": ("AFG",), "stateless": "yes"}, "азаматтығы жоқ", "без гражданства"),
    ],
)
def test_g_06_not_established_is_not_stateless(fields: dict[str, object], kk: str, ru: str) -> None:
    found = c.citizenship(person(adult(**fields)))  # type: ignore[arg-type]
    assert (found.kk, found.ru) == (kk, ru)


def test_several_citizenships_are_all_named() -> None:
    assert c.citizenship(person(adult(citizenships=("AFG", "UKR")))).ru == "Афганистан, Украина"


@pytest.mark.parametrize(
    ("birth", "shown"),
    [
        (BirthDate("1986-12-31"), date(1986, 12, 31)),
        (BirthDate("1986-12", "month"), "12.1986"),
        (BirthDate("1986", "year"), "1986"),
        (BirthDate("1986", "estimated"), "шамамен / около 1986"),
    ],
)
def test_a_birth_is_shown_as_far_as_it_is_known(birth: BirthDate, shown: object) -> None:
    assert c.born(birth) == shown


def test_a_lost_document_is_not_shown_and_a_shown_one_in_the_language_of_the_sheet() -> None:
    lost = DocumentData(type="passport", number="P1", seen="lost")
    card = DocumentData(type="passport", number="P2", series="AA", seen="copy")
    assert c.document(person(adult(documents=(lost,), from_words=True))) == ""
    assert c.document(person(adult(documents=(lost, card))), "ru").endswith(" AA P2")
    both = c.document(person(adult(documents=(card,))))
    assert " / " in both


def test_the_foot_of_a_sheet_is_of_the_local_time_and_marks_a_store_that_is_not_live() -> None:
    sheet = c.sheet(CONTEXT, "A-1", "x")
    assert (sheet.printed_at, sheet.demo, sheet.specimen) == ("15.06.2026 23:30", True, True)
    live = c.sheet(CONTEXT._replace(purpose="live", official_layout=True), "A-1", "x")
    assert (live.demo, live.specimen) == (False, False)


def test_the_control_mark_follows_what_was_printed() -> None:
    marks = {c.sheet(CONTEXT, "A-1", *said).control for said in (("x",), ("y",), ("x", "y"), ("xy",))}
    assert len(marks) == 4


def test_a_row_of_a_minor_names_relation_and_sex_in_both_languages() -> None:
    (state,) = Desk("2026-06-15 10:00").register(applicant(minors=(child(),)))
    row = c.minor(state.minors[0])
    assert (row.sex.kk, row.sex.ru) == ("әйел", "женский")
    assert row.relation.kk and row.relation.ru
    unknown = msgspec.structs.replace(state.minors[0], relation="")
    assert c.minor(unknown).relation.ru


def test_a_letter_names_a_person_in_its_own_language() -> None:
    (state,) = Desk("2026-06-15 10:00").register(applicant())
    kk, ru = (c.person_line(state.applicant_person, language) for language in ("kk", "ru"))
    assert (kk.citizenship, ru.citizenship) == ("Ауғанстан", "Афганистан")
    assert c.letterhead(CONTEXT, "kk").office == "Басқарма"
    assert c.letterhead(CONTEXT, "ru").office == "Управление"
    assert c.official(CONTEXT, "kk").post != c.official(CONTEXT, "ru").post


def test_L_4_3_the_qr_holds_numbers_and_days_and_no_name() -> None:
    (state,) = Desk("2026-06-15 10:00").register(applicant(minors=(child(),)))
    text = qr_text(state, state.certificates[0])
    assert text == f"PANA1|{state.certificates[0].number}|{state.number}|2026-06-15|2026-09-15|1"
