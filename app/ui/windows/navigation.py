"""The left side of the window: brand, sections of places with counts, exchange card, user card, language and theme."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.messages.catalogue import LANGUAGES
from app.ui import fonts, icons, tr
from app.ui.theme import Mode, ToneName, theme
from app.ui.widgets.basic import PressButton, cut_label, icon_button, label
from app.ui.widgets.page import scrolled

WIDE, NARROW = 240, 76


class NavButton(PressButton):
    """One place: icon, text, and a count on the right."""

    def __init__(self, title: str, icon: str) -> None:
        super().__init__()
        self._label, self._count, self._narrow = "", 0, False
        self.setProperty("kind", "nav")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setIcon(icons.icon(icon))
        self.setIconSize(QSize(23, 18))
        tr.keep(self, title, "set_label")

    def set_label(self, text: str) -> None:
        """The text; the language switch calls it."""
        self._label = text
        self._tell()

    def set_count(self, count: int) -> None:
        """The number on the right; 0 shows none."""
        self._count = count
        self._tell()

    def set_narrow(self, narrow: bool) -> None:
        """Show only the icon; the text goes to the tool tip."""
        self._narrow = narrow
        self._tell()

    def _tell(self) -> None:
        self.setText("" if self._narrow else self._label)
        name = f"{self._label} ({self._count})" if self._count else self._label
        self.setAccessibleName(name)
        self.setToolTip(name if self._narrow else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._count:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._narrow:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawEllipse(QRectF(self.width() - 14, 6, 7, 7))
        else:
            painter.setFont(fonts.font(13, QFont.Weight.Medium))
            painter.setPen(theme.colour("accent" if self.isChecked() else "muted"))
            place = self.rect().adjusted(0, 0, -12, 0)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place, flags, tr.number_text(self._count))
        painter.end()


class Tile(QFrame):
    """A small card that can be pressed: the state of the exchange."""

    pressed = Signal()

    def __init__(self, icon: str) -> None:
        super().__init__()
        self.setProperty("surface", "tile")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._icon_name, self._tone = icon, "neutral"
        self._icon = QLabel()
        self.title = label(role="strong", wrap=True)
        self.note = label(role="small", wrap=True)
        self._texts = QWidget()
        texts = QVBoxLayout(self._texts)
        texts.setContentsMargins(0, 0, 0, 0)
        texts.setSpacing(0)
        texts.addWidget(self.title)
        texts.addWidget(self.note)
        row = QHBoxLayout(self)
        row.setContentsMargins(11, 9, 11, 9)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self._texts, 1)
        theme.changed.connect(self._show_icon)

    def set(self, title: str, note: str, tone: ToneName = "neutral", icon: str = "") -> None:
        """Show a state; both texts are data in the language of the screen."""
        self._icon_name, self._tone = icon or self._icon_name, tone
        self.title.setText(title)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.setAccessibleName(f"{title}. {note}" if note else title)
        self.setToolTip(self.accessibleName())
        self._show_icon()

    def set_narrow(self, narrow: bool) -> None:
        """Show only the icon."""
        self._texts.setVisible(not narrow)

    def _show_icon(self) -> None:
        self._icon.setPixmap(icons.icon(self._icon_name, f"{self._tone}-ink").pixmap(QSize(18, 18)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: object) -> None:
        self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(theme.colour("accent"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
            painter.end()


class Avatar(QWidget):
    """A round with the initials of the user."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(34, 34)
        self.initials = ""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent-soft"))
        painter.drawEllipse(QRectF(self.rect()))
        painter.setPen(theme.colour("accent"))
        painter.setFont(fonts.font(13, QFont.Weight.Bold))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.initials)
        painter.end()


class Switches(QWidget):
    """The language of the screens, and light or dark."""

    language_asked = Signal(str)
    mode_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.buttons: dict[str, QPushButton] = {}
        group = QButtonGroup(self)
        for language in LANGUAGES:
            one = PressButton(language.upper())
            one.setProperty("kind", "tiny")
            one.setCheckable(True)
            one.setAutoDefault(False)
            tr.keep(one, f"ui-language-{language}", "setAccessibleName")
            tr.keep(one, f"ui-language-{language}", "setToolTip")
            one.clicked.connect(lambda _on=False, chosen=language: self.language_asked.emit(chosen))
            group.addButton(one)
            row.addWidget(one)
            self.buttons[language] = one
        row.addStretch(1)
        self.mode_button = icon_button("ui-theme", "moon", self._on_mode)
        row.addWidget(self.mode_button)
        tr.tongue.language_changed.connect(self.refresh)
        theme.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the language and the theme in force."""
        self.buttons[tr.language()].setChecked(True)
        self.mode_button.setIcon(icons.icon("sun" if theme.mode == "dark" else "moon"))

    def _on_mode(self) -> None:
        other: Mode = "light" if theme.mode == "dark" else "dark"
        self.mode_asked.emit(other)


class Navigation(QFrame):
    """Everything on the left; the shell connects it."""

    place_asked = Signal(str)
    lock_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "nav")
        self.narrow = False
        self.buttons: dict[str, NavButton] = {}
        self._captions: dict[str, QLabel] = {}
        self._places = QVBoxLayout()
        self._places.setSpacing(4)
        self._places.addStretch(1)
        self._make_cards()
        self._lay_out()
        self.set_narrow(False)

    def _make_cards(self) -> None:
        self.mark = QLabel()
        self.brand = label("ui-brand", "section")
        self.office = label(role="small", wrap=True)
        self.exchange = Tile("usb")
        self.exchange.hide()
        self.avatar = Avatar()
        self.user = cut_label("strong")
        self.role = cut_label("small")
        self.lock_button = icon_button("ui-lock", "lock", self.lock_asked.emit)
        self.switches = Switches()
        theme.changed.connect(self._show_mark)
        self._show_mark()

    def _show_mark(self) -> None:
        self.mark.setPixmap(icons.icon("shield-check", "accent").pixmap(QSize(28, 28)))

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 18, 12, 12)
        box.setSpacing(8)
        self._wide_parts: list[QWidget] = [self.brand, self.office, self.user, self.role, self.switches]
        box.addLayout(_row(self.mark, _column(self.brand, self.office)))
        box.addSpacing(4)
        box.addWidget(scrolled(self._places), 1)
        self._places.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.exchange)
        box.addLayout(_row(self.avatar, _column(self.user, self.role), self.lock_button))
        box.addWidget(self.switches)

    def add_section(self, name: str, title: str) -> None:
        """A caption; places are added below it."""
        caption = label(title, "caption")
        caption.setContentsMargins(12, 10, 0, 2)
        caption.setVisible(not self.narrow)
        self._captions[name] = caption
        self._places.insertWidget(self._places.count() - 1, caption)

    def add_place(self, name: str, title: str, icon: str) -> NavButton:
        """A place in the last section."""
        place = NavButton(title, icon)
        place.set_narrow(self.narrow)
        place.clicked.connect(lambda _on=False: self.place_asked.emit(name))
        self._places.insertWidget(self._places.count() - 1, place)
        if self.buttons:
            QWidget.setTabOrder(list(self.buttons.values())[-1], place)
        after = [place, self.exchange, self.lock_button, *self.switches.buttons.values(), self.switches.mode_button]
        for first, second in pairwise(after):
            QWidget.setTabOrder(first, second)
        self.buttons[name] = place
        return place

    def mark_place(self, name: str) -> None:
        """Mark a place as the one that is shown; an unknown name marks none."""
        for other, place in self.buttons.items():
            place.setChecked(other == name)

    def set_user(self, name: str, role: str) -> None:
        """Who works here; both texts are data."""
        self.user.setText(name)
        self.role.setText(role)
        words = name.replace("-", " ").split()
        self.avatar.initials = "".join(word[0] for word in words[:2]).upper()
        self.avatar.setToolTip(f"{name}, {role}" if role else name)
        self.avatar.update()

    def set_narrow(self, narrow: bool) -> None:
        """Icons only, for small screens."""
        self.narrow = narrow
        self.setFixedWidth(NARROW if narrow else WIDE)
        for part in (*self._wide_parts, *self._captions.values()):
            part.setVisible(not narrow)
        self.avatar.setVisible(not narrow)
        for place in self.buttons.values():
            place.set_narrow(narrow)
        self.exchange.set_narrow(narrow)


def _column(*widgets: QWidget) -> Callable[[], QVBoxLayout]:
    def make() -> QVBoxLayout:
        box = QVBoxLayout()
        box.setSpacing(0)
        for widget in widgets:
            box.addWidget(widget)
        return box

    return make


def _row(*parts: QWidget | Callable[[], QVBoxLayout]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(2, 0, 0, 0)
    row.setSpacing(7)
    for part in parts:
        if isinstance(part, QWidget):
            row.addWidget(part)
        else:
            row.addLayout(part(), 1)
    return row
