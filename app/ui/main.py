"""Starting the window: application, fonts, theme, and what happens when something unexpected goes wrong."""

import platform
import sys
import traceback
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import qVersion
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from app.base import resources
from app.base.clock import LOCAL, Clock
from app.messages.catalogue import LANGUAGES
from app.services import demo_office, offices
from app.store import places
from app.store.store import APP_VERSION
from app.ui import dialogs, theme, tr
from app.ui.windows.main import MainWindow

REPORTS = "reports"


def run(
    store_folder: Path | None,
    *,
    user: str = "",
    passphrase_hint: str = "",
    demo: bool = False,
    language: str | None = None,
) -> int:
    """Open the window and stay until it is closed; the exit code."""
    app = application()
    window = build_window(store_folder, user=user, passphrase_hint=passphrase_hint, demo=demo, language=language)
    previous = sys.excepthook
    sys.excepthook = Reporter(window)
    window.show()
    try:
        return app.exec()
    finally:
        window.shut_down()
        sys.excepthook = previous


def application() -> QApplication:
    """The one application object, with its name, icon and look."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("Pana")
    app.setApplicationVersion(APP_VERSION)
    app.setWindowIcon(QIcon(str(resources.path("icons", "pana.svg"))))
    theme.apply(app, "light")
    return app


def build_window(
    store_folder: Path | None,
    *,
    user: str = "",
    passphrase_hint: str = "",
    demo: bool = False,
    language: str | None = None,
) -> MainWindow:
    """The window with its unlock page or first start; tests and pictures use it without an event loop of their own."""
    tr.set_language(next((known for known in LANGUAGES if known == language), tr.language()))
    folder = store_folder or (demo_office.store_folder() if demo else offices.default_folder())
    return MainWindow(folder, user=user, hint=passphrase_hint, demo=demo)


class Reporter:
    """Takes what nobody caught: writes a report without personal data, locks the store, tells the user."""

    def __init__(self, window: MainWindow, folder: Path | None = None) -> None:
        self._window = window
        self._folder = folder or places.user_area() / REPORTS
        self.busy = False

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """What `sys.excepthook` is."""
        if issubclass(kind, KeyboardInterrupt):
            self._window.close()
            return
        if self.busy:  # a second fault while the first is told would hide it
            return
        self.busy = True
        path = self._write(report(kind, trace))
        self._window.lock()
        text = tr.tr("pages-fault-text", place=str(path) if path else "—")
        dialogs.tell(self._window, tr.tr("pages-fault"), text, tone="danger")
        self.busy = False

    def _write(self, text: str) -> Path | None:
        now = Clock().now().astimezone(LOCAL)
        path = self._folder / f"pana-{now:%Y%m%d-%H%M%S-%f}.txt"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            path.write_text(head(now) + text, encoding="utf-8")
        except OSError:
            return None
        return path


def head(now: datetime) -> str:
    """The machine and the versions, nothing of the user."""
    return (
        f"Pana {APP_VERSION}\n{now.isoformat(timespec='seconds')}\n"
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()} {platform.release()}\n\n"
    )


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where the fault happened: kind of error, files, lines and functions; never a message, which may hold a name."""
    frames = traceback.extract_tb(trace)
    lines = [f"{'/'.join(Path(frame.filename).parts[-3:])}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join([kind.__name__, *lines]) + "\n"
