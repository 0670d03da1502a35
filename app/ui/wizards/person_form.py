"""Who a person is: the lines of a passport, the names in four spellings, birth, sex, citizenship.

The same forms serve the applicant, the adults and the minors of the family.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from app.base.errors import Refusal
from app.domain.translit import QLetter
from app.flows import person
from app.flows.person import PARTS, SPELLINGS
from app.flows.typed import reads_from_right, word
from app.ui import tr
from app.ui.editors.line import LineEditor
from app.ui.editors.texts import MrzEditor
from app.ui.widgets.basic import button, label
from app.ui.wizards import fields
from app.ui.wizards.fields import Today
from app.ui.wizards.sheet import Form, Sheet, Values, closable_banner

_SIDE_PX = 104


class ZoneForm(Form):
    """The lines of a passport; `filled` names what they filled in. A wrong line fills nothing and says why."""

    filled = Signal(tuple)
    refused = Signal(object)

    def __init__(self, values: Values, today: Today) -> None:
        super().__init__(values, fields.zone())
        self._today = today
        editor = self.binder.editor("mrz")
        if isinstance(editor, MrzEditor):
            editor.completed.connect(lambda _lines: self.read())
        self.binder.left.connect(lambda _name: self.read())

    def read(self) -> None:
        """Fill the draft from the lines, once for the same lines."""
        values, lines = self.binder.values, word(self.binder.values, "mrz")
        if not lines or lines == values.get("mrz_read"):
            return
        try:
            found = person.fill_from_zone(values, lines, self._today())
        except Refusal as refusal:
            self.refused.emit(Refusal(refusal.rule, field="mrz", **refusal.facts))
            return
        values["mrz_read"] = lines
        self.filled.emit(found)


class NamesForm(Form):
    """Twelve fields as a table: parts of the name across, spellings down."""

    def __init__(self, values: Values, q: Callable[[], QLetter]) -> None:
        super().__init__(values, fields.names(), "intake-names", columns=3)
        self._q = q
        self.propose = button("intake-propose", self._on_propose, kind="tiny")
        self.head.addWidget(self.propose)
        self.turn_lines()
        self.binder.changed.connect(lambda _name: self.turn_lines())

    def _made_grid(self, columns: int) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(2)
        grid.setColumnMinimumWidth(0, _SIDE_PX)
        for column, part in enumerate(PARTS, start=1):
            grid.setColumnStretch(column, 1)
            grid.addWidget(label(f"intake-part-{part}", "label"), 0, column)
        for line, spelling in enumerate(SPELLINGS, start=1):
            grid.addWidget(_side(f"intake-spelling-{spelling}"), line, 0, Qt.AlignmentFlag.AlignTop)
            for column, part in enumerate(PARTS, start=1):
                row = self.binder.rows[f"{part}_{spelling}"]
                row.label.hide()
                grid.addWidget(row, line, column)
        self.binder.retranslate()
        return holder

    def reload(self, names: tuple[str, ...] | list[str] = ()) -> None:  # type: ignore[override]
        super().reload(names)
        self.turn_lines()

    def use(self, values: Values) -> None:
        super().use(values)
        self.turn_lines()

    def turn_lines(self) -> None:
        """Let each native name be read from the side from which its script is written."""
        for part in PARTS:
            editor = self.binder.editor(f"{part}_native")
            if isinstance(editor, LineEditor):
                _turn(editor.line)

    def _on_propose(self) -> None:
        filled = person.propose_latin(self.binder.values, self._q())
        self.reload(filled)
        if filled:
            self.changed.emit(filled[0])
            self.binder.focus(filled[0])


def _side(key: str) -> QLabel:
    made = label(key, "small")
    made.setFixedHeight(36)
    made.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
    return made


def _turn(line: QLineEdit) -> None:
    right = reads_from_right(line.text())
    wanted = Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight
    if line.layoutDirection() != wanted:
        line.setLayoutDirection(wanted)
        line.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)  # leading: the right in Arabic


class PersonForms:
    """Puts the forms of a person on a page and ties them: what the lines of a passport say goes into all of them."""

    def __init__(self, sheet: Sheet, values: Values, today: Today, q: Callable[[], QLetter], *, alone: bool) -> None:
        self._sheet = sheet
        self.zone = ZoneForm(values, today)
        self.told = closable_banner("success")
        self.names = NamesForm(values, q)
        self.confirmation = Form(values, [fields.confirmation()])
        self.identity = Form(values, fields.identity(today, alone=alone))
        sheet.add(self.zone)
        sheet.body.addWidget(self.told)
        for form in (self.names, self.confirmation, self.identity):
            sheet.add(form)
        self.names.changed.connect(self._on_names_changed)
        self.zone.filled.connect(self._on_filled)
        self.zone.refused.connect(self._on_refused)

    def forms(self) -> tuple[Form, ...]:
        """The forms in order."""
        return (self.zone, self.names, self.confirmation, self.identity)

    def _on_names_changed(self, _name: str) -> None:
        self.confirmation.reload()

    def _on_filled(self, found: tuple[str, ...]) -> None:
        for form in self._sheet.forms:
            form.reload(found)
        self.confirmation.reload()
        kept = {name: refusal for name, refusal in self._sheet.shown_problems.items() if name not in (*found, "mrz")}
        self._sheet.show_problems(kept)
        self.told.show_text(tr.tr("intake-mrz-filled", count=len(found)), "success")
        self.told.show()
        self._sheet.changed.emit("mrz")

    def _on_refused(self, refusal: Refusal) -> None:
        self.told.hide()
        self._sheet.show_problems(self._sheet.shown_problems | {"mrz": refusal})
