"""What the case file and the preview beside the list show, read at once on the reader thread. No widget lives here."""

from collections.abc import Collection
from contextlib import suppress
from datetime import date
from typing import Any, NamedTuple

from app.base.errors import PanaError
from app.domain.case import CaseState, Person, Status, status
from app.domain.deadlines import Deadline
from app.domain.permissions import Actor, allowed
from app.domain.restricted import WHAT, What, restricted_in, shown_to
from app.domain.stay import Stay, stay
from app.domain.tasks import Task, open_tasks
from app.store.rows.cases import TimelineEntry, case_state, deadlines_of, family_cases, timeline
from app.store.store import Store


class Relative(NamedTuple):
    """A relative of the applicant; `state` when the file stands in this store."""

    relation: str
    name: str
    case: str
    state: CaseState | None


class CaseView(NamedTuple):
    """A case file as it stands now, as far as the user may see it.

    *Shape*: `restricted` names the sorts that the user may open with a reason, `opened` says that it was done.
    """

    state: CaseState
    status: Status
    timeline: tuple[TimelineEntry, ...]
    deadlines: tuple[Deadline, ...]
    tasks: tuple[Task, ...]
    relatives: tuple[Relative, ...]
    photos: dict[str, bytes]
    users: dict[str, str]
    own: bool
    restricted: tuple[What, ...] = ()
    opened: bool = False
    stay: Stay = Stay()
    today: date = date.max


def read_case(store: Store, connection: Any, case: str, actor: Actor, opened: Collection[str] = ()) -> CaseView:
    """Read a case file; what is restricted only as far as `opened` says, and only for who may see it.

    *Law*: L-4.3, `grounds.md` 1. *Refuses*: `case.unknown`.
    """
    whole = case_state(connection, case)
    state = shown_to(whole, actor, opened)
    held = restricted_in(whole) if allowed(actor, "view_restricted") else frozenset()
    history = timeline(connection, case)
    today = store.clock.today()
    counted = store.choices_for(whole.holder)
    return CaseView(
        state=state,
        status=status(whole, today),
        timeline=history,
        deadlines=deadlines_of(connection, case),
        tasks=open_tasks(whole, today),
        relatives=_relatives(connection, state, actor),
        photos=_photos(store, state.present),
        users={user: store.user_name(user) for user in {entry.user for entry in history}},
        own=state.holder == store.replica,
        restricted=tuple(what for what in WHAT if what in held),
        opened=bool(held) and bool(opened),
        stay=stay(whole, today, counted.settings, counted.calendar),
        today=today,
    )


def closed(view: CaseView, actor: Actor) -> CaseView:
    """The same file with what was opened hidden again."""
    return view._replace(state=shown_to(view.state, actor), opened=False)


def _relatives(connection: Any, state: CaseState, actor: Actor) -> tuple[Relative, ...]:
    here = {case: shown_to(case_state(connection, case), actor) for case in family_cases(connection, state)}
    return tuple(Relative(r.relation, r.name, r.case, here.get(r.case)) for r in state.relatives)


def _photos(store: Store, persons: tuple[Person, ...]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for person in persons:
        if person.photo is not None:
            with suppress(PanaError):  # an imported case may come before its photo; its place stays empty
                found[person.id] = store.blobs.get(person.photo.h)
    return found
