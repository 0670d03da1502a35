"""What one office writes, the centre reads: entries, attachments, parts, overlaps, and every honest special case."""

import hashlib
import os

from app.journal.chain import Head
from app.sync import limits, parcel, segments
from app.sync.manifest import Mark
from tests.unit.sync import exchange_world as w


def test_a_bundle_comes_back_entry_by_entry_with_its_attachments(tmp_path):
    made = w.entries(50)
    photos = tuple(w.blob(os.urandom(size)) for size in (1, 511, 512, 60_000))
    written = w.export(tmp_path, made, photos)
    assert written.path == tmp_path / "AKB" / "AKB-ALA01S2-CEN00S1-000042-P01.akb"
    assert written.sha256 == hashlib.sha256(written.path.read_bytes()).hexdigest()
    assert (written.entries, written.blobs, written.no, written.part) == (50, 4, 42, 1)
    assert written.head == w.head_of(made)
    assert written.bytes == written.path.stat().st_size
    store = w.Memory()
    assert store.take(written.path) == (50, 0, 4)
    assert list(store.rows.values()) == made
    assert store.blobs == {photo.h: photo.read() for photo in photos}


def test_importing_the_same_bundle_again_changes_nothing(tmp_path):
    path = w.export(tmp_path, w.entries(9), (w.blob(b"photo"),)).path
    store = w.Memory()
    store.take(path)
    before = dict(store.rows)
    assert store.take(path) == (0, 9, 1)
    assert store.rows == before


def test_an_older_bundle_after_a_newer_one_changes_nothing(tmp_path):
    made = w.entries(9)
    older = w.export(tmp_path, made[:4], no=1).path
    newer = w.export(tmp_path, made, no=2).path
    store = w.Memory()
    assert store.take(newer) == (9, 0, 0)
    assert store.take(older) == (0, 4, 0)


def test_overlap_is_skipped_and_only_the_rest_is_new(tmp_path):
    made = w.entries(20)
    store = w.Memory().keep(made[:12])
    path = w.export(tmp_path, made[5:]).path
    assert store.take(path) == (8, 7, 0)
    assert store.head(w.OFFICE, 1) == w.head_of(made)


def test_continuation_joins_exactly(tmp_path):
    made = w.entries(20)
    assert w.Memory().keep(made[:12]).take(w.export(tmp_path, made[12:]).path) == (8, 0, 0)


def test_a_store_that_grows_while_it_reads_gets_every_entry_once(tmp_path):
    made = w.entries(30)
    store = w.Memory().keep(made[:5])
    reading = store.open(w.export(tmp_path, made).path)
    for entry in reading.entries():
        store.keep([entry])
    assert list(reading.blobs()) == []
    assert reading.finish() == (25, 5, 0)


def test_a_gap_waits_and_closes_when_the_missing_bundle_comes(tmp_path):
    made = w.entries(20)
    first, second = w.export(tmp_path, made[:10], no=1).path, w.export(tmp_path, made[10:], no=2).path
    store = w.Memory()
    assert w.outcome(second, store) == "sync.chain_gap"
    store.take(first)
    assert store.take(second) == (10, 0, 0)


def test_empty_blobs_only_and_acks_only_bundles_are_accepted(tmp_path):
    mark = Mark(o=w.CENTRE + ">" + w.OFFICE, e=1, n=3, h="a" * 64)
    assert w.Memory().take(w.export(tmp_path, [], no=1).path) == (0, 0, 0)
    assert w.Memory().take(w.export(tmp_path, [], (w.blob(b"x"),), no=2).path) == (0, 0, 1)
    acks = w.export(tmp_path, [], no=3, acks=(mark,), wants=("b" * 64,), refdata=(("calendar", 4),)).path
    reading = w.Memory().open(acks)
    assert reading.manifest.acks == (mark,)
    assert reading.manifest.refdata == {"calendar": 4}
    assert reading.manifest.wants == ("b" * 64,)


def test_two_epochs_of_one_office_travel_in_one_bundle(tmp_path):
    old = w.entries(3)
    new = w.entries(4, after=Head(w.OFFICE, 2, 0, old[-1].hash))
    store = w.Memory()
    assert store.take(w.export(tmp_path, old + new).path) == (7, 0, 0)
    assert store.head(w.OFFICE, 2).n == 4


def test_a_new_epoch_on_another_end_of_the_old_one_is_a_fork(tmp_path):
    new = w.entries(2, after=Head(w.OFFICE, 2, 0, "7" * 64))
    assert w.outcome(w.export(tmp_path, new).path, w.Memory().keep(w.entries(3))) == "sync.chain_fork"
    assert w.outcome(tmp_path / "AKB" / "AKB-ALA01S2-CEN00S1-000042-P01.akb") == "sync.chain_gap"


def test_more_entries_than_one_segment_holds(tmp_path):
    made = w.entries(limits.SEGMENT_ENTRIES + 3)
    packed = segments.pack(w.lines(made))
    assert [one.name for one in packed.segments] == ["journal/000001.jsonl.zst", "journal/000002.jsonl.zst"]
    assert w.Memory().take(w.export(tmp_path, made).path) == (limits.SEGMENT_ENTRIES + 3, 0, 0)


def test_lines_that_do_not_shrink_are_split_until_they_fit():
    noise = [w.entries(1, text=os.urandom(1_700_000).hex())[0]]
    for _ in range(4):
        noise += w.entries(1, after=w.head_of(noise), text=os.urandom(1_700_000).hex())
    packed = segments.pack(w.lines(noise))
    assert all(len(one.data) <= limits.SEGMENT_PACKED_BYTES for one in packed.segments)
    assert len(packed.segments) == 2
    assert sum(len(segments.unpack(memoryview(one.data))) for one in packed.segments) == 5


def test_an_attachment_above_sixteen_mib_travels_in_pieces(tmp_path):
    film = w.blob(os.urandom(1024) * (17 * 1024))
    store = w.Memory()
    assert store.take(w.export(tmp_path, w.entries(1), (film, w.blob(b"small"))).path) == (1, 0, 2)
    assert store.blobs[film.h] == film.read()


def test_the_sender_can_read_its_own_bundle(tmp_path):
    made = w.entries(5)
    path = w.export(tmp_path, made, to=(w.CENTRE, w.OFFICE)).path
    store = w.Memory()
    assert store.take(path, party=w.world().office) == (5, 0, 0)


def test_a_counter_and_id_that_were_used_before_decide_nothing(tmp_path):
    made = w.entries(6)
    twice = "00000000-0000-7000-8000-000000000000"
    (tmp_path / "restored").mkdir()
    first = w.export(tmp_path, made[:3], id=twice)
    again = w.export(tmp_path / "restored", made, id=twice)
    assert (first.no, first.id, first.path.name) == (again.no, again.id, again.path.name)
    store = w.Memory()
    assert store.take(first.path) == (3, 0, 0)
    assert store.take(again.path) == (3, 3, 0)


def test_attachments_are_shared_out_over_parts():
    blobs = [w.blob(b"x" * 10)._replace(size=200 * limits.MIB) for _ in range(5)]
    parts = parcel.share_out(blobs, 300 * limits.MIB)
    assert [len(part) for part in parts] == [1, 2, 2]
    assert parcel.share_out([], 5) == [[]]
