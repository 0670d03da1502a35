"""A minor stands in one application (L-10.5), by any spelling; what is known only in part accuses nobody."""

from pathlib import Path

import msgspec
import pytest

from app.base.errors import Refusal
from app.domain.birth import BirthDate
from app.domain.commands import RegisterApplication
from app.domain.facts.values import Name, Names
from app.store.store import Store
from tests.offices import adult, applicant, at, child, do, make_store

KAZAKH = Names(family=Name(kk_cyr="Ахмади"), given=Name(kk_cyr="Заһра"))
BOTH = Names(family=Name(latin_viz="Ahmadi", kk_cyr="Ахмади"), given=Name(latin_viz="Zahra", kk_cyr="Заһра"))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = make_store(tmp_path / "s")
    made.set_clock(at("2026-06-15 10:00"))
    return made


def listed(store: Store, given: str, **minor: object) -> None:
    person = adult("KARIMI", given)
    listed_minor = msgspec.structs.replace(child(), **minor)
    do(store, RegisterApplication(applicants=(applicant(person, minors=(listed_minor,)),)))


def test_L_10_5_a_minor_known_by_another_spelling_is_found(store: Store) -> None:
    listed(store, "HASAN", names=KAZAKH)
    with pytest.raises(Refusal) as refused:
        listed(store, "NOOR", names=BOTH)
    assert refused.value.rule == "application.minor_listed_twice"
    store.close()


def test_two_children_of_whom_only_the_year_is_known_are_not_taken_for_one(store: Store) -> None:
    year = BirthDate("2015", "year")
    listed(store, "HASAN", names=BOTH, birth=year)
    listed(store, "NOOR", names=BOTH, birth=year)
    store.close()


def test_children_of_other_parents_are_not_taken_for_one(store: Store) -> None:
    listed(store, "HASAN", names=BOTH, parents=("Karimi Hasan", "Karimi Leila"))
    listed(store, "NOOR", names=BOTH, parents=("Noor Ali", "Noor Mina"))
    with pytest.raises(Refusal):
        listed(store, "OMAR", names=BOTH, parents=("Karimi Leila",))
    store.close()
