"""The QR code as one vector path. What it says, and whether it is signed, is the caller's affair."""

from typing import Final

import segno

from forms.paper import INK, MM, WHITE, Paper
from forms.text import DoesNotFit

MASK: Final = 3  # fixed: searching the best of eight masks costs more time than the whole page
QUIET: Final = 2  # modules of white around the code; the paper around is white as well


def draw(paper: Paper, x: float, y: float, side: float, payload: str, field: str = "qr") -> None:
    """Draw the payload as a QR code in a square of `side` millimetres, its white edge included."""
    try:
        code = segno.make(payload, error="m", mask=MASK, micro=False, boost_error=False)
    except segno.DataOverflowError as error:
        raise DoesNotFit(field) from error
    rows = [bytes(row) for row in code.matrix]
    module = side / (len(rows) + 2 * QUIET)
    paper.box(x, y, side, side, ink=None, fill=WHITE)
    path = paper.canvas.beginPath()
    for number, row in enumerate(rows):
        top = y + (number + QUIET + 1) * module
        for start, length in _runs(row):
            path.rect((x + (start + QUIET) * module) * MM, paper.y(top), length * module * MM, module * MM)
    paper.canvas.setFillColorRGB(*INK)
    paper.canvas.drawPath(path, stroke=0, fill=1)


def _runs(row: bytes) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    start = 0
    while start < len(row):
        end = start
        while end < len(row) and row[end]:
            end += 1
        if end > start:
            runs.append((start, end - start))
        start = end + 1
    return runs
