"""Keys exchanged by files: a workstation's request, the centre's certificate and roster, and their installation.

The secret keys never leave the encrypted store; the authority's key is a locked file in the folder of the centre.
Not here: the ceremony, renewal and revocation.
"""

import unicodedata
from pathlib import Path
from typing import Literal, NamedTuple

from app.base.errors import Refusal, Trouble
from app.domain.permissions import Actor, require
from app.store import peers, places, slots
from app.store.store import Store
from app.sync import age_box, authority, certificates, roster
from app.sync import enrolment as files
from app.sync.authority import Authority
from app.sync.keys import SigningKey
from app.sync.medium import read_small
from app.sync.parcel import Sender

AUTHORITY = "ca.key"
_AUTHORITY_BYTES = 64 * 1024
_MACHINE_LETTERS = 8


class Installed(NamedTuple):
    """What was installed; `ca_fingerprint` is compared by telephone or on paper the first time."""

    replica: str
    centre: str
    roster_version: int
    ca_fingerprint: str


class EnrolmentStatus(NamedTuple):
    """How far a workstation is; `fingerprint` is that of its request."""

    state: Literal["none", "requested", "certified"]
    fingerprint: str
    roster_version: int
    centre: str


class Credentials(NamedTuple):
    """What an enrolled workstation exchanges with."""

    sender: Sender
    secret: str
    roster: roster.Roster


def make_request(store: Store, actor: Actor) -> bytes:
    """The request file of this workstation; the keys are made once, so the file is the same every time.

    *Refuses*: `permission.role`.
    """
    require(actor, "enrol")
    return _request(store, _keys(store))


def certify(store: Store, actor: Actor, request: bytes, ca_passphrase: str) -> bytes:
    """The response for a request whose fingerprint was compared; the first use makes the authority of the centre.

    The centre stands in version 1 of the roster by itself; every response raises the version.
    *Refuses*: `permission.office`, `permission.role`, `passphrase.too_short`.
    *Trouble*: `sync.request_format`, `sync.bad_signature`, `sync.authority_passphrase`, `sync.authority_format`,
    `sync.replica_taken`, `exchange.authority_missing`, `store.disk_full` and its kin.
    """
    require(actor, "certify")
    asked = files.read_request(request)
    opened = _authority(store, ca_passphrase)
    if _held(store) is None:
        own = _certified(store, files.read_request(_request(store, _keys(store))), opened)
        if asked.replica == store.replica and asked.public == SigningKey.from_bytes(_keys(store).signing).public:
            return own.data
    return _certified(store, asked, opened).data


def install(store: Store, actor: Actor, response: bytes) -> Installed:
    """Check the response of the centre and keep certificate, roster and authority; an older roster is refused.

    *Refuses*: `permission.role`, `enrolment.not_requested`.
    *Trouble*: `sync.response_format`, `sync.response_for_other`, `sync.ca_changed`, `sync.certificate_invalid`,
    `sync.roster_rollback`, `sync.roster_conflict`, `sync.bad_signature`.
    """
    require(actor, "enrol")
    with store.reading() as connection:
        keys, known = peers.keys(connection), peers.trust(connection)
    if keys is None:
        raise Refusal("enrolment.not_requested")
    own = SigningKey.from_bytes(keys.signing)
    made = files.read_response(response, own, store.replica, known.ca if known else None, _held(store))
    _keep(store, made.certificate, made.ca, made.roster)
    centre = made.roster.centre()
    return Installed(made.replica, centre.replica if centre else "", made.roster.version, made.ca_fingerprint)


def status(store: Store) -> EnrolmentStatus:
    """How far this workstation is with its enrolment."""
    with store.reading() as connection:
        keys = peers.keys(connection)
    if keys is None:
        return EnrolmentStatus("none", "", 0, "")
    fingerprint = certificates.fingerprint(_request(store, keys))
    held = _held(store)
    if held is None:
        return EnrolmentStatus("requested", fingerprint, 0, "")
    centre = held.centre()
    return EnrolmentStatus("certified", fingerprint, held.version, centre.replica if centre else "")


def credentials(store: Store) -> Credentials:
    """The keys, certificate and roster of an enrolled workstation.

    *Refuses*: `exchange.not_enrolled`.
    """
    with store.reading() as connection:
        keys, known = peers.keys(connection), peers.trust(connection)
    held = _held(store)
    if keys is None or known is None or held is None:
        raise Refusal("exchange.not_enrolled")
    sender = Sender(store.replica, SigningKey.from_bytes(keys.signing), known.certificate, keys.recipient)
    return Credentials(sender, keys.secret, held)


def _keys(store: Store) -> peers.Keys:
    with store.reading() as connection:
        known = peers.keys(connection)
    if known is not None:
        return known
    identity = age_box.new_identity()
    fresh = peers.Keys(SigningKey.new().to_bytes(), identity.secret, identity.recipient)
    with store.local() as connection:
        peers.keep_keys(connection, fresh)
    return fresh


def _request(store: Store, keys: peers.Keys) -> bytes:
    machine = store.install_id[:_MACHINE_LETTERS]  # not the computer's name: people put their own names into it
    return files.make_request(store.replica, SigningKey.from_bytes(keys.signing), keys.recipient, machine)


def _held(store: Store) -> roster.Roster | None:
    with store.reading() as connection:
        known = peers.trust(connection)
    if known is None:
        return None
    return roster.read(known.roster, known.signature, certificates.check_authority(known.ca))


def _keep(store: Store, certificate: bytes, ca: bytes, trusted: roster.Roster) -> None:
    with store.local() as connection:
        peers.keep_trust(connection, peers.Trust(certificate, ca, trusted.body, trusted.signature))


def _authority(store: Store, passphrase: str) -> Authority:
    """Unlock the authority of the centre, or make it when there has never been one."""
    path = store.folder / AUTHORITY
    if path.exists():
        return authority.unlock(read_small(path, _AUTHORITY_BYTES), passphrase)
    if _held(store) is not None:
        raise Trouble("exchange.authority_missing", name=path.name)
    _check_passphrase(store, passphrase)
    fresh = Authority.new(store.clock.now())
    _write_locked(path, fresh, passphrase)
    return fresh


def _check_passphrase(store: Store, passphrase: str) -> None:
    least = slots.SHORTEST_PASSPHRASE if store.purpose == "live" else 1
    if len(unicodedata.normalize("NFC", passphrase)) < least:
        raise Refusal("passphrase.too_short", field="authority", least=least)


def _write_locked(path: Path, fresh: Authority, passphrase: str) -> None:
    places.write_durably(path, fresh.lock(passphrase))


def _certified(store: Store, asked: files.Request, opened: Authority) -> files.Response:
    """Answer one request and keep the new roster before the response leaves."""
    with store.reading() as connection:
        known = peers.trust(connection)
    response = files.certify(asked, opened, _held(store), store.clock.now())
    own = response.certificate if known is None or asked.replica == store.replica else known.certificate
    _keep(store, own, opened.certificate, response.roster)
    return response
