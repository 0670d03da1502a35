"""A small form that records one act: a table of fields, problems beside them, one button. It waits for the disk."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLayout, QWidget

from app.base.errors import PanaError, Refusal
from app.domain.commands import Command
from app.services.acts import Outcome
from app.ui import tr
from app.ui.binding import Binder, Field
from app.ui.desk import Desk
from app.ui.dialogs import Dialog
from app.ui.pages.wording import refused_field
from app.ui.widgets.banner import Banner
from app.ui.widgets.basic import ButtonKind
from app.ui.widgets.form import FormGrid


@dataclass(frozen=True)
class ActForm:
    """What a form asks and which command it gives.

    *Shape*: `title`, `note` and `button` are message keys; `command` may raise `Refusal` with the field's name.
    """

    title: str
    fields: tuple[Field, ...]
    values: Mapping[str, Any]
    command: Callable[[Mapping[str, Any]], Command]
    button: str = "pages-record"
    note: str = ""
    kind: ButtonKind = "primary"

    def filled(self, known: Mapping[str, Any], *, anew: bool = False) -> "ActForm":
        """The same form with more of its fields filled; what it proposes itself stays, unless `anew`."""
        names = {field.name for field in self.fields}
        more = {n: v for n, v in known.items() if n in names and v and (anew or not self.values.get(n))}
        return replace(self, values={**self.values, **more})


class ActDialog(Dialog):
    """The form; `recorded` when the facts are on the disk."""

    recorded = Signal(object)
    """The `Outcome`."""

    def __init__(self, desk: Desk, form: ActForm, parent: QWidget) -> None:
        super().__init__(parent, tr.tr(form.title), tr.tr(form.note) if form.note else "", "info")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._form = desk, form
        self.setMinimumWidth(600)
        self.binder = Binder(dict(form.values), form.fields, self)
        self.grid = FormGrid(2)
        self.binder.fill(self.grid)
        self.banner = Banner("danger")
        self.banner.hide()
        self.body.addWidget(self.grid)
        self.body.addWidget(self.banner)
        self.cancel_button = self.add_button("ui-cancel", self.reject)
        self.save_button = self.add_button(form.button, self._on_save, kind=form.kind, default=True)
        self.binder.focus()

    def _on_save(self) -> None:
        self.binder.show_problems({})
        self.banner.hide()
        try:
            command = self._form.command(self.binder.values)
        except Refusal as refusal:
            self._on_failed(refusal)
            return
        self.save_button.setEnabled(False)
        self._desk.perform(command, self._on_done, self._on_failed, owner=self)

    def _on_done(self, outcome: Outcome) -> None:
        self.recorded.emit(outcome)
        self.accept()

    def _on_failed(self, error: PanaError) -> None:
        self.save_button.setEnabled(True)
        field = refused_field(error)
        row = self.binder.rows.get(field)
        if row is not None and not row.isHidden():
            self.binder.show_problems({field: tr.sentence(error)})
            self.binder.focus_first_problem()
        else:
            self.banner.show_text(tr.sentence(error), "danger")
            self.banner.show()
        QTimer.singleShot(0, self, self._grow)

    def _grow(self) -> None:
        """Make room for the whole sentence; a dialog does not grow with its labels by itself."""
        for widget in self.findChildren(QWidget):
            widget.updateGeometry()  # the heights were measured before the sentence was there
        layouts = self.findChildren(QLayout)
        for layout in layouts:
            layout.invalidate()
        if layouts:
            self.resize(self.width(), max(self.height(), layouts[0].totalHeightForWidth(self.width())))
