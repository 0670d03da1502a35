"""The decision wizard: grant, grant for family unity, refuse or postpone, on a case as it is now."""

from typing import Any, NamedTuple

import msgspec
from PySide6.QtWidgets import QWidget

from app.base.errors import PanaError, Refusal
from app.domain.case import CaseState, status
from app.domain.decisions import Family
from app.domain.intake import Intake
from app.domain.permissions import Actor, allowed
from app.flows import take_decision as flow
from app.flows.draft import Draft
from app.flows.register_application import surroundings
from app.flows.take_decision import Matter
from app.flows.typed import Problems
from app.services import drafts
from app.services.acts import Outcome
from app.store.rows.cases import case_state, family_cases
from app.store.store import Store
from app.ui import tr
from app.ui.widgets.stepper import Step
from app.ui.wizards.decision_kind import KindSheet
from app.ui.wizards.decision_reasons import ReasonsSheet
from app.ui.wizards.decision_review import DecisionReview
from app.ui.wizards.flowing import FlowWizard
from app.ui.wizards.seam import WizardDesk

STEPS = tuple(Step(name, f"decision-step-{name}", f"decision-step-{name}-note") for name in flow.PAGES)
_DRAFT = "decision-"
_NOTHING = Matter(CaseState(id=""))


class _Opened(NamedTuple):
    """What the reader found: the matter, and the draft of it, if the user left one."""

    matter: Matter
    kept: drafts.KeptDraft | None


def draft_of(case_id: str) -> str:
    """The id of the draft of a decision: one per case, so that it is found again."""
    return f"{_DRAFT}{case_id}"


def case_of(draft_id: str) -> str:
    """The case that a draft of a decision is on; empty for a draft of something else."""
    return draft_id.removeprefix(_DRAFT) if draft_id.startswith(_DRAFT) else ""


class DecisionWizard(FlowWizard):
    """`finished([case])` after *Record decision*, `closed()` when the user leaves; the draft stays with the case."""

    act_key = "decision-record"
    busy_key = "decision-recording"

    def __init__(self, desk: WizardDesk, case_id: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, "decision-wizard-title", STEPS, Draft(flow.FLOW, flow.PAGES), draft_of(case_id), parent)
        self.autosave.kept = False
        self.case_id = case_id
        self.matter = _NOTHING
        self.card.setEnabled(False)
        self._read()

    def _read(self) -> None:
        store, actor, case_id = self.desk.store, self.desk.actor, self.case_id
        self.desk.runner.read(lambda: _open(store, actor, case_id), self._on_opened, self._on_failed, owner=self)

    def _on_opened(self, opened: _Opened) -> None:
        first = self.matter is _NOTHING
        self.matter = opened.matter
        self.card.setEnabled(True)
        if not first:
            self.kind.tell()
            return
        self.draft.values.update(flow.empty(self.matter, self.desk.store.clock.today()))
        focus = ""
        if opened.kept is not None:
            self.draft = Draft.read(flow.FLOW, flow.PAGES, opened.kept.body, opened.kept.focus)
            self.autosave.kept = True
            self.tell_saved(opened.kept.at_ms)
            focus = opened.kept.focus
        self._make_sheets()
        self.show_page(self.draft.page, focus)
        if not allowed(self.desk.actor, "take_decision"):
            self.show_notice(tr.sentence(Refusal("permission.role")))

    def _on_failed(self, error: PanaError) -> None:
        self.show_notice(tr.sentence(error))

    def _make_sheets(self) -> None:
        restricted = allowed(self.desk.actor, "see_restricted")
        self.kind = KindSheet(self.draft.values, self.asked)
        self.reasons = ReasonsSheet(self.draft.values, self.asked, restricted=restricted)
        self.review = DecisionReview(self.draft.values, self.asked)
        for sheet in (self.kind, self.reasons, self.review):
            self.listen(sheet)
        self.kind.answer_asked.connect(self._on_answer_asked)
        self.review.page_asked.connect(self.go_to)

    # -- what the rules read

    def known(self) -> Intake:
        """Time, calendar and settings; nothing here waits on the disk."""
        store = self.desk.store
        return surroundings(store.clock.now(), store.calendar, store.settings)

    def asked(self) -> tuple[Matter, Intake]:
        """The case as it is, and what the rules read."""
        return self.matter, self.known()

    def problems_of(self, page: str) -> Problems:
        return flow.problems(self.draft.values, page, self.matter, self.known())

    def place_of(self, refusal: Refusal) -> tuple[str, str]:
        field = "override_reason" if refusal.field == "override" else refusal.field
        return flow.page_of(field), field or "kind"

    # -- the answer of the fingerprint registration

    def _on_answer_asked(self) -> None:
        if not self.busy:
            self.set_busy(True)
            self.show_notice("")
            command = flow.answer(self.draft.values, self.matter)
            self.desk.perform(command, self._on_answered, self._on_answer_refused, self)

    def _on_answered(self, _outcome: Outcome) -> None:
        self.set_busy(False)
        self.show_sheet(self.draft.page, self.act_key)
        self.stepper.set_state("kind", "open")
        self.show_problems("kind", {})
        self._read()

    def _on_answer_refused(self, error: PanaError) -> None:
        self.set_busy(False)
        self.show_sheet(self.draft.page, self.act_key)
        if isinstance(error, Refusal) and error.field:
            self.show_problems("kind", {f"answer_{error.field}": error})
        self.show_notice(tr.sentence(error))

    # -- recording

    def send(self) -> None:
        self.perform(flow.command(self.draft.values, self.matter, self.known()))

    def _content(self) -> tuple[bytes, str]:
        return super()._content() if self.sheets else (msgspec.json.encode({}), "")


def _open(store: Store, actor: Actor, case_id: str) -> _Opened:
    with store.reading() as connection:
        state = case_state(connection, case_id)
        today = store.clock.today()
        others: list[Any] = [case_state(connection, r) for r in family_cases(connection, state) if r != case_id]
    recognised = any(status(other, today) == "refugee" for other in others)
    try:
        kept: drafts.KeptDraft | None = drafts.read(store, actor, draft_of(case_id))
    except Refusal:
        kept = None
    return _Opened(Matter(state, Family(other_recognised=recognised)), kept)
