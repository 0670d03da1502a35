"""Opening a store: what this computer noted of its chain, and derived rows of another form."""

import shutil
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.base.errors import Trouble
from app.messages import catalogue
from app.services import offices
from app.store import anchor, kdf, local, tables
from app.store.rebuild import verify
from app.store.store import Store, create, open_store
from tests.offices import PASSPHRASE, adult, applicant, make_store, new_store, register

PHRASE = "тоғыз көлдің жағасы 9"


@pytest.fixture
def live(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A live store with one case, closed."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "area"))
    store = create(tmp_path / "s", new_store(purpose="live"), PHRASE, kdf.FLOOR).store
    register(store)
    store.close()
    return store


def go_on(folder: Path, given: str) -> None:
    store = open_store(folder, "clerk", PHRASE)
    register(store, applicant(adult("KARIMI", given)))
    store.close()


def refused(folder: Path) -> str:
    with pytest.raises(Trouble) as error:
        open_store(folder, "clerk", PHRASE)
    assert len({catalogue.sentence(error.value, language) for language in ("kk", "ru", "en")}) == 3
    return error.value.condition


def noted(store: Store) -> anchor.Anchor | None:
    return anchor.read(anchor.folder_of(store.store_id))


def test_a_store_put_back_from_a_copy_is_not_worked_in_and_the_anchor_stays(live: Store) -> None:
    copy = live.folder.with_name("copy")
    shutil.copytree(live.folder, copy)
    go_on(live.folder, "ALI")
    before = noted(live)
    shutil.rmtree(live.folder)
    shutil.copytree(copy, live.folder)
    assert refused(live.folder) == refused(live.folder) == "store.restored"
    assert noted(live) == before


def test_a_copy_that_went_on_elsewhere_is_found_however_long_it_is(
    live: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = live.folder.with_name("copy")
    shutil.copytree(live.folder, copy)
    go_on(live.folder, "ALI")
    with monkeypatch.context() as elsewhere:
        elsewhere.setenv("XDG_DATA_HOME", str(tmp_path / "elsewhere"))
        for given in ("ZAHRA", "REZA", "SARA"):
            go_on(copy, given)
    assert refused(copy) == "store.restored"


def test_a_store_of_another_installation_is_told(live: Store) -> None:
    place, own = anchor.folder_of(live.store_id), noted(live)
    assert own
    anchor.write(place, own._replace(install_id="0" * 32))
    assert refused(live.folder) == "store.copied"
    assert noted(live) == own._replace(install_id="0" * 32)


def test_a_lost_or_late_anchor_is_written_anew_and_nothing_recorded(live: Store) -> None:
    own = noted(live)
    assert own
    for old in (None, own._replace(n=1, h=first_hash(live))):
        shutil.rmtree(anchor.folder_of(live.store_id))
        if old:
            anchor.write(anchor.folder_of(live.store_id), old)
        store = open_store(live.folder, "clerk", PHRASE)
        again = noted(live)
        assert again and (again.n, again.h) == (own.n, own.h) == (store.head.n, store.head.h)
        store.close()


def first_hash(live: Store) -> str:
    store = open_store(live.folder, "clerk", PHRASE)
    with store.reading() as connection:
        found = connection.execute(sa.select(tables.journal.c.h).where(tables.journal.c.n == 1)).scalar_one()
    store.close()
    return str(found)


def test_settings_of_another_form_are_rebuilt_before_they_are_read(tmp_path: Path) -> None:
    store = make_store(tmp_path / "s")
    register(store)
    offices.change_setting(store, store.actor("clerk"), "fingerprint.target", "9", "шалғай аудан")
    with store.local() as connection:
        connection.execute(tables.setting.delete())
        local.put(connection, "projection", b"1")
    store.close()
    again = open_store(tmp_path / "s", "clerk", PASSPHRASE)
    assert again.settings.chosen == store.settings.chosen != {}
    assert verify(again).problems == ()
    again.close()


def test_another_calendar_makes_the_rows_anew_without_folding_the_journal(tmp_path: Path) -> None:
    store = make_store(tmp_path / "s")
    register(store)
    with store.local() as connection:
        local.put(connection, "projection", f"{tables.PROJECTION} kz-2025.9 0000".encode())
        connection.execute(tables.case_row.delete())
        # A rebuild would take this away.
        connection.execute(tables.number_used.update().values(top=77))
    store.close()
    again = open_store(tmp_path / "s", "clerk", PASSPHRASE)
    with again.reading() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(tables.case_row)).scalar()
        assert set(connection.execute(sa.select(tables.number_used.c.top)).scalars()) == {77}
    again.close()
