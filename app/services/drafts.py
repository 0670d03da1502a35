"""Drafts of wizards: kept encrypted in the store, read back, dropped; and what a draft must ask the register.

What a draft means is known to its flow; here it is bytes with an owner. Called on the writer thread.
"""

from contextlib import nullcontext
from typing import Any, NamedTuple

from app.base.errors import Refusal
from app.base.ids import uuid7
from app.domain.commands import PersonData
from app.domain.facts.values import Blob
from app.domain.permissions import Actor
from app.imaging.photo import prepare_photo
from app.store import local
from app.store.store import Store

LONGEST_BODY = 4_000_000


class KeptDraft(NamedTuple):
    """A draft as kept: whose, of which flow, the JSON of its values, the field with the cursor, when."""

    id: str
    flow: str
    owner: str
    body: bytes
    focus: str
    at_ms: int


def new_id(store: Store) -> str:
    """The id of a new draft; nothing is written yet."""
    return uuid7(store.clock.now_ms())


def save(store: Store, actor: Actor, draft_id: str, flow: str, body: bytes, focus: str) -> int:
    """Keep a draft in place of its older self, and say when; it is on the disk when this returns.

    *Units*: milliseconds since 1970, UTC.
    *Refuses*: `draft.too_long`, `draft.not_yours`. *Trouble*: `store.disk_full` and its kin.
    """
    if len(body) > LONGEST_BODY:
        raise Refusal("draft.too_long")
    at = store.clock.now_ms()
    with store.local() as connection:
        before = local.read_draft(connection, draft_id)
        if before is not None and before.owner != actor.user:
            raise Refusal("draft.not_yours")
        local.save_draft(connection, local.Draft(draft_id, flow, actor.user, body, focus, at))
    return at


def listed(store: Store, actor: Actor, flow: str = "", *, connection: Any | None = None) -> tuple[KeptDraft, ...]:
    """The drafts of the user, newest first; of one flow or of all.

    *Shape*: `connection` of a reading that is open already; there are few, and a second one may wait for ever.
    """
    with nullcontext(connection) if connection is not None else store.reading() as reading:
        found = local.drafts(reading, actor.user)
    return tuple(KeptDraft(*draft) for draft in found if not flow or draft.flow == flow)


def read(store: Store, actor: Actor, draft_id: str) -> KeptDraft:
    """One draft of the user.

    *Refuses*: `draft.gone`, `draft.not_yours`.
    """
    with store.reading() as connection:
        found = local.read_draft(connection, draft_id)
    if found is None:
        raise Refusal("draft.gone")
    if found.owner != actor.user:
        raise Refusal("draft.not_yours")
    return KeptDraft(*found)


def drop(store: Store, actor: Actor, draft_id: str) -> None:
    """Forget a draft of the user; one that is gone already is no mistake."""
    with store.local() as connection:
        found = local.read_draft(connection, draft_id)
        if found is not None and found.owner == actor.user:
            local.drop_draft(connection, draft_id)


def keep_photo(store: Store, picture: bytes) -> Blob:
    """Keep a photo at once; the draft holds its digest only.

    *Trouble*: `store.disk_full` and its kin.
    """
    kept = store.blobs.put(picture, "image/jpeg")
    return Blob(h=kept.h, z=kept.z, type=kept.type)


def clean_photo(picture: bytes) -> bytes:
    """The bytes of a picture file as a photo for the certificate.

    *Trouble*: `photo.not_a_picture`, `photo.too_large`, `photo.too_small`, `photo.damaged`.
    """
    return prepare_photo(picture).jpeg


def listed_elsewhere(store: Store, actor: Actor, persons: tuple[PersonData, ...]) -> tuple[str, ...]:
    """For each person the number of the open application in which that person is a minor already, or "" (L-10.5)."""
    with store.unit(actor) as uow:
        return tuple(uow.listed_elsewhere(person) for person in persons)
