"""The case list on a real store: search in any script, filters with true counts, order, preview, refresh, room."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.commands import RecordAnswer, TakeDecision
from app.services import acts
from app.ui import tr
from app.ui.pages.cases import CasesPage
from tests.ui.desks import desk, family, register, store  # noqa: F401


@pytest.fixture
def page(qtbot, desk, family):  # noqa: F811
    register(desk.store, ("KARIMI", "ZAHRA"), ("RAHIMI", "OMAR"))
    made = CasesPage(desk)
    qtbot.addWidget(made)
    made.resize(1126, 728)
    made.show()
    qtbot.waitUntil(lambda: made.model.rowCount() == 7 and made.chips[""].shown().endswith("7"))
    qtbot.waitUntil(lambda: all(made.model.row(place) is not None for place in range(7)))
    return made


def names(page, qtbot):
    count = page.model.rowCount()
    qtbot.waitUntil(lambda: all(page.model.row(place) is not None for place in range(count)))
    return [page.model.data(page.model.index(place, 1)) for place in range(count)]


def test_the_title_says_the_true_count_and_the_chips_add_up(page):
    assert page.header.note.text().startswith("7 адам")
    assert page.chips["asylum_seeker"].shown().endswith(" 7")
    assert page.chips["refused"].shown().endswith(" 0")


@pytest.mark.parametrize("typed", ["ahmadi farid", "ахмади фарид", "احمدی", "AHMADI F"])
def test_a_person_is_found_by_any_scripts_form_of_the_name(page, qtbot, typed):
    page.search.setText(typed)
    qtbot.waitUntil(lambda: page.asked.text == typed and page.model.rowCount() in (1, 2, 3, 4, 5))
    qtbot.waitUntil(lambda: "Ахмади Фарид" in names(page, qtbot))


def test_a_number_finds_its_case(page, qtbot):
    qtbot.waitUntil(lambda: page.model.row(0) is not None)
    number = page.model.row(0).number
    page.search_for(number)

    def found() -> list[str]:
        rows = [page.model.row(place) for place in range(page.model.rowCount())]
        return [row.number if row else "" for row in rows]

    qtbot.waitUntil(lambda: 0 < len(found()) < 7 and set(found()) == {number})


def test_words_that_find_nobody_say_so_and_offer_everything_again(page, qtbot):
    page.search.setText("ешкім")
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    qtbot.waitUntil(page.empty.isVisible)
    page.empty.action.click()
    qtbot.waitUntil(lambda: page.model.rowCount() == 7)
    assert page.search.text() == "" and not page.empty.isVisible()


def test_a_filter_shows_only_its_status_and_search_stays_inside_it(page, qtbot, desk, family):  # noqa: F811
    case = family.cases[1]
    actor = desk.store.actor("clerk")
    acts.perform(desk.store, actor, RecordAnswer(case=case, to="fingerprints", result="done"))
    acts.perform(desk.store, actor, TakeDecision(case=case, kind="grant"))
    qtbot.waitUntil(lambda: page.chips["refugee"].shown().endswith(" 1"))
    page.chips["refugee"].click()
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    page.search.setText("karimi")
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)


def test_enter_and_double_click_open_the_case(page, qtbot, family):  # noqa: F811
    page.view.setFocus()
    page.view.selectRow(0)
    with qtbot.waitSignal(page.opened) as heard:
        qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert heard.args[0] == page.model.row(0).case
    with qtbot.waitSignal(page.opened):
        page.view.doubleClicked.emit(page.model.index(1, 0))


def test_the_order_is_chosen_by_header_and_by_the_menu(page, qtbot):
    before = names(page, qtbot)
    page._orders["name"].trigger()
    page._down.trigger()
    qtbot.waitUntil(lambda: names(page, qtbot) == before[::-1])
    page.view._on_header(0)

    def sorted_by_number():
        names(page, qtbot)
        numbers = [row.number for row in map(page.model.row, range(page.model.rowCount())) if row]
        return numbers == sorted(numbers)

    qtbot.waitUntil(sorted_by_number)


def test_the_preview_shows_the_chosen_row_with_its_deadlines(page, qtbot):
    page.view.selectRow(0)
    qtbot.waitUntil(lambda: page.preview.view is not None)
    row = page.model.row(0)
    assert page.preview.number.text() == row.number
    assert page.preview.due.count() >= 2
    assert page.preview.history.entries()
    with qtbot.waitSignal(page.opened) as heard:
        page.preview.open_button.click()
    assert heard.args == [row.case]


def test_a_new_fact_refreshes_its_row_and_a_new_case_joins_the_list(page, qtbot, desk, family):  # noqa: F811
    page.view.selectRow(3)
    kept = page.view.current_id()
    register(desk.store, ("YUSUFI", "LAILA"))
    qtbot.waitUntil(lambda: page.model.rowCount() == 8)
    assert page.view.current_id() == kept
    assert page.header.note.text().startswith("8 адам")


def test_the_panel_gives_way_and_the_columns_come_back(page):
    hidden = [column.key for place, column in enumerate(page.model.columns) if page.view.isColumnHidden(place)]
    assert "registered" in hidden and "name" not in hidden
    page.panel_button.click()
    assert not any(page.view.isColumnHidden(place) for place in range(len(page.model.columns)))


def test_the_language_switch_changes_names_headers_and_counts(page, qtbot):
    tr.set_language("en")
    assert "Ahmadi Farid" in names(page, qtbot)
    assert page.model.headerData(1, Qt.Orientation.Horizontal) == "Name"
    assert page.header.note.text().startswith("7 persons")


def test_the_keyboard_reaches_search_filters_order_and_list_in_this_order(page, qtbot):
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.search.setFocus()
    seen = []
    for _ in range(14):
        seen.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    wanted = [page.search, page.new_button, page.chips[""], page.chips["due"], page.order_button, page.view]
    places = [seen.index(widget) for widget in wanted]
    assert places == sorted(places)


def test_everything_has_a_name_and_fits(page, unnamed):
    assert unnamed(page) == []
    assert page.minimumSizeHint().width() <= 1126
