"""The case list: search as you type, filter chips with counts, a windowed list, and a preview of the chosen row.

What the list shows is asked in `case_query`; the preview is `case_preview`.
"""

from array import array
from typing import cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QProgressBar, QSizePolicy, QStackedLayout, QWidget

from app.store.rows.cases import SEARCH_LIMIT, Order, Row
from app.ui import tr
from app.ui.desk import Desk
from app.ui.lists.paged import Column, PagedModel
from app.ui.lists.view import PagedView
from app.ui.pages import case_query, wording
from app.ui.pages.case_preview import CasePreview
from app.ui.pages.case_query import Asked, Counts
from app.ui.theme import ToneName
from app.ui.widgets.banner import EmptyState
from app.ui.widgets.basic import Card, PressButton, button, icon_button
from app.ui.widgets.chip import FilterChip
from app.ui.widgets.page import Page

FILTERS: tuple[tuple[str, ToneName], ...] = (
    ("", "neutral"),
    ("asylum_seeker", "info"),
    ("refugee", "success"),
    ("refused", "danger"),
    ("intention", "warning"),
    ("lapsed", "neutral"),
    ("deprived", "danger"),
    ("terminated", "neutral"),
    ("closed", "neutral"),
    ("due", "warning"),
)
_RARE = frozenset({"lapsed", "deprived", "terminated"})
"""Filters that stand there only when they find somebody."""
ORDERS: tuple[Order, ...] = ("name", "number", "registered", "due", "status")
_SHRINK = ("registered", "citizenship", "birth")
"""Columns that give way, the first one first, when the name has no room."""
_NAME_ROOM = 168
_NARROW_UNDER = 1040


def columns(desk: Desk) -> tuple[Column[Row], ...]:
    """The columns of the list."""

    def due_tone(row: Row) -> str:
        due = wording.due_of(row)
        return wording.deadline_tone(due, desk.today) if due else "neutral"

    return (
        Column("number", "pages-cases-number", lambda row: row.number, 194, look="muted", sort=True),
        Column("name", "pages-cases-name", wording.row_name, look="strong", stretch=True, sort=True),
        Column("birth", "pages-cases-birth", lambda row: tr.date_text(row.birth), 104, look="figures"),
        Column("citizenship", "pages-cases-citizenship", lambda row: wording.country(row.citizenship), 118),
        Column(
            "status",
            "pages-cases-status",
            lambda row: wording.status_text(row.status),
            158,
            look="chip",
            tone=lambda row: wording.status_tone(row.status),
            sort=True,
        ),
        Column(
            "due",
            "pages-cases-due",
            lambda row: wording.due_text(row, desk.today),
            186,
            look="chip",
            tone=due_tone,
            sort=True,
        ),
        Column(
            "registered",
            "pages-cases-registered",
            lambda row: tr.date_text(row.registered_on),
            104,
            look="figures",
            sort=True,
        ),
    )


class CasesPage(Page):
    """The list of all persons; `opened` asks for a case file, `new_asked` for the intake wizard."""

    opened = Signal(str)
    new_asked = Signal()
    counted = Signal(int)
    """How many rows are due soon or late, for the badge of the navigation."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("pages-cases", parent=parent)
        self._desk = desk
        self.asked = Asked()
        self._total = 0
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(60)
        self._waiting.timeout.connect(self.load)
        self.model: PagedModel[Row] = PagedModel(desk.runner, columns(desk), self._fetch, self)
        self.view = PagedView(self.model, "pages-cases-list")
        self.preview = CasePreview(desk)
        self._panel: bool | None = None
        self._make_header()
        self._make_chips()
        self._lay_out()
        self._connect()
        self.load()
        self._count()

    def _fetch(self, wanted: object) -> dict[int, Row]:
        with self._desk.store.reading() as connection:
            return dict(case_query.rows(connection, cast("list[int]", wanted)))

    def _make_header(self) -> None:
        self.search = self.header.add_search("pages-cases-search")
        self.search.setMinimumWidth(280)
        self.new_button = button("pages-new", self.new_asked.emit, kind="primary", icon="plus")
        self.new_button.setVisible(self._desk.allowed("register_application"))
        self.header.add(self.new_button)

    def _make_chips(self) -> None:
        self.chips: dict[str, FilterChip] = {}
        self._chip_row = QHBoxLayout()
        self._chip_row.setSpacing(6)
        for code, tone in FILTERS:
            chip = FilterChip(f"pages-filter-{code.replace('_', '-') or 'all'}", tone)
            chip.setChecked(code == "")
            chip.set_count(0 if code in _RARE else None)
            chip.clicked.connect(lambda _on=False, chosen=code: self.show_filter(chosen))
            self.chips[code] = chip
            self._chip_row.addWidget(chip)
        self._chip_row.addStretch(1)
        self.order_button = PressButton()
        self.order_button.setProperty("kind", "ghost")
        self.order_button.setAutoDefault(False)
        self.order_button.setMenu(self._order_menu())
        tr.keep(self.order_button, "pages-order")
        self.panel_button = icon_button("pages-panel", "panel-left", self._on_panel)
        self._chip_row.addWidget(self.order_button)
        self._chip_row.addWidget(self.panel_button)

    def _order_menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        self._orders: dict[str, QAction] = {}
        for order in ORDERS:
            action = QAction(menu)
            action.setCheckable(True)
            tr.keep(action, f"pages-order-{order}")
            action.triggered.connect(lambda _on=False, chosen=order: self._on_sort(chosen, False))
            group.addAction(action)
            menu.addAction(action)
            self._orders[order] = action
        menu.addSeparator()
        self._down = QAction(menu)
        self._down.setCheckable(True)
        tr.keep(self._down, "pages-order-down")
        self._down.triggered.connect(lambda on: self._on_sort(self.asked.order, bool(on)))
        menu.addAction(self._down)
        self._orders["name"].setChecked(True)
        return menu

    def _lay_out(self) -> None:
        self.empty = EmptyState("search", "pages-cases-none", "pages-cases-none-next", "pages-cases-all")
        card = Card(padding=6)
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setFixedHeight(3)
        self.busy.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        keep = self.busy.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self.busy.setSizePolicy(keep)
        self.busy.hide()
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        card.body.setSpacing(0)
        card.body.addWidget(self.busy)
        card.body.addLayout(self._stack, 1)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(card, 1)
        row.addWidget(self.preview)
        self.body.addLayout(self._chip_row)
        self.body.addLayout(row, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._waiting.start())
        self.search.returnPressed.connect(self._on_search_done)
        self.model.sort_requested.connect(lambda key, down: self._on_sort(cast("Order", key), down))
        self.model.loading.connect(self.busy.setVisible)
        self.model.loaded.connect(self._on_loaded)
        self.view.chosen.connect(self._on_chosen)
        self.view.opened.connect(self._on_opened)
        self.empty.acted.connect(self.show_all)
        self.preview.opened.connect(self.opened)
        self._desk.hub.facts_recorded.connect(self._on_recorded)
        tr.tongue.language_changed.connect(self._on_language)

    # What is shown

    def load(self) -> None:
        """Ask for the rows of the question; only the newest one is answered."""
        self.asked = self.asked._replace(text=self.search.text())
        asked, today = self.asked, self._desk.today
        self.model.loading.emit(True)
        self._desk.read(lambda c: case_query.ids(c, asked, today), self.model.set_ids, self, key=("ids", id(self)))

    def show_filter(self, code: str) -> None:
        """Show the rows of one filter chip."""
        self.asked = self.asked._replace(shown=code)
        for other, chip in self.chips.items():
            chip.setChecked(other == code)
        self.load()

    def show_all(self) -> None:
        """Forget words and filter."""
        self.search.clear()
        self.show_filter("")

    def search_for(self, text: str) -> None:
        """Put words into the search field."""
        self.search.setText(text)
        self.load()

    def _count(self) -> None:
        today = self._desk.today
        self._desk.read(lambda c: case_query.counts(c, today), self._on_counts, self, key=("counts", id(self)))

    def _on_counts(self, counts: Counts) -> None:
        self._total = counts.total
        for code, chip in self.chips.items():
            number = counts.total if not code else counts.by_status.get(code, 0)
            chip.set_count(counts.due if code == "due" else number)
        self._fit()
        self.counted.emit(counts.due)
        self._say_count()

    def _on_loaded(self, count: int) -> None:
        self._stack.setCurrentIndex(0 if count else 1)
        self._say_count()
        if count and self.view.current_id() is None:
            self.view.selectRow(0)
        elif not count:
            self.preview.show_row(None)

    def _say_count(self) -> None:
        office = wording.office_name(self._desk.store)
        shown = self.model.rowCount()
        whole = not self.asked.text.strip() and not self.asked.shown
        if whole:
            text = tr.tr("pages-cases-count", count=self._total or shown)
        elif self.asked.text.strip() and shown >= SEARCH_LIMIT:
            text = tr.tr("pages-cases-first", count=shown)
        else:
            text = tr.tr("pages-cases-found", count=shown, total=self._total)
        self.header.set_note(f"{text} · {office}")

    # What the user does

    def _on_sort(self, order: Order, descending: bool) -> None:
        self.asked = self.asked._replace(order=order, descending=descending)
        self._orders[order].setChecked(True)
        self._down.setChecked(descending)
        place = next((at for at, column in enumerate(self.model.columns) if column.key == order), -1)
        header = self.view.horizontalHeader()
        header.setSortIndicatorShown(place >= 0)
        way = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(place, way)
        self.load()

    def _on_search_done(self) -> None:
        self.load()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chosen(self, row: int) -> None:
        found = self.model.row(self.model.row_of(row))
        if found is not None:
            self.preview.show_row(found)
        else:
            self._desk.read(
                lambda c: case_query.rows(c, [row]).get(row), self.preview.show_row, self, key="preview-row"
            )

    def _on_opened(self, row: int) -> None:
        self._desk.read(lambda c: case_query.rows(c, [row])[row].case, self.opened.emit, self, key="open")

    def _on_panel(self) -> None:
        self._panel = self.preview.isHidden()
        self._fit()

    def _on_recorded(self, changed: list[str]) -> None:
        """Fetch the changed rows again; the order is asked anew, because a fact may move or add rows."""
        asked, today = self.asked, self._desk.today

        def query(connection: object) -> "tuple[list[int], array[int]]":
            return case_query.changed_ids(connection, changed), case_query.ids(connection, asked, today)

        self._desk.read(query, self._on_changed, self, key=("changed", id(self)))
        self._count()

    def _on_changed(self, found: "tuple[list[int], array[int]]") -> None:
        changed, now = found
        if self.model.same_ids(now):
            self.model.refresh(changed)
        else:
            self.model.set_ids(now)
        self.preview.refresh(changed)

    def _on_language(self, _language: str) -> None:
        self._say_count()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Hide what has no room: the panel and empty filters of a narrow screen, then columns until the name fits."""
        narrow = self.width() < _NARROW_UNDER
        self.preview.setVisible(not narrow if self._panel is None else self._panel)
        for code, chip in self.chips.items():
            spare = narrow or code in _RARE
            chip.setVisible(not spare or not chip.empty() or code in ("", self.asked.shown))
        panel = 0 if self.preview.isHidden() else self.preview.width() + 14
        room = self.width() - 48 - 12 - panel - 14
        widths = {column.key: column.width for column in self.model.columns if not column.stretch}
        for key in _SHRINK:
            if room - sum(widths.values()) >= _NAME_ROOM:
                break
            del widths[key]
        for place, column in enumerate(self.model.columns):
            self.view.setColumnHidden(place, not column.stretch and column.key not in widths)
