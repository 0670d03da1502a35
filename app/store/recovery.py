"""The recovery code on the sheet in the safe: 160 random bits as 36 characters in six groups.

Not here: the slot that it opens (`slots.py`) and the sheet itself (`forms`).
"""

import hashlib
import secrets

from app.base.errors import Trouble

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U
SECRET_BYTES = 20
_CHECK_BYTES = 2
_CHARACTERS = 36
_GROUP = 6
_LOOK_ALIKES = str.maketrans({"O": "0", "I": "1", "L": "1"})
_IGNORED = str.maketrans("", "", " \t\r\n-\u00a0\u2010\u2011\u2012\u2013\u2014\u2212_.")


def new_secret() -> bytes:
    """160 random bits."""
    return secrets.token_bytes(SECRET_BYTES)


def write(secret: bytes) -> str:
    """The code of a secret, as it is printed.

    Shape: XXXXXX-XXXXXX-XXXXXX-XXXXXX-XXXXXX-XXXXXX.
    """
    value = int.from_bytes(secret + _check(secret), "big")
    characters = "".join(ALPHABET[value >> shift & 31] for shift in range((_CHARACTERS - 1) * 5, -1, -5))
    return "-".join(characters[start : start + _GROUP] for start in range(0, _CHARACTERS, _GROUP))


def parse(code: str) -> bytes:
    """The secret of a typed code; case, spaces and dashes do not matter, O is read as 0, I and L as 1.

    Trouble: store.recovery_mistyped when a character is missing or wrong.
    """
    characters = code.translate(_IGNORED).upper().translate(_LOOK_ALIKES)
    if len(characters) != _CHARACTERS or any(character not in ALPHABET for character in characters):
        raise Trouble("store.recovery_mistyped")
    value = 0
    for character in characters:
        value = value << 5 | ALPHABET.index(character)
    if value >> (SECRET_BYTES + _CHECK_BYTES) * 8:
        raise Trouble("store.recovery_mistyped")
    data = value.to_bytes(SECRET_BYTES + _CHECK_BYTES, "big")
    secret, check = data[:SECRET_BYTES], data[SECRET_BYTES:]
    if _check(secret) != check:
        raise Trouble("store.recovery_mistyped")
    return secret


def _check(secret: bytes) -> bytes:
    return hashlib.sha256(b"pana recovery check 1" + secret).digest()[:_CHECK_BYTES]
