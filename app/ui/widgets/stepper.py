"""The steps of a wizard, one under another: each is a button, so the keyboard and screen readers reach it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from app.ui import fonts, icons, tr
from app.ui.theme import theme

StepState = Literal["open", "done", "problem"]
_CIRCLE = 30.0


@dataclass(frozen=True)
class Step:
    """One step: its name in the flow, and the keys of its title and of the line below."""

    name: str
    title: str
    note: str = ""


class StepButton(QAbstractButton):
    """One step with its circle and the line to the next one."""

    def __init__(self, step: Step, number: int, last: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step, self._number, self._last = step, number, last
        self.state: StepState = "open"
        self.current = self.compact = False
        self._title = self._note = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        tr.keep(self, step.title, "set_title")
        if step.note:
            tr.keep(self, step.note, "set_note")

    def set_title(self, text: str) -> None:
        """The title; the language switch calls it."""
        self._title = text
        self.tell()

    def set_note(self, text: str) -> None:
        """The line below the title; the language switch calls it."""
        self._note = text
        self.update()

    def tell(self) -> None:
        """Say title and state to screen readers, and paint again."""
        key = "ui-step-current" if self.current else f"ui-step-{self.state}"
        self.setAccessibleName(f"{self._number}. {self._title}")
        self.setAccessibleDescription(tr.tr(key))
        self.setToolTip(self._title if self.compact else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(36 if self.compact else 210, 60)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = QRectF(2, 4, _CIRCLE, _CIRCLE)
        if not self._last:
            painter.setPen(QPen(theme.colour("track"), 2))
            x = circle.center().x()
            painter.drawLine(QPointF(x, circle.bottom() + 3), QPointF(x, self.height() + 2))
        self._paint_circle(painter, circle)
        if not self.compact:
            self._paint_texts(painter)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            left = 0 if self.compact else 38
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(left, 1, -1, -9), 6, 6)
        painter.end()

    def _paint_circle(self, painter: QPainter, circle: QRectF) -> None:
        ink, ground = self._colours()
        painter.setPen(QPen(ink, 2))
        painter.setBrush(ground)
        painter.drawEllipse(circle)
        if self.state == "done" and not self.current:
            icons.draw(painter, "check", circle.adjusted(7, 7, -7, -7), ink)
            return
        painter.setFont(fonts.font(13, QFont.Weight.DemiBold))
        text = "!" if self.state == "problem" else str(self._number)
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, text)

    def _colours(self) -> tuple[QColor, QColor]:
        if self.state == "problem":
            tone = theme.tone("danger")
            return tone.ink, tone.ground
        if self.current:
            return theme.colour("accent"), theme.colour("accent-soft")
        if self.state == "done":
            tone = theme.tone("success")
            return tone.ink, tone.ground
        return theme.colour("faint"), theme.colour("panel")

    def _paint_texts(self, painter: QPainter) -> None:
        place = QRectF(44, 2, self.width() - 48, 20)
        painter.setFont(fonts.font(14, QFont.Weight.DemiBold))
        painter.setPen(theme.colour("text" if self.current else "muted"))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        cut = Qt.TextElideMode.ElideRight
        painter.drawText(place, flags, painter.fontMetrics().elidedText(self._title, cut, int(place.width())))
        painter.setFont(fonts.font(13))
        painter.setPen(theme.colour("muted"))
        below = place.translated(0, 18)
        painter.drawText(below, flags, painter.fontMetrics().elidedText(self._note, cut, int(below.width())))


class Stepper(QWidget):
    """The steps in order. Up and down move between them, Enter or a click asks for one by `chosen(name)`."""

    chosen = Signal(str)

    def __init__(self, steps: Iterable[Step] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self.buttons: dict[str, StepButton] = {}
        tr.keep(self, "ui-steps", "setAccessibleName")
        tr.tongue.language_changed.connect(self._on_language_changed)
        self.set_steps(steps)

    def set_steps(self, steps: Iterable[Step]) -> None:
        """Show other steps, for example after an answer added one."""
        current = self.current()
        for button in self.buttons.values():
            self._box.removeWidget(button)
            button.deleteLater()
        self.buttons = {}
        listed = list(steps)
        for place, step in enumerate(listed):
            button = StepButton(step, place + 1, place == len(listed) - 1)
            button.clicked.connect(lambda _on=False, name=step.name: self.chosen.emit(name))
            self.buttons[step.name] = button
            self._box.insertWidget(place, button)
        if current in self.buttons:
            self.set_current(current)

    def current(self) -> str:
        """The name of the step that is shown."""
        return next((name for name, button in self.buttons.items() if button.current), "")

    def set_current(self, name: str) -> None:
        """Mark the step that is shown."""
        for other, button in self.buttons.items():
            button.current = other == name
            button.tell()

    def set_compact(self, compact: bool) -> None:
        """Only the circles, for small screens; the titles go to the tool tips."""
        for button in self.buttons.values():
            button.compact = compact
            button.tell()
            button.updateGeometry()

    def set_state(self, name: str, state: StepState) -> None:
        """Mark a step as open, done, or with a problem."""
        self.buttons[name].state = state
        self.buttons[name].tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = list(self.buttons.values())
        place = next((at for at, button in enumerate(steps) if button.hasFocus()), -1)
        move = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if place >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            steps[place].click()
        elif place >= 0 and move and 0 <= place + move < len(steps):
            steps[place + move].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _on_language_changed(self, _language: str) -> None:
        for button in self.buttons.values():
            button.tell()
