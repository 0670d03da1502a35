"""The stock of a day after everything that can follow a decision: who is a refugee, and from when until when."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.domain import facts as f
from app.domain.commands import ArrivalData
from app.domain.facts.values import DecisionKind
from app.store import rebuild
from app.store.rows import cases
from app.store.store import Store
from tests.offices import adult, applicant, at, make_store, register, state_of

ARRIVED = ArrivalData(entered_on=date(2024, 1, 8))
GRANTED, ENDS = date(2024, 2, 1), date(2025, 2, 1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = make_store(tmp_path / "s")
    made.set_clock(at("2024-01-10 10:00"))
    yield made
    made.close()


@pytest.fixture
def case(store: Store) -> str:
    """Registered on 10.01.2024, granted on 01.02.2024 for a year."""
    (made,) = register(store, applicant(adult("NOORI", "ALI"), arrival=ARRIVED))
    record(store, made, decision(store, made, "grant", GRANTED, ENDS))
    return made


def decision(
    store: Store, case: str, kind: DecisionKind, on: date, to_on: date | None = None, number: str = ""
) -> f.case.DecisionTaken:
    person = state_of(store, case).applicant
    return f.case.DecisionTaken(
        number=number or f"D-{kind}", kind=kind, on=on, person=person, covers=(person,), from_on=on, to_on=to_on
    )


def record(store: Store, case: str, *made: f.Fact) -> None:
    with store.unit(store.actor("clerk")) as uow:
        for fact in made:
            uow.record(case, fact)
        uow.commit()


def stocks(store: Store, *days: str) -> str:
    """r refugee, p pending, x refused, - none of them, one letter per day."""
    found = ""
    with store.reading() as connection:
        for day in days:
            stock = cases.stock(connection, date.fromisoformat(day))
            found += "r" * stock.refugees + "p" * stock.pending + "x" * stock.refused or "-"
    return found


def listed(store: Store) -> dict[str, int]:
    with store.reading() as connection:
        return cases.count_by_status(connection)


def test_f_24_a_grant_counts_from_its_day_to_the_end_of_its_term(store: Store, case: str) -> None:
    assert stocks(store, "2024-01-09", "2024-01-31", "2024-02-01", "2025-02-01", "2025-02-02") == "-prr-"


def test_L_11_5c_an_extension_lengthens_it_and_changes_nothing_of_the_past(store: Store, case: str) -> None:
    record(store, case, decision(store, case, "extend", date(2025, 1, 20), date(2026, 2, 1)))
    assert stocks(store, "2024-01-31", "2024-06-01", "2025-06-01", "2026-02-01", "2026-02-02") == "prrr-"


def test_f_41_a_refusal_to_extend_leaves_the_refugee_to_the_end_of_the_term(store: Store, case: str) -> None:
    record(store, case, decision(store, case, "refuse_extend", date(2025, 1, 20)))
    assert stocks(store, "2024-06-01", "2025-01-21", "2025-02-01", "2025-02-02") == "rrr-"
    assert listed(store) == {"refugee": 1}


@pytest.mark.parametrize(("kind", "status"), [("deprive", "deprived"), ("terminate", "terminated")])
def test_L_13_L_14_who_lost_the_status_was_a_refugee_until_then_and_is_none_after(
    store: Store, case: str, kind: DecisionKind, status: str
) -> None:
    record(store, case, decision(store, case, kind, date(2024, 9, 1)))
    assert stocks(store, "2024-01-31", "2024-08-31", "2024-09-01", "2025-01-01") == "pr--"
    assert listed(store) == {status: 1}


def test_L_14_2_a_lapse_ends_it_with_the_term(store: Store, case: str) -> None:
    person = state_of(store, case).applicant
    record(store, case, f.remedies.StatusLapsed(on=date(2025, 2, 2), recorded_on=date(2025, 3, 1), covers=(person,)))
    assert stocks(store, "2024-06-01", "2025-02-01", "2025-02-02") == "rr-"
    assert listed(store) == {"lapsed": 1}


def test_L_15_after_an_annulment_the_decision_before_it_counts_again(store: Store, case: str) -> None:
    record(store, case, decision(store, case, "deprive", date(2024, 9, 1)))
    record(store, case, f.remedies.DecisionAnnulled(number="D-deprive", by="court", reason="x", on=date(2024, 12, 1)))
    assert stocks(store, "2024-06-01", "2025-01-01") == "rr"
    assert listed(store) == {"refugee": 1}
    record(store, case, f.remedies.DecisionAnnulled(number="D-grant", by="self", reason="x", on=date(2024, 12, 2)))
    assert stocks(store, "2024-06-01", "2025-01-01") == "pp"
    assert listed(store) == {"asylum_seeker": 1}


def test_a_status_carried_into_an_own_file_keeps_its_days(store: Store) -> None:
    (own,) = register(store, applicant(adult("NOORI", "ZAHRA"), arrival=ARRIVED))
    carried = f.remedies.StatusCarried(
        person=state_of(store, own).applicant, number="D-parent", decision="grant", decided_on=GRANTED,
        from_on=GRANTED, to_on=ENDS, from_case="x",
    )  # fmt: skip
    record(store, own, carried)
    assert stocks(store, "2024-06-01", "2025-02-01", "2025-02-02") == "rr-"


def test_a_closed_file_is_gone_from_its_day_on(store: Store, case: str) -> None:
    record(store, case, f.case.CaseClosed(code="DEP", on=date(2024, 10, 1)))
    assert stocks(store, "2024-09-30", "2024-10-01") == "r-"


def test_the_first_and_the_last_day_there_is_are_counted_like_any_other(store: Store, case: str) -> None:
    record(
        store,
        case,
        decision(store, case, "deprive", date.min),
        decision(store, case, "extend", date.max, date.max, "D-2"),
    )
    assert stocks(store, "2024-06-01", "9999-12-31") == "rr"


def test_the_stock_is_the_same_after_a_rebuild(store: Store, case: str) -> None:
    record(store, case, decision(store, case, "deprive", date(2024, 9, 1)))
    before = stocks(store, "2024-06-01", "2024-09-01")
    rebuild.rebuild(store)
    assert stocks(store, "2024-06-01", "2024-09-01") == before
