"""What may be done next in a case: by its state, by whose it is, and by what the user may do."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from app.domain.case import CaseState
from app.domain.decisions import final_decision
from app.ui.desk import Desk
from app.ui.pages import case_forms as forms
from app.ui.pages.act_dialog import ActForm
from app.ui.pages.case_data import CaseView

MakeForm = Callable[[CaseState, date], ActForm]


@dataclass(frozen=True)
class Action:
    """One act: its name (message key `pages-act-<name>`), icon, the command it needs, and when it applies.

    *Shape*: `form` makes the form; without one the page knows what to do (decision, photo). `paper` is made and shown
    when the act is recorded. Acts that end something are `ending` and stand apart.
    """

    name: str
    icon: str
    command: str
    applies: Callable[[CaseView], bool]
    form: MakeForm | None = None
    paper: str = ""
    ending: bool = False


def _waits(to: str) -> Callable[[CaseView], bool]:
    return lambda view: view.state.is_open and to in forms.unanswered(view.state)


def _undecided(view: CaseView) -> bool:
    return bool(view.state.number) and view.state.is_open and final_decision(view.state) is None


def _decided(view: CaseView) -> bool:
    return bool(view.state.decisions)


def _unserved(view: CaseView) -> bool:
    return _decided(view) and view.state.decisions[-1].served_on is None


def _untold(view: CaseView) -> bool:
    return _decided(view) and any(body not in view.state.decisions[-1].told for body in forms.BODIES)


def _without_booklet(view: CaseView) -> bool:
    return view.status == "refugee" and view.state.valid_certificate("refugee") is None


ACTIONS: tuple[Action, ...] = (
    Action("fingerprints", "user-check", "record_answer", _waits("fingerprints"), forms.fingerprints),
    Action("booklet", "id-card", "issue_certificate", _without_booklet, forms.booklet, "refugee_certificate"),
    Action("decision", "gavel", "take_decision", _undecided),
    Action("serve", "check", "serve_decision", _unserved, forms.serve),
    Action("notice", "arrow-right", "send_notice", _untold, forms.notice),
    Action(
        "certificate",
        "shield-check",
        "issue_certificate",
        lambda view: bool(view.state.number) and view.status in {"asylum_seeker", "refused"},
        forms.certificate,
        "certificate",
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
    ),
    Action(
        "answer",
        "inbox",
        "record_answer",
        lambda view: view.state.is_open and any(to != "fingerprints" for to in forms.unanswered(view.state)),
        forms.answer,
    ),
    Action("photo", "camera", "take_photo", lambda view: view.state.is_open),
    Action("note", "pencil", "add_note", lambda _view: True, forms.note),
    Action("withdraw", "log-out", "withdraw_application", _undecided, forms.withdraw, ending=True),
    Action("close", "archive", "hand_over_case", lambda view: view.state.is_open, forms.hand_over, ending=True),
    Action("close", "archive", "close_case", lambda view: view.state.is_open, forms.close, ending=True),
)


def applicable(view: CaseView, desk: Desk) -> tuple[Action, ...]:
    """The acts that this user may do in this case now; in a copy of another workstation's case none."""
    if not view.own:
        return ()
    return tuple(action for action in ACTIONS if desk.allowed(action.command) and action.applies(view))
