"""A list of deadlines with the case each belongs to: two lines and a day, painted by one delegate."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.messages.deadlines import deadline_title
from app.store.rows.cases import DueRow
from app.ui import fonts, tr
from app.ui.pages import wording
from app.ui.theme import theme
from app.ui.widgets.chip import HEIGHT, chip_width, paint_chip

_HEIGHT = 56
_CASE = int(Qt.ItemDataRole.UserRole)
_PARTS = _CASE + 1


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
        name, note, day, tone = index.data(_PARTS)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and self._list.hasFocus()
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("selection" if chosen else "hover"))
        if chosen:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme.colour("accent"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour("line"))
        chip = chip_width(day)
        place = rect.adjusted(10, 8, -chip - 16, 0)
        self._line(painter, QRect(place.left(), place.top(), place.width(), 20), name, 14, True)
        self._line(painter, QRect(place.left(), place.top() + 21, place.width(), 18), note, 13, False)
        top = rect.top() + (rect.height() - HEIGHT) / 2
        paint_chip(painter, QRectF(rect.right() - chip - 6, top, chip, HEIGHT), day, tone)

    @staticmethod
    def _line(painter: QPainter, place: QRect, text: str, size: int, strong: bool) -> None:
        face = fonts.font(size, QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        painter.setFont(face)
        painter.setPen(theme.colour("text" if strong else "muted"))
        shown = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class DueList(QListWidget):
    """Deadlines, soonest first. Enter or a double click sends `opened(case)`."""

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
        self.itemDoubleClicked.connect(lambda item: self.opened.emit(str(item.data(_CASE))))
        tr.keep(self, name, "setAccessibleName")

    def set_rows(self, rows: Sequence[DueRow], today: date) -> None:
        """Show these deadlines as seen from today."""
        self.clear()
        for row in rows:
            name, title = wording.due_name(row), deadline_title(row.deadline, tr.language())
            day = wording.short_day(row.deadline.due, today)
            item = QListWidgetItem(f"{name}. {title}. {wording.day(row.deadline.due)}")
            item.setData(_CASE, row.case)
            item.setData(_PARTS, (name, title, day, wording.deadline_tone(row.deadline, today)))
            item.setToolTip(f"{row.number} · {title} · {wording.day(row.deadline.due)}")
            self.addItem(item)
        if rows:
            self.setCurrentRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self.opened.emit(str(item.data(_CASE)))
        else:
            super().keyPressEvent(event)
