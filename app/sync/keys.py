"""The signing key of a workstation (Ed25519), and checking its signatures.

A key is kept as bytes inside the encrypted store; nothing here writes a file. A workstation's key signs only
documents of the formats `akb1` and `ake1` and its own certificate request.
"""

import hashlib

import msgspec
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.x509.oid import NameOID

_SPKI = bytes.fromhex("302a300506032b6570032100")  # SubjectPublicKeyInfo of Ed25519 before its 32 bytes (RFC 8410)
_SIGNS = ("akb1", "ake1")
_AUTHORITY_SIGNS = ("akr1",)


class _Headline(msgspec.Struct):
    format: str


def public_bytes(key: Ed25519PublicKey) -> bytes:
    """The 32 bytes of a public key."""
    return key.public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)


def key_id(public: bytes) -> str:
    """The SHA-256 of a public key's SubjectPublicKeyInfo, by which a manifest names its signer."""
    return hashlib.sha256(_SPKI + public).hexdigest()


def verifies(public: bytes, document: bytes, signature: bytes) -> bool:
    """True when the signature over the document was made by this key."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, document)
    except InvalidSignature:
        return False
    return True


def sign(key: Ed25519PrivateKey, document: bytes, formats: tuple[str, ...]) -> bytes:
    """Sign a canonical document, but only one of the formats that this kind of key may sign."""
    headline = msgspec.json.decode(document, type=_Headline)
    if headline.format not in formats:
        raise ValueError(f"this key does not sign {headline.format}")
    return key.sign(document)


def sign_as_authority(key: Ed25519PrivateKey, document: bytes) -> bytes:
    """Sign a roster with the key of the certificate authority."""
    return sign(key, document, _AUTHORITY_SIGNS)


class SigningKey:
    """The signing key of one workstation."""

    def __init__(self, key: Ed25519PrivateKey) -> None:
        self._key = key

    @staticmethod
    def new() -> "SigningKey":
        """A new key."""
        return SigningKey(Ed25519PrivateKey.generate())

    @staticmethod
    def from_bytes(raw: bytes) -> "SigningKey":
        """The key from the 32 bytes that the store keeps."""
        return SigningKey(Ed25519PrivateKey.from_private_bytes(raw))

    def to_bytes(self) -> bytes:
        """The 32 secret bytes, for the encrypted store only."""
        return self._key.private_bytes_raw()

    @property
    def public(self) -> bytes:
        """The 32 bytes of the public key."""
        return public_bytes(self._key.public_key())

    @property
    def id(self) -> str:
        """The name of this key in manifests."""
        return key_id(self.public)

    def sign(self, document: bytes) -> bytes:
        """Sign a manifest or an enrolment request."""
        return sign(self._key, document, _SIGNS)

    def certificate_request(self, replica: str) -> bytes:
        """The PKCS#10 request of this key, as PEM."""
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, replica)])
        request = x509.CertificateSigningRequestBuilder().subject_name(name).sign(self._key, None)
        return request.public_bytes(serialization.Encoding.PEM)
