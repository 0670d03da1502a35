"""Duplicates in a store: found by identity, judged, merged by two people; nothing is recorded in a refused act."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.base.errors import Refusal
from app.domain.commands import JudgeDuplicate, MergeCase, MergePersons, UndoMerge
from app.domain.duplicates import Entry
from app.services import duplicates, offices
from app.store.store import Store
from tests.offices import applicant, at, do, make_store, register, state_of, trace


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = make_store(tmp_path / "s")
    made.set_clock(at("2026-06-15 10:00"))
    offices.add_user(made, made.actor("clerk"), "head", "Сейтов", ("head",))
    offices.add_user(made, made.actor("clerk"), "young", "Жұмабаев", ("clerk",))
    yield made
    made.close()


@pytest.fixture
def pair(store: Store) -> tuple[tuple[str, str], tuple[str, str]]:
    one, other = register(store)[0], register(store, applicant())[0]
    return (one, state_of(store, one).applicant), (other, state_of(store, other).applicant)


def candidates(store: Store, case: str, person: str) -> tuple[Entry, ...]:
    with store.unit(store.actor("clerk")) as uow:
        return duplicates.candidates(uow, case, person)


def refused(store: Store, command: Any) -> str:
    before = trace(store)
    with pytest.raises(Refusal) as error:
        do(store, command)
    assert trace(store) == before
    return error.value.rule


def judge(pair: Any, verdict: str) -> JudgeDuplicate:
    (case, person), (other_case, other) = pair
    return JudgeDuplicate(
        case=case, person=person, other_case=other_case, other_person=other, verdict=verdict, reasons="сурет"
    )  # type: ignore[arg-type]


def merge(pair: Any, second: str = "head", kind: type = MergePersons) -> Any:
    (case, keep), (other_case, gone) = pair
    return kind(case=case, keep=keep, other_case=other_case, gone=gone, reasons="бір адам", second=second)


def test_L_10_5_candidates_are_found_by_name_and_day_of_birth_until_judged(store: Store, pair: Any) -> None:
    (case, person), other = pair
    assert candidates(store, case, person) == (Entry(*other),)
    assert candidates(store, case, "nobody") == ()
    assert set(do(store, judge(pair, "different")).cases) == {case, other[0]}
    assert candidates(store, case, person) == candidates(store, *other) == ()
    assert refused(store, merge(pair)) == "merge.judged_different"


def test_four_eyes_a_merge_is_confirmed_by_another_person_who_may_decide(store: Store, pair: Any) -> None:
    assert refused(store, merge(pair, "")) == "second.missing"
    assert refused(store, merge(pair, "clerk")) == "second.same"
    assert refused(store, merge(pair, "young")) == "second.role"
    assert refused(store, merge(pair, "nobody")) == "second.unknown"
    do(store, merge(pair))
    (_, keep), (other, gone) = pair
    assert state_of(store, other).persons[gone].merged_into == keep
    assert refused(store, merge(pair)) == "merge.already"
    do(store, merge(pair, kind=UndoMerge))
    assert state_of(store, other).persons[gone].merged_into == ""


def test_a_duplicate_file_goes_on_in_another(store: Store, pair: Any) -> None:
    (case, _), (other, _gone) = pair
    command = MergeCase(case=other, into=case, reasons="екі рет тіркелген", second="head")
    assert refused(store, command) == "merge.not_judged"
    do(store, judge(pair, "same"))
    assert refused(store, MergeCase(case=other, into=case, reasons="x")) == "second.missing"
    assert do(store, command).cases == (other,)
    closed = state_of(store, other)
    assert (closed.merged_into, closed.closed_code) == (case, "DUP")
    assert closed.valid_certificate("asylum") is None
    assert refused(store, command) == "case.not_open"


def test_nonsense_ids_end_in_a_refusal(store: Store, pair: Any) -> None:
    (case, person), (other, _gone) = pair
    assert refused(store, judge((("nowhere", "x"), (other, "y")), "same")) == "case.unknown"
    assert refused(store, judge(((case, "x"), (other, "y")), "same")) == "person.unknown"
    assert refused(store, merge(((case, person), (other, "y")))) == "person.unknown"
    assert refused(store, MergeCase(case=case, into="nowhere", reasons="x", second="head")) == "case.unknown"


def test_a_case_of_another_store_is_not_merged_here(store: Store, pair: Any, tmp_path: Path) -> None:
    (case, _), _ = pair
    other = make_store(tmp_path / "other", office="AST01")
    try:
        assert refused(other, MergeCase(case=case, into=case, reasons="x", second="head")) == "case.unknown"
    finally:
        other.close()
