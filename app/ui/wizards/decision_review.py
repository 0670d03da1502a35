"""The last page of a decision: what was chosen, and what recording it brings."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.base.errors import Refusal
from app.domain.decisions import status_ends
from app.flows import take_decision as flow
from app.flows.typed import word
from app.ui import tr
from app.ui.widgets.basic import button, label
from app.ui.widgets.facts import KeyValue
from app.ui.wizards.decision_kind import Asked
from app.ui.wizards.sheet import Sheet, Values


class DecisionReview(Sheet):
    """Reads the decision back; a way to change each page."""

    page_asked = Signal(str, str)

    def __init__(self, values: Values, asked: Asked) -> None:
        super().__init__("review", values)
        self._asked = asked
        self._content = QWidget()
        self.body.addWidget(self._content)
        self.body.addStretch(1)

    def entered(self) -> None:
        self._read_back()

    def show_problems(self, problems: Mapping[str, Refusal]) -> None:
        self.shown_problems = dict(problems)
        self._read_back()

    def focus_field(self, name: str = "") -> None:
        self.setFocus()

    def focus_first_problem(self) -> bool:
        return bool(self.shown_problems)

    def _read_back(self) -> None:
        content = QWidget()
        box = QVBoxLayout(content)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(16)
        box.addWidget(self._tile())
        for page, pairs in (("kind", self._kind()), ("reasons", self._reasons())):
            head = QHBoxLayout()
            head.addWidget(label(f"decision-step-{page}", "strong"))
            change = button("intake-change", lambda page=page: self.page_asked.emit(page, ""), kind="link")  # type: ignore[misc]
            tr.keep(change, f"decision-change-{page}", "setAccessibleName")
            head.addWidget(change)
            head.addStretch(1)
            box.addLayout(head)
            facts = KeyValue(2)
            facts.set_rows(pairs)
            box.addWidget(facts)
        for code, reason in self._grounds():
            box.addWidget(label(text=code, role="strong", wrap=True))
            box.addWidget(label(text=reason, wrap=True))
        self.body.replaceWidget(self._content, content)
        self._content.hide()
        self._content.deleteLater()
        self._content = content

    def _tile(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("banner", "danger" if self.shown_problems else "info")
        box = QVBoxLayout(frame)
        box.setContentsMargins(16, 12, 16, 12)
        box.setSpacing(4)
        lines = [tr.sentence(refusal) for refusal in self.shown_problems.values()]
        box.addWidget(label("intake-review-wrong" if lines else "decision-review-promise", "strong"))
        for line in lines or self._promises():
            box.addWidget(label(text=f"•  {line}", wrap=True))
        return frame

    def _promises(self) -> list[str]:
        _matter, known = self._asked()
        kind = word(self.values, "kind")
        if kind == "postpone":
            return [tr.tr("decision-promise-postpone", until=word(self.values, "until"))]
        ends = status_ends(flow.decided_on(self.values, known), known)
        first = tr.tr("decision-promise-refuse") if kind == "refuse" else tr.tr("decision-promise-grant", to=ends)
        return [first, tr.tr("decision-promise-notices")]

    def _kind(self) -> list[tuple[str, str]]:
        kind = word(self.values, "kind")
        chosen = tr.tr(f"decision-choice-{kind.replace('_', '-')}") if kind else ""
        found = [("decision-field-kind", chosen), ("decision-field-on", word(self.values, "on"))]
        if word(self.values, "override_reason"):
            found.append(("decision-override", word(self.values, "override_reason")))
        return found

    def _reasons(self) -> list[tuple[str, str]]:
        matter, _known = self._asked()
        if word(self.values, "kind") == "postpone":
            return [("decision-until", word(self.values, "until")), ("decision-reason", word(self.values, "reason"))]
        covered = set(self.values.get("covers") or ())
        names = [person.names.full("kk_cyr") for person in matter.state.present if person.id in covered]
        found = [("decision-covers", ", ".join(names))]
        return [*found, ("decision-note", word(self.values, "note"))] if word(self.values, "note") else found

    def _grounds(self) -> list[tuple[str, str]]:
        if word(self.values, "kind") != "refuse":
            return []
        rows = flow.grounds_of(self.values)
        return [(" ".join(filter(None, (row["code"], word(row, "subcode")))), word(row, "reason")) for row in rows]
