"""Death or withdrawal of the applicant: the minors go to a successor's file, or get own files (L-10.5, L-16.1)."""

from datetime import date

from app.base.errors import Refusal
from app.domain import birth
from app.domain import facts as f
from app.domain.case import CaseState, Person
from app.domain.closing import check_not_before
from app.domain.commands import SucceedPrincipal
from app.domain.decisions import recognised
from app.domain.families import check_receiver, ended_certificates, moved
from app.domain.intake import CaseFacts, Intake, check_not_ahead
from app.domain.own_files import folded, own_file, renewed


def succeed(
    known: Intake,
    state: CaseState,
    command: SucceedPrincipal,
    successor: CaseState | None = None,
    kin: tuple[CaseState, ...] = (),
) -> tuple[CaseFacts, ...]:
    """End the file of an applicant who died or withdrew; nobody who was folded into it is left without a file.

    *Law*: L-10.5 (the other parent or representative), L-10.7b, L-16.1 (alone: own file, guardian, tracing); X-18 (who
    has reached 18 gets an own file in any case); L-11.2e, f-43: a status goes along and keeps its term; L-8.1.3, f-30.
    *Shape*: own files come first, then the successor's and the other cases of the family, then the file that ends.
    *Refuses*: `date.future`, `family.before_birth`, `decision.before_registration`, `family.evidence_missing`,
    `decision.taken_already` (who has the status has no application to withdraw), `case.closed_before`, and as
    `check_receiver`.
    """
    on = command.on or known.today
    _check(known, state, command, on)
    if successor is not None:
        check_receiver(known, state, successor, "successor")
    made = _placed(known, state, successor, kin)
    told = _told(state, command, on, made, successor, kin)
    after = renewed(known, successor, made) if successor else ()
    return (*made, *told, *after, CaseFacts(state.id, _ended(known, state, command, on, successor)))


def _check(known: Intake, state: CaseState, command: SucceedPrincipal, on: date) -> None:
    check_not_ahead(on, known.today)
    if not command.statement.strip():
        raise Refusal("family.evidence_missing", field="statement")
    if command.reason == "death":
        if on < birth.earliest(state.applicant_person.recorded.birth):
            raise Refusal("family.before_birth", field="on")
        check_not_before(state, on)
        return
    if recognised(state, date.max):
        raise Refusal("decision.taken_already")
    if state.registered_on and on < state.registered_on:
        raise Refusal("decision.before_registration", field="on")
    check_not_before(state, on)


def _placed(
    known: Intake, state: CaseState, successor: CaseState | None, kin: tuple[CaseState, ...]
) -> tuple[CaseFacts, ...]:
    """Where everybody goes who was folded into the file: own files first."""
    minors = sorted(state.minors, key=lambda minor: _is_minor(known, minor) and successor is not None)
    openings: list[CaseFacts] = []
    others: list[CaseFacts] = []
    now, family, to = state, list(kin), successor
    for minor in minors:
        young = _is_minor(known, minor)
        if young and to is not None:
            made = moved(known, now, to, minor, "")
            to = folded(to, made)
        else:
            made = own_file(known, now, minor, "unaccompanied" if young else "turned_18", tuple(family))
            openings.append(made[0])
            family = [folded(one, made) for one in family]
            family.append(folded(CaseState(id=made[0].case), made))
            to = folded(to, made) if to else None
            made = made[1:]
        now = folded(now, made)
        others += made
    return (*openings, *others)


def _is_minor(known: Intake, person: Person) -> bool:
    return birth.is_minor(person.recorded.birth, known.today, known.leap_day)


def _told(
    state: CaseState,
    command: SucceedPrincipal,
    on: date,
    made: tuple[CaseFacts, ...],
    successor: CaseState | None,
    kin: tuple[CaseState, ...],
) -> tuple[CaseFacts, ...]:
    """What the other files record: the death, and that the minors have another principal now."""
    evidence = command.statement.strip()
    told: dict[str, list[f.Fact]] = {}
    if command.reason == "death":
        died = f.course.FamilyChanged(
            event="death", persons=(state.applicant,), on=on, evidence=evidence, case=state.id
        )
        for other in kin:
            told.setdefault(other.id, []).append(died)
    if successor is not None:
        came = tuple(
            fact.person
            for part in made
            if part.case == successor.id
            for fact in part.facts
            if isinstance(fact, f.case.MinorListed)
        )
        told.setdefault(successor.id, []).append(
            f.course.FamilyChanged(event="principal", persons=came, on=on, evidence=evidence, case=state.id)
        )
    return tuple(CaseFacts(case, tuple(facts)) for case, facts in told.items())


def _ended(
    known: Intake, state: CaseState, command: SucceedPrincipal, on: date, successor: CaseState | None
) -> tuple[f.Fact, ...]:
    """How the file of the applicant ends: the certificates go back, and it is closed or withdrawn."""
    statement = command.statement.strip()
    to = successor.id if successor else ""
    dead = command.reason == "death"
    event = f.course.FamilyChanged(
        event="death" if dead else "principal", persons=(state.applicant,), on=on, evidence=statement, case=to
    )
    end: f.Fact = (
        f.case.CaseClosed(code="DTH", on=on, reason=statement)
        if dead
        else f.case.ApplicationWithdrawn(on=on, statement=statement)
    )
    return (event, *ended_certificates(known, state), end)
