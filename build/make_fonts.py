"""Makes `resources/fonts/`: Inter, Noto Serif, Noto Naskh Arabic and OCR-B as TrueType, each with its licence.

ReportLab embeds TrueType outlines only, so woff2 is unpacked and the PostScript outlines of OCR-B are converted.
No glyph is taken away.
"""

import shutil
import tempfile
from pathlib import Path

import packages
from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]
from fontTools.pens.cu2quPen import Cu2QuPen  # type: ignore[import-untyped]
from fontTools.pens.transformPen import TransformPen  # type: ignore[import-untyped]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from tables import RESOURCES

FONTS = RESOURCES / "fonts"
INTER = ("inter-ui", "4.1.1")
INTER_WEIGHTS = ("Regular", "Medium", "SemiBold", "Bold")
NOTO = ("NotoSerif-Regular", "NotoSerif-Bold", "NotoNaskhArabic-Regular", "NotoNaskhArabic-Bold")
OCRB_ADVANCE = 720  # of 1000: at 10 points the step is 7.2 points, 10 characters to the inch
OCRB_ERROR = 0.5  # units by which a converted curve may leave the original
OCRB_LICENCE = """OCR-B (OCRB-Regular.ttf)

Public domain. By Matthew Skala (2011, 2021), who released his files to the public domain,
based on work of Norbert Schwarz (1986-2011), whose notice reads:

    You may freely use, modify and/or distribute this file, without limitation.

Taken from the Debian package fonts-ocr-b (OCRB.otf). Changed for Pana: outlines converted from cubic to
quadratic curves, advance width of every glyph set from 723 to 720 units with the glyph kept in the middle.
"""


def make() -> None:
    """Fetch the packages, convert, write the fonts and their licences."""
    FONTS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        inter = packages.npm(*INTER, into=here)
        _inter(inter)
        _noto(packages.debian("fonts-noto-core", here), inter / "LICENSE.txt")
        _ocrb(packages.debian("fonts-ocr-b", here))
    print(f"wrote resources/fonts: {sum(file.stat().st_size for file in FONTS.iterdir()) / 1e6:.1f} MB")


def _inter(package: Path) -> None:
    for weight in INTER_WEIGHTS:
        font = TTFont(package / "web" / f"Inter-{weight}.woff2", recalcTimestamp=False)
        font.flavor = None
        font.save(FONTS / f"Inter-{weight}.ttf")
    shutil.copyfile(package / "LICENSE.txt", FONTS / "Inter-LICENSE.txt")


def _noto(tree: Path, open_font_licence: Path) -> None:
    for name in NOTO:
        shutil.copyfile(tree / "usr/share/fonts/truetype/noto" / f"{name}.ttf", FONTS / f"{name}.ttf")
    _, _, rest = open_font_licence.read_text(encoding="utf-8").partition("\n")
    for family in ("NotoSerif", "NotoNaskhArabic"):
        names = TTFont(FONTS / f"{family}-Regular.ttf")["name"]
        notice = f"{names.getDebugName(0)}\n{names.getDebugName(7)}\n"
        (FONTS / f"{family}-LICENSE.txt").write_text(notice + rest, encoding="utf-8")


def _ocrb(tree: Path) -> None:
    source = TTFont(tree / "usr/share/fonts/opentype/ocr-b/OCRB.otf", recalcTimestamp=False)
    order, drawn = source.getGlyphOrder(), source.getGlyphSet()
    builder = FontBuilder(source["head"].unitsPerEm, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(source.getBestCmap())
    glyphs = {}
    for name in order:
        pen = TTGlyphPen(None)
        shift = (OCRB_ADVANCE - drawn[name].width) / 2
        drawn[name].draw(TransformPen(Cu2QuPen(pen, OCRB_ERROR, reverse_direction=True), (1, 0, 0, 1, shift, 0)))
        glyphs[name] = pen.glyph()
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics({name: (OCRB_ADVANCE, builder.font["glyf"][name].xMin) for name in order})
    _ocrb_tables(builder, source)
    builder.font.recalcTimestamp = False
    builder.save(FONTS / "OCRB-Regular.ttf")
    (FONTS / "OCRB-LICENSE.txt").write_text(OCRB_LICENCE, encoding="utf-8")


def _ocrb_tables(builder: FontBuilder, source: TTFont) -> None:
    hhea, os2, head = source["hhea"], source["OS/2"], source["head"]
    builder.setupHorizontalHeader(ascent=hhea.ascent, descent=hhea.descent)
    builder.setupNameTable(
        {
            "copyright": "Matthew Skala (2011, 2021); based on code by Norbert Schwarz (1986, 2011). Public domain.",
            "familyName": "OCR B",
            "styleName": "Regular",
            "uniqueFontIdentifier": "OCR B Regular, quadratic, 10 pitch",
            "fullName": "OCR B Regular",
            "psName": "OCRB-Regular",
            "version": "Version 2.000",
        }
    )
    builder.setupOS2(
        sTypoAscender=os2.sTypoAscender,
        sTypoDescender=os2.sTypoDescender,
        usWinAscent=os2.usWinAscent,
        usWinDescent=os2.usWinDescent,
        fsType=0,
    )
    builder.setupPost(isFixedPitch=1)
    builder.updateHead(created=head.created, modified=head.modified)
