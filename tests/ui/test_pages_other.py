"""Today, settings, help: lists of what is due, drafts, verification, topics in three languages."""

import pytest
from PySide6.QtCore import Qt, QUrl

from app.base import resources
from app.services import drafts
from app.ui import tr
from app.ui.pages import help as helping
from app.ui.pages.settings import SettingsPage
from app.ui.pages.today import TodayPage
from tests import offices
from tests.ui.desks import desk, family, store  # noqa: F401


@pytest.fixture
def today(qtbot, desk, family):  # noqa: F811
    made = TodayPage(desk)
    qtbot.addWidget(made)
    made.resize(1126, 728)
    made.show()
    made.shown()
    qtbot.waitUntil(lambda: made.columns["week"].list.count() + made.columns["soon"].list.count() > 0)
    return made


def test_what_is_due_stands_in_its_list_and_enter_opens_the_case(today, qtbot, family):  # noqa: F811
    found = today.columns["soon"].list
    assert found.count() == 2  # the fingerprints of both applicants, three days after the referral
    assert today.columns["late"].none.isVisible()
    with qtbot.waitSignal(today.case_asked) as heard:
        qtbot.keyClick(found, Qt.Key.Key_Return)
    assert heard.args[0] in family.cases


def test_what_passed_is_late(today, qtbot, desk):  # noqa: F811
    desk.store.set_clock(offices.at("2026-06-25 10:00"))
    today.load()
    qtbot.waitUntil(lambda: today.columns["late"].list.count() == 2)
    assert today.columns["late"].chip.tone == "danger"
    assert "25.06.2026" in today.header.note.text()


def test_a_draft_is_offered_by_the_name_typed_so_far(today, qtbot, desk):  # noqa: F811
    body = '{"edition": 1, "page": "applicant", "values": {"family_kk": "Кәрімова", "given_kk": "Зәура"}}'
    drafts.save(desk.store, desk.actor, "d-1", "register_application", body.encode(), "")
    today.shown()
    qtbot.waitUntil(lambda: today.drafts.count() == 1)
    assert today.drafts.item(0).text().startswith("Кәрімова Зәура. Өтінішхат · 15.06.2026")
    with qtbot.waitSignal(today.draft_asked) as heard:
        qtbot.keyClick(today.drafts, Qt.Key.Key_Return)
    assert heard.args == ["d-1"]


def test_today_follows_the_language_and_names_everything(today, unnamed):
    tr.set_language("en")
    assert today.header.title.text().startswith("Good day")
    assert today.header.note.text().startswith("Monday")
    assert unnamed(today) == []
    assert today.minimumSizeHint().width() <= 1126


@pytest.fixture
def settings(qtbot, desk, family):  # noqa: F811
    made = SettingsPage(desk)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_whole_store_is_told_to_be_whole(settings, qtbot):
    settings.verify_button.click()
    qtbot.waitUntil(settings.verify_button.isEnabled, timeout=15000)
    assert settings.banner.text.text().startswith("Қойма бүтін")


def test_language_and_look_are_asked_of_the_window(settings, qtbot):
    with qtbot.waitSignal(settings.language_asked) as heard:
        settings.binder.editor("language").buttons["ru"].click()
    assert heard.args == ["ru"]
    with qtbot.waitSignal(settings.mode_asked) as heard:
        settings.binder.editor("mode").buttons["dark"].click()
    assert heard.args == ["dark"]


def test_settings_name_everything(settings, unnamed):
    assert unnamed(settings) == []
    assert settings.minimumSizeHint().width() <= 1126


def test_every_topic_stands_in_three_languages_with_one_heading():
    for language in ("kk", "ru", "en"):
        files = {path.stem for path in resources.path("help", language).glob("*.md")}
        assert files == set(helping.TOPICS)
        for text in helping.read_topics(language).values():
            assert text.startswith("# ") and len(text) > 200


def test_help_shows_the_topic_of_a_page_in_the_language_of_the_screens(qtbot, runner, unnamed):
    page = helping.HelpPage(runner)
    qtbot.addWidget(page)
    page.show()
    page.show_topic(helping.topic_of("cases"))
    qtbot.waitUntil(lambda: "Ctrl+K" in page.text.toPlainText())
    tr.set_language("ru")
    expected = helping.heading(helping.read_topics("ru")["list-and-search"])
    qtbot.waitUntil(lambda: page.text.toPlainText().startswith(expected))
    assert page.list.currentItem().text() == expected
    page.list.setCurrentRow(0)
    qtbot.waitUntil(lambda: page.topic == "index" and not page.text.toPlainText().startswith(expected))
    assert unnamed(page) == []
    assert helping.topic_of("wizard") == "intake" and helping.topic_of("anything") == "index"


def test_a_link_inside_the_help_leads_to_its_topic(qtbot, runner):
    page = helping.HelpPage(runner)
    qtbot.addWidget(page)
    page.text.anchorClicked.emit(QUrl("exchange.md"))
    assert page.topic == "exchange"
