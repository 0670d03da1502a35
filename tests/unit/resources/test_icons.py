"""`resources/icons/`: every picture can be drawn, and takes its colour from the theme."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from app.base import resources

SVG = "{http://www.w3.org/2000/svg}svg"
MARK = "pana.svg"
ICONS = sorted(resources.path("icons").glob("*.svg"))


def by_name(icon: Path) -> str:
    return icon.stem


def test_the_licence_stands_beside_the_icons() -> None:
    text = resources.path("icons", "LUCIDE-LICENSE.txt").read_text(encoding="utf-8")
    assert text.startswith("ISC License")
    assert len(ICONS) >= 50


@pytest.mark.parametrize("icon", ICONS, ids=by_name)
def test_it_parses_and_qt_can_draw_it(qtbot: QtBot, icon: Path) -> None:
    assert ElementTree.parse(icon).getroot().tag == SVG
    renderer = QSvgRenderer(str(icon))
    assert renderer.isValid()
    assert renderer.defaultSize().width() == renderer.defaultSize().height()


@pytest.mark.parametrize("icon", [icon for icon in ICONS if icon.name != MARK], ids=by_name)
def test_it_takes_its_colour_from_the_theme(icon: Path) -> None:
    root = ElementTree.parse(icon).getroot()
    assert root.get("stroke") == "currentColor"
    assert root.get("viewBox") == "0 0 24 24"
    assert all(part.get("stroke") is None and part.get("fill") in (None, "none", "currentColor") for part in root)


def test_the_mark_of_the_program_has_its_own_teal() -> None:
    assert "#0b7a6f" in resources.path("icons", MARK).read_text(encoding="utf-8")
