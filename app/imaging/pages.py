"""Pages of our own papers as pixels for the preview; a stranger's PDF is never opened here."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

import pypdfium2

from app.base.errors import Trouble

POINTS_PER_INCH = 72

_ONE_AT_A_TIME = Lock()
"""PDFium is not made for several threads."""


def page_count(data: bytes) -> int:
    """How many pages a paper has.

    *Trouble*: paper.damaged.
    """
    with _opened(data) as paper:
        return len(paper)


def render_pdf(data: bytes, page: int, dpi: float) -> tuple[int, int, bytes]:
    """One page, counted from 0, as width, height and rows of red, green and blue bytes without padding.

    *Units*: dots per inch. *Trouble*: paper.damaged.
    """
    with _opened(data) as paper:
        picture = paper[page].render(scale=dpi / POINTS_PER_INCH, may_draw_forms=False).to_pil().convert("RGB")
    return picture.width, picture.height, picture.tobytes()


@contextmanager
def _opened(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    with _ONE_AT_A_TIME:
        try:
            paper = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise Trouble("paper.damaged") from error
        try:
            yield paper
        finally:
            paper.close()
