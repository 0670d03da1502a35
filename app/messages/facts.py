"""One plain line per fact, for the timeline and the command line; what a fact does to a case lives in `domain`.

A line never tells which grounds were chosen, what a body answered in words or what the person told (Law, Art. 4(3)).
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from app.domain import facts as f
from app.domain import restricted
from app.domain.birth import show
from app.domain.case import CaseState
from app.domain.facts.values import BirthDocument, Names
from app.domain.reference import label
from app.domain.stages import stages
from app.messages.catalogue import has, text

NameOf = Callable[[str], str]
"""The name behind an id: of a person, a user, or the request that an answer belongs to; "" when it is not known."""

NOTHING = "none"
"""What a sentence is given for a value that is not there, to choose its words by."""
DASH = "—"
"""What stands in a sentence where a value ought to be."""
LONGEST_TEXT = 160

_PERSONS = ("person", "holder")
_NOT_TOLD = ("blobs", "calendar", "second", "language", "key")


def fact_sentence(kind: str, fact: f.Fact | None, language: str, *, name_of: NameOf) -> str:
    """What happened, in one line.

    *Shape*: `fact` is None for a kind that a newer program wrote, or when the content was erased.
    """
    if kind not in f.REGISTRY:
        return text("fact-newer-program", language)
    if fact is None:
        return text("fact-erased", language)
    values = {**_values(fact, language, name_of), **_named(kind, fact, language, name_of)}
    return " ".join(text(f"fact-{_dashes(kind)}", language, **values).split())


def names_in(state: CaseState, language: str) -> NameOf:
    """The names behind the ids of one case: its persons and its requests."""
    known = {person.id: full_name(person.names, language) for person in state.persons.values()}
    known |= {request.id: text(f"request-to-{_dashes(request.to)}", language) for request in state.requests}
    return lambda key: known.get(key, "")


def full_name(names: Names, language: str) -> str:
    """A full name in the spelling of a language, or in the nearest that is known."""
    spelling = {"kk": "kk_cyr", "ru": "ru_cyr"}.get(language, "latin")
    return names.full(spelling) or names.full("kk_cyr")


def _values(fact: f.Fact, language: str, name_of: NameOf) -> dict[str, object]:
    """The fields of a fact as a sentence takes them: persons by name, lists by their length, nothing as `none`."""
    values = {name: _plain(getattr(fact, name)) for name in fact.__struct_fields__ if name not in _NOT_TOLD}
    for field in _PERSONS:
        if field in values:
            values[field] = name_of(getattr(fact, field)) or text("fact-someone", language)
    return values


def _plain(value: object) -> object:
    if value is None or value == "":
        return NOTHING
    if isinstance(value, tuple):
        return len(value)
    if isinstance(value, bool | int | date):
        return value
    return _short(value) if isinstance(value, str) else "some"


def _short(words: str) -> str:
    return words if len(words) <= LONGEST_TEXT else words[:LONGEST_TEXT].rstrip() + "…"


def _named(kind: str, fact: Any, language: str, name_of: NameOf) -> dict[str, object]:
    """What a kind needs besides its plain fields: names of codes, and values put together."""
    named: dict[str, object] = {
        f"{field}_name": text(f"{prefix}-{_dashes(getattr(fact, field))}", language)
        for field, prefix in _CODES.get(kind, {}).items()
    }
    more = _MORE.get(kind)
    return named | dict(more(fact, language, name_of)) if more else named


def _dashes(code: str) -> str:
    return code.replace("_", "-").replace(".", "-")


def _person(fact: f.case.PersonRecorded, language: str, _name_of: NameOf) -> Mapping[str, object]:
    return {"full_name": full_name(fact.names, language) or text("fact-someone", language), "born": show(fact.birth)}


def _document(fact: f.case.DocumentShown, language: str, _name_of: NameOf) -> Mapping[str, object]:
    number = " ".join(filter(None, (fact.series, fact.number)))
    return {"type_name": label("document_types", fact.type, language), "document": number or NOTHING}


def _birth_document(document: BirthDocument, language: str) -> str:
    return " ".join(filter(None, (label("document_types", document.type, language), document.number)))


def _arrival(fact: f.case.ArrivalStated, _language: str, _name_of: NameOf) -> Mapping[str, object]:
    entered: date | datetime | None = fact.entered_at or fact.entered_on
    return {"entered": entered or NOTHING}


def _relation(fact: Any, language: str, _name_of: NameOf) -> Mapping[str, object]:
    return {"relation_name": label("relations", fact.relation, language)}


def _relative(fact: f.case.RelativeStated, language: str, name_of: NameOf) -> Mapping[str, object]:
    name = fact.name or (name_of(fact.person) if fact.person else "")
    return {"name": name or text("fact-someone", language), **_relation(fact, language, name_of)}


def _lodged(fact: f.case.ApplicationLodged, _language: str, _name_of: NameOf) -> Mapping[str, object]:
    late = fact.late
    return {"late_days": late.days if late else 0, "late_hours": late.hours if late else 0}


def _answered(fact: f.case.RequestAnswered, language: str, name_of: NameOf) -> Mapping[str, object]:
    """The answer, but of the NSC, or of a body that is not known, no more than that it came (`grounds.md` 1)."""
    told = {field: _short(getattr(fact, field)) or DASH for field in ("reason", "basis", "confirmed_by")}
    body = name_of(fact.request)
    if body in {"", text(f"request-to-{restricted.NSC}", language)}:
        return {"request": body or text("request-to-other", language), "result": "undisclosed"}
    return {"request": body, **told}


def _decision(fact: Any, _language: str, _name_of: NameOf) -> Mapping[str, object]:
    return {"from_on": fact.from_on or DASH, "to_on": fact.to_on or DASH}


def _user(fact: Any, _language: str, name_of: NameOf) -> Mapping[str, object]:
    return {"user": name_of(fact.user) or fact.user}


def _names(fact: Any, language: str, name_of: NameOf) -> Mapping[str, object]:
    known = [name for person in dict.fromkeys(fact.persons) if (name := name_of(person))]
    return {"names": ", ".join(known) or text("fact-someone", language)}


def _two(fact: Any, language: str, name_of: NameOf) -> Mapping[str, object]:
    """The names of two entries that were joined or parted, as far as they stand in this file."""
    known = dict.fromkeys(name for person in (fact.keep, fact.gone) if (name := name_of(person)))
    return {"names": ", ".join(known) or text("fact-someone", language)}


def _leaflet(fact: f.course.LeafletGiven, language: str, _name_of: NameOf) -> Mapping[str, object]:
    return {"language_name": label("languages", fact.language, language)}


def _interview(fact: f.course.InterviewHeld, _language: str, name_of: NameOf) -> Mapping[str, object]:
    return {"officer": name_of(fact.officer) or _short(fact.officer)}


def _stage(fact: f.course.StageDone, language: str, _name_of: NameOf) -> Mapping[str, object]:
    named = {stage.code: stage.label(language) for stage in stages()}
    return {"stage_name": named[fact.stage]}


def _corrected(fact: f.persons.PersonCorrected, language: str, _name_of: NameOf) -> Mapping[str, object]:
    """Which fields, never what stands in them."""
    changed = [field for field in fact.changes.__struct_fields__ if getattr(fact.changes, field) is not None]
    return {"fields": ", ".join(text(f"person-field-{_dashes(field)}", language) for field in changed) or DASH}


def _form(fact: f.case.PaperIssued, language: str, _name_of: NameOf) -> Mapping[str, object]:
    key = f"paper-form-{_dashes(fact.form)}"
    return {"form_name": text(key, language) if has(key, language) else fact.form}


def _setting(fact: f.office.SettingChanged, language: str, _name_of: NameOf) -> Mapping[str, object]:
    key = f"setting-{_dashes(fact.key)}"
    return {"key_name": text(key, language) if has(key, language) else fact.key}


def _bundle(fact: Any, _language: str, _name_of: NameOf) -> Mapping[str, object]:
    return {"no": str(fact.no)}  # A number by which something is called is not grouped by thousands.


_CODES: dict[str, dict[str, str]] = {
    "document.shown": {"seen": "seen"},
    "arrival.stated": {"way": "arrival-way"},
    "application.lodged": {"way": "way"},
    "request.sent": {"to": "request-to"},
    "request.answered": {"result": "request-result"},
    "notice.sent": {"to": "notice-to", "way": "notice-way"},
    "certificate.ended": {"how": "certificate-ended"},
    "evidence.added": {"about": "evidence-about"},
    "role.given": {"role": "role"},
    "chain.genesis": {"purpose": "purpose"},
}
"""Fields that hold a code, by kind, with the prefix of the keys that name it; the value is `<field>_name`."""

_MORE: dict[str, Callable[[Any, str, NameOf], Mapping[str, object]]] = {
    "person.recorded": _person,
    "document.shown": _document,
    "stay.stated": lambda fact, _language, _name_of: {"address": fact.address.text or NOTHING},
    "arrival.stated": _arrival,
    "interpreter.engaged": lambda fact, language, _name_of: {
        "language_name": label("languages", fact.language, language)
    },
    "minor.listed": _relation,
    "minor.proven": lambda fact, language, _name_of: {"document": _birth_document(fact.birth_document, language)},
    "relative.stated": _relative,
    "application.lodged": _lodged,
    "case.closed": lambda fact, language, _name_of: {"code_name": label("closing_reasons", fact.code, language)},
    "request.answered": _answered,
    "decision.taken": _decision,
    "status.carried": _decision,
    "paper.issued": _form,
    "leaflet.given": _leaflet,
    "interview.held": _interview,
    "family.changed": _names,
    "stage.done": _stage,
    "case.assigned": _user,
    "departure.announced": _names,
    "stay.left": _names,
    "stay.arrived": _names,
    "person.corrected": _corrected,
    "duplicate.judged": _names,
    "persons.merged": _two,
    "merge.undone": _two,
    "file.viewed": _user,
    "office.opened": lambda fact, language, _name_of: {"name": fact.name_kk if language == "kk" else fact.name_ru},
    "setting.changed": _setting,
    "role.given": _user,
    "session.opened": _user,
    "session.closed": _user,
    "bundle.written": _bundle,
    "sync.import": _bundle,
}
