"""Commands about cases: show, list, search, deadlines, print."""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from app.base.errors import Refusal
from app.cli import desk
from app.cli.desk import Desk
from app.cli.output import Output, day, moment
from app.domain import grounds
from app.domain.case import CaseState, status
from app.domain.deadlines import Deadline, colour
from app.domain.permissions import allowed
from app.domain.tasks import open_tasks
from app.store import places
from app.store.rows import cases
from app.store.rows.cases import Row, TimelineEntry

_PAGE = 500
_STATUSES = ("intention", "asylum_seeker", "refugee", "refused", "closed")
_ALL_DUE = 10_000_000


def show(args: argparse.Namespace, output: Output) -> int:
    """Show a case: persons, deadlines, tasks, papers, history."""
    with desk.opened(args, output) as at:
        with at.store.reading() as connection:
            state = cases.case_state(connection, cases.find_case(connection, args.case))
            due = cases.deadlines_of(connection, state.id)
            history = cases.timeline(connection, state.id)
        state = _without_restricted(at, state)
        today = at.store.clock.today()
        data = {
            "case": msgspec.to_builtins(state),
            "status": status(state, today),
            "deadlines": [_deadline(d, today) for d in due],
            "tasks": [msgspec.to_builtins(task) for task in open_tasks(state)],
            "history": [{"at_ms": e.at_ms, "user": e.user, "kind": e.kind, "chain": e.chain, "n": e.n} for e in history],
        }
        output.answer(data, _shown(output, state, data, history))
    return 0


def _without_restricted(at: Desk, state: CaseState) -> CaseState:
    """The case without the grounds that only the commission may see."""
    if allowed(at.actor, "see_restricted"):
        return state
    decisions = tuple(
        msgspec.structs.replace(d, grounds=tuple(g for g in d.grounds if not grounds.is_restricted(g.code)))
        for d in state.decisions
    )
    return msgspec.structs.replace(state, decisions=decisions)


def _shown(output: Output, state: CaseState, data: dict[str, Any], history: Sequence[TimelineEntry]) -> Iterator[str]:
    yield f"{state.shown_number or state.id}   {output.word('cli-status', str(data['status']))}   {state.holder}"
    for person in state.present:
        born = ".".join(reversed(person.recorded.birth.value.split("-")))
        countries = ", ".join(person.recorded.citizenships) or "-"
        name = person.names.full("kk_cyr") or person.names.full("latin")
        yield f"  {output.word('cli-place', person.place)}: {name}; {born}; {countries}"
    for certificate in state.certificates:
        ended = f"; {output.word('cli-ended', certificate.ended)}" if certificate.ended else ""
        kind = output.word("cli-certificate", certificate.kind)
        yield f"  {kind}: {certificate.number}, {day(certificate.issued_on)} - {day(certificate.valid_to)}{ended}"
    for decision in state.decisions:
        codes = " ".join(ground.code for ground in decision.grounds)
        yield f"  {output.word('cli-decision', decision.kind)}: {decision.number}, {day(decision.on)} {codes}".rstrip()
    for deadline in data["deadlines"]:
        yield "  " + _deadline_line(output, deadline)
    for task in data["tasks"]:
        yield f"  {output.word('cli-task', task['kind'])} ({task['rule']})"
    yield output.text("cli-history")
    for entry in history:
        yield f"  {moment(entry.at_ms)}  {entry.user}  {output.word('fact', entry.kind)}"


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
    due = f"{day(row.due_on)} {output.word('cli-due', row.due_kind)}" if row.due_on else "-"
    state = output.word("cli-status", row.status)
    return f"{row.number:24} {state:18} {row.name_kk or row.name_latin} ({row.citizenship or '-'})  {due}"


def deadlines(args: argparse.Namespace, output: Output) -> int:
    """List what is due, each with its colour on a day; with -v how it was counted."""
    with desk.opened(args, output) as at:
        on = args.as_of or at.store.clock.today()
        with at.store.reading() as connection:
            wanted = cases.find_case(connection, args.case) if args.case else ""
            found = cases.due_rows(connection, by=args.by, limit=_ALL_DUE)
        rows = [row for row in found if not wanted or row.case == wanted]
        data = [
            {"case": row.case, "number": row.number, "name": row.name_kk, **_deadline(row.deadline, on)} for row in rows
        ]
        colours = Counter(str(row["colour"]) for row in data)
        output.answer({"as_of": on, "colours": colours, "deadlines": data}, _due_lines(output, data, args.verbose))
        if not output.as_json:
            shown = ", ".join(f"{output.word('cli-colour', c)} {n}" for c, n in sorted(colours.items()))
            output.answer({}, [output.text("cli-due-count", day=day(on), count=str(len(data)), colours=shown)])
    return 0


def _deadline(deadline: Deadline, on: Any) -> dict[str, Any]:
    return {**msgspec.to_builtins(deadline), "colour": colour(deadline, on)}


def _deadline_line(output: Output, deadline: dict[str, Any]) -> str:
    state = output.word("cli-colour", deadline["colour"])
    return f"{day(deadline['due'])}  {state:10} {output.word('cli-due', deadline['kind'])}"


def _due_lines(output: Output, rows: list[dict[str, Any]], verbose: bool) -> Iterator[str]:
    for row in rows:
        yield f"{row['number']:24} {_deadline_line(output, row)}  {row['name']}"
        if verbose:
            yield "    " + output.text("cli-due-how", **_how(row))


def _how(row: dict[str, Any]) -> dict[str, str]:
    skipped = ", ".join(day(text.split()[0]) for text in row.get("skipped", ()))
    return {
        "rule": row["rule"],
        "start": day(row["start"]),
        "term": row["term"] or "-",
        "raw": day(row["raw"]),
        "target": day(row["target"]),
        "due": day(row["due"]),
        "skipped": skipped or "-",
        "calendar": row["calendar"],
    }


def print_paper(args: argparse.Namespace, output: Output) -> int:
    """Issue a paper of a case, and write its PDF to a file."""
    from app.services import papers

    if not args.out.parent.is_dir():
        raise Refusal("cli.no_folder", field="out", place=str(args.out.parent))
    with desk.opened(args, output) as at:
        with at.store.reading() as connection:
            case = cases.find_case(connection, args.case)
        issued = papers.issue(at.store, at.actor, case, args.paper, args.paper_language)
        places.write_durably(args.out, issued.data)
    data = {"paper": issued.paper, "form": args.paper, "case": case, "file": args.out, "bytes": len(issued.data)}
    output.answer(data, [output.text("cli-print-done", file=str(args.out))])
    return 0
