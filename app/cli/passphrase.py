"""Where a passphrase comes from: a prompt, a file descriptor, or a file. Never an argument, never the environment."""

import argparse
import getpass
import os
import sys
from pathlib import Path

from app.base.errors import Refusal, Trouble
from app.cli.output import Output

DEMO = "demo"
"""The passphrase of demo offices, which is no secret."""
_LONGEST = 4096


def read(args: argparse.Namespace, output: Output, *, new: bool = False) -> str:
    """The passphrase of the store; a new one is asked for twice.

    *Refuses*: `passphrase.differs`. *Trouble*: `cli.passphrase_unreadable`, `cli.no_terminal`.
    """
    if args.demo:
        return DEMO
    return _from(args.passphrase_fd, args.passphrase_file, "cli-ask-passphrase", output, new=new)


def read_authority(args: argparse.Namespace, output: Output) -> str:
    """The passphrase of the certificate authority's key.

    *Trouble*: as `read`.
    """
    return _from(args.ca_passphrase_fd, args.ca_passphrase_file, "cli-ask-authority", output)


def _from(descriptor: int | None, path: Path | None, key: str, output: Output, *, new: bool = False) -> str:
    if descriptor is not None or path is not None:
        return _read_line(descriptor, path)
    if not sys.stdin.isatty():
        raise Trouble("cli.no_terminal")
    given = getpass.getpass(output.text(key) + " ")
    if new and getpass.getpass(output.text("cli-ask-again") + " ") != given:
        raise Refusal("passphrase.differs", field="passphrase")
    return given


def _read_line(descriptor: int | None, path: Path | None) -> str:
    """The first line; what follows is no part of the passphrase."""
    try:
        if descriptor is not None:
            with os.fdopen(descriptor, "rb", closefd=False) as file:
                data = file.readline(_LONGEST)
        else:
            with Path(path or "").open("rb") as file:
                data = file.readline(_LONGEST)
        return data.decode("utf-8-sig").rstrip("\r\n")
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise Trouble("cli.passphrase_unreadable") from error
