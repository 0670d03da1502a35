"""Asking and telling: questions, notices, files and folders. Tests queue the answer with `set_next_answer`.

Each of `ask`, `tell`, `choose_file`, `choose_folder`, `save_file` is called like a function and returns the answer.
"""

import os
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui import icons
from app.ui.theme import ToneName
from app.ui.widgets.basic import ButtonKind, button, label

A = TypeVar("A")
_ICONS = {
    "neutral": "info",
    "info": "info",
    "success": "circle-check",
    "warning": "triangle-alert",
    "danger": "circle-alert",
}


class Dialog(QDialog):
    """Base of the dialogs: icon, heading, text, a `body` for more, buttons on the right. Esc closes it.

    *Shape*: title and text are data in the language of the screen; the buttons take message keys.
    """

    def __init__(self, parent: QWidget | None, title: str, text: str = "", tone: ToneName = "neutral") -> None:
        super().__init__(parent.window() if parent is not None else None)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setMinimumWidth(460)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        heading = label(text=title, role="section", wrap=True)
        self.text = label(text=text, wrap=True)
        self.text.setVisible(bool(text))
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self.body.addWidget(heading)
        self.body.addWidget(self.text)
        top = QHBoxLayout()
        top.setSpacing(14)
        top.addWidget(_picture(tone), 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(self.body, 1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(10)
        self._buttons.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 22, 24, 20)
        outer.setSpacing(20)
        outer.addLayout(top)
        outer.addLayout(self._buttons)

    def add_button(
        self, key: str, slot: Callable[[], object], *, kind: ButtonKind = "secondary", default: bool = False
    ) -> QPushButton:
        """Put a button at the right end; the default one is pressed by Enter."""
        result = button(key, slot, kind=kind)
        result.setAutoDefault(default)
        result.setDefault(default)
        self._buttons.addWidget(result)
        if default:
            result.setFocus()
        return result


def _picture(tone: ToneName) -> QLabel:
    picture = QLabel()
    picture.setPixmap(icons.icon(_ICONS[tone], f"{tone}-ink").pixmap(QSize(24, 24)))
    return picture


class _Question(Generic[A]):
    """A dialog that can be answered beforehand."""

    def __init__(self) -> None:
        self._answers: deque[A] = deque()
        self.asked: list[str] = []

    def set_next_answer(self, answer: A) -> None:
        """The answer to the next call, instead of a dialog; several are used in order."""
        self._answers.append(answer)

    def forget_answers(self) -> None:
        """Drop answers that were not used and what was asked."""
        self._answers.clear()
        self.asked.clear()

    def _answer(self, text: str, ask: Callable[[], A]) -> A:
        if not self._answers:
            return ask()
        self.asked.append(text)
        return self._answers.popleft()


class Ask(_Question[bool]):
    """A question with two answers; Esc and the cross mean no."""

    def __call__(
        self,
        parent: QWidget | None,
        title: str,
        text: str = "",
        *,
        yes: str = "ui-yes",
        no: str = "ui-cancel",
        dangerous: bool = False,
    ) -> bool:
        """True when the user said yes. `yes` and `no` are keys of verbs; what cannot be undone is `dangerous`."""
        return self._answer(f"{title} {text}".strip(), lambda: _ask(parent, title, text, yes, no, dangerous))


def _ask(parent: QWidget | None, title: str, text: str, yes: str, no: str, dangerous: bool) -> bool:
    dialog = Dialog(parent, title, text, "warning" if dangerous else "info")
    dialog.add_button(no, dialog.reject, default=dangerous)
    dialog.add_button(yes, dialog.accept, kind="danger" if dangerous else "primary", default=not dangerous)
    said = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return said


class Tell(_Question[None]):
    """A notice with one button."""

    def __call__(
        self, parent: QWidget | None, title: str, text: str = "", *, details: str = "", tone: ToneName = "info"
    ) -> None:
        """Show a notice until it is closed; `details` can be selected and copied."""
        self._answer(f"{title} {text}".strip(), lambda: _tell(parent, title, text, details, tone))


def _tell(parent: QWidget | None, title: str, text: str, details: str, tone: ToneName) -> None:
    dialog = Dialog(parent, title, text, tone)
    if details:
        more = label(text=details, role="small", wrap=True)
        more.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        dialog.body.addWidget(more)
    dialog.add_button("ui-close", dialog.accept, kind="primary", default=True)
    dialog.exec()
    dialog.deleteLater()


def _options() -> QFileDialog.Option:
    """The dialogs of the desktop, but never on a screen that is not there."""
    bare = QGuiApplication.platformName() == "offscreen" or "PYTEST_CURRENT_TEST" in os.environ
    return QFileDialog.Option.DontUseNativeDialog if bare else QFileDialog.Option(0)


class ChooseFile(_Question["Path | None"]):
    """Choosing one file to read."""

    def __call__(self, parent: QWidget | None, title: str, filters: str = "", start: Path | None = None) -> Path | None:
        """The chosen file, or None. `filters` is Qt's form: "Суреттер (*.jpg *.png)"."""
        folder = str(start or Path.home())
        return self._answer(
            title, lambda: _path(QFileDialog.getOpenFileName(parent, title, folder, filters, options=_options())[0])
        )


class ChooseFolder(_Question["Path | None"]):
    """Choosing one folder."""

    def __call__(self, parent: QWidget | None, title: str, start: Path | None = None) -> Path | None:
        """The chosen folder, or None."""
        folder = str(start or Path.home())
        only = QFileDialog.Option.ShowDirsOnly | _options()
        return self._answer(title, lambda: _path(QFileDialog.getExistingDirectory(parent, title, folder, only)))


class SaveFile(_Question["Path | None"]):
    """Choosing where to write a file."""

    def __call__(
        self, parent: QWidget | None, title: str, name: str, filters: str = "", start: Path | None = None
    ) -> Path | None:
        """Where to write, or None; `name` is proposed, an existing file is asked about."""
        place = str((start or Path.home()) / name)
        return self._answer(
            title, lambda: _path(QFileDialog.getSaveFileName(parent, title, place, filters, options=_options())[0])
        )


def _path(chosen: str) -> Path | None:
    return Path(chosen) if chosen else None


ask = Ask()
tell = Tell()
choose_file = ChooseFile()
choose_folder = ChooseFolder()
save_file = SaveFile()


def forget_answers() -> None:
    """Drop every queued answer; tests do so after each test."""
    for question in (ask, tell, choose_file, choose_folder, save_file):
        question.forget_answers()
