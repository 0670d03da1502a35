"""Bundles to and from other offices: everything new is written to a stick, what a stick brings is taken in whole.

An office writes its own chain to the centre; the centre answers with receipts. Not here: transfers, healing of forks,
and what a bundle looks like (`app.sync`).
"""

import contextlib
from collections.abc import Callable
from pathlib import Path

from app.base.errors import Trouble
from app.domain import facts as f
from app.domain.permissions import Actor, require
from app.journal.entry import NO_HASH
from app.services import enrolment, export_plan, importing
from app.services.enrolment import Credentials
from app.services.export_plan import Part, Plan
from app.services.importing import Imported
from app.store import peers, places
from app.store.incoming import Doubt
from app.store.store import APP_VERSION, Store
from app.sync import stick
from app.sync.bundle_name import FOLDER, bundle_name
from app.sync.parcel import BundlePlan
from app.sync.writer import Written, write_bundle

__all__ = ["Doubt", "Imported", "Written", "export", "import_bundles"]

OUTBOX = "outbox"
OUTBOX_BUNDLES = 10

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


def _silent(_done: int, _total: int) -> None:
    """Show no progress."""


def _never() -> bool:
    return False


def import_bundles(
    store: Store, actor: Actor, place: Path, *, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> list[Imported]:
    """Take in the bundles of a stick, a folder, or one file, in the order of their numbers; each whole or not at all.

    *Shape*: one answer per bundle; a bundle kept since an earlier import that could be taken in now is among them.
    *Refuses*: `permission.role`, `exchange.not_enrolled`, `exchange.no_bundle`.
    *Trouble*: the reason when there was one bundle only and it was refused; `sync.cancelled`, `sync.media_lost`,
    `store.disk_full` and their kin at any time: what was taken in before stays, nothing else does.
    """
    require(actor, "import_bundle")
    desk = importing.Desk(store, actor, enrolment.credentials(store), progress or _silent, cancelled or _never)
    return importing.run(desk, place)


def export(
    store: Store,
    actor: Actor,
    folder: Path,
    *,
    to: str = "",
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> list[Written]:
    """Write everything that was not acknowledged to a folder or stick, read it back, and record that it was written.

    The centre writes receipts: to one office, or without `to` to all that await one.
    *Refuses*: `permission.role`, `exchange.not_enrolled`, `exchange.addressee`, `exchange.nothing_new`.
    *Trouble*: as `app.sync.writer.write_bundle`; the parts written before it stand.
    """
    require(actor, "export_bundle")
    own = enrolment.credentials(store)
    written: list[Written] = []
    for addressee in export_plan.addressees(store, own, to):
        plan = export_plan.make(store, addressee)
        no = _number(store, folder, addressee)
        for at, part in enumerate(plan.parts, 1):
            head = _headline(store, own, plan, addressee, no)._replace(part=at, parts=len(plan.parts))
            written.append(_write(store, actor, own, folder, head, part, progress or _silent, cancelled or _never))
    return written


def _number(store: Store, folder: Path, to: str) -> int:
    """The next number to an addressee; one that a killed export left on the stick is passed over."""
    with store.reading() as connection:
        last = peers.last_sent(connection, to)
    no = last.no + 1 if last else 1
    target = folder if folder.name == FOLDER else folder / FOLDER
    while (target / bundle_name(store.replica, to, no, 1)).exists():
        no += 1
    return no


def _headline(store: Store, own: Credentials, plan: Plan, to: str, no: int) -> BundlePlan:
    with store.reading() as connection:
        last = peers.last_sent(connection, to)
    return BundlePlan(
        to=(to,),
        no=no,
        created=store.clock.now_ms(),
        app=APP_VERSION,
        roster=own.roster.version,
        prev=last.manifest_sha256 if last else NO_HASH,
        heads=plan.heads,
        acks=plan.acks,
        wants=plan.wants,
    )


def _write(
    store: Store,
    actor: Actor,
    own: Credentials,
    folder: Path,
    head: BundlePlan,
    part: Part,
    progress: Progress,
    cancelled: Cancelled,
) -> Written:
    """Write one part; a part that could not be recorded is taken off the stick again."""
    addressee = own.roster.active(head.to[0])
    recipients = [addressee.age] if addressee else []
    lines = export_plan.lines(store, part.runs)
    written = write_bundle(
        folder, head, lines, part.blobs, own.sender, recipients, progress=progress, cancelled=cancelled
    )
    try:
        _keep_copy(store, written)
        _record(store, actor, head, part, written)
    except BaseException:
        with contextlib.suppress(OSError):
            written.path.unlink(missing_ok=True)
        raise
    return written


def _record(store: Store, actor: Actor, head: BundlePlan, part: Part, written: Written) -> None:
    runs = part.runs
    sent = peers.Sent(
        to=head.to[0],
        no=head.no,
        part=head.part,
        sha256=written.sha256,
        manifest_sha256=written.manifest_sha256,
        first=runs[0].first if runs else 0,
        last=runs[-1].last if runs else 0,
        at=store.clock.now_ms(),
    )
    fact = f.office.BundleWritten(to=sent.to, no=sent.no, sha256=written.sha256, entries=written.entries)
    with store.unit(actor) as uow:
        peers.note_sent(uow.connection, sent)
        uow.record("", fact)
        uow.commit()


def _keep_copy(store: Store, written: Written) -> None:
    """Keep the bundle at the office too: the last ten, should both a disk and a stick be lost."""
    outbox = store.folder / OUTBOX
    with places.guarded_files():
        outbox.mkdir(exist_ok=True, mode=0o700)
        kept = stick.copy_to_inbox(written.path, outbox)
        if kept.stem != written.sha256:
            kept.unlink(missing_ok=True)
            raise Trouble("sync.read_back", name=written.path.name)
        kept.replace(outbox / written.path.name)
        copies = sorted(outbox.glob("*.akb"), key=lambda path: (path.stat().st_mtime_ns, path.name))
        for old in copies[:-OUTBOX_BUNDLES]:
            old.unlink(missing_ok=True)
