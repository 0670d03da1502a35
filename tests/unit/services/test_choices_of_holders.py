"""The cases of another office are counted by its settings and its calendar, not by those of whoever reads them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.domain.commands import AddDayOff, AdoptCalendar, ChangeSetting, RecordAnswer, TakeDecision
from app.store.counting import mark
from app.store.rebuild import rebuild, verify
from app.store.rows import cases
from app.store.store import Store
from tests.offices import adult, applicant, at, do, register
from tests.unit.services import exchange_offices as o

NEW, OLD = "kz-2026.1", "kz-2025.1"


@pytest.fixture
def w(tmp_path: Path) -> Iterator[o.World]:
    with o.world(tmp_path) as made:
        yield made


def sent(w: o.World) -> None:
    assert w.send()
    assert {one.status for one in w.take()} <= {"imported", "known"}


def due(store: Store, case: str) -> dict[str, date]:
    with store.reading() as connection:
        return {d.kind: d.due for d in cases.deadlines_of(connection, case)}


def same(w: o.World, case: str) -> dict[str, date]:
    """What both show, which is the same."""
    shown = due(w.office, case)
    assert due(w.centre, case) == shown
    for store in (w.office, w.centre):
        assert verify(store).problems == ()
        was = o.contents(store)
        rebuild(store)
        assert o.contents(store) == was
    return shown


def test_a_setting_of_the_holder_reaches_its_cases_at_the_centre(w: o.World) -> None:
    do(w.office, ChangeSetting(key="fingerprint.target", value="9", reason="шалғай аудан"))
    (case,) = register(w.office, applicant(adult("NOORI", "ALI")))
    sent(w)
    assert same(w, case)["fingerprints"] == date(2026, 6, 24)
    do(w.office, ChangeSetting(key="certificate.expiry_alert", value="9", reason="сынақ"))
    do(w.office, ChangeSetting(key="fingerprint.target", value="4", reason="жақын"))
    sent(w)
    assert same(w, case)["fingerprints"] == date(2026, 6, 19)


def test_a_setting_that_moves_no_day_reaches_cases_that_did_not_come_again(w: o.World) -> None:
    (case,) = register(w.office, applicant(adult("NOORI", "ALI")))
    sent(w)
    assert do(w.office, ChangeSetting(key="certificate.expiry_alert", value="9", reason="сынақ")).cases == ()
    sent(w)
    same(w, case)
    with w.centre.reading() as connection:
        alerts = {d.kind: d.alert_days for d in cases.deadlines_of(connection, case)}
    assert alerts["certificate_expiry"] == (9, 3)


def test_a_setting_of_the_centre_does_not_move_the_cases_of_an_office(w: o.World) -> None:
    (case,) = register(w.office, applicant(adult("NOORI", "ALI")))
    sent(w)
    outcome = do(w.centre, ChangeSetting(key="fingerprint.target", value="9", reason="сынақ"))
    assert outcome.cases == ()
    assert same(w, case)["fingerprints"] == date(2026, 6, 18)


def test_A16_6_the_calendar_of_the_holder_counts_at_the_centre(w: o.World) -> None:
    do(w.office, AdoptCalendar(version=OLD, reason="сынақ"))
    (case,) = register(w.office, applicant(adult("NOORI", "ALI")))
    do(w.office, RecordAnswer(case=case, to="fingerprints", result="done"))
    w.office.set_clock(at("2026-08-26 10:00"))
    do(w.office, TakeDecision(case=case, kind="grant"))
    sent(w)
    assert same(w, case)["notice_iab"] == date(2026, 9, 3)
    do(w.office, AddDayOff(day=date(2026, 9, 1), reason="дауыл"))
    sent(w)
    assert same(w, case)["notice_iab"] == date(2026, 9, 4)
    assert w.centre.calendar.version == NEW
    assert w.centre.others[w.office.replica].calendar.version == f"{OLD}+20260901"
    w.centre.close()
    again = o.reopen(w.centre.folder)
    assert {who: mark(known) for who, known in again.others.items()} == {
        who: mark(known) for who, known in w.centre.others.items()
    }
    again.close()


def test_an_import_that_was_not_kept_leaves_the_choices_of_others_as_they_were(
    w: o.World, monkeypatch: pytest.MonkeyPatch
) -> None:
    do(w.office, ChangeSetting(key="fingerprint.target", value="9", reason="шалғай аудан"))
    w.send()
    before = w.centre.others

    def fails(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("app.services.importing._receipts", fails)
        with pytest.raises(KeyboardInterrupt):
            w.take()
    assert w.centre.others == before
    assert {one.status for one in w.take()} == {"imported"}
    assert w.centre.others[w.office.replica].settings.number("fingerprint.target") == 9
