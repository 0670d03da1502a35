"""The first start: problems beside their fields, the store is made, the sheet is seen, the work begins."""

import pytest
from PySide6.QtCore import Qt

from app.ui import dialogs, tr
from app.ui.pages.first_start import FirstStart, strength
from app.ui.pages.printer import choose_printer

OFFICE = {
    "kind": "region",
    "region": "ALA",
    "office": "ALA01",
    "workstation": "1",
    "name_kk": "Алматы қаласының әкімдігі",
    "name_ru": "Акимат города Алматы",
}
ADMIN = {
    "admin": "a-omarova",
    "admin_name": "Айгерім Омарова",
    "passphrase": "төрт сөзден тұратын сөйлем",
    "again": "төрт сөзден тұратын сөйлем",
}


@pytest.fixture
def first(qtbot, runner, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "area"))  # the anchor of a live store stands outside it
    made = FirstStart(runner, tmp_path / "store")
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    yield made
    if made.made is not None:
        runner.shutdown()
        made.made.store.close()


def fill(first, values):
    first.values.update(values)
    first.office.reload()
    first.administrator.reload()


def test_the_whole_way_from_nothing_to_work(first, qtbot, tmp_path):
    fill(first, OFFICE)
    first.next_button.click()
    assert first.step() == "administrator"
    fill(first, ADMIN)
    first.next_button.click()
    qtbot.waitUntil(lambda: first.step() == "recovery", timeout=20000)
    assert not first.next_button.isEnabled()
    qtbot.waitUntil(lambda: len(first.sheet.view.pages) == 1)
    assert first.values["passphrase"] == "" == first.values["again"]
    target, printed = tmp_path / "sheet.pdf", tmp_path / "printed.pdf"
    dialogs.save_file.set_next_answer(target)
    first.sheet.save_button.click()
    qtbot.waitUntil(target.exists)
    choose_printer.set_next_answer(printed)
    first.sheet.print_button.click()
    qtbot.waitUntil(lambda: first.banner.text.text() == tr.tr("pages-printed"))
    assert printed.read_bytes().startswith(b"%PDF")
    first.sheet.have.click()
    with qtbot.waitSignal(first.opened) as heard:
        first.next_button.click()
    store, user = heard.args
    assert user == "a-omarova" and store.purpose == "live"


def test_a_code_that_does_not_fit_is_shown_beside_its_field(first):
    fill(first, OFFICE | {"office": "AST01"})
    first.next_button.click()
    assert first.step() == "office"
    assert first.office.problems() == {"region": tr.tr("rule-office-region")}


def test_a_name_that_is_missing_is_shown_beside_its_field(first):
    fill(first, OFFICE | {"name_ru": " "})
    first.next_button.click()
    assert list(first.office.problems()) == ["name_ru"]


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"passphrase": "қысқа", "again": "қысқа"}, "passphrase"),
        ({"again": "басқа құпия сөйлем"}, "again"),
        ({"admin": "Айгерім"}, "admin"),
        ({"admin_name": ""}, "admin_name"),
    ],
)
def test_what_the_administrator_mistyped_makes_no_store(first, tmp_path, typed, field):
    fill(first, OFFICE)
    first.next_button.click()
    fill(first, ADMIN | typed)
    first.next_button.click()
    assert list(first.administrator.problems()) == [field]
    assert not (tmp_path / "store" / "keys.json").exists()


def test_the_letters_of_the_region_begin_the_code(first):
    first.values["region"] = "SHY"
    first._on_office("region")
    assert first.values["office"] == "SHY"
    assert first.office.editor("office").value() == "SHY"


def test_the_central_office_has_neither_region_nor_code(first):
    fill(first, {"kind": "centre", "name_kk": "Орталық", "name_ru": "Центр", "workstation": "1"})
    assert first.office.rows["region"].isHidden() and first.office.rows["office"].isHidden()
    first.next_button.click()
    assert first.step() == "administrator"


def test_the_strength_of_a_passphrase():
    assert [strength(words) for words in ("қысқа", "он екі таңба", "төрт сөзден тұратын сөйлем")] == [
        "short",
        "fair",
        "good",
    ]


def test_every_field_has_a_name_and_nothing_is_wider_than_a_small_screen(first, unnamed):
    assert unnamed(first) == []
    assert first.minimumSizeHint().width() <= 1366 and first.minimumSizeHint().height() <= 768


def test_enter_in_a_field_goes_on(first, qtbot):
    fill(first, OFFICE)
    qtbot.keyClick(first.office.editor("name_ru").inner, Qt.Key.Key_Return)
    assert first.step() == "administrator"
    qtbot.keyClick(first.administrator.editor("admin").inner, Qt.Key.Key_Return)
    assert first.step() == "administrator" and first.administrator.problems()
