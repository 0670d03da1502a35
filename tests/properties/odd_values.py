"""Values of commands as nobody should type them: wrong, contradictory, ancient, enormous; sometimes right."""

import types
import typing
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from app.domain.birth import BirthDate
from app.domain.commands import Command
from app.domain.course import SIX_REASONS
from app.domain.facts.values import Blob, Name, Names

Scene = dict[str, tuple[str, ...]]
"""What fits in one case, by the name of the field in which it is asked for."""

TODAY = date(2026, 6, 15)
WRONG_OF = 12
"""One field in so many is wrong."""
HUGE = "Қ" * 20_000
WORDS = st.sampled_from(
    ("", " ", "x", "ALI", "Қасымов", "A12-01", "A13-02", "A14-07", "AFG", "XXX", "xx", "fa", "SV", "WDR", "TRF", "ERR",
     "religion", "not_stated", "spouse", "son", "750000000", "passport", "kz-2026.1", "\x00", "\ud800", "😀", "a\nb",
     "0", "-1", "1e309", "../../x", "'; DROP TABLE record; --", "{ $x }", "A-ALA01-26-01-00001-2", HUGE)
)  # fmt: skip
DAYS = st.one_of(
    st.integers(-800, 800).map(lambda n: TODAY + timedelta(days=n)),
    st.sampled_from((date.min, date.max, date(1899, 12, 31), date(2023, 12, 31), date(9999, 11, 30))),
    st.just(TODAY),
)
ZONES = st.sampled_from(
    (UTC, timezone(timedelta(hours=5)), timezone(timedelta(hours=-14)), timezone(timedelta(hours=14)))
)
MOMENTS = st.one_of(
    st.builds(
        lambda day, hour, zone: datetime(day.year, day.month, day.day, hour, 59, 59, 999_999, tzinfo=zone),
        DAYS, st.integers(0, 23), ZONES,
    ),
    st.sampled_from((datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC))),
)  # fmt: skip
BIRTHS = st.sampled_from(
    (BirthDate("2012-02-29"), BirthDate("1986", "year"), BirthDate("0000-00-00"), BirthDate("2010-12", "month"),
     BirthDate("9999-12-31"), BirthDate("2026-06-16"), BirthDate("2008-06-15"), BirthDate("1986-12-31"),
     BirthDate("1986-13", "month"), BirthDate("2015-04-02"), BirthDate("1990", "estimated"))
)  # fmt: skip
NUMBERS = st.sampled_from((0, 1, -1, 100, 1 << 53, 1 << 70))
PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: WORDS, bool: st.booleans(), int: NUMBERS, date: DAYS, datetime: MOMENTS, BirthDate: BIRTHS,
}  # fmt: skip


RIGHT_DAYS = st.integers(-20, 0).map(lambda n: TODAY + timedelta(days=n))
NAMES = st.builds(
    lambda family, given: Names(family=Name(latin_mrz=family, kk_cyr="Ахмади"), given=Name(latin_mrz=given)),
    st.sampled_from(("AHMADI", "NOORI", "LEE")),
    st.text("ABCDEFGHIKLMNO", min_size=2, max_size=8),
)
RIGHT: dict[Any, st.SearchStrategy[Any]] = {
    date: RIGHT_DAYS,
    datetime: RIGHT_DAYS.map(lambda day: datetime(day.year, day.month, day.day, 3, tzinfo=UTC)),
    BirthDate: st.sampled_from((BirthDate("1986-12-31"), BirthDate("2015-04-02"), BirthDate("1990", "year"))),
    Names: NAMES,
    Blob: st.just(Blob(h="0" * 64, z=1, type="image/jpeg")),
    bool: st.booleans(),
    int: st.integers(0, 5),
}
"""Values that pass for themselves."""

WORDS_OF = {
    **dict.fromkeys(("country", "citizenships"), ("AFG", "UZB")),
    **dict.fromkeys(("language", "languages"), ("prs", "fas")),
    **dict.fromkeys(("residence_country", "series", "iin", "marital", "native_script", "blank"), ("",)),
    "relation": ("son", "daughter", "spouse", "other"),
    "type": ("passport", "birth_certificate"),
    "kato": ("750000000",),
    "codes": ("SV", "CR", "DS"),
    "reasons": ("religion", "political_opinion"),
    "from_office": ("AST01",),
    "office": ("AST01",),
}
"""Right words by the name of the field; any other field takes some text."""

MOSTLY_ASKED = frozenset({"citizenships", "documents", "second", "protection", "evidence", "grounds", "statement"})
"""Fields that a command may leave out and that the rules then ask for."""


def commands(kind: type[Command], scenes: Sequence[Scene]) -> st.SearchStrategy[Command]:
    """Any command of a kind: most fields fit together in one case, some are wrong."""
    return st.sampled_from(scenes).flatmap(lambda scene: _struct(kind, scene))


def _struct(cls: Any, scene: Scene) -> st.SearchStrategy[Any]:
    hints = typing.get_type_hints(cls, include_extras=True)
    needed = {*cls.__struct_fields__[: len(cls.__struct_fields__) - len(cls.__struct_defaults__)], *MOSTLY_ASKED}
    fields = {name: _field(name, hints[name], scene) for name in cls.__struct_fields__}
    always = {name: field for name, field in fields.items() if name in needed}
    maybe = {name: field for name, field in fields.items() if name not in needed}
    # Half of the optional fields are left out: a command full of nonsense fails at its first field.
    return st.fixed_dictionaries(always, optional=maybe).map(lambda values: cls(**values))


def _field(name: str, annotation: Any, scene: Scene) -> st.SearchStrategy[Any]:
    right = _value(annotation, scene, name)
    return st.integers(0, WRONG_OF - 1).flatmap(lambda n: right if n else _value(annotation, scene, ""))


def _word(name: str, scene: Scene) -> st.SearchStrategy[str]:
    """A text that fits a field; any text at all for a field without a name."""
    return st.sampled_from(scene.get(name) or WORDS_OF.get(name) or ("негіз",)) if name else WORDS


def _value(annotation: Any, scene: Scene, name: str) -> st.SearchStrategy[Any]:
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if annotation is str:
        return _word(name, scene)
    plain = RIGHT if name else PLAIN
    if annotation in plain:
        return plain[annotation]
    if annotation is type(None):
        return st.none()
    if origin is typing.Literal:
        return st.sampled_from(arguments)
    if origin in (typing.Union, types.UnionType):
        return st.one_of(*(_value(argument, scene, name) for argument in arguments))
    if origin is tuple:
        return st.lists(_value(arguments[0], scene, name), min_size=1 if name else 0, max_size=2).map(tuple)
    if origin is dict:
        six = st.fixed_dictionaries({reason: _word("text", scene) for reason in SIX_REASONS})
        return six if name else st.dictionaries(WORDS, WORDS, max_size=2)
    if origin is typing.Annotated:
        return _value(arguments[0], scene, name)
    return st.deferred(lambda: _struct(annotation, scene))


JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | NUMBERS | st.floats(allow_nan=False) | WORDS | st.just("2026-06-15"),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(WORDS, inside, max_size=3),
    max_leaves=6,
)
"""What a story or a script may hold in the place of a value."""


def documents(kind: type[Command], scene: Scene) -> st.SearchStrategy[Any]:
    """JSON for a command: the right names with values of any type, or something else altogether."""
    fields = {name: st.sampled_from(scene.get(name, ("x",))) | JSON for name in kind.__struct_fields__}
    return st.fixed_dictionaries({}, optional=fields) | JSON
