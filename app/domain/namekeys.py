"""Keys by which a name is found whatever script it was written in: folded text, romanised prefix, consonant skeleton.

How the keys are stored and ranked is the store's; the Latin spelling for papers is `translit`.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

import msgspec

MARK = "q"
"""First letter of a skeleton key in the index; no romanised token starts with it, because q is written k."""

ALTERNATIVES = 4
ENOUGH = 3
"""Consonants from which a skeleton says enough to be asked for."""

_PARTICLES = """
al el ul bin ibn ben bint bent uly uli kyzy kizi qizi ogli oglu ogly zade zoda
аль эль ал ибн бин бен бинт улы ұлы кызы қызы қизи оглы огли ўғли ال بن ابن بنت اوغلی
"""
PARTICLES = frozenset(_PARTICLES.split())

_APOSTROPHES = "'’‘ʻʼʽ`´ʹʾʿ"
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_APOSTROPHES}\u0300-\u036f\u064b-\u0670\u200c\u0640])*")
_SILENT = re.compile(rf"[{_APOSTROPHES}\u0300-\u036f\u0640\u064b-\u065f\u0670\u200c\u200d]")
_SERVANT = re.compile(r"(abd|абд|عبد)(?:[aeiouуаеиоы]?[lл]|ال)?(?=.)")
_SERVANT_ALONE = re.compile(r"abd[aeiou]?[lr]?|абд[уаеи]?[лр]?ь?|عبدال|عبد")
_ARTICLE = re.compile(r"(?:[aeu]l|[аэу]ль?)(?=[bcdfghjklmnpqrstvwxzбвгджзклмнпрстфхцчшщ].{3})|ال(?=.{3})")
_CHILD_OF = re.compile(r"(?<=...)(?:u[lł][yiı]|[kq][yiı]z[yiı]|ogl[yiu]|[уұ]лы|[кқ][ыи]з[ыи]|[оў][гғ]л[ыи])$")
_ARABIC = re.compile(r"[\u0600-\u06ff]")

Sounds = dict[str, tuple[str, ...]]


def _sounds(*lines: str) -> Sounds:
    """A table from lines of `letters class,class`; `^` opens a beginning, `$` closes an ending, `-` is silent."""
    table: Sounds = {}
    for line in lines:
        *letters, classes = line.split()
        options = tuple("" if option == "-" else option for option in classes.split(","))
        table.update(dict.fromkeys(letters, options))
    return table


SKELETON = _sounds(
    "a e i o u y ı ə æ ø œ -",
    "b p p",
    "f v w ph f",
    "k q ck gh ğ k",
    "g k,j",
    "c k,j",
    "h kh h",
    "h$ -",
    "x h,ks",
    "t d đ þ ð t",
    "th dh t,s",
    "ts tz s,ts",
    "s z ß s",
    "sh ch zh dj dzh sch tch tsch shch ş š ç č ž j",
    "j j,-",
    "l ł l",
    "m m",
    "n ŋ n",
    "ng nk,n",
    "r r",
    "а ә е ё и й о ө у ұ ү ы і ь э ю я є ї ў ӯ ӣ ъ -",
    "б п p",
    "в ф f",
    "г k,h",
    "ґ ғ к қ k",
    "х һ ҳ h",
    "х$ h,-",
    "һ$ ҳ$ -",
    "д т t",
    "з с ц дз s",
    "тс s,ts",
    "ж ч ш щ ҷ дж ӌ j",
    "л l",
    "м m",
    "н ң n",
    "нг nk,n",
    "р r",
    "ا آ أ إ ٱ ع ء ئ ى ي ی ې ۍ ے ۓ ۀ ە ۇ ۆ ۈ ێ -",
    "ب پ p",
    "ف ڤ ۋ f",
    "و ؤ -,f",
    "^و f",
    "ك ک ګ گ ق غ k",
    "ح خ ه ہ h",
    "ه$ ہ$ -",
    "ھ h,-",
    "ة -,t",
    "ت ط د ټ ډ ٹ ڈ t",
    "ز س ص ظ څ ځ s",
    "ذ ض s,t",
    "ث s,t",
    "ج چ ش ژ j",
    "ږ j,k",
    "ښ j,h",
    "ل ڵ l",
    "م m",
    "ن ں ڼ ڭ n",
    "ر ړ ڑ ڕ r",
)
"""From a sound of any script to classes of consonants: at most two readings each (`store.md` 3)."""

ROMAN = _sounds(
    *(f"{sign} {sign}" for sign in "abdefghijklmnoprstuvz"),
    *(f"{cyrillic} {sign}" for cyrillic, sign in zip("абвгдезиклмнопрстуфх", "abvgdeziklmnoprstufh", strict=True)),
    "^ye ^ie э є ё e",
    "y й ы і ї ӣ ı ee i",
    "c q ck қ k",
    "w v",
    "x kh һ ҳ h",
    "gh ґ ғ ğ g",
    "zh dj dzh ж дж ҷ ӌ ž j",
    "sh sch shch ш щ ş š sh",
    "ch tch tsch ч ç č ch",
    "ц tz ts",
    "ph f",
    "th þ t",
    "dh đ ð d",
    "ng нг ң ŋ n",
    "oo ou ұ ү ӯ u",
    "ө ў ø œ o",
    "ә ə æ a",
    "ł l",
    "ß s",
    "ю iu",
    "я ia",
    "ь ъ -",
    "ا آ أ إ ٱ ە a",
    "ب b",
    "پ p",
    "ت ط ټ ٹ t",
    "ث س ص s",
    "ج ژ ږ j",
    "چ ch",
    "ح خ ه ہ ھ h",
    "ه$ ہ$ ة ۀ ع ء ئ -",
    "د ډ ڈ d",
    "ذ ز ض ظ ځ z",
    "ر ړ ڑ ڕ r",
    "ش ښ sh",
    "څ ts",
    "غ گ ګ g",
    "ف f",
    "ق ك ک k",
    "ل ڵ l",
    "م m",
    "ن ں ڼ ڭ n",
    "و ؤ ۇ ۈ u",
    "^و ۋ ڤ v",
    "ۆ o",
    "ی ي ى ۍ ے ۓ i",
    "ې ێ e",
)
"""From a sound of any script to one Latin spelling."""

UNFINISHED = {"k": "h", "z": "j", "c": ("ch",), "p": "f", "o": "u", "e": "i", "d": "j", "д": "j", "t": ("ch",)}
"""What the last letter of a word that is still being typed may become with the next one."""

FOLDED = str.maketrans(
    dict(zip("әғқңөұүһіґєҷҳӌ", "агкноуухигечхч", strict=True))
    | dict(zip("ıəøłđðŋкيىكةہھۀ", "iaolddnкییکهههه", strict=True))
    | {"æ": "ae", "œ": "oe", "þ": "th", "ء": ""}
)


GROUPS = frozenset(key.strip("^$")[0] for table in (SKELETON, ROMAN) for key in table if len(key.strip("^$")) > 1)
"""Letters with which a group of letters may begin."""


class QueryTerm(msgspec.Struct, frozen=True):
    """One typed word as the index knows it: a person fits when any of the alternatives stands in their tokens.

    *Shape*: prefixes are beginnings of tokens, exact are whole tokens; all in the form of `search_tokens`.
    """

    word: str
    prefixes: tuple[str, ...]
    exact: tuple[str, ...] = ()


def fold(text: str) -> str:
    """A text for search by any part of it: small letters, Kazakh as Russian letters, no marks and apostrophes."""
    small = unicodedata.normalize("NFKD", text).casefold()
    bare = _silenced(unicodedata.normalize("NFKD", small)).translate(FOLDED)
    kept = bare if bare.isascii() else "".join(sign for sign in bare if not unicodedata.combining(sign))
    return " ".join(re.sub(r"[-‐‑–—]", " ", kept).split())


def words(text: str) -> tuple[str, ...]:
    """The words of a name in small letters, apostrophes and marks left out."""
    composed = unicodedata.normalize("NFC", text.casefold())
    return tuple(word for word in (_silenced(match[0]) for match in _WORD.finditer(composed)) if word)


@lru_cache(maxsize=65536)
def romanise(token: str) -> str:
    """The one Latin spelling of a word from any script, in which K and Q, KH and H, Y and I are the same."""
    small = _silenced(unicodedata.normalize("NFC", token.casefold()))
    spelled = "".join(options[0] for options in _scan(small, ROMAN))
    return re.sub(r"([^\W\d])\1+", r"\1", spelled)


@lru_cache(maxsize=65536)
def skeletons(token: str) -> tuple[str, ...]:
    """The consonants of a word as classes that scripts and spellings share, in at most four readings.

    *Shape*: classes p f k h t s j r l m n; abd-ul is joined, al- and -uly are stripped. Empty for vowels alone.
    """
    small = _silenced(unicodedata.normalize("NFC", token.casefold()))
    readings: dict[str, None] = {}
    queues = [_readings(variant) for variant in _variants(small)]
    for rank in range(ALTERNATIVES):
        for queue in queues:
            if rank < len(queue) and queue[rank] and len(readings) < ALTERNATIVES:
                readings[queue[rank]] = None
    return tuple(readings)


def search_tokens(*names: str) -> tuple[str, ...]:
    """Every token under which a person is found: romanised words and marked skeletons of all spellings."""
    found: dict[str, None] = {}
    for name in names:
        parts = words(name)
        for word in (*parts, *(joined for joined in _joined(parts) if joined)):
            found[romanise(word)] = None
            found.update(dict.fromkeys(_marked(word)))
    found.pop("", None)
    return tuple(found)


def query_terms(text: str) -> tuple[QueryTerm, ...]:
    """What a typed text asks for, word by word; particles such as al- and bin are left out beside other words."""
    parts = words(text)
    pairs = _joined(parts)
    asked = [at for at, word in enumerate(parts) if word not in PARTICLES] or range(len(parts))
    terms = (_term(parts[at], pairs[at], at == len(parts) - 1) for at in asked)
    return tuple(term for term in terms if term.prefixes or term.exact)


def _term(word: str, joined: str, typing: bool) -> QueryTerm:
    prefixes: dict[str, None] = {}
    exact: dict[str, None] = {}
    for form in filter(None, (word, joined)):
        prefixes.update(dict.fromkeys(_beginnings(form, typing)))
        for key in _marked(form):
            if len(key) > ENOUGH:
                prefixes[key] = None
            elif _ARABIC.search(form):
                exact[key] = None
    prefixes.pop("", None)
    return QueryTerm(word, tuple(prefixes), tuple(exact))


def _beginnings(word: str, typing: bool) -> Iterator[str]:
    """The romanised beginning; at the end of what is being typed a letter may yet become KH, ZH, CH or OO."""
    yield romanise(word)
    if typing:
        for instead in UNFINISHED.get(word[-1], ()):
            yield romanise(word[:-1]) + instead
        if word in ("y", "i"):
            yield "e"


def _marked(word: str) -> Iterable[str]:
    return (MARK + key for key in skeletons(word))


def _joined(parts: tuple[str, ...]) -> tuple[str, ...]:
    """For each word the compound with Abd- that it is a part of, or nothing."""
    compounds = [""] * len(parts)
    for at, word in enumerate(parts):
        if not _SERVANT_ALONE.fullmatch(word):
            continue
        rest = next((i for i in range(at + 1, len(parts)) if parts[i] not in PARTICLES), None)
        if rest is not None:
            stem = word[:3]
            link = {"a": "ul", "а": "ул"}.get(stem[0], "ال")
            second = parts[rest].removeprefix("ال")
            compounds[at] = compounds[rest] = stem + link + second
    return tuple(compounds)


def _variants(word: str) -> list[str]:
    """The word with what is stripped from it first, then the word as it stands."""
    bare = _CHILD_OF.sub("", word)
    if servant := _SERVANT.match(bare):
        bare = servant[1] + bare[servant.end() :]
    else:
        bare = _ARTICLE.sub("", bare, count=1) if _ARTICLE.match(bare) else bare
    return [bare, word] if bare != word else [word]


def _readings(word: str) -> list[str]:
    """The skeletons of one form of a word, the likeliest first; two like sounds in a row count once."""
    readings = [""]
    merging = not _ARABIC.search(word)
    previous: tuple[str, ...] = ("",)
    for options in _scan(word, SKELETON):
        if options == previous and options != ("",) and merging:
            continue
        doubled = options == previous and options != ("",)
        previous = options
        choices = ("", *options) if doubled and not merging else options
        if len(readings) * len(choices) > ALTERNATIVES:
            choices = choices[:1]
        readings = [start + choice for choice in choices for start in readings]
    return list(dict.fromkeys(readings))


def _scan(word: str, table: Sounds) -> Iterator[tuple[str, ...]]:
    """The options of each sound of a word: groups of letters before letters, beginnings and endings before both."""
    at, end = 0, len(word)
    while at < end:
        for width in (4, 3, 2, 1) if word[at] in GROUPS else (1,):
            piece = word[at : at + width]
            options = table.get("^" + piece) if at == 0 else None
            if options is None and at + width == end:
                options = table.get(piece + "$")
            if options is None:
                options = table.get(piece)
            if options is not None:
                yield options
                break
        else:
            yield from _unknown(word[at], table)
        at += len(piece)


def _unknown(sign: str, table: Sounds) -> Iterator[tuple[str, ...]]:
    """A letter with a mark as the letter; a letter of another script as it stands, but without consonants."""
    base = unicodedata.normalize("NFKD", sign)[0]
    if base in table:
        yield table[base]
    elif table is ROMAN and sign.isalnum():
        yield (sign,)


def _silenced(text: str) -> str:
    return text if text.isascii() and "'" not in text and "`" not in text else _SILENT.sub("", text)
