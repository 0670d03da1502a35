"""A few choices shown at once: one of them (segments), some of them (checks), or yes and no (flag)."""

from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QGridLayout, QHBoxLayout, QPushButton, QWidget

from app.ui import icons
from app.ui.editors.editor import Editor, Option, Options, set_property
from app.ui.theme import theme
from app.ui.widgets.basic import PressButton


class CheckBox(QCheckBox):
    """A check box drawn in the colours of the theme."""

    _SIDE = 20
    _GAP = 10

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.text()) + self._SIDE + self._GAP + 4
        return QSize(width, max(28, self.fontMetrics().height() + 8))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: Any) -> bool:
        return bool(self.rect().contains(pos))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(1.5, self.height() / 2 - 9.5, 19, 19)
        edge, fill = self._colours()
        painter.setPen(QPen(edge, 2 if self.hasFocus() or self.property("state") == "error" else 1.2))
        painter.setBrush(fill)
        painter.drawRoundedRect(box, 5, 5)
        if self.isChecked():
            icons.draw(painter, "check", box.adjusted(2.5, 2.5, -2.5, -2.5), theme.colour("on-accent"))
        painter.setPen(theme.colour("text" if self.isEnabled() else "faint"))
        place = self.rect().adjusted(self._SIDE + self._GAP, 0, 0, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.end()

    def _colours(self) -> tuple[QColor, QColor]:
        fill = theme.colour("accent" if self.isChecked() else "panel")
        edge = "accent" if self.isChecked() else "edge"
        if self.property("state") == "error":
            edge = "danger-ink"
        elif self.hasFocus():
            edge = "text" if self.isChecked() else "accent"
        return theme.colour(edge), fill if self.isEnabled() else theme.colour("track")


class FlagEditor(Editor):
    """Yes or no; its text stands beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.check = CheckBox()
        super().__init__(self.check, parent)
        self.check.clicked.connect(lambda _on: self.changed.emit())

    def value(self) -> bool:
        return self.check.isChecked()

    def set_value(self, value: Any) -> None:
        self.check.setChecked(bool(value))

    def set_name(self, name: str, description: str = "") -> None:
        super().set_name(name, description)
        self.check.setText(name)
        self.check.updateGeometry()


class ChecksEditor(Editor):
    """Some of a few: a list of codes in the order of the options, for example the six reasons."""

    def __init__(self, options: Options, parent: QWidget | None = None, *, columns: int = 2) -> None:
        self._frame = QWidget()
        super().__init__(self._frame, parent)
        self._options, self._columns = options, columns
        self._grid = QGridLayout(self._frame)
        self._grid.setContentsMargins(0, 2, 0, 2)
        self._grid.setHorizontalSpacing(24)
        self.boxes: dict[str, CheckBox] = {}
        self.retranslate()

    def value(self) -> list[str]:
        return [code for code, box in self.boxes.items() if box.isChecked()]

    def set_value(self, value: Any) -> None:
        chosen = set(value or ())
        for code, box in self.boxes.items():
            box.setChecked(code in chosen)

    def set_state(self, state: str) -> None:
        for box in self.boxes.values():
            box.setProperty("state", state)
            box.update()

    def set_name(self, name: str, description: str = "") -> None:
        super().set_name(name, description)
        for box in self.boxes.values():
            box.setAccessibleName(box.text())
            box.setAccessibleDescription(f"{name}. {description}" if description else name)

    def retranslate(self) -> None:
        for option in self._options():
            box = self.boxes.get(option.code) or self._new_box(option)
            box.setText(option.text)
            box.setAccessibleName(option.text)
            box.updateGeometry()

    def _new_box(self, option: Option) -> CheckBox:
        box = CheckBox()
        box.clicked.connect(lambda _on: self.changed.emit())
        place = len(self.boxes)
        self._grid.addWidget(box, place // self._columns, place % self._columns)
        self.boxes[option.code] = box
        if place == 0:
            self.setFocusProxy(box)
        return box


class SegmentsEditor(Editor):
    """One of two to four, as buttons in a row; arrows move within, Tab leaves."""

    def __init__(self, options: Options, parent: QWidget | None = None) -> None:
        self._frame = QWidget()
        super().__init__(self._frame, parent)
        self._options = options
        self._row = QHBoxLayout(self._frame)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        self._group.buttonClicked.connect(lambda _button: self.changed.emit())
        self.retranslate()

    def value(self) -> str:
        return next((code for code, button in self.buttons.items() if button.isChecked()), "")

    def set_value(self, value: Any) -> None:
        self._group.setExclusive(False)
        for code, button in self.buttons.items():
            button.setChecked(code == value)
        self._group.setExclusive(True)

    def set_state(self, state: str) -> None:
        for button in self.buttons.values():
            set_property(button, "state", state)

    def set_name(self, name: str, description: str = "") -> None:
        super().set_name(name, description)
        for button in self.buttons.values():
            button.setAccessibleName(f"{name}: {button.text()}")
            button.setAccessibleDescription(description)

    def retranslate(self) -> None:
        for option in self._options():
            button = self.buttons.get(option.code) or self._new_button(option)
            button.setText(option.text)
            button.setAccessibleName(option.text)

    def _new_button(self, option: Option) -> QPushButton:
        button = PressButton()
        button.setCheckable(True)
        button.setProperty("kind", "segment")
        button.setAutoDefault(False)
        self._group.addButton(button)
        self._row.addWidget(button, 1)
        if not self.buttons:
            self.setFocusProxy(button)
        self.buttons[option.code] = button
        return button
