"""A passphrase: hidden, shown on demand by a button that the keyboard reaches. It never stands in a draft."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.ui import icons, tr
from app.ui.editors.editor import Editor, set_property
from app.ui.widgets.basic import PressButton


class PassphraseEditor(Editor):
    """A hidden line with a show and hide button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        frame = QWidget()
        super().__init__(frame, parent)
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        self.eye = PressButton(icons.icon("eye"), "")
        self.eye.setCheckable(True)
        self.eye.setAutoDefault(False)
        self.eye.toggled.connect(self._on_toggled)
        row.addWidget(self.line, 1)
        row.addWidget(self.eye)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(lambda _text: self.changed.emit())
        self.line.editingFinished.connect(self.left)
        tr.keep(self.eye, "ui-passphrase-show", "setAccessibleName")
        tr.keep(self.eye, "ui-passphrase-show", "setToolTip")

    def value(self) -> str:
        return self.line.text()

    def set_value(self, value: Any) -> None:
        self.line.setText("" if value is None else str(value))

    def clear(self) -> None:
        """Forget what was typed, also for undo, and hide it again."""
        self.line.clear()
        self.eye.setChecked(False)

    def set_state(self, state: str) -> None:
        set_property(self.line, "state", state)

    def set_name(self, name: str, description: str = "") -> None:
        self.line.setAccessibleName(name)
        self.line.setAccessibleDescription(description)

    def _on_toggled(self, shown: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.eye.setIcon(icons.icon("eye-off" if shown else "eye"))
        key = "ui-passphrase-hide" if shown else "ui-passphrase-show"
        tr.keep(self.eye, key, "setAccessibleName")
        tr.keep(self.eye, key, "setToolTip")
