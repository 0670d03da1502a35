"""The typefaces of the papers and their registration. The folder is the caller's; no path is computed here."""

import unicodedata
from functools import cache
from pathlib import Path
from typing import Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

SERIF: Final = "PanaSerif"
SERIF_BOLD: Final = "PanaSerifBold"
SANS: Final = "PanaSans"
SANS_MEDIUM: Final = "PanaSansMedium"
SANS_BOLD: Final = "PanaSansBold"
NASKH: Final = "PanaNaskh"
OCR: Final = "PanaOcr"

FILES: Final[dict[str, str]] = {
    SERIF: "NotoSerif-Regular.ttf",
    SERIF_BOLD: "NotoSerif-Bold.ttf",
    SANS: "Inter-Regular.ttf",
    SANS_MEDIUM: "Inter-Medium.ttf",
    SANS_BOLD: "Inter-SemiBold.ttf",
    NASKH: "NotoNaskhArabic-Regular.ttf",
    OCR: "OCRB-Regular.ttf",
}


def register(folder: Path) -> None:
    """Make the typefaces of one folder known to the papers; a second call with any folder changes nothing.

    *Trouble* `FileNotFoundError` when the folder lacks one of the files.
    """
    known = set(pdfmetrics.getRegisteredFontNames())
    for name, file in FILES.items():
        if name not in known:
            path = folder / file
            if not path.is_file():
                raise FileNotFoundError(file)
            pdfmetrics.registerFont(TTFont(name, str(path)))


def missing(text: str, font: str) -> str:
    """The characters of a text that the typeface has no shape for, each once; format marks do not count."""
    shapes = _shapes(font)
    return "".join(
        sorted({c for c in text if ord(c) not in shapes and unicodedata.category(c) not in ("Cf", "Zs", "Mn")})
    )


@cache
def _shapes(font: str) -> frozenset[int]:
    return frozenset(pdfmetrics.getFont(font).face.charToGlyph)
