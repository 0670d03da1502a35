"""The papers of a case: those that were issued, and a menu of those that can be made now."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.domain.case import Paper
from app.services import papers
from app.services.papers import Form
from app.ui import icons, tr
from app.ui.desk import Desk
from app.ui.pages import wording
from app.ui.pages.case_data import CaseView
from app.ui.widgets.basic import PressButton, label
from app.ui.widgets.table import SmallTable


def form_name(form: str) -> str:
    """The name of a paper."""
    return tr.tr(f"paper-form-{form.replace('_', '-')}")


def language_name(language: str) -> str:
    """The language of a sheet."""
    return tr.tr(f"pages-sheet-{language}")


class PapersTab(QWidget):
    """`opened(paper id)` asks for the preview, `asked(form, language)` for a new paper."""

    opened = Signal(str)
    asked = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        heads = ("pages-paper", "pages-sheet", "pages-paper-number", "pages-issued-on")
        self.table = SmallTable("pages-case-papers", heads)
        self.table.opened.connect(self.opened)
        self.none = label("pages-no-papers", "muted")
        self.make_button = PressButton()
        self.make_button.setAutoDefault(False)
        self.make_button.setIcon(icons.icon("printer"))
        self.make_button.setIconSize(QSize(23, 18))
        tr.keep(self.make_button, "pages-make-paper")
        self.menu = QMenu(self)
        self.make_button.setMenu(self.menu)
        row = QHBoxLayout()
        row.addWidget(self.make_button)
        row.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 14, 0, 0)
        box.setSpacing(12)
        box.addLayout(row)
        box.addWidget(self.none)
        box.addWidget(self.table)
        box.addStretch(1)

    def show_view(self, view: CaseView) -> None:
        """Show a case."""
        issued = list(reversed(view.state.papers))
        self.table.set_rows([(paper.id, _row(paper)) for paper in issued])
        self.table.setVisible(bool(issued))
        self.none.setVisible(not issued)
        self.menu.clear()
        offered = papers.available(view.state) if view.own and self._desk.allowed("issue_paper") else ()
        for form in offered:
            for language in papers.languages(form):
                self._offer(form, language, alone=len(papers.languages(form)) == 1)
        self.make_button.setVisible(bool(offered))

    def _offer(self, form: Form, language: str, *, alone: bool) -> None:
        text = form_name(form) if alone else f"{form_name(form)} · {language_name(language)}"
        self.menu.addAction(text).triggered.connect(lambda _on=False: self.asked.emit(form, language))


def _row(paper: Paper) -> tuple[str, str, str, str]:
    return form_name(paper.form), language_name(paper.language), paper.number, wording.day(paper.on)
