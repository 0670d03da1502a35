"""Tables of this computer: drafts of their owner, values by key; nothing of it in the journal."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.store import local
from app.store.local import Draft
from app.store.rebuild import rebuild
from app.store.store import Store, open_store
from tests.offices import PASSPHRASE, make_store, register


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = make_store(tmp_path / "s")
    yield made
    made.close()


def draft(key: str, owner: str = "clerk", at: int = 1, body: bytes = b"{}") -> Draft:
    return Draft(key, "register_application", owner, body, "family", at)


def test_a_draft_is_kept_in_place_of_its_older_self(store: Store) -> None:
    with store.local() as connection:
        local.save_draft(connection, draft("d", body=b"old"))
        local.save_draft(connection, draft("d", body=b"new", at=2))
        assert local.read_draft(connection, "d") == draft("d", body=b"new", at=2)
        assert len(local.drafts(connection, "clerk")) == 1


def test_drafts_are_those_of_their_owner_newest_first(store: Store) -> None:
    with store.local() as connection:
        for key, owner, at in (("a", "clerk", 1), ("b", "other", 2), ("c", "clerk", 3)):
            local.save_draft(connection, draft(key, owner, at))
        assert [d.id for d in local.drafts(connection, "clerk")] == ["c", "a"]
        local.drop_draft(connection, "c")
        local.drop_draft(connection, "never was")
        assert [d.id for d in local.drafts(connection, "clerk")] == ["a"]
        assert local.read_draft(connection, "c") is None


def test_a_draft_survives_closing_and_a_rebuild_and_makes_no_entry(store: Store) -> None:
    register(store)
    before = store.head
    with store.local() as connection:
        local.save_draft(connection, draft("d", body="Ахмади".encode()))
    rebuild(store)
    assert store.head == before
    store.close()
    again = open_store(store.folder, "clerk", PASSPHRASE)
    with again.reading() as connection:
        assert local.read_draft(connection, "d") == draft("d", body="Ахмади".encode())
    again.close()


def test_a_draft_that_was_not_committed_is_gone(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.local() as connection:
        local.save_draft(connection, draft("d"))
        raise ZeroDivisionError
    with store.reading() as connection:
        assert local.read_draft(connection, "d") is None


def test_values_are_kept_by_key(store: Store) -> None:
    with store.local() as connection:
        assert local.get(connection, "printer") is None
        local.put(connection, "printer", b"one")
        local.put(connection, "printer", b"\x00two")
        assert local.get(connection, "printer") == b"\x00two"
