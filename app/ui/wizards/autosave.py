"""Keeps a draft on the disk while it is typed: never older than a second, written by the writer thread.

The timer is not started anew by each key: who types without a pause is saved without a pause.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from app.base.errors import PanaError
from app.services import drafts
from app.ui.wizards.seam import WizardDesk

DELAY_MS = 400
RETRY_MS = 3000


class AutoSave(QObject):
    """Saves what `content()` gives (body and focus) some time after `touch()`, and at once with `flush()`."""

    saved = Signal(object)
    """When the draft was saved: milliseconds since 1970, UTC."""
    failed = Signal(object)
    """A `PanaError`: the draft is not on the disk; it is tried again."""

    def __init__(
        self,
        desk: WizardDesk,
        flow: str,
        content: Callable[[], tuple[bytes, str]],
        parent: QObject,
        draft_id: str = "",
    ) -> None:
        super().__init__(parent)
        self._desk, self._flow, self._content = desk, flow, content
        self.draft_id = draft_id or drafts.new_id(desk.store)
        self.kept = bool(draft_id)
        """True when a draft of this id stands in the store."""
        self._last: tuple[bytes, str] | None = None
        self._ended = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)

    def touch(self) -> None:
        """Something was typed."""
        if not self._ended and not self._timer.isActive():
            self._timer.start(DELAY_MS)

    def flush(self) -> None:
        """Save now what was not saved yet; the writer thread does it."""
        self._timer.stop()
        content = self._content()
        if self._ended or content == self._last:
            return
        self._last = content
        store, actor, flow, draft_id = self._desk.store, self._desk.actor, self._flow, self.draft_id
        body, focus = content
        self._desk.runner.write(
            lambda: drafts.save(store, actor, draft_id, flow, body, focus), self._on_saved, self._on_failed, owner=self
        )
        self.kept = True

    def end(self) -> None:
        """Save nothing any more: the store is locked. What was typed was handed over by `flush` before."""
        self._ended = True
        self._timer.stop()

    @property
    def waiting(self) -> bool:
        """True while something typed has not been handed to the writer."""
        return self._timer.isActive()

    def drop(self) -> None:
        """Forget the draft; nothing is saved any more."""
        self.end()
        if self.kept:
            store, actor, draft_id = self._desk.store, self._desk.actor, self.draft_id
            self._desk.runner.write(lambda: drafts.drop(store, actor, draft_id), lambda _none: None, owner=self)

    def _on_saved(self, at_ms: int) -> None:
        self.saved.emit(at_ms)

    def _on_failed(self, error: PanaError) -> None:
        self._last = None
        if not self._ended:
            self._timer.start(RETRY_MS)
        self.failed.emit(error)
