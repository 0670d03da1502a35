"""The acts of the days after registration: duties, hearing, extension, appeals, families, moves; when each applies."""

from collections.abc import Callable
from datetime import date

from app.domain.case import status
from app.domain.closing import valid_certificates
from app.domain.extensions import first_ruling
from app.domain.moves import has_left
from app.ui.pages import case_forms_appeals as appeals
from app.ui.pages import case_forms_file as file
from app.ui.pages import case_forms_later as later
from app.ui.pages import case_forms_moves as moves
from app.ui.pages import case_forms_remedies as remedies
from app.ui.pages.case_action import Action, MakeForm
from app.ui.pages.case_data import CaseView

Applies = Callable[[CaseView], bool]


def _open(view: CaseView) -> bool:
    return view.state.is_open


def _registered(view: CaseView) -> bool:
    return view.state.is_open and view.state.registered_on is not None


def _intended(view: CaseView) -> bool:
    state = view.state
    return view.status == "intention" and state.registered_on is None and not state.decisions


def _waits(*kinds: str) -> Applies:
    return lambda view: any(task.kind in kinds for task in view.tasks)


def _term_end(view: CaseView) -> date | None:
    """The last day of the status held in this file, when there is one to extend."""
    ruling = first_ruling(view.state, view.today) if view.state.is_open else None
    return ruling.to_on if ruling is not None and view.state.pending_extension is None else None


def _extendable(view: CaseView) -> bool:
    return _term_end(view) is not None


def _run_out(view: CaseView) -> bool:
    end = _term_end(view)
    return end is not None and end < view.today


def _extension_waits(view: CaseView) -> bool:
    return view.state.is_open and view.state.pending_extension is not None


def _extension_decidable(view: CaseView) -> bool:
    return _extension_waits(view) and first_ruling(view.state, view.today) is not None


def _appealable(view: CaseView) -> bool:
    newest = appeals.appealable(view.state)[:1]
    waiting = {a.decision for a in appeals.undecided_appeals(view.state)}
    return bool(newest) and newest[0].number not in waiting


def _subject(view: CaseView) -> bool:
    """True while the person has the rights of which the leaflet tells."""
    return _open(view) and status(view.state, view.today) in {
        "intention",
        "asylum_seeker",
        "refused",
        "refugee",
        "expired_extension_pending",
    }


def _stages_left(view: CaseView) -> bool:
    left = set(file.RECORDED_STAGES) - set(view.state.stages)
    return _registered(view) and not view.state.decisions and bool(left)


def _here(view: CaseView) -> bool:
    return _registered(view) and not has_left(view.state)


def _act(
    name: str, icon: str, command: str, applies: Applies, form: MakeForm, *settles: str, ending: bool = False
) -> Action:
    return Action(name, icon, command, applies, form, ending=ending, settles=settles, area="acts")


LATER: tuple[Action, ...] = (
    _act("register", "file-check", "register_lodged", _intended, file.register, "detention", "stage_register"),
    _act(
        "extension_decision", "gavel", "take_decision", _extension_decidable, remedies.extension_decision,
        "extension_decision", "own_grounds", "status_expiry",
    ),
    _act(
        "extension", "calendar", "lodge_extension", _extendable, remedies.extension,
        "extension_application", "status_expiry",
    ),
    _act("lapse", "clock", "record_lapse", _run_out, remedies.lapse, "status_expiry"),
    _act(
        "decide_child", "gavel", "take_decision", lambda v: bool(moves.undecided_children(v.state)),
        moves.decide_child, "decide_on_child",
    ),
    _act(
        "own_file", "user-plus", "give_own_file",
        lambda v: v.state.is_open and bool(moves.come_of_age(v.state, v.today)), moves.own_file, "majority",
    ),
    _act(
        "appeal_decision", "gavel", "decide_appeal", lambda v: bool(appeals.undecided_appeals(v.state)),
        appeals.appeal_decision,
    ),
    _act(
        "appeal_reason", "pencil", "lodge_appeal", lambda v: bool(appeals.unexplained(v.state)),
        appeals.appeal_reason, "explain_late_appeal",
    ),
    _act(
        "appeal_force", "calendar", "decide_appeal", lambda v: bool(appeals.without_force(v.state)),
        appeals.appeal_force, "appeal_in_force",
    ),
    _act(
        "learnt", "calendar", "serve_decision", lambda v: bool(appeals.unlearnt(v.state)),
        appeals.learnt, "ask_when_learnt",
    ),
    _act(
        "reopen", "rotate-ccw", "reopen_case", _waits("reopen_after_appeal"), appeals.reopen, "reopen_after_appeal"
    ),
    _act("appeal", "inbox", "lodge_appeal", _appealable, appeals.appeal, "appeal_term"),
    _act("leaflet", "book-open", "give_leaflet", _subject, later.leaflet, "leaflet"),
    _act("interpreter", "languages", "engage_interpreter", _open, later.interpreter, "interpreter"),
    _act("representative", "user-check", "name_representative", _open, later.representative, "guardian"),
    _act("interview", "pencil", "hold_interview", _registered, later.interview),
    _act(
        "evidence", "paperclip", "add_evidence", _open, later.evidence,
        "best_interests", "family_link", "review_family",
    ),
    _act("document", "file-text", "show_document", _open, file.document),
    _act(
        "citizenship", "map-pin", "correct_person", _waits("establish_citizenship"), file.citizenship,
        "establish_citizenship",
    ),
    _act(
        "request", "arrow-right", "record_request", _open, file.request,
        "refer_guardian", "iab_stay_after_move", "stage_nsc_request", "awaiting_tracing",
    ),
    _act(
        "certificate_end", "id-card", "end_certificate", lambda v: bool(valid_certificates(v.state)),
        remedies.certificate_end, "take_back_certificate", "take_back_refugee_certificate",
    ),
    _act(
        "lateness", "clock", "explain_lateness", _waits("late_reason", "late_extension_reason"), file.lateness,
        "late_reason", "late_extension_reason",
    ),
    _act("stage", "list-checks", "do_stage", _stages_left, file.stage, "stage_check"),
    _act("assign", "user", "assign_case", _open, file.assign, "stage_assign"),
    _act("departure", "log-out", "announce_departure", _registered, moves.departure),
    _act("leave", "map-pin", "leave_record", _here, moves.leave),
    _act("arrive", "map-pin", "enter_record", _registered, moves.arrive, "record_after_move"),
    _act(
        "extension_withdrawn", "rotate-ccw", "withdraw_application", _extension_waits, remedies.extension_withdrawn
    ),
)  # fmt: skip
