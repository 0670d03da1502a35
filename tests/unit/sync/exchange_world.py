"""An authority, a centre and two offices with real keys, a journal in memory, and a way to forge bundles."""

import hashlib
import io
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple

from app.base.errors import Trouble
from app.journal.chain import Head
from app.journal.entry import NO_HASH, Entry, Envelope, canonical, seal, to_line
from app.sync import age_box, enrolment, parcel, roster, ustar
from app.sync.authority import Authority
from app.sync.keys import SigningKey
from app.sync.parcel import Blob, BundlePlan, Sender
from app.sync.reader import Reading, Summary, open_bundle
from app.sync.writer import Written, write_bundle

AT = datetime(2026, 6, 15, 5, 0, tzinfo=UTC)
CREATED = int(AT.timestamp() * 1000)
OFFICE, OTHER, CENTRE = "ALA01-S2", "SHY01-S1", "CEN00-S1"


class Party(NamedTuple):
    sender: Sender
    identity: age_box.Identity


class World(NamedTuple):
    authority: Authority
    office: Party
    other: Party
    centre: Party
    roster: roster.Roster


@cache
def world() -> World:
    authority = Authority.new(AT)
    held = None
    parties = {}
    for name in (CENTRE, OFFICE, OTHER):
        key, identity = SigningKey.new(), age_box.new_identity()
        request = enrolment.read_request(enrolment.make_request(name, key, identity.recipient, "PC-1"))
        response = enrolment.certify(request, authority, held, AT)
        held = response.roster
        parties[name] = Party(Sender(name, key, response.certificate, identity.recipient), identity)
    return World(authority, parties[OFFICE], parties[OTHER], parties[CENTRE], held)


def entries(count: int, replica: str = OFFICE, after: Head | None = None, text: str = "Әсел Иванова") -> list[Entry]:
    head = after or Head(replica, 1, 0, NO_HASH)
    made = []
    for n in range(head.n + 1, head.n + 1 + count):
        envelope = Envelope(
            b=0, c=0, dg="", e=head.e, k="case.opened", m=1, n=n, o=head.o, p=head.h, r="", s=1,
            t=CREATED + n, u="a-omarova", v=1,
        )  # fmt: skip
        made.append(seal(envelope, canonical({"n": n, "name": text})))
        head = Head(head.o, head.e, n, made[-1].hash)
    return made


def lines(made: list[Entry]) -> list[bytes]:
    return [to_line(entry) for entry in made]


def head_of(made: list[Entry]) -> Head:
    last = made[-1]
    return Head(last.envelope.o, last.envelope.e, last.envelope.n, last.hash)


def blob(data: bytes) -> Blob:
    return Blob(hashlib.sha256(data).hexdigest(), len(data), lambda: data)


def plan(**changes: object) -> BundlePlan:
    return BundlePlan(to=(CENTRE,), no=42, created=CREATED, app="0.4.0", roster=1)._replace(**changes)


def export(folder: Path, made: list[Entry], blobs: tuple[Blob, ...] = (), **changes: object) -> Written:
    here = world()
    return write_bundle(folder, plan(**changes), lines(made), blobs, here.office.sender, [here.centre.sender.age])


@dataclass
class Memory:
    """A store in memory that keeps entries only when a bundle was read to its end."""

    rows: dict[tuple[str, int, int], Entry] = field(default_factory=dict)
    blobs: dict[str, bytes] = field(default_factory=dict)

    def head(self, o: str, e: int) -> Head | None:
        places = [n for (chain, epoch, n) in self.rows if (chain, epoch) == (o, e)]
        return Head(o, e, max(places), self.rows[(o, e, max(places))].hash) if places else None

    def hash_at(self, o: str, e: int, n: int) -> str | None:
        entry = self.rows.get((o, e, n))
        return entry.hash if entry else None

    def keep(self, made: list[Entry]) -> "Memory":
        self.rows |= {(entry.envelope.o, entry.envelope.e, entry.envelope.n): entry for entry in made}
        return self

    def open(self, path: Path, trust: roster.Roster | None = None, party: Party | None = None) -> Reading:
        reader = party or world().centre
        return open_bundle(
            path, reader.identity.secret, trust or world().roster, reader.sender.replica, self.head, self.hash_at
        )

    def take(self, path: Path, trust: roster.Roster | None = None, party: Party | None = None) -> Summary:
        reading = self.open(path, trust, party)
        new, blobs = list(reading.entries()), dict(reading.blobs())
        summary = reading.finish()
        self.keep(new)
        self.blobs |= blobs
        return summary


def refused(act: Callable[[], object]) -> str:
    """The condition with which an act is refused; anything but a `Trouble` comes through."""
    try:
        act()
    except Trouble as trouble:
        return trouble.condition
    return "accepted"


def outcome(path: Path, store: Memory | None = None, **options: object) -> str:
    """How a bundle is refused, after checking that nothing of it was kept."""
    memory = store or Memory()
    before = dict(memory.rows), dict(memory.blobs)
    condition = refused(lambda: memory.take(path, **options))
    assert condition == "accepted" or (memory.rows, memory.blobs) == before
    return condition


def members_of(
    made: list[Entry], blobs: tuple[Blob, ...] = (), sender: Sender | None = None, **changes: object
) -> list:
    """The members of an honest bundle, to be changed by a forger."""
    packed = parcel.make(plan(**changes), lines(made), blobs, sender or world().office.sender)
    data = memoryview(b"".join(parcel.stream(packed)))
    archive, found = ustar.Archive(data), []
    while member := archive.next(lambda _: 1 << 30):
        found.append((member.name, bytes(member.data)))
    return found


def resign(members: list, change: Callable[[dict], object] = lambda _: None, sender: Sender | None = None) -> list:
    """Sign again a manifest that was changed and whose sums and counts fit the members that follow."""
    key = (sender or world().office.sender).key
    files = members[4:]
    sums = b"".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n".encode() for name, data in files)
    about = json.loads(members[0][1])
    about |= {
        "sums": hashlib.sha256(sums).hexdigest(),
        "files": len(files),
        "bytes": sum(len(data) for _, data in files),
    }
    change(about)
    body = json.dumps(about, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    return [("bundle.json", body), ("bundle.sig", key.sign(body)), members[2], ("SHA256SUMS", sums), *files]


def seal_plain(folder: Path, plain: bytes, recipients: list[str] | None = None, name: str = "forged.akb") -> Path:
    """Encrypt any plaintext as if it were a bundle."""
    sink = io.BytesIO()
    age_box.encrypt(io.BytesIO(plain), sink, recipients or [world().centre.sender.age])
    path = folder / name
    path.write_bytes(sink.getvalue())
    return path


def forge(folder: Path, members: list) -> Path:
    return seal_plain(folder, ustar.pack(members))
