"""Tasks without a date of the Law that stay open until something is recorded."""

from collections.abc import Iterator
from datetime import date

from app.domain import birth
from app.domain.case import CaseState, status
from app.domain.decision_tasks import decision_tasks
from app.domain.family_tasks import OF_CHILDREN_ALONE, family_tasks
from app.domain.remedies import remedy_tasks, tasks_of_the_closed
from app.domain.task import Task

__all__ = ["Task", "open_tasks"]

OFFICE_LANGUAGES = frozenset({"kaz", "rus"})
"""Who speaks one of these needs no interpreter (X-language)."""
_REFUGEE = frozenset({"refugee", "expired_extension_pending"})
_SEEKER = frozenset({"intention", "asylum_seeker", "refused"})


def open_tasks(state: CaseState, on: date | None = None) -> tuple[Task, ...]:
    """What stays open in a case: births to prove, citizenship to establish, tracing, a reason of lateness, the leaflet,
    an interpreter, the guardianship body.

    *Law*: X-18, L-16.1, L-11.3: an applicant who has come of age by the day `on` needs no guardian and no tracing.
    *Shape*: without a day nobody comes of age.
    """
    if not state.is_open:
        return tasks_of_the_closed(state)
    tasks = (*_of_intake(state), *_of_rights(state), *family_tasks(state), *decision_tasks(state), *remedy_tasks(state))
    applicant = state.persons.get(state.applicant)
    if on is None or applicant is None or birth.is_minor(applicant.recorded.birth, on):
        return tasks
    return tuple(task for task in tasks if task.kind not in OF_CHILDREN_ALONE)


def _of_intake(state: CaseState) -> Iterator[Task]:
    """What the application left open (L-10.5, L-1.9, L-11.3, L-10.1a)."""
    for minor in state.minors:
        if minor.verbal:
            yield Task(kind="prove_birth", rule="L-10.5", person=minor.id)
    for person in state.present:
        if "XXX" in person.recorded.citizenships or person.recorded.stateless == "not_established":
            yield Task(kind="establish_citizenship", rule="L-1.9", person=person.id)
    if state.unaccompanied:
        tracing = state.request_for("tracing")
        if tracing is None or tracing.answer is None:
            yield Task(kind="awaiting_tracing", rule="L-11.3", person=state.applicant)
    if state.late and not state.late.reason:
        yield Task(kind="late_reason", rule="L-10.1a", person=state.applicant)
    newest = state.extensions[-1] if state.extensions else None
    if newest and newest.late and not newest.late.reason and newest.withdrawn_on is None:
        yield Task(kind="late_extension_reason", rule="L-11.5c", person=state.applicant)


def _of_rights(state: CaseState) -> Iterator[Task]:
    """The duties of the office towards the person, open until they are recorded (L-6-1.7, L-8.1.1, L-16.1)."""
    now, applicant = status(state, date.max), state.applicant
    subject = "refugee" if now in _REFUGEE else "asylum_seeker"
    told = any(given.person == applicant and given.subject == subject for given in state.leaflets)
    if now in _SEEKER | _REFUGEE and not told:
        yield Task(kind="leaflet", rule="L-8.1.1", person=applicant)
    person = state.persons.get(applicant)
    if person is None or now not in _SEEKER:
        return
    languages = set(person.recorded.languages)
    if languages and not languages & OFFICE_LANGUAGES and state.interpreter is None:
        yield Task(kind="interpreter", rule="L-8.1.1", person=applicant)
    found_minor = any(c.changes.birth and birth.is_minor(person.recorded.birth, c.on) for c in person.corrected)
    if found_minor and state.request_for("guardian") is None:
        yield Task(kind="refer_guardian", rule="L-16.1", person=applicant)
