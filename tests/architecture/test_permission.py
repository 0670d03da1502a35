"""A use case asks for the permission before it does anything else."""

import ast
from typing import Any

DOOR = "carry_out"
"""`acts.carry_out` hands a command to its act, and every act asks first."""


def _annotation(argument: ast.arg) -> str:
    return ast.unparse(argument.annotation) if argument.annotation else ""


def _takes_a_command(function: ast.FunctionDef) -> bool:
    arguments = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    writes = any(argument.arg == "uow" or "UnitOfWork" in _annotation(argument) for argument in arguments)
    return writes and any(argument.arg == "command" or "commands." in _annotation(argument) for argument in arguments)


def _first_statement(function: ast.FunctionDef) -> ast.stmt:
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return body[0] if body else function.body[0]


def _requires(statement: ast.stmt) -> bool:
    names = {node.func for node in ast.walk(statement) if isinstance(node, ast.Call)}
    return any(getattr(name, "id", getattr(name, "attr", "")) == "require" for name in names)


def test_every_service_with_a_command_requires_permission_first(modules: list[Any]) -> None:
    open_doors = [
        f"{module.at(node)} {node.name}"
        for module in modules
        if module.place.startswith("app/services/")
        for node in module.tree.body
        if isinstance(node, ast.FunctionDef)
        and not node.name.startswith("_")
        and node.name != DOOR
        and _takes_a_command(node)
        and not _requires(_first_statement(node))
    ]
    assert not open_doors, "\n".join(open_doors)
