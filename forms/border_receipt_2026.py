"""The receipt of a border unit for a written application (form d8), A6 across, bilingual, edition 2026 (proposed).

*Law* "On refugees", Art. 1(6), 8(1)(5), 10(3), 18(2). It is not a certificate, and it says so.
"""

from dataclasses import dataclass
from typing import Final

from forms import ornament, specimen
from forms.boxes import Bilingual, BilingualOfficial, Day, Sheet
from forms.dates import in_table
from forms.fonts import SANS, SANS_BOLD, SERIF, SERIF_BOLD
from forms.paper import GOLD, GREY, INK, MM, RED, TEAL, WASH, Edition, Paper
from forms.qr import draw as draw_qr
from forms.text import Style, paragraph, put

EDITION: Final = Edition(
    code="d8-receipt",
    version="2026-1",
    languages="kk, ru",
    effective_from="2026-01-01",
    title="Өтінішхатты қабылдау туралы қолхат / Расписка о приёме ходатайства",
)
WIDTH, HEIGHT = 148.0, 105.0
LEFT, RIGHT = 9.0, 139.0
COLUMN: Final = RIGHT - LEFT
QR_SIDE: Final = 21.5
STATES: Final = Bilingual(
    "Бұл қолхат куәлік емес. Оның иесі Қазақстан Республикасында пана сұрады және пана іздеген адам болып табылады: ол "
    "шағымдану мерзімдерін қоса алғанда, шешім қабылдау рәсімі аяқталғанға дейін Қазақстан Республикасында болуға "
    "құқылы; оны өміріне немесе бостандығына қауіп төнген елге қайтаруға немесе шығарып жіберуге тыйым салынады.",
    "Эта расписка не является свидетельством. Её владелец обратился за убежищем в Республике Казахстан и "
    "является лицом, "
    "ищущим убежище: он вправе находиться в Республике Казахстан до завершения процедуры принятия решения, "
    "включая сроки "
    "обжалования; возвращать или высылать его в страну, где его жизни или свободе угрожает опасность, запрещено.",
)
BASIS: Final = (
    "«Босқындар туралы» ҚР Заңы, 1-бап 6) тармақша, 8-бап 1-тармақ 5) тармақша, 18-бап 2-тармақ"
    "  /  Закон РК «О беженцах», ст. 1 пп. 6), ст. 8 п. 1 пп. 5), ст. 18 п. 2"
)
CAPTIONS: Final[dict[str, str]] = {
    "name": "Тегі, аты, әкесінің аты / Фамилия, имя, отчество",
    "latin": "Латын әрпімен / Латиницей",
    "born": "Туған күні / Дата рождения",
    "citizenship": "Азаматтығы / Гражданство",
    "minors": "Бірге келген балалар / Дети, прибывшие вместе",
    "lodged_at": "Өтінішхат берілген уақыт пен орын / Время и место подачи ходатайства",
    "unit": "Бөлімше / Подразделение",
    "handed_to": "Өтінішхат жіберіледі / Ходатайство передаётся",
    "signature": "қолы / подпись",
    "seal": "М.О. / М.П.",
}


@dataclass(frozen=True, kw_only=True)
class BorderReceiptBoxes:
    """Everything that stands on one receipt of a border unit."""

    sheet: Sheet
    number: str
    unit: Bilingual
    lodged_at: str
    place: Bilingual
    name_kk: str
    name_latin: str
    born: Day
    citizenship: Bilingual
    minors: int = 0
    handed_to: Bilingual
    official: BilingualOfficial
    qr: str = ""


def draw(boxes: BorderReceiptBoxes) -> bytes:
    """Draw the receipt.

    *Refuses* `DoesNotFit` with the box's name.
    """
    paper = Paper(WIDTH, HEIGHT, EDITION, boxes.sheet, foot=(LEFT, WIDTH - RIGHT))
    specimen.across(paper)
    paper.box(5, 5, WIDTH - 10, HEIGHT - 13.5, ink=TEAL, points=0.9, radius=2)
    paper.box(5.9, 5.9, WIDTH - 11.8, HEIGHT - 15.3, ink=GOLD, points=0.3, radius=1.4)
    _head(paper, boxes)
    _fields(paper, boxes)
    _statement(paper)
    _signing(paper, boxes)
    paper.next_page()
    return paper.finish()


def _head(paper: Paper, boxes: BorderReceiptBoxes) -> None:
    paper.stamp("shanyrak", lambda: ornament.shanyrak((LEFT + 6) * MM, paper.y(14.4), 6.0))
    x = LEFT + 15
    paper.text(x, 12.0, "ӨТІНІШХАТТЫ ҚАБЫЛДАУ ТУРАЛЫ ҚОЛХАТ", SERIF_BOLD, 10.2, TEAL)
    paper.text(x, 16.0, "Расписка о приёме ходатайства о присвоении статуса беженца", SERIF, 7.6, GOLD)
    put(paper, x, 16.9, 46, 4.0, f"№ {boxes.number}", Style(SANS_BOLD, 8.2, 5.5), "number")
    paper.text(RIGHT - QR_SIDE - 2, 20.2, "КУӘЛІК ЕМЕС / НЕ СВИДЕТЕЛЬСТВО", SANS_BOLD, 6.2, RED, "right")
    if boxes.qr:
        draw_qr(paper, RIGHT - QR_SIDE + 1, 7.4, QR_SIDE, boxes.qr)


def _fields(paper: Paper, boxes: BorderReceiptBoxes) -> None:
    place = " / ".join(dict.fromkeys(filter(None, (boxes.place.kk, boxes.place.ru))))
    rows: tuple[tuple[tuple[str, str, float], ...], ...] = (
        (("name", boxes.name_kk, 0.46), ("latin", boxes.name_latin or "—", 0.36)),
        (
            ("born", in_table(boxes.born), 0.24),
            ("citizenship", f"{boxes.citizenship.kk} / {boxes.citizenship.ru}", 0.46),
            ("minors", str(boxes.minors), 0.30),
        ),
        (("lodged_at", f"{boxes.lodged_at}, {place}", 1.0),),
        (
            ("unit", f"{boxes.unit.kk} / {boxes.unit.ru}", 0.5),
            ("handed_to", f"{boxes.handed_to.kk} / {boxes.handed_to.ru}", 0.5),
        ),
    )
    y = 21.6
    for number, row in enumerate(rows):
        height, x = (8.4 if number == len(rows) - 1 else 7.2), LEFT
        for name, value, share in row:
            width = COLUMN * share - 2
            style = Style(SERIF_BOLD, 8.4, 4.8) if name in ("name", "born") else Style(SERIF, 8, 4.6)
            put(paper, x, y + 0.4, width, 1.9, CAPTIONS[name], Style(SANS, 4.6, 3.4, GREY), name)
            put(paper, x, y + 2.4, width, height - 3.3, value, style, name)
            paper.line(x, y + height - 0.4, x + width, y + height - 0.4)
            x += width + 2
        y += height


def _statement(paper: Paper) -> None:
    paper.box(LEFT, 52.4, COLUMN, 27.0, ink=TEAL, fill=WASH, points=0.4, radius=1)
    width = COLUMN - 4
    y = paragraph(paper, LEFT + 2, 52.9, width, STATES.kk, Style(SERIF, 6.8, ink=INK, leading=1.2), "states")
    y = paragraph(paper, LEFT + 2, y + 0.5, width, STATES.ru, Style(SERIF, 6.5, ink=GREY, leading=1.2), "states")
    put(paper, LEFT + 2, y + 0.2, width, 2.2, BASIS, Style(SANS, 4.3, 3.4, GREY), "basis")


def _signing(paper: Paper, boxes: BorderReceiptBoxes) -> None:
    post = " / ".join(dict.fromkeys(filter(None, (boxes.official.post.kk, boxes.official.post.ru))))
    line = 90.4
    put(paper, LEFT, line - 8.4, 38, 8.0, post, Style(SERIF, 7.4, 4.8), "official")
    paper.line(LEFT + 41, line, LEFT + 71, line, INK, 0.4)
    paper.text(LEFT + 56, line + 2.2, CAPTIONS["signature"], SANS, 4.4, GREY, "centre")
    put(paper, LEFT + 74, line - 4.6, 38, 5.0, boxes.official.name, Style(SERIF_BOLD, 8.2, 4.8), "official")
    paper.text(RIGHT, line, CAPTIONS["seal"], SANS, 5.6, GREY, "right")
    specimen.badge(paper, RIGHT, 81.0)
