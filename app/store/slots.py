"""The master key and its slots: who can open this store, and with what.

The master key is 32 random bytes that exist only inside the slots and inside an opaque `MasterHandle`; everything else
works with sub-keys. Not here: the form of the file (`slotfile.py`), the cost of a guess (`kdf.py`), the printed code
(`recovery.py`). Python cannot wipe memory: after locking a store the process should end.
"""

import hmac
import re
import secrets
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, NoReturn

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.base import ids
from app.base.clock import Clock
from app.base.errors import Refusal, Trouble
from app.store import kdf as costs
from app.store import recovery, slotfile, tries
from app.store.kdf import DEMO_KDF, FLOOR, TEST_KDF, KdfParameters, Purpose, calibrate
from app.store.slotfile import Copy, Header, Slot, SlotFile

__all__ = [
    "DEMO_KDF", "FLOOR", "SHORTEST_PASSPHRASE", "TEST_KDF", "Created", "KdfParameters", "MasterHandle", "Purpose",
    "StoreKeys", "Unlocked", "add_user", "calibrate", "change_passphrase", "create", "describe", "remove_user",
    "renew_recovery", "reset_passphrase", "unlock", "unlock_with_recovery", "users",
]  # fmt: skip

SHORTEST_PASSPHRASE = 10
_STORE_ID = re.compile(r"^[A-Za-z0-9._-]{1,64}$")
_SALT_BYTES, _NONCE_BYTES, _KEY_BYTES = 16, 12, 32


@dataclass(frozen=True, slots=True)
class StoreKeys:
    """The sub-keys of a store, 32 bytes each; they never show in a log or a traceback."""

    database: bytes = field(repr=False)
    blobs: bytes = field(repr=False)
    backup: bytes = field(repr=False)
    audit: bytes = field(repr=False)
    sync: bytes = field(repr=False)


class MasterHandle:
    """The right to change the slots of an unlocked store; it can be held and passed on, not read or kept."""

    __slots__ = ("__master", "purpose", "store_id")

    def __init__(self, store_id: str, purpose: Purpose, master: bytes) -> None:
        self.store_id = store_id
        self.purpose = purpose
        self.__master = master

    def keys(self) -> StoreKeys:
        """The sub-keys of the store."""
        return StoreKeys(*(self._sub_key(name) for name in ("database", "blobs", "backup", "audit", "sync")))

    def sign(self, file: SlotFile) -> bytes:
        """The mac of a slot file under a sub-key of the master key."""
        return hmac.digest(self._sub_key("slot-file"), slotfile.canonical(file.content()), "sha256")

    def seal(self, header: Header, key: bytes) -> Slot:
        """The master key in a slot."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        sealed = AESGCM(_seal_key(header, key)).encrypt(nonce, self.__master, header.as_data())
        return Slot(header, nonce, sealed, _commitment(header, key, nonce, sealed))

    def _sub_key(self, name: str) -> bytes:
        return costs.expand(self.__master, self.store_id.encode(), name)

    def __repr__(self) -> str:
        return "MasterHandle()"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a master key is not copied")


class Created(NamedTuple):
    """A new store: its keys, the code for the recovery sheet (shown once), and the handle."""

    keys: StoreKeys
    recovery_code: str
    handle: MasterHandle

    def __repr__(self) -> str:
        return "Created()"


class Unlocked(NamedTuple):
    """An opened store; `user` is empty after the recovery code, `intact` false when no sound slot file was left."""

    keys: StoreKeys
    user: str
    store_id: str
    purpose: Purpose
    handle: MasterHandle
    intact: bool = True


def create(folder: Path, store_id: str, purpose: Purpose, user: str, passphrase: str, kdf: KdfParameters) -> Created:
    """Make the master key of a new store, its first user and its recovery code.

    Refuses: store.user_name, passphrase.too_short. Trouble: store.exists, store.disk_full, store.read_only, store.io.
    """
    if not _STORE_ID.match(store_id) or purpose not in costs.PURPOSES:
        raise ValueError("store id or purpose out of form")
    if slotfile.exists(folder):
        raise Trouble("store.exists")
    handle = MasterHandle(store_id, purpose, secrets.token_bytes(_KEY_BYTES))
    first = _passphrase_slot(handle, user, passphrase, kdf)
    code, last = _recovery_slot(handle)
    _save(folder, handle, SlotFile(store_id, purpose, 0, (first, last)))
    return Created(handle.keys(), code, handle)


def unlock(folder: Path, user: str, passphrase: str, clock: Clock | None = None) -> Unlocked:
    """Open a store with a user's passphrase.

    Trouble: store.wrong_passphrase, store.unknown_user, store.wait, store.not_ours, store.newer, store.keys_damaged.
    """
    copies = slotfile.read(folder)
    watch = clock or Clock()
    live = copies[0].file.purpose == "live"
    if live:
        tries.check(folder, watch)
    if not any(user in copy.file.users for copy in copies):
        _spend(copies[0].file, passphrase)
        wrong = Trouble("store.unknown_user")
    else:
        opened = _open(folder, copies, user, _passphrase_key(passphrase))
        if opened:
            tries.succeeded(folder) if live else None
            return opened
        wrong = Trouble("store.wrong_passphrase" if copies[0].intact else "store.keys_damaged")
    if live:
        tries.failed(folder, watch)
    raise wrong


def unlock_with_recovery(folder: Path, code: str) -> Unlocked:
    """Open a store with the code of the recovery sheet; the next step is `reset_passphrase`.

    Trouble: store.recovery_mistyped, store.recovery_wrong, store.not_ours, store.newer, store.keys_damaged.
    """
    secret = recovery.parse(code)
    copies = slotfile.read(folder)
    opened = _open(folder, copies, "", lambda header: costs.expand(secret, header.salt, "slot/recovery"))
    if not opened:
        raise Trouble("store.recovery_wrong" if copies[0].intact else "store.keys_damaged")
    tries.succeeded(folder) if opened.purpose == "live" else None
    return opened


def add_user(folder: Path, handle: MasterHandle, user: str, passphrase: str, kdf: KdfParameters) -> None:
    """Give another user a slot.

    Refuses: store.user_name, store.user_exists, passphrase.too_short.
    """
    file = _current(folder, handle)
    if user in file.users:
        raise Refusal("store.user_exists", field="user", user=user)
    _save(folder, handle, file._replace(slots=(*file.slots, _passphrase_slot(handle, user, passphrase, kdf))))


def change_passphrase(folder: Path, user: str, passphrase: str, new: str, kdf: KdfParameters) -> Unlocked:
    """Replace a user's passphrase, knowing the old one; no other slot changes.

    Refuses: passphrase.too_short. Trouble: as `unlock`.
    """
    opened = unlock(folder, user, passphrase)
    reset_passphrase(folder, opened.handle, user, new, kdf)
    return opened


def reset_passphrase(folder: Path, handle: MasterHandle, user: str, new: str, kdf: KdfParameters) -> None:
    """Give a user a new passphrase without the old one, from an unlocked store.

    Refuses: passphrase.too_short. Trouble: store.unknown_user.
    """
    file = _current(folder, handle)
    rest = _without(file, user)
    _save(folder, handle, file._replace(slots=(*rest, _passphrase_slot(handle, user, new, kdf))))


def remove_user(folder: Path, handle: MasterHandle, user: str) -> None:
    """Take a user's slot away; who may have copied the master key keeps it until the store gets a new one.

    Refuses: store.last_user. Trouble: store.unknown_user.
    """
    file = _current(folder, handle)
    rest = _without(file, user)
    if len(file.users) == 1:
        raise Refusal("store.last_user", field="user", user=user)
    _save(folder, handle, file._replace(slots=rest))


def renew_recovery(folder: Path, handle: MasterHandle) -> str:
    """A new recovery code; the old sheet opens nothing any more."""
    file = _current(folder, handle)
    code, slot = _recovery_slot(handle)
    rest = tuple(old for old in file.slots if old.header.kind != "recovery")
    _save(folder, handle, file._replace(slots=(*rest, slot)))
    return code


def users(folder: Path) -> tuple[str, ...]:
    """The users who have a slot."""
    return describe(folder).users


def describe(folder: Path) -> SlotFile:
    """What the slot file says in the clear: store_id, purpose, users, version, serial.

    Trouble: store.not_ours, store.newer, store.keys_damaged.
    """
    return slotfile.read(folder)[0].file


def _passphrase_slot(handle: MasterHandle, user: str, passphrase: str, kdf: KdfParameters) -> Slot:
    if not ids.USER.match(user):
        raise Refusal("store.user_name", field="user")
    normal = unicodedata.normalize("NFC", passphrase)
    if handle.purpose == "live" and len(normal) < SHORTEST_PASSPHRASE:
        raise Refusal("passphrase.too_short", field="passphrase", least=SHORTEST_PASSPHRASE)
    if not costs.allowed(kdf, handle.purpose):
        raise ValueError("only a demo or test store may use a cost below the floor")
    header = _header(handle, "passphrase", user, kdf)
    return handle.seal(header, costs.from_passphrase(passphrase, header.salt, kdf))


def _recovery_slot(handle: MasterHandle) -> tuple[str, Slot]:
    secret = recovery.new_secret()
    header = _header(handle, "recovery", "", None)
    return recovery.write(secret), handle.seal(header, costs.expand(secret, header.salt, "slot/recovery"))


def _header(handle: MasterHandle, kind: slotfile.Kind, user: str, kdf: KdfParameters | None) -> Header:
    salt = secrets.token_bytes(_SALT_BYTES)
    return Header(handle.store_id, handle.purpose, secrets.token_hex(8), kind, user, kdf, salt)


def _without(file: SlotFile, user: str) -> tuple[Slot, ...]:
    if user not in file.users:
        raise Trouble("store.unknown_user")
    return tuple(slot for slot in file.slots if slot.header.kind == "recovery" or slot.header.user != user)


def _save(folder: Path, handle: MasterHandle, file: SlotFile) -> None:
    file = file._replace(serial=file.serial + 1)
    slotfile.save(folder, file._replace(mac=handle.sign(file)))


def _current(folder: Path, handle: MasterHandle) -> SlotFile:
    """The slot file to change: the first copy that this master key signed; the best other one is signed anew."""
    copies = [copy for copy in slotfile.read(folder) if copy.file.store_id == handle.store_id]
    if not copies:
        raise Trouble("store.not_ours")
    return next((copy for copy in copies if _signed(copy, handle)), copies[0]).file


def _signed(copy: Copy, handle: MasterHandle) -> bool:
    return hmac.compare_digest(handle.sign(copy.file), copy.file.mac)


def _passphrase_key(passphrase: str) -> Callable[[Header], bytes | None]:
    """Derive a slot's key, once for equal salts and costs, and never at a cost that this purpose forbids."""
    known: dict[tuple[bytes, KdfParameters], bytes] = {}

    def derive(header: Header) -> bytes | None:
        if header.kdf is None or not costs.allowed(header.kdf, header.purpose) or len(header.salt) < 8:
            return None
        place = (header.salt, header.kdf)
        if place not in known:
            known[place] = costs.from_passphrase(passphrase, *place)
        return known[place]

    return derive


def _open(folder: Path, copies: list[Copy], user: str, derive: Callable[[Header], bytes | None]) -> Unlocked | None:
    """Try the slots of a user (or of the recovery code) in every copy; a sound copy wins and repairs its twin."""
    kind = "passphrase" if user else "recovery"
    unsound: Unlocked | None = None
    for copy in copies:
        for slot in copy.file.slots:
            header = slot.header
            if (header.kind, header.user) != (kind, user):
                continue
            key = derive(header)
            master = _unseal(slot, key) if key else None
            if master is None:
                continue
            handle = MasterHandle(header.store_id, header.purpose, master)
            opened = Unlocked(handle.keys(), user, header.store_id, header.purpose, handle)
            if copy.intact and _signed(copy, handle):
                slotfile.heal(folder, copy)
                return opened
            unsound = unsound or opened._replace(intact=False)
    return unsound


def _unseal(slot: Slot, key: bytes) -> bytes | None:
    expected = _commitment(slot.header, key, slot.nonce, slot.sealed)
    if not hmac.compare_digest(expected, slot.commitment):
        return None
    try:
        return AESGCM(_seal_key(slot.header, key)).decrypt(slot.nonce, slot.sealed, slot.header.as_data())
    except (InvalidTag, ValueError):
        return None


def _seal_key(header: Header, key: bytes) -> bytes:
    return costs.expand(key, header.salt, "slot/seal")


def _commitment(header: Header, key: bytes, nonce: bytes, sealed: bytes) -> bytes:
    """What GCM lacks: the one key under which this slot may open."""
    committing = costs.expand(key, header.salt, "slot/commitment")
    parts = (header.as_data(), nonce, sealed)
    return hmac.digest(committing, b"".join(len(part).to_bytes(4, "big") + part for part in parts), "sha256")


def _spend(file: SlotFile, passphrase: str) -> None:
    """Take as long for an unknown user as for a wrong passphrase."""
    kdf = next((slot.header.kdf for slot in file.slots if slot.header.kdf), None)
    if kdf and costs.allowed(kdf, file.purpose):
        costs.from_passphrase(passphrase, secrets.token_bytes(_SALT_BYTES), kdf)
