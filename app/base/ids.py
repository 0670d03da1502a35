"""Identifiers: UUIDv7 text, whose uniqueness does not depend on the clock (74 random bits)."""

import re
import secrets
import uuid

OFFICE = re.compile(r"^[A-Z]{3}[0-9]{2}\Z")
REPLICA = re.compile(r"^[A-Z]{3}[0-9]{2}-S[0-9]{1,2}\Z")
USER = re.compile(r"^[a-z0-9-]{1,32}\Z")


def uuid7(unix_ms: int) -> str:
    """A new lower-case UUIDv7 for a moment in milliseconds (RFC 9562, 5.7)."""
    value = (unix_ms & ((1 << 48) - 1)) << 80
    value |= 0x7 << 76
    value |= secrets.randbits(12) << 64
    value |= 0b10 << 62
    value |= secrets.randbits(62)
    return str(uuid.UUID(int=value))
