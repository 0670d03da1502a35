"""The order of names in lists: the Kazakh alphabet, as a text key that every database orders alike.

Keys for search are `namekeys`.
"""

import unicodedata
from functools import cache

ALPHABET = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"

AFTER = {"ґ": "ғ", "є": "е", "ҷ": "ч", "ї": "і", "ҳ": "һ", "ў": "ү", "ӯ": "ү", "ӣ": "й", "ђ": "д", "ј": "й"}
"""Letters of the neighbours, each with the Kazakh letter after which it stands."""

_BLANK = " "
_CYRILLIC = "a"
_AFTER = "~"
_OTHER = "z"
_GAPS = frozenset(" -‐‑–—,/\t\n\u00a0")


def sort_key(text: str) -> str:
    """The key of a text: its order by code points is the Kazakh order, digits before Latin before Cyrillic letters.

    *Shape*: ASCII, so SQLite BINARY and PostgreSQL "C" agree. Capitals, marks and apostrophes make no difference.
    """
    return "".join(map(_weight, unicodedata.normalize("NFC", text.strip()).casefold()))


@cache
def _weight(sign: str) -> str:
    if sign in _GAPS:
        return _BLANK
    if sign.isascii():
        return sign.upper() if sign.isalnum() else ""
    if sign in ALPHABET:
        return _CYRILLIC + chr(ord("0") + ALPHABET.index(sign))
    if sign in AFTER:
        return _weight(AFTER[sign]) + _AFTER
    base = unicodedata.normalize("NFKD", sign)
    if base != sign:
        return "".join(map(_weight, base.casefold()))
    if unicodedata.category(sign)[0] not in "LN" or unicodedata.category(sign) == "Lm":
        return ""
    return _LATIN.get(sign) or f"{_OTHER}{ord(sign):06X}"


_LATIN = {"ı": "I", "ø": "O", "ł": "L", "đ": "D", "æ": "AE", "œ": "OE", "ə": "A", "ð": "D", "þ": "TH", "ŋ": "N"}
