"""The bridge between what happened and the screens: three signals, which may be sent from any thread."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from app.base.errors import PanaError


class Hub(QObject):
    """Tells the screens what happened; a screen asks for itself whether it is concerned.

    Signals sent from the writer thread reach the slots of widgets on the GUI thread (queued by Qt).
    """

    facts_recorded = Signal(list)
    """The ids of the cases to which facts were recorded."""
    store_locked = Signal()
    """The store was closed; no screen may show its data any longer."""
    store_unlocked = Signal()
    """The store is open."""
    trouble = Signal(object)
    """A `PanaError` that no screen answered."""

    def recorded(self, cases: Iterable[str]) -> None:
        """Tell that facts were recorded for these cases."""
        self.facts_recorded.emit(list(cases))

    def locked(self) -> None:
        """Tell that the store was locked."""
        self.store_locked.emit()

    def unlocked(self) -> None:
        """Tell that the store was opened."""
        self.store_unlocked.emit()

    def troubled(self, error: PanaError) -> None:
        """Tell of a trouble or refusal that nobody else shows."""
        self.trouble.emit(error)
