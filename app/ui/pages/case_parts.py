"""The parts of the case file that only show: who the person is, the family, the deadlines with their reasons."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from app.domain import birth
from app.domain.case import Person, status
from app.domain.deadlines import Deadline
from app.domain.tasks import Task
from app.messages.deadlines import deadline_explanation, deadline_title
from app.ui import tr
from app.ui.desk import Desk
from app.ui.pages import wording
from app.ui.pages.case_action import Action
from app.ui.pages.case_actions import applicable, settling
from app.ui.pages.case_after import remedy_rows, stay_rows
from app.ui.pages.case_data import CaseView
from app.ui.pages.case_restricted import RestrictedPart
from app.ui.widgets.basic import button, label, rule
from app.ui.widgets.chip import Chip, DeadlineBadge
from app.ui.widgets.facts import KeyValue
from app.ui.widgets.page import scrolled
from app.ui.widgets.table import SmallTable

Rows = list[tuple[str, str]]


def clear(layout: QLayout) -> None:
    """Take every widget out of a layout and delete it."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


class _Tab(QWidget):
    """A tab whose content is made anew for each view."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.content = QVBoxLayout()
        self.content.setSpacing(12)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 14, 0, 0)
        outer.addWidget(scrolled(self.content))

    def _group(self, title: str, rows: Rows, columns: int = 3) -> None:
        self.content.addWidget(label(title, "caption"))
        pairs = KeyValue(columns)
        pairs.set_rows(rows)
        self.content.addWidget(pairs)
        self.content.addWidget(rule())


class OverviewTab(_Tab):
    """The applicant, the arrival, the claim, the stay; `restricted_asked` when what is restricted shall be shown."""

    restricted_asked = Signal()

    def show_view(self, view: CaseView) -> None:
        """Show a case."""
        clear(self.content)
        self._group("pages-group-person", _person_rows(view.state.applicant_person))
        if view.restricted:
            self.restricted = RestrictedPart()
            self.restricted.show_view(view)
            self.restricted.asked.connect(self.restricted_asked)
            self.content.addWidget(self.restricted)
        self._group("pages-group-application", _application_rows(view))
        self._group("pages-group-claim", _claim_rows(view, view.own or self.desk.allowed("see_restricted")), 1)
        self._group("pages-group-stay", _stay_rows(view))
        self.content.addStretch(1)


def _documents(person: Person) -> str:
    shown = [
        " ".join(part for part in (wording.label("document_types", d.type), d.series, d.number) if part)
        for d in person.documents
    ]
    if not shown and person.recorded.from_words:
        return tr.tr("pages-from-words")
    return "; ".join(shown)


def _person_rows(person: Person) -> Rows:
    recorded = person.recorded
    return [
        ("pages-cases-birth", wording.birth_text(recorded.birth)),
        ("pages-sex", wording.capital(tr.tr(f"sex-{recorded.sex.replace('_', '-')}"))),
        ("pages-cases-citizenship", wording.citizenship_text(person)),
        ("pages-birth-place", recorded.birth_place),
        ("pages-residence", wording.country(recorded.residence_country)),
        ("pages-marital", wording.label("marital", recorded.marital)),
        ("pages-languages", ", ".join(wording.label("languages", code) for code in recorded.languages)),
        ("pages-documents", _documents(person)),
        ("pages-iin", recorded.iin),
    ]


def _application_rows(view: CaseView) -> Rows:
    state = view.state
    lodged, arrival = state.lodged, state.arrival
    late = state.late
    entered = ""
    if arrival is not None:
        entered = wording.moment(arrival.entered_at) if arrival.entered_at else wording.day(arrival.entered_on)
    certificate = state.valid_certificate("refugee") or state.valid_certificate("asylum")
    return [
        ("pages-lodged", wording.moment(lodged.lodged_at) if lodged else ""),
        ("pages-cases-registered", wording.day(state.registered_on)),
        ("pages-way", wording.capital(tr.tr(f"way-{lodged.way.replace('_', '-')}")) if lodged else ""),
        ("pages-entered", entered),
        ("pages-entry-place", arrival.place if arrival else ""),
        ("pages-late", _late_text(late.days, late.hours) if late else ""),
        ("pages-certificate", certificate.number if certificate else ""),
        ("pages-valid-to", wording.day(certificate.valid_to) if certificate else ""),
        ("pages-border-receipt", lodged.border_receipt if lodged else ""),
        *remedy_rows(state),
    ]


def _late_text(days: int, hours: int) -> str:
    told = [tr.tr("pages-late-days", days=days)] if days else []
    return " ".join([*told, tr.tr("pages-late-hours", hours=hours)] if hours or not days else told)


def _claim_rows(view: CaseView, full: bool) -> Rows:
    claim = view.state.claim
    reasons = "; ".join(wording.label("reasons", code) for code in claim.reasons) if claim else ""
    rows = [("pages-reasons", reasons)]
    if full and claim is not None and claim.account:
        rows.append(("pages-account", claim.account))
    return rows


def _stay_rows(view: CaseView) -> Rows:
    state = view.state
    person, interpreter, representative = state.applicant_person, state.interpreter, state.representative
    return [
        ("pages-address", person.stay.text if person.stay else ""),
        ("pages-stay-since", wording.day(person.stay_from)),
        ("pages-phone", person.phone),
        ("pages-interpreter", interpreter.name if interpreter else ""),
        ("pages-interpreter-language", wording.label("languages", interpreter.language if interpreter else "")),
        ("pages-representative", representative.name if representative else ""),
        *stay_rows(view.stay),
    ]


class FamilyTab(_Tab):
    """The minors of this application, and relatives with their own files; `opened` asks for one of them."""

    opened = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        heads = ("pages-cases-name", "pages-relation", "pages-cases-birth", "pages-age", "pages-birth-document")
        self.minors = SmallTable("pages-minors", heads)
        self.relatives = SmallTable(
            "pages-relatives", ("pages-cases-name", "pages-relation", "pages-cases-number", "pages-cases-status")
        )
        self.relatives.opened.connect(self.opened)
        self.no_minors = label("pages-no-minors", "muted")
        self.no_relatives = label("pages-no-relatives", "muted")
        self.content.addWidget(label("pages-minors", "caption"))
        self.content.addWidget(self.minors)
        self.content.addWidget(self.no_minors)
        self.content.addSpacing(8)
        self.content.addWidget(label("pages-relatives", "caption"))
        self.content.addWidget(self.relatives)
        self.content.addWidget(self.no_relatives)
        self.content.addStretch(1)

    def show_view(self, view: CaseView) -> None:
        """Show a case."""
        minors = [("", self._minor(minor)) for minor in view.state.minors]
        relatives = [(r.case if r.state else "", self._relative(view, at)) for at, r in enumerate(view.relatives)]
        self.minors.set_rows(minors)
        self.relatives.set_rows(relatives)
        self.minors.setVisible(bool(minors))
        self.no_minors.setVisible(not minors)
        self.relatives.setVisible(bool(relatives))
        self.no_relatives.setVisible(not relatives)

    def _minor(self, minor: Person) -> Sequence[str]:
        document = minor.birth_document
        proof = tr.tr("pages-verbal") if document is None else f"{_type(document.type)} {document.number}"
        years = birth.age(minor.recorded.birth, self.desk.today)
        return (
            wording.names_text(minor.names),
            wording.label("relations", minor.relation),
            wording.birth_text(minor.recorded.birth),
            str(years),
            proof,
        )

    def _relative(self, view: CaseView, at: int) -> Sequence[str]:
        relative = view.relatives[at]
        state = relative.state
        name = wording.names_text(state.applicant_person.names) if state else relative.name
        shown = wording.status_text(status(state, self.desk.today)) if state else ""
        return (
            name,
            wording.label("relations", relative.relation),
            state.shown_number if state else wording.DASH,
            shown,
        )


def _type(code: str) -> str:
    return wording.label("document_types", code)


def _record_button(action: Action, what: str, pressed: Callable[[], object]) -> QPushButton:
    """The button beside a deadline or task that begins the act which settles it."""
    made = button("acts-row-record", pressed, kind="tiny")
    name = tr.tr(action.key)
    made.setAccessibleName(f"{name}: {what}")
    made.setToolTip(name)
    return made


class DeadlineBlock(QFrame):
    """One deadline: its name, day and colour, and below why it stands where it stands."""

    def __init__(self, deadline: Deadline, about: str, desk: Desk) -> None:
        super().__init__()
        language = tr.language()
        title = deadline_title(deadline, language)
        self.head = QHBoxLayout()
        self.head.setSpacing(10)
        self.head.addWidget(label(text=f"{title}: {about}" if about else title, role="strong", wrap=True), 1)
        badge = DeadlineBadge()
        badge.set_due(deadline.due, desk.today)
        self.head.addWidget(Chip(wording.day(deadline.due), wording.deadline_tone(deadline, desk.today)))
        self.head.addWidget(badge)
        badge.chip.set(badge.chip.text, wording.deadline_tone(deadline, desk.today))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 2, 0, 8)
        box.setSpacing(3)
        box.addLayout(self.head)
        self.lines = deadline_explanation(deadline, language)
        box.addWidget(label(text=" ".join(self.lines), role="small", wrap=True))
        self.setAccessibleName(f"{title} {wording.day(deadline.due)}")
        self.setAccessibleDescription(" ".join(self.lines))


class DeadlinesTab(_Tab):
    """What is due and why, and what stays open without a day; `asked` begins the act that settles one of them."""

    asked = Signal(str, str)
    """The kind of the deadline or task, and the person it is about."""

    def show_view(self, view: CaseView) -> None:
        """Show a case."""
        clear(self.content)
        self.buttons: dict[tuple[str, str], QPushButton] = {}
        offered = applicable(view, self.desk)
        if not view.deadlines and not view.tasks:
            self.content.addWidget(label("pages-no-deadlines", "muted"))
        for deadline in view.deadlines:
            about = wording.person_name(view.state, deadline.person) if deadline.kind == "majority" else ""
            block = DeadlineBlock(deadline, about, self.desk)
            self._offer(block.head, deadline, block.accessibleName(), settling(deadline.kind, view, offered))
            self.content.addWidget(block)
            self.content.addWidget(rule())
        if view.tasks:
            self.content.addWidget(label("pages-tasks", "caption"))
        for task in view.tasks:
            self.content.addWidget(self._task(task, view, offered))
        self.content.addStretch(1)

    def _task(self, task: Task, view: CaseView, offered: Sequence[Action]) -> QWidget:
        name = wording.person_name(view.state, task.person)
        told = tr.tr("task-" + task.kind.replace("_", "-"))
        text = f"{told} · {name}" if name else told
        line = label(text=text, wrap=True)
        line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(line, 1)
        self._offer(row, task, text, settling(task.kind, view, offered))
        return made

    def _offer(self, row: QHBoxLayout, due: Deadline | Task, what: str, action: Action | None) -> None:
        if action is None:
            return
        made = _record_button(action, what, lambda: self.asked.emit(due.kind, due.person))
        self.buttons[due.kind, due.person] = made
        row.addWidget(made)
