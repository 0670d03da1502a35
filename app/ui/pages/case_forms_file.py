"""The small forms of the file itself: documents shown, citizenship established, referrals, registration, stages."""

from datetime import date

from app.domain.case import CaseState, status
from app.domain.commands import (
    AssignCase,
    CorrectPerson,
    DocumentData,
    DoStage,
    ExplainLateness,
    RecordRequest,
    RegisterLodged,
    ShowDocument,
)
from app.domain.facts.persons import PersonChanges
from app.domain.reference import STATELESS, UNDETERMINED, entries
from app.domain.requests import REFUGEE
from app.domain.stages import stages
from app.domain.tasks import open_tasks
from app.ui import tr
from app.ui.binding import Field
from app.ui.editors.editor import Option
from app.ui.pages import wording
from app.ui.pages.act_dialog import ActForm
from app.ui.pages.case_fields import Values, chosen, date_of, day, moment_of, person_field, text_of

_BODIES = ("iab_stay", "medical", "guardian", "travel_document", "nsc", "iab", "tracing", "other")
_ASKED_OF = {"refer_guardian": "guardian", "awaiting_tracing": "tracing", "iab_stay_after_move": "iab_stay"}
"""To whom an open task asks a referral to go."""
RECORDED_STAGES = ("check", "prepare", "sitting")
"""The stages that no other fact shows; the head's appointment has a form of its own."""


def document(state: CaseState, _today: date) -> ActForm:
    """A document was shown later (X-nodoc)."""
    fields = (
        Field(
            "type", "pages-document-type", "choice", required=True, options=lambda: wording.options("document_types")
        ),
        Field("number", "pages-document-number", max_length=60),
        Field("series", "acts-document-series", max_length=20),
        Field("country", "acts-document-country", "choice", options=lambda: wording.options("citizenships")),
        day("issued_on", "pages-document-issued"),
        day("valid_to", "pages-valid-to"),
        Field("issuer", "pages-document-issuer", span=0, max_length=200),
        *person_field(state.present),
    )

    def command(v: Values) -> ShowDocument:
        shown = DocumentData(
            type=chosen(v, "type"),
            number=text_of(v, "number"),
            series=text_of(v, "series"),
            issuer=text_of(v, "issuer"),
            country=text_of(v, "country"),
            issued_on=date_of(v, "issued_on"),
            valid_to=date_of(v, "valid_to"),
        )
        return ShowDocument(case=state.id, document=shown, person=text_of(v, "person"))

    return ActForm("acts-document", fields, {"type": "passport", "person": state.applicant}, command)


def citizenship(state: CaseState, today: date) -> ActForm:
    """The citizenship of a person was established (L-1.9): a correction with what shows it."""
    open_now = [state.persons[task.person] for task in open_tasks(state) if task.kind == "establish_citizenship"]
    fields = (
        Field("citizenship", "acts-citizenship-found", "choice", required=True, options=_citizenships),
        day("on", "pages-on"),
        *person_field(open_now, alone=True),
        Field("document", "acts-citizenship-document", span=0, required=True, max_length=300),
        Field("reason", "pages-reason", span=0, required=True, max_length=300),
    )

    def command(v: Values) -> CorrectPerson:
        code = chosen(v, "citizenship")
        found = () if code == STATELESS else (code,)
        changes = PersonChanges(citizenships=found, stateless="no" if found else "yes")
        return CorrectPerson(
            case=state.id,
            changes=changes,
            reason=text_of(v, "reason"),
            document=text_of(v, "document"),
            person=text_of(v, "person"),
            on=date_of(v, "on"),
        )

    values = {"on": today.isoformat(), "person": open_now[0].id, "reason": tr.tr("acts-citizenship-reason")}
    return ActForm("acts-citizenship", fields, values, command)


def _citizenships() -> list[Option]:
    listed = entries("citizenships")
    return [Option(e.code, wording.capital(e.label(tr.language()))) for e in listed if e.code != UNDETERMINED]


def request(state: CaseState, today: date) -> ActForm:
    """A referral or request went out."""
    asked = next((_ASKED_OF[task.kind] for task in open_tasks(state, today) if task.kind in _ASKED_OF), "")
    left = {"travel_document"} if status(state, today) not in REFUGEE else set()
    bodies = tuple(body for body in _BODIES if body not in left)
    fields = (
        Field("to", "acts-request-to", "choice", required=True, options=lambda: wording.choices("request-to", bodies)),
        day("on", "pages-on"),
    )
    return ActForm(
        "acts-request",
        fields,
        {"to": asked, "on": today.isoformat()},
        lambda v: RecordRequest(case=state.id, to=chosen(v, "to"), on=date_of(v, "on")),  # type: ignore[arg-type]
    )


def lateness(state: CaseState, _today: date) -> ActForm:
    """Why the application, or the application to extend, came late became known (L-10.1a, L-11.5c, f-07)."""
    first = any(task.kind == "late_reason" for task in open_tasks(state))
    return ActForm(
        "acts-lateness",
        (Field("reason", "acts-lateness-why", "text", span=0, required=True, rows=3),),
        {},
        lambda v: ExplainLateness(case=state.id, reason=text_of(v, "reason"), kind="grant" if first else "extension"),
        note="acts-lateness-first" if first else "acts-lateness-extension",
    )


def register(state: CaseState, today: date) -> ActForm:
    """The application of a file that holds an intention is registered, with its certificate (L-10.4b, L-10.6a)."""
    fields = (
        day("lodged_at", "pages-lodged") if state.lodged is None else None,
        Field("late_reason", "acts-late-reason", span=0, max_length=200),
    )
    return ActForm(
        "acts-register",
        tuple(field for field in fields if field),
        {"lodged_at": today.isoformat()} if state.lodged is None else {},
        lambda v: RegisterLodged(
            case=state.id, lodged_at=moment_of(v, "lodged_at", today), late_reason=text_of(v, "late_reason")
        ),
        note="acts-register-note",
    )


def stage(state: CaseState, today: date) -> ActForm:
    """An internal stage was done that no other fact shows (`grounds.md` 6)."""
    left = [one for one in stages() if one.code in RECORDED_STAGES and one.code not in state.stages]
    fields = (
        Field(
            "stage",
            "acts-stage-which",
            "choice",
            required=True,
            span=0,
            options=lambda: [Option(one.code, wording.capital(one.label(tr.language()))) for one in left],
        ),
        day("on", "pages-on"),
    )
    return ActForm(
        "acts-stage",
        fields,
        {"stage": left[0].code, "on": today.isoformat()},
        lambda v: DoStage(case=state.id, stage=chosen(v, "stage"), on=date_of(v, "on")),  # type: ignore[arg-type]
    )


def assign(state: CaseState, today: date) -> ActForm:
    """The head appoints the responsible officer."""
    fields = (
        Field("user", "acts-assign-user", required=True, max_length=60, hint="acts-assign-user-hint"),
        day("on", "pages-on"),
    )
    return ActForm(
        "acts-assign",
        fields,
        {"on": today.isoformat()},
        lambda v: AssignCase(case=state.id, user=text_of(v, "user"), on=date_of(v, "on")),
    )
