"""Colours can be read, icons follow the theme, texts follow the language, and every key stands in three languages."""

import re
from itertools import product

import pytest
from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel

from app.base import resources
from app.messages.catalogue import LANGUAGES
from app.ui import fonts, icons, sheet, tr
from app.ui.theme import DARK, LIGHT, TONES, apply, contrast, theme

SURFACES = ("canvas", "panel", "nav", "sunken", "selection", "hover")


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_texts_and_borders_have_enough_contrast(tokens):
    for ink, ground in product(("text", "muted", "faint"), SURFACES):
        assert contrast(tokens[ink], tokens[ground]) >= 4.5, (ink, ground)
    for tone in TONES:
        for ground in (f"{tone}-ground", "panel", "canvas"):
            assert contrast(tokens[f"{tone}-ink"], tokens[ground]) >= 4.5, (tone, ground)
    for ground in ("panel", "canvas", "sunken"):
        assert contrast(tokens["edge"], tokens[ground]) >= 3, ground
    for ink, ground in (("on-accent", "accent"), ("on-accent", "accent-hover"), ("accent", "accent-soft")):
        assert contrast(tokens[ink], tokens[ground]) >= 4.5, (ink, ground)
    assert contrast(tokens["accent"], tokens["panel"]) >= 4.5


def test_light_and_dark_hold_the_same_tokens_and_the_sheet_uses_no_other():
    assert LIGHT.keys() == DARK.keys()
    assert "$" not in sheet.text(LIGHT)


def test_the_bundled_faces_are_loaded():
    assert "Inter" in fonts.load()
    assert fonts.font().families()[0] == "Inter"
    assert any("Arabic" in family for family in fonts.load())


def test_an_icon_follows_theme_and_state(screen: QApplication):
    def ink(image):
        places = product(range(image.width()), range(image.height()))
        return {image.pixelColor(x, y).name() for x, y in places if image.pixelColor(x, y).alpha() == 255}

    shown = icons.icon("square-missing", "accent")
    assert ink(shown.pixmap(QSize(48, 48)).toImage()) == {LIGHT["accent"]}
    apply(screen, "dark")
    assert theme.mode == "dark"
    assert ink(shown.pixmap(QSize(48, 48)).toImage()) == {DARK["accent"]}
    assert icons.known("search")
    assert not icons.known("square-missing")
    apply(screen, "light")


def test_a_kept_text_follows_the_language_and_dies_with_its_widget(qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    tr.keep(label, "ui-deadline-late", days=2)
    tr.keep(label, "ui-close", "setToolTip")
    assert (label.text(), label.toolTip()) == ("2 күн кешікті", "Жабу")
    tr.set_language("ru")
    assert (label.text(), label.toolTip()) == ("Просрочено на 2 дня", "Закрыть")
    tr.keep(label, "ui-deadline-late", days=5)
    assert label.text() == "Просрочено на 5 дней"
    assert len(label.findChildren(QObject)) == 2
    tr.keep(label, "")
    tr.set_language("en")
    assert (label.text(), label.toolTip()) == ("", "Close")
    label.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    tr.set_language("kk")


def test_the_words_of_qt_follow_the_language(qtbot):
    seen = {}
    for language in LANGUAGES:
        tr.set_language(language)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        qtbot.addWidget(box)
        seen[language] = box.button(QDialogButtonBox.StandardButton.Cancel).text()
    assert seen == {"kk": "Бас тарту", "ru": "Отмена", "en": "Cancel"}


def test_every_key_of_the_screens_stands_in_three_languages():
    texts = {one: resources.path("locale", one, "ui.ftl").read_text(encoding="utf-8") for one in LANGUAGES}
    keys = {one: set(re.findall(r"^([a-z][a-z0-9-]*) =", text, re.MULTILINE)) for one, text in texts.items()}
    assert keys["kk"] == keys["ru"] == keys["en"]
    code = "".join(path.read_text(encoding="utf-8") for path in resources.root().joinpath("app", "ui").rglob("*.py"))
    used = set(re.findall(r'"(ui-[a-z-]+[a-z])"', code))
    assert used <= keys["kk"]


def test_every_icon_the_foundation_names_is_there():
    for name in ("chevron-down", "check", "search", "arrow-left", "x", "info", "circle-check", "triangle-alert"):
        assert icons.known(name), name
    for name in ("circle-alert", "upload", "trash-2", "user", "eye", "eye-off", "usb", "lock", "moon", "sun"):
        assert icons.known(name), name


def test_dates_and_numbers_are_written_as_here():
    assert tr.date_text("2026-12-31") == "31.12.2026"
    assert tr.date_text("1986") == "1986"
    assert tr.number_text(1234567) == "1\u00a0234\u00a0567"
