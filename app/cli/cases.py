"""Commands about cases: show, list, search, deadlines, print."""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import msgspec

from app.base.errors import Refusal
from app.cli import desk
from app.cli.desk import Desk
from app.cli.output import Output, day, moment
from app.domain import restricted
from app.domain.birth import show as show_birth
from app.domain.case import CaseState, status
from app.domain.deadlines import Deadline, colour
from app.domain.permissions import allowed
from app.domain.tasks import open_tasks
from app.messages.deadlines import deadline_explanation, deadline_title
from app.messages.facts import fact_sentence, full_name, names_in
from app.services import looking, papers
from app.store import places
from app.store.rows import cases
from app.store.rows.cases import DueRow, Row, TimelineEntry

_PAGE = 500
_STATUSES = ("intention", "asylum_seeker", "refugee", "refused", "lapsed", "deprived", "terminated", "closed")
_ALL_DUE = 10_000_000


def show(args: argparse.Namespace, output: Output) -> int:
    """Show a case: persons, deadlines, tasks, papers, history; what is restricted only with a reason (L-4.3)."""
    with desk.opened(args, output) as at:
        with at.store.reading() as connection:
            whole = cases.case_state(connection, cases.find_case(connection, args.case))
            due = cases.deadlines_of(connection, whole.id)
            history = cases.timeline(connection, whole.id)
        state = _opened(at, whole, args.reason)
        closed = _still_closed(at, whole, args.reason)
        today = at.store.clock.today()
    if output.as_json:
        lines = [{"at_ms": e.at_ms, "user": e.user, "kind": e.kind, "chain": e.chain, "n": e.n} for e in history]
        tasks = open_tasks(whole, today)
        known = {"case": state, "status": status(whole, today), "tasks": tasks, "history": lines, "restricted": closed}
        output.answer({**known, "deadlines": [_deadline(d, today) for d in due]})
        return 0
    output.answer({}, _persons(output, state, today))
    output.answer({}, _papers(output, state))
    output.answer({}, ("  " + _deadline_line(output, d, today) for d in due))
    output.answer({}, (f"  {output.word('task', task.kind)} ({task.rule})" for task in open_tasks(whole, today)))
    if closed:
        sorts = ", ".join(output.word("restricted-what", what) for what in closed)
        output.answer({}, [output.text("cli-restricted-hidden", sorts=sorts)])
    output.answer({}, _history(output, state, history))
    return 0


def _opened(at: Desk, whole: CaseState, reason: str | None) -> CaseState:
    """The case as this user may see it; with a reason all of it, once it is recorded that it was seen."""
    if reason is None:
        return restricted.shown_to(whole, at.actor)
    return looking.open_restricted(at.store, at.actor, whole.id, "all", reason)


def _still_closed(at: Desk, whole: CaseState, reason: str | None) -> list[str]:
    """What who may see it would see with a reason; others are not told that it is there."""
    may = reason is None and allowed(at.actor, "see_restricted")
    return sorted(restricted.restricted_in(whole)) if may else []


def _persons(output: Output, state: CaseState, today: date) -> Iterator[str]:
    yield f"{state.shown_number or state.id}   {output.word('status', status(state, today))}   {state.holder}"
    for person in sorted(state.present, key=lambda p: p.place):
        countries = ", ".join(person.recorded.citizenships) or "-"
        name = full_name(person.names, output.language)
        yield f"  {output.word('cli-place', person.place)}: {name}; {show_birth(person.recorded.birth)}; {countries}"


def _papers(output: Output, state: CaseState) -> Iterator[str]:
    for certificate in state.certificates:
        ended = f"; {output.word('certificate-ended', certificate.ended)}" if certificate.ended else ""
        kind = output.word("certificate-kind", certificate.kind)
        yield f"  {kind}: {certificate.number}, {day(certificate.issued_on)} - {day(certificate.valid_to)}{ended}"
    for decision in state.decisions:
        named = dict.fromkeys(ground.code or output.text("restricted-ground") for ground in decision.grounds)
        codes = " ".join(named)
        yield f"  {output.word('decision-kind', decision.kind)}: {decision.number}, {day(decision.on)} {codes}".rstrip()


def _history(output: Output, state: CaseState, history: Sequence[TimelineEntry]) -> Iterator[str]:
    """What happened; a restricted ground does not stand in these sentences."""
    yield output.text("cli-history")
    name_of = names_in(state, output.language)
    for entry in history:
        said = fact_sentence(entry.kind, entry.fact, output.language, name_of=name_of)
        yield f"  {moment(entry.at_ms)}  {entry.user}  {said}"


def show_list(args: argparse.Namespace, output: Output) -> int:
    """List the persons of the register, or count the stock of a day."""
    if args.status and args.status not in _STATUSES:
        raise Refusal("cli.status_unknown", field="status", known=", ".join(_STATUSES))
    with desk.opened(args, output) as at:
        if args.as_of:
            return _stock(at, args, output)
        with at.store.reading() as connection:
            ids = cases.list_ids(connection, cases.Filter(status=args.status))
            _rows_out(output, len(ids), _pages(connection, ids[: args.limit]))
    return 0


def _stock(at: Desk, args: argparse.Namespace, output: Output) -> int:
    with at.store.reading() as connection:
        stock = cases.stock(connection, args.as_of)
    data = {"stock": {**stock._asdict(), "total": stock.total}}
    counts = {"refugees": stock.refugees, "pending": stock.pending, "total": stock.total}
    counts |= {"intentions": stock.intentions, "refused": stock.refused}
    lines = [output.text("cli-stock-heading", day=day(args.as_of))]
    lines += [f"{output.text(f'cli-stock-{name}')}: {number}" for name, number in counts.items()]
    output.answer(data, lines)
    return 0


def search(args: argparse.Namespace, output: Output) -> int:
    """Find persons by a name in any script, or by a number."""
    with desk.opened(args, output) as at, at.store.reading() as connection:
        ids = cases.search_ids(connection, args.text)
        _rows_out(output, len(ids), _pages(connection, ids[: args.limit]))
    return 0


def _pages(connection: Any, ids: Sequence[int]) -> Iterator[Row]:
    for first in range(0, len(ids), _PAGE):
        yield from cases.rows_by_id(connection, ids[first : first + _PAGE])


def _rows_out(output: Output, count: int, rows: Iterator[Row]) -> None:
    if output.as_json:
        output.answer({"count": count, "rows": [row._asdict() for row in rows]})
        return
    output.answer({}, (_row_line(output, row) for row in rows))
    output.answer({}, [output.text("cli-count", count=str(count))])


def _row_line(output: Output, row: Row) -> str:
    due = f"{day(row.due_on)} {output.word('deadline', row.due_kind)}" if row.due_on else "-"
    state = output.word("status", row.status)
    return f"{row.number:24} {state:18} {row.name_kk or row.name_latin} ({row.citizenship or '-'})  {due}"


def deadlines(args: argparse.Namespace, output: Output) -> int:
    """List what is due, each with its colour on a day; with -v how it was counted."""
    with desk.opened(args, output) as at:
        on = args.as_of or at.store.clock.today()
        with at.store.reading() as connection:
            wanted = cases.find_case(connection, args.case) if args.case else ""
            found = cases.due_rows(connection, by=args.by, limit=_ALL_DUE)
    rows = [row for row in found if not wanted or row.case == wanted]
    colours = Counter(str(colour(row.deadline, on)) for row in rows)
    if output.as_json:
        listed = [{"case": r.case, "number": r.number, "name": r.name_kk, **_deadline(r.deadline, on)} for r in rows]
        output.answer({"as_of": on, "colours": colours, "deadlines": listed})
        return 0
    output.answer({}, _due_lines(output, rows, on, args.verbose))
    shown = ", ".join(f"{output.word('colour', c)} {n}" for c, n in sorted(colours.items()))
    output.answer({}, [output.text("cli-due-count", day=day(on), count=str(len(rows)), colours=shown)])
    return 0


def _deadline(deadline: Deadline, on: date) -> dict[str, Any]:
    return {**msgspec.to_builtins(deadline), "colour": colour(deadline, on)}


def _deadline_line(output: Output, deadline: Deadline, on: date) -> str:
    state = output.word("colour", colour(deadline, on))
    return f"{day(deadline.due)}  {state:10} {deadline_title(deadline, output.language)}"


def _due_lines(output: Output, rows: Sequence[DueRow], on: date, verbose: bool) -> Iterator[str]:
    for row in rows:
        yield f"{row.number:24} {_deadline_line(output, row.deadline, on)}  {row.name_kk or row.name_latin}"
        if verbose:
            yield from ("    " + line for line in deadline_explanation(row.deadline, output.language))


def print_paper(args: argparse.Namespace, output: Output) -> int:
    """Issue a paper of a case, and write its PDF to a file."""
    if not args.out.parent.is_dir():
        raise Refusal("cli.no_folder", field="out", place=str(args.out.parent))
    with desk.opened(args, output) as at:
        with at.store.reading() as connection:
            case = cases.find_case(connection, args.case)
        issued = papers.issue(at.store, at.actor, case, args.paper, args.paper_language)
        places.write_durably(args.out, issued.data)
    data = {
        "paper": issued.paper.id,
        "number": issued.paper.number,
        "language": issued.paper.language,
        "form": args.paper,
        "case": case,
        "file": args.out,
        "bytes": len(issued.data),
    }
    output.answer(data, [output.text("cli-print-done", file=str(args.out))])
    return 0
