"""The frame of a wizard: header with the state of the draft, steps on the left, one page at a time, Back and Next.

What a page holds, what is wrong with it and what the last button does is told by the wizard that uses the frame.
"""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from app.ui import icons, tr
from app.ui.editors.choices import CheckBox
from app.ui.editors.letters import KazLetterStrip
from app.ui.widgets.basic import button, label
from app.ui.widgets.page import Page
from app.ui.widgets.stepper import Step, Stepper
from app.ui.wizards.sheet import Sheet, closable_banner

_STEPS_PX, _CIRCLES_PX = 244, 70
_NARROW_UNDER = 1000


class WizardFrame(Page):
    """Keys: Enter or Alt+Right next, Alt+Left back, Ctrl+Enter next and on the last page the act itself."""

    finished = Signal(list)
    """It is done: the ids of the cases."""
    closed = Signal()
    """The clerk leaves; the draft is kept."""
    next_asked = Signal()
    back_asked = Signal()
    step_asked = Signal(str)
    postpone_asked = Signal()
    discard_asked = Signal()

    def __init__(self, title: str, steps: Iterable[Step], parent: QWidget | None = None) -> None:
        super().__init__(title, with_back=True, parent=parent)
        self.steps = tuple(steps)
        self.sheets: dict[str, Sheet] = {}
        self._areas: dict[str, QScrollArea] = {}
        self.saved = label(role="small")
        self.discard = button("wizard-discard", self.discard_asked.emit, kind="ghost")
        self.postpone = button("wizard-postpone", self.postpone_asked.emit)
        for widget in (self.saved, self.discard, self.postpone):
            self.header.add(widget)
        self.header.back.connect(self.postpone_asked)
        self.stepper = Stepper(self.steps)
        self.stepper.chosen.connect(self.step_asked)
        self.stack = QStackedWidget()
        self.notice = closable_banner("danger")
        self.heading = label(role="section")
        self.note = label(role="small", wrap=True)
        self.letters = KazLetterStrip()
        self.card = self._made_card()
        self.body.addWidget(self.card, 1)
        self._shortcuts()

    def _made_card(self) -> QFrame:
        card = QFrame()
        card.setProperty("surface", "card")
        side = QFrame()
        side.setProperty("surface", "sunken")
        side.setFixedWidth(_STEPS_PX)
        self._side = side
        steps = QVBoxLayout(side)
        steps.setContentsMargins(20, 22, 14, 16)
        steps.addWidget(self.stepper)
        steps.addStretch(1)
        main = QVBoxLayout()
        main.setContentsMargins(28, 20, 18, 16)
        main.setSpacing(10)
        main.addLayout(self._title())
        main.addWidget(self.notice)
        main.addWidget(self.stack, 1)
        main.addLayout(self._footer())
        row = QHBoxLayout(card)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        row.addWidget(side)
        row.addLayout(main, 1)
        return card

    def _title(self) -> QVBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.heading, 1)
        row.addWidget(self.letters)
        row.addSpacing(10)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addLayout(row)
        texts.addWidget(self.note)
        return texts

    def _footer(self) -> QHBoxLayout:
        self.back_button = button("wizard-back", self.back_asked.emit, icon="chevron-left")
        self.count = QLabel()
        self.count.setProperty("tone", "danger")
        self.next_button = button("wizard-next", self.next_asked.emit, kind="primary", icon="chevron-right",
                                  trailing=True, page="")  # fmt: skip
        footer = QHBoxLayout()
        footer.setContentsMargins(0, 6, 10, 0)
        footer.setSpacing(16)
        footer.addWidget(self.back_button)
        footer.addStretch(1)
        footer.addWidget(self.count)
        footer.addWidget(self.next_button)
        return footer

    def _shortcuts(self) -> None:
        for keys, slot in (
            ("Ctrl+Return", self.next_asked),
            ("Ctrl+Enter", self.next_asked),
            ("Alt+Right", self.next_asked),
            ("Alt+Left", self.back_asked),
        ):
            made = QShortcut(QKeySequence(keys), self)
            made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.activated.connect(slot)

    def add_sheet(self, sheet: Sheet) -> None:
        """Put in the page of a step."""
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(sheet)
        self.sheets[sheet.name] = sheet
        self._areas[sheet.name] = area
        self.stack.addWidget(area)

    def show_sheet(self, name: str, last: str) -> None:
        """Show the page of a step; `last` is the key of the button on the last page."""
        place = next(at for at, step in enumerate(self.steps) if step.name == name)
        step = self.steps[place]
        tr.keep(self.heading, f"{step.title}-long")
        tr.keep(self.note, f"{step.title}-help")
        self.stack.setCurrentWidget(self._areas[name])
        self.stepper.set_current(name)
        self.back_button.setVisible(place > 0)
        following = place + 1 < len(self.steps)
        if following:
            tr.keep(self.next_button, "wizard-next", page=tr.tr(self.steps[place + 1].title))
        else:
            tr.keep(self.next_button, last)
        self.next_button.setIcon(icons.icon("chevron-right" if following else "check", "on-accent", trailing=True))
        self.sheets[name].entered()
        self._areas[name].verticalScrollBar().setValue(0)
        self.order_keys()

    def order_keys(self) -> None:
        """Let Tab go from the last field of the page to Back and Next, whatever was put into the page since."""
        page, last = self.stack.currentWidget(), None
        widget = self.nextInFocusChain()
        while widget is not None and widget is not self:
            if page is not None and page.isAncestorOf(widget) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                last = widget
            widget = widget.nextInFocusChain()
        if last is not None:
            self.setTabOrder(last, self.back_button)
            self.setTabOrder(self.back_button, self.next_button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW_UNDER
        self._side.setFixedWidth(_CIRCLES_PX if narrow else _STEPS_PX)
        self.stepper.set_compact(narrow)

    def focusNextPrevChild(self, forward: bool) -> bool:
        self.order_keys()
        return super().focusNextPrevChild(forward)

    def show_count(self, count: int) -> None:
        """How many mistakes are left on this page."""
        self.count.setText(tr.tr("wizard-mistakes", count=count) if count else "")

    def show_notice(self, text: str) -> None:
        """A sentence across the page, or none."""
        self.notice.show_text(text, "danger")
        self.notice.setVisible(bool(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        focused = QApplication.focusWidget()
        if isinstance(focused, QAbstractButton) and not isinstance(focused, CheckBox) and not focused.isCheckable():
            focused.click()
        else:
            self.next_asked.emit()
