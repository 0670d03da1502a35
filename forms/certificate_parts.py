"""The parts of an A5 certificate: ground, emblem, fields, table of minors. What they say is the form's affair."""

from typing import Final

from forms import ornament, specimen
from forms.boxes import Minor
from forms.dates import in_table
from forms.fonts import SANS, SANS_MEDIUM, SERIF
from forms.paper import GREY, INK, MM, RULE, TEAL, WHITE, Paper
from forms.text import DoesNotFit, Style, fit, put

PAGE_WIDTH: Final = 148.0
PAGE_HEIGHT: Final = 210.0
LEFT: Final = 14.0
RIGHT: Final = PAGE_WIDTH - LEFT
WIDTH: Final = RIGHT - LEFT
BOTTOM: Final = 195.2
MICRO: Final = "ПАНА ІЗДЕГЕН АДАМНЫҢ КУӘЛІГІ · СВИДЕТЕЛЬСТВО ЛИЦА, ИЩУЩЕГО УБЕЖИЩЕ · "
ROW_HIGHEST: Final = 4.6
ROW_LOWEST: Final = 2.6
Rect = tuple[float, float, float, float]

MINORS: Final = "Кәмелетке толмаған отбасы мүшелері / Несовершеннолетние члены семьи"
NO_MINORS: Final = "енгізілген жоқ / не внесены"
MORE: Final = "жалғасы бар / есть продолжение"
COLUMNS: Final = (
    ("№", 5.0),
    ("Тегі, аты, әкесінің аты / Фамилия, имя, отчество", 42.0),
    ("Латын әрпімен / Латиницей", 27.0),
    ("Туған күні / Дата рожд.", 15.5),
    ("Жынысы / Пол", 12.5),
    ("Туыстығы / Родство", 18.0),
)


def ground(paper: Paper) -> None:
    """The marks, the guilloche figure and the border: everything that lies under the text."""
    specimen.across(paper)
    paper.stamp("figure", lambda: ornament.figure(PAGE_HEIGHT, PAGE_WIDTH / 2, 116, 55))
    paper.stamp("border", lambda: ornament.border(PAGE_WIDTH, PAGE_HEIGHT, 8.5, 8.5, 11.5))
    specimen.badge(paper, RIGHT, 30.6)


def emblem(paper: Paper, x: float, y: float, radius: float) -> None:
    """The shanyrak with its middle at (x, y)."""
    paper.stamp(f"shanyrak{x:.0f}-{y:.0f}", lambda: ornament.shanyrak(x * MM, paper.y(y), radius))


def medallion(paper: Paper, x: float, y: float, radius: float) -> None:
    """The shanyrak set into the border, which breaks off around it."""
    paper.canvas.setFillColorRGB(*WHITE)
    paper.canvas.circle(x * MM, paper.y(y), (radius + 1.3) * MM, stroke=0, fill=1)
    emblem(paper, x, y, radius)


def divider(paper: Paper, y: float) -> None:
    """A line of microtext across the sheet."""
    size = 1.6
    width = paper.canvas.stringWidth(MICRO, SERIF, size)
    times = int(WIDTH * MM / width)
    spare = (WIDTH * MM - width * times) / (len(MICRO) * times - 1)
    paper.text(LEFT, y, (MICRO * times).rstrip(), SERIF, size, TEAL, "left", spare)


def caption(paper: Paper, x: float, y: float, width: float, height: float, words: str) -> None:
    """The small words over a field and the rule under it."""
    put(paper, x, y + 0.35, width, 1.9, words, Style(SANS, 4.5, 3.2, GREY), "caption")
    paper.line(x, y + height - 0.5, x + width, y + height - 0.5)


def field(paper: Paper, rect: Rect, words: str, value: str, style: Style, name: str) -> None:
    """One field: caption, value, rule."""
    x, y, width, height = rect
    caption(paper, x, y, width, height, words)
    put(paper, x, y + 2.1, width, height - 2.7, value, style, name)


def tick_box(paper: Paper, x: float, y: float, *, ticked: bool) -> None:
    """A small square, crossed when the choice is the one made."""
    paper.box(x, y, 2.1, 2.1, ink=INK, fill=WHITE, points=0.5)
    if ticked:
        paper.line(x + 0.4, y + 0.4, x + 1.7, y + 1.7, INK, 0.8)
        paper.line(x + 0.4, y + 1.7, x + 1.7, y + 0.4, INK, 0.8)


def minors(
    paper: Paper, y: float, floor: float, rows: tuple[Minor, ...], *, first: int, lowest: float = ROW_LOWEST
) -> tuple[Minor, ...]:
    """Draw the table between two heights; gives the rows that had no place and belong on the next page.

    *Refuses* `DoesNotFit` when one row alone has no place.
    """
    paper.text(LEFT, y + 1.2, MINORS, SANS_MEDIUM, 6.0, TEAL)
    if not rows:
        paper.line(LEFT, y + 2.6, RIGHT, y + 2.6, TEAL, 0.5)
        paper.text(LEFT, y + 6.2, NO_MINORS, SERIF, 7.4)
        paper.line(LEFT, y + 8.0, RIGHT, y + 8.0)
        return ()
    _titles(paper, y + 2.2)
    top, y = y, y + 5.0
    height = max(lowest, min(ROW_HIGHEST, (floor - y) / max(len(rows), 1)))
    for number, minor in enumerate(rows):
        row = _row_height(minor, height)
        if y + row > floor + 0.01:
            if not number:
                raise DoesNotFit("minors")
            paper.text(RIGHT, top + 1.2, MORE, SANS, 4.6, GREY, "right")
            return rows[number:]
        _row(paper, y, row, first + number, minor)
        y += row
    return ()


def _titles(paper: Paper, y: float) -> None:
    x = LEFT
    paper.line(LEFT, y, RIGHT, y, TEAL, 0.5)
    for words, width in COLUMNS:
        put(paper, x, y + 0.2, width - 1, 1.9, words, Style(SANS, 4.2, 2.8, GREY), "caption")
        x += width
    paper.line(LEFT, y + 2.7, RIGHT, y + 2.7, TEAL, 0.3)


def _cells(minor: Minor) -> tuple[str, ...]:
    sex = "/".join(filter(None, (minor.sex.kk, minor.sex.ru)))
    relation = " / ".join(filter(None, (minor.relation.kk, minor.relation.ru)))
    return minor.name, minor.name_latin, in_table(minor.born), sex, relation


def _style(height: float) -> Style:
    return Style(SERIF, min(7.2, height * 2.05), 4.2, leading=1.1)


def _row_height(minor: Minor, height: float) -> float:
    """The height of a row: the given one, or more when the words need a second or third line."""
    for factor in (1.0, 1.35, 1.8, 2.6, 3.5):
        try:
            for value, (_, width) in zip(_cells(minor), COLUMNS[1:], strict=True):
                fit(value, _style(height), width - 1, height * factor - 0.5, "minors")
        except DoesNotFit as refusal:
            if refusal.characters:
                raise
            continue
        return height * factor
    raise DoesNotFit("minors")


def _row(paper: Paper, y: float, height: float, number: int, minor: Minor) -> None:
    x = LEFT
    for value, (_, width) in zip((str(number), *_cells(minor)), COLUMNS, strict=True):
        put(
            paper, x, y + 0.1, width - 1, height - 0.5, value, _style(height if height < ROW_HIGHEST else 4.6), "minors"
        )
        x += width
    paper.line(LEFT, y + height, RIGHT, y + height, RULE, 0.3)
