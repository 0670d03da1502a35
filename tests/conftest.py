"""What holds for every test: Qt without a screen and with our fonts only, unexpected log lines and leaks fail.

Fixtures that build stores or cases are in the conftest of the folder that needs them. Nothing here imports PySide6
unless a test of the screens runs.
"""

import gc
import logging
import os
import re
import threading
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "build" / "out"
SCREEN_FOLDERS = ("tests/ui/", "tests/journeys/")
FONTS_CONF = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
  <match target="font">
    <edit name="hintstyle" mode="assign"><const>hintnone</const></edit>
    <edit name="rgba" mode="assign"><const>none</const></edit>
  </match>
</fontconfig>
"""


def _private_fonts() -> Path:
    """A fontconfig file that knows only the fonts we ship, so that pictures are the same on every machine."""
    folder = OUT / "fontconfig"
    folder.mkdir(parents=True, exist_ok=True)
    conf = folder / "fonts.conf"
    text = FONTS_CONF.format(fonts=ROOT / "resources" / "fonts", cache=folder / "cache")
    if not conf.is_file() or conf.read_text(encoding="utf-8") != text:
        fresh = conf.with_suffix(f".{os.getpid()}")
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(conf)
    return conf


def pytest_configure(config: pytest.Config) -> None:
    """Settle the environment before anything imports Qt, and choose how hard Hypothesis tries."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = "1"
    os.environ["FONTCONFIG_FILE"] = str(_private_fonts())
    hypothesis.settings.register_profile("ci", deadline=None, max_examples=60, derandomize=True)
    hypothesis.settings.register_profile("deep", deadline=None, max_examples=2000)
    hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))
    config.addinivalue_line("markers", "expects_log: the test provokes warnings in the log and says so")


def _shows_screens(item: pytest.Item) -> bool:
    return (
        item.path.relative_to(ROOT).as_posix().startswith(SCREEN_FOLDERS) if item.path.is_relative_to(ROOT) else False
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests of screens fail on a Qt warning that nobody expected."""
    for item in filter(_shows_screens, items):
        item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
        item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", extend=True))


class _Listener(logging.Handler):
    """Keeps warnings and worse of our own loggers."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.name.partition(".")[0] in {"app", "forms", "pana"}:
            self.heard.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def no_unexpected_log_lines(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning in our log fails the test, unless it is marked `expects_log` or reads the log itself by `caplog`."""
    listener = _Listener()
    logging.getLogger().addHandler(listener)
    yield
    logging.getLogger().removeHandler(listener)
    expected = request.node.get_closest_marker("expects_log") or "caplog" in request.fixturenames
    if listener.heard and not expected:
        pytest.fail("unexpected log lines:\n" + "\n".join(listener.heard))


@pytest.fixture(autouse=True)
def no_leaked_threads() -> Iterator[None]:
    """A thread that a test started has ended when the test ends."""
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before]
    foreign = threading._DummyThread  # a thread of Qt that once called Python; Python never sees its end
    ours = [thread for thread in left if not isinstance(thread, foreign)]
    for thread in ours:
        thread.join(timeout=2)
    alive = [thread.name for thread in ours if thread.is_alive()]
    if alive:
        pytest.fail("threads left running: " + ", ".join(alive))


@pytest.fixture(autouse=True)
def no_leaked_widgets(request: pytest.FixtureRequest) -> Iterator[None]:
    """A top-level widget that a test of screens made is gone when the test ends (`qtbot.addWidget` sees to that)."""
    if not _shows_screens(request.node):
        yield
        return
    request.getfixturevalue("qapp")
    before = _top_level_widgets()
    yield
    if _top_level_widgets() - before:
        gc.collect()
    left = _top_level_widgets() - before
    if left:
        names = sorted(f"{type(widget).__name__} {widget.objectName()!r}" for widget in left)
        for widget in left:
            widget.close()
            widget.deleteLater()
        pytest.fail("top-level widgets left behind: " + ", ".join(names))


def _top_level_widgets() -> set["QWidget"]:
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return {
        widget
        for widget in QApplication.topLevelWidgets()
        if widget.parent() is None and widget.metaObject().className() != "QTipLabel"
    }


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A failed test of screens leaves pictures of its windows in build/out/failures."""
    report = yield
    if report.when == "call" and report.failed and _shows_screens(item):
        _grab_windows(re.sub(r"[^\w.-]+", "_", item.nodeid)[-120:])
    return report


def _grab_windows(name: str) -> None:
    from PySide6.QtWidgets import QApplication

    folder = OUT / "failures"
    folder.mkdir(parents=True, exist_ok=True)
    windows = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    for number, widget in enumerate(windows, 1):
        widget.grab().save(str(folder / f"{name}-{number}.png"))
