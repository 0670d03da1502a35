"""The marks across a sheet: ҮЛГІ / ОБРАЗЕЦ until a layout is official, DEMO / СЫНАҚ in a store for trying."""

from math import atan2, cos, degrees, hypot, sin
from typing import Final

from forms import fonts
from forms.paper import MM, RED, WHITE, Paper, colour

SPECIMEN: Final = "ҮЛГІ / ОБРАЗЕЦ"
DEMO: Final = "DEMO / СЫНАҚ"
PALE: Final = colour("ecd6d3")


def across(paper: Paper) -> None:
    """Lay the marks that the sheet asks for under what is drawn next; called first on every page."""
    words = [w for w, wanted in ((SPECIMEN, paper.sheet.specimen), (DEMO, paper.sheet.demo)) if wanted]
    height = hypot(paper.width, paper.height) * (0.078 if len(words) == 1 else 0.066)
    for place, word in enumerate(words):
        shift = (place - (len(words) - 1) / 2) * height * 1.9
        _diagonal(paper, word, height, shift)


def badge(paper: Paper, x: float, y: float) -> None:
    """A small red plate that says the paper comes from a demonstration; its right upper corner is at (x, y)."""
    if not paper.sheet.demo:
        return
    width, height = 23.0, 4.6
    paper.box(x - width, y, width, height, ink=None, fill=RED, radius=0.8)
    paper.text(x - width / 2, y + 3.25, DEMO, fonts.SANS_BOLD, 7, WHITE, "centre")


def _diagonal(paper: Paper, word: str, height: float, shift: float) -> None:
    canvas = paper.canvas
    angle = atan2(paper.height, paper.width)
    size = height * MM
    canvas.saveState()
    canvas.translate(
        (paper.width / 2 + sin(angle) * shift) * MM,
        (paper.height / 2 - cos(angle) * shift) * MM,
    )
    canvas.rotate(degrees(angle))
    canvas.setFont(fonts.SANS_BOLD, size)
    canvas.setFillColorRGB(*PALE)
    width = canvas.stringWidth(word, fonts.SANS_BOLD, size)
    canvas.drawString(-width / 2, -size * 0.36, word)
    canvas.restoreState()
