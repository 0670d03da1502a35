"""Offices and their users: a store is made, users are added and signed in, settings changed, the whole verified.

Not here: how a store looks on disk (`app.store`), and what a user may do (`app.domain.permissions`).
"""

import os
import re
from pathlib import Path

from app.base.errors import Refusal, Trouble
from app.base.ids import OFFICE, USER
from app.domain import facts as f
from app.domain import reference
from app.domain.commands import ChangeSetting
from app.domain.facts.office import OfficeKind, Role
from app.domain.permissions import Actor, require
from app.services.acts import perform
from app.store import places, rebuild, slots
from app.store.kdf import KdfParameters
from app.store.store import NewStore, Opened, Store, create, default_cost, open_store, open_with_recovery

CENTRE = "CEN00"
_KINDS: tuple[tuple[range, OfficeKind], ...] = (
    (range(1, 10), "region"),
    (range(10, 50), "district"),
    (range(50, 90), "border"),
    (range(90, 100), "district"),
)
_NAME_LIMIT = 200
_STORE_VARIABLE = "PANA_STORE"


def default_folder() -> Path:
    """Where the store of this computer stands when nobody names another folder."""
    named = os.environ.get(_STORE_VARIABLE)
    return Path(named) if named else places.user_area().with_name("pana-store")


def holds_store(folder: Path) -> bool:
    """True when a folder holds key slots, of whatever state."""
    return any((folder / name).exists() for name in ("keys.json", "keys.bak.json"))


def check(new: NewStore) -> None:
    """Refuse an office that the central office cannot have given out.

    *Shape*: `docs/model.md` 1: three letters of the region, then 01-09 region, 10-49 district, 50-89 border unit,
    90-99 temporary settlement point; `CEN00` the centre.
    *Refuses*: `office.code`, `office.region`, `office.code_kind`, `office.workstation`, `office.name`,
    `office.name_too_long`, `store.user_name`, `user.name`.
    """
    if not OFFICE.fullmatch(new.office):
        raise Refusal("office.code", field="office")
    if new.office != CENTRE:
        known = {region.code for region in reference.regions()}
        if new.region not in known or new.office[:3] != new.region:
            raise Refusal("office.region", field="region")
    if new.kind != kind_of(new.office):
        raise Refusal("office.code_kind", field="kind")
    if not 1 <= new.workstation <= 99:
        raise Refusal("office.workstation", field="workstation")
    _check_names(new)


def _check_names(new: NewStore) -> None:
    for field, name in (("name_kk", new.name_kk), ("name_ru", new.name_ru)):
        if not name.strip():
            raise Refusal("office.name", field=field)
        if len(name) > _NAME_LIMIT:
            raise Refusal("office.name_too_long", field=field, limit=_NAME_LIMIT)
    if not USER.fullmatch(new.admin):
        raise Refusal("store.user_name", field="admin")
    if not new.admin_name.strip():
        raise Refusal("user.name", field="admin_name")


def kind_of(office: str) -> OfficeKind:
    """The kind of office that a code stands for.

    *Refuses*: `office.code`.
    """
    if office == CENTRE:
        return "centre"
    number = int(re.sub(r"\D", "", office[3:]) or 0)
    for numbers, kind in _KINDS:
        if number in numbers:
            return kind
    raise Refusal("office.code", field="office")


def make(folder: Path, new: NewStore, passphrase: str, *, cost: KdfParameters | None = None) -> Opened:
    """Make the store of an office, and the recovery code that is shown once; when this fails, nothing is left behind.

    *Shape*: `cost` of a guess of the passphrase; without it, measured on this computer.
    *Refuses*: as `check`, and `passphrase.too_short`. *Trouble*: `store.exists`, `store.not_empty`, `store.disk_full`,
    `store.read_only`, `store.io`.
    """
    check(new)
    if holds_store(folder):
        raise Trouble("store.exists")
    with places.guarded_files():
        return create(folder, new, passphrase, cost or default_cost(new.purpose))


def only_user(folder: Path) -> str:
    """The user of a store that has one, "" when there are several.

    *Trouble*: `store.not_ours`, `store.newer`, `store.keys_damaged`.
    """
    users = slots.users(folder)
    return users[0] if len(users) == 1 else ""


def unlock(folder: Path, user: str, passphrase: str) -> Store:
    """Open a store and record the sign-in.

    *Trouble*: as `open_store`.
    """
    store = open_store(folder, user, passphrase)
    try:
        sign_in(store, user)
    except BaseException:
        store.close()
        raise
    return store


def recover(folder: Path, code: str, user: str, passphrase: str, again: str) -> Store:
    """Open a store with the recovery sheet when a passphrase is lost; the user gets a new one.

    *Refuses*: `passphrase.differs`, `passphrase.too_short`. *Trouble*: as `open_with_recovery`.
    """
    if passphrase != again:
        raise Refusal("passphrase.differs", field="again")
    store = open_with_recovery(folder, code, user, passphrase)
    try:
        sign_in(store, user)
    except BaseException:
        store.close()
        raise
    return store


def sign_in(store: Store, user: str) -> Actor:
    """Record that a user opened the store."""
    actor = store.actor(user)
    with store.unit(actor) as uow:
        uow.record("", f.office.SessionOpened(user=user))
        uow.commit()
    return actor


def sign_out(store: Store, actor: Actor) -> None:
    """Record that a user left; the store stays open until it is closed."""
    with store.unit(actor) as uow:
        uow.record("", f.office.SessionClosed(user=actor.user))
        uow.commit()


def add_user(
    store: Store, actor: Actor, user: str, name: str, roles: tuple[Role, ...], *, passphrase: str = ""
) -> None:
    """Let another person work at this workstation; without a passphrase only stories act in that name.

    *Refuses*: `permission.role`, `store.user_name`, `store.user_exists`, `office.user_roles`, `passphrase.too_short`.
    """
    require(actor, "add_user")
    if not USER.fullmatch(user):
        raise Refusal("store.user_name", field="user")
    if not roles:
        raise Refusal("office.user_roles", field="roles")
    if store.user_name(user) != user or _known(store, user):
        raise Refusal("store.user_exists", field="user", user=user)
    if passphrase or store.purpose == "live":
        _give_slot(store, user, passphrase)
    with store.unit(actor) as uow:
        uow.record("", f.office.UserAdded(user=user, name=name.strip() or user))
        for role in roles:
            uow.record("", f.office.RoleGiven(user=user, role=role))
        uow.commit()


def _give_slot(store: Store, user: str, passphrase: str) -> None:
    """Write the slot before the user: one without a user is of an adding that failed, and is replaced."""
    give = slots.reset_passphrase if user in slots.users(store.folder) else slots.add_user
    give(store.folder, store.slot.handle, user, passphrase, default_cost(store.purpose))


def _known(store: Store, user: str) -> bool:
    try:
        store.actor(user)
    except Trouble:
        return False
    return True


def change_setting(store: Store, actor: Actor, key: str, value: str, reason: str) -> None:
    """Choose another value of what the office decides (`readings.md` 2), with the reason.

    *Refuses*: `permission.role`, and as the command of the same name.
    """
    require(actor, "change_setting")
    perform(store, actor, ChangeSetting(key=key, value=value, reason=reason))


def verify(store: Store, actor: Actor) -> rebuild.Verdict:
    """Check the whole store, and record that it is whole; a damaged one is not written to.

    *Refuses*: `permission.role`.
    """
    require(actor, "verify_store")
    verdict = rebuild.verify(store)
    if not verdict.problems:
        with store.unit(actor) as uow:
            uow.record("", f.office.StoreVerified(entries=verdict.entries, result="whole"))
            uow.commit()
    return verdict
