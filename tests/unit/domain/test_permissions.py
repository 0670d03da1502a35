"""The table of permission: complete, and in keeping with who the Law lets register, issue and decide."""

import ast
from pathlib import Path
from typing import get_args

import pytest

from app.base.errors import Refusal
from app.domain.commands import COMMANDS
from app.domain.facts.office import OfficeKind, Role
from app.domain.permissions import SYSTEM_ROLES, TABLE, Actor, allowed, hands_over, require

OFFICES: tuple[OfficeKind, ...] = get_args(OfficeKind)
ROLES: tuple[Role, ...] = get_args(Role)
SERVICES = Path(__file__).resolve().parents[3] / "app" / "services"
REGION_ONLY = (
    "register_application", "record_request", "record_answer", "list_minor", "prove_minor", "record_consent",
    "postpone_consideration", "take_decision", "issue_certificate", "serve_decision", "send_notice",
    "withdraw_application", "close_case",
)  # fmt: skip
OF_THE_COMMISSION = ("postpone_consideration", "take_decision", "close_case", "see_restricted")


def who(office: OfficeKind, *roles: Role) -> Actor:
    return Actor("somebody", frozenset(roles or ROLES), office)


def refused(actor: Actor, command: str) -> str:
    with pytest.raises(Refusal) as error:
        require(actor, command)
    return error.value.rule


def test_every_command_stands_in_the_table() -> None:
    assert set(COMMANDS) <= set(TABLE)


def test_every_permission_that_a_service_asks_for_stands_in_the_table() -> None:
    asked = {
        node.args[1].value
        for path in SERVICES.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "require"
        and isinstance(node.args[1], ast.Constant)
    }  # fmt: skip
    assert set(COMMANDS) <= asked <= set(TABLE)


@pytest.mark.parametrize("command", REGION_ONLY)
@pytest.mark.parametrize("office", ["border", "district", "centre"])
def test_L_6_1_2_f_35_only_the_regional_akimat_registers_issues_and_decides(command: str, office: OfficeKind) -> None:
    assert refused(who(office), command) == "permission.office"
    assert allowed(who("region"), command)


@pytest.mark.parametrize("office", OFFICES)
def test_L_10_3a_lodging_at_the_border_belongs_to_border_units_and_districts(office: OfficeKind) -> None:
    assert allowed(who(office, "clerk"), "lodge_at_border") == (office in {"border", "district"})


@pytest.mark.parametrize("office", OFFICES)
def test_L_10_3a_an_intake_office_closes_a_file_only_because_it_handed_over(office: OfficeKind) -> None:
    intake = office in {"border", "district"}
    assert allowed(who(office, "clerk"), "hand_over_case") == intake
    assert hands_over(who(office, "clerk"), "TRF") == intake
    assert not hands_over(who(office, "clerk"), "WDR")


@pytest.mark.parametrize("command", OF_THE_COMMISSION)
def test_L_6_1_6_a_clerk_does_not_decide(command: str) -> None:
    assert refused(who("region", "clerk"), command) == "permission.role"
    assert allowed(who("region", "secretary"), command)
    assert allowed(who("region", "head"), command)


@pytest.mark.parametrize("role", ["administrator", "auditor"])
@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_who_keeps_the_store_or_audits_it_records_nothing_in_a_case(command: str, role: Role) -> None:
    assert not any(allowed(who(office, role), command) for office in OFFICES)


def test_nobody_without_a_role_may_do_anything() -> None:
    bare = [Actor("x", frozenset(), office) for office in OFFICES]
    assert not [command for command in TABLE for actor in bare if allowed(actor, command)]


def test_asking_and_requiring_agree_everywhere() -> None:
    for command in TABLE:
        for office in OFFICES:
            for role in ROLES:
                actor = who(office, role)
                try:
                    require(actor, command)
                except Refusal as refusal:
                    assert not allowed(actor, command)
                    assert refusal.rule in {"permission.office", "permission.role"}
                else:
                    assert allowed(actor, command)


def test_the_centre_reads_and_certifies_only() -> None:
    own = {command for command in TABLE if allowed(who("centre"), command)}
    assert not own & set(COMMANDS)
    assert "certify" in own
    assert not [office for office in OFFICES if office != "centre" and allowed(who(office), "certify")]


def test_the_program_itself_may_do_what_the_first_user_may() -> None:
    system = Actor("system", SYSTEM_ROLES, "region")
    assert all(allowed(system, command) for command in COMMANDS if command != "lodge_at_border")
