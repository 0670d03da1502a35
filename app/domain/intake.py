"""What every intake rule needs to know, and the checks of persons that registration and the border share."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Literal, NamedTuple

from app.base.clock import LOCAL
from app.base.errors import Refusal
from app.domain import birth, iin
from app.domain import facts as f
from app.domain.calendar import WorkingCalendar
from app.domain.commands import (
    ApplicantData,
    ArrivalData,
    ClaimData,
    DocumentData,
    MinorData,
    PersonData,
    RepresentativeData,
    StayData,
)
from app.domain.facts import values
from app.domain.facts.values import NAME_LIMIT, Names
from app.domain.namekeys import fold
from app.domain.reference import codes
from app.domain.settings import Settings
from app.domain.terms import recorded_day

_LENGTHS = {"day": 10, "month": 7, "year": 4}
_SPELLINGS = ("latin_mrz", "latin_viz", "kk_cyr", "ru_cyr", "native")


NumberKind = Literal["application", "asylum", "refugee"]
"""The series in which an office numbers on paper: applications, and each kind of certificate."""


def _nowhere(_number: str) -> str:
    return ""


def _not_used(_number: str, _kind: NumberKind) -> str:
    return ""


def _nobody(_person: PersonData) -> str:
    return ""


class Intake(NamedTuple):
    """What the intake rules read: time, calendar, settings, fresh ids and numbers, what stands elsewhere."""

    now: datetime
    calendar: WorkingCalendar
    settings: Settings
    new_id: Callable[[], str]
    number: Callable[[str], str]
    listed_elsewhere: Callable[[PersonData], str]
    """The number of the open application in which this minor stands already, folded or in an own file, or "".

    One that is over for the minor, and protects the stay no more, does not count (`reapplication`).
    """
    receipt_used: Callable[[str], str] = _nowhere
    """The number of the application in which a border receipt stands already, or ""."""
    booklet_used: Callable[[str], str] = _nowhere
    """The number of the case in which a booklet stands already, or ""."""
    registered_elsewhere: Callable[[PersonData], str] = _nobody
    """The number of the open application that somebody of this identity has already, or ""."""
    folded_elsewhere: Callable[[PersonData], str] = _nobody
    """The number of the open application of another in which somebody of this identity is listed as a minor, or ""."""
    number_used: Callable[[str, NumberKind], str] = _not_used
    """The number of the case in which a number of an application or certificate stands already, or ""."""
    old_certificate: Callable[[PersonData], str] = _nobody
    """The number of a certificate that somebody of this identity has from an application that is over, or ""."""

    @property
    def today(self) -> date:
        """The date at UTC+5."""
        return self.now.astimezone(LOCAL).date()

    @property
    def leap_day(self) -> birth.LeapDay:
        """When an age is reached by who was born on 29 February, as the office has set it (X-18)."""
        return self.settings.word("majority.leap_day")


class CaseFacts(NamedTuple):
    """The facts that an act records in one case."""

    case: str
    facts: tuple[f.Fact, ...]


def person_keys(person: PersonData) -> set[str]:
    """What makes two entries of one act the same person: the id, or birth date and name in any complete spelling."""
    return _keys(person.names, person.birth.value) | ({person.person} if person.person else set())


def identity_keys(names: Names, born: birth.BirthDate) -> set[str]:
    """By what a person is found to stand in an application already (L-10.5): the name in any complete spelling and the
    day of birth. A birth that is known only in part identifies nobody: a person has to judge.
    """
    return _keys(names, born.value) if born.precision == "day" else set()


def same_parents_possible(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """False when both have named parents and none is the same (L-10.5: name, date of birth, parents)."""
    known, named = {fold(p) for p in one}, {fold(p) for p in other}
    return not known or not named or bool(known & named)


def _keys(names: Names, born: str) -> set[str]:
    parts = [part for part in names.parts() if part.spellings()]
    spelled = [[getattr(part, spelling) for part in parts] for spelling in _SPELLINGS]
    mixed = [part.latin_viz or part.latin_mrz or part.kk_cyr or part.ru_cyr or part.native for part in parts]
    return {f"{fold(' '.join(words))}|{born}" for words in (*spelled, mixed) if all(words)}


def check_person(person: PersonData, field: str, today: date, *, by_birth_document: bool = False) -> None:
    """Refuse a person who cannot be recorded.

    *Refuses*: `person.name_missing`, `person.name_too_long`, as `birth.require_birth`, `date.form` (less is known than
    the precision says), `iin.*`, `person.no_document` (the data must then be marked as taken from the person's words,
    X-nodoc), `person.no_citizenship`, `reference.country_unknown`.
    """
    spellings = [s for part in person.names.parts() for s in part.spellings()]
    if not any(s.strip() for s in spellings):
        raise Refusal("person.name_missing", field=f"{field}.names")
    if any(len(s) > NAME_LIMIT for s in spellings):
        raise Refusal("person.name_too_long", field=f"{field}.names", limit=NAME_LIMIT)
    birth.require_birth(person.birth, today, f"{field}.birth")
    if len(person.birth.value) != _LENGTHS.get(person.birth.precision, len(person.birth.value)):
        raise Refusal("date.form", field=f"{field}.birth", typed=person.birth.value)
    if person.iin:
        iin.check(person.iin, f"{field}.iin")
    shown = [d for d in person.documents if d.seen in {"original", "copy"}]
    # A minor is recorded on the birth document or on words; no passport is asked for.
    if not shown and not person.from_words and not by_birth_document:
        raise Refusal("person.no_document", field=f"{field}.documents")
    for code in person.citizenships:
        if code not in codes("citizenships"):
            raise Refusal("reference.country_unknown", field=f"{field}.citizenships", code=code)
    if not person.citizenships and person.stateless != "yes":
        raise Refusal("person.no_citizenship", field=f"{field}.citizenships")


def check_arrival(arrival: ArrivalData, field: str, now: datetime) -> None:
    """Refuse an arrival or a moment of learning that lies in the future, and a route that cannot have been travelled.

    *Law*: L-1.4: the countries on the way are recorded; none of them is ever judged here (f-19).
    *Refuses*: `arrival.future`, `arrival.route_order`, `reference.country_unknown`.
    """
    today = now.astimezone(LOCAL).date()
    days = [d for d in (arrival.entered_on, arrival.learned_on) if d]
    days += [d for stop in arrival.route for d in (stop.from_on, stop.to_on) if d]
    if any(day > today for day in days) or (arrival.entered_at and arrival.entered_at > now):
        raise Refusal("arrival.future", field=f"{field}.arrival")
    for row, stop in enumerate(arrival.route):
        if stop.country not in codes("citizenships"):
            raise Refusal("reference.country_unknown", field=f"{field}.arrival.route.{row}", code=stop.country)
        if stop.from_on and stop.to_on and stop.to_on < stop.from_on:
            raise Refusal("arrival.route_order", field=f"{field}.arrival.route.{row}")


def check_representative(named: RepresentativeData, field: str, today: date) -> None:
    """Refuse a representative of whom it is not said who it is and on what basis the person acts.

    *Law*: L-10.1a. *Refuses*: `representative.name`, `representative.basis`, `date.future`.
    """
    if not named.name.strip():
        raise Refusal("representative.name", field=f"{field}.name")
    if not named.basis.strip():
        raise Refusal("representative.basis", field=f"{field}.basis")
    if named.on:
        check_not_ahead(named.on, today, f"{field}.on")


def check_claim(claim: ClaimData, field: str) -> None:
    """Refuse a claim that names none of the reasons of Art. 1(1), nor family unity, nor that it is not yet stated.

    *Law*: L-1.1. *Refuses*: `claim.reason_unknown`.
    """
    reasons = claim.reasons
    if not reasons or not set(reasons) <= set(codes("reasons")):
        raise Refusal("claim.reason_unknown", field=f"{field}.claim.reasons" if field else "claim.reasons")


def check_born(person: PersonData, moment: datetime | None, field: str) -> None:
    """Refuse a moment at which the person was not born yet: nobody lodged or was detained then.

    *Refuses*: `date.before_birth`.
    """
    born = birth.earliest(person.birth)
    if moment and recorded_day(moment) < born:
        raise Refusal("date.before_birth", field=field, born=born)


def check_not_ahead(on: date, today: date, field: str = "on") -> None:
    """Refuse an act that is dated ahead: what has not happened yet cannot be recorded.

    *Refuses*: `date.future`.
    """
    if on > today:
        raise Refusal("date.future", field=field)


def check_minor(minor: MinorData, field: str, known: Intake) -> None:
    """Refuse a person who cannot be folded into this application.

    *Law*: L-10.5 (Art. 10(5)), L-10.7a, L-10.7b.
    *Refuses*: `application.minor_is_adult`, `application.minor_unaccompanied`, `application.minor_birth_document` (give
    it, or mark the birth as told), `application.minor_listed_twice`.
    """
    if not birth.is_minor(minor.birth, known.today, known.leap_day):
        raise Refusal("application.minor_is_adult", field=f"{field}.birth")
    if minor.unaccompanied:
        raise Refusal("application.minor_unaccompanied", field=field)
    if minor.birth_document is None and not minor.verbal:
        raise Refusal("application.minor_birth_document", field=f"{field}.birth_document")
    elsewhere = known.listed_elsewhere(minor)
    if elsewhere:
        raise Refusal("application.minor_listed_twice", field=field, number=elsewhere)


def check_family(applicants: tuple[ApplicantData, ...], known: Intake, today: date | None = None) -> None:
    """Refuse a family in which someone stands twice or under the wrong heading.

    *Shape*: `today` is the day at the desk where `known` looks back to an older one: a child may be born since.

    *Law*: L-10.5, L-10.7b: an applicant under 18 has an own file only when unaccompanied.
    *Refuses*: as the checks here, and `application.empty`, `application.person_twice`,
    `application.minor_listed_twice`.
    """
    if not applicants:
        raise Refusal("application.empty", field="applicants")
    seen: set[str] = set()
    for place, applicant in enumerate(applicants):
        field = f"applicants.{place}"
        check_person(applicant.person, f"{field}.person", known.today)
        check_arrival(applicant.arrival, field, known.now)
        check_age(applicant.person, field, known, unaccompanied=applicant.unaccompanied)
        if applicant.representative:
            check_representative(applicant.representative, f"{field}.representative", known.today)
        _once(applicant.person, seen, "application.person_twice", field)
        elsewhere = known.listed_elsewhere(applicant.person) if applicant.unaccompanied else ""
        if elsewhere:
            raise Refusal("application.minor_listed_twice", field=f"{field}.person", number=elsewhere)
        check_claim(applicant.claim, field)
        for row, minor in enumerate(applicant.minors):
            check_person(minor, f"{field}.minors.{row}", today or known.today, by_birth_document=True)
            _once(minor, seen, "application.minor_listed_twice", f"{field}.minors.{row}")
            check_minor(minor, f"{field}.minors.{row}", known)


def check_age(person: PersonData, field: str, known: Intake, *, unaccompanied: bool) -> None:
    """Refuse an applicant under 18 who is not alone, and an adult who is said to be a child.

    *Law*: L-10.5, L-10.7b. *Refuses*: `application.minor_applicant`, `application.adult_unaccompanied`.
    """
    minor = birth.is_minor(person.birth, known.today, known.leap_day)
    if minor and not unaccompanied:
        raise Refusal("application.minor_applicant", field=f"{field}.person.birth")
    if unaccompanied and not minor:
        raise Refusal("application.adult_unaccompanied", field=f"{field}.person.birth")


def _once(person: PersonData, seen: set[str], rule: str, field: str) -> None:
    keys = person_keys(person)
    if keys & seen:
        raise Refusal(rule, field=field, number="")
    seen |= keys


def person_facts(person: PersonData, person_id: str, place: str) -> list[f.Fact]:
    """The facts that record a person, the documents and the photo."""
    recorded = f.case.PersonRecorded(
        person=person_id,
        place="minor" if place == "minor" else "applicant",
        names=person.names,
        sex=person.sex,
        birth=person.birth,
        birth_place=person.birth_place,
        citizenships=person.citizenships,
        stateless=person.stateless,
        residence_country=person.residence_country,
        languages=person.languages,
        marital=person.marital,
        iin=person.iin,
        parents=person.parents,
        from_words=person.from_words,
    )
    documents = document_facts(person.documents, person_id)
    photo = [f.case.PhotoTaken(person=person_id, blobs=(person.photo,))] if person.photo else []
    return [recorded, *documents, *photo]


def document_facts(documents: tuple[DocumentData, ...], person_id: str) -> list[f.Fact]:
    """The facts that record what documents were shown."""
    return [
        f.case.DocumentShown(
            person=person_id,
            type=d.type,
            number=d.number,
            series=d.series,
            issuer=d.issuer,
            country=d.country,
            issued_on=d.issued_on,
            valid_to=d.valid_to,
            seen=d.seen,
        )
        for d in documents
    ]


def minor_facts(minor: MinorData, person_id: str) -> list[f.Fact]:
    """The facts that fold a minor into an application."""
    return [
        *person_facts(minor, person_id, "minor"),
        f.case.MinorListed(
            person=person_id,
            relation=minor.relation,
            birth_document=minor.birth_document,
            verbal=minor.verbal,
            arrived_with=minor.arrived_with,
        ),
    ]


def arrival_fact(arrival: ArrivalData, person_id: str) -> f.case.ArrivalStated:
    """How the person came, with the countries on the way (L-1.4)."""
    return f.case.ArrivalStated(
        person=person_id,
        way=arrival.way,
        entered_at=arrival.entered_at,
        entered_on=arrival.entered_on,
        place=arrival.place,
        transport=arrival.transport,
        learned_on=arrival.learned_on,
        route=arrival.route,
    )


def claim_fact(claim: ClaimData, person_id: str) -> f.case.ClaimStated:
    """Why the person asks for asylum (L-1.1)."""
    return f.case.ClaimStated(person=person_id, reasons=claim.reasons, account=claim.account, fears=claim.fears)


def stay_fact(stay: StayData, persons: tuple[str, ...], from_on: date) -> f.case.StayStated:
    """Where the persons stay."""
    address = values.Address(kato=stay.kato, text=stay.text)
    return f.case.StayStated(persons=persons, address=address, from_on=from_on, phone=stay.phone)


def circumstances(applicant: ApplicantData, person_id: str, persons: tuple[str, ...], today: date) -> list[f.Fact]:
    """Arrival, claim, stay, interpreter, representative and relatives as facts."""
    made: list[f.Fact] = [arrival_fact(applicant.arrival, person_id), claim_fact(applicant.claim, person_id)]
    if applicant.stay:
        made.append(stay_fact(applicant.stay, persons, today))
    if applicant.interpreter:
        i = applicant.interpreter
        made.append(
            f.case.InterpreterEngaged(
                name=i.name, language=i.language, basis=i.basis, translation_statement=i.translation_statement
            )
        )
    if applicant.representative:
        r = applicant.representative
        made.append(f.case.RepresentativeNamed(person=person_id, name=r.name, basis=r.basis, number=r.number, on=r.on))
    made += [
        f.case.RelativeStated(relation=r.relation, name=r.name, here=r.here, tracing=r.tracing)
        for r in applicant.relatives
    ]
    return made
