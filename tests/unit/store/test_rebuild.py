"""The journal folded again gives what stands there; whatever differs is named."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.domain.commands import RecordAnswer, TakeDecision
from app.services import offices, papers
from app.store import local, peers, tables
from app.store import rebuild as rebuilding
from app.store.rebuild import rebuild, verify
from app.store.rows import cases
from app.store.store import Store, open_store
from tests.offices import PASSPHRASE, adult, applicant, at, do, dump, family_of_five, make_store, register, state_of


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = make_store(tmp_path / "s")
    made.set_clock(at("2026-06-15 10:00"))
    do(made, family_of_five())
    yield made
    made.close()


def decided(store: Store) -> str:
    (case,) = register(store, applicant(adult("NOORI", "ALI")))
    do(store, RecordAnswer(case=case, to="fingerprints", result="done"))
    do(store, TakeDecision(case=case, kind="grant"))
    return case


def change(store: Store, statement: str) -> None:
    with store.local() as connection:
        connection.exec_driver_sql(statement)


DAMAGE = [
    ("UPDATE case_row SET name_kk = 'x' WHERE place = 'applicant'", "projection.rows"),
    ("DELETE FROM case_row WHERE place = 'minor'", "projection.rows"),
    ("UPDATE record SET state = '{}'", "projection.state"),
    ("DELETE FROM record", "projection.state"),
    ("INSERT INTO record SELECT 'stranger', type, holder, m, ver, state FROM record LIMIT 1", "projection.state"),
    ("DELETE FROM deadline WHERE i = 0", "projection.deadlines"),
    ("UPDATE deadline SET due = '2099-01-01'", "projection.deadlines"),
    ("DELETE FROM identity_key", "projection.identities"),
    ("UPDATE identity_key SET parents = '[1]'", "projection.identities"),
    ("DELETE FROM entry WHERE k = 'case.opened'", "projection.entries"),
    ("DELETE FROM entry WHERE k = 'person.recorded'", "projection.entries"),
    ("INSERT INTO entry SELECT r, m, e, n + 1000, o, k, t FROM entry LIMIT 1", "projection.entries"),
    ("DELETE FROM person_search WHERE rowid = (SELECT min(id) FROM case_row)", "projection.search"),
    ("UPDATE number_used SET top = 1 WHERE letter = 'A'", "projection.numbers A"),
    ("DELETE FROM number_used WHERE letter = 'C'", "projection.numbers C"),
    ("UPDATE chain SET last_n = last_n + 1", "chain.head"),
    ("UPDATE user SET roles = '[\"auditor\"]'", "projection.users"),
    ("INSERT INTO user VALUES ('stranger', 'x', '[]')", "projection.users"),
    ("INSERT INTO setting VALUES ('ALA01-S1', 'certificate.validity', '1')", "projection.settings"),
    ("DROP TRIGGER journal_no_update", "journal.guard journal_no_update"),
    ("DROP TRIGGER journal_no_replace", "journal.guard journal_no_replace"),
]


@pytest.mark.parametrize(("statement", "named"), DAMAGE)
def test_what_differs_from_the_journal_is_named_and_a_rebuild_heals_what_is_derived(
    store: Store, statement: str, named: str
) -> None:
    decided(store)
    assert verify(store).problems == ()
    before = dump(store)
    change(store, statement)
    problems = verify(store).problems
    assert any(problem.startswith(named) for problem in problems), problems
    if named.startswith("projection"):
        rebuild(store)
        assert verify(store).problems == ()
        assert dump(store) == before


def test_problems_hold_no_personal_data(store: Store) -> None:
    change(store, "UPDATE case_row SET name_kk = 'x'")
    change(store, "UPDATE number_used SET top = 0")
    said = " ".join(verify(store).problems)
    assert "Ахмади" not in said
    assert "x" not in said.split()


def test_a_changed_entry_of_the_journal_is_found(store: Store) -> None:
    change(store, "DROP TRIGGER journal_no_update")
    change(store, "UPDATE journal SET body = CAST(replace(body, 'male', 'mole') AS BLOB) WHERE n = 10")
    assert any(problem.startswith("journal.payload_mismatch ALA01-S1 1 10") for problem in verify(store).problems)


def test_a_cut_tail_of_the_journal_is_found(store: Store) -> None:
    change(store, "DROP TRIGGER journal_no_delete")
    change(store, "DELETE FROM journal WHERE n = (SELECT max(n) FROM journal)")
    assert any(problem.startswith("chain.head") for problem in verify(store).problems)


def test_an_erased_payload_leaves_the_chain_whole_and_the_case_without_it(store: Store) -> None:
    with store.reading() as connection:
        first = cases.rows_by_id(connection, cases.list_ids(connection))[0]
        place = (
            connection.execute(
                sa.select(tables.entry.c.n).where(tables.entry.c.r == first.case, tables.entry.c.k == "person.recorded")
            )
            .scalars()
            .all()
        )
    change(store, f"UPDATE journal SET salt = NULL, body = NULL WHERE n IN ({','.join(map(str, place))})")
    rebuild(store)
    assert verify(store).problems == ()
    assert state_of(store, first.case).persons == {}
    with store.reading() as connection:
        assert not [row for row in cases.rows_by_id(connection, cases.list_ids(connection)) if row.case == first.case]


def test_a_store_of_another_projection_is_rebuilt_when_opened(store: Store) -> None:
    before = dump(store)
    change(store, "UPDATE case_row SET name_kk = 'old form'")
    with store.local() as connection:
        local.put(connection, "projection", b"0")
    store.close()
    again = open_store(store.folder, "clerk", PASSPHRASE)
    assert dump(again) == before
    again.close()
    once_more = open_store(store.folder, "clerk", PASSPHRASE)
    assert dump(once_more) == before
    once_more.close()


def test_a_rebuild_that_fails_changes_nothing(store: Store) -> None:
    before = dump(store)
    change(store, "DROP TRIGGER journal_no_update")
    change(store, "UPDATE journal SET body = x'7b' WHERE n = (SELECT n FROM entry WHERE k = 'person.recorded' LIMIT 1)")
    from app.base.errors import Trouble

    with pytest.raises(Trouble) as error:
        rebuild(store)
    assert error.value.condition == "journal.payload_unreadable"
    assert dump(store) == before


def test_a_verdict_counts_entries_and_cases(store: Store) -> None:
    verdict = verify(store)
    assert (verdict.entries, verdict.cases) == (store.head.n, 2)


def test_a_reader_that_saw_an_older_search_index_raises_no_false_alarm(store: Store) -> None:
    for n in range(30):
        register(store, applicant(adult("KARIMI", "AB" + "BCDFGHJKLM"[n % 10] + "EIO"[n // 10])))
        assert verify(store).problems == ()


def test_a_setting_reaches_the_rows_of_every_case(store: Store) -> None:
    (case,) = register(store, applicant(adult("NOORI", "ALI")))
    offices.change_setting(store, store.actor("clerk"), "fingerprint.target", "9", "шалғай аудан")
    with store.reading() as connection:
        due = {d.kind: d.due for d in cases.deadlines_of(connection, case)}
    assert due["fingerprints"] == date(2026, 6, 24)
    assert verify(store).problems == ()


def test_a_new_calendar_makes_the_rows_anew_at_the_next_opening(store: Store, tmp_path: Path) -> None:
    with store.local() as connection:
        local.put(connection, "projection", f"{tables.PROJECTION} kz-2025.9 0000".encode())
        connection.execute(tables.case_row.delete())
    store.close()
    again = open_store(tmp_path / "s", "clerk", PASSPHRASE)
    assert verify(again).problems == ()
    again.close()


def test_attachments_that_are_gone_are_named_unless_they_are_known_not_to_have_come(store: Store) -> None:
    case = decided(store)
    paper = papers.issue(store, store.actor("clerk"), case, "certificate")
    assert verify(store).problems == ()
    with store.blobs._databases.writer.begin() as connection:
        connection.exec_driver_sql("DELETE FROM blob")
    assert verify(store).problems == (f"blobs.missing {paper.paper.blob.h}",)
    with store.local() as connection:
        peers.note_missing(connection, "SHY01-S1", [paper.paper.blob.h])
    assert verify(store).problems == ()


def test_damage_in_the_file_of_attachments_is_found(store: Store) -> None:
    papers.issue(store, store.actor("clerk"), decided(store), "certificate")
    store.close()
    file = store.folder / "blobs.db"
    data = bytearray(file.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 100] = bytes(100)
    file.write_bytes(data)
    again = open_store(store.folder, "clerk", PASSPHRASE)
    assert any(problem.startswith("blobs.cipher_integrity_check") for problem in verify(again).problems)
    again.close()


def test_derived_tables_of_another_form_are_dropped_and_made_anew(store: Store) -> None:
    before = dump(store)
    change(store, "ALTER TABLE case_row DROP COLUMN due_alerts")
    change(store, "ALTER TABLE case_row ADD COLUMN older TEXT NOT NULL DEFAULT 'x'")
    change(store, "DROP TABLE setting")
    change(store, "DROP TABLE identity_key")
    with store.local() as connection:
        local.put(connection, "projection", b"1")
    store.close()
    again = open_store(store.folder, "clerk", PASSPHRASE)
    assert dump(again) == before
    assert verify(again).problems == ()
    again.close()


def test_a_setting_that_nobody_chose_is_out_of_force_after_a_rebuild(store: Store) -> None:
    before = dump(store)
    change(store, "INSERT INTO setting VALUES ('ALA01-S1', 'fingerprint.target', '9')")
    store.close()
    again = open_store(store.folder, "clerk", PASSPHRASE)
    rebuild(again)
    assert dump(again) == before
    again.close()


def test_the_journal_is_read_in_slices_and_nothing_falls_between_them(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    decided(store)
    before = dump(store)
    for size in (1, 7, store.head.n):
        monkeypatch.setattr(rebuilding, "_ENTRIES", size)
        rebuild(store)
        assert dump(store) == before
    assert verify(store).problems == ()


def test_the_list_of_deadlines_is_read_from_an_index_alone_in_order(store: Store) -> None:
    with store.reading() as connection:
        plan = " ".join(
            row[3]
            for query in (
                "SELECT r, i, due, body FROM deadline ORDER BY due, r, i LIMIT 1000",
                "SELECT id FROM case_row WHERE status = 'refugee' ORDER BY sort_key",
            )
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}")
        )
    assert "deadline_due" in plan
    assert "case_row_status_name" in plan
    assert "TEMP B-TREE" not in plan
