"""The fold is total: any facts in any order give a state that can be kept and shown."""

import types
import typing
from datetime import UTC, date, datetime
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import calendar
from app.domain import facts as f
from app.domain.birth import BirthDate
from app.domain.case import CaseState, status
from app.domain.case_fold import evolve
from app.domain.deadlines import colour, deadlines, open_deadlines
from app.domain.settings import Settings
from app.domain.tasks import open_tasks
from app.journal.entry import Envelope
from app.store.folding import fold
from app.store.projections import decode_state, encode_state, rows_of

DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2100, 12, 31), timezones=st.just(UTC))
WORDS = st.sampled_from(("p1", "p2", "p3", "n1", "n2", "r1", "", "XXX", "AFG", "Қ 😀"))
BIRTHS = st.sampled_from(
    (BirthDate("2012-02-29"), BirthDate("1986", "year"), BirthDate("0000-00-00"), BirthDate("2010-12", "month"))
)
CASE_KINDS = [cls for cls in f.REGISTRY.values() if cls.RECORD == "case"]
PLAIN: dict[type, st.SearchStrategy[Any]] = {
    str: WORDS, bool: st.booleans(), int: st.integers(0, 1 << 53), date: DAYS, datetime: MOMENTS, BirthDate: BIRTHS,
}  # fmt: skip


def values(annotation: Any) -> st.SearchStrategy[Any]:
    """Any value that the definition of a field allows."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if annotation in PLAIN:
        return PLAIN[annotation]
    if annotation is type(None):
        return st.none()
    if origin is typing.Literal:
        return st.sampled_from(arguments)
    if origin in (typing.Union, types.UnionType):
        return st.one_of(*map(values, arguments))
    if origin is tuple:
        return st.lists(values(arguments[0]), max_size=3).map(tuple)
    if origin is dict:
        return st.dictionaries(values(arguments[0]), values(arguments[1]), max_size=3)
    if origin is typing.Annotated:
        return values(arguments[0])
    return structs(annotation)


def structs(cls: type) -> st.SearchStrategy[Any]:
    hints = typing.get_type_hints(cls, include_extras=True)
    return st.deferred(lambda: st.builds(cls, **{name: values(hints[name]) for name in cls.__struct_fields__}))  # type: ignore[attr-defined]


FACTS = {cls.KIND: structs(cls) for cls in f.REGISTRY.values()}
CASE_FACTS = st.lists(st.one_of(*(FACTS[cls.KIND] for cls in CASE_KINDS)) | st.none(), max_size=25)


@pytest.mark.parametrize("kind", sorted(FACTS))
def test_every_kind_is_read_back_as_it_was_written(kind: str) -> None:
    @given(FACTS[kind])
    def holds(fact: f.Fact) -> None:
        body = f.encode(fact)
        again = f.decode(kind, body)
        assert again == fact
        assert again is not None
        assert f.encode(again) == body

    holds()


@given(CASE_FACTS, DAYS)
def test_any_sequence_of_facts_gives_a_state_that_can_be_shown(facts: list[f.Fact | None], on: date) -> None:
    state = CaseState(id="c", holder="ALA01-S1")
    for fact in facts:
        state = evolve(state, fact)
    office = (calendar.load(), Settings({}))
    found = list(deadlines(state, *office))
    assert {colour(d, on) for d in found} <= {"green", "amber", "orange", "red", "done"}
    assert set(open_deadlines(state, *office)) <= set(found)
    open_tasks(state)
    assert status(state, on) in {"", "intention", "asylum_seeker", "refugee", "refused", "closed"}
    made = rows_of(state, *office)
    assert len(made.rows) == len(state.present) == len(made.search)


@given(CASE_FACTS)
def test_a_state_is_read_back_as_it_was_kept(facts: list[f.Fact | None]) -> None:
    state = CaseState(id="c")
    for fact in facts:
        state = evolve(state, fact)
    kept = encode_state(state)
    assert decode_state(kept) == state
    assert encode_state(decode_state(kept)) == kept


def envelope(n: int, kind: str, o: str = "ALA01-S1") -> Envelope:
    return Envelope(b=n - 1, c=0, dg="", e=1, k=kind, m=1, n=n, o=o, p="", r="c", s=1, t=0, u="clerk", v=1)


@given(CASE_FACTS, st.sets(st.integers(0, 24)))
def test_erased_payloads_and_kinds_of_a_newer_program_leave_the_rest_standing(
    facts: list[f.Fact | None], erased: set[int]
) -> None:
    opened = f.case.CaseOpened(source="new", opened_on=date(2026, 1, 1), person="p1")
    entries: list[tuple[Envelope, bytes | None]] = [(envelope(1, opened.KIND), f.encode(opened))]
    expected = evolve(CaseState(id="c", holder="ALA01-S1"), opened)
    for n, fact in enumerate(facts):
        kind = type(fact).KIND if fact else "case.teleported"
        body = None if n in erased else f.encode(fact) if fact else b'{"to":"Mars"}'
        entries.append((envelope(n + 2, kind), body))
        expected = evolve(expected, None if n in erased else fact)
    state = fold(entries)
    assert state is not None
    assert msgspec.structs.replace(state, version=0, term=1) == msgspec.structs.replace(expected, version=0, term=1)


@given(CASE_FACTS)
def test_the_word_of_another_office_never_changes_a_case(facts: list[f.Fact | None]) -> None:
    own = [
        (envelope(1, "case.opened"), f.encode(f.case.CaseOpened(source="new", opened_on=date(2026, 1, 1), person="p1")))
    ]
    foreign = [
        (envelope(n + 2, type(fact).KIND, "AST01-S1"), f.encode(fact))
        for n, fact in enumerate(facts)
        if fact is not None
    ]
    assert fold([*own, *foreign]) == fold(own)
