"""Two real stores, an office and the centre, whose keys were exchanged by files; made once and copied for each test."""

import atexit
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, NamedTuple

import sqlalchemy as sa
from PIL import Image

from app.domain.commands import RegisterApplication, TakePhoto
from app.domain.facts.values import Blob
from app.domain.permissions import Actor
from app.services import enrolment, exchange
from app.services.acts import perform
from app.store import tables
from app.store.store import Store, open_store
from tests.offices import PASSPHRASE, adult, applicant, at, family_of_five, make_store

CA_PASSPHRASE = "authority of the centre"
NOW = at("2026-06-15 10:00")


def _photo() -> bytes:
    data = BytesIO()
    Image.linear_gradient("L").resize((413, 531)).convert("RGB").save(data, "JPEG")
    return data.getvalue()


PHOTO = _photo()


class World(NamedTuple):
    """An office, the centre and a second office, each an open store; and a stick."""

    office: Store
    centre: Store
    other: Store
    stick: Path

    def send(self, **more: Any) -> list[exchange.Written]:
        return exchange.export(self.office, clerk(self.office), self.stick, **more)

    def take(self, place: Path | None = None) -> list[exchange.Imported]:
        return exchange.import_bundles(self.centre, clerk(self.centre), place or self.stick)

    def receipt(self, name: str = "back") -> list[exchange.Imported]:
        """The centre writes receipts to a fresh stick and the office takes them in."""
        back = self.stick.parent / name
        back.mkdir()
        exchange.export(self.centre, clerk(self.centre), back)
        return exchange.import_bundles(self.office, clerk(self.office), back)


def clerk(store: Store) -> Actor:
    return store.actor("clerk")


def enrol(store: Store, centre: Store) -> enrolment.Installed:
    request = enrolment.make_request(store, clerk(store))
    response = enrolment.certify(centre, clerk(centre), request, CA_PASSPHRASE)
    return enrolment.install(store, clerk(store), response)


@cache
def _template() -> Path:
    """Enrolled and empty stores, made once: the authority's key derivation is slow on purpose."""
    folder = Path(mkdtemp(prefix="pana-exchange-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    made = {
        "office": make_store(folder / "office", office="ALA01"),
        "other": make_store(folder / "other", office="SHY01"),
        "centre": make_store(folder / "centre", office="CEN00", kind="centre"),
    }
    for store in made.values():
        store.set_clock(NOW)
    enrol(made["office"], made["centre"])
    enrol(made["other"], made["centre"])
    for store in made.values():
        store.close()
    return folder


@contextmanager
def world(folder: Path) -> Iterator[World]:
    """Enrolled stores in a folder of the test's own."""
    shutil.copytree(_template(), folder, dirs_exist_ok=True)
    stick = folder / "stick"
    stick.mkdir()
    stores = [open_store(folder / name, "clerk", PASSPHRASE) for name in ("office", "centre", "other")]
    try:
        yield World(*stores, stick)
    finally:
        for store in stores:
            store.close()


def register(store: Store) -> tuple[str, ...]:
    """A family of five with a photo of the applicant: two cases."""
    cases = perform(store, clerk(store), family_of_five()).cases
    kept = store.blobs.put(PHOTO, "image/jpeg")
    perform(store, clerk(store), TakePhoto(case=cases[0], photo=Blob(h=kept.h, z=kept.z, type=kept.type)))
    return cases


def register_second(store: Store) -> tuple[str, ...]:
    """One more adult."""
    person = adult("KARIMI", "HASAN", "1979-03-21")
    return perform(store, clerk(store), RegisterApplication(applicants=(applicant(person),))).cases


def applicants(store: Store) -> list[str]:
    """The cases of a store in the order of their numbers."""
    row = tables.case_row.c
    with store.reading() as connection:
        query = sa.select(row.r).where(row.place == "applicant").order_by(row.number)
        return list(connection.execute(query).scalars())


def reopen(folder: Path) -> Store:
    return open_store(folder, "clerk", PASSPHRASE)


def contents(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table but those of this computer, and the names of the files beside the register."""
    wanted = (tables.journal, tables.chain, tables.bundle_in, *tables.DERIVED)
    with store.reading() as connection:
        found = {table.name: sorted(map(tuple, connection.execute(sa.select(table))), key=repr) for table in wanted}
        search = connection.exec_driver_sql(
            f"SELECT rowid FROM {tables.SEARCH} WHERE {tables.SEARCH} MATCH 'a*' OR {tables.SEARCH} MATCH 'f*'"
        )
        found["search"] = sorted(map(tuple, search))
    found["files"] = sorted((p.parent.name, p.name) for n in ("inbox", "archive") for p in (store.folder / n).glob("*"))
    return found


def facts(store: Store, kind: str) -> int:
    """How many facts of a kind stand in the own chain."""
    entry = tables.entry.c
    with store.reading() as connection:
        query = sa.select(sa.func.count()).where(entry.k == kind, entry.o == store.replica)
        return int(connection.execute(query).scalar_one())


def bundles(folder: Path) -> list[Path]:
    return sorted(folder.glob("AKB/*.akb"))
