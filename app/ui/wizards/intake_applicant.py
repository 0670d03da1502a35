"""The pages on the applicant: who, by which documents, how and why the person came, where the person stays."""

from collections.abc import Callable

from app.domain.intake import Intake
from app.domain.translit import QLetter
from app.flows import register_application as flow
from app.flows.person import iin_warnings, is_minor
from app.flows.typed import chosen
from app.ui import tr
from app.ui.widgets.banner import Banner
from app.ui.wizards import fields
from app.ui.wizards.person_form import PersonForms
from app.ui.wizards.sheet import Form, Sheet, Values

Known = Callable[[], Intake]


class ApplicantSheet(Sheet):
    """Names, birth, sex, citizenship; a minor applies alone only when unaccompanied (L-10.7b)."""

    def __init__(self, values: Values, known: Known, q: Callable[[], QLetter]) -> None:
        super().__init__("applicant", values)
        self._known = known
        self.person = PersonForms(self, values, lambda: known().today, q, alone=True)
        self.minor_note = Banner("warning")
        self.body.insertWidget(self.body.count() - 1, self.minor_note)
        self.body.addStretch(1)
        self.changed.connect(lambda _name: self.tell())
        self.tell()

    def use(self, values: Values) -> None:
        super().use(values)
        self.tell()

    def retell(self) -> None:
        super().retell()
        self.tell()

    def tell(self) -> None:
        """Explain what follows from the age."""
        known = self._known()
        under_age = is_minor(self.values, known.today, known.leap_day)
        alone = under_age and chosen(self.values, "unaccompanied")
        self.minor_note.setVisible(under_age)
        if under_age:
            key = "intake-minor-alone-note" if alone else "intake-minor-note"
            self.minor_note.show_text(tr.tr(key), "info" if alone else "warning")


class DocumentsSheet(Sheet):
    """Documents, or the person's words; and what may be asked besides."""

    def __init__(self, values: Values, known: Known) -> None:
        super().__init__("documents", values)
        self._known = known
        self.add(Form(values, fields.document("doc"), "intake-document-first"))
        self.words = self.add(Form(values, [fields.from_words()]))
        self.add(Form(values, fields.document("doc2", compact=True), "intake-document-second"))
        self.more = self.add(Form(values, fields.more_of_person(), "intake-more"))
        self.iin_note = Banner("warning")
        self.iin_note.hide()
        self.body.addWidget(self.iin_note)
        self.body.addStretch(1)
        self.changed.connect(lambda _name: self.tell())

    def entered(self) -> None:
        for form in self.forms:
            form.reload()
        self.tell()

    def retell(self) -> None:
        super().retell()
        self.tell()

    def tell(self) -> None:
        """Say what in the IIN differs; it stops nothing."""
        found = iin_warnings(self.values, self._known().today)
        self.iin_note.setVisible(bool(found))
        if found:
            self.iin_note.show_text(
                " ".join(tr.tr("warning-" + one.replace(".", "-").replace("_", "-")) for one in found)
            )


class ArrivalSheet(Sheet):
    """How and when the person came, what the person fears; a late lodging is told and asked about, never refused."""

    def __init__(self, values: Values, known: Known) -> None:
        super().__init__("arrival", values)
        self._known = known
        self.add(Form(values, fields.lodging()))
        self.late_note = Banner("warning")
        self.late_note.hide()
        self.body.addWidget(self.late_note)
        self.late = self.add(Form(values, [fields.late_reason(lambda v: flow.lateness(v, known()) is not None)]))
        self.add(Form(values, fields.claim(), "intake-claim"))
        self.body.addStretch(1)
        self.changed.connect(lambda _name: self.tell())
        self.left.connect(lambda _name: self.tell())

    def entered(self) -> None:
        self.tell()

    def use(self, values: Values) -> None:
        super().use(values)
        self.tell()

    def retell(self) -> None:
        super().retell()
        self.tell()

    def tell(self) -> None:
        """Say by how much the lodging is late (L-10.1a, L-10.1b, L-10.3b; f-07)."""
        late = flow.lateness(self.values, self._known())
        self.late_note.setVisible(late is not None)
        self.late.repack()
        if late is not None:
            key = "intake-late-days" if late.days else "intake-late-hours"
            amount = late.days or late.hours
            self.late_note.show_text(tr.tr(key, count=amount, last=late.last_day), "warning")


class StaySheet(Sheet):
    """Where the person stays, who interprets, who represents."""

    def __init__(self, values: Values, known: Known) -> None:
        super().__init__("stay", values)
        self._known = known
        self.add(Form(values, fields.stay(), "intake-stay"))
        self.add(Form(values, fields.interpreter(), "intake-interpreter"))
        self.guardian_note = Banner("info")
        self.guardian_note.hide()
        self.body.addWidget(self.guardian_note)
        self.add(Form(values, fields.representative(), "intake-representative"))
        self.body.addStretch(1)

    def retell(self) -> None:
        super().retell()
        self.entered()

    def entered(self) -> None:
        alone = flow.unaccompanied(self.values, self._known())
        self.guardian_note.setVisible(alone)
        if alone:
            self.guardian_note.show_text(tr.tr("intake-guardian-note"), "info")
