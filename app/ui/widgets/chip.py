"""A status as text and colour: the painter that lists use too, a chip, a filter chip, and a deadline badge."""

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from app.ui import fonts, tr
from app.ui.theme import ToneName, theme

HEIGHT = 24
_SIDE = 10
_DOT = 6


def chip_font() -> QFont:
    """The face of chips."""
    return fonts.font(12, QFont.Weight.DemiBold)


def chip_width(text: str) -> int:
    """How wide the chip of a text is."""
    return QFontMetrics(chip_font()).horizontalAdvance(text) + 2 * _SIDE + _DOT + 7


def paint_chip(painter: QPainter, rect: QRectF, text: str, tone: str) -> None:
    """Paint a chip into a rectangle (its height is taken as it is; a long text is cut)."""
    colours = theme.tone(tone)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.ground)
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    painter.setBrush(colours.ink)
    painter.drawEllipse(QRectF(rect.left() + _SIDE - 1, rect.center().y() - _DOT / 2, _DOT, _DOT))
    painter.setFont(chip_font())
    painter.setPen(colours.ink)
    place = rect.adjusted(_SIDE + _DOT + 5, 0, -_SIDE + 2, 0)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(place.width()))
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    painter.restore()


class Chip(QWidget):
    """A status: the text is data (already in the language of the screen), the tone its colour."""

    def __init__(self, text: str = "", tone: ToneName = "neutral", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.text, self.tone = "", tone
        self.set(text, tone)

    def set(self, text: str, tone: ToneName) -> None:
        """Show another status."""
        self.text, self.tone = text, tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(chip_width(self.text), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(48, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.text:
            paint_chip(painter, QRectF(0, 0, self.width(), HEIGHT), self.text, self.tone)
        painter.end()


class FilterChip(QAbstractButton):
    """A chip that can be pressed: a filter with its count. Space or Enter presses it."""

    def __init__(self, key: str, tone: ToneName = "neutral", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self._count: int | None = None
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        tr.keep(self, key, "set_label")

    def set_label(self, text: str) -> None:
        """The text before the count; the language switch calls it."""
        self.setText(text)
        self.set_count(self._count)

    def set_count(self, count: int | None) -> None:
        """Show how many there are, or no number."""
        self._count = count
        self.setAccessibleName(self.shown())
        self.updateGeometry()
        self.update()

    def empty(self) -> bool:
        """True when the filter is known to find nothing."""
        return self._count == 0

    def shown(self) -> str:
        """The text as it is painted."""
        return self.text() if self._count is None else f"{self.text()} {tr.number_text(self._count)}"

    def sizeHint(self) -> QSize:
        return QSize(chip_width(self.shown()) + 4, HEIGHT + 6)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(2, 3, self.width() - 4, HEIGHT)
        paint_chip(painter, rect, self.shown(), self._tone)
        if self.isChecked() or self.hasFocus():
            colour = theme.colour("accent") if self.hasFocus() else theme.tone(self._tone).ink
            painter.setPen(QPen(colour, 2 if self.hasFocus() else 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(0.5, 0, -0.5, 0), HEIGHT / 2, HEIGHT / 2)
        painter.end()


def deadline_tone(due: date | None, today: date, soon_days: int = 5) -> ToneName:
    """Late is red, due within `soon_days` is amber, the rest is grey."""
    if due is None or (due - today).days > soon_days:
        return "neutral"
    return "danger" if due < today else "warning"


def deadline_text(due: date | None, today: date) -> str:
    """How many days are left or by how many days it is late, in the language of the screen."""
    if due is None:
        return tr.tr("ui-deadline-none")
    days = (due - today).days
    if days == 0:
        return tr.tr("ui-deadline-today")
    return tr.tr("ui-deadline-left", days=days) if days > 0 else tr.tr("ui-deadline-late", days=-days)


class DeadlineBadge(QWidget):
    """When something is due, as days and colour, with the date in the tool tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._due: date | None = None
        self._today: date | None = None
        self.chip = Chip()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.chip)
        row.addStretch(1)
        tr.tongue.language_changed.connect(self._show)

    def set_due(self, due: date | None, today: date) -> None:
        """Show a due date as seen from today."""
        self._due, self._today = due, today
        self._show()

    def _show(self) -> None:
        if self._today is not None:
            self.chip.set(deadline_text(self._due, self._today), deadline_tone(self._due, self._today))
            self.setToolTip(self._due.strftime("%d.%m.%Y") if self._due else "")
