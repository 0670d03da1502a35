"""The nine Kazakh letters as buttons, for machines that have only a Russian keyboard layout."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from app.ui import tr
from app.ui.widgets.basic import PressButton

LETTERS = "әғқңөұүһі"


class KazLetterStrip(QWidget):
    """Nine buttons that type into the field with the focus; Alt+1 … Alt+9 do the same without the mouse.

    One strip per page: its shortcuts belong to the whole window. A letter at the start of a word is a capital.
    """

    inserted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.buttons: dict[str, QPushButton] = {}
        for number, letter in enumerate(LETTERS, start=1):
            row.addWidget(self._new_button(letter, number))
        row.addStretch(1)
        tr.keep(self, "ui-letters", "setAccessibleName")

    def _new_button(self, letter: str, number: int) -> QPushButton:
        button = PressButton(letter)
        button.setProperty("kind", "tiny")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAccessibleName(letter)
        button.setToolTip(f"{letter}  Alt+{number}")
        button.clicked.connect(lambda _on=False: self.insert(letter))
        keys = QShortcut(QKeySequence(f"Alt+{number}"), self)
        keys.activated.connect(lambda: self.insert(letter))
        self.buttons[letter] = button
        return button

    def insert(self, letter: str) -> None:
        """Type a letter into the field that has the focus, if it takes text."""
        focused = QApplication.focusWidget()
        field = focused.lineEdit() if isinstance(focused, QComboBox) else focused
        shift = bool(QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
        if isinstance(field, QLineEdit) and not field.isReadOnly():
            before = field.text()[: field.selectionStart() if field.hasSelectedText() else field.cursorPosition()]
            typed = _in_case(letter, before, shift)
            field.insert(typed)
            field.textEdited.emit(field.text())  # a program's insert is no edit for Qt, but it is one for the clerk
            self.inserted.emit(typed)
        elif isinstance(field, QPlainTextEdit) and not field.isReadOnly():
            before = field.toPlainText()[: field.textCursor().selectionStart()]
            typed = _in_case(letter, before, shift)
            field.insertPlainText(typed)
            self.inserted.emit(typed)


def _in_case(letter: str, before: str, shift: bool) -> str:
    start = not before or before[-1] in " -\n"
    return letter.upper() if start or shift else letter
