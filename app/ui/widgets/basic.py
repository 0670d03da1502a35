"""Labels, buttons and cards: the smallest pieces, made by a call with a message key."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui import icons, tr

Role = Literal["", "title", "section", "strong", "muted", "small", "label", "hint", "problem", "caption"]
ButtonKind = Literal["secondary", "primary", "danger", "ghost", "link", "tiny"]
_ICON_COLOUR = {"primary": "on-accent", "danger": "danger-ink", "link": "accent"}


def label(key: str = "", role: Role = "", *, wrap: bool = False, text: str = "", **values: object) -> QLabel:
    """A label with the text of a key (it follows the language), or with a text that is data."""
    result = QLabel(text)
    result.setTextFormat(Qt.TextFormat.PlainText)
    result.setProperty("role", role)
    result.setWordWrap(wrap)
    if key:
        tr.keep(result, key, "setText", **values)
    return result


class PressButton(QPushButton):
    """A push button that Enter presses as Space does; among segments Enter is left to the page."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat()
        if wanted and self.property("kind") != "segment":
            self.click()
        else:
            super().keyPressEvent(event)


def button(
    key: str,
    slot: Callable[[], object] | None = None,
    *,
    kind: ButtonKind = "secondary",
    icon: str = "",
    trailing: bool = False,
    **values: object,
) -> QPushButton:
    """A push button with the text of a key, which is its accessible name too; the icon may stand behind it."""
    result = PressButton()
    result.setProperty("kind", kind)
    result.setAutoDefault(False)
    result.setCursor(Qt.CursorShape.PointingHandCursor)
    if icon:
        result.setIcon(icons.icon(icon, _ICON_COLOUR.get(kind, "muted"), trailing=trailing))
        result.setIconSize(QSize(23, 18))
        if trailing:
            result.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    tr.keep(result, key, "setText", **values)
    if slot is not None:
        result.clicked.connect(lambda _on=False: slot())
    return result


def icon_button(key: str, icon: str, slot: Callable[[], object] | None = None) -> QPushButton:
    """A button that shows only an icon; the key is its name for screen readers and its tool tip."""
    result = PressButton()
    result.setProperty("kind", "ghost")
    result.setAutoDefault(False)
    result.setIcon(icons.icon(icon))
    result.setIconSize(QSize(18, 18))
    result.setFixedWidth(38)
    tr.keep(result, key, "setAccessibleName")
    tr.keep(result, key, "setToolTip")
    if slot is not None:
        result.clicked.connect(lambda _on=False: slot())
    return result


class CutLabel(QLabel):
    """A label of one line that is cut with dots where there is no room; the tool tip says it whole."""

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.end()


def cut_label(role: Role = "", text: str = "") -> CutLabel:
    """A label of one line for data of any length."""
    result = CutLabel()
    result.setTextFormat(Qt.TextFormat.PlainText)
    result.setProperty("role", role)
    result.setText(text)
    return result


def rule() -> QFrame:
    """A thin line across."""
    line = QFrame()
    line.setProperty("surface", "rule")
    line.setFixedHeight(1)
    return line


class Card(QFrame):
    """A white surface with round corners: an optional heading with actions beside it, and a body.

    Add to it with `add(widget)` or through `body`; `add_action(button)` puts a button beside the heading.
    """

    def __init__(self, title: str = "", parent: QWidget | None = None, *, padding: int = 20) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(12)
        self._head = QHBoxLayout()
        self._head.setSpacing(8)
        if title:
            self._head.addWidget(label(title, "section"))
            self._head.addStretch(1)
            self.body.addLayout(self._head)
            tr.keep(self, title, "setAccessibleName")

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget below what is there."""
        self.body.addWidget(widget, stretch)

    def add_action(self, widget: QWidget) -> None:
        """Put a button beside the heading."""
        self._head.addWidget(widget)
