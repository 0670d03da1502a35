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
_ANYONE: frozenset[Role] = frozenset({"clerk", "secretary", "head", "administrator", "auditor"})
_KEEPERS: frozenset[Role] = frozenset({"secretary", "head", "administrator"})
_ALL_OFFICES: frozenset[OfficeKind] = frozenset({"border", "district", "region", "centre"})
_INTAKE: frozenset[OfficeKind] = frozenset({"border", "district"})
_REGION: frozenset[OfficeKind] = frozenset({"region"})
_HOLDERS: frozenset[OfficeKind] = frozenset({"border", "district", "region"})

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
    "change_setting": (_ALL_OFFICES, frozenset({"administrator", "head"})),
    "add_user": (_ALL_OFFICES, frozenset({"administrator"})),
}


HANDED_OVER = "TRF"
"""The closing reason of a file that went to another akimat: the only one by which an intake office closes a file."""


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
