"""One office's store: the folder, its databases, its chain and clock; opened by a passphrase, used by units of work.

Not here: what facts mean (domain), who may record them (services), how rows look on a screen (rows).
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import sqlalchemy as sa

from app.base.clock import Clock
from app.base.errors import Trouble
from app.base.ids import uuid7
from app.domain import calendar as calendars
from app.domain import facts as f
from app.domain.calendar import WorkingCalendar
from app.domain.case import CaseState
from app.domain.facts.office import OfficeKind, OfficeOpened, Purpose
from app.domain.permissions import SYSTEM_ROLES, Actor
from app.domain.settings import Settings
from app.journal.chain import Head
from app.store import anchor, counting, engine, genesis, kdf, local, making, projections, slots, tables
from app.store.blobs import Blobs
from app.store.lockfile import StoreLock
from app.store.unit import UnitOfWork

APP_VERSION = "0.4.0"


class NewStore(NamedTuple):
    """What the first-start wizard asks for."""

    purpose: Purpose
    kind: OfficeKind
    region: str
    office: str
    workstation: int
    name_kk: str
    name_ru: str
    admin: str
    admin_name: str


class Opened(NamedTuple):
    """A store just made, and the recovery code that is shown once."""

    store: Store
    recovery_code: str


class Store:
    """An open store. One writer, some readers; `unit()` writes, `reading()` reads."""

    def __init__(
        self, folder: Path, databases: engine.Databases, blobs: Blobs, lock: StoreLock, slot: slots.Unlocked
    ) -> None:
        self.folder = folder
        self.databases = databases
        self.blobs = blobs
        self.store_id = slot.store_id
        self.purpose: Purpose = slot.purpose
        self.slot = slot
        self.clock = Clock()
        self.on_committed: list[Callable[[tuple[str, ...], tuple[f.Fact, ...]], None]] = []
        self._lock = lock
        self.calendar = calendars.load()
        self.settings = Settings({})
        self.others: dict[str, counting.Choices] = {}
        self.office = OfficeOpened(code="", kind="region", region="", name_kk="", name_ru="")
        self.office_record = ""
        self.workstation = 0
        self.replica = ""
        self.install_id = ""
        self.head = Head("", 1, 0, "")
        self.last_t = 0
        self._anchor: anchor.Anchor | None = None

    # -- life -----------------------------------------------------------------------------------------------------

    def close(self) -> None:
        """Close everything; the last connection folds the log into the file."""
        self.blobs.close()
        self.databases.close()
        self._lock.release()

    def load(self) -> None:
        """Read what the store says about itself.

        *Trouble*: `store.unfinished` for a store without its first entry, `store.restored` for one that lacks entries
        which this computer has seen, `store.copied` for one that this computer knows as another installation's.
        """
        with self.reading() as connection:
            if not sa.inspect(connection).has_table(tables.machine.name):
                raise Trouble("store.unfinished")
            about = local.get(connection, "about")
            clock = local.get(connection, "clock")
            projection = local.get(connection, "projection") or b""
            if about is None:
                raise Trouble("store.unfinished")
            self._take_about(json.loads(about))
            self._load_head(connection)
            if self.purpose == "live":
                self._anchor = self._checked_anchor(connection)
        if clock and self.purpose != "live":
            self.clock.set(datetime.fromisoformat(clock.decode()))
        self._bring_up_to_date(projection)
        if self.purpose == "live" and (self._anchor is None or self._anchor.n != self.head.n):
            self.move_anchor()

    def _take_about(self, known: dict[str, Any]) -> None:
        self.replica, self.install_id = known["replica"], known["install_id"]
        self.office_record, self.workstation = known["office_record"], known["workstation"]
        self.office = OfficeOpened(**known["office"])

    def _load_head(self, connection: sa.Connection) -> None:
        chain = tables.chain
        query = sa.select(chain).where(chain.c.o == self.replica).order_by(chain.c.e.desc()).limit(1)
        row = connection.execute(query).one()
        self.head, self.last_t = Head(row.o, row.e, row.last_n, row.last_h), row.last_t

    def _checked_anchor(self, connection: sa.Connection) -> anchor.Anchor | None:
        """What this computer noted of the chain; none for a new user of the computer, or after it was lost."""
        noted = anchor.read(anchor.folder_of(self.store_id))
        if noted is None:
            return None
        j = tables.journal.c
        there = sa.select(j.h).where(j.o == self.replica, j.e == noted.e, j.n == noted.n)
        standing = anchor.compare(
            noted,
            self.head.e,
            self.head.n,
            self.head.h,
            hash_at_anchor=connection.execute(there).scalar() or "",
            replica=self.replica,
            install_id=self.install_id,
        )
        if standing in {"ahead", "foreign"}:
            raise Trouble("store.restored" if standing == "ahead" else "store.copied")
        return noted

    def _bring_up_to_date(self, mark: bytes) -> None:
        """Make anew what was derived in another form, or under another calendar or other settings.

        Settings are derived themselves: in another form they cannot be read before they are rebuilt.
        """
        from app.store.rebuild import rebuild, reproject

        if mark.partition(b" ")[0] != str(tables.PROJECTION).encode():
            rebuild(self)
        with self.reading() as connection:
            self.load_choices(connection)
            mark = local.get(connection, "projection") or b""
        if mark != self.projection_mark():
            reproject(self)

    @property
    def choices(self) -> counting.Choices:
        """By what this office counts: the calendar it adopted with the days off it added, its settings."""
        return counting.Choices(self.calendar, self.settings)

    def load_choices(self, connection: sa.Connection) -> None:
        """Take over what this office and the others chose."""
        self._take(self.choices_in(connection))
        self.others = counting.choices_of_others(connection, self.replica)

    def choices_in(self, connection: sa.Connection) -> counting.Choices:
        """What this office chose as a connection sees it, what is not committed included."""
        return counting.choices_of(connection, self.replica, self.office_record)

    def calendar_after(self, connection: sa.Connection, *facts: f.Fact) -> WorkingCalendar:
        """The calendar that this office counts by, after some further facts of its record."""
        return counting.calendar_of(connection, self.replica, self.office_record, facts)

    def choices_for(self, holder: str, own: counting.Choices | None = None) -> counting.Choices:
        """By what the cases of a holder are counted: its own choices where its chain is here, else this office's."""
        return self.others.get(holder) or own or self.choices

    def reproject(self, connection: sa.Connection, own: counting.Choices) -> None:
        """Write the deadlines of every case anew, in the transaction that changes a setting or the calendar."""
        from app.store.rebuild import rewrite_dues

        rewrite_dues(self, connection, own)

    def _take(self, own: counting.Choices) -> None:
        self.calendar, self.settings = own

    # -- reading and writing --------------------------------------------------------------------------------------

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """A connection that can only read."""
        with self.databases.reader.begin() as connection:
            yield connection

    @contextmanager
    def unit(self, actor: Actor) -> Iterator[UnitOfWork]:
        """A unit of work of an actor; what was not committed is gone when the block ends."""
        with self.databases.writer.connect() as connection:
            connection.begin()
            uow, others = UnitOfWork(self, actor, connection), self.others
            try:
                yield uow
            finally:
                if not uow.is_committed:
                    self.others = others
                    engine.take_back(connection)

    @contextmanager
    def local(self) -> Iterator[sa.Connection]:
        """A connection for the tables of this computer: drafts, machine state."""
        with self.databases.writer.connect() as connection:
            connection.begin()
            try:
                yield connection
                connection.commit()
            except BaseException:
                engine.take_back(connection)
                raise

    def committed(self, uow: UnitOfWork) -> None:
        """Take over the new head and what the office chose, move the anchor, tell who listens."""
        self.head, self.last_t = uow.head, uow.last_t
        if uow.chosen is not None:
            self._take(uow.chosen)
        self.move_anchor()
        for listen in self.on_committed:
            listen(uow.touched, uow.recorded)

    def move_anchor(self) -> None:
        """Note the head outside the store (`exchange.md` 2.7); a failure must not undo a commit that is on disk."""
        known = self._anchor or anchor.Anchor(self.replica, 1, 0, "", self.install_id)
        self._anchor = known.moved(self.head.e, self.head.n, self.head.h)
        if self.purpose == "live":
            with suppress(Trouble):
                anchor.write(anchor.folder_of(self.store_id), self._anchor)

    def projection_mark(self, own: counting.Choices | None = None) -> bytes:
        """What the derived rows were made with: their form, the calendar and the settings of this office.

        When it differs from the mark in the store, the rows are made anew: a new calendar or setting reaches all.
        """
        return f"{tables.PROJECTION} {counting.mark(own or self.choices)}".encode()

    def rows_of(self, state: CaseState) -> projections.CaseRows:
        """The derived rows of a case under the calendar and settings of the office that holds it."""
        return projections.rows_of(state, *self.choices_for(state.holder))

    def project_system(self, connection: sa.Connection, replica: str, fact: f.Fact) -> None:
        """Write what facts without a case mean for users and settings; what the office counts by follows later."""
        if isinstance(fact, f.office.UserAdded) and replica == self.replica:
            connection.exec_driver_sql(
                'INSERT INTO "user"("user", name, roles) VALUES (?, ?, ?)'
                ' ON CONFLICT("user") DO UPDATE SET name = excluded.name',
                (fact.user, fact.name, "[]"),
            )
        elif isinstance(fact, f.office.RoleGiven) and replica == self.replica:
            row = connection.execute(sa.select(tables.user.c.roles).where(tables.user.c.user == fact.user)).scalar()
            roles = sorted({*json.loads(row or "[]"), fact.role})
            connection.execute(
                tables.user.update().where(tables.user.c.user == fact.user).values(roles=json.dumps(roles))
            )
        elif isinstance(fact, f.office.SettingChanged):
            connection.exec_driver_sql(
                "INSERT INTO setting(o, key, value) VALUES (?, ?, ?)"
                " ON CONFLICT(o, key) DO UPDATE SET value = excluded.value",
                (replica, fact.key, fact.value),
            )

    # -- who and when ---------------------------------------------------------------------------------------------

    def actor(self, user: str) -> Actor:
        """A user with the roles given in this store.

        *Trouble*: `store.unknown_user`.
        """
        with self.reading() as connection:
            row = connection.execute(sa.select(tables.user.c.roles).where(tables.user.c.user == user)).scalar()
        if row is None:
            raise Trouble("store.unknown_user")
        return Actor(user, frozenset(json.loads(row)), self.office.kind)

    def user_name(self, user: str) -> str:
        """The name of a user as papers show it."""
        with self.reading() as connection:
            name = connection.execute(sa.select(tables.user.c.name).where(tables.user.c.user == user)).scalar()
        return name or user

    def system_actor(self) -> Actor:
        """The program itself."""
        return Actor("system", SYSTEM_ROLES, self.office.kind)

    def set_clock(self, moment: datetime | None, *, keep: bool = True) -> None:
        """Stop the clock at a moment, in a demo or test store only.

        *Trouble*: `clock.live_store`.
        """
        if self.purpose == "live":
            raise Trouble("clock.live_store")
        self.clock.set(moment)
        if keep:
            with self.local() as connection:
                local.put(connection, "clock", moment.isoformat().encode() if moment else b"")


def create(folder: Path, new: NewStore, passphrase: str, cost: kdf.KdfParameters) -> Opened:
    """Make a store: key slots, databases, the first entries of its chain.

    It is built beside its folder and renamed when it is whole: a store stands there to the end or not at all.

    *Refuses*: `passphrase.too_short`. *Trouble*: `store.exists`, `store.not_empty`, `store.disk_full`,
    `store.read_only`, `store.io`.
    """
    store_id = uuid7(Clock().now_ms())
    with making.aside(folder) as place:
        place.mkdir()
        made = slots.create(place, store_id, new.purpose, new.admin, passphrase, cost)
        slot = slots.Unlocked(made.keys, new.admin, store_id, new.purpose, made.handle)
        _build(place, new, slot)
    lock = StoreLock(folder)
    try:
        return Opened(_opened(folder, lock, slot), made.recovery_code)
    except BaseException:
        # Nobody has seen the recovery code, and nothing is recorded yet.
        lock.release()
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _build(place: Path, new: NewStore, slot: slots.Unlocked) -> None:
    with ExitStack() as closing:
        lock = StoreLock(place)
        closing.callback(lock.release)
        databases = engine.open_register(place, slot.keys, create=True)
        closing.callback(databases.close)
        blobs = Blobs.open(place, slot.keys, create=True)
        closing.callback(blobs.close)
        with databases.writer.begin() as connection:
            tables.create_all(connection)
        genesis.record(Store(place, databases, blobs, lock, slot), new, APP_VERSION)


def open_store(folder: Path, user: str, passphrase: str) -> Store:
    """Open a store with a user's passphrase.

    *Trouble*: `store.wrong_passphrase`, `store.wait`, `store.not_ours`, `store.in_use`, and as `engine.open_register`.
    """
    slots.describe(folder)
    lock = StoreLock(folder)
    try:
        slot = slots.unlock(folder, user, passphrase)
        return _opened(folder, lock, slot)
    except BaseException:
        lock.release()
        raise


def open_with_recovery(folder: Path, code: str, user: str, new: str) -> Store:
    """Open a store with its recovery sheet and give a user a new passphrase.

    *Refuses*: `passphrase.too_short`. *Trouble*: `store.recovery_wrong`, `store.recovery_mistyped`,
    `store.unknown_user`, and as `open_store`.
    """
    lock = StoreLock(folder)
    try:
        slot = slots.unlock_with_recovery(folder, code)
        slots.reset_passphrase(folder, slot.handle, user, new, default_cost(slot.purpose))
        return _opened(folder, lock, slot._replace(user=user))
    except BaseException:
        lock.release()
        raise


def _opened(folder: Path, lock: StoreLock, slot: slots.Unlocked) -> Store:
    databases = engine.open_register(folder, slot.keys)
    try:
        blobs = Blobs.open(folder, slot.keys)
    except BaseException:
        databases.close()
        raise
    store = Store(folder, databases, blobs, lock, slot)
    try:
        store.load()
    except BaseException:
        blobs.close()
        databases.close()
        raise
    return store


def default_cost(purpose: Purpose) -> kdf.KdfParameters:
    """The key derivation of a new slot: measured on this machine, or cheap in a demo or test store."""
    return kdf.calibrate() if purpose == "live" else kdf.TEST_KDF
