"""What the services of cases share: an open case of one's own, a person in it, the day of an act, recording."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from app.base.errors import Refusal
from app.domain import facts as f
from app.domain.case import CaseState, Person
from app.domain.intake import CaseFacts, check_not_ahead
from app.store.unit import UnitOfWork

Cases = tuple[str, ...]
Act = Callable[[UnitOfWork, Any], Cases]


def record(uow: UnitOfWork, case: str, made: Iterable[f.Fact]) -> Cases:
    """Record facts in one case."""
    for fact in made:
        uow.record(case, fact)
    return (case,)


def record_all(uow: UnitOfWork, made: Iterable[CaseFacts]) -> Cases:
    """Record facts in several cases; each case is told once, in order."""
    cases: dict[str, None] = {}
    for case in made:
        record(uow, case.case, case.facts)
        cases[case.case] = None
    return tuple(cases)


def open_case(uow: UnitOfWork, case: str) -> CaseState:
    """A case that this workstation holds and that is not closed.

    *Refuses*: `case.unknown`, `case.held_elsewhere`, `case.not_open`.
    """
    state = uow.own_case(case)
    if not state.is_open:
        raise Refusal("case.not_open", field="case")
    return state


def person_in(state: CaseState, person: str, field: str = "person") -> Person:
    """A person of a case, the applicant when none is named.

    *Refuses*: `person.unknown`.
    """
    found = state.persons.get(person or state.applicant)
    if found is None:
        raise Refusal("person.unknown", field=field)
    return found


def day_of(uow: UnitOfWork, on: date | None, field: str = "on") -> date:
    """The day of an act: the one given, which does not lie ahead, or today.

    *Refuses*: `date.future`.
    """
    today = uow.store.clock.today()
    check_not_ahead(on or today, today, field)
    return on or today
