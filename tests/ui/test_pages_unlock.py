"""The unlock page: a wrong passphrase gets a sentence, waiting is counted down, the right one opens the store."""

import pytest
from PySide6.QtCore import Qt

from app.services import demo_office
from app.services import offices as services
from app.store import kdf
from app.ui import tr
from app.ui.pages.unlock import UnlockPage
from tests import offices


@pytest.fixture
def folder(tmp_path):
    offices.make_store(tmp_path / "store").close()
    return tmp_path / "store"


@pytest.fixture
def page(qtbot, runner, folder):
    made = UnlockPage(runner, folder, ("clerk",))
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_wrong_passphrase_gets_a_sentence_and_the_page_stays(page, qtbot):
    with qtbot.assertNotEmitted(page.opened, wait=50):
        qtbot.keyClicks(page.passphrase.line, "wrong")
        qtbot.keyClick(page.passphrase.line, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: page.problem.property("role") == "problem")
    assert page.problem.text() == tr.tr("trouble-store-wrong-passphrase")
    assert page.passphrase.line.selectedText() == "wrong"
    assert page.button.isEnabled()


def test_the_right_passphrase_opens_the_store_and_is_forgotten(page, qtbot):
    qtbot.keyClicks(page.passphrase.line, offices.PASSPHRASE)
    with qtbot.waitSignal(page.opened) as heard:
        qtbot.mouseClick(page.button, Qt.MouseButton.LeftButton)
    store, user = heard.args
    assert user == "clerk" and store.replica == "ALA01-S1"
    assert page.passphrase.value() == ""
    store.close()


def test_after_four_wrong_tries_the_seconds_are_shown_and_counted(qtbot, runner, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "area"))
    new = demo_office.OFFICE._replace(purpose="live")
    made = services.make(tmp_path / "live", new, "төрт сөзден тұратын сөйлем", cost=kdf.FLOOR)
    made.store.close()
    page = UnlockPage(runner, tmp_path / "live", (new.admin,))
    qtbot.addWidget(page)
    for _ in range(4):
        page.passphrase.line.setText("wrong")
        page.unlock()
        qtbot.waitUntil(lambda: page.problem.property("role") == "problem")
    page.unlock()
    qtbot.waitUntil(lambda: not page.button.isEnabled() and page.problem.property("role") == "problem")
    first = page.problem.text()
    assert any(figure.isdigit() for figure in first)
    page._on_second()
    assert page.problem.text() != first
    for _ in range(10):
        page._on_second()
    assert page.button.isEnabled() and page.problem.text() == ""


def test_the_passphrase_of_the_demo_stands_in_the_field_and_enter_is_enough(qtbot, runner, folder):
    page = UnlockPage(runner, folder, ("clerk",), hint=offices.PASSPHRASE, demo=True)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.focus()
    with qtbot.waitSignal(page.opened) as heard:
        qtbot.keyClick(page.button, Qt.Key.Key_Space)
    heard.args[0].close()


def test_several_users_choose_and_everything_has_a_name(qtbot, runner, folder, unnamed):
    page = UnlockPage(runner, folder, ("clerk", "head"), user="head")
    qtbot.addWidget(page)
    page.show()
    assert page.binder.values["user"] == "head"
    assert unnamed(page) == []
    tr.set_language("ru")
    assert page.button.text() == "Открыть"


def test_a_file_that_is_no_store_gets_its_sentence(qtbot, runner, tmp_path):
    (tmp_path / "keys.json").write_text("{}")
    page = UnlockPage(runner, tmp_path, ("clerk",), hint="x")
    qtbot.addWidget(page)
    page.unlock()
    qtbot.waitUntil(lambda: page.problem.property("role") == "problem")
    assert page.problem.text()
