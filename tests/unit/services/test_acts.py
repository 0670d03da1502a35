"""The one door of acts: every command has a service, words become commands, listeners hear what was committed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.base.errors import Refusal
from app.domain import facts as f
from app.domain.commands import COMMANDS, AddNote, RegisterApplication
from app.messages import catalogue
from app.services.acts import ACTS, perform, read_command
from app.store.store import Store
from tests.offices import applicant, at, do, make_store, register, trace


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = make_store(tmp_path / "s")
    made.set_clock(at("2026-06-15 10:00"))
    yield made
    made.close()


def test_every_command_has_its_service_and_every_service_its_command() -> None:
    assert set(ACTS) == set(COMMANDS)


def test_an_outcome_names_the_cases_and_the_facts(store: Store) -> None:
    outcome = perform(store, store.actor("clerk"), RegisterApplication(applicants=(applicant(),)))
    assert len(outcome.cases) == 1
    kinds = [type(fact) for fact in outcome.facts]
    assert kinds[0] is f.case.CaseOpened
    assert kinds[-1] is f.case.CertificateIssued
    assert kinds.count(f.case.ApplicationRegistered) == 1


def test_listeners_hear_of_an_act_after_it_is_on_the_disk_and_of_no_refused_one(store: Store) -> None:
    heard: list[tuple[tuple[str, ...], int]] = []
    store.on_committed.append(lambda cases, facts: heard.append((cases, len(facts))))
    (case,) = register(store)
    do(store, AddNote(case=case, text="x"))
    with pytest.raises(Refusal):
        do(store, AddNote(case="nowhere", text="x"))
    assert [cases for cases, _ in heard] == [(case,), (case,)]
    assert heard[1] == ((case,), 1)


def test_a_commuting_note_does_not_raise_the_version_of_a_case(store: Store) -> None:
    from tests.offices import state_of

    (case,) = register(store)
    before = state_of(store, case)
    do(store, AddNote(case=case, text="x"))
    assert state_of(store, case).version == before.version


@pytest.mark.parametrize(
    ("rule", "name", "values"),
    [
        ("command.unknown", "abolish_case", {}),
        ("command.form", "add_note", {"case": "c"}),
        ("command.form", "add_note", {"case": "c", "text": 7}),
        ("command.form", "add_note", []),
        ("command.form", "register_application", {"applicants": [{"person": {}}]}),
        ("command.form", "postpone_consideration", {"case": "c", "until": "2026-02-30", "reason": "x"}),
        ("command.form", "take_decision", {"case": "c", "kind": "pardon"}),
    ],
)
def test_words_that_are_no_command_are_refused_with_a_sentence(rule: str, name: str, values: object) -> None:
    with pytest.raises(Refusal) as error:
        read_command(name, values)
    assert error.value.rule == rule
    assert all(catalogue.sentence(error.value, language) for language in catalogue.LANGUAGES)


def test_a_refusal_in_the_middle_of_a_unit_leaves_the_store_ready_for_the_next(store: Store) -> None:
    before = trace(store)
    with pytest.raises(Refusal):
        do(store, RegisterApplication(applicants=()))
    assert trace(store) == before
    assert len(register(store)) == 1
