"""The first entries of a store: its office, its first user with every role, and what it knows about itself.

Not here: the files of a store (`store`, `making`), and the key slots.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from app.base.ids import uuid7
from app.domain import facts as f
from app.domain.facts.office import OfficeOpened, Role
from app.journal.chain import start
from app.store import anchor, local

if TYPE_CHECKING:
    from app.store.store import NewStore, Store


def record(store: Store, new: NewStore, app: str) -> None:
    """Begin the chain of a store just built by this version of the program."""
    store.replica = f"{new.office}-S{new.workstation}"
    store.office = OfficeOpened(
        code=new.office, kind=new.kind, region=new.region, name_kk=new.name_kk, name_ru=new.name_ru
    )
    store.workstation, store.install_id = new.workstation, anchor.new_install_id()
    store.office_record = uuid7(store.clock.now_ms())
    store.head = start(store.replica)
    with store.unit(store.system_actor()) as uow:
        genesis = f.office.ChainGenesis(
            purpose=new.purpose,
            reason="new",
            install_id=store.install_id,
            app=app,
            office=new.office,
            workstation=new.workstation,
        )
        uow.record("", genesis)
        uow.record(store.office_record, store.office)
        uow.record(store.office_record, f.office.CalendarAdopted(version=store.calendar.version, reason=""))
        uow.record("", f.office.UserAdded(user=new.admin, name=new.admin_name))
        for role in _first_roles():
            uow.record("", f.office.RoleGiven(user=new.admin, role=role))
        about = {
            "replica": store.replica,
            "install_id": store.install_id,
            "office_record": store.office_record,
            "workstation": new.workstation,
            "office": {
                "code": new.office,
                "kind": new.kind,
                "region": new.region,
                "name_kk": new.name_kk,
                "name_ru": new.name_ru,
            },
        }
        local.put(uow.connection, "about", json.dumps(about, ensure_ascii=False).encode())
        local.put(uow.connection, "projection", store.projection_mark())
        uow.commit()


def _first_roles() -> tuple[Role, ...]:
    """The first user of a store works alone until others are added, so may do everything."""
    return ("administrator", "clerk", "secretary", "head")
