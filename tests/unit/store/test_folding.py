"""Entries into states: the order (term, epoch, n), the holder's word alone, payloads that are gone or unreadable."""

from datetime import date

import msgspec
import pytest

from app.base.errors import Trouble
from app.domain import facts as f
from app.domain.case import CaseState
from app.journal.entry import Envelope
from app.store import tables
from app.store.folding import entries_of, fact_of, fold, step
from tests.offices import make_store, register

OPENED = f.case.CaseOpened(source="new", opened_on=date(2026, 1, 1), person="p")


def entry(n: int, fact: f.Fact, *, o: str = "ALA01-S1", m: int = 1, e: int = 1) -> tuple[Envelope, bytes]:
    envelope = Envelope(b=n - 1, c=0, dg="", e=e, k=fact.KIND, m=m, n=n, o=o, p="", r="c", s=1, t=0, u="u", v=1)
    return envelope, f.encode(fact)


def withdrawn(day: int) -> f.Fact:
    return f.case.ApplicationWithdrawn(on=date(2026, 1, day))


def test_a_case_begins_with_its_opening() -> None:
    assert fold([]) is None
    assert fold([entry(1, withdrawn(1))]) is None
    state = fold([entry(1, withdrawn(1)), entry(2, OPENED)])
    assert state is not None
    assert (state.holder, state.withdrawn_on, state.applicant) == ("ALA01-S1", None, "p")


def test_the_holder_is_who_opened_and_others_are_passed_over() -> None:
    state = fold([entry(1, OPENED), entry(1, withdrawn(1), o="AST01-S1"), entry(2, withdrawn(2))])
    assert state is not None
    assert (state.holder, state.withdrawn_on) == ("ALA01-S1", date(2026, 1, 2))


def test_a_commuting_entry_leaves_the_version_and_others_raise_it() -> None:
    state = fold([entry(1, OPENED)])
    assert state is not None
    assert state.version == 1
    noted = step(state, entry(2, f.case.NoteAdded(text="x"))[0], f.case.NoteAdded(text="x"))
    assert noted == state
    assert step(state, entry(2, withdrawn(1))[0], withdrawn(1)).version == 2


def test_an_erased_payload_counts_as_an_entry_that_says_nothing() -> None:
    envelope, _ = entry(2, withdrawn(1))
    state = fold([entry(1, OPENED), (envelope, None)])
    assert state is not None
    assert (state.version, state.withdrawn_on) == (2, None)
    erased_opening = fold([(entry(1, OPENED)[0], None)])
    assert erased_opening == CaseState(id="c", holder="ALA01-S1", version=1)


def test_a_kind_of_a_newer_program_is_passed_over() -> None:
    envelope = msgspec.structs.replace(entry(2, withdrawn(1))[0], k="case.teleported")
    state = fold([entry(1, OPENED), (envelope, b'{"to":"Mars"}')])
    assert state is not None
    assert (state.version, fact_of(envelope, b"{}")) == (1, None)


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"on":"2026-02-30"}', b'{"on":7}', b"\xff"])
def test_a_payload_that_cannot_be_read_is_a_trouble_that_names_kind_and_place(body: bytes) -> None:
    envelope, _ = entry(5, withdrawn(1))
    with pytest.raises(Trouble) as error:
        fact_of(envelope, body)
    assert (error.value.condition, error.value.facts) == (
        "journal.payload_unreadable",
        {"kind": "application.withdrawn", "at": 5},
    )


def test_entries_come_in_the_order_of_term_epoch_and_number(tmp_path: object) -> None:
    store = make_store(tmp_path / "s")  # type: ignore[operator]
    (case,) = register(store)
    wanted = [(1, 2, 9), (1, 3, 1), (2, 1, 1), (2, 1, 4), (3, 1, 2)]
    with store.local() as connection:
        own = entries_of(connection, case)
        body = own[0][1]
        for m, e, n in reversed(wanted):
            envelope = msgspec.structs.replace(own[0][0], m=m, e=e, n=n, o="AST01-S1")
            env = msgspec.json.encode(envelope, order="sorted")
            row = {"o": "AST01-S1", "e": e, "n": n, "h": "", "env": env, "salt": b"", "body": body}
            connection.execute(tables.journal.insert(), row)
            connection.execute(
                tables.entry.insert(), {"r": case, "m": m, "e": e, "n": n, "o": "AST01-S1", "k": "x", "t": 0}
            )
        found = [(x.m, x.e, x.n) for x, _ in entries_of(connection, case)]
    assert found == sorted(found)
    assert [place for place in found if place in wanted] == wanted
    store.close()
