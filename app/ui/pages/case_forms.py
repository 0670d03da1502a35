"""The small forms of the case file, as tables of fields; which of them applies is decided in `case_actions`."""

from datetime import date

from app.base.errors import Refusal
from app.domain.case import CaseState
from app.domain.closing import DUPLICATE, ERROR, valid_certificates
from app.domain.commands import (
    AddNote,
    CloseCase,
    IssueCertificate,
    PostponeConsideration,
    ProveMinor,
    RecordAnswer,
    RecordConsent,
    SendNotice,
    ServeDecision,
    WithdrawApplication,
)
from app.domain.facts.values import BirthDocument
from app.domain.permissions import HANDED_OVER
from app.domain.terms import add_months
from app.ui.binding import Field
from app.ui.editors.editor import Option, Options
from app.ui.pages import wording
from app.ui.pages.act_dialog import ActForm
from app.ui.pages.case_fields import Values, day, required_date

BODIES = ("authorised_body", "iab")
_FINGERPRINTS = ("done", "refused", "impossible", "not_required")
_ANSWERS = ("received", "refused", "impossible")


def unanswered(state: CaseState) -> tuple[str, ...]:
    """The kinds of referrals of the applicant that wait for an answer."""
    kinds = dict.fromkeys(request.to for request in state.requests if request.person == state.applicant)
    return tuple(to for to in kinds if (found := state.request_for(to)) is not None and found.answer is None)


def fingerprints(state: CaseState, today: date) -> ActForm:
    """Fingerprint registration: done, refused, impossible or not required (L-10.6c, f-14)."""

    def command(values: Values) -> RecordAnswer:
        result = values["result"]
        return RecordAnswer(
            case=state.id,
            to="fingerprints",
            result=result,
            on=wording.to_date(values.get("on"), "on"),
            reason=values.get("reason", "") if result != "done" else "",
            basis=values.get("basis", "") if result == "not_required" else "",
            confirmed_by=values.get("confirmed_by", "") if result == "not_required" else "",
            reference=values.get("reference", "") if result == "done" else "",
        )

    fields = (
        Field(
            "result",
            "pages-answer-result",
            "segments",
            span=0,
            options=lambda: wording.choices("request-result", _FINGERPRINTS),
        ),
        day("on", "pages-on"),
        Field("reference", "pages-answer-reference", shown_when=lambda v: v.get("result") == "done"),
        Field("reason", "pages-reason", span=0, required=True, shown_when=lambda v: v.get("result") != "done"),
        Field("basis", "pages-answer-basis", required=True, shown_when=lambda v: v.get("result") == "not_required"),
        Field(
            "confirmed_by",
            "pages-answer-confirmed",
            required=True,
            shown_when=lambda v: v.get("result") == "not_required",
        ),
    )
    return ActForm("pages-act-fingerprints", fields, {"result": "done", "on": today.isoformat()}, command)


def answer(state: CaseState, today: date) -> ActForm:
    """The answer to another referral."""
    open_now = tuple(to for to in unanswered(state) if to != "fingerprints")

    def command(values: Values) -> RecordAnswer:
        return RecordAnswer(
            case=state.id,
            to=values["to"],
            result=values["result"],
            on=wording.to_date(values.get("on"), "on"),
            reason=values.get("reason", ""),
            reference=values.get("reference", ""),
        )

    fields = (
        Field(
            "to", "pages-answer-to", "choice", required=True, options=lambda: wording.choices("request-to", open_now)
        ),
        day("on", "pages-on"),
        Field(
            "result",
            "pages-answer-result",
            "segments",
            span=0,
            options=lambda: wording.choices("request-result", _ANSWERS),
        ),
        Field("reason", "pages-reason", span=0, shown_when=lambda v: v.get("result") != "received"),
        Field("reference", "pages-answer-reference", span=0),
    )
    values = {"to": open_now[0], "result": "received", "on": today.isoformat()}
    return ActForm("pages-act-answer", fields, values, command)


def postpone(state: CaseState, today: date) -> ActForm:
    """Postpone the final decision (L-11.1b)."""
    fields = (
        day("until", "pages-postpone-until", required=True),
        day("on", "pages-on"),
        Field("reason", "pages-postpone-reason", "text", span=0, required=True, rows=3),
    )
    values = {"until": add_months(today, 6).isoformat(), "on": today.isoformat()}
    return ActForm(
        "pages-act-postpone",
        fields,
        values,
        lambda v: PostponeConsideration(
            case=state.id,
            until=required_date(v, "until"),
            on=wording.to_date(v.get("on"), "on"),
            reason=v.get("reason", ""),
        ),
        note="pages-act-postpone-note",
    )


def consent(state: CaseState, today: date) -> ActForm:
    """The consent of the person to status for family unity (L-11.2b)."""
    fields = (
        Field(
            "given",
            "pages-consent-given",
            "segments",
            options=lambda: wording.choices("pages-consent", ("yes", "no")),
            span=0,
        ),
        day("on", "pages-on"),
    )
    return ActForm(
        "pages-act-consent",
        fields,
        {"given": "yes", "on": today.isoformat()},
        lambda v: RecordConsent(case=state.id, given=v["given"] == "yes", on=wording.to_date(v.get("on"), "on")),
    )


def serve(state: CaseState, today: date) -> ActForm:
    """The copy of the decision was handed over or sent (L-11.6)."""
    fields = (
        Field(
            "way",
            "pages-serve-way",
            "segments",
            span=0,
            options=lambda: wording.choices("served-way", ("hand", "post")),
        ),
        day("on", "pages-serve-on"),
        day("learnt_on", "pages-serve-learnt"),
        Field("proof", "pages-serve-proof", span=0),
    )
    return ActForm(
        "pages-act-serve",
        fields,
        {"way": "hand", "on": today.isoformat(), "learnt_on": today.isoformat()},
        lambda v: ServeDecision(
            case=state.id,
            way=v["way"],
            on=wording.to_date(v.get("on"), "on"),
            learnt_on=wording.to_date(v.get("learnt_on"), "learnt_on"),
            proof=v.get("proof", ""),
        ),
    )


def notice(state: CaseState, today: date) -> ActForm:
    """Another body was told of the decision (L-10.8)."""
    told = state.decisions[-1].told
    left = tuple(body for body in BODIES if body not in told)
    fields = (
        Field("to", "pages-notice-to", "segments", span=0, options=lambda: wording.choices("notice-to", left)),
        Field(
            "way",
            "pages-notice-way",
            "segments",
            span=0,
            options=lambda: wording.choices("notice-way", ("paper", "bundle")),
        ),
        day("on", "pages-on"),
    )
    return ActForm(
        "pages-act-notice",
        fields,
        {"to": left[0], "way": "paper", "on": today.isoformat()},
        lambda v: SendNotice(case=state.id, to=v["to"], way=v["way"], on=wording.to_date(v.get("on"), "on")),
    )


def prove_birth(state: CaseState, _today: date) -> ActForm:
    """The birth document of a minor listed from words was shown."""
    open_now = [minor for minor in state.minors if minor.verbal]

    def command(values: Values) -> ProveMinor:
        if not values.get("number", "").strip():
            raise Refusal("pages.document_missing", field="number")
        document = BirthDocument(
            type=values["type"],
            number=values["number"].strip(),
            issued_on=wording.to_date(values.get("issued_on"), "issued_on"),
            issuer=values.get("issuer", ""),
        )
        return ProveMinor(case=state.id, minor=values["minor"], birth_document=document)

    fields = (
        Field(
            "minor",
            "pages-minor",
            "choice",
            required=True,
            options=lambda: [Option(m.id, wording.names_text(m.names)) for m in open_now],
        ),
        Field("type", "pages-document-type", "choice", options=lambda: wording.options("document_types")),
        Field("number", "pages-document-number", required=True, max_length=60),
        day("issued_on", "pages-document-issued"),
        Field("issuer", "pages-document-issuer", span=0, max_length=200),
    )
    values = {"minor": open_now[0].id, "type": "birth_certificate"}
    return ActForm("pages-act-prove", fields, values, command)


def certificate(state: CaseState, _today: date) -> ActForm:
    """A new asylum-seeker certificate for three months (X-cert)."""
    fields = (Field("late_reason", "pages-certificate-note", span=0, max_length=200),)
    return ActForm(
        "pages-act-certificate",
        fields,
        {},
        lambda v: IssueCertificate(case=state.id, kind="asylum", late_reason=v.get("late_reason", "")),
        note="pages-act-certificate-note",
    )


def booklet(state: CaseState, _today: date) -> ActForm:
    """The refugee certificate (L-11.5b)."""
    fields = (
        Field("blank", "pages-certificate-blank", max_length=20, hint="pages-certificate-blank-hint"),
        Field("late_reason", "pages-certificate-late", max_length=200),
    )
    return ActForm(
        "pages-act-booklet",
        fields,
        {},
        lambda v: IssueCertificate(
            case=state.id, kind="refugee", blank=v.get("blank", "").strip(), late_reason=v.get("late_reason", "")
        ),
    )


def withdraw(state: CaseState, today: date) -> ActForm:
    """The person withdraws the application (L-8.1.3)."""
    return ActForm(
        "pages-act-withdraw",
        (day("on", "pages-on"),),
        {"on": today.isoformat()},
        lambda v: WithdrawApplication(case=state.id, on=wording.to_date(v.get("on"), "on")),
        note="pages-act-withdraw-note",
        kind="danger",
    )


def close(state: CaseState, today: date) -> ActForm:
    """Close the file for a reason that is no ground (f-30): an error needs a reason and a second person.

    A duplicate is closed by merging it into the file in which it goes on, and by nothing else.
    """
    fields = [
        Field("reason", "law-remedies-close-reason", span=0, new_row=True, shown_when=lambda v: bool(v.get("code"))),
        Field("second", "law-remedies-close-second", required=True, shown_when=lambda v: v.get("code") == ERROR),
    ]
    if valid_certificates(state):
        ended = ("returned", "lost", "destroyed")
        fields.append(
            Field(
                "certificate",
                "law-remedies-close-certificate",
                "segments",
                span=0,
                options=lambda: wording.choices("certificate-ended", ended),
            )
        )
    reasons = [one for one in wording.options("closing_reasons") if one.code != DUPLICATE]
    return _closing(state, today, lambda: reasons, tuple(fields))


def hand_over(state: CaseState, today: date) -> ActForm:
    """Close the file of an intake office: the akimat has got the application (L-10.3a)."""
    return _closing(
        state, today, lambda: [one for one in wording.options("closing_reasons") if one.code == HANDED_OVER]
    )


def _closing(state: CaseState, today: date, reasons: Options, more: tuple[Field, ...] = ()) -> ActForm:
    def command(values: Values) -> CloseCase:
        if not values.get("code"):
            raise Refusal("pages.choice_missing", field="code")
        return CloseCase(
            case=state.id,
            code=values["code"],
            on=wording.to_date(values.get("on"), "on"),
            reason=values.get("reason", ""),
            second=values.get("second", "").strip() if values["code"] == ERROR else "",
            certificate=values.get("certificate", ""),
        )

    fields = (
        Field("code", "pages-close-code", "choice", required=True, options=reasons),
        day("on", "pages-on"),
        *more,
    )
    return ActForm("pages-act-close", fields, {"on": today.isoformat()}, command, kind="danger")


def note(state: CaseState, _today: date) -> ActForm:
    """A note on the case."""

    def command(values: Values) -> AddNote:
        if not values.get("text", "").strip():
            raise Refusal("pages.text_missing", field="text")
        return AddNote(case=state.id, text=values["text"].strip())

    return ActForm("pages-act-note", (Field("text", "pages-note", "text", span=0, rows=5),), {}, command)
