"""The arguments of every command. What the commands do is in the modules of their names' families."""

import argparse
import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from app.messages import catalogue
from app.messages.catalogue import LANGUAGES, Language

PROGRAM = "pana"
KINDS = ("border", "district", "region", "centre")


class Parser(argparse.ArgumentParser):
    """Says its headings and mistakes in the user's language."""

    language: Language = "en"

    def _get_formatter(self) -> argparse.HelpFormatter:
        usage = catalogue.text("cli-heading-usage", self.language) + " "
        return _Formatter(self.prog, usage)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the arguments, and end with 2."""
        self.exit(2, self.format_usage() + catalogue.text("cli-usage-mistake", self.language, detail=message) + "\n")


def parse(argv: Sequence[str], language: Language) -> argparse.Namespace:
    """Read the arguments; a mistake or `--help` ends the program with 2 or 0."""
    args = _Build(language).parser().parse_args(argv)
    args.lang = language
    return args


class _Formatter(argparse.HelpFormatter):
    """Writes help with a word for "usage" in the user's language."""

    def __init__(self, prog: str, usage: str) -> None:
        super().__init__(prog, max_help_position=32)
        self._usage = usage

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Name the command and its arguments."""
        super().add_usage(usage, actions, groups, self._usage if prefix is None else prefix)


class _Build:
    """Builds the parser in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.commands: argparse._SubParsersAction[Parser]

    def text(self, key: str) -> str:
        """A text of help; argparse takes per cent signs for its own."""
        return catalogue.text(key, self.language).replace("%", "%%")

    def parser(self) -> Parser:
        """The whole parser."""
        top = self._new(PROGRAM, "cli-about")
        top.add_argument("--lang", choices=LANGUAGES, help=self.text("cli-opt-lang"))
        top.add_argument("--version", action="store_true", help=self.text("cli-opt-version"))
        top.add_argument("--smoke", action="store_true", help=self.text("cli-opt-smoke"))
        self.commands = top.add_subparsers(
            dest="command", metavar="COMMAND", title=self.text("cli-commands"), parser_class=Parser
        )
        self._offices()
        self._cases()
        self._sending()
        self._rest()
        top.set_defaults(json=False)
        return top

    def _new(self, prog: str, about: str) -> Parser:
        made = Parser(prog=prog, description=self.text(about), add_help=False, allow_abbrev=False)
        self._finish(made)
        return made

    def _finish(self, made: Parser) -> None:
        made.language = self.language
        made._positionals.title = self.text("cli-heading-arguments")
        made._optionals.title = self.text("cli-heading-options")
        made.add_argument("-h", "--help", action="help", help=self.text("cli-opt-help"))

    def _command(self, name: str, *, store: bool = True, under: object = None) -> Parser:
        key = "cli-do-" + name.replace(" ", "-")
        adder = under if isinstance(under, argparse._SubParsersAction) else self.commands
        made: Parser = adder.add_parser(
            name.rpartition(" ")[2], help=self.text(key), description=self.text(key), add_help=False, allow_abbrev=False
        )
        self._finish(made)
        made.add_argument("--json", action="store_true", help=self.text("cli-opt-json"))
        made.add_argument("--lang", choices=LANGUAGES, help=self.text("cli-opt-lang"))
        if store:
            made.add_argument("--store", type=Path, metavar="PATH", help=self.text("cli-opt-store"))
            made.add_argument("--user", metavar="USER", default="", help=self.text("cli-opt-user"))
            made.add_argument("--demo", action="store_true", help=self.text("cli-opt-demo"))
            self._passphrase(made, "")
        return made

    def _passphrase(self, made: Parser, prefix: str) -> None:
        ways = made.add_mutually_exclusive_group()
        whose = "authority" if prefix else "passphrase"
        fd, file = f"--{prefix}passphrase-fd", f"--{prefix}passphrase-file"
        ways.add_argument(fd, type=int, metavar="N", help=self.text(f"cli-opt-{whose}-fd"))
        ways.add_argument(file, type=Path, metavar="PATH", help=self.text(f"cli-opt-{whose}-file"))

    # -- the commands -----------------------------------------------------------------------------------------------

    def _offices(self) -> None:
        made = self._command("init")
        made.add_argument(
            "--purpose", choices=("live", "demo", "test"), default="live", help=self.text("cli-opt-purpose")
        )
        made.add_argument("--kind", choices=KINDS, required=True, help=self.text("cli-opt-kind"))
        made.add_argument("--region", default="", metavar="ALA", help=self.text("cli-opt-region"))
        made.add_argument("--office", required=True, metavar="ALA01", help=self.text("cli-opt-office"))
        made.add_argument("--workstation", type=int, default=1, metavar="N", help=self.text("cli-opt-workstation"))
        made.add_argument("--name-kk", required=True, metavar="NAME", help=self.text("cli-opt-name-kk"))
        made.add_argument("--name-ru", required=True, metavar="NAME", help=self.text("cli-opt-name-ru"))
        made.add_argument("--admin", required=True, metavar="USER", help=self.text("cli-opt-admin"))
        made.add_argument("--admin-name", required=True, metavar="NAME", help=self.text("cli-opt-admin-name"))
        made.add_argument("--recovery", type=Path, metavar="PDF", help=self.text("cli-opt-recovery"))
        made = self._command("demo", store=False)
        made.add_argument("--store", type=Path, metavar="PATH", required=True, help=self.text("cli-opt-store"))
        made.add_argument("--persons", type=count, default=480, metavar="N", help=self.text("cli-opt-persons"))
        made.add_argument("--seed", type=int, default=1, metavar="S", help=self.text("cli-opt-seed"))
        made.add_argument("--as-of", type=day, metavar="DATE", help=self.text("cli-opt-as-of-demo"))
        self._command("verify")

    def _cases(self) -> None:
        made = self._command("show")
        made.add_argument("case", metavar="CASE", help=self.text("cli-opt-case"))
        made.add_argument("--reason", metavar="TEXT", help=self.text("cli-opt-reason"))
        made = self._command("list")
        made.add_argument("--status", default="", metavar="STATUS", help=self.text("cli-opt-status"))
        made.add_argument("--as-of", type=day, metavar="DATE", help=self.text("cli-opt-as-of-list"))
        made.add_argument("--limit", type=count, metavar="N", help=self.text("cli-opt-limit"))
        made = self._command("search")
        made.add_argument("text", metavar="TEXT", help=self.text("cli-opt-text"))
        made.add_argument("--limit", type=count, metavar="N", help=self.text("cli-opt-limit"))
        made = self._command("deadlines")
        made.add_argument("--as-of", type=day, metavar="DATE", help=self.text("cli-opt-as-of-deadlines"))
        made.add_argument("--by", type=day, metavar="DATE", help=self.text("cli-opt-by"))
        made.add_argument("--case", default="", metavar="CASE", help=self.text("cli-opt-case"))
        made.add_argument("-v", "--verbose", action="store_true", help=self.text("cli-opt-verbose"))
        made = self._command("print")
        made.add_argument("paper", metavar="PAPER", help=self.text("cli-opt-paper"))
        made.add_argument("case", metavar="CASE", help=self.text("cli-opt-case"))
        made.add_argument("--out", type=Path, required=True, metavar="FILE", help=self.text("cli-opt-out"))
        made.add_argument(
            "--paper-language", choices=("kk", "ru", "kk-ru"), default="", help=self.text("cli-opt-paper-language")
        )

    def _sending(self) -> None:
        made = self._command("export")
        made.add_argument("--to", type=Path, required=True, metavar="FOLDER", help=self.text("cli-opt-to"))
        made.add_argument("--addressee", default="", metavar="ALA01-S1", help=self.text("cli-opt-addressee"))
        self._command("import").add_argument("place", type=Path, metavar="PATH", help=self.text("cli-opt-place"))
        enrol = self.commands.add_parser(
            "enrol", help=self.text("cli-do-enrol"), description=self.text("cli-do-enrol"), add_help=False
        )
        self._finish(enrol)
        steps = enrol.add_subparsers(
            dest="step", metavar="STEP", title=self.text("cli-commands"), required=True, parser_class=Parser
        )
        made = self._command("enrol request", under=steps)
        made.add_argument("--out", type=Path, required=True, metavar="FILE", help=self.text("cli-opt-out"))
        made = self._command("enrol certify", under=steps)
        made.add_argument("request", type=Path, metavar="REQUEST", help=self.text("cli-opt-request"))
        made.add_argument("--out", type=Path, required=True, metavar="FILE", help=self.text("cli-opt-out"))
        self._passphrase(made, "ca-")
        made = self._command("enrol install", under=steps)
        made.add_argument("response", type=Path, metavar="RESPONSE", help=self.text("cli-opt-response"))

    def _rest(self) -> None:
        made = self._command("run", store=False)
        made.add_argument("story", type=Path, nargs="?", metavar="STORY", help=self.text("cli-opt-story"))
        made.add_argument("--stores", type=Path, metavar="FOLDER", help=self.text("cli-opt-stores"))
        made.add_argument("--vocabulary", action="store_true", help=self.text("cli-opt-vocabulary"))
        made = self._command("demo-office", store=False)
        made.add_argument("--as-of", type=day, metavar="DATE", help=self.text("cli-opt-as-of-demo"))


def day(text: str) -> date:
    """A date, `2026-01-01` or `01.01.2026`."""
    if match := re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", text):
        text = f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}"
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(text) from None


def count(text: str) -> int:
    """A number of one or more."""
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(text)
    return int(text)
