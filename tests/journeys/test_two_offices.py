"""Two offices and a stick: a family is registered, printed, decided and sent; the centre reads the same case files."""

from datetime import date
from pathlib import Path

import pytest

from app.base.errors import Refusal
from app.domain.case import status
from app.domain.commands import RecordAnswer, RecordRequest, TakeDecision
from app.services import enrolment, exchange, offices, papers
from app.services.acts import perform
from app.store.rebuild import verify
from app.store.rows import cases as rows
from app.store.store import Store, open_store
from tests.offices import PASSPHRASE, at, family_of_five, make_store


def _enrol(office: Store, centre: Store, stick: Path) -> None:
    """Three files on a stick, carried there and back."""
    clerk, chief = office.actor("clerk"), centre.actor("clerk")
    (stick / "request.ake").write_bytes(enrolment.make_request(office, clerk))
    response = enrolment.certify(centre, chief, (stick / "request.ake").read_bytes(), "the authority's own words")
    (stick / "response.ake").write_bytes(response)
    enrolment.install(office, clerk, (stick / "response.ake").read_bytes())


def _registered(office: Store) -> tuple[str, ...]:
    clerk = office.actor("clerk")
    cases = perform(office, clerk, family_of_five()).cases
    for case in cases:
        papers.issue(office, clerk, case, "certificate")
        perform(office, clerk, RecordRequest(case=case, to="fingerprints"))
    return cases


def _decided(office: Store, cases: tuple[str, ...]) -> None:
    clerk = office.actor("clerk")
    for case in cases:
        perform(office, clerk, RecordAnswer(case=case, to="fingerprints", result="done"))
        perform(office, clerk, TakeDecision(case=case, kind="grant"))
    papers.issue(office, clerk, cases[0], "decision", "kk")


def _same(office: Store, centre: Store, cases: tuple[str, ...], expected: str, on: date) -> None:
    with office.reading() as here, centre.reading() as there:
        assert rows.stock(there, on) == rows.stock(here, on)
        for case in cases:
            mine, theirs = rows.case_state(here, case), rows.case_state(there, case)
            assert mine == theirs
            assert (theirs.holder, status(theirs, on)) == ("ALA01-S1", expected)
            for paper in theirs.papers:
                assert papers.read(centre, paper) == papers.read(office, paper)


def test_a_family_registered_and_decided_in_the_office_stands_the_same_at_the_centre(tmp_path: Path) -> None:
    office = make_store(tmp_path / "office")
    centre = make_store(tmp_path / "centre", office="CEN00", kind="centre")
    stick = tmp_path / "stick"
    stick.mkdir()
    for store in (office, centre):
        store.set_clock(at("2026-06-15 10:00"))
    _enrol(office, centre, stick)
    clerk, chief = office.actor("clerk"), centre.actor("clerk")

    cases = _registered(office)
    exchange.export(office, clerk, stick)
    (first,) = exchange.import_bundles(centre, chief, stick)
    assert (first.status, first.cases_new, first.cases_changed) == ("imported", 2, 0)
    _same(office, centre, cases, "asylum_seeker", date(2026, 6, 15))
    assert exchange.import_bundles(centre, chief, stick)[0].status == "known"
    exchange.export(centre, chief, stick)
    exchange.import_bundles(office, clerk, stick)
    with pytest.raises(Refusal) as nothing:
        exchange.export(office, clerk, stick)
    assert nothing.value.rule == "exchange.nothing_new"

    for store in (office, centre):
        store.set_clock(at("2026-07-20 15:00"))
    _decided(office, cases)
    exchange.export(office, clerk, stick)
    second = exchange.import_bundles(centre, chief, stick)[-1]
    assert (second.status, second.cases_new, second.cases_changed) == ("imported", 0, 2)
    _same(office, centre, cases, "refugee", date(2026, 7, 20))

    for store in (office, centre):
        assert offices.verify(store, store.actor("clerk")).problems == ()
        store.close()
    again = open_store(tmp_path / "centre", "clerk", PASSPHRASE)
    assert verify(again).problems == ()
    again.close()
