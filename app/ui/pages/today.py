"""The start page: what is late, due now and due this week, drafts to go on with, and the figures of the register."""

from datetime import timedelta
from typing import Any, NamedTuple

import msgspec
from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QWidget

from app.messages.catalogue import has
from app.services import drafts
from app.services.drafts import KeptDraft
from app.store.rows.cases import DueRow, count_by_status, due_rows
from app.ui import tr
from app.ui.desk import Desk
from app.ui.pages import wording
from app.ui.pages.due_list import DueList, Line, LineList
from app.ui.theme import ToneName
from app.ui.widgets.basic import Card, button, label
from app.ui.widgets.chip import Chip
from app.ui.widgets.facts import KeyValue
from app.ui.widgets.page import Page

MOST = 1000
"""More deadlines than this are not listed here; the list of cases has them all."""
SOON_DAYS, WEEK_DAYS = 3, 7
_SIDE_PX, _BELOW_PX, _ANY, _NARROW_UNDER = 240, 146, 16_777_215, 1040
_COLUMNS: tuple[tuple[str, ToneName], ...] = (("late", "danger"), ("soon", "warning"), ("week", "neutral"))


class Day(NamedTuple):
    """What the page shows."""

    due: tuple[DueRow, ...]
    drafts: tuple[KeptDraft, ...]
    by_status: dict[str, int]


class DueColumn(Card):
    """One list with its heading and its count."""

    def __init__(self, name: str, tone: ToneName) -> None:
        super().__init__(padding=14)
        self.body.setSpacing(8)
        self._tone = tone
        self.chip = Chip("0", tone)
        self.list = DueList(f"pages-today-{name}")
        self.none = label(f"pages-today-no-{name}", "muted", wrap=True)
        head = QHBoxLayout()
        head.addWidget(label(f"pages-today-{name}", "section"))
        head.addStretch(1)
        head.addWidget(self.chip)
        self.body.addLayout(head)
        self.body.addWidget(self.none)
        self.body.addWidget(self.list, 1)
        self.body.addStretch(0)

    def show_rows(self, rows: list[DueRow], desk: Desk) -> None:
        """Show these deadlines."""
        self.list.set_rows(rows, desk.today)
        self.list.setVisible(bool(rows))
        self.none.setVisible(not rows)
        self.body.setStretch(3, 0 if rows else 1)
        self.chip.set(tr.number_text(len(rows)), self._tone if rows else "neutral")


class TodayPage(Page):
    """`case_asked` asks for a case file, `draft_asked` for a draft, `new_asked` for the intake wizard."""

    case_asked = Signal(str)
    draft_asked = Signal(str)
    new_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("pages-today", parent=parent)
        self._desk = desk
        self._day = Day((), (), {})
        self.new_button = button("pages-new", self.new_asked.emit, kind="primary", icon="plus")
        self.new_button.setVisible(desk.allowed("register_application"))
        self.header.add(self.new_button)
        self.columns = {name: DueColumn(name, tone) for name, tone in _COLUMNS}
        row = QHBoxLayout()
        row.setSpacing(14)
        for column in self.columns.values():
            column.list.opened.connect(self.case_asked)
            row.addWidget(column, 1)
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._whole.setSpacing(14)
        self._whole.addLayout(row, 1)
        self._whole.addWidget(self._make_side())
        self.body.addLayout(self._whole, 1)
        desk.hub.facts_recorded.connect(self._on_recorded)
        tr.tongue.language_changed.connect(self._show)
        self._show()

    def _make_side(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(_SIDE_PX)
        self._side = side
        box = QBoxLayout(QBoxLayout.Direction.TopToBottom, side)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(14)
        self._side_box = box
        figures = Card("pages-today-register", padding=14)
        self.figures = KeyValue(2, spacing=12)
        figures.add(self.figures)
        kept = Card("pages-today-drafts", padding=14)
        self.no_drafts: QLabel = label("pages-today-no-drafts", "muted", wrap=True)
        self.drafts = LineList("pages-today-drafts")
        self.drafts.opened.connect(self.draft_asked)
        kept.add(self.no_drafts)
        kept.add(self.drafts, 1)
        kept.body.addStretch(0)
        self._kept = kept
        box.addWidget(figures)
        box.addWidget(kept, 1)
        return side

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow screen the figures and drafts stand below the lists, so that names have room."""
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW_UNDER
        self._whole.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._side_box.setDirection(QBoxLayout.Direction.LeftToRight if narrow else QBoxLayout.Direction.TopToBottom)
        self._side.setMinimumSize(0 if narrow else _SIDE_PX, _BELOW_PX if narrow else 0)
        self._side.setMaximumSize(_ANY if narrow else _SIDE_PX, _BELOW_PX if narrow else _ANY)

    def shown(self) -> None:
        """Read again: drafts change without a fact."""
        self.load()

    def load(self) -> None:
        """Ask what is due, which drafts there are, and the figures."""
        store, actor = self._desk.store, self._desk.actor
        by = self._desk.today + timedelta(days=WEEK_DAYS)

        def query(connection: Any) -> Day:
            due = due_rows(connection, by=by, limit=MOST)
            return Day(due, drafts.listed(store, actor, connection=connection), count_by_status(connection))

        self._desk.read(query, self._on_read, self, key=("today", id(self)))

    def _on_recorded(self, _cases: list[str]) -> None:
        self.load()

    def _on_read(self, day: Day) -> None:
        self._day = day
        self._show()

    def _show(self) -> None:
        today = self._desk.today
        self.header.set_title(tr.tr("pages-today-greeting", name=self._desk.name))
        weekday = wording.capital(QLocale().dayName(today.isoweekday()))
        self.header.set_note(f"{weekday}, {wording.day(today)} · {wording.office_name(self._desk.store)}")
        soon = today + timedelta(days=SOON_DAYS)
        rows = self._day.due
        self.columns["late"].show_rows([r for r in rows if r.deadline.due < today], self._desk)
        self.columns["soon"].show_rows([r for r in rows if today <= r.deadline.due <= soon], self._desk)
        self.columns["week"].show_rows([r for r in rows if r.deadline.due > soon], self._desk)
        counted = self._day.by_status
        self.figures.set_rows(
            [
                (f"pages-filter-{status.replace('_', '-')}", tr.number_text(counted.get(status, 0)))
                for status in ("asylum_seeker", "refugee", "refused", "intention")
            ]
        )
        self._show_drafts()

    def _show_drafts(self) -> None:
        listed = self._day.drafts
        self.no_drafts.setVisible(not listed)
        self.drafts.setVisible(bool(listed))
        self._kept.body.setStretch(self._kept.body.count() - 1, 0 if listed else 1)
        self.drafts.set_lines([_draft_line(draft) for draft in listed])


def _draft_line(draft: KeptDraft) -> Line:
    title, kind, at = draft_title(draft), _flow_text(draft), wording.moment_ms(draft.at_ms)
    note = at if title == kind else f"{kind} · {at}"
    return Line(draft.id, title, note, whole=f"{title} · {note}")


def _flow_text(draft: KeptDraft) -> str:
    key = f"pages-draft-{draft.flow.replace('_', '-')}"
    return tr.tr(key if has(key, tr.language()) else "pages-draft-other")


class _Kept(msgspec.Struct):
    values: dict[str, Any] = {}


def draft_title(draft: KeptDraft) -> str:
    """By what a draft is known: the name typed so far, or what kind of draft it is."""
    try:
        values = msgspec.json.decode(draft.body, type=_Kept).values
    except msgspec.MsgspecError:
        values = {}
    for spelling in ("kk", "ru", "latin"):
        words = [str(values.get(f"{part}_{spelling}", "")).strip() for part in ("family", "given")]
        if any(words):
            return " ".join(word for word in words if word)
    return _flow_text(draft)
