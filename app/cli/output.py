"""What a command prints: JSON or lines on standard output, sentences of errors and progress on standard error."""

import sys
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from app.base.clock import LOCAL
from app.base.errors import PanaError
from app.cli.words import word
from app.messages import catalogue
from app.messages.catalogue import Language


class Output(NamedTuple):
    """How the answers of one run are given."""

    language: Language
    as_json: bool

    def text(self, key: str, **values: object) -> str:
        """A sentence of the catalogue."""
        return catalogue.text(key, self.language, **values)

    def word(self, prefix: str, code: str) -> str:
        """The word of a code."""
        return word(self.language, prefix, code) if code else "-"

    def answer(self, data: Mapping[str, Any], lines: Iterable[str] = ()) -> None:
        """Give the answer of a command: the data as one JSON object, or the lines."""
        if self.as_json:
            print(as_json(data))
            return
        for line in lines:
            print(line)

    def row(self, data: Mapping[str, Any]) -> None:
        """Give one JSON line at once, as stories do."""
        print(as_json(data), flush=True)

    def error(self, error: PanaError) -> None:
        """Say what was refused, or what is wrong."""
        sentence = catalogue.sentence(error, self.language)
        print(sentence, file=sys.stderr)
        if self.as_json:
            field = getattr(error, "field", "")
            print(as_json({"error": {"code": error.code, "sentence": sentence, "field": field}}))


class Progress:
    """A counter on standard error, rewritten in place on a terminal, a line per tenth elsewhere."""

    def __init__(self, key: str, output: Output) -> None:
        self._key = key
        self._output = output
        self._tenth = -1

    def __call__(self, done: int, of: int) -> None:
        """Show how far it is."""
        terminal = sys.stderr.isatty()
        tenth = done * 10 // max(of, 1)
        if not terminal and tenth == self._tenth:
            return
        self._tenth = tenth
        line = self._output.text(self._key, done=str(done), of=str(of))
        end = "\n" if done >= of or not terminal else ""
        print(f"\r{line}" if terminal else line, end=end, file=sys.stderr, flush=True)


def as_json(data: Any) -> str:
    """One line of JSON."""
    return msgspec.json.encode(plain(data)).decode()


def plain(value: Any) -> Any:
    """A value as JSON knows it: named tuples as objects, dates as text, paths as text."""
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, bytes):
        return len(value)
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return plain(value._asdict())
    if isinstance(value, Mapping):
        return {str(key): plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(part) for part in value]
    return msgspec.to_builtins(value)


def day(value: date | str | None) -> str:
    """A date as it is written here, or a dash."""
    if not value:
        return "-"
    found = date.fromisoformat(value) if isinstance(value, str) else value
    return found.strftime("%d.%m.%Y")


def moment(at_ms: int) -> str:
    """A moment of the journal at UTC+5."""
    from datetime import UTC, datetime, timedelta

    at = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=at_ms)
    return at.astimezone(LOCAL).strftime("%d.%m.%Y %H:%M")
