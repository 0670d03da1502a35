"""Functions, files and classes stay small enough to be read at once."""

import ast
from typing import Any

LONGEST_FUNCTION = 40
LONGEST_FILE = 400
MOST_PUBLIC_METHODS = 20


def _lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_function_is_longer_than_forty_lines(modules: list[Any]) -> None:
    functions = ast.FunctionDef | ast.AsyncFunctionDef
    long = [
        f"{module.at(node)} {node.name}: {_lines(node)} lines"
        for module in modules
        for node in ast.walk(module.tree)
        if isinstance(node, functions) and _lines(node) > LONGEST_FUNCTION
    ]
    assert not long, "\n".join(long)


def test_no_file_is_longer_than_four_hundred_lines(modules: list[Any], scripts: list[Any]) -> None:
    lengths = {module.place: module.text.count("\n") for module in [*modules, *scripts]}
    long = [f"{place}: {lines} lines" for place, lines in lengths.items() if lines > LONGEST_FILE]
    assert not long, "\n".join(long)


def test_no_class_has_more_than_twenty_public_methods(modules: list[Any]) -> None:
    wide = []
    for module in modules:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ClassDef):
                methods = [part for part in node.body if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef)]
                public = [method for method in methods if not method.name.startswith("_")]
                if len(public) > MOST_PUBLIC_METHODS:
                    wide.append(f"{module.at(node)} {node.name}: {len(public)} public methods")
    assert not wide, "\n".join(wide)
