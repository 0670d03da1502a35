"""The intake wizard: the application of a family from the first name to the certificates."""

from typing import Any

from PySide6.QtWidgets import QWidget

from app.base.errors import PanaError, Refusal
from app.domain import reference
from app.domain.commands import PersonData
from app.domain.intake import Intake, person_keys
from app.domain.permissions import allowed
from app.flows import family
from app.flows import register_application as flow
from app.flows.draft import Draft
from app.flows.typed import Problems
from app.services import drafts
from app.ui import tr
from app.ui.widgets.stepper import Step
from app.ui.wizards.flowing import FlowWizard
from app.ui.wizards.intake_applicant import ApplicantSheet, ArrivalSheet, DocumentsSheet, StaySheet
from app.ui.wizards.intake_family import FamilySheet
from app.ui.wizards.intake_photo import PhotoSheet
from app.ui.wizards.intake_review import ReviewSheet
from app.ui.wizards.seam import WizardDesk

STEPS = tuple(Step(name, f"intake-step-{name}", f"intake-step-{name}-note") for name in flow.PAGES)


class IntakeWizard(FlowWizard):
    """`finished(cases)` after *Register*, `closed()` when the clerk leaves; the draft is kept until then."""

    act_key = "intake-register"
    busy_key = "intake-registering"

    def __init__(self, desk: WizardDesk, draft_id: str | None = None, parent: QWidget | None = None) -> None:
        draft = Draft(flow.FLOW, flow.PAGES, flow.empty(_kato(desk)))
        super().__init__(desk, "intake-title", STEPS, draft, draft_id or "", parent)
        self._listed: dict[str, str] = {}
        self._make_sheets()
        self.review.page_asked.connect(self.go_to)
        self.family.minor_entered.connect(lambda _place: self._ask_register())
        if draft_id:
            self._read_draft(draft_id)
        else:
            self.show_page(self.draft.page)
        if not allowed(desk.actor, "register_application"):
            self.show_notice(tr.sentence(Refusal("permission.office")))

    def _make_sheets(self) -> None:
        values, known = self.draft.values, self.known
        self.family = FamilySheet(values, known, self._q)
        self.review = ReviewSheet(values, known)
        for sheet in (
            ApplicantSheet(values, known, self._q),
            DocumentsSheet(values, known),
            ArrivalSheet(values, known),
            StaySheet(values, known),
            self.family,
            PhotoSheet(values, self.desk),
            self.review,
        ):
            self.listen(sheet)

    # -- what the rules read

    def known(self) -> Intake:
        """Time, calendar, settings, and which minors are known to stand elsewhere; nothing here waits on the disk."""
        store = self.desk.store
        return flow.surroundings(store.clock.now(), store.calendar, store.settings, self._listed_elsewhere)

    def _listed_elsewhere(self, person: PersonData) -> str:
        return self._listed.get(_identity(person), "")

    def _q(self) -> Any:
        return self.desk.store.settings.word("transliteration.q")

    def problems_of(self, page: str) -> Problems:
        return flow.problems(self.draft.values, page, self.known())

    def place_of(self, refusal: Refusal) -> tuple[str, str]:
        if refusal.field.startswith("applicants"):
            return flow.place_of(refusal, self.draft.values)
        return flow.page_of(refusal.field) if refusal.field else flow.PAGES[-1], refusal.field

    # -- the kept draft

    def _read_draft(self, draft_id: str) -> None:
        self.card.setEnabled(False)
        store, actor = self.desk.store, self.desk.actor
        self.desk.runner.read(
            lambda: drafts.read(store, actor, draft_id), self._on_read, self._on_read_failed, owner=self
        )

    def _on_read(self, kept: drafts.KeptDraft) -> None:
        self.card.setEnabled(True)
        self.draft = Draft.read(flow.FLOW, flow.PAGES, kept.body, kept.focus)
        self.draft.values.setdefault("family", [])
        for sheet in self.sheets.values():
            sheet.use(self.draft.values)
        self._ask_register()
        self.tell_saved(kept.at_ms)
        for page in self.draft.pages[: self.draft.place]:
            self.passes(page, show=False)
        self.show_page(self.draft.page, kept.focus)

    def _on_read_failed(self, error: PanaError) -> None:
        self.show_notice(tr.sentence(error))

    # -- minors in other applications

    def _ask_register(self) -> None:
        """Ask the register whether the minors stand in another open application (L-10.5)."""
        persons = self._minors()
        if not persons:
            return
        store, actor = self.desk.store, self.desk.actor
        self.desk.runner.write(
            lambda: drafts.listed_elsewhere(store, actor, persons),
            lambda numbers: self._on_listed(persons, numbers),
            owner=self,
        )

    def _minors(self) -> tuple[PersonData, ...]:
        found, known = [], self.known()
        for row in family.rows_of(self.draft.values):
            if row.get("kind") == "minor" and not family.row_problems(row, known):
                found.append(family.minor(row, known))
        return tuple(found)

    def _on_listed(self, persons: tuple[PersonData, ...], numbers: tuple[str, ...]) -> None:
        self._listed |= {_identity(person): number for person, number in zip(persons, numbers, strict=True)}
        if any(numbers):
            found = self.problems_of("family")
            self.stepper.set_state("family", "problem" if found else "open")
            self.show_problems("family", found, move=False)

    # -- registering

    def send(self) -> None:
        known = self.known()
        command = flow.command(self.draft.values, known)
        self.keep_now()
        self.perform(command)


def _identity(person: PersonData) -> str:
    return " ".join(sorted(person_keys(person)))


def _kato(desk: WizardDesk) -> str:
    """The region of the office, as the proposal for the place of stay."""
    code = desk.store.office.code[:3]
    return next((region.kato for region in reference.regions() if region.code == code), "")
