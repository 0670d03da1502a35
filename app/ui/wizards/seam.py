"""What a wizard asks of the desk that it stands on; the desk itself is `app/ui/desk.py`."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject

from app.domain.commands import Command
from app.domain.permissions import Actor
from app.services.acts import Outcome
from app.store.store import Store
from app.ui.hub import Hub
from app.ui.runner import Failed, Runner


class WizardDesk(Protocol):
    """An open store, who works at it, the two threads, and the door for commands."""

    store: Store
    actor: Actor
    runner: Runner
    hub: Hub

    def perform(
        self,
        command: Command,
        done: Callable[[Outcome], object],
        failed: Failed | None = None,
        owner: QObject | None = None,
        *,
        draft: str = "",
    ) -> object:
        """Carry out a command on the writer thread; the draft it came from goes in the same transaction."""
