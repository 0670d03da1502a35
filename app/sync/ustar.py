"""A strict ustar archive: one shape of header only, written and read here.

The reader rebuilds every header from name and size and requires equal bytes, which refuses links, pax and GNU
headers, devices and odd modes without looking at them.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from app.base.errors import Trouble

BLOCK = 512
END = bytes(2 * BLOCK)
_NAME = re.compile(rb"[A-Za-z0-9][A-Za-z0-9_./-]{0,98}")
_SIZE = re.compile(rb"[0-7]{11,12}\0?")


class Member(NamedTuple):
    """One file of an archive; `data` is a window on the archive, not a copy."""

    name: str
    data: memoryview


def header(name: str, size: int) -> bytes:
    """The header block of a plain file."""
    fields = (
        name.encode("ascii").ljust(100, b"\0"),
        b"0000644\0" + b"0000000\0" + b"0000000\0",
        b"%011o\0" % size,
        b"%011o\0" % 0,
        b" " * 8,
        b"0".ljust(101, b"\0"),
        b"ustar\0" + b"00",
        bytes(64) + b"0000000\0" + b"0000000\0",
        bytes(155 + 12),
    )
    block = b"".join(fields)
    return block[:148] + b"%06o\0 " % sum(block) + block[156:]


def padding(size: int) -> bytes:
    """The zeros that fill the last block of a file."""
    return bytes(-size % BLOCK)


def stored_size(size: int) -> int:
    """The bytes that a file of this size takes in an archive."""
    return BLOCK + size + -size % BLOCK


def pack(members: list[tuple[str, bytes]]) -> bytes:
    """A small archive as bytes."""
    parts = [header(name, len(data)) + data + padding(len(data)) for name, data in members]
    return b"".join(parts) + END


class Archive:
    """An archive read from front to back; `condition` is the trouble for bytes that are not one of ours."""

    def __init__(self, data: memoryview, condition: str = "sync.bundle_format") -> None:
        self._data = data
        self._at = 0
        self._condition = condition

    def next(self, limit: Callable[[str], int]) -> Member | None:
        """The next file, or None at the proper end; `limit` gives the largest size allowed for a name.

        *Trouble*: `sync.limit`, and the archive's condition.
        """
        block = bytes(self._take(BLOCK))
        if block == bytes(BLOCK):
            self._end()
            return None
        name, size = self._name(block[:100]), self._size(block[124:136])
        if size > limit(name):
            raise Trouble("sync.limit", what="member")
        if block != header(name, size):
            raise Trouble(self._condition, cause="tar_header")
        data = self._take(size)
        if any(self._take(-size % BLOCK)):
            raise Trouble(self._condition, cause="tar_padding")
        return Member(name, data)

    def expect(self, name: str, limit: int) -> memoryview:
        """The next file, which must have this name.

        *Trouble*: `sync.limit`, and the archive's condition.
        """
        member = self.next(lambda found: limit if found == name else self._refuse_order())
        if member is None:
            raise Trouble(self._condition, cause="tar_order")
        return member.data

    def close(self) -> None:
        """Require that the archive ends here, with two zero blocks and nothing after them.

        *Trouble*: the archive's condition.
        """
        self.next(lambda _: self._refuse_order())

    def _refuse_order(self) -> int:
        raise Trouble(self._condition, cause="tar_order")

    def _take(self, size: int) -> memoryview:
        if size > len(self._data) - self._at:
            raise Trouble(self._condition, cause="tar_short")
        self._at += size
        return self._data[self._at - size : self._at]

    def _end(self) -> None:
        if bytes(self._data[self._at :]) != bytes(BLOCK):
            raise Trouble(self._condition, cause="tar_end")

    def _name(self, field: bytes) -> str:
        name = field.rstrip(b"\0")
        if not _NAME.fullmatch(name) or b".." in name:
            raise Trouble(self._condition, cause="tar_name")
        return name.decode("ascii")

    def _size(self, field: bytes) -> int:
        if field[0] & 0x80:
            return int.from_bytes(field[1:])
        if not _SIZE.fullmatch(field):
            raise Trouble(self._condition, cause="tar_size")
        return int(field.rstrip(b"\0"), 8)
