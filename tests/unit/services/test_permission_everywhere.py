"""Every command × role × kind of office, really given: refused exactly where the matrix says so, and never a crash."""

import types
from collections.abc import Iterator
from datetime import date, datetime
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
import pytest

from app.base.errors import Refusal
from app.domain.birth import BirthDate
from app.domain.commands import COMMANDS, Command
from app.domain.facts.office import OfficeKind, Role
from app.domain.permissions import Actor
from app.services.acts import ACTS, perform
from app.store.store import Store
from tests.matrix import verdict
from tests.offices import at, make_store

OFFICES: dict[OfficeKind, str] = {"border": "ALA50", "district": "ALA10", "region": "ALA01", "centre": "CEN00"}
ROLES: tuple[Role, ...] = get_args(Role)
NOWHERE = "0198c0de-0000-7000-8000-000000000000"
NOW = at("2026-06-15 10:00")
PLAIN: dict[Any, Any] = {str: NOWHERE, date: date(2026, 6, 15), datetime: NOW, bool: True, int: 1,
         BirthDate: BirthDate("1986")}  # fmt: skip


def nonsense(hint: Any) -> Any:
    """A value of a type that means nothing: ids of nowhere, the first code, one of each list."""
    kind = get_origin(hint)
    if kind is Annotated:
        return nonsense(get_args(hint)[0])
    if kind is Literal:
        return get_args(hint)[0]
    if kind in {Union, types.UnionType}:
        return None
    if kind is tuple:
        return (nonsense(get_args(hint)[0]),)
    if kind is dict:
        return {NOWHERE: NOWHERE}
    if hint not in PLAIN and isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return hint(**required(hint))
    return PLAIN.get(hint, NOWHERE)


def required(kind: type[msgspec.Struct]) -> dict[str, Any]:
    """The fields that a struct cannot do without."""
    hints = get_type_hints(kind, include_extras=True)
    return {field.name: nonsense(hints[field.name]) for field in msgspec.structs.fields(kind) if field.required}


@pytest.fixture(scope="module", params=sorted(OFFICES))
def office(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The store of an office of each kind."""
    kind = request.param
    store = make_store(tmp_path_factory.mktemp(kind) / "s", office=OFFICES[kind], kind=kind)
    store.set_clock(NOW)
    yield store
    store.close()


def given(store: Store, role: Role, command: Command) -> str:
    """The rule that refuses a command of somebody with one role, or ""."""
    try:
        perform(store, Actor("clerk", frozenset({role}), store.office.kind), command)
    except Refusal as refusal:
        return refusal.rule
    return ""


def test_every_command_has_an_act() -> None:
    assert set(ACTS) == set(COMMANDS)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_f_35_a_command_is_refused_exactly_where_the_matrix_says_so(office: Store, name: str) -> None:
    command = COMMANDS[name](**required(COMMANDS[name]))
    for role in ROLES:
        rule = given(office, role, command)
        expected = verdict(name, office.office.kind, role)
        assert (rule if rule.startswith("permission.") else "") == expected, (role, rule)


def test_a_user_without_roles_gives_no_command(office: Store) -> None:
    for name, kind in COMMANDS.items():
        with pytest.raises(Refusal) as error:
            perform(office, Actor("clerk", frozenset(), office.office.kind), kind(**required(kind)))
        assert error.value.rule in {"permission.office", "permission.role"}, name


def test_nothing_of_a_case_was_recorded_by_all_that(office: Store) -> None:
    for name in set(COMMANDS) - {"change_setting", "add_day_off", "adopt_calendar"}:
        for role in ROLES:
            given(office, role, COMMANDS[name](**required(COMMANDS[name])))
    with office.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM record").scalar() == 0
