"""The internal stages of the repealed regulation: a checklist, and targets of the office that are off by default.

No deadline of the Law is replaced by them; those live in `intake_deadlines` and `decision_deadlines`. A stage that the
facts of the case show already is derived and never recorded by itself.
"""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Literal, NamedTuple

import msgspec

from app.base import resources
from app.base.errors import Refusal
from app.domain import facts as f
from app.domain.beginnings import check_begun
from app.domain.calendar import WorkingCalendar
from app.domain.case import CaseState, Decision
from app.domain.commands import AssignCase, DoStage
from app.domain.deadline import Deadline, due_by, due_on
from app.domain.decisions import final_decision
from app.domain.facts.course import Stage as StageCode
from app.domain.intake import Intake, check_not_ahead
from app.domain.settings import Settings
from app.domain.terms import Counted, Term, count, recorded_day

RULE = "X-stages"
"""Internal targets; `grounds.md` 6."""


class Time(msgspec.Struct, frozen=True):
    """A time of the regulation; minutes end on the day on which they begin."""

    unit: Literal["minutes", "calendar_days", "working_days"]
    amount: int


class Stage(msgspec.Struct, frozen=True):
    """One stage as data.

    *Shape*: `start` is the stage, or the lodging, from which its time runs; `time` None means that the regulation gave
    none that is kept; `law` the article that sets the term that binds.
    """

    code: StageCode
    paragraph: str
    derived: bool
    start: str
    time: Time | None
    law: str
    kk: str
    ru: str
    en: str

    def label(self, language: str) -> str:
        """The name in one language."""
        return str(getattr(self, language))


class StageStand(NamedTuple):
    """How a stage stands in a case.

    *Shape*: `target` is None while targets are off, and for a stage without a time or whose start has not come.
    """

    stage: Stage
    done_on: date | None
    start: date | None
    target: Counted | None


class _Regulation(msgspec.Struct, frozen=True):
    source: str
    repealed_on: date
    stages: tuple[Stage, ...]


@cache
def stages() -> tuple[Stage, ...]:
    """The stages in their order; the repealed order is cited by number and date (f-27)."""
    content = resources.path("law", "stages.json").read_bytes()
    return msgspec.json.decode(content, type=_Regulation).stages


def stage_board(state: CaseState, settings: Settings, calendar: WorkingCalendar) -> tuple[StageStand, ...]:
    """How every stage stands, in order.

    *Law*: `grounds.md` 6; X-checks: the security check has no term and its reply decides nothing (f-28).
    """
    return tuple(_stand(state, stage, settings, calendar) for stage in stages())


def _stand(state: CaseState, stage: Stage, settings: Settings, calendar: WorkingCalendar) -> StageStand:
    start = done_on(state, stage.start)
    counted = None
    if settings.flag("stages.targets") and start and stage.time and not _without(state, stage):
        counted = _counted(start, stage.time, calendar)
    return StageStand(stage, done_on(state, stage.code), start, counted)


def _without(state: CaseState, stage: Stage) -> bool:
    """A refusal leads to no certificate."""
    decision = _decision(state)
    return stage.code == "issue" and decision is not None and decision.kind == "refuse"


def _counted(start: date, time: Time, calendar: WorkingCalendar) -> Counted:
    if time.unit == "minutes":
        return Counted(start, start, start, (), calendar.version)
    return count(start, Term(time.unit, time.amount), "authority", calendar)


def done_on(state: CaseState, stage: str) -> date | None:
    """The day on which a stage was done: as the facts show it, else as it was recorded."""
    derive = _DERIVED.get(stage)
    return derive(state) if derive else state.stages.get(stage)


def _received(state: CaseState) -> date | None:
    """When the office got the application; what was lodged at the border came with the registration at the latest."""
    if state.lodged is None:
        return None
    return recorded_day(state.lodged.lodged_at) if state.lodged.place == "leb" else state.registered_on


def _asked(state: CaseState) -> date | None:
    request = state.request_for("nsc")
    return request.on if request else None


def _replied(state: CaseState) -> date | None:
    request = state.request_for("nsc")
    return request.answer.on if request and request.answer else None


def _decision(state: CaseState) -> Decision | None:
    """The decision of this file; a status that came along from another one went through no stages here."""
    decision = final_decision(state)
    return None if decision is None or decision.carried else decision


def _decided(state: CaseState) -> date | None:
    decision = _decision(state)
    return decision.on if decision else None


def _told(state: CaseState) -> date | None:
    decision = _decision(state)
    return decision.served_on if decision else None


def _issued(state: CaseState) -> date | None:
    decision = _decision(state)
    given = (c.issued_on for c in state.certificates if c.kind == "refugee")
    return next((day for day in given if decision and day >= decision.on), None)


_DERIVED: dict[str, Callable[[CaseState], date | None]] = {
    "lodged": _received,
    "register": lambda state: state.registered_on,
    "nsc_request": _asked,
    "nsc_reply": _replied,
    "decision": _decided,
    "notify": _told,
    "issue": _issued,
}


def stage_deadlines(state: CaseState, settings: Settings, calendar: WorkingCalendar) -> Iterator[Deadline]:
    """The targets of the office as deadlines, when it has switched them on; never in the place of one of the Law."""
    if not settings.flag("stages.targets"):
        return
    for stand in stage_board(state, settings, calendar):
        if stand.target is None or stand.start is None or stand.stage.time is None:
            continue
        kind, time = f"stage_{stand.stage.code}", stand.stage.time
        if time.unit == "minutes":
            yield due_on(kind, RULE, state.applicant, stand.start, stand.start, calendar, done_on=stand.done_on)
        else:
            term = Term(time.unit, time.amount)
            yield due_by(kind, RULE, state.applicant, stand.start, stand.target, term, done_on=stand.done_on)


def do_stage(known: Intake, state: CaseState, command: DoStage) -> f.course.StageDone:
    """Record that a stage was done which no other fact shows.

    *Refuses*: `stage.derived`, `stage.by_head` (the head assigns), `date.future`, `date.before_file`.
    """
    if command.stage == "assign":
        raise Refusal("stage.by_head", field="stage")
    if command.stage in _DERIVED:
        raise Refusal("stage.derived", field="stage")
    return f.course.StageDone(stage=command.stage, on=_day(known, state, command.on))


def assign(known: Intake, state: CaseState, command: AssignCase) -> f.course.CaseAssigned:
    """Appoint the responsible officer.

    *Refuses*: `stage.officer_already`, `date.future`, `date.before_file`.
    """
    if command.user == state.officer:
        raise Refusal("stage.officer_already", field="user", user=command.user)
    return f.course.CaseAssigned(user=command.user, on=_day(known, state, command.on))


def _day(known: Intake, state: CaseState, on: date | None) -> date:
    day = on or known.today
    check_not_ahead(day, known.today)
    check_begun(state, day)
    return day
