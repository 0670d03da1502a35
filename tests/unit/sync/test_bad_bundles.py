"""Negative tests of `exchange.md` 5 for the reader: every bad bundle gets its condition and leaves nothing behind."""

import hashlib
import json

import msgspec
import pytest
import zstandard

from app.journal.chain import Head
from app.journal.entry import to_line
from app.sync import age_box, limits, roster, ustar
from tests.unit.sync import exchange_world as w

FLIP_STEP = 53


def _flips(size):
    """Every position of header and first chunk's start, of the end, and a step over all between."""
    return sorted({*range(0, min(size, 700), 3), *range(0, size, FLIP_STEP), *range(size - 40, size)})


def test_1_a_flipped_bit_anywhere_is_refused(tmp_path):
    path = w.export(tmp_path, w.entries(40), (w.blob(b"photo" * 9000),)).path
    good = path.read_bytes()
    bad = tmp_path / "bad.akb"
    for at in _flips(len(good)):
        data = bytearray(good)
        data[at] ^= 1 << (at % 8)
        bad.write_bytes(data)
        assert w.outcome(bad).startswith("sync."), at


def test_1_a_flipped_bit_inside_the_encryption_is_refused(tmp_path):
    plain = ustar.pack(w.members_of(w.entries(10), (w.blob(b"photo" * 100),)))
    for at in sorted({*range(0, len(plain), 41), *range(0, 512, 7)}):
        data = bytearray(plain)
        data[at] ^= 1 << (at % 8)
        assert w.outcome(w.seal_plain(tmp_path, bytes(data))).startswith("sync."), at


def test_2_a_truncated_bundle_is_said_to_be_cut_off(tmp_path):
    path = w.export(tmp_path, w.entries(40), (w.blob(b"photo" * 30000),)).path
    good = path.read_bytes()
    bad = tmp_path / "bad.akb"
    for length in [*range(0, len(good), 1979), *range(0, 600, 37), len(good) - 1]:
        bad.write_bytes(good[:length])
        allowed = {"sync.bundle_truncated", "sync.bundle_format"}
        assert w.outcome(bad) in (allowed if length < 30 else {"sync.bundle_truncated"}), length


def test_2_a_damaged_middle_is_told_from_a_cut_end(tmp_path):
    path = w.export(tmp_path, w.entries(3), (w.blob(b"photo" * 60000),)).path
    data = bytearray(path.read_bytes())
    data[70_000] ^= 1
    path.write_bytes(data)
    assert w.outcome(path) == "sync.bundle_corrupt"


def test_3_one_byte_more_is_refused(tmp_path):
    path = w.export(tmp_path, w.entries(4)).path
    path.write_bytes(path.read_bytes() + b"x")
    assert w.outcome(path) in ("sync.bundle_truncated", "sync.bundle_corrupt")


def test_4_a_bundle_for_another_key_is_not_for_us(tmp_path):
    assert w.outcome(w.export(tmp_path, w.entries(4)).path, party=w.world().other) == "sync.not_for_us"


def test_5_a_bundle_passed_on_to_another_office_is_not_for_us(tmp_path):
    members = w.members_of(w.entries(4), to=(w.OTHER,))
    assert w.outcome(w.forge(tmp_path, members)) == "sync.not_for_us"


def test_6_an_unknown_signer_is_refused(tmp_path):
    here = w.world()
    stranger = roster.succeed(None, (here.roster.centre(),), here.authority, w.CREATED, "0.4.0")
    assert w.outcome(w.export(tmp_path, w.entries(4)).path, trust=stranger) == "sync.unknown_signer"
    members = w.members_of(w.entries(4))
    members[2] = ("signer.pem", b"-----BEGIN CERTIFICATE-----\nnot even a certificate\n")
    assert w.outcome(w.forge(tmp_path, members)) == "sync.unknown_signer"


def test_7_a_valid_office_cannot_sign_as_another(tmp_path):
    members = w.members_of(w.entries(4))
    other = w.world().other.sender
    members[2] = ("signer.pem", other.certificate)
    assert w.outcome(w.forge(tmp_path, w.resign(members, sender=other))) == "sync.bad_signature"
    lying = w.resign(members, lambda about: about.update(signer=other.key.id), sender=other)
    assert w.outcome(w.forge(tmp_path, lying)) == "sync.bad_signature"


def test_8_a_valid_office_cannot_ship_the_chain_of_another(tmp_path):
    made = w.entries(4, replica=w.OTHER)
    honest = w.members_of(made, sender=w.world().other.sender)
    about = {"from": w.OFFICE, "signer": w.world().office.sender.key.id}
    members = w.resign(honest, lambda document: document.update(about))
    members[2] = ("signer.pem", w.world().office.sender.certificate)
    assert w.outcome(w.forge(tmp_path, members)) == "sync.bad_signature"


def test_9_the_signature_of_another_document_is_refused(tmp_path):
    members, other = w.members_of(w.entries(4)), w.members_of(w.entries(4))
    members[1] = other[1]
    assert w.outcome(w.forge(tmp_path, members)) == "sync.bad_signature"
    members[1] = ("bundle.sig", b"\0" * 63)
    assert w.outcome(w.forge(tmp_path, members)) == "sync.bad_signature"


def _with_cutoff(cutoff, status="revoked"):
    here = w.world()
    listed = tuple(
        msgspec.structs.replace(one, status=status, cutoff=cutoff) if one.replica == w.OFFICE else one
        for one in here.roster.document.replicas
    )
    return roster.succeed(here.roster, listed, here.authority, w.CREATED, "0.4.0")


def test_10_a_revoked_signer_is_believed_up_to_the_cut_off_only(tmp_path):
    made = w.entries(8)
    cut = roster.CutOff(e=1, n=5, h=made[4].hash)
    within, beyond = w.export(tmp_path, made[:5], no=1).path, w.export(tmp_path, made, no=2).path
    assert w.outcome(within, trust=_with_cutoff(cut)) == "accepted"
    assert w.outcome(beyond, trust=_with_cutoff(cut)) == "sync.revoked_signer"
    assert w.outcome(within, trust=_with_cutoff(None)) == "sync.revoked_signer"
    assert w.outcome(within, trust=_with_cutoff(None, "suspended")) == "sync.revoked_signer"
    assert w.outcome(within, trust=_with_cutoff(None, "retired")) == "accepted"
    other_branch = roster.CutOff(e=1, n=5, h="c" * 64)
    assert w.outcome(within, trust=_with_cutoff(other_branch)) == "sync.revoked_signer"


def test_17_a_fork_inside_the_known_range_and_at_the_join(tmp_path):
    trunk = w.entries(10)
    branch = trunk[:6] + w.entries(6, after=w.head_of(trunk[:6]))
    store = w.Memory().keep(trunk)
    assert w.outcome(w.export(tmp_path, branch, no=1).path, store) == "sync.chain_fork"
    assert w.outcome(w.export(tmp_path, branch[10:], no=2).path, store) == "sync.chain_fork"
    assert w.outcome(w.export(tmp_path, branch[7:9], no=3).path, store) == "sync.chain_fork"


def _with_lines(made, raw):
    members = w.members_of(made)
    members[4] = (members[4][0], zstandard.ZstdCompressor(write_checksum=True).compress(raw))
    return w.resign(members)


def test_18_entries_swapped_dropped_or_edited_under_a_valid_signature(tmp_path):
    made = w.entries(6)
    rows = w.lines(made)
    swapped = [rows[1], rows[0], *rows[2:]]
    dropped = rows[:2] + rows[3:]
    edited = [*rows[:3], rows[3].replace("Иванова".encode(), "Петрова".encode()), *rows[4:]]
    salted = [*rows[:3], rows[3].replace(b"\t", b"\tAAAA", 1), *rows[4:]]
    doubled = [*rows, rows[5]]
    short = rows[:5]
    for changed in (swapped, dropped, edited, doubled, short):
        assert w.outcome(w.forge(tmp_path, _with_lines(made, b"".join(changed)))) == "sync.chain_broken"
    assert w.outcome(w.forge(tmp_path, _with_lines(made, b"".join(salted)))) == "sync.bundle_format"


def test_an_entry_without_its_payload_is_refused(tmp_path):
    made = w.entries(3)
    erased = [*w.lines(made)[:2], to_line(made[2]._replace(salt=None, body=None))]
    assert w.outcome(w.forge(tmp_path, _with_lines(made, b"".join(erased)))) == "sync.payload_missing"


@pytest.mark.parametrize(
    ("name", "value"),
    [("head", "d" * 64), ("last", 5), ("last", 7), ("first", 2), ("prev", "e" * 64), ("o", w.OTHER), ("e", 2)],
)
def test_19_a_manifest_that_lies_about_its_range(tmp_path, name, value):
    members = w.resign(w.members_of(w.entries(6)), lambda about: about["chains"][0].update({name: value}))
    store = w.Memory().keep(w.entries(1)) if name == "first" else None
    allowed = {
        "first": {"sync.chain_fork"},
        "prev": {"sync.chain_fork"},
        "o": {"sync.bad_signature"},
        "e": {"sync.chain_gap"},
    }
    assert w.outcome(w.forge(tmp_path, members), store) in allowed.get(name, {"sync.chain_broken"})


def test_19_a_range_that_begins_lower_than_its_entries(tmp_path):
    made = w.entries(6)
    members = w.resign(w.members_of(made[2:]), lambda about: about["chains"][0].update(first=2, prev=made[0].hash))
    assert w.outcome(w.forge(tmp_path, members), w.Memory().keep(made[:1])) == "sync.chain_broken"


def test_19_counts_that_lie(tmp_path):
    for name, value in (("entries", 7), ("blobs", 1), ("bytes", 5)):
        members = w.resign(w.members_of(w.entries(6)), lambda about, n=name, v=value: about.update({n: v}))
        assert w.outcome(w.forge(tmp_path, members)) == "sync.member_mismatch"


def _with_manifest(body):
    members = w.members_of(w.entries(3))
    key = w.world().office.sender.key
    raw = body(members[0][1])
    members[0] = ("bundle.json", raw)
    members[1] = ("bundle.sig", key._key.sign(raw))
    return members


@pytest.mark.parametrize(
    "body",
    [
        lambda good: good.replace(b'{"acks":[]', b'{"acks":[],"acks":[]'),
        lambda good: good.replace(b",", b", ", 1),
        lambda good: good + b"\n",
        lambda good: json.dumps(dict(reversed(json.loads(good).items())), separators=(",", ":")).encode(),
        lambda good: good.replace(b'"no":42', b'"no":42.0'),
        lambda good: good.replace(b'"no":42', b'"no":4.2e1'),
    ],
)
def test_20_a_manifest_in_another_form_is_not_canonical(tmp_path, body):
    assert w.outcome(w.forge(tmp_path, _with_manifest(body))) in ("sync.non_canonical", "sync.bundle_format")
    assert _with_manifest(body)[0][1] != w.members_of(w.entries(3))[0][1]


def test_20_an_entry_in_another_form_is_not_canonical(tmp_path):
    made = w.entries(3)
    rows = w.lines(made)
    for old, new in ((b'{"b":0,', b'{"b":0,"b":0,'), (b'{"b":0,', b'{"b": 0,'), (b'{"b":0,"c":0,', b'{"c":0,"b":0,')):
        changed = [rows[0].replace(old, new), *rows[1:]]
        assert changed != rows
        assert w.outcome(w.forge(tmp_path, _with_lines(made, b"".join(changed)))) == "sync.non_canonical"


@pytest.mark.parametrize(
    "value",
    [b"9" * 5000, b"1.5", b"true", b'"\\ud800"', b"[" * 100_000, b"-1", b"null", b"9007199254740992"],
)
def test_21_odd_numbers_surrogates_and_nesting_end_in_a_condition(tmp_path, value):
    made = w.entries(2)
    rows = w.lines(made)
    in_envelope = [rows[0].replace(b'"b":0', b'"b":' + value), rows[1]]
    in_payload = [rows[0].replace(b'"n":1,"name"', b'"n":' + value + b',"name"'), rows[1]]
    assert rows[0] not in (in_envelope[0], in_payload[0])
    for changed in (in_envelope, in_payload):
        assert w.outcome(w.forge(tmp_path, _with_lines(made, b"".join(changed)))).startswith("sync.")
    in_manifest = _with_manifest(lambda good: good.replace(b'"no":42', b'"no":' + value))
    assert w.outcome(w.forge(tmp_path, in_manifest)).startswith("sync.")


def test_22_odd_text_is_stored_byte_for_byte(tmp_path):
    made = w.entries(2, text="\u202eИванова\u200b e\u0301 é Ａ \u2028 \ufeff")
    store = w.Memory()
    store.take(w.export(tmp_path, made).path)
    assert [entry.body for entry in store.rows.values()] == [entry.body for entry in made]


def test_23_lines_without_tabs_fields_or_the_last_line_feed(tmp_path):
    made = w.entries(3)
    raw = b"".join(w.lines(made))
    for changed in (
        raw.replace(b"\t", b" "),
        raw.replace(b"\t", b"\t\t", 1),
        raw[:-1],
        raw + b"\n",
        raw[:-1] + b"\r\n",
        b"\n",
    ):
        assert w.outcome(w.forge(tmp_path, _with_lines(made, changed))) in (
            "sync.bundle_format",
            "sync.non_canonical",
            "sync.chain_broken",
        )


@pytest.mark.parametrize(
    "raw", [b"[]", b"null", b"", b"{}", b"{" + b'"k":1,' * 1000 + b'"k":1}', b'"akb1"', b"\xff\xfe", b"[" * 200_000]
)
def test_24_a_manifest_that_is_none(tmp_path, raw):
    assert w.outcome(w.forge(tmp_path, _with_manifest(lambda _: raw))) == "sync.bundle_format"


def test_24_a_manifest_above_one_mib_is_beyond_the_limit(tmp_path):
    raw = b"{" + b",".join(b'"k%06d":1' % at for at in range(100_000)) + b"}"
    assert w.outcome(w.forge(tmp_path, _with_manifest(lambda _: raw))) == "sync.limit"


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd",
        "/etc/passwd",
        "journal/../x",
        "autorun.inf",
        "journal/1.jsonl.zst",
        "blobs/zz/x",
        "a\0b",
        "",
        "журнал",
    ],
)
def test_25_a_member_with_another_name(tmp_path, name):
    made = w.entries(2)
    members = w.members_of(made)
    plain = bytearray(ustar.pack(members))
    at = plain.index(b"journal/000001.jsonl.zst\0")
    plain[at : at + 100] = name.encode().ljust(100, b"\0")
    _checksum(plain, at)
    assert w.outcome(w.seal_plain(tmp_path, bytes(plain))) in ("sync.bundle_format", "sync.member_mismatch")
    listed = w.resign([*members[:4], (name.replace("\0", "") or "x", members[4][1])]) if name.isascii() else members[:4]
    assert w.outcome(w.forge(tmp_path, listed)) != "accepted"


def _checksum(plain, at):
    plain[at + 148 : at + 156] = b" " * 8
    plain[at + 148 : at + 156] = b"%06o\0 " % sum(plain[at : at + 512])


@pytest.mark.parametrize("kind", [b"1", b"2", b"3", b"5", b"x", b"g", b"L", b"K", b"S", b"\0", b"7"])
def test_26_links_devices_and_extended_headers(tmp_path, kind):
    plain = bytearray(ustar.pack(w.members_of(w.entries(2))))
    for at in (0, plain.index(b"journal/000001.jsonl.zst\0")):
        changed = bytearray(plain)
        changed[at + 156 : at + 157] = kind
        _checksum(changed, at)
        assert w.outcome(w.seal_plain(tmp_path, bytes(changed))) == "sync.bundle_format"


@pytest.mark.parametrize(
    "size", [b"77777777777\0", b"777777777777", b"\x80" + b"\0" * 3 + b"\x02" + b"\0" * 7, b"00004000001\0"]
)
def test_27_a_member_that_says_it_is_huge(tmp_path, size):
    plain = bytearray(ustar.pack(w.members_of(w.entries(2))))
    plain[124:136] = size
    _checksum(plain, 0)
    assert w.outcome(w.seal_plain(tmp_path, bytes(plain))) == "sync.limit"


def _with_segment(made, data):
    members = w.members_of(made)
    members[4] = (members[4][0], data)
    return w.resign(members)


def test_28_a_zstd_bomb_is_refused_by_its_header(tmp_path):
    made = w.entries(2)
    packer = zstandard.ZstdCompressor(write_checksum=True).compressobj(size=1 << 30)
    bomb = b"".join(packer.compress(bytes(1 << 24)) for _ in range(64)) + packer.flush()
    assert len(bomb) < 200_000
    assert w.outcome(w.forge(tmp_path, _with_segment(made, bomb))) == "sync.limit"
    unknown = zstandard.ZstdCompressor(write_checksum=True, write_content_size=False)
    packed = unknown.compress(b"".join(w.lines(made)))
    assert w.outcome(w.forge(tmp_path, _with_segment(made, packed))) == "sync.limit"


def test_29_odd_zstd_frames_are_refused(tmp_path):
    made = w.entries(2)
    raw = b"".join(w.lines(made))
    good = zstandard.ZstdCompressor(write_checksum=True).compress(raw)
    words = zstandard.train_dictionary(1024, [b"%d" % (n * 7919) * 20 for n in range(200)])
    wide = zstandard.ZstdCompressionParameters(window_log=27, write_checksum=True, write_content_size=True)
    odd = {
        "two frames": good + good,
        "extra byte": good + b"x",
        "skippable frame": b"\x50\x2a\x4d\x18" + (4).to_bytes(4, "little") + b"aaaa" + good,
        "no checksum": zstandard.ZstdCompressor(write_checksum=False).compress(raw),
        "dictionary": zstandard.ZstdCompressor(write_checksum=True, dict_data=words).compress(raw),
        "empty": b"",
        "not zstd": raw[:400],
        "cut": good[:-1],
    }
    for name, data in odd.items():
        assert w.outcome(w.forge(tmp_path, _with_segment(made, data))) in (
            "sync.bundle_corrupt",
            "sync.bundle_format",
        ), name
    packer = zstandard.ZstdCompressor(compression_params=wide).compressobj()
    window = packer.compress(raw) + packer.flush()
    assert zstandard.get_frame_parameters(window).window_size == 1 << 27
    assert w.outcome(w.forge(tmp_path, _with_segment(made, window))) == "sync.limit"


def test_30_a_content_size_that_lies(tmp_path):
    made = w.entries(2)
    raw = b"".join(w.lines(made))
    good = zstandard.ZstdCompressor(write_checksum=True).compress(raw)
    size = len(raw) - 256
    at = good.index(size.to_bytes(2, "little"), 4)
    for change in (-1, 1, 200):
        data = bytearray(good)
        data[at : at + 2] = (size + change).to_bytes(2, "little")
        assert zstandard.get_frame_parameters(bytes(data)).content_size == len(raw) + change
        assert w.outcome(w.forge(tmp_path, _with_segment(made, bytes(data)))) == "sync.bundle_corrupt"


def test_31_an_attachment_that_does_not_match_its_name(tmp_path):
    members = w.members_of([], (w.blob(b"photo"),))
    members[4] = (members[4][0], b"other")
    assert w.outcome(w.forge(tmp_path, members)) == "sync.member_mismatch"
    assert w.outcome(w.forge(tmp_path, w.resign(members))) == "sync.member_mismatch"


def test_31_pieces_that_do_not_make_the_attachment(tmp_path):
    name = "blobs/" + hashlib.sha256(b"ab").hexdigest()[:2] + "/" + hashlib.sha256(b"ab").hexdigest()
    members = w.members_of([])

    def pieces(*parts):
        files = [(f"{name}.{at:06}", data) for at, data in parts]
        return w.forge(tmp_path, w.resign(members + files, lambda about: about.update(blobs=1)))

    assert w.outcome(pieces((0, b"a"), (1, b"b"))) == "accepted"
    assert w.outcome(pieces((0, b"a"), (1, b"c"))) == "sync.blob_mismatch"
    assert w.outcome(pieces((0, b"a"))) == "sync.blob_mismatch"
    assert w.outcome(pieces((0, b"a"), (2, b"b"))) == "sync.bundle_format"
    assert w.outcome(pieces((1, b"b"), (0, b"a"))) == "sync.bundle_format"


def test_32_members_missing_extra_or_in_another_order(tmp_path):
    photos = (w.blob(b"one"), w.blob(b"two"))
    good = w.members_of(w.entries(2), photos)
    allowed = ("sync.bundle_format", "sync.member_mismatch")
    for members in (
        good[:-1],
        [*good, ("autorun.inf", b"x")],
        [*good[:5], good[6], good[5]],
        good[:4],
        good[1:],
        good[:3],
    ):
        assert w.outcome(w.forge(tmp_path, members)) in allowed
    for files in ([good[5], good[4], good[6]], [*good[4:], good[6]]):
        assert w.outcome(w.forge(tmp_path, w.resign([*good[:4], *files]))) in allowed
    plain = ustar.pack(good)
    for changed in (plain[:-512], plain + bytes(512), plain + b"x", plain[:-1] + b"x", b"", plain[:300]):
        assert w.outcome(w.seal_plain(tmp_path, changed)) == "sync.bundle_format"


def test_33_too_many_members_stanzas_and_header_bytes(tmp_path):
    many = w.resign(w.members_of([]), lambda about: about.update(files=limits.MEMBERS + 1))
    assert w.outcome(w.forge(tmp_path, many)) == "sync.limit"
    stanza = b"-> odd AAAA\nAAAA\n"
    for header in (stanza * 257, b"-> odd\n" + b"A" * 4000 + b"\n" + (b"A" * 64 + b"\n") * 32_000):
        path = tmp_path / "header.akb"
        path.write_bytes(b"age-encryption.org/v1\n" + header + b"--- AAAA\n" + bytes(200))
        assert w.outcome(path) == "sync.limit"


def test_34_passphrase_stanzas_armor_and_other_files_are_refused(tmp_path):
    path = tmp_path / "odd.akb"
    for data in (
        b"age-encryption.org/v1\n-> scrypt AAAA 18\nAAAA\n--- AAAA\n" + bytes(200),
        b"-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n-----END AGE ENCRYPTED FILE-----\n" + bytes(300),
        b"%PDF-1.7" + bytes(400),
        b"age-encryption.org/v2\n" + bytes(300),
        b"age-encryption.org/v1\n" + b"x" * 5000,
    ):
        path.write_bytes(data)
        assert w.outcome(path) == "sync.bundle_format"


def test_plaintext_above_the_limit_is_refused_before_it_fills_memory(tmp_path):
    identity = w.world().centre.identity
    path = w.seal_plain(tmp_path, bytes(200_000))
    with path.open("rb") as stream:
        assert len(age_box.decrypt(stream, identity.secret, limit=200_000)) == 200_000
        assert w.refused(lambda: age_box.decrypt(stream, identity.secret, limit=199_999)) == "sync.limit"
    with path.open("r+b") as stream:
        stream.truncate(limits.PLAIN_BYTES + 64 * limits.MIB)
    assert w.outcome(path) == "sync.limit"


def test_a_link_a_folder_and_a_missing_file_are_no_bundles(tmp_path):
    path = w.export(tmp_path, w.entries(1)).path
    link = tmp_path / "link.akb"
    link.symlink_to(path)
    assert w.outcome(link) == "sync.not_a_file"
    assert w.outcome(tmp_path) == "sync.not_a_file"
    assert w.outcome(tmp_path / "none.akb") == "sync.media_lost"


def test_reading_out_of_order_is_a_mistake_of_the_program(tmp_path):
    reading = w.Memory().open(w.export(tmp_path, w.entries(1)).path)
    with pytest.raises(RuntimeError):
        reading.finish()
    with pytest.raises(RuntimeError):
        next(reading.blobs())


def test_an_office_in_another_place_than_the_head_is_told_which_entry_is_missing(tmp_path):
    made = w.entries(9)
    store = w.Memory().keep(made[:2])
    with pytest.raises(w.Trouble) as caught:
        store.open(w.export(tmp_path, made[5:]).path)
    assert caught.value.facts == {"chain": w.OFFICE, "need": 3, "first": 6}
    assert store.head(w.OFFICE, 1) == Head(w.OFFICE, 1, 2, made[1].hash)
