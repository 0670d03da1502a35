"""The receipt of a border unit as it is typed at the akimat (L-10.3a)."""

import pytest

from app.base.errors import Refusal
from app.domain import numbers
from app.domain.applications import receipt
from tests.offices import Desk, at

KNOWN = Desk("2026-03-04 10:00").known


def written(body: str) -> str:
    return body + str(numbers.check_digit(body))


@pytest.mark.parametrize("typed", ["R-ALO51-26-01-00004-7", " ralo51260100004 7 ", "R-АLО51-26-01-00004-7"])
def test_a_receipt_is_kept_in_the_form_of_its_number(typed: str) -> None:
    assert receipt(typed, KNOWN) == "R-ALO51-26-01-00004-7"


def test_no_receipt_is_no_mistake() -> None:
    assert receipt("  ", KNOWN) == ""


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("17", "number.form"),
        ("R-ALO51-26-01-00004-8", "number.check_digit"),
        (written("AALA01260190000"), "application.border_receipt"),
        (written("RALA01260100001"), "application.border_receipt"),
        (written("RCEN00260100001"), "application.border_receipt"),
        (written("RALO512601" + "9" * 10), "number.form"),
        (written("RALO512601" + "9" * 5000), "number.form"),
    ],
)
def test_what_is_no_receipt_of_an_intake_office_is_refused(typed: str, rule: str) -> None:
    with pytest.raises(Refusal) as error:
        receipt(typed, KNOWN)
    assert (error.value.rule, error.value.field) == (rule, "border_receipt")


@pytest.mark.parametrize("office", ["ALO10", "ALO49", "ALO50", "ALO89", "ALO90"])
def test_border_units_and_districts_give_receipts(office: str) -> None:
    number = numbers.make("R", office, 26, 1, 999_999_999)
    assert receipt(number, KNOWN) == number


def test_a_receipt_stands_in_one_application() -> None:
    known = KNOWN._replace(receipt_used=lambda _number: "A-1")
    with pytest.raises(Refusal) as error:
        receipt("R-ALO51-26-01-00004-7", known)
    assert (error.value.rule, error.value.facts["number"]) == ("application.border_receipt_used", "A-1")


def test_the_registration_records_the_number_and_not_what_was_typed() -> None:
    (state,) = Desk("2026-06-15 10:00").register(
        way="border", lodged_at_border=at("2026-06-12 10:00"), border_receipt="ralo51 26 01 00004 7"
    )
    assert state.lodged is not None
    assert state.lodged.border_receipt == "R-ALO51-26-01-00004-7"
