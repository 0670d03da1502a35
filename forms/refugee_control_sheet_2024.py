"""The A4 control sheet of a refugee certificate booklet (form d4), bilingual, for the sample of order 157/2024.

*Law* "On refugees", Art. 11(5). It repeats what is printed in the booklet; the booklet's own overlay is another form.
"""

from dataclasses import dataclass
from typing import Final

from forms import bilingual_sheet as sheet_parts
from forms.bilingual_sheet import both
from forms.boxes import NOTHING, Bilingual, BilingualOfficial, Day, Minor, Sheet
from forms.dates import in_table
from forms.flow import CAPTION, COLUMN, LEFT, NAMES, STRONG, VALUE, Flow
from forms.fonts import SERIF
from forms.paper import INK, Edition
from forms.photo import photo
from forms.text import Style, native, put

EDITION: Final = Edition(
    code="d4-control",
    version="2024-1",
    languages="kk, ru",
    effective_from="2024-05-28",
    title="Босқын куәлігінің бақылау парағы / Контрольный лист удостоверения беженца",
)
TITLE: Final = Bilingual("Босқын куәлігінің бақылау парағы", "Контрольный лист удостоверения беженца")
CAPTIONS: Final[dict[str, str]] = {
    "blank": "Кітапша бланкінің № / № бланка книжки",
    "surname": "Тегі / Фамилия",
    "given": "Аты / Имя",
    "patronymic": "Әкесінің аты / Отчество",
    "latin": "латын әрпімен / латиницей",
    "native": "Өз тіліндегі жазылуы / Написание на родном языке",
    "born": "Туған күні / Дата рождения",
    "birth_place": "Туған жері / Место рождения",
    "sex": "Жынысы / Пол",
    "citizenship": "Азаматтығы / Гражданство",
    "iin": "ЖСН / ИИН",
    "decision": "Шешім / Решение",
    "sitting": "Комиссия отырысы / Заседание комиссии",
    "valid_from": "Басталуы / Действует с",
    "valid_to": "Аяқталуы / по (вкл.)",
    "issued_on": "Берілген күні / Дата выдачи",
    "head": "Басшы / Руководитель",
    "printed": "Кітапшаға басылған деректер / Данные, напечатанные в книжке",
    "minors": "Кәмелетке толмаған отбасы мүшелері / Несовершеннолетние члены семьи",
    "none": "енгізілген жоқ / не внесены",
    "receipt": "Алғаны туралы қолхат / Расписка в получении",
    "received": "Куәлікті алдым, жазбалармен таныстым / Удостоверение получил(а), с записями ознакомлен(а)",
    "received_on": "Алған күні / Дата получения",
    "holder": "Иесінің қолы / Подпись владельца",
    "returned": "Пана іздеген адамның қайтарылған куәлігі, № / Сдано свидетельство, №",
    "spoiled": "Бүлінген бланкілер / Испорченные бланки",
    "spoiled_number": "Бланк № / № бланка",
    "spoiled_on": "Күні / Дата",
    "spoiled_why": "Себебі / Причина",
    "spoiled_by": "Қолы / Подпись",
}
MINOR_COLUMNS: Final = (
    ("№", 8.0),
    ("Тегі, аты, әкесінің аты / Фамилия, имя, отчество", 70.0),
    ("Туған күні / Дата рождения", 26.0),
    ("Жынысы / Пол", 26.0),
    ("Туыстығы / Степень родства", COLUMN - 130.0),
)
SPOILED_COLUMNS: Final = (
    (CAPTIONS["spoiled_number"], 42.0),
    (CAPTIONS["spoiled_on"], 26.0),
    (CAPTIONS["spoiled_why"], COLUMN - 98.0),
    (CAPTIONS["spoiled_by"], 30.0),
)
SPOILED_LINES: Final = 2
PHOTO_WIDTH, PHOTO_HEIGHT = 30.0, 40.0


@dataclass(frozen=True, kw_only=True)
class SpoiledBlank:
    """A booklet that was spoiled in printing."""

    number: str
    spoiled_on: Day
    reason: Bilingual


@dataclass(frozen=True, kw_only=True)
class RefugeeControlSheetBoxes:
    """Everything that stands on the control sheet of one refugee certificate."""

    sheet: Sheet
    blank_number: str = ""  # empty: a line to write it on
    surname_kk: str
    surname_latin: str
    given_kk: str
    given_latin: str
    patronymic_kk: str = ""
    patronymic_latin: str = ""
    native: str = ""
    born: Day
    birth_place: Bilingual = NOTHING
    sex: Bilingual
    citizenship: Bilingual
    iin: str = ""
    decision_number: str
    decided_on: Day
    sitting: str = ""
    valid_from: Day
    valid_to: Day
    issued_on: Day = ""
    issued_by: Bilingual
    head: BilingualOfficial
    official: BilingualOfficial
    minors: tuple[Minor, ...] = ()
    asylum_certificate: str = ""
    spoiled: tuple[SpoiledBlank, ...] = ()
    photo: bytes | None = None


def draw(boxes: RefugeeControlSheetBoxes) -> bytes:
    """Draw the control sheet.

    *Refuses* `DoesNotFit` with the box's name.
    """
    flow = Flow(EDITION, boxes.sheet)
    sheet_parts.head(flow, TITLE, boxes.issued_by, boxes.decision_number)
    flow.heading(CAPTIONS["printed"])
    _holder(flow, boxes)
    _decision(flow, boxes)
    _minors(flow, boxes)
    _receipt(flow, boxes)
    _spoiled(flow, boxes)
    return flow.finish()


def _holder(flow: Flow, boxes: RefugeeControlSheetBoxes) -> None:
    photo(flow.paper, LEFT, flow.y + 0.5, PHOTO_WIDTH, PHOTO_HEIGHT, boxes.photo)
    x, width, step = LEFT + PHOTO_WIDTH + 6, COLUMN - PHOTO_WIDTH - 6, 10.2
    half = (width - 4) / 2
    for name in ("surname", "given", "patronymic"):
        latin = f"{CAPTIONS[name]}, {CAPTIONS['latin']}"
        _cell(flow, x, half, CAPTIONS[name], getattr(boxes, f"{name}_kk") or "—", f"{name}_kk", STRONG)
        _cell(flow, x + half + 4, half, latin, getattr(boxes, f"{name}_latin") or "—", f"{name}_latin", VALUE)
        flow.gap(step)
    if boxes.native:
        _cell(flow, x, width, CAPTIONS["native"], "", "native", VALUE)
        native(flow.paper, x, flow.y + 1.6, width, step - 2.6, boxes.native, Style(SERIF, 11, 7), "native")
        flow.gap(step)
    flow.gap(1 if boxes.native else step + 1)
    flow.fields(
        (CAPTIONS["born"], in_table(boxes.born), "born"),
        (CAPTIONS["sex"], both(boxes.sex), "sex"),
        (CAPTIONS["iin"], boxes.iin or "—", "iin"),
        (CAPTIONS["citizenship"], both(boxes.citizenship), "citizenship"),
        widths=(34.0, 28.0, 32.0, COLUMN - 106.0),
    )
    flow.fields((CAPTIONS["birth_place"], both(boxes.birth_place) or "—", "birth_place"))


def _cell(flow: Flow, x: float, width: float, caption: str, value: str, name: str, style: Style) -> None:
    put(flow.paper, x, flow.y + 0.4, width, 2.8, caption, CAPTION, name)
    put(flow.paper, x, flow.y + 3.2, width, 6.0, value, style, name)
    flow.paper.line(x, flow.y + 9.8, x + width, flow.y + 9.8)


def _decision(flow: Flow, boxes: RefugeeControlSheetBoxes) -> None:
    flow.fields(
        (CAPTIONS["decision"], f"№ {boxes.decision_number}, {in_table(boxes.decided_on)}", "decision"),
        (CAPTIONS["sitting"], boxes.sitting or "—", "sitting"),
    )
    flow.fields(
        (CAPTIONS["valid_from"], in_table(boxes.valid_from), "valid_from"),
        (CAPTIONS["valid_to"], in_table(boxes.valid_to), "valid_to"),
        (CAPTIONS["issued_on"], in_table(boxes.issued_on), "issued_on"),
        (CAPTIONS["blank"], boxes.blank_number, "blank_number"),
        widths=(38.0, 34.0, 36.0, COLUMN - 120.0),
    )
    head = ", ".join(filter(None, (boxes.head.name, both(boxes.head.post))))
    flow.fields((CAPTIONS["head"], head, "head"))


def _minors(flow: Flow, boxes: RefugeeControlSheetBoxes) -> None:
    flow.heading(CAPTIONS["minors"])
    if not boxes.minors:
        flow.say(CAPTIONS["none"], "minors")
        return
    rows = [
        (
            str(place),
            NAMES.join(filter(None, (minor.name, minor.name_latin))),
            in_table(minor.born),
            both(minor.sex),
            both(minor.relation),
        )
        for place, minor in enumerate(boxes.minors, start=1)
    ]
    flow.table(MINOR_COLUMNS, rows, "minors")


def _receipt(flow: Flow, boxes: RefugeeControlSheetBoxes) -> None:
    flow.need(50)
    flow.heading(CAPTIONS["receipt"])
    flow.say(CAPTIONS["received"], "receipt", Style(SERIF, 9.4, ink=INK, leading=1.3), after=0.5)
    flow.fields(
        (CAPTIONS["received_on"], "", "receipt"),
        (CAPTIONS["holder"], "", "receipt"),
        (CAPTIONS["returned"], boxes.asylum_certificate, "asylum_certificate"),
        widths=(30.0, 44.0, COLUMN - 82.0),
        height=11.5,
    )
    sheet_parts.signature(flow, boxes.official)


def _spoiled(flow: Flow, boxes: RefugeeControlSheetBoxes) -> None:
    flow.need(36)
    flow.heading(CAPTIONS["spoiled"])
    rows = [(blank.number, in_table(blank.spoiled_on), both(blank.reason), "") for blank in boxes.spoiled]
    flow.table(SPOILED_COLUMNS, rows, "spoiled", blank=SPOILED_LINES)
