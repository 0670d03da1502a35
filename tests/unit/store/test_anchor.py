import json
import sys

import pytest

from app.base.errors import Trouble
from app.store import anchor, places
from app.store.anchor import Anchor

HERE = Anchor("KOS01-S1", 2, 40, "ab" * 32, "11" * 16, 7)


def test_an_anchor_comes_back_and_only_its_owner_reads_it(tmp_path):
    folder = anchor.folder_of("store-1", tmp_path)
    assert folder == tmp_path / "store-1"
    assert anchor.read(folder) is None
    anchor.write(folder, HERE)
    assert anchor.read(folder) == HERE
    assert json.loads((folder / anchor.NAME).read_bytes())["format"] == "aka1"
    if sys.platform != "win32":
        assert (folder / anchor.NAME).stat().st_mode & 0o777 == 0o600
        assert folder.stat().st_mode & 0o777 == 0o700


def test_it_moves_forward_and_counts(tmp_path):
    moved = HERE.moved(2, 41, "cd" * 32)
    assert (moved.e, moved.n, moved.h, moved.ctr, moved.install_id) == (2, 41, "cd" * 32, 8, HERE.install_id)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        b'{"format": "aka2"}',
        b"\xff\xfe",
        json.dumps({"format": "aka1", **HERE._asdict(), "n": "40"}),
    ],
)
def test_a_file_that_is_no_anchor_counts_as_none(tmp_path, content):
    (tmp_path / anchor.NAME).write_bytes(content if isinstance(content, bytes) else content.encode())
    assert anchor.read(tmp_path) is None


@pytest.mark.parametrize(
    ("epoch", "n", "h", "named", "expected"),
    [
        (2, 40, "ab" * 32, {}, "same"),
        (2, 40, "ab" * 32, {"replica": "KOS01-S1", "install_id": "11" * 16}, "same"),
        (2, 40, "00" * 32, {}, "ahead"),
        (2, 39, "00" * 32, {}, "ahead"),
        (1, 900, "00" * 32, {}, "ahead"),
        (2, 41, "00" * 32, {}, "behind"),
        (2, 41, "00" * 32, {"hash_at_anchor": "ab" * 32}, "behind"),
        (2, 41, "00" * 32, {"hash_at_anchor": "cd" * 32}, "ahead"),
        (3, 1, "00" * 32, {}, "behind"),
        (2, 40, "ab" * 32, {"install_id": "22" * 16}, "foreign"),
        (2, 40, "ab" * 32, {"replica": "KOS01-S2"}, "foreign"),
    ],
)
def test_the_store_is_compared_with_its_anchor(epoch, n, h, named, expected):
    assert anchor.compare(HERE, epoch, n, h, **named) == expected


def test_no_anchor_is_missing_and_installations_differ():
    assert anchor.compare(None, 1, 1, "00" * 32) == "missing"
    assert anchor.new_install_id() != anchor.new_install_id()


@pytest.mark.skipif(sys.platform != "linux", reason="XDG is for Linux")
def test_the_default_place_is_the_users_own_area(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert anchor.folder_of("s") == tmp_path / "pana" / "s"
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert places.user_area() == tmp_path / ".local" / "share" / "pana"


def test_a_place_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Trouble) as caught:
        anchor.write(tmp_path / "file" / "s", HERE)
    assert caught.value.condition == "store.io"
