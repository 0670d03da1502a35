"""One line of text, and the date that is typed as text. Parsing is passed in; nothing is parsed here."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.base.errors import Refusal
from app.ui.editors.editor import Editor


class _Line(QLineEdit):
    """Keeps what was selected by Tab from hiding the start of a long name."""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self.isModified():
            self.setCursorPosition(0)


class LineEditor(Editor):
    """A line of text; `rtl` for names in Arabic script."""

    def __init__(self, parent: QWidget | None = None, *, max_length: int = 0, rtl: bool = False) -> None:
        self.line = _Line()
        super().__init__(self.line, parent)
        if max_length:
            self.line.setMaxLength(max_length)
        if rtl:
            self.line.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            self.line.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)  # leading: the right
        self.line.textEdited.connect(lambda _text: self.changed.emit())
        self.line.editingFinished.connect(self._on_left)

    def value(self) -> str:
        return self.line.text().strip()

    def set_value(self, value: Any) -> None:
        text = "" if value is None else str(value)
        if text != self.value():
            self.line.setText(text)
            self.line.setCursorPosition(0)

    def set_read_only(self, read_only: bool) -> None:
        self.line.setReadOnly(read_only)

    def set_placeholder(self, text: str) -> None:
        """Grey words in the empty field: an example, never the label."""
        self.line.setPlaceholderText(text)

    def go_to_end(self) -> None:
        """Put the cursor behind the text, so that typing goes on there."""
        self.line.end(False)

    def insert(self, text: str) -> None:
        """Insert at the cursor as if it was typed."""
        self.line.insert(text)
        self.changed.emit()

    def _on_left(self) -> None:
        self.left.emit()


class DateEditor(LineEditor):
    """A date typed in any usual way: digits, dots, slashes, dashes, spaces; unknown parts may be left out.

    *Shape*: `parse` turns what was typed into the value of the draft (or raises `Refusal`), `show` turns a value back
    into what is shown. A text that is no date stays in the field and in the draft as it is: nothing typed is lost.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        parse: Callable[[str], str],
        show: Callable[[str], str],
        max_length: int = 40,
    ) -> None:
        super().__init__(parent, max_length=max_length)
        self._parse, self._show = parse, show

    def value(self) -> str:
        text = super().value()
        if not text:
            return ""
        try:
            return self._parse(text)
        except Refusal:
            return text

    def set_value(self, value: Any) -> None:
        text = "" if value is None else str(value)
        if text != self.value():
            self.line.setText(self._show(text) if text else "")

    def _on_left(self) -> None:
        text = self.line.text().strip()
        if text:
            try:
                self.line.setText(self._show(self._parse(text)))
            except Refusal as refusal:
                self.refused.emit(refusal)
        self.left.emit()
