"""The only import of the SQLCipher driver, loaded so that it can never silently be plain SQLite.

The driver's wheel for Linux exports its `sqlite3_*` symbols and binds them globally: when another libsqlite3 already
stands in the global scope (LD_PRELOAD, some GTK stacks), it would run on that one, accept the key and write plain text.
RTLD_DEEPBIND makes it prefer its own; `prove` then asks the running library. Not here: pragmas of a database
(`engine.py`).
"""

import os
import sys
from functools import cache
from types import ModuleType

from app.base.errors import Trouble

LEAST_SQLITE = (3, 51, 3)  # older ones may corrupt a database when a WAL is reset (sqlite.org/wal.html#walresetbug)


def _load() -> ModuleType:
    if sys.platform != "linux":
        from sqlcipher3 import dbapi2

        return dbapi2  # type: ignore[no-any-return]
    before = sys.getdlopenflags()
    sys.setdlopenflags(os.RTLD_NOW | os.RTLD_DEEPBIND)
    try:
        from sqlcipher3 import dbapi2
    finally:
        sys.setdlopenflags(before)
    return dbapi2  # type: ignore[no-any-return]


dbapi2 = _load()


@cache
def prove() -> str:
    """The version of SQLCipher that runs.

    Trouble: store.no_encryption when the library that answers is plain SQLite or too old.
    """
    connection = dbapi2.connect(":memory:")
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        answer = connection.execute("PRAGMA cipher_version").fetchone()
        running = connection.execute("SELECT sqlite_version()").fetchone()[0]
    finally:
        connection.close()
    if not answer or tuple(int(part) for part in running.split(".")[:3]) < LEAST_SQLITE:
        raise Trouble("store.no_encryption")
    return str(answer[0])
