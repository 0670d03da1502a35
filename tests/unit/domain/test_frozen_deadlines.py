"""A16-6: a term is counted under the calendar that was in force when it started, whatever calendar came later."""

from datetime import date, timedelta

import pytest

from app.base.errors import Trouble
from app.domain import calendar
from app.domain import facts as f
from app.domain.calendar import WorkingCalendar
from app.domain.case import CaseState
from app.domain.deadlines import Loader, deadlines, stamped
from app.domain.settings import Settings
from tests.offices import Desk, after, applicant

OLD = calendar.load()
NEWER = WorkingCalendar.of(
    "kz-2099.1", OLD.first, OLD.last, [date(2026, 6, 15) + timedelta(days=n) for n in range(150)]
)
"""A version in which nothing is worked for months."""


def load(version: str) -> WorkingCalendar:
    known = {OLD.version: OLD, NEWER.version: NEWER}
    if version not in known:
        raise Trouble("calendar.version_unknown", version=version)
    return known[version]


def dates(state: CaseState, current: WorkingCalendar, loader: Loader = load) -> dict[str, tuple[date, str]]:
    return {d.kind: (d.due, d.calendar) for d in deadlines(state, current, Settings({}), loader)}


def decided(stamp: str) -> CaseState:
    desk = Desk("2026-06-15 10:00")
    (state,) = desk.register(applicant())
    taken = f.case.DecisionTaken(
        number="D-1", kind="grant", on=date(2026, 6, 18), person=state.applicant, covers=(state.applicant,),
        from_on=date(2026, 6, 18), to_on=date(2027, 6, 18), calendar=stamp,
    )  # fmt: skip
    return after(state, [taken])


def test_a_newer_calendar_moves_no_deadline_that_has_started() -> None:
    (pending,) = Desk("2026-06-15 10:00").register(applicant())
    for state in (pending, decided(OLD.version)):
        was, now = dates(state, OLD), dates(state, NEWER)
        counted = {kind for kind in was if kind not in {"certificate_expiry", "status_expiry"}}
        assert {kind: now[kind] for kind in counted} == {kind: was[kind] for kind in counted}
    assert {"decision", "fingerprints"} <= set(dates(pending, NEWER))


def test_what_starts_under_the_newer_calendar_is_counted_by_it() -> None:
    due, version = dates(decided(NEWER.version), OLD)["refugee_certificate"]
    assert due > date(2026, 11, 1)
    assert version == NEWER.version


@pytest.mark.parametrize("stamp", ["", "kz-1999.1"])
def test_without_a_known_version_the_current_calendar_counts(stamp: str) -> None:
    assert stamped(stamp, NEWER, load) is NEWER
    assert dates(decided(stamp), NEWER)["notice_iab"][1] == NEWER.version


def test_another_trouble_of_the_loader_is_not_hidden() -> None:
    def broken(_version: str) -> WorkingCalendar:
        raise Trouble("resources.damaged")

    with pytest.raises(Trouble, match="resources"):
        stamped("kz-1999.1", NEWER, broken)


def test_every_fact_that_starts_a_term_is_stamped() -> None:
    (state,) = Desk("2026-06-15 10:00").register(applicant())
    assert state.registered_calendar == OLD.version
    assert {request.calendar for request in state.requests} == {OLD.version}
