"""Decisions and numbers as they stand in a paper file that is taken over: what is possible, and the facts.

The file itself is `taken_over`; decisions of this program are `decisions`.
"""

from collections.abc import Callable, Iterable
from datetime import date

from app.base.errors import Refusal
from app.domain import facts as f
from app.domain import grounds, numbers
from app.domain.commands import PaperDecision, TakeOver
from app.domain.facts.values import Override
from app.domain.intake import Intake, NumberKind, check_not_ahead
from app.domain.rules import fingerprints_from
from app.domain.terms import Term, count

FIVE_WORKING_DAYS = Term("working_days", 5)
"""Of the notices and copies after a decision (L-10.8, L-11.6)."""
GRANTS = frozenset({"grant", "grant_derivative"})
GIVES = GRANTS | {"extend"}
ENDS = frozenset({"refuse", "deprive", "terminate"})
ARTICLES: dict[str, grounds.Article] = {"refuse": 12, "deprive": 13, "terminate": 14}


def check_number(known: Intake, typed: str, field: str, kind: NumberKind) -> str:
    """A number as it stands on paper, kept as it is; it leads to one file among the numbers of its kind.

    *Refuses*: `taken_over.number_missing`, `taken_over.own_number` (a file with a number of this program comes by
    exchange, and its counter must not be moved), `application.number_used`.
    """
    number = typed.strip()
    if not number:
        raise Refusal("taken_over.number_missing", field=field)
    if _is_own(number):
        raise Refusal("taken_over.own_number", field=field, number=number)
    used = known.number_used(number, kind)
    if used:
        raise Refusal("application.number_used", field=field, number=number, case=used)
    return number


def _is_own(number: str) -> bool:
    """True for a number of the form that this program gives, also with a wrong check digit."""
    try:
        numbers.parse(number)
    except Refusal as refusal:
        return refusal.rule == "number.check_digit"
    return True


def check_decisions(known: Intake, command: TakeOver) -> None:
    """Refuse decisions that cannot have followed from one another on their days.

    *Law*: L-11.5a, L-11.5c, L-12, L-13.1, L-14.1, L-10.6c.
    *Refuses*: `date.future`, `decision.before_registration`, `taken_over.number_missing`, `taken_over.number_twice`,
    `taken_over.sequence`, as `_check_term`, `_check_grounds`, `_check_fingerprints` and `_check_annulment`.
    """
    seen: set[str] = set()
    before: list[PaperDecision] = []
    for row, paper in in_order(command):
        field = f"decisions.{row}"
        check_not_ahead(paper.on, known.today, f"{field}.on")
        if paper.on < command.registered_on:
            raise Refusal("decision.before_registration", field=f"{field}.on")
        number = paper.number.strip()
        if not number or number in seen:
            raise Refusal(
                "taken_over.number_twice" if number else "taken_over.number_missing",
                field=f"{field}.number",
                number=number,
            )
        seen.add(number)
        standing = [d for d in before if _stands(d, paper.on)]
        if not _follows(paper, standing):
            raise Refusal("taken_over.sequence", field=f"{field}.kind", on=paper.on)
        _check_term(paper, standing, field)
        _check_grounds(paper, field)
        _check_fingerprints(paper, command.fingerprints_on, field)
        _check_annulment(known, paper, field)
        before.append(paper)


def in_order(command: TakeOver) -> list[tuple[int, PaperDecision]]:
    """The decisions in the order of their days, each with its place in the command."""
    return sorted(enumerate(command.decisions), key=lambda entry: entry[1].on)


def _stands(paper: PaperDecision, on: date) -> bool:
    """True while a decision has effect: up to the day on which it was annulled (L-15)."""
    return paper.annulled_on is None or on < paper.annulled_on


def _check_annulment(known: Intake, paper: PaperDecision, field: str) -> None:
    """Refuse an annulment without its day or without who annulled, and one on a day on which it cannot have been.

    *Law*: L-15, f-31. *Refuses*: `taken_over.annulment`, `date.future`, `taken_over.order`.
    """
    if paper.annulled_on is None:
        if paper.annulled_by:
            raise Refusal("taken_over.annulment", field=f"{field}.annulled_on")
        return
    if not paper.annulled_by:
        raise Refusal("taken_over.annulment", field=f"{field}.annulled_by")
    check_not_ahead(paper.annulled_on, known.today, f"{field}.annulled_on")
    if paper.annulled_on < paper.on:
        raise Refusal("taken_over.order", field=f"{field}.annulled_on", first=paper.on, last=known.today)


def check_postponements(known: Intake, command: TakeOver) -> None:
    """Refuse a postponement that cannot have been on its day; the limits of today do not judge it.

    *Law*: L-11.1b. *Refuses*: `date.future`, `decision.before_registration`, `decision.taken_already`,
    `postponement.reason`, `postponement.until`, `taken_over.number_missing`, `taken_over.number_twice`.
    """
    seen = {decision.number.strip() for decision in command.decisions}
    for row, paper in enumerate(command.postponements):
        field = f"postponements.{row}"
        check_not_ahead(paper.on, known.today, f"{field}.on")
        if paper.on < command.registered_on:
            raise Refusal("decision.before_registration", field=f"{field}.on")
        if any(d.on < paper.on and _stands(d, paper.on) for d in command.decisions):
            raise Refusal("decision.taken_already", field=f"{field}.on")
        if not paper.reason.strip():
            raise Refusal("postponement.reason", field=f"{field}.reason")
        if paper.until <= paper.on:
            raise Refusal("postponement.until", field=f"{field}.until")
        number = paper.number.strip()
        if not number or number in seen:
            missing = "taken_over.number_twice" if number else "taken_over.number_missing"
            raise Refusal(missing, field=f"{field}.number", number=number)
        seen.add(number)


def postponement_facts(known: Intake, command: TakeOver) -> list[f.case.ConsiderationPostponed]:
    """The postponements as facts, in the order of their days."""
    return [
        f.case.ConsiderationPostponed(
            number=paper.number.strip(),
            on=paper.on,
            until=paper.until,
            reason=paper.reason.strip(),
            calendar=known.calendar.version,
        )
        for paper in sorted(command.postponements, key=lambda paper: paper.on)
    ]


def _follows(paper: PaperDecision, before: list[PaperDecision]) -> bool:
    """True when a decision of this kind can come after the earlier ones."""
    if not before:
        return paper.kind in GRANTS | {"refuse"}
    return before[-1].kind not in ENDS and paper.kind not in GRANTS | {"refuse"}


def _check_term(paper: PaperDecision, before: list[PaperDecision], field: str) -> None:
    """Refuse a status without its last day, with one that lies before it, and a last day where no status is given.

    *Refuses*: `taken_over.status_end`, `taken_over.no_status_end`.
    """
    if paper.kind not in GIVES:
        if paper.to_on:
            raise Refusal("taken_over.no_status_end", field=f"{field}.to_on")
        return
    ends = [d.to_on for d in before if d.to_on]
    starts = max([paper.on, *ends]) if paper.kind == "extend" else paper.on
    if paper.to_on is None or paper.to_on <= starts:
        raise Refusal("taken_over.status_end", field=f"{field}.to_on", start=starts)


def _check_grounds(paper: PaperDecision, field: str) -> None:
    """Refuse a negative decision without the ground and the reason it rested on, and grounds of a positive one.

    *Refuses*: as `grounds.check_choice`, and `taken_over.grounds_not_here`.
    """
    article = ARTICLES.get(paper.kind)
    if article is not None:
        chosen = {ground.code: ground.reason for ground in paper.grounds}
        grounds.check_choice(chosen, paper.on, fingerprints_settled=False, article=article)
    elif paper.grounds:
        raise Refusal("taken_over.grounds_not_here", field=f"{field}.grounds")


def _check_fingerprints(paper: PaperDecision, printed: date | None, field: str) -> None:
    """Refuse a grant from 2024 on without fingerprint registration and without the reason for it.

    *Law*: L-10.6c, A15, f-16. *Refuses*: `taken_over.fingerprints`.
    """
    if paper.kind not in GRANTS or paper.on < fingerprints_from() or (printed and printed <= paper.on):
        return
    if not paper.override_reason.strip():
        raise Refusal("taken_over.fingerprints", field=f"{field}.override_reason")


def decision_facts(
    known: Intake, command: TakeOver, applicant: str, minors_on: Callable[[date], tuple[str, ...]]
) -> list[f.case.DecisionTaken | f.remedies.DecisionAnnulled]:
    """The decisions and annulments as facts, in their order; an extension runs from the end before it (f-42)."""
    made: list[f.case.DecisionTaken | f.remedies.DecisionAnnulled] = []
    before: list[PaperDecision] = []
    for _row, paper in in_order(command):
        made += _annulments(d for d in before if not _stands(d, paper.on))
        before = [d for d in before if _stands(d, paper.on)]
        ends = next((d.to_on for d in reversed(before) if d.to_on), None)
        gives = paper.kind in GIVES
        reason = paper.override_reason.strip() if paper.kind in GRANTS else ""
        told_by = count(paper.on, FIVE_WORKING_DAYS, "authority", known.calendar).due_on
        made.append(
            f.case.DecisionTaken(
                number=paper.number.strip(),
                kind=paper.kind,
                on=paper.on,
                person=applicant,
                covers=(applicant, *minors_on(paper.on)),
                grounds=paper.grounds,
                override=Override(rule="L-10.6c", reason=reason) if reason else None,
                from_on=(ends if paper.kind == "extend" and ends else paper.on) if gives else None,
                to_on=paper.to_on,
                from_paper=told_by < known.today,
                calendar=known.calendar.version,
            )
        )
        before.append(paper)
    return [*made, *_annulments(before)]


def _annulments(papers: Iterable[PaperDecision]) -> list[f.remedies.DecisionAnnulled]:
    """What annulled these decisions; the paper file tells why."""
    return [
        f.remedies.DecisionAnnulled(number=paper.number.strip(), by=paper.annulled_by, reason="", on=paper.annulled_on)
        for paper in papers
        if paper.annulled_on and paper.annulled_by
    ]
