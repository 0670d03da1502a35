"""The composition root: streams, log, what happens after a bug, the language, and which part of the program runs.

The log and the reports of bugs hold no personal data: places in the code and kinds of errors, never values.
"""

import contextlib
import logging
import logging.handlers
import os
import sys
import threading
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from app.base.clock import Clock
from app.base.errors import PanaError
from app.cli import arguments, words
from app.cli import main as commands
from app.cli.output import Output, Progress
from app.cli.output import day as day_text
from app.messages import catalogue
from app.services import demo_office, offices
from app.store import places
from app.store.store import APP_VERSION

IMAGING_CHILD = "--imaging-child"
_LOG_BYTES, _LOG_FILES, _REPORTS = 1_000_000, 3, 20
_INTERRUPTED, _PIPE_CLOSED = 130, 141

log = logging.getLogger("pana")


def main(argv: Sequence[str]) -> int:
    """Run the program, and give its exit code."""
    if list(argv[:1]) == [IMAGING_CHILD]:
        return _imaging_child()
    language = words.language_of(argv)
    _settle_streams()
    _settle_bugs(language)
    args = arguments.parse(argv, language)
    if not args.smoke and not args.version:
        _settle_log()  # --smoke leaves nothing on the computer.
    try:
        if args.command == "demo-office":
            return _open_demo_office(args.as_of, Output(language, args.json))
        if args.command is None and not args.smoke and not args.version:
            return _open_own_store()
        code = commands.run(args)
        if args.smoke and code == 0:
            _prove_screens()
        sys.stdout.flush()
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        # Whoever read our answer has seen enough; without this Python complains once more when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _PIPE_CLOSED
    return code


# -- windows ----------------------------------------------------------------------------------------------------------


def open_window(store_folder: Path | None, *, user: str, passphrase_hint: str = "", demo: bool = False) -> int:
    """Open the window on a store, or the first-start wizard when there is none; the exit code of the program.

    *Shape*: `passphrase_hint` stands in the unlock field, for a demo office only.
    """
    from app.ui import main as screens

    return screens.run(store_folder, user=user, passphrase_hint=passphrase_hint, demo=demo)


def _open_own_store() -> int:
    folder = offices.default_folder()
    if not offices.holds_store(folder):
        return open_window(None, user="")
    try:
        user = offices.only_user(folder)
    except PanaError:
        user = ""  # The window says what is wrong with the store, where the clerk can read it.
    return open_window(folder, user=user)


def _open_demo_office(as_of: object, output: Output) -> int:
    from datetime import date

    def kept(made: date) -> None:
        sentence = output.text("cli-demo-kept", day=day_text(made), folder=str(demo_office.folder()))
        sys.stderr.write(sentence + "\n")

    day = as_of if isinstance(as_of, date) else None
    try:
        folder = demo_office.prepare(as_of=day, progress=Progress("cli-demo-progress", output), kept=kept)
    except PanaError as error:
        output.error(error)
        return 1
    return open_window(folder, user=demo_office.USER, passphrase_hint=demo_office.PASSPHRASE, demo=True)


def _prove_screens() -> None:
    """The part of `--smoke` that needs Qt: an application starts and knows our fonts."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance() or QApplication(["pana"])
    log.info("screens: %s", application.applicationName())


def _imaging_child() -> int:
    from app.imaging import child

    return int(child.main() or 0)


# -- streams, log, bugs -----------------------------------------------------------------------------------------------


def _settle_streams() -> None:
    """Names in four scripts go through any console."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


class Discreet(logging.Formatter):
    """Writes the sentence of the code, not what was put into it, and of an error only its kind and places."""

    def format(self, record: logging.LogRecord) -> str:
        """One line, and the places of an error below it."""
        line = f"{self.formatTime(record)} {record.levelname} {record.name}: {record.msg}"
        kind, error, _trace = record.exc_info or (None, None, None)
        return f"{line}\n{places_of(error)}" if kind and error else line


def places_of(error: BaseException) -> str:
    """The kinds of an error and of its causes, and where in the code they came from; no message, no value."""
    lines: list[str] = []
    known: BaseException | None = error
    while known is not None:
        code = f" {known.code}" if isinstance(known, PanaError) else ""
        lines.append(f"{type(known).__module__}.{type(known).__qualname__}{code}")
        for frame in traceback.extract_tb(known.__traceback__):
            parts = Path(frame.filename).parts[-3:]
            lines.append(f"  {'/'.join(parts)}:{frame.lineno} {frame.name}")
        known = known.__cause__ or known.__context__
    return "\n".join(lines)


def _settle_log() -> None:
    """Log to the user's own area; a computer where nothing can be written there still works."""
    folder = places.user_area() / "log"
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            folder / "pana.log", maxBytes=_LOG_BYTES, backupCount=_LOG_FILES, encoding="utf-8", delay=True
        )
        handler.setFormatter(Discreet())
        handler.setLevel(logging.INFO)
        root = logging.getLogger()
        root.addHandler(handler)
        root.setLevel(logging.INFO)


def report(error: BaseException) -> Path | None:
    """Write what is known of a bug, without personal data, and give the file; None where nothing can be written."""
    folder = places.user_area() / "reports"
    name = Clock().now().strftime("bug-%Y%m%d-%H%M%S-%f.txt")
    about = f"Pana {APP_VERSION}, Python {sys.version.split()[0]}, {sys.platform}\n{places_of(error)}\n"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for old in sorted(folder.glob("bug-*.txt"))[: -_REPORTS + 1]:
            old.unlink(missing_ok=True)
        places.write_durably(folder / name, about.encode("utf-8"))
    except (OSError, PanaError):
        return None
    return folder / name


def _settle_bugs(language: catalogue.Language) -> None:
    """Nobody sees a trace: a bug is reported to a file and said in one sentence."""

    def said(kind: type[BaseException], error: BaseException | None, _trace: TracebackType | None) -> None:
        if error is None or issubclass(kind, KeyboardInterrupt):
            return
        written = report(error)
        sentence = catalogue.text("cli-bug", language, file=str(written) if written else "-")
        with contextlib.suppress(OSError, ValueError, AttributeError):
            sys.stderr.write(sentence + "\n")

    sys.excepthook = said
    threading.excepthook = lambda hook: said(hook.exc_type, hook.exc_value, hook.exc_traceback)
