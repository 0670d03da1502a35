"""Lists of two lines each, painted by one delegate: deadlines with the case each belongs to, and drafts."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.messages.deadlines import deadline_title
from app.store.rows.cases import DueRow
from app.ui import fonts, tr
from app.ui.pages import wording
from app.ui.theme import ToneName, theme
from app.ui.widgets.chip import HEIGHT, chip_width, paint_chip

_HEIGHT = 58
_ID = int(Qt.ItemDataRole.UserRole)
_PARTS = _ID + 1


class Line(NamedTuple):
    """One entry: what it opens, its two lines, a day in a colour (or none), and all of it for the tool tip."""

    id: str
    name: str
    note: str
    day: str = ""
    tone: ToneName = "neutral"
    whole: str = ""


class _Delegate(QStyledItemDelegate):
    def __init__(self, parent: QListWidget) -> None:
        super().__init__(parent)
        self._list = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, _HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect: QRect = option.rect
        _id, name, note, day, tone, _whole = index.data(_PARTS)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and self._list.hasFocus()
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("selection" if chosen else "hover"))
        if chosen:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme.colour("accent"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour("line"))
        place, chip = rect.adjusted(8, 7, -8, 0), chip_width(day) if day else 0
        self._line(painter, QRect(place.left(), place.top(), place.width() - chip - 6, 22), name, 14, True)
        self._line(painter, QRect(place.left(), place.top() + 25, place.width(), 18), note, 13, False)
        if day:
            paint_chip(painter, QRectF(rect.right() - chip - 2, rect.top() + 6, chip, HEIGHT), day, tone)

    @staticmethod
    def _line(painter: QPainter, place: QRect, text: str, size: int, strong: bool) -> None:
        face = fonts.font(size, QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        painter.setFont(face)
        painter.setPen(theme.colour("text" if strong else "muted"))
        shown = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class LineList(QListWidget):
    """Entries of two lines. Enter or a double click sends `opened(id)`."""

    opened = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("look", "plain")
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_Delegate(self))
        self.itemDoubleClicked.connect(lambda item: self.opened.emit(str(item.data(_ID))))
        tr.keep(self, name, "setAccessibleName")

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show these entries; the one with the cursor keeps it."""
        chosen = self.currentItem().data(_ID) if self.currentItem() is not None else ""
        self.clear()
        for line in lines:
            item = QListWidgetItem(f"{line.name}. {line.note}. {line.day}")
            item.setData(_ID, line.id)
            item.setData(_PARTS, tuple(line))
            item.setToolTip(line.whole)
            self.addItem(item)
        if lines:
            self.setCurrentRow(next((at for at, line in enumerate(lines) if line.id == chosen), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self.opened.emit(str(item.data(_ID)))
        else:
            super().keyPressEvent(event)


class DueList(LineList):
    """Deadlines, soonest first; each opens its case."""

    def set_rows(self, rows: Sequence[DueRow], today: date) -> None:
        """Show these deadlines as seen from today."""
        self.set_lines([_due_line(row, today) for row in rows])


def _due_line(row: DueRow, today: date) -> Line:
    name, title = wording.due_name(row), deadline_title(row.deadline, tr.language())
    day = wording.short_day(row.deadline.due, today)
    whole = f"{name} · {row.number} · {title} · {wording.day(row.deadline.due)}"
    return Line(row.case, name, title, day, wording.deadline_tone(row.deadline, today), whole)
