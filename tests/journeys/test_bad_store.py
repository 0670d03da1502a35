"""Stores that are not ours, broken, closed, newer or without room: each gets its sentence, nothing is half-done."""

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.base.errors import Trouble
from app.messages import catalogue
from app.store import engine, slots
from app.store.rebuild import verify
from app.store.store import Store, open_store
from tests.offices import PASSPHRASE, adult, applicant, at, child, make_store, register, state_of, trace

ROOT_ON_LINUX = sys.platform == "linux" and os.geteuid() == 0


def with_sentences(trouble: Trouble) -> str:
    """The condition, after its sentence was read in every language."""
    for language in catalogue.LANGUAGES:
        sentence = catalogue.sentence(trouble, language)
        assert len(sentence) > 20
        assert "store" not in sentence.split() or language == "en"
    return trouble.condition


def why_not(folder: Path, passphrase: str = PASSPHRASE) -> str:
    """Why a store does not open; the lock is free again afterwards."""
    conditions = set()
    for _ in range(2):
        with pytest.raises(Trouble) as error:
            open_store(folder, "clerk", passphrase)
        conditions.add(with_sentences(error.value))
    (condition,) = conditions
    return condition


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """The folder of a store with one family, closed."""
    store = make_store(tmp_path / "s")
    store.set_clock(at("2026-06-15 10:00"))
    register(store, applicant(minors=(child(),)))
    store.close()
    return tmp_path / "s"


def _plain_database(path: Path) -> None:
    import sqlite3

    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t(x)")
    connection.commit()
    connection.close()


def _shortened(path: Path, size: int) -> None:
    with path.open("r+b") as file:
        file.truncate(size)


def _flip_all(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for n in range(0, len(data), 512):
        data[n] ^= 0xFF
    path.write_bytes(data)


DAMAGE: list[tuple[str, Callable[[Path], object], set[str]]] = [
    ("no register", lambda s: (s / "register.db").unlink(), {"store.missing"}),
    ("an empty register", lambda s: _shortened(s / "register.db", 0), {"store.truncated"}),
    ("a register cut in a page", lambda s: _shortened(s / "register.db", 10_000), {"store.truncated"}),
    ("a register cut at a page", lambda s: _shortened(s / "register.db", 8192), {"store.damaged"}),
    ("a plain database", lambda s: _plain_database(s / "register.db"), {"store.not_ours"}),
    ("a text file", lambda s: (s / "register.db").write_bytes(b"hello " * 4096), {"store.wrong_key", "store.damaged"}),
    ("garbage", lambda s: _flip_all(s / "register.db"), {"store.wrong_key", "store.damaged"}),
    ("no photos and papers", lambda s: (s / "blobs.db").unlink(), {"store.missing"}),
    ("cut photos and papers", lambda s: _shortened(s / "blobs.db", 5000), {"store.truncated"}),
    ("no key slots", lambda s: [path.unlink() for path in s.glob("keys*.json")], {"store.not_ours", "store.missing"}),
    (
        "slots of nonsense",
        lambda s: [p.write_text("{}") for p in s.glob("keys*.json")],
        {"store.not_ours", "store.damaged"},
    ),
]


@pytest.mark.parametrize(("name", "damage", "expected"), DAMAGE, ids=[name for name, _, _ in DAMAGE])
def test_a_damaged_store_gets_its_sentence(
    closed: Path, name: str, damage: Callable[[Path], object], expected: set[str]
) -> None:
    damage(closed)
    assert why_not(closed) in expected | ({"slots.damaged", "store.keys_damaged"} if "slots" in name else set())


def test_a_folder_that_holds_no_store_or_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for folder in (tmp_path / "empty", tmp_path / "nowhere"):
        assert why_not(folder) in {"store.not_ours", "store.missing"}


def test_a_wrong_passphrase_is_a_sentence(closed: Path) -> None:
    with pytest.raises(Trouble) as error:
        open_store(closed, "clerk", "wrong passphrase")
    assert with_sentences(error.value) == "store.wrong_passphrase"


def test_a_store_of_a_newer_program(closed: Path) -> None:
    slot = slots.unlock(closed, "clerk", PASSPHRASE)
    databases = engine.open_register(closed, slot.keys)
    with databases.writer.begin() as connection:
        connection.exec_driver_sql(f"PRAGMA user_version = {engine.SCHEMA + 1}")
    databases.close()
    assert why_not(closed) == "store.newer_program"


def test_a_store_whose_making_was_interrupted(closed: Path) -> None:
    slot = slots.unlock(closed, "clerk", PASSPHRASE)
    (closed / "register.db").unlink()
    databases = engine.open_register(closed, slot.keys, create=True)
    databases.close()
    assert why_not(closed) == "store.unfinished"


def test_a_store_in_use_elsewhere(closed: Path) -> None:
    store = open_store(closed, "clerk", PASSPHRASE)
    assert why_not(closed) == "store.in_use"
    store.close()
    open_store(closed, "clerk", PASSPHRASE).close()


def test_making_a_store_over_another_is_refused_and_the_other_still_opens(closed: Path) -> None:
    with pytest.raises(Trouble) as error:
        make_store(closed)
    assert with_sentences(error.value) == "store.exists"
    again = open_store(closed, "clerk", PASSPHRASE)
    assert verify(again).problems == ()
    again.close()


# -- closed and full places, which need a file system of their own ------------------------------------------------


@contextlib.contextmanager
def mounted(folder: Path, options: str) -> Iterator[Path]:
    """A small file system in memory."""
    folder.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], capture_output=True, check=False
    )
    if made.returncode:
        pytest.skip("no file system can be mounted here: " + made.stderr.decode().strip())
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


needs_root = pytest.mark.skipif(not ROOT_ON_LINUX, reason="mounting a small file system needs root on Linux")


@needs_root
def test_a_read_only_place(closed: Path, tmp_path: Path) -> None:
    with mounted(tmp_path / "m", "size=16m") as place:
        shutil.copytree(closed, place / "s")
        subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)
        assert why_not(place / "s") == "store.read_only"
        subprocess.run(["mount", "-o", "remount,rw", str(place)], check=True)
        again = open_store(place / "s", "clerk", PASSPHRASE)
        assert verify(again).problems == ()
        again.close()


def fill_up(place: Path) -> Path:
    """Fill a file system to its last byte."""
    ballast = place / "ballast"
    with ballast.open("wb") as file, contextlib.suppress(OSError):
        while True:
            file.write(b"x" * 65536)
            file.flush()
    with ballast.open("ab", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(b"x" * 512)
    return ballast


def until_full(store: Store) -> Trouble:
    """Register family after family until the disk has no room."""
    for n in range(200):
        before = trace(store)
        try:
            register(
                store, applicant(adult("NOORI", "AB" + "BCDFGHJKLMNP"[n % 12] + "EIOU"[n // 12 % 4] + "K" * (n // 48)))
            )
        except Trouble as trouble:
            assert trace(store) == before
            return trouble
    raise AssertionError("the disk never filled up")


@needs_root
def test_a_full_disk_while_registering_leaves_nothing_half_done_and_works_after_room_was_made(tmp_path: Path) -> None:
    with mounted(tmp_path / "m", "size=8m") as place:
        store = make_store(place / "s")
        store.set_clock(at("2026-06-15 10:00"))
        (first,) = register(store)
        ballast = fill_up(place)
        assert with_sentences(until_full(store)) == "store.disk_full"
        assert verify(store).problems == ()
        assert state_of(store, first).number
        with pytest.raises(Trouble) as error:
            store.blobs.put(b"x" * 300_000, "image/jpeg")
        assert with_sentences(error.value) == "store.disk_full"
        ballast.unlink()
        (next_one,) = register(store, applicant(adult("KARIMI", "ALI")))
        whole = trace(store)
        assert verify(store).problems == ()
        store.close()
        again = open_store(place / "s", "clerk", PASSPHRASE)
        assert trace(again) == whole
        assert state_of(again, next_one).number
        again.close()


@needs_root
def test_a_store_that_found_no_room_can_be_made_in_the_same_place_later(tmp_path: Path) -> None:
    with mounted(tmp_path / "m", "size=1m") as place:
        ballast = fill_up(place)
        with pytest.raises(Trouble) as error:
            make_store(place / "s")
        assert with_sentences(error.value) == "store.disk_full"
        ballast.unlink()
        subprocess.run(["mount", "-o", "remount,size=16m", str(place)], check=True)
        store = make_store(place / "s")
        assert verify(store).problems == ()
        store.close()
