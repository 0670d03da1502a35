"""From the start of the process to the drawn unlock screen, beside a process that only makes a QApplication."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import _bench as b

AT_MOST = 2.5

OURS = """
import os, sys
from app import bootstrap
from app.ui import main as screens
from PySide6.QtCore import QTimer
from app.ui.pages.unlock import UnlockPage

build = screens.build_window

def watched(*rest, **more):
    window = build(*rest, **more)
    timer = QTimer(window)

    def look():
        page = window.findChild(UnlockPage)
        if page is not None and page.isVisible():
            window.repaint()
            os._exit(0)

    timer.timeout.connect(look)
    timer.start(1)
    return window

screens.build_window = watched
bootstrap.main(["demo-office"])
os._exit(1)
"""
"""The program as it is; only the moment of the first drawing is watched for, and ends it."""

RAW = "import os; from PySide6.QtWidgets import QApplication; QApplication([]); os._exit(0)"
BARE = "import os; os._exit(0)"


def started(code: str, home: Path) -> float:
    """The seconds of a whole process."""
    variables = {**os.environ, "XDG_DATA_HOME": str(home), "LOCALAPPDATA": str(home), "PYTHONPATH": str(b.ROOT)}
    # Compiled modules are kept, as on a user's computer; an environment that forbids it would time the compiler.
    variables |= {"PYTHONPYCACHEPREFIX": str(home / "compiled")}
    variables.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-P", "-c", code]
    return b.timed(
        lambda: subprocess.run(command, env=variables, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    )


def prepared(home: Path) -> None:
    """A demo office, so that its making is not measured."""
    started("from app.services import demo_office; demo_office.prepare()", home)


def main() -> None:
    """Print the lines."""
    chosen = b.options()
    with b.scratch() as home:
        prepared(home)
        found = b.interleaved(3 * chosen.rounds, lambda: started(OURS, home), lambda: started(RAW, home))
        bare = [started(BARE, home) for _ in range(chosen.rounds)]
    b.compare("start of the process to the unlock screen drawn", found, at_most=AT_MOST)
    b.line("start of Python alone (informative)", "-", b.spread(bare, b.ms), "-")


if __name__ == "__main__":
    main()
