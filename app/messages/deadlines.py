"""What a deadline is called and how it explains itself; which deadlines there are, and their colours, is `domain`."""

import json
from collections.abc import Iterator
from datetime import date
from functools import cache

from app.base.errors import Trouble
from app.domain.calendar import base_version, published, shown_version
from app.domain.deadlines import Deadline
from app.messages.catalogue import text

HOURS_IN_A_DAY = 24


def deadline_title(deadline: Deadline, language: str) -> str:
    """The short name of a deadline for lists and chips."""
    return text(f"deadline-{_dashes(deadline.kind)}", language)


def deadline_explanation(deadline: Deadline, language: str) -> tuple[str, ...]:
    """Why a deadline stands where it stands, line by line.

    *Law*: A16; `product.md`, deadlines that explain themselves. *Shape*: what the law says, what the term is counted
    from, how long it is, the days off that mattered, last day, what it was before it moved, target, the day of the
    courier, when it was met, the version of the calendar.
    """
    return tuple(_lines(deadline, language))


def _lines(deadline: Deadline, language: str) -> Iterator[str]:
    yield text(f"deadline-why-rule-{_dashes(deadline.rule.lower())}", language)
    yield text(f"deadline-why-start-{_dashes(deadline.kind)}", language, start=deadline.start)
    yield _term(deadline, language)
    if deadline.skipped:
        yield _days_off(deadline, language)
    yield text("deadline-why-due", language, due=deadline.due)
    if deadline.before is not None:
        yield text(f"deadline-why-before-{_moved_by(deadline)}", language, before=deadline.before)
    if deadline.target < deadline.due:
        at_once = "-at-once" if deadline.target == deadline.start else ""
        yield text(f"deadline-why-target{at_once}", language, target=deadline.target, due=deadline.due)
    if deadline.courier is not None:
        yield text("deadline-why-courier", language, courier=deadline.courier)
    if deadline.done_on is not None:
        yield text("deadline-why-done", language, on=deadline.done_on)
    if deadline.term:
        yield text("deadline-why-calendar", language, version=shown_version(deadline.calendar))


def _moved_by(deadline: Deadline) -> str:
    """What moved the last day: the kinds that stand on a fixed day do not move with the calendar."""
    return {"decision_postponed": "postponed", "status_expiry": "extended"}.get(deadline.kind, "recomputed")


def _term(deadline: Deadline, language: str) -> str:
    if not deadline.term:
        return text("deadline-why-term-fixed", language)
    amount, unit = deadline.term.split(" ")
    if unit == "hours24":
        return text("deadline-why-term-hours", language, amount=int(amount) * HOURS_IN_A_DAY)
    if deadline.kind == "extension_application":
        return text("deadline-why-term-back", language, amount=int(amount))
    return text(f"deadline-why-term-{_dashes(unit)}", language, amount=int(amount))


def _days_off(deadline: Deadline, language: str) -> str:
    """Days off inside a term of working days are not counted; in other terms they only move the end (A16-3)."""
    days = "; ".join(_day_off(line, deadline.calendar, language) for line in deadline.skipped)
    if deadline.term.endswith(" working_days"):
        return text("deadline-why-skipped", language, days=days)
    return text("deadline-why-rolled", language, raw=deadline.raw, days=days)


def _day_off(line: str, calendar: str, language: str) -> str:
    day, _, why = line.partition(" ")
    named = _holidays(calendar).get(day, {}).get(language)
    why_off = (named if why in {"holiday", "moved"} else None) or text(f"terms-skipped-{_dashes(why)}", language)
    return text("deadline-why-off", language, day=date.fromisoformat(day), why=why_off)


@cache
def _holidays(version: str) -> dict[str, dict[str, str]]:
    """The names of the holidays in one version of the calendar; none for a version that is not at hand."""
    try:
        content = published(base_version(version)).content
    except Trouble as trouble:
        if trouble.condition != "calendar.version_unknown":
            raise
        return {}
    names: dict[str, dict[str, str]] = json.loads(content)["names"]
    return names


def _dashes(code: str) -> str:
    return code.replace("_", "-").replace(".", "-")
