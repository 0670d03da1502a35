"""The window: navigation on the left, banners above, one page at a time, and a cover while the store is locked.

What the pages show is not known here. The window title never holds personal data: it is made of message keys only.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.messages.catalogue import LANGUAGES
from app.ui import theme as themes
from app.ui import tr
from app.ui.theme import Mode, ToneName
from app.ui.widgets.banner import Banner
from app.ui.widgets.page import Page
from app.ui.windows.navigation import Navigation

NARROW_UNDER = 1280
SMALLEST = QSize(960, 520)


def focus_first(page: QWidget) -> None:
    """Put the cursor into the first field or button of a page, so that the keyboard goes on there."""
    widget = page.nextInFocusChain()
    while widget is not None and widget is not page:
        reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled() and widget.focusProxy() is None
        if reached and page.isAncestorOf(widget) and widget.isVisibleTo(page):
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        widget = widget.nextInFocusChain()


def focus_again(page: QWidget) -> None:
    """Put the cursor where it was when the page was left, or to its beginning."""
    last = page.focusWidget()
    if last is not None and page.isAncestorOf(last) and last.isEnabled() and last.isVisibleTo(page):
        last.setFocus(Qt.FocusReason.OtherFocusReason)
    else:
        focus_first(page)


@dataclass(frozen=True)
class _Place:
    widget: QWidget
    title: str
    belongs_to: str


class _Stack(QStackedWidget):
    """Asks only for what the page on top needs, so one wide page does not widen the window for all."""

    def minimumSizeHint(self) -> QSize:
        return QSize(400, 300)


class Shell(QMainWindow):
    """The main window. Keys: Ctrl+K search, Ctrl+N new application, Ctrl+L lock, F1 help."""

    page_shown = Signal(str)
    new_application = Signal()
    search_asked = Signal()
    """Ctrl+K on a page without a search field."""
    lock_asked = Signal()
    help_asked = Signal(str)
    """F1: the name of the page that is shown."""
    exchange_asked = Signal()
    language_chosen = Signal(str)
    """After the language was changed; whoever keeps the settings stores it."""
    mode_chosen = Signal(str)
    """After light and dark were exchanged."""
    closing = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: dict[str, _Place] = {}
        self._sections: set[str] = set()
        self._current = ""
        self.banners: dict[str, Banner] = {}
        self.navigation = Navigation()
        self.stack = _Stack()
        self._banner_box = QVBoxLayout()
        self._lay_out()
        self._connect()
        self.setMinimumSize(SMALLEST)
        self.resize(1366, 728)
        self._show_title()

    def _lay_out(self) -> None:
        self._banner_box.setContentsMargins(24, 12, 24, 0)
        self._banner_box.setSpacing(8)
        self._banners = QWidget()
        self._banners.setLayout(self._banner_box)
        self._banners.hide()
        self.stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        side = QVBoxLayout()
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addWidget(self._banners)
        side.addWidget(self.stack, 1)
        desk = QWidget()
        row = QHBoxLayout(desk)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addLayout(side, 1)
        self._desk = desk
        self._outer = QStackedWidget()
        self._outer.addWidget(desk)
        self.setCentralWidget(self._outer)

    def _connect(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+K": self._on_search,
            "Ctrl+N": lambda: None if self.covered() else self.new_application.emit(),
            "Ctrl+L": lambda: None if self.covered() else self.lock_asked.emit(),
            "F1": lambda: self.help_asked.emit(self._current),
        }
        for sequence, slot in keys.items():
            QShortcut(QKeySequence(sequence), self).activated.connect(slot)
        self.navigation.place_asked.connect(self.show_page)
        self.navigation.lock_asked.connect(self.lock_asked)
        self.navigation.exchange.pressed.connect(self.exchange_asked)
        self.navigation.switches.language_asked.connect(self.choose_language)
        self.navigation.switches.mode_asked.connect(self.choose_mode)
        tr.tongue.language_changed.connect(self._show_title)

    # Pages

    def add_section(self, name: str, title: str) -> None:
        """A section of the navigation; pages added next stand below it."""
        self._sections.add(name)
        self.navigation.add_section(name, title)

    def add_page(
        self, name: str, title: str, icon: str, section: str, widget: QWidget, *, belongs_to: str = ""
    ) -> None:
        """Register a page; without a section it has no place of its own and marks that of `belongs_to`.

        *Shape*: `title` is a message key and stands in the navigation and the window title. A page whose widget has
        `shown()` is told each time it is shown.
        """
        self._pages[name] = _Place(widget, title, belongs_to or name)
        self.stack.addWidget(widget)
        if section:
            self.navigation.add_place(name, title, icon)
        if not self._current:
            self.show_page(name)

    def remove_page(self, name: str) -> None:
        """Take a page away and delete it, for example the wizard when it is done."""
        place = self._pages.pop(name)
        if self._current == name:
            self._current = ""
        self.stack.removeWidget(place.widget)
        place.widget.deleteLater()

    def page(self, name: str) -> QWidget:
        """The widget of a page."""
        return self._pages[name].widget

    def has_page(self, name: str) -> bool:
        """True when a page of this name is registered."""
        return name in self._pages

    def current_page(self) -> str:
        """The name of the page that is shown."""
        return self._current

    def show_page(self, name: str) -> None:
        """Show a page and mark its place in the navigation."""
        place = self._pages[name]
        self._current = name
        self.stack.setCurrentWidget(place.widget)
        self.navigation.mark_place(place.belongs_to)
        self._show_title()
        if isinstance(place.widget, Page):
            place.widget.shown()
        focused = QApplication.focusWidget()
        if focused is None or not place.widget.isAncestorOf(focused):
            focus_again(place.widget)
        self.page_shown.emit(name)

    def set_badge(self, name: str, count: int) -> None:
        """The number beside a place of the navigation."""
        self.navigation.buttons[name].set_count(count)

    # Around the pages

    def set_office(self, text: str) -> None:
        """The line below the brand: the office; data."""
        self.navigation.office.setText(text)

    def set_user(self, name: str, role: str) -> None:
        """The user card; data."""
        self.navigation.set_user(name, role)

    def set_exchange(self, title: str, note: str, tone: ToneName = "neutral", icon: str = "") -> None:
        """The card with the state of the exchange; data."""
        self.navigation.exchange.set(title, note, tone, icon)
        self.navigation.exchange.show()

    def show_banner(
        self,
        name: str,
        text: str,
        tone: ToneName = "info",
        *,
        action: str = "",
        acted: Callable[[], object] | None = None,
        closable: bool = False,
    ) -> Banner:
        """Show or replace the banner of a name ("demo", "clock", …) above all pages."""
        self.hide_banner(name)
        banner = Banner(tone, text, action, closable=closable)
        if acted is not None:
            banner.acted.connect(acted)
        banner.closed.connect(lambda: self.hide_banner(name))
        self.banners[name] = banner
        self._banner_box.addWidget(banner)
        self._banners.show()
        return banner

    def hide_banner(self, name: str) -> None:
        """Take the banner of a name away, if it is there."""
        banner = self.banners.pop(name, None)
        if banner is not None:
            self._banner_box.removeWidget(banner)
            banner.hide()
            banner.deleteLater()
        self._banners.setVisible(bool(self.banners))

    # Covering: unlock and first start hide everything else

    def cover(self, widget: QWidget) -> None:
        """Show only this widget (the unlock screen, the first start) until `uncover`; a former cover is deleted."""
        self.uncover()
        self._outer.addWidget(widget)
        self._outer.setCurrentWidget(widget)
        self._show_title()

    def uncover(self) -> None:
        """Show navigation and pages again."""
        while (old := self._outer.widget(1)) is not None:
            self._outer.removeWidget(old)
            old.deleteLater()
        self._outer.setCurrentWidget(self._desk)
        self._show_title()

    def covered(self) -> bool:
        """True while only the cover is shown."""
        return self._outer.count() > 1

    # Language and theme

    def choose_language(self, language: str) -> None:
        """Change the language of the screens."""
        chosen = next(known for known in LANGUAGES if known == language)
        tr.set_language(chosen)
        self.language_chosen.emit(chosen)

    def choose_mode(self, mode: str) -> None:
        """Exchange light and dark."""
        chosen: Mode = "dark" if mode == "dark" else "light"
        app = QApplication.instance()
        if isinstance(app, QApplication):
            themes.apply(app, chosen)
        self.mode_chosen.emit(chosen)

    def _on_search(self) -> None:
        if self.covered():
            return
        page = self._pages[self._current].widget if self._current else None
        if not (isinstance(page, Page) and page.focus_search()):
            self.search_asked.emit()

    def _show_title(self) -> None:
        brand = tr.tr("ui-brand")
        place = self._pages.get(self._current)
        self.setWindowTitle(brand if place is None or self.covered() else f"{tr.tr(place.title)} · {brand}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW_UNDER
        if narrow != self.navigation.narrow:
            self.navigation.set_narrow(narrow)

    def closeEvent(self, event: object) -> None:
        self.closing.emit()
        super().closeEvent(event)  # type: ignore[arg-type]
