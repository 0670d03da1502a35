"""Papers: made from the case, kept for ever by digest, recorded; a reprint is the same paper."""

from datetime import date
from typing import Literal, NamedTuple

from app.base.errors import PanaError, Refusal
from app.base.ids import uuid7
from app.domain import facts as f
from app.domain import grounds
from app.domain.case import CaseState, Decision, Paper
from app.domain.deadlines import deadlines
from app.domain.facts.values import Blob
from app.domain.permissions import Actor, allowed, only_lodges, require
from app.printing import asylum_certificate, letters, slips
from app.printing.context import Printing
from app.store.rows.cases import case_state
from app.store.store import APP_VERSION, Store
from app.store.unit import UnitOfWork
from forms.text import DoesNotFit

Form = Literal[
    "certificate", "refugee_certificate", "decision", "postponement", "notice", "notice_authorised_body", "notice_iab",
    "border_receipt", "referral_iab_stay", "referral_fingerprints", "referral_medical", "referral_guardian",
]  # fmt: skip
FORMS: tuple[Form, ...] = Form.__args__  # type: ignore[attr-defined]
LETTERS: frozenset[Form] = frozenset({"decision", "postponement", "notice", "notice_authorised_body", "notice_iab"})
"""Papers with a Kazakh and a Russian sheet."""
_OF_DECISIONS = LETTERS - {"postponement"}
_PRINTED = frozenset({"grant", "grant_derivative", "refuse"})
"""Kinds of decisions that have their forms; a newer decision of another kind leaves nothing right to print."""
_EDITIONS = {"certificate": "2026-1", "refugee_certificate": "2024-1"}


class IssuedPaper(NamedTuple):
    """A paper as recorded, and its bytes."""

    paper: Paper
    data: bytes


def available(state: CaseState) -> tuple[Form, ...]:
    """The papers that can be made from a case now; none when what was recorded of a person in it has been erased."""
    if not _persons(state) <= state.persons.keys():
        return ()
    found: list[Form] = []
    if state.lodged and state.lodged.border_receipt and state.lodged.place == "border" and not state.number:
        found.append("border_receipt")
    if any(c.kind == "asylum" for c in state.certificates):
        found.append("certificate")
    found += [
        form
        for form in FORMS
        if form.startswith("referral_") and state.request_for(form.removeprefix("referral_")) is not None
    ]
    if state.postponements:
        found.append("postponement")
    if any(c.kind == "refugee" for c in state.certificates) and not _status_ended(state):
        found.append("refugee_certificate")
    if _printed(state):
        found += ["decision", "notice", "notice_authorised_body", "notice_iab"]
    return tuple(found)


def _status_ended(state: CaseState) -> bool:
    """True when the status was taken away or has lapsed: its certificate is to be taken back, not printed."""
    ruling = state.status_decision(state.applicant)
    return state.lapsed is not None or (ruling is not None and ruling.kind in {"deprive", "terminate"})


def _printed(state: CaseState) -> Decision | None:
    """The newest decision of this file that has effect, where there are forms for its kind."""
    own = [d for d in state.decisions if not d.carried and d.annulled_on is None]
    return own[-1] if own and own[-1].kind in _PRINTED else None


def _persons(state: CaseState) -> set[str]:
    """Everybody whom the papers of a case may name."""
    named = {state.applicant, *(request.person for request in state.requests)}
    named.update(person for c in state.certificates for person in (c.holder, *c.minors, *c.struck_rows))
    return named.union(*(decision.covers for decision in state.decisions))


def require_visible(actor: Actor, state: CaseState, form: str) -> None:
    """Refuse a paper of a decision that rests on a ground which only the commission may see.

    *Law*: Art. 12(1)(5)-(8) with `grounds.md` 1. *Refuses*: `permission.restricted`.
    """
    if form not in _OF_DECISIONS or allowed(actor, "see_restricted"):
        return
    if only_lodges(actor) or _tells_restricted(state, form):
        raise Refusal("permission.restricted", field="paper")


def _tells_restricted(state: CaseState, form: str) -> bool:
    chosen = [ground.code for decision in state.decisions for ground in decision.grounds]
    return form in _OF_DECISIONS and any(map(grounds.is_restricted, chosen))


def _note_view(uow: UnitOfWork, state: CaseState, form: str, number: str) -> None:
    """Record that a user is shown a paper with a restricted ground; the paper itself is the reason (L-4.3)."""
    if _tells_restricted(state, form):
        reason = f"{form} {number}".strip()
        uow.record("", f.office.FileViewed(user=uow.actor.user, case=state.id, what="grounds", reason=reason))


def languages(form: Form) -> tuple[str, ...]:
    """The languages of a paper: one bilingual sheet, or a Kazakh and a Russian one (X-letters)."""
    return ("kk", "ru") if form in LETTERS else ("kk-ru",)


def printing_context(store: Store, actor: Actor) -> Printing:
    """The office, who signs, and the moment."""
    return Printing(
        office=store.office,
        signed_by=store.user_name(actor.user),
        printed_at=store.clock.now(),
        purpose=store.purpose,
        program=APP_VERSION,
        calendar=store.calendar,
        official_layout=store.settings.flag("template.official"),
        settings=store.settings,
    )


def issue(store: Store, actor: Actor, case: str, form: Form, language: str = "") -> IssuedPaper:
    """Make a paper, keep its bytes, record that it was issued.

    *Refuses*: `paper.unknown`, `paper.language`, `paper.not_available`, `paper.does_not_fit`, and as `require_visible`.
    *Trouble*: `store.disk_full` and its kin; nothing is recorded then.
    """
    require(actor, "issue_paper")
    if form not in FORMS:
        raise Refusal("paper.unknown", field="paper")
    sheet = language or languages(form)[0]
    if sheet not in languages(form):
        raise Refusal("paper.language", field="language")
    with store.reading() as connection:
        state = case_state(connection, case)
    require_visible(actor, state, form)
    if form not in available(state):
        raise Refusal("paper.not_available", field="paper")
    data = draw(store, state, form, sheet, printing_context(store, actor))
    kept = store.blobs.put(data, "application/pdf")
    fact = _fact(store, state, form, sheet, Blob(h=kept.h, z=kept.z, type=kept.type))
    with store.unit(actor) as uow:
        _record(uow, case, fact)
        _note_view(uow, state, form, fact.number)
        uow.commit()
        return IssuedPaper(uow.case(case).papers[-1], data)


def _record(uow: UnitOfWork, case: str, fact: f.case.PaperIssued) -> None:
    uow.own_case(case)
    uow.record(case, fact)


def _fact(store: Store, state: CaseState, form: Form, language: str, blob: Blob) -> f.case.PaperIssued:
    return f.case.PaperIssued(
        paper=uuid7(store.clock.now_ms()),
        form=form,
        edition=_EDITIONS.get(form, "2026-1"),
        language=language,
        on=store.clock.today(),
        person=state.applicant,
        number=_number(state, form),
        blobs=(blob,),
    )


def _number(state: CaseState, form: Form) -> str:
    if form in {"certificate", "refugee_certificate"}:
        kind = "asylum" if form == "certificate" else "refugee"
        return next(c.number for c in reversed(state.certificates) if c.kind == kind)
    if form == "postponement":
        return state.postponements[-1].number
    printed = _printed(state)
    return printed.number if form in LETTERS and printed else state.shown_number


def draw(store: Store, state: CaseState, form: Form, language: str, context: Printing) -> bytes:
    """The bytes of a paper.

    *Refuses*: `paper.does_not_fit` with the box that overflows; nothing is ever cut silently.
    """
    try:
        return _draw(store, state, form, language, context)
    except DoesNotFit as error:
        raise Refusal("paper.does_not_fit", field=str(error)) from error


def _draw(store: Store, state: CaseState, form: Form, language: str, context: Printing) -> bytes:
    sheet: letters.Language = "ru" if language == "ru" else "kk"
    if form in {"certificate", "refugee_certificate"}:
        kind = "asylum" if form == "certificate" else "refugee"
        certificate = next(c for c in reversed(state.certificates) if c.kind == kind)
        make = asylum_certificate.draw if kind == "asylum" else slips.control_sheet
        return make(state, certificate, _photo(store, state, certificate.holder), context)
    if form == "border_receipt":
        return slips.border_receipt(state, context)
    if form.startswith("referral_"):
        request = state.request_for(form.removeprefix("referral_"))
        if request is None:
            raise Refusal("paper.not_available")
        return slips.referral(state, request, context)
    if form == "postponement":
        return letters.postponement(state, state.postponements[-1], sheet, context)
    decision = _printed(state)
    if decision is None:
        raise Refusal("paper.not_available", field="paper")
    if form == "decision":
        return letters.decision(state, decision, sheet, context)
    addressee: letters.Addressee = (
        "authorised_body" if form == "notice_authorised_body" else "iab" if form == "notice_iab" else "person"
    )
    return letters.notice(state, decision, addressee, sheet, context, _certificate_by(store, state, decision))


def _certificate_by(store: Store, state: CaseState, decision: Decision) -> date | None:
    """The last day for the refugee certificate, as the board shows it; None where none is owed."""
    known = deadlines(state, store.calendar, store.settings)
    return next((d.due for d in known if d.kind == "refugee_certificate" and d.about == decision.number), None)


def _photo(store: Store, state: CaseState, person: str) -> bytes | None:
    photo = state.persons[person].photo
    if photo is None:
        return None
    try:
        return store.blobs.get(photo.h)
    except PanaError:
        return None  # An imported case may come before its photo; the frame stays empty.


def open_paper(store: Store, actor: Actor, case: str, paper: str) -> IssuedPaper:
    """An issued paper for the eyes of a user; one that tells a restricted ground is recorded first, shown afterwards.

    *Law*: L-4.3. *Refuses*: `paper.not_available`, and as `require_visible`. *Trouble*: as `read`.
    """
    with store.reading() as connection:
        state = case_state(connection, case)
    found = next((p for p in state.papers if p.id == paper), None)
    if found is None:
        raise Refusal("paper.not_available", field="paper")
    require_visible(actor, state, found.form)
    data = read(store, found)
    if _tells_restricted(state, found.form):
        with store.unit(actor) as uow:
            _note_view(uow, state, found.form, found.number)
            uow.commit()
    return IssuedPaper(found, data)


def read(store: Store, paper: Paper) -> bytes:
    """The bytes of an issued paper, the same for ever.

    *Trouble*: `store.blob_missing`, `store.blob_damaged`.
    """
    return store.blobs.get(paper.blob.h)


def reprinted(store: Store, actor: Actor, case: str, paper: str, way: Literal["printed", "saved"]) -> None:
    """Record that an issued paper was printed or saved again."""
    require(actor, "reprint_paper")
    with store.unit(actor) as uow:
        uow.record("", f.office.PaperReprinted(case=case, paper=paper, way=way))
        uow.commit()


def recovery_sheet(store: Store, code: str) -> bytes:
    """The recovery sheet of a store just made; the code is shown once and kept nowhere."""
    context = printing_context(store, store.system_actor())._replace(official_layout=True)
    return slips.recovery_sheet(store.office, store.store_id, code, context)
