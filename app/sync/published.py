"""Data that somebody publishes for every office (the working calendar): who signed it. Not here: what it says."""

from app.base.errors import Trouble
from app.sync.keys import verifies

_KEY_BYTES, _SIGNATURE_BYTES = 32, 64


def check_published(content: bytes, signature: bytes, key: bytes) -> None:
    """Hold published data against the signature that stands beside it (Ed25519 over the bytes as they are).

    *Shape*: `key` is the publisher's public key of 32 bytes.
    *Trouble*: `published.signature`.
    """
    whole = len(key) == _KEY_BYTES and len(signature) == _SIGNATURE_BYTES
    if not whole or not verifies(key, content, signature):
        raise Trouble("published.signature")
