"""One door for every act: screens, stories and the command line give a command here."""

from collections.abc import Callable
from typing import Any, NamedTuple

import msgspec

from app.base.errors import Refusal
from app.domain import facts as f
from app.domain.commands import COMMANDS, Command
from app.domain.permissions import Actor
from app.services import applications, decisions
from app.store import local
from app.store.store import Store
from app.store.unit import UnitOfWork


class Outcome(NamedTuple):
    """The cases an act touched, in order, and the facts it recorded."""

    cases: tuple[str, ...]
    facts: tuple[f.Fact, ...]


ACTS: dict[str, Callable[[UnitOfWork, Any], tuple[str, ...]]] = {
    "register_application": applications.register,
    "lodge_at_border": applications.lodge_at_border,
    "record_request": applications.record_request,
    "record_answer": applications.record_answer,
    "list_minor": applications.list_minor,
    "prove_minor": applications.prove_minor,
    "take_photo": applications.take_photo,
    "withdraw_application": applications.withdraw,
    "close_case": applications.close,
    "add_note": applications.add_note,
    "record_consent": decisions.record_consent,
    "postpone_consideration": decisions.postpone,
    "take_decision": decisions.decide,
    "issue_certificate": decisions.issue_certificate,
    "serve_decision": decisions.serve,
    "send_notice": decisions.notify,
}
_NAMES = {kind: name for name, kind in COMMANDS.items()}


def perform(store: Store, actor: Actor, command: Command, *, draft: str = "") -> Outcome:
    """Carry out a command in a unit of work of its own; when this returns, the facts are on the disk.

    The draft that the command came from goes in the same transaction: it is never there twice and never lost.

    *Refuses*: the rules of the command; nothing is recorded then. *Trouble*: `store.disk_full` and its kin, likewise.
    """
    with store.unit(actor) as uow:
        cases = ACTS[_NAMES[type(command)]](uow, command)
        if draft:
            local.drop_draft(uow.connection, draft)
        uow.commit()
        return Outcome(cases, uow.recorded)


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
