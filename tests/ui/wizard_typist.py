"""A process that types into the intake wizard without a pause until it is killed; each key is told on stdout."""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.ui import tr
from app.ui.runner import Runner
from app.ui.theme import apply
from app.ui.wizards.intake import IntakeWizard
from tests.ui.wizard_world import make_desk, type_into

KEY_EVERY_MS = 20
LETTERS = "Мен соғыстан қашып келдім. "


def main(folder: Path) -> int:
    """Make a store and type the account of a person into it."""
    app = QApplication([])
    apply(app, "light")
    tr.set_language("kk")
    desk = make_desk(folder, Runner())
    wizard = IntakeWizard(desk)
    wizard.resize(1126, 768)
    wizard.show()
    wizard.show_page("arrival", "account")
    text = wizard.sheet.forms[-1].binder.editor("account").text
    typed = 0

    def key() -> None:
        nonlocal typed
        type_into(text, LETTERS[typed % len(LETTERS)])
        typed += 1
        sys.stdout.write(f"{time.monotonic()} {typed}\n")
        sys.stdout.flush()

    timer = QTimer()
    timer.timeout.connect(key)
    timer.start(KEY_EVERY_MS)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
