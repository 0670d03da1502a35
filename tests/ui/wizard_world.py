"""A clerk at a wizard: a real store with its clock stopped, a real desk, and fingers on the keyboard."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.services import drafts
from app.ui.desk import Desk
from app.ui.editors.choices import ChecksEditor, FlagEditor
from app.ui.editors.combo import ChoiceEditor
from app.ui.editors.line import LineEditor
from app.ui.editors.texts import TextEditor
from app.ui.hub import Hub
from app.ui.runner import Runner
from app.ui.wizards.sheet import Sheet
from tests.offices import at, make_store

MORNING = "2026-06-12 10:42"


def make_desk(folder: Any, runner: Runner, moment: str = MORNING, **office: Any) -> Desk:
    """A desk in a test office; `close_desk` gives the store back."""
    store = make_store(folder, **office)
    store.set_clock(at(moment))
    return Desk(store, store.actor("clerk"), "Айнұр Омарова", runner, Hub())


def close_desk(desk: Desk) -> None:
    """Finish what is being written and close the store."""
    desk.runner.shutdown()
    desk.store.close()


def type_into(widget: QWidget, text: str) -> None:
    """Press the keys of a text, whatever its letters."""
    for letter in text:
        if letter == "\n":
            press(widget, Qt.Key.Key_Return)
            continue
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter))


def press(widget: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press one key in a widget."""
    QTest.keyClick(widget, key, held)


def fill(sheet: Sheet, **typed: Any) -> None:
    """Type values into fields of a page by their names."""
    for name, value in typed.items():
        form = next(form for form in sheet.forms if name in form.binder.rows)
        put(form.binder.editor(name), value)


def put(editor: Any, value: Any) -> None:
    """Type one value: text into a line, a name into a choice, a press on a mark."""
    if isinstance(editor, ChoiceEditor):
        line = editor.box.lineEdit()
        line.selectAll()
        type_into(line, value)
        editor.box.completer().popup().hide()
        line.editingFinished.emit()
    elif isinstance(editor, LineEditor):
        editor.line.selectAll()
        press(editor.line, Qt.Key.Key_Delete)
        type_into(editor.line, value)
        editor.line.editingFinished.emit()
    elif isinstance(editor, TextEditor):
        editor.text.selectAll()
        type_into(editor.text, value)
        editor.text.gone.emit()
    elif isinstance(editor, ChecksEditor):
        for code in value:
            editor.boxes[code].click()
    elif isinstance(editor, FlagEditor):
        if editor.value() != value:
            editor.check.click()
    else:
        raise AssertionError(type(editor).__name__)


def show(qtbot: Any, wizard: QWidget) -> QWidget:
    """Put a wizard on the screen, with the keyboard."""
    qtbot.addWidget(wizard)
    wizard.resize(1126, 768)
    wizard.show()
    wizard.activateWindow()
    qtbot.waitUntil(wizard.isActiveWindow)
    return wizard


def kept(desk: Desk) -> tuple[drafts.KeptDraft, ...]:
    """The drafts that stand in the store."""
    return drafts.listed(desk.store, desk.actor)


def sweep() -> None:
    """Delete what was asked to be deleted."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
