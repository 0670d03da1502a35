"""Runs a command: its function, its answer, and 0 only on success. Windows are opened by `app.bootstrap`."""

import argparse
from collections.abc import Callable

from app.base.errors import PanaError, Refusal
from app.cli import cases, office, sending, smoke, story
from app.cli.output import Output
from app.store.store import APP_VERSION

COMMANDS: dict[str, Callable[[argparse.Namespace, Output], int]] = {
    "init": office.init,
    "demo": office.make_demo,
    "verify": office.verify,
    "show": cases.show,
    "list": cases.show_list,
    "search": cases.search,
    "deadlines": cases.deadlines,
    "print": cases.print_paper,
    "export": sending.export,
    "import": sending.take_in,
    "enrol": sending.enrol,
    "run": story.run,
}


def run(args: argparse.Namespace) -> int:
    """Carry out the command of parsed arguments.

    *Shape*: 0 done, 1 refused or in trouble; mistakes in the arguments have ended with 2 before.
    """
    output = Output(args.lang, args.json)
    if args.version:
        print(f"pana {APP_VERSION}")
        return 0
    try:
        return smoke.run(output) if args.smoke else COMMANDS[args.command](args, output)
    except PanaError as error:
        output.error(error)
        if isinstance(error.__cause__, PanaError) and isinstance(error, Refusal) and error.code.startswith("story."):
            Output(args.lang, False).error(error.__cause__)
        return 1
