"""What every paper needs besides the case: the office, who signs, when it is printed, and which marks lie on it."""

import hashlib
from datetime import datetime
from functools import cache
from typing import NamedTuple

from app.base import resources
from app.base.clock import LOCAL
from app.domain import birth
from app.domain.birth import BirthDate
from app.domain.calendar import WorkingCalendar
from app.domain.case import Person
from app.domain.facts.office import OfficeOpened, Purpose
from app.domain.reference import label
from app.domain.settings import Settings
from forms import fonts
from forms.boxes import Bilingual, BilingualOfficial, Day, Letterhead, Minor, Official, PersonLine, Sheet

Language = str
POST = Bilingual("жауапты қызметкер", "ответственный сотрудник")
NO_CITIZENSHIP = {
    "XXA": Bilingual("азаматтығы жоқ", "без гражданства"),
    "XXX": Bilingual("анықталмаған", "не установлено"),
}


class Printing(NamedTuple):
    """The office and the moment of a paper, and by what the office counts."""

    office: OfficeOpened
    signed_by: str
    printed_at: datetime
    purpose: Purpose
    program: str
    calendar: WorkingCalendar
    official_layout: bool = False
    settings: Settings = Settings({})


@cache
def ready() -> None:
    """Register the fonts once."""
    fonts.register(resources.path("fonts"))


def sheet(context: Printing, number: str, *control: str) -> Sheet:
    """The foot line and the marks; the control hash ties the sheet to what was printed on it."""
    digest = hashlib.sha256("\x1f".join((number, *control)).encode()).hexdigest()
    return Sheet(
        office=context.office.code,
        number=number,
        program=context.program,
        control=digest[:12],
        printed_at=context.printed_at.astimezone(LOCAL).strftime("%d.%m.%Y %H:%M"),
        specimen=not context.official_layout,
        demo=context.purpose != "live",
    )


def issuer(context: Printing) -> Bilingual:
    """The office's name in both languages."""
    return Bilingual(context.office.name_kk, context.office.name_ru)


def letterhead(context: Printing, language: Language) -> Letterhead:
    """The office on its letterhead."""
    name = context.office.name_kk if language == "kk" else context.office.name_ru
    return Letterhead(office=name, place=label("regions", context.office.region, language))


def official(context: Printing, language: Language) -> Official:
    """Who signs a letter."""
    return Official(name=context.signed_by, post=POST.kk if language == "kk" else POST.ru)


def bilingual_official(context: Printing) -> BilingualOfficial:
    """Who signs a bilingual sheet."""
    return BilingualOfficial(name=context.signed_by, post=POST)


def both(list_name: str, code: str) -> Bilingual:
    """A value of a reference list in both languages."""
    return Bilingual(label(list_name, code, "kk"), label(list_name, code, "ru"))


def sex(code: str) -> Bilingual:
    """The sex as papers name it."""
    return {
        "female": Bilingual("әйел", "женский"),
        "male": Bilingual("ер", "мужской"),
    }.get(code, Bilingual("көрсетілмеген", "не указан"))


def citizenship(person: Person) -> Bilingual:
    """Citizenship, statelessness, or that neither is established (scenario g-06: not established is not stateless)."""
    recorded = person.recorded
    if recorded.stateless == "yes":
        return NO_CITIZENSHIP["XXA"]
    known = [NO_CITIZENSHIP.get(code) or both("countries", code) for code in recorded.citizenships]
    if not known:
        return NO_CITIZENSHIP["XXX"]
    return Bilingual(", ".join(k.kk for k in known), ", ".join(k.ru for k in known))


def born(value: BirthDate) -> Day:
    """The date of birth as far as it is known."""
    if value.precision == "day":
        return birth.earliest(value)
    shown = birth.show(value)
    return f"шамамен / около {shown.lstrip('~≈ ')}" if value.precision == "estimated" else shown


def document(person: Person, language: Language = "") -> str:
    """The identity document shown, or "" when the data were written down from the person's words (X-nodoc)."""
    shown = next((d for d in person.documents if d.seen in {"original", "copy"}), None)
    if shown is None:
        return ""
    kind = both("document_types", shown.type)
    name = {"kk": kind.kk, "ru": kind.ru}.get(language, f"{kind.kk} / {kind.ru}")
    return " ".join(part for part in (name, shown.series, shown.number) if part)


def minor(person: Person) -> Minor:
    """A row of the table of minors."""
    return Minor(
        name=person.names.full("kk_cyr"),
        name_latin=person.names.full("latin"),
        born=born(person.recorded.birth),
        sex=sex(person.recorded.sex),
        relation=both("relations", person.relation or "other"),
    )


def person_line(person: Person, language: Language) -> PersonLine:
    """A person named in a letter."""
    spelling = "kk_cyr" if language == "kk" else "ru_cyr"
    country = citizenship(person)
    relation = both("relations", person.relation) if person.relation else Bilingual()
    return PersonLine(
        name=person.names.full(spelling),
        name_latin=person.names.full("latin"),
        born=born(person.recorded.birth),
        citizenship=country.kk if language == "kk" else country.ru,
        relation=relation.kk if language == "kk" else relation.ru,
    )
