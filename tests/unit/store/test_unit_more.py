"""Units of work: numbers that are never given twice, settings that reach every row, and nothing that leaks."""

import logging
import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.base.errors import PanaError, Refusal, Trouble
from app.domain import facts as f
from app.domain import numbers
from app.domain.commands import IssueCertificate, ListMinor, PostponeConsideration, RecordAnswer, TakeDecision
from app.services import offices, papers
from app.store import local, tables
from app.store.rebuild import rebuild, verify
from app.store.rows import cases
from app.store.store import Store, open_store
from tests.offices import (
    PASSPHRASE,
    adult,
    applicant,
    at,
    child,
    do,
    dump,
    family_of_five,
    make_store,
    register,
    state_of,
    trace,
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = make_store(tmp_path / "s")
    made.set_clock(at("2026-06-15 10:00"))
    yield made
    made.close()


def someone(n: int) -> str:
    """A given name of its own: ABA, ABB, ABC, ..."""
    return "AB" + "BCDFGHJKLMNP"[n]


# -- numbers ------------------------------------------------------------------------------------------------------


def test_numbers_are_counted_per_letter_and_year_and_go_on_after_reopening(tmp_path: Path) -> None:
    store = make_store(tmp_path / "s")
    seen: list[str] = []
    for n, moment in enumerate(("2026-12-31 23:00", "2026-12-31 23:59", "2027-01-01 00:01", "2027-01-01 00:02")):
        store.set_clock(at(moment))
        (case,) = register(store, applicant(adult("NOORI", someone(n))))
        state = state_of(store, case)
        seen += [state.number, state.certificates[0].number]
        store.close()
        store = open_store(tmp_path / "s", "clerk", PASSPHRASE)
    store.close()
    parsed = [numbers.parse(text) for text in seen]
    assert [(x.letter, x.year, x.counter) for x in parsed] == [
        ("A", 26, 1), ("C", 26, 1), ("A", 26, 2), ("C", 26, 2), ("A", 27, 1), ("C", 27, 1), ("A", 27, 2), ("C", 27, 2),
    ]  # fmt: skip
    assert len(set(seen)) == len(seen)


def test_a_number_of_a_unit_that_was_given_up_is_given_to_the_next(store: Store) -> None:
    with store.unit(store.actor("clerk")) as uow:
        given = uow.next_number("A")
        assert uow.next_number("A") != given
    assert state_of(store, register(store)[0]).number == given


def test_a_case_number_never_changes(store: Store) -> None:
    (case,) = register(store)
    number = state_of(store, case).number
    store.set_clock(at("2027-06-01 10:00"))
    do(store, RecordAnswer(case=case, to="fingerprints", result="done"))
    do(store, TakeDecision(case=case, kind="grant"))
    do(store, IssueCertificate(case=case, kind="refugee"))
    assert state_of(store, case).number == number


def test_a_booklet_number_and_a_foreign_receipt_do_not_move_our_counters(store: Store) -> None:
    register(
        store,
        way="border",
        lodged_at_border=at("2026-06-14 10:00"),
        border_receipt=numbers.make("R", "ALO51", 26, 1, 44),
    )
    (case,) = register(store, applicant(adult("NOORI", "ALI")))
    assert numbers.parse(state_of(store, case).number).counter == 2
    with store.unit(store.actor("clerk")) as uow:
        assert numbers.parse(uow.next_number("R")).counter == 1


def test_the_counter_grows_beyond_five_digits(store: Store) -> None:
    with store.unit(store.actor("clerk")) as uow:
        uow._tops[("A", 26, 1, "ALA01")] = 99_999
        assert numbers.parse(uow.next_number("A")).counter == 100_000


# -- settings -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("fingerprint.target", "9"), ("certificate.expiry_alert", "30"), ("decision.alerts", "60,20"),
        ("majority.alerts", "120,60"), ("extension.alerts", "90,50"),
    ],
)  # fmt: skip
def test_a_changed_setting_reaches_the_rows_of_every_case(store: Store, key: str, value: str) -> None:
    do(store, family_of_five())
    (granted,) = register(store, applicant(adult("NOORI", "ALI")))
    do(store, RecordAnswer(case=granted, to="fingerprints", result="done"))
    do(store, TakeDecision(case=granted, kind="grant"))
    before = dump(store)
    offices.change_setting(store, store.actor("clerk"), key, value, "сынақ")
    assert dump(store)["deadline"] != before["deadline"]
    assert verify(store).problems == ()
    after = dump(store)
    rebuild(store)
    assert dump(store) == after


def test_a_setting_that_was_not_committed_is_not_in_force(store: Store) -> None:
    with store.unit(store.actor("clerk")) as uow:
        uow.record(store.office_record, f.office.SettingChanged(key="fingerprint.target", value="9", reason="x"))
        uow._write_journal()
        for write in uow._projections():
            write()
        assert store.settings.number("fingerprint.target") == 3
    assert store.settings.number("fingerprint.target") == 3
    assert verify(store).problems == ()


# -- reading what was not yet committed ---------------------------------------------------------------------------


def test_a_unit_sees_what_it_has_recorded_and_nobody_else_does_before_the_commit(store: Store) -> None:
    from app.services import applications

    with store.unit(store.actor("clerk")) as uow:
        (case, _) = applications.register(uow, family_of_five())
        assert len(uow.case(case).minors) == 3
        with pytest.raises(Refusal), store.reading() as connection:
            cases.case_state(connection, case)
        with pytest.raises(Refusal) as error:
            applications.list_minor(uow, ListMinor(case=case, minor=child("ZAHRA")))
        assert error.value.rule == "application.minor_listed_twice"
    assert store.head.n == verify(store).entries


def test_a_case_held_elsewhere_is_read_only(store: Store) -> None:
    (case,) = register(store)
    store.replica = "AST01-S1"
    before = trace(store)
    with pytest.raises(Refusal) as error:
        do(store, PostponeConsideration(case=case, until=date(2026, 12, 1), reason="x"))
    assert (error.value.rule, trace(store)) == ("case.held_elsewhere", before)


def test_the_quality_of_the_clock_is_noted(store: Store) -> None:
    store.set_clock(None)
    store.last_t = store.clock.now_ms() + 60_000
    with store.unit(store.actor("clerk")) as uow:
        assert uow._quality(store.clock.now_ms()) == 1
    store.last_t = store.clock.now_ms() - 40 * 24 * 3600 * 1000
    with store.unit(store.actor("clerk")) as uow:
        assert uow._quality(store.clock.now_ms()) == 3


def test_the_clock_of_a_live_store_cannot_be_moved(store: Store) -> None:
    store.purpose = "live"
    with pytest.raises(Trouble) as error:
        store.set_clock(at("2026-06-15 10:00"))
    assert error.value.condition == "clock.live_store"


def test_a_clock_that_a_story_has_set_stands_still_after_reopening(tmp_path: Path) -> None:
    store = make_store(tmp_path / "s")
    store.set_clock(at("2026-06-15 10:00"))
    store.close()
    again = open_store(tmp_path / "s", "clerk", PASSPHRASE)
    assert again.clock.now() == at("2026-06-15 10:00")
    again.set_clock(None)
    again.close()
    free = open_store(tmp_path / "s", "clerk", PASSPHRASE)
    assert free.clock.standing is None
    free.close()


def test_an_unknown_user_is_no_actor(store: Store) -> None:
    with pytest.raises(Trouble) as error:
        store.actor("stranger")
    assert error.value.condition == "store.unknown_user"
    assert store.user_name("stranger") == "stranger"


# -- nothing leaks ------------------------------------------------------------------------------------------------


SECRETS = ("AHMADI", "Ahmadi", "FARID", "Farid", "Ахмади", "Фарид", "احمدی", "ZAHRA", "P1234567", "Достық", "Омарова")


def test_L_4_3_no_name_stands_in_any_file_file_name_or_log_line(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    store = make_store(tmp_path / "s")
    store.set_clock(at("2026-06-15 10:00"))
    (case,) = register(store, applicant(minors=(child(),)))
    papers.issue(store, store.actor("clerk"), case, "certificate")
    with store.local() as connection:
        local.save_draft(connection, local.Draft("d", "flow", "clerk", "Ахмади AHMADI".encode(), "names", 1))
    with pytest.raises(Refusal):
        register(store, applicant(minors=(child(),)))
    _search_everywhere(tmp_path)
    store.close()
    _search_everywhere(tmp_path)
    said = caplog.text + "".join(capfd.readouterr())
    assert not [secret for secret in SECRETS if secret in said]


def _search_everywhere(folder: Path) -> None:
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert {"register.db", "blobs.db", "keys.json"} <= {path.name for path in files}
    for path in files:
        content = path.read_bytes()
        for secret in SECRETS:
            for coded in (secret.encode(), secret.encode("utf-16-le"), secret.casefold().encode()):
                assert coded not in content, path.name
            assert secret.casefold() not in path.name.casefold()


def test_the_register_is_no_database_without_the_key(store: Store) -> None:
    register(store)
    connection = sqlite3.connect(store.folder / "register.db")
    with pytest.raises(sqlite3.DatabaseError):
        connection.execute("SELECT * FROM journal").fetchall()
    connection.close()


def test_an_error_of_an_act_names_nobody(store: Store) -> None:
    register(store, applicant(minors=(child(),)))
    with pytest.raises(PanaError) as error:
        register(store, applicant(adult("KARIMI", "ALI"), minors=(child(),)))
    said = f"{error.value} {error.value.facts}"
    assert not [secret for secret in SECRETS if secret in said]


def test_the_envelopes_hold_no_personal_data(store: Store) -> None:
    register(store, applicant(minors=(child(),)))
    with store.reading() as connection:
        envelopes = b"".join(connection.execute(sa.select(tables.journal.c.env)).scalars())
    assert not [secret for secret in SECRETS if secret.encode() in envelopes]
