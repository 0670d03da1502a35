"""A wheel over an unfocused field scrolls the page under it, never the value of the field.

The filter sits on the fields only: a Python filter on the whole application would see every event of every object.
"""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget


class QuietWheel(QObject):
    """Hands the wheel on to the page under a field that has no focus."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False


def guard(field: QWidget) -> None:
    """Guard a combo box, spin box or slider; every editor of `app.ui.editors` already is."""
    app = QApplication.instance()
    found = app.findChild(QuietWheel) if app is not None else None
    field.installEventFilter(found if found is not None else QuietWheel(app))
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the default of a combo takes the focus by wheel
