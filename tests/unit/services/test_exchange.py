"""Export and import between real stores: the same case at the centre, nothing twice, refused whole, kept honest."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from tests.offices import adult, applicant, at, child, make_store

from app.base.errors import PanaError, Trouble
from app.domain import facts as f
from app.domain.commands import AddNote, RecordRequest, RegisterApplication
from app.journal.entry import read_entry
from app.messages import catalogue
from app.services import enrolment, exchange, papers
from app.services.acts import perform
from app.store import incoming, peers, tables
from app.store.rebuild import rebuild, verify
from app.store.rows import cases as rows
from app.store.store import Store
from tests.unit.services import exchange_offices as o


@pytest.fixture
def w(tmp_path: Path) -> Iterator[o.World]:
    with o.world(tmp_path) as made:
        yield made


def _refused(act: Callable[[], object]) -> str:
    with pytest.raises(PanaError) as error:
        act()
    for language in catalogue.LANGUAGES:
        assert len(catalogue.sentence(error.value, language)) > 20
    return error.value.code


def _whole(*stores: Store) -> None:
    """The store verifies, and a rebuild gives the same tables."""
    for store in stores:
        assert verify(store).problems == ()
        before = o.contents(store)
        rebuild(store)
        assert o.contents(store) == before


def _acked(store: Store) -> int:
    with store.reading() as connection:
        return connection.execute(sa.select(tables.chain.c.acked_n).where(tables.chain.c.o == store.replica)).scalar_one()


def test_a_case_is_the_same_at_the_centre_and_stays_with_its_office(w: o.World) -> None:
    cases = o.register(w.office)
    paper = papers.issue(w.office, o.clerk(w.office), cases[0], "certificate")
    written = w.send()
    head = w.office.head.n - 1
    assert [(one.no, one.part, one.entries, one.blobs) for one in written] == [(1, 1, head, 2)]
    assert written[0].path.name == "AKB-ALA01S1-CEN00S1-000001-P01.akb"
    assert o.facts(w.office, "bundle.written") == 1
    (taken,) = w.take()
    assert (taken.sender, taken.no, taken.status) == ("ALA01-S1", 1, "imported")
    assert (taken.entries, taken.cases_new, taken.cases_changed, taken.blobs) == (head, 2, 0, 2)
    assert (taken.in_doubt, set(taken.cases)) == ((), set(cases))
    with w.office.reading() as here, w.centre.reading() as there:
        for case in cases:
            assert rows.case_state(here, case) == rows.case_state(there, case)
        assert rows.case_state(there, cases[0]).holder == "ALA01-S1"
        assert rows.list_ids(there) == rows.list_ids(here)
        assert rows.search_ids(there, "Ahmadi") == rows.search_ids(here, "Ahmadi")
    assert w.centre.blobs.get(paper.paper.blob.h) == paper.data
    assert o.PHOTO in {w.centre.blobs.get(h) for h in _blobs(w.centre)}
    assert o.facts(w.centre, "sync.import") == 1
    _whole(w.office, w.centre)


def _blobs(store: Store) -> list[str]:
    with store.reading() as connection:
        bodies = connection.execute(sa.select(tables.journal.c.body)).scalars().all()
    from app.services.export_plan import blobs_of

    return [blob.h for body in bodies for blob in blobs_of(body)]


def test_importing_again_changes_nothing(w: o.World) -> None:
    o.register(w.office)
    w.send()
    w.take()
    before = o.contents(w.centre)
    (again,) = w.take()
    assert (again.status, again.sender, again.no, again.entries) == ("known", "ALA01-S1", 1, 0)
    assert o.contents(w.centre) == before
    assert [name for folder, name in before["files"] if folder == "inbox"] == []
    renamed = w.stick / "holiday.akb"
    shutil.copy(o.bundles(w.stick)[0], renamed)
    assert [one.status for one in w.take(renamed)] == ["known"]
    assert o.contents(w.centre) == before


def test_the_centre_reads_only(w: o.World) -> None:
    cases = o.register(w.office)
    w.send()
    w.take()
    note = AddNote(case=cases[0], text="x")
    assert _refused(lambda: perform(w.centre, o.clerk(w.centre), note)) == "permission.office"
    with w.centre.unit(o.clerk(w.centre)) as uow:
        assert _refused(lambda: uow.own_case(cases[0])) == "case.held_elsewhere"
    assert _refused(lambda: papers.issue(w.centre, o.clerk(w.centre), cases[0], "certificate")) == "permission.office"


@pytest.mark.parametrize("place", [0.0, 0.3, 0.7, 0.999])
def test_a_flipped_byte_is_refused_and_leaves_no_trace(w: o.World, place: float) -> None:
    o.register(w.office)
    w.send()
    (bundle,) = o.bundles(w.stick)
    data = bytearray(bundle.read_bytes())
    data[int(len(data) * place)] ^= 1
    bundle.write_bytes(data)
    before = o.contents(w.centre)
    assert _refused(w.take) in {"sync.bundle_corrupt", "sync.bundle_format", "sync.bundle_truncated", "sync.not_for_us"}
    assert o.contents(w.centre) == before
    assert not any(w.centre.blobs.has(h) for h in _blobs(w.office))


def test_a_wrong_recipient_is_refused(w: o.World) -> None:
    o.register(w.office)
    w.send()
    before = o.contents(w.other)
    take = exchange.import_bundles
    assert _refused(lambda: take(w.other, o.clerk(w.other), w.stick)) == "sync.not_for_us"
    assert _refused(lambda: take(w.other, o.clerk(w.other), o.bundles(w.stick)[0])) == "sync.not_for_us"
    assert o.contents(w.other) == before


def test_an_unknown_signer_is_refused(w: o.World, tmp_path: Path) -> None:
    """A workstation that a second, strange centre certified encrypts to the real one."""
    stranger = make_store(tmp_path / "stranger", office="SHY02")
    strange_centre = make_store(tmp_path / "strange-centre", office="CEN00", kind="centre")
    o.enrol(stranger, strange_centre)
    with strange_centre.local() as connection, w.centre.reading() as real:
        keys = peers.keys(real)
        assert keys is not None
        peers.keep_keys(connection, keys)
    # the strange authority now certifies the recipient of the real centre as its own
    response = enrolment.certify(
        strange_centre, o.clerk(strange_centre), enrolment.make_request(stranger, o.clerk(stranger)), o.CA_PASSPHRASE
    )
    enrolment.install(stranger, o.clerk(stranger), response)
    before = o.contents(w.centre)
    exchange.export(stranger, o.clerk(stranger), w.stick)
    condition = _refused(w.take)
    stranger.close()
    strange_centre.close()
    assert condition in {"sync.unknown_signer", "sync.not_for_us"}
    assert o.contents(w.centre) == before
