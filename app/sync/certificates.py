"""The certificate of a workstation and that of the authority: the one shape accepted, and how it is checked.

A certificate is for outside tools and for enrolment; whether a workstation is trusted now stands in the roster.
"""

import hashlib
from datetime import datetime
from typing import NamedTuple

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.x509.oid import NameOID

from app.base.errors import Trouble
from app.sync import limits
from app.sync.guard import refusing
from app.sync.keys import public_bytes

URI = "urn:kz:asylum:replica:"


class Certificate(NamedTuple):
    """A checked certificate of a workstation."""

    replica: str
    public: bytes
    not_after: datetime
    sha256: str


def digest(certificate: bytes) -> str:
    """The SHA-256 of a certificate file (PEM), by which the roster knows it."""
    return hashlib.sha256(certificate).hexdigest()


def fingerprint(data: bytes) -> str:
    """Eight groups of four characters of the SHA-256 of a file, to be compared by telephone or on paper."""
    text = digest(data)[:32].upper()
    return "-".join(text[at : at + 4] for at in range(0, 32, 4))


def key_usage(*, authority: bool) -> x509.KeyUsage:
    """The key usage of the authority's certificate, or of a workstation's."""
    return x509.KeyUsage(
        digital_signature=not authority,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=authority,
        crl_sign=authority,
        encipher_only=False,
        decipher_only=False,
    )


def check(certificate: bytes, ca: bytes, at: datetime | None = None) -> Certificate:
    """Check that the authority issued this certificate, in the one shape that is used.

    `at` is the trusted time, never the computer's clock alone; without it, expiry is not judged.
    *Trouble*: `sync.certificate_invalid`, `sync.certificate_expired`.
    """
    with refusing("sync.certificate_invalid"):
        parsed, authority = _load(certificate), _load(ca)
        check_authority(ca)
        parsed.verify_directly_issued_by(authority)
        _require(parsed.signature_algorithm_oid == x509.oid.SignatureAlgorithmOID.ED25519)
        replica = _common_name(parsed)
        _check_extensions(parsed, replica)
        if at is not None and at > parsed.not_valid_after_utc:
            raise Trouble("sync.certificate_expired", replica=replica, until=parsed.not_valid_after_utc)
        return Certificate(replica, _public(parsed), parsed.not_valid_after_utc, digest(certificate))


def check_authority(ca: bytes) -> bytes:
    """Check that this is the self-signed certificate of an authority; its public key.

    *Trouble*: `sync.certificate_invalid`.
    """
    with refusing("sync.certificate_invalid"):
        parsed = _load(ca)
        parsed.verify_directly_issued_by(parsed)
        constraints = parsed.extensions.get_extension_for_class(x509.BasicConstraints)
        _require(constraints.critical and constraints.value.ca and constraints.value.path_length == 0)
        usage = parsed.extensions.get_extension_for_class(x509.KeyUsage)
        _require(usage.critical and usage.value == key_usage(authority=True))
        return _public(parsed)


def _load(certificate: bytes) -> x509.Certificate:
    if len(certificate) > limits.CERTIFICATE_BYTES:
        raise Trouble("sync.limit", what="certificate")
    parsed = x509.load_pem_x509_certificate(certificate)
    _require(parsed.public_bytes(serialization.Encoding.PEM) == certificate)
    return parsed


def _check_extensions(parsed: x509.Certificate, replica: str) -> None:
    constraints = parsed.extensions.get_extension_for_class(x509.BasicConstraints)
    _require(constraints.critical and not constraints.value.ca)
    usage = parsed.extensions.get_extension_for_class(x509.KeyUsage)
    _require(usage.critical and usage.value == key_usage(authority=False))
    names = parsed.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    _require(list(names) == [x509.UniformResourceIdentifier(URI + replica)])


def _common_name(parsed: x509.Certificate) -> str:
    names = parsed.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    _require(len(names) == 1)
    return str(names[0].value)


def _public(parsed: x509.Certificate) -> bytes:
    key = parsed.public_key()
    if not isinstance(key, Ed25519PublicKey):
        raise Trouble("sync.certificate_invalid", cause="key")
    return public_bytes(key)


def _require(holds: bool) -> None:
    if not holds:
        raise Trouble("sync.certificate_invalid", cause="shape")


def request_key(request: bytes, replica: str) -> bytes:
    """The public key of a PKCS#10 request for this workstation, whose own signature holds.

    *Trouble*: `sync.request_format`.
    """
    with refusing("sync.request_format"):
        parsed = x509.load_pem_x509_csr(request)
        key = parsed.public_key()
        names = [str(name.value) for name in parsed.subject]
        if not isinstance(key, Ed25519PublicKey) or not parsed.is_signature_valid or names != [replica]:
            raise InvalidSignature
        return public_bytes(key)
