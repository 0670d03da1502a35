"""One entry: its canonical form, salted digest, hash and line, and everything that is refused as one."""

import base64
import hashlib
import json
import string

import msgspec
import pytest

from app.base.errors import Trouble
from app.journal import entry as j

ENVELOPE = j.Envelope(
    b=0, c=0, dg="", e=1, k="application.registered", m=1, n=1, o="ALA01-S2", p=j.NO_HASH,
    r="01890a5d-ac96-774b-bcce-b302099a8057", s=1, t=1_781_499_600_000, u="a-omarova", v=1,
)  # fmt: skip
BODY = j.canonical({"name": "Әсел", "n": 1})


def _refused(act):
    with pytest.raises(Trouble) as caught:
        act()
    return caught.value.condition


def _env(**changes):
    return json.dumps(msgspec.to_builtins(ENVELOPE) | changes, sort_keys=True, separators=(",", ":")).encode()


def test_an_entry_is_hashed_as_the_format_says():
    sealed = j.seal(ENVELOPE, BODY)
    document = json.loads(sealed.env)
    assert list(document) == sorted(["v", "o", "e", "n", "p", "t", "c", "u", "k", "r", "m", "b", "s", "dg"])
    assert sealed.hash == hashlib.sha256(b"akj1e\0" + sealed.env).hexdigest()
    assert document["dg"] == hashlib.sha256(b"akj1p\0" + sealed.salt + BODY).hexdigest()
    assert len(sealed.salt) == 16


def test_the_same_payload_sealed_twice_has_two_digests():
    assert j.seal(ENVELOPE, BODY).envelope.dg != j.seal(ENVELOPE, BODY).envelope.dg


def test_a_line_comes_back_as_it_was():
    sealed = j.seal(ENVELOPE, BODY)
    line = j.to_line(sealed)
    assert line == sealed.env + b"\t" + base64.b64encode(sealed.salt) + b"\t" + BODY + b"\n"
    assert j.from_line(line) == j.from_line(line[:-1]) == sealed


def test_an_erased_payload_leaves_the_hash():
    sealed = j.seal(ENVELOPE, BODY)
    line = j.to_line(sealed._replace(salt=None, body=None))
    assert line.endswith(b"\t-\t-\n")
    assert j.from_line(line).hash == sealed.hash


@pytest.mark.parametrize(
    "change",
    [
        {"v": 2}, {"e": 0}, {"n": 0}, {"c": 4}, {"c": -1}, {"b": -1}, {"m": True}, {"t": 1.0}, {"s": "1"}, {"n": 2**53},
        {"o": "ala01-S2"}, {"o": "ALA01-S2\n"}, {"o": "ALA01-S2>"}, {"p": "0" * 63}, {"p": "0" * 64 + "\n"},
        {"p": "A" * 64}, {"k": "Application.registered"}, {"k": "application"}, {"k": "a.b\n"}, {"r": "x"},
        {"r": "\n"}, {"u": ""}, {"u": "A-OMAROVA"}, {"u": "system\n"}, {"dg": "0"}, {"dg": "\n"}, {"surplus": 1},
        {"o": "\uff21LA01-S2"}, {"o": "ALA\u0660\u0661-S2"},
    ],
)  # fmt: skip
def test_an_envelope_outside_its_form_is_refused(change):
    raw = json.dumps(
        msgspec.to_builtins(ENVELOPE) | change, sort_keys=True, separators=(",", ":"), ensure_ascii=False
    ).encode()
    assert _refused(lambda: j.read_envelope(raw)) == "journal.non_canonical"


def test_the_form_itself_is_accepted():
    assert j.read_envelope(_env()) == ENVELOPE
    assert j.read_envelope(_env(o="CEN00-S1>ALA01-S2", r="", dg="f" * 64, c=3)).o == "CEN00-S1>ALA01-S2"


@pytest.mark.parametrize(
    "raw",
    [
        b"", b"[]", b"null", b"{}", b"{", _env().replace(b",", b", ", 1), _env() + b" ", b" " + _env(),
        _env().replace(b'{"b":0,', b'{"b":0,"b":0,'), _env().replace(b'"b":0,"c":0', b'"c":0,"b":0'),
        _env().replace(b'"b":0', b'"b":-0'), _env().replace(b'"b":0', b'"b":0e0'), _env().replace(b'"b":0', b'"b":00'),
        _env().replace(b"registered", b"re\\u0067istered"), b"\xff" + _env(), b"[" * 100_000, b'{"b":' + b"9" * 5000,
    ],
)  # fmt: skip
def test_other_bytes_for_an_envelope_are_refused(raw):
    assert _refused(lambda: j.read_envelope(raw)) == "journal.non_canonical"


def _line(body):
    """A line whose digest fits its payload, whatever that is."""
    salt = b"s" * 16
    env = j.canonical(msgspec.structs.replace(ENVELOPE, dg=j.payload_digest(salt, body)))
    return env + b"\t" + base64.b64encode(salt) + b"\t" + body


@pytest.mark.parametrize(
    "body",
    [
        b"", b"[]", b'"text"', b"1", b'{"a":1.5}', b'{"a":1.0}', b'{"a": 1}', b'{"b":1,"a":1}', b'{"a":1,"a":1}',
        b'{"a":9007199254740992}', b'{"a":-9007199254740992}', b'{"a":1e3}', b'{"a":' + b"9" * 5000 + b"}",
        '{"ә":1}'.encode(), b'{"a":"\\ud800"}', b'{"a":"\\u0041"}', b'{"a":"\xff"}', b'{"a":"\\/"}', b'{"a":NaN}',
        b'{"a":' * 65 + b"{}" + b"}" * 65, b'{"a":' + b"[" * 64 + b"]" * 64 + b"}", b'{"a":' * 400 + b"1" + b"}" * 400,
        b'{"a":' * 100_000, b'{"a":"\\u001F"}',
    ],
)  # fmt: skip
def test_a_payload_outside_the_profile_is_refused(body):
    assert _refused(lambda: j.from_line(_line(body))) == "journal.non_canonical"


@pytest.mark.parametrize(
    "body",
    [
        b"{}", b'{"a":null,"b":[true,false,-1,9007199254740991,{"c":[]}]}', '{"a":"Әё\u2028\u202e\U0001f600"}'.encode(),
        b'{"a":"\\u001f\\n\\t\\"\\\\"}', b'{"a":' * 62 + b"{}" + b"}" * 62,
    ],
)  # fmt: skip
def test_a_payload_within_the_profile_is_accepted_byte_for_byte(body):
    assert j.from_line(_line(body)).body == body


@pytest.mark.parametrize(
    ("change", "condition"),
    [
        (lambda e, s, b: e, "journal.line"),
        (lambda e, s, b: e + b"\t" + s, "journal.line"),
        (lambda e, s, b: e + b"\t" + s + b"\t" + b + b"\tx", "journal.line"),
        (lambda e, s, b: e + b"\t-\t" + b, "journal.line"),
        (lambda e, s, b: e + b"\t" + s + b"\t-", "journal.payload_mismatch"),
        (lambda e, s, b: e + b"\t" + s[:-4] + b"\t" + b, "journal.line"),
        (lambda e, s, b: e + b"\t" + s.replace(b"=", b"") + b"\t" + b, "journal.line"),
        (lambda e, s, b: e + b"\t!" + s[1:] + b"\t" + b, "journal.line"),
        (lambda e, s, b: e + b"\t" + base64.b64encode(b"x" * 16) + b"\t" + b, "journal.payload_mismatch"),
        (lambda e, s, b: e + b"\t" + s + b"\t" + b.replace(b"1", b"2"), "journal.payload_mismatch"),
        (lambda e, s, b: e + b"\t" + s + b"\t" + b + b" " * j.MAX_LINE_BYTES, "journal.line"),
        (lambda e, s, b: e.replace(b'"n":1', b'"n": 1') + b"\t" + s + b"\t" + b, "journal.non_canonical"),
    ],
)
def test_a_line_that_is_none_is_refused(change, condition):
    env, salt, body = j.to_line(j.seal(ENVELOPE, BODY))[:-1].split(b"\t")
    assert _refused(lambda: j.from_line(change(env, salt, body))) == condition


def test_a_salt_in_another_base64_form_is_refused():
    env, salt, body = j.to_line(j.seal(ENVELOPE, BODY))[:-1].split(b"\t")
    twin = next(
        other
        for sign in string.ascii_letters.encode()
        if (other := salt[:21] + bytes([sign]) + b"==") != salt and base64.b64decode(other) == base64.b64decode(salt)
    )
    assert _refused(lambda: j.from_line(env + b"\t" + twin + b"\t" + body)) == "journal.line"


def test_salt_and_payload_are_erased_together_or_not_at_all():
    sealed = j.seal(ENVELOPE, BODY)
    assert _refused(lambda: j.read_entry(sealed.env, sealed.salt, None)) == "journal.payload_mismatch"
    assert _refused(lambda: j.read_entry(sealed.env, None, BODY)) == "journal.payload_mismatch"
