"""What happened, one entry under another, painted by one widget however many entries there are."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui import fonts, icons, tr
from app.ui.theme import ToneName, theme

_CIRCLE = 30.0
_LEFT = 46
_LINE = 18


@dataclass(frozen=True)
class Entry:
    """One entry: what (in the language of the screen), when and by whom, more lines, an icon and a tone.

    `planned` entries are pale: they have not happened yet. `key` comes back in `opened`.
    """

    title: str
    note: str = ""
    details: Sequence[str] = ()
    icon: str = "check"
    tone: ToneName = "success"
    planned: bool = False
    key: str = ""

    def height(self, width: int) -> int:
        """How tall it is painted in a timeline of this width; a long title takes several lines."""
        return self.title_height(width) + 6 + _LINE * (bool(self.note) + len(self.details)) + 18

    def title_height(self, width: int) -> int:
        """How tall its title is."""
        place = QRect(0, 0, max(width - _LEFT - 6, 40), 1000)
        wrapped = QFontMetrics(_strong()).boundingRect(place, int(Qt.TextFlag.TextWordWrap), self.title)
        return max(20, wrapped.height() + 2)


def _strong() -> QFont:
    return fonts.font(14, QFont.Weight.DemiBold)


class Timeline(QWidget):
    """Entries with a line between them. Arrows move a mark, Enter or a double click sends `opened(key)`."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: Sequence[Entry] = ()
        self._mark = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        tr.keep(self, "ui-timeline", "setAccessibleName")

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Show these entries, the first on top."""
        self._entries = tuple(entries)
        self._mark = min(self._mark, max(0, len(self._entries) - 1))
        self._tell()
        self.updateGeometry()
        self.update()

    def entries(self) -> Sequence[Entry]:
        """The entries shown."""
        return self._entries

    def sizeHint(self) -> QSize:
        return QSize(280, self.heightForWidth(max(self.width(), 160)))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(max(self.width(), 160)))

    def heightForWidth(self, width: int) -> int:
        return sum(entry.height(width) for entry in self._entries) + 4

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def _tell(self) -> None:
        if self._entries:
            entry = self._entries[self._mark]
            self.setAccessibleDescription(". ".join(part for part in (entry.title, entry.note, *entry.details) if part))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = 2
        for place, entry in enumerate(self._entries):
            if top + entry.height(self.width()) >= event.rect().top() and top <= event.rect().bottom():
                self._paint_entry(painter, entry, top, place)
            top += entry.height(self.width())
        painter.end()

    def _paint_entry(self, painter: QPainter, entry: Entry, top: int, place: int) -> None:
        circle = QRectF(2, top, _CIRCLE, _CIRCLE)
        tone = theme.tone("neutral" if entry.planned else entry.tone)
        if place < len(self._entries) - 1:
            painter.setPen(QPen(theme.colour("line"), 2))
            x = circle.center().x()
            painter.drawLine(QPointF(x, circle.bottom() + 4), QPointF(x, top + entry.height(self.width()) - 4))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tone.ground)
        painter.drawEllipse(circle)
        icons.draw(painter, entry.icon, circle.adjusted(7, 7, -7, -7), tone.ink)
        if self.hasFocus() and place == self._mark:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(38, top - 1, self.width() - 40, entry.height(self.width()) - 12), 6, 6)
        self._paint_texts(painter, entry, top)

    def _paint_texts(self, painter: QPainter, entry: Entry, top: int) -> None:
        width = self.width() - _LEFT - 6
        tall = entry.title_height(self.width())
        painter.setFont(_strong())
        painter.setPen(theme.colour("faint" if entry.planned else "text"))
        painter.drawText(QRectF(_LEFT, top, width, tall), int(Qt.TextFlag.TextWordWrap), entry.title)
        plain = fonts.font(13)
        painter.setFont(plain)
        painter.setPen(theme.colour("muted"))
        at = top + tall
        for line in ([entry.note] if entry.note else []) + list(entry.details):
            shown = QFontMetrics(plain).elidedText(line, Qt.TextElideMode.ElideRight, width)
            painter.drawText(QRectF(_LEFT, at, width, _LINE), Qt.AlignmentFlag.AlignVCenter, shown)
            at += _LINE

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if move and 0 <= self._mark + move < len(self._entries):
            self._mark += move
            self._tell()
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._entries:
            self.opened.emit(self._entries[self._mark].key)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position().y())
        if place is not None:
            self._mark = place
            self._tell()
            self.update()
            self.opened.emit(self._entries[place].key)

    def _place_at(self, y: float) -> int | None:
        top = 2.0
        for place, entry in enumerate(self._entries):
            if top <= y < top + entry.height(self.width()):
                return place
            top += entry.height(self.width())
        return None
