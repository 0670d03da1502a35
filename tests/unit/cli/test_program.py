"""The program as a process: exit codes, no traces, passphrase from a descriptor, the demo office."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.services import demo_office
from app.store import places

ROOT = Path(__file__).resolve().parents[3]


def _run(home: Path, *argv: object, given: str = "") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "XDG_DATA_HOME": str(home), "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT)}
    environment |= {"LC_ALL": "C.UTF-8"}
    environment.pop("PANA_STORE", None)
    return subprocess.run(
        [sys.executable, "-m", "app", *map(str, argv)],
        env=environment, cwd=home, input=given, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip


def test_a_live_store_from_init_to_verify(tmp_path: Path) -> None:
    made = _run(
        tmp_path, "init", "--store", tmp_path / "s", "--kind", "region", "--office", "ALA01", "--name-kk", "Әкімдік",
        "--name-ru", "Акимат", "--admin", "a-omarova", "--admin-name", "А. Омарова", "--passphrase-fd", 0, "--json",
        given="correct horse battery\n",
    )  # fmt: skip
    assert made.returncode == 0, made.stderr
    assert json.loads(made.stdout)["purpose"] == "live"
    whole = _run(tmp_path, "verify", "--store", tmp_path / "s", "--passphrase-fd", 0, given="correct horse battery\n")
    assert whole.returncode == 0 and "whole" in whole.stdout
    wrong = _run(tmp_path, "verify", "--store", tmp_path / "s", "--passphrase-fd", 0, given="wrong horse battery\n")
    assert wrong.returncode == 1
    assert wrong.stderr.strip().startswith("The user name or the passphrase is wrong")
    assert "Traceback" not in wrong.stderr


def test_a_mistake_in_the_arguments_ends_with_two(tmp_path: Path) -> None:
    done = _run(tmp_path, "list", "--no-such-option")
    assert done.returncode == 2 and "--help" in done.stderr
    assert _run(tmp_path, "frobnicate").returncode == 2
    assert _run(tmp_path, "--version").stdout.startswith("pana ")


def test_a_bug_leaves_a_report_and_no_trace(tmp_path: Path) -> None:
    code = (
        "from app import bootstrap\n"
        "bootstrap._settle_bugs('en')\n"
        "def fails(name):\n    raise ValueError(name)\n"
        "fails('AHMADI FARID')\n"
    )
    environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr and "AHMADI" not in done.stderr
    (report,) = (tmp_path / "pana" / "reports").glob("bug-*.txt")
    text = report.read_text(encoding="utf-8")
    assert "ValueError" in text and "fails" in text and "AHMADI" not in text


def test_the_demo_office_is_made_once_and_anew_when_half_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "user_area", lambda: tmp_path / "pana")
    half = demo_office.store_folder()
    half.mkdir(parents=True)
    (half / "keys.json").write_text("{", encoding="utf-8")
    assert not demo_office.ready()
    folder = demo_office.prepare()
    assert demo_office.ready()
    before = (folder / "keys.json").stat().st_mtime_ns
    assert demo_office.prepare() == folder
    assert (folder / "keys.json").stat().st_mtime_ns == before
