"""The machine-readable zone of Doc 9303: TD1, TD2 and TD3 read as typed, pasted or scanned; TD2 and TD3 written.

Spelling Cyrillic names in Latin letters is `translit`; where a zone stands on a paper is a matter of the forms.
"""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from typing import Literal, NamedTuple

import msgspec

from app.base.clock import Clock
from app.base.errors import Refusal
from app.domain.birth import BirthDate, earliest
from app.domain.numbers import LOOK_ALIKES
from app.domain.numbers import check_digit as weighted

MrzSex = Literal["female", "male", "not_stated"]
Lines = tuple[str, ...]

STATELESS = "XXA"
UNDETERMINED = "XXX"

SPECIAL = str.maketrans(
    {"Ä": "AE", "Ö": "OE", "Ü": "UE", "Å": "AA", "Æ": "AE", "Œ": "OE", "Ø": "OE", "ẞ": "SS", "ß": "SS", "Ð": "D"}
    | {"Đ": "D", "Þ": "TH", "Ł": "L", "Ħ": "H", "Ŋ": "N", "Ŧ": "T", "I": "I", "İ": "I", "Ə": "A"}
)
"""Latin letters outside A-Z as Doc 9303, part 3 spells them; all other marks are dropped from their letter."""

_GUILLEMETS = str.maketrans({"«": "<<", "‹": "<", "≪": "<<", "＜": "<"})
_DROPPED = re.compile(r"['’‘ʻʼʽ`´ʹ.]")
_SEXES: dict[str, MrzSex] = {"F": "female", "M": "male"}
_LETTERS: dict[str, str] = {"female": "F", "male": "M"}


class MrzReading(msgspec.Struct, frozen=True):
    """What a zone says; `wrong` names the fields whose check digit fails, in the order of the zone.

    *Shape*: names in capitals with blanks; birth is None where the zone leaves it empty or it is not a date.
    """

    document_code: str
    issuing_state: str
    family: str
    given: str
    number: str
    nationality: str
    birth: BirthDate | None
    sex: MrzSex
    expires_on: date | None
    optional: str
    wrong: tuple[str, ...]


class _Zone(NamedTuple):
    """The fields of a zone as they stand there, whatever its size."""

    head: str
    name: str
    number: str
    number_digit: str
    nationality: str
    birth: str
    sex: str
    expiry: str
    optional: str
    optional_digit: str
    more: str
    composed: str
    composite: str


def check_digit(text: str) -> str:
    """The check digit over a field of a zone (weights 7-3-1, a filler counts 0)."""
    return str(weighted(text))


def read_mrz(text: str, today: date | None = None) -> MrzReading:
    """Read two or three lines typed, pasted or scanned from a passport or card.

    Lower case, blanks, Cyrillic look-alikes, missing line breaks and a wrong count of closing fillers of the name are
    accepted. A wrong check digit does not refuse: it is named in `wrong` (see `require_sound`).
    *Shape*: a birth is never put after today. *Refuses*: mrz.unreadable.
    """
    zone = _zone(_lines(text))
    today = today or Clock().today()
    family, given = _names(zone.name)
    number, rest, number_sound = _number(zone)
    birth, birth_sound = _birth(zone.birth, today)
    expires_on, expiry_sound = _expiry(zone.expiry, today)
    sound = {
        "number": number_sound,
        "birth": birth_sound,
        "expiry": expiry_sound,
        "optional": not zone.optional_digit or _sound(zone.optional, zone.optional_digit),
        "composite": check_digit(zone.composed) == zone.composite,
    }
    return MrzReading(
        document_code=_plain(zone.head[:2]),
        issuing_state=_plain(zone.head[2:5]),
        family=family,
        given=given,
        number=number,
        nationality=_plain(zone.nationality),
        birth=birth,
        sex=_SEXES.get(zone.sex, "not_stated"),
        expires_on=expires_on,
        optional=" ".join(filter(None, (_plain(rest), _plain(zone.more)))),
        wrong=tuple(field for field, is_sound in sound.items() if not is_sound),
    )


def require_sound(reading: MrzReading) -> MrzReading:
    """Refuse a reading with a wrong check digit, naming the first field that fails.

    *Refuses*: mrz.check_digit (the field is the part of the zone; also as fact `part`).
    """
    if reading.wrong:
        raise Refusal("mrz.check_digit", field=reading.wrong[0], part=reading.wrong[0])
    return reading


def nationality_code(citizenships: Iterable[str], stateless: str) -> str:
    """The nationality for a zone: the first citizenship, XXA for a stateless person, XXX where it is not determined.

    *Shape*: ISO alpha-3 codes; Germany is `D` in a zone.
    """
    for code in citizenships:
        if re.fullmatch(r"[A-Z]{3}", code):
            return "D" if code == "DEU" else code
    return STATELESS if stateless == "yes" else UNDETERMINED


def write_td2(
    document_code: str,
    issuing_state: str,
    family: str,
    given: str,
    number: str,
    nationality: str,
    birth: BirthDate | None,
    sex: str,
    expires_on: date | None,
    optional: str = "",
) -> tuple[str, str]:
    """Write the two lines of 36 of a TD2 zone; a number of ten signs and more runs on in the optional data.

    *Refuses*: mrz.not_latin, mrz.number_too_long, mrz.optional_too_long.
    """
    first = _fill(document_code, 2) + _fill(issuing_state, 3) + name_field(family, given, 31)
    signs = _signs(number)
    extra = _signs(optional)
    field, digit = signs[:9].ljust(9, "<"), check_digit(signs[:9])
    if len(signs) > 9:
        digit, extra = "<", f"{signs[9:]}{check_digit(signs)}<{extra}"
        if len(signs) - 9 + 2 > 7:
            raise Refusal("mrz.number_too_long", field="number", limit=14)
        extra = extra.rstrip("<")
    if len(extra) > 7:
        raise Refusal("mrz.optional_too_long", field="optional", limit=7)
    second = field + digit + _middle(nationality, birth, sex, expires_on) + extra.ljust(7, "<")
    return first, second + check_digit(_composed_td2(second))


def write_td3(
    document_code: str,
    issuing_state: str,
    family: str,
    given: str,
    number: str,
    nationality: str,
    birth: BirthDate | None,
    sex: str,
    expires_on: date | None,
    optional: str = "",
) -> tuple[str, str]:
    """Write the two lines of 44 of a TD3 zone, which knows no number of more than nine signs.

    *Refuses*: mrz.not_latin, mrz.number_too_long, mrz.optional_too_long.
    """
    first = _fill(document_code, 2) + _fill(issuing_state, 3) + name_field(family, given, 39)
    signs, extra = _signs(number), _signs(optional)
    if len(signs) > 9:
        raise Refusal("mrz.number_too_long", field="number", limit=9)
    if len(extra) > 14:
        raise Refusal("mrz.optional_too_long", field="optional", limit=14)
    extra = extra.ljust(14, "<")
    second = signs.ljust(9, "<") + check_digit(signs) + _middle(nationality, birth, sex, expires_on)
    second += extra + check_digit(extra)
    return first, second + check_digit(_composed_td3(second))


def name_field(family: str, given: str, width: int) -> str:
    """The name as a zone carries it; a single name is the primary identifier without `<<` after it (X-iin).

    A name that is too long is cut so that at least one letter of the given names stays.
    *Refuses*: mrz.not_latin.
    """
    primary, secondary = _signs(family), _signs(given)
    if not primary or not secondary:
        return (primary or secondary)[:width].ljust(width, "<")
    primary = primary[: width - 3].rstrip("<")
    return f"{primary}<<{secondary}"[:width].ljust(width, "<")


def _signs(text: str) -> str:
    """Letters and digits of a name or number, blanks and hyphens as fillers, apostrophes left out."""
    spelled = unicodedata.normalize("NFD", unicodedata.normalize("NFC", text.upper()).translate(SPECIAL))
    spelled = _DROPPED.sub("", "".join(sign for sign in spelled if not unicodedata.combining(sign)))
    signs = re.sub(r"[\s\-‐‑–—,/<]+", "<", spelled).strip("<")
    if not re.fullmatch(r"[A-Z0-9<]*", signs):
        raise Refusal("mrz.not_latin", field="latin", typed=text)
    return signs


def _fill(text: str, width: int) -> str:
    return _signs(text)[:width].ljust(width, "<")


def _middle(nationality: str, birth: BirthDate | None, sex: str, expires_on: date | None) -> str:
    """Nationality, birth, sex and expiry with their check digits, alike in TD2 and TD3."""
    born = birth.value.replace("-", "")[2:].ljust(6, "<") if birth else "<<<<<<"
    ends = expires_on.strftime("%y%m%d") if expires_on else "<<<<<<"
    sexed = _LETTERS.get(sex, "<")
    return f"{_fill(nationality, 3)}{born}{check_digit(born)}{sexed}{ends}{check_digit(ends)}"


def _composed_td2(line: str) -> str:
    return line[:10] + line[13:20] + line[21:35]


def _composed_td3(line: str) -> str:
    return line[:10] + line[13:20] + line[21:43]


def _lines(text: str) -> Lines:
    """The lines of a zone in their full width, whatever the way they were typed.

    *Refuses*: mrz.unreadable.
    """
    typed = text.upper().translate(_GUILLEMETS).translate(LOOK_ALIKES)
    rows = [row for row in (re.sub(r"\s", "", line) for line in typed.splitlines()) if row]
    whole = "".join(rows)
    if not re.fullmatch(r"[A-Z0-9<]+", whole):
        raise Refusal("mrz.unreadable", field="mrz")
    for count, width in ((3, 30), (2, 36), (2, 44)):
        if len(whole) == count * width and all(len(row) % width == 0 for row in rows):
            return tuple(whole[i : i + width] for i in range(0, len(whole), width))
    return _fitted(rows)


def _fitted(rows: list[str]) -> Lines:
    """Lines whose name line has too few or too many closing fillers, which carry no meaning."""
    if len(rows) == 3 and len(rows[0]) == len(rows[1]) == 30:
        return rows[0], rows[1], _padded(rows[2], 30)
    if len(rows) == 2 and len(rows[1]) in (36, 44):
        return _padded(rows[0], len(rows[1])), rows[1]
    raise Refusal("mrz.unreadable", field="mrz")


def _padded(row: str, width: int) -> str:
    bare = row.rstrip("<")
    if len(bare) > width:
        raise Refusal("mrz.unreadable", field="mrz")
    return bare.ljust(width, "<")


def _zone(lines: Lines) -> _Zone:
    if len(lines) == 3:
        one, two, three = lines
        composed = one[5:30] + two[:7] + two[8:15] + two[18:29]
        fields = (one[:5], three, one[5:14], one[14], two[15:18], two[:7], two[7], two[8:15], one[15:30], "")
        return _Zone(*fields, two[18:29], composed, two[29])
    one, two = lines
    shared = (one[:5], one[5:], two[:9], two[9], two[10:13], two[13:20], two[20], two[21:28])
    if len(two) == 36:
        return _Zone(*shared, two[28:35], "", "", _composed_td2(two), two[35])
    return _Zone(*shared, two[28:42], two[42], "", _composed_td3(two), two[43])


def _names(field: str) -> tuple[str, str]:
    """Family and given names; a zone without a letter in it is not a zone.

    *Refuses*: mrz.unreadable.
    """
    family, _, given = field.rstrip("<").partition("<<")
    if not re.search(r"[A-Z]", family):
        raise Refusal("mrz.unreadable", field="mrz")
    return _plain(family), _plain(given)


def _plain(field: str) -> str:
    return " ".join(field.replace("<", " ").split())


def _sound(field: str, digit: str) -> bool:
    """True for a matching digit; an empty field may carry a filler in its place."""
    return digit == check_digit(field) or (digit == "<" and not field.strip("<"))


def _number(zone: _Zone) -> tuple[str, str, bool]:
    """The number, what is left of the optional data, and whether the digit holds (long-number rule of TD1 and TD2)."""
    run_on, _, rest = zone.optional.partition("<")
    if zone.number_digit == "<" and "<" not in zone.number and len(run_on) > 1 and not zone.optional_digit:
        number = zone.number + run_on[:-1]
        return number, rest, check_digit(number) == run_on[-1]
    return _plain(zone.number), zone.optional, _sound(zone.number, zone.number_digit)


def _birth(field: str, today: date) -> tuple[BirthDate | None, bool]:
    """The date of birth as far as the zone knows it, in the century that is not ahead."""
    match = re.fullmatch(r"(\d\d)(\d\d|<<)(\d\d|<<)", field[:6])
    if not match or (match[2] == "<<" and match[3] != "<<"):
        return None, _sound(field[:6], field[6]) and not field[:6].strip("<")
    month, day = match[2].strip("<"), match[3].strip("<")
    value = "-".join(filter(None, (f"20{match[1]}", month, day)))
    if earliest(BirthDate(value)) > today:
        value = f"19{value[2:]}"
    if not _is_date(value):
        return None, False
    return BirthDate(value, "day" if day else "month" if month else "year"), _sound(field[:6], field[6])


def _expiry(field: str, today: date) -> tuple[date | None, bool]:
    """The day of expiry; a year more than fifty ahead is one of the century before."""
    sound = _sound(field[:6], field[6])
    if not field[:6].isdigit():
        return None, sound and not field[:6].strip("<")
    year = 2000 + int(field[:2])
    value = f"{year - 100 if year > today.year + 50 else year}-{field[2:4]}-{field[4:6]}"
    return (date.fromisoformat(value), sound) if _is_date(value) else (None, False)


def _is_date(value: str) -> bool:
    try:
        date.fromisoformat((value + "-01-01")[:10])
    except ValueError:
        return False
    return True
