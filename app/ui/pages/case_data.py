"""What the case file and the preview beside the list show, read at once on the reader thread. No widget lives here."""

from contextlib import suppress
from typing import Any, NamedTuple

from app.base.errors import PanaError
from app.domain.case import CaseState, Person, Status, status
from app.domain.deadlines import Deadline
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
    """A case file as it stands now."""

    state: CaseState
    status: Status
    timeline: tuple[TimelineEntry, ...]
    deadlines: tuple[Deadline, ...]
    tasks: tuple[Task, ...]
    relatives: tuple[Relative, ...]
    photos: dict[str, bytes]
    users: dict[str, str]
    own: bool


def read_case(store: Store, connection: Any, case: str) -> CaseView:
    """Read a case file.

    *Refuses*: `case.unknown`.
    """
    state = case_state(connection, case)
    history = timeline(connection, case)
    return CaseView(
        state=state,
        status=status(state, store.clock.today()),
        timeline=history,
        deadlines=deadlines_of(connection, case),
        tasks=open_tasks(state),
        relatives=_relatives(connection, state),
        photos=_photos(store, state.present),
        users={user: store.user_name(user) for user in {entry.user for entry in history}},
        own=state.holder == store.replica,
    )


def _relatives(connection: Any, state: CaseState) -> tuple[Relative, ...]:
    here = set(family_cases(connection, state))
    return tuple(
        Relative(r.relation, r.name, r.case, case_state(connection, r.case) if r.case in here else None)
        for r in state.relatives
    )


def _photos(store: Store, persons: tuple[Person, ...]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for person in persons:
        if person.photo is not None:
            with suppress(PanaError):  # an imported case may come before its photo; its place stays empty
                found[person.id] = store.blobs.get(person.photo.h)
    return found
