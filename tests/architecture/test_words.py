"""Words of the code: names that say nothing, things left open, forbidden calls and widgets."""

import ast
import re
from pathlib import PurePosixPath
from typing import Any

EMPTY_NAMES = {"utils", "util", "misc", "common", "helpers", "helper", "manager", "managers", "models"}
LEFT_OPEN = re.compile(r"\b(?:" + "|".join(["TO" + "DO", "FIX" + "ME", "NotImplemented" + "Error"]) + r")\b")
CLOCKS = {
    ("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today"),
    ("time", "time"), ("time", "time_ns"), ("time", "localtime"), ("time", "gmtime"),
}  # fmt: skip
QT_CLOCKS = re.compile(r"\bQ(?:Date|DateTime|Time)\.current\w+\(")
UNSAFE_WIDGETS = re.compile(r"\bQ(?:DateEdit|DateTimeEdit|Wizard|WizardPage|DataWidgetMapper)\b")


def test_no_module_has_a_name_that_says_nothing(modules: list[Any]) -> None:
    empty = [
        module.place
        for module in modules
        if EMPTY_NAMES & {part.removesuffix(".py") for part in PurePosixPath(module.place).parts}
    ]
    assert not empty, "\n".join(empty)


def test_every_package_and_module_says_what_lives_in_it(modules: list[Any]) -> None:
    silent = [module.place for module in modules if not (ast.get_docstring(module.tree) or "").strip()]
    assert not silent, "\n".join(silent)


def test_every_folder_of_code_is_a_package(modules: list[Any]) -> None:
    places = {module.place for module in modules}
    bare = sorted({f"{PurePosixPath(place).parent}/__init__.py" for place in places} - places)
    assert not bare, "\n".join(bare)


def test_nothing_is_left_open(modules: list[Any], scripts: list[Any]) -> None:
    found = [
        f"{module.place}:{number}: {line.strip()[:80]}"
        for module in [*modules, *scripts]
        for number, line in enumerate(module.text.splitlines(), 1)
        if LEFT_OPEN.search(line)
    ]
    assert not found, "\n".join(found)


def _reads_a_clock(call: ast.Call) -> bool:
    if not isinstance(call.func, ast.Attribute):
        return False
    owner = call.func.value
    name = owner.id if isinstance(owner, ast.Name) else owner.attr if isinstance(owner, ast.Attribute) else ""
    return (name, call.func.attr) in CLOCKS


def test_only_the_clock_knows_the_time(modules: list[Any]) -> None:
    found = []
    for module in modules:
        if module.place == "app/base/clock.py":
            continue
        found += [module.at(call) for call, _ in module.calls() if _reads_a_clock(call)]
        found += [
            module.at(node)
            for node in ast.walk(module.tree)
            if isinstance(node, ast.ImportFrom)
            and node.module == "time"
            and {name.name for name in node.names} & {"time", "time_ns", "localtime", "gmtime"}
        ]
        found += [f"{module.place}: {match[0]}" for match in QT_CLOCKS.finditer(module.text)]
    assert not found, "\n".join(found)


def test_only_the_command_line_prints(modules: list[Any]) -> None:
    found = [
        module.at(call)
        for module in modules
        if not module.place.startswith("app/cli/")
        for call, name in module.calls()
        if name == "print" and isinstance(call.func, ast.Name)
    ]
    assert not found, "\n".join(found)


def _names(module: Any) -> set[str]:
    nodes = list(ast.walk(module.tree))
    imported = {name.name for node in nodes if isinstance(node, ast.ImportFrom) for name in node.names}
    return imported | {node.attr for node in nodes if isinstance(node, ast.Attribute)}


def test_no_screen_uses_widgets_that_store_wrong_values(modules: list[Any]) -> None:
    found = [
        f"{module.place}: {name}"
        for module in modules
        if module.place.startswith("app/ui/")
        for name in sorted(_names(module))
        if UNSAFE_WIDGETS.fullmatch(name)
    ]
    assert not found, "\n".join(found)
