"""Which functions, data, tests and stories cite which rule of the law; the page `docs/law-coverage.md` made of it."""

import ast
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
IDS = tuple((HERE / "rule_ids.txt").read_text(encoding="utf-8").split())
"""The ids of the rules, grounds, ways of counting and readings that the design of Pana lists."""

ELSEWHERE = dict(
    line.split(": ", 1) for line in (HERE / "rules_elsewhere.txt").read_text(encoding="utf-8").splitlines() if line
)
"""The ids that no function or no test carries, and why."""

DATA = ("law/grounds.json", "law/stages.json", "law/closing_reasons.json", "reference", "calendar", "locale/en")
"""The data that may carry a rule; `law/rules.json` names every rule and proves nothing."""

DECLARED = ("app/domain/facts/", "app/domain/commands/")
"""What can be said, not what is done: a rule cited only there has no function."""

_LONGEST_FIRST = sorted(IDS, key=len, reverse=True)
_EVERY = "|".join(map(re.escape, _LONGEST_FIRST))
_IN_TEXT = re.compile(rf"(?<![\w.-])({_EVERY})(?!\w|\.\d|-\d)")
_TO = r"(\.\.|–| to |/|-| and )"
_RANGE = re.compile(rf"(?<![\w.-])({_EVERY}){_TO}({_EVERY}|\d+|[a-e])(?!\w|\.\d|-\d)")
_OF_NAME = {re.sub(r"[.-]", "_", rule).lower(): rule for rule in _LONGEST_FIRST}
_IN_NAME = re.compile(rf"(?<![a-z0-9])({'|'.join(_OF_NAME)})(?![a-z0-9])")
_BESIDE = frozenset({"/", " and "})
_PLACE = {rule: n for n, rule in enumerate(IDS)}

GROUPS = (
    ("Rules of the Law", "L-"), ("Grounds of refusal", "A12-"), ("Grounds of deprivation", "A13-"),
    ("Grounds of termination", "A14-"), ("By-law and practice", "X-"), ("Counting of terms", "A16-"),
    ("Readings", "f-"),
)  # fmt: skip


class Coverage(NamedTuple):
    """By rule id: the functions and data that carry it, the tests and stories that try it."""

    functions: dict[str, list[str]]
    tests: dict[str, list[str]]

    def gaps(self) -> list[str]:
        """What is missing, rule by rule."""
        lacking = [(rule, "function" * (not self.functions[rule]), "test" * (not self.tests[rule])) for rule in IDS]
        return [f"{rule}: no {' and no '.join(filter(None, what))}" for rule, *what in lacking if any(what)]


def cited(text: str) -> set[str]:
    """The ids in a text: alone, and as `A16-1 to A16-4`, `A13-02..05`, `L-10.1a/b`."""
    found = set(_IN_TEXT.findall(text))
    for first, to, last in _RANGE.findall(text):
        tail = last if last in _PLACE else first[: -len(last)] + last
        if tail in _PLACE and _family(tail) == _family(first):
            found |= {first, tail} if to in _BESIDE else set(IDS[_PLACE[first] : _PLACE[tail] + 1])
    return found


def _family(rule: str) -> str:
    return re.sub(r"(\d+|[a-e])$", "", rule)


def in_name(name: str) -> set[str]:
    """The ids in the name of a test: `test_L_11_5c_…`, `test_f_09_…`."""
    return {_OF_NAME[found] for found in _IN_NAME.findall(name.lower())}


# -- the product ------------------------------------------------------------------------------------------------------


def _named(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(part for part in parts if part not in {"app", "__init__"})


def _pieces(tree: ast.Module, text: str) -> Iterator[tuple[str, str]]:
    """What a module consists of: functions, methods and named data, each with the comment before and the word after."""
    yield from _parts(tree.body[1:] if ast.get_docstring(tree) else tree.body, text.splitlines())


def _parts(body: list[ast.stmt], lines: list[str], of: str = "") -> Iterator[tuple[str, str]]:
    name = of.rstrip(".")
    begins = body[0].lineno - 1 if body else 0
    for node in body:
        ends = node.end_lineno or 0
        name = name if isinstance(node, ast.Expr) else of + _name(node)
        if isinstance(node, ast.ClassDef):
            yield from _parts(node.body, lines, f"{name}.")
        elif name:
            yield name, "\n".join(lines[begins:ends])
        begins = ends


def _name(node: ast.stmt) -> str:
    if isinstance(node, ast.FunctionDef):
        return node.name
    target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
    return target.id if isinstance(target, ast.Name) else getattr(node, "name", "")


def functions() -> dict[str, list[str]]:
    """Rule id -> functions and data that cite it; a module's own docstring counts where nothing in it does."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in _python("app", "forms"):
        if path.relative_to(ROOT).as_posix().startswith(DECLARED):
            continue
        text = path.read_text(encoding="utf-8")
        tree = ast.parse(text)
        inside: set[str] = set()
        for name, piece in _pieces(tree, text):
            for rule in cited(piece):
                found[rule].add(f"{_named(path)}.{name}")
                inside.add(rule)
        for rule in cited(ast.get_docstring(tree) or "") - inside:
            found[rule].add(_named(path))
    for path in _data():
        for rule in cited(path.read_text(encoding="utf-8")):
            found[rule].add(path.relative_to(ROOT).as_posix())
    return _sorted(found)


def _data() -> Iterator[Path]:
    for place in DATA:
        whole = ROOT / "resources" / place
        yield from [whole] if whole.is_file() else sorted(p for p in whole.rglob("*") if p.suffix in {".json", ".ftl"})


def _python(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from sorted((ROOT / folder).rglob("*.py"))


# -- the tests --------------------------------------------------------------------------------------------------------


def tests() -> dict[str, list[str]]:
    """Rule id -> test functions that name it or tell of it, and stories that give it as the reason of a line."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in _python("tests"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                for rule in in_name(node.name) | cited(ast.get_docstring(node) or ""):
                    found[rule].add(f"{path.stem.removeprefix('test_')}.{node.name.removeprefix('test_')}")
    for path in sorted((ROOT / "tests" / "stories").glob("*.jsonl")):
        for rule in cited(" ".join(_reasons(path))):
            found[rule].add(path.name)
    return _sorted(found)


def _reasons(story: Path) -> Iterator[str]:
    for line in story.read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield str(json.loads(line).get("why", ""))


# -- the page ---------------------------------------------------------------------------------------------------------


def _sorted(found: dict[str, set[str]]) -> dict[str, list[str]]:
    return {rule: sorted(found[rule]) for rule in IDS}


def collected() -> Coverage:
    """What the tree says now."""
    return Coverage(functions(), tests())


def page(coverage: Coverage) -> str:
    """`docs/law-coverage.md`."""
    parts = [
        "# Which function carries which rule, and which tests try it",
        "",
        "Generated by `tests/architecture/test_law_coverage.py` from docstrings, comments and names; do not edit.",
        "Every run of it leaves the page in build/out: `cp build/out/law-coverage.md docs/` when it differs.",
        f"{len(IDS)} rules; `law/rules.json` holds their wording and dates of effect.",
    ]
    for title, prefix in GROUPS:
        parts += ["", f"## {title}", "", "| rule | functions and data | tests and stories |", "|---|---|---|"]
        parts += [_row(rule, coverage) for rule in IDS if rule.startswith(prefix)]
    parts += [
        "",
        "## Not carried by a function and a test",
        "",
        *(f"- {rule}: {why}" for rule, why in ELSEWHERE.items()),
    ]
    return "\n".join(parts) + "\n"


def _row(rule: str, coverage: Coverage) -> str:
    return f"| {rule} | {_cell(coverage.functions[rule])} | {_cell(coverage.tests[rule])} |"


def _cell(places: Iterable[str]) -> str:
    return "<br>".join(places) or "-"
