"""The last page: what was entered, read back in words, and what registering will bring."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.base.errors import Refusal
from app.domain import reference
from app.flows import family
from app.flows import register_application as flow
from app.flows.person import PARTS, SPELLINGS, full_name
from app.flows.typed import chosen, word
from app.ui import tr
from app.ui.widgets.basic import button, label
from app.ui.widgets.facts import KeyValue
from app.ui.wizards.choices import capital
from app.ui.wizards.intake_applicant import Known
from app.ui.wizards.sheet import Sheet, Values

Pairs = list[tuple[str, str]]
_LEFT = "\u200e"
"""Keeps a name in Arabic script at the left edge of its cell, under its label."""


class ReviewSheet(Sheet):
    """Sections with a way back to each page."""

    page_asked = Signal(str, str)
    """The clerk wants to change something: the page and the field."""

    def __init__(self, values: Values, known: Known) -> None:
        super().__init__("review", values)
        self._known = known
        self._content = QWidget()
        self.body.addWidget(self._content)
        self.body.addStretch(1)

    def entered(self) -> None:
        self._read_back()

    def use(self, values: Values) -> None:
        super().use(values)
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
        if self.shown_problems:
            box.addWidget(self._wrong())
        else:
            box.addWidget(self._promise())
        for page, heading, pairs in (
            ("applicant", "intake-step-applicant", self._applicant()),
            ("documents", "intake-step-documents", self._documents()),
            ("arrival", "intake-step-arrival", self._arrival()),
            ("stay", "intake-step-stay", self._stay()),
        ):
            box.addLayout(self._section(page, heading))
            facts = KeyValue(3)
            facts.set_rows(pairs)
            box.addWidget(facts)
        box.addLayout(self._section("family", "intake-step-family"))
        for line in self._family():
            box.addWidget(label(text=line, wrap=True))
        self.body.replaceWidget(self._content, content)
        self._content.hide()
        self._content.deleteLater()
        self._content = content

    def _section(self, page: str, heading: str) -> QHBoxLayout:
        head = QHBoxLayout()
        head.addWidget(label(heading, "strong"))
        change = button("intake-change", lambda: self.page_asked.emit(page, ""), kind="link")
        tr.keep(change, f"intake-change-{page}", "setAccessibleName")
        head.addWidget(change)
        head.addStretch(1)
        return head

    def _wrong(self) -> QFrame:
        frame, box = _tile("danger")
        box.addWidget(label("intake-review-wrong", "strong"))
        for field, refusal in self.shown_problems.items():
            page = flow.page_of(field)
            text = f"{tr.tr(f'intake-step-{page}')}: {tr.sentence(refusal)}"
            line = QHBoxLayout()
            line.addWidget(label(text=text, wrap=True), 1)
            line.addWidget(button("intake-change", lambda p=page, f=field: self.page_asked.emit(p, f), kind="link"))  # type: ignore[misc]
            box.addLayout(line)
        return frame

    def _promise(self) -> QFrame:
        frame, box = _tile("info")
        box.addWidget(label("intake-review-promise", "strong"))
        try:
            expected = flow.expected(self.values, self._known())
        except Refusal as refusal:
            box.addWidget(label(text=tr.sentence(refusal), wrap=True))
            return frame
        referrals = ", ".join(tr.tr(f"request-to-{to.replace('_', '-')}") for to in expected.referrals)
        for line in (
            tr.tr("intake-promise-applications", count=expected.applications),
            tr.tr("intake-promise-certificates", count=expected.certificates, until=expected.valid_to),
            tr.tr("intake-promise-minors", count=expected.minors) if expected.minors else "",
            tr.tr("intake-promise-decision", on=expected.decide_by),
            tr.tr("intake-promise-referrals", list=referrals),
            self._late_line(),
        ):
            if line:
                box.addWidget(label(text=f"•  {line}", wrap=True))
        return frame

    def _late_line(self) -> str:
        late = flow.lateness(self.values, self._known())
        if late is None:
            return ""
        return tr.tr(
            "intake-promise-late-days" if late.days else "intake-promise-late-hours", count=late.days or late.hours
        )

    def _applicant(self) -> Pairs:
        values, found = self.values, []
        for spelling in SPELLINGS:
            name = " ".join(filter(None, (word(values, f"{part}_{spelling}") for part in PARTS)))
            if name:
                found.append((f"intake-spelling-{spelling}", _LEFT + name))
        found += [
            ("intake-birth", word(values, "birth")),
            ("intake-sex", _key_text("sex", word(values, "sex"))),
            ("intake-citizenship", _label("countries", word(values, "citizenship"))),
        ]
        if flow.unaccompanied(values, self._known()):
            found.append(("intake-unaccompanied-short", tr.tr("ui-yes")))
        return found

    def _documents(self) -> Pairs:
        values = self.values
        found = []
        for prefix, key in (("doc", "intake-document-first"), ("doc2", "intake-document-second")):
            if word(values, f"{prefix}_number"):
                kind = _label("document_types", word(values, f"{prefix}_type"))
                valid = word(values, f"{prefix}_valid")
                found.append((key, " ".join(filter(None, (kind, word(values, f"{prefix}_number"), valid)))))
        if chosen(values, "from_words"):
            found.append(("intake-from-words", tr.tr("ui-yes")))
        found += [(key, word(values, name)) for name, key in (("iin", "intake-iin"),) if word(values, name)]
        return found

    def _arrival(self) -> Pairs:
        values = self.values
        reasons = ", ".join(_label("reasons", code) for code in values.get("reasons") or ["not_stated"])
        found = [("intake-way", _key_text("way", word(values, "way")))]
        for name in ("entered_on", "entered_at", "learned_on", "lodged_at", "lodged_at_border", "border_receipt",
                     "detained_at", "notified_at", "detaining_body", "place"):  # fmt: skip
            if word(values, name):
                found.append((f"intake-{name.replace('_', '-')}", word(values, name)))
        return [*found, ("intake-reasons", reasons)]

    def _stay(self) -> Pairs:
        values = self.values
        region = next((r.label(tr.language()) for r in reference.regions() if r.kato == word(values, "kato")), "")
        found = [("intake-address", ", ".join(filter(None, (region, word(values, "address")))))]
        if word(values, "interpreter_name"):
            language = _label("languages", word(values, "interpreter_language"))
            found.append(("intake-interpreter", f"{word(values, 'interpreter_name')}, {language}"))
        if word(values, "representative_name"):
            found.append(("intake-representative", word(values, "representative_name")))
        return found

    def _family(self) -> list[str]:
        rows = family.rows_of(self.values)
        lines = []
        for row in rows:
            relation = _label("relations", word(row, "relation"))
            place = tr.tr(f"intake-place-{row.get('kind')}")
            lines.append(", ".join(filter(None, (family.name_of(row), relation, word(row, "birth"), place))))
        return lines or [tr.tr("intake-family-alone", name=full_name(self.values))]


def _tile(tone: str) -> tuple[QFrame, QVBoxLayout]:
    frame = QFrame()
    frame.setProperty("banner", tone)
    box = QVBoxLayout(frame)
    box.setContentsMargins(16, 12, 16, 12)
    box.setSpacing(4)
    return frame, box


def _label(name: str, code: str) -> str:
    return capital(reference.label(name, code, tr.language())) if code else ""


def _key_text(prefix: str, code: str) -> str:
    return capital(tr.tr(f"{prefix}-{code.replace('_', '-')}")) if code else ""
