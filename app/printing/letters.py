"""Decisions and notices (d7): a Kazakh and a Russian sheet, each on its own letterhead (X-letters)."""

from datetime import date
from typing import Literal

from app.base.clock import LOCAL
from app.base.errors import Refusal
from app.domain import grounds
from app.domain.case import CaseState, Decision, Person
from app.domain.facts.case import ConsiderationPostponed
from app.domain.stay import stay
from app.printing import context as c
from app.printing.context import Printing
from forms import decision_2026, notice_2026
from forms.boxes import Day

Language = Literal["kk", "ru"]
Addressee = Literal["person", "authorised_body", "iab"]
_PRINTED: dict[str, Literal["grant", "grant_derivative", "refuse"]] = {
    "grant": "grant",
    "grant_derivative": "grant_derivative",
    "refuse": "refuse",
}


def decision(state: CaseState, taken: Decision, language: Language, context: Printing) -> bytes:
    """One sheet of the copy of a decision.

    *Law*: L-11.6 (Art. 11(6)): the reason stands on it, whatever the level of the ground.
    *Refuses*: `paper.not_available`.
    """
    if taken.kind not in _PRINTED or state.registered_on is None:
        raise Refusal("paper.not_available")
    c.ready()
    covered = tuple(c.person_line(state.persons[p], language) for p in taken.covers if p != state.applicant)
    consent = next((x.on for x in reversed(state.consents) if x.given), "")
    return decision_2026.draw(
        decision_2026.DecisionBoxes(
            sheet=c.sheet(context, taken.number, taken.on.isoformat(), taken.kind, language),
            language=language,
            kind=_PRINTED[taken.kind],
            letterhead=c.letterhead(context, language),
            number=taken.number,
            decided_on=taken.on,
            sitting="",
            application_number=state.number,
            application_on=state.registered_on,
            applicant=c.person_line(state.applicant_person, language),
            covered=covered,
            reasons=tuple(_reason(g.code, g.reason, language) for g in taken.grounds),
            valid_from=taken.from_on or "",
            valid_to=taken.to_on or "",
            consent_on=consent if taken.kind == "grant_derivative" else "",
            signed_by=c.official(context, language),
        )
    )


def _reason(code: str, reasoning: str, language: Language) -> decision_2026.Reason:
    ground = grounds.ground(code)
    return decision_2026.Reason(ground=ground.label(language), reasoning=reasoning, article=ground.article)


def postponement(state: CaseState, postponed: ConsiderationPostponed, language: Language, context: Printing) -> bytes:
    """One sheet of a decision to postpone (L-11.1b)."""
    if state.registered_on is None:
        raise Refusal("paper.not_available")
    c.ready()
    return decision_2026.draw(
        decision_2026.DecisionBoxes(
            sheet=c.sheet(context, postponed.number, postponed.on.isoformat(), "postpone", language),
            language=language,
            kind="postpone",
            letterhead=c.letterhead(context, language),
            number=postponed.number,
            decided_on=postponed.on,
            sitting="",
            application_number=state.number,
            application_on=state.registered_on,
            applicant=c.person_line(state.applicant_person, language),
            reasons=(decision_2026.Reason(ground="", reasoning=postponed.reason),),
            valid_to=postponed.until,
            signed_by=c.official(context, language),
        )
    )


def notice(
    state: CaseState,
    taken: Decision,
    addressee: Addressee,
    language: Language,
    context: Printing,
    certificate_by: date | None,
) -> bytes:
    """One sheet of the notice to the person, to the authorised body or to the IAB.

    *Law*: L-11.6, L-10.8, L-18.1 with f-03 and f-46, L-8.1.5: while delivery is not recorded the protection is open.
    """
    if taken.kind not in _PRINTED:
        raise Refusal("paper.not_available")
    c.ready()
    applicant = state.applicant_person
    leaving, earliest, protected = _departure(state, taken, language, context)
    return notice_2026.draw(
        notice_2026.NoticeBoxes(
            sheet=c.sheet(context, taken.number, addressee, language, taken.kind),
            language=language,
            addressee="internal_affairs" if addressee == "iab" else addressee,
            kind=_PRINTED[taken.kind],
            letterhead=c.letterhead(context, language),
            number=taken.number,
            issued_on=context.printed_at.astimezone(LOCAL).date(),
            to_name=_name(applicant, language) if addressee == "person" else "",
            to_address=applicant.stay.text if addressee == "person" and applicant.stay else "",
            decision_number=taken.number,
            decided_on=taken.on,
            applicant=c.person_line(applicant, language),
            covered=tuple(c.person_line(state.persons[p], language) for p in taken.covers if p != state.applicant),
            valid_to=taken.to_on or "",
            certificate_by=certificate_by or "",
            leaving=leaving,
            earliest_departure=earliest,
            stay_protected_until=protected,
            signed_by=c.official(context, language),
        )
    )


def _name(person: Person, language: Language) -> str:
    return person.names.full("kk_cyr" if language == "kk" else "ru_cyr")


def _departure(
    state: CaseState, taken: Decision, language: Language, context: Printing
) -> tuple[tuple[str, ...], Day, Day]:
    """Who has to leave, the earliest reading of the day (f-03), and until when the stay is protected.

    An empty last day means open: while delivery is not recorded the appeal term has not started (f-17).
    """
    if taken.kind != "refuse":
        return (), "", ""
    known = stay(state, context.printed_at.astimezone(LOCAL).date(), context.settings, context.calendar)
    leaving = tuple(_name(state.persons[p], language) for p in known.named)
    return leaving, known.earliest_departure or "", known.until or ""
