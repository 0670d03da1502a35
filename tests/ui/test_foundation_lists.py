"""A list of a million rows is there at once, asks only for what is seen, and refreshes only what changed."""

import sys
import time
from array import array

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.base.errors import Trouble
from app.ui import tr
from app.ui.lists.paged import ID_ROLE, PAGE, PAGES_KEPT, PLACEHOLDER, Column, PagedModel
from app.ui.lists.view import PagedView

COLUMNS = [
    Column("no", "ui-brand", lambda row: f"A-{row['id']}", 150, look="figures", sort=True),
    Column("name", "ui-search", lambda row: row["name"], look="strong", stretch=True),
    Column("status", "ui-lock", lambda row: "Босқын", 140, look="chip", tone=lambda row: "success"),
    Column("count", "ui-yes", lambda row: str(row["id"]), 80, align="right", look="muted"),
]


class Store:
    """Rows by id, and a record of what was asked for."""

    def __init__(self):
        self.asked: list[list[int]] = []
        self.suffix = ""

    def fetch(self, ids):
        self.asked.append(list(ids))
        return {one: {"id": one, "name": f"Ахмади {one}{self.suffix}"} for one in ids if one != 13}


@pytest.fixture
def store():
    return Store()


@pytest.fixture
def model(qtbot, runner, store):
    made = PagedModel(runner, COLUMNS, store.fetch)
    yield made
    made.deleteLater()


def shown(model, row, column=1):
    return model.data(model.index(row, column))


def test_the_model_keeps_the_rules_of_qt(model, qtbot):
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_ids(array("q", range(450)))
    qtbot.waitUntil(lambda: shown(model, 3) == "Ахмади 3")
    model.set_ids(array("q"))
    assert model.rowCount() == 0
    tester.deleteLater()


def test_rows_come_by_page_and_a_placeholder_stands_until_then(model, store, qtbot):
    model.set_ids(array("q", range(1000, 0, -1)))
    assert model.rowCount() == 1000
    assert shown(model, 0) == PLACEHOLDER
    qtbot.waitUntil(lambda: shown(model, 0) == "Ахмади 1000")
    assert store.asked == [list(range(1000, 1000 - PAGE, -1))]
    assert model.data(model.index(0, 0), ID_ROLE) == 1000
    assert model.row_of(400) == 600
    assert model.row_of(5000) == -1


def test_a_million_ids_are_shown_at_once_and_any_place_is_near(model, store, qtbot):
    view = PagedView(model, "ui-brand")
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    ids = array("q", range(1_000_000))
    began = time.perf_counter()
    model.set_ids(ids)
    assert time.perf_counter() - began < 1.0
    view.selectRow(987_654)
    view.scrollTo(model.index(987_654, 0))
    qtbot.waitUntil(lambda: shown(model, 987_654) == "Ахмади 987654")
    assert sum(len(asked) for asked in store.asked) <= 8 * PAGE
    assert view.current_id() == 987_654


def test_only_the_places_wanted_last_are_fetched_while_scrolling(model, store, qtbot):
    model.set_ids(array("q", range(100_000)))
    for row in range(0, 100_000, PAGE):
        shown(model, row)
    qtbot.waitUntil(lambda: shown(model, 99_999) == "Ахмади 99999")
    assert sum(len(asked) for asked in store.asked) <= 4 * PAGE


def test_no_more_pages_are_kept_than_allowed(model, qtbot):
    model.set_ids(array("q", range(100_000)))
    for page in range(PAGES_KEPT + 5):
        qtbot.waitUntil(lambda page=page: shown(model, page * PAGE) == f"Ахмади {page * PAGE}")
    assert len(model._pages) == PAGES_KEPT


def test_a_change_refreshes_only_pages_that_hold_it(model, store, qtbot):
    model.set_ids(array("q", range(2 * PAGE)))
    qtbot.waitUntil(lambda: shown(model, 0) != PLACEHOLDER and shown(model, PAGE) != PLACEHOLDER)
    store.asked.clear()
    store.suffix = " (жаңа)"
    model.refresh([999_999])
    model.refresh([PAGE + 5])
    assert shown(model, PAGE + 5) == f"Ахмади {PAGE + 5}"  # the old row stays until the new one is here
    qtbot.waitUntil(lambda: shown(model, PAGE + 5) == f"Ахмади {PAGE + 5} (жаңа)")
    assert store.asked == [list(range(PAGE, 2 * PAGE))]


def test_a_row_that_is_gone_stays_a_placeholder_and_is_not_asked_for_again(model, store, qtbot):
    model.set_ids(array("q", [12, 13, 14]))
    qtbot.waitUntil(lambda: shown(model, 0) == "Ахмади 12")
    assert shown(model, 1) == PLACEHOLDER
    assert len(store.asked) == 1


def test_an_answer_for_an_older_order_is_dropped(model, qtbot):
    model.set_ids(array("q", range(100)))
    shown(model, 0)
    model._ask()
    model.set_ids(array("q", range(1000, 1100)))
    qtbot.waitUntil(lambda: shown(model, 0) == "Ахмади 1000")


def test_ids_are_loaded_on_the_reader_and_trouble_is_told(model, runner, qtbot):
    with qtbot.waitSignal(model.loaded) as heard:
        model.load(lambda: array("q", [1, 2, 3]))
    assert heard.args == [3]

    def damaged():
        raise Trouble("store.damaged")

    with qtbot.waitSignal(runner.trouble):
        model.load(damaged)
    assert model.rowCount() == 3


def test_the_mark_stays_on_its_row_in_a_new_order(model, qtbot):
    view = PagedView(model, "ui-brand")
    qtbot.addWidget(view)
    model.set_ids(array("q", range(100)))
    assert view.select_id(70)
    model.set_ids(array("q", range(99, -1, -1)))
    assert (view.currentIndex().row(), view.current_id()) == (29, 70)
    model.set_ids(array("q", [1]))
    assert not view.select_id(70)


def test_enter_opens_arrows_move_tab_leaves(model, qtbot):
    view = PagedView(model, "ui-brand")
    qtbot.addWidget(view)
    model.set_ids(array("q", range(100, 200)))
    view.selectRow(0)
    chosen: list[int] = []
    view.chosen.connect(chosen.append)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.opened) as heard:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert heard.args == [101]
    assert chosen == [101]
    assert not view.tabKeyNavigation()
    assert not view.wordWrap()


def test_a_header_asks_for_an_order_and_turns_it_on_the_second_click(model, qtbot):
    view = PagedView(model, "ui-brand")
    qtbot.addWidget(view)
    asked: list = []
    model.sort_requested.connect(lambda key, down: asked.append((key, down)))
    for place in (0, 0, 1, 0):
        view.horizontalHeader().sectionClicked.emit(place)
    assert asked == [("no", False), ("no", True), ("no", False)]


def test_headers_follow_the_language(model):
    heading = model.headerData(2, Qt.Orientation.Horizontal)
    tr.set_language("en")
    assert heading != model.headerData(2, Qt.Orientation.Horizontal) == "Lock (Ctrl+L)"
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.data(QModelIndex()) is None


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from 3.12")
def test_painting_does_not_lose_references_to_none(model, qtbot):
    view = PagedView(model, "ui-brand")
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    model.set_ids(array("q", range(300)))
    qtbot.waitUntil(lambda: shown(model, 0) != PLACEHOLDER)
    for _time in range(200):  # the first repaints fill caches, once
        view.viewport().repaint()
    before = sys.getrefcount(None)
    for _time in range(200):
        view.viewport().repaint()
    assert abs(sys.getrefcount(None) - before) < 100
