"""Words into boxes: shrink, wrap, justify, shape Arabic; and refuse what has no place, never cutting it silently."""

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import Final

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfbase.ttfonts import shapeStr

from forms import fonts
from forms.paper import INK, MM, Colour, Paper

STEP: Final = 0.25


class DoesNotFit(ValueError):
    """A text has no place in its box, even at the smallest size."""

    def __init__(self, field: str, characters: str = "") -> None:
        super().__init__(field)
        self.field = field
        self.characters = characters


class CannotBeDrawn(DoesNotFit):
    """A text holds characters for which no typeface of the papers has a shape."""


@dataclass(frozen=True)
class Style:
    """A typeface, the size it should have, the smallest it may have, its ink and the distance of its lines."""

    font: str
    size: float
    smallest: float = 0
    ink: Colour = INK
    leading: float = 1.2


@dataclass(frozen=True)
class Fitted:
    """Lines that fit, and the size at which they do."""

    size: float
    lines: tuple[str, ...]


def clean(text: str, font: str, field: str) -> str:
    """The text composed and with single spaces; refuses characters that the typeface cannot draw."""
    composed = re.sub(r"[ \t\r\n\f\v]+", " ", unicodedata.normalize("NFC", text)).strip()
    lacking = fonts.missing(composed, font)
    if lacking:
        raise CannotBeDrawn(field, lacking)
    return composed


def wrap(text: str, font: str, size: float, width: float) -> list[str] | None:
    """Break a text between words into lines of at most `width` points; None when a single word is wider."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if stringWidth(longer, font, size) <= width:
            line = longer
            continue
        if not line or stringWidth(word, font, size) > width:
            return None
        lines.append(line)
        line = word
    return [*lines, line]


def fit(text: str, style: Style, width: float, height: float, field: str) -> Fitted:
    """The largest size, from the wanted one down to the smallest, at which the text fits a box in millimetres."""
    ready = clean(text, style.font, field)
    size, smallest = style.size, style.smallest or style.size
    while size >= smallest - 0.01:
        lines = wrap(ready, style.font, size, width * MM)
        if lines is not None and (0.98 + (len(lines) - 1) * style.leading) * size <= height * MM:
            return Fitted(size, tuple(lines))
        size -= STEP
    raise DoesNotFit(field)


def put(
    paper: Paper,
    x: float,
    y: float,
    width: float,
    height: float,
    text: str,
    style: Style,
    field: str,
    align: str = "left",
) -> None:
    """Write a text into a box, its last line standing on the box's floor."""
    if not text:
        return
    fitted = fit(text, style, width, height, field)
    anchor = {"left": x, "centre": x + width / 2, "right": x + width}[align]
    step = fitted.size * style.leading / MM
    base = y + height - fitted.size * 0.24 / MM - (len(fitted.lines) - 1) * step
    for place, line in enumerate(fitted.lines):
        paper.text(anchor, base + place * step, line, style.font, fitted.size, style.ink, align)


def paragraph(
    paper: Paper, x: float, y: float, width: float, text: str, style: Style, field: str, *, justified: bool = True
) -> float:
    """Write a paragraph whose first line hangs from y; gives the height under its last line."""
    lines = broken(text, style, width, field)
    for number, line in enumerate(lines):
        y += style.size * style.leading / MM
        last = number == len(lines) - 1
        _line(paper, x, y - style.size * (style.leading - 0.95) / MM, width, line, style, justified and not last)
    return y


def broken(text: str, style: Style, width: float, field: str) -> list[str]:
    """The lines of a paragraph; a single word wider than the column is refused."""
    lines = wrap(clean(text, style.font, field), style.font, style.size, width * MM)
    if lines is None:
        raise DoesNotFit(field)
    return lines


def balanced(text: str, style: Style, width: float, field: str) -> list[str]:
    """The lines of a centred text, about equally long: no word is left alone on the last one."""
    lines = broken(text, style, width, field)
    for share in (0.5, 0.6, 0.7, 0.8, 0.9):
        narrower = wrap(clean(text, style.font, field), style.font, style.size, width * MM * share)
        if narrower is not None and len(narrower) == len(lines):
            return narrower
    return lines


def _line(paper: Paper, x: float, y: float, width: float, line: str, style: Style, justified: bool) -> None:
    gaps = line.count(" ")
    rest = width * MM - stringWidth(line, style.font, style.size)
    canvas = paper.canvas
    canvas.setFont(style.font, style.size)
    canvas.setFillColorRGB(*style.ink)
    canvas.drawString(x * MM, paper.y(y), line, wordSpace=rest / gaps if justified and gaps else None)


def native(paper: Paper, x: float, y: float, width: float, height: float, text: str, style: Style, field: str) -> None:
    """Write a name in its own script: Arabic script shaped and flush right, any other script flush left."""
    if not any("ARABIC" in unicodedata.name(c, "") for c in text):
        put(paper, x, y, width, height, text, style, field)
        return
    ready = clean(text, fonts.NASKH, field)
    size = style.size * 1.3
    while True:
        shaped = shapeStr(ready, fonts.NASKH, size)
        run = sum(q.x_advance for q in shaped.__shapeData__) * size / 1000
        if run <= width * MM:
            break
        size -= STEP
        if size < style.smallest:
            raise DoesNotFit(field)
    paper.canvas.setFont(fonts.NASKH, size)
    paper.canvas.setFillColorRGB(*style.ink)
    paper.canvas.drawString((x + width) * MM - run, paper.y(y + height - size * 0.3 / MM), shaped)


def sized(style: Style, size: float) -> Style:
    """The same style at another size."""
    return replace(style, size=size)
