"""The pages of a paper as pictures, one under another; drawn on the reader thread, never by the window itself."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.base.errors import PanaError
from app.imaging.pages import page_count, render_pdf
from app.ui import tr
from app.ui.runner import Runner

SCREEN_DPI = 96
ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)


class Pixels(NamedTuple):
    """One page: width, height, rows of red, green and blue."""

    width: int
    height: int
    data: bytes

    def image(self) -> QImage:
        """The page as a picture of Qt; the bytes are copied."""
        return QImage(self.data, self.width, self.height, self.width * 3, QImage.Format.Format_RGB888).copy()


def render(data: bytes, dpi: float) -> list[Pixels]:
    """All pages of a paper.

    *Units*: dots per inch. *Trouble*: `paper.damaged`.
    """
    return [Pixels(*render_pdf(data, page, dpi)) for page in range(page_count(data))]


class PaperView(QScrollArea):
    """Shows a paper. Ctrl and plus, minus or 0 zoom; Page Up and Down, Home and End move."""

    drawn = Signal(int)
    """How many pages are shown."""
    failed = Signal(object)
    zoomed = Signal(float)

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._data = b""
        self.zoom = 0.0
        """0 fits the width of the view."""
        self._natural = 794.0
        """How wide the widest page is at zoom 1; A4 until a page was drawn."""
        self.pages: list[QLabel] = []
        self._inner = QWidget()
        self._inner.setProperty("surface", "desk")
        self._box = QVBoxLayout(self._inner)
        self._box.setContentsMargins(16, 16, 16, 16)
        self._box.setSpacing(16)
        self.setWidget(self._inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # always there: a bar that comes and goes would change the width that the page is fitted to
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setProperty("surface", "desk")
        tr.keep(self, "pages-preview-paper", "setAccessibleName")
        self.viewport().installEventFilter(self)

    def show_paper(self, data: bytes) -> None:
        """Show the pages of a PDF; empty bytes show nothing."""
        self._data = data
        self._place([])
        self._draw()

    def set_zoom(self, zoom: float) -> None:
        """Show the paper so large; 1 is the size of the sheet, 0 fits the width."""
        self.zoom = zoom
        self._draw()
        self.zoomed.emit(self.scale())

    def step(self, by: int) -> None:
        """The next larger or smaller zoom."""
        now = self.scale()
        listed = [zoom for zoom in ZOOMS if (zoom > now + 0.01 if by > 0 else zoom < now - 0.01)]
        if listed:
            self.set_zoom(listed[0] if by > 0 else listed[-1])

    def scale(self) -> float:
        """The zoom in force; what fits the width is known once the first page was drawn."""
        return self.zoom or min(max((self.viewport().width() - 40) / self._natural, 0.4), 1.5)

    def _draw(self) -> None:
        if not self._data:
            return
        data, ratio = self._data, self.devicePixelRatioF()
        dpi = SCREEN_DPI * self.scale() * ratio
        self._runner.read(
            lambda: render(data, dpi),
            lambda pages: self._show(pages, ratio, dpi),
            self._on_failed,
            owner=self,
            key=("paper", id(self)),
        )

    def _show(self, pages: Sequence[Pixels], ratio: float, dpi: float) -> None:
        wide = max((page.width for page in pages), default=0) * SCREEN_DPI / dpi
        if wide and abs(wide - self._natural) > 1 and not self.zoom:
            self._natural = wide
            self.zoomed.emit(self.scale())
            self._draw()
            return
        pixmaps = []
        for page in pages:
            pixmap = QPixmap.fromImage(page.image())
            pixmap.setDevicePixelRatio(ratio)
            pixmaps.append(pixmap)
        self._place(pixmaps)
        self.drawn.emit(len(pixmaps))

    def _place(self, pixmaps: list[QPixmap]) -> None:
        while len(self.pages) > len(pixmaps):
            old = self.pages.pop()
            old.hide()
            old.deleteLater()
        while len(self.pages) < len(pixmaps):
            self._add()
        for number, (label, pixmap) in enumerate(zip(self.pages, pixmaps, strict=True), 1):
            label.setPixmap(pixmap)
            label.setFixedSize(pixmap.deviceIndependentSize().toSize() + QSize(2, 2))
            label.setAccessibleName(tr.tr("pages-page-of", page=number, pages=len(pixmaps)))

    def _add(self) -> None:
        sheet = QLabel()
        sheet.setProperty("surface", "sheet")
        self._box.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.pages.append(sheet)

    def _on_failed(self, error: PanaError) -> None:
        self.failed.emit(error)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        steps = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
        bar = self.verticalScrollBar()
        ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        if control and event.key() in steps:
            self.step(steps[Qt.Key(event.key())])
        elif control and event.key() == Qt.Key.Key_0:
            self.set_zoom(0)
        elif event.key() in ends:
            bar.setValue(ends[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.zoom and abs(event.oldSize().width() - event.size().width()) > 8:
            self._draw()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        control = QApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier
        if event.type() == QEvent.Type.Wheel and control:
            self.step(1 if event.angleDelta().y() > 0 else -1)  # type: ignore[attr-defined]
            return True
        return super().eventFilter(watched, event)
