"""The small forms after a decision: extension, lapse, certificates that ended; appeals are `case_forms_appeals`."""

from datetime import date

from app.domain.case import CaseState
from app.domain.closing import valid_certificates
from app.domain.commands import (
    EndCertificate,
    LodgeExtension,
    RecordLapse,
    TakeDecision,
    WithdrawApplication,
)
from app.ui.binding import Field
from app.ui.editors.editor import Option
from app.ui.pages import wording
from app.ui.pages.act_dialog import ActForm
from app.ui.pages.case_fields import chosen, date_of, day, moment_of, text_of

_ENDINGS = ("returned", "lost", "spoiled", "destroyed")


def extension(state: CaseState, today: date) -> ActForm:
    """The refugee applies for an extension; late is flagged and accepted (L-11.5c, f-09)."""
    fields = (
        day("lodged_at", "pages-lodged"),
        Field("late_reason", "acts-late-reason", span=0, max_length=300),
    )
    return ActForm(
        "acts-extension",
        fields,
        {"lodged_at": today.isoformat()},
        lambda v: LodgeExtension(
            case=state.id, lodged_at=moment_of(v, "lodged_at", today), late_reason=text_of(v, "late_reason")
        ),
        note="acts-extension-note",
    )


def extension_decision(state: CaseState, today: date) -> ActForm:
    """The decision on an application to extend (L-11.5c, f-41)."""
    fields = (
        Field(
            "kind",
            "decision-field-kind",
            "segments",
            span=0,
            options=lambda: wording.choices("acts-extension-kind", ("extend", "refuse_extend")),
        ),
        day("on", "pages-on"),
        Field(
            "note",
            "acts-extension-reason",
            "text",
            span=0,
            rows=4,
            new_row=True,
            hint="acts-extension-reason-hint",
        ),
    )
    return ActForm(
        "acts-extension-decision",
        fields,
        {"kind": "extend", "on": today.isoformat()},
        lambda v: TakeDecision(
            case=state.id,
            kind=chosen(v, "kind"),  # type: ignore[arg-type]
            on=date_of(v, "on"),
            note=text_of(v, "note"),
        ),
    )


def extension_withdrawn(state: CaseState, today: date) -> ActForm:
    """The refugee withdraws the application to extend; the status runs on (L-8.1.3)."""
    return ActForm(
        "acts-extension-withdrawn",
        (day("on", "pages-on"), Field("statement", "acts-extension-statement", max_length=300)),
        {"on": today.isoformat()},
        lambda v: WithdrawApplication(
            case=state.id, kind="extension", on=date_of(v, "on"), statement=text_of(v, "statement")
        ),
        kind="danger",
    )


def lapse(state: CaseState, today: date) -> ActForm:
    """The status ended with its term, not extended (L-14.2)."""
    return ActForm(
        "acts-lapse",
        (day("on", "pages-on"),),
        {"on": today.isoformat()},
        lambda v: RecordLapse(case=state.id, on=date_of(v, "on")),
        note="acts-lapse-note",
        kind="danger",
    )


def certificate_end(state: CaseState, today: date) -> ActForm:
    """A valid certificate came back, was lost, spoiled or destroyed (X-cert, L-11.5b)."""
    valid = sorted(valid_certificates(state), key=lambda one: one.kind != "refugee")  # that one is asked back first
    fields = (
        Field(
            "number",
            "pages-certificate",
            "choice",
            required=True,
            options=lambda: [Option(c.number, c.number) for c in valid],
        ),
        day("on", "pages-on"),
        Field(
            "how",
            "acts-certificate-end-how",
            "segments",
            span=0,
            options=lambda: wording.choices("certificate-ended", _ENDINGS),
        ),
        Field(
            "reason",
            "acts-certificate-end-reason",
            span=0,
            max_length=300,
            shown_when=lambda v: v.get("how") in {"lost", "spoiled", "destroyed"},
        ),
    )
    return ActForm(
        "acts-certificate-end",
        fields,
        {"number": valid[0].number, "how": "returned", "on": today.isoformat()},
        lambda v: EndCertificate(
            case=state.id,
            number=chosen(v, "number"),
            how=chosen(v, "how"),  # type: ignore[arg-type]
            reason=text_of(v, "reason") if v.get("how") != "returned" else "",
            on=date_of(v, "on"),
        ),
    )
