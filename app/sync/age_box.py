"""Encryption of a bundle: standard age v1 with X25519 recipients. Nothing else in Pana knows pyrage.

A later issue replaces the inside of this module by the post-quantum recipient; its functions stay.
Plaintext exists in memory only: what is decrypted is never written to a file.
"""

import io
from collections.abc import Sequence
from typing import BinaryIO, NamedTuple, Protocol

import pyrage

from app.base.errors import Trouble
from app.sync import limits

_VERSION = b"age-encryption.org/v1\n"
_NONCE_BYTES = 16
_TAG_BYTES = 16
_CHUNK_BYTES = 64 * 1024
_LINE_BYTES = 4096
_NO_KEY = "No matching keys found"  # pyrage has one exception class only; a test holds these two texts
_BAD_CHUNK = "decryption error"


class Source(Protocol):
    """What can be read in pieces."""

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes; none at the end."""
        ...


class Sink(Protocol):
    """What can be written to."""

    def write(self, data: bytes, /) -> int:
        """Write all of it."""
        ...

    def flush(self) -> None:
        """Pass on what is held back."""
        ...


class Identity(NamedTuple):
    """A key pair for encryption: the secret is kept in the encrypted store, the recipient is given to others."""

    secret: str
    recipient: str


def new_identity() -> Identity:
    """A new key pair."""
    fresh = pyrage.x25519.Identity.generate()
    return Identity(str(fresh), str(fresh.to_public()))


def is_recipient(text: str) -> bool:
    """True when the text is a recipient that bundles can be encrypted to."""
    try:
        return str(pyrage.x25519.Recipient.from_str(text)) == text
    except pyrage.RecipientError:
        return False


def encrypted_size(plain_bytes: int, recipients: int) -> int:
    """An upper bound of the encrypted size, in bytes."""
    chunks = plain_bytes // _CHUNK_BYTES + 1
    return plain_bytes + chunks * _TAG_BYTES + _NONCE_BYTES + 1024 + 256 * recipients


class _Reader:
    """A source that remembers its exception, because pyrage would turn it into text."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self.error: BaseException | None = None

    def read(self, size: int = -1) -> bytes:
        """The next bytes of the source."""
        try:
            return self._source.read(size)
        except BaseException as error:
            self.error = error
            raise


class _Writer:
    """A sink that remembers its exception, for the same reason."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self.error: BaseException | None = None

    def write(self, data: bytes) -> int:
        """Write all of it."""
        try:
            return self._sink.write(data)
        except BaseException as error:
            self.error = error
            raise

    def flush(self) -> None:
        """Nothing is held back here."""


class _Bounded(io.BytesIO):
    """Plaintext in memory, up to a limit."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self._room = limit
        self.count = 0

    def write(self, data: object, /) -> int:
        """Keep the bytes, or refuse when there are too many."""
        raw = bytes(data)  # type: ignore[call-overload]
        self.count += len(raw)
        if self.count > self._room:
            raise Trouble("sync.limit", what="plaintext")
        return super().write(raw)


def encrypt(source: Source, destination: Sink, recipients: Sequence[str]) -> None:
    """Encrypt a stream to several recipients; an exception of either stream comes through as it is."""
    keys = [pyrage.x25519.Recipient.from_str(text) for text in recipients]
    reader, writer = _Reader(source), _Writer(destination)
    try:
        pyrage.encrypt_io(reader, writer, keys)
    except (pyrage.EncryptError, OSError):
        raise_held(reader.error, writer.error)
        raise


def raise_held(*errors: BaseException | None) -> None:
    """Raise the first exception that a stream has kept, if there is one."""
    for error in errors:
        if error is not None:
            raise error


def decrypt(source: BinaryIO, identity: str, *, limit: int = limits.PLAIN_BYTES) -> memoryview:
    """Decrypt a seekable file into memory; the end of the age stream has been reached and authenticated.

    *Trouble*: `sync.bundle_format`, `sync.bundle_truncated`, `sync.bundle_corrupt`, `sync.not_for_us`, `sync.limit`.
    """
    size = source.seek(0, io.SEEK_END)
    source.seek(0)
    header = header_bytes(source)
    if size < header + _NONCE_BYTES + _TAG_BYTES:
        raise Trouble("sync.bundle_truncated")
    if size > encrypted_size(limit, limits.AGE_STANZAS) + header:
        raise Trouble("sync.limit", what="file")
    source.seek(0)
    plain = _Bounded(limit)
    writer = _Writer(plain)
    try:
        pyrage.decrypt_io(source, writer, [pyrage.x25519.Identity.from_str(identity)])
    except pyrage.DecryptError as error:
        raise_held(writer.error)
        raise Trouble("sync.not_for_us" if str(error) == _NO_KEY else "sync.bundle_corrupt") from None
    except OSError as error:
        raise_held(writer.error)
        if str(error) != _BAD_CHUNK:
            raise
        raise Trouble(_damage(size - header, plain.count)) from None
    return plain.getbuffer()


def _damage(payload: int, decrypted: int) -> str:
    """Say whether the last chunk failed (cut off) or one before it (damaged)."""
    done = decrypted + decrypted // _CHUNK_BYTES * _TAG_BYTES
    rest = payload - _NONCE_BYTES - done
    return "sync.bundle_truncated" if rest <= _CHUNK_BYTES + _TAG_BYTES else "sync.bundle_corrupt"


def header_bytes(source: BinaryIO) -> int:
    """Check the shape of the age header before the library sees it, and give its length.

    *Trouble*: `sync.bundle_format`, `sync.bundle_truncated`, `sync.limit`.
    """
    if source.read(len(_VERSION)) != _VERSION:
        raise Trouble("sync.bundle_format", cause="age_version")
    total, stanzas = len(_VERSION), 0
    while True:
        line = source.readline(_LINE_BYTES)
        total += len(line)
        if total > limits.AGE_HEADER_BYTES or stanzas > limits.AGE_STANZAS:
            raise Trouble("sync.limit", what="age_header")
        if not line.endswith(b"\n"):
            raise Trouble("sync.bundle_truncated" if len(line) < _LINE_BYTES else "sync.bundle_format")
        if line.startswith(b"---"):
            return total
        if line.startswith(b"-> "):
            stanzas += 1
            _refuse_passphrase(line)


def _refuse_passphrase(stanza: bytes) -> None:
    if stanza.split()[1:2] == [b"scrypt"]:
        raise Trouble("sync.bundle_format", cause="age_scrypt")
