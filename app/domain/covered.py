"""Whom a decision covers, and who is decided already: asked of each person, for a child may join a file later."""

from datetime import date

from app.base.errors import Refusal
from app.domain.birth import is_minor
from app.domain.case import CaseState, Decision
from app.domain.commands import TakeDecision
from app.domain.extensions import holds_status
from app.domain.intake import Intake

GRANTS = frozenset({"grant", "grant_derivative"})
ON_APPLICATION = GRANTS | {"refuse"}
"""Decisions that end the consideration of an application for status; the others need a status."""


ENDING = frozenset({"deprive", "terminate"})
"""Decisions that rest on what one person did; whom else they cover is said, never supposed (f-29)."""


def final_decision(state: CaseState, on: date | None = None) -> Decision | None:
    """The decision that ended the consideration of the applicant, with effect on a day or as far as is recorded."""
    return settled(state, state.applicant, on)


def settled(state: CaseState, person: str, on: date | None = None) -> Decision | None:
    """The decision that ended the consideration of a person.

    *Shape*: after an annulment the application is under consideration again, on days before the annulled decision as
    well; a status that came along from the file of a parent leaves nothing to consider.
    """
    own = (d for d in state.decisions if person in d.covers and (d.kind in ON_APPLICATION or d.carried))
    return next((d for d in own if _has_effect(d, on)), None)


def _has_effect(decision: Decision, on: date | None) -> bool:
    return decision.annulled_on is None or (on is not None and decision.on <= on < decision.annulled_on)


def covered(known: Intake, state: CaseState, command: TakeDecision, on: date) -> tuple[str, ...]:
    """Whom a decision covers: the persons named in it, or everybody whom it can concern.

    *Law*: L-11.2a: who has reached 18 on the day is decided on in an own file; L-11.4, f-12: a child who joined the
    file later is decided on alone; L-11.2e: who holds a status loses it by no decision on the others.
    *Refuses*: `person.unknown`, `decision.applicant_not_covered`, `decision.covers_adult`, `decision.covers_missing`,
    `decision.taken_already`, `decision.no_status`.
    """
    present = {p.id: p for p in state.present}
    may = concerned(state, command.kind, on)
    if not command.covers and state.applicant not in may:
        raise _cannot(command.kind)
    if command.kind in ENDING and not command.covers and len(may) > 1:
        raise Refusal("decision.covers_missing", field="covers")
    covers = tuple(dict.fromkeys(command.covers or may))
    if not set(covers) <= set(present):
        raise Refusal("person.unknown", field="covers")
    if command.kind in ON_APPLICATION and state.applicant in may and state.applicant not in covers:
        raise Refusal("decision.applicant_not_covered", field="covers")
    for person in covers:
        recorded = present[person].recorded
        if person != state.applicant and not is_minor(recorded.birth, on, known.leap_day):
            raise Refusal("decision.covers_adult", field="covers")
    if not set(covers) <= set(may):
        raise _cannot(command.kind)
    return covers


def _cannot(kind: str) -> Refusal:
    return Refusal("decision.taken_already" if kind in ON_APPLICATION else "decision.no_status", field="covers")


def concerned(state: CaseState, kind: str, on: date) -> tuple[str, ...]:
    """Whom a decision of a kind can concern: who is not decided yet, or who holds a status.

    *Shape*: an extension leaves out who has a longer term than the applicant already.
    """
    present = tuple(p.id for p in state.present)
    if kind in ON_APPLICATION:
        return tuple(p for p in present if settled(state, p, on) is None)
    holding = tuple(p for p in present if holds_status(state, on, p))
    if kind != "extend" or state.applicant not in holding:
        return holding
    end = _end(state, state.applicant, on)
    return tuple(p for p in holding if _end(state, p, on) <= end)


def _end(state: CaseState, person: str, on: date) -> date:
    ruling = state.status_decision(person, on)
    return ruling.to_on if ruling and ruling.to_on else date.min
