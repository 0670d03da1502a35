"""Opening what is restricted: a reason, the record first, then the data; and the case does not change by it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.base.errors import Refusal, Trouble
from app.domain.case import CaseState
from app.domain.commands import RecordAnswer, RecordRequest, TakeDecision, ViewRestricted
from app.domain.facts.office import FileViewed, Role
from app.domain.facts.values import GroundChosen
from app.domain.permissions import Actor
from app.domain.reasons import LONGEST
from app.services import acts, looking
from app.store.folding import entries_of, fact_of
from app.store.store import Store
from tests.offices import at, do, make_store, register, state_of, trace

SECRETARY = Actor("clerk", frozenset({"secretary"}), "region")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = make_store(tmp_path / "s")
    made.set_clock(at("2026-06-15 10:00"))
    yield made
    made.close()


@pytest.fixture
def case(store: Store) -> str:
    """A case refused on a restricted ground after an answer of the NSC."""
    (made,) = register(store)
    do(store, RecordRequest(case=made, to="nsc"))
    do(store, RecordAnswer(case=made, to="nsc", result="refused", reason="no-threat-7"))
    do(store, TakeDecision(case=made, kind="refuse", grounds=(GroundChosen(code="A12-05", reason="threat-9"),)))
    return made


def views(store: Store) -> list[FileViewed]:
    with store.reading() as connection:
        found = [fact_of(env, body) for env, body in entries_of(connection, "")]
    return [fact for fact in found if isinstance(fact, FileViewed)]


def words(state: CaseState) -> set[str]:
    reasons = {ground.reason for decision in state.decisions for ground in decision.grounds}
    return reasons | {request.answer.reason for request in state.requests if request.answer}


def test_L_4_3_a_view_is_recorded_with_who_what_and_why_and_the_case_stays_as_it_was(store: Store, case: str) -> None:
    before = state_of(store, case)
    outcome = acts.perform(store, SECRETARY, ViewRestricted(case=case, what="nsc", reason="  sitting "))
    assert outcome.cases == (case,)
    assert views(store) == [FileViewed(user="clerk", case=case, what="nsc", reason="sitting")]
    assert state_of(store, case) == before


def test_what_was_asked_for_is_shown_and_the_rest_stays_hidden(store: Store, case: str) -> None:
    assert words(looking.open_restricted(store, SECRETARY, case, "nsc", "sitting")) == {"", "no-threat-7"}
    assert words(looking.open_restricted(store, SECRETARY, case, "grounds", "appeal")) == {"", "threat-9"}
    assert words(looking.open_restricted(store, SECRETARY, case, "all", "audit")) == {"no-threat-7", "threat-9"}
    assert [(view.what, view.reason) for view in views(store)] == [
        ("nsc", "sitting"), ("grounds", "appeal"), ("all", "audit"),
    ]  # fmt: skip


@pytest.mark.parametrize("reason", ["", "   ", "\n"])
def test_without_a_reason_nothing_is_opened_and_nothing_recorded(store: Store, case: str, reason: str) -> None:
    before = trace(store)
    with pytest.raises(Refusal) as error:
        looking.open_restricted(store, SECRETARY, case, "all", reason)
    assert (error.value.rule, error.value.field) == ("view.reason_missing", "reason")
    assert trace(store) == before


def test_a_case_that_is_not_there_is_not_opened(store: Store) -> None:
    with pytest.raises(Refusal) as error:
        looking.open_restricted(store, SECRETARY, "0198c0de-0000-7000-8000-000000000000", "all", "why")
    assert error.value.rule == "case.unknown"
    assert views(store) == []


@pytest.mark.parametrize("role", ["clerk", "administrator", "auditor"])
def test_who_is_not_of_the_commission_opens_nothing_with_whatever_reason(store: Store, case: str, role: Role) -> None:
    with pytest.raises(Refusal) as error:
        looking.open_restricted(store, Actor("clerk", frozenset({role}), "region"), case, "all", "curious")
    assert error.value.rule == "permission.role"
    assert views(store) == []


def test_a_reason_longer_than_a_page_is_refused_and_nothing_shown(store: Store, case: str) -> None:
    with pytest.raises(Refusal) as error:
        looking.open_restricted(store, SECRETARY, case, "all", "ж" * (LONGEST + 1))
    assert error.value.rule == "reason.too_long"
    assert views(store) == []


def test_what_cannot_be_recorded_is_not_shown(store: Store, case: str) -> None:
    with store.databases.writer.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(Trouble) as full:
        for _ in range(1_000):
            looking.open_restricted(store, SECRETARY, case, "all", "ж" * LONGEST)
    assert full.value.condition == "store.disk_full"
