"""A sheet of paper measured in millimetres from its top left corner, and how it becomes bytes.

Every page gets its marks and its foot line here, so that no form can forget them. What stands on the page is
the form's affair.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any, Final

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from forms import fonts
from forms.boxes import Sheet

rl_config.useA85 = 0  # binary streams: the ASCII coat makes each file a tenth longer

MM: Final = 72 / 25.4
Colour = tuple[float, float, float]


def colour(code: str) -> Colour:
    """The ink of a six-digit web colour."""
    return (int(code[0:2], 16) / 255, int(code[2:4], 16) / 255, int(code[4:6], 16) / 255)


INK: Final = colour("16202e")
GREY: Final = colour("566274")
RULE: Final = colour("b9c2cc")
TEAL: Final = colour("0b6662")
GOLD: Final = colour("a0741a")
WASH: Final = colour("eff6f5")
WHITE: Final = colour("ffffff")
RED: Final = colour("b3261e")


@dataclass(frozen=True, kw_only=True)
class Edition:
    """A form's code, edition, languages, effective date and title, as its template names them."""

    code: str
    version: str
    languages: str
    effective_from: str
    title: str
    official: bool = False


class _PackedOnce(pdfdoc.PDFStreamFilterZCompress):  # type: ignore[misc]
    """Compresses what is the same in every document, the ornaments, only once."""

    @lru_cache(maxsize=16)  # noqa: B019 - there is one such object
    def encode(self, text: bytes) -> bytes:
        """The compressed bytes."""
        return bytes(super().encode(text))


_PACKED: Final = _PackedOnce()


class Paper:
    """One document under the pen: pages of one size, drawn in millimetres, y downwards."""

    def __init__(
        self, width: float, height: float, edition: Edition, sheet: Sheet, *, foot: tuple[float, float] = (14, 14)
    ) -> None:
        self.width, self.height = width, height
        self.edition, self.sheet = edition, sheet
        self.pages = 0
        self.foot = foot
        self._bytes = BytesIO()
        self.canvas: Any = Canvas(
            self._bytes,
            pagesize=(width * MM, height * MM),
            invariant=1,
            pageCompression=1,
            initialFontName=fonts.SERIF,
            lang={"kk": "kk-KZ", "ru": "ru-KZ"}.get(edition.languages, "kk-KZ"),
        )
        self.canvas.setTitle(f"{edition.title} ({edition.code})")
        self.canvas.setAuthor(sheet.office)
        self.canvas.setCreator(f"Pana {sheet.program}")
        self.canvas.setSubject(f"{edition.code}, {edition.version}")
        self.canvas.setViewerPreference("DisplayDocTitle", "true")
        self._stamps: set[str] = set()

    def y(self, y: float) -> float:
        """The height of a line in points from the bottom, as the canvas counts."""
        return (self.height - y) * MM

    def text(
        self,
        x: float,
        y: float,
        text: str,
        font: str,
        size: float,
        ink: Colour = INK,
        align: str = "left",
        spacing: float = 0,
    ) -> None:
        """Write one line with its baseline at y; `align` says what x is: left edge, centre or right edge."""
        width = self.canvas.stringWidth(text, font, size) + spacing * max(len(text) - 1, 0)
        left = x * MM - {"left": 0.0, "centre": width / 2, "right": width}[align]
        self.canvas.setFont(font, size)
        self.canvas.setFillColorRGB(*ink)
        self.canvas.drawString(left, self.y(y), text, charSpace=spacing or None)

    def line(
        self, x1: float, y1: float, x2: float, y2: float, ink: Colour = RULE, points: float = 0.4, dash: float = 0
    ) -> None:
        """Draw a straight line; `dash` is the length of its strokes in points, 0 for a full line."""
        self.canvas.setStrokeColorRGB(*ink)
        self.canvas.setLineWidth(points)
        self.canvas.setDash([dash, dash] if dash else [])
        self.canvas.line(x1 * MM, self.y(y1), x2 * MM, self.y(y2))
        self.canvas.setDash([])

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        ink: Colour | None = RULE,
        fill: Colour | None = None,
        points: float = 0.4,
        dash: float = 0,
        radius: float = 0,
    ) -> None:
        """Draw a rectangle with its top left corner at (x, y)."""
        if ink:
            self.canvas.setStrokeColorRGB(*ink)
        if fill:
            self.canvas.setFillColorRGB(*fill)
        self.canvas.setLineWidth(points)
        self.canvas.setDash([dash, dash] if dash else [])
        self.canvas.roundRect(
            x * MM,
            self.y(y + height),
            width * MM,
            height * MM,
            radius * MM,
            stroke=int(bool(ink)),
            fill=int(bool(fill)),
        )
        self.canvas.setDash([])

    def stamp(self, name: str, content: Callable[[], str]) -> None:
        """Lay a drawing of page size under or over what follows; its content is stored once in the document."""
        if name not in self._stamps:
            self._stamps.add(name)
            self.canvas.beginForm(name)
            self.canvas._code.append(content())  # the drawing is ready-made operators; the canvas has no door for them
            self.canvas.endForm()
            self._keep_packed(name)
        self.canvas.doForm(name)

    def _keep_packed(self, name: str) -> None:
        """Have a stamp packed once for all documents: packing ornaments again cost two fifths of every sheet."""
        form = self.canvas._doc.idToObject[pdfdoc.xObjectName(name)]
        form.compression = 0
        form.Contents = pdfdoc.PDFStream(content=form.stream, filters=[_PACKED])

    def next_page(self) -> None:
        """Finish this page: its foot line is written when the number of pages is known."""
        self.pages += 1
        self.canvas.doForm(f"foot{self.pages}")
        self.canvas.showPage()

    def finish(self) -> bytes:
        """The document as bytes; the same boxes give the same bytes."""
        for page in range(1, self.pages + 1):
            self.canvas.beginForm(f"foot{page}")
            self._foot(page)
            self.canvas.endForm()
        self.canvas.save()
        return self._bytes.getvalue()

    def _foot(self, page: int) -> None:
        left = [self.edition.code, self.edition.version, self.edition.languages, self.sheet.office, self.sheet.number]
        right = [self.sheet.printed_at, f"Pana {self.sheet.program}", self.sheet.control, f"{page}/{self.pages}"]
        y = self.height - 5.2
        self.text(self.foot[0], y, " · ".join(filter(None, left)), fonts.SANS, 4.6, GREY)
        self.text(self.width - self.foot[1], y, " · ".join(filter(None, right)), fonts.SANS, 4.6, GREY, "right")
