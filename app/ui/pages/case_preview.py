"""The quiet panel beside the case list: who the chosen row is, what is due, what happened last."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.base.errors import PanaError
from app.domain.deadlines import Deadline
from app.flows.typed import reads_from_right
from app.messages.deadlines import deadline_title
from app.store.rows.cases import Row
from app.ui import tr
from app.ui.desk import Desk
from app.ui.pages import wording
from app.ui.pages.case_data import CaseView, read_case
from app.ui.pages.history import latest_entries
from app.ui.widgets.basic import Card, button, label, rule
from app.ui.widgets.chip import Chip
from app.ui.widgets.facts import KeyValue
from app.ui.widgets.page import scrolled
from app.ui.widgets.portrait import Portrait
from app.ui.widgets.timeline import Timeline

_DEADLINES, _HISTORY = 4, 5


class DueLine(QWidget):
    """One deadline: what, and until when, with its colour."""

    def __init__(self, deadline: Deadline, about: str, desk: Desk) -> None:
        super().__init__()
        name = deadline_title(deadline, tr.language())
        title = label(text=f"{about}: {name}" if about else name, wrap=True)
        chip = Chip(wording.day(deadline.due), wording.deadline_tone(deadline, desk.today))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(title, 1)
        row.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)


class CasePreview(Card):
    """The chosen row of the list; `opened` asks for its case file."""

    opened = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(padding=18)
        self.setFixedWidth(318)
        tr.keep(self, "pages-preview", "setAccessibleName")
        self._desk = desk
        self.row: Row | None = None
        self.view: CaseView | None = None
        self._make_head()
        self._inner = QVBoxLayout()
        self._inner.setSpacing(12)
        self.facts = KeyValue(2)
        self.due = QVBoxLayout()
        self.due.setSpacing(8)
        self.history = Timeline()
        self.history.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._due_title = label("pages-case-deadlines", "caption")
        self._history_title = label("pages-case-history", "caption")
        for part in (self.facts, rule(), self._due_title):
            self._inner.addWidget(part)
        self._inner.addLayout(self.due)
        self._inner.addWidget(self._history_title)
        self._inner.addWidget(self.history)
        self._inner.addStretch(1)
        self.body.addWidget(scrolled(self._inner), 1)
        self.open_button = button("pages-open", self._on_open, icon="folder-open")
        self.body.addWidget(self.open_button)
        tr.tongue.language_changed.connect(self._show)
        self.show_row(None)

    def _make_head(self) -> None:
        self.portrait = Portrait(76)
        self.number = label(role="small")
        self.name = label(role="section", wrap=True)
        self.latin = label(role="muted", wrap=True)
        self.native = QLabel()
        self.native.setProperty("role", "native")
        self.native.setTextFormat(Qt.TextFormat.PlainText)
        self.native.setWordWrap(True)
        self.native.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.chip = Chip()
        texts = QVBoxLayout()
        texts.setSpacing(3)
        for part in (self.number, self.name, self.latin, self.native):
            texts.addWidget(part)
        texts.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignLeft)
        texts.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self.portrait, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(texts, 1)
        self.body.addLayout(head)

    def show_row(self, row: Row | None) -> None:
        """Show a row at once as far as it is known, and the rest when the reader thread has it."""
        self.row, self.view = row, None
        self._show()
        if row is not None:
            store, actor, case = self._desk.store, self._desk.actor, row.case
            self._desk.read(lambda c: read_case(store, c, case, actor), self._on_read, self, "preview", self._on_failed)

    def refresh(self, changed: list[int]) -> None:
        """Read the case again when its row changed."""
        if self.row is not None and self.row.id in changed:
            self.show_row(self.row)

    def _on_read(self, view: CaseView) -> None:
        self.view = view
        self._show()

    def _on_failed(self, error: PanaError) -> None:
        self.name.setText(tr.sentence(error))

    def _on_open(self) -> None:
        if self.row is not None:
            self.opened.emit(self.row.case)

    def _show(self) -> None:
        row = self.row
        self.open_button.setEnabled(row is not None)
        for part in (self.facts, self._due_title, self._history_title, self.history, self.chip, self.portrait):
            part.setVisible(row is not None)
        self.number.setText(row.number if row else "")
        self.name.setText(wording.row_name(row) if row else tr.tr("pages-preview-none"))
        self.latin.setText(row.name_latin if row and tr.language() != "en" else "")
        self._show_person(row)
        self._show_due()
        self.history.set_entries(latest_entries(self.view, _HISTORY) if self.view else ())

    def _show_person(self, row: Row | None) -> None:
        person = self.view.state.persons.get(row.person) if self.view and row else None
        native = person.names.full("native") if person else ""
        self.native.setText(native)
        self.native.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if reads_from_right(native) else Qt.LayoutDirection.LeftToRight
        )
        self.native.setVisible(bool(native) and native != self.latin.text())
        self.latin.setVisible(bool(self.latin.text()))
        self.portrait.set_photo(self.view.photos.get(row.person) if self.view and row else None)
        if row is None:
            return
        self.chip.set(wording.status_text(row.status), wording.status_tone(row.status))
        facts = [
            ("pages-cases-birth", tr.date_text(row.birth)),
            ("pages-cases-citizenship", wording.country(row.citizenship)),
            ("pages-cases-registered", tr.date_text(row.registered_on)),
            ("pages-place", tr.tr(f"pages-place-{row.place}")),
        ]
        self.facts.set_rows(facts)

    def _show_due(self) -> None:
        while (item := self.due.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        deadlines = self.view.deadlines[:_DEADLINES] if self.view else ()
        for deadline in deadlines:
            about = wording.person_name(self.view.state, deadline.person) if self.view else ""
            self.due.addWidget(DueLine(deadline, about if deadline.kind == "majority" else "", self._desk))
        if self.view and not deadlines:
            self.due.addWidget(label("pages-no-deadlines", "small"))
