"""Taking a decision on an application: pages, what is wrong with each, the command. No Qt.

The rules are asked as they stand in `domain.decisions`, on the case as it is; nothing here proposes a ground.
*Law*: L-10.6c, L-11.1a, L-11.1b, L-11.2b, L-11.3, L-12.
"""

from datetime import date
from typing import Any, NamedTuple, cast

from app.base.errors import Refusal
from app.domain import decisions, grounds
from app.domain.case import CaseState
from app.domain.commands import PostponeConsideration, RecordAnswer, TakeDecision
from app.domain.decisions import Family, fingerprint_state
from app.domain.facts.values import DecisionKind, GroundChosen, Override
from app.domain.grounds import Ground
from app.domain.intake import Intake
from app.domain.rules import fingerprints_from, rules_for_decision
from app.flows.typed import Problems, Values, day, show_day, word

FLOW = "take_decision"
PAGES = ("kind", "reasons", "review")
KINDS = ("grant", "grant_derivative", "refuse", "postpone")
_GRANTS = ("grant", "grant_derivative")


class Matter(NamedTuple):
    """What a decision is taken on: the case, and what is known of the family."""

    state: CaseState
    family: Family = Family()


def empty(matter: Matter, today: date) -> dict[str, Any]:
    """The values of a new decision: of today, on the applicant and all the minors; the kind is left open."""
    return {"kind": "", "on": show_day(today), "covers": [person.id for person in matter.state.present], "grounds": []}


def pages(_values: Values) -> tuple[str, ...]:
    """The pages in order."""
    return PAGES


def decided_on(values: Values, known: Intake) -> date:
    """The date of the decision; today where none or no date was typed."""
    try:
        return day(values, "on") or known.today
    except Refusal:
        return known.today


def offered(values: Values, matter: Matter, known: Intake, *, restricted: bool) -> tuple[Ground, ...]:
    """The grounds of Art. 12 to choose from on the date of the decision; restricted ones only for the commission."""
    found = grounds.offered(decided_on(values, known), fingerprint_state(matter.state))
    return tuple(ground for ground in found if restricted or ground.level != "restricted")


def postponement_limits(values: Values, matter: Matter, known: Intake) -> tuple[date, date]:
    """The strict and the hard limit of a postponement (f-04)."""
    return decisions.postponement_limits(matter.state, decided_on(values, known))


def override_offered(values: Values, matter: Matter, known: Intake) -> bool:
    """True for a case registered before 2024: the commission may set the fingerprint condition aside (f-16)."""
    registered = matter.state.registered_on
    blocked = rules_for_decision(decided_on(values, known)).fingerprint_condition and fingerprint_state(
        matter.state
    ) not in {
        "done",
        "not_required",
    }
    return blocked and registered is not None and registered < fingerprints_from()


def blocked_by_fingerprints(values: Values, matter: Matter, known: Intake) -> bool:
    """True when a grant on this date waits for the fingerprint registration (L-10.6c, L-11.1a)."""
    if word(values, "kind") not in _GRANTS or not rules_for_decision(decided_on(values, known)).fingerprint_condition:
        return False
    overridden = override_offered(values, matter, known) and word(values, "override_reason")
    return fingerprint_state(matter.state) not in {"done", "not_required"} and not overridden


def awaits_tracing(matter: Matter) -> bool:
    """True for an unaccompanied minor about whose parents nothing was heard yet (L-11.3): a warning, no bar."""
    request = matter.state.request_for("tracing")
    return matter.state.unaccompanied and (request is None or request.answer is None)


def grounds_of(values: Values) -> list[dict[str, Any]]:
    """The chosen grounds as typed: code, subcode, reason. What was written to a ground that is not chosen stays."""
    rows = cast("list[dict[str, Any]]", values.get("grounds", []))
    return [row for row in rows if row.get("chosen")]


def ground_row(values: dict[str, Any], code: str) -> dict[str, Any]:
    """The row of a ground in the draft, chosen or not; a new one is not chosen."""
    rows = cast("list[dict[str, Any]]", values.setdefault("grounds", []))
    row = next((row for row in rows if row["code"] == code), None)
    if row is None:
        row = {"code": code, "chosen": False, "reason": "", "subcode": ""}
        rows.append(row)
    return row


def problems(values: Values, page: str, matter: Matter, known: Intake) -> Problems:
    """What stands against leaving a page, by field; a ground by its code."""
    found = Problems()
    if page in {"kind", "review"}:
        _kind_problems(values, matter, known, found)
    if page in {"reasons", "review"}:
        _reason_problems(values, matter, known, found)
    return found


def _kind_problems(values: Values, matter: Matter, known: Intake, found: Problems) -> None:
    if word(values, "kind") not in KINDS:
        found.put("kind", Refusal("intake.required"))
    found.take("on", lambda: day(values, "on"))
    if found:
        return
    refusal = _asked(values, matter, known)
    if refusal and refusal.field in {"", "kind", "on"}:
        found.put(refusal.field or "kind", refusal)
    elif refusal and refusal.field == "override":
        found.put("override_reason", refusal)


def _reason_problems(values: Values, matter: Matter, known: Intake, found: Problems) -> None:
    kind = word(values, "kind")
    if kind == "postpone":
        if not word(values, "until"):
            found.put("until", Refusal("intake.required"))
        found.take("until", lambda: day(values, "until"))
        if not word(values, "reason"):
            found.put("reason", Refusal("postponement.reason"))
    elif not values.get("covers"):
        found.put("covers", Refusal("intake.covers"))
    if kind == "refuse":
        for ground in grounds_of(values):
            if not word(ground, "reason"):
                found.put(ground["code"], Refusal("decision.reason_missing", code=ground["code"]))
    if found:
        return
    refusal = _asked(values, matter, known)
    if refusal and refusal.field not in {"", "kind", "on", "override"}:
        found.put(refusal.field, refusal)


def _asked(values: Values, matter: Matter, known: Intake) -> Refusal | None:
    """What the rule itself says of the decision as it stands."""
    try:
        asked = command(values, matter, known)
        if isinstance(asked, PostponeConsideration):
            decisions.postpone(known, matter.state, asked)
        else:
            decisions.decide(known, matter.state, asked, matter.family)
    except Refusal as refusal:
        return refusal
    return None


def answer(values: Values, matter: Matter) -> RecordAnswer:
    """The answer to the fingerprint referral, as typed beside a grant that waits for it."""
    return RecordAnswer(
        case=matter.state.id,
        to="fingerprints",
        result=cast("Any", word(values, "answer_result") or "done"),
        reason=word(values, "answer_reason"),
        basis=word(values, "answer_basis"),
        confirmed_by=word(values, "answer_confirmed"),
        reference=word(values, "answer_reference"),
    )


def page_of(field: str) -> str:
    """The page on which a field stands."""
    return "kind" if field in {"", "kind", "on", "override_reason"} or field.startswith("answer_") else "reasons"


def command(values: Values, matter: Matter, known: Intake) -> TakeDecision | PostponeConsideration:
    """The command of a draft.

    *Refuses*: `intake.required` for a postponement without a date, and dates that cannot be read.
    """
    case, on, kind = matter.state.id, day(values, "on"), word(values, "kind")
    if kind == "postpone":
        until = day(values, "until")
        if until is None:
            raise Refusal("intake.required", field="until")
        return PostponeConsideration(case=case, until=until, reason=word(values, "reason"), on=on)
    return TakeDecision(
        case=case,
        kind=cast("DecisionKind", kind),
        on=on,
        covers=tuple(values.get("covers") or ()),
        grounds=_chosen_grounds(values) if kind == "refuse" else (),
        override=_override(values, matter, known) if kind in _GRANTS else None,
        note=word(values, "note"),
    )


def _chosen_grounds(values: Values) -> tuple[GroundChosen, ...]:
    return tuple(
        GroundChosen(code=row["code"], reason=word(row, "reason"), subcode=word(row, "subcode"))
        for row in grounds_of(values)
    )


def _override(values: Values, matter: Matter, known: Intake) -> Override | None:
    reason = word(values, "override_reason")
    if not reason or not override_offered(values, matter, known):
        return None
    return Override(rule="decision.fingerprints_open", reason=reason)
