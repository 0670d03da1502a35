import contextlib
import os
import secrets
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.base.errors import Trouble
from app.store import engine, places, sqlcipher
from app.store.slots import StoreKeys

SECRET = "Қожа-Ахмет Файзуллаев 1987 secret marker"
ROOT = Path(__file__).resolve().parents[3]
METADATA = sa.MetaData()
PERSON = sa.Table("person", METADATA, sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.String))
CHILD = sa.Table("child", METADATA, sa.Column("parent", sa.ForeignKey("person.id"), nullable=False))


@pytest.fixture(scope="module")
def keys():
    return StoreKeys(*(secrets.token_bytes(32) for _ in range(5)))


@pytest.fixture
def closing():
    with contextlib.ExitStack() as stack:

        def opened(databases):
            stack.callback(databases.close)
            return databases

        yield opened


@pytest.fixture
def filled(tmp_path, keys):
    fill(tmp_path, keys, 2_000)
    return tmp_path


def fill(folder, keys, rows):
    databases = engine.open_register(folder, keys, create=True)
    with databases.writer.begin() as connection:
        METADATA.create_all(connection)
        connection.execute(PERSON.insert(), [{"id": n, "name": f"{SECRET} {n}"} for n in range(rows)])
    databases.close()


def condition(call, *arguments, **named):
    with pytest.raises(Trouble) as caught:
        call(*arguments, **named)
    return caught.value.condition


def flip(path, place):
    data = bytearray(path.read_bytes())
    data[place] ^= 0x10
    path.write_bytes(data)


@contextlib.contextmanager
def disk(folder, options):
    """A small disk of its own (needs root on Linux)."""
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], capture_output=True, check=False
    )
    if done.returncode:
        pytest.skip("this account may not mount")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


can_mount = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="mounting needs root")


def test_pragmas_are_as_the_design_wants(tmp_path, keys, closing):
    databases = closing(engine.open_register(tmp_path, keys, create=True))
    wanted = {
        "journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "temp_store": 2,
        "cache_size": -65536, "busy_timeout": 5000, "application_id": 0x50414E41, "user_version": engine.SCHEMA,
    }  # fmt: skip
    for side, query_only in ((databases.writer, 0), (databases.reader, 1)):
        with side.connect() as connection:
            for name, value in {**wanted, "query_only": query_only}.items():
                assert connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() == value, name
    assert sqlcipher.prove().startswith("4.")


def test_what_is_written_is_read_by_the_reader_at_once_and_after_reopening(filled, keys, closing):
    databases = closing(engine.open_register(filled, keys))
    with databases.writer.begin() as connection:
        connection.execute(PERSON.insert().values(id=9_999, name="new"))
        with databases.reader.connect() as other:
            assert other.execute(sa.select(sa.func.count()).select_from(PERSON)).scalar_one() == 2_000
    with databases.reader.connect() as other:
        assert other.execute(sa.select(sa.func.count()).select_from(PERSON)).scalar_one() == 2_001


def test_the_reader_cannot_write_and_foreign_keys_hold(filled, keys, closing):
    databases = closing(engine.open_register(filled, keys))
    assert condition(run, databases.reader, PERSON.insert().values(id=5_000, name="x")) == "store.read_only"
    with pytest.raises(sa.exc.IntegrityError):
        run(databases.writer, CHILD.insert().values(parent=77_777))


def run(side, statement):
    with side.begin() as connection:
        connection.execute(statement)


def test_a_failed_transaction_leaves_nothing_and_savepoints_work(filled, keys, closing):
    databases = closing(engine.open_register(filled, keys))
    with pytest.raises(ZeroDivisionError), databases.writer.begin() as connection:
        connection.execute(PERSON.delete())
        raise ZeroDivisionError
    with databases.writer.begin() as connection:
        with contextlib.suppress(ZeroDivisionError), connection.begin_nested():
            connection.execute(PERSON.delete())
            raise ZeroDivisionError
        connection.execute(PERSON.insert().values(id=5_000, name="x"))
    with databases.reader.connect() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(PERSON)).scalar_one() == 2_001


def test_no_plain_text_stands_in_any_file_even_with_a_hot_log(filled, keys, closing):
    databases = closing(engine.open_register(filled, keys))
    run(databases.writer, PERSON.insert().values(id=9_000, name=SECRET))
    files = [path for path in filled.iterdir() if path.stat().st_size]
    assert {"register.db", "register.db-wal"} <= {path.name for path in files}
    for path in files:
        data = path.read_bytes()
        for trace in (SECRET.encode(), SECRET.encode("utf-16-le"), b"secret marker", b"CREATE TABLE", keys.database):
            assert trace not in data, path.name
    assert not (filled / "register.db").read_bytes().startswith(b"SQLite format 3")


def test_the_wrong_key_and_a_garbage_file_are_refused(filled, keys):
    other = StoreKeys(*(secrets.token_bytes(32) for _ in range(5)))
    assert condition(engine.open_register, filled, other) == "store.wrong_key"
    (filled / "register.db").write_bytes(secrets.token_bytes(40_960))
    assert condition(engine.open_register, filled, keys) == "store.wrong_key"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "store.truncated"),
        (b"x", "store.truncated"),
        (b"x" * 5_000, "store.truncated"),
        (b"SQLite format 3\x00" + bytes(8_176), "store.not_ours"),
        (None, "store.missing"),
    ],
)
def test_a_file_that_is_no_register_is_refused_and_left_as_it_is(tmp_path, keys, content, expected):
    path = tmp_path / "register.db"
    if content is not None:
        path.write_bytes(content)
    assert condition(engine.open_register, tmp_path, keys) == expected
    assert (path.read_bytes() if path.exists() else None) == content
    assert [item.name for item in tmp_path.iterdir()] == ([] if content is None else ["register.db"])


def test_a_file_cut_inside_a_page_or_at_a_page_is_noticed(filled, keys, closing):
    path = filled / "register.db"
    whole = path.read_bytes()
    path.write_bytes(whole[:-100])
    assert condition(engine.open_register, filled, keys) == "store.truncated"
    path.write_bytes(whole[: -4096 * 3])
    assert condition(use_all, filled, keys) == "store.damaged"


def use_all(folder, keys):
    databases = engine.open_register(folder, keys)
    try:
        with databases.reader.connect() as connection:
            connection.execute(sa.select(PERSON)).all()
    finally:
        databases.close()


def test_a_flipped_bit_never_gives_a_wrong_answer_and_both_checks_see_it(filled, keys):
    path = filled / "register.db"
    good = path.read_bytes()
    assert checks(filled, keys) == []
    for page in range(1, len(good) // 4096, 6):
        flip(path, page * 4096 + 1_234)
        try:
            found = checks(filled, keys)
            assert any(item.startswith("cipher_integrity_check") for item in found)
            assert any(item.startswith("integrity_check") for item in found)
            with contextlib.suppress(Trouble):
                use_all(filled, keys)
        except Trouble as trouble:
            assert trouble.condition in {"store.damaged", "store.wrong_key"}
        path.write_bytes(good)


def checks(folder, keys):
    databases = engine.open_register(folder, keys)
    try:
        return engine.check_integrity(databases.reader)
    finally:
        databases.close()


def test_a_flipped_bit_in_the_table_is_said_as_damage(filled, keys):
    path = filled / "register.db"
    flip(path, path.stat().st_size // 2)
    assert condition(use_all, filled, keys) == "store.damaged"


@pytest.mark.parametrize(
    ("pragma", "expected"),
    [
        (f"user_version = {engine.SCHEMA + 1}", "store.newer_program"),
        ("application_id = 1196444487", "store.not_ours"),
    ],
)
def test_a_newer_program_and_a_foreign_program_are_told_by_the_mark(filled, keys, pragma, expected):
    databases = engine.open_register(filled, keys)
    with databases.writer.begin() as connection:
        connection.exec_driver_sql(f"PRAGMA {pragma}")
    databases.close()
    assert condition(engine.open_register, filled, keys) == expected


def test_a_new_register_is_not_made_over_an_old_one(filled, keys):
    assert condition(engine.open_register, filled, keys, create=True) == "store.exists"
    assert condition(engine.open_register, filled / "none", keys, create=True) in {"store.io", "store.read_only"}


def test_a_second_writer_waits_and_then_hears_that_the_store_is_busy(filled, keys, closing):
    first = closing(engine.open_register(filled, keys))
    second = closing(engine.open_register(filled, keys))
    with second.writer.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 20")
    with first.writer.begin():
        assert condition(run, second.writer, PERSON.delete()) == "store.busy"
        with second.reader.connect() as connection:
            assert connection.execute(sa.select(sa.func.count()).select_from(PERSON)).scalar_one() == 2_000
    run(second.writer, PERSON.insert().values(id=6_000, name="after"))


def test_who_waits_in_vain_for_a_connection_hears_that_the_store_is_busy(filled, keys, closing):
    databases = closing(engine.open_register(filled, keys))
    for side, many in ((databases.reader, 8), (databases.writer, 1)):
        side.pool._timeout = 0.02
        with contextlib.ExitStack() as held:
            for _ in range(many):
                held.enter_context(side.connect())
            assert condition(side.connect) == "store.busy"
        with side.connect() as connection:
            assert connection.execute(sa.select(sa.func.count()).select_from(PERSON)).scalar_one() == 2_000


def test_an_error_does_not_tell_what_was_to_be_written(filled, keys, closing):
    databases = closing(engine.open_register(filled, keys))
    with pytest.raises(sa.exc.IntegrityError) as caught:
        run(databases.writer, PERSON.insert().values(id=1, name="a name that nobody may read in a log"))
    assert "nobody may read" not in str(caught.value)


def test_read_only_opening_writes_nothing(filled, keys, closing):
    before = (filled / "register.db").read_bytes()
    databases = closing(engine.open_register(filled, keys, read_only=True))
    with databases.reader.connect() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(PERSON)).scalar_one() == 2_000
    assert condition(run, databases.writer, PERSON.delete()) == "store.read_only"
    databases.close()
    assert (filled / "register.db").read_bytes() == before


@can_mount
def test_a_write_protected_disk_is_said_and_can_still_be_read(tmp_path, keys, closing):
    with disk(tmp_path, "size=16m"):
        fill(tmp_path, keys, 100)
        subprocess.run(["mount", "-o", "remount,ro", str(tmp_path)], check=True)
        assert condition(engine.open_register, tmp_path, keys) == "store.read_only"
        databases = closing(engine.open_register(tmp_path, keys, read_only=True))
        with databases.reader.connect() as connection:
            assert connection.execute(sa.select(sa.func.count()).select_from(PERSON)).scalar_one() == 100
        databases.close()
        assert condition(places.write_durably, tmp_path / "keys.json", b"x") == "store.read_only"


def test_a_folder_without_the_right_to_write_is_said(filled, keys):
    filled.chmod(0o500)
    try:
        if os.access(filled, os.W_OK):
            pytest.skip("this account may write everywhere")
        assert condition(engine.open_register, filled, keys) == "store.read_only"
        assert condition(places.write_durably, filled / "keys.json", b"x") == "store.read_only"
    finally:
        filled.chmod(0o700)


@can_mount
def test_a_full_disk_is_said_keeps_what_was_committed_and_works_again_with_room(tmp_path, keys, closing):
    with disk(tmp_path, "size=6m"):
        ballast = tmp_path / "ballast"
        ballast.write_bytes(bytes(1 << 20))
        databases = closing(engine.open_register(tmp_path, keys, create=True))
        with databases.writer.begin() as connection:
            METADATA.create_all(connection)
        kept = insert_until_trouble(databases)
        assert count(databases) == kept
        assert condition(places.write_durably, tmp_path / "keys.json", bytes(1 << 20)) == "store.disk_full"
        assert [item.name for item in tmp_path.iterdir() if item.name.startswith(".")] == []
        ballast.unlink()
        run(databases.writer, PERSON.insert().values(id=10_000_000, name="room"))
        assert count(databases) == kept + 1
        databases.close()
        databases = closing(engine.open_register(tmp_path, keys))
        assert count(databases) == kept + 1
        databases.close()


def insert_until_trouble(databases):
    kept = 0
    for number in range(100_000):
        try:
            run(databases.writer, PERSON.insert().values(id=number, name="x" * 3_000))
            kept += 1
        except Trouble as trouble:
            assert trouble.condition == "store.disk_full"
            return kept
    raise AssertionError("the disk never filled")


def count(databases):
    with databases.reader.connect() as connection:
        return connection.execute(sa.select(sa.func.count()).select_from(PERSON)).scalar_one()


CHILD_HEAD = """
import sys
from pathlib import Path
import sqlalchemy as sa
sys.path.insert(0, sys.argv[2])
folder = Path(sys.argv[1])
"""


def child(script, folder, **environment):
    return subprocess.run(
        [sys.executable, "-c", CHILD_HEAD + textwrap.dedent(script), str(folder), str(ROOT)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **environment},
    )


@pytest.mark.skipif(sys.platform == "win32", reason="no RLIMIT_FSIZE")
def test_a_limit_on_the_size_of_files_fails_the_commit_and_keeps_the_rest(tmp_path, keys):
    fill(tmp_path, keys, 100)
    script = f"""
    import resource, signal
    from app.base.errors import Trouble
    from app.store import engine
    from app.store.slots import StoreKeys
    databases = engine.open_register(folder, StoreKeys(*[bytes.fromhex("{keys.database.hex()}")] * 5))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
    try:
        for n in range(1_000, 9_000):
            with databases.writer.begin() as connection:
                connection.execute(sa.text("INSERT INTO person VALUES (:n, :x)"), {{"n": n, "x": "x" * 3_000}})
    except Trouble as trouble:
        print(trouble.condition, n - 1_000)
    """
    done = child(script, tmp_path)
    assert done.stderr == ""
    said, kept = done.stdout.split()
    assert said in {"store.io", "store.disk_full"}
    databases = engine.open_register(tmp_path, keys)
    assert count(databases) == 100 + int(kept)
    databases.close()


PLAIN_FIRST = """
from app.store import engine, sqlcipher
from app.store.slots import StoreKeys
databases = engine.open_register(folder, StoreKeys(*[bytes(range(32))] * 5), create=True)
with databases.writer.begin() as connection:
    connection.execute(sa.text("CREATE TABLE t (x)"))
databases.close()
print(sqlcipher.prove(), (folder / "register.db").read_bytes()[:6])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only the wheel for Linux binds its symbols globally")
@pytest.mark.parametrize("way", ["RTLD_GLOBAL", "LD_PRELOAD"])
def test_a_plain_sqlite_in_the_global_scope_does_not_take_the_encryption_away(tmp_path, way):
    library = "libsqlite3.so.0"
    if subprocess.run(
        [sys.executable, "-c", f"import ctypes; ctypes.CDLL('{library}')"], check=False, capture_output=True
    ).returncode:
        pytest.skip("this system has no libsqlite3.so.0")
    first = f"import ctypes; ctypes.CDLL('{library}', ctypes.RTLD_GLOBAL)\n" if way == "RTLD_GLOBAL" else ""
    done = child(first + PLAIN_FIRST, tmp_path, **({"LD_PRELOAD": library} if way == "LD_PRELOAD" else {}))
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("4.")
    assert "SQLite" not in done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="only the wheel for Linux binds its symbols globally")
def test_plain_sqlite_behind_the_driver_is_refused_before_anything_is_written(tmp_path):
    script = (
        "import ctypes; ctypes.CDLL('libsqlite3.so.0', ctypes.RTLD_GLOBAL)\nimport sqlcipher3.dbapi2\n" + PLAIN_FIRST
    )
    done = child(script, tmp_path)
    if "libsqlite3.so.0" in done.stderr:
        pytest.skip("this system has no libsqlite3.so.0")
    assert "store.no_encryption" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_bugs_are_not_taken_for_troubles(filled, keys, closing):
    databases = closing(engine.open_register(filled, keys))
    with pytest.raises(sa.exc.OperationalError), engine.guarded(filled), databases.writer.begin() as connection:
        connection.exec_driver_sql("SELECT nonsense FROM nowhere")
    assert engine.translate(KeyError("x")) is None
    assert engine.translate(sa.exc.TimeoutError("pool")).condition == "store.busy"
    assert condition(raise_guarded, OSError(28, "No space left on device")) == "store.disk_full"
    assert condition(raise_guarded, PermissionError(13, "Permission denied")) == "store.read_only"
    assert condition(raise_guarded, OSError(5, "Input/output error")) == "store.io"


def raise_guarded(error):
    with engine.guarded():
        raise error


def test_a_killed_writer_leaves_a_log_that_is_read_at_the_next_opening(tmp_path, keys):
    script = f"""
    import os, signal
    from app.store import engine
    from app.store.slots import StoreKeys
    databases = engine.open_register(folder, StoreKeys(*[bytes.fromhex("{keys.database.hex()}")] * 5), create=True)
    with databases.writer.begin() as connection:
        connection.execute(sa.text("CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT)"))
        connection.execute(sa.text("INSERT INTO person VALUES (1, 'kept')"))
    os.kill(os.getpid(), signal.SIGKILL)
    """
    assert child(script, tmp_path).returncode == -9
    assert (tmp_path / "register.db-wal").stat().st_size > 0
    databases = engine.open_register(tmp_path, keys)
    assert count(databases) == 1
    databases.close()


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("OneDrive - Akimat", "store"), ("onedrive",)),
        (("Dropbox", "store"), ("dropbox",)),
        (("GoogleDrive-a@b.kz", "My Drive"), ("google-drive",)),
        (("YandexDisk", "x"), ("yandex-disk",)),
        (("Яндекс.Диск",), ("yandex-disk",)),
        (("Облако Mail.ru",), ("mail-ru-cloud",)),
        (("Documents", "pana"), ()),
    ],
)
def test_synchronised_folders_are_warned_of(tmp_path, parts, expected):
    assert engine.folder_warnings(tmp_path.joinpath(*parts)) == expected


@pytest.mark.skipif(sys.platform == "win32", reason="Linux names its mounts in /proc")
@pytest.mark.parametrize(
    ("kind", "expected"), [("nfs4", ("network-share",)), ("cifs", ("network-share",)), ("ext4", ())]
)
def test_network_shares_are_warned_of(tmp_path, kind, expected):
    table = tmp_path / "mountinfo"
    place = str(tmp_path / "my share").replace(" ", "\\040")
    table.write_text(
        "22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw\n"
        f"40 22 0:50 / {place} rw,relatime shared:9 - {kind} server:/x rw\n"
    )
    assert engine.folder_warnings(tmp_path / "my share" / "store", table) == expected
    assert engine.folder_warnings(tmp_path / "my", table) == ()


def test_durable_writing_replaces_the_whole_file_for_its_owner_alone(tmp_path):
    path = tmp_path / "keys.json"
    places.write_durably(path, b"one")
    places.write_durably(path, b"two")
    assert path.read_bytes() == b"two"
    assert [item.name for item in tmp_path.iterdir()] == ["keys.json"]
    if sys.platform != "win32":
        assert path.stat().st_mode & 0o777 == 0o600
