"""The paper page: preview inside the program, language of the sheet, zoom, save as PDF, print."""

from pathlib import Path
from typing import Any, Literal, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from app.base.errors import PanaError, Trouble
from app.domain.case import Paper
from app.services import papers
from app.store import places
from app.store.rows.cases import case_state
from app.ui import dialogs, tr
from app.ui.desk import Desk
from app.ui.pages.case_papers import form_name
from app.ui.pages.paper_view import PaperView, Pixels, render
from app.ui.pages.printer import DPI, choose_printer, print_pages
from app.ui.pages.wording import day
from app.ui.widgets.banner import Banner
from app.ui.widgets.basic import Card, button, icon_button, label
from app.ui.widgets.page import Page


class Shown(NamedTuple):
    """The paper on the screen and its bytes."""

    case: str
    paper: Paper
    data: bytes


def file_name(paper: Paper) -> str:
    """A name without personal data: the number, and what tells two sheets of one number apart."""
    parts = [paper.number or paper.form.replace("_", "-")]
    if paper.form not in {"certificate", "refugee_certificate", "border_receipt"} and paper.number:
        parts.append(paper.form.replace("_", "-"))
    if len(papers.languages(_form(paper.form))) > 1:
        parts.append(paper.language)
    return "-".join(parts) + ".pdf"


def _form(form: str) -> papers.Form:
    return next((known for known in papers.FORMS if known == form), "certificate")


class PaperPage(Page):
    """One issued paper; `show_paper` changes which."""

    shown_paper = Signal()
    """The preview has drawn."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("pages-paper", with_back=True, parent=parent)
        self._desk = desk
        self.current: Shown | None = None
        self.banner = Banner("danger", closable=True)
        self.banner.hide()
        self.view = PaperView(desk.runner)
        self.view.drawn.connect(lambda _pages: self.shown_paper.emit())
        self.view.failed.connect(self._on_failed)
        self.view.zoomed.connect(lambda _zoom: self._say_zoom())
        self._make_bar()
        card = Card(padding=0)
        card.body.addWidget(self.view, 1)
        self.body.addWidget(self.banner)
        self.body.addLayout(self._bar)
        self.body.addWidget(card, 1)
        tr.tongue.language_changed.connect(self._say)

    def _make_bar(self) -> None:
        self.save_button = button("pages-save-pdf", self._on_save, icon="download")
        self.print_button = button("pages-print", self._on_print, kind="primary", icon="printer")
        self.header.add(self.save_button)
        self.header.add(self.print_button)
        self.smaller = icon_button("pages-zoom-out", "zoom-out", lambda: self.view.step(-1))
        self.larger = icon_button("pages-zoom-in", "zoom-in", lambda: self.view.step(1))
        self.fit = button("pages-zoom-fit", lambda: self.view.set_zoom(0), kind="ghost")
        self.zoom = label(role="small")
        self._bar = QHBoxLayout()
        self._bar.setSpacing(6)
        self.sheets: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        for language in ("kk", "ru"):
            one = button(f"pages-sheet-{language}", self._chooser(language), kind="tiny")
            one.setCheckable(True)
            self._group.addButton(one)
            self._bar.addWidget(one)
            self.sheets[language] = one
        self._bar.addStretch(1)
        for part in (self.zoom, self.smaller, self.larger, self.fit):
            self._bar.addWidget(part)

    def show_paper(self, case: str, paper: str) -> None:
        """Show an issued paper."""
        self.current = None
        self.view.show_paper(b"")
        self._say()
        store, actor = self._desk.store, self._desk.actor

        def job() -> Shown:
            # On the writer: a paper that tells a restricted ground is recorded before it is shown (L-4.3).
            found = papers.open_paper(store, actor, case, paper)
            return Shown(case, found.paper, found.data)

        self._desk.write(job, self._on_read, self._on_failed, owner=self)

    def _on_read(self, shown: Shown) -> None:
        self.current = shown
        self.banner.hide()
        self.view.show_paper(shown.data)
        self._say()

    def _say(self) -> None:
        shown = self.current
        for part in (self.save_button, self.print_button):
            part.setEnabled(shown is not None and self._desk.allowed("reprint_paper"))
        several = shown is not None and len(papers.languages(_form(shown.paper.form))) > 1
        for language, one in self.sheets.items():
            one.setVisible(several)
            one.setChecked(shown is not None and shown.paper.language == language)
        if shown is not None:
            self.header.set_title(form_name(shown.paper.form))
            self.header.set_note(f"{shown.paper.number} · {day(shown.paper.on)}".strip(" ·"))
        self._say_zoom()

    def _say_zoom(self) -> None:
        self.zoom.setText(f"{round(self.view.scale() * 100)} %")

    def _chooser(self, language: str) -> Any:
        return lambda: self.choose_language(language)

    def choose_language(self, language: str) -> None:
        """Show the other sheet of a letter; it is made when it was not issued yet."""
        shown = self.current
        if shown is None or shown.paper.language == language:
            return
        store, actor = self._desk.store, self._desk.actor
        case, paper = shown.case, shown.paper

        def job() -> Shown:
            with store.reading() as connection:
                state = case_state(connection, case)
            papers.require_visible(actor, state, paper.form)
            same = [p for p in state.papers if (p.form, p.number, p.language) == (paper.form, paper.number, language)]
            if same:
                found = papers.open_paper(store, actor, case, same[-1].id)
                return Shown(case, found.paper, found.data)
            made = papers.issue(store, actor, case, _form(paper.form), language)
            return Shown(case, made.paper, made.data)

        self._desk.write(job, self._on_read, self._on_failed, owner=self)

    # Saving and printing

    def _on_save(self) -> None:
        shown = self.current
        if shown is None:
            return
        path = dialogs.save_file(self, tr.tr("pages-save-pdf"), file_name(shown.paper), "PDF (*.pdf)")
        if path is None:
            return
        self._desk.write(
            lambda: self._save(path, shown), lambda _none: self._told("pages-saved"), self._on_failed, owner=self
        )

    def _save(self, path: Path, shown: Shown) -> None:
        with places.guarded_files():
            path.write_bytes(shown.data)
        self._reprinted(shown, "saved")

    def _on_print(self) -> None:
        shown = self.current
        if shown is not None:
            self.print_button.setEnabled(False)
            self._desk.runner.read(
                lambda: render(shown.data, DPI),
                lambda pages: self._print(shown, pages),
                self._on_failed,
                owner=self,
                key=("print", id(self)),
            )

    def _print(self, shown: Shown, pages: list[Pixels]) -> None:
        self.print_button.setEnabled(True)
        printer = choose_printer(self, file_name(shown.paper).removesuffix(".pdf"))
        if printer is None:
            return
        if not print_pages(printer, pages):
            self._on_failed(Trouble("pages.printer"))
            return
        self._desk.write(
            lambda: self._reprinted(shown, "printed"),
            lambda _none: self._told("pages-printed"),
            self._on_failed,
            owner=self,
        )

    def _reprinted(self, shown: Shown, way: Literal["printed", "saved"]) -> None:
        """On the writer thread: what leaves the program is a fact."""
        papers.reprinted(self._desk.store, self._desk.actor, shown.case, shown.paper.id, way)

    def _told(self, key: str) -> None:
        self.banner.show_text(tr.tr(key), "success")
        self.banner.show()

    def _on_failed(self, error: PanaError) -> None:
        self.print_button.setEnabled(self.current is not None)
        self.banner.show_text(tr.sentence(error), "danger")
        self.banner.show()
