"""What stands in one place only: a border receipt, the number of a booklet, a minor on a certificate."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.base.errors import Refusal
from app.domain import numbers
from app.domain.commands import (
    CloseCase,
    IssueCertificate,
    ListMinor,
    LodgeAtBorder,
    RecordAnswer,
    TakeDecision,
    WithdrawApplication,
)
from app.domain.deadlines import open_deadlines
from app.domain.facts.values import GroundChosen
from app.messages import catalogue
from app.store.rebuild import verify
from app.store.store import Store
from tests.offices import adult, applicant, at, child, do, make_store, register, state_of, trace

RECEIPT = "R-ALO51-26-01-00004-7"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = make_store(tmp_path / "s")
    made.set_clock(at("2026-06-15 10:00"))
    yield made
    made.close()


def refused(store: Store, act: object) -> Refusal:
    before = trace(store)
    with pytest.raises(Refusal) as error:
        act()  # type: ignore[operator]
    assert trace(store) == before
    assert all(catalogue.sentence(error.value, language).endswith(".") for language in catalogue.LANGUAGES)
    return error.value


def from_border(store: Store, given: str, typed: str = RECEIPT) -> str:
    (case,) = register(
        store, applicant(adult("KARIMI", given)), way="border", lodged_at_border=at("2026-06-12 10:00"),
        border_receipt=typed,
    )  # fmt: skip
    return case


def granted(store: Store, given: str) -> str:
    (case,) = register(store, applicant(adult("KARIMI", given)))
    do(store, RecordAnswer(case=case, to="fingerprints", result="done"))
    do(store, TakeDecision(case=case, kind="grant"))
    return case


def test_L_10_3a_a_border_receipt_stands_in_one_application(store: Store) -> None:
    first = from_border(store, "REZA")
    again = refused(store, lambda: from_border(store, "ALI", "ralo51 26 01 00004 7"))
    assert (again.rule, again.field) == ("application.border_receipt_used", "border_receipt")
    assert again.facts["number"] == state_of(store, first).number
    from_border(store, "OMID", numbers.make("R", "ALO51", 26, 1, 44))


def test_a_number_of_an_own_kind_moves_no_counter(store: Store) -> None:
    wrong = refused(store, lambda: from_border(store, "REZA", numbers.make("A", "ALA01", 26, 1, 90_000)))
    assert wrong.rule == "application.border_receipt"
    assert state_of(store, register(store)[0]).number == numbers.make("A", "ALA01", 26, 1, 1)


def test_L_11_5b_a_booklet_goes_to_one_person(store: Store) -> None:
    first, second = granted(store, "REZA"), granted(store, "ALI")
    do(store, IssueCertificate(case=first, kind="refugee", blank="ab 12345678"))
    twice = refused(store, lambda: do(store, IssueCertificate(case=second, kind="refugee", blank="АВ12345678")))
    assert (twice.rule, twice.field) == ("certificate.blank_used", "blank")
    assert twice.facts["number"] == state_of(store, first).number
    do(store, IssueCertificate(case=second, kind="refugee", blank="AB12345679"))


@pytest.mark.parametrize("blank", ["AB1234567", "A12345678", "AB123456789", "1234567890", "C-ALA01-26-01-00001-1"])
def test_L_11_5b_a_booklet_has_two_letters_and_eight_digits(store: Store, blank: str) -> None:
    case = granted(store, "REZA")
    wrong = refused(store, lambda: do(store, IssueCertificate(case=case, kind="refugee", blank=blank)))
    assert (wrong.rule, wrong.field) == ("certificate.blank", "blank")


def test_L_10_7a_a_minor_listed_later_stands_on_a_renewed_certificate(store: Store) -> None:
    (case,) = register(store, applicant(minors=(child("ZAHRA"),)))
    do(store, ListMinor(case=case, minor=child("OMAR", "2018-01-20")))
    first, second = state_of(store, case).certificates
    assert (first.ended, second.replaces) == ("replaced", first.number)
    assert set(second.minors) == {minor.id for minor in state_of(store, case).minors}
    assert verify(store).problems == ()


def test_L_10_7a_a_minor_listed_when_only_the_booklet_is_valid_gets_a_certificate_of_an_asylum_seeker(
    store: Store,
) -> None:
    case = granted(store, "REZA")
    do(store, IssueCertificate(case=case, kind="refugee"))
    do(store, ListMinor(case=case, minor=child("OMAR", "2018-01-20")))
    state = state_of(store, case)
    assert [c.kind for c in state.certificates] == ["asylum", "refugee", "asylum"]
    assert state.certificates[-1].minors == (state.minors[0].id,)


def test_an_answer_is_not_dated_before_its_referral(store: Store) -> None:
    (case,) = register(store)
    early = RecordAnswer(case=case, to="fingerprints", result="done", on=date(2026, 6, 14))
    wrong = refused(store, lambda: do(store, early))
    assert (wrong.rule, wrong.field) == ("request.answer_before", "on")


def test_A12_10_is_no_ground_when_fingerprints_are_done(store: Store) -> None:
    (case,) = register(store)
    do(store, RecordAnswer(case=case, to="fingerprints", result="done"))
    ground = (GroundChosen(code="A12-10", reason="x"),)
    wrong = refused(store, lambda: do(store, TakeDecision(case=case, kind="refuse", grounds=ground)))
    assert wrong.rule == "decision.ground_not_offered"


def test_L_10_3a_a_border_unit_closes_what_it_handed_over_and_nothing_is_due_there(tmp_path: Path) -> None:
    border = make_store(tmp_path / "b", office="ALO51", kind="border")
    border.set_clock(at("2026-06-15 10:00"))
    (case,) = do(border, LodgeAtBorder(applicants=(applicant(),))).cases
    assert [d.kind for d in open_deadlines(state_of(border, case), border.calendar, border.settings)] == [
        "border_handover"
    ]
    assert refused(border, lambda: do(border, CloseCase(case=case, code="WDR"))).rule == "permission.office"
    assert refused(border, lambda: do(border, WithdrawApplication(case=case))).rule == "permission.office"
    do(border, CloseCase(case=case, code="TRF"))
    assert open_deadlines(state_of(border, case), border.calendar, border.settings) == ()
    border.close()
