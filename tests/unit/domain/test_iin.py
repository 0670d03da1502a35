"""The IIN: what refuses and what only warns."""

import pytest

from app.base.errors import Refusal
from app.domain.birth import BirthDate
from app.domain.iin import _check_digit, check, warnings


def sound(first_eleven: str) -> str:
    return first_eleven + str(_check_digit(first_eleven + "0"))


def test_the_known_number_passes() -> None:
    assert check("791028302728") == "791028302728"
    assert check(" 791028 302728 ") == "791028302728"


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("791028302729", "iin.check_digit"),
        ("79102830272", "iin.length"),
        ("", "iin.length"),
        ("79102830272a", "iin.not_digits"),
        ("٧٩١٠٢٨٣٠٢٧٢٨", "iin.not_digits"),
    ],
)
def test_a_wrong_number_is_refused(typed: str, rule: str) -> None:
    with pytest.raises(Refusal) as caught:
        check(typed)
    assert (caught.value.rule, caught.value.field) == (rule, "iin")


def test_the_second_row_of_weights_is_used_when_the_first_gives_ten() -> None:
    second = next(
        text
        for text in (f"7910283{serial:04}" for serial in range(9999))
        if sum(int(d) * w for d, w in zip(text, range(1, 12), strict=True)) % 11 == 10 and _check_digit(text) < 10
    )
    assert check(sound(second)) == sound(second)


def test_a_number_that_can_never_be_given_is_refused() -> None:
    never = next(text for text in (f"7910283{serial:04}" for serial in range(9999)) if _check_digit(text) == 10)
    for digit in "0123456789":
        with pytest.raises(Refusal):
            check(never + digit)


@pytest.mark.parametrize(
    ("birth", "sex", "expected"),
    [
        (BirthDate("1979-10-28"), "male", ()),
        (BirthDate("1979-10", "month"), "male", ()),
        (BirthDate("1979", "year"), "not_stated", ()),
        (BirthDate("1985", "estimated"), "male", ()),
        (None, "male", ()),
        (BirthDate("1979-10-29"), "male", ("iin.birth_differs",)),
        (BirthDate("2079-10-28"), "female", ("iin.birth_differs", "iin.sex_differs")),
    ],
)
def test_what_differs_only_warns(birth: BirthDate | None, sex: str, expected: tuple[str, ...]) -> None:
    assert warnings("791028302728", birth, sex) == expected


def test_a_seventh_digit_of_zero_only_warns() -> None:
    number = sound("79102800001")
    assert check(number) == number
    assert warnings(number, BirthDate("1979-10-28"), "female") == ("iin.century_unknown",)
