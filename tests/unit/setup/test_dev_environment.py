"""The Python environment: chosen, made, recognised, repaired; two at once take turns. Real interpreters, no network."""

import hashlib
import importlib
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

BUILD = Path(__file__).resolve().parents[3] / "build"
SCRIPTS = ("dev.py", "setup_environment.py", "setup_libraries.py")


@pytest.fixture
def setup_environment(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(BUILD))
    return importlib.import_module("setup_environment")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A source tree whose lock asks for no package, so that set-up needs no network."""
    build = tmp_path / "build"
    build.mkdir()
    for name in SCRIPTS:
        (build / name).write_bytes((BUILD / name).read_bytes())
    (build / "requirements.lock").write_text("# nothing is needed\n", encoding="utf-8")
    return tmp_path


def prepare(tree: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, str(tree / "build" / "dev.py"), "prepare"]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300, check=False)


def test_first_run_makes_the_environment_and_the_second_leaves_it_alone(tree: Path) -> None:
    first = prepare(tree)
    assert first.returncode == 0, first.stderr
    stamp = tree / ".venv" / "pana.stamp"
    made_at = stamp.stat().st_mtime_ns
    told = b"# nothing is needed\n\npython %d.%d" % sys.version_info[:2]
    assert stamp.read_text(encoding="ascii").strip() == hashlib.sha256(told).hexdigest()
    second = prepare(tree)
    assert second.stderr.strip() == "Ready."
    assert stamp.stat().st_mtime_ns == made_at


def test_an_environment_left_half_way_is_made_anew(tree: Path) -> None:
    half = tree / ".venv" / "lib" / "python3.11" / "site-packages" / "PySide6"
    half.mkdir(parents=True)
    (half / "half.so").write_bytes(b"\x7fELF")
    done = prepare(tree)
    assert done.returncode == 0, done.stderr
    assert "made anew" in done.stderr
    assert not half.exists()


def test_a_changed_lock_and_a_lost_pip_are_noticed(setup_environment: ModuleType, tree: Path) -> None:
    assert prepare(tree).returncode == 0
    environment = setup_environment.Environment(tree)
    assert environment.is_ready()
    environment.lock.write_text("# something else\n", encoding="utf-8")
    assert not environment.is_ready()
    environment.lock.write_text("# nothing is needed\n", encoding="utf-8")
    assert environment.is_ready()
    [pip] = environment.folder.glob("[lL]ib/**/site-packages/pip")
    pip.rename(pip.with_name("gone"))
    assert not environment.is_ready()


def test_a_failed_installation_says_what_to_do_and_leaves_no_stamp(tree: Path) -> None:
    absent = tree / "absent.whl"
    lock = f"absent @ {absent.as_uri()} --hash=sha256:{'0' * 64}\n"
    (tree / "build" / "requirements.lock").write_text(lock, encoding="utf-8")
    done = prepare(tree)
    assert done.returncode == 4
    assert "run this command again" in done.stderr
    assert "Traceback" not in done.stderr.splitlines()[-1]
    assert not (tree / ".venv" / "pana.stamp").exists()


def test_two_at_once_make_it_once(tree: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, str(tree / "build" / "dev.py"), "prepare"]
    both = [subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    told = "".join(process.communicate(timeout=300)[1] for process in both)
    assert [process.returncode for process in both] == [0, 0]
    assert told.count("Making the Python environment") == 1
    assert told.count("Ready.") == 2


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in interpreters are shell scripts")
def test_a_name_that_does_not_answer_is_passed_over(setup_environment: ModuleType, tmp_path: Path) -> None:
    shim, old = tmp_path / "python3.12", tmp_path / "python3.9"
    shim.write_text("#!/bin/sh\necho 'command not found' >&2\nexit 127\n", encoding="utf-8")
    old.write_text("#!/bin/sh\necho 3.9\n", encoding="utf-8")
    for script in (shim, old):
        script.chmod(0o755)
    options = [[str(shim)], [str(tmp_path / "absent")], [str(old)], [sys.executable]]
    assert setup_environment.choose(options) == [sys.executable]
    with pytest.raises(setup_environment.SetUpError, match=r"needs Python 3\.11") as raised:
        setup_environment.choose(options[:3])
    assert raised.value.code == 3


def test_children_draw_off_screen_only_where_there_is_no_screen(setup_environment: ModuleType) -> None:
    clean = setup_environment.clean_environment
    assert clean({"DISPLAY": ":0", "PYTHONHOME": "/x"}) == {"DISPLAY": ":0"}
    assert "QT_QPA_PLATFORM" not in clean({"WAYLAND_DISPLAY": "wayland-0"})
    if sys.platform.startswith("linux"):
        assert clean({})["QT_QPA_PLATFORM"] == "offscreen"
        assert clean({"QT_QPA_PLATFORM": "vnc"})["QT_QPA_PLATFORM"] == "vnc"
