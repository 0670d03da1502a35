"""Enrolment by files: a workstation's request, the authority's response, and what is installed from it.

Both files are small strict archives that `tar`, `openssl` and `sha256sum` read as well. The request's fingerprint is
compared by telephone or on paper before the response is made. Renewal and revocation are not here yet.
"""

from datetime import datetime
from typing import Literal, NamedTuple

import msgspec

from app.base.errors import Trouble
from app.journal.entry import canonical
from app.sync import age_box, certificates, limits, roster, ustar
from app.sync.authority import Authority
from app.sync.guard import refusing
from app.sync.keys import SigningKey, key_id, verifies
from app.sync.manifest import is_hex64, is_replica, read_canonical

REQUEST_BYTES = 64 * limits.KIB
RESPONSE_BYTES = limits.ROSTER_BYTES + 64 * limits.KIB
MACHINE_CHARACTERS = 64
MIN_APP = "0.4.0"


class _RequestDocument(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a workstation asks for; `key` its public key and `csr_sha256` its PKCS#10 request, in hexadecimal."""

    format: Literal["ake1"]
    replica: str
    machine: str
    age: str
    key: str
    csr_sha256: str


class Request(NamedTuple):
    """A verified request; `fingerprint` is what the two officers compare."""

    replica: str
    machine: str
    age: str
    public: bytes
    fingerprint: str


class Response(NamedTuple):
    """The response as one file, and what the centre itself keeps of it."""

    data: bytes
    certificate: bytes
    roster: roster.Roster


class Installed(NamedTuple):
    """What a workstation keeps from a response; `ca_fingerprint` is shown when no authority was known before."""

    replica: str
    certificate: bytes
    roster: roster.Roster
    ca: bytes
    ca_fingerprint: str


def make_request(replica: str, key: SigningKey, age_recipient: str, machine: str) -> bytes:
    """The request file of a workstation; the same every time, so its fingerprint stays."""
    csr = key.certificate_request(replica)
    document = canonical(
        _RequestDocument(
            format="ake1",
            replica=replica,
            machine=_tidy(machine),
            age=age_recipient,
            key=key.public.hex(),
            csr_sha256=certificates.digest(csr),
        )
    )
    return ustar.pack([("request.json", document), ("request.sig", key.sign(document)), ("request.csr", csr)])


def _tidy(machine: str) -> str:
    return "".join(sign for sign in machine if sign.isprintable())[:MACHINE_CHARACTERS]


def read_request(data: bytes) -> Request:
    """Read and verify a request file.

    *Trouble*: `sync.request_format`, `sync.bad_signature`, `sync.non_canonical`, `sync.limit`.
    """
    with refusing("sync.request_format"):
        if len(data) > REQUEST_BYTES:
            raise Trouble("sync.limit", what="file")
        archive = ustar.Archive(memoryview(data), "sync.request_format")
        body = archive.expect("request.json", limits.CERTIFICATE_BYTES)
        signature = archive.expect("request.sig", limits.SIGNATURE_BYTES)
        csr = archive.expect("request.csr", limits.CERTIFICATE_BYTES)
        archive.close()
        document = read_canonical(body, _RequestDocument, "sync.request_format")
        _check_request(document, bytes(csr))
        public = bytes.fromhex(document.key)
        if not verifies(public, bytes(body), bytes(signature)):
            raise Trouble("sync.bad_signature")
        return Request(document.replica, document.machine, document.age, public, certificates.fingerprint(data))


def _check_request(document: _RequestDocument, csr: bytes) -> None:
    holds = (
        is_replica(document.replica)
        and document.machine == _tidy(document.machine)
        and is_hex64(document.key)
        and age_box.is_recipient(document.age)
        and document.csr_sha256 == certificates.digest(csr)
        and certificates.request_key(csr, document.replica).hex() == document.key
    )
    if not holds:
        raise Trouble("sync.request_format", cause="content")


def certify(request: Request, authority: Authority, held: roster.Roster | None, at: datetime) -> Response:
    """Issue the certificate and the next roster for a request that was confirmed by its fingerprint.

    The same request again gives a new certificate in the place of the old one. The centre enrols itself first.
    *Trouble*: `sync.centre_first`, `sync.replica_taken`.
    """
    if request.replica[:5] != roster.CENTRE and (held is None or held.centre() is None):
        raise Trouble("sync.centre_first", replica=request.replica)
    others = _others(request, held)
    certificate = authority.issue(request.public, request.replica, at)
    entry = roster.Listed(
        replica=request.replica,
        cert_sha256=certificates.digest(certificate),
        key=request.public.hex(),
        age=request.age,
        status="active",
        cutoff=None,
        since_version=held.version + 1 if held else 1,
    )
    replicas = tuple(sorted((*others, entry), key=lambda one: (one.replica, one.since_version)))
    issued = roster.succeed(held, replicas, authority, int(at.timestamp() * 1000), MIN_APP)
    return Response(_pack_response(certificate, authority.certificate, issued), certificate, issued)


def _others(request: Request, held: roster.Roster | None) -> list[roster.Listed]:
    others = []
    for one in held.document.replicas if held else ():
        if one.replica != request.replica or one.status == "retired":
            others.append(one)
        elif one.status != "active" or one.public != request.public:
            raise Trouble("sync.replica_taken", replica=request.replica)
        else:
            others.append(msgspec.structs.replace(one, status="retired"))
    return others


def _pack_response(certificate: bytes, ca: bytes, issued: roster.Roster) -> bytes:
    return ustar.pack(
        [
            ("certificate.pem", certificate),
            ("ca.pem", ca),
            ("roster.json", issued.body),
            ("roster.sig", issued.signature),
        ]
    )


def read_response(
    data: bytes,
    key: SigningKey,
    replica: str,
    pinned_ca: bytes | None,
    held: roster.Roster | None = None,
    at: datetime | None = None,
) -> Installed:
    """Read and verify a response; it must be for this workstation's key, from the authority known already if any.

    *Trouble*: `sync.response_format`, `sync.ca_changed`, `sync.response_for_other`, `sync.certificate_invalid`,
    `sync.certificate_expired`, `sync.bad_signature`, `sync.roster_*`, `sync.non_canonical`, `sync.limit`.
    """
    with refusing("sync.response_format"):
        certificate, ca, body, signature = _unpack_response(data)
        if pinned_ca is not None and ca != pinned_ca:
            raise Trouble("sync.ca_changed", fingerprint=certificates.fingerprint(ca))
        ca_public = certificates.check_authority(ca)
        checked = certificates.check(certificate, ca, at)
        if (checked.public, checked.replica) != (key.public, replica):
            raise Trouble("sync.response_for_other", replica=checked.replica)
        offered = roster.newer(held, roster.read(body, signature, ca_public))
        _check_listed(offered, checked)
        return Installed(replica, certificate, offered, ca, certificates.fingerprint(ca))


def _unpack_response(data: bytes) -> tuple[bytes, bytes, bytes, bytes]:
    if len(data) > RESPONSE_BYTES:
        raise Trouble("sync.limit", what="file")
    archive = ustar.Archive(memoryview(data), "sync.response_format")
    certificate = bytes(archive.expect("certificate.pem", limits.CERTIFICATE_BYTES))
    ca = bytes(archive.expect("ca.pem", limits.CERTIFICATE_BYTES))
    body = bytes(archive.expect("roster.json", limits.ROSTER_BYTES))
    signature = bytes(archive.expect("roster.sig", limits.SIGNATURE_BYTES))
    archive.close()
    return certificate, ca, body, signature


def _check_listed(offered: roster.Roster, checked: certificates.Certificate) -> None:
    listed = offered.active(checked.replica)
    if offered.centre() is None or listed is None:
        raise Trouble("sync.response_format", cause="roster")
    if (listed.cert_sha256, key_id(listed.public)) != (checked.sha256, key_id(checked.public)):
        raise Trouble("sync.response_format", cause="roster")
