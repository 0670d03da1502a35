"""The photo of a person with round corners, or a quiet place for one."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from app.ui import icons, tr
from app.ui.theme import theme


class Portrait(QWidget):
    """A photo in the shape of a certificate photo (35 x 45)."""

    def __init__(self, width: int = 84, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(QSize(width, width * 45 // 35))
        self._photo = QPixmap()
        tr.keep(self, "pages-photo", "setAccessibleName")

    def set_photo(self, data: bytes | None) -> None:
        """Show the photo of these bytes, or the empty place."""
        self._photo = QPixmap()
        if data:
            self._photo.loadFromData(data)
        self.update()

    @property
    def empty(self) -> bool:
        """True while no photo is shown."""
        return self._photo.isNull()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.empty:
            painter.setPen(QPen(theme.colour("track"), 1, Qt.PenStyle.DashLine))
            painter.setBrush(theme.colour("sunken"))
            painter.drawRoundedRect(frame, 8, 8)
            side = self.width() * 0.42
            place = QRectF(frame.center().x() - side / 2, frame.center().y() - side / 2, side, side)
            icons.draw(painter, "user", place, theme.colour("faint"))
        else:
            path = QPainterPath()
            path.addRoundedRect(frame, 8, 8)
            painter.setClipPath(path)
            painter.drawPixmap(self.rect(), self._photo)
            painter.setClipping(False)
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.drawPath(path)
        painter.end()
