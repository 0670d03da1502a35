"""A bundle that cannot be taken in never stands in the way of the next one, and a waiting one is never lost."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest
import sqlalchemy as sa

from app.base.errors import Trouble
from app.domain import facts as f
from app.domain.birth import BirthDate
from app.journal.chain import Head
from app.journal.entry import seal
from app.messages import catalogue
from app.services import exchange
from app.store import peers, tables
from app.store.projections import CaseRows
from app.store.rebuild import rebuild, verify
from app.store.rows import cases as rows
from app.store.store import Store
from app.store.unit import UnitOfWork
from tests.offices import names
from tests.unit.services import exchange_offices as o


@pytest.fixture
def w(tmp_path: Path) -> Iterator[o.World]:
    with o.world(tmp_path) as made:
        yield made


def take_from(w: o.World, sender: Store, name: str, **more: object) -> list[exchange.Imported]:
    stick = w.stick.parent / name
    stick.mkdir(exist_ok=True)
    exchange.export(sender, o.clerk(sender), stick)
    return exchange.import_bundles(w.centre, o.clerk(w.centre), stick, **more)  # type: ignore[arg-type]


def folder(w: o.World, name: str) -> list[str]:
    return sorted(path.name.split("-")[0] for path in (w.centre.folder / name).glob("*.akb"))


def child_of_the_year_9990(store: Store, case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What no desk writes: a minor whose coming of age lies beyond the calendar."""
    with monkeypatch.context() as patch, store.unit(o.clerk(store)) as uow:
        patch.setattr(store, "rows_of", lambda _state: CaseRows([], [], [], []))
        child = uow.new_id()
        birth = BirthDate("9990-01-01")
        uow.record(
            case, f.case.PersonRecorded(person=child, place="minor", names=names("A", "B"), sex="male", birth=birth)
        )
        uow.record(case, f.case.MinorListed(person=child, relation="son"))
        uow.commit()


def test_a_senseless_date_does_not_stop_the_bundles_of_others(w: o.World, monkeypatch: pytest.MonkeyPatch) -> None:
    (case,) = o.register_second(w.office)
    child_of_the_year_9990(w.office, case, monkeypatch)
    try:
        take_from(w, w.office, "bad")
    except Trouble as trouble:
        assert trouble.condition == "exchange.unreadable_fact"
    assert folder(w, "inbox") == []
    o.register_second(w.other)
    assert [one.status for one in take_from(w, w.other, "good")] == ["imported"]


def test_whatever_fails_while_entries_are_applied_is_a_refusal_of_that_bundle(
    w: o.World, monkeypatch: pytest.MonkeyPatch
) -> None:
    (bad,) = o.register_second(w.office)
    real = w.centre.rows_of

    def rows_of(state: object) -> CaseRows:
        if state.id == bad:  # type: ignore[attr-defined]
            raise ValueError("year 10008 is out of range")
        return real(state)  # type: ignore[arg-type]

    monkeypatch.setattr(w.centre, "rows_of", rows_of)
    with pytest.raises(Trouble) as error:
        take_from(w, w.office, "bad")
    assert error.value.condition == "exchange.unreadable_fact"
    assert (folder(w, "inbox"), folder(w, "archive")) == ([], ["refused"])
    for language in ("kk", "ru", "en"):
        assert len(catalogue.sentence(error.value, language)) > 40  # type: ignore[arg-type]
    o.register_second(w.other)
    assert [one.status for one in take_from(w, w.other, "good")] == ["imported"]
    assert verify(w.centre).problems == ()


def test_a_bug_leaves_no_file_in_the_inbox(w: o.World) -> None:
    o.register_second(w.office)

    def listen(_cases: tuple[str, ...], _facts: tuple[f.Fact, ...]) -> None:
        raise ZeroDivisionError

    w.centre.on_committed.append(listen)
    with pytest.raises(ZeroDivisionError):
        take_from(w, w.office, "bad")
    w.centre.on_committed.clear()
    assert folder(w, "inbox") == []
    o.register_second(w.other)
    assert [one.status for one in take_from(w, w.other, "good")] == ["imported"]


def waiting(w: o.World) -> Path:
    """A bundle that waits at the centre; gives the stick with the one it waits for."""
    o.register(w.office)
    w.send()
    first = w.stick.parent / "first"
    first.mkdir()
    shutil.move(o.bundles(w.stick)[0], first)
    with w.office.local() as connection:
        connection.execute(tables.chain.update().values(acked_n=w.office.head.n - 1))
    o.register_second(w.office)
    w.send()
    assert [one.status for one in w.take()] == ["waiting"]
    return first


@pytest.mark.parametrize("more", range(5))
def test_a_cancelled_retry_keeps_the_bundle_that_waits(w: o.World, more: int) -> None:
    first = waiting(w)
    left = iter([False] * more)

    def cancelled() -> bool:
        return bool(o.applicants(w.centre)) and next(left, True)

    with pytest.raises(Trouble) as error:
        exchange.import_bundles(w.centre, o.clerk(w.centre), first, cancelled=cancelled)
    assert error.value.condition == "sync.cancelled"
    assert (len(folder(w, "inbox")), len(o.applicants(w.centre))) == (1, 2)
    taken = exchange.import_bundles(w.centre, o.clerk(w.centre), first)
    assert [one.status for one in taken] == ["known", "imported"]
    assert (folder(w, "inbox"), len(o.applicants(w.centre))) == ([], 3)


def test_a_machine_without_room_keeps_the_bundle_that_waits(w: o.World, monkeypatch: pytest.MonkeyPatch) -> None:
    first = waiting(w)
    real, calls = w.centre.rows_of, []

    def rows_of(state: object) -> CaseRows:
        calls.append(state)
        if len(calls) > 2:
            raise Trouble("store.disk_full")
        return real(state)  # type: ignore[arg-type]

    with monkeypatch.context() as patch, pytest.raises(Trouble) as error:
        patch.setattr(w.centre, "rows_of", rows_of)
        exchange.import_bundles(w.centre, o.clerk(w.centre), first)
    assert error.value.condition == "store.disk_full"
    assert len(folder(w, "inbox")) == 1


def test_a_stranger_who_opens_a_known_case_does_not_get_it(w: o.World) -> None:
    o.register(w.office)
    (case,) = o.register_second(w.office)
    w.send()
    w.take()
    with w.centre.reading() as connection:
        before = rows.case_state(connection, case)
    with w.other.unit(o.clerk(w.other)) as uow:
        uow.record(case, f.case.CaseOpened(source="new", opened_on=date(2026, 6, 15), person=uow.new_id()))
        uow.commit()
    with pytest.raises(Trouble) as error:
        take_from(w, w.other, "stranger")
    assert error.value.condition == "exchange.record_taken"
    assert error.value.facts == {"replica": "SHY01-S1", "holder": "ALA01-S1", "case": case}
    assert folder(w, "archive")[-1] == "taken"
    for language in ("kk", "ru", "en"):
        said = catalogue.sentence(error.value, language)  # type: ignore[arg-type]
        assert "SHY01-S1" in said
        assert "ALA01-S1" in said
    rebuild(w.centre)
    with w.centre.reading() as connection:
        assert rows.case_state(connection, case) == before
        assert connection.execute(sa.select(tables.case_row.c.id).where(tables.case_row.c.r == case)).first()
    assert verify(w.centre).problems == ()


class Newer(UnitOfWork):
    """A program of the next schema, which writes a known kind in a shape that is not known here."""

    def put(self, r: str, k: str, body: bytes, s: int) -> None:
        state = self.case(r)
        self.record(r, f.case.NoteAdded(text="x"))
        last = self._entries.pop()
        entry = seal(msgspec.structs.replace(last.envelope, k=k, s=s, m=state.term), body)
        self._entries.append(entry)
        self.head = Head(self.head.o, self.head.e, entry.envelope.n, entry.hash)


@pytest.mark.parametrize("s", [f.SCHEMA, f.SCHEMA + 1])
def test_a_shape_of_a_newer_schema_is_kept_unread_and_one_of_ours_is_refused(w: o.World, s: int) -> None:
    (case,) = o.register_second(w.office)
    with w.office.databases.writer.connect() as connection:
        connection.begin()
        uow = Newer(w.office, o.clerk(w.office), connection)
        uow.put(case, f.case.NoteAdded.KIND, b'{"blobs":5,"text":5}', s)
        uow.commit()
    if s == f.SCHEMA:
        with pytest.raises(Trouble) as error:
            take_from(w, w.office, "newer")
        assert error.value.condition == "journal.payload_unreadable"
        return
    assert [one.status for one in take_from(w, w.office, "newer")] == ["imported"]
    rebuild(w.centre)
    assert verify(w.centre).problems == ()
    with w.centre.reading() as connection:
        assert rows.case_state(connection, case).applicant
        assert peers.head(connection, "ALA01-S1", 1).n >= uow.head.n  # type: ignore[union-attr]
