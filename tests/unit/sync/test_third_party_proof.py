"""Bundles and enrolment files are read and verified by age, tar, openssl, sha256sum and zstd, without Pana."""

import base64
import hashlib
import json
import os
import shutil
import subprocess

import pytest

from app.sync import age_box, enrolment
from app.sync.authority import Authority
from app.sync.keys import SigningKey
from tests.unit.sync import exchange_world as w

TOOLS = ("age", "tar", "openssl", "sha256sum", "zstd")
pytestmark = pytest.mark.skipif(
    any(shutil.which(tool) is None for tool in TOOLS), reason="needs age, tar, openssl, sha256sum and zstd"
)


def _run(*command, cwd, **options):
    return subprocess.run(command, cwd=cwd, check=True, capture_output=True, **options).stdout


@pytest.fixture
def unpacked(tmp_path):
    made = w.entries(5)
    photo = w.blob(os.urandom(100_000))
    path = w.export(tmp_path, made, (photo,)).path
    (tmp_path / "centre.key").write_text(w.world().centre.identity.secret + "\n", encoding="ascii")
    (tmp_path / "ca.pem").write_bytes(w.world().authority.certificate)
    plain = _run("age", "-d", "-i", "centre.key", str(path), cwd=tmp_path)
    _run("tar", "--warning=no-timestamp", "-x", cwd=tmp_path, input=plain)
    return tmp_path, made, photo


def test_age_decrypts_and_tar_unpacks(unpacked):
    folder, _, photo = unpacked
    assert (folder / "blobs" / photo.h[:2] / photo.h).read_bytes() == photo.read()
    assert json.loads((folder / "bundle.json").read_bytes())["from"] == w.OFFICE


def test_openssl_verifies_certificate_and_signature(unpacked):
    folder, _, _ = unpacked
    when = str(int(w.AT.timestamp()))
    verified = _run("openssl", "verify", "-attime", when, "-x509_strict", "-CAfile", "ca.pem", "signer.pem", cwd=folder)
    assert verified == b"signer.pem: OK\n"
    (folder / "pub.pem").write_bytes(_run("openssl", "x509", "-in", "signer.pem", "-pubkey", "-noout", cwd=folder))
    check = ("openssl", "pkeyutl", "-verify", "-pubin", "-inkey", "pub.pem", "-rawin", "-sigfile", "bundle.sig", "-in")
    assert b"Verified Successfully" in _run(*check, "bundle.json", cwd=folder)
    (folder / "other.json").write_bytes((folder / "bundle.json").read_bytes().replace(b'"no":42', b'"no":43'))
    assert subprocess.run([*check, "other.json"], cwd=folder, check=False, capture_output=True).returncode != 0
    info = _run("openssl", "pkey", "-pubin", "-in", "pub.pem", "-outform", "DER", cwd=folder)
    assert hashlib.sha256(info).hexdigest() == json.loads((folder / "bundle.json").read_bytes())["signer"]


def test_sha256sum_verifies_every_member(unpacked):
    folder, _, _ = unpacked
    assert _run("sha256sum", "--strict", "-c", "SHA256SUMS", cwd=folder).count(b": OK\n") == 2
    total = _run("sha256sum", "SHA256SUMS", cwd=folder).split()[0].decode()
    assert total == json.loads((folder / "bundle.json").read_bytes())["sums"]


def test_zstd_shows_the_entries_and_the_chain_is_recomputed(unpacked):
    folder, made, _ = unpacked
    raw = _run("zstd", "-dc", "journal/000001.jsonl.zst", cwd=folder)
    before = "0" * 64
    for line, entry in zip(raw.splitlines(), made, strict=True):
        envelope, salt, payload = line.split(b"\t")
        document = json.loads(envelope)
        assert document["p"] == before
        assert document["dg"] == hashlib.sha256(b"akj1p\0" + base64.b64decode(salt) + payload).hexdigest()
        before = hashlib.sha256(b"akj1e\0" + envelope).hexdigest()
        assert before == entry.hash
    assert json.loads((folder / "bundle.json").read_bytes())["chains"][0]["head"] == before


def test_age_writes_what_the_reader_reads(tmp_path):
    plain = b"".join(w.parcel.stream(w.parcel.make(w.plan(), w.lines(w.entries(3)), (), w.world().office.sender)))
    sealed = _run("age", "-r", w.world().centre.sender.age, cwd=tmp_path, input=plain)
    path = tmp_path / "by-age.akb"
    path.write_bytes(sealed)
    assert w.Memory().take(path) == (3, 0, 0)
    armored = _run("age", "-a", "-r", w.world().centre.sender.age, cwd=tmp_path, input=plain)
    path.write_bytes(armored)
    assert w.outcome(path) == "sync.bundle_format"


def test_request_and_response_are_read_by_tar_and_openssl(tmp_path):
    key = SigningKey.new()
    data = enrolment.make_request(w.CENTRE, key, age_box.new_identity().recipient, "PC-1")
    response = enrolment.certify(enrolment.read_request(data), Authority.new(w.AT), None, w.AT)
    for packed in (data, response.data):
        _run("tar", "--warning=no-timestamp", "-x", cwd=tmp_path, input=packed)
    assert b"verify OK" in subprocess.run(
        ["openssl", "req", "-verify", "-noout", "-in", "request.csr"], cwd=tmp_path, check=True, capture_output=True
    ).stderr.replace(b"self-signature ", b"")
    when = str(int(w.AT.timestamp()))
    _run("openssl", "verify", "-attime", when, "-CAfile", "ca.pem", "certificate.pem", cwd=tmp_path)
    for certificate, document, signature in (
        ("ca.pem", "roster.json", "roster.sig"),
        ("certificate.pem", "request.json", "request.sig"),
    ):
        public = _run("openssl", "x509", "-in", certificate, "-pubkey", "-noout", cwd=tmp_path)
        (tmp_path / "pub.pem").write_bytes(public)
        check = ("openssl", "pkeyutl", "-verify", "-pubin", "-inkey", "pub.pem", "-rawin")
        assert b"Verified" in _run(*check, "-in", document, "-sigfile", signature, cwd=tmp_path)
