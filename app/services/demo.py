"""The demo office: a synthetic stock made backwards from a day by acting with the clock set (scenario g-01).

304 recognised refugees and 176 persons with an application under consideration stand for the seed figures; any other
number keeps the share. Every act goes through the rules of the domain; only the commit is shared by many acts.
"""

import heapq
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from itertools import count
from random import Random
from typing import Literal, NamedTuple

from app.base import resources
from app.base.clock import LOCAL
from app.base.errors import Refusal
from app.domain.commands import (
    IssueCertificate,
    PostponeConsideration,
    RecordAnswer,
    RegisterApplication,
    SendNotice,
    TakeDecision,
)
from app.domain.facts.values import Blob, Sex
from app.services import applications, course, decisions
from app.services.demo_people import People
from app.store.store import Store
from app.store.unit import UnitOfWork

REFUGEES, PENDING = 304, 176
"""Scenario g-01: the stock of 01.01.2026."""
_SMALLEST_BATCH, _LARGEST_BATCH = 400, 3000
_PORTRAITS_UP_TO = 2000

Step = Literal["register", "answer", "decide", "postpone", "certificate", "notices"]


class _Event(NamedTuple):
    at: datetime
    order: int
    step: Step
    family: "_Family"


class _Family:
    """A family on its way through the procedure."""

    def __init__(self, size: int, registered_on: date, decided_on: date | None, *, postponed: bool = False) -> None:
        self.size = size
        self.registered_on = registered_on
        self.decided_on = decided_on
        self.postponed = postponed
        self.cases: tuple[str, ...] = ()


def split(persons: int) -> tuple[int, int]:
    """How many refugees and how many applicants stand for a number of persons."""
    refugees = round(persons * REFUGEES / (REFUGEES + PENDING))
    return refugees, persons - refugees


def fill(
    store: Store,
    persons: int = REFUGEES + PENDING,
    *,
    seed: int = 1,
    as_of: date | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> int:
    """Fill a demo or test store, and give the number of persons made.

    *Refuses*: `demo.live_store`, `demo.not_region`, `demo.empty`.
    """
    if store.purpose == "live":
        raise Refusal("demo.live_store")
    if store.office.kind != "region":
        raise Refusal("demo.not_region")
    if persons < 1:
        raise Refusal("demo.empty")
    day = as_of or store.clock.today()
    random = Random(seed)  # noqa: S311 - synthetic data
    events = _plan(random, persons, day)
    if day == store.clock.today():
        events = _until(store.clock.now().astimezone(LOCAL), events)
    people = People(seed, _kato(store), day, _portraits(store) if persons <= _PORTRAITS_UP_TO else None)
    before = store.clock.standing
    try:
        _play(store, events, people, progress)
    finally:
        store.clock.set(before)
    return persons


def _kato(store: Store) -> str:
    from app.domain.reference import region_of_office

    return region_of_office(store.office.code).kato


def _portraits(store: Store) -> dict[Sex, tuple[Blob, ...]]:
    made: dict[Sex, tuple[Blob, ...]] = {}
    sexes: tuple[Sex, ...] = ("female", "male")
    for sex in sexes:
        found = []
        for path in sorted(resources.path("demo").glob(f"portrait-{sex}-*.jpg")):
            kept = store.blobs.put(path.read_bytes(), "image/jpeg")
            found.append(Blob(h=kept.h, z=kept.z, type=kept.type))
        made[sex] = tuple(found)
    return made


def _sizes(random: Random, persons: int) -> Iterator[int]:
    left = persons
    while left:
        size = min(random.choices((1, 2, 3, 4, 5, 6), weights=(34, 16, 16, 16, 12, 6))[0], left)
        left -= size
        yield size


def _plan(random: Random, persons: int, day: date) -> list[_Event]:
    """Every event of every family in the order of time."""
    refugees, pending = split(persons)
    families = []
    for size in _sizes(random, refugees):
        decided = day - timedelta(days=random.randrange(0, 358))
        registered = decided - timedelta(days=random.randrange(25, 90))
        families.append(_Family(size, registered, decided))
    for size in _sizes(random, pending):
        # Now and then a decision is late or postponed, so that every colour is on the screen.
        late = random.random() < 0.05
        registered = day - timedelta(days=random.randrange(93, 110) if late else random.randrange(0, 89))
        postponed = not late and (day - registered).days > 80
        families.append(_Family(size, registered, None, postponed=postponed))
    number = count()
    events: list[_Event] = []
    for family in families:
        for at, step in _steps(random, family, day):
            heapq.heappush(events, _Event(at, next(number), step, family))
    return [heapq.heappop(events) for _ in range(len(events))]


def _until(now: datetime, events: list[_Event]) -> list[_Event]:
    """The events of a plan for today: what would come later today happens now, in its order."""
    return [event._replace(at=min(event.at, now)) for event in events]


def _steps(random: Random, family: _Family, day: date) -> Iterator[tuple[datetime, Step]]:
    hour = time(9 + random.randrange(8), random.randrange(60))
    registered = datetime.combine(family.registered_on, hour, LOCAL)
    yield registered, "register"
    answered = registered + timedelta(days=random.randrange(1, 4))
    if family.decided_on is None:
        if family.postponed:
            yield registered + timedelta(days=79), "postpone"
        if answered.date() <= day and random.random() < 0.96:
            yield answered, "answer"
        return
    decided = datetime.combine(family.decided_on, time(15, random.randrange(60)), LOCAL)
    yield min(answered, decided - timedelta(hours=1)), "answer"
    yield decided, "decide"
    old = (day - family.decided_on).days
    if old > random.randrange(3, 9):
        yield decided + timedelta(days=2), "certificate"
    if old > random.randrange(2, 9):
        yield decided + timedelta(days=1, minutes=5), "notices"


def _play(store: Store, events: list[_Event], people: People, progress: Callable[[int, int], None] | None) -> None:
    actor = store.system_actor()
    # Acts of one family lie days apart: a larger batch writes its rows once instead of after each act.
    size = min(max(len(events) // 100, _SMALLEST_BATCH), _LARGEST_BATCH)
    for first in range(0, len(events), size):
        with store.unit(actor) as uow:
            for event in events[first : first + size]:
                store.clock.set(event.at)
                _act(uow, event, people)
            uow.commit()
        if progress:
            progress(min(first + size, len(events)), len(events))


def _act(uow: UnitOfWork, event: _Event, people: People) -> None:
    family = event.family
    if event.step == "register":
        applicants = people.family(family.size, event.at.date())
        family.cases = applications.register(uow, RegisterApplication(applicants=applicants, late_reason="кезек"))
        return
    for case in family.cases:
        if event.step == "answer":
            course.record_answer(uow, RecordAnswer(case=case, to="fingerprints", result="done", reference="AFIS"))
        elif event.step == "postpone":
            until = event.at.date() + timedelta(days=180)
            decisions.postpone(uow, PostponeConsideration(case=case, until=until, reason="қосымша тексеру"))
        elif event.step == "decide":
            decisions.decide(uow, TakeDecision(case=case, kind="grant"))
        elif event.step == "certificate":
            decisions.issue_certificate(uow, IssueCertificate(case=case, kind="refugee"))
        else:
            decisions.notify(uow, SendNotice(case=case, to="authorised_body"))
            decisions.notify(uow, SendNotice(case=case, to="iab"))
