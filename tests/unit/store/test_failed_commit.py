"""A commit that fails leaves nothing behind: neither on the disk nor in memory, and the next one works."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.base.errors import Trouble
from app.domain.commands import AddDayOff, ChangeSetting, Command
from app.store import local
from app.store.rebuild import verify
from app.store.store import Store
from tests.offices import at, do, make_store, register, state_of, trace

ACTS: list[Command] = [
    AddDayOff(day=date(2026, 8, 28), reason="дауыл"),
    ChangeSetting(key="appeal.term", value="1", reason="сынақ"),
]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = make_store(tmp_path / "s")
    made.set_clock(at("2026-08-20 10:00"))
    register(made)
    yield made
    made.close()


def _full(_connection: sa.Connection) -> None:
    raise Trouble("store.disk_full")


@contextmanager
def refused_commits(store: Store) -> Iterator[None]:
    """COMMIT fails and SQLite keeps the transaction open, as it does when the store is busy."""
    sa.event.listen(store.databases.writer, "commit", _full)
    try:
        yield
    finally:
        sa.event.remove(store.databases.writer, "commit", _full)


@contextmanager
def full_disk(store: Store) -> Iterator[None]:
    """The log cannot grow by more than a page or two: the real COMMIT fails in SQLite."""
    resource = pytest.importorskip("resource")
    size = (store.folder / "register.db-wal").stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 3000, resource.RLIM_INFINITY))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


FAILURES = [refused_commits] + ([full_disk] if sys.platform == "linux" else [])


@pytest.mark.parametrize("failing", FAILURES, ids=lambda made: made.__name__)
@pytest.mark.parametrize("command", ACTS, ids=lambda made: type(made).__name__)
def test_M6_what_was_not_committed_is_not_counted_by(store: Store, command: Command, failing: object) -> None:
    was, calendar, settings = trace(store), store.calendar, store.settings
    with failing(store), pytest.raises(Trouble):  # type: ignore[operator]
        do(store, command)
    assert (store.calendar, store.settings) == (calendar, settings)
    assert trace(store) == was
    assert verify(store).problems == ()
    (case,) = register(store)
    assert state_of(store, case).registered_calendar == calendar.version
    do(store, command)
    assert (store.calendar, store.settings) != (calendar, settings)
    assert verify(store).problems == ()


def test_the_writer_is_free_after_a_commit_that_failed(store: Store) -> None:
    with refused_commits(store), pytest.raises(Trouble):
        register(store)
    with refused_commits(store), pytest.raises(Trouble), store.local() as connection:
        local.put(connection, "x", b"1")
    with store.local() as connection:
        assert local.get(connection, "x") is None
        local.put(connection, "x", b"2")
    with store.reading() as connection:
        assert local.get(connection, "x") == b"2"
