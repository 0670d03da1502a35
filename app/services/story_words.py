"""The vocabulary of stories: the words every line may have, the lines that are no commands, and all of it as a page.

Commands themselves are `app.domain.commands`; playing is in `stories`, what a check reads in `story_checks`.
"""

from datetime import date
from typing import Any

import msgspec
from msgspec import inspect as shapes

from app.domain.commands import COMMANDS, Moment
from app.domain.facts.office import OfficeKind, Role


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """What every line may say besides the fields of its command."""

    do: str
    """The command."""
    at: Moment | None = None
    """Sets the clock of the story's offices; it stands still until the next `at`."""
    as_: str = msgspec.field(name="as", default="admin")
    """Who acts: a user, or a role (each office has one user per role, and `admin` with all of them)."""
    in_: str = msgspec.field(name="in", default="")
    """The office, by its label; the first office of the story when left out."""
    label: str = ""
    """A name for the cases or the person that this line makes."""
    expect: str = ""
    """The id of the refusal or trouble that must come; nothing may be recorded then."""
    why: str = ""
    """A remark for the reader."""


class Line(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of the lines that are no commands of the domain."""


class OfficeLine(Line, frozen=True):
    """Declare an office and make its store; `in` is its label. Without such a line there is one, `office`, ALA01."""

    office: str
    kind: OfficeKind
    region: str = ""
    workstation: int = 1
    name_kk: str = "Сынақ кеңсесі"
    name_ru: str = "Проверочный отдел"


class AddUserLine(Line, frozen=True):
    """Add a user with roles of one's own choice."""

    user: str
    roles: tuple[Role, ...]
    name: str = ""


class DemoLine(Line, frozen=True):
    """Fill the office with synthetic persons, backwards from a day."""

    persons: int = 480
    seed: int = 1
    as_of: date | None = None


class PrintLine(Line, frozen=True):
    """Issue a paper of a case, as the desk prints it."""

    case: str
    paper: str
    language: str = ""


class EnrolLine(Line, frozen=True):
    """Exchange keys with the central office: request, certificate, installation."""

    centre: str


class ExportLine(Line, frozen=True):
    """Write a bundle of everything new to a stick; a stick is a folder of the story, made when first named."""

    to: str


class ImportLine(Line, frozen=True):
    """Read the bundles on a stick."""

    stick: str = msgspec.field(name="from")


class VerifyLine(Line, frozen=True):
    """Verify the whole store; a damaged one fails the story."""


class CheckLine(Line, frozen=True):
    """Hold what is known of a case, or of the office, against what is expected; see below what can be asked."""

    expect_state: dict[str, Any]
    case: str = ""
    on: date | None = None
    """The day of the question; the clock's day when left out."""


LINES: dict[str, type[Line]] = {
    "office": OfficeLine,
    "add_user": AddUserLine,
    "demo": DemoLine,
    "print": PrintLine,
    "enrol": EnrolLine,
    "export": ExportLine,
    "import": ImportLine,
    "verify": VerifyLine,
    "check": CheckLine,
}


def vocabulary() -> str:
    """Every line, command and part with its fields, as Markdown; `docs/stories.md` holds this text."""
    parts: dict[str, type] = {}
    pages = ["### Words of every line", "", *_fields(Words, parts)]
    for heading, table in (("Lines of a story", LINES), ("Commands", COMMANDS)):
        pages += ["", f"### {heading}"]
        for name, struct in table.items():
            pages += ["", f"#### `{name}`", "", _sentence(struct), "", *_fields(struct, parts)]
    pages += ["", "### Parts"]
    shown: set[str] = set()
    while set(parts) - shown:
        name = next(n for n in sorted(parts) if n not in shown)
        shown.add(name)
        pages += ["", f"#### {name}", "", _sentence(parts[name]), "", *_fields(parts[name], parts)]
    return "\n".join(pages) + "\n"


def _sentence(struct: type) -> str:
    return " ".join((struct.__doc__ or "").split("\n\n", maxsplit=1)[0].split())


def _fields(struct: type, parts: dict[str, type]) -> list[str]:
    shape = shapes.type_info(struct)
    if not isinstance(shape, shapes.StructType) or not shape.fields:
        return ["No fields."]
    rows = ["| field | value | |", "|---|---|---|"]
    for field in shape.fields:
        need = "required" if field.required else ""
        rows.append(f"| `{field.encode_name}` | {_value(field.type, parts)} | {need} |")
    return rows


_PLAIN: tuple[tuple[type[shapes.Type], str], ...] = (
    (shapes.StrType, "text"),
    (shapes.BoolType, "true or false"),
    (shapes.IntType, "number"),
    (shapes.DateTimeType, "moment with offset"),
    (shapes.DateType, "date"),
    (shapes.DictType, "object"),
    (shapes.AnyType, "anything"),
)


def _value(shape: shapes.Type, parts: dict[str, type]) -> str:
    """A type in words."""
    if isinstance(shape, shapes.StructType):
        parts[shape.cls.__name__] = shape.cls
        return shape.cls.__name__
    if isinstance(shape, shapes.VarTupleType):
        return f"list of {_value(shape.item_type, parts)}"
    if isinstance(shape, shapes.LiteralType):
        return ", ".join(f"`{value}`" for value in shape.values)
    if isinstance(shape, shapes.UnionType):
        return " or ".join(_value(t, parts) for t in shape.types if not isinstance(t, shapes.NoneType))
    if isinstance(shape, shapes.Metadata):
        return _value(shape.type, parts)
    return next(words for kind, words in _PLAIN if isinstance(shape, kind))
