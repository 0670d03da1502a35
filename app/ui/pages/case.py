"""The case file: who, what happened, what is due, which papers, and what may be done next.

The parts that only show are `case_parts` and `case_papers`; what may be done is decided in `case_actions`.
"""

from collections.abc import Callable, Mapping
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QTabWidget, QVBoxLayout, QWidget

from app.base.errors import PanaError
from app.domain.commands import TakePhoto
from app.domain.facts.values import Blob
from app.flows.typed import reads_from_right
from app.imaging.photo import prepare_photo
from app.services import acts, papers
from app.services.acts import Outcome
from app.ui import dialogs, tr
from app.ui.desk import Desk
from app.ui.editors.photo import read_file
from app.ui.pages import history, wording
from app.ui.pages.act_dialog import ActDialog
from app.ui.pages.case_action import Action
from app.ui.pages.case_actions import WANTED, applicable, offer, settling
from app.ui.pages.case_data import CaseView, closed, read_case
from app.ui.pages.case_more import MoreButton
from app.ui.pages.case_papers import PapersTab
from app.ui.pages.case_parts import DeadlinesTab, FamilyTab, OverviewTab, clear
from app.ui.pages.case_restricted import reason_form
from app.ui.widgets.banner import Banner
from app.ui.widgets.basic import Card, button, label
from app.ui.widgets.chip import Chip
from app.ui.widgets.page import Page, scrolled
from app.ui.widgets.portrait import Portrait
from app.ui.widgets.timeline import Timeline

TABS = ("overview", "family", "history", "deadlines", "papers")


class CasePage(Page):
    """One case file; `show_case` changes which."""

    paper_asked = Signal(str, str)
    """The case and the paper to show."""
    decision_asked = Signal(str)
    """The case on which a decision is to be taken."""
    case_asked = Signal(str)
    """The case of a relative."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("pages-case", with_back=True, parent=parent)
        self._desk = desk
        self.case = ""
        self.view: CaseView | None = None
        self._opened: frozenset[str] = frozenset()
        self.buttons: dict[str, QPushButton] = {}
        self.banner = Banner("info")
        self.banner.hide()
        self._make_tabs()
        self._make_side()
        main = Card()
        main.body.addLayout(self._make_head())
        main.body.addWidget(self.tabs, 1)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(main, 1)
        row.addWidget(self.side)
        self.body.addWidget(self.banner)
        self.body.addLayout(row, 1)
        desk.hub.facts_recorded.connect(self._on_recorded)
        tr.tongue.language_changed.connect(self._show)

    def _make_head(self) -> QHBoxLayout:
        self.portrait = Portrait(84)
        self.name = label(role="section", wrap=True)
        self.others = label(role="muted", wrap=True)
        self.native = QLabel()
        self.native.setProperty("role", "native")
        self.native.setTextFormat(Qt.TextFormat.PlainText)
        self.native.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.chip = Chip()
        self.since = label(role="small")
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self.chip)
        line.addWidget(self.since)
        line.addStretch(1)
        texts = QVBoxLayout()
        texts.setSpacing(4)
        for part in (self.name, self.others):
            texts.addWidget(part)
        texts.addWidget(self.native, 0, Qt.AlignmentFlag.AlignLeft)
        texts.addLayout(line)
        texts.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(18)
        head.addWidget(self.portrait, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(texts, 1)
        return head

    def _make_tabs(self) -> None:
        self.overview = OverviewTab(self._desk)
        self.family = FamilyTab(self._desk)
        self.timeline = Timeline()
        self.deadlines = DeadlinesTab(self._desk)
        self.papers = PapersTab(self._desk)
        told = QVBoxLayout()
        told.addWidget(self.timeline)
        told.addStretch(1)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        for part in (self.overview, self.family, _padded(scrolled(told)), self.deadlines, self.papers):
            self.tabs.addTab(part, "")
        tr.keep(self.tabs.tabBar(), "pages-case", "setAccessibleName")
        self.overview.restricted_asked.connect(self.ask_restricted)
        self.family.opened.connect(self.case_asked)
        self.deadlines.asked.connect(self.settle)
        self.papers.opened.connect(lambda paper: self.paper_asked.emit(self.case, paper))
        self.papers.asked.connect(self.make_paper)

    def _make_side(self) -> None:
        self.side = Card("pages-next", padding=18)
        self.side.setFixedWidth(280)
        self._acts = QVBoxLayout()
        self._acts.setSpacing(8)
        self._ends = QVBoxLayout()
        self._ends.setSpacing(4)
        self.more = MoreButton()
        self._nothing = label("pages-next-none", "muted", wrap=True)
        inner = QVBoxLayout()
        inner.setSpacing(8)
        inner.addWidget(self._nothing)
        inner.addLayout(self._acts)
        inner.addWidget(self.more)
        inner.addStretch(1)
        inner.addLayout(self._ends)
        self.side.body.addWidget(scrolled(inner), 1)

    # What is shown

    def show_case(self, case: str) -> None:
        """Show the file of a case; what was shown before is cleared at once."""
        self._opened = frozenset()  # each showing of what is restricted has its own reason
        if case != self.case:
            self.view = None
            self.tabs.setCurrentIndex(0)
        self.case = case
        self.load()

    def show_tab(self, name: str) -> None:
        """Show a tab: overview, family, history, deadlines or papers."""
        self.tabs.setCurrentIndex(TABS.index(name))

    def load(self) -> None:
        """Read the file again."""
        store, actor, case, opened = self._desk.store, self._desk.actor, self.case, self._opened
        self._desk.read(
            lambda c: read_case(store, c, case, actor, opened), self._on_read, self, ("case", id(self)), self._on_failed
        )

    def _on_read(self, view: CaseView) -> None:
        self.view = view
        self.banner.hide()
        self._show()

    def _on_failed(self, error: PanaError) -> None:
        self.banner.show_text(tr.sentence(error), "danger")
        self.banner.show()

    def _on_recorded(self, changed: list[str]) -> None:
        concerned = {self.case, *(r.case for r in self.view.relatives)} if self.view else {self.case}
        if self.case and concerned.intersection(changed):
            self.load()

    def _show(self) -> None:
        view = self.view
        if view is None:
            return
        self._show_head(view)
        self.overview.show_view(view)
        self.family.show_view(view)
        self.timeline.set_entries(history.entries(view))
        self.deadlines.show_view(view)
        self.papers.show_view(view)
        counts = {"family": len(view.state.minors) + len(view.relatives), "papers": len(view.state.papers)}
        counts["deadlines"] = len(view.deadlines) + len(view.tasks)
        for place, name in enumerate(TABS):
            count = counts.get(name, 0)
            self.tabs.setTabText(place, tr.tr(f"pages-case-{name}") + (f" ({count})" if count else ""))
        self._show_acts(view)

    def _show_head(self, view: CaseView) -> None:
        state = view.state
        names = state.applicant_person.names
        shown = wording.names_text(names)
        spelled = dict.fromkeys(names.full(spelling) for spelling in ("kk_cyr", "ru_cyr", "latin"))
        native = names.full("native")
        from_right = reads_from_right(native)
        others = [text for text in (*spelled, "" if from_right else native) if text and text != shown]
        self.header.set_title(state.shown_number or tr.tr("pages-case"))
        self.name.setText(shown)
        self.others.setText(" · ".join(others))
        self.others.setVisible(bool(others))
        self.native.setText(native)
        self.native.setVisible(from_right)
        self.chip.set(wording.status_text(view.status), wording.status_tone(view.status))
        self.since.setText(_since(view))
        self.portrait.set_photo(view.photos.get(state.applicant))
        if not view.own:
            self.banner.show_text(tr.tr("pages-held-by", holder=state.holder), "info")
            self.banner.show()

    def _show_acts(self, view: CaseView) -> None:
        held = self.isVisible() and self.focusWidget() in {*self.buttons.values(), self.more}
        if held:  # a button that goes while it has the cursor would hand it to whatever stands behind
            self.header.back_button.setFocus(Qt.FocusReason.OtherFocusReason)
        clear(self._acts)
        clear(self._ends)
        self.buttons = {}
        found = offer(view, self._desk)
        for action in (*found.shown, *found.ends):
            first = not self.buttons and not action.ending
            made = button(
                action.key,
                self._starter(action),
                kind="primary" if first else "ghost" if action.ending else "secondary",
                icon=action.icon,
            )
            made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            self.buttons[action.name] = made
            (self._ends if action.ending else self._acts).addWidget(made)
        self.more.offer(found.more, self._starter)
        acts, ends = ([self.buttons[one.name] for one in part] for part in (found.shown, found.ends))
        for before, after in pairwise((*acts, self.more, *ends)):
            self.setTabOrder(before, after)  # the menu is older than the buttons, yet it comes after them
        self._nothing.setVisible(not self.buttons)
        if held:  # the button with the cursor is gone: the keyboard goes on at what comes next
            following = next(iter(self.buttons.values()), self.header.back_button)
            following.show()  # a layout shows a new widget only later, and what is hidden cannot take the cursor
            following.setFocus(Qt.FocusReason.OtherFocusReason)

    # What the user does

    def _starter(self, action: Action) -> Callable[[], None]:
        return lambda: self.act(action)

    def settle(self, kind: str, person: str) -> None:
        """Begin the act that settles a deadline or task, with what is known of it filled in."""
        view = self.view
        action = settling(kind, view, applicable(view, self._desk)) if view is not None else None
        if action is not None:
            self.act(action, {"person": person, "minor": person, **WANTED.get(kind, {})})

    def act(self, action: Action, known: Mapping[str, str] = MappingProxyType({})) -> None:
        """Begin an act: its form, the decision wizard, or the choice of a photo."""
        view = self.view
        if view is None:
            return
        if action.name == "decision":
            self.decision_asked.emit(self.case)
        elif action.name == "photo":
            self._choose_photo()
        elif action.form is not None:
            form = action.form(view.state, self._desk.today).filled({"officer": self._desk.name})
            dialog = ActDialog(self._desk, form.filled(known, anew=True), self)
            dialog.recorded.connect(lambda _outcome: self._on_acted(action))
            dialog.open()

    def ask_restricted(self) -> None:
        """Ask why what is restricted shall be shown, and show it once that is recorded."""
        dialog = ActDialog(self._desk, reason_form(self.case), self)
        case = self.case
        dialog.recorded.connect(lambda _outcome: self._on_opened(case))
        dialog.open()

    def hideEvent(self, event: QHideEvent) -> None:
        """Close what was opened when the user leaves the page; a minimised window stays as it is."""
        super().hideEvent(event)
        if self._opened and not event.spontaneous():
            self._opened = frozenset()
            self.view = closed(self.view, self._desk.actor) if self.view else None
            self._show()

    def _on_opened(self, case: str) -> None:
        if case == self.case:
            self._opened = frozenset({"all"})
            self.load()

    def _on_acted(self, action: Action) -> None:
        if action.paper:
            self.make_paper(action.paper, "")

    def make_paper(self, form: str, language: str) -> None:
        """Make a paper on the writer thread, then ask for its preview."""
        store, actor, case = self._desk.store, self._desk.actor, self.case
        chosen = next(known for known in papers.FORMS if known == form)
        self._desk.write(
            lambda: papers.issue(store, actor, case, chosen, language),
            lambda made: self.paper_asked.emit(case, made.paper.id),
            self._on_failed,
            owner=self,
        )

    def _choose_photo(self) -> None:
        filters = tr.tr("ui-files-pictures") + " (*.jpg *.jpeg *.png)"
        path = dialogs.choose_file(self, tr.tr("pages-act-photo"), filters)
        if path is not None:
            self._desk.write(lambda: self._take_photo(path), lambda _outcome: None, self._on_failed, owner=self)

    def _take_photo(self, path: Path) -> Outcome:
        """On the writer thread: check the picture, keep it, record it."""
        kept = self._desk.store.blobs.put(prepare_photo(read_file(path)).jpeg, "image/jpeg")
        photo = Blob(h=kept.h, z=kept.z, type=kept.type)
        return acts.perform(self._desk.store, self._desk.actor, TakePhoto(case=self.case, photo=photo))


def _padded(inner: QWidget) -> QWidget:
    outer = QWidget()
    box = QVBoxLayout(outer)
    box.setContentsMargins(0, 14, 0, 0)
    box.addWidget(inner)
    return outer


def _since(view: CaseView) -> str:
    state = view.state
    decision = state.status_decision(state.applicant)
    if view.status == "lapsed" and state.lapsed is not None:
        return tr.tr("case-status-since", on=state.lapsed.on)
    if decision is not None and view.status in {"deprived", "terminated"}:
        return tr.tr("case-status-since", on=decision.on)
    if decision is not None and decision.to_on:
        return tr.tr("pages-status-until", on=decision.to_on)
    return tr.tr("pages-status-since", on=state.registered_on) if state.registered_on else ""
