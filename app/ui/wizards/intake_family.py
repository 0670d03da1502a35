"""The family: who is folded into this application, who has an own one, who is elsewhere; problems stand at rows."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.base.errors import Refusal
from app.domain import reference
from app.domain.translit import QLetter
from app.flows import family
from app.flows.family import KINDS, Kind
from app.flows.typed import word
from app.ui import dialogs, tr
from app.ui.binding import announce
from app.ui.widgets.basic import button, cut_label, icon_button, label, rule
from app.ui.wizards.choices import capital
from app.ui.wizards.intake_applicant import Known
from app.ui.wizards.intake_member import MemberSheet
from app.ui.wizards.sheet import Sheet, Values

_COLUMNS = ("name", "relation", "birth", "citizenship", "place")
_STRETCH = (6, 5, 0, 4, 5)
_ICONS = {"minor": "baby", "adult": "user-plus", "elsewhere": "map-pin"}


class FamilySheet(Sheet):
    """A list of the members, and the form of the one that is open."""

    minor_entered = Signal(int)
    """A row of a minor was filled in: whether the child stands in another application is asked of the register."""

    def __init__(self, values: Values, known: Known, q: Callable[[], QLetter]) -> None:
        super().__init__("family", values)
        self._known, self._q = known, q
        self.opened = -1
        self.member: MemberSheet | None = None
        self.listing = QWidget()
        box = QVBoxLayout(self.listing)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        self.add_buttons: dict[str, QPushButton] = {}
        box.addLayout(self._buttons())
        self._table = QWidget()
        box.addWidget(self._table)
        self.nobody = label("intake-family-none", "muted", wrap=True)
        box.addWidget(self.nobody)
        self._box = box
        self.body.addWidget(self.listing)
        self.body.addStretch(1)
        self.list_rows()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        for kind in KINDS:
            made = button(f"intake-add-{kind}", lambda kind=kind: self.add_row(kind), icon=_ICONS[kind])  # type: ignore[misc]
            self.add_buttons[kind] = made
            row.addWidget(made)
        row.addStretch(1)
        return row

    def use(self, values: Values) -> None:
        self._close()
        super().use(values)
        self.list_rows()

    def entered(self) -> None:
        self.list_rows()

    def retell(self) -> None:
        super().retell()
        self.list_rows()

    # -- rows

    def add_row(self, kind: Kind) -> None:
        """Add a member and open its form."""
        rows = self.values.setdefault("family", [])
        rows.append(family.empty_row(kind, self.values))
        self.open(len(rows) - 1)
        self.changed.emit(f"family.{len(rows) - 1}")

    def open(self, place: int) -> None:
        """Open the form of a row."""
        self._close()
        self.opened = place
        member = MemberSheet(family.rows_of(self.values)[place], self._known, self._q)
        member.changed.connect(lambda name: self._on_member_changed(place, name))
        member.left.connect(lambda name: self.left.emit(f"family.{place}.{name}"))
        member.done.connect(self._on_done)
        member.removed.connect(lambda: self.remove(place))
        self.member = member
        self.body.insertWidget(1, member)
        member.show()  # at once, so that it can take the cursor
        self.listing.hide()
        self._show_member_problems()
        member.focus_field("mrz" if member.kind != "elsewhere" else "name")

    def remove(self, place: int) -> None:
        """Take a row away, after asking when something is entered in it."""
        row = family.rows_of(self.values)[place]
        name = family.name_of(row)
        if name and not dialogs.ask(
            self, tr.tr("intake-remove-title"), tr.tr("intake-remove-text", name=name), yes="intake-remove-yes",
            dangerous=True,
        ):  # fmt: skip
            return
        self._close()
        del family.rows_of(self.values)[place]
        self.show_problems({})
        self.list_rows()
        self.changed.emit("family")
        self.add_buttons["minor"].setFocus()

    def accept(self) -> bool:
        """Enter in an open form closes that form."""
        if self.member is None:
            return False
        self._on_done()
        return True

    def _on_done(self) -> None:
        if self.member is None:
            return
        place, row = self.opened, self.member.values
        found = family.row_problems(row, self._known())
        if found:
            self._put_row_problems(place, found)
            self.member.focus_first_problem()
            return
        self._put_row_problems(place, {})
        is_minor = row.get("kind") == "minor"
        self._close()
        self.list_rows()
        self.changed.emit("family")
        self.add_buttons["minor"].setFocus()
        if is_minor:
            self.minor_entered.emit(place)

    def _close(self) -> None:
        if self.member is not None:
            self.body.removeWidget(self.member)
            self.member.hide()
            self.member.deleteLater()
        self.member, self.opened = None, -1
        self.listing.show()

    def _on_member_changed(self, place: int, name: str) -> None:
        self.shown_problems.pop(f"family.{place}.{name}", None)
        self.changed.emit(f"family.{place}.{name}")

    # -- problems and focus

    def show_problems(self, problems: Mapping[str, Refusal]) -> None:
        self.shown_problems = dict(problems)
        self._show_member_problems()
        if self.member is None:
            self.list_rows()

    def _put_row_problems(self, place: int, found: Mapping[str, Refusal]) -> None:
        prefix = f"family.{place}."
        others = {name: refusal for name, refusal in self.shown_problems.items() if not name.startswith(prefix)}
        self.show_problems(others | {prefix + name: refusal for name, refusal in found.items()})

    def _show_member_problems(self) -> None:
        if self.member is not None:
            prefix = f"family.{self.opened}."
            own = {n.removeprefix(prefix): r for n, r in self.shown_problems.items() if n.startswith(prefix)}
            misread = {n: r for n, r in self.member.shown_problems.items() if n == "mrz"}
            self.member.show_problems(misread | own)  # what a misread passport says stays until it is corrected

    def focus_field(self, name: str = "") -> None:
        parts = name.split(".")
        if len(parts) == 3 and int(parts[1]) < len(family.rows_of(self.values)):
            if self.opened != int(parts[1]):
                self.open(int(parts[1]))
            if self.member is not None:
                self.member.focus_field(parts[2])
        elif self.member is not None:
            self.member.focus_field("")
        else:
            self.add_buttons["minor"].setFocus()

    def focus_first_problem(self) -> bool:
        name = next(iter(self.shown_problems), "")
        if not name:
            return False
        self.focus_field(name)
        announce(self, tr.sentence(self.shown_problems[name]))
        return True

    def focused_field(self) -> str:
        if self.member is None:
            return ""
        return f"family.{self.opened}.{self.member.focused_field() or 'family_latin'}"

    # -- the list

    def list_rows(self) -> None:
        """Show the members again."""
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        rows = family.rows_of(self.values)
        for column, (name, stretch) in enumerate(zip(_COLUMNS, _STRETCH, strict=True)):
            grid.setColumnStretch(column, stretch)
            grid.setColumnMinimumWidth(column, 92 if name == "birth" else 60)
            grid.addWidget(label(f"intake-column-{name}", "label"), 0, column)
        for place, row in enumerate(rows):
            self._put_row(grid, place, row)
        self._box.replaceWidget(self._table, table)
        self._table.hide()
        self._table.deleteLater()
        self._table = table
        table.setVisible(bool(rows))
        self.nobody.setVisible(not rows)

    def _put_row(self, grid: QGridLayout, place: int, row: Mapping[str, object]) -> None:
        line = 1 + place * 3
        grid.addWidget(rule(), line, 0, 1, len(_COLUMNS) + 2)
        for column, text in enumerate(_cells(row)):
            shown = label(text=text, wrap=True) if column == 4 else cut_label("" if column else "strong", text or "—")
            grid.addWidget(shown, line + 1, column)
        name = family.name_of(row) or str(place + 1)
        edit = icon_button("intake-edit", "pencil", lambda: self.open(place))
        tr.keep(edit, "intake-edit-row", "setAccessibleName", name=name)
        gone = icon_button("intake-remove", "trash-2", lambda: self.remove(place))
        tr.keep(gone, "intake-remove-row", "setAccessibleName", name=name)
        grid.addWidget(edit, line + 1, len(_COLUMNS))
        grid.addWidget(gone, line + 1, len(_COLUMNS) + 1)
        wrong = next((r for n, r in self.shown_problems.items() if n.startswith(f"family.{place}.")), None)
        if wrong is not None:
            grid.addWidget(label(text=tr.sentence(wrong), role="problem", wrap=True), line + 2, 0, 1, len(_COLUMNS) + 2)


def _cells(row: Mapping[str, object]) -> tuple[str, ...]:
    language = tr.language()
    kind = str(row.get("kind"))
    relation, citizenship = word(row, "relation"), word(row, "citizenship")
    proof = "-verbal" if kind == "minor" and row.get("verbal") and not word(row, "birth_doc_number") else ""
    return (
        family.name_of(row),
        capital(reference.label("relations", relation, language)) if relation else "",
        word(row, "birth"),
        reference.label("countries", citizenship, language) if citizenship else "",
        capital(tr.tr(f"intake-place-{kind}{proof}")),
    )
