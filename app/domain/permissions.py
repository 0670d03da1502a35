"""Who may do what: one table, command x role x kind of office. Screens ask the same table to grey a button.

The fold never asks: a fact that arrives was allowed where it was made.
*Law*: Art. 6-1(2)-(4), 1(7) (the oblast-level LEB registers, issues and decides), f-35; `grounds.md` 1.
"""

from typing import NamedTuple

from app.base.errors import Refusal
from app.domain.facts.office import OfficeKind, Role


class Actor(NamedTuple):
    """Who acts, with which roles, in which kind of office."""

    user: str
    roles: frozenset[Role]
    office: OfficeKind


SYSTEM_ROLES: frozenset[Role] = frozenset({"administrator", "clerk", "secretary", "head"})

_DESK: frozenset[Role] = frozenset({"clerk", "secretary", "head"})
_COMMISSION: frozenset[Role] = frozenset({"secretary", "head"})
_HEAD: frozenset[Role] = frozenset({"head"})
_OFFICE: frozenset[Role] = frozenset({"administrator", "head"})
_ANYONE: frozenset[Role] = frozenset({"clerk", "secretary", "head", "administrator", "auditor"})
_KEEPERS: frozenset[Role] = frozenset({"secretary", "head", "administrator"})
_ALL_OFFICES: frozenset[OfficeKind] = frozenset({"border", "district", "region", "centre"})
_INTAKE: frozenset[OfficeKind] = frozenset({"border", "district"})
_REGION: frozenset[OfficeKind] = frozenset({"region"})
_HOLDERS: frozenset[OfficeKind] = frozenset({"border", "district", "region"})

# An intake office takes what is said and shown at the lodging, and puts right what it took down wrong (L-10.3a,
# L-7.2-1, f-35); what belongs to registration, consideration or decision is the regional akimat's alone (L-6-1.2). The
# centre guides and controls, and decides no application (L-6.2-1, L-6.6, f-31): it gives no command in a case.
TABLE: dict[str, tuple[frozenset[OfficeKind], frozenset[Role]]] = {
    "register_application": (_REGION, _DESK),
    "lodge_at_border": (_INTAKE, _DESK),
    "record_request": (_REGION, _DESK),
    "record_answer": (_REGION, _DESK),
    "list_minor": (_REGION, _DESK),
    "prove_minor": (_REGION, _DESK),
    "record_consent": (_REGION, _DESK),
    "postpone_consideration": (_REGION, _COMMISSION),
    "take_decision": (_REGION, _COMMISSION),
    "issue_certificate": (_REGION, _DESK),
    "serve_decision": (_REGION, _DESK),
    "send_notice": (_REGION, _DESK),
    "take_photo": (_HOLDERS, _DESK),
    "withdraw_application": (_REGION, _DESK),
    "close_case": (_REGION, _COMMISSION),
    "record_detention": (_REGION, _DESK),
    "register_card": (_HOLDERS, _DESK),
    "register_lodged": (_REGION, _DESK),
    "take_over": (_REGION, _DESK),
    "correct_person": (_HOLDERS, _DESK),
    "show_document": (_HOLDERS, _DESK),
    "change_stay": (_HOLDERS, _DESK),
    "name_representative": (_HOLDERS, _DESK),
    "engage_interpreter": (_HOLDERS, _DESK),
    "give_leaflet": (_HOLDERS, _DESK),
    "state_needs": (_REGION, _DESK),
    "hold_interview": (_REGION, _DESK),
    "add_evidence": (_REGION, _DESK),
    "write_assessment": (_REGION, _DESK),
    "state_relative": (_HOLDERS, _DESK),
    "state_claim": (_HOLDERS, _DESK),
    "explain_lateness": (_REGION, _DESK),
    "do_stage": (_REGION, _DESK),
    "assign_case": (_REGION, _HEAD),
    "end_certificate": (_REGION, _DESK),
    "lodge_extension": (_REGION, _DESK),
    "record_lapse": (_REGION, _COMMISSION),
    "annul_decision": (_REGION, _COMMISSION),
    "correct_decision": (_REGION, _COMMISSION),
    "lodge_appeal": (_REGION, _DESK),
    "decide_appeal": (_REGION, _COMMISSION),
    "announce_departure": (_REGION, _DESK),
    "reopen_case": (_REGION, _COMMISSION),
    "leave_record": (_REGION, _DESK),
    "enter_record": (_REGION, _DESK),
    "change_family": (_REGION, _DESK),
    "give_own_file": (_REGION, _DESK),
    "move_minor": (_REGION, _DESK),
    "strike_minor": (_REGION, _DESK),
    "succeed_principal": (_REGION, _DESK),
    "split_family": (_REGION, _DESK),
    "tie_family": (_REGION, _DESK),
    "judge_duplicate": (_REGION, _DESK),
    "merge_persons": (_REGION, _COMMISSION),
    "undo_merge": (_REGION, _COMMISSION),
    "merge_case": (_REGION, _COMMISSION),
    "view_restricted": (_REGION, _COMMISSION),
    "add_day_off": (_ALL_OFFICES, _OFFICE),
    "adopt_calendar": (_ALL_OFFICES, _OFFICE),
    "hand_over_case": (_INTAKE, _DESK),
    "add_note": (_HOLDERS, _DESK),
    "issue_paper": (_HOLDERS, _DESK),
    "reprint_paper": (_ALL_OFFICES, _DESK),
    "see_restricted": (_REGION, _COMMISSION),
    "export_bundle": (_ALL_OFFICES, _KEEPERS | _DESK),
    "import_bundle": (_ALL_OFFICES, _KEEPERS | _DESK),
    "enrol": (_ALL_OFFICES, frozenset({"administrator"})),
    "certify": (frozenset({"centre"}), frozenset({"administrator"})),
    "verify_store": (_ALL_OFFICES, _ANYONE),
    "change_setting": (_ALL_OFFICES, _OFFICE),
    "add_user": (_ALL_OFFICES, frozenset({"administrator"})),
}


FOUR_EYES = frozenset(
    {
        "annul_decision",
        "decide_appeal",
        "merge_persons",
        "undo_merge",
        "merge_case",
        "reopen_case",
        "close_in_error",
    }
)
"""Acts that a second person confirms (`readings.md`, `forms.md`, `grounds.md` 5); the fact names that person.

The outcome of an appeal is one of them only when it changes what the decision is worth.
"""

RESTRICTED = frozenset({"view_restricted", "see_restricted"})
"""Rows that open what only the commission may see (L-4.3, `grounds.md` 1); opening is recorded with a reason."""

HANDED_OVER = "TRF"
"""The closing reason of a file that went to another akimat: the only one by which an intake office closes a file."""


def only_lodges(actor: Actor) -> bool:
    """True in an office that lodges applications and decides none: it sees no grounds at all (`grounds.md` 1)."""
    return actor.office in _INTAKE


def hands_over(actor: Actor, code: str) -> bool:
    """True when an intake office closes a file because the akimat has got the application (L-10.3a)."""
    return actor.office in _INTAKE and code == HANDED_OVER


def allowed(actor: Actor, command: str) -> bool:
    """True when the actor may give this command in this kind of office."""
    offices, roles = TABLE[command]
    return actor.office in offices and bool(actor.roles & roles)


def require(actor: Actor, command: str) -> None:
    """Refuse a command that the actor may not give.

    *Refuses*: `permission.office` (this kind of office may not), `permission.role` (this user may not).
    """
    offices, roles = TABLE[command]
    if actor.office not in offices:
        raise Refusal("permission.office")
    if not actor.roles & roles:
        raise Refusal("permission.role")


def check_second(actor: Actor, second: Actor | None, command: str) -> None:
    """Refuse an act of four eyes without a second person, who is another one and may decide as well.

    *Refuses*: `second.missing`, `second.same`, `second.role`.
    """
    if command not in FOUR_EYES:
        return
    if second is None:
        raise Refusal("second.missing", field="second")
    if second.user == actor.user:
        raise Refusal("second.same", field="second")
    if not second.roles & _COMMISSION:
        raise Refusal("second.role", field="second")
