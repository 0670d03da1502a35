"""Enrolment by files, certificates, roster and the authority's locked file."""

import hashlib
import json
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.x509.oid import NameOID

from app.sync import age_box, authority, certificates, enrolment, roster, ustar
from app.sync.authority import Authority
from app.sync.keys import SigningKey, key_id, verifies
from tests.unit.sync import exchange_world as w


def _request(replica=w.OFFICE, key=None, machine="PC-7"):
    return enrolment.make_request(replica, key or SigningKey.new(), age_box.new_identity().recipient, machine)


def _enrolled(*replicas):
    """An authority with these workstations enrolled; the last key and response."""
    ca, held, key = Authority.new(w.AT), None, SigningKey.new()
    response = None
    for replica in replicas:
        key = SigningKey.new()
        response = enrolment.certify(enrolment.read_request(_request(replica, key)), ca, held, w.AT)
        held = response.roster
    return ca, key, response


def test_a_request_says_who_asks_and_has_a_fingerprint_for_the_telephone():
    key = SigningKey.new()
    data = enrolment.make_request(w.OFFICE, key, age_box.new_identity().recipient, "ПК әкімдік\x07" + "x" * 100)
    request = enrolment.read_request(data)
    assert (request.replica, request.public) == (w.OFFICE, key.public)
    assert request.machine == ("ПК әкімдік" + "x" * 100)[:64]
    digest = hashlib.sha256(data).hexdigest().upper()
    assert request.fingerprint.split("-") == [digest[at : at + 4] for at in range(0, 32, 4)]


def test_the_same_request_is_the_same_file():
    key, age = SigningKey.new(), age_box.new_identity().recipient
    assert enrolment.make_request(w.OFFICE, key, age, "PC") == enrolment.make_request(w.OFFICE, key, age, "PC")


def test_centre_and_office_are_enrolled_by_files_and_exchange_a_bundle(tmp_path):
    ca, key, response = _enrolled(w.CENTRE, w.OFFICE)
    installed = enrolment.read_response(response.data, key, w.OFFICE, None, at=w.AT)
    assert installed.roster.version == 2
    assert installed.roster.document.prev != "0" * 64
    assert installed.ca == ca.certificate
    assert installed.ca_fingerprint == certificates.fingerprint(ca.certificate)
    assert installed.roster.centre().replica == w.CENTRE
    assert installed.roster.active(w.OFFICE).cert_sha256 == certificates.digest(installed.certificate)
    again = enrolment.read_response(response.data, key, w.OFFICE, ca.certificate, installed.roster)
    assert again == installed


def test_the_centre_comes_first():
    request = enrolment.read_request(_request())
    assert w.refused(lambda: enrolment.certify(request, Authority.new(w.AT), None, w.AT)) == "sync.centre_first"


def test_a_name_in_use_is_not_given_to_another_key_but_the_same_key_may_ask_again():
    ca, key, response = _enrolled(w.CENTRE, w.OFFICE)
    stranger = enrolment.read_request(_request())
    assert w.refused(lambda: enrolment.certify(stranger, ca, response.roster, w.AT)) == "sync.replica_taken"
    again = enrolment.certify(enrolment.read_request(_request(w.OFFICE, key)), ca, response.roster, w.AT)
    assert again.roster.version == 3
    statuses = sorted(one.status for one in again.roster.document.replicas if one.replica == w.OFFICE)
    assert statuses == ["active", "retired"]
    assert enrolment.read_response(again.data, key, w.OFFICE, ca.certificate, response.roster).roster.version == 3


def test_a_response_for_another_workstation_or_key_or_authority_is_refused():
    ca, key, response = _enrolled(w.CENTRE, w.OFFICE)
    read = enrolment.read_response
    assert w.refused(lambda: read(response.data, SigningKey.new(), w.OFFICE, None)) == "sync.response_for_other"
    assert w.refused(lambda: read(response.data, key, w.OTHER, None)) == "sync.response_for_other"
    other = Authority.new(w.AT).certificate
    assert w.refused(lambda: read(response.data, key, w.OFFICE, other)) == "sync.ca_changed"
    late = w.AT + timedelta(days=3 * 365 + 1)
    assert w.refused(lambda: read(response.data, key, w.OFFICE, None, at=late)) == "sync.certificate_expired"
    assert ca.certificate != other


def _response_reader():
    ca, key, response = _enrolled(w.CENTRE, w.OFFICE)
    return response.data, lambda data: enrolment.read_response(data, key, w.OFFICE, ca.certificate)


@pytest.mark.parametrize("make", [lambda: (_request(), enrolment.read_request), _response_reader])
def test_any_flipped_bit_or_cut_is_refused(make):
    data, read = make()
    read(data)
    for at in range(0, len(data), 3):
        changed = bytearray(data)
        changed[at] ^= 1 << (at % 8)
        assert w.refused(lambda raw=bytes(changed): read(raw)).startswith("sync."), at
    for length in range(0, len(data), 97):
        assert w.refused(lambda raw=data[:length]: read(raw)) != "accepted"
    assert w.refused(lambda: read(data + bytes(512))) != "accepted"


def _members(data, names):
    archive = ustar.Archive(memoryview(data))
    return {name: bytes(archive.expect(name, 1 << 20)) for name in names}


def test_a_request_that_lies_about_its_key_or_name_is_refused():
    key, thief = SigningKey.new(), SigningKey.new()
    parts = _members(_request(key=key), ("request.json", "request.sig", "request.csr"))
    document = json.loads(parts["request.json"])
    changes = [
        ({"replica": w.OTHER}, key), ({"replica": "../x"}, key), ({"key": thief.public.hex()}, thief),
        ({"age": "age1xyz"}, key), ({"csr_sha256": "0" * 64}, key), ({"machine": "a\x00b"}, key), ({"machine": 5}, key),
        ({"extra": 1}, key), ({"format": "ake1", "replica": w.OFFICE + "\n"}, key),
    ]  # fmt: skip
    for change, signer in changes:
        body = json.dumps(document | change, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
        data = ustar.pack(
            [("request.json", body), ("request.sig", signer.sign(body)), ("request.csr", parts["request.csr"])]
        )
        assert w.refused(lambda raw=data: enrolment.read_request(raw)) == "sync.request_format", change
    forged = [("request.json", parts["request.json"]), ("request.sig", thief.sign(parts["request.json"]))]
    data = ustar.pack([*forged, ("request.csr", parts["request.csr"])])
    assert w.refused(lambda: enrolment.read_request(data)) == "sync.bad_signature"


def test_a_response_is_no_request_and_neither_is_a_photo():
    _, _, response = _enrolled(w.CENTRE)
    for data in (response.data, b"\xff\xd8\xff\xe0" * 1000, b"", bytes(1024)):
        assert w.refused(lambda raw=data: enrolment.read_request(raw)) == "sync.request_format"
    assert w.refused(lambda: enrolment.read_request(bytes(enrolment.REQUEST_BYTES + 1))) == "sync.limit"


def test_keys_sign_only_their_own_kinds_of_document():
    key, ca = SigningKey.new(), Authority.new(w.AT)
    for document in (b'{"format":"akr1"}', b'{"format":"other"}'):
        with pytest.raises(ValueError, match="does not sign"):
            key.sign(document)
    with pytest.raises(msgspec.MsgspecError):
        key.sign(b"\x30\x82")
    with pytest.raises(ValueError, match="does not sign"):
        ca.sign_roster(b'{"format":"akb1"}')
    assert verifies(key.public, b'{"format":"akb1"}', key.sign(b'{"format":"akb1"}'))
    assert not verifies(key.public, b'{"format":"akb1"}', b"short")


def test_a_key_survives_as_bytes_and_its_id_is_that_of_its_public_key_info():
    key = SigningKey.new()
    assert SigningKey.from_bytes(key.to_bytes()).public == key.public
    info = Ed25519PublicKey.from_public_bytes(key.public).public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    assert key.id == hashlib.sha256(info).hexdigest()


def _certificate(ca_key, replica, **changes):
    """A certificate made by the authority's key, but with one thing wrong."""
    subject = Ed25519PrivateKey.generate()
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, replica)])
    issuer = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Pana exchange authority")])
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(issuer).public_key(subject.public_key())
    builder = builder.serial_number(7).not_valid_before(w.AT).not_valid_after(w.AT + timedelta(days=9))
    usage = changes.get("usage", certificates.key_usage(authority=False))
    uri = changes.get("uri", certificates.URI + replica)
    for extension in (
        x509.BasicConstraints(ca=changes.get("ca", False), path_length=None),
        usage,
        x509.SubjectAlternativeName([x509.UniformResourceIdentifier(uri)]),
    ):
        if not isinstance(extension, changes.get("without", ())):
            builder = builder.add_extension(extension, critical=changes.get("critical", True))
    return builder.sign(ca_key, None).public_bytes(serialization.Encoding.PEM)


def test_a_certificate_of_another_shape_is_refused():
    ca = Authority.new(w.AT)
    good = _certificate(ca._key, w.OFFICE)
    assert certificates.check(good, ca.certificate).replica == w.OFFICE
    wrong = [
        _certificate(ca._key, w.OFFICE, ca=True),
        _certificate(ca._key, w.OFFICE, uri=certificates.URI + w.OTHER),
        _certificate(ca._key, w.OFFICE, usage=certificates.key_usage(authority=True)),
        _certificate(ca._key, w.OFFICE, critical=False),
        _certificate(ca._key, w.OFFICE, without=x509.BasicConstraints),
        _certificate(ca._key, w.OFFICE, without=x509.SubjectAlternativeName),
        _certificate(Ed25519PrivateKey.generate(), w.OFFICE),
        good + b"\n",
        good + good,
        b"x",
    ]
    for certificate in wrong:
        assert w.refused(lambda raw=certificate: certificates.check(raw, ca.certificate)) == "sync.certificate_invalid"
    assert w.refused(lambda: certificates.check_authority(good)) == "sync.certificate_invalid"
    assert w.refused(lambda: certificates.check(good + bytes(9000), ca.certificate)) == "sync.limit"


@pytest.mark.parametrize("year", [2019, 2026, 2035])
def test_11_and_12_only_the_trusted_time_decides_about_expiry(year):
    ca, _, response = _enrolled(w.CENTRE)
    at = datetime(year, 6, 15, tzinfo=UTC)
    expected = "sync.certificate_expired" if year == 2035 else "accepted"
    assert w.refused(lambda: certificates.check(response.certificate, ca.certificate, at)) == expected
    assert w.refused(lambda: certificates.check(response.certificate, ca.certificate)) == "accepted"


def test_13_a_roster_never_goes_back():
    ca, _, second = _enrolled(w.CENTRE, w.OFFICE)
    replicas = second.roster.document.replicas
    third = roster.succeed(second.roster, replicas, ca, w.CREATED, "0.4.0")
    fourth = roster.succeed(third, replicas, ca, w.CREATED, "0.4.0")
    assert roster.newer(None, second.roster) == second.roster
    assert roster.newer(second.roster, fourth) == fourth
    assert roster.newer(fourth, fourth) == fourth
    assert w.refused(lambda: roster.newer(third, second.roster)) == "sync.roster_rollback"
    twin = roster.succeed(second.roster, replicas, ca, w.CREATED + 1, "0.4.0")
    assert w.refused(lambda: roster.newer(third, twin)) == "sync.roster_conflict"
    assert w.refused(lambda: roster.newer(twin, fourth)) == "sync.roster_conflict"


def test_a_roster_of_another_authority_or_shape_is_refused():
    ca, _, made = _enrolled(w.CENTRE, w.OFFICE)
    held, key = made.roster, ca._key
    assert w.refused(lambda: roster.read(held.body, held.signature, SigningKey.new().public)) == "sync.bad_signature"
    assert w.refused(lambda: roster.read(held.body + b" ", held.signature, ca.public)) == "sync.bad_signature"
    document = json.loads(held.body)
    first = document["replicas"][0]
    for change in (
        {"version": 0}, {"ca": []}, {"ca": [key_id(SigningKey.new().public)]}, {"prev": "x"}, {"issued": -1},
        {"replicas": [first, first]}, {"replicas": [first | {"status": "unknown"}]}, {"version": True},
        {"replicas": [first | {"age": "x"}]},
        {"replicas": [first | {"replica": "X"}]}, {"replicas": [first, first | {"cert_sha256": "0" * 64}]},
        {"replicas": [first | {"cutoff": {"e": 0, "n": 1, "h": "0" * 64}}]}, {"replicas": [first | {"key": "00"}]},
        {"version": 1.5}, {"surplus": 1}, {"format": "akr2"},
    ):  # fmt: skip
        body = json.dumps(document | change, sort_keys=True, separators=(",", ":")).encode()
        assert w.refused(lambda raw=body: roster.read(raw, key.sign(raw), ca.public)) == "sync.roster_format", change
    spaced = json.dumps(document, sort_keys=True).encode()
    assert w.refused(lambda: roster.read(spaced, key.sign(spaced), ca.public)) == "sync.non_canonical"


def test_the_authoritys_file_opens_with_its_passphrase_only():
    ca = Authority.new(w.AT)
    data = ca.lock("дұрыс құпия сөз")
    assert ca._key.private_bytes_raw().hex().encode() not in data
    opened = authority.unlock(data, "дұрыс құпия сөз")
    assert (opened.public, opened.certificate) == (ca.public, ca.certificate)
    assert w.refused(lambda: authority.unlock(data, "бұрыс")) == "sync.authority_passphrase"
    document = json.loads(data)
    for change in (
        {"memory_kib": 1 << 30}, {"memory_kib": 1}, {"passes": 0}, {"passes": 99}, {"lanes": 0}, {"format": "x"},
        {"salt": "zz"}, {"surplus": 1}, {"nonce": ""},
    ):  # fmt: skip
        raw = json.dumps(document | change).encode()
        assert w.refused(lambda bad=raw: authority.unlock(bad, "дұрыс құпия сөз")) == "sync.authority_format", change
    other = document | {"certificate": Authority.new(w.AT).certificate.decode()}
    raw = json.dumps(other).encode()
    assert w.refused(lambda: authority.unlock(raw, "дұрыс құпия сөз")) == "sync.authority_passphrase"
    for raw in (b"", b"{}", data[:-9], b"\xff"):
        assert w.refused(lambda bad=raw: authority.unlock(bad, "x")) == "sync.authority_format"


def test_encryption_keys_are_age_keys():
    identity = age_box.new_identity()
    assert identity.secret.startswith("AGE-SECRET-KEY-1")
    assert age_box.is_recipient(identity.recipient)
    for text in ("", "age1", identity.secret, identity.recipient.upper(), identity.recipient + " "):
        assert not age_box.is_recipient(text)
