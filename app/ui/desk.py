"""The desk: what a signed-in window has. Screens read and act through it; no widget lives here.

Queries run on the reader thread, acts on the writer thread; answers come back on the GUI thread.
"""

from collections.abc import Callable, Hashable
from datetime import date
from typing import Any, TypeVar

from PySide6.QtCore import QObject

from app.base.errors import PanaError
from app.domain.commands import Command
from app.domain.permissions import Actor, allowed
from app.messages.catalogue import Language
from app.services import acts, offices
from app.services.acts import Outcome
from app.store.store import Store
from app.ui import tr
from app.ui.hub import Hub
from app.ui.runner import Failed, Runner, Ticket

T = TypeVar("T")


class Desk(QObject):
    """An open store, who works at it, and the two threads."""

    def __init__(
        self, store: Store, actor: Actor, name: str, runner: Runner, hub: Hub, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.store = store
        self.actor = actor
        self.name = name
        self.runner = runner
        self.hub = hub
        store.on_committed.append(self._committed)

    @property
    def language(self) -> Language:
        """The language of the screens."""
        return tr.language()

    @property
    def today(self) -> date:
        """The date of the store's clock."""
        return self.store.clock.today()

    def allowed(self, command: str) -> bool:
        """True when this user may give a command in this office."""
        return allowed(self.actor, command)

    def read(
        self,
        query: Callable[[Any], T],
        done: Callable[[T], object],
        owner: QObject,
        key: Hashable = None,
        failed: Failed | None = None,
    ) -> Ticket:
        """Ask the store on the reader thread; `query` gets a connection that can only read.

        *Shape*: with a `key` only the newest question of that key is answered.
        """

        def job() -> T:
            with self.store.reading() as connection:
                return query(connection)

        return self.runner.read(job, done, failed, owner=owner, key=key)

    def write(
        self, job: Callable[[], T], done: Callable[[T], object], failed: Failed | None = None, *, owner: QObject
    ) -> Ticket:
        """Have the writer thread call a service."""
        return self.runner.write(job, done, failed, owner=owner)

    def perform(
        self,
        command: Command,
        done: Callable[[Outcome], object],
        failed: Failed | None = None,
        owner: QObject | None = None,
        *,
        draft: str = "",
    ) -> Ticket:
        """Carry out a command on the writer thread; `done` is called when its facts are on the disk.

        The draft it came from goes in the same transaction.
        """
        return self.runner.write(
            lambda: acts.perform(self.store, self.actor, command, draft=draft), done, failed, owner=owner or self
        )

    def lock(self, done: Callable[[], object] = lambda: None) -> None:
        """Sign out and close the store; what is being written is finished first."""
        self.runner.write(self.close, lambda _none: self._locked(done), owner=self)

    def close(self) -> None:
        """Sign out and close the store on this thread."""
        if self._committed in self.store.on_committed:
            self.store.on_committed.remove(self._committed)
        try:
            offices.sign_out(self.store, self.actor)
        except PanaError as error:
            self.hub.troubled(error)
        finally:
            self.store.close()

    def _locked(self, done: Callable[[], object]) -> None:
        self.hub.locked()
        done()

    def _committed(self, touched: tuple[str, ...], _facts: object) -> None:
        """Called on the writer thread after each commit."""
        self.hub.recorded(touched)
