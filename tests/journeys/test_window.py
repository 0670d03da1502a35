"""The whole window in process: unlocked, a case found, an act recorded, a paper seen, locked, and closed for good."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication

from app.services import acts, drafts
from app.services.offices import unlock
from app.store.rows.cases import case_state
from app.ui import dialogs, theme, tr
from app.ui.main import Reporter, build_window, report
from app.ui.pages.act_dialog import ActDialog
from app.ui.pages.first_start import FirstStart
from app.ui.pages.unlock import UnlockPage
from app.ui.windows.main import MainWindow
from app.ui.wizards.decision import DecisionWizard
from app.ui.wizards.intake import IntakeWizard
from tests import offices


@pytest.fixture(autouse=True)
def screen(qapp: QApplication) -> Iterator[None]:
    """Light and in Kazakh, whatever the test before did."""
    tr.set_language("kk")
    theme.apply(qapp, "light")
    yield
    dialogs.forget_answers()
    tr.set_language("kk")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An office with a family, closed."""
    store = offices.make_store(tmp_path / "store")
    store.set_clock(offices.at("2026-06-15 10:00"))
    acts.perform(store, store.actor("clerk"), offices.family_of_five())
    store.close()
    return tmp_path / "store"


@pytest.fixture
def window(qtbot, folder: Path) -> Iterator[MainWindow]:
    """The window at its unlock page."""
    made = build_window(folder, language="kk")
    made.show()
    qtbot.waitUntil(lambda: isinstance(made._outer.currentWidget(), UnlockPage))
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def sign_in(window: MainWindow, qtbot) -> None:
    page = window._outer.currentWidget()
    assert isinstance(page, UnlockPage)
    page.passphrase.line.setText(offices.PASSPHRASE)
    with qtbot.waitSignal(window.unlocked, timeout=15000):
        page.unlock()


def open_first_case(window: MainWindow, qtbot):
    window.show_page("cases")
    cases = window.page("cases")
    qtbot.waitUntil(lambda: cases.model.rowCount() == 5 and cases.model.row(0) is not None)
    cases.search.setText("ahmadi farid")
    qtbot.waitUntil(lambda: cases.model.rowCount() in range(1, 5) and cases.model.row(0) is not None)
    cases.view.selectRow(0)
    with qtbot.waitSignal(cases.opened):
        qtbot.keyClick(cases.view, Qt.Key.Key_Return)
    page = window.page("case")
    qtbot.waitUntil(lambda: page.view is not None)
    return page


def test_from_the_passphrase_to_a_printed_certificate_and_back_to_the_lock(window, qtbot, tmp_path):
    sign_in(window, qtbot)
    assert window.current_page() == "today"
    case = open_first_case(window, qtbot)
    assert window.current_page() == "case"
    case.buttons["certificate"].click()
    qtbot.waitUntil(lambda: bool(window.findChildren(ActDialog)))
    window.findChildren(ActDialog)[0].save_button.click()
    qtbot.waitUntil(lambda: window.current_page() == "paper", timeout=15000)
    paper = window.page("paper")
    qtbot.waitUntil(lambda: bool(paper.view.pages), timeout=15000)
    dialogs.save_file.set_next_answer(tmp_path / "certificate.pdf")
    paper.save_button.click()
    qtbot.waitUntil((tmp_path / "certificate.pdf").exists)
    window.go_back()
    assert window.current_page() == "case"
    with qtbot.waitSignal(window.locked, timeout=15000):
        window.lock()
    qtbot.waitUntil(lambda: isinstance(window._outer.currentWidget(), UnlockPage), timeout=15000)
    assert window.covered() and not window.has_page("cases")
    sign_in(window, qtbot)
    assert window.has_page("cases") and len(window.navigation.buttons) == 5


def test_after_the_intake_the_certificates_are_made_and_the_first_is_shown(window, qtbot):
    sign_in(window, qtbot)
    case = open_first_case(window, qtbot)
    cases = [case.case, *(relative.case for relative in case.view.relatives)]
    window.new_application.emit()
    assert window.current_page() == "wizard"
    assert window.focusWidget() is window.page("wizard").sheet.forms[0].binder.editor("mrz").inner
    window.page("wizard").finished.emit(cases)
    qtbot.waitUntil(lambda: window.current_page() == "paper", timeout=15000)
    assert not window.has_page("wizard")
    paper = window.page("paper")
    qtbot.waitUntil(lambda: paper.current is not None and bool(paper.view.pages), timeout=15000)
    assert paper.current.case == cases[0] and paper.current.paper.form == "certificate"
    with window.desk.store.reading() as connection:
        assert [len(case_state(connection, one).papers) for one in cases] == [1, 1]


def test_a_wizard_that_is_left_leads_back_to_the_page_before(window, qtbot):
    sign_in(window, qtbot)
    case = open_first_case(window, qtbot)
    case.buttons["decision"].click()
    assert window.current_page() == "wizard"
    window.page("wizard").closed.emit()
    assert window.current_page() == "case" and not window.has_page("wizard")


def type_a_name(window: MainWindow, name: str) -> None:
    window.open_intake()
    line = window.page("wizard").sheet.person.names.binder.editor("family_latin").line
    line.setFocus()
    line.insert(name)
    line.textEdited.emit(name)


def drafts_of(folder: Path) -> list[str]:
    store = unlock(folder, "clerk", offices.PASSPHRASE)
    try:
        return [kept.body.decode() for kept in drafts.listed(store, store.actor("clerk"))]
    finally:
        store.close()


@pytest.mark.parametrize("leave", ["lock", "close"])
def test_what_was_typed_a_moment_before_is_kept(window, qtbot, folder, leave):
    sign_in(window, qtbot)
    type_a_name(window, "KARIMOVA")
    if leave == "lock":
        with qtbot.waitSignal(window.locked, timeout=15000):
            window.lock()
    window.close()
    assert [("KARIMOVA" in body) for body in drafts_of(folder)] == [True]


def test_the_draft_of_a_decision_is_gone_on_with_in_the_wizard_of_decisions(window, qtbot):
    sign_in(window, qtbot)
    case = open_first_case(window, qtbot)
    window.open_draft(f"decision-{case.case}")
    assert window.current_page() == "wizard" and isinstance(window.page("wizard"), DecisionWizard)
    window.open_draft("d-1")
    assert isinstance(window.page("wizard"), IntakeWizard)


def test_the_window_title_never_names_a_person_or_a_case(window, qtbot):
    sign_in(window, qtbot)
    page = open_first_case(window, qtbot)
    for name in ("today", "cases", "case", "settings", "help", "exchange"):
        window.show_page(name)
        title = window.windowTitle().casefold()
        assert page.view.state.number.casefold() not in title and "ахмади" not in title and "ahmadi" not in title


def test_a_test_store_says_so_above_every_page_with_its_clock(window, qtbot):
    sign_in(window, qtbot)
    banner = window.banners["purpose"]
    assert "15.06.2026 10:00" in banner.text.text()
    for name in ("today", "cases", "settings"):
        window.show_page(name)
        assert banner.isVisible()


def test_language_and_theme_are_kept_for_the_user(window, qtbot, folder):
    sign_in(window, qtbot)
    window.choose_language("ru")
    window.choose_mode("dark")
    with qtbot.waitSignal(window.locked, timeout=15000):
        window.lock()
    window.choose_language("en")
    window.choose_mode("light")
    qtbot.waitUntil(lambda: isinstance(window._outer.currentWidget(), UnlockPage))
    sign_in(window, qtbot)
    assert tr.language() == "ru" and theme.theme.mode == "dark"
    assert "Проверочное" in window.banners["purpose"].text.text()


def test_the_card_of_the_exchange_follows_the_language(window, qtbot):
    sign_in(window, qtbot)
    qtbot.waitUntil(lambda: window.navigation.exchange.title.text() == tr.tr("pages-tile-none"))
    window.choose_language("en")
    assert window.navigation.exchange.title.text() == tr.tr("pages-tile-none") != ""


def test_help_opens_for_the_page_shown_and_back_leads_home(window, qtbot):
    sign_in(window, qtbot)
    window.show_page("exchange")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert window.current_page() == "help" and window.page("help").topic == "exchange"
    window.page("help").header.back.emit()
    assert window.current_page() == "exchange"
    window.search_asked.emit()
    assert window.current_page() == "cases"


def test_no_page_widens_a_small_screen(window, qtbot):
    sign_in(window, qtbot)
    open_first_case(window, qtbot)
    window.resize(1366, 768)
    for name in ("today", "cases", "case", "exchange", "settings", "help", "paper"):
        window.show_page(name)
        QCoreApplication.processEvents()
        assert (window.width(), window.height()) == (1366, 768), name
        assert window.page(name).minimumSizeHint().width() <= window.stack.width(), name


def test_a_folder_without_a_store_begins_the_first_start(qtbot, tmp_path):
    window = build_window(tmp_path / "nothing", language="ru")
    window.show()
    qtbot.waitUntil(lambda: isinstance(window._outer.currentWidget(), FirstStart))
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_a_fault_is_reported_without_its_words_locks_and_tells(window, qtbot, tmp_path):
    sign_in(window, qtbot)
    dialogs.tell.set_next_answer(None)
    reporter = Reporter(window, tmp_path / "reports")
    try:
        raise RuntimeError("Ахмади Фарид, 31.12.1986")
    except RuntimeError:
        kind, error, trace = sys.exc_info()
    with qtbot.waitSignal(window.locked, timeout=15000):
        reporter(kind, error, trace)
    [written] = (tmp_path / "reports").iterdir()
    text = written.read_text(encoding="utf-8")
    assert "RuntimeError" in text and "test_window.py" in text
    assert "Ахмади" not in text and "1986" not in text and str(tmp_path) not in text
    assert dialogs.tell.asked and window.covered()
    assert report(RuntimeError, trace).startswith("RuntimeError\n")
