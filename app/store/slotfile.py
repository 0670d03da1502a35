"""The file of the key slots, `keys.json` and its twin `keys.bak.json`: form, checks, the two copies.

Not here: any key or passphrase (`slots.py`). A copy is *intact* when its digest fits: that tells damage from a wrong
passphrase, and a later version from a flipped bit; so it keeps its form in every version. The digest proves nothing
against a hostile hand; the `mac` under the master key does.
"""

import hashlib
import json
from pathlib import Path
from typing import Any, Literal, NamedTuple

from app.base.errors import Trouble
from app.store import places
from app.store.kdf import PURPOSES, KdfParameters, Purpose

NAME, TWIN = "keys.json", "keys.bak.json"
FORMAT, VERSION = "pana-keys", 1
_MOST_BYTES = 1 << 20

Kind = Literal["passphrase", "recovery"]


class Header(NamedTuple):
    """What a slot says in the clear; all of it is bound to the sealed key as associated data."""

    store_id: str
    purpose: Purpose
    slot_id: str
    kind: Kind
    user: str
    kdf: KdfParameters | None
    salt: bytes

    def as_data(self) -> bytes:
        """The canonical bytes of the header."""
        return canonical(self.as_json())

    def as_json(self) -> dict[str, object]:
        """The header as it stands in the file."""
        cost = {"name": "argon2id", **self.kdf._asdict()} if self.kdf else {"name": "hkdf-sha256"}
        return {
            "kdf": cost,
            "kind": self.kind,
            "purpose": self.purpose,
            "salt": self.salt.hex(),
            "slot_id": self.slot_id,
            "store_id": self.store_id,
            "user": self.user,
            "version": VERSION,
        }


class Slot(NamedTuple):
    """The master key, sealed for one user or for the recovery code."""

    header: Header
    nonce: bytes
    sealed: bytes
    commitment: bytes

    def as_json(self) -> dict[str, object]:
        """The slot as it stands in the file."""
        return {
            "commitment": self.commitment.hex(),
            "header": self.header.as_json(),
            "nonce": self.nonce.hex(),
            "sealed": self.sealed.hex(),
        }


class SlotFile(NamedTuple):
    """All slots of one store; `serial` grows with every change."""

    store_id: str
    purpose: Purpose
    serial: int
    slots: tuple[Slot, ...]
    mac: bytes = b""
    version: int = VERSION

    @property
    def users(self) -> tuple[str, ...]:
        """The users who have a slot, in the order of their names."""
        return tuple(sorted(slot.header.user for slot in self.slots if slot.header.kind == "passphrase"))

    def content(self) -> dict[str, object]:
        """The file without its mac and digest."""
        return {
            "format": FORMAT,
            "purpose": self.purpose,
            "serial": self.serial,
            "slots": [slot.as_json() for slot in self.slots],
            "store_id": self.store_id,
            "version": self.version,
        }

    def as_bytes(self) -> bytes:
        """The file as it is written."""
        document = {**self.content(), "mac": self.mac.hex()}
        document["digest"] = hashlib.sha256(canonical(document)).hexdigest()
        return json.dumps(document, sort_keys=True, indent=1).encode() + b"\n"


class Copy(NamedTuple):
    """One of the two copies as it was found."""

    name: str
    file: SlotFile
    intact: bool
    data: bytes


def canonical(document: object) -> bytes:
    """The one serialisation of a document: sorted ASCII JSON without spaces."""
    return json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()


def save(folder: Path, file: SlotFile) -> None:
    """Write both copies durably, one after the other, so that one of them is whole at every moment."""
    for name in (NAME, TWIN):
        places.write_durably(folder / name, file.as_bytes())


def exists(folder: Path) -> bool:
    """True when a copy of the slot file stands in the folder."""
    return (folder / NAME).exists() or (folder / TWIN).exists()


def read(folder: Path) -> list[Copy]:
    """The copies that may be used, best first; the twin only when the first is damaged or the twin is not older.

    Trouble: store.not_ours, store.newer, store.keys_damaged when there is nothing to use.
    """
    found: list[Copy] = []
    troubles: list[Trouble] = []
    for name in (NAME, TWIN):
        try:
            found.append(_read_copy(folder, name))
        except Trouble as trouble:
            if name == NAME and trouble.condition == "store.newer":
                raise
            troubles.append(trouble)
    if not found:
        raise _worst(troubles)
    found.sort(key=lambda copy: copy.intact, reverse=True)
    first = found[0]
    return [copy for copy in found if copy is first or not first.intact or copy.file.serial >= first.file.serial]


def heal(folder: Path, good: Copy) -> None:
    """Write again a copy that is missing, damaged or older than the good one, if the folder can be written."""
    for name in (NAME, TWIN):
        path = folder / name
        try:
            if not path.exists() or path.read_bytes() != good.data:
                places.write_durably(path, good.data)
        except (OSError, Trouble):
            return  # a store on a read-only medium opens all the same; the next unlock tries again


def _worst(troubles: list[Trouble]) -> Trouble:
    rank = ("store.newer", "store.keys_damaged", "store.read_only", "store.io", "store.not_ours")
    return min(troubles, key=lambda trouble: rank.index(trouble.condition))


def _read_copy(folder: Path, name: str) -> Copy:
    path = folder / name
    if not path.is_file():
        raise Trouble("store.not_ours")
    with places.guarded_files(), path.open("rb") as stream:
        data = stream.read(_MOST_BYTES)
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        raise Trouble("store.keys_damaged") from None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise Trouble("store.not_ours")
    intact = document.pop("digest", None) == hashlib.sha256(canonical(document)).hexdigest()
    version = document.get("version")
    if intact and type(version) is int and version > VERSION:
        raise Trouble("store.newer", version=version)
    try:
        return Copy(name, _file(document), intact, data)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise Trouble("store.keys_damaged") from None


def _file(document: dict[str, Any]) -> SlotFile:
    file = SlotFile(
        store_id=_text(document["store_id"]),
        purpose=_one_of(document["purpose"], PURPOSES),
        serial=_number(document["serial"]),
        slots=tuple(_slot(item) for item in document["slots"]),
        mac=bytes.fromhex(document["mac"]),
        version=_number(document["version"]),
    )
    if file.version != VERSION or not file.slots:
        raise ValueError
    if any((slot.header.store_id, slot.header.purpose) != (file.store_id, file.purpose) for slot in file.slots):
        raise ValueError
    return file


def _slot(item: dict[str, Any]) -> Slot:
    raw = item["header"]
    cost, kind = raw["kdf"], _one_of(raw["kind"], ("passphrase", "recovery"))
    kdf = None
    if kind == "passphrase":
        kdf = KdfParameters(*(_number(cost[name]) for name in KdfParameters._fields))
    header = Header(
        store_id=_text(raw["store_id"]),
        purpose=_one_of(raw["purpose"], PURPOSES),
        slot_id=_text(raw["slot_id"]),
        kind=kind,
        user=_text(raw["user"]),
        kdf=kdf,
        salt=bytes.fromhex(raw["salt"]),
    )
    if header.as_json() != raw:
        raise ValueError  # an unknown or missing member would not be covered by the seal
    return Slot(header, *(bytes.fromhex(item[name]) for name in ("nonce", "sealed", "commitment")))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _number(value: object) -> int:
    if type(value) is not int:
        raise TypeError
    return value


def _one_of(value: object, choices: tuple[Any, ...]) -> Any:
    if value not in choices:
        raise ValueError
    return value
