import copy
import hashlib
import json
import pickle
from datetime import UTC, datetime, timedelta

import pytest

from app.base.clock import Clock
from app.base.errors import Refusal, Trouble
from app.store import kdf, slotfile, slots, tries
from app.store.slots import FLOOR, TEST_KDF, KdfParameters

PHRASE = "five green lamps"


@pytest.fixture
def store(tmp_path):
    return tmp_path, slots.create(tmp_path, "store-1", "test", "aigul", PHRASE, TEST_KDF)


def condition(call, *arguments, **named):
    with pytest.raises(Trouble) as caught:
        call(*arguments, **named)
    return caught.value.condition


def document(folder):
    return json.loads((folder / slotfile.NAME).read_bytes())


def put(folder, changed, *, names=(slotfile.NAME, slotfile.TWIN), digest=True):
    """Write a changed slot file as a hostile hand would, with a fitting digest, or as damage does, without."""
    if digest:
        changed = {name: value for name, value in changed.items() if name != "digest"}
        changed["digest"] = hashlib.sha256(slotfile.canonical(changed)).hexdigest()
    for name in names:
        (folder / name).write_text(json.dumps(changed))


def test_the_passphrase_opens_and_gives_the_same_keys(store):
    folder, created = store
    opened = slots.unlock(folder, "aigul", PHRASE)
    assert opened.keys == created.keys
    assert (opened.user, opened.store_id, opened.purpose, opened.intact) == ("aigul", "store-1", "test", True)
    sub_keys = {getattr(opened.keys, name) for name in ("database", "blobs", "backup", "audit", "sync")}
    assert len(sub_keys) == 5
    assert all(len(key) == 32 for key in sub_keys)


def test_keys_do_not_show_and_the_handle_is_not_copied(store):
    folder, created = store
    opened = slots.unlock(folder, "aigul", PHRASE)
    shown = repr(opened) + repr(created) + str(opened.keys) + repr(opened.handle)
    assert opened.keys.database.hex() not in shown
    assert repr(opened.keys.database) not in shown
    assert created.recovery_code not in shown
    for attempt in (pickle.dumps, copy.deepcopy):
        with pytest.raises(TypeError):
            attempt(opened.handle)


def test_a_wrong_passphrase_and_an_unknown_user_are_refused(store):
    folder, _ = store
    assert condition(slots.unlock, folder, "aigul", PHRASE + " ") == "store.wrong_passphrase"
    assert condition(slots.unlock, folder, "aigul", "") == "store.wrong_passphrase"
    assert condition(slots.unlock, folder, "nobody", PHRASE) == "store.unknown_user"
    assert condition(slots.unlock, folder, "", PHRASE) == "store.unknown_user"


def test_a_passphrase_is_the_same_from_every_keyboard(tmp_path):
    slots.create(tmp_path, "s", "test", "a", "мой й\u0306 ё", TEST_KDF)
    assert slots.unlock(tmp_path, "a", "мои\u0306 й\u0306 е\u0308").user == "a"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("kdf.memory_kib", 2048),
        ("kdf.iterations", 2),
        ("kdf.lanes", 2),
        ("salt", "00" * 16),
        ("slot_id", "0" * 16),
        ("user", "mallory"),
        ("nonce", "00" * 12),
        ("sealed", "00" * 48),
        ("commitment", "00" * 32),
    ],
)
def test_no_part_of_a_slot_can_be_changed(store, name, value):
    folder, _ = store
    changed = document(folder)
    slot = next(slot for slot in changed["slots"] if slot["header"]["kind"] == "passphrase")
    place = slot if name in slot else slot["header"]
    *way, last = name.split(".")
    for step in way:
        place = place[step]
    assert place[last] != value
    place[last] = value
    put(folder, changed)
    assert condition(slots.unlock, folder, value if name == "user" else "aigul", PHRASE) == "store.wrong_passphrase"


@pytest.mark.parametrize(("name", "value"), [("purpose", "demo"), ("store_id", "store-2")])
def test_purpose_and_store_id_cannot_be_changed_everywhere_at_once(store, name, value):
    folder, _ = store
    changed = document(folder)
    changed[name] = value
    for slot in changed["slots"]:
        slot["header"][name] = value
    put(folder, changed)
    assert condition(slots.unlock, folder, "aigul", PHRASE) == "store.wrong_passphrase"


@pytest.mark.parametrize(
    ("name", "value"),
    [("version", 0), ("kind", "other"), ("extra", 1), ("purpose", "demo"), ("store_id", "store-2"), ("user", 5)],
)
def test_a_slot_that_is_out_of_form_makes_the_file_damaged(store, name, value):
    folder, _ = store
    changed = document(folder)
    changed["slots"][0]["header"][name] = value
    put(folder, changed)
    assert condition(slots.unlock, folder, "aigul", PHRASE) == "store.keys_damaged"


def test_a_slot_taken_away_or_an_old_file_in_part_is_noticed_by_the_mac(store):
    folder, created = store
    slots.add_user(folder, created.handle, "bolat", "another phrase", TEST_KDF)
    changed = document(folder)
    changed["slots"] = [slot for slot in changed["slots"] if slot["header"]["user"] != "bolat"]
    put(folder, changed)
    assert slots.unlock(folder, "aigul", PHRASE).intact is False


@pytest.mark.parametrize("damage", [b"", b"{", b"\x00" * 500, b'{"format": "other"}', b"[]", None])
def test_the_twin_opens_and_repairs_a_lost_or_damaged_file(store, damage):
    folder, created = store
    good = (folder / slotfile.NAME).read_bytes()
    (folder / slotfile.NAME).unlink() if damage is None else (folder / slotfile.NAME).write_bytes(damage)
    opened = slots.unlock(folder, "aigul", PHRASE)
    assert opened.keys == created.keys
    assert opened.intact
    assert (folder / slotfile.NAME).read_bytes() == good


def test_every_flipped_byte_of_one_copy_is_survived_and_repaired(store):
    folder, created = store
    path = folder / slotfile.NAME
    good = path.read_bytes()
    for place in range(len(good)):
        path.write_bytes(good[:place] + bytes([good[place] ^ 1 << place % 7]) + good[place + 1 :])
        assert slots.unlock(folder, "aigul", PHRASE).keys == created.keys
        assert path.read_bytes() == good


def test_a_hostile_change_in_the_first_copy_is_answered_by_the_twin(store):
    folder, created = store
    changed = document(folder)
    changed["slots"][0]["commitment"] = "00" * 32
    put(folder, changed, names=(slotfile.NAME,))
    assert slots.unlock(folder, "aigul", PHRASE).keys == created.keys
    assert (folder / slotfile.NAME).read_bytes() == (folder / slotfile.TWIN).read_bytes()


def test_an_older_twin_never_opens_what_the_first_copy_refuses(store):
    folder, created = store
    old = (folder / slotfile.TWIN).read_bytes()
    slots.reset_passphrase(folder, created.handle, "aigul", "the new phrase", TEST_KDF)
    (folder / slotfile.TWIN).write_bytes(old)
    assert condition(slots.unlock, folder, "aigul", PHRASE) == "store.wrong_passphrase"
    slots.unlock(folder, "aigul", "the new phrase")
    assert (folder / slotfile.TWIN).read_bytes() == (folder / slotfile.NAME).read_bytes()


def test_both_copies_damaged_is_said_as_damage(store):
    folder, _ = store
    for name in (slotfile.NAME, slotfile.TWIN):
        (folder / name).write_bytes(b'{"format": "pana-keys", "vers')
    assert condition(slots.unlock, folder, "aigul", PHRASE) == "store.keys_damaged"


def test_a_damaged_slot_in_both_copies_leaves_the_other_slots_usable(store):
    folder, created = store
    slots.add_user(folder, created.handle, "bolat", "another phrase", TEST_KDF)
    changed = document(folder)
    next(slot for slot in changed["slots"] if slot["header"]["user"] == "aigul")["sealed"] = "00" * 48
    put(folder, changed, digest=False)
    assert condition(slots.unlock, folder, "aigul", PHRASE) == "store.keys_damaged"
    opened = slots.unlock(folder, "bolat", "another phrase")
    assert (opened.keys, opened.intact) == (created.keys, False)
    slots.reset_passphrase(folder, opened.handle, "aigul", PHRASE, TEST_KDF)
    assert slots.unlock(folder, "aigul", PHRASE).intact


def test_no_file_and_a_foreign_file_are_not_ours_and_a_later_version_is_newer(tmp_path, store):
    folder, _ = store
    assert condition(slots.unlock, tmp_path / "none", "a", "b") == "store.not_ours"
    changed = document(folder)
    put(folder, {**changed, "format": "bitwarden"})
    assert condition(slots.describe, folder) == "store.not_ours"
    put(folder, {**changed, "version": 2, "unheard_of": True}, names=(slotfile.NAME,))
    assert condition(slots.unlock, folder, "aigul", PHRASE) == "store.newer"


def test_the_recovery_code_opens_and_gives_a_new_passphrase(store):
    folder, created = store
    opened = slots.unlock_with_recovery(folder, created.recovery_code.lower().replace("-", " "))
    assert (opened.keys, opened.user) == (created.keys, "")
    slots.reset_passphrase(folder, opened.handle, "aigul", "found again", TEST_KDF)
    assert slots.unlock(folder, "aigul", "found again").keys == created.keys
    assert condition(slots.unlock, folder, "aigul", PHRASE) == "store.wrong_passphrase"


def test_another_stores_recovery_code_and_a_mistyped_one_are_told_apart(store, tmp_path_factory):
    folder, created = store
    other = slots.create(tmp_path_factory.mktemp("other"), "store-2", "test", "a", PHRASE, TEST_KDF)
    assert condition(slots.unlock_with_recovery, folder, other.recovery_code) == "store.recovery_wrong"
    assert condition(slots.unlock_with_recovery, folder, created.recovery_code[:-1]) == "store.recovery_mistyped"


def test_a_renewed_recovery_code_retires_the_old_sheet(store):
    folder, created = store
    code = slots.renew_recovery(folder, created.handle)
    assert condition(slots.unlock_with_recovery, folder, created.recovery_code) == "store.recovery_wrong"
    assert slots.unlock_with_recovery(folder, code).keys == created.keys


def test_users_come_and_go(store):
    folder, created = store
    slots.add_user(folder, created.handle, "bolat", "another phrase", TEST_KDF)
    assert slots.users(folder) == ("aigul", "bolat")
    assert slots.unlock(folder, "bolat", "another phrase").keys == created.keys
    with pytest.raises(Refusal) as caught:
        slots.add_user(folder, created.handle, "bolat", "a", TEST_KDF)
    assert caught.value.rule == "store.user_exists"
    slots.remove_user(folder, created.handle, "aigul")
    assert condition(slots.unlock, folder, "aigul", PHRASE) == "store.unknown_user"
    assert condition(slots.remove_user, folder, created.handle, "aigul") == "store.unknown_user"
    with pytest.raises(Refusal) as caught:
        slots.remove_user(folder, created.handle, "bolat")
    assert caught.value.rule == "store.last_user"
    assert slots.unlock_with_recovery(folder, created.recovery_code).keys == created.keys


def test_a_passphrase_changes_with_the_old_one_only(store):
    folder, created = store
    assert condition(slots.change_passphrase, folder, "aigul", "no", "new", TEST_KDF) == "store.wrong_passphrase"
    slots.change_passphrase(folder, "aigul", PHRASE, "new", TEST_KDF)
    assert slots.unlock(folder, "aigul", "new").keys == created.keys
    assert slots.describe(folder).serial == 2


def test_a_handle_changes_only_its_own_store(store, tmp_path_factory):
    folder, _ = store
    other = slots.create(tmp_path_factory.mktemp("other"), "store-2", "test", "a", PHRASE, TEST_KDF)
    assert condition(slots.add_user, folder, other.handle, "eve", "x", TEST_KDF) == "store.not_ours"


def test_a_second_store_is_not_made_over_the_first(store):
    folder, _ = store
    before = (folder / slotfile.NAME).read_bytes()
    assert condition(slots.create, folder, "s", "test", "a", "b", TEST_KDF) == "store.exists"
    assert (folder / slotfile.NAME).read_bytes() == before


def test_a_live_store_wants_a_long_passphrase_and_a_costly_guess(tmp_path):
    with pytest.raises(Refusal) as caught:
        slots.create(tmp_path, "s", "live", "a", "nine char", FLOOR)
    assert (caught.value.rule, caught.value.field, caught.value.facts) == (
        "passphrase.too_short",
        "passphrase",
        {"least": 10},
    )
    with pytest.raises(ValueError, match="below the floor"):
        slots.create(tmp_path, "s", "live", "a", PHRASE, TEST_KDF)
    for name in ("", "Айгүл", "a b", "x" * 33):
        with pytest.raises(Refusal) as caught:
            slots.create(tmp_path, "s", "live", name, PHRASE, FLOOR)
        assert caught.value.rule == "store.user_name"
    assert list(tmp_path.iterdir()) == []


def test_wrong_tries_cost_time_in_a_live_store_and_survive_a_restart(tmp_path):
    slots.create(tmp_path, "s", "live", "a", PHRASE, FLOOR)
    clock = Clock(datetime(2026, 6, 1, tzinfo=UTC))
    for _ in range(4):
        assert condition(slots.unlock, tmp_path, "a", "wrong", clock) == "store.wrong_passphrase"
    with pytest.raises(Trouble) as caught:
        slots.unlock(tmp_path, "a", PHRASE, clock)
    assert (caught.value.condition, caught.value.facts) == ("store.wait", {"seconds": 5})
    clock.set(clock.now() + timedelta(seconds=5))
    assert slots.unlock(tmp_path, "a", PHRASE, clock).user == "a"
    assert not (tmp_path / tries.NAME).exists()


def test_the_waiting_time_doubles_to_a_minute_and_a_clock_set_back_does_not_lock(tmp_path):
    assert [tries.waiting_seconds(n) for n in (0, 1, 3, 4, 5, 6, 7, 8, 9, 500)] == [0, 0, 0, 5, 10, 20, 40, 60, 60, 60]
    clock = Clock(datetime(2026, 6, 1, tzinfo=UTC))
    for _ in range(4):
        tries.failed(tmp_path, clock)
    clock.set(datetime(2020, 1, 1, tzinfo=UTC))
    with pytest.raises(Trouble) as caught:
        tries.check(tmp_path, clock)
    assert caught.value.facts == {"seconds": 5}
    (tmp_path / tries.NAME).write_bytes(b"rubbish")
    tries.check(tmp_path, clock)


def test_test_stores_do_not_wait(store):
    folder, _ = store
    for _ in range(6):
        assert condition(slots.unlock, folder, "aigul", "wrong") == "store.wrong_passphrase"
    assert not (folder / tries.NAME).exists()


@pytest.mark.parametrize("speed", [0.2, 0.5, 1.0, 1.4, 2.0, 3.0, 5.0, 10.0])
def test_calibration_lands_between_half_a_second_and_one_or_on_the_floor(speed):
    def measure(cost: KdfParameters) -> float:
        return cost.memory_kib / 65536 * cost.iterations * 0.062 * speed

    found = kdf.calibrate(measure)
    assert found.reaches(FLOOR)
    assert found.bounded()
    assert found == FLOOR or 0.5 <= measure(found) <= 1.0


def test_calibration_on_this_computer_stays_within_its_bounds():
    found = kdf.calibrate()
    assert found.reaches(FLOOR)
    assert found.memory_kib <= 512 * 1024
    assert found.lanes == 4


def test_a_cost_that_would_exhaust_the_computer_is_never_run(store):
    folder, _ = store
    changed = document(folder)
    changed["slots"][0]["header"]["kdf"]["memory_kib"] = 1 << 40
    put(folder, changed)
    assert condition(slots.unlock, folder, "aigul", PHRASE) == "store.wrong_passphrase"


def test_nothing_secret_stands_in_the_files(store):
    folder, created = store
    keys = created.keys
    for path in folder.iterdir():
        data = path.read_bytes()
        for secret in (keys.database, keys.blobs, keys.backup, keys.audit, keys.sync):
            assert secret not in data
            assert secret.hex().encode() not in data
        assert PHRASE.encode() not in data
    assert sorted(path.name for path in folder.iterdir()) == ["keys.bak.json", "keys.json"]
