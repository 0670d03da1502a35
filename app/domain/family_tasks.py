"""Tasks of the family over time: each opens with its cause and ends with what settles it (L-11.2d, L-11.4, L-16.1).

That a minor comes of age is a deadline (`family_deadlines`), because tasks know no day.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from app.domain import birth
from app.domain.case import CaseState, Person
from app.domain.task import Task

OF_CHILDREN_ALONE = frozenset({"guardian", "best_interests", "awaiting_tracing", "refer_guardian"})
"""Tasks that a child alone opens: nothing is left of them when the child has come of age."""
GUARDIAN = "guardian"
"""The basis on which a guardian acts (`representative.named`)."""
_STATUS = {"grant", "grant_derivative", "extend"}


def family_tasks(state: CaseState) -> tuple[Task, ...]:
    """What stays open in a family.

    *Law*: L-4.5, L-16.1, L-11.3 (a child alone: guardian, interests of the child), L-11.2d (family link of who came
    later), L-11.4, f-12 (newborns, children whom the decision does not cover), L-16.2, L-11.5b (own refugee
    certificate), L-10.7a (a booklet that names other children than the file), L-11.2e (own grounds after a break-up).
    """
    return (
        *_alone(state),
        *_links(state),
        *_newborns(state),
        *_children_to_decide(state),
        *_booklets(state),
        *_own_grounds(state),
    )


def _alone(state: CaseState) -> Iterator[Task]:
    if not state.unaccompanied:
        return
    named = state.representative
    if named is None or named.basis != GUARDIAN or named.person != state.applicant:
        yield Task(kind="guardian", rule="L-16.1", person=state.applicant)
    if not any(e.about == "best_interests" and e.person == state.applicant for e in state.evidence):
        yield Task(kind="best_interests", rule="L-11.3", person=state.applicant)


def _links(state: CaseState) -> Iterator[Task]:
    shown = {e.person for e in state.evidence if e.about == "family"}
    for minor in state.minors:
        if not minor.arrived_with and minor.birth_document is None and minor.id not in shown:
            yield Task(kind="family_link", rule="L-11.2d", person=minor.id)


def _newborns(state: CaseState) -> Iterator[Task]:
    """One task for each birth told until a child born on that day is listed; the second twin needs a second birth."""
    listed = [person for person in state.persons.values() if person.id != state.applicant]
    told: Counter[date] = Counter()
    for event in state.family_events:
        if event.event == "birth":
            told[event.on] += 1
            if told[event.on] > sum(_may_be_born_on(person, event.on) for person in listed):
                person = event.persons[0] if event.persons else state.applicant
                yield Task(kind="newborn", rule="L-11.4", person=person)


def _may_be_born_on(person: Person, on: date) -> bool:
    return birth.earliest(person.recorded.birth) <= on <= birth.latest(person.recorded.birth)


def _children_to_decide(state: CaseState) -> Iterator[Task]:
    """Children listed after the decision: it does not cover them (L-11.4, f-12)."""
    if state.decision_of(state.applicant) is None:
        return
    for minor in state.minors:
        if state.decision_of(minor.id) is None:
            yield Task(kind="decide_on_child", rule="L-11.4", person=minor.id)


def _booklets(state: CaseState) -> Iterator[Task]:
    """Refugee certificates have pre-printed numbers: the program proposes a new one and issues none by itself."""
    decision = state.status_decision(state.applicant)
    if decision is None or decision.kind not in _STATUS:
        return
    valid = state.valid_certificate("refugee")
    if valid is None:
        if decision.carried:
            yield Task(kind="own_refugee_certificate", rule="L-11.5b", person=state.applicant)
        return
    covered = {minor.id for minor in state.minors if _has_status(state, minor.id)}
    # A row that was struck by hand stays in the booklet until a new one is given out.
    if set(valid.minors) != covered or valid.struck_rows:
        yield Task(kind="renew_refugee_certificate", rule="L-10.7a", person=state.applicant)


def _own_grounds(state: CaseState) -> Iterator[Task]:
    """Who holds the status for the unity of a family that broke up is heard on own grounds at the next extension.

    *Law*: L-11.2e, f-43: nothing ends by itself; settled by the decision on the extension.
    """
    given = [d for d in state.decisions if d.kind == "grant_derivative" and state.applicant in d.covers]
    broken = [e.on for e in state.family_events if e.event in {"divorce", "death", "split"} and e.case]
    now = state.status_decision(state.applicant)
    if not given or not broken or now is None or now.kind not in _STATUS:
        return
    heard = [d.on for d in state.decisions if d.kind in {"extend", "refuse_extend"} and d.annulled_on is None]
    if not heard or max(heard) < max(broken):
        yield Task(kind="own_grounds", rule="L-11.2e", person=state.applicant)


def _has_status(state: CaseState, person: str) -> bool:
    decision = state.status_decision(person)
    return decision is not None and decision.kind in _STATUS
