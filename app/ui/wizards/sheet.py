"""One page inside a wizard: title, sections of fields, and problems beside them. What is wrong is told by the flow."""

from collections.abc import Iterable, Mapping, MutableMapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.base.errors import Refusal
from app.ui import tr
from app.ui.binding import Binder, Field, announce
from app.ui.theme import ToneName
from app.ui.widgets.banner import Banner
from app.ui.widgets.basic import label
from app.ui.wizards.packed import PackedGrid

Values = MutableMapping[str, Any]


class Form(QWidget):
    """A heading with fields below it, bound to a dict; the smallest piece of a page."""

    changed = Signal(str)
    left = Signal(str)

    def __init__(
        self, values: Values, fields: Iterable[Field], heading: str = "", note: str = "", *, columns: int = 3
    ) -> None:
        super().__init__()
        self.fields = tuple(fields)
        # A row that the binder shows while it has no parent would be a window of its own; the grid shows rows here.
        self.binder = Binder(values, [replace(field, shown_when=None) for field in self.fields], self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        self.head = QHBoxLayout()
        if heading:
            self.head.addWidget(label(heading, "strong"))
            self.head.addStretch(1)
            box.addLayout(self.head)
        if note:
            box.addWidget(label(note, "small", wrap=True))
        self.grid = self._made_grid(columns)
        box.addWidget(self.grid)
        self._headed = bool(heading)
        self._close_up()
        self.binder.changed.connect(self._on_changed)
        self.binder.left.connect(self.left)

    def _made_grid(self, columns: int) -> QWidget:
        return PackedGrid(self.binder, self.fields, columns)

    def use(self, values: Values) -> None:
        """Show other values."""
        self.binder.use(values)
        self._close_up()
        self.repack()

    def reload(self, names: Iterable[str] = ()) -> None:
        """Show what stands in the values, for all fields or for some of this form."""
        self.binder.reload([name for name in names if name in self.binder.rows])
        self.repack()

    def repack(self) -> None:
        """Show the fields that apply now."""
        if isinstance(self.grid, PackedGrid):
            self.grid.pack()
            self.setVisible(self.grid.any_shown or self._headed)

    def show_problems(self, texts: Mapping[str, str]) -> None:
        """Show a sentence beside each field that has one; a mark without one needs no room for it."""
        self.binder.show_problems(texts)
        self._close_up()

    def _close_up(self) -> None:
        for field in self.fields:
            if field.kind == "flag":
                row = self.binder.rows[field.name]
                row.message.setVisible(bool(row.problem()))

    def applies(self, name: str) -> bool:
        """True when a field of this form is shown."""
        return name in self.binder.rows and not self.binder.rows[name].isHidden()

    def _on_changed(self, name: str) -> None:
        self.repack()
        self.changed.emit(name)


def closable_banner(tone: ToneName, action: str = "") -> Banner:
    """A banner with a cross or an action; both are shown only once they stand in it, lest they become windows."""
    banner = Banner(tone)
    banner.cross.setVisible(not action)
    banner.set_action(action)
    banner.hide()
    return banner


class Sheet(QWidget):
    """Base of the pages: forms one under another; remembers which problems are shown, by field."""

    changed = Signal(str)
    left = Signal(str)

    def __init__(self, name: str, values: Values) -> None:
        super().__init__()
        self.name = name
        self.values = values
        self.forms: list[Form] = []
        self.shown_problems: dict[str, Refusal] = {}
        self.setProperty("surface", "clear")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 10, 0)
        self.body.setSpacing(16)
        tr.tongue.language_changed.connect(self._on_language_changed)  # bound, so that it ends with this page

    def add(self, form: Form) -> Form:
        """Put a form below what is there and listen to it."""
        self.forms.append(form)
        self.body.addWidget(form)
        form.repack()
        form.changed.connect(self._on_changed)
        form.left.connect(self.left)
        return form

    def use(self, values: Values) -> None:
        """Show another draft."""
        self.values = values
        for form in self.forms:
            form.use(values)

    def entered(self) -> None:
        """The page is shown now."""

    def retell(self) -> None:
        """Say in the new language what is not said by a key alone."""
        self.show_problems(self.shown_problems)

    def _on_language_changed(self, _language: str) -> None:
        self.retell()

    def show_problems(self, problems: Mapping[str, Refusal]) -> None:
        """Show a sentence beside each field that has one, and clear the others."""
        self.shown_problems = dict(problems)
        texts = {name: tr.sentence(refusal) for name, refusal in problems.items()}
        for form in self.forms:
            form.show_problems(texts)

    def problem_count(self) -> int:
        """How many problems are still shown."""
        return len(self.shown_problems)

    def focus_field(self, name: str = "") -> None:
        """Put the cursor into a field, or into the first one."""
        form = next((form for form in self.forms if name in form.binder.rows), None)
        form = form or next((form for form in self.forms if form.binder.rows), None)
        if form is not None:
            form.binder.focus(name)

    def focus_first_problem(self) -> bool:
        """Put the cursor into the first field that has a problem and have it said."""
        for form in self.forms:
            for field in form.binder.fields:
                if field.name in self.shown_problems:
                    form.binder.focus(field.name)
                    announce(form.binder.editor(field.name), tr.sentence(self.shown_problems[field.name]))
                    return True
        return False

    def focused_field(self) -> str:
        """The name of the field with the cursor, or empty."""
        return next((name for name in (form.binder.focused_field() for form in self.forms) if name), "")

    def accept(self) -> bool:
        """True when Enter was used up inside the page, for example by an open form of a family member."""
        return False

    def _on_changed(self, name: str) -> None:
        self.shown_problems.pop(name, None)
        self.changed.emit(name)
