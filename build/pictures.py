"""Screenshots of every screen, light and dark, and the certificate, for docs/pictures: a demo office of a fixed day.

    python build/pictures.py [FOLDER] [--only NAME]

Everything happens in a temporary folder; the pictures are the same on every machine but for the portraits' encoding.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_SCALE_FACTOR"] = "1"

from PIL import Image  # noqa: E402
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer  # noqa: E402
from PySide6.QtGui import QImage  # noqa: E402
from PySide6.QtWidgets import QWidget  # noqa: E402

from app.base.clock import LOCAL  # noqa: E402
from app.domain.commands import RecordAnswer, TakeDecision  # noqa: E402
from app.domain.facts.values import GroundChosen  # noqa: E402
from app.services import acts, demo, demo_office, papers  # noqa: E402
from app.store.rows.cases import Filter, list_ids, rows_by_id  # noqa: E402
from app.store.store import Store  # noqa: E402
from app.ui import tr  # noqa: E402
from app.ui.main import application, build_window  # noqa: E402
from app.ui.pages.act_dialog import ActDialog  # noqa: E402
from app.ui.pages.paper_view import render  # noqa: E402
from app.ui.theme import apply  # noqa: E402
from app.ui.windows.main import MainWindow  # noqa: E402

AS_OF = date(2026, 11, 25)
EVENING = datetime(2026, 11, 25, 17, 30, tzinfo=LOCAL)
SIZE = (1366, 768)
COLOURS = 200
LIMIT_MS = 20_000
PATIENCE_MS = 350


class Studio:
    """A window on the demo office, and a camera."""

    def __init__(self, folder: Path, target: Path, only: str) -> None:
        self.app = application()
        self.app.setCursorFlashTime(0)
        self.target, self.only = target, only
        self.store_folder = folder / "store"
        self.case, self.refused, self.paper = prepare(self.store_folder)
        self.window = self.open(self.store_folder)

    def open(self, place: Path, **more: Any) -> MainWindow:
        """A window of the size of a small screen."""
        window = build_window(place, language="kk", **more)
        window.resize(*SIZE)
        window.show()
        return window

    def until(self, done: Callable[[], bool]) -> None:
        """Let events happen until something is true, or give up."""
        loop, timer, limit = QEventLoop(), QTimer(), QTimer()
        timer.timeout.connect(lambda: loop.quit() if done() else None)
        limit.setSingleShot(True)
        limit.timeout.connect(loop.quit)
        timer.start(20)
        limit.start(LIMIT_MS)
        if not done():
            loop.exec()
        if not done():
            raise SystemExit("A screen did not come.")

    def settle(self) -> None:
        """Let the two threads and the screen come to rest."""
        loop = QEventLoop()
        QTimer.singleShot(PATIENCE_MS, loop.quit)
        loop.exec()

    def shoot(self, name: str, widget: QWidget | None = None) -> None:
        """One picture in light and one in dark."""
        if self.only and self.only not in name:
            return
        for mode in ("light", "dark"):
            apply(self.app, mode)  # type: ignore[arg-type]
            self.settle()
            save((widget or self.window).grab().toImage(), self.target / f"{name}-{mode}.png")
        apply(self.app, "light")

    def sign_in(self) -> None:
        """Type the passphrase."""
        page = self.window._outer.currentWidget()
        page.unlock()  # type: ignore[union-attr]
        self.until(lambda: self.window.desk is not None)
        self.settle()


def prepare(folder: Path) -> tuple[str, str, str]:
    """A demo office of the fixed day; one family on its way, one refused, one certificate."""
    store = demo_office.create(folder)
    demo.fill(store, as_of=AS_OF)
    store.set_clock(EVENING)
    actor = store.actor(demo_office.USER)
    case, refused = _pending(store)
    acts.perform(store, actor, RecordAnswer(case=refused, to="fingerprints", result="done", reference="AFIS-2026-771"))
    grounds = (GroundChosen(code="A12-01", reason="Қудалау қаупі расталмады"),)
    acts.perform(store, actor, TakeDecision(case=refused, kind="refuse", grounds=grounds))
    issued = papers.issue(store, actor, case, "certificate")
    store.close()
    return case, refused, issued.paper.id


def _pending(store: Store) -> tuple[str, str]:
    """The case with the largest family whose fingerprints are open, and another one."""
    with store.reading() as connection:
        ids = list_ids(connection, Filter(status="asylum_seeker"), "registered", descending=True)
        rows = rows_by_id(connection, ids)
    size: dict[str, int] = {}
    for row in rows:
        size[row.case] = size.get(row.case, 0) + 1
    waiting = [row.case for row in rows if row.due_kind == "fingerprints"] or [row.case for row in rows]
    best = max(waiting, key=lambda case: size[case])
    return best, next(case for case in waiting if case != best)


def save(image: QImage, path: Path) -> None:
    """A small PNG: a palette of the colours that are there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    raw = bytes(image.constBits())
    picture = Image.frombytes("RGB", (image.width(), image.height()), raw, "raw", "RGB", image.bytesPerLine())
    small = picture.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    small.save(path, optimize=True)
    print(f"{path.name}: {path.stat().st_size // 1024} KB")


def main() -> int:
    """Make the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", nargs="?", type=Path, default=ROOT / "docs" / "pictures")
    parser.add_argument("--only", default="", help="only pictures whose name holds this word")
    args = parser.parse_args()
    target = args.target.absolute()
    with tempfile.TemporaryDirectory(prefix="pana-pictures-") as made:
        os.chdir(made)  # so that no picture shows a folder of this machine
        studio = Studio(Path("pana"), target, args.only)
        _covers(studio, Path("pana"))
        _pages(studio)
        _papers(studio)
        _wizards(studio)
        studio.window.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        os.chdir(ROOT)
    return 0


def _covers(studio: Studio, folder: Path) -> None:
    first = studio.open(folder / "nothing")
    studio.settle()
    studio.shoot("first-start", first)
    first.close()
    studio.window.close()
    studio.window = studio.open(studio.store_folder, user=demo_office.USER, passphrase_hint="demo", demo=True)
    studio.until(lambda: hasattr(studio.window._outer.currentWidget(), "unlock"))
    studio.shoot("unlock")
    studio.sign_in()


def _pages(studio: Studio) -> None:
    window = studio.window
    window.show_page("today")
    studio.shoot("today")
    window.show_page("cases")
    studio.settle()
    studio.shoot("cases")
    window.open_case(studio.case)
    for tab in ("overview", "family", "history", "deadlines", "papers"):
        window.page("case").show_tab(tab)  # type: ignore[attr-defined]
        studio.settle()
        studio.shoot(f"case-{tab}")
    window.page("case").buttons["fingerprints"].click()  # type: ignore[attr-defined]
    studio.settle()
    dialog = window.findChild(ActDialog)
    if dialog is not None:
        studio.shoot("case-act", dialog)
        dialog.reject()
    for page in ("exchange", "settings", "help"):
        if page == "help":
            window.help_asked.emit("cases")
        else:
            window.show_page(page)
        studio.settle()
        studio.shoot(page)


def _wizards(studio: Studio) -> None:
    window = studio.window
    window.open_intake()
    studio.settle()
    studio.shoot("intake")
    window.page("wizard").closed.emit()  # type: ignore[attr-defined]
    studio.settle()
    window.open_decision(studio.case)
    studio.settle()
    studio.shoot("decision")
    window.page("wizard").closed.emit()  # type: ignore[attr-defined]
    studio.settle()


def _papers(studio: Studio) -> None:
    window = studio.window
    window.open_paper(studio.case, studio.paper)
    studio.until(lambda: bool(window.page("paper").view.pages))  # type: ignore[attr-defined]
    studio.shoot("paper")
    shown = window.page("paper").current  # type: ignore[attr-defined]
    if shown is not None and (not studio.only or studio.only in "certificate"):
        page = render(shown.data, 110)[0]
        save(page.image(), studio.target / "certificate.png")
    window.show_page("today")
    tr.set_language("kk")


if __name__ == "__main__":
    sys.exit(main())
