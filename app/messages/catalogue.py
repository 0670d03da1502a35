"""The catalogue: a message key and its values -> a sentence in kk, ru or en.

The texts are Fluent files, `resources/locale/<language>/*.ftl`. Keys of rules start with `rule-`, of conditions with
`trouble-`, of kinds of facts with `fact-`; dots in an id become dashes.
"""

from datetime import date, datetime
from functools import cache
from typing import Literal

from fluent.runtime import FluentBundle, FluentResource

from app.base import resources
from app.base.clock import LOCAL
from app.base.errors import PanaError, Refusal

Language = Literal["kk", "ru", "en"]
LANGUAGES: tuple[Language, ...] = ("kk", "ru", "en")


class MissingMessage(LookupError):
    """A key that the catalogue does not know: always a bug."""


@cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    for path in sorted(resources.path("locale", language).glob("*.ftl")):
        bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return bundle


def has(key: str, language: str) -> bool:
    """True when the catalogue holds this key."""
    return bool(_bundle(language).has_message(key))


def text(key: str, language: str, **values: object) -> str:
    """The sentence of a key in one language; dates are written dd.mm.yyyy."""
    bundle = _bundle(language)
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
    """The sentence of a refusal or a trouble."""
    prefix = "rule-" if isinstance(error, Refusal) else "trouble-"
    return text(prefix + error.code.replace(".", "-").replace("_", "-").lower(), language, **error.facts)
