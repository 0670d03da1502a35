"""A proposal for the Latin spelling of a Cyrillic name after Doc 9303, part 3; the clerk confirms or changes it.

A Latin form from the zone of a passport goes before any proposal. Arabic script is not spelled here: it carries no
vowels, and a guess would be taken for a name. Keys for search are `namekeys`.
"""

import re
import unicodedata
from typing import Literal

CyrillicLanguage = Literal["kk", "ru", "uk"]
QLetter = Literal["K", "Q"]

_RUSSIAN = dict(zip("абвгдеёзийклмнопрстуфыэ", "abvgdeeziiklmnoprstufye", strict=True)) | {
    "ж": "zh",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ъ": "ie",
    "ь": "",
    "ю": "iu",
    "я": "ia",
}

_NEIGHBOURS = dict(zip("әғңөұүһіґўҳҷӣӯ", "agnouuhiguhjiu", strict=True)) | {"є": "ie", "ї": "i"}
"""Kazakh letters (Һ overrides the Serbian letter that has its place in Doc 9303) and those of the neighbours."""

_UKRAINIAN = {"г": "h", "и": "y"}
_UKRAINIAN_INITIAL = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ‘ʻ`][^\W\d_]+)*")


def latin(text: str, language: CyrillicLanguage, q: QLetter = "K") -> str:
    """Propose the Latin spelling of a Kazakh, Russian or Ukrainian name; capitals stay where they were.

    *Shape*: q is the setting `transliteration.q`, the letter for Қ. What is not Cyrillic stays as it is.
    """
    composed = unicodedata.normalize("NFC", text)
    return _WORD.sub(lambda word: _word(word[0], language, q), composed)


def _word(word: str, language: CyrillicLanguage, q: QLetter) -> str:
    cyrillic = any("\u0400" <= sign <= "\u04ff" for sign in word)
    if not cyrillic:
        return word
    capitals = word.isupper() and len(word) > 1
    letters = re.sub(r"['’ʼ‘ʻ`]", "", word)
    spelled = [_letter(sign, at == 0, language, q) for at, sign in enumerate(letters)]
    return "".join(spelled).upper() if capitals else "".join(spelled)


def _letter(sign: str, initial: bool, language: CyrillicLanguage, q: QLetter) -> str:
    small = sign.lower()
    if small == "қ":
        spelled = q.lower()
    elif language == "uk" and initial and small in _UKRAINIAN_INITIAL:
        spelled = _UKRAINIAN_INITIAL[small]
    elif language == "uk" and small in _UKRAINIAN:
        spelled = _UKRAINIAN[small]
    else:
        spelled = _RUSSIAN.get(small, _NEIGHBOURS.get(small, small))
    return spelled.capitalize() if sign.isupper() else spelled
