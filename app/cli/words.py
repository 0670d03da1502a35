"""Words of the command line in the language of its user; the sentences themselves are in the catalogue."""

import locale
import os
from collections.abc import Sequence

from app.messages import catalogue
from app.messages.catalogue import LANGUAGES, Language


def language_of(argv: Sequence[str]) -> Language:
    """The language that `--lang` names, else that of the computer, else English.

    Read before the arguments are parsed, because help and mistakes are said in it too.
    """
    for place, word in enumerate(argv):
        named = word.partition("=")[2] if word.startswith("--lang=") else ""
        if word == "--lang":
            named = argv[place + 1] if place + 1 < len(argv) else ""
        for language in LANGUAGES:
            if named == language:
                return language
    return computer_language()


def computer_language() -> Language:
    """The language of the computer where it is one of ours, else English."""
    named = next((os.environ[n] for n in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(n)), "")
    spoken = named or locale.getlocale()[0] or ""
    found: dict[str, Language] = {"kk": "kk", "ru": "ru", "en": "en", "Ka": "kk", "Ru": "ru"}
    return found.get(spoken[:2], "en")


def word(language: Language, prefix: str, code: str) -> str:
    """The word of a code, or the code itself when a newer program wrote it."""
    key = f"{prefix}-{code}".replace(".", "-").replace("_", "-").lower()
    return catalogue.text(key, language) if catalogue.has(key, language) else code
