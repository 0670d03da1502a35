"""Taking and registering applications: Art. 10 as functions. Lateness is recorded and never refuses (f-07)."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

import msgspec

from app.base.errors import Refusal
from app.domain import facts as f
from app.domain import numbers, reunification
from app.domain.case import CaseState
from app.domain.commands import ApplicantData, ArrivalData, LodgeAtBorder, RegisterApplication
from app.domain.facts.case import Source
from app.domain.facts.values import Body, Late, Way
from app.domain.intake import CaseFacts, Intake, check_born, check_family, circumstances, minor_facts, person_facts
from app.domain.rules import rules_for_intake
from app.domain.terms import Term, add_months, count, local_day

FIVE_DAYS = Term("calendar_days", 5)
"""L-10.1a, L-10.1b (Art. 10(1)); the second start by reading f-36."""
ONE_DAY = Term("hours24", 1)
"""L-10.3b (Art. 10(3), second part), A16-4."""
FIRST_INTAKE_OFFICE = 10
"""Office codes below belong to regional akimats, which give no receipts (`docs/model.md` 1)."""


class Lodging(NamedTuple):
    """The last day or moment for lodging, and by how much it was missed."""

    last_day: date | None = None
    last_moment: datetime | None = None
    late: Late | None = None


def lodging(command: RegisterApplication, applicant: ApplicantData, lodged_at: datetime, known: Intake) -> Lodging:
    """When the application had to be lodged, by the way in which it came.

    *Law*: L-10.1a, L-10.1b, L-10.3b; f-01: the place of arrival counts, where the person lives bars nothing. An
    applicant's term that ends on a non-working day moves on (A16-3).
    """
    return lodging_of(command.way, applicant.arrival, command.late_reason, lodged_at, known)


def lodging_of(way: Way, arrival: ArrivalData, reason: str, lodged_at: datetime, known: Intake) -> Lodging:
    """As `lodging`, for a person who came by a way and in a manner."""
    if way == "forced" and arrival.entered_at:
        limit = arrival.entered_at + timedelta(hours=24)
        return Lodging(last_moment=limit, late=_late(0, _hours_after(limit, lodged_at), reason))
    start = arrival.learned_on if way == "sur_place" else arrival.entered_on
    if way not in {"arrival", "sur_place"} or start is None:
        return Lodging()
    last = count(start, FIVE_DAYS, "applicant", known.calendar).rolled
    last_day = last.date() if isinstance(last, datetime) else last
    days = max((local_day(lodged_at) - last_day).days, 0)
    return Lodging(last_day=last_day, late=_late(days, 0, reason))


def _hours_after(limit: datetime, moment: datetime) -> int:
    """The hours begun between a limit and what came after it."""
    return max(-((limit - moment) // timedelta(hours=1)), 0)


def _late(days: int, hours: int, reason: str) -> Late | None:
    return Late(days=days, hours=hours, reason=reason) if days or hours else None


def register(known: Intake, command: RegisterApplication, anchor: CaseState | None = None) -> tuple[CaseFacts, ...]:
    """Register the application of a family and issue the certificates on the same day.

    *Law*: L-10.5, L-10.6a, L-10.6b, L-10.6c, L-10.7a, L-10.7b, L-16.1 (Art. 10(5)-(7), 16(1)).
    *Shape*: `anchor` is the case that the family joins; the last facts are then those of that case.
    *Refuses*: as `check_family`, `application.way_start` when the way needs a date that is missing, and as
    `_check_moments`, `receipt` and `reunification.check_joining`.
    """
    check_family(command.applicants, known)
    _check_way(command)
    _check_moments(command, known.now)
    reunification.check_joining(known, command, anchor)
    command = msgspec.structs.replace(command, border_receipt=receipt(command.border_receipt, known))
    ids = [known.new_id() for _ in command.applicants]
    made = tuple(CaseFacts(ids[n], tuple(_application(known, command, a))) for n, a in enumerate(command.applicants))
    return reunification.tied(known, command.applicants, made, anchor, command.evidence)


def _check_way(command: RegisterApplication) -> None:
    for place, applicant in enumerate(command.applicants):
        arrival, field = applicant.arrival, f"applicants.{place}.arrival"
        missing = {
            "sur_place": arrival.learned_on is None,
            "forced": arrival.entered_at is None,
            "border": command.lodged_at_border is None,
            "detention": command.detained_at is None or command.notified_at is None,
        }.get(command.way, False)
        if missing:
            raise Refusal("application.way_start", field=field)


def _check_moments(command: RegisterApplication, now: datetime) -> None:
    """Refuse a lodging, detention or notice that lies ahead, or before what it follows.

    *Refuses*: `date.future`, `date.before_birth`, `detention.notice_before`, `application.lodged_before_arrival` (at
    the border a person may lodge before being let in; who has been here, not before learning of the danger).
    """
    for field in ("lodged_at", "lodged_at_border", "detained_at", "notified_at"):
        moment = getattr(command, field)
        if moment and moment > now:
            raise Refusal("date.future", field=field)
        for applicant in command.applicants:
            check_born(applicant.person, moment, field)
    if command.detained_at and command.notified_at and command.notified_at < command.detained_at:
        raise Refusal("detention.notice_before", field="notified_at")
    lodged_at = command.lodged_at or now
    for applicant in command.applicants if command.way != "border" else ():
        entered_on, entered_at = applicant.arrival.entered_on, applicant.arrival.entered_at
        if (entered_on and local_day(lodged_at) < entered_on) or (entered_at and lodged_at < entered_at):
            raise Refusal("application.lodged_before_arrival", field="lodged_at")
        learned_on = applicant.arrival.learned_on
        if command.way == "sur_place" and learned_on and local_day(lodged_at) < learned_on:
            raise Refusal("application.lodged_before_arrival", field="lodged_at")


def receipt(typed: str, known: Intake) -> str:
    """The receipt of a border unit as it is typed at the akimat, in the form of its number.

    *Law*: L-10.3a. *Refuses*: `number.form`, `number.check_digit`, `application.border_receipt` (a number of another
    kind, or of an office that takes no applications at the border), `application.border_receipt_used`.
    """
    if not typed.strip():
        return ""
    number = numbers.parse(typed, "border_receipt")
    if number.letter != "R" or int(number.office[3:]) < FIRST_INTAKE_OFFICE:
        raise Refusal("application.border_receipt", field="border_receipt", typed=typed.strip())
    used = known.receipt_used(str(number))
    if used:
        raise Refusal("application.border_receipt_used", field="border_receipt", number=used)
    return str(number)


def _application(known: Intake, command: RegisterApplication, applicant: ApplicantData) -> list[f.Fact]:
    facts = opening(known, applicant, _SOURCES.get(command.way, "new"))
    person_id, minor_ids = persons_in(facts)
    facts += _lodged(known, command, applicant)
    facts.append(
        f.case.ApplicationRegistered(
            number=known.number("A"), registered_on=known.today, calendar=known.calendar.version
        )
    )
    facts += referrals(known, person_id, unaccompanied=applicant.unaccompanied)
    facts.append(asylum_certificate(known, person_id, minor_ids))
    return facts


_SOURCES: dict[str, Source] = {"border": "border", "detention": "detention"}


def opening(known: Intake, applicant: ApplicantData, source: Source, ticket: str = "", site: str = "") -> list[f.Fact]:
    """A file is opened for an applicant: who stands in it, and what was said of the way, the claim and the stay.

    *Law*: L-10.7b: a child who came alone has a file for that reason.
    """
    person_id = applicant.person.person or known.new_id()
    minor_ids = [minor.person or known.new_id() for minor in applicant.minors]
    alone = applicant.unaccompanied
    facts: list[f.Fact] = [
        f.case.CaseOpened(
            source="unaccompanied" if alone and source != "taken_over" else source,
            alone=alone and source == "taken_over",
            opened_on=known.today,
            person=person_id,
            ticket=ticket,
            site=site,
        ),
        *person_facts(applicant.person, person_id, "applicant"),
        *circumstances(applicant, person_id, (person_id, *minor_ids), known.today),
    ]
    for minor, minor_id in zip(applicant.minors, minor_ids, strict=True):
        facts += minor_facts(minor, minor_id)
    return facts


def persons_in(facts: list[f.Fact]) -> tuple[str, tuple[str, ...]]:
    """The applicant and the minors of a file that `opening` made."""
    people = [(x.person, x.place) for x in facts if isinstance(x, f.case.PersonRecorded)]
    minors = tuple(person for person, place in people if place == "minor")
    return people[0][0], minors


def _lodged(known: Intake, command: RegisterApplication, applicant: ApplicantData) -> list[f.Fact]:
    at_border = command.way == "border" and command.lodged_at_border is not None
    lodged_at = command.lodged_at_border if at_border else command.lodged_at
    moment = lodged_at or known.now
    due = lodging(command, applicant, moment, known)
    facts: list[f.Fact] = []
    if command.way == "detention" and command.detained_at and command.notified_at:
        facts.append(notice(known, command.detaining_body, command.detained_at, command.notified_at))
    facts.append(
        f.case.ApplicationLodged(
            way=command.way,
            lodged_at=moment,
            place="border" if at_border else "leb",
            late=due.late,
            last_day=due.last_day,
            last_moment=due.last_moment,
            border_receipt=command.border_receipt,
            handover_target=handover_target(moment, known) if at_border else None,
            calendar=known.calendar.version,
        )
    )
    return facts


def notice(known: Intake, body: str, detained_at: datetime, received_at: datetime) -> f.case.DetentionNotified:
    """The notice of a detaining body, with the hours by which it came later than 24 after the detention.

    *Law*: L-10.4a, A16-4, f-45: the lateness of others is a flag and bars nothing.
    """
    return f.case.DetentionNotified(
        body=body,
        detained_at=detained_at,
        received_at=received_at,
        late=_late(0, _hours_after(detained_at + timedelta(hours=24), received_at), ""),
        calendar=known.calendar.version,
    )


def handover_target(lodged_at: datetime, known: Intake) -> date:
    """By when the border unit should have handed the application over; a target, the Law gives no term (f-05)."""
    days = known.settings.number("border.handover_target")
    return local_day(lodged_at) + timedelta(days=days)


def referrals(known: Intake, person_id: str, *, unaccompanied: bool) -> list[f.Fact]:
    """Referrals of the first day: place of stay, fingerprints, and the guardian of an unaccompanied minor.

    *Law*: L-10.6b, L-10.6c (from 01.01.2024 only, A15), L-16.1.
    """
    bodies: list[Body] = ["iab_stay"]
    bodies += ["fingerprints"] if rules_for_intake(known.today).fingerprints_required else []
    bodies += ["guardian", "tracing"] if unaccompanied else []
    version = known.calendar.version
    return [
        f.case.RequestSent(request=known.new_id(), to=to, person=person_id, on=known.today, calendar=version)
        for to in bodies
    ]


def asylum_certificate(
    known: Intake, holder: str, minors: tuple[str, ...], replaces: str = "", late_reason: str = ""
) -> f.case.CertificateIssued:
    """The asylum-seeker certificate: of today, for three months; it confirms that the application is registered.

    *Law*: L-1.7, L-10.6a, X-cert; f-34: one of each adult with the minors in it, and an own one of a child alone.
    """
    months = known.settings.number("certificate.validity")
    return f.case.CertificateIssued(
        number=known.number("C"),
        kind="asylum",
        holder=holder,
        minors=minors,
        issued_on=known.today,
        valid_to=add_months(known.today, months),
        replaces=replaces,
        late_reason=late_reason,
    )


def lodge_at_border(known: Intake, command: LodgeAtBorder) -> tuple[CaseFacts, ...]:
    """Take an application at the border and number the receipt; no certificate (L-10.3a, L-6-1.2).

    *Law*: Art. 10(3), first part. The person is an asylum seeker from this moment (L-1.6).
    *Refuses*: as `check_family`, and `date.future`, `date.before_birth`.
    """
    check_family(command.applicants, known)
    moment = command.lodged_at or known.now
    if moment > known.now:
        raise Refusal("date.future", field="lodged_at")
    for applicant in command.applicants:
        check_born(applicant.person, moment, "lodged_at")
    made = []
    for applicant in command.applicants:
        facts = opening(known, applicant, "border")
        facts.append(
            f.case.ApplicationLodged(
                way="border",
                lodged_at=moment,
                place="border",
                border_receipt=known.number("R"),
                handover_target=handover_target(moment, known),
                calendar=known.calendar.version,
            )
        )
        made.append(CaseFacts(known.new_id(), tuple(facts)))
    return tuple(made)
