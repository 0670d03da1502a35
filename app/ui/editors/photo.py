"""A photo: chosen from a file or dropped, read and checked on the reader thread, then previewed.

What a picture may be is not decided here: `check` (from `app.services`) answers clean bytes or refuses.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.base.errors import PanaError, Trouble
from app.ui import dialogs, icons, tr
from app.ui.editors.editor import Editor
from app.ui.runner import Runner
from app.ui.widgets.basic import PressButton

LIMIT_MB = 20
_PREVIEW = QSize(105, 140)


def read_file(path: Path) -> bytes:
    """The bytes of a chosen file.

    *Trouble*: `ui.file_unreadable`, `ui.file_too_large`.
    """
    try:
        if path.stat().st_size > LIMIT_MB * 1024 * 1024:
            raise Trouble("ui.file_too_large", limit=LIMIT_MB)
        return path.read_bytes()
    except OSError as error:
        raise Trouble("ui.file_unreadable", name=path.name) from error


class _Drop(QFrame):
    """The frame that takes a dropped file."""

    dropped = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "drop")
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = next((url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()), "")
        if path:
            event.acceptProposedAction()
            self.dropped.emit(path)


class PhotoEditor(Editor):
    """Choose, drop, preview or remove a photo; the value is the checked bytes, or none."""

    failed = Signal(object)
    """A `PanaError`: the file could not be read or is no photo for a certificate."""

    def __init__(
        self, runner: Runner, parent: QWidget | None = None, *, check: Callable[[bytes], bytes] = bytes
    ) -> None:
        self.drop = _Drop()
        super().__init__(self.drop, parent)
        self._runner, self._check = runner, check
        self._bytes: bytes | None = None
        self.picture = QLabel()
        self.picture.setFixedSize(_PREVIEW)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.choose_button = _button("ui-photo-choose", "upload", self._on_choose)
        self.remove_button = _button("ui-photo-remove", "trash-2", self._on_remove)
        self._lay_out()
        self.setFocusProxy(self.choose_button)
        self.drop.dropped.connect(lambda path: self.take(Path(path)))
        self._show()

    def _lay_out(self) -> None:
        hint = QLabel()
        hint.setProperty("role", "hint")
        hint.setWordWrap(True)
        tr.keep(hint, "ui-photo-drop", limit=LIMIT_MB)
        side = QVBoxLayout()
        side.addStretch(1)
        for widget in (self.choose_button, self.remove_button):
            side.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        side.addWidget(hint)
        side.addStretch(1)
        row = QHBoxLayout(self.drop)
        row.setContentsMargins(12, 12, 12, 12)
        row.setSpacing(16)
        row.addWidget(self.picture)
        row.addLayout(side, 1)

    def value(self) -> bytes | None:
        return self._bytes

    def set_value(self, value: Any) -> None:
        self._bytes = value if isinstance(value, bytes) else None
        self._show()

    def set_name(self, name: str, description: str = "") -> None:
        super().set_name(name, description)
        self.picture.setAccessibleName(name)

    def take(self, path: Path) -> None:
        """Read and check a file; the answer is `changed`, or `failed`."""
        check = self._check
        self._runner.read(lambda: check(read_file(path)), self._on_read, self._on_failed, owner=self, key=id(self))

    def _on_choose(self) -> None:
        path = dialogs.choose_file(self, tr.tr("ui-photo-choose"), tr.tr("ui-files-pictures") + " (*.jpg *.jpeg *.png)")
        if path is not None:
            self.take(path)

    def _on_read(self, content: bytes) -> None:
        self._bytes = content
        self._show()
        self.changed.emit()

    def _on_failed(self, error: PanaError) -> None:
        self.failed.emit(error)
        self.refused.emit(error)

    def _on_remove(self) -> None:
        self._bytes = None
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self.remove_button.setVisible(self._bytes is not None)
        pixmap = QPixmap()
        if self._bytes is not None and pixmap.loadFromData(self._bytes):
            scale = self.devicePixelRatioF()
            pixmap = pixmap.scaled(
                _PREVIEW * scale, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            pixmap.setDevicePixelRatio(scale)
            self.picture.setPixmap(pixmap)
        else:
            self.picture.setPixmap(icons.icon("user", "faint").pixmap(QSize(48, 48)))


def _button(key: str, icon: str, slot: Callable[[], object]) -> QPushButton:
    button = PressButton()
    button.setIcon(icons.icon(icon))
    button.setIconSize(QSize(23, 18))
    button.setAutoDefault(False)
    tr.keep(button, key)
    button.clicked.connect(lambda _on=False: slot())
    return button
