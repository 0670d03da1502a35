"""The building blocks say what they show, can be used by keyboard, and dialogs can be answered by tests."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui import dialogs, tr
from app.ui.widgets.banner import Banner, EmptyState
from app.ui.widgets.basic import Card, button, cut_label, icon_button, label
from app.ui.widgets.chip import Chip, DeadlineBadge, FilterChip, deadline_text, deadline_tone
from app.ui.widgets.facts import KeyValue
from app.ui.widgets.page import Page
from app.ui.widgets.stepper import Step, Stepper
from app.ui.widgets.timeline import Entry, Timeline

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("due", "tone", "text"),
    [
        (None, "neutral", "Мерзімі жоқ"),
        (date(2026, 11, 23), "danger", "2 күн кешікті"),
        (date(2026, 11, 25), "warning", "Мерзімі бүгін"),
        (date(2026, 11, 30), "warning", "5 күн қалды"),
        (date(2026, 12, 1), "neutral", "6 күн қалды"),
    ],
)
def test_a_deadline_is_days_and_colour(qtbot, due, tone, text):
    badge = DeadlineBadge()
    qtbot.addWidget(badge)
    badge.set_due(due, TODAY)
    assert (badge.chip.text, badge.chip.tone) == (text, tone) == (deadline_text(due, TODAY), deadline_tone(due, TODAY))
    tr.set_language("en")
    assert badge.chip.accessibleName() == deadline_text(due, TODAY) != text


def test_a_chip_is_as_wide_as_its_text_and_says_it(qtbot):
    chip = Chip("Босқын", "success")
    qtbot.addWidget(chip)
    narrow = chip.sizeHint().width()
    chip.set("Пана іздеген адам", "info")
    assert chip.sizeHint().width() > narrow
    assert chip.accessibleName() == "Пана іздеген адам"


def test_a_filter_chip_shows_its_count_and_enter_presses_it(qtbot):
    chip = FilterChip("ui-steps", "info")
    qtbot.addWidget(chip)
    chip.set_count(20118)
    assert chip.accessibleName() == "Қадамдар 20\u00a0118"
    qtbot.keyClick(chip, Qt.Key.Key_Return)
    assert chip.isChecked()
    tr.set_language("ru")
    assert chip.accessibleName() == "Шаги 20\u00a0118"


def test_the_stepper_is_moved_by_keyboard_and_says_its_state(qtbot, unnamed):
    stepper = Stepper([Step("who", "ui-brand", "ui-search"), Step("how", "ui-back"), Step("end", "ui-close")])
    qtbot.addWidget(stepper)
    stepper.show()
    stepper.activateWindow()
    qtbot.waitUntil(stepper.isActiveWindow)
    stepper.set_current("who")
    stepper.set_state("how", "problem")
    stepper.buttons["who"].setFocus()
    qtbot.keyClick(stepper.buttons["who"], Qt.Key.Key_Down)
    with qtbot.waitSignal(stepper.chosen) as heard:
        qtbot.keyClick(stepper.buttons["how"], Qt.Key.Key_Return)
    assert heard.args == ["how"]
    assert stepper.current() == "who"
    assert stepper.buttons["how"].accessibleName() == "2. Артқа"
    assert stepper.buttons["how"].accessibleDescription() == "Түзету қажет"
    assert unnamed(stepper) == []
    stepper.set_steps([Step("who", "ui-brand"), Step("end", "ui-close")])
    assert (list(stepper.buttons), stepper.current()) == (["who", "end"], "who")


def test_the_timeline_is_read_by_arrows_and_opened_by_enter(qtbot):
    timeline = Timeline()
    qtbot.addWidget(timeline)
    timeline.set_entries([Entry("Тіркелді", "12.10.2026", key="a"), Entry("Шешім", planned=True, key="b")])
    assert timeline.accessibleDescription() == "Тіркелді. 12.10.2026"
    qtbot.keyClick(timeline, Qt.Key.Key_Down)
    with qtbot.waitSignal(timeline.opened) as heard:
        qtbot.keyClick(timeline, Qt.Key.Key_Return)
    assert heard.args == ["b"]
    assert (
        timeline.sizeHint().height()
        == sum(entry.height(max(timeline.width(), 160)) for entry in timeline.entries()) + 4
    )
    assert not timeline.grab().isNull()
    timeline.set_entries([])
    assert timeline.entries() == ()


def test_a_banner_says_its_sentence_and_offers_its_action(qtbot, unnamed):
    banner = Banner("warning", "Ұқсас адам табылды", "ui-yes", closable=True)
    qtbot.addWidget(banner)
    banner.show()
    with qtbot.waitSignal(banner.acted):
        banner.action.click()
    banner.show_text("Басқа сөйлем", "danger")
    assert (banner.accessibleName(), banner.property("banner")) == ("Басқа сөйлем", "danger")
    assert unnamed(banner) == []
    with qtbot.waitSignal(banner.closed):
        banner.cross.click()
    assert banner.isHidden()


def test_pieces_follow_the_language(qtbot, unnamed):
    page = Page("ui-brand", with_back=True, scrolling=True)
    qtbot.addWidget(page)
    card = Card("ui-steps")
    card.add_action(button("ui-yes", icon="check", kind="primary"))
    card.add(label("ui-close", "muted"))
    empty = EmptyState("inbox", "ui-back", "ui-search", "ui-lock")
    page.body.addWidget(card)
    page.body.addWidget(empty)
    page.header.add(icon_button("ui-theme", "moon"))
    page.header.add_search()
    tr.set_language("en")
    texts = {one.text() for one in page.findChildren(QLabel)} | {one.text() for one in page.findChildren(QPushButton)}
    assert {"Pana", "Steps", "Yes", "Close", "Back", "Lock (Ctrl+L)"} <= texts
    assert unnamed(page) == []
    page.header.set_title("A-ALA01-26-01-00017-1")
    tr.set_language("ru")
    assert page.header.title.text() == "A-ALA01-26-01-00017-1"
    assert page.focus_search()


def test_pairs_are_shown_and_replaced(qtbot):
    pairs = KeyValue(2)
    qtbot.addWidget(pairs)
    pairs.set_rows([("ui-brand", "20.09.1993"), ("ui-back", "")])
    assert pairs.values() == ["20.09.1993", "—"]
    pairs.set_rows([("ui-brand", "<b>Ахмади</b>")])
    assert pairs.values() == ["<b>Ахмади</b>"]


def test_a_long_name_is_cut_and_its_tool_tip_says_it_whole(qtbot):
    cut = cut_label("strong", "Назари Абдулқадыр Мұхаммедұлы")
    qtbot.addWidget(cut)
    assert cut.minimumSizeHint().width() < 40
    assert cut.toolTip() == cut.text()


def press(text: str) -> None:
    def act() -> None:
        dialog = QApplication.activeModalWidget()
        next(one for one in dialog.findChildren(QPushButton) if one.text() == text).click()

    QTimer.singleShot(0, act)


@pytest.fixture
def window(qtbot):
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_question_is_answered_by_its_buttons(qtbot, window):
    press("Иә")
    assert dialogs.ask(window, "Жоясыз ба?", "Қайтарылмайды", dangerous=True)
    press("Бас тарту")
    assert not dialogs.ask(window, "Жоясыз ба?")
    press("Жабу")
    dialogs.tell(window, "Дайын", "Бума жазылды", details="ALA01-S1")


def test_escape_means_no(qtbot, window):
    QTimer.singleShot(0, lambda: qtbot.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Escape))
    assert not dialogs.ask(window, "Жоясыз ба?")


def test_answers_given_beforehand_are_used_in_order(window):
    dialogs.ask.set_next_answer(True)
    dialogs.ask.set_next_answer(False)
    assert [dialogs.ask(window, "Бірінші"), dialogs.ask(window, "Екінші")] == [True, False]
    assert dialogs.ask.asked == ["Бірінші", "Екінші"]
    dialogs.tell.set_next_answer(None)
    dialogs.tell(window, "Дайын")
    for question in (dialogs.choose_file, dialogs.choose_folder):
        question.set_next_answer(Path("a"))
        assert question(window, "Таңдаңыз") == Path("a")
    dialogs.save_file.set_next_answer(None)
    assert dialogs.save_file(window, "Сақтау", "куәлік.pdf") is None


def test_a_file_dialog_is_never_the_desktops_own_here(qtbot, window, tmp_path):
    seen: list = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        seen.append(isinstance(dialog, QFileDialog) and dialog.testOption(QFileDialog.Option.DontUseNativeDialog))
        dialog.reject()

    QTimer.singleShot(0, act)
    assert dialogs.choose_folder(window, "Қалта", tmp_path) is None
    assert seen == [True]


def test_enter_presses_the_button_that_has_the_cursor(qtbot):
    pressed = []
    one = button("ui-close", lambda: pressed.append("close"))
    qtbot.addWidget(one)
    one.show()
    one.setFocus()
    qtbot.keyClick(one, Qt.Key.Key_Return)
    qtbot.keyClick(one, Qt.Key.Key_Space)
    assert pressed == ["close", "close"]
