"""The recovery sheet of a store, A4, in Kazakh, Russian and English, edition 2026. The only paper with a secret.

Two outer parts carry half of the groups each; the strip between them carries the QR code of the whole and
can be cut out.
"""

from dataclasses import dataclass
from typing import Final

from forms import ornament, specimen
from forms.boxes import Bilingual, Day, Sheet
from forms.dates import in_table
from forms.fonts import OCR, SANS, SANS_BOLD, SANS_MEDIUM, SERIF, SERIF_BOLD
from forms.paper import GOLD, GREY, INK, MM, TEAL, WASH, Edition, Paper
from forms.qr import draw as draw_qr
from forms.text import Style, paragraph, put

EDITION: Final = Edition(
    code="recovery",
    version="2026-1",
    languages="kk, ru, en",
    effective_from="2026-01-01",
    title="Қалпына келтіру парағы / Лист восстановления / Recovery sheet",
)
WIDTH, HEIGHT = 210.0, 297.0
LEFT, RIGHT = 22.0, 188.0
COLUMN: Final = RIGHT - LEFT
CUTS: Final = (130.0, 193.0)
KEY: Final = 36
GROUPS: Final = 6
HALVES: Final = (
    "1-бөлік: 1–3-топтар / Часть 1: группы 1–3 / Part 1: groups 1–3",
    "2-бөлік: 4–6-топтар / Часть 2: группы 4–6 / Part 2: groups 4–6",
)
STRIP: Final = (
    "Бұл жолақта кілт толық жазылған. Бөліктер бөлек сақталса, жолақты қиып алып, жойыңыз.",
    "На этой полосе записан весь ключ. Если части хранятся раздельно, вырежьте полосу и уничтожьте её.",
    "This strip holds the whole key. If the parts are kept apart, cut the strip out and destroy it.",
)
INSTRUCTIONS: Final = (
    "Бұл парақ құпиясөз жоғалған жағдайда деректер қоймасын ашады. Оны сейфте сақтаңыз, көшірмесін түсірмеңіз, суретке "
    "түсірмеңіз. Парақты екі жауапты адам бөліп сақтауы үшін үзік сызықтар бойымен қиюға болады.",
    "Этот лист открывает хранилище данных, если пароль утрачен. Храните его в сейфе, не копируйте и не фотографируйте. "
    "Лист можно разрезать по пунктиру, чтобы части хранили два ответственных лица.",
    "This sheet opens the data store when the passphrase is lost. Keep it in a safe; do not copy or photograph it. It "
    "can be cut along the dashed lines so that two responsible persons keep one part each.",
)
CAPTIONS: Final[dict[str, str]] = {
    "store": "Қойма / Хранилище / Store",
    "made_on": "Күні / Дата / Date",
    "kept_by": "Сақтаушы / Хранитель / Kept by",
    "cut": "қию сызығы / линия разреза / cut here",
}


@dataclass(frozen=True, kw_only=True)
class RecoverySheetBoxes:
    """Everything that stands on the recovery sheet of one store."""

    sheet: Sheet
    key: str  # 36 characters in six groups; dashes and spaces between them are ignored
    office: Bilingual
    store: str
    made_on: Day


def draw(boxes: RecoverySheetBoxes) -> bytes:
    """Draw the recovery sheet.

    *Refuses* `DoesNotFit` with the box's name; `ValueError` (without the key) when the key has not 36 characters.
    """
    groups = _groups(boxes.key)
    paper = Paper(WIDTH, HEIGHT, EDITION, boxes.sheet, foot=(LEFT, WIDTH - RIGHT))
    specimen.across(paper)
    specimen.badge(paper, RIGHT, 9)
    _head(paper)
    _part(paper, 68.0, HALVES[0], groups[:3], 1, boxes)
    _strip(paper, "-".join(groups))
    _part(paper, 200.0, HALVES[1], groups[3:], 4, boxes)
    for y in CUTS:
        paper.line(6, y, WIDTH - 6, y, GREY, 0.6, dash=4)
        paper.text(WIDTH - 8, y - 1.2, CAPTIONS["cut"], SANS, 5.2, GREY, "right")
    paper.next_page()
    return paper.finish()


def _groups(key: str) -> list[str]:
    bare = key.replace("-", "").replace(" ", "").upper()
    if len(bare) != KEY:
        raise ValueError(f"recovery key of {len(bare)} characters")
    size = KEY // GROUPS
    return [bare[start : start + size] for start in range(0, KEY, size)]


def _head(paper: Paper) -> None:
    paper.stamp("shanyrak", lambda: ornament.shanyrak((LEFT + 9) * MM, paper.y(24), 9.0))
    x = LEFT + 23
    paper.text(x, 21, "Қалпына келтіру парағы", SERIF_BOLD, 17, TEAL)
    paper.text(x, 27.6, "Лист восстановления  ·  Recovery sheet", SERIF, 11, GOLD)
    braid = paper.y(36)
    paper.stamp("braid", lambda: ornament.rule(LEFT * MM, RIGHT * MM, braid))
    y = 39.0
    for number, words in enumerate(INSTRUCTIONS):
        style = Style(SERIF, 8.6 if number == 0 else 7.6, ink=INK if number == 0 else GREY, leading=1.25)
        y = paragraph(paper, LEFT, y, COLUMN, words, style, "instructions") + 0.9


def _part(paper: Paper, y: float, words: str, groups: list[str], first: int, boxes: RecoverySheetBoxes) -> None:
    paper.text(LEFT, y + 3.2, words, SANS_MEDIUM, 8, TEAL)
    box = (COLUMN - 10) / 3
    for place, group in enumerate(groups):
        x = LEFT + place * (box + 5)
        paper.box(x, y + 6, box, 21, ink=TEAL, fill=WASH, points=0.6, radius=1.4)
        paper.text(x + 3, y + 10.4, str(first + place), SANS_BOLD, 8, TEAL)
        paper.text(x + box / 2, y + 21.4, group, OCR, 25, INK, "centre", 2.4)
    office = " / ".join(dict.fromkeys(filter(None, (boxes.office.kk, boxes.office.ru))))
    put(paper, LEFT, y + 29.6, COLUMN, 9.0, office, Style(SERIF_BOLD, 9.6, 6.0), "office")
    cells = (("store", boxes.store, 46.0), ("made_on", in_table(boxes.made_on), 34.0), ("kept_by", "", COLUMN - 88.0))
    x = LEFT
    for name, value, width in cells:
        put(paper, x, y + 41.0, width, 2.8, CAPTIONS[name], Style(SANS, 6.4, 4.4, GREY), name)
        put(paper, x, y + 44.2, width, 5.6, value, Style(SERIF, 10.5, 6.0), name)
        paper.line(x, y + 50.4, x + width, y + 50.4)
        x += width + 4


def _strip(paper: Paper, key: str) -> None:
    side = 46.0
    top = CUTS[0] + (CUTS[1] - CUTS[0] - side) / 2
    draw_qr(paper, LEFT - 2.8, top, side, key)
    y = top + 8
    for number, words in enumerate(STRIP):
        style = Style(SERIF, 10 if number == 0 else 8.8, ink=INK if number == 0 else GREY, leading=1.3)
        y = paragraph(paper, LEFT + side + 8, y, COLUMN - side - 8, words, style, "strip", justified=False) + 2.2
