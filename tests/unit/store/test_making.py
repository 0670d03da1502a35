"""The making of a store: whole at its place or not there at all, whatever cuts it short."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.base.errors import Refusal, Trouble
from app.store import engine, kdf, making
from app.store.rebuild import verify
from app.store.store import create, open_store
from tests.offices import PASSPHRASE, make_store, new_store

ROOT = Path(__file__).resolve().parents[3]
_KILLED_AT = """
import os, sys
from pathlib import Path
from app.store import {module}
{module}.{name} = lambda *_args, **_more: os._exit(9)
from tests.offices import make_store
make_store(Path(sys.argv[1]))
"""


@pytest.mark.parametrize(("module", "name"), [("engine", "open_register"), ("genesis", "record")])
def test_a_making_killed_half_way_leaves_the_place_free_for_the_next(tmp_path: Path, module: str, name: str) -> None:
    folder = tmp_path / "s"
    code = _KILLED_AT.format(module=module, name=name)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code, str(folder)], env=environment, cwd=tmp_path, check=False)
    assert done.returncode == 9
    assert not folder.exists() and len(list(tmp_path.iterdir())) == 1
    store = make_store(folder)
    assert verify(store).problems == ()
    store.close()
    assert [path.name for path in tmp_path.iterdir()] == ["s"]
    open_store(folder, "clerk", PASSPHRASE).close()


@pytest.mark.parametrize("cut", [KeyboardInterrupt, Trouble])
def test_what_was_built_aside_goes_when_the_building_is_cut_short(tmp_path: Path, cut: type[BaseException]) -> None:
    with pytest.raises(cut), making.aside(tmp_path / "s") as place:
        make_store(place).close()
        raise cut("store.io")
    assert list(tmp_path.iterdir()) == []


def test_a_refused_passphrase_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(Refusal):
        create(tmp_path / "deep" / "s", new_store(purpose="live"), "short", kdf.FLOOR)
    assert list((tmp_path / "deep").iterdir()) == []


def test_another_making_at_work_is_left_alone(tmp_path: Path) -> None:
    with making.aside(tmp_path / "s") as first:
        make_store(tmp_path / "s").close()
        make_store(first).close()
        with pytest.raises(Trouble) as late, making.aside(tmp_path / "s"):
            pass
        assert late.value.condition == "store.exists" and first.is_dir()
        (tmp_path / "s").rename(tmp_path / "other")
    open_store(tmp_path / "s", "clerk", PASSPHRASE).close()


def test_a_store_takes_an_empty_folder_and_no_other(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    make_store(tmp_path / "empty").close()
    letter = tmp_path / "letters" / "a.txt"
    letter.parent.mkdir()
    letter.write_text("x", encoding="utf-8")
    with pytest.raises(Trouble) as refused:
        make_store(letter.parent)
    assert refused.value.condition == "store.not_empty"
    assert letter.read_text(encoding="utf-8") == "x"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty", "letters"]


def test_a_store_that_came_to_the_place_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(Trouble) as late, making.aside(tmp_path / "s") as place:
        make_store(place, office="ALA02").close()
        make_store(tmp_path / "s").close()
    assert late.value.condition == "store.exists"
    store = open_store(tmp_path / "s", "clerk", PASSPHRASE)
    assert store.office.code == "ALA01" and (tmp_path / "s" / engine.REGISTER).is_file()
    store.close()
