"""Fixtures of the tests of screens: the theme is on, the language is Kazakh, threads are joined, answers forgotten."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.ui import dialogs, tr
from app.ui.runner import Runner
from app.ui.theme import apply, theme


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What the screen that is not there cannot do (raise a window, grab the keyboard) is no fault of ours."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            # in front, because pytest-qt looks at one such mark only
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True), append=False)


@pytest.fixture(autouse=True)
def screen(qapp: QApplication) -> Iterator[QApplication]:
    """Every test of screens starts light and in Kazakh, with no answer queued."""
    tr.set_language("kk")
    if theme.mode != "light" or not qapp.styleSheet():
        apply(qapp, "light")
    qapp.setCursorFlashTime(0)
    yield qapp
    dialogs.forget_answers()


@pytest.fixture
def runner(qtbot) -> Iterator[Runner]:
    """A reader and a writer thread, joined at the end."""
    made = Runner()
    yield made
    made.shutdown()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def type_text() -> Callable[[QWidget, str], None]:
    """Types any letters; `qtbot.keyClicks` aborts the process on letters that are not ASCII."""

    def type_into(widget: QWidget, text: str) -> None:
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(widget, event)

    return type_into


@pytest.fixture
def turn_wheel() -> Callable[[QWidget], None]:
    """Turns the wheel over a widget."""

    def turn(widget: QWidget) -> None:
        middle = QPointF(widget.rect().center())
        event = QWheelEvent(
            middle,
            widget.mapToGlobal(middle),
            QPoint(0, 0),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(widget, event)

    return turn


@pytest.fixture
def unnamed() -> Callable[[QWidget], list[str]]:
    """The widgets below one that Tab reaches and that a screen reader could not name."""

    def find(root: QWidget) -> list[str]:
        return [
            f"{type(widget).__name__} {widget.objectName()!r} in {type(widget.parent()).__name__}"
            for widget in root.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None and not _name(widget)
        ]

    return find


def _name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface is not None else ""
