"""The button below the acts of a case file whose menu holds the acts for which there is no room."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSizePolicy

from app.ui import icons, tr
from app.ui.pages.case_action import Action
from app.ui.widgets.basic import PressButton


class MoreButton(PressButton):
    """Opens by Space, Enter or the mouse; `acts` are its entries by the name of the act."""

    def __init__(self) -> None:
        super().__init__()
        self.acts: dict[str, QAction] = {}
        self.setAutoDefault(False)
        self.setIcon(icons.icon("menu"))
        self.setIconSize(QSize(23, 18))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        tr.keep(self, "acts-more")
        self._entries = QMenu(self)
        self.setMenu(self._entries)
        self.hide()

    def offer(self, actions: Iterable[Action], starter: Callable[[Action], Callable[[], None]]) -> None:
        """Offer these acts, in the language of the screen; none hides the button."""
        self._entries.clear()
        self.acts = {}
        for action in actions:
            made = self._entries.addAction(icons.icon(action.icon), tr.tr(action.key))
            begin = starter(action)
            made.triggered.connect(lambda _on=False, begin=begin: begin())
            self.acts[action.name] = made
        self.setVisible(bool(self.acts))
