"""Opening and closing the encrypted databases of a store, and what their errors mean; nothing else knows the key.

A database has two SQLAlchemy engines: `writer`, one connection, every transaction BEGIN IMMEDIATE; and `reader`, whose
connections refuse to write. Not here: tables (`tables.py`), what is written (`unit.py`), key slots (`slots.py`).
"""

import contextlib
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.pool import PoolProxiedConnection, QueuePool

from app.base.errors import Trouble
from app.store import places, sqlcipher
from app.store.places import folder_warnings
from app.store.slots import StoreKeys

__all__ = [
    "APPLICATION_ID", "REGISTER", "SCHEMA", "Databases", "check_integrity", "folder_warnings", "guarded",
    "open_database", "open_register", "translate",
]  # fmt: skip

REGISTER = "register.db"
SCHEMA = 1
APPLICATION_ID = 0x50414E41  # "PANA"
_PLAIN_HEADER = b"SQLite format 3\x00"
_PAGE_BYTES = 4096
_CACHE_KIB = 64 * 1024
_BUSY_MS = 5_000
_NO_ROOM_BYTES = 256 * 1024
_READERS = 4
_MORE_READERS = 4  # one that asks while others read, from a nested block too

_CONDITIONS = {
    "SQLITE_NOTADB": "store.wrong_key",
    "SQLITE_CORRUPT": "store.damaged",
    "SQLITE_FULL": "store.disk_full",
    "SQLITE_READONLY": "store.read_only",
    "SQLITE_PERM": "store.read_only",
    "SQLITE_CANTOPEN": "store.io",
    "SQLITE_BUSY": "store.busy",
    "SQLITE_LOCKED": "store.busy",
    "SQLITE_IOERR": "store.io",
}
_PRAGMAS = (
    "foreign_keys = ON",
    "secure_delete = ON",
    "temp_store = MEMORY",
    f"cache_size = -{_CACHE_KIB}",
    f"busy_timeout = {_BUSY_MS}",
    "synchronous = FULL",
    "trusted_schema = OFF",
)


@dataclass(frozen=True)
class Databases:
    """One encrypted database, open for one writer and some readers."""

    path: Path
    writer: sa.Engine
    reader: sa.Engine

    def close(self) -> None:
        """Give all connections back; the last one folds the write-ahead log into the file."""
        self.reader.dispose()
        self.writer.dispose()


def open_register(folder: Path, keys: StoreKeys, *, create: bool = False, read_only: bool = False) -> Databases:
    """Open the register of a store, or make an empty one.

    Trouble: as `open_database`.
    """
    return open_database(folder / REGISTER, keys.database, create=create, read_only=read_only)


def open_database(path: Path, key: bytes, *, create: bool = False, read_only: bool = False) -> Databases:
    """Open one encrypted database of a store with its raw key, or make an empty one.

    Trouble: store.no_encryption, store.exists, store.missing, store.truncated, store.not_ours, store.wrong_key,
    store.damaged, store.newer_program, store.read_only, store.disk_full, store.busy, store.io.
    """
    sqlcipher.prove()
    with guarded(path.parent):
        _check_new(path) if create else _check_file(path)
        mode = _mode(path, read_only)
        opener = _Opener(path, key, mode)
        if create:
            _make(path, opener)
        databases = Databases(path, _writer(opener, path), _reader(opener, path))
        try:
            _check_mark(databases)
        except BaseException:
            databases.close()
            raise
    return databases


def translate(error: BaseException, folder: Path | None = None) -> Trouble | None:
    """The condition behind an error of the driver, of SQLAlchemy or of the file system; None when it is a bug.

    With the folder, a full disk and a closed folder are told from other failures.
    """
    if isinstance(error, Trouble):
        return error
    if isinstance(error, OSError):
        return places.translate_os(error)
    if isinstance(error, sa.exc.TimeoutError):
        return Trouble("store.busy")
    cause = error.orig if isinstance(error, sa.exc.DBAPIError) else error
    if not isinstance(cause, sqlcipher.dbapi2.Error):
        return None
    name = str(getattr(cause, "sqlite_errorname", ""))
    condition = next((said for code, said in _CONDITIONS.items() if name == code or name.startswith(code + "_")), None)
    if condition == "store.io" and folder is not None:
        condition = _why_io(folder)
    return Trouble(condition) if condition else None


@contextlib.contextmanager
def guarded(folder: Path | None = None) -> Iterator[None]:
    """Turn errors of the machine into a Trouble and let everything else pass as it is."""
    try:
        yield
    except (sqlcipher.dbapi2.Error, sa.exc.DBAPIError, OSError) as error:
        trouble = translate(error, folder)
        if trouble is None:
            raise
        raise trouble from error


def take_back(connection: sa.Connection) -> None:
    """Roll back what a connection has not committed, whatever it says of itself.

    After a COMMIT that failed `in_transaction()` is false and SQLite may hold the transaction open; only when this was
    called does the pool roll back as it takes the connection in.
    """
    connection.rollback()


def check_integrity(engine: sa.Engine) -> list[str]:
    """Every complaint of both checks, the cipher's and SQLite's; each sees damage that the other misses."""
    found: list[str] = []
    for name in ("cipher_integrity_check", "integrity_check"):
        try:
            rows = _asked_anew(engine, f"PRAGMA {name}")
        except (Trouble, sqlcipher.dbapi2.Error) as error:
            found.append(f"{name}: {error}")
        else:
            found += [f"{name}: {row[0]}" for row in rows if row[0] != "ok"]
    return found


def _asked_anew(engine: sa.Engine, statement: str) -> list[Any]:
    """The answer of a connection that has seen nothing before.

    WORKAROUND SQLite 3.53: in a connection that saw an older FTS5 index, integrity_check reads segments that a merge
    has taken away since, and calls a whole index corrupt.
    """
    pool = engine.pool.recreate()
    try:
        with guarded():
            connection = pool.connect()
            try:
                cursor = connection.cursor()
                cursor.execute(statement)
                return list(cursor.fetchall())
            finally:
                connection.close()
    finally:
        pool.dispose()


class _Pool(QueuePool):
    """Connections of one database; who waits too long for one hears that the store is busy."""

    def connect(self) -> PoolProxiedConnection:
        try:
            return super().connect()
        except sa.exc.TimeoutError as error:
            raise Trouble("store.busy") from error


class _Opener:
    """Makes connections of one database: key first, then the pragmas."""

    def __init__(self, path: Path, key: bytes, mode: str) -> None:
        if len(key) != 32:
            raise ValueError("a raw key has 32 bytes")
        self._path, self._key, self.mode = path, key, mode

    @property
    def writes(self) -> bool:
        return self.mode in {"rw", "rwc"}

    def connect(self, query_only: bool, mode: str = "") -> Any:
        uri = f"{self._path.absolute().as_uri()}?mode={mode or self.mode}"
        connection = sqlcipher.dbapi2.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
        try:
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute(f"PRAGMA key = \"x'{self._key.hex()}'\"")
            connection.execute("PRAGMA cipher_memory_security = OFF")
            for pragma in _PRAGMAS:
                connection.execute(f"PRAGMA {pragma}")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            if query_only:
                connection.execute("PRAGMA query_only = ON")
        except BaseException:
            connection.close()
            raise
        return connection


def _check_new(path: Path) -> None:
    if path.exists():
        raise Trouble("store.exists")


def _check_file(path: Path) -> None:
    """Look at a file before SQLite does: it would take an empty one for a new database."""
    if not path.is_file():
        raise Trouble("store.missing")
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(len(_PLAIN_HEADER))
    if head == _PLAIN_HEADER:
        raise Trouble("store.not_ours")
    # After a crash in a checkpoint the last page may be half written; the log then still holds it whole.
    if size < _PAGE_BYTES or (size % _PAGE_BYTES and not _has_log(path)):
        raise Trouble("store.truncated")


def _has_log(path: Path) -> bool:
    log = path.with_name(path.name + "-wal")
    return log.is_file() and log.stat().st_size > 0


def _mode(path: Path, read_only: bool) -> str:
    """How SQLite shall open the file: a folder that cannot be written needs `immutable`, safe only without a log."""
    writable = os.access(path.parent, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))
    if not read_only:
        if not writable:
            raise Trouble("store.read_only")
        return "rw"
    if writable:
        return "ro"
    if _has_log(path):
        raise Trouble("store.read_only")
    return "ro&immutable=1"


def _make(path: Path, opener: _Opener) -> None:
    """Write the first page, see that it is encrypted, and only then turn the log on."""
    try:
        connection = opener.connect(query_only=False, mode="rwc")
        try:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {SCHEMA}")
            with path.open("rb") as file:
                if file.read(len(_PLAIN_HEADER)) == _PLAIN_HEADER:
                    raise Trouble("store.no_encryption")
            connection.execute("PRAGMA journal_mode = WAL")
        finally:
            connection.close()
        places.sync_folder(path.parent)
    except BaseException:
        for name in (path.name, f"{path.name}-journal", f"{path.name}-wal", f"{path.name}-shm"):
            path.with_name(name).unlink(missing_ok=True)
        raise


def _check_mark(databases: Databases) -> None:
    with databases.writer.connect() as connection:
        application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    if application != APPLICATION_ID:
        raise Trouble("store.not_ours")
    if version > SCHEMA:
        raise Trouble("store.newer_program", version=version, known=SCHEMA)


def _engine(opener: _Opener, path: Path, query_only: bool, size: int, more: int = 0) -> sa.Engine:
    engine = sa.create_engine(
        "sqlite+pysqlite://",
        module=sqlcipher.dbapi2,
        creator=lambda: opener.connect(query_only),
        poolclass=_Pool,
        pool_size=size,
        max_overflow=more,
        hide_parameters=True,  # they are personal data, and an error's text goes into the log
    )

    def on_error(context: sa.ExceptionContext) -> None:
        trouble = translate(context.original_exception, path.parent)
        if trouble is not None:
            raise trouble from context.original_exception

    event.listen(engine, "handle_error", on_error)
    return engine


def _writer(opener: _Opener, path: Path) -> sa.Engine:
    engine = _engine(opener, path, not opener.writes, 1)
    # Taking the lock at the start turns a late conflict into an early wait.
    begin = "BEGIN IMMEDIATE" if opener.writes else "BEGIN"
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


def _reader(opener: _Opener, path: Path) -> sa.Engine:
    engine = _engine(opener, path, True, _READERS, _MORE_READERS)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    return engine


def _why_io(folder: Path) -> str:
    if not os.access(folder, os.W_OK):
        return "store.read_only"
    with contextlib.suppress(OSError):
        if shutil.disk_usage(folder).free < _NO_ROOM_BYTES:
            return "store.disk_full"
    return "store.io"
