"""Commands about exchange: export, import, and enrol by files."""

import argparse
from pathlib import Path

from app.base.errors import Refusal, Trouble
from app.cli import desk, passphrase
from app.cli.output import Output, Progress, plain
from app.store import places

_LARGEST = 16 * 1024 * 1024


def export(args: argparse.Namespace, output: Output) -> int:
    """Write a bundle of everything new to a folder or a stick, read back and compared."""
    from app.services import exchange

    if not args.to.is_dir():
        raise Refusal("cli.no_folder", field="to", place=str(args.to))
    with desk.opened(args, output) as at:
        written = exchange.export(at.store, at.actor, args.to, progress=Progress("cli-sending-progress", output))
    found = plain(written)
    lines = [output.text("cli-export-done", count=str(len(found)), folder=str(args.to))]
    output.answer({"written": found}, lines)
    return 0


def take_in(args: argparse.Namespace, output: Output) -> int:
    """Import the bundles of a folder, or one bundle."""
    from app.services import exchange

    if not args.place.exists():
        raise Refusal("cli.no_folder", field="place", place=str(args.place))
    with desk.opened(args, output) as at:
        progress = Progress("cli-sending-progress", output)
        taken = exchange.import_bundles(at.store, at.actor, args.place, progress=progress)
    found = plain(taken)
    output.answer({"imported": found}, [output.text("cli-import-done", count=str(len(found)))])
    return 0


def enrol(args: argparse.Namespace, output: Output) -> int:
    """One of the three steps by which keys are exchanged."""
    steps = {"request": _request, "certify": _certify, "install": _install}
    return steps[args.step](args, output)


def _request(args: argparse.Namespace, output: Output) -> int:
    from app.services import enrolment

    with desk.opened(args, output) as at:
        data = enrolment.make_request(at.store, at.actor)
        places.write_durably(args.out, data)
    output.answer({"file": args.out}, [output.text("cli-enrol-requested", file=str(args.out))])
    return 0


def _certify(args: argparse.Namespace, output: Output) -> int:
    from app.services import enrolment

    request = _read(args.request)
    with desk.opened(args, output) as at:
        authority = passphrase.read_authority(args, output)
        data = enrolment.certify(at.store, at.actor, request, authority)
        places.write_durably(args.out, data)
    output.answer({"file": args.out}, [output.text("cli-enrol-certified", file=str(args.out))])
    return 0


def _install(args: argparse.Namespace, output: Output) -> int:
    from app.services import enrolment

    response = _read(args.response)
    with desk.opened(args, output) as at:
        enrolment.install(at.store, at.actor, response)
        replica = at.store.replica
    output.answer({"workstation": replica}, [output.text("cli-enrol-installed", workstation=replica)])
    return 0


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST)
    except OSError as error:
        raise Trouble("cli.file_unreadable", name=path.name) from error
