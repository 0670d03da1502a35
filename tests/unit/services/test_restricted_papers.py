"""Who may have a paper: none of a restricted ground without the right to see it, none of an erased person."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.base.errors import Refusal
from app.domain.commands import ServeDecision, TakeDecision
from app.domain.facts.values import GroundChosen
from app.messages import catalogue
from app.services import offices, papers
from app.services.papers import Form
from app.store import tables
from app.store.store import Store
from tests.offices import applicant, at, child, do, make_store, register, state_of
from tests.unit.services.test_papers import read

OF_DECISIONS: tuple[Form, ...] = ("decision", "notice", "notice_authorised_body", "notice_iab")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = make_store(tmp_path / "s")
    made.set_clock(at("2026-06-15 10:00"))
    offices.add_user(made, made.actor("clerk"), "front", "Front Desk", ("clerk",))
    yield made
    made.close()


def refusal(store: Store, code: str) -> str:
    (case,) = register(store, applicant(minors=(child(),)))
    do(store, TakeDecision(case=case, kind="refuse", grounds=(GroundChosen(code=code, reason="x"),)))
    return case


@pytest.mark.parametrize("form", OF_DECISIONS)
def test_a_paper_of_a_restricted_ground_is_for_the_commission(store: Store, form: Form) -> None:
    case = refusal(store, "A12-05")
    papers.issue(store, store.actor("clerk"), case, form)
    issued = state_of(store, case).papers
    for act in (
        lambda: papers.issue(store, store.actor("front"), case, form),
        lambda: papers.require_visible(store.actor("front"), state_of(store, case), form),
    ):
        with pytest.raises(Refusal) as error:
            act()
        assert (error.value.rule, error.value.field) == ("permission.restricted", "paper")
        assert all(catalogue.sentence(error.value, language).endswith(".") for language in catalogue.LANGUAGES)
    assert state_of(store, case).papers == issued


def test_other_papers_of_the_case_stay_open_to_the_desk(store: Store) -> None:
    case = refusal(store, "A12-05")
    assert papers.issue(store, store.actor("front"), case, "certificate").data
    open_ground = refusal_of_another(store)
    assert papers.issue(store, store.actor("front"), open_ground, "decision").data


def refusal_of_another(store: Store) -> str:
    (case,) = register(store)
    do(store, TakeDecision(case=case, kind="refuse", grounds=(GroundChosen(code="A12-01", reason="x"),)))
    return case


def test_an_erased_person_stands_on_no_paper(store: Store) -> None:
    case = refusal(store, "A12-01")
    state = state_of(store, case)
    assert papers.available(state)
    (minor,) = state.minors
    without = {person: known for person, known in state.persons.items() if person != minor.id}
    for persons in (without, {}):
        erased = type(state)(**{name: getattr(state, name) for name in state.__struct_fields__} | {"persons": persons})
        assert papers.available(erased) == ()


@pytest.mark.parametrize(("months", "until"), [("3", "«15» сентября 2026"), ("1", "«15» июля 2026")])
def test_L_15_the_protection_follows_the_appeal_term_of_the_office(store: Store, months: str, until: str) -> None:
    offices.change_setting(store, store.actor("clerk"), "appeal.term", months, "test")
    case = refusal_of_another(store)
    do(store, ServeDecision(case=case, way="hand"))
    text, _ = read(papers.issue(store, store.actor("clerk"), case, "notice", "ru").data)
    assert until in " ".join(text.split())


def test_L_4_3_who_is_shown_a_restricted_ground_on_a_paper_is_recorded_first(store: Store) -> None:
    case, plain = refusal(store, "A12-05"), refusal_of_another(store)
    actor = store.actor("clerk")
    seen = views(store)
    issued = papers.issue(store, actor, case, "decision")
    assert papers.open_paper(store, actor, case, issued.paper.id).data == issued.data
    assert views(store) == seen + 2
    other = papers.issue(store, actor, plain, "decision")
    papers.open_paper(store, actor, plain, other.paper.id)
    assert views(store) == seen + 2
    with pytest.raises(Refusal) as error:
        papers.open_paper(store, store.actor("front"), case, issued.paper.id)
    assert error.value.rule == "permission.restricted"
    assert views(store) == seen + 2


def views(store: Store) -> int:
    with store.reading() as connection:
        kinds = connection.execute(sa.select(tables.entry.c.k)).scalars().all()
    return kinds.count("file.viewed")
