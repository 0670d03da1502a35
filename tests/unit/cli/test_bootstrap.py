"""The composition root: what opens, and a log that holds nobody's name."""

import logging
from pathlib import Path

import pytest

from app import bootstrap
from app.base.errors import Refusal, Trouble
from app.services import offices
from app.store import places
from tests.offices import make_store


def _record(error: BaseException | None = None) -> logging.LogRecord:
    caught = (type(error), error, error.__traceback__) if error else None
    return logging.LogRecord("pana", logging.WARNING, __file__, 1, "name refused: %s", ("AHMADI FARID",), caught)


def test_the_log_holds_the_sentence_of_the_code_and_not_the_name() -> None:
    line = bootstrap.Discreet().format(_record())
    assert "name refused: %s" in line and "AHMADI" not in line


def test_the_log_holds_kind_and_place_of_an_error_and_not_what_it_says() -> None:
    try:
        try:
            raise Refusal("person.unknown", name="AHMADI FARID")
        except Refusal as refusal:
            raise ValueError("AHMADI FARID") from refusal
    except ValueError as error:
        line = bootstrap.Discreet().format(_record(error))
    assert "ValueError" in line and "person.unknown" in line and "test_bootstrap.py" in line
    assert "AHMADI" not in line


def test_a_report_is_kept_and_old_ones_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "user_area", lambda: tmp_path)
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(30):
        (folder / f"bug-20200101-0000{number:02}-0.txt").write_text("old", encoding="utf-8")
    written = bootstrap.report(Trouble("store.io"))
    assert written is not None and "store.io" in written.read_text(encoding="utf-8")
    assert len(list(folder.iterdir())) == 20


@pytest.mark.parametrize("state", ["none", "store", "damaged"])
def test_the_window_opens_on_the_store_of_this_computer_or_the_first_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, state: str
) -> None:
    folder = tmp_path / "pana-store"
    monkeypatch.setenv("PANA_STORE", str(folder))
    opened: list[tuple[Path | None, str]] = []
    monkeypatch.setattr(bootstrap, "open_window", lambda place, *, user: opened.append((place, user)) or 0)
    if state == "store":
        make_store(folder).close()
    elif state == "damaged":
        folder.mkdir()
        (folder / "keys.json").write_text("?", encoding="utf-8")
    assert bootstrap.main([]) == 0
    assert opened == [(None, "") if state == "none" else (folder, "clerk" if state == "store" else "")]


@pytest.fixture(autouse=True)
def _as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    """The hooks and the log of the test run come back after a run of the program."""
    import sys
    import threading

    monkeypatch.setattr(places, "user_area", lambda: tmp_path / "area")
    before = (sys.excepthook, threading.excepthook, list(logging.getLogger().handlers), logging.getLogger().level)
    yield
    sys.excepthook, threading.excepthook = before[:2]
    for handler in [h for h in logging.getLogger().handlers if h not in before[2]]:
        logging.getLogger().removeHandler(handler)
        handler.close()
    logging.getLogger().setLevel(before[3])


def test_the_store_of_this_computer_is_named_by_one_variable_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PANA_STORE", str(tmp_path / "elsewhere"))
    assert offices.default_folder() == tmp_path / "elsewhere"
    monkeypatch.delenv("PANA_STORE")
    assert offices.default_folder() == tmp_path / "pana-store"
