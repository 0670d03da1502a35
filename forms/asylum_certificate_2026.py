"""The asylum-seeker certificate (form d3), A5, Kazakh and Russian on one sheet, edition 2026 (proposed).

*Law* "On refugees", Art. 1(7), 10(6), 10(7). The layout of order 97/2022 replaces this one when it is loaded.
"""

from dataclasses import dataclass
from typing import Final, Literal

from forms import certificate_parts as parts
from forms.boxes import Bilingual, BilingualOfficial, Day, Minor, Sheet
from forms.certificate_parts import BOTTOM, LEFT, RIGHT, WIDTH
from forms.dates import in_table
from forms.fonts import OCR, SANS, SANS_BOLD, SANS_MEDIUM, SERIF, SERIF_BOLD
from forms.paper import GOLD, GREY, INK, MM, TEAL, WASH, Edition, Paper
from forms.photo import photo
from forms.qr import draw as draw_qr
from forms.text import Style, native, paragraph, put, sized

EDITION: Final = Edition(
    code="d3",
    version="2026-1",
    languages="kk, ru",
    effective_from="2026-01-01",
    title="Пана іздеген адамның куәлігі / Свидетельство лица, ищущего убежище",
)
Fingerprints = Literal["done", "referred", "not_required", ""]
TD2_LINE: Final = 36

CAPTIONS: Final[dict[str, str]] = {
    "surname_kk": "Тегі / Фамилия",
    "surname_latin": "Латын әрпімен / Латиницей",
    "given_kk": "Аты / Имя",
    "given_latin": "Латын әрпімен / Латиницей",
    "patronymic_kk": "Әкесінің аты / Отчество",
    "patronymic_latin": "Латын әрпімен / Латиницей",
    "native": "Өз тіліндегі жазылуы / Написание на родном языке",
    "born": "Туған күні / Дата рождения",
    "sex": "Жынысы / Пол",
    "iin": "ЖСН / ИИН",
    "citizenship": "Азаматтығы / Гражданство",
    "document": "Жеке басты куәландыратын құжат / Документ, удостоверяющий личность",
    "application": "Өтінішхат тіркелді / Ходатайство зарегистрировано",
    "issued_on": "Берілген күні / Дата выдачи",
    "valid_to": "Жарамды / Действительно до",
    "replaces": "Бұрынғысының орнына / Взамен №",
    "issued_by_kk": "Берген орган",
    "issued_by_ru": "Кем выдано",
    "fingerprints": "Дактилоскопиялық тіркеу",
    "fingerprints_ru": "Дактилоскопическая регистрация",
    "stay": "Болатын жері бойынша есепке қою туралы белгі (ішкі істер органы)",
    "stay_ru": "Отметка об учёте по месту пребывания (орган внутренних дел)",
    "signature": "қолы / подпись",
    "seal": "М.О. / М.П.",
    "check": "Тексеру / Проверка",
}
FROM_WORDS: Final = "деректер өз сөзінен жазылды / данные записаны со слов"
CONFIRMS: Final = Bilingual(
    "Осы куәлік босқын мәртебесін беру туралы өтінішхаттың тіркелгенін және шағымдану мерзімдерін қоса алғанда, шешім "
    "қабылдау рәсімі аяқталғанға дейін иесі мен куәлікке енгізілген балалардың Қазақстан Республикасында болуының "
    "заңды екенін растайды.",
    "Настоящее свидетельство подтверждает регистрацию ходатайства о присвоении статуса беженца и законность пребывания "
    "в Республике Казахстан владельца и внесённых в него детей до завершения процедуры "
    "принятия решения, включая сроки обжалования.",
)
BASIS: Final = (
    "«Босқындар туралы» ҚР Заңы, 1-бап 7) тармақша, 8-бап 1-тармақ 5) тармақша, 10-бап 6, 7-тармақтар"
    "  /  Закон РК «О беженцах», ст. 1 пп. 7), ст. 8 п. 1 пп. 5), ст. 10 пп. 6, 7"
)
CHOICES: Final[tuple[tuple[Fingerprints, str], ...]] = (
    ("done", "өтті / пройдена"),
    ("referred", "жіберілді / направлен(а)"),
    ("not_required", "талап етілмейді / не требуется"),
)
BOLD: Final = Style(SERIF_BOLD, 8.4, 4.4)
PLAIN: Final = Style(SERIF, 7.8, 4.3)
TEXT: Final = Style(SERIF, 6.7, ink=INK, leading=1.22)
TEXT_RU: Final = Style(SERIF, 6.4, ink=GREY, leading=1.22)
PHOTO_WIDTH, PHOTO_HEIGHT, FIELDS_LEFT = 33.5, 43.0, LEFT + 37.5
OCR_SIZE: Final = 7.2 / 0.723  # ten characters to the inch
ROW_LATER: Final = 3.8  # mm, the lowest row of a further page
QR_SIDE: Final = 26.0
FEW: Final = 5  # up to so many minors the sheet is set with more air
AIR: Final = 1.3


@dataclass(frozen=True, kw_only=True)
class AsylumCertificateBoxes:
    """Everything that stands on one asylum-seeker certificate."""

    sheet: Sheet
    number: str
    surname_kk: str
    surname_latin: str
    given_kk: str
    given_latin: str
    patronymic_kk: str = ""
    patronymic_latin: str = ""
    native: str = ""
    born: Day
    sex: Bilingual
    citizenship: Bilingual
    document: str = ""  # empty: the data were written down from the person's words
    iin: str = ""
    application_number: str
    application_on: Day
    issued_on: Day
    valid_to: Day
    issued_by: Bilingual
    official: BilingualOfficial
    minors: tuple[Minor, ...] = ()
    replaces: str = ""
    fingerprints: Fingerprints = ""
    fingerprints_on: Day = ""
    photo: bytes | None = None
    qr: str
    mrz: tuple[str, str] | None = None


def draw(boxes: AsylumCertificateBoxes) -> bytes:
    """Draw the certificate, with further pages when the table of minors does not end on the first.

    *Refuses* `DoesNotFit` with the box's name; `ValueError` when a line of the MRZ has not 36 characters.
    """
    paper = Paper(parts.PAGE_WIDTH, parts.PAGE_HEIGHT, EDITION, boxes.sheet)
    parts.ground(paper)
    _head(paper, boxes)
    _identity(paper, boxes)
    air = AIR if len(boxes.minors) <= FEW else 0.0
    y = _confirmation(paper, _registration(paper, boxes, 83.2 + air * 0.6) + air, air)
    y = _fingerprints(paper, boxes, y + 0.7 + air)
    left_over = parts.minors(paper, y + 2.6 + air, BOTTOM - QR_SIDE - 0.6, boxes.minors, first=1)
    _signing(paper, boxes)
    paper.next_page()
    while left_over:
        left_over = _continuation(paper, boxes, left_over)
    return paper.finish()


def _head(paper: Paper, boxes: AsylumCertificateBoxes) -> None:
    middle = paper.width / 2
    parts.medallion(paper, middle, 13.6, 7.4)
    paper.text((LEFT + middle - 6) / 2, 18.2, "ҚАЗАҚСТАН РЕСПУБЛИКАСЫ", SERIF, 6.6, INK, "centre", 0.3)
    paper.text((RIGHT + middle + 6) / 2, 18.2, "РЕСПУБЛИКА КАЗАХСТАН", SERIF, 6.6, INK, "centre", 0.3)
    paper.text(middle, 27.4, "ПАНА ІЗДЕГЕН АДАМНЫҢ КУӘЛІГІ", SERIF_BOLD, 14, TEAL, "centre", 0.2)
    paper.text(middle, 31.9, "Свидетельство лица, ищущего убежище", SERIF, 9, GOLD, "centre")
    put(paper, middle - 32, 32.4, 64, 4.4, f"№ {boxes.number}", Style(SANS_BOLD, 8.8, 6.0), "number", "centre")
    parts.divider(paper, 38.0)


def _identity(paper: Paper, boxes: AsylumCertificateBoxes) -> None:
    photo(paper, LEFT, 39.8, PHOTO_WIDTH, PHOTO_HEIGHT, boxes.photo)
    half, x = (RIGHT - FIELDS_LEFT - 2.5) / 2, FIELDS_LEFT
    rows = 7 if boxes.native else 6
    step = 43.8 / rows
    y = 39.4
    for name in ("surname", "given", "patronymic"):
        _field(paper, x, y, half, step, f"{name}_kk", getattr(boxes, f"{name}_kk") or "—", BOLD)
        latin = getattr(boxes, f"{name}_latin") or "—"
        _field(paper, x + half + 2.5, y, half, step, f"{name}_latin", latin, PLAIN)
        y += step
    if boxes.native:
        parts.caption(paper, x, y, half * 2 + 2.5, step, CAPTIONS["native"])
        native(paper, x, y + 1.0, half * 2 + 2.5, step - 1.6, boxes.native, PLAIN, "native")
        y += step
    third = (half * 2 + 2.5 - 5) / 3
    sex = f"{boxes.sex.kk} / {boxes.sex.ru}"
    for place, (name, value) in enumerate((("born", in_table(boxes.born)), ("sex", sex), ("iin", boxes.iin or "—"))):
        _field(paper, x + place * (third + 2.5), y, third, step, name, value, BOLD)
    citizenship = " / ".join(filter(None, (boxes.citizenship.kk, boxes.citizenship.ru)))
    _field(paper, x, y + step, half * 2 + 2.5, step, "citizenship", citizenship, PLAIN)
    _field(paper, x, y + 2 * step, half * 2 + 2.5, step, "document", boxes.document or FROM_WORDS, PLAIN)


def _field(paper: Paper, x: float, y: float, width: float, height: float, name: str, value: str, style: Style) -> None:
    parts.field(paper, (x, y, width, height), CAPTIONS[name], value, style, name)


def _registration(paper: Paper, boxes: AsylumCertificateBoxes, y: float) -> float:
    paper.box(LEFT, y + 0.9, WIDTH, 8.2, ink=TEAL, fill=WASH, points=0.5, radius=0.9)
    application = f"№ {boxes.application_number}, {in_table(boxes.application_on)}"
    bold = Style(SERIF_BOLD, 8.4, 5.0)
    cells = (
        ("application", 49.5, application, Style(SERIF_BOLD, 7.2, 4.8)),
        ("issued_on", 21.0, in_table(boxes.issued_on), bold),
        ("valid_to", 23.0, in_table(boxes.valid_to), Style(SERIF_BOLD, 9.2, 5.0, TEAL)),
        ("replaces", WIDTH - 93.5, boxes.replaces or "—", Style(SERIF, 6.6, 4.4)),
    )
    x = LEFT
    for name, width, value, style in cells:
        if x > LEFT:
            paper.line(x, y + 2.0, x, y + 8.0, TEAL, 0.3)
        paper_caption = Style(SANS, 4.6, 3.4, GREY)
        put(paper, x + 1.6, y + 1.6, width - 2.6, 1.9, CAPTIONS[name], paper_caption, name)
        put(paper, x + 1.6, y + 3.6, width - 2.6, 4.7, value, style, name)
        x += width
    half = (WIDTH - 3) / 2
    office = Style(SERIF, 6.9, 4.4)
    parts.field(paper, (LEFT, y + 9.9, half, 8.4), CAPTIONS["issued_by_kk"], boxes.issued_by.kk, office, "issued_by")
    parts.field(
        paper, (LEFT + half + 3, y + 9.9, half, 8.4), CAPTIONS["issued_by_ru"], boxes.issued_by.ru, office, "issued_by"
    )
    return y + 18.2


def _confirmation(paper: Paper, y: float, air: float) -> float:
    kk, ru = (sized(TEXT, 7.4), sized(TEXT_RU, 7.0)) if air else (TEXT, TEXT_RU)
    y = paragraph(paper, LEFT, y + 1.6, WIDTH, CONFIRMS.kk, kk, "confirms")
    y = paragraph(paper, LEFT, y + 0.5 + air * 0.4, WIDTH, CONFIRMS.ru, ru, "confirms")
    put(paper, LEFT, y + 0.5, WIDTH, 2.2, BASIS, Style(SANS, 4.3, 3.4, GREY), "basis")
    return y + 2.6


def _fingerprints(paper: Paper, boxes: AsylumCertificateBoxes, y: float) -> float:
    paper.text(LEFT, y + 1.4, CAPTIONS["fingerprints"], SANS_MEDIUM, 4.6, TEAL)
    paper.text(LEFT, y + 3.3, CAPTIONS["fingerprints_ru"], SANS_MEDIUM, 4.6, TEAL)
    x = LEFT + 31
    for choice, words in CHOICES:
        chosen = choice == boxes.fingerprints
        day = in_table(boxes.fingerprints_on) if chosen else ""
        marked = ", ".join(filter(None, (words, day)))
        parts.tick_box(paper, x, y + 0.6, ticked=chosen)
        paper.text(x + 2.9, y + 2.4, marked, SANS, 5.0)
        x += paper.canvas.stringWidth(marked, SANS, 5.0) / MM + 5.2
    return y + 3.6


def _signing(paper: Paper, boxes: AsylumCertificateBoxes) -> None:
    top, floor = BOTTOM - QR_SIDE, BOTTOM
    if boxes.mrz:
        _mrz(paper, boxes.mrz, floor)
        floor -= 9.4
    draw_qr(paper, RIGHT - QR_SIDE + 1.2, top + 0.2, QR_SIDE - 1.6, boxes.qr)
    paper.text(RIGHT - QR_SIDE / 2 + 0.4, BOTTOM + 0.2, CAPTIONS["check"], SANS, 4.4, GREY, "centre")
    _signature(paper, boxes, top, floor)
    x, width = LEFT + 47.5, 45.5
    paper.box(x, top + 0.2, width, floor - top - 0.8, ink=TEAL, points=0.4, radius=0.9)
    put(paper, x + 1.2, top + 1.1, width - 2.4, 1.6, CAPTIONS["stay"], Style(SANS, 3.9, 3.0, GREY), "stay")
    put(paper, x + 1.2, top + 2.9, width - 2.4, 1.6, CAPTIONS["stay_ru"], Style(SANS, 3.9, 3.0, GREY), "stay")


def _signature(paper: Paper, boxes: AsylumCertificateBoxes, top: float, floor: float) -> None:
    post = " / ".join(filter(None, (boxes.official.post.kk, boxes.official.post.ru)))
    put(paper, LEFT, top + 0.2, 45, 5.0, post, Style(SERIF, 6.6, 4.4), "official")
    line = floor - 5.6
    paper.line(LEFT, line, LEFT + 30, line, INK, 0.4)
    paper.text(LEFT + 30, line + 2.0, CAPTIONS["signature"], SANS, 4.2, GREY, "right")
    put(paper, LEFT, line + 2.2, 45, 3.2, boxes.official.name, Style(SERIF_BOLD, 7.4, 4.4), "official")
    paper.text(LEFT + 44, line - 0.4, CAPTIONS["seal"], SANS, 5.2, GREY, "right")


def _mrz(paper: Paper, lines: tuple[str, str], floor: float) -> None:
    for number, line in enumerate(lines):
        if len(line) != TD2_LINE:
            raise ValueError(f"mrz line {number + 1}: {len(line)} characters")
        paper.text(LEFT, floor - 4.6 + number * 4.23, line, OCR, OCR_SIZE)


def _continuation(paper: Paper, boxes: AsylumCertificateBoxes, rest: tuple[Minor, ...]) -> tuple[Minor, ...]:
    parts.ground(paper)
    parts.emblem(paper, LEFT + 5, 20.5, 5)
    paper.text(LEFT + 13, 19.4, "ПАНА ІЗДЕГЕН АДАМНЫҢ КУӘЛІГІ", SERIF_BOLD, 9.5, TEAL)
    paper.text(LEFT + 13, 23.6, "Свидетельство лица, ищущего убежище", SERIF, 7.2, GOLD)
    paper.text(RIGHT, 19.4, f"№ {boxes.number}", SANS_BOLD, 8, INK, "right")
    paper.text(RIGHT, 23.6, "жалғасы / продолжение", SANS, 5.4, GREY, "right")
    parts.divider(paper, 27.2)
    first = len(boxes.minors) - len(rest) + 1
    rest = parts.minors(paper, 29.5, BOTTOM - 20, rest, first=first, lowest=ROW_LATER)
    _signature(paper, boxes, BOTTOM - 17.6, BOTTOM)
    paper.next_page()
    return rest
