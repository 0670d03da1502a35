"""What of a case only the commission may see: hidden behind a button and a reason, then told in full (L-4.3).

Who may see it, and what is restricted, is decided in `app.domain.restricted`; others do not see this part at all.
"""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.base.errors import Refusal
from app.domain import grounds, needs
from app.domain.case import CaseState, Decision
from app.domain.commands import ViewRestricted
from app.domain.restricted import NSC
from app.ui import tr
from app.ui.binding import Field
from app.ui.pages import wording
from app.ui.pages.act_dialog import ActForm
from app.ui.pages.case_data import CaseView
from app.ui.widgets.basic import button, label, rule

Told = tuple[str, dict[str, object], str]
"""The key of a title, its values, and the text below it."""


class RestrictedPart(QWidget):
    """The part of the overview with what is restricted; `asked` when it shall be shown."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(10)

    def show_view(self, view: CaseView) -> None:
        """Say that there is something, or show it when it was opened."""
        self.box.addWidget(label("restricted-group", "caption"))
        if not view.opened:
            sorts = ", ".join(tr.tr(f"restricted-what-{what}") for what in view.restricted)
            self.box.addWidget(label(text=tr.tr("restricted-held", sorts=sorts), wrap=True))
            self.show_button = button("restricted-show", self.asked.emit, icon="eye")
            self.box.addWidget(self.show_button, 0, Qt.AlignmentFlag.AlignLeft)
        for key, values, text in told(view.state) if view.opened else ():
            self.box.addWidget(label(text=tr.tr(key, **values), role="small", wrap=True))
            shown = label(text=text or wording.DASH, role="strong", wrap=True)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.box.addWidget(shown)
        self.box.addWidget(rule())


def reason_form(case: str) -> ActForm:
    """The form that asks why the data are to be shown."""

    def command(values: Any) -> ViewRestricted:
        reason = values.get("reason", "").strip()
        if not reason:
            raise Refusal("view.reason_missing", field="reason")
        return ViewRestricted(case=case, what="all", reason=reason)

    field = Field("reason", "restricted-reason", "text", span=0, required=True, rows=3)
    return ActForm("restricted-title", (field,), {}, command, button="restricted-show", note="restricted-note")


def told(state: CaseState) -> Iterator[Told]:
    """Everything restricted of a case, as titles and texts."""
    for decision in state.decisions:
        if any(grounds.is_restricted(ground.code) for ground in decision.grounds):
            yield from _decision(decision)
    for person in state.persons.values():
        codes = [code for code in person.needs if needs.is_restricted(code)]
        if codes:
            named = wording.names_text(person.names)
            yield "restricted-needs", {"person": named}, "; ".join(_need(code) for code in codes)
    for request in state.requests:
        if request.to == NSC and request.answer is not None:
            answer = request.answer
            result = tr.tr(f"request-result-{answer.result.replace('_', '-')}")
            yield "restricted-nsc", {"on": answer.on}, _lines(result, answer.reason, answer.reference)
    yield from _heard(state)


def _decision(decision: Decision) -> Iterator[Told]:
    number: dict[str, object] = {"number": decision.number}
    chosen = (_lines(_ground(ground.code), ground.reason) for ground in decision.grounds)
    yield "restricted-grounds", number, _lines(*chosen, decision.note)
    if decision.proofs:
        yield "restricted-proofs", number, _lines(*(proof.text for proof in decision.proofs))
    court = decision.court
    if court is not None:
        in_force = "true" if court.in_force else "false"
        text = tr.tr("restricted-court-text", name=court.name, on=court.on, number=court.number, in_force=in_force)
        yield "restricted-court", number, text


def _heard(state: CaseState) -> Iterator[Told]:
    for interview in state.interviews:
        if interview.restricted:
            yield "restricted-interview", {"on": interview.on}, _lines(interview.officer, interview.record)
    for piece in state.evidence:
        if piece.restricted:
            about = tr.tr(f"evidence-about-{piece.about.replace('_', '-')}")
            yield "restricted-evidence", {"on": piece.on}, _lines(wording.capital(about), piece.text)


def _ground(code: str) -> str:
    try:
        return f"{code} · {grounds.ground(code).label(tr.language())}"
    except Refusal:
        return code  # a ground that a newer program knows


def _need(code: str) -> str:
    found = needs.needs().get(code)
    return f"{code} · {found.label(tr.language())}" if found else code


def _lines(*texts: str) -> str:
    return "\n".join(text for text in texts if text)
