"""Ways into the register before an application is registered: a notice of detention, a card in a mass influx.

The registration that follows stands here too; that of a family at the desk is `applications`, files from paper are
`taken_over`.
"""

from datetime import datetime, time

from app.base.clock import LOCAL
from app.base.errors import Refusal
from app.domain import birth
from app.domain import facts as f
from app.domain.applications import asylum_certificate, lodging_of, notice, opening, referrals
from app.domain.case import CaseState
from app.domain.commands import (
    ApplicantData,
    ArrivalData,
    ClaimData,
    RecordDetention,
    RegisterCard,
    RegisterLodged,
)
from app.domain.facts.case import ArrivalStated
from app.domain.facts.values import Way
from app.domain.intake import (
    CaseFacts,
    Intake,
    arrival_fact,
    check_age,
    check_arrival,
    check_born,
    check_claim,
    check_family,
    check_person,
    claim_fact,
    document_facts,
    person_facts,
    stay_fact,
)
from app.domain.reunification import tied
from app.domain.terms import local_day


def record_detention(known: Intake, command: RecordDetention) -> tuple[CaseFacts, ...]:
    """Open the file of a detained person who wishes to apply; the application is registered later.

    *Law*: L-10.4a, L-10.4b, f-06: the two calendar days run from the receipt of the notice; f-44: the person is an
    asylum seeker from the wish that the notice tells of; f-45: a late notice is flagged.
    *Refuses*: as `check_person`, `check_age`, and `detention.body`, `date.future`, `date.before_birth`,
    `detention.notice_before`, `application.minor_listed_twice`.
    """
    received_at = command.received_at or known.now
    _check_notice(known, command, received_at)
    check_person(command.person, "person", known.today)
    check_born(command.person, command.detained_at, "detained_at")
    check_age(command.person, "person", known, unaccompanied=command.unaccompanied)
    elsewhere = known.listed_elsewhere(command.person) if command.unaccompanied else ""
    if elsewhere:
        raise Refusal("application.minor_listed_twice", field="person", number=elsewhere)
    person_id = command.person.person or known.new_id()
    facts: tuple[f.Fact, ...] = (
        f.case.CaseOpened(
            source="unaccompanied" if command.unaccompanied else "detention", opened_on=known.today, person=person_id
        ),
        *person_facts(command.person, person_id, "applicant"),
        notice(known, command.body.strip(), command.detained_at, received_at),
        f.case.ApplicationLodged(way="detention", lodged_at=received_at, calendar=known.calendar.version),
    )
    return (CaseFacts(known.new_id(), facts),)


def _check_notice(known: Intake, command: RecordDetention, received_at: datetime) -> None:
    if not command.body.strip():
        raise Refusal("detention.body", field="body")
    for field, moment in (("detained_at", command.detained_at), ("received_at", received_at)):
        if moment > known.now:
            raise Refusal("date.future", field=field)
    if received_at < command.detained_at:
        raise Refusal("detention.notice_before", field="received_at")


def register_card(known: Intake, command: RegisterCard) -> tuple[CaseFacts, ...]:
    """Record a family in a mass influx, with a ticket for each applicant; nothing is registered or issued.

    *Law*: L-7.2-1, X-influx; f-44: an intention expressed is a figure of its own, no registered application.
    *Refuses*: as `check_family`.
    """
    check_family(command.applicants, known)
    made = tuple(_card(known, applicant, command.site.strip()) for applicant in command.applicants)
    return tied(known, command.applicants, made)


def _card(known: Intake, applicant: ApplicantData, site: str) -> CaseFacts:
    facts = opening(known, applicant, "card", ticket=known.number("T"), site=site)
    return CaseFacts(known.new_id(), tuple(facts))


def register_lodged(known: Intake, state: CaseState, command: RegisterLodged) -> tuple[f.Fact, ...]:
    """Register the application of a file that holds an intention, and issue the certificate on the same day.

    *Law*: L-10.4b, L-10.6a to L-10.6c, L-10.7a, L-10.7b, L-7.2-1, L-10.3a (Art. 10(3), 10(4), 10(6), 10(7)).
    *Refuses*: as `_check_intention`, `check_arrival`, `check_claim`, and `application.minor_is_adult` (a child who has
    reached 18 since needs an own file first), `date.future`, `application.lodged_before_arrival`.
    """
    _check_intention(state, command)
    _check_minors(known, state)
    arrival = _arrival(known, state, command)
    lodged = _lodged_now(known, state, command, arrival) if state.lodged is None else []
    minors = tuple(person.id for person in state.minors)
    born = state.applicant_person.recorded.birth
    alone = state.unaccompanied and birth.is_minor(born, known.today, known.leap_day)
    registered = f.case.ApplicationRegistered(
        number=known.number("A"), registered_on=known.today, calendar=known.calendar.version
    )
    return (
        *_completed(known, state, command),
        *lodged,
        registered,
        *referrals(known, state.applicant, unaccompanied=alone),
        asylum_certificate(known, state.applicant, minors),
    )


def _check_intention(state: CaseState, command: RegisterLodged) -> None:
    """Refuse a file in which there is nothing to register.

    *Refuses*: `application.registered_already`, `case.not_open`, `application.nothing_lodged`,
    `application.lodged_already`.
    """
    if state.registered_on or state.decisions:
        raise Refusal("application.registered_already", field="case", number=state.shown_number)
    if not state.is_open:
        raise Refusal("case.not_open", field="case")
    if state.applicant not in state.persons or (state.lodged is None and not state.ticket):
        raise Refusal("application.nothing_lodged", field="case")
    if state.lodged and command.lodged_at:
        raise Refusal("application.lodged_already", field="lodged_at", on=state.lodged.lodged_at)


def _check_minors(known: Intake, state: CaseState) -> None:
    for row, person in enumerate(state.minors):
        if not birth.is_minor(person.recorded.birth, known.today, known.leap_day):
            raise Refusal("application.minor_is_adult", field=f"minors.{row}")


def _arrival(known: Intake, state: CaseState, command: RegisterLodged) -> ArrivalStated | None:
    """How the person came, as it is known after this act."""
    if command.arrival is None:
        return state.arrival
    check_arrival(command.arrival, "application", known.now)
    return arrival_fact(command.arrival, state.applicant)


def _completed(known: Intake, state: CaseState, command: RegisterLodged) -> list[f.Fact]:
    """What the registration adds to what was known; a claim is always there, if only as not yet stated (L-1.1)."""
    facts = document_facts(command.documents, state.applicant)
    if command.arrival:
        facts.append(arrival_fact(command.arrival, state.applicant))
    claim = command.claim or (None if state.claim else ClaimData())
    if claim:
        check_claim(claim, "application")
        facts.append(claim_fact(claim, state.applicant))
    if command.stay:
        persons = tuple(person.id for person in state.present)
        facts.append(stay_fact(command.stay, persons, known.today))
    return facts


def _lodged_now(
    known: Intake, state: CaseState, command: RegisterLodged, arrival: ArrivalStated | None
) -> list[f.Fact]:
    """The written application after a card."""
    lodged_at = command.lodged_at or known.now
    if lodged_at > known.now:
        raise Refusal("date.future", field="lodged_at")
    came = ArrivalData() if arrival is None else _as_told(arrival)
    if (came.entered_on and local_day(lodged_at) < came.entered_on) or (
        came.entered_at and lodged_at < came.entered_at
    ):
        raise Refusal("application.lodged_before_arrival", field="lodged_at")
    way = _way(came)
    if way == "sur_place" and came.learned_on and local_day(lodged_at) < came.learned_on:
        raise Refusal("application.lodged_before_arrival", field="lodged_at")
    due = lodging_of(way, came, command.late_reason, min(lodged_at, _asked_at(state, came) or lodged_at), known)
    return [
        f.case.ApplicationLodged(
            way=way,
            lodged_at=lodged_at,
            late=due.late,
            last_day=due.last_day,
            last_moment=due.last_moment,
            calendar=known.calendar.version,
        )
    ]


def _asked_at(state: CaseState, came: ArrivalData) -> datetime | None:
    """The first moment at which the person can have asked on the day of the card: lateness is never made up."""
    if state.opened_on is None:
        return None
    morning = datetime.combine(state.opened_on, time.min, LOCAL)
    return max(morning, came.entered_at) if came.entered_at else morning


def _as_told(arrival: ArrivalStated) -> ArrivalData:
    return ArrivalData(
        way=arrival.way,
        entered_on=arrival.entered_on,
        entered_at=arrival.entered_at,
        learned_on=arrival.learned_on,
    )


def _way(arrival: ArrivalData) -> Way:
    """By which part of Art. 10 the person came, from what was told of the arrival."""
    if arrival.way == "forced" and arrival.entered_at:
        return "forced"
    return "sur_place" if arrival.way == "already_here" and arrival.learned_on else "arrival"
