"""One member of the family, opened in place of the list: a minor, an adult with an own application, a relative."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from app.domain.translit import QLetter
from app.flows.typed import word
from app.ui import tr
from app.ui.widgets.banner import Banner
from app.ui.widgets.basic import button, label
from app.ui.wizards import fields
from app.ui.wizards.intake_applicant import Known
from app.ui.wizards.person_form import PersonForms
from app.ui.wizards.sheet import Form, Sheet, Values

_CHILDREN = {"female": "daughter", "male": "son"}


class MemberSheet(Sheet):
    """The forms of a row by its kind; `done` and `removed` are what the clerk asks for."""

    done = Signal()
    removed = Signal()

    def __init__(self, row: Values, known: Known, q: Callable[[], QLetter]) -> None:
        super().__init__("family", row)
        self.kind = str(row.get("kind", "minor"))
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addLayout(self._head())
        if self.kind == "elsewhere":
            self.add(Form(row, fields.elsewhere()))
        else:
            self.person = PersonForms(self, row, lambda: known().today, q, alone=False)
        if self.kind == "minor":
            self.proof = self.add(Form(row, fields.birth_document(), "intake-birth-document"))
        if self.kind == "adult":
            self._add_adult(row)
        self.body.addLayout(self._foot())
        self.changed.connect(self._on_member_changed)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.addWidget(label(f"intake-member-{self.kind}", "section"))
        head.addStretch(1)
        return head

    def _add_adult(self, row: Values) -> None:
        self.adult_note = Banner("info", tr.tr("intake-adult-note"))
        self.body.insertWidget(1, self.adult_note)
        self.add(Form(row, [fields.relation()]))
        self.add(Form(row, fields.document("doc", compact=True), "intake-document-first"))
        self.add(Form(row, [fields.from_words()]))
        self.add(Form(row, fields.more_of_person(), "intake-more"))
        self.add(Form(row, fields.own_circumstances(), "intake-own-circumstances"))

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.addWidget(button("intake-member-remove", self.removed.emit, kind="danger", icon="trash-2"))
        foot.addStretch(1)
        self.done_button = button("intake-member-done", self.done.emit, icon="check")
        foot.addWidget(self.done_button)
        return foot

    def retell(self) -> None:
        super().retell()
        if self.kind == "adult":
            self.adult_note.show_text(tr.tr("intake-adult-note"))

    def _on_member_changed(self, name: str) -> None:
        """A child's relation follows the sex until it is chosen."""
        child = _CHILDREN.get(word(self.values, "sex"))
        if (
            name in {"sex", "mrz"}
            and self.kind == "minor"
            and child
            and word(self.values, "relation") in {"", *_CHILDREN.values()}
        ):
            self.values["relation"] = child
            self.proof.reload(["relation"])
