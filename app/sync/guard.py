"""The one place where any exception raised while reading foreign bytes becomes a `Trouble` (`exchange.md`, 4).

Nothing of the bytes themselves goes into the trouble: they may be personal data.
"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from app.base.errors import Trouble

_JOURNAL = {
    "journal.line": "sync.bundle_format",
    "journal.non_canonical": "sync.non_canonical",
    "journal.payload_mismatch": "sync.chain_broken",
    "chain.foreign": "sync.chain_broken",
    "chain.gap": "sync.chain_broken",
    "chain.broken": "sync.chain_broken",
}
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}


@contextmanager
def refusing(condition: str) -> Iterator[None]:
    """Turn whatever goes wrong while foreign bytes are read into one condition.

    *Trouble*: the condition given, those of `app.sync` as they are, `sync.limit`, `sync.media_*`.
    """
    try:
        yield
    except Trouble as trouble:
        raise Trouble(_JOURNAL.get(trouble.condition, trouble.condition), **trouble.facts) from None
    except OSError as error:
        raise media_trouble(error) from None
    except MemoryError:
        raise Trouble("sync.limit", what="memory") from None
    except Exception as error:  # noqa: BLE001 - the parsers of four libraries raise more kinds than can be listed
        raise Trouble(condition, cause=type(error).__name__) from None


@contextmanager
def on_media() -> Iterator[None]:
    """Turn an error of the disk or stick into its condition.

    *Trouble*: `sync.media_full`, `sync.read_only`, `sync.media_lost`.
    """
    try:
        yield
    except OSError as error:
        raise media_trouble(error) from error


def media_trouble(error: OSError) -> Trouble:
    """The condition of an error of the disk or stick."""
    if error.errno in _FULL:
        return Trouble("sync.media_full")
    if error.errno in _READ_ONLY:
        return Trouble("sync.read_only")
    return Trouble("sync.media_lost")
