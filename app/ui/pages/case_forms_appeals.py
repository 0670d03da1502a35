"""The small forms of appeals: lodged, explained, decided, in force; and how an appeal is told in one line."""

from datetime import date
from typing import Literal

from app.base.errors import Refusal
from app.domain.case import Appeal, CaseState, Decision
from app.domain.commands import DecideAppeal, LodgeAppeal, ReopenCase, ServeDecision
from app.domain.remedies import ANNULLING, LEVELS
from app.domain.stay import NEGATIVE, appeals_against
from app.ui import tr
from app.ui.binding import Field
from app.ui.editors.editor import Option
from app.ui.pages import wording
from app.ui.pages.act_dialog import ActForm
from app.ui.pages.case_fields import Values, chosen, date_of, day, required_date, text_of

_RESULTS = ("dismissed", "allowed", "allowed_partly", "withdrawn", "not_considered")
_WITH_EFFECT = {"allowed", "allowed_partly"}
"""Only with these results is there a choice of what becomes of the decision."""


def appealable(state: CaseState) -> tuple[Decision, ...]:
    """The decisions that can be appealed, newest first; also one that an appeal annulled, at a higher level (L-15)."""
    negative = (d for d in reversed(state.decisions) if d.kind in NEGATIVE)
    return tuple(d for d in negative if d.annulled_on is None or _levels_left(state, d))


def _levels_left(state: CaseState, decision: Decision) -> tuple[str, ...]:
    """The levels at which a decision may be appealed now: above the act that annulled it, else any."""
    if decision.annulled_on is None:
        return LEVELS
    acts = [a for a in appeals_against(state, decision.number) if a.effect in ANNULLING]
    above = LEVELS.index(acts[-1].level) + 1 if acts else len(LEVELS)
    return LEVELS[above:] if decision.annulled_by != "self" else ()


def undecided_appeals(state: CaseState) -> tuple[Appeal, ...]:
    """The appeals without an outcome, newest first."""
    return tuple(a for a in reversed(state.appeals) if not a.result)


def without_force(state: CaseState) -> tuple[Appeal, ...]:
    """The appeals whose act is recorded, but not when it came into force (f-03)."""
    decided = (a for a in reversed(state.appeals) if a.result in {"dismissed", "allowed_partly"})
    return tuple(a for a in decided if a.in_force_on is None)


def unexplained(state: CaseState) -> tuple[Appeal, ...]:
    """The late appeals of which nobody has said why they were late (L-15)."""
    return tuple(a for a in undecided_appeals(state) if a.late_days and not a.late_reason)


def appeal_text(appeal: Appeal) -> str:
    """An appeal in one line: its level, the day, and how it ended."""
    level = wording.capital(tr.tr(f"acts-appeal-level-{appeal.level.replace('_', '-')}"))
    parts = [level, wording.day(appeal.on)]
    if appeal.result:
        parts.append(tr.tr(f"acts-appeal-result-{appeal.result.replace('_', '-')}"))
    return " · ".join(parts)


def _one_of(appeals: tuple[Appeal, ...]) -> tuple[Field, ...]:
    if len(appeals) < 2:
        return ()
    return (
        Field(
            "appeal",
            "acts-appeal-which",
            "choice",
            required=True,
            span=0,
            options=lambda: [Option(a.id, appeal_text(a)) for a in appeals],
        ),
    )


def _decision_field(decisions: tuple[Decision, ...]) -> tuple[Field, ...]:
    if len(decisions) < 2:
        return ()

    def choices() -> list[Option]:
        return [Option(d.number, f"{d.number} · {wording.day(d.on)}") for d in decisions]

    return (Field("decision", "acts-appeal-decision-which", "choice", required=True, span=0, options=choices),)


def appeal(state: CaseState, today: date) -> ActForm:
    """A decision is appealed; late is flagged and accepted (L-15, f-10)."""
    decisions = appealable(state)
    fields = (
        *_decision_field(decisions),
        Field("level", "acts-appeal-level", "choice", required=True, options=_levels),
        day("on", "acts-appeal-on"),
        Field("body", "acts-appeal-body", span=0, required=True, max_length=200),
        Field("late_reason", "acts-late-reason", span=0, max_length=300),
    )
    return ActForm(
        "acts-appeal",
        fields,
        {"decision": decisions[0].number, "level": _levels_left(state, decisions[0])[0], "on": today.isoformat()},
        lambda v: LodgeAppeal(
            case=state.id,
            level=chosen(v, "level"),  # type: ignore[arg-type]
            body=text_of(v, "body"),
            decision=text_of(v, "decision"),
            on=date_of(v, "on"),
            late_reason=text_of(v, "late_reason"),
        ),
    )


def _levels() -> list[Option]:
    return wording.choices("acts-appeal-level", LEVELS)


def appeal_reason(state: CaseState, _today: date) -> ActForm:
    """Why an appeal was lodged late became known (L-15)."""
    late = unexplained(state)[0]
    return ActForm(
        "acts-appeal-reason",
        (Field("late_reason", "acts-late-reason", span=0, required=True, max_length=300),),
        {},
        lambda v: LodgeAppeal(
            case=state.id,
            level=late.level,
            body=late.body,
            decision=late.decision,
            on=late.on,
            late_reason=_needed(v, "late_reason"),
        ),
    )


def _needed(values: Values, name: str) -> str:
    found = text_of(values, name)
    if not found:
        raise Refusal("acts.reason_missing", field=name)
    return found


def appeal_decision(state: CaseState, today: date) -> ActForm:
    """An appeal was decided, with what becomes of the decision (L-15, f-31); four eyes unless the decision stands."""
    waiting = undecided_appeals(state)

    def command(v: Values) -> DecideAppeal:
        result = chosen(v, "result")
        return DecideAppeal(
            case=state.id,
            result=result,  # type: ignore[arg-type]
            effect=_effect(v),  # type: ignore[arg-type]
            appeal=text_of(v, "appeal"),
            on=date_of(v, "on"),
            in_force_on=date_of(v, "in_force_on"),
            number=text_of(v, "number"),
            second=text_of(v, "second") if _effect(v) != "stands" else "",
        )

    values = {"appeal": waiting[0].id, "result": "", "effect": "annulled", "on": today.isoformat()}
    return ActForm("acts-appeal-decision", _outcome(state, waiting), values, command)


def _effect(values: Values) -> str:
    return chosen(values, "effect") if values.get("result") in _WITH_EFFECT else "stands"


def _outcome(state: CaseState, waiting: tuple[Appeal, ...]) -> tuple[Field, ...]:
    annulled = {d.number for d in state.decisions if d.annulled_on is not None}
    effects = ("annulled", "remitted", "stands", *(("restored",) if {a.decision for a in waiting} & annulled else ()))
    effect = Field(
        "effect",
        "acts-appeal-effect",
        "segments",
        span=0,
        options=lambda: wording.choices("acts-appeal-effect", effects),
        shown_when=lambda v: v.get("result") in _WITH_EFFECT,
    )
    second = Field(
        "second",
        "law-remedies-close-second",
        span=0,
        required=True,
        max_length=60,
        hint="acts-assign-user-hint",
        shown_when=lambda v: bool(v.get("result")) and _effect(v) != "stands",
    )
    return (
        *_one_of(waiting),
        Field("result", "acts-appeal-result", "choice", required=True, options=_results),
        day("on", "pages-on"),
        Field("number", "acts-appeal-number", max_length=60),
        day("in_force_on", "acts-appeal-force-on", hint="acts-appeal-force-hint"),
        effect,
        second,
    )


def _results() -> list[Option]:
    return wording.choices("acts-appeal-result", _RESULTS)


def appeal_force(state: CaseState, _today: date) -> ActForm:
    """The day on which the act on an appeal came into force became known (f-03)."""
    waiting = without_force(state)
    known = {a.id: a for a in waiting}

    def command(v: Values) -> DecideAppeal:
        decided = known[text_of(v, "appeal")]
        return DecideAppeal(
            case=state.id,
            appeal=decided.id,
            result=decided.result,  # type: ignore[arg-type]
            effect=decided.effect,  # type: ignore[arg-type]
            in_force_on=required_date(v, "in_force_on"),
        )

    fields = (*_one_of(waiting), day("in_force_on", "acts-appeal-force-on", required=True))
    return ActForm("acts-appeal-force", fields, {"appeal": waiting[0].id}, command)


def learnt(state: CaseState, today: date) -> ActForm:
    """When the person learned of a decision whose copy was sent became known: the appeal term begins (L-15, f-17)."""
    asked = unlearnt(state)[0]
    fields = (
        day("learnt_on", "pages-serve-learnt", required=True),
        Field("way", "pages-serve-way", "segments", options=_ways, span=0),
        Field("proof", "pages-serve-proof", span=0, max_length=200),
    )
    return ActForm(
        "acts-learnt",
        fields,
        {"learnt_on": today.isoformat(), "way": "post"},
        lambda v: ServeDecision(
            case=state.id,
            decision=asked.number,
            way=chosen(v, "way"),  # type: ignore[arg-type]
            on=asked.served_on,
            learnt_on=required_date(v, "learnt_on"),
            proof=text_of(v, "proof"),
        ),
    )


def _ways() -> list[Option]:
    return wording.choices("served-way", ("hand", "post"))


def unlearnt(state: CaseState) -> tuple[Decision, ...]:
    """The decisions whose copy went out, but of which nobody knows when the person learned of them."""
    found = (d for d in reversed(state.decisions) if d.kind in NEGATIVE and d.annulled_on is None)
    return tuple(d for d in found if d.served_on is not None and d.learnt_on is None)


def reopen(state: CaseState, today: date) -> ActForm:
    """A file that ended is opened again, because an appeal was won since; a second person confirms (L-15)."""
    what: Literal["closing", "withdrawal"] = "withdrawal" if state.closed_on is None else "closing"
    fields = (
        day("on", "pages-on"),
        Field("second", "law-remedies-close-second", required=True, max_length=60, hint="acts-assign-user-hint"),
        Field("reason", "pages-reason", span=0, required=True, max_length=300),
    )
    return ActForm(
        "acts-reopen",
        fields,
        {"on": today.isoformat()},
        lambda v: ReopenCase(
            case=state.id,
            what=what,
            reason=text_of(v, "reason"),
            on=date_of(v, "on"),
            second=text_of(v, "second"),
        ),
    )
