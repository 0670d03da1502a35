"""A column of text that runs down A4 pages and starts a new page when it must. What is said is the form's."""

from collections.abc import Sequence
from typing import Final

from forms import ornament, specimen
from forms.boxes import Sheet
from forms.fonts import SANS, SERIF, SERIF_BOLD
from forms.paper import GREY, INK, MM, RULE, TEAL, WASH, Edition, Paper
from forms.text import DoesNotFit, Style, balanced, broken, fit, put

WIDTH, HEIGHT = 210.0, 297.0
LEFT: Final = 25.0
RIGHT: Final = WIDTH - 18.0
COLUMN: Final = RIGHT - LEFT
FLOOR: Final = HEIGHT - 15.0
BODY: Final = Style(SERIF, 10.2, leading=1.34)
SMALL: Final = Style(SERIF, 9.0, ink=GREY, leading=1.32)
CAPTION: Final = Style(SANS, 6.6, 4.6, GREY)
VALUE: Final = Style(SERIF, 10.5, 6.5)
CELL: Final = Style(SERIF, 9.2, 6.0)
STRONG: Final = Style(SERIF_BOLD, 10.5, 6.5)
Column = tuple[str, float]
NAMES: Final = "\xa0/ "  # between two scripts of a name: a line may break after the stroke, not before


class Flow:
    """The place where the next thing will be written on an A4 document."""

    def __init__(self, edition: Edition, sheet: Sheet) -> None:
        self.paper = Paper(WIDTH, HEIGHT, edition, sheet, foot=(LEFT, WIDTH - RIGHT))
        self.y = 0.0
        self._start()

    def _start(self) -> None:
        specimen.across(self.paper)
        specimen.badge(self.paper, RIGHT, 9)
        self.y = 20.0

    def need(self, height: float) -> None:
        """Go to a new page unless `height` millimetres are left on this one."""
        if self.y + height > FLOOR:
            self.paper.next_page()
            self._start()

    def gap(self, height: float) -> None:
        """Leave white space."""
        self.y += height

    def finish(self) -> bytes:
        """End the last page and give the document as bytes."""
        self.paper.next_page()
        return self.paper.finish()

    def centred(self, text: str, style: Style, field: str = "title") -> None:
        """Write centred lines, broken between words."""
        for line in balanced(text, style, COLUMN, field):
            self.need(style.size * style.leading / MM)
            self.y += style.size * style.leading / MM
            self.paper.text(
                (LEFT + RIGHT) / 2, self.y - style.size * 0.25 / MM, line, style.font, style.size, style.ink, "centre"
            )

    def say(self, text: str, field: str, style: Style = BODY, *, inset: float = 0, after: float = 2.0) -> None:
        """Write a justified paragraph, page after page if need be."""
        width = COLUMN - inset
        lines = broken(text, style, width, field)
        step = style.size * style.leading / MM
        for number, line in enumerate(lines):
            self.need(step * (2 if number == 0 and len(lines) > 1 else 1))
            self.y += step
            gaps = line.count(" ")
            spare = width * MM - self.paper.canvas.stringWidth(line, style.font, style.size)
            stretch = spare / gaps if gaps and number < len(lines) - 1 else None
            self.paper.canvas.setFont(style.font, style.size)
            self.paper.canvas.setFillColorRGB(*style.ink)
            base = self.paper.y(self.y - style.size * 0.3 / MM)
            self.paper.canvas.drawString((LEFT + inset) * MM, base, line, wordSpace=stretch)
        self.y += after

    def heading(self, text: str, field: str = "heading") -> None:
        """A small heading with a rule under it, kept together with what follows."""
        self.need(24)
        self.y += 2.0
        put(self.paper, LEFT, self.y, COLUMN, 5.0, text, Style(SERIF_BOLD, 10.5, 7.0, TEAL), field)
        self.y += 5.9
        self.paper.line(LEFT, self.y, RIGHT, self.y, TEAL, 0.5)
        self.y += 1.6

    def fields(self, *cells: tuple[str, str, str], widths: tuple[float, ...] = (), height: float = 9.4) -> None:
        """A row of fields side by side, each as (caption, value, name of the box)."""
        height = max(
            [height, *(self._tall(cell, w) for cell, w in zip(cells, self._widths(len(cells), widths), strict=True))]
        )
        self.need(height)
        x = LEFT
        for (words, value, name), width in zip(cells, self._widths(len(cells), widths), strict=True):
            put(self.paper, x, self.y + 0.4, width, 2.8, words, CAPTION, name)
            put(self.paper, x, self.y + 3.2, width, height - 4.0, value, VALUE, name)
            self.paper.line(x, self.y + height - 0.4, x + width, self.y + height - 0.4)
            x += width + 4
        self.y += height

    def table(
        self, columns: tuple[Column, ...], rows: Sequence[tuple[str, ...]], field: str, *, blank: int = 0
    ) -> None:
        """A ruled table; rows grow with their text, the titles come again on each page; `blank` adds empty rows."""
        self._titles(columns)
        for row in (*rows, *[("",) * len(columns)] * blank):
            height = self._row_height(columns, row, field)
            if self.y + height > FLOOR:
                self.need(height + 1)
                self._titles(columns)
            x = LEFT
            for value, (_, width) in zip(row, columns, strict=True):
                tall = _height(value, CELL, width - 1.6, field)
                put(self.paper, x + 0.8, self.y + 0.9, width - 1.6, tall, value, CELL, field)
                x += width
            self.y += height
            self.paper.line(LEFT, self.y, RIGHT, self.y, RULE, 0.4)
        self.y += 2.5

    def signature(self, post: str, name: str, captions: tuple[str, str, str]) -> None:
        """Post, line to sign on, name, place of the seal; captions are those of signature, name and seal."""
        self.need(20)
        self.y += 3
        put(self.paper, LEFT, self.y, 62, 10, post, Style(SERIF, 10, 6.5), "official")
        line = self.y + 10
        for x, width, words in ((LEFT + 66, 42.0, captions[0]), (LEFT + 112, COLUMN - 112, captions[1])):
            self.paper.line(x, line, x + width, line, INK, 0.4)
            self.paper.text(x + width / 2, line + 3, words, SANS, 6, GREY, "centre")
        put(self.paper, LEFT + 112, self.y, COLUMN - 112, 9.6, name, Style(SERIF_BOLD, 10, 6.0), "official", "centre")
        self.paper.text(LEFT, line + 7, captions[2], SANS, 7, GREY)
        self.y += 17.5

    def ticks(self, words: str, choices: tuple[str, ...]) -> None:
        """A line of empty squares to tick by hand."""
        self.need(7)
        paper, x = self.paper, LEFT
        paper.text(x, self.y + 4, words, SANS, 7, GREY)
        x += paper.canvas.stringWidth(words, SANS, 7) / MM + 4
        for choice in choices:
            paper.box(x, self.y + 1.4, 3, 3, ink=INK, points=0.5)
            paper.text(x + 4.4, self.y + 4, choice, SERIF, 9.5)
            x += paper.canvas.stringWidth(choice, SERIF, 9.5) / MM + 11
        self.y += 7

    def braid(self) -> None:
        """A fine braid across the column."""
        height = self.paper.y(self.y + 1)
        self.paper.stamp(f"braid{self.y:.1f}", lambda: ornament.rule(LEFT * MM, RIGHT * MM, height))
        self.y += 3

    def _titles(self, columns: tuple[Column, ...]) -> None:
        self.need(16)
        x = LEFT
        self.paper.box(LEFT, self.y, COLUMN, 6.2, ink=None, fill=WASH)
        for words, width in columns:
            put(self.paper, x + 0.8, self.y + 0.8, width - 1.6, 4.8, words, Style(SANS, 6.6, 4.4, GREY, 1.1), "caption")
            x += width
        self.y += 6.2
        self.paper.line(LEFT, self.y, RIGHT, self.y, TEAL, 0.5)

    @staticmethod
    def _widths(count: int, widths: tuple[float, ...]) -> tuple[float, ...]:
        return widths or ((COLUMN - 4 * (count - 1)) / count,) * count

    @staticmethod
    def _tall(cell: tuple[str, str, str], width: float) -> float:
        _, value, name = cell
        return 4.3 + _height(value, VALUE, width, name)

    @staticmethod
    def _row_height(columns: tuple[Column, ...], row: tuple[str, ...], field: str) -> float:
        heights = [_height(v, CELL, w - 1.6, field) + 2.2 for v, (_, w) in zip(row, columns, strict=True)]
        return max([6.6, *heights])


def _height(value: str, style: Style, width: float, field: str) -> float:
    """The least height, in steps of one line and at most eight of them, in which the value has a place."""
    step = style.size * style.leading / MM
    for lines in range(1, 9):
        try:
            fit(
                value,
                style if lines > 1 else Style(style.font, style.size, style.size * 0.85),
                width,
                lines * step,
                field,
            )
        except DoesNotFit as refusal:
            if refusal.characters:
                raise
            continue
        return lines * step
    raise DoesNotFit(field)
