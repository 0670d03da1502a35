"""Identifiers: UUIDv7 text, whose uniqueness does not depend on the clock (62 random bits and a counter)."""

import re
import secrets
import threading
import uuid

OFFICE = re.compile(r"^[A-Z]{3}[0-9]{2}\Z")
REPLICA = re.compile(r"^[A-Z]{3}[0-9]{2}-S[0-9]{1,2}\Z")
USER = re.compile(r"^[a-z0-9-]{1,32}\Z")


class _Counter:
    """Orders the ids of one millisecond (RFC 9562, 6.2): persons of a file keep the order of listing."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._ms = -1
        self._next = 0

    def next(self, unix_ms: int) -> int:
        with self._lock:
            if unix_ms != self._ms:
                self._ms, self._next = unix_ms, secrets.randbits(9)
            self._next += 1
            return self._next & 0xFFF


_counter = _Counter()


def uuid7(unix_ms: int) -> str:
    """A new lower-case UUIDv7 for a moment in milliseconds (RFC 9562, 5.7); those of one moment sort as made."""
    value = (unix_ms & ((1 << 48) - 1)) << 80
    value |= 0x7 << 76
    value |= _counter.next(unix_ms) << 64
    value |= 0b10 << 62
    value |= secrets.randbits(62)
    return str(uuid.UUID(int=value))
