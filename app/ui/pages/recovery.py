"""The last step of the first start: the recovery sheet is seen, saved or printed, and said to be in safe hands."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.base.errors import PanaError
from app.store import places
from app.ui import dialogs, tr
from app.ui.editors.choices import CheckBox
from app.ui.pages.paper_view import PaperView, Pixels, render
from app.ui.pages.printer import DPI, choose_printer, print_pages
from app.ui.runner import Runner
from app.ui.widgets.basic import button, label

SHEET = "pana-recovery-sheet.pdf"


class RecoveryStep(QWidget):
    """`confirmed` when the box is ticked, `told(sentence, tone)` after saving or printing."""

    confirmed = Signal(bool)
    told = Signal(str, str)

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._data = b""
        self.view = PaperView(runner)
        self.save_button = button("pages-save-pdf", self._on_save, icon="download")
        self.print_button = button("pages-print", self._on_print, icon="printer")
        self.have = CheckBox()
        tr.keep(self.have, "pages-recovery-have")
        self.have.toggled.connect(self.confirmed)
        side = QVBoxLayout()
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(10)
        side.addWidget(label("pages-first-recovery-title", "section", wrap=True))
        side.addWidget(label("pages-first-recovery-text", "muted", wrap=True))
        for part in (self.save_button, self.print_button, self.have):
            side.addWidget(part)
        side.addStretch(1)
        holder = QWidget()
        holder.setFixedWidth(260)
        holder.setLayout(side)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        row.addWidget(self.view, 1)
        row.addWidget(holder)

    def show_sheet(self, data: bytes) -> None:
        """Show the sheet of the store just made."""
        self._data = data
        self.view.show_paper(data)

    def _on_save(self) -> None:
        path = dialogs.save_file(self, tr.tr("pages-save-pdf"), SHEET, "PDF (*.pdf)")
        if path is not None:
            data = self._data
            self._runner.write(lambda: _write(path, data), self._on_saved, self._on_failed, owner=self)

    def _on_saved(self, _none: object) -> None:
        self.told.emit(tr.tr("pages-saved"), "success")

    def _on_print(self) -> None:
        data = self._data
        self._runner.read(lambda: render(data, DPI), self._print, self._on_failed, owner=self, key=("print", id(self)))

    def _print(self, pages: list[Pixels]) -> None:
        printer = choose_printer(self, SHEET.removesuffix(".pdf"))
        if printer is not None and print_pages(printer, pages):
            self.told.emit(tr.tr("pages-printed"), "success")

    def _on_failed(self, error: PanaError) -> None:
        self.told.emit(tr.sentence(error), "danger")


def _write(path: Path, data: bytes) -> None:
    with places.guarded_files():
        path.write_bytes(data)
