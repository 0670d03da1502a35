"""The first page of a decision: kind and date, how the fingerprint registration stands, the way out of a bar."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Signal

from app.domain.birth import show
from app.domain.decisions import fingerprint_state
from app.domain.intake import Intake
from app.flows import take_decision as flow
from app.flows.take_decision import Matter
from app.flows.typed import word
from app.ui import tr
from app.ui.binding import Field
from app.ui.widgets.banner import Banner
from app.ui.widgets.basic import button
from app.ui.widgets.facts import KeyValue
from app.ui.wizards.choices import from_keys
from app.ui.wizards.fields import day
from app.ui.wizards.sheet import Form, Sheet, Values, closable_banner

Asked = Callable[[], tuple[Matter, Intake]]
_RESULTS = ("done", "not_required", "refused", "impossible")


def _kind_fields(asked: Asked) -> list[Field]:
    def overridable(values: Mapping[str, Any]) -> bool:
        matter, known = asked()
        return word(values, "kind").startswith("grant") and flow.override_offered(values, matter, known)

    kinds = from_keys("decision-choice", flow.KINDS)
    return [
        Field("kind", "decision-field-kind", "segments", required=True, options=kinds, span=0),
        day("on", "decision-field-on", required=True),
        Field("override_reason", "decision-override", span=2, max_length=1000, hint="decision-override-hint",
              shown_when=overridable),
    ]  # fmt: skip


def _answer_fields() -> list[Field]:
    def needs(*results: str) -> Callable[[Mapping[str, Any]], bool]:
        return lambda values: (word(values, "answer_result") or "done") in results

    return [
        Field("answer_result", "decision-answer-result", "choice", options=from_keys("request-result", _RESULTS)),
        Field("answer_reference", "decision-answer-reference", max_length=60, shown_when=needs("done")),
        Field("answer_reason", "decision-answer-reason", max_length=500, span=2,
              shown_when=needs("not_required", "refused", "impossible")),
        Field("answer_basis", "decision-answer-basis", max_length=300, shown_when=needs("not_required")),
        Field("answer_confirmed", "decision-answer-confirmed", max_length=200, shown_when=needs("not_required")),
    ]  # fmt: skip


class KindSheet(Sheet):
    """Grant, refuse, postpone; a grant that is barred says why and what may be done."""

    answer_asked = Signal()
    """Record the answer to the fingerprint referral as it is typed here."""

    def __init__(self, values: Values, asked: Asked) -> None:
        super().__init__("kind", _with_result(values))
        self._asked = asked
        self.person = KeyValue(3)
        self.body.addWidget(self.person)
        self.kind = self.add(Form(values, _kind_fields(asked)))
        self.tracing = closable_banner("warning", "decision-choose-postpone")
        self.tracing.acted.connect(self._on_postpone)
        self.fingerprints = Banner("info")
        self.body.addWidget(self.tracing)
        self.body.addWidget(self.fingerprints)
        self.answer = self.add(Form(values, _answer_fields(), "decision-fingerprints"))
        self.record = button("decision-answer-record", self.answer_asked.emit, icon="check")
        self.answer.head.addWidget(self.record)
        self.body.addStretch(1)
        self.changed.connect(lambda _name: self.tell())

    def use(self, values: Values) -> None:
        super().use(_with_result(values))

    def entered(self) -> None:
        self.tell()

    def retell(self) -> None:
        super().retell()
        self.tell()

    def tell(self) -> None:
        """Say how the fingerprint registration stands and what a grant waits for."""
        matter, known = self._asked()
        blocked = flow.blocked_by_fingerprints(self.values, matter, known)
        person = matter.state.applicant_person
        self.person.set_rows([
            ("intake-column-name", person.names.full("kk_cyr")),
            ("intake-birth", show(person.recorded.birth)),
            ("intake-review-case", matter.state.shown_number),
        ])  # fmt: skip
        state = tr.tr(f"decision-fingerprints-{fingerprint_state(matter.state).replace('_', '-')}")
        text = f"{state} {tr.tr('decision-blocked')}" if blocked else state
        self.fingerprints.show_text(text, "danger" if blocked else "info")
        self.answer.setVisible(blocked)
        self.tracing.show_text(tr.tr("decision-tracing"), "warning")
        self.tracing.setVisible(flow.awaits_tracing(matter) and word(self.values, "kind") != "postpone")
        self.kind.repack()

    def _on_postpone(self) -> None:
        self.values["kind"] = "postpone"
        self.kind.reload(["kind"])
        self.changed.emit("kind")
        self.kind.binder.focus("kind")


def _with_result(values: Values) -> Values:
    """What is recorded when nothing else is chosen is shown as chosen."""
    if not word(values, "answer_result"):
        values["answer_result"] = "done"
    return values
