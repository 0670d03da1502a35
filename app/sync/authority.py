"""The certificate authority of the central office: its key, the certificates it issues, and its locked file.

This is the only private key that is kept in a file: Argon2id over the passphrase, ChaCha20-Poly1305 over the key.
"""

import secrets
import unicodedata
from datetime import datetime, timedelta

import msgspec
from cryptography import x509
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.x509.oid import NameOID

from app.base.errors import Trouble
from app.journal.entry import canonical
from app.sync import certificates
from app.sync.guard import refusing
from app.sync.keys import public_bytes, sign_as_authority

_NAME = "Pana exchange authority"
_YEARS = 20
_REPLICA_YEARS = 3
_SKEW = timedelta(days=1)
_MEMORY_KIB = 256 * 1024
_MEMORY_KIB_MAX = 1024 * 1024
_PASSES = 3
_LANES = 4


class Authority:
    """The key and certificate that issue certificates and sign rosters."""

    def __init__(self, key: Ed25519PrivateKey, certificate: bytes) -> None:
        self._key = key
        self.certificate = certificate

    @staticmethod
    def new(at: datetime) -> "Authority":
        """A new authority with its self-signed certificate."""
        key = Ed25519PrivateKey.generate()
        builder = (
            _builder(_NAME, key.public_key(), key.public_key(), at, _YEARS)
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .add_extension(certificates.key_usage(authority=True), critical=True)
        )
        return Authority(key, builder.sign(key, None).public_bytes(serialization.Encoding.PEM))

    @property
    def public(self) -> bytes:
        """The 32 bytes of the public key."""
        return public_bytes(self._key.public_key())

    def issue(self, public: bytes, replica: str, at: datetime) -> bytes:
        """The certificate (PEM) of a workstation's key, for three years."""
        subject = Ed25519PublicKey.from_public_bytes(public)
        uri = x509.UniformResourceIdentifier(certificates.URI + replica)
        builder = (
            _builder(replica, subject, self._key.public_key(), at, _REPLICA_YEARS)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(certificates.key_usage(authority=False), critical=True)
            .add_extension(x509.SubjectAlternativeName([uri]), critical=False)
        )
        return builder.sign(self._key, None).public_bytes(serialization.Encoding.PEM)

    def sign_roster(self, body: bytes) -> bytes:
        """The signature over a roster."""
        return sign_as_authority(self._key, body)

    def lock(self, passphrase: str) -> bytes:
        """The authority as the bytes of its file, closed by a passphrase."""
        salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
        key = _derive(passphrase, salt, _MEMORY_KIB, _PASSES, _LANES)
        box = ChaCha20Poly1305(key).encrypt(nonce, self._key.private_bytes_raw(), self.certificate)
        return canonical(
            _Locked(
                format="akc1",
                salt=salt.hex(),
                nonce=nonce.hex(),
                box=box.hex(),
                memory_kib=_MEMORY_KIB,
                passes=_PASSES,
                lanes=_LANES,
                certificate=self.certificate.decode("ascii"),
            )
        )


class _Locked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: str
    salt: str
    nonce: str
    box: str
    memory_kib: int
    passes: int
    lanes: int
    certificate: str


def unlock(data: bytes, passphrase: str) -> Authority:
    """Open the authority's file.

    *Trouble*: `sync.authority_format`, `sync.authority_passphrase`.
    """
    with refusing("sync.authority_format"):
        locked = msgspec.json.decode(data, type=_Locked)
        if locked.format != "akc1" or not _MEMORY_KIB // 32 <= locked.memory_kib <= _MEMORY_KIB_MAX:
            raise Trouble("sync.authority_format")
        if not (1 <= locked.passes <= 16 and 1 <= locked.lanes <= 16):
            raise Trouble("sync.authority_format")
        certificate = locked.certificate.encode("ascii")
        key = _derive(passphrase, bytes.fromhex(locked.salt), locked.memory_kib, locked.passes, locked.lanes)
        raw = _open(key, bytes.fromhex(locked.nonce), bytes.fromhex(locked.box), certificate)
        authority = Authority(Ed25519PrivateKey.from_private_bytes(raw), certificate)
        if certificates.check_authority(certificate) != authority.public:
            raise Trouble("sync.authority_format")
        return authority


def _open(key: bytes, nonce: bytes, box: bytes, certificate: bytes) -> bytes:
    try:
        return ChaCha20Poly1305(key).decrypt(nonce, box, certificate)
    except InvalidTag:
        raise Trouble("sync.authority_passphrase") from None


def _derive(passphrase: str, salt: bytes, memory_kib: int, passes: int, lanes: int) -> bytes:
    secret = unicodedata.normalize("NFC", passphrase).encode("utf-8")
    kdf = Argon2id(salt=salt, length=32, iterations=passes, lanes=lanes, memory_cost=memory_kib)
    return kdf.derive(secret)


def _builder(
    name: str, public: Ed25519PublicKey, issuer: Ed25519PublicKey, at: datetime, years: int
) -> x509.CertificateBuilder:
    """The start of a certificate; it begins a day early, because clocks differ between offices."""
    return (
        x509.CertificateBuilder()
        .subject_name(_name(name))
        .issuer_name(_name(_NAME))
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(at - _SKEW)
        .not_valid_after(at + timedelta(days=365 * years))
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer), critical=False)
    )


def _name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common)])
