"""`resources/fonts/`: every letter that the screens and papers need, in files that ReportLab and Qt take."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from PySide6.QtGui import QFontDatabase
from pytestqt.qtbot import QtBot
from reportlab.pdfbase.ttfonts import TTFont as PaperFont

from app.base import resources

KAZAKH = "ӘҒҚҢӨҰҮҺІәғқңөұүһі"
CYRILLIC = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюяЄєЇїҐґ"
SIGNS = "₸№«»–—…•×"
LATIN = "ÄÖÜŞĞŽČāēīūñçß"
ARABIC = "ابپتټثجچحخځدډذرړزژسشښصضطظعغفقکكگګلمنںوهھیيېۍئءآةۋۆۇڭەٴ"
MRZ = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<"
FAMILIES = {
    "Inter": ("Inter-Regular", "Inter-Medium", "Inter-SemiBold", "Inter-Bold"),
    "Noto Serif": ("NotoSerif-Regular", "NotoSerif-Bold"),
    "Noto Naskh Arabic": ("NotoNaskhArabic-Regular", "NotoNaskhArabic-Bold"),
    "OCR B": ("OCRB-Regular",),
}
FILES = [(family, name) for family, names in FAMILIES.items() for name in names]
LETTERS = {
    "Inter": KAZAKH + CYRILLIC + SIGNS + LATIN + "→−≥",
    "Noto Serif": KAZAKH + CYRILLIC + SIGNS + LATIN,
    "Noto Naskh Arabic": ARABIC + "0123456789 ",
    "OCR B": MRZ,
}


def file(name: str) -> Path:
    return resources.path("fonts", f"{name}.ttf")


def test_the_folder_holds_these_fonts_with_their_licences_and_stays_small() -> None:
    files = list(resources.path("fonts").iterdir())
    assert {one.stem for one in files if one.suffix == ".ttf"} == {name for _, name in FILES}
    licences = {one.name for one in files if one.suffix == ".txt"}
    assert licences == {f"{family.replace(' ', '')}-LICENSE.txt" for family in FAMILIES if family != "OCR B"} | {
        "OCRB-LICENSE.txt"
    }
    assert sum(one.stat().st_size for one in files) < 6_000_000


@pytest.mark.parametrize(("family", "name"), FILES)
def test_the_letters_are_there(family: str, name: str) -> None:
    known = TTFont(file(name)).getBestCmap()
    assert not [letter for letter in LETTERS[family] if ord(letter) not in known]


@pytest.mark.parametrize(("family", "name"), FILES)
def test_the_outlines_are_truetype_and_may_be_embedded(family: str, name: str) -> None:
    font = TTFont(file(name))
    assert "glyf" in font and "CFF " not in font
    assert font["OS/2"].fsType == 0
    assert PaperFont(name, str(file(name))).stringWidth("00", 10) > 0


def test_the_zone_font_steps_ten_to_the_inch_at_ten_points() -> None:
    font = PaperFont("OCRB-Regular", str(file("OCRB-Regular")))
    assert all(font.stringWidth(letter, 10) == pytest.approx(7.2) for letter in MRZ)
    assert TTFont(file("OCRB-Regular"))["post"].isFixedPitch


@pytest.mark.parametrize("weight", FAMILIES["Inter"])
def test_the_screen_font_has_figures_of_equal_width(weight: str) -> None:
    features = TTFont(file(weight))["GSUB"].table.FeatureList.FeatureRecord
    assert "tnum" in {feature.FeatureTag for feature in features}


@pytest.mark.parametrize(("family", "name"), FILES)
def test_qt_takes_the_file_under_its_family(qtbot: QtBot, family: str, name: str) -> None:
    number = QFontDatabase.addApplicationFont(str(file(name)))
    try:
        assert family in QFontDatabase.applicationFontFamilies(number)
    finally:
        QFontDatabase.removeApplicationFont(number)
