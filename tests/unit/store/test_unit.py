"""The unit of work: what is committed is there after anything, what is not leaves no trace."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from app.base.errors import PanaError, Refusal, Trouble
from app.domain.commands import RegisterApplication
from app.services.acts import perform
from app.store import kdf, tables
from app.store.rebuild import rebuild, verify
from app.store.rows import cases
from app.store.store import create, open_store, open_with_recovery
from tests.offices import PASSPHRASE, adult, applicant, at, family_of_five, make_store, new_store


def test_a_family_is_registered_and_found_after_reopening(tmp_path: Path) -> None:
    store = make_store(tmp_path / "s")
    store.set_clock(at("2026-06-15 10:00"))
    outcome = perform(store, store.actor("clerk"), family_of_five())
    store.close()
    again = open_store(tmp_path / "s", "clerk", PASSPHRASE)
    with again.reading() as connection:
        first = cases.case_state(connection, outcome.cases[0])
        second = cases.case_state(connection, outcome.cases[1])
        listed = cases.rows_by_id(connection, cases.list_ids(connection))
    assert first.number == "A-ALA01-26-01-00001-" + first.number[-1]
    assert len(first.minors) == 3
    assert second.minors == ()
    assert {c.minors for c in second.certificates} == {()}
    assert len(listed) == 5
    assert verify(again).problems == ()
    again.close()


def test_nothing_stays_of_a_unit_that_was_not_committed(tmp_path: Path) -> None:
    store = make_store(tmp_path / "s")
    before = store.head
    wrong = RegisterApplication(applicants=(applicant(), applicant(adult())))
    with pytest.raises(Refusal) as refused:
        perform(store, store.actor("clerk"), wrong)
    assert refused.value.rule == "application.person_twice"
    assert store.head == before
    with store.reading() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(tables.record)).scalar() == 0
    store.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET h = 'x' WHERE n = 1",
        "DELETE FROM journal WHERE n = 1",
        "INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE n = 1",
        "REPLACE INTO journal SELECT o, e, n, 'x', env, salt, body FROM journal WHERE n = 1",
    ],
)
def test_the_journal_is_guarded(tmp_path: Path, statement: str) -> None:
    store = make_store(tmp_path / "s")
    with pytest.raises((sa.exc.DatabaseError, PanaError)), store.local() as connection:
        connection.exec_driver_sql(statement)
    assert verify(store).problems == ()
    store.close()


def test_a_rebuild_gives_the_same_tables(tmp_path: Path) -> None:
    store = make_store(tmp_path / "s")
    store.set_clock(at("2026-06-15 10:00"))
    perform(store, store.actor("clerk"), family_of_five())
    before = dump(store)
    rebuild(store)
    assert dump(store) == before
    store.close()


def dump(store: object) -> dict[str, list[tuple[object, ...]]]:
    """Every derived table as rows in order, and what the search index answers."""
    with store.reading() as connection:  # type: ignore[attr-defined]
        found = {
            table.name: sorted(tuple(row) for row in connection.execute(sa.select(table))) for table in tables.DERIVED
        }
        found["search"] = [tuple(cases.search_ids(connection, word)) for word in ("ahmadi", "ахм", "احمدی", "zah")]
    return found


def test_a_changed_projection_is_named(tmp_path: Path) -> None:
    store = make_store(tmp_path / "s")
    outcome = perform(store, store.actor("clerk"), family_of_five())
    with store.local() as connection:
        connection.execute(tables.case_row.update().where(tables.case_row.c.r == outcome.cases[0]).values(late=7))
    assert verify(store).problems == (f"projection.rows {outcome.cases[0]}",)
    store.close()


def test_the_recovery_sheet_opens_the_store_and_gives_a_new_passphrase(tmp_path: Path) -> None:
    made = create(tmp_path / "s", new_store(), PASSPHRASE, kdf.TEST_KDF)
    made.store.close()
    with pytest.raises(PanaError) as wrong:
        open_with_recovery(tmp_path / "s", "0" * 36, "clerk", "another")
    assert wrong.value.code.startswith("store.recovery")
    open_with_recovery(tmp_path / "s", made.recovery_code.lower(), "clerk", "another").close()
    with pytest.raises(Trouble):
        open_store(tmp_path / "s", "clerk", PASSPHRASE)
    open_store(tmp_path / "s", "clerk", "another").close()
