"""What may be done next in a case: by its state, by whose it is, and by what the user may do; the most urgent first.

The acts of the days after registration stand in `case_actions_later`.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from app.domain.certificates import SEEKING, undecided_minors
from app.domain.deadlines import colour
from app.domain.decisions import final_decision
from app.domain.permissions import HANDED_OVER
from app.ui.desk import Desk
from app.ui.pages import case_forms as forms
from app.ui.pages.case_action import Action
from app.ui.pages.case_actions_later import LATER
from app.ui.pages.case_data import CaseView

SHOWN = 6
"""How many acts stand as buttons; the rest wait in the menu."""


def _waits(to: str) -> Callable[[CaseView], bool]:
    return lambda view: view.state.is_open and to in forms.unanswered(view.state)


def _undecided(view: CaseView) -> bool:
    return bool(view.state.number) and view.state.is_open and final_decision(view.state) is None


def _decided(view: CaseView) -> bool:
    return bool(view.state.decisions) and not view.state.decisions[-1].carried


def _unserved(view: CaseView) -> bool:
    return _decided(view) and view.state.decisions[-1].served_on is None


def _untold(view: CaseView) -> bool:
    return _decided(view) and any(body not in view.state.decisions[-1].told for body in forms.BODIES)


def _without_booklet(view: CaseView) -> bool:
    """True for a refugee without a certificate, or with one that ends too early or names other children."""
    state = view.state
    ruling = state.status_decision(state.applicant, view.today)
    if view.status != "refugee" or ruling is None or ruling.to_on is None or ruling.to_on < view.today:
        return False
    valid = state.valid_certificate("refugee")
    other_children = any(task.kind == "renew_refugee_certificate" for task in view.tasks)
    return valid is None or valid.valid_to < ruling.to_on or other_children


ACTIONS: tuple[Action, ...] = (
    Action(
        "fingerprints",
        "user-check",
        "record_answer",
        _waits("fingerprints"),
        forms.fingerprints,
        settles=("fingerprints",),
    ),
    Action(
        "booklet",
        "id-card",
        "issue_certificate",
        _without_booklet,
        forms.booklet,
        "refugee_certificate",
        settles=(
            "refugee_certificate",
            "own_refugee_certificate",
            "renew_refugee_certificate",
            "replace_certificate",
            "stage_issue",
        ),
    ),
    Action(
        "decision",
        "gavel",
        "take_decision",
        _undecided,
        settles=("decision", "decision_postponed", "decide_again"),
        steady=True,
    ),
    Action("serve", "check", "serve_decision", _unserved, forms.serve, settles=("copy_to_person", "stage_notify")),
    Action(
        "notice",
        "arrow-right",
        "send_notice",
        _untold,
        forms.notice,
        settles=("notice_authorised_body", "notice_iab"),
    ),
    Action(
        "certificate",
        "shield-check",
        "issue_certificate",
        lambda view: (
            bool(view.state.number) and (view.status in SEEKING or bool(undecided_minors(view.state, view.today)))
        ),
        forms.certificate,
        "certificate",
        settles=("certificate", "certificate_expiry", "replace_certificate"),
    ),
    Action("postpone", "clock", "postpone_consideration", _undecided, forms.postpone, "postponement"),
    Action(
        "consent",
        "users",
        "record_consent",
        lambda view: _undecided(view) and bool(view.state.relatives),
        forms.consent,
    ),
    Action(
        "prove",
        "baby",
        "prove_minor",
        lambda view: view.state.is_open and any(minor.verbal for minor in view.state.minors),
        forms.prove_birth,
        settles=("prove_birth",),
    ),
    Action(
        "answer",
        "inbox",
        "record_answer",
        lambda view: view.state.is_open and any(to != "fingerprints" for to in forms.unanswered(view.state)),
        forms.answer,
        settles=("awaiting_tracing",),
    ),
    *LATER,
    Action("photo", "camera", "take_photo", lambda view: view.state.is_open),
    Action("note", "pencil", "add_note", lambda _view: True, forms.note),
    Action("withdraw", "log-out", "withdraw_application", _undecided, forms.withdraw, ending=True),
    Action(
        "close",
        "archive",
        "hand_over_case",
        lambda view: view.state.is_open,
        forms.hand_over,
        ending=True,
        settles=("border_handover", "hand_over_after_move"),
    ),
    Action(
        "close",
        "archive",
        "close_case",
        lambda view: view.state.is_open,
        forms.close,
        ending=True,
        settles=("hand_over_after_move",),
    ),
)


class Offer(NamedTuple):
    """The acts of a case now: as buttons, in the menu, and those that end something."""

    shown: tuple[Action, ...] = ()
    more: tuple[Action, ...] = ()
    ends: tuple[Action, ...] = ()


def applicable(view: CaseView, desk: Desk) -> tuple[Action, ...]:
    """The acts that this user may do in this case now; in a copy of another workstation's case none."""
    if not view.own:
        return ()
    return tuple(action for action in ACTIONS if desk.allowed(action.command) and action.applies(view))


def offer(view: CaseView, desk: Desk) -> Offer:
    """What the page offers: the most urgent acts as buttons, the rest in the menu."""
    found = applicable(view, desk)
    acts = sorted((a for a in found if not a.ending), key=lambda action: _urgency(action, view))
    many = SHOWN if len(acts) > SHOWN + 1 else len(acts)  # a menu of one act would only hide it
    return Offer(tuple(acts[:many]), tuple(acts[many:]), tuple(a for a in found if a.ending))


def _urgency(action: Action, view: CaseView) -> tuple[int, date]:
    """First what is late or soon due, then what is steady and open tasks, then what is due later, then the rest."""
    due = [
        (2 if colour(one, view.today) == "green" else 0, one.due)
        for one in view.deadlines
        if one.kind in action.settles
    ]
    task = [(1, date.max)] if any(one.kind in action.settles for one in view.tasks) else []
    steady = [(1, date.min)] if action.steady else []
    return min([*due, *task, *steady], default=(3, date.max))


def settling(kind: str, view: CaseView, actions: Iterable[Action]) -> Action | None:
    """The act by which a deadline or task is settled, when it is offered."""
    found = [action for action in actions if kind in action.settles]
    if kind == "awaiting_tracing":  # asked first, answered then
        wanted = "answer" if "tracing" in forms.unanswered(view.state) else "request"
        found = [action for action in found if action.name == wanted]
    return next(iter(found), None)


WANTED: dict[str, dict[str, str]] = {
    "best_interests": {"about": "best_interests"},
    "family_link": {"about": "family"},
    "review_family": {"about": "family"},
    "refer_guardian": {"to": "guardian"},
    "awaiting_tracing": {"to": "tracing"},
    "iab_stay_after_move": {"to": "iab_stay"},
    "stage_nsc_request": {"to": "nsc"},
    "notice_authorised_body": {"to": "authorised_body"},
    "notice_iab": {"to": "iab"},
    "guardian": {"basis": "guardian"},
    "hand_over_after_move": {"code": HANDED_OVER},
    "border_handover": {"code": HANDED_OVER},
}
"""What the form of an act asks already when it is opened from a deadline or task."""
