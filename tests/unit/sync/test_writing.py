"""Writing a bundle: whole or not at all, on media that fill up, fail, lie, or are pulled out."""

import errno
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.base.errors import Trouble
from app.sync import limits
from app.sync.medium import Medium, read_small, write_small
from app.sync.parcel import Blob
from app.sync.writer import write_bundle
from tests.unit.sync import exchange_world as w

NAME = "AKB-ALA01S2-CEN00S1-000042-P01.akb"


def _write(folder, blobs=(), **options):
    here = w.world()
    made = w.lines(w.entries(3))
    return write_bundle(folder, w.plan(), made, blobs, here.office.sender, [here.centre.sender.age], **options)


def _left(folder):
    return sorted(path.name for path in (folder / "AKB").iterdir())


class Faulty(Medium):
    """A medium that fails in one of its acts, or after so many bytes."""

    def __init__(self, act: str = "", error: int = errno.EIO, after: int | None = None) -> None:
        self.act, self.error, self.after = act, error, after

    def create(self, path: Path):
        self._fail("create")
        stream = super().create(path)
        return stream if self.after is None else _Short(stream, self.after, self.error)

    def settle(self, stream) -> None:
        self._fail("settle")
        super().settle(stream)

    def reopen(self, path: Path):
        self._fail("reopen")
        return super().reopen(path)

    def rename(self, source: Path, target: Path) -> None:
        self._fail("rename")
        super().rename(source, target)

    def _fail(self, act: str) -> None:
        if self.act == act:
            raise OSError(self.error, os.strerror(self.error))


class _Short:
    """A file that takes so many bytes and then fails."""

    def __init__(self, stream, room: int, error: int) -> None:
        self._stream, self._room, self._error = stream, room, error

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._stream.close()

    def write(self, data: bytes) -> int:
        self._room -= len(data)
        if self._room < 0:
            raise OSError(self._error, os.strerror(self._error))
        return self._stream.write(data)

    def flush(self) -> None:
        self._stream.flush()

    def fileno(self) -> int:
        return self._stream.fileno()


class Forgetful(Medium):
    """A stick that loses one bit of what was put on it."""

    def __init__(self, at: int) -> None:
        self.at = at

    def reopen(self, path: Path):
        data = bytearray(path.read_bytes())
        data[self.at] ^= 1
        path.write_bytes(data)
        return super().reopen(path)


@pytest.mark.parametrize("at", [0, 300, -1])
def test_49_a_stick_that_reads_back_other_bytes_is_found_out(tmp_path, at):
    assert w.refused(lambda: _write(tmp_path, medium=Forgetful(at))) == "sync.read_back"
    assert _left(tmp_path) == []


@pytest.mark.parametrize("act", ["create", "settle", "reopen", "rename"])
@pytest.mark.parametrize(
    ("error", "condition"),
    [
        (errno.EIO, "sync.media_lost"),
        (errno.ENODEV, "sync.media_lost"),
        (errno.ENOENT, "sync.media_lost"),
        (errno.ENOSPC, "sync.media_full"),
        (errno.EROFS, "sync.read_only"),
        (errno.EACCES, "sync.read_only"),
    ],
)
def test_48_an_error_in_any_act_leaves_no_file_and_a_retry_works(tmp_path, act, error, condition):
    assert w.refused(lambda: _write(tmp_path, medium=Faulty(act, error))) == condition
    assert _left(tmp_path) == []
    assert _write(tmp_path).path.name == NAME


def test_47_a_disk_full_at_any_byte_leaves_no_file(tmp_path):
    photos = (w.blob(os.urandom(40_000)),)
    size = _write(tmp_path, photos).bytes
    (tmp_path / "AKB" / NAME).unlink()
    for room in range(0, size - 5_000, size // 60):  # age adds a stanza of random length
        faulty = Faulty(error=errno.ENOSPC, after=room)
        assert w.refused(lambda medium=faulty: _write(tmp_path, photos, medium=medium)) == "sync.media_full"
        assert _left(tmp_path) == []


def test_47_a_file_size_limit_of_the_system_counts_as_a_full_disk(tmp_path):
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, hard))
    try:
        assert w.refused(lambda: _write(tmp_path, (w.blob(os.urandom(700_000)),))) == "sync.media_full"
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert _left(tmp_path) == []


@pytest.fixture
def small_disk(tmp_path) -> Iterator[Path]:
    mounted = tmp_path / "stick"
    mounted.mkdir()
    options = ["mount", "-t", "tmpfs", "-o", "size=20m", "tmpfs", str(mounted)]
    if os.geteuid() != 0 or subprocess.run(options, capture_output=True, check=False).returncode != 0:
        pytest.skip("needs the right to mount a small disk")
    yield mounted
    subprocess.run(["umount", str(mounted)], check=True)


def test_47_a_full_disk_is_told_before_writing_and_while_writing(small_disk):
    photos = (w.blob(os.urandom(3_900_000)),)
    with pytest.raises(Trouble) as caught:
        _write(small_disk, (*photos, w.blob(os.urandom(1_000_000))))
    assert caught.value.condition == "sync.media_full"
    assert caught.value.facts["free_mb"] <= 4 < caught.value.facts["need_mb"]

    def fill(done, _total):
        if done < 100_000 and not (small_disk / "other").exists():
            (small_disk / "other").write_bytes(bytes(18_000_000))

    assert w.refused(lambda: _write(small_disk, photos, progress=fill)) == "sync.media_full"
    assert _left(small_disk) == []
    (small_disk / "other").unlink()
    assert w.Memory().take(_write(small_disk, photos).path) == (3, 0, 1)


def test_cancelling_at_any_time_leaves_no_file(tmp_path):
    steps = []
    _write(tmp_path, progress=lambda done, total: steps.append((done, total)))
    (tmp_path / "AKB" / NAME).unlink()
    assert [done for done, _ in steps] == sorted(done for done, _ in steps)
    assert all(0 < done <= total for done, total in steps)
    for stop in range(len(steps)):
        asked = iter([False] * stop + [True])
        assert w.refused(lambda wish=asked: _write(tmp_path, cancelled=lambda: next(wish))) == "sync.cancelled"
        assert _left(tmp_path) == []


def test_a_bundle_of_that_name_is_never_overwritten(tmp_path):
    first = _write(tmp_path).path.read_bytes()
    assert w.refused(lambda: _write(tmp_path)) == "sync.name_taken"
    assert (tmp_path / "AKB" / NAME).read_bytes() == first


def test_leftovers_of_an_hour_ago_go_and_everything_else_stays(tmp_path):
    folder = tmp_path / "AKB"
    folder.mkdir()
    old, young, foreign = "AKB-ALA01S2-CEN00S1-000040-P01.akb.part", "AKB-ALA01S2-CEN00S1-000041-P01.akb.part", "x.part"
    for name in (old, young, foreign, NAME + ".part"):
        (folder / name).write_bytes(b"left")
    for name in (old, foreign):
        os.utime(folder / name, (1, 1))
    _write(tmp_path)
    assert _left(tmp_path) == sorted([young, foreign, NAME])


def test_a_link_in_place_of_the_part_file_is_not_followed(tmp_path):
    folder, victim = tmp_path / "AKB", tmp_path / "victim"
    folder.mkdir()
    victim.write_bytes(b"untouched")
    (folder / (NAME + ".part")).symlink_to(victim)
    _write(tmp_path)
    assert victim.read_bytes() == b"untouched"


def test_the_folder_itself_is_used_when_it_is_named_so_and_refused_when_it_is_none(tmp_path):
    (tmp_path / "AKB").mkdir()
    assert _write(tmp_path / "AKB").path == tmp_path / "AKB" / NAME
    other = tmp_path / "other"
    other.mkdir()
    (other / "AKB").symlink_to(tmp_path)
    assert w.refused(lambda: _write(other)) == "sync.not_a_folder"
    assert w.refused(lambda: _write(tmp_path / "none")) == "sync.not_a_folder"


def test_a_read_only_folder_is_said_to_be_read_only(tmp_path):
    class Locked(Medium):
        def create(self, path):
            raise PermissionError(errno.EACCES, "denied")

    assert w.refused(lambda: _write(tmp_path, medium=Locked())) == "sync.read_only"


def test_an_attachment_that_changed_in_the_store_is_not_sent(tmp_path):
    good = w.blob(b"photo")
    for bad in (good._replace(read=lambda: b"other"), good._replace(size=4), Blob("0" * 64, 5, good.read)):
        assert w.refused(lambda blob=bad: _write(tmp_path, (blob,))) == "sync.blob_mismatch"
        assert _left(tmp_path) == []


def test_an_error_of_the_store_while_writing_comes_through_as_it_is(tmp_path):
    def lost():
        raise Trouble("store.blob_missing")

    assert w.refused(lambda: _write(tmp_path, (w.blob(b"x")._replace(read=lost),))) == "store.blob_missing"
    assert _left(tmp_path) == []


def test_a_journal_that_does_not_verify_is_not_sent(tmp_path):
    made = w.entries(4)
    here = w.world()
    for wrong in (made[:1] + made[2:], [made[1], made[0]]):
        act = lambda rows=wrong: w.export(tmp_path, rows)  # noqa: E731
        assert w.refused(act) == "sync.journal_broken"
    foreign = w.lines(w.entries(2, replica=w.OTHER))
    assert (
        w.refused(lambda: write_bundle(tmp_path, w.plan(), foreign, (), here.office.sender, []))
        == "sync.journal_broken"
    )


def test_a_part_above_its_size_is_refused_before_anything_is_written(tmp_path):
    huge = w.blob(b"x")._replace(size=limits.PIECE_BYTES)
    blobs = tuple(huge._replace(h=f"{at:064x}") for at in range(32))
    assert w.refused(lambda: _write(tmp_path, blobs)) == "sync.part_full"
    assert not list((tmp_path / "AKB").glob("*")) if (tmp_path / "AKB").exists() else True


EXPORTER = """
import sys
from pathlib import Path
from tests.unit.sync import exchange_world as w
here = w.world()
made, photos = w.entries(400), tuple(w.blob(bytes([at]) * 400_000) for at in range(40))
folder = Path(sys.argv[1])
print("ready", flush=True)
for no in range(1, 1000):
    w.export(folder, made, photos, no=no)
"""


def test_46_kill_9_during_export_never_leaves_a_partial_final_file(tmp_path):
    root = Path(__file__).resolve().parents[3]
    whole = partial = 0
    for attempt in range(12):
        folder = tmp_path / str(attempt)
        folder.mkdir()
        command = [sys.executable, "-c", EXPORTER, str(folder)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=root) as process:
            process.stdout.readline()
            wanted = 2_000 + attempt * 1_400_000
            while not any(path.stat().st_size >= wanted for path in _existing(folder)) and process.poll() is None:
                pass
            process.send_signal(signal.SIGKILL)
        for path in _existing(folder):
            partial += path.name.endswith(".part")
            if path.name.endswith(".akb"):
                whole += 1
                assert path.stat().st_size > 16_000_000
    assert partial > 0
    assert whole + partial > 0


def _existing(folder):
    found = []
    for path in folder.glob("AKB/*"):
        try:
            path.stat()
        except FileNotFoundError:
            continue
        found.append(path)
    return found


def test_small_files_are_written_whole_and_never_over_another(tmp_path):
    path = tmp_path / "request.ake"
    write_small(path, b"data")
    assert read_small(path, 4) == b"data"
    assert path.stat().st_mode & 0o777 == 0o600
    assert w.refused(lambda: write_small(path, b"other")) == "sync.name_taken"
    assert w.refused(lambda: read_small(path, 3)) == "sync.limit"
    assert w.refused(lambda: write_small(tmp_path / "new", b"x", Faulty("settle", errno.ENOSPC))) == "sync.media_full"
    assert w.refused(lambda: read_small(tmp_path, 3)) == "sync.not_a_file"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["request.ake"]
