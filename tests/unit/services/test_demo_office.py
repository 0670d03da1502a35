"""The demo office of this computer: of the day asked for, unless somebody has worked in it."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from app.domain.commands import AddNote
from app.services import demo_office, offices
from app.services.acts import perform
from app.store import slots
from app.store.rows import cases

DAY = date(2026, 1, 1)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))


def made(as_of: date, kept: list[date]) -> str:
    """The id of the store that is there when the office of a day was asked for."""
    return slots.describe(demo_office.prepare(as_of=as_of, kept=kept.append)).store_id


def test_an_office_of_another_day_is_made_anew_until_somebody_works_in_it() -> None:
    kept: list[date] = []
    later = DAY + timedelta(days=40)
    first = made(DAY, kept)
    assert made(DAY + timedelta(days=1), kept) == first
    offices.unlock(demo_office.store_folder(), demo_office.USER, demo_office.PASSPHRASE).close()
    second = made(later, kept)
    assert second != first and kept == []
    store = offices.unlock(demo_office.store_folder(), demo_office.USER, demo_office.PASSPHRASE)
    with store.reading() as connection:
        case = cases.rows_by_id(connection, cases.list_ids(connection))[0].case
    perform(store, store.actor(demo_office.USER), AddNote(case=case, text="x"))
    store.close()
    assert made(DAY, kept) == second and kept == [later]


def test_a_demo_cut_short_leaves_no_store(tmp_path: Path) -> None:
    def cut(_done: int, _all: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        demo_office.make(tmp_path / "d", 10, as_of=DAY, progress=cut)
    assert list(tmp_path.iterdir()) == []
