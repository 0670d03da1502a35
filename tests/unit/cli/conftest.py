"""A small region office on disk for the command line, and a way to run a command in this process."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from app.cli import arguments, words
from app.cli import main as commands
from app.services import acts
from tests.offices import at, family_of_five, make_store


class Said(NamedTuple):
    """What a command gave: exit code, standard output, standard error."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """The JSON answer."""
        return json.loads(self.out)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """The store of ALA01 with a family of five, registered on 15.06.2026."""
    folder = tmp_path / "office"
    store = make_store(folder)
    store.set_clock(at("2026-06-15 10:00"))
    acts.perform(store, store.actor("clerk"), family_of_five())
    store.close()
    return folder


@pytest.fixture
def pana(capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Run a command as the program does, with answers in English."""

    def run(*argv: object) -> Said:
        line = [*map(str, argv), "--lang", "en"]
        code = commands.run(arguments.parse(line, words.language_of(line)))
        return Said(code, *capsys.readouterr())

    return run
