"""The facts of the office and of the workstation (`docs/model.md` 3.3, 3.4)."""

from datetime import date
from typing import Literal

from app.domain.facts.base import Fact, kind

Purpose = Literal["live", "demo", "test"]
OfficeKind = Literal["border", "district", "region", "centre"]
Role = Literal["clerk", "secretary", "head", "administrator", "auditor"]


@kind("office.opened", "office", "opening")
class OfficeOpened(Fact, frozen=True, kw_only=True):
    """The office: kind, region and name; fixed for the life of the store."""

    code: str
    kind: OfficeKind
    region: str
    name_kk: str
    name_ru: str


@kind("setting.changed", "office")
class SettingChanged(Fact, frozen=True, kw_only=True):
    """The office chose a value of `readings.md` 2."""

    key: str
    value: str
    reason: str


@kind("calendar.adopted", "office")
class CalendarAdopted(Fact, frozen=True, kw_only=True):
    """The office counts by another version of the working calendar from now on (A16-5)."""

    version: str
    reason: str


@kind("day_off.added", "office")
class DayOffAdded(Fact, frozen=True, kw_only=True):
    """A day is not worked in this office, on top of the calendar (A16-5)."""

    day: date
    reason: str


@kind("file.viewed", "", "system")
class FileViewed(Fact, frozen=True, kw_only=True):
    """A user opened what only some may see, with the reason (L-4.3)."""

    user: str
    case: str
    what: Literal["grounds", "needs", "nsc", "interview", "evidence", "all"]
    reason: str


@kind("chain.genesis", "", "system")
class ChainGenesis(Fact, frozen=True, kw_only=True):
    """The first entry of an epoch; says for what the store was made."""

    purpose: Purpose
    reason: Literal["new", "restore", "clone", "heal", "rekey"]
    install_id: str
    app: str
    office: str
    workstation: int
    prev_e: int = 0
    prev_n: int = 0
    prev_h: str = ""


@kind("user.added", "", "system")
class UserAdded(Fact, frozen=True, kw_only=True):
    """Someone may work at this workstation."""

    user: str
    name: str


@kind("role.given", "", "system")
class RoleGiven(Fact, frozen=True, kw_only=True):
    """A user got a role."""

    user: str
    role: Role


@kind("session.opened", "", "system")
class SessionOpened(Fact, frozen=True, kw_only=True):
    """A user signed in."""

    user: str


@kind("session.closed", "", "system")
class SessionClosed(Fact, frozen=True, kw_only=True):
    """A user signed out or the store was locked."""

    user: str


@kind("paper.reprinted", "", "system")
class PaperReprinted(Fact, frozen=True, kw_only=True):
    """An issued paper was printed or saved again."""

    case: str
    paper: str
    way: Literal["printed", "saved"]


@kind("bundle.written", "", "system")
class BundleWritten(Fact, frozen=True, kw_only=True):
    """A bundle was written, read back and compared."""

    to: str
    no: int
    sha256: str
    entries: int


@kind("sync.import", "", "system")
class BundleImported(Fact, frozen=True, kw_only=True):
    """A bundle was imported."""

    sender: str
    no: int
    sha256: str
    entries: int
    roster: int = 0


@kind("store.verified", "", "system")
class StoreVerified(Fact, frozen=True, kw_only=True):
    """The whole store was verified."""

    entries: int
    result: Literal["whole", "damaged"]


@kind("clock.noticed", "", "system")
class ClockNoticed(Fact, frozen=True, kw_only=True):
    """The clock went backwards or jumped."""

    quality: int
