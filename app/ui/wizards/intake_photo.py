"""Photos: one of each person who gets a certificate; the bytes are kept at once, the draft has their digests."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.base.errors import PanaError, Refusal
from app.domain.facts.values import Blob
from app.flows import family
from app.flows.person import full_name
from app.services import drafts
from app.ui import tr
from app.ui.editors.photo import PhotoEditor
from app.ui.widgets.form import FormRow
from app.ui.wizards.seam import WizardDesk
from app.ui.wizards.sheet import Sheet, Values


class PhotoRow(FormRow):
    """The photo of one person, kept by digest in the values of that person."""

    kept = Signal()

    def __init__(self, desk: WizardDesk, person: Values) -> None:
        self.photo = PhotoEditor(desk.runner, check=drafts.clean_photo)
        super().__init__(self.photo)
        self._desk, self._person = desk, person
        self._error: PanaError | None = None
        self.photo.changed.connect(self._on_changed)
        self.photo.failed.connect(self._on_failed)
        self.say()
        self._load()

    def say(self) -> None:
        """Show the texts in the language of the screen."""
        name = full_name(self._person)
        self.set_texts(tr.tr("intake-photo-of", name=name or "—"), tr.tr("intake-photo-hint"))
        self.set_problem(tr.sentence(self._error) if self._error else "")

    def _load(self) -> None:
        digest = (self._person.get("photo") or {}).get("h", "")
        if digest:
            blobs = self._desk.store.blobs
            self._desk.runner.read(lambda: blobs.get(digest), self.photo.set_value, self._on_failed, owner=self)

    def _on_changed(self) -> None:
        self._error = None
        self.say()
        picture = self.photo.value()
        if picture is None:
            self._person.pop("photo", None)
            self.kept.emit()
            return
        store = self._desk.store
        self._desk.runner.write(lambda: drafts.keep_photo(store, picture), self._on_kept, self._on_failed, owner=self)

    def _on_kept(self, blob: Blob) -> None:
        self._person["photo"] = {"h": blob.h, "z": blob.z, "type": blob.type}
        self.kept.emit()

    def _on_failed(self, error: PanaError) -> None:
        self._error = error
        self.say()


class PhotoSheet(Sheet):
    """A photo of the applicant and of every adult of the family."""

    def __init__(self, values: Values, desk: WizardDesk) -> None:
        super().__init__("photo", values)
        self._desk = desk
        self.rows: list[PhotoRow] = []
        self._persons: list[int] = []
        self._holder = QWidget()
        self.body.addWidget(self._holder)
        self.body.addStretch(1)

    def entered(self) -> None:
        """Show a row for each person who gets a certificate."""
        persons = [self.values, *(row for row in family.rows_of(self.values) if row.get("kind") == "adult")]
        if [id(person) for person in persons] != self._persons:
            self._fill(persons)
        self.say()

    def say(self) -> None:
        """Show all texts in the language of the screen."""
        for row in self.rows:
            row.say()

    def retell(self) -> None:
        self.say()

    def _fill(self, persons: list[Any]) -> None:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(18)
        self.rows = [PhotoRow(self._desk, person) for person in persons]
        self._persons = [id(person) for person in persons]
        for place, row in enumerate(self.rows):
            row.kept.connect(lambda: self.changed.emit("photo"))
            grid.addWidget(row, place // 2, place % 2)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        self.body.replaceWidget(self._holder, holder)
        self._holder.hide()
        self._holder.deleteLater()
        self._holder = holder

    def use(self, values: Values) -> None:
        super().use(values)
        self._persons = []

    def show_problems(self, problems: Mapping[str, Refusal]) -> None:
        self.shown_problems = dict(problems)

    def focus_field(self, name: str = "") -> None:
        if self.rows:
            self.rows[0].photo.choose_button.setFocus()

    def focused_field(self) -> str:
        return "photo" if any(row.photo.choose_button.hasFocus() for row in self.rows) else ""
