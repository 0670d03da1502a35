"""The family over time on a real store: one transaction, found again, replayed; what is refused leaves no trace."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.base.errors import Refusal
from app.domain.commands import (
    AddEvidence,
    ChangeFamily,
    Command,
    EvidenceData,
    GiveOwnFile,
    ListMinor,
    MoveMinor,
    RecordAnswer,
    RecordConsent,
    SplitFamily,
    StrikeMinor,
    SucceedPrincipal,
    TakeDecision,
    TieFamily,
)
from app.domain.facts.values import GroundChosen
from app.messages import catalogue
from app.services.families import kept_until
from app.store.rebuild import verify
from app.store.rows.cases import Filter, family_cases, list_ids, search_ids
from app.store.store import Store
from tests.households import couple, valid_lists
from tests.offices import adult, applicant, at, child, do, make_store, register, state_of, trace

DAY = date(2026, 9, 21)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = make_store(tmp_path / "s")
    made.set_clock(at("2026-09-14 10:00"))
    yield made
    made.close()


@pytest.fixture
def family(store: Store) -> tuple[str, str]:
    father, mother = register(store, *couple())
    store.set_clock(at("2026-09-21 10:00"))
    return father, mother


def refused(store: Store, command: Command) -> str:
    """The rule of a refusal that left everything as it was, and has its sentence in three languages."""
    before = trace(store)
    with pytest.raises(Refusal) as error:
        do(store, command)
    assert trace(store) == before
    assert all(catalogue.sentence(error.value, language).endswith((".", "!")) for language in catalogue.LANGUAGES)
    return error.value.rule


def minor(store: Store, case: str, place: int = 0) -> str:
    return state_of(store, case).minors[place].id


def test_X_18_the_own_file_is_found_beside_the_parents_and_the_journal_says_the_same(
    store: Store, family: tuple[str, str]
) -> None:
    store.set_clock(at("2026-10-14 09:00"))
    son = minor(store, family[0])
    outcome = do(store, GiveOwnFile(case=family[0], minor=son))
    new, parent, other = outcome.cases
    assert (parent, other) == family
    with store.reading() as connection:
        assert len(list_ids(connection)) == 4
        assert len(list_ids(connection, Filter(place="applicant"))) == 3
        assert len(search_ids(connection, "ahmadi navid")) == 1
        assert set(family_cases(connection, state_of(store, new))) == set(family)
    lists = valid_lists(state_of(store, case) for case in (new, *family))
    assert len(lists) == len(set(lists)) == 4
    assert verify(store).problems == ()


def test_L_10_5_a_child_with_an_own_file_is_listed_nowhere_again(store: Store, family: tuple[str, str]) -> None:
    zahra = minor(store, family[0], 1)
    do(store, GiveOwnFile(case=family[0], minor=zahra, reason="unaccompanied"))
    for one in (child("ZAHRA", "2020-02-20"), child("ZAHRA", "2020-02-20", person=zahra)):
        assert refused(store, ListMinor(case=family[1], minor=one)) == "application.minor_listed_twice"


def test_f_13_the_check_of_uniqueness_does_not_stop_a_move(store: Store, family: tuple[str, str]) -> None:
    zahra = minor(store, family[0], 1)
    assert do(store, MoveMinor(case=family[0], minor=zahra, to=family[1])).cases == family
    assert minor(store, family[1]) == zahra
    do(store, MoveMinor(case=family[1], minor=zahra, to=family[0]))
    assert refused(store, ListMinor(case=family[1], minor=child("ZAHRA", "2020-02-20"))) == (
        "application.minor_listed_twice"
    )
    assert verify(store).problems == ()


def test_a_minor_listed_in_error_can_be_listed_where_it_belongs(store: Store, family: tuple[str, str]) -> None:
    zahra = minor(store, family[0], 1)
    do(store, StrikeMinor(case=family[0], minor=zahra, reason="қате"))
    do(store, ListMinor(case=family[1], minor=child("ZAHRA", "2020-02-20", person=zahra)))
    assert minor(store, family[1]) == zahra


def test_L_16_1_a_succession_is_one_transaction(store: Store) -> None:
    (case,) = register(store, applicant(minors=(child(), child("OMAR", "2018-01-20"))))
    outcome = do(store, SucceedPrincipal(case=case, reason="death", statement="№ 1"))
    first, second, closed = outcome.cases
    assert closed == case
    assert state_of(store, first).family == state_of(store, second).family
    with store.reading() as connection:
        assert set(family_cases(connection, state_of(store, second))) == {first, case}
    assert verify(store).problems == ()


def test_L_11_2d_later_children_and_their_evidence(store: Store, family: tuple[str, str]) -> None:
    later = child("LATER", "2018-01-01", arrived_with=False, birth_document=None)
    assert refused(store, ListMinor(case=family[1], minor=later)) == "family.link_missing"
    do(store, ListMinor(case=family[1], minor=later, evidence=(EvidenceData(text="хаттар"),)))
    state = state_of(store, family[1])
    assert [(e.person, e.text) for e in state.evidence] == [(state.minors[0].id, "хаттар")]
    do(store, AddEvidence(case=family[1], about="family", text="ДНҚ", person=state.minors[0].id))


def test_f_40_a_family_that_was_split_is_not_asked_whether_it_is_recognised(
    store: Store, family: tuple[str, str]
) -> None:
    father, mother = family
    for case in family:
        do(store, RecordAnswer(case=case, to="fingerprints", result="done"))
    covers = (state_of(store, father).applicant,)
    do(store, TakeDecision(case=father, kind="grant", covers=covers))
    do(store, RecordConsent(case=mother, given=True))
    only_a1 = TakeDecision(case=mother, kind="refuse", grounds=(GroundChosen(code="A12-01", reason="себебі"),))
    assert refused(store, only_a1) == "decision.ground_only_family"
    do(store, SplitFamily(case=father, other_case=mother, reason="ажырасу туралы шешім"))
    with store.reading() as connection:
        assert family_cases(connection, state_of(store, mother)) == ()
    tied = TieFamily(case=mother, other_case=father, relation="spouse", evidence="неке туралы куәлік")
    do(store, tied)
    assert refused(store, only_a1) == "decision.ground_only_family"
    assert refused(store, tied) == "family.tied_already"
    do(store, ChangeFamily(
        case=father, event="split", persons=covers, on=DAY, evidence="ажырасу", other_case=mother
    ))  # fmt: skip
    assert do(store, only_a1).facts


def test_L_11_2e_f_43_a_divorced_member_is_told_the_later_of_the_two_days(
    store: Store, family: tuple[str, str]
) -> None:
    father, mother = family

    def kept(case: str) -> date | None:
        return kept_until(store, state_of(store, case))

    for case, day in ((father, 21), (mother, 22)):
        store.set_clock(at(f"2026-09-{day} 10:00"))
        do(store, RecordAnswer(case=case, to="fingerprints", result="done"))
        do(store, TakeDecision(case=case, kind="grant", covers=(state_of(store, case).applicant,)))
    persons = (state_of(store, father).applicant,)
    assert (kept(father), kept(mother)) == (None, None)
    do(store, ChangeFamily(
        case=father, event="divorce", persons=persons, on=date(2026, 9, 22), evidence="№ 2", other_case=mother
    ))  # fmt: skip
    assert (kept(father), kept(mother)) == (date(2027, 9, 22), date(2027, 9, 22))


NOT_IN_THIS_STORE = [
    lambda case: GiveOwnFile(case=case, minor="x"),
    lambda case: MoveMinor(case=case, minor="x", to="nowhere"),
    lambda case: StrikeMinor(case=case, minor="x", reason="x"),
    lambda case: SucceedPrincipal(case=case, reason="death", statement="x", successor="nowhere"),
    lambda case: SplitFamily(case=case, other_case="nowhere", reason="x"),
    lambda case: TieFamily(case=case, other_case="nowhere", relation="spouse", evidence="x"),
    lambda case: ChangeFamily(case=case, event="birth", persons=("x",), on=DAY, other_case="nowhere"),
]


@pytest.mark.parametrize("act", NOT_IN_THIS_STORE)
def test_nonsense_ends_in_a_refusal(store: Store, act: object) -> None:
    assert refused(store, act("nowhere")) == "case.unknown"  # type: ignore[operator]
    (case,) = register(store)
    assert refused(store, act(case)) in {"case.unknown", "minor.unknown"}  # type: ignore[operator]


@pytest.mark.parametrize("act", NOT_IN_THIS_STORE)
def test_a_closed_file_changes_no_more(store: Store, act: object) -> None:
    (case,) = register(store, applicant(adult("KARIMI", "HASAN")))
    do(store, SucceedPrincipal(case=case, reason="death", statement="№ 1"))
    assert refused(store, act(case)) == "case.not_open"  # type: ignore[operator]
