"""Slips of the pen in a decision: what may be corrected, and what is decided anew instead (L-11.5a).

Data of a person are corrected in `corrections`, annulment lives in `remedies`.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from app.base.errors import Refusal
from app.domain import facts as f
from app.domain.case import CaseState, Decision
from app.domain.commands import CorrectDecision
from app.domain.endings import check_grounds
from app.domain.extensions import STATUS_GIVEN
from app.domain.grounds import Article
from app.domain.intake import Intake
from app.domain.reasons import stated
from app.domain.remedies import day_after, standing
from app.domain.terms import add_months

ARTICLES: dict[str, Article] = {"refuse": 12, "deprive": 13, "terminate": 14}
ONE_DAY = timedelta(days=1)


def correct_decision(known: Intake, state: CaseState, command: CorrectDecision) -> tuple[f.Fact, ...]:
    """Correct a slip of the pen in a decision; its kind, whom it covers, its term and its grounds never change.

    *Law*: L-11.5a, L-11.5c, f-08, f-42: the term stays one year from where it begins. What was decided wrongly is
    annulled, not corrected.
    *Refuses*: `remedy.decision_unknown`, `remedy.annulled_already`, `remedy.reason_missing`, `reason.too_long`,
    `date.future`, `remedy.before_decision`, `correction.nothing`, `correction.no_term`, `correction.dates`,
    `correction.grounds`, `extension.reason_missing`, and as `endings.check_grounds`.
    """
    decision = standing(state, command.decision)
    reason = stated(command.reason, "remedy.reason_missing")
    on = day_after(decision, command.on, known)
    fields = ("from_on", "to_on", "note", "grounds")
    given = {name: value for name in fields if (value := getattr(command, name)) is not None}
    changed = {name: value for name, value in given.items() if value != getattr(decision, name)}
    if not changed:
        raise Refusal("correction.nothing", field="note")
    _check_term(state, decision, command)
    if decision.kind == "refuse_extend" and command.note is not None:
        stated(command.note, "extension.reason_missing", "note")
    if command.grounds is not None:
        _check_grounds(decision, command)
    return (f.remedies.DecisionCorrected(number=decision.number, reason=reason, on=on, **changed),)


def _check_term(state: CaseState, decision: Decision, command: CorrectDecision) -> None:
    if command.from_on is None and command.to_on is None:
        return
    if decision.from_on is None or decision.to_on is None:
        raise Refusal("correction.no_term", field="to_on")
    start = command.from_on or decision.from_on
    if start != decision.from_on and start not in set(_beginnings(state, decision)):
        raise Refusal("correction.dates", field="from_on")
    end = command.to_on or decision.to_on
    year = add_months(start, 12)
    # Both conventions of f-08: which one held on the day of the decision is not recorded. A paper file may give less.
    if not (start < end <= year if decision.from_paper else end in {year, year - ONE_DAY}):
        raise Refusal("correction.dates", field="to_on")


def _beginnings(state: CaseState, decision: Decision) -> Iterator[date]:
    """Where the term of a decision may begin: on its day, or at the previous end, or on the day after it (f-42)."""
    if decision.carried:
        return
    if decision.kind != "extend":
        yield decision.on
        return
    for before in reversed(state.decisions[: state.decisions.index(decision)]):
        given = before.kind in STATUS_GIVEN and before.annulled_on is None and decision.person in before.covers
        if given and before.to_on:
            yield before.to_on
            if before.to_on < date.max:
                yield before.to_on + ONE_DAY
            return


def _check_grounds(decision: Decision, command: CorrectDecision) -> None:
    """Refuse other grounds, other parts of them, or one without its reasoning; a part that lacks may be named."""
    grounds = command.grounds or ()
    same = sorted(g.code for g in grounds) == sorted(g.code for g in decision.grounds)
    if not same or not all(g.reason.strip() for g in grounds):
        raise Refusal("correction.grounds", field="grounds")
    article = ARTICLES.get(decision.kind)
    if article is not None:
        check_grounds(grounds, decision.on, article=article)
    kept = {(g.code, g.subcode) for g in decision.grounds if g.subcode}
    if not kept <= {(g.code, g.subcode) for g in grounds}:
        raise Refusal("correction.grounds", field="grounds")
