"""Offices and their users: adding a user again after the disk was full."""

from pathlib import Path

import pytest

from app.base.errors import Refusal, Trouble
from app.services import offices
from app.store import slots
from tests.offices import make_store


def test_a_user_whose_adding_failed_on_a_full_disk_is_added_again(tmp_path: Path) -> None:
    store = make_store(tmp_path / "s")
    actor = store.actor("clerk")
    with store.databases.writer.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    name = "Ә" * 40_000  # more than the free pages of the file hold
    with pytest.raises(Trouble) as full:
        offices.add_user(store, actor, "b-user", name, ("clerk",), passphrase="first")
    assert full.value.condition == "store.disk_full"
    assert "b-user" in slots.users(store.folder)
    with store.databases.writer.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    offices.add_user(store, actor, "b-user", "Болат", ("clerk",), passphrase="second")
    with pytest.raises(Refusal) as twice:
        offices.add_user(store, actor, "b-user", "Болат", ("clerk",), passphrase="third")
    assert twice.value.rule == "store.user_exists"
    store.close()
    offices.unlock(tmp_path / "s", "b-user", "second").close()
    with pytest.raises(Trouble):
        offices.unlock(tmp_path / "s", "b-user", "first")
