"""Field tables, and the Binder between the values of a draft (a plain dict) and their editors.

What is right or wrong is decided in `app.flows`; here problems are only shown beside their fields.
"""

from collections.abc import Callable, Iterable, Mapping, MutableMapping
from dataclasses import dataclass
from typing import Any, Literal

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from app.base.errors import Refusal
from app.ui import tr
from app.ui.editors.choices import ChecksEditor, FlagEditor, SegmentsEditor
from app.ui.editors.combo import ChoiceEditor
from app.ui.editors.editor import Editor, Option, Options
from app.ui.editors.line import DateEditor, LineEditor
from app.ui.editors.passphrase import PassphraseEditor
from app.ui.editors.texts import MrzEditor, TextEditor
from app.ui.widgets.form import FormGrid, FormRow

Kind = Literal["line", "date", "text", "choice", "segments", "checks", "flag", "mrz", "passphrase"]


def _no_options() -> list[Option]:
    return []


def _as_typed(text: str) -> str:
    return text


@dataclass(frozen=True)
class Field:
    """One row of a form: which value, how it is labelled, how it is edited.

    *Shape*: `label`, `hint`, `placeholder` are message keys. `span` counts columns of the grid, `new_row` starts a row.
    `options` (choice, segments, checks) gives the choices in the language of the screen. `parse` and `show` (date) turn
    typed text into the value of the draft and back. `shown_when(values)` hides a field that does not apply.
    """

    name: str
    label: str
    kind: Kind = "line"
    required: bool = False
    hint: str = ""
    placeholder: str = ""
    span: int = 1
    new_row: bool = False
    options: Options = _no_options
    parse: Callable[[str], str] = _as_typed
    show: Callable[[str], str] = _as_typed
    max_length: int = 0
    rows: int = 4
    rtl: bool = False
    columns: int = 2
    shown_when: Callable[[Mapping[str, Any]], bool] | None = None


_MAKERS: dict[str, Callable[[Field], Editor]] = {
    "line": lambda field: LineEditor(max_length=field.max_length, rtl=field.rtl),
    "date": lambda field: DateEditor(parse=field.parse, show=field.show),
    "text": lambda field: TextEditor(rows=field.rows, max_length=field.max_length),
    "choice": lambda field: ChoiceEditor(field.options),
    "segments": lambda field: SegmentsEditor(field.options),
    "checks": lambda field: ChecksEditor(field.options, columns=field.columns),
    "flag": lambda _field: FlagEditor(),
    "mrz": lambda _field: MrzEditor(),
    "passphrase": lambda _field: PassphraseEditor(),
}
_WITHOUT_LABEL = {"flag"}


def editor_for(field: Field) -> Editor:
    """A new editor of the field's kind."""
    return _MAKERS[field.kind](field)


class Binder(QObject):
    """Keeps a dict of values and the editors of a table of fields together.

    The editors are put into a `FormGrid` with `fill`. Every edit is written into `values` at once and told by
    `changed(name)`; `show_problems` marks fields; focus can be asked, saved and put back by field name.
    """

    changed = Signal(str)
    """The name of the field that the user changed."""
    left = Signal(str)
    """The name of the field that the user is done with."""

    def __init__(
        self, values: MutableMapping[str, Any], fields: Iterable[Field], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.values = values
        self.fields = tuple(fields)
        self.rows: dict[str, FormRow] = {}
        self._problems: dict[str, str] = {}
        for field in self.fields:
            self._add(field)
        self.reload()
        tr.tongue.language_changed.connect(self.retranslate)

    def _add(self, field: Field) -> None:
        editor = editor_for(field)
        row = FormRow(editor, required=field.required, labelled=field.kind not in _WITHOUT_LABEL)
        self.rows[field.name] = row
        if field.placeholder and isinstance(editor, LineEditor | TextEditor | ChoiceEditor):
            editor.set_placeholder(tr.tr(field.placeholder))
        editor.changed.connect(lambda: self._on_changed(field.name))
        editor.left.connect(lambda: self._on_left(field.name))
        editor.refused.connect(lambda error: self._on_refused(field.name, error))

    def fill(self, grid: FormGrid) -> None:
        """Put the rows into a grid, in the order of the table."""
        for field in self.fields:
            grid.add(self.rows[field.name], span=field.span, new_row=field.new_row)
        self.retranslate()
        self._show_applicable()

    def editor(self, name: str) -> Editor:
        """The editor of a field."""
        return self.rows[name].editor

    def reload(self, names: Iterable[str] = ()) -> None:
        """Show what stands in `values`, for all fields or for some; `changed` is not sent."""
        for name in names or self.rows:
            self.editor(name).set_value(self.values.get(name))
        self._show_applicable()

    def use(self, values: MutableMapping[str, Any]) -> None:
        """Go over to other values, for example of the next family member."""
        self.values = values
        self.show_problems({})
        self.reload()

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Show a sentence beside each field that has one and clear the others; unknown names are left to the page."""
        self._problems = {name: text for name, text in problems.items() if name in self.rows}
        for name, row in self.rows.items():
            row.set_problem(self._problems.get(name, ""))

    def problems(self) -> dict[str, str]:
        """What is shown beside the fields now."""
        return dict(self._problems)

    def focus_first_problem(self) -> bool:
        """Put the cursor into the first field that has a problem and say the problem; false when there is none."""
        name = next((field.name for field in self.fields if field.name in self._problems), "")
        if not name:
            return False
        self.focus(name)
        announce(self.editor(name), self._problems[name])
        return True

    def focused_field(self) -> str:
        """The name of the field with the cursor, or empty; it is kept with a draft."""
        widget = QApplication.focusWidget()
        return next((n for n, row in self.rows.items() if widget is not None and row.isAncestorOf(widget)), "")

    def focus(self, name: str = "") -> None:
        """Put the cursor into a field (the first one if it is not in this table) and scroll to it."""
        row = self.rows.get(name) or next((row for row in self.rows.values() if not row.isHidden()), None)
        if row is None:
            return
        row.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(row.editor, LineEditor | TextEditor):
            row.editor.go_to_end()
        scroll_to(row)
        QTimer.singleShot(0, row, lambda: scroll_to(row))  # and when a form that was just opened has its places

    def set_read_only(self, read_only: bool) -> None:
        """Show the values without letting them be changed."""
        for row in self.rows.values():
            row.editor.set_read_only(read_only)

    def retranslate(self) -> None:
        """Show labels, hints and choices in the language of the screen; the language switch calls it."""
        for field in self.fields:
            row = self.rows[field.name]
            row.editor.retranslate()
            row.set_texts(tr.tr(field.label), tr.tr(field.hint) if field.hint else "")
            if field.placeholder and isinstance(row.editor, LineEditor | TextEditor | ChoiceEditor):
                row.editor.set_placeholder(tr.tr(field.placeholder))

    def _on_changed(self, name: str) -> None:
        self.values[name] = self.editor(name).value()
        if self._problems.pop(name, None) is not None:
            self.rows[name].set_problem("")
        self._show_applicable()
        self.changed.emit(name)

    def _on_left(self, name: str) -> None:
        if shiboken6.isValid(self):  # a field that loses the cursor while its page is deleted tells nobody
            self.left.emit(name)

    def _on_refused(self, name: str, error: Refusal) -> None:
        self._problems[name] = tr.sentence(error)
        self.rows[name].set_problem(self._problems[name])

    def _show_applicable(self) -> None:
        for field in self.fields:
            row = self.rows[field.name]
            if field.shown_when is not None and row.parentWidget() is not None:  # alone it would be a window
                row.setVisible(field.shown_when(self.values))


def settle_focused() -> None:
    """Take what is typed in the field with the cursor, before the page is looked at."""
    widget = QApplication.focusWidget()
    while widget is not None and not isinstance(widget, Editor):
        widget = widget.parentWidget()
    if widget is not None:
        widget.settle()


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say a sentence."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def scroll_to(widget: QWidget) -> None:
    """Scroll the page until a widget is seen."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget, 0, 24)
            return
        above = above.parentWidget()
