"""What every editor can do. A value is what stands in a draft: text, a code, a list of codes, true or false, bytes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget


@dataclass(frozen=True)
class Option:
    """One choice: its code (what is kept), its text in the language of the screen, and more words to find it by."""

    code: str
    text: str
    search: str = ""


Options = Callable[[], Sequence[Option]]
"""Gives the choices in the language of the screen; asked again when the language changes."""


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and have it looked at again."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


class Editor(QWidget):
    """Base of the editors: one inner widget that takes the focus, a state, a name for screen readers."""

    changed = Signal()
    """The user (not the program) changed the value."""
    left = Signal()
    """The user is done with this field for now."""
    refused = Signal(object)
    """What was typed is no value: a `Refusal` (only editors that parse)."""

    def __init__(self, inner: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.inner = inner
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(inner)
        self.setFocusProxy(inner)

    def value(self) -> Any:
        """The value as it stands in a draft."""
        raise AssertionError(type(self).__name__)

    def set_value(self, value: Any) -> None:
        """Show a value; `changed` is not sent."""
        raise AssertionError(type(self).__name__)

    def set_state(self, state: str) -> None:
        """Mark the field: "error" or ""."""
        set_property(self.inner, "state", state)

    def set_name(self, name: str, description: str = "") -> None:
        """What a screen reader says: the label, and the hint or problem."""
        self.inner.setAccessibleName(name)
        self.inner.setAccessibleDescription(description)

    def set_read_only(self, read_only: bool) -> None:
        """Show the value without letting it be changed."""
        self.inner.setEnabled(not read_only)

    def settle(self) -> None:
        """Take what is typed as it stands: the page is asked for before the field was left."""

    def retranslate(self) -> None:
        """Show own words in the new language."""

    def _add(self, widget: QWidget) -> None:
        layout = self.layout()
        if layout is not None:
            layout.addWidget(widget)
