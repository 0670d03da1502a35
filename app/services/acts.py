"""One door for every act: screens, stories and the command line give a command here."""

from typing import NamedTuple

import msgspec

from app.base.errors import Refusal
from app.domain import facts as f
from app.domain.commands import COMMANDS, Command
from app.domain.permissions import Actor
from app.services import (
    applications,
    calendars,
    closing,
    course,
    decisions,
    duplicates,
    families,
    intake,
    looking,
    moves,
    remedies,
)
from app.services.cases import Act, Cases
from app.store import local
from app.store.store import Store
from app.store.unit import UnitOfWork


class Outcome(NamedTuple):
    """The cases an act touched, in order, and the facts it recorded."""

    cases: tuple[str, ...]
    facts: tuple[f.Fact, ...]


_HOMES = (applications, intake, course, decisions, remedies, closing, moves, families, duplicates, calendars, looking)
ACTS: dict[str, Act] = {name: act for home in _HOMES for name, act in home.ACTS.items()}
_NAMES = {kind: name for name, kind in COMMANDS.items()}


def perform(store: Store, actor: Actor, command: Command, *, draft: str = "") -> Outcome:
    """Carry out a command in a unit of work of its own; when this returns, the facts are on the disk.

    The draft that the command came from goes in the same transaction: it is never there twice and never lost.

    *Refuses*: as `carry_out`; nothing is recorded then. *Trouble*: `store.disk_full` and its kin, likewise.
    """
    with store.unit(actor) as uow:
        cases = carry_out(uow, command)
        if draft:
            local.drop_draft(uow.connection, draft)
        uow.commit()
        return Outcome(cases, uow.recorded)


def carry_out(uow: UnitOfWork, command: Command) -> Cases:
    """Give a command to its act in a unit of work; what can be neither looked up nor written goes no further.

    *Refuses*: the rules of the command; `fact.unwritable`.
    """
    name = _NAMES[type(command)]
    try:
        msgspec.json.encode(command)
    except (UnicodeError, OverflowError) as error:
        raise Refusal("fact.unwritable", kind=name) from error
    return ACTS[name](uow, command)


def read_command(name: str, values: object) -> Command:
    """A command from JSON values.

    *Refuses*: `command.unknown`, `command.form`.
    """
    if name not in COMMANDS:
        raise Refusal("command.unknown", name=name)
    try:
        return msgspec.convert(values, COMMANDS[name], strict=False)
    except (msgspec.ValidationError, ValueError) as error:
        raise Refusal("command.form", detail=str(error)) from error
