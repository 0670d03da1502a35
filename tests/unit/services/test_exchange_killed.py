"""A process killed at any moment of an import leaves none of the bundle or all of it, and the next import ends it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services import exchange
from app.store.rebuild import verify
from app.store.store import Store, open_store
from tests.offices import PASSPHRASE
from tests.unit.services import exchange_offices as o

ROOT = Path(__file__).resolve().parents[3]
CHILD = """
import os, signal, sys
from pathlib import Path
from app.services import exchange
from app.store.store import open_store

folder, stick, passphrase, when = sys.argv[1:]
store = open_store(Path(folder), "clerk", passphrase)
seen = 0

def kill():
    os.kill(os.getpid(), signal.SIGKILL)

def pause():
    global seen
    if when == str(seen):
        kill()
    seen += 1
    os.write(1, b".")
    return False

if when == "committed":
    store.on_committed.append(lambda _cases, _facts: kill())
exchange.import_bundles(store, store.actor("clerk"), Path(stick), cancelled=pause)
store.close()
"""


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with the store of the centre, closed, and a stick for it."""
    folder = tmp_path_factory.mktemp("killed")
    with o.world(folder / "world") as w:
        o.register(w.office)
        w.send()
    yield folder / "world"


def _child(folder: Path, when: str) -> subprocess.Popen[bytes]:
    arguments = [str(folder / "centre"), str(folder / "stick"), PASSPHRASE, when]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen([sys.executable, "-c", CHILD, *arguments], stdout=subprocess.PIPE, env=environment)


def _run(folder: Path, when: str) -> int:
    """The end of a child process that kills itself at a moment: 0 when that moment never came."""
    child = _child(folder, when)
    assert child.stdout is not None
    with child.stdout:
        child.stdout.read()
    return child.wait(60)


def _rows(store: Store) -> dict[str, object]:
    found = o.contents(store)
    del found["files"]
    return dict(found)


def _ended(folder: Path, before: dict[str, object]) -> str:
    """What the killed process left, after checking that the next import makes it whole."""
    store = open_store(folder / "centre", "clerk", PASSPHRASE)
    try:
        left = "none" if _rows(store) == before else "all"
        assert verify(store).problems == ()
        assert o.facts(store, "sync.import") == (1 if left == "all" else 0)
        (again,) = exchange.import_bundles(store, store.actor("clerk"), folder / "stick")
        assert again.status == ("known" if left == "all" else "imported")
        assert o.facts(store, "sync.import") == 1
        assert len(o.applicants(store)) == 2
        assert list((store.folder / "inbox").iterdir()) == []
        assert len(list((store.folder / "archive").iterdir())) == 1
    finally:
        store.close()
    return left


def _before(folder: Path) -> dict[str, object]:
    store = open_store(folder / "centre", "clerk", PASSPHRASE)
    try:
        return _rows(store)
    finally:
        store.close()


def test_a_kill_at_every_step_leaves_none_or_all(sent: Path, tmp_path: Path) -> None:
    before = _before(sent)
    outcomes = []
    for when in map(str, range(20)):
        folder = tmp_path / when
        shutil.copytree(sent, folder)
        if _run(folder, when) == 0:
            assert int(when) > 5
            break
        outcomes.append(_ended(folder, before))
    assert set(outcomes) == {"none"}
    folder = tmp_path / "after"
    shutil.copytree(sent, folder)
    assert _run(folder, "committed") != 0
    assert _ended(folder, before) == "all"


@pytest.mark.parametrize("steps", [6, 8])
def test_a_kill_from_outside_leaves_none_or_all(sent: Path, tmp_path: Path, steps: int) -> None:
    before = _before(sent)
    shutil.copytree(sent, tmp_path / "copy")
    child = _child(tmp_path / "copy", "never")
    assert child.stdout is not None
    with child.stdout:
        child.stdout.read(steps)
        child.kill()
    child.wait(60)
    assert _ended(tmp_path / "copy", before) in {"none", "all"}
