"""Icons: the SVG files of `resources/icons` (Lucide names), drawn in the colours of the theme at any scale."""

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.base import resources
from app.ui.theme import theme

# A ring, drawn where a file is missing: a screen never fails for a picture.
_RING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" '
    'stroke-width="2"><circle cx="12" cy="12" r="8"/></svg>'
)


@cache
def _source(name: str) -> str:
    path = resources.path("icons", f"{name}.svg")
    return path.read_text(encoding="utf-8") if path.is_file() else _RING


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))


def known(name: str) -> bool:
    """True when the icon's file is there."""
    return _source(name) is not _RING


def draw(painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
    """Draw an icon into a rectangle in a given colour, for painters."""
    _renderer(name, colour.name()).render(painter, rect)


class _Engine(QIconEngine):
    def __init__(self, name: str, colour: str, checked: str, trailing: bool) -> None:
        super().__init__()
        self._name, self._colour, self._checked, self._trailing = name, colour, checked, trailing

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        colour = self._checked if state == QIcon.State.On else self._colour
        disabled = mode == QIcon.Mode.Disabled
        side = min(rect.width(), rect.height())
        left = rect.right() + 1 - side if self._trailing else rect.left()
        place = QRectF(left, rect.top(), side, side)
        draw(painter, self._name, place, theme.colour("faint" if disabled else colour))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        result = QPixmap(size)
        result.fill(Qt.GlobalColor.transparent)
        painter = QPainter(result)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return result

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        return self.pixmap(size, mode, state)

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._colour, self._checked, self._trailing)


def icon(name: str, colour: str = "muted", checked: str = "accent", *, trailing: bool = False) -> QIcon:
    """An icon that follows the theme: `colour` is a token, `checked` the token of a checked button.

    *Shape*: asked for in a size that is wider than high, it leaves the rest free on the right (left if `trailing`).
    """
    return QIcon(_Engine(name, colour, checked, trailing))
