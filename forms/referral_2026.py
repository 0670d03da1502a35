"""Referrals (form d8) to the internal affairs body, fingerprinting, the doctor, the guardians; A4, bilingual.

*Law* "On refugees", Art. 7(2-2)(1), 8(2)(2), 8(2)(6), 10(6), 16(1). No medical findings and no grounds of
the claim are printed.
"""

from dataclasses import dataclass
from typing import Final, Literal

from forms import bilingual_sheet as sheet_parts
from forms.bilingual_sheet import both
from forms.boxes import NOTHING, Bilingual, BilingualOfficial, Day, Sheet
from forms.dates import in_table
from forms.flow import COLUMN, LEFT, NAMES, RIGHT, Flow
from forms.fonts import SANS, SANS_MEDIUM
from forms.paper import GREY, TEAL, Edition

EDITION: Final = Edition(
    code="d8-referral",
    version="2026-1",
    languages="kk, ru",
    effective_from="2026-01-01",
    title="Жолдама / Направление",
)
Kind = Literal["iab_stay", "fingerprints", "medical", "guardian"]
TITLES: Final[dict[Kind, Bilingual]] = {
    "iab_stay": Bilingual(
        "Болатын жері бойынша есепке қоюға жолдама", "Направление для постановки на учёт по месту пребывания"
    ),
    "fingerprints": Bilingual("Дактилоскопиялық тіркеуге жолдама", "Направление на дактилоскопическую регистрацию"),
    "medical": Bilingual(
        "Міндетті медициналық тексеріп-қарауға жолдама", "Направление на обязательный медицинский осмотр"
    ),
    "guardian": Bilingual(
        "Қорғаншылық және қамқоршылық органына жолдама", "Направление в орган опеки и попечительства"
    ),
}
TEXTS: Final[dict[Kind, Bilingual]] = {
    "iab_stay": Bilingual(
        "«Босқындар туралы» Қазақстан Республикасы Заңының 10-бабының 6-тармағына және 7-бабы 2-2-тармағының "
        "1) тармақшасына сәйкес төменде көрсетілген адамдарды өтінішхат бойынша шешім қабылданғанға дейінгі мерзімге "
        "болатын жері бойынша есепке қоюды сұраймыз.",
        "В соответствии с пунктом 6 статьи 10 и подпунктом 1) пункта 2-2 статьи 7 Закона Республики Казахстан "
        "«О беженцах» просим поставить указанных ниже лиц на учёт по месту пребывания на срок до принятия решения по "
        "ходатайству.",
    ),
    "fingerprints": Bilingual(
        "«Босқындар туралы» Қазақстан Республикасы Заңының 10-бабының 6-тармағына және 8-бабы 2-тармағының "
        "6) тармақшасына сәйкес төменде көрсетілген адамдар дактилоскопиялық тіркеуден өтуге жіберіледі. "
        "Дактилоскопиялық "
        "тіркеу туралы заңнама талап етпейтін адамдарға бұл белгіленіп көрсетіледі.",
        "В соответствии с пунктом 6 статьи 10 и подпунктом 6) пункта 2 статьи 8 Закона Республики Казахстан "
        "«О беженцах» указанные ниже лица направляются на дактилоскопическую регистрацию. Если законодательство о "
        "дактилоскопической регистрации её для лица не требует, это отмечается.",
    ),
    "medical": Bilingual(
        "«Босқындар туралы» Қазақстан Республикасы Заңының 8-бабы 2-тармағының 2) тармақшасына сәйкес төменде "
        "көрсетілген "
        "адамдар міндетті медициналық тексеріп-қараудан өтуге жіберіледі. Осы параққа тек өткені туралы белгі "
        "қойылады; "
        "медициналық мәліметтер жазылмайды.",
        "В соответствии с подпунктом 2) пункта 2 статьи 8 Закона Республики Казахстан «О беженцах» указанные ниже лица "
        "направляются на обязательный медицинский осмотр. На этом листе ставится только отметка о прохождении; "
        "медицинские сведения не указываются.",
    ),
    "guardian": Bilingual(
        "«Босқындар туралы» Қазақстан Республикасы Заңының 16-бабының 1-тармағына сәйкес Қазақстан Республикасына "
        "ата-анасыз немесе заңды өкілдерінсіз келген бала туралы хабарлаймыз және оның мүдделерін қорғау үшін баланың "
        "құқықтары туралы заңнамада көзделген шараларды қолдануды, заңды өкіл тағайындауды сұраймыз.",
        "В соответствии с пунктом 1 статьи 16 Закона Республики Казахстан «О беженцах» сообщаем о ребёнке, прибывшем в "
        "Республику Казахстан без родителей или законных представителей, и просим принять для защиты его интересов "
        "меры, предусмотренные законодательством о правах ребёнка, и назначить законного представителя.",
    ),
}
CAPTIONS: Final[dict[str, str]] = {
    "to": "Кімге / Кому",
    "issued_on": "Күні / Дата",
    "until": "Мерзімі / Срок",
    "certificate": "Пана іздеген адамның куәлігі / Свидетельство лица, ищущего убежище",
    "address": "Болатын жері / Место пребывания",
    "note": "Ескертпе / Примечание",
    "answer": "Жолдама алған органның белгісі / Отметка органа, получившего направление",
    "done": "Орындалды / Исполнено:",
    "yes": "иә / да",
    "no": "жоқ / нет",
    "not_required": "талап етілмейді / не требуется",
    "done_on": "Күні / Дата",
    "done_number": "Тіркеу № / Рег. №",
    "done_by": "Лауазымы, аты-жөні, қолы / Должность, фамилия, подпись",
    "cut": "қайтарылатын бөлік / возвращаемая часть",
}
COLUMNS: Final = (
    ("№", 8.0),
    ("Тегі, аты, әкесінің аты / Фамилия, имя, отчество", 66.0),
    ("Туған күні / Дата рождения", 24.0),
    ("Жынысы / Пол", 22.0),
    ("Азаматтығы / Гражданство", COLUMN - 120.0),
)


@dataclass(frozen=True, kw_only=True)
class ReferredPerson:
    """One person who is referred."""

    name: str
    born: Day
    sex: Bilingual
    citizenship: Bilingual
    name_latin: str = ""


@dataclass(frozen=True, kw_only=True)
class ReferralBoxes:
    """Everything that stands on one referral."""

    sheet: Sheet
    kind: Kind
    number: str
    issued_on: Day
    issued_by: Bilingual
    to: Bilingual
    persons: tuple[ReferredPerson, ...]
    certificate: str = ""
    address: str = ""
    until: Day = ""
    note: Bilingual = NOTHING
    official: BilingualOfficial


def draw(boxes: ReferralBoxes) -> bytes:
    """Draw the referral with the part that the other body sends back.

    *Refuses* `DoesNotFit` with the box's name.
    """
    flow = Flow(EDITION, boxes.sheet)
    sheet_parts.head(flow, TITLES[boxes.kind], boxes.issued_by, boxes.number)
    flow.fields((CAPTIONS["to"], both(boxes.to), "to"))
    flow.fields(
        (CAPTIONS["issued_on"], in_table(boxes.issued_on), "issued_on"),
        (CAPTIONS["until"], in_table(boxes.until) or "—", "until"),
        (CAPTIONS["certificate"], boxes.certificate or "—", "certificate"),
        widths=(30.0, 30.0, COLUMN - 68.0),
    )
    flow.gap(3)
    sheet_parts.say(flow, TEXTS[boxes.kind], "text")
    flow.table(COLUMNS, [_row(n, p) for n, p in enumerate(boxes.persons, start=1)], "persons")
    if boxes.address:
        flow.fields((CAPTIONS["address"], boxes.address, "address"))
    if boxes.note.kk or boxes.note.ru:
        flow.fields((CAPTIONS["note"], both(boxes.note), "note"))
    sheet_parts.signature(flow, boxes.official)
    _answer(flow, boxes)
    return flow.finish()


def _row(number: int, person: ReferredPerson) -> tuple[str, ...]:
    name = NAMES.join(filter(None, (person.name, person.name_latin)))
    return str(number), name, in_table(person.born), both(person.sex), both(person.citizenship)


def _answer(flow: Flow, boxes: ReferralBoxes) -> None:
    flow.need(50)
    flow.gap(2)
    paper = flow.paper
    paper.line(LEFT - 12, flow.y, RIGHT + 8, flow.y, GREY, 0.5, dash=3)
    paper.text(RIGHT, flow.y + 3, CAPTIONS["cut"], SANS, 5.5, GREY, "right")
    flow.gap(6)
    paper.text(LEFT, flow.y, CAPTIONS["answer"], SANS_MEDIUM, 8, TEAL)
    paper.text(RIGHT, flow.y, f"№ {boxes.number}", SANS_MEDIUM, 8, TEAL, "right")
    flow.gap(2)
    choices: tuple[str, ...] = (CAPTIONS["yes"], CAPTIONS["no"])
    if boxes.kind == "fingerprints":
        choices = (*choices, CAPTIONS["not_required"])
    flow.ticks(CAPTIONS["done"], choices)
    flow.fields(
        (CAPTIONS["done_on"], "", "answer"),
        (CAPTIONS["done_number"], "", "answer"),
        (CAPTIONS["done_by"], "", "answer"),
        widths=(30.0, 36.0, COLUMN - 74.0),
        height=13,
    )
    paper.text(LEFT, flow.y + 5, sheet_parts.SIGNING[2], SANS, 7, GREY)
    flow.gap(8)
