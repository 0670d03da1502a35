"""Each editor keeps what was typed, tells only of the user's changes, and is reached and named without a mouse."""

import re
from datetime import datetime

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from app.base.errors import Refusal
from app.ui import dialogs, quiet, tr
from app.ui.editors.choices import ChecksEditor, FlagEditor, SegmentsEditor
from app.ui.editors.combo import ChoiceEditor, fold
from app.ui.editors.editor import Editor, Option
from app.ui.editors.letters import KazLetterStrip
from app.ui.editors.line import DateEditor, LineEditor
from app.ui.editors.passphrase import PassphraseEditor
from app.ui.editors.photo import PhotoEditor
from app.ui.editors.texts import MrzEditor, TextEditor

LANDS = {
    "kk": [Option("AFG", "Ауғанстан"), Option("CHN", "Қытай", "China"), Option("UZB", "Өзбекстан")],
    "ru": [Option("AFG", "Афганистан"), Option("CHN", "Китай", "China"), Option("UZB", "Узбекистан")],
}


def lands():
    return LANDS.get(tr.language(), LANDS["ru"])


def parse(text: str) -> str:
    digits = re.sub(r"[ ./-]", "", text)
    try:
        return datetime.strptime(digits, "%d%m%Y").date().isoformat()
    except ValueError as error:
        raise Refusal("date.impossible", field="born_on", typed=text) from error


def changes(editor: Editor) -> list:
    heard: list = []
    editor.changed.connect(lambda: heard.append(editor.value()))
    return heard


def test_a_line_keeps_kazakh_letters_and_its_length(qtbot, type_text):
    editor = LineEditor(max_length=10)
    qtbot.addWidget(editor)
    heard = changes(editor)
    editor.set_value("Ә")
    assert heard == []
    type_text(editor.line, "Құралайғана")
    assert editor.value() == "Құралайғана"[:10] or len(editor.value()) == 10
    assert heard[-1] == editor.value()


def test_an_arabic_line_is_written_from_the_right(qtbot):
    editor = LineEditor(rtl=True)
    qtbot.addWidget(editor)
    editor.set_value("عبدالرحمن")
    assert editor.line.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert editor.value() == "عبدالرحمن"


@pytest.mark.parametrize("typed", ["31121986", "31.12.1986", "31/12/1986", "31-12-1986", "31 12 1986"])
def test_a_date_typed_in_any_usual_way_is_that_date(qtbot, type_text, typed):
    editor = DateEditor(parse=parse, show=tr.date_text)
    qtbot.addWidget(editor)
    type_text(editor.line, typed)
    assert editor.value() == "1986-12-31"
    editor.line.editingFinished.emit()
    assert editor.line.text() == "31.12.1986"


def test_an_impossible_date_stays_as_it_was_typed_and_is_refused(qtbot, type_text):
    editor = DateEditor(parse=parse, show=tr.date_text)
    qtbot.addWidget(editor)
    type_text(editor.line, "31.02.1986")
    with qtbot.waitSignal(editor.refused) as heard:
        editor.line.editingFinished.emit()
    assert heard.args[0].rule == "date.impossible"
    assert editor.value() == editor.line.text() == "31.02.1986"


def test_a_country_is_found_by_any_part_in_plain_letters(qtbot, type_text):
    editor = ChoiceEditor(lands)
    qtbot.addWidget(editor)
    editor.show()
    qtbot.waitExposed(editor)
    heard = changes(editor)
    line = editor.box.lineEdit()
    line.setFocus()
    line.selectAll()
    type_text(line, "кыт")
    completer = editor.box.completer()
    assert completer.completionCount() == 1
    assert completer.currentCompletion() == "Қытай"
    line.editingFinished.emit()
    assert (editor.value(), editor.box.currentText(), heard) == ("CHN", "Қытай", ["CHN"])
    completer.popup().hide()


@pytest.mark.parametrize(("typed", "code"), [("china", "CHN"), ("збек", "UZB"), ("стан", "AFG"), ("жоқ мұндай", "AFG")])
def test_what_is_typed_counts_only_when_it_means_one_choice(qtbot, type_text, typed, code):
    editor = ChoiceEditor(lands)
    qtbot.addWidget(editor)
    editor.set_value("AFG")
    line = editor.box.lineEdit()
    line.selectAll()
    type_text(line, typed)
    line.editingFinished.emit()
    assert editor.value() == code
    assert editor.box.currentText() == next(land.text for land in lands() if land.code == code)
    editor.box.completer().popup().hide()


def test_a_choice_is_a_code_in_every_language(qtbot):
    editor = ChoiceEditor(lands)
    qtbot.addWidget(editor)
    heard = changes(editor)
    editor.set_value("UZB")
    tr.set_language("ru")
    editor.retranslate()
    assert (editor.value(), editor.box.currentText(), heard) == ("UZB", "Узбекистан", [])
    editor.set_value("")
    assert (editor.value(), editor.box.currentText()) == ("", "")


def test_folding_forgets_case_and_kazakh_letters():
    assert fold("Құрманғазы ӘҒҚҢӨҰҮҺІ Ё") == fold("курмангазы агкноуухи е")


@pytest.mark.parametrize("make", [QComboBox, QSpinBox, lambda: ChoiceEditor(lands)], ids=["combo", "spin", "choice"])
def test_the_wheel_does_not_change_an_unfocused_field(qtbot, turn_wheel, make):
    made = make()
    qtbot.addWidget(made)
    field = made.box if isinstance(made, ChoiceEditor) else made
    quiet.guard(field)
    if isinstance(field, QComboBox) and not field.count():
        field.addItems(["a", "b", "c"])
    before = field.currentIndex() if isinstance(field, QComboBox) else field.value()
    turn_wheel(field)
    assert (field.currentIndex() if isinstance(field, QComboBox) else field.value()) == before


def test_checks_give_codes_in_the_order_of_the_options(qtbot):
    editor = ChecksEditor(lands)
    qtbot.addWidget(editor)
    heard = changes(editor)
    editor.set_value(["UZB", "AFG"])
    assert editor.value() == ["AFG", "UZB"]
    editor.boxes["CHN"].click()
    assert heard == [["AFG", "CHN", "UZB"]]
    editor.set_value(None)
    assert editor.value() == []


def test_segments_give_one_code_and_can_be_empty(qtbot):
    editor = SegmentsEditor(lands)
    qtbot.addWidget(editor)
    assert editor.value() == ""
    editor.buttons["CHN"].click()
    assert editor.value() == "CHN"
    editor.set_value("")
    assert editor.value() == ""
    assert editor.buttons["CHN"].height() > 0


def test_a_flag_shows_its_label_beside_it(qtbot):
    editor = FlagEditor()
    qtbot.addWidget(editor)
    editor.set_name("Азаматтығы жоқ")
    heard = changes(editor)
    editor.check.click()
    assert (editor.value(), editor.check.text(), heard) == (True, "Азаматтығы жоқ", [True])


def test_text_is_cut_at_its_length_and_tab_leaves(qtbot, type_text):
    editor = TextEditor(max_length=5)
    qtbot.addWidget(editor)
    type_text(editor.text, "Құралай")
    assert editor.value() == "Құрал"
    assert editor.text.tabChangesFocus()


def test_machine_readable_lines_are_upper_case_without_spaces_and_told_when_complete(qtbot, type_text):
    editor = MrzEditor()
    qtbot.addWidget(editor)
    first, second = "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6"
    full: list = []
    editor.completed.connect(full.append)
    type_text(editor.text, first.lower())
    editor.text.insertPlainText("\n" + second[:10] + " " + second[10:].lower())
    assert editor.value() == f"{first}\n{second}"
    assert full == [f"{first}\n{second}"]


def test_a_passphrase_is_hidden_until_asked_and_can_be_forgotten(qtbot):
    editor = PassphraseEditor()
    qtbot.addWidget(editor)
    editor.set_value("тоғыз жол")
    assert editor.line.echoMode() == QLineEdit.EchoMode.Password
    editor.eye.click()
    assert editor.line.echoMode() == QLineEdit.EchoMode.Normal
    editor.clear()
    assert (editor.value(), editor.line.echoMode()) == ("", QLineEdit.EchoMode.Password)
    assert not editor.line.isUndoAvailable()


def test_the_letter_strip_types_at_the_cursor_and_counts_as_an_edit(qtbot):
    page = QWidget()
    box = QVBoxLayout(page)
    strip, editor, choice = KazLetterStrip(), LineEditor(), ChoiceEditor(lands)
    for widget in (strip, editor, choice):
        box.addWidget(widget)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    heard = changes(editor)
    editor.setFocus()
    qtbot.mouseClick(strip.buttons["ә"], Qt.MouseButton.LeftButton)
    editor.line.insert("л-м")
    editor.line.setCursorPosition(2)
    qtbot.keyClick(page, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert editor.value() == "Әлғ-м"
    assert QApplication.focusWidget() is editor.line
    assert heard[-1] == "Әлғ-м"
    choice.setFocus()
    strip.insert("қ")
    assert choice.box.currentText() == "Қ"


def picture() -> bytes:
    image = QImage(30, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("#808080"))
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(content.data())


def test_a_photo_is_read_checked_and_shown(qtbot, runner, tmp_path):
    path = tmp_path / "фото.png"
    path.write_bytes(picture())
    editor = PhotoEditor(runner)
    qtbot.addWidget(editor)
    dialogs.choose_file.set_next_answer(path)
    with qtbot.waitSignal(editor.changed):
        editor.choose_button.click()
    assert editor.value() == picture()
    assert not editor.remove_button.isHidden()
    editor.remove_button.click()
    assert editor.value() is None


def test_a_dropped_photo_that_is_refused_leaves_the_old_one(qtbot, runner, tmp_path):
    def check(content: bytes) -> bytes:
        raise Refusal("photo.no_picture", field="photo")

    path = tmp_path / "хат.txt"
    path.write_text("бұл сурет емес", encoding="utf-8")
    editor = PhotoEditor(runner, check=check)
    qtbot.addWidget(editor)
    editor.set_value(picture())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    with qtbot.waitSignal(editor.failed) as heard:
        editor.drop.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys))
    assert heard.args[0].rule == "photo.no_picture"
    assert editor.value() == picture()


def test_a_missing_photo_file_is_a_trouble_with_a_sentence(qtbot, runner, tmp_path):
    editor = PhotoEditor(runner)
    qtbot.addWidget(editor)
    with qtbot.waitSignal(editor.failed) as heard:
        editor.take(tmp_path / "жоқ.jpg")
    assert "жоқ.jpg" in tr.sentence(heard.args[0])


def test_every_editor_is_named_for_screen_readers(qtbot, runner, unnamed):
    page = QWidget()
    box = QVBoxLayout(page)
    qtbot.addWidget(page)
    made = [LineEditor(), DateEditor(parse=parse, show=str), ChoiceEditor(lands), ChoiceEditor(lands, search=False)]
    made += [ChecksEditor(lands), SegmentsEditor(lands), FlagEditor(), TextEditor(), MrzEditor(), PassphraseEditor()]
    made += [PhotoEditor(runner)]
    for editor in made:
        box.addWidget(editor)
        editor.set_name("Туған күні", "Мысалы, 31.12.1986")
    assert unnamed(page) == []
