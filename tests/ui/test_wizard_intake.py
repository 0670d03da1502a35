"""The intake wizard by keyboard, on a real store: a family is typed, registered once, and its draft goes."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from app.domain.commands import RegisterApplication
from app.services import acts, drafts
from app.store.rows.cases import case_state
from app.ui import dialogs, tr
from app.ui.wizards.intake import IntakeWizard
from tests.offices import applicant as offered_applicant
from tests.offices import child as offered_child
from tests.ui.wizard_world import close_desk, fill, kept, make_desk, press, show, sweep, type_into
from tests.unit.flows.typed_families import applicant, child, child_passport, family_of_five, misread, passport


@pytest.fixture
def desk(tmp_path, runner):
    made = make_desk(tmp_path / "store", runner)
    yield made
    close_desk(made)


@pytest.fixture
def wizard(qtbot, desk):
    return show(qtbot, IntakeWizard(desk))


def go_on(wizard):
    """Enter in the field with the cursor."""
    press(QApplication.focusWidget() or wizard, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def load(wizard, values):
    """Put values in as if they had been typed, for tests of what comes after."""
    wizard.draft.values.update(values)
    for sheet in wizard.sheets.values():
        sheet.use(wizard.draft.values)


def shown(wizard):
    return {name: refusal.rule for name, refusal in wizard.sheet.shown_problems.items()}


def state_of(desk, case):
    with desk.store.reading() as connection:
        return case_state(connection, case)


def type_family_of_five(wizard):
    fill(wizard.sheet, family_latin="AHMADI", given_latin="FARID", family_kk="Ахмади", given_kk="Фарид",
         family_native="احمدی", given_native="فرید", birth="31121986", sex="ер", citizenship="ауған")  # fmt: skip
    go_on(wizard)
    fill(wizard.sheet, doc_number="P1234567", doc_country="ауған", doc_valid="01012030")
    go_on(wizard)
    fill(wizard.sheet, entered_on="10062026", place="Қорғас", reasons=["political_opinion"], account="Қауіп бар.")
    go_on(wizard)
    fill(wizard.sheet, address="Достық даңғылы, 85", interpreter_name="Айгүл Серік", interpreter_language="дари")
    go_on(wizard)
    add(
        wizard,
        "adult",
        family_latin="AHMADI",
        given_latin="MARYAM",
        birth="11.02.1990",
        sex="әйел",
        doc_number="P7654321",
    )
    add(
        wizard,
        "minor",
        family_latin="AHMADI",
        given_latin="ZAHRA",
        birth="02.04.2015",
        sex="әйел",
        birth_doc_number="BC-1",
    )
    add(
        wizard,
        "minor",
        family_latin="AHMADI",
        given_latin="OMAR",
        birth="20.01.2018",
        sex="ер",
        birth_doc_number="BC-2",
    )
    add(wizard, "minor", family_latin="AHMADI", given_latin="LAILA", birth="05.05.2026", sex="әйел", verbal=True)
    go_on(wizard)
    go_on(wizard)


def add(wizard, kind, **typed):
    wizard.family.add_buttons[kind].click()
    fill(wizard.family.member, **typed)
    go_on(wizard)
    assert wizard.family.member is None, shown(wizard)


def test_a_family_of_five_is_typed_by_keyboard_and_registered(qtbot, desk, wizard):
    type_family_of_five(wizard)
    assert wizard.draft.page == "review"
    texts = " ".join(label.text() for label in wizard.review.findChildren(QLabel))
    assert "2 өтінішхат тіркеледі" in texts and "12.09.2026" in texts
    with qtbot.waitSignal(wizard.finished) as done:
        go_on(wizard)
    [first, second] = done.args[0]
    state = state_of(desk, first)
    minors = {minor.names.given.latin_viz: minor for minor in state.minors}
    assert {name: m.relation for name, m in minors.items()} == {"ZAHRA": "daughter", "OMAR": "son", "LAILA": "daughter"}
    assert minors["LAILA"].verbal and minors["LAILA"].birth_document is None
    assert state.applicant_person.names.family.native_script == "Arab"
    assert state.interpreter.language == "prs"
    assert state_of(desk, second).minors == ()
    qtbot.waitUntil(lambda: kept(desk) == ())


def test_a_double_press_registers_once(qtbot, desk, wizard):
    load(wizard, applicant())
    wizard.show_page("review")
    heard = []
    wizard.finished.connect(heard.append)
    for _ in range(3):
        wizard.next_button.click()
        press(wizard, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(heard))
    desk.runner.shutdown()
    QApplication.processEvents()
    assert len(heard) == 1
    with desk.store.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM record WHERE type = 'case'").scalar() == 1


def test_the_lines_of_a_passport_fill_the_page(qtbot, wizard):
    fill(wizard.sheet, mrz=passport())
    values = wizard.draft.values
    assert (values["family_latin"], values["given_latin"], values["birth"]) == ("AHMADI", "FARID", "31.12.1986")
    assert (values["sex"], values["citizenship"], values["doc_number"]) == ("male", "AFG", "P12345678")
    form = wizard.sheet.person.names
    assert form.binder.editor("family_latin").value() == "AHMADI"
    assert "10" in wizard.sheet.person.told.text.text()
    fill(wizard.sheet, family_latin="AHMADI-TWO")
    wizard.sheet.person.zone.read()
    assert values["family_latin"] == "AHMADI-TWO"


def test_a_wrong_check_digit_says_which_field_and_fills_nothing(wizard):
    fill(wizard.sheet, mrz=misread(passport()))
    assert "family_latin" not in wizard.draft.values
    row = wizard.sheet.person.zone.binder.rows["mrz"]
    assert row.problem() == tr.tr("rule-mrz-check-digit", part="birth")
    assert wizard.draft.values["mrz"].startswith("P<AFGAHMADI")


def test_the_lines_of_a_passport_are_read_with_their_last_key(wizard):
    editor = wizard.sheet.person.zone.binder.editor("mrz")
    type_into(editor.text, misread(passport()))
    assert wizard.sheet.person.zone.binder.rows["mrz"].problem() == tr.tr("rule-mrz-check-digit", part="birth")
    editor.text.selectAll()
    type_into(editor.text, passport())
    assert wizard.draft.values["family_latin"] == "AHMADI"
    assert wizard.sheet.person.zone.binder.rows["mrz"].problem() == ""


def test_the_passport_of_a_child_fills_its_form_or_says_what_was_misread(wizard):
    wizard.show_page("family")
    wizard.family.add_row("minor")
    member = wizard.family.member
    zone = member.person.zone
    lines = child_passport()
    type_into(zone.binder.editor("mrz").text, lines.replace("150402", "150403"))
    press(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert zone.binder.rows["mrz"].problem() == tr.tr("rule-mrz-check-digit", part="birth")
    zone.binder.focus("mrz")
    zone.binder.editor("mrz").text.selectAll()
    type_into(zone.binder.editor("mrz").text, lines)
    assert zone.binder.rows["mrz"].problem() == ""
    assert member.person.names.binder.editor("given_latin").value() == "ZAHRA"
    assert member.proof.binder.editor("relation").value() == "daughter"


def test_a_choice_that_is_only_typed_counts_when_the_next_page_is_asked_for(wizard):
    load(wizard, applicant())
    wizard.show_page("stay")
    fill(wizard.sheet, interpreter_name="Айгүл Серік")
    wizard.sheet.focus_field("interpreter_language")
    type_into(QApplication.focusWidget(), "дари")
    go_on(wizard)
    assert wizard.draft.page == "family" and wizard.draft.values["interpreter_language"] == "prs"


def test_an_impossible_date_says_so_when_the_field_is_left(wizard):
    fill(wizard.sheet, birth="31.02.1986")
    row = wizard.sheet.person.identity.binder.rows["birth"]
    assert "28" in row.problem()
    assert wizard.draft.values["birth"] == "31.02.1986"
    fill(wizard.sheet, birth="28.02.1986")
    assert row.problem() == ""


def test_a_name_of_300_letters_is_told_and_one_word_is_enough(wizard):
    load(wizard, applicant())
    fill(wizard.sheet, family_kk="Ә" * 300)
    go_on(wizard)
    assert (wizard.draft.page, shown(wizard)) == ("applicant", {"family_kk": "person.name_too_long"})
    assert wizard.count.text() == tr.tr("wizard-mistakes", count=1)
    fill(wizard.sheet, family_kk="Гүләлай", given_kk="", given_latin="", given_native="")
    go_on(wizard)
    assert wizard.draft.page == "documents"


def test_next_asks_for_what_is_missing_and_puts_the_cursor_there(wizard):
    go_on(wizard)
    assert wizard.draft.page == "applicant"
    assert set(shown(wizard)) == {"family_latin", "birth", "sex", "citizenship"}
    assert wizard.sheet.focused_field() == "family_latin"
    assert wizard.stepper.buttons["applicant"].state == "problem"


def test_a_minor_as_applicant_is_explained_and_forced_into_an_own_file(wizard):
    load(wizard, applicant())
    fill(wizard.sheet, birth="01.02.2011")
    assert wizard.sheet.minor_note.isVisible()
    assert wizard.sheet.minor_note.text.text() == tr.tr("intake-minor-note")
    go_on(wizard)
    assert shown(wizard) == {"unaccompanied": "intake.applicant_is_minor"}
    fill(wizard.sheet, unaccompanied=True)
    assert wizard.sheet.minor_note.text.text() == tr.tr("intake-minor-alone-note")
    go_on(wizard)
    assert wizard.draft.page == "documents"
    wizard.show_page("stay")
    assert wizard.sheet.guardian_note.isVisible()


def test_a_late_lodging_shows_the_days_and_asks_for_the_reason(wizard):
    load(wizard, applicant(entered_on=""))
    wizard.show_page("arrival")
    assert not wizard.sheet.late_note.isVisible()
    fill(wizard.sheet, entered_on="01.06.2026")
    assert tr.tr("intake-late-days", count=4, last="08.06.2026") == wizard.sheet.late_note.text.text()
    assert wizard.sheet.late.applies("late_reason")
    go_on(wizard)
    assert wizard.draft.page == "stay"


def test_fields_of_a_way_come_and_go(wizard):
    wizard.show_page("arrival")
    form = wizard.sheet.forms[0]
    for way, names in (("қауіп", {"learned_on"}), ("мәжбүр", {"entered_at"}), ("шекарада", {"lodged_at_border"}),
                       ("ұсталған", {"detained_at", "notified_at"})):  # fmt: skip
        fill(wizard.sheet, way=way)
        assert all(form.applies(name) for name in names)
    assert not form.applies("learned_on")


def test_a_child_of_another_application_is_told_at_its_row(qtbot, desk, wizard):
    taken = RegisterApplication(applicants=(offered_applicant(minors=(offered_child("ZAHRA", "2015-04-02"),)),))
    acts.perform(desk.store, desk.actor, taken)
    load(wizard, applicant(given_latin="MARYAM", given_kk="Мариям", birth="11.02.1990"))
    wizard.show_page("family")
    add(
        wizard,
        "minor",
        family_latin="AHMADI",
        given_latin="ZAHRA",
        birth="02.04.2015",
        sex="әйел",
        birth_doc_number="1",
    )
    qtbot.waitUntil(lambda: shown(wizard) == {"family.0.family_latin": "application.minor_listed_twice"})
    said = [label.text() for label in wizard.family.findChildren(QLabel) if label.property("role") == "problem"]
    assert any("A-ALA01-26-01-00001" in text for text in said)
    go_on(wizard)
    assert wizard.draft.page == "family"


def test_a_refusal_of_the_register_comes_back_to_its_field(qtbot, desk, wizard):
    values = applicant(given_latin="MARYAM", given_kk="Мариям", birth="11.02.1990")
    child(values, "ZAHRA", "02.04.2015")
    load(wizard, values)
    taken = RegisterApplication(applicants=(offered_applicant(minors=(offered_child("ZAHRA", "2015-04-02"),)),))
    acts.perform(desk.store, desk.actor, taken)
    wizard.show_page("review")
    go_on(wizard)
    qtbot.waitUntil(lambda: not wizard.busy)
    assert wizard.draft.page == "family"
    assert list(shown(wizard).values()) == ["application.minor_listed_twice"]
    assert wizard.notice.isVisible()
    qtbot.waitUntil(lambda: len(kept(desk)) == 1)


def test_review_lists_what_is_left_and_leads_there(wizard):
    load(wizard, applicant(birth="31.02.1986"))
    wizard.show_page("review")
    go_on(wizard)
    assert shown(wizard) == {"birth": "date.impossible"}
    wizard.review.page_asked.emit("applicant", "birth")
    assert (wizard.draft.page, wizard.sheet.focused_field()) == ("applicant", "birth")


def test_steps_lead_back_freely_and_forward_to_the_first_mistake(wizard):
    load(wizard, applicant(doc_number=""))
    wizard.stepper.chosen.emit("family")
    assert (wizard.draft.page, shown(wizard)) == ("documents", {"doc_number": "person.no_document"})
    wizard.stepper.chosen.emit("applicant")
    assert wizard.draft.page == "applicant"


def test_latin_is_proposed_and_confirmed(wizard):
    load(wizard, applicant(family_latin="", given_latin=""))
    wizard.sheet.person.names.propose.click()
    assert wizard.draft.values["family_latin"] == "AKHMADI"
    assert wizard.sheet.person.confirmation.applies("latin_confirmed")
    go_on(wizard)
    assert shown(wizard) == {"latin_confirmed": "intake.latin_unconfirmed"}
    fill(wizard.sheet, latin_confirmed=True)
    go_on(wizard)
    assert wizard.draft.page == "documents"


def test_native_names_are_read_from_their_own_side(wizard):
    fill(wizard.sheet, family_native="احمدی", given_native="Фарід")
    editors = wizard.sheet.person.names.binder
    assert editors.editor("family_native").line.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert editors.editor("given_native").line.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_letters_of_the_strip_go_into_the_field_and_the_draft(wizard):
    line = wizard.sheet.person.names.binder.editor("family_kk").line
    line.setFocus()
    wizard.letters.buttons["ә"].click()
    type_into(line, "лі")
    assert wizard.draft.values["family_kk"] == "Әлі"


def test_a_row_is_removed_only_after_asking(wizard):
    values = applicant()
    child(values, "ZAHRA", "02.04.2015")
    load(wizard, values)
    wizard.show_page("family")
    dialogs.ask.set_next_answer(False)
    wizard.family.remove(0)
    assert len(wizard.draft.values["family"]) == 1
    dialogs.ask.set_next_answer(True)
    wizard.family.remove(0)
    assert wizard.draft.values["family"] == []


def picture(path, width=600, height=800):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    assert image.save(str(path))
    return path


def test_a_photo_is_kept_at_once_and_the_draft_holds_its_digest(qtbot, desk, wizard, tmp_path):
    load(wizard, applicant())
    wizard.show_page("photo")
    [row] = wizard.sheet.rows
    row.photo.take(picture(tmp_path / "face.jpg"))
    qtbot.waitUntil(lambda: "photo" in wizard.draft.values, timeout=15_000)
    digest = wizard.draft.values["photo"]["h"]
    assert desk.store.blobs.has(digest)
    wizard.keep_now()
    qtbot.waitUntil(lambda: len(kept(desk)) == 1)
    assert json.loads(kept(desk)[0].body)["values"]["photo"]["h"] == digest
    wizard.show_page("review")
    with qtbot.waitSignal(wizard.finished) as done:
        go_on(wizard)
    assert state_of(desk, done.args[0][0]).applicant_person.photo.h == digest


def test_a_file_that_is_no_picture_or_far_too_large_gets_its_sentence(qtbot, wizard, tmp_path):
    load(wizard, applicant())
    wizard.show_page("photo")
    [row] = wizard.sheet.rows
    text = tmp_path / "face.jpg"
    text.write_text("сурет емес")
    row.photo.take(text)
    qtbot.waitUntil(lambda: row.problem() == tr.tr("trouble-photo-not-a-picture"), timeout=15_000)
    row.photo.take(huge(tmp_path / "huge.png"))
    qtbot.waitUntil(lambda: "20000" in row.problem().replace("\u00a0", "").replace(" ", ""), timeout=15_000)
    assert "photo" not in wizard.draft.values


def huge(path):
    """A small PNG file that says it has 20,000 x 20,000 pixels."""
    import struct
    import zlib

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 20_000, 20_000, 8, 2, 0, 0, 0)
    data = zlib.compress(b"\0" * 100_000)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b""))
    return path


@pytest.mark.parametrize("page", ["applicant", "documents", "arrival", "stay", "family", "photo", "review"])
def test_every_field_of_every_page_has_a_name(wizard, unnamed, page):
    load(wizard, family_of_five())
    wizard.show_page(page)
    assert unnamed(wizard) == []


@pytest.mark.parametrize("kind", ["minor", "adult", "elsewhere"])
def test_every_field_of_a_family_member_has_a_name(wizard, unnamed, kind):
    wizard.show_page("family")
    wizard.family.add_row(kind)
    assert unnamed(wizard) == []


def fields_by_tab(wizard, count):
    found = []
    for _ in range(count):
        name = wizard.sheet.focused_field()
        if name and (not found or found[-1] != name):
            found.append(name)
        press(QApplication.focusWidget(), Qt.Key.Key_Tab)
    return found


def test_tab_goes_through_the_fields_in_the_order_of_the_page(wizard):
    wizard.sheet.focus_field("mrz")
    spellings = ("latin", "kk", "ru", "native")
    names = [f"{part}_{spelling}" for spelling in spellings for part in ("family", "given", "patronymic")]
    assert fields_by_tab(wizard, 17) == ["mrz", *names, "birth", "sex", "citizenship"]
    wizard.show_page("arrival")
    wizard.sheet.focus_field("way")
    assert fields_by_tab(wizard, 6) == ["way", "lodged_at", "entered_on", "arrival_way", "place", "transport"]


@pytest.mark.parametrize(("page", "field"), [("applicant", "citizenship"), ("documents", "citizenship2")])
def test_tab_goes_from_the_last_field_to_the_buttons_below(wizard, page, field):
    wizard.show_page(page)
    wizard.sheet.focus_field(field)
    press(QApplication.focusWidget(), Qt.Key.Key_Tab)
    below = (wizard.back_button, wizard.next_button)
    assert QApplication.focusWidget() is next(button for button in below if button.isVisible())


def test_tab_leaves_a_family_form_for_the_buttons_below(wizard):
    wizard.show_page("family")
    wizard.family.add_row("elsewhere")
    for _ in range(40):
        press(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() in (wizard.back_button, wizard.header.back_button):
            break
    assert QApplication.focusWidget() is wizard.back_button


def test_the_language_of_the_screen_changes_on_every_page(wizard):
    load(wizard, family_of_five())
    for page in wizard.sheets:
        wizard.show_page(page)
        tr.set_language("ru")
        assert wizard.heading.text() == tr.tr(f"intake-step-{page}-long")
        tr.set_language("kk")
    assert wizard.next_button.text() == "Тіркеу"


def test_a_border_unit_is_told_at_once_that_it_does_not_register(qtbot, tmp_path, runner):
    desk = make_desk(tmp_path / "border", runner, office="ALO51", kind="border")
    wizard = show(qtbot, IntakeWizard(desk))
    assert wizard.notice.isVisible()
    assert wizard.notice.text.text() == tr.tr("rule-permission-office")
    close_desk(desk)


def test_a_member_form_leaves_nothing_behind(wizard):
    wizard.show_page("family")
    for _ in range(3):
        wizard.family.add_row("minor")
        dialogs.ask.set_next_answer(True)
        wizard.family.remove(0)
    sweep()
    buttons = [button for button in wizard.family.findChildren(QPushButton) if button.text() == "Дайын"]
    assert buttons == []
    assert isinstance(wizard.family.listing, QWidget)


def test_discarding_forgets_the_draft(qtbot, desk, wizard):
    fill(wizard.sheet, family_latin="AHMADI")
    qtbot.waitUntil(lambda: len(kept(desk)) == 1)
    dialogs.ask.set_next_answer(True)
    with qtbot.waitSignal(wizard.closed):
        wizard.discard.click()
    qtbot.waitUntil(lambda: drafts.listed(desk.store, desk.actor) == ())


@pytest.mark.parametrize("field", ["family_latin", "birth", "citizenship", "sex"])
def test_enter_in_any_field_means_next(wizard, field):
    load(wizard, applicant())
    wizard.sheet.focus_field(field)
    press(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert wizard.draft.page == "documents"


def test_enter_in_a_text_is_a_new_line_and_on_a_button_presses_it(wizard):
    load(wizard, applicant())
    wizard.show_page("arrival")
    wizard.sheet.focus_field("account")
    press(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert wizard.draft.page == "arrival"
    wizard.back_button.setFocus()
    press(wizard.back_button, Qt.Key.Key_Return)
    assert wizard.draft.page == "documents"


def test_alt_and_an_arrow_turn_the_page(wizard):
    load(wizard, applicant())
    press(QApplication.focusWidget(), Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert wizard.draft.page == "documents"
    press(QApplication.focusWidget(), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert wizard.draft.page == "applicant"
