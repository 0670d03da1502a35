"""What every wizard does: turn its pages, show what its flow finds wrong, keep its draft, act once at the end."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from PySide6.QtGui import QCloseEvent, QHideEvent
from PySide6.QtWidgets import QWidget

from app.base.clock import LOCAL
from app.base.errors import PanaError, Refusal
from app.domain.commands import Command
from app.flows.draft import Draft
from app.flows.typed import Problems
from app.services.acts import Outcome
from app.ui import dialogs, tr
from app.ui.binding import settle_focused
from app.ui.widgets.stepper import Step
from app.ui.wizards.autosave import AutoSave
from app.ui.wizards.frame import WizardFrame
from app.ui.wizards.seam import WizardDesk
from app.ui.wizards.sheet import Sheet

MISSING = {
    "intake.required", "person.name_missing", "person.no_document", "person.no_citizenship", "application.way_start",
    "application.minor_birth_document", "intake.applicant_is_minor", "intake.latin_unconfirmed", "intake.interpreter",
    "intake.representative_basis", "postponement.reason", "decision.reason_missing", "decision.no_ground",
    "intake.covers",
}  # fmt: skip
"""What is only missing is asked for by Next, not while the clerk is on the way to it."""


class FlowWizard(WizardFrame):
    """Base of the wizards: `problems_of`, `send` and `place_of` are told by each."""

    act_key = "wizard-next"
    busy_key = "wizard-next"

    def __init__(
        self,
        desk: WizardDesk,
        title: str,
        steps: Iterable[Step],
        draft: Draft,
        draft_id: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, steps, parent)
        self.desk = desk
        self.draft = draft
        self.busy = self._begun = False
        self._returned: set[str] = set()
        self.autosave = AutoSave(desk, draft.flow, self._content, self, draft_id)
        self.next_asked.connect(self._on_next)
        self.back_asked.connect(self._on_back)
        self.step_asked.connect(self._on_step)
        self.postpone_asked.connect(self._on_postpone)
        self.discard_asked.connect(self._on_discard)
        desk.hub.store_locked.connect(self.autosave.end)
        self.autosave.saved.connect(self.tell_saved)
        self.autosave.failed.connect(self._on_save_failed)
        tr.tongue.language_changed.connect(self._on_language_changed)

    # -- told by each wizard

    def problems_of(self, page: str) -> Problems:
        """What stands against leaving a page."""
        raise AssertionError(page)

    def send(self) -> None:
        """Carry out what the wizard is for, by `perform`."""
        raise AssertionError(type(self).__name__)

    def place_of(self, refusal: Refusal) -> tuple[str, str]:
        """The page and the field to which a refusal belongs."""
        raise AssertionError(refusal.rule)

    # -- the draft

    @property
    def sheet(self) -> Sheet:
        """The page that is shown."""
        return self.sheets[self.draft.page]

    def listen(self, sheet: Sheet) -> None:
        """Put in a page and keep what is typed on it."""
        self.add_sheet(sheet)
        sheet.changed.connect(self._on_changed)
        sheet.left.connect(self._on_left)

    def flush(self) -> None:
        """Hand to the writer what was typed and not kept yet; called before the store is locked or closed."""
        if self.autosave.waiting:
            self.autosave.flush()

    def keep_now(self) -> None:
        """Keep the draft at once, as on every change of page."""
        self.autosave.touch()
        self.autosave.flush()

    def tell_saved(self, at_ms: int) -> None:
        """Say when the draft was saved."""
        at = datetime.fromtimestamp(at_ms / 1000, UTC).astimezone(LOCAL)
        tr.keep(self.saved, "wizard-saved", time=at.strftime("%H:%M"))

    def _content(self) -> tuple[bytes, str]:
        return self.draft.body(), self.sheet.focused_field()

    def _on_save_failed(self, error: PanaError) -> None:
        tr.keep(self.saved, "wizard-not-saved")
        self.show_notice(tr.sentence(error))

    def _on_changed(self, _name: str) -> None:
        self.show_count(self.sheet.problem_count())
        self.autosave.touch()

    def _on_left(self, name: str) -> None:
        """A field that is wrong says so when the clerk leaves it; one that is only empty waits for Next."""
        sheet, found = self.sheet, self.problems_of(self.draft.page)
        shown = {n: found.get(n, r) for n, r in sheet.shown_problems.items() if n in found or n in self._returned}
        if name in found and found[name].rule not in MISSING:
            shown[name] = found[name]
        if "mrz" in sheet.shown_problems:  # what a misread passport says stays until the lines are corrected
            shown["mrz"] = sheet.shown_problems["mrz"]
        if shown != sheet.shown_problems:
            sheet.show_problems(shown)
        self.show_count(sheet.problem_count())

    # -- moving

    def shown(self) -> None:
        if self.sheets and not self._begun:  # later the cursor is put back where it was
            self._begun = True
            self.sheet.focus_field(self.draft.focus)

    def show_page(self, page: str, focus: str = "") -> None:
        """Show a page of the draft and put the cursor into a field."""
        self.draft.go(page)
        self.show_sheet(page, self.act_key)
        self.show_count(self.sheet.problem_count())
        self.sheet.focus_field(focus)

    def passes(self, page: str, *, show: bool = True, move: bool = True) -> bool:
        """True when nothing stands against leaving a page; what does is shown."""
        found = self.problems_of(page)
        self.stepper.set_state(page, "problem" if found else "done")
        if show:
            self.show_problems(page, found, move=move)
        return not found

    def show_problems(self, page: str, found: Mapping[str, Refusal], *, move: bool = True) -> None:
        """Show what is wrong with a page, and put the cursor there."""
        sheet = self.sheets[page]
        sheet.show_problems(found)
        self.show_count(sheet.problem_count())
        if found and move:
            sheet.focus_first_problem()

    def go_to(self, page: str, field: str) -> None:
        """Turn to a page because something on it has to be changed."""
        if not self.busy:
            self.show_page(page, field)
            self.passes(page, move=False)
            self.keep_now()

    def _on_next(self) -> None:
        settle_focused()
        if self.busy or not self.card.isEnabled() or self.sheet.accept():
            return
        if not self.draft.following:
            self._act()
        elif self.passes(self.draft.page):
            self.show_page(self.draft.following)
            self.keep_now()

    def _on_back(self) -> None:
        if self.draft.previous and not self.busy:
            self.show_page(self.draft.previous)
            self.keep_now()

    def _on_step(self, name: str) -> None:
        """Back is always free; forward stops at the first page with something wrong."""
        if self.busy:
            return
        ahead = self.draft.pages[self.draft.place : self.draft.pages.index(name)]
        stop = next((page for page in ahead if not self.passes(page, show=False)), "")
        self.show_page(stop or name)
        if stop:
            self.passes(stop)
        self.keep_now()

    # -- acting

    def _act(self) -> None:
        last = self.draft.pages[-1]
        found = self.problems_of(last)
        for page in {self.page_of(field) for field in found}:
            self.stepper.set_state(page, "problem")
        self.show_problems(last, found)
        if not found and not self.busy:
            self.set_busy(True)
            self.show_notice("")
            self.send()

    def page_of(self, field: str) -> str:
        """The page on which a field stands."""
        return self.place_of(Refusal("intake.required", field=field))[0]

    def perform(self, command: Command) -> None:
        """Give the command of the draft; it is given once, however often the button is pressed."""
        self.desk.perform(command, self.done, self.refused, self, draft=self.autosave.draft_id)

    def done(self, outcome: Outcome) -> None:
        """The facts are on the disk and the draft is gone with them; what was typed meanwhile is not kept."""
        self.autosave.drop()
        self.finished.emit(list(outcome.cases))

    def refused(self, error: PanaError) -> None:
        """Nothing was recorded: the draft stays, the sentence stands where it belongs."""
        self.set_busy(False)
        self.autosave.touch()
        if isinstance(error, Refusal):
            page, field = self.place_of(error)
            self._returned = {field}
            if page != self.draft.pages[-1]:
                self.show_page(page, field)
                self.stepper.set_state(page, "problem")
                self.show_problems(page, {field: error})
        self.show_notice(tr.sentence(error))

    def set_busy(self, busy: bool) -> None:
        """Hold the buttons while the writer works."""
        self.busy = busy
        for held in (self.next_button, self.back_button, self.postpone, self.discard):
            held.setEnabled(not busy)
        tr.keep(self.next_button, self.busy_key if busy else self.act_key)

    # -- leaving

    def _on_postpone(self) -> None:
        if not self.busy:
            self.flush()
            self.closed.emit()

    def _on_discard(self) -> None:
        title, text = tr.tr("wizard-discard-title"), tr.tr("wizard-discard-text")
        if not self.busy and dialogs.ask(self, title, text, yes="wizard-discard-yes", dangerous=True):
            self.autosave.drop()
            self.closed.emit()

    def _on_language_changed(self, _language: str) -> None:
        if not self.sheets:
            return
        self.show_sheet(self.draft.page, self.act_key)
        self.show_count(self.sheet.problem_count())

    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.flush()
        super().closeEvent(event)
