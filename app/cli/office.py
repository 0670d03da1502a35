"""Commands about a whole store: init, demo, verify."""

import argparse
import time

from app.base.clock import Clock
from app.base.errors import PanaError, Refusal
from app.cli import desk, passphrase
from app.cli.output import Output, Progress, day
from app.services import demo_office, offices, papers
from app.store import places
from app.store.store import NewStore, Opened


def init(args: argparse.Namespace, output: Output) -> int:
    """Make a store, and write the recovery sheet or show the recovery code once."""
    folder = desk.folder_of(args)
    new = NewStore(
        purpose=args.purpose,
        kind=args.kind,
        region=args.region or args.office[:3],
        office=args.office,
        workstation=args.workstation,
        name_kk=args.name_kk,
        name_ru=args.name_ru,
        admin=args.admin,
        admin_name=args.admin_name,
    )
    offices.check(new)
    if args.recovery and not args.recovery.parent.is_dir():
        raise Refusal("cli.no_folder", field="recovery", place=str(args.recovery.parent))
    warnings = places.folder_warnings(folder)
    opened = offices.make(folder, new, passphrase.read(args, output, new=True))
    try:
        return _told(args, output, opened, warnings)
    finally:
        opened.store.close()


def _told(args: argparse.Namespace, output: Output, opened: Opened, warnings: tuple[str, ...]) -> int:
    store = opened.store
    data = {
        "store": store.folder,
        "workstation": store.replica,
        "purpose": store.purpose,
        "warnings": list(warnings),
    }
    lines = [output.text("cli-init-done", workstation=store.replica, folder=str(store.folder))]
    lines += [output.text(f"store-warning-{warning}") for warning in warnings]
    if args.recovery and _sheet_written(args, output, opened):
        data["recovery"] = args.recovery
        lines.append(output.text("cli-init-sheet", file=str(args.recovery)))
    else:
        data["recovery_code"] = opened.recovery_code
        lines += [output.text("cli-init-code"), opened.recovery_code]
    output.answer(data, lines)
    return 0 if not args.recovery or "recovery" in data else 1


def _sheet_written(args: argparse.Namespace, output: Output, opened: Opened) -> bool:
    """Write the recovery sheet; when it cannot be written the code is shown instead, because it exists only now."""
    try:
        sheet = papers.recovery_sheet(opened.store, opened.recovery_code)
        places.write_durably(args.recovery, sheet)
    except PanaError as error:
        output.error(error)
        return False
    return True


def make_demo(args: argparse.Namespace, output: Output) -> int:
    """Make a demo office in a folder, whole or not at all, and say how many persons a second went in."""
    started = time.perf_counter()
    progress = Progress("cli-demo-progress", output)
    as_of = args.as_of or Clock().today()
    persons = demo_office.make(args.store, args.persons, seed=args.seed, as_of=as_of, progress=progress)
    seconds = time.perf_counter() - started
    rate = round(persons / max(seconds, 1e-6))
    data = {
        "store": args.store,
        "persons": persons,
        "as_of": as_of,
        "seconds": round(seconds, 2),
        "per_second": rate,
        "user": demo_office.USER,
    }
    shown = {"persons": str(persons), "day": day(as_of), "seconds": f"{seconds:.1f}", "rate": str(rate)}
    output.answer(data, [output.text("cli-demo-done", **shown)])
    return 0


def verify(args: argparse.Namespace, output: Output) -> int:
    """Verify the whole store; 1 when it is damaged."""
    with desk.opened(args, output) as at:
        verdict = offices.verify(at.store, at.actor)
    if verdict.problems:
        output.answer({"whole": False, **verdict._asdict()}, verdict.problems)
        raise Refusal("cli.store_damaged", count=str(len(verdict.problems)))
    shown = {"entries": str(verdict.entries), "cases": str(verdict.cases)}
    output.answer({"whole": True, **verdict._asdict()}, [output.text("cli-verify-whole", **shown)])
    return 0
