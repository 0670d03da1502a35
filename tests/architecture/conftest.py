"""The source tree as these tests read it: parsed modules, the files of the repository, the catalogues of sentences."""

import ast
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("kk", "ru", "en")


@dataclass(frozen=True)
class Module:
    """One Python file: its place in the repository, its text and its tree."""

    place: str
    text: str
    tree: ast.Module

    def calls(self) -> Iterator[tuple[ast.Call, str]]:
        """Every call with the bare name of what is called (`require` for `permissions.require(...)`)."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                yield node, called(node)

    def at(self, node: ast.AST) -> str:
        """Where a node stands, as an editor understands it."""
        return f"{self.place}:{getattr(node, 'lineno', 1)}"


def called(call: ast.Call) -> str:
    """The bare name of what is called."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _read(*folders: str) -> list[Module]:
    found = []
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            place = path.relative_to(ROOT).as_posix()
            if not place.startswith("build/out/"):
                text = path.read_text(encoding="utf-8")
                found.append(Module(place, text, ast.parse(text, place)))
    return found


@dataclass(frozen=True)
class Sentence:
    """One message of a Fluent file: where it stands and the variables it asks for."""

    place: str
    variables: frozenset[str]


@dataclass(frozen=True)
class Catalogue:
    """All messages of one language and what is wrong with its files."""

    sentences: dict[str, Sentence]
    mistakes: list[str]


def _variables(node: object) -> set[str]:
    if isinstance(node, ftl.VariableReference):
        return {node.id.name}
    if isinstance(node, ftl.BaseNode):
        return set().union(*(_variables(value) for value in vars(node).values()))
    if isinstance(node, list):
        return set().union(*(_variables(value) for value in node))
    return set()


def _catalogue(language: str) -> Catalogue:
    catalogue = Catalogue({}, [])
    for path in sorted((ROOT / "resources" / "locale" / language).glob("*.ftl")):
        place = path.relative_to(ROOT).as_posix()
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, ftl.Junk):
                catalogue.mistakes.append(f"{place}: not Fluent: {(entry.content or '').strip()[:60]!r}")
            elif isinstance(entry, ftl.Message):
                if entry.id.name in catalogue.sentences:
                    earlier = catalogue.sentences[entry.id.name].place
                    catalogue.mistakes.append(f"{place}: {entry.id.name} stands in {earlier} too")
                if entry.value is None:
                    catalogue.mistakes.append(f"{place}: {entry.id.name} has no text")
                catalogue.sentences[entry.id.name] = Sentence(place, frozenset(_variables(entry)))
    return catalogue


@pytest.fixture(scope="session")
def modules() -> list[Module]:
    """Every module of the product."""
    return _read("app", "forms")


@pytest.fixture(scope="session")
def scripts() -> list[Module]:
    """Every script of build/."""
    return _read("build")


@pytest.fixture(scope="session")
def catalogues() -> dict[str, Catalogue]:
    """The catalogue of each language."""
    return {language: _catalogue(language) for language in LANGUAGES}


@pytest.fixture(scope="session")
def repository() -> list[Path]:
    """Every file that is, or would be, committed."""
    git = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    if (ROOT / ".git").exists() and shutil.which("git"):
        listed = subprocess.run(git, cwd=ROOT, capture_output=True, check=True).stdout
        files = [ROOT / name.decode() for name in listed.split(b"\0") if name]
    else:  # unpacked from an archive
        apart = {".venv", ".git", "out", "__pycache__", ".hypothesis", ".mypy_cache", ".ruff_cache", ".pytest_cache"}
        files = [path for path in ROOT.rglob("*") if not apart & set(path.relative_to(ROOT).parts)]
    return [path for path in files if path.is_file()]
