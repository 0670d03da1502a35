"""Printing a paper as pictures of 300 dots per inch; the name of the job never holds personal data."""

from collections import deque
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from app.ui.pages.paper_view import Pixels

DPI = 300


class ChoosePrinter:
    """Asks for a printer; a test queues a file to print into with `set_next_answer`."""

    def __init__(self) -> None:
        self._answers: deque[Path | None] = deque()

    def set_next_answer(self, file: Path | None) -> None:
        """Print the next paper into a file, or refuse to print it."""
        self._answers.append(file)

    def __call__(self, parent: QWidget, job: str) -> QPrinter | None:
        """A printer that is ready, or None."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(job)
        printer.setResolution(DPI)
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        if self._answers:
            file = self._answers.popleft()
            if file is None:
                return None
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(str(file))
            return printer
        dialog = QPrintDialog(printer, parent)
        said = dialog.exec()
        dialog.deleteLater()
        return printer if said == QDialog.DialogCode.Accepted else None


choose_printer = ChoosePrinter()


def print_pages(printer: QPrinter, pages: Sequence[Pixels]) -> bool:
    """Print pages in their own size; false when the printer does not begin."""
    printer.setFullPage(True)
    painter = QPainter()
    for number, page in enumerate(pages):
        wide = page.width > page.height
        way = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
        printer.setPageOrientation(way)
        begun = painter.begin(printer) if number == 0 else printer.newPage()
        if not begun:
            return False
        scale = printer.resolution() / DPI
        painter.drawImage(QRectF(0, 0, page.width * scale, page.height * scale), page.image())
    painter.end()
    return True
