"""A form: label, editor and an always reserved message line, in a grid that never jumps."""

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.ui.editors.editor import Editor, set_property
from app.ui.theme import theme


class _Message(QLabel):
    """Keeps the height of one line when it is empty; a long sentence wraps and its tool tip says it whole."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setProperty("role", "hint")
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)  # as many lines as the sentence needs in this width, not a guess
        self.setSizePolicy(policy)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height() + 3)

    def heightForWidth(self, width: int) -> int:
        return max(super().heightForWidth(width), self.minimumSizeHint().height())


class FormRow(QWidget):
    """One field: its label above, its hint or problem below."""

    def __init__(
        self, editor: Editor, *, required: bool = False, labelled: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self._required, self._text, self._hint = required, "", ""
        self.label = QLabel(self)
        self.label.setProperty("role", "label")
        self.label.setBuddy(editor)
        self.label.setVisible(labelled)
        self.message = _Message()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        if labelled:
            box.addWidget(self.label)
        box.addWidget(editor)
        box.addWidget(self.message)
        box.addStretch(1)
        theme.changed.connect(self._show_label)

    def set_texts(self, label: str, hint: str = "") -> None:
        """The label and the hint, in the language of the screen."""
        self._text, self._hint = label, hint
        self._show_label()
        self.set_problem(self.problem())

    def problem(self) -> str:
        """The problem shown, or empty."""
        return self.message.text() if self.message.property("role") == "problem" else ""

    def set_problem(self, problem: str) -> None:
        """Show a problem in place of the hint, or the hint again."""
        self.message.setText(problem or self._hint)
        self.message.setToolTip(problem)
        set_property(self.message, "role", "problem" if problem else "hint")
        self.editor.set_state("error" if problem else "")
        self.editor.set_name(self._text, problem or self._hint)

    def _show_label(self) -> None:
        star = f' <span style="color:{theme.colour("danger-ink").name()}">*</span>' if self._required else ""
        self.label.setText(escape(self._text) + star if star else self._text)
        self.label.setTextFormat(Qt.TextFormat.RichText if star else Qt.TextFormat.PlainText)


class FormGrid(QWidget):
    """Rows side by side in equal columns, filled from left to right."""

    def __init__(self, columns: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns, self._row, self._column = columns, 0, 0
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(18)
        self.grid.setVerticalSpacing(8)
        for column in range(columns):
            self.grid.setColumnStretch(column, 1)
            self.grid.setColumnMinimumWidth(column, 90)

    def add(self, widget: QWidget, *, span: int = 1, new_row: bool = False) -> None:
        """Put a row (or any widget) into the next free place; `span` 0 takes the whole width."""
        width = min(span or self._columns, self._columns)
        if (new_row and self._column) or self._column + width > self._columns:
            self._row, self._column = self._row + 1, 0
        self.grid.addWidget(widget, self._row, self._column, 1, width)
        self._column += width
