"""The bundled fonts: loaded once from `resources/fonts`; a machine without them gets its own sans serif.

Only the faces of the screen are loaded; faces that only papers use are left to `forms`.
"""

from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from app.base import resources

BASE_PX = 14
_SCREEN_FACES = ("Inter", "NotoNaskh", "NotoSansArabic", "NotoSansMono", "JetBrainsMono", "OCRB", "OCR-B", "OcrB")


def _files() -> list[Path]:
    folder = resources.path("fonts")
    found = [path for path in folder.rglob("*") if path.suffix.lower() in {".ttf", ".otf"}]
    return sorted(path for path in found if path.name.startswith(_SCREEN_FACES))


@cache
def load() -> tuple[str, ...]:
    """Make the bundled faces known to Qt and answer their families."""
    families: list[str] = []
    for path in _files():
        number = QFontDatabase.addApplicationFont(str(path))
        families += [family for family in QFontDatabase.applicationFontFamilies(number) if family not in families]
    return tuple(families)


def _family(*words: str) -> str:
    return next((family for word in words for family in load() if word in family), "")


def font(px: int = BASE_PX, weight: QFont.Weight = QFont.Weight.Normal, *, figures: bool = False) -> QFont:
    """The screen face in pixels; `figures` gives all figures one width, for columns of dates and counts."""
    names = [name for name in (_family("Inter"), _family("Arabic")) if name]
    result = QFont()
    result.setFamilies([*names, "sans-serif"])
    result.setPixelSize(px)
    result.setWeight(weight)
    result.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # hinted advances tear Cyrillic apart
    if figures:
        result.setFeature(QFont.Tag("tnum"), 1)
    return result


def mono(px: int = BASE_PX + 1) -> QFont:
    """The face of equal widths, for machine-readable lines and digests."""
    name = _family("Mono", "OCR")
    result = QFont(name) if name else QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    result.setPixelSize(px)
    return result
