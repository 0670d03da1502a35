"""Numbers of papers: written, typed back, and their check digit."""

import pytest

from app.base.errors import Refusal
from app.domain.numbers import Number, check_digit, make, parse

EXAMPLES = {
    "A-ALA01-26-01-00017-1": ("A", "ALA01", 2026, 1, 17),
    "C-ALA01-26-01-00023-4": ("C", "ALA01", 2026, 1, 23),
    "D-ALA01-26-01-00009-1": ("D", "ALA01", 2026, 1, 9),
    "R-ALO51-26-01-00004-7": ("R", "ALO51", 2026, 1, 4),
}


@pytest.mark.parametrize("number", EXAMPLES)
def test_the_examples_of_the_model_are_reproduced(number: str) -> None:
    letter, office, year, workstation, counter = EXAMPLES[number]
    assert make(letter, office, year, workstation, counter) == number
    assert parse(number) == Number(letter, office, year % 100, workstation, counter)
    assert str(parse(number)) == number


@pytest.mark.parametrize(
    "typed",
    [
        "A-ALA01-26-01-00017-1",
        "aala01260100017 1",
        "a ala01 26 01 00017 1",
        "A–ALA01–26–01–00017–1",
        "А-АLА01-26-01-00017-1",  # the letters А typed in Cyrillic
    ],
)
def test_a_number_is_read_however_it_was_typed(typed: str) -> None:
    assert str(parse(typed)) == "A-ALA01-26-01-00017-1"


def test_a_counter_grows_beyond_five_digits() -> None:
    number = make("A", "ALA01", 2026, 1, 123_456)
    assert "-123456-" in number
    assert parse(number.replace("-", "")).counter == 123_456


def test_the_qazaq_letter_q_stands_for_its_look_alike() -> None:
    assert parse(make("A", "QAR01", 2026, 2, 5).replace("Q", "Қ")).office == "QAR01"


@pytest.mark.parametrize("typed", ["A-ALA01-26-01-00017-2", "A-ALA01-26-01-00018-1", "D-ALA01-26-01-00017-1"])
def test_a_wrong_check_digit_is_refused(typed: str) -> None:
    with pytest.raises(Refusal) as caught:
        parse(typed, field="receipt")
    assert (caught.value.rule, caught.value.field) == ("number.check_digit", "receipt")


@pytest.mark.parametrize(
    "typed", ["", "A", "B-ALA01-26-01-00017-1", "A-ALA1-26-01-00017-1", "A-ALA01-26-01-17-1", "Жоқ"]
)
def test_a_text_of_another_form_is_refused(typed: str) -> None:
    with pytest.raises(Refusal) as caught:
        parse(typed)
    assert caught.value.rule == "number.form"


def test_what_the_check_digit_cannot_see_is_known() -> None:
    """Letters ten apart weigh alike (A K U, C M W, D N X, …): only a letter taken for such a one goes unnoticed."""
    assert check_digit("C") == check_digit("M")
    assert parse("M-ALA01-26-01-00023-4").letter == "M"


@pytest.mark.parametrize("parts", [("X", "ALA01", 26, 1, 1), ("A", "AL01", 26, 1, 1), ("A", "ALA01", 26, 100, 1)])
def test_no_number_is_made_of_parts_that_do_not_fit(parts: tuple[str, str, int, int, int]) -> None:
    with pytest.raises(ValueError):
        make(*parts)
