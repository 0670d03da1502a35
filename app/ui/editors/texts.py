"""Several lines: free text, and the machine-readable lines of a passport. Nothing is parsed here."""

from typing import Any

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QFocusEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.ui import fonts
from app.ui.editors.editor import Editor


class _Text(QPlainTextEdit):
    gone = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.gone.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(source.text())


class TextEditor(Editor):
    """Free text of several lines; Tab leaves the field."""

    def __init__(self, parent: QWidget | None = None, *, rows: int = 4, max_length: int = 0) -> None:
        self.text = _Text()
        super().__init__(self.text, parent)
        self._max_length = max_length
        self._quiet = False
        self.text.setFixedHeight(rows * self.text.fontMetrics().lineSpacing() + 24)
        self.text.textChanged.connect(self._on_text_changed)
        self.text.gone.connect(self.left)

    def value(self) -> str:
        return self.text.toPlainText().strip()

    def set_value(self, value: Any) -> None:
        text = "" if value is None else str(value)
        if text != self.value():
            self._quiet = True
            self.text.setPlainText(text)
            self._quiet = False

    def set_read_only(self, read_only: bool) -> None:
        self.text.setReadOnly(read_only)

    def set_placeholder(self, text: str) -> None:
        """Grey words in the empty field."""
        self.text.setPlaceholderText(text)

    def go_to_end(self) -> None:
        """Put the cursor behind the text, so that typing goes on there."""
        self.text.moveCursor(QTextCursor.MoveOperation.End)

    def _clean(self, text: str) -> str:
        return text[: self._max_length] if self._max_length else text

    def _on_text_changed(self) -> None:
        if self._quiet:
            return
        text = self.text.toPlainText()
        clean = self._clean(text)
        if clean != text:
            self._replace(clean)
        self.changed.emit()

    def _replace(self, text: str) -> None:
        """Replace the whole text so that undo and the place of the cursor stay useful."""
        cursor = self.text.textCursor()
        place = min(cursor.position(), len(text))
        self._quiet = True
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(text)
        cursor.setPosition(place)
        self.text.setTextCursor(cursor)
        self._quiet = False


class MrzEditor(TextEditor):
    """Two or three machine-readable lines, typed, pasted or read by a scanner that types; `completed` when full."""

    completed = Signal(str)
    """All lines are there (2 of 36 or 44, or 3 of 30): the lines joined by line feeds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, rows=3)
        self.text.setFont(fonts.mono())
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFixedHeight(3 * self.text.fontMetrics().lineSpacing() + 26)

    def _clean(self, text: str) -> str:
        lines = ["".join(line.split()).replace("«", "<<").upper()[:44] for line in text.split("\n")]
        return "\n".join(lines[:3])

    def _on_text_changed(self) -> None:
        if self._quiet:
            return
        super()._on_text_changed()  # first the draft knows the lines, then they are read from it
        lines = [line for line in self.value().split("\n") if line]
        if [len(line) for line in lines] in ([36, 36], [44, 44], [30, 30, 30]):
            self.completed.emit("\n".join(lines))
