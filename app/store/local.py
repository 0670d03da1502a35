"""Tables of this computer: drafts and machine state. No facts."""

from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from app.store.tables import draft, machine


class Draft(NamedTuple):
    """What was typed and not yet registered: JSON of the values, and the field that had the focus."""

    id: str
    flow: str
    owner: str
    body: bytes
    focus: str
    at: int


def save_draft(connection: sa.Connection, kept: Draft) -> None:
    """Keep a draft, in place of its older self."""
    statement = insert(draft).values(**kept._asdict())
    connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=kept._asdict()))


def drafts(connection: sa.Connection, owner: str) -> tuple[Draft, ...]:
    """The drafts of a user, newest first."""
    found = connection.execute(sa.select(draft).where(draft.c.owner == owner).order_by(draft.c.at.desc()))
    return tuple(Draft(*row) for row in found)


def read_draft(connection: sa.Connection, draft_id: str) -> Draft | None:
    """One draft."""
    row = connection.execute(sa.select(draft).where(draft.c.id == draft_id)).one_or_none()
    return Draft(*row) if row else None


def drop_draft(connection: sa.Connection, draft_id: str) -> None:
    """Forget a draft."""
    connection.execute(draft.delete().where(draft.c.id == draft_id))


def put(connection: sa.Connection, key: str, value: bytes) -> None:
    """Keep a value of this computer."""
    statement = insert(machine).values(key=key, value=value)
    connection.execute(statement.on_conflict_do_update(index_elements=["key"], set_={"value": value}))


def get(connection: sa.Connection, key: str) -> bytes | None:
    """A value of this computer."""
    value = connection.execute(sa.select(machine.c.value).where(machine.c.key == key)).scalar_one_or_none()
    return None if value is None else bytes(value)
