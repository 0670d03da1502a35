"""After a decision: appealed, annulled, and what stays open because of it: Art. 15, 8(1)(4), 9(1)(3).

The stay that an appeal protects lives in `stay`, slips of the pen in `slips`, moves and departure in `moves`, closing
and reopening in `closing`.
"""

from datetime import date

from app.base.errors import Refusal
from app.domain import facts as f
from app.domain.case import Appeal, CaseState, Decision, status
from app.domain.closing import DEATH
from app.domain.commands import AnnulDecision, DecideAppeal, LodgeAppeal
from app.domain.intake import Intake, check_not_ahead
from app.domain.moves import has_left
from app.domain.numbered import numbered
from app.domain.reasons import given, stated
from app.domain.stay import NEGATIVE, appeal_calendar, appeal_term, appeals_against, runs_on
from app.domain.task import Task

EFFECTS = {
    "dismissed": {"stands"},
    "withdrawn": {"stands"},
    "not_considered": {"stands"},
    "allowed": {"annulled", "remitted", "restored"},
    "allowed_partly": {"stands", "annulled", "remitted", "restored"},
}
"""Which effects on the decision a result can have."""
ANNULLING = frozenset({"annulled", "remitted"})
LEVELS = ("pre_trial", "court_first", "court_appeal", "court_cassation")
"""In their order: an act is taken to a level above the one that made it."""


def lodge_appeal(known: Intake, state: CaseState, command: LodgeAppeal) -> tuple[f.Fact, ...]:
    """Record that a decision is appealed; a late complaint is accepted and flagged.

    *Law*: L-15, L-8.1.4, L-9.1.3 (Art. 15; APPC, Art. 91, 92), f-10: a termination can be appealed as well. The term
    runs from the day the person learned of the decision, and binds the first complaint only: how long a further level
    may be addressed is not in the Law. A closed file takes an appeal too, and so does a decision that an appeal
    annulled: the other side takes the act to a higher level.
    *Shape*: the newest decision that can be appealed when none is named. The reason of a late appeal may be given
    later, by the same command. *Units*: `appeal.term` in months.
    *Refuses*: `decision.none`, `remedy.decision_unknown`, `appeal.not_appealable`, `remedy.annulled_already`,
    `appeal.body_missing`, `date.future`, `remedy.before_decision`, `appeal.pending_already`.
    """
    decision = _appealable(state, command)
    body = command.body.strip()
    if not body:
        raise Refusal("appeal.body_missing", field="body")
    on = day_after(decision, command.on, known)
    earlier = appeals_against(state, decision.number)
    pending = next((a for a in earlier if a.level == command.level and not a.result), None)
    if pending:
        return (_explained(pending, command),)
    calendar = appeal_calendar(state, decision, known.calendar)
    counted = None if earlier else appeal_term(decision, known.settings, calendar)
    last_day = counted[1].due_on if counted else None
    late_days = max((on - last_day).days, 0) if last_day else 0
    lodged = f.remedies.AppealLodged(
        appeal=known.new_id(),
        decision=decision.number,
        level=command.level,
        body=body,
        on=on,
        last_day=last_day,
        late_days=late_days,
        late_reason=given(command.late_reason, "late_reason") if late_days else "",
        calendar=known.calendar.version,
    )
    return (lodged,)


def _explained(pending: Appeal, command: LodgeAppeal) -> f.Fact:
    """The same late appeal with the reason that was not known when it was lodged; a second one is refused."""
    reason = given(command.late_reason, "late_reason")
    if not reason or not pending.late_days or pending.late_reason or command.on not in {None, pending.on}:
        raise Refusal("appeal.pending_already", field="level")
    return f.remedies.AppealLodged(
        appeal=pending.id,
        decision=pending.decision,
        level=pending.level,
        body=pending.body,
        on=pending.on,
        last_day=pending.last_day,
        late_days=pending.late_days,
        late_reason=reason,
    )


def _appealable(state: CaseState, command: LodgeAppeal) -> Decision:
    """The decision that is named, else the newest that stands and can be appealed, else the newest."""
    if not state.decisions:
        raise Refusal("decision.none", field="case")
    against = [d for d in state.decisions if d.kind in NEGATIVE and d.annulled_on is None]
    newest = against[-1] if against else state.decisions[-1]
    decision = _named(state, command.decision) if command.decision.strip() else newest
    if decision.kind not in NEGATIVE:
        raise Refusal("appeal.not_appealable", field="decision")
    act = _annulling(state, decision)
    if act is None or LEVELS.index(command.level) <= LEVELS.index(act.level):
        _check_standing(decision)
    return decision


def _annulling(state: CaseState, decision: Decision) -> Appeal | None:
    """The appeal by which a decision has no effect."""
    if decision.annulled_on is None or decision.annulled_by == "self":
        return None
    return next((a for a in reversed(appeals_against(state, decision.number)) if a.effect in ANNULLING), None)


def _named(state: CaseState, number: str) -> Decision:
    decision = numbered(state.decisions, number)
    if decision is None:
        raise Refusal("remedy.decision_unknown", field="decision", number=number.strip())
    return decision


def standing(state: CaseState, number: str) -> Decision:
    """A decision by its number, not annulled.

    *Refuses*: `remedy.decision_unknown`, `remedy.annulled_already`.
    """
    decision = _named(state, number)
    _check_standing(decision)
    return decision


def _check_standing(decision: Decision) -> None:
    if decision.annulled_on is not None:
        raise Refusal("remedy.annulled_already", field="decision", since=decision.annulled_on)


def day_after(decision: Decision, typed: date | None, known: Intake) -> date:
    """The day of an act that follows a decision.

    *Refuses*: `date.future`, `remedy.before_decision`.
    """
    on = typed or known.today
    check_not_ahead(on, known.today)
    if on < decision.on:
        raise Refusal("remedy.before_decision", field="on", decided=decision.on)
    return on


def decide_appeal(known: Intake, state: CaseState, command: DecideAppeal, second: str = "") -> tuple[f.Fact, ...]:
    """Record how an appeal was decided, and what follows for the decision.

    *Law*: L-15, f-03, f-31. Annulled or remitted, the decision has no effect from the day on which the act is in force,
    and the status falls back to what it was; the act of a higher body works at once, that of a court from its entry
    into force. Of a court act recorded before that day, the day is added by giving the same outcome again. Of a
    decision that is annulled already only the outcome is recorded; `restored` gives it its effect back, when a higher
    level annuls the act that annulled it. Four eyes unless the decision stands: `second` is who confirmed.
    *Refuses*: `appeal.none`, `appeal.unknown`, `appeal.decided_already`, `appeal.effect_contradicts`, `date.future`,
    `appeal.decided_before`, `appeal.in_force_before`, `appeal.in_force_missing`, `appeal.nothing_to_restore`.
    """
    appeal = _undecided(state, command)
    if command.effect not in EFFECTS[command.result]:
        raise Refusal("appeal.effect_contradicts", field="effect")
    on = command.on or appeal.decided_on or known.today
    check_not_ahead(on, known.today)
    if on < appeal.on:
        raise Refusal("appeal.decided_before", field="on", lodged=appeal.on)
    in_force = _in_force(known, appeal, command, on)
    decision = numbered(state.decisions, appeal.decision)
    if command.effect == "restored" and (decision is None or _annulling(state, decision) is None):
        raise Refusal("appeal.nothing_to_restore", field="effect")
    decided = f.remedies.AppealDecided(
        appeal=appeal.id,
        result=command.result,
        effect=command.effect,
        on=on,
        in_force_on=in_force,
        number=command.number.strip(),
        second=second,
    )
    return (decided,)


def _in_force(known: Intake, appeal: Appeal, command: DecideAppeal, on: date) -> date | None:
    day = command.in_force_on or (on if appeal.level == "pre_trial" else None)
    if day is None:
        if command.effect != "stands":
            raise Refusal("appeal.in_force_missing", field="in_force_on")
        return None
    check_not_ahead(day, known.today, "in_force_on")
    if day < on:
        raise Refusal("appeal.in_force_before", field="in_force_on", decided=on)
    return day


def _undecided(state: CaseState, command: DecideAppeal) -> Appeal:
    """The appeal that is meant: named, or the newest that waits for its outcome or for its day of force."""
    found = [a for a in state.appeals if not command.appeal or a.id == command.appeal]
    if not found:
        raise Refusal("appeal.unknown" if command.appeal else "appeal.none", field="appeal")
    waiting = [a for a in found if not a.result] or [a for a in found if _completes(a, command)]
    if not waiting:
        raise Refusal("appeal.decided_already", field="appeal")
    return waiting[-1]


def _completes(appeal: Appeal, command: DecideAppeal) -> bool:
    """True when only the day of force is added to an outcome that is recorded."""
    same = (appeal.result, appeal.effect) == (command.result, command.effect)
    day = command.on in {None, appeal.decided_on}
    return same and day and appeal.in_force_on is None and command.in_force_on is not None


def annul_decision(known: Intake, state: CaseState, command: AnnulDecision, second: str) -> tuple[f.Fact, ...]:
    """Take back a decision by a further fact; the status falls back to what it was, and nothing is erased.

    *Law*: L-15, f-31. Four eyes: `second` is who confirmed. An application to extend is undecided again.
    *Refuses*: `remedy.decision_unknown`, `remedy.annulled_already`, `remedy.reason_missing`, `reason.too_long`,
    `date.future`, `remedy.before_decision`.
    """
    decision = standing(state, command.decision)
    reason = stated(command.reason, "remedy.reason_missing")
    on = day_after(decision, command.on, known)
    annulled = f.remedies.DecisionAnnulled(number=decision.number, by=command.by, reason=reason, on=on, second=second)
    return (annulled,)


# -- tasks ------------------------------------------------------------------------------------------------------------


def remedy_tasks(state: CaseState) -> tuple[Task, ...]:
    """What stays open because of appeals, annulments, certificates, moves and departure.

    *Law*: L-15, L-11.1a, X-cert, L-8.2.5, L-9.2.3, f-33, L-9.2.2: a task never says that a ground is met.
    """
    about = state.applicant
    current = status(state, date.max)
    found = [*_appeal_tasks(state, about), *_certificate_tasks(state, about, current)]
    move = "L-9.2.3" if current == "refugee" else "L-8.2.5"
    if has_left(state):
        found.append(Task(kind="hand_over_after_move", rule=move, person=about))
    arrived = state.arrived
    if arrived and not any(r.to == "iab_stay" and r.on >= arrived.arrived_on for r in state.requests):
        found.append(Task(kind="iab_stay_after_move", rule="f-33", person=about))
    if current == "refugee" and any(d.for_good and about in d.persons for d in state.departures):
        found.append(Task(kind="departure_for_good", rule="L-9.2.2", person=about))
    return tuple(found)


def tasks_of_the_closed(state: CaseState) -> tuple[Task, ...]:
    """What a file that has ended still asks for: when the person learned of a decision whose appeal term runs on, and
    to be opened again after an appeal that was won since (L-15).
    """
    found = _to_learn(state) if runs_on(state) else []
    won = any(a.after_end and a.effect in ANNULLING and _lacks_effect(state, a.decision) for a in state.appeals)
    if won and state.closed_code != DEATH:
        found.append(Task(kind="reopen_after_appeal", rule="L-15", person=state.applicant))
    return tuple(found)


def _lacks_effect(state: CaseState, number: str) -> bool:
    decision = numbered(state.decisions, number)
    return decision is not None and decision.annulled_on is not None


def _to_learn(state: CaseState) -> list[Task]:
    """The term for an appeal does not begin before it is known when the person learned of the decision (f-17)."""
    return [
        Task(kind="ask_when_learnt", rule="L-15", person=d.person)
        for d in state.decisions
        if d.kind in NEGATIVE and d.annulled_on is None and d.served_on is not None and d.learnt_on is None
    ]


def _appeal_tasks(state: CaseState, about: str) -> list[Task]:
    """A late complaint without a reason, a court act whose day of force is not known, a decision to take again."""
    tasks = _to_learn(state)
    if any(a.late_days and not a.late_reason and not a.result for a in state.appeals):
        tasks.append(Task(kind="explain_late_appeal", rule="L-15", person=about))
    if any(a.result in {"dismissed", "allowed_partly"} and a.in_force_on is None for a in state.appeals):
        tasks.append(Task(kind="appeal_in_force", rule="f-03", person=about))
    final = [d for d in state.decisions if d.kind in {"grant", "grant_derivative", "refuse"}]
    if final and all(d.annulled_on for d in final):
        tasks.append(Task(kind="decide_again", rule="L-11.1a", person=about))
    return tasks


def _certificate_tasks(state: CaseState, about: str, current: str) -> list[Task]:
    """A new certificate in place of one that ended, and a refugee certificate that outlived the decision behind it."""
    tasks = []
    wanted = {"asylum_seeker": ("asylum", "X-cert"), "refugee": ("refugee", "L-11.5b")}.get(current)
    if wanted:
        kind, rule = wanted
        held = [c for c in state.certificates if c.kind == kind and c.holder == about]
        if held and all(c.ended for c in held):
            tasks.append(Task(kind="replace_certificate", rule=rule, person=about))
    if current in {"asylum_seeker", "refused"} and state.valid_certificate("refugee"):
        tasks.append(Task(kind="take_back_refugee_certificate", rule="L-11.5b", person=about))
    return tasks
