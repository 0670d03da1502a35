"""The machine-readable zone: the specimens of the standard both ways, what clerks type, and what is wrong in it."""

from datetime import date

import pytest

from app.base.errors import Refusal
from app.domain.birth import BirthDate
from app.domain.mrz import check_digit, name_field, nationality_code, read_mrz, require_sound, write_td2, write_td3

TODAY = date(2026, 6, 15)
TD1 = """I<UTOD231458907<<<<<<<<<<<<<<<
7408122F1204159UTO<<<<<<<<<<<6
ERIKSSON<<ANNA<MARIA<<<<<<<<<<"""
TD2 = """I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<
D231458907UTO7408122F1204159<<<<<<<6"""
TD3 = """P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<
L898902C36UTO7408122F1204159ZE184226B<<<<<10"""
LONG = "AB1234567<AFG9001011M271122187<<<<<4"

ANNA = ("UTO", BirthDate("1974-08-12"), "female", date(2012, 4, 15))


@pytest.mark.parametrize(
    ("zone", "code", "number", "optional"),
    [(TD1, "I", "D23145890", ""), (TD2, "I", "D23145890", ""), (TD3, "P", "L898902C3", "ZE184226B")],
)
def test_the_specimens_of_the_standard_are_read(zone: str, code: str, number: str, optional: str) -> None:
    reading = require_sound(read_mrz(zone, TODAY))
    assert (reading.document_code, reading.number, reading.optional) == (code, number, optional)
    assert (reading.issuing_state, reading.family, reading.given) == ("UTO", "ERIKSSON", "ANNA MARIA")
    assert (reading.nationality, reading.birth, reading.sex, reading.expires_on) == ANNA
    assert reading.wrong == ()


def test_the_specimens_of_the_standard_are_written() -> None:
    assert "\n".join(write_td2("I", "UTO", "Eriksson", "Anna Maria", "D23145890", *ANNA)) == TD2
    assert "\n".join(write_td3("P", "UTO", "Eriksson", "Anna Maria", "L898902C3", *ANNA, "ZE184226B")) == TD3


def test_a_number_of_ten_signs_runs_on_in_the_optional_data_of_td2() -> None:
    lines = write_td2(
        "I", "KAZ", "Karimi", "Ahmad", "AB12345678", "AFG", BirthDate("1990-01-01"), "male", date(2027, 11, 22)
    )
    assert lines[1] == LONG
    reading = require_sound(read_mrz("\n".join(lines), TODAY))
    assert (reading.number, reading.optional) == ("AB12345678", "")


def test_td3_knows_no_number_of_ten_signs() -> None:
    with pytest.raises(Refusal) as caught:
        write_td3("P", "KAZ", "Karimi", "Ahmad", "AB12345678", *ANNA)
    assert caught.value.rule == "mrz.number_too_long"


@pytest.mark.parametrize("zone", [TD1, TD2, TD3])
def test_a_zone_is_read_however_it_was_typed(zone: str) -> None:
    whole = read_mrz(zone, TODAY)
    one, *others = zone.split("\n")
    typed = [
        zone.lower(),
        zone.replace("\n", ""),
        zone.replace("\n", "\r"),
        zone.replace("\n", "\r\n\r\n") + "\n",
        "\n".join(" ".join(line) for line in zone.split("\n")),
        zone.replace("O", "О").replace("A", "А"),  # typed with the Cyrillic keyboard
        zone.replace("<<", "«"),
    ]
    assert [read_mrz(text, TODAY) for text in typed] == [whole] * len(typed)
    lost = "\n".join([*others[:-1], others[-1].rstrip("<")]) if len(others) == 2 else "\n".join(others)
    assert read_mrz((one if len(others) == 2 else one.rstrip("<")) + "\n" + lost, TODAY) == whole


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty"),
        ("Ahmad Karimi", "a name"),
        (TD3[:-1], "a sign too few"),
        (TD3 + "0", "a sign too many"),
        ("P<UTO" + "A" * 60 + "\n" + TD3.split("\n")[1], "a name that is too wide"),
        ("<" * 44 + "\n" + "<" * 44, "nothing but fillers"),
        (TD3.replace("ERIKSSON", "ЩУКИНЖЮЯ"), "Cyrillic letters without a look-alike"),
        (TD3 * 20, "too much"),
    ],
)
def test_what_is_no_zone_is_refused(text: str, why: str) -> None:
    with pytest.raises(Refusal) as caught:
        read_mrz(text, TODAY)
    assert (caught.value.rule, caught.value.field) == ("mrz.unreadable", "mrz"), why


@pytest.mark.parametrize(
    ("place", "instead", "wrong"),
    [
        (0, "M", ("number", "composite")),
        (13, "8", ("birth", "composite")),
        (21, "2", ("expiry", "composite")),
        (28, "Y", ("optional", "composite")),
        (43, "1", ("composite",)),
        (9, "7", ("number", "composite")),
    ],
)
def test_a_wrong_check_digit_is_named_by_its_field(place: int, instead: str, wrong: tuple[str, ...]) -> None:
    first, second = TD3.split("\n")
    reading = read_mrz(first + "\n" + second[:place] + instead + second[place + 1 :], TODAY)
    assert reading.wrong == wrong
    with pytest.raises(Refusal) as caught:
        require_sound(reading)
    assert (caught.value.rule, caught.value.field, caught.value.facts) == (
        "mrz.check_digit",
        wrong[0],
        {"part": wrong[0]},
    )


@pytest.mark.parametrize(
    ("birth", "expected"),
    [
        (BirthDate("1986", "year"), BirthDate("1986", "year")),
        (BirthDate("1986-12", "month"), BirthDate("1986-12", "month")),
        (BirthDate("2026-06-15"), BirthDate("2026-06-15")),
        (BirthDate("1927-06-16"), BirthDate("1927-06-16")),
        (BirthDate("2000-02-29"), BirthDate("2000-02-29")),
        (None, None),
    ],
)
def test_births_known_in_part_and_the_century(birth: BirthDate | None, expected: BirthDate | None) -> None:
    lines = write_td3("P", "AFG", "Karimi", "Ahmad", "P1234567", "AFG", birth, "not_stated", None)
    if birth and birth.precision == "year":
        assert lines[1][13:19] == "86<<<<"
    reading = require_sound(read_mrz("\n".join(lines), TODAY))
    assert (reading.birth, reading.sex, reading.expires_on) == (expected, "not_stated", None)


def test_a_birth_that_no_calendar_holds_is_wrong_and_left_out() -> None:
    lines = write_td3("P", "AFG", "Karimi", "Ahmad", "P1234567", "AFG", BirthDate("1990-02-30"), "male", None)
    reading = read_mrz("\n".join(lines), TODAY)
    assert (reading.birth, reading.wrong) == (None, ("birth",))


def test_g_26_a_single_name_fills_the_field_and_apostrophes_are_left_out() -> None:
    assert name_field("GULALAI", "", 31) == "GULALAI" + "<" * 24
    assert name_field("", "Gulalai", 31) == "GULALAI" + "<" * 24
    assert name_field("Oʻktamov", "Gʻofur", 20) == "OKTAMOV<<GOFUR<<<<<<"
    reading = read_mrz("\n".join(write_td3("P", "AFG", "Gulalai", "", "P1", *ANNA)), TODAY)
    assert (reading.family, reading.given) == ("GULALAI", "")


def test_marks_hyphens_and_special_letters_are_spelled_out() -> None:
    assert name_field("Müller-Æbelø", "Łucja  Þóra", 44).rstrip("<") == "MUELLER<AEBELOE<<LUCJA<THORA"
    assert name_field("Şahin", "İlknur Iğdır", 40).rstrip("<") == "SAHIN<<ILKNUR<IGDIR"


def test_a_name_of_300_letters_is_cut_and_keeps_a_letter_of_the_given_name() -> None:
    field = name_field("A" * 300, "Boris", 39)
    assert len(field) == 39
    assert field.endswith("<<B")
    assert len(name_field("A" * 300, "", 31)) == 31


def test_a_name_in_cyrillic_is_never_printed_as_nothing() -> None:
    with pytest.raises(Refusal) as caught:
        name_field("Қаныш", "", 31)
    assert caught.value.rule == "mrz.not_latin"


def test_g_06_an_undetermined_nationality_is_xxx_and_a_stateless_person_xxa() -> None:
    assert nationality_code((), "not_established") == "XXX"
    assert nationality_code((), "no") == "XXX"
    assert nationality_code((), "yes") == "XXA"
    assert nationality_code(("AFG", "IRN"), "no") == "AFG"
    assert nationality_code(("DEU",), "no") == "D"
    assert nationality_code(("undetermined",), "not_established") == "XXX"


def test_the_check_digit_of_the_standard() -> None:
    assert (check_digit("740812"), check_digit("L898902C3"), check_digit("<<<<<<")) == ("2", "6", "0")


def test_an_empty_optional_field_may_carry_a_filler_for_its_digit() -> None:
    lines = write_td3("P", "UTO", "Eriksson", "Anna", "L898902C3", *ANNA)
    assert read_mrz(lines[0] + lines[1][:42] + "<" + lines[1][43:], TODAY).wrong == ()


def test_a_td1_number_of_twelve_signs_is_put_together() -> None:
    number = "D23145890734"
    first = f"I<UTO{number[:9]}<{number[9:]}{check_digit(number)}".ljust(30, "<")
    second = "7408122F1204159UTO<<<<<<<<<<<"
    second += check_digit(first[5:] + second[:7] + second[8:15] + second[18:])
    reading = require_sound(read_mrz(f"{first}\n{second}\nERIKSSON<<ANNA", TODAY))
    assert (reading.number, reading.optional) == (number, "")


def test_optional_data_that_do_not_fit_are_refused() -> None:
    with pytest.raises(Refusal) as caught:
        write_td2("I", "UTO", "Eriksson", "Anna", "D23145890", *ANNA, "12345678")
    assert caught.value.rule == "mrz.optional_too_long"
    with pytest.raises(Refusal) as caught:
        write_td2("I", "UTO", "Eriksson", "Anna", "D231458901234567", *ANNA)
    assert caught.value.rule == "mrz.number_too_long"
