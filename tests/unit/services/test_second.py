"""The second pair of eyes in real stores: named, another one, of this workstation, and one who may decide."""

from collections.abc import Iterator

import pytest

from app.base.errors import Refusal
from app.domain.permissions import FOUR_EYES, Actor
from app.messages.catalogue import LANGUAGES, sentence
from app.services import offices
from app.services.second import confirmed_by
from app.store.store import Store
from tests.offices import make_store

HEAD = Actor("clerk", frozenset({"head"}), "region")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    made = make_store(tmp_path_factory.mktemp("second") / "s")
    for user, role in (("secretary", "secretary"), ("front", "clerk"), ("keeper", "administrator")):
        offices.add_user(made, made.actor("clerk"), user, user.title(), (role,))  # type: ignore[arg-type]
    yield made
    made.close()


def confirmed(store: Store, command: str, second: str) -> str:
    with store.unit(HEAD) as uow:
        return confirmed_by(uow, command, second)


@pytest.mark.parametrize("command", sorted(FOUR_EYES))
def test_another_one_of_the_commission_confirms_and_is_named(store: Store, command: str) -> None:
    assert confirmed(store, command, " secretary ") == "secretary"


@pytest.mark.parametrize("command", sorted(FOUR_EYES))
@pytest.mark.parametrize(
    ("second", "rule"),
    [
        ("", "second.missing"),
        ("  ", "second.missing"),
        ("clerk", "second.same"),
        ("front", "second.role"),
        ("keeper", "second.role"),
        ("nobody", "second.unknown"),
        ("system", "second.unknown"),
    ],
)
def test_nobody_else_does(store: Store, command: str, second: str, rule: str) -> None:
    with pytest.raises(Refusal) as error:
        confirmed(store, command, second)
    assert (error.value.rule, error.value.field) == (rule, "second")
    assert all(len(sentence(error.value, language)) > 20 for language in LANGUAGES)


def test_an_act_of_two_eyes_needs_nobody(store: Store) -> None:
    assert confirmed(store, "take_decision", "") == ""
