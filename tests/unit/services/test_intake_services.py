"""Ways into the register on a real store: found again, counted apart, registered later, refused without a trace."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.base.errors import Refusal
from app.domain.commands import (
    ArrivalData,
    Command,
    EvidenceData,
    ListMinor,
    PaperCertificate,
    PaperDecision,
    RecordDetention,
    RegisterApplication,
    RegisterCard,
    RegisterLodged,
    TakeOver,
    WithdrawApplication,
)
from app.messages import catalogue
from app.services import intake
from app.store import rebuild
from app.store.rows import cases
from app.store.store import Store
from tests.offices import adult, applicant, at, child, do, dump, make_store, register, state_of, trace

LONE = adult("NOORI", "SAMIR", "2012-03-11")
BOUND = RecordDetention(person=adult(), body="ПД", detained_at=at("2026-06-12 09:00"))
WIFE = adult("AHMADI", "MARYAM", "1990-02-11", sex="female")
FILE = TakeOver(
    applicant=applicant(arrival=ArrivalData(entered_on=date(2019, 2, 27))),
    registered_on=date(2019, 3, 4),
    number="17/2019",
    decisions=(PaperDecision(kind="grant", number="12", on=date(2019, 5, 30), to_on=date(2027, 1, 30)),),
    certificates=(
        PaperCertificate(kind="refugee", number="AB00000001", issued_on=date(2019, 6, 3), valid_to=date(2027, 1, 30)),
    ),
    source_note="Мұрағат, 3-том",
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = make_store(tmp_path / "s")
    made.set_clock(at("2026-06-12 16:00"))
    yield made
    made.close()


def refused(store: Store, command: Command) -> Refusal:
    """The refusal of a command that left everything as it was, and has its sentence in three languages."""
    before = trace(store)
    with pytest.raises(Refusal) as error:
        do(store, command)
    assert trace(store) == before
    assert all(catalogue.sentence(error.value, language).endswith((".", "!")) for language in catalogue.LANGUAGES)
    return error.value


def found(store: Store, text: str) -> int:
    with store.reading() as connection:
        return len(cases.search_ids(connection, text))


def stock(store: Store, day: date) -> tuple[int, int]:
    """Applications under consideration, and intentions."""
    with store.reading() as connection:
        counted = cases.stock(connection, day)
    return counted.pending, counted.intentions


def whole(store: Store) -> None:
    """Everything derived is what the journal gives."""
    before = dump(store)
    assert rebuild.verify(store).problems == ()
    assert dump(store) == before


def test_L_10_4b_a_detained_person_is_in_the_lists_and_is_registered_after_the_weekend(store: Store) -> None:
    (case,) = do(store, BOUND).cases
    with store.reading() as connection:
        (row,) = cases.rows_by_id(connection, cases.list_ids(connection))
        (due,) = cases.due_rows(connection)
    assert (row.number, row.status, row.due_on, row.due_kind) == ("", "intention", "2026-06-14", "detention")
    assert (due.case, due.deadline.kind) == (case, "detention")
    assert stock(store, date(2026, 6, 12)) == (0, 1)
    store.set_clock(at("2026-06-14 11:00"))
    assert do(store, RegisterLodged(case=case)).cases == (case,)
    assert state_of(store, case).number.startswith("A-ALA01-26-01-00001-")
    assert stock(store, date(2026, 6, 14)) == (1, 0)
    assert refused(store, RegisterLodged(case=case)).rule == "application.registered_already"
    whole(store)


def test_L_7_2_1_f_44_tickets_use_up_numbers_are_found_and_counted_as_intentions(store: Store) -> None:
    first, second = do(
        store, RegisterCard(applicants=(applicant(minors=(child(),)), applicant(WIFE, relation="spouse")), site="K-1")
    ).cases
    tickets = [state_of(store, case).shown_number for case in (first, second)]
    assert [ticket[:19] for ticket in tickets] == ["T-ALA01-26-01-00001", "T-ALA01-26-01-00002"]
    assert (found(store, tickets[0]), found(store, tickets[1])) == (2, 1)
    assert stock(store, date(2026, 6, 11)) == (0, 0)
    assert stock(store, date(2026, 6, 12)) == (0, 3)
    (third,) = do(store, RegisterCard(applicants=(applicant(adult("KARIMI", "ALI")),))).cases
    assert state_of(store, third).ticket.startswith("T-ALA01-26-01-00003-")
    whole(store)
    store.set_clock(at("2026-07-20 10:00"))
    do(store, RegisterLodged(case=first))
    assert stock(store, date(2026, 7, 20)) == (2, 2)
    assert found(store, tickets[0]) == 2
    whole(store)


@pytest.mark.parametrize(("kind", "office"), [("border", "ALO51"), ("district", "ALA10")])
def test_L_7_2_1_X_influx_a_border_unit_and_a_district_make_cards_and_register_nobody(
    tmp_path: Path, kind: str, office: str
) -> None:
    other = make_store(tmp_path / "o", office=office, kind=kind)
    other.set_clock(at("2026-06-12 16:00"))
    (case,) = do(other, RegisterCard(applicants=(applicant(),))).cases
    for command in (RegisterLodged(case=case), BOUND, FILE):
        assert refused(other, command).rule == "permission.office"
    other.close()


def test_L_10_5_a_detained_child_without_a_number_stands_in_one_file_only(store: Store) -> None:
    do(store, RecordDetention(person=LONE, body="ПД", detained_at=at("2026-06-12 09:00"), unaccompanied=True))
    again = refused(store, RegisterApplication(applicants=(applicant(LONE, unaccompanied=True),)))
    assert (again.rule, again.facts["number"]) == ("application.minor_listed_twice", "—")


def test_a_child_is_listed_in_a_file_that_is_not_registered_yet(store: Store) -> None:
    (case,) = do(store, BOUND).cases
    do(store, ListMinor(case=case, minor=child()))
    do(store, RegisterLodged(case=case))
    assert [len(c.minors) for c in state_of(store, case).certificates] == [1]


def test_nothing_is_registered_in_a_file_that_is_unknown_or_has_ended(store: Store) -> None:
    assert refused(store, RegisterLodged(case="nowhere")).rule == "case.unknown"
    (case,) = register(store)
    do(store, WithdrawApplication(case=case))
    assert refused(store, RegisterLodged(case=case)).rule == "application.registered_already"


# -- files from paper ---------------------------------------------------------------------------------------------


def test_a_file_from_paper_is_found_by_its_numbers_and_is_taken_over_once(store: Store) -> None:
    (case,) = do(store, FILE).cases
    state = state_of(store, case)
    assert (state.source, state.shown_number) == ("taken_over", "17/2019")
    assert [found(store, text) for text in ("17/2019", "AB00000001", "ahmadi")] == [1, 1, 1]
    again = refused(store, FILE)
    assert (again.rule, again.field, again.facts["case"]) == ("application.number_used", "number", "17/2019")
    booklet = TakeOver(
        applicant=FILE.applicant, registered_on=FILE.registered_on, number="18/2019",
        decisions=FILE.decisions, certificates=FILE.certificates,
    )  # fmt: skip
    assert refused(store, booklet).field == "certificates.0.number"
    with store.reading() as connection:
        assert cases.stock(connection, date(2026, 6, 12)).refugees == 1
    whole(store)


def test_a_number_with_letters_that_no_index_knows_is_used_once_as_well(store: Store) -> None:
    first = TakeOver(applicant=FILE.applicant, registered_on=FILE.registered_on, number="№ 5-ғ/б")
    do(store, first)
    assert refused(store, first).facts["case"] == "№ 5-ғ/б"


def test_a_file_from_paper_without_a_number_takes_the_next_one_and_moves_no_other_counter(store: Store) -> None:
    (old,) = do(store, TakeOver(applicant=FILE.applicant, registered_on=FILE.registered_on)).cases
    (new,) = register(store, applicant(adult("KARIMI", "ALI")))
    assert [state_of(store, case).number[:19] for case in (old, new)] == ["A-ALA01-26-01-00001", "A-ALA01-26-01-00002"]


# -- reunification ------------------------------------------------------------------------------------------------


def test_L_11_2d_the_file_of_whom_the_family_joins_is_told_and_the_outcome_names_the_new_one(store: Store) -> None:
    (anchor,) = register(store)
    joins = RegisterApplication(
        applicants=(applicant(WIFE, minors=(child(),), relation="spouse"),),
        joins=anchor,
        evidence=(EvidenceData(text="Неке туралы куәлік", document="MC-7"),),
    )
    (case,) = do(store, joins).cases
    state, before = state_of(store, case), state_of(store, anchor)
    assert state.family == before.family != ""
    assert ([r.case for r in state.relatives], [r.case for r in before.relatives]) == ([anchor], [case])
    assert state.evidence[0].link == anchor
    with store.reading() as connection:
        assert cases.family_cases(connection, before) == (case,)
    whole(store)


def test_L_11_2d_without_evidence_nobody_joins_and_nothing_is_left(store: Store) -> None:
    (anchor,) = register(store)
    wife = applicant(WIFE, relation="spouse")
    assert refused(store, RegisterApplication(applicants=(wife,), joins=anchor)).rule == "application.family_evidence"
    assert refused(store, RegisterApplication(applicants=(wife,), joins="nowhere")).rule == "case.unknown"


# -- hints --------------------------------------------------------------------------------------------------------


def test_an_adult_who_is_registered_already_is_a_hint_in_three_languages(store: Store) -> None:
    (case,) = register(store)
    number = state_of(store, case).number
    with store.unit(store.actor("clerk")) as uow:
        (hint,) = intake.hints_of(uow, (applicant(),))
        other = intake.hints_of(uow, (applicant(adult("KARIMI", "ALI")),))
    assert (hint.id, hint.field, hint.number) == ("hint.may_be_registered", "applicants.0.person", number)
    assert other == ()
    for language in catalogue.LANGUAGES:
        assert number in catalogue.text("hint-may-be-registered", language, number=number)
        assert catalogue.text("hint-qandas", language)
        assert catalogue.text("hint-economic-reasons", language)
    register(store)
    do(store, WithdrawApplication(case=case))
