"""The catalogue: a message key and its values -> a sentence in kk, ru or en.

The texts are Fluent files, `resources/locale/<language>/*.ftl`. Keys of rules start with `rule-`, of conditions with
`trouble-`, of kinds of facts with `fact-`; dots in an id become dashes.
"""

import re
from datetime import date, datetime
from functools import cache
from typing import Literal

from fluent.runtime import FluentBundle, FluentResource

from app.base import resources
from app.base.clock import LOCAL
from app.base.errors import PanaError, Refusal

Language = Literal["kk", "ru", "en"]
LANGUAGES: tuple[Language, ...] = ("kk", "ru", "en")

LONGEST_QUOTE = 300


class MissingMessage(LookupError):
    """A key that the catalogue does not know: always a bug."""


_KEY = re.compile(r"^(-?[a-zA-Z][a-zA-Z0-9_-]*) *=", re.MULTILINE)
_USED = re.compile(r"\{\s*(-?[a-zA-Z][a-zA-Z0-9_-]*)")


@cache
def _sources(language: str) -> dict[str, str]:
    """Every message as it stands in the files; each is parsed when it is asked for, which start-up feels."""
    found: dict[str, str] = {}
    for path in sorted(resources.path("locale", language).glob("*.ftl")):
        written = path.read_text(encoding="utf-8")
        starts = list(_KEY.finditer(written))
        ends = [start.start() for start in starts[1:]] + [len(written)]
        found |= {start[1]: written[start.start() : end] for start, end in zip(starts, ends, strict=True)}
    return found


@cache
def _bundle(language: str) -> FluentBundle:
    return FluentBundle([language], use_isolating=False)


def _add(key: str, language: str) -> None:
    """Parse a message, and those that it uses."""
    bundle, sources = _bundle(language), _sources(language)
    if key in sources and not bundle.has_message(key):
        bundle.add_resource(FluentResource(sources[key]))
        for used in set(_USED.findall(sources[key])) - {key}:
            _add(used, language)


def has(key: str, language: str) -> bool:
    """True when the catalogue holds this key."""
    return key in _sources(language)


def text(key: str, language: str, /, **values: object) -> str:
    """The sentence of a key in one language; dates are written dd.mm.yyyy."""
    bundle = _bundle(language)
    _add(key, language)
    if not bundle.has_message(key):
        raise MissingMessage(f"{language}: {key}")
    pattern = bundle.get_message(key).value
    if pattern is None:
        raise MissingMessage(f"{language}: {key} has no text")
    result, errors = bundle.format_pattern(pattern, {name: _printable(value) for name, value in values.items()})
    if errors:
        raise MissingMessage(f"{language}: {key}: {errors[0]}")
    return str(result)


def _printable(value: object) -> object:
    if isinstance(value, datetime):
        return value.astimezone(LOCAL).strftime("%d.%m.%Y %H:%M")
    if isinstance(value, date):
        return value.strftime("%d.%m.%Y")
    if isinstance(value, bool) or value is None:
        return str(value).lower()
    if isinstance(value, int | float | str):
        return value
    return str(value)


def sentence(error: PanaError, language: str) -> str:
    """The sentence of a refusal or a trouble; what was typed is quoted as far as a reader needs it."""
    prefix = "rule-" if isinstance(error, Refusal) else "trouble-"
    facts = {name: _quoted(value) if isinstance(value, str) else value for name, value in error.facts.items()}
    return text(prefix + error.code.replace(".", "-").replace("_", "-").lower(), language, **facts)


def _quoted(value: str) -> str:
    """Fluent formats no value of more than a thousand signs."""
    return value if len(value) <= LONGEST_QUOTE else value[: LONGEST_QUOTE - 1] + "…"
