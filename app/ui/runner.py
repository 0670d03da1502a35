"""The writer and the reader thread of the screens; answers come back on the GUI thread. No store is opened here.

The jobs are callables without arguments: each uses the connection of its own thread.
"""

import sys
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from threading import Event
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.base.errors import PanaError

T = TypeVar("T")
Failed = Callable[[PanaError], object]


@dataclass(eq=False)
class Ticket:
    """One job on its way; `cancel` takes it out of the queue or, if it runs, drops its answer."""

    future: "Future[Any]"
    owner: QObject
    done: Callable[[Any], object]
    failed: Failed | None
    key: Hashable = None
    reads: bool = True
    dropped: bool = False

    def cancel(self) -> None:
        """No answer is wanted any longer."""
        self.dropped = True
        self.future.cancel()

    @property
    def waiting(self) -> bool:
        """True until the answer was given or dropped."""
        return not self.dropped and shiboken6.isValid(self.owner)


class Runner(QObject):
    """One queue for reading, one for writing; each runs its jobs one after the other."""

    trouble = Signal(object)
    """A `PanaError` whose caller gave no `failed`, or is gone."""
    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = ThreadPoolExecutor(1, "pana-reader")
        self._writer = ThreadPoolExecutor(1, "pana-writer")
        self._newest: dict[Hashable, Ticket] = {}
        self._open = True
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)

    def read(
        self,
        job: Callable[[], T],
        done: Callable[[T], object],
        failed: Failed | None = None,
        *,
        owner: QObject,
        key: Hashable = None,
    ) -> Ticket:
        """Ask the reader thread; with a `key`, only the newest question of that key is answered.

        *Shape*: `done` and `failed` are called on the GUI thread, and not at all once `owner` is destroyed.
        """
        if key is not None and key in self._newest:
            self._newest.pop(key).cancel()
        if not self._open:  # a list that asks while the window closes is not answered
            return Ticket(Future(), owner, done, failed, key, dropped=True)
        ticket = self._submit(Ticket(self._reader.submit(job), owner, done, failed, key))
        if key is not None:
            self._newest[key] = ticket
        return ticket

    def write(
        self,
        job: Callable[[], T],
        done: Callable[[T], object],
        failed: Failed | None = None,
        *,
        owner: QObject,
    ) -> Ticket:
        """Have the writer thread do something; it is done even if `owner` goes away meanwhile."""
        return self._submit(Ticket(self._writer.submit(job), owner, done, failed, reads=False))

    def _submit(self, ticket: Ticket) -> Ticket:
        ticket.future.add_done_callback(lambda _future: self._tell(ticket))
        return ticket

    def _tell(self, ticket: Ticket) -> None:
        if self._open and not ticket.future.cancelled():
            self._answered.emit(ticket)

    @Slot(object)
    def _on_answered(self, ticket: Ticket) -> None:
        if ticket.key is not None and self._newest.get(ticket.key) is ticket:
            del self._newest[ticket.key]
        waiting, ticket.dropped = ticket.waiting, True
        error = ticket.future.exception()
        if isinstance(error, PanaError):
            self._refuse(error, ticket, waiting)
        elif error is not None:
            sys.excepthook(type(error), error, error.__traceback__)
        elif waiting:
            ticket.done(ticket.future.result())

    def _refuse(self, error: PanaError, ticket: Ticket, waiting: bool) -> None:
        if waiting and ticket.failed is not None:
            ticket.failed(error)
        elif waiting or not ticket.reads:  # a read that nobody waits for may fail unseen, a write may not
            self.trouble.emit(error)

    def shutdown(self) -> None:
        """Finish what is being written, drop what waits to be read, and join both threads."""
        self._open = False
        self._reader.shutdown(wait=True, cancel_futures=True)
        self._writer.shutdown(wait=True)
        self._newest.clear()


class Progress(QObject):
    """How far a long job is: the job calls `report` and looks at `cancelled`, the screen connects `stepped`."""

    stepped = Signal(int, int)
    """Done, of how many."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = Event()

    def report(self, done: int, total: int) -> None:
        """Tell how far the job is; from any thread."""
        self.stepped.emit(done, total)

    def cancel(self) -> None:
        """Ask the job to stop at its next slice."""
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        """True when the user asked to stop."""
        return self._stop.is_set()
