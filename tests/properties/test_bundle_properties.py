"""Properties of the container: whatever goes in comes out, and no bytes make its readers fall over."""

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from app.base.errors import Trouble
from app.sync import age_box, enrolment, parcel, segments, ustar
from app.sync.authority import Authority
from tests.unit.sync import exchange_world as w


@given(st.lists(st.text(max_size=40), max_size=12), st.lists(st.binary(max_size=2000), max_size=4, unique=True))
def test_a_bundle_of_any_entries_and_attachments_comes_back(texts, contents):
    made = []
    for text in texts:
        made += w.entries(1, after=w.head_of(made) if made else None, text=text)
    photos = tuple(w.blob(content) for content in contents)
    with tempfile.TemporaryDirectory() as folder:
        written = w.export(Path(folder), made, photos)
        store = w.Memory()
        assert store.take(written.path) == (len(made), 0, len(photos))
    assert list(store.rows.values()) == made
    assert store.blobs == {photo.h: photo.read() for photo in photos}


@given(st.integers(0, 30), st.integers(0, 30), st.integers(0, 30))
def test_any_range_joins_overlaps_or_leaves_a_gap(known, first, last):
    made = _RUN[:]
    first, last = min(first, last), max(first, last)
    with tempfile.TemporaryDirectory() as folder:
        path = w.export(Path(folder), made[first:last]).path
        store = w.Memory().keep(made[:known])
        if first == last:
            assert store.take(path) == (0, 0, 0)
        elif first > known:
            assert w.outcome(path, store) == "sync.chain_gap"
        else:
            fresh = max(0, last - known)
            assert store.take(path) == (fresh, last - first - fresh, 0)
            assert len(store.rows) == max(known, last)


_RUN = w.entries(30)
_PLAIN = b"".join(parcel.stream(parcel.make(w.plan(), w.lines(_RUN), (w.blob(b"photo"),), w.world().office.sender)))


def _only_trouble(act):
    try:
        return act()
    except Trouble as trouble:
        assert trouble.condition.startswith("sync.")
        return None


def _walk(raw):
    archive = ustar.Archive(memoryview(raw))
    while archive.next(lambda _: 1 << 20):
        pass


@given(st.binary(max_size=3000))
def test_no_bytes_make_the_archive_reader_fall_over(raw):
    _only_trouble(lambda: _walk(raw))
    _only_trouble(lambda: enrolment.read_request(raw))


def _changed(data, good):
    raw = bytearray(good)
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(raw) - 1))
        raw[at : at + data.draw(st.integers(0, 600))] = data.draw(st.binary(max_size=600))
        raw = raw or bytearray(1)
    return bytes(raw)


@given(st.data())
def test_nor_do_bytes_that_look_like_an_archive(data):
    _only_trouble(lambda: _walk(_changed(data, _PLAIN)))


@given(st.data())
def test_a_changed_plaintext_is_refused_or_is_the_same(data):
    raw = _changed(data, _PLAIN)
    with tempfile.TemporaryDirectory() as folder:
        condition = w.outcome(w.seal_plain(Path(folder), raw))
    assert condition.startswith("sync.") or raw == _PLAIN


@given(st.data())
def test_no_bytes_make_the_readers_of_requests_and_responses_fall_over(data):
    _only_trouble(lambda: enrolment.read_request(_changed(data, _REQUEST)))
    _only_trouble(lambda: enrolment.read_response(_changed(data, _RESPONSE), _KEY, w.CENTRE, None))


_KEY = w.SigningKey.new()
_REQUEST = enrolment.make_request(w.CENTRE, _KEY, age_box.new_identity().recipient, "PC")
_RESPONSE = enrolment.certify(enrolment.read_request(_REQUEST), Authority.new(w.AT), None, w.AT).data


@given(st.binary(max_size=400) | st.binary(max_size=400).map(lambda raw: b"age-encryption.org/v1\n" + raw))
def test_no_bytes_make_the_reader_of_bundles_fall_over(raw):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.akb"
        path.write_bytes(raw)
        assert w.outcome(path).startswith("sync.")


@given(
    st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyz0123456789._-/"), min_size=1, max_size=99),
    st.integers(0, 1 << 30),
)
def test_a_header_is_read_as_it_was_written_or_refused_by_its_name(name, size):
    archive = ustar.Archive(memoryview(ustar.header(name, size)))
    asked = []

    def limit(found):
        asked.append(found)
        return size - 1

    _only_trouble(lambda: archive.next(limit))
    assert asked in ([name], []) and (asked or ".." in name or not name[0].isalnum())


@given(st.binary(max_size=200) | st.binary(max_size=200).map(lambda raw: b"\x28\xb5\x2f\xfd" + raw))
def test_no_bytes_make_the_reader_of_segments_fall_over(raw):
    with tempfile.TemporaryDirectory() as folder:
        members = w.members_of(_RUN)
        members[4] = (members[4][0], raw)
        assert w.outcome(w.forge(Path(folder), w.resign(members))).startswith("sync.")


@given(st.lists(st.text(max_size=200), min_size=1, max_size=30))
def test_segments_keep_every_line_in_order(texts):
    made = []
    for text in texts:
        made += w.entries(1, after=w.head_of(made) if made else None, text=text)
    packed = segments.pack(w.lines(made))
    found = [line + b"\n" for one in packed.segments for line in segments.unpack(memoryview(one.data))]
    assert found == w.lines(made)
