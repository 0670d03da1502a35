"""Commands about exchange: export, import, and enrol by files."""

import argparse
from pathlib import Path

from app.base.errors import Refusal, Trouble
from app.cli import desk, passphrase
from app.cli.output import Output, Progress
from app.messages import catalogue
from app.services import enrolment, exchange
from app.store import places
from app.sync.enrolment import read_request

_LARGEST = 16 * 1024 * 1024


def export(args: argparse.Namespace, output: Output) -> int:
    """Write a bundle of everything new to a folder or a stick, read back and compared."""
    if not args.to.is_dir():
        raise Refusal("cli.no_folder", field="to", place=str(args.to))
    with desk.opened(args, output) as at:
        progress = Progress("cli-sending-progress", output)
        written = exchange.export(at.store, at.actor, args.to, to=args.addressee, progress=progress)
    lines = [output.text("cli-export-one", file=one.path.name, entries=str(one.entries)) for one in written]
    lines.append(output.text("cli-export-done", count=str(len(written)), folder=str(args.to)))
    output.answer({"written": written}, lines)
    return 0


def take_in(args: argparse.Namespace, output: Output) -> int:
    """Import the bundles of a folder, or one bundle; 1 when one of them was refused."""
    if not args.place.exists():
        raise Refusal("cli.no_folder", field="place", place=str(args.place))
    with desk.opened(args, output) as at:
        progress = Progress("cli-sending-progress", output)
        taken = exchange.import_bundles(at.store, at.actor, args.place, progress=progress)
    output.answer({"imported": taken}, (_taken(output, one) for one in taken))
    return 1 if any(one.status == "refused" for one in taken) else 0


def _taken(output: Output, one: exchange.Imported) -> str:
    """One bundle in a line; what was refused or waits says why."""
    if one.condition:
        return f"{one.file}: {catalogue.sentence(one.trouble(), output.language)}"
    counts = {"entries": str(one.entries), "new": str(one.cases_new), "changed": str(one.cases_changed)}
    return output.text(f"cli-import-{one.status}", file=one.file, **counts)


def enrol(args: argparse.Namespace, output: Output) -> int:
    """One of the three steps by which keys are exchanged."""
    steps = {"request": _request, "certify": _certify, "install": _install}
    return steps[args.step](args, output)


def _request(args: argparse.Namespace, output: Output) -> int:
    with desk.opened(args, output) as at:
        data = enrolment.make_request(at.store, at.actor)
        places.write_durably(args.out, data)
        print_of = enrolment.status(at.store).fingerprint
    lines = [output.text("cli-enrol-requested", file=str(args.out)), print_of]
    output.answer({"file": args.out, "fingerprint": print_of}, lines)
    return 0


def _certify(args: argparse.Namespace, output: Output) -> int:
    request = _read(args.request)
    with desk.opened(args, output) as at:
        authority = passphrase.read_authority(args, output)
        data = enrolment.certify(at.store, at.actor, request, authority)
        places.write_durably(args.out, data)
    asked = read_request(request)
    lines = [output.text("cli-enrol-certified", file=str(args.out)), f"{asked.replica} {asked.fingerprint}"]
    output.answer({"file": args.out, "workstation": asked.replica, "fingerprint": asked.fingerprint}, lines)
    return 0


def _install(args: argparse.Namespace, output: Output) -> int:
    response = _read(args.response)
    with desk.opened(args, output) as at:
        installed = enrolment.install(at.store, at.actor, response)
    lines = [output.text("cli-enrol-installed", workstation=installed.replica), installed.ca_fingerprint]
    output.answer({"installed": installed}, [line for line in lines if line])
    return 0


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST)
    except OSError as error:
        raise Trouble("cli.file_unreadable", name=path.name) from error
