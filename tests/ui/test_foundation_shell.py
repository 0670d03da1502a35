"""The window: pages by name, keys, banners, cover, language and theme; it fits a small screen and keeps names."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from app.ui import tr
from app.ui.theme import theme
from app.ui.widgets.page import Page
from app.ui.windows.shell import Shell


class CasesPage(Page):
    def __init__(self):
        super().__init__("ui-timeline")
        self.header.add_search()
        self.times = 0

    def shown(self):
        self.times += 1


@pytest.fixture
def shell(qtbot):
    made = Shell()
    qtbot.addWidget(made)
    made.add_section("work", "ui-steps")
    made.add_page("home", "ui-brand", "house", "work", Page("ui-brand"))
    made.add_page("cases", "ui-timeline", "inbox", "work", CasesPage())
    made.add_page("wizard", "ui-letters", "", "", Page("ui-letters", with_back=True), belongs_to="cases")
    made.set_office("Алматы қаласы")
    made.set_user("Айнұр Жақсыбек", "Қабылдаушы")
    made.set_exchange("3 жазба кезекте", "", "warning")
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_pages_are_shown_by_name_and_marked_in_the_navigation(shell, qtbot):
    assert shell.current_page() == "home"
    with qtbot.waitSignal(shell.page_shown) as heard:
        shell.navigation.buttons["cases"].click()
    assert heard.args == ["cases"]
    assert shell.page("cases").times == 1
    shell.show_page("wizard")
    assert shell.navigation.buttons["cases"].isChecked()
    assert shell.windowTitle() == "Қазақ әріптері · Пана"
    shell.remove_page("wizard")
    assert not shell.has_page("wizard")


def test_a_shown_page_gets_the_focus(shell):
    shell.show_page("cases")
    assert QApplication.focusWidget() is shell.page("cases").header.search


def test_the_keys_of_the_window(shell, qtbot):
    control = Qt.KeyboardModifier.ControlModifier
    with qtbot.waitSignal(shell.search_asked):
        qtbot.keyClick(shell, Qt.Key.Key_K, control)
    shell.show_page("cases")
    with qtbot.assertNotEmitted(shell.search_asked):
        qtbot.keyClick(shell, Qt.Key.Key_K, control)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    with qtbot.waitSignal(shell.new_application):
        qtbot.keyClick(shell, Qt.Key.Key_N, control)
    with qtbot.waitSignal(shell.lock_asked):
        qtbot.keyClick(shell, Qt.Key.Key_L, control)
    with qtbot.waitSignal(shell.help_asked) as heard:
        qtbot.keyClick(shell, Qt.Key.Key_F1)
    assert heard.args == ["cases"]


def test_under_the_cover_nothing_else_is_seen_or_asked(shell, qtbot):
    cover = QWidget()
    QVBoxLayout(cover)
    shell.show_page("cases")
    shell.cover(cover)
    assert shell.covered()
    assert not shell.navigation.isVisible()
    assert shell.windowTitle() == "Пана"
    with qtbot.assertNotEmitted(shell.new_application), qtbot.assertNotEmitted(shell.lock_asked):
        qtbot.keyClick(shell, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClick(shell, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    shell.uncover()
    assert shell.navigation.isVisible()
    assert not shell.covered()


def test_the_window_title_holds_no_personal_data(shell):
    shell.page("cases").header.set_title("Ахмади Самира")
    shell.show_page("cases")
    assert "Ахмади" not in shell.windowTitle()
    assert "Айнұр" not in shell.windowTitle()


def test_the_window_fits_a_small_screen_and_folds_its_navigation(shell, qtbot):
    smallest = shell.minimumSize()
    assert (smallest.width() <= 1280, smallest.height() <= 680) == (True, True)
    shell.resize(1366, 700)
    qtbot.waitUntil(lambda: not shell.navigation.narrow)
    shell.resize(1200, 680)
    qtbot.waitUntil(lambda: shell.navigation.narrow)
    assert shell.navigation.buttons["cases"].text() == ""
    assert shell.navigation.buttons["cases"].toolTip() == "Істің барысы"


def test_counts_are_said_too(shell):
    shell.set_badge("cases", 24)
    assert shell.navigation.buttons["cases"].accessibleName() == "Істің барысы (24)"


def test_everything_tab_reaches_in_the_window_has_a_name(shell, unnamed):
    shell.show_banner("clock", "Сағат артқа жылжыды", "danger", action="ui-yes", closable=True)
    assert unnamed(shell) == []


def test_banners_are_replaced_by_name_and_closed(shell, qtbot):
    acted: list = []
    shell.show_banner("demo", "Демо", "warning")
    banner = shell.show_banner("demo", "Демо дерекқор", "warning", action="ui-yes", acted=lambda: acted.append(1))
    assert list(shell.banners) == ["demo"]
    banner.action.click()
    assert acted == [1]
    shell.hide_banner("demo")
    shell.hide_banner("demo")
    assert not shell.banners


def test_language_and_theme_are_switched_in_the_window(shell, qtbot):
    with qtbot.waitSignal(shell.language_chosen) as heard:
        shell.navigation.switches.buttons["ru"].click()
    assert heard.args == ["ru"]
    assert tr.language() == "ru"
    assert shell.navigation.buttons["cases"].accessibleName() == "Ход дела"
    assert shell.windowTitle() == "Пана · Пана"
    with qtbot.waitSignal(shell.mode_chosen) as mode:
        shell.navigation.switches.mode_button.click()
    assert mode.args == ["dark"]
    assert theme.mode == "dark"
    shell.choose_mode("light")


def test_the_exchange_card_is_pressed_by_keyboard(shell, qtbot):
    with qtbot.waitSignal(shell.exchange_asked):
        qtbot.keyClick(shell.navigation.exchange, Qt.Key.Key_Return)
    assert shell.navigation.exchange.accessibleName() == "3 жазба кезекте"


def test_tab_goes_from_place_to_place_then_to_the_cards_below(shell):
    stops = [*shell.navigation.buttons.values(), shell.navigation.exchange, shell.navigation.lock_button]
    shell.set_exchange("Дайын", "")
    stops[0].setFocus()
    found = []
    for _ in stops:
        found.append(QApplication.focusWidget())
        shell.focusNextChild()
    assert found == stops
