"""A person as typed: names in four spellings, birth, citizenship, documents; the zone of a passport fills them."""

from collections.abc import MutableMapping
from datetime import date
from typing import Any

from app.base.errors import Refusal
from app.domain import birth, iin, mrz, reference, translit
from app.domain.commands import DocumentData, PersonData
from app.domain.facts.values import NAME_LIMIT, Blob, Name, Names, Stateless
from app.domain.intake import check_person
from app.domain.translit import QLetter
from app.flows.typed import Problems, Values, born, chosen, day, script_of, show_day, word, zone_spelling

PARTS = ("family", "given", "patronymic")
SPELLINGS = ("latin", "kk", "ru", "native")
NAME_FIELDS = tuple(f"{part}_{spelling}" for spelling in SPELLINGS for part in PARTS)
DOCUMENTS = ("doc", "doc2")
STATELESS, UNDETERMINED = reference.STATELESS, reference.UNDETERMINED
_SHOWN = {"original", "copy"}
_MRZ_TYPES = {"P": "passport", "I": "id_card", "A": "id_card", "C": "id_card"}
_ZONE_STATES = {"D": "DEU", "XXB": UNDETERMINED, "XXC": UNDETERMINED}


def empty_person() -> dict[str, Any]:
    """The values of a person of whom nothing is known yet."""
    return {"doc_type": "passport", "doc_seen": "original", "doc2_seen": "original"}


def names_of(values: Values) -> Names:
    """The names in all spellings; a person of one name has a family name only (X-iin).

    *Refuses*: `mrz.not_latin`.
    """
    family, given, patronymic = (_name(values, part) for part in PARTS)
    return Names(family=family, given=given, patronymic=patronymic)


def _name(values: Values, part: str) -> Name:
    latin, native = word(values, f"{part}_latin"), word(values, f"{part}_native")
    return Name(
        latin_mrz=zone_spelling(latin),
        latin_viz=latin,
        kk_cyr=word(values, f"{part}_kk"),
        ru_cyr=word(values, f"{part}_ru"),
        native=native,
        native_script=script_of(native),
    )


def stateless_of(values: Values) -> Stateless:
    """Statelessness as the citizenship field says it; undetermined is not stateless (g-06)."""
    code = word(values, "citizenship")
    if code == STATELESS:
        return "yes"
    return "not_established" if code == UNDETERMINED else "no"


def citizenships_of(values: Values) -> tuple[str, ...]:
    """The citizenships; none for a stateless person."""
    codes = (word(values, "citizenship"), word(values, "citizenship2"))
    return tuple(dict.fromkeys(code for code in codes if code and code != STATELESS))


def is_minor(values: Values, today: date, leap_day: birth.LeapDay = "03-01") -> bool:
    """True when the typed date of birth makes the person a minor today (Art. 10(5), X-18)."""
    try:
        return birth.is_minor(born(values, today), today, leap_day)
    except Refusal:
        return False


def document(values: Values, prefix: str, problems: Problems) -> DocumentData | None:
    """A document of the draft, or None where none is entered."""
    number, seen = word(values, f"{prefix}_number"), word(values, f"{prefix}_seen") or "original"
    if not number and seen in _SHOWN:
        return None
    issued = problems.take(f"{prefix}_issued", lambda: day(values, f"{prefix}_issued"))
    valid = problems.take(f"{prefix}_valid", lambda: day(values, f"{prefix}_valid"))
    if issued and valid and valid < issued:
        problems.put(f"{prefix}_valid", Refusal("intake.document_dates"))
    return DocumentData(
        type=word(values, f"{prefix}_type") or "other",
        number=number,
        series=word(values, f"{prefix}_series"),
        issuer=word(values, f"{prefix}_issuer"),
        country=word(values, f"{prefix}_country"),
        issued_on=issued,
        valid_to=valid,
        seen=seen,  # type: ignore[arg-type]
    )


def photo_of(values: Values) -> Blob | None:
    """The photo that stands in `blobs.db` already."""
    kept = values.get("photo")
    return Blob(h=kept["h"], z=kept["z"], type=kept["type"]) if isinstance(kept, dict) else None


def identity_problems(values: Values, today: date) -> Problems:
    """What the rules say against names, sex, birth and citizenship."""
    problems = Problems()
    for field in NAME_FIELDS:
        if len(word(values, field)) > NAME_LIMIT:
            problems.put(field, Refusal("person.name_too_long", limit=NAME_LIMIT))
    for part in PARTS:
        problems.take(f"{part}_latin", lambda part=part: zone_spelling(word(values, f"{part}_latin")))  # type: ignore[misc]
    if not any(word(values, field) for field in NAME_FIELDS):
        problems.put("family_latin", Refusal("person.name_missing"))
    if chosen(values, "latin_proposed") and not chosen(values, "latin_confirmed"):
        problems.put("latin_confirmed", Refusal("intake.latin_unconfirmed"))
    problems.take("birth", lambda: born(values, today))
    if not word(values, "sex"):
        problems.put("sex", Refusal("intake.required"))
    if not word(values, "citizenship"):
        problems.put("citizenship", Refusal("person.no_citizenship"))
    return problems


def document_problems(values: Values, *, asked: bool = True) -> Problems:
    """What the rules say against documents and the IIN; `asked` is false for a minor, who needs no passport."""
    problems = Problems()
    shown = [document(values, prefix, problems) for prefix in DOCUMENTS]
    seen = [one for one in shown if one is not None and one.seen in _SHOWN]
    if asked and not seen and not chosen(values, "from_words"):
        problems.put("doc_number", Refusal("person.no_document"))
    if word(values, "iin"):
        problems.take("iin", lambda: iin.check(word(values, "iin")))
    return problems


def person_fields(values: Values, today: date) -> dict[str, Any]:
    """The fields that every person of a command has; minors and applicants share them.

    *Refuses*: the first thing that is wrong, with its field.
    """
    problems = Problems()
    documents = tuple(d for d in (document(values, prefix, problems) for prefix in DOCUMENTS) if d is not None)
    for refusal in problems.values():
        raise refusal
    number = word(values, "iin")
    languages = (word(values, "language"),)
    return {
        "names": names_of(values),
        "birth": born(values, today),
        "sex": word(values, "sex") or "not_stated",
        "birth_place": word(values, "birth_place"),
        "citizenships": citizenships_of(values),
        "stateless": stateless_of(values),
        "residence_country": word(values, "residence_country"),
        "languages": tuple(code for code in languages if code),
        "marital": word(values, "marital"),
        "iin": iin.check(number) if number else "",
        "parents": tuple(name for name in (word(values, "father"), word(values, "mother")) if name),
        "from_words": chosen(values, "from_words"),
        "documents": documents,
        "photo": photo_of(values),
    }


def person(values: Values, today: date) -> PersonData:
    """The person of a draft.

    *Refuses*: as `person_fields` and `intake.check_person`.
    """
    made = PersonData(**person_fields(values, today))
    check_person(made, "person", today)
    return made


def read_zone(text: str, today: date) -> dict[str, str]:
    """What the lines of a passport say, as values of a draft; nothing when a check digit is wrong.

    *Refuses*: `mrz.unreadable`, `mrz.check_digit`.
    """
    reading = mrz.require_sound(mrz.read_mrz(text, today))
    found = {
        "family_latin": reading.family,
        "given_latin": reading.given,
        "birth": birth.typed_form(reading.birth) if reading.birth else "",
        "sex": reading.sex,
        "citizenship": _state(reading.nationality),
        "doc_type": _MRZ_TYPES.get(reading.document_code[:1], "other"),
        "doc_number": reading.number,
        "doc_country": _state(reading.issuing_state),
        "doc_valid": show_day(reading.expires_on),
        "doc_seen": "original",
    }
    return {name: value for name, value in found.items() if value or name == "given_latin"}


def _state(code: str) -> str:
    known = _ZONE_STATES.get(code, code)
    return known if known in reference.codes("citizenships") else ""


def fill_from_zone(values: MutableMapping[str, Any], text: str, today: date) -> tuple[str, ...]:
    """Fill a draft from the lines of a passport and say which fields were filled; a refusal fills nothing.

    *Refuses*: as `read_zone`.
    """
    found = read_zone(text, today)
    values.update(found)
    values.update(latin_proposed=False, latin_confirmed=False)
    return tuple(found)


def propose_latin(values: MutableMapping[str, Any], q: QLetter) -> tuple[str, ...]:
    """Spell the names in Latin letters where that field is empty; the clerk confirms it (`reference.md` 6)."""
    filled = []
    for part in PARTS:
        kazakh, russian = word(values, f"{part}_kk"), word(values, f"{part}_ru")
        if word(values, f"{part}_latin") or not (kazakh or russian):
            continue
        spelled = translit.latin(kazakh or russian, "kk" if kazakh else "ru", q)
        values[f"{part}_latin"] = spelled.upper()
        filled.append(f"{part}_latin")
    if filled:
        values.update(latin_proposed=True, latin_confirmed=False)
    return tuple(filled)


def iin_warnings(values: Values, today: date) -> tuple[str, ...]:
    """What in a sound IIN differs from the birth date and the sex: ids of warnings, never a refusal."""
    try:
        digits = iin.check(word(values, "iin"))
        known = born(values, today) if word(values, "birth") else None
    except Refusal:
        return ()
    return iin.warnings(digits, known, word(values, "sex"))


def full_name(values: Values) -> str:
    """The name as lists show it: Kazakh, else Russian, else Latin, else native."""
    for spelling in ("kk", "ru", "latin", "native"):
        words = [word(values, f"{part}_{spelling}") for part in PARTS]
        if any(words):
            return " ".join(filter(None, words))
    return ""
