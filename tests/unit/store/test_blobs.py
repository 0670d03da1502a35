import secrets
from datetime import UTC, datetime, timedelta

import pytest

from app.base.clock import Clock
from app.base.errors import Trouble
from app.store.blobs import NAME, Blob, Blobs
from app.store.slots import StoreKeys

MARK = b"%PDF-1.7 plain text of a scan " * 40


@pytest.fixture
def keys():
    return StoreKeys(*(secrets.token_bytes(32) for _ in range(5)))


@pytest.fixture
def clock():
    return Clock(datetime(2026, 6, 1, tzinfo=UTC))


@pytest.fixture
def blobs(tmp_path, keys, clock):
    opened = Blobs.open(tmp_path, keys, create=True, clock=clock)
    yield opened
    opened.close()


@pytest.mark.parametrize("size", [0, 1, 4_096, 3_000_000])
def test_a_blob_comes_back_as_it_was(blobs, size):
    data = secrets.token_bytes(size)
    blob = blobs.put(data, "image/jpeg")
    assert (len(blob.h), blob.z, blob.type) == (64, size, "image/jpeg")
    assert blobs.get(blob.h) == data
    assert blobs.has(blob.h)
    assert blobs.put(data, "image/jpeg") == blob


def test_known_bytes_have_the_known_digest(blobs):
    expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert blobs.put(b"abc", "text/plain") == Blob(expected, 3, "text/plain")


def test_a_missing_blob_is_said(blobs):
    assert not blobs.has("00" * 32)
    with pytest.raises(Trouble) as caught:
        blobs.get("00" * 32)
    assert caught.value.condition == "store.blob_missing"


def test_blobs_survive_reopening_and_are_never_in_plain(tmp_path, keys, blobs):
    blob = blobs.put(MARK, "application/pdf")
    files = [path for path in tmp_path.iterdir() if path.stat().st_size]
    assert {NAME, f"{NAME}-wal"} <= {path.name for path in files}
    assert all(MARK[:30] not in path.read_bytes() for path in files)
    blobs.close()
    again = Blobs.open(tmp_path, keys)
    assert again.get(blob.h) == MARK
    assert again.check() == []
    again.close()
    assert MARK[:30] not in (tmp_path / NAME).read_bytes()


def test_the_registers_key_does_not_open_the_blobs(tmp_path, keys, blobs):
    blobs.close()
    other = StoreKeys(keys.blobs, keys.database, keys.backup, keys.audit, keys.sync)
    with pytest.raises(Trouble) as caught:
        Blobs.open(tmp_path, other)
    assert caught.value.condition == "store.wrong_key"


def test_a_flipped_bit_is_damage_never_other_bytes(tmp_path, keys, blobs):
    blob = blobs.put(secrets.token_bytes(200_000), "image/jpeg")
    blobs.close()
    path = tmp_path / NAME
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    again = Blobs.open(tmp_path, keys)
    try:
        with pytest.raises(Trouble) as caught:
            again.get(blob.h)
        assert caught.value.condition == "store.damaged"
        assert again.check()
    finally:
        again.close()


def test_a_row_with_other_bytes_than_its_digest_is_not_handed_out(tmp_path, keys, blobs):
    from app.store.engine import open_database

    blob = blobs.put(b"right", "text/plain")
    blobs.close()
    raw = open_database(tmp_path / NAME, keys.blobs)
    with raw.writer.begin() as connection:
        connection.exec_driver_sql("UPDATE blob SET data = x'00'")
    raw.close()
    again = Blobs.open(tmp_path, keys)
    with pytest.raises(Trouble) as caught:
        again.get(blob.h)
    again.close()
    assert caught.value.condition == "store.blob_damaged"


def test_only_old_blobs_that_nobody_names_are_collected(blobs, clock):
    named, unnamed, renewed = (blobs.put(name, "text/plain").h for name in (b"named", b"unnamed", b"renewed"))
    clock.set(clock.now() + timedelta(hours=25))
    fresh = blobs.put(b"fresh", "text/plain").h
    blobs.put(b"renewed", "text/plain")
    assert blobs.collect({named}, timedelta(days=1)) == 1
    assert [blobs.has(h) for h in (named, unnamed, renewed, fresh)] == [True, False, True, True]
    clock.set(clock.now() + timedelta(days=2))
    assert blobs.collect(lambda h: h in {named, fresh}, timedelta(days=1)) == 1
    assert [blobs.has(h) for h in (named, renewed, fresh)] == [True, False, True]


def test_a_read_only_store_shows_its_blobs_and_takes_none(tmp_path, keys, blobs):
    blob = blobs.put(b"shown", "text/plain")
    blobs.close()
    again = Blobs.open(tmp_path, keys, read_only=True)
    assert again.get(blob.h) == b"shown"
    with pytest.raises(Trouble) as caught:
        again.put(b"refused", "text/plain")
    again.close()
    assert caught.value.condition == "store.read_only"
