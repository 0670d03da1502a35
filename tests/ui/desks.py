"""A real office with real families behind the pages: a store on disk, the two threads, a desk, a clock that stands."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services import acts
from app.services.acts import Outcome
from app.store.store import Store
from app.ui.desk import Desk
from app.ui.hub import Hub
from app.ui.runner import Runner
from tests import offices

MORNING = "2026-06-15 10:00"


def make_desk(store: Store, runner: Runner) -> Desk:
    """The desk of the first user."""
    return Desk(store, store.actor("clerk"), "Айнұр Омарова", runner, Hub())


def register(store: Store, *persons: tuple[str, str]) -> tuple[str, ...]:
    """Register single adults by family and given name."""
    cases: list[str] = []
    for family, given in persons:
        command = offices.RegisterApplication(applicants=(offices.applicant(offices.adult(family, given)),))
        cases += acts.perform(store, store.actor("clerk"), command).cases
    return tuple(cases)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty office on the morning of 15.06.2026."""
    made = offices.make_store(tmp_path / "store")
    made.set_clock(offices.at(MORNING))
    yield made
    made.close()


@pytest.fixture
def family(store: Store) -> Outcome:
    """A registered family of five: two files."""
    return acts.perform(store, store.actor("clerk"), offices.family_of_five())


@pytest.fixture
def desk(store: Store, runner: Runner) -> Iterator[Desk]:
    """The desk on that office; the threads end before the store does."""
    made = make_desk(store, runner)
    yield made
    runner.shutdown()
