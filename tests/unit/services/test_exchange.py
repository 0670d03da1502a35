"""Export and import between real stores: the same case at the centre, nothing twice, refused whole, kept honest."""

import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.base.errors import PanaError, Trouble
from app.domain import facts as f
from app.domain.commands import AddNote, RecordRequest, RegisterApplication
from app.journal.entry import read_entry
from app.messages import catalogue
from app.services import exchange, export_plan, papers
from app.services.acts import perform
from app.store import incoming, peers, tables
from app.store.rebuild import rebuild, verify
from app.store.rows import cases as rows
from app.store.store import Store
from tests.offices import adult, applicant, at, child, make_store
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
        return connection.execute(
            sa.select(tables.chain.c.acked_n).where(tables.chain.c.o == store.replica)
        ).scalar_one()


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
    return [blob.h for body in bodies for blob in peers.blobs_of(body)]


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


def _third(w: o.World, tmp_path: Path) -> Store:
    """An office of which the centre has lost all knowledge, as when it was put back from a backup."""
    with w.centre.reading() as connection:
        before = peers.trust(connection)
    third = make_store(tmp_path / "third", office="ABA01")
    third.set_clock(o.NOW)
    o.enrol(third, w.centre)
    assert before is not None
    with w.centre.local() as connection:
        peers.keep_trust(connection, before)
    return third


def test_an_unknown_signer_is_refused(w: o.World, tmp_path: Path) -> None:
    third = _third(w, tmp_path)
    o.register(third)
    exchange.export(third, o.clerk(third), w.stick)
    third.close()
    before = o.contents(w.centre)
    assert _refused(w.take) == "sync.unknown_signer"
    assert o.contents(w.centre) == before


def test_of_several_bundles_each_gets_its_answer(w: o.World, tmp_path: Path) -> None:
    third = _third(w, tmp_path)
    exchange.export(third, o.clerk(third), w.stick)
    third.close()
    w.send()
    exchange.export(w.other, o.clerk(w.other), w.stick)
    taken = w.take()
    assert [(one.sender, one.status, one.condition) for one in taken] == [
        ("ABA01-S1", "refused", "sync.unknown_signer"),
        ("ALA01-S1", "imported", ""),
        ("SHY01-S1", "imported", ""),
    ]
    assert len(catalogue.sentence(taken[0].trouble(), "kk")) > 20


def test_a_bundle_that_comes_too_early_waits_and_is_taken_in_after_the_earlier_one(w: o.World) -> None:
    o.register(w.office)
    w.send()
    w.take()
    w.receipt()
    lost = w.stick.parent / "lost"
    lost.mkdir()
    o.register_second(w.office)
    exchange.export(w.office, o.clerk(w.office), lost)
    # the centre got number 2 and its receipt came back; then the centre was put back to before number 2
    backup = w.stick.parent / "backup"
    w.centre.close()
    shutil.copytree(w.centre.folder, backup)
    ahead = o.reopen(w.centre.folder)
    exchange.import_bundles(ahead, o.clerk(ahead), lost)
    back = w.stick.parent / "back-2"
    back.mkdir()
    exchange.export(ahead, o.clerk(ahead), back)
    ahead.close()
    exchange.import_bundles(w.office, o.clerk(w.office), back)
    perform(w.office, o.clerk(w.office), RecordRequest(case=o.applicants(w.office)[0], to="fingerprints"))
    third = w.stick.parent / "third-stick"
    third.mkdir()
    exchange.export(w.office, o.clerk(w.office), third)
    restored = o.reopen(backup)
    try:
        (waits,) = exchange.import_bundles(restored, o.clerk(restored), third)
        assert (waits.status, waits.condition, waits.sender, waits.no) == ("waiting", "sync.chain_gap", "ALA01-S1", 3)
        assert "ALA01-S1" in catalogue.sentence(waits.trouble(), "ru")
        assert len(list((restored.folder / "inbox").iterdir())) == 1
        taken = exchange.import_bundles(restored, o.clerk(restored), lost)
        assert [one.status for one in taken] == ["imported", "imported"]
        assert [one.no for one in taken] == [2, 3]
        assert list((restored.folder / "inbox").iterdir()) == []
        with restored.reading() as there, w.office.reading() as here:
            for case in o.applicants(w.office):
                assert rows.case_state(here, case) == rows.case_state(there, case)
        _whole(restored)
    finally:
        restored.close()


def test_receipts_move_the_export_forward(w: o.World) -> None:
    o.register(w.office)
    first = w.send()[0]
    assert _acked(w.office) == 0
    second = w.send()[0]
    assert (second.no, second.entries) == (2, first.entries + 1)
    assert [one.status for one in w.take()] == ["imported", "imported"]
    (receipt,) = w.receipt()
    assert (receipt.sender, receipt.status, receipt.entries) == ("CEN00-S1", "imported", 0)
    assert _acked(w.office) == second.entries
    assert _refused(w.send) == "exchange.nothing_new"
    o.register_second(w.office)
    third = w.send()[0]
    assert third.no == 3
    assert third.entries == w.office.head.n - 1 - second.entries
    assert third.blobs == 0
    w.take()
    _whole(w.office, w.centre)


def test_an_older_receipt_does_not_take_the_export_back(w: o.World) -> None:
    o.register(w.office)
    w.send()
    w.take()
    old = w.stick.parent / "old"
    old.mkdir()
    exchange.export(w.centre, o.clerk(w.centre), old, to="ALA01-S1")
    o.register_second(w.office)
    w.send()
    w.take()
    w.receipt()
    newest = _acked(w.office)
    exchange.import_bundles(w.office, o.clerk(w.office), old)
    assert _acked(w.office) == newest


def test_a_receipt_beyond_what_is_here_is_reported(w: o.World) -> None:
    """The office was put back from a backup: the centre knows more of its chain than it does itself."""
    backup = w.stick.parent / "backup"
    w.office.close()
    shutil.copytree(w.office.folder, backup)
    office = o.reopen(w.office.folder)
    o.register(office)
    exchange.export(office, o.clerk(office), w.stick)
    office.close()
    w.take()
    back = w.stick.parent / "back"
    back.mkdir()
    exchange.export(w.centre, o.clerk(w.centre), back)
    restored = o.reopen(backup)
    try:
        (taken,) = exchange.import_bundles(restored, o.clerk(restored), back)
        assert [doubt.kind for doubt in taken.in_doubt] == ["ack_ahead"]
        assert _acked(restored) == 0
    finally:
        restored.close()


def test_changes_of_a_known_case_arrive(w: o.World) -> None:
    cases = o.register(w.office)
    w.send()
    w.take()
    perform(w.office, o.clerk(w.office), RecordRequest(case=cases[0], to="fingerprints"))
    perform(w.office, o.clerk(w.office), AddNote(case=cases[1], text="құжаттары тексерілді"))
    w.send()
    taken = w.take()[-1]
    assert (taken.cases_new, taken.cases_changed, set(taken.cases)) == (0, 2, set(cases))
    _whole(w.centre)


def test_a_minor_in_two_offices_is_reported_and_never_refused(w: o.World) -> None:
    perform(w.office, o.clerk(w.office), RegisterApplication(applicants=(applicant(minors=(child(),)),)))
    mother = adult("AHMADI", "MARYAM", "1990-02-11", sex="female")
    there = perform(w.other, o.clerk(w.other), RegisterApplication(applicants=(applicant(mother, (child(),)),)))
    w.send()
    exchange.export(w.other, o.clerk(w.other), w.stick)
    first, second = w.take()
    assert first.in_doubt == ()
    assert [(doubt.kind, doubt.case) for doubt in second.in_doubt] == [("minor_twice", there.cases[0])]
    assert second.in_doubt[0].other.startswith("A-ALA01")
    _whole(w.centre)


def test_a_foreign_word_on_a_case_is_kept_and_changes_nothing(w: o.World) -> None:
    (case, *_) = o.register(w.office)
    w.send()
    w.take()
    with w.office.reading() as connection:
        run = peers.Run("ALA01-S1", 1, 1, w.office.head.n)
        copied = [read_entry(env, salt, body) for _, env, salt, body in peers.rows_of_run(connection, run)]
    with w.other.local() as connection:
        incoming.take_in(w.other, connection, copied)
    for _ in range(3):
        exchange.export(w.other, o.clerk(w.other), w.stick)  # its chain grows beyond the opening of the case
    with w.other.unit(o.clerk(w.other)) as uow:
        uow.record(case, f.case.CaseClosed(code="error", on=w.other.clock.today()))
        uow.commit()
    with w.centre.reading() as connection:
        before = rows.case_state(connection, case)
    exchange.export(w.other, o.clerk(w.other), w.stick)
    taken = w.take()[-1]
    assert (taken.status, taken.cases_new, taken.cases_changed) == ("imported", 0, 0)
    assert [(doubt.kind, doubt.case, doubt.other) for doubt in taken.in_doubt] == [("foreign_entry", case, "SHY01-S1")]
    with w.centre.reading() as connection:
        assert rows.case_state(connection, case) == before
    _whole(w.centre)


def test_an_attachment_that_did_not_come_is_asked_for_and_sent(w: o.World) -> None:
    cases = o.register(w.office)
    photo = w.office.blobs.put(o.PHOTO, "image/jpeg").h
    w.office.blobs.collect(lambda h: h != photo, timedelta(seconds=-1))
    assert w.send()[0].blobs == 0
    w.take()
    assert not w.centre.blobs.has(photo)
    w.receipt()
    assert _refused(w.send) == "exchange.nothing_new"
    w.office.blobs.put(o.PHOTO, "image/jpeg")
    assert w.send()[0].blobs == 1
    assert w.take()[-1].blobs == 1
    assert w.centre.blobs.has(photo)
    w.receipt("back-2")
    assert _refused(w.send) == "exchange.nothing_new"
    assert len(cases) == 2


def test_a_demo_office_does_not_reach_a_live_centre(w: o.World) -> None:
    w.send()
    w.centre.purpose = "live"
    before = o.contents(w.centre)
    assert _refused(w.take) == "exchange.other_purpose"
    w.centre.purpose = "test"
    assert o.contents(w.centre) == before


def test_an_export_that_failed_leaves_nothing_and_is_not_recorded(w: o.World) -> None:
    o.register(w.office)
    head = w.office.head
    asked = []
    assert _refused(lambda: w.send(cancelled=lambda: bool(asked.append(1)) or len(asked) > 1)) == "sync.cancelled"
    assert o.bundles(w.stick) == []
    assert w.office.head == head
    (w.office.folder / "outbox").write_bytes(b"in the way")
    assert _refused(w.send) in {"store.io", "sync.media_lost"}
    assert o.bundles(w.stick) == []
    assert w.office.head == head
    (w.office.folder / "outbox").unlink()
    assert w.send()[0].no == 1


def test_a_number_that_a_killed_export_left_on_the_stick_is_passed_over(w: o.World) -> None:
    o.register(w.office)
    w.send()
    left = o.bundles(w.stick)[0]
    left.rename(left.with_name(left.name.replace("000001", "000002")))
    assert [one.no for one in w.send()] == [3]
    assert [one.status for one in w.take()] == ["imported", "imported"]


def test_the_last_ten_bundles_are_kept_at_the_office(w: o.World) -> None:
    o.register(w.office)
    for _ in range(12):
        w.send()
    kept = sorted(path.name for path in (w.office.folder / "outbox").iterdir())
    assert kept == [f"AKB-ALA01S1-CEN00S1-{no:06}-P01.akb" for no in range(3, 13)]
    newest = o.bundles(w.stick)[-1]
    assert (w.office.folder / "outbox" / newest.name).read_bytes() == newest.read_bytes()


def test_a_cancelled_import_keeps_nothing_of_the_bundle(w: o.World) -> None:
    o.register(w.office)
    w.send()
    before = o.contents(w.centre)
    for allowed in range(9):
        left = iter([False] * allowed)
        take = exchange.import_bundles
        cancel: Callable[[], bool] = lambda left=left: next(left, True)  # type: ignore[misc]  # noqa: E731
        try:
            take(w.centre, o.clerk(w.centre), w.stick, cancelled=cancel)
        except Trouble as trouble:
            assert trouble.condition == "sync.cancelled"
            assert o.contents(w.centre) == before
            assert not any(w.centre.blobs.has(h) for h in _blobs(w.office))
        else:
            break
    else:
        pytest.fail("the import never came to its end")
    assert allowed >= 5
    assert o.facts(w.centre, "sync.import") == 1


def test_progress_goes_forward_to_its_end(w: o.World) -> None:
    o.register(w.office)
    out: list[tuple[int, int]] = []
    w.send(progress=lambda done, of: out.append((done, of)))
    taken: list[tuple[int, int]] = []
    exchange.import_bundles(w.centre, o.clerk(w.centre), w.stick, progress=lambda done, of: taken.append((done, of)))
    for steps in (out, taken):
        assert steps == sorted(steps)
    assert taken[-1][0] == taken[-1][1]


def test_lists_are_told_which_cases_came(w: o.World) -> None:
    cases = o.register(w.office)
    w.send()
    told: list[str] = []
    w.centre.on_committed.append(lambda changed, _facts: told.extend(changed))
    w.take()
    assert set(told) == set(cases)


def test_an_empty_folder_and_a_foreign_addressee_have_their_sentences(w: o.World, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert _refused(lambda: w.take(empty)) == "exchange.no_bundle"
    assert _refused(lambda: w.take(empty / "gone.akb")) == "sync.media_lost"
    assert _refused(lambda: w.send(to="SHY01-S1")) == "exchange.addressee"
    send = exchange.export
    assert _refused(lambda: send(w.centre, o.clerk(w.centre), w.stick)) == "exchange.nothing_new"
    assert _refused(lambda: send(w.centre, o.clerk(w.centre), w.stick, to="ABA01-S1")) == "exchange.addressee"
    assert o.bundles(w.stick) == []


def test_users_and_settings_of_an_office_stay_its_own(w: o.World) -> None:
    w.office.set_clock(at("2026-06-15 12:00"))
    with w.office.unit(o.clerk(w.office)) as uow:
        uow.record("", f.office.UserAdded(user="second", name="Екінші"))
        uow.record(w.office.office_record, f.office.SettingChanged(key="x.y", value="1", reason="сынақ"))
        uow.commit()
    w.send()
    w.take()
    with pytest.raises(Trouble):
        w.centre.actor("second")
    with w.centre.reading() as connection:
        assert [tuple(row) for row in connection.execute(sa.select(tables.setting))] == [("ALA01-S1", "x.y", "1")]
    _whole(w.centre)


def test_a_long_journal_goes_in_several_parts_in_one_order(w: o.World, monkeypatch: pytest.MonkeyPatch) -> None:
    o.register(w.office)
    monkeypatch.setattr(export_plan, "PART_BYTES", 8_000)
    written = w.send()
    assert len(written) > 2
    assert [(one.no, one.part) for one in written] == [(1, part) for part in range(1, len(written) + 1)]
    assert sum(one.entries for one in written) == w.office.head.n - len(written)
    assert [one.blobs for one in written][-1] == 1
    last = o.bundles(w.stick)[-1]
    elsewhere = w.stick.parent / last.name
    last.rename(elsewhere)
    assert {one.status for one in w.take()} == {"imported"}
    assert w.take(elsewhere)[0].blobs == 1
    _whole(w.centre)


def test_parts_that_come_in_the_wrong_order_wait_for_each_other(w: o.World, monkeypatch: pytest.MonkeyPatch) -> None:
    o.register(w.office)
    monkeypatch.setattr(export_plan, "PART_BYTES", 8_000)
    count = len(w.send())
    for path in reversed(o.bundles(w.stick)[1:]):
        assert [one.status for one in w.take(path)] == ["waiting"]
    before = o.contents(w.centre)["journal"]
    assert all(row[0] != "ALA01-S1" for row in before)
    taken = w.take(o.bundles(w.stick)[0])
    assert [one.status for one in taken] == ["imported"] * count
    assert list((w.centre.folder / "inbox").iterdir()) == []
    _whole(w.centre)
