"""The table of permission: complete, and in keeping with who the Law lets register, issue and decide.

The whole of it is written out once more here, and every combination is also tried on real stores in
`tests/unit/services/test_permission_everywhere.py`.
"""

import ast
from pathlib import Path
from typing import get_args

import pytest

from app.base.errors import Refusal
from app.domain.commands import COMMANDS
from app.domain.facts.office import OfficeKind, Role
from app.domain.permissions import (
    FOUR_EYES,
    RESTRICTED,
    SYSTEM_ROLES,
    TABLE,
    Actor,
    allowed,
    check_second,
    hands_over,
    only_lodges,
    require,
)
from tests.matrix import MATRIX, OF_THE_OFFICE, verdict

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
@pytest.mark.parametrize("command", sorted(set(COMMANDS) - OF_THE_OFFICE))
def test_who_keeps_the_store_or_audits_it_records_nothing_in_a_case(command: str, role: Role) -> None:
    assert not any(allowed(who(office, role), command) for office in OFFICES)


@pytest.mark.parametrize("command", sorted(OF_THE_OFFICE))
@pytest.mark.parametrize("office", OFFICES)
def test_settings_and_days_off_belong_to_the_head_and_the_administrator_of_any_office(
    command: str, office: OfficeKind
) -> None:
    assert {role for role in ROLES if allowed(who(office, role), command)} == {"administrator", "head"}


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


def test_L_6_2_1_L_6_6_f_31_the_centre_reads_and_certifies_and_records_nothing_in_a_case() -> None:
    own = {command for command in TABLE if allowed(who("centre"), command)}
    assert own & set(COMMANDS) == OF_THE_OFFICE
    assert "certify" in own and not own & RESTRICTED
    assert not [office for office in OFFICES if office != "centre" and allowed(who(office), "certify")]


def test_the_program_itself_may_do_what_the_first_user_may() -> None:
    system = Actor("system", SYSTEM_ROLES, "region")
    assert all(allowed(system, command) for command in COMMANDS if command != "lodge_at_border")


@pytest.mark.parametrize("office", OFFICES)
@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_f_35_every_command_is_as_it_was_written_out(command: str, office: OfficeKind) -> None:
    for role in ROLES:
        expected = verdict(command, office, role)
        actor = who(office, role)
        assert (refused(actor, command) if expected else "") == expected, role
        assert allowed(actor, command) == (not expected), role


def test_the_matrix_speaks_of_every_command_and_of_nothing_else() -> None:
    assert set(MATRIX) == set(COMMANDS)


@pytest.mark.parametrize("office", ["border", "district"])
def test_f_35_who_only_lodges_takes_down_and_puts_right_and_nothing_more(office: OfficeKind) -> None:
    clerk = who(office, "clerk")
    assert {command for command in COMMANDS if allowed(clerk, command)} == {
        "lodge_at_border", "register_card", "take_photo", "correct_person", "show_document", "change_stay",
        "name_representative", "engage_interpreter", "give_leaflet", "state_relative", "add_note",
        "state_claim",
    }  # fmt: skip
    assert only_lodges(clerk)
    assert not only_lodges(who("region")) and not only_lodges(who("centre"))


def test_L_4_3_only_the_commission_opens_what_is_restricted() -> None:
    opens = {(office, role) for office in OFFICES for role in ROLES for row in RESTRICTED
             if allowed(who(office, role), row)}  # fmt: skip
    assert opens == {("region", "secretary"), ("region", "head")}


def test_acts_of_four_eyes_are_acts_of_the_commission() -> None:
    for act in FOUR_EYES:
        command = "close_case" if act == "close_in_error" else act
        assert refused(who("region", "clerk"), command) == "permission.role"


HEAD = Actor("head", frozenset({"head"}), "region")
SECONDS = (
    (None, "second.missing"),
    (HEAD, "second.same"),
    (Actor("front", frozenset({"clerk"}), "region"), "second.role"),
    (Actor("keeper", frozenset({"administrator", "auditor"}), "region"), "second.role"),
    (Actor("secretary", frozenset({"secretary"}), "region"), ""),
)


@pytest.mark.parametrize(("second", "rule"), SECONDS)
@pytest.mark.parametrize("command", sorted(FOUR_EYES))
def test_a_second_person_is_another_one_who_may_decide(command: str, second: Actor | None, rule: str) -> None:
    if not rule:
        check_second(HEAD, second, command)
        return
    with pytest.raises(Refusal) as error:
        check_second(HEAD, second, command)
    assert (error.value.rule, error.value.field) == (rule, "second")


def test_an_act_of_two_eyes_asks_for_nobody_else() -> None:
    for command in set(TABLE) - FOUR_EYES:
        check_second(HEAD, None, command)
