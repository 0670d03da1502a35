"""A sentence across the page with what to do next, and the page that has nothing to show yet."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui import icons, tr
from app.ui.editors.editor import set_property
from app.ui.theme import ToneName, theme
from app.ui.widgets.basic import button, icon_button, label

_ICONS = {
    "neutral": "info",
    "info": "info",
    "success": "circle-check",
    "warning": "triangle-alert",
    "danger": "circle-alert",
}


class Banner(QFrame):
    """An icon, a sentence (data, already in the language of the screen), an optional action, an optional cross."""

    acted = Signal()
    closed = Signal()

    def __init__(
        self,
        tone: ToneName = "info",
        text: str = "",
        action: str = "",
        *,
        closable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone: ToneName = tone
        self._icon = QLabel()
        self._icon.setFixedSize(20, 20)
        self.text = label(role="strong", wrap=True)
        self.action = button(action or "ui-close", self.acted.emit, kind="ghost")
        self.cross: QPushButton = icon_button("ui-close", "x", self._on_cross)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 10, 10)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self.text, 1)
        row.addWidget(self.action)
        row.addWidget(self.cross)
        # Only now have they a parent: a widget without one would open as a window.
        self.action.setVisible(bool(action))
        self.cross.setVisible(closable)
        theme.changed.connect(self._show_icon)
        self.show_text(text, tone)

    def show_text(self, text: str, tone: ToneName | None = None) -> None:
        """Show another sentence, and say it to screen readers through the accessible name."""
        self._tone = tone or self._tone
        self.text.setText(text)
        self.setAccessibleName(text)
        self.setMinimumHeight(58 if self.action.isVisibleTo(self) else 46)
        set_property(self.text, "tone", self._tone)
        set_property(self, "banner", self._tone)
        self._show_icon()

    def set_action(self, key: str) -> None:
        """Offer another action, or none with an empty key."""
        if key:
            tr.keep(self.action, key)
        self.action.setVisible(bool(key))

    def _show_icon(self) -> None:
        self._icon.setPixmap(icons.icon(_ICONS[self._tone], f"{self._tone}-ink").pixmap(QSize(20, 20)))

    def _on_cross(self) -> None:
        self.hide()
        self.closed.emit()


class EmptyState(QWidget):
    """Says why there is nothing here and offers the next step."""

    acted = Signal()

    def __init__(self, icon: str, title: str, note: str = "", action: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = icon
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title = label(title, "section", wrap=True)
        self.note = label(note, "muted", wrap=True)
        self.action = button(action or "ui-close", self.acted.emit, kind="primary")
        box = QVBoxLayout(self)
        box.addStretch(1)
        for widget in (self._icon, self.title, self.note):
            box.addWidget(widget)
        for text in (self.title, self.note):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box.addSpacing(8)
        box.addWidget(self.action, 0, Qt.AlignmentFlag.AlignCenter)
        self.action.setVisible(bool(action))
        box.addStretch(2)
        theme.changed.connect(self._show_icon)
        self._show_icon()

    def _show_icon(self) -> None:
        self._icon.setPixmap(icons.icon(self._name, "faint").pixmap(QSize(48, 48)))
