"""The import of one or many bundles: scan, copy to the inbox, verify, apply in one transaction, archive.

Called through `exchange.import_bundles` only. A bundle is taken in whole or not at all; one that came too early waits
in the inbox and is tried again after each import.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Literal, NamedTuple

from app.base.errors import Refusal, Trouble
from app.domain import facts as f
from app.domain.permissions import Actor
from app.journal.chain import Head
from app.journal.entry import Entry
from app.services.enrolment import Credentials
from app.store import incoming, peers, places
from app.store.incoming import Applied, Doubt
from app.store.peers import Connection, blobs_of
from app.store.store import Store
from app.sync import limits, stick
from app.sync.bundle_name import SUFFIX
from app.sync.guard import on_media, refusing
from app.sync.manifest import Manifest
from app.sync.reader import Reading, open_bundle
from app.sync.roster import CENTRE

INBOX, ARCHIVE = "inbox", "archive"
_NAME = re.compile(r"AKB-([A-Z]{3}[0-9]{2})(S[0-9]{1,2})-([A-Z]{3}[0-9]{2}S[0-9]{1,2})-([0-9]{6,16})-P[0-9]{2,6}\.akb")
_REFUSED = ("sync.", "journal.", "chain.", "exchange.")
_MACHINE = frozenset({"sync.cancelled", "sync.media_full", "sync.media_lost", "sync.read_only"})
_EVIDENCE = {
    "sync.chain_fork": "fork-",
    "exchange.record_taken": "taken-",
    "exchange.unreadable_fact": "refused-",
    "journal.payload_unreadable": "refused-",
}

Status = Literal["imported", "known", "waiting", "refused"]


class Imported(NamedTuple):
    """How one bundle fared; sender and number of one that was not taken in are those of its file name.

    *Shape*: `entries` new entries; `cases` the cases that came new or changed; `blobs` attachments; `condition` why it
    waits or was refused, `facts` what its sentence needs (`catalogue.sentence(imported.trouble(), language)`).
    """

    file: str
    sender: str
    no: int
    status: Status
    entries: int = 0
    cases_new: int = 0
    cases_changed: int = 0
    blobs: int = 0
    condition: str = ""
    sha256: str = ""
    in_doubt: tuple[Doubt, ...] = ()
    cases: tuple[str, ...] = ()
    facts: dict[str, object] = {}

    def trouble(self) -> Trouble:
        """Why it waits or was refused, as an error with a sentence."""
        return Trouble(self.condition, **self.facts)


class Desk(NamedTuple):
    """Who imports into which store, and who watches."""

    store: Store
    actor: Actor
    own: Credentials
    progress: Callable[[int, int], None]
    cancelled: Callable[[], bool]

    def pause(self) -> None:
        """Stop here if that is wished."""
        if self.cancelled():
            raise Trouble("sync.cancelled")


def run(desk: Desk, place: Path) -> list[Imported]:
    """Take in every bundle of a place, then those that waited and can be taken in now."""
    inbox = _folder(desk.store, INBOX)
    candidates = _candidates(desk.store, place)
    total = sum(2 * size for _, size in candidates) or 1
    done, found = 0, []
    waiting = {kept.stem for kept in inbox.glob(f"*{SUFFIX}")}
    for path, size in candidates:
        desk.pause()
        copied = _watched(desk, done, total)
        kept = stick.copy_to_inbox(path, inbox, progress=copied, cancelled=desk.cancelled)
        found.append(_one(desk, kept, path.name, kept.stem in waiting))
        done += 2 * size
        desk.progress(done, total)
    found = _retried(desk, inbox, found)
    if len(candidates) == 1 and found[0].status == "refused":
        raise found[0].trouble()
    if not found:
        raise Refusal("exchange.no_bundle", field="place")
    return found


def _watched(desk: Desk, before: int, total: int) -> Callable[[int, int], None]:
    return lambda done, _size: desk.progress(before + done, total)


def _folder(store: Store, name: str) -> Path:
    folder = store.folder / name
    with places.guarded_files():
        folder.mkdir(exist_ok=True, mode=0o700)
        for leftover in folder.glob(".*.part"):
            leftover.unlink(missing_ok=True)
    return folder


def _candidates(store: Store, place: Path) -> list[tuple[Path, int]]:
    """The bundles to try: of a folder those named for us, or all when none is, so that each gets its reason."""
    if not place.is_dir():
        with on_media():
            return [(place, place.lstat().st_size)]
    found = [(one.path, one.size) for one in stick.scan(place).bundles]
    me = store.replica.replace("-", "")
    return [(path, size) for path, size in found if path.name.split("-")[2] == me] or found


def _retried(desk: Desk, inbox: Path, found: list[Imported]) -> list[Imported]:
    """Try what waits in the inbox for as long as something is taken in."""
    names = {one.sha256: one.file for one in found}
    hopeless = set() if any(one.status == "imported" for one in found) else set(names)
    again = True
    while again:
        again = False
        for kept in sorted(inbox.glob(f"*{SUFFIX}")):
            if kept.stem in hopeless:
                continue
            desk.pause()
            result = _one(desk, kept, names.get(kept.stem, kept.name), True)
            again = again or result.status == "imported"
            if kept.stem in names:
                found = [result if one.sha256 == kept.stem else one for one in found]
            elif result.status in ("imported", "refused"):
                found.append(result)
        hopeless = set()
    return found


def _one(desk: Desk, kept: Path, name: str, waited: bool) -> Imported:
    """Take in one file of the inbox; it leaves the inbox unless it has to wait, whatever is wrong with it.

    One that `waited` there before this import stays when the user or the machine, not the bundle, is the reason.
    """
    sender, no = _from_name(name)
    with desk.store.reading() as connection:
        known = peers.received(connection, kept.stem)
    if known is not None:
        _archive(desk.store, kept)
        return Imported(name, known.sender, known.no, "known", sha256=kept.stem)
    try:
        return _taken(desk, kept, name)
    except Trouble as trouble:
        told = Imported(name, sender, no, "waiting", condition=trouble.condition, sha256=kept.stem, facts=trouble.facts)
        if trouble.condition == "sync.chain_gap":
            return told
        refused = trouble.condition.startswith(_REFUSED) and trouble.condition not in _MACHINE
        if refused or not waited:
            _put_away(desk.store, kept, trouble)
        if not refused:
            raise
        return told._replace(status="refused")
    except Exception:
        _put_away(desk.store, kept, Trouble("exchange.unreadable_fact"))
        raise


def _from_name(name: str) -> tuple[str, int]:
    match = _NAME.fullmatch(name)
    return (f"{match[1]}-{match[2]}", int(match[4])) if match else ("", 0)


def _archive(store: Store, kept: Path) -> None:
    with places.guarded_files():
        kept.replace(_folder(store, ARCHIVE) / kept.name)


def _put_away(store: Store, kept: Path, trouble: Trouble) -> None:
    """A refused file goes; one that was signed and whole, and yet cannot be taken in, is kept as evidence."""
    evidence = _EVIDENCE.get(trouble.condition)
    with places.guarded_files():
        if evidence and kept.exists():
            kept.replace(_folder(store, ARCHIVE) / f"{evidence}{kept.name}")
        else:
            kept.unlink(missing_ok=True)


def _taken(desk: Desk, kept: Path, name: str) -> Imported:
    """Verify a bundle to its end, then apply it."""
    with desk.store.reading() as connection:
        reading = _opened(desk, connection, kept)
        entries = list(_until_cancelled(desk, reading.entries()))
    with _blobs_or_none(desk, reading, kept.stem) as arrived:
        summary = reading.finish()
        applied = _applied(desk, reading.manifest, entries, kept.stem)
    _archive(desk.store, kept)
    cases = (*applied.cases_new, *applied.cases_changed)
    for listen in desk.store.on_committed:
        listen(cases, ())
    about = reading.manifest
    return Imported(
        name,
        about.from_,
        about.no,
        "imported",
        summary.fresh,
        len(applied.cases_new),
        len(applied.cases_changed),
        len(arrived),
        sha256=kept.stem,
        in_doubt=applied.doubts,
        cases=cases,
    )


def _opened(desk: Desk, connection: Connection, kept: Path) -> Reading:
    def head(o: str, e: int) -> Head | None:
        return peers.head(connection, o, e)

    def hash_at(o: str, e: int, n: int) -> str | None:
        return peers.hash_at(connection, o, e, n)

    return open_bundle(kept, desk.own.secret, desk.own.roster, desk.store.replica, head, hash_at)


def _until_cancelled(desk: Desk, entries: Iterator[Entry]) -> Iterator[Entry]:
    for at, entry in enumerate(entries):
        if at % limits.SEGMENT_ENTRIES == 0:
            desk.pause()
        yield entry


@contextmanager
def _blobs_or_none(desk: Desk, reading: Reading, sha256: str) -> Iterator[list[str]]:
    """Keep the attachments before the entries that name them; when the import fails, those that are new go again."""
    arrived: list[str] = []
    fresh: set[str] = set()
    blobs = desk.store.blobs
    try:
        for h, data in reading.blobs():
            desk.pause()
            arrived.append(h)
            if not blobs.has(h):
                fresh.add(h)
                blobs.put(data, _mime(data))
        yield arrived
    except BaseException:
        if fresh and not _is_known(desk.store, sha256):
            blobs.collect(lambda h: h not in fresh, timedelta(seconds=-1))
        raise


def _is_known(store: Store, sha256: str) -> bool:
    with store.reading() as connection:
        return peers.received(connection, sha256) is not None


def _mime(data: bytes) -> str:
    """The type by the first bytes; nothing here looks further into a foreign file."""
    for start, mime in ((b"%PDF-", "application/pdf"), (b"\xff\xd8\xff", "image/jpeg"), (b"\x89PNG", "image/png")):
        if data.startswith(start):
            return mime
    return "application/octet-stream"


def _applied(desk: Desk, about: Manifest, entries: list[Entry], sha256: str) -> Applied:
    """Entries, chain heads, records, projections, receipts and the fact of the import: one transaction."""
    store = desk.store
    with store.unit(desk.actor) as uow:
        connection = uow.connection
        newest = about.no >= peers.newest_received(connection, about.from_)
        with refusing("exchange.unreadable_fact"):
            applied = incoming.take_in(store, connection, entries, desk.pause)
        doubts = _receipts(store, connection, about) if newest else ()
        _note_missing(store, connection, about.from_, entries)
        taken = peers.Received(sha256, about.from_, about.no, about.part, len(entries), store.clock.now_ms())
        peers.note_received(connection, taken)
        uow.record(
            "",
            f.office.BundleImported(
                sender=about.from_, no=about.no, sha256=sha256, entries=len(entries), roster=about.roster
            ),
        )
        desk.pause()
        uow.commit()
    return applied._replace(doubts=(*applied.doubts, *doubts))


def _receipts(store: Store, connection: Connection, about: Manifest) -> tuple[Doubt, ...]:
    """What was received: of our chain as the centre says; of the sender's, what it knows of from our receipts."""
    for one in about.chains:
        if one.first > 1:
            peers.acknowledge(connection, Head(one.o, one.e, one.first - 1, one.prev))
    if about.from_[:5] != CENTRE:
        return ()
    peers.note_wanted(connection, about.wants)
    marks = [Head(mark.o, mark.e, mark.n, mark.h) for mark in about.acks if mark.o == store.replica]
    beyond = [mark for mark in marks if not peers.acknowledge(connection, mark)]
    return tuple(Doubt("ack_ahead", "", str(mark.n), about.from_) for mark in beyond)


def _note_missing(store: Store, connection: Connection, sender: str, entries: list[Entry]) -> None:
    """Which attachments the entries of this sender name and that are not here; the next receipt asks for them."""
    named = {blob.h for entry in entries for blob in blobs_of(entry.body)}
    before = peers.missing(connection, sender)
    absent = [h for h in (*before, *named) if not store.blobs.has(h)]
    if absent or before:
        peers.note_missing(connection, sender, absent)
