"""Files that existed on paper, taken over with their historic dates and numbers; nothing is issued anew.

What stood on paper is recorded as it stood. Rules of today do not judge it, except that it must be possible: dates in
their order, decisions that follow from one another, numbers that lead to one file only.
"""

from datetime import date, datetime, time
from typing import NamedTuple

from app.base.clock import LOCAL
from app.base.errors import Refusal
from app.domain import birth
from app.domain import facts as f
from app.domain.applications import Lodging, lodging_of, opening
from app.domain.commands import PaperCertificate, TakeOver
from app.domain.intake import CaseFacts, Intake, check_family, check_not_ahead
from app.domain.paper_decisions import (
    check_decisions,
    check_number,
    check_postponements,
    decision_facts,
    postponement_facts,
)
from app.domain.rules import fingerprints_from
from app.domain.terms import local_day


class _File(NamedTuple):
    """The file as it stood: the rules of the day of registration, the applicant and the minors with their births."""

    known: Intake
    then: Intake
    applicant: str
    minors: tuple[tuple[str, birth.BirthDate], ...]

    def minors_on(self, day: date) -> tuple[str, ...]:
        """The minors of the file who were born and under 18 on a day (L-10.7a)."""
        leap = self.known.leap_day
        return tuple(m for m, born in self.minors if birth.earliest(born) <= day and birth.is_minor(born, day, leap))


def take_over(known: Intake, command: TakeOver) -> tuple[CaseFacts, ...]:
    """Open a file for what stood on paper: the application, its decisions, its certificates.

    *Law*: L-11.1a: the three months run from the historic registration; L-10.5, X-18: who was a minor then is listed,
    also when 18 now; A15: no fingerprint registration before 01.01.2024. The file is marked `taken_over`.
    *Refuses*: as `check_family`, `_check_days`, `check_number`, `check_decisions`, `check_postponements` and
    `_check_certificates`.
    """
    _check_days(known, command)
    number = check_number(known, command.number, "number", "application") if command.number.strip() else ""
    then = known._replace(now=min(_moment(command.registered_on, time(23, 59)), known.now))
    check_family((command.applicant,), then, known.today)
    check_decisions(known, command)
    check_postponements(known, command)
    _check_certificates(known, command)
    facts = opening(then, command.applicant, "taken_over")
    file = _file(known, then, facts)
    facts.append(_lodged(then, command))
    facts.append(
        f.case.ApplicationRegistered(
            number=number or known.number("A"),
            registered_on=command.registered_on,
            calendar=known.calendar.version,
        )
    )
    facts += _fingerprints(file, command)
    facts += _course(file, command)
    if command.source_note.strip():
        facts.append(f.case.NoteAdded(text=command.source_note.strip()))
    return (CaseFacts(known.new_id(), tuple(facts)),)


def _moment(day: date, at: time = time.min) -> datetime:
    return datetime.combine(day, at, LOCAL)


def _file(known: Intake, then: Intake, facts: list[f.Fact]) -> _File:
    people = [fact for fact in facts if isinstance(fact, f.case.PersonRecorded)]
    minors = tuple((person.person, person.birth) for person in people if person.place == "minor")
    return _File(known, then, people[0].person, minors)


def _check_days(known: Intake, command: TakeOver) -> None:
    """Refuse a registration, lodging or fingerprint registration on a day on which it cannot have been.

    *Refuses*: `date.future`, `taken_over.order`, `application.lodged_before_arrival`, `taken_over.fingerprints_before`.
    """
    check_not_ahead(command.registered_on, known.today, "registered_on")
    lodged_on = command.lodged_on or command.registered_on
    born = birth.earliest(command.applicant.person.birth)
    if not born <= lodged_on <= command.registered_on:
        raise Refusal("taken_over.order", field="lodged_on", first=born, last=command.registered_on)
    arrival = command.applicant.arrival
    entered = [local_day(moment) for moment in (arrival.entered_on, arrival.entered_at) if moment]
    if command.way != "border" and any(day > lodged_on for day in entered):
        raise Refusal("application.lodged_before_arrival", field="lodged_on")
    printed = command.fingerprints_on
    if printed is None:
        return
    check_not_ahead(printed, known.today, "fingerprints_on")
    if printed < fingerprints_from():
        raise Refusal("taken_over.fingerprints_before", field="fingerprints_on", since=fingerprints_from())
    if printed < command.registered_on:
        raise Refusal("taken_over.order", field="fingerprints_on", first=command.registered_on, last=known.today)


def _check_certificates(known: Intake, command: TakeOver) -> None:
    """Refuse a certificate that cannot have been issued, or whose number leads to another one.

    *Refuses*: `date.future`, `taken_over.order`, `taken_over.certificate_end`, `taken_over.no_status`,
    `taken_over.number_twice`, as `check_number`.
    """
    granted = [d.on for d in command.decisions if d.kind in {"grant", "grant_derivative"}]
    seen: set[str] = set()
    for row, paper in enumerate(command.certificates):
        field = f"certificates.{row}"
        number = check_number(known, paper.number, f"{field}.number", paper.kind)
        if number in seen:
            raise Refusal("taken_over.number_twice", field=f"{field}.number", number=number)
        seen.add(number)
        check_not_ahead(paper.issued_on, known.today, f"{field}.issued_on")
        if paper.issued_on < command.registered_on:
            raise Refusal("taken_over.order", field=f"{field}.issued_on", first=command.registered_on, last=known.today)
        if paper.valid_to < paper.issued_on:
            raise Refusal("taken_over.certificate_end", field=f"{field}.valid_to", issued=paper.issued_on)
        if paper.kind == "refugee" and not any(on <= paper.issued_on for on in granted):
            raise Refusal("taken_over.no_status", field=f"{field}.kind")


def _lodged(then: Intake, command: TakeOver) -> f.case.ApplicationLodged:
    """The lodging; lateness is told of an application that is still pending, a decided one is past it (f-07)."""
    lodged_at = _moment(command.lodged_on or command.registered_on)
    arrival = command.applicant.arrival
    due = Lodging() if command.decisions else lodging_of(command.way, arrival, command.source_note, lodged_at, then)
    return f.case.ApplicationLodged(
        way=command.way,
        lodged_at=lodged_at,
        place="border" if command.way == "border" else "leb",
        late=due.late,
        last_day=due.last_day,
        last_moment=due.last_moment,
        calendar=then.calendar.version,
    )


def _fingerprints(file: _File, command: TakeOver) -> list[f.Fact]:
    """The referral of the day of registration and its answer; none was sent before 2024 (A15, L-10.6c)."""
    done_on = command.fingerprints_on
    if done_on is None and command.registered_on < fingerprints_from():
        return []
    sent_on = max(command.registered_on, fingerprints_from())
    version = file.known.calendar.version
    request = f.case.RequestSent(
        request=file.known.new_id(), to="fingerprints", person=file.applicant, on=sent_on, calendar=version
    )
    if done_on is None:
        return [request]
    answer = f.case.RequestAnswered(request=request.request, person=file.applicant, on=done_on, result="done")
    return [request, answer]


def _course(file: _File, command: TakeOver) -> list[f.Fact]:
    """Postponements, decisions and certificates in the order of their days, and in this order on one day."""
    dated: list[tuple[date, int, list[f.Fact]]] = []
    for postponed in postponement_facts(file.known, command):
        dated.append((postponed.on, -1, [postponed]))
    for fact in decision_facts(file.known, command, file.applicant, file.minors_on):
        dated.append((fact.on, 0, [fact]))
    before: dict[str, PaperCertificate] = {}
    for paper in sorted(command.certificates, key=lambda paper: (paper.issued_on, paper.kind == "refugee")):
        dated.append((paper.issued_on, 1, _certificate(file, paper, before)))
        before[paper.kind] = paper
    return [fact for _day, _rank, facts in sorted(dated, key=lambda entry: entry[:2]) for fact in facts]


def _certificate(file: _File, paper: PaperCertificate, before: dict[str, PaperCertificate]) -> list[f.Fact]:
    """A certificate in place of the one before; the booklet of a refugee takes back that of the asylum seeker."""
    older = before.get(paper.kind)
    asylum = before.pop("asylum", None) if paper.kind == "refugee" else None
    issued = f.case.CertificateIssued(
        number=paper.number.strip(),
        kind=paper.kind,
        holder=file.applicant,
        minors=file.minors_on(paper.issued_on),
        issued_on=paper.issued_on,
        valid_to=paper.valid_to,
        replaces=older.number.strip() if older else "",
    )
    ended = (
        f.case.CertificateEnded(number=asylum.number.strip(), how="returned", on=paper.issued_on) if asylum else None
    )
    return [issued, ended] if ended else [issued]
