"""Stories: files of JSON lines that act through the same services as the screens, in stores made for tests.

The words are in `story_words`, the offices in `story_offices`, the checks in `story_checks`; `docs/stories.md` is the
page for people.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from app.base.errors import PanaError, Refusal
from app.domain import facts as f
from app.services import acts, demo, enrolment, exchange, offices, papers, story_checks, story_words
from app.services.story_offices import Stage
from app.services.story_words import (
    AddUserLine,
    CheckLine,
    DemoLine,
    EnrolLine,
    ExportLine,
    ImportLine,
    Line,
    OfficeLine,
    PrintLine,
    VerifyLine,
    Words,
)
from app.store.rows import cases as rows
from app.store.store import Store

Result = dict[str, Any]
_WORDS = {"do", "at", "as", "in", "label", "expect", "why"}
L = TypeVar("L", bound=msgspec.Struct)


def play(lines: Iterable[str], folder: Path, emit: Callable[[Result], None]) -> int:
    """Play a story, give one result per line, and return how many lines were played.

    *Shape*: `folder` holds a store per office, and the sticks; it may be empty or hold what an earlier story left.
    *Refuses*: `story.line` (not a line of a story), `story.unexpected` (a refusal or trouble that no line expects),
    `story.expected_refusal` (an expected one that did not come), `story.trace` (something was recorded all the same),
    `story.check_failed`. The story stops there.
    """
    count = 0
    with Stage(folder) as stage:
        for number, text in enumerate(lines, 1):
            if text.strip():
                emit_numbered = _numbering(emit, number)
                _Play(stage, number, emit_numbered).line(text)
                count += 1
    return count


def _numbering(emit: Callable[[Result], None], number: int) -> Callable[[Result], None]:
    return lambda result: emit({"line": number, **result})


def _read(number: int, text: str) -> tuple[Words, dict[str, Any]]:
    try:
        values = msgspec.json.decode(text, type=dict[str, Any])
        words = msgspec.convert(values, Words)
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise Refusal("story.line", line=number, detail=str(error)) from error
    return words, {key: value for key, value in values.items() if key not in _WORDS}


def _fields(kind: type[L], values: dict[str, Any]) -> L:
    try:
        return msgspec.convert(values, kind)
    except (msgspec.ValidationError, ValueError) as error:
        raise Refusal("command.form", detail=str(error)) from error


class _Play:
    """One line on the stage."""

    def __init__(self, stage: Stage, number: int, emit: Callable[[Result], None]) -> None:
        self.stage = stage
        self.number = number
        self.emit = emit

    def line(self, text: str) -> None:
        """Carry out a line and hold it against what it expects."""
        words, values = _read(self.number, text)
        heads = {label: store.head for label, store in self.stage.stores.items()}
        try:
            result = self._done(words, values)
        except PanaError as error:
            self._refused(words, error, heads)
            return
        self.emit({"do": words.do, **result})
        if words.expect:
            raise Refusal("story.expected_refusal", line=self.number, expected=words.expect)

    def _refused(self, words: Words, error: PanaError, heads: dict[str, Any]) -> None:
        if error.code.startswith("story."):
            raise error
        said: Result = {"do": words.do, "refused": error.code, "field": getattr(error, "field", "")}
        expected = error.code == words.expect
        self.emit({**said, "expected": expected})
        if not expected:
            raise Refusal("story.unexpected", line=self.number, refused=error.code) from error
        if any(store.head != heads.get(label, store.head) for label, store in self.stage.stores.items()):
            raise Refusal("story.trace", line=self.number)

    def _done(self, words: Words, values: dict[str, Any]) -> Result:
        if words.at:
            self.stage.set_clock(words.at)
        if words.do == "office":
            store = self.stage.declare(words.in_, _fields(OfficeLine, values))
            return {"office": store.office.code, "workstation": store.replica}
        store = self.stage.store(words.in_)
        values = self.stage.resolve(values, store)
        if words.do in story_words.LINES:
            line = _fields(story_words.LINES[words.do], values)
            return _LINES[type(line)](self, store, words, line)
        return self._command(store, words, values)

    def _command(self, store: Store, words: Words, values: dict[str, Any]) -> Result:
        actor = store.actor(words.as_)
        command = acts.read_command(words.do, values)
        outcome = acts.perform(store, actor, command)
        if words.label:
            self.stage.name(words.label, outcome.facts, outcome.cases)
        return {"facts": [kind_of(fact) for fact in outcome.facts], "cases": _numbers(store, outcome.cases)}

    # -- lines that are no commands -----------------------------------------------------------------------------------

    def add_user(self, store: Store, words: Words, line: AddUserLine) -> Result:
        """Add a user."""
        offices.add_user(store, store.actor(words.as_), line.user, line.name, line.roles)
        return {"user": line.user}

    def demo(self, store: Store, _words: Words, line: DemoLine) -> Result:
        """Fill the office."""
        return {"persons": demo.fill(store, line.persons, seed=line.seed, as_of=line.as_of)}

    def print(self, store: Store, words: Words, line: PrintLine) -> Result:
        """Issue a paper."""
        issued = papers.issue(store, store.actor(words.as_), line.case, line.paper, line.language)  # type: ignore[arg-type]
        return {"facts": ["paper.issued"], "paper": issued.paper.number, "bytes": len(issued.data)}

    def enrol(self, store: Store, words: Words, line: EnrolLine) -> Result:
        """Exchange keys with the central office."""
        centre = self.stage.store(line.centre)
        request = enrolment.make_request(store, store.actor(words.as_))
        response = enrolment.certify(centre, centre.actor(words.as_), request, "demo-authority")
        enrolment.install(store, store.actor(words.as_), response)
        return {"workstation": store.replica}

    def export(self, store: Store, words: Words, line: ExportLine) -> Result:
        """Write a bundle to a stick."""
        written = exchange.export(store, store.actor(words.as_), self.stage.stick(line.to))
        return {"bundles": len(written)}

    def import_(self, store: Store, words: Words, line: ImportLine) -> Result:
        """Read the bundles on a stick."""
        taken = exchange.import_bundles(store, store.actor(words.as_), self.stage.stick(line.stick))
        return {"bundles": [one.status for one in taken]}

    def verify(self, store: Store, words: Words, _line: VerifyLine) -> Result:
        """Verify the store."""
        verdict = offices.verify(store, store.actor(words.as_))
        if verdict.problems:
            self.emit({"do": words.do, "problems": list(verdict.problems)})
            raise Refusal("story.check_failed", line=self.number, found="; ".join(verdict.problems))
        return {"entries": verdict.entries, "cases": verdict.cases}

    def check(self, store: Store, words: Words, line: CheckLine) -> Result:
        """Hold the state against what is expected."""
        on = line.on or store.clock.today()
        found = story_checks.differences(store, line.case, on, line.expect_state)
        if found:
            self.emit({"do": words.do, "failed": found})
            raise Refusal("story.check_failed", line=self.number, found="; ".join(found))
        return {"on": on.isoformat(), "checked": sorted(line.expect_state)}


_LINES: dict[type[Line], Callable[[_Play, Store, Words, Any], Result]] = {
    AddUserLine: _Play.add_user,
    DemoLine: _Play.demo,
    PrintLine: _Play.print,
    EnrolLine: _Play.enrol,
    ExportLine: _Play.export,
    ImportLine: _Play.import_,
    VerifyLine: _Play.verify,
    CheckLine: _Play.check,
}


def kind_of(fact: f.Fact) -> str:
    """The code of a fact in the journal."""
    return type(fact).KIND


def _numbers(store: Store, cases: tuple[str, ...]) -> list[str]:
    with store.reading() as connection:
        return [rows.case_state(connection, case).shown_number or case for case in cases]
