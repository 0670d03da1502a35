"""A family of five registered through the service, durable when it returns, beside the same rows by the driver."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path
from random import Random
from statistics import median

import _bench as b

from app.base.errors import Refusal
from app.domain.commands import ApplicantData, RegisterApplication
from app.services import acts, applications, demo, demo_office
from app.services.demo_people import People
from app.store.store import Store

LIMIT_S = 0.050
KATO = "750000000"


def families(store: Store, count: int) -> list[RegisterApplication]:
    """Commands for families of five: two adults, three children, never the same."""
    people = People(20261125, KATO, store.clock.today())
    on = store.clock.today()
    made = []
    while len(made) < count:
        family: tuple[ApplicantData, ...] = people.family(5, on - timedelta(days=Random(len(made)).randrange(3)))
        command = RegisterApplication(applicants=family, late_reason="кезек")
        if len(family) == 2 and accepted(store, command):
            made.append(command)
    return made


def accepted(store: Store, command: RegisterApplication) -> bool:
    """False when chance made a minor who is in the register already."""
    with store.unit(store.system_actor()) as uow:
        try:
            applications.register(uow, command)
        except Refusal:
            return False
    return True


class Desk:
    """A store that registers, and beside it the raw driver on a copy of its register as it was at the start."""

    def __init__(self, folder: Path, persons: int) -> None:
        office = folder / "office"
        if persons > b.FEW:
            shutil.copytree(b.many(persons), office)
        else:
            made = demo_office.create(office)
            demo.fill(made, persons, as_of=b.AS_OF)
            made.close()
        shutil.copy(office / "register.db", folder / "twin.db")
        self.raw = b.connect(folder / "twin.db", b.key_of(office))
        self.store = b.opened(office)
        self.actor = self.store.actor(demo_office.USER)
        self.statements: list[b.Statement] = []
        self.rows = 0

    def register(self, command: RegisterApplication) -> float:
        """One registration through the service; what it wrote is kept for the driver."""
        with b.noted(self.store.databases.writer) as statements:
            seconds = b.timed(lambda: acts.perform(self.store, self.actor, command))
        self.statements = statements
        self.rows = sum(len(p) if several else 1 for _, p, several in statements)
        return seconds

    def write(self) -> float:
        """The same statements through the driver."""
        return b.timed(lambda: b.replay(self.raw, self.statements))

    def close(self) -> None:
        """Close both."""
        self.raw.close()
        self.store.close()


def main() -> None:
    """Print the lines."""
    chosen = b.options()
    rounds = 20 if chosen.quick else 100
    for persons in (480, chosen.persons):
        with b.scratch() as folder:
            desk = Desk(folder, persons)
            waiting = iter(families(desk.store, rounds + 1))
            found = b.interleaved(rounds, lambda: desk.register(next(waiting)), desk.write, raw_needs_ours=True)  # noqa: B023
            rows = desk.rows
            desk.close()
        what = f"family of five registered ({rows} rows, fsync), {persons:,} persons in the register"
        b.line(
            what,
            b.spread(found.ours, b.ms),
            b.spread(found.raw, b.ms),
            b.spread(found.ratios, b.times),
            f"<= {b.ms(LIMIT_S)}",
            met=median(found.ours) <= LIMIT_S,
        )


if __name__ == "__main__":
    main()
