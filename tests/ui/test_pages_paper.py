"""The paper page: a preview that is not blank, zoom, saving and printing that leave a fact, the other sheet."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from app.domain.commands import PostponeConsideration
from app.domain.facts.office import PaperReprinted
from app.imaging.pages import page_count
from app.services import acts, papers
from app.ui import dialogs, tr
from app.ui.pages.paper import PaperPage, file_name
from app.ui.pages.printer import choose_printer
from tests.ui.desks import desk, family, store  # noqa: F401


@pytest.fixture
def recorded(store):  # noqa: F811
    facts = []
    store.on_committed.append(lambda _cases, made: facts.extend(made))
    return facts


@pytest.fixture
def page(qtbot, desk, family, recorded):  # noqa: F811
    issued = papers.issue(desk.store, desk.actor, family.cases[0], "certificate")
    made = PaperPage(desk)
    qtbot.addWidget(made)
    made.resize(1126, 728)
    made.show()
    with qtbot.waitSignal(made.shown_paper, timeout=15000):
        made.show_paper(family.cases[0], issued.paper.id)
    return made


def colours(image: QImage) -> int:
    return len({image.pixel(x, y) for x in range(0, image.width(), 9) for y in range(0, image.height(), 9)})


def test_the_preview_shows_the_paper_and_not_a_blank_sheet(page):
    assert len(page.view.pages) == page_count(page.current.data) >= 1
    assert colours(page.view.pages[0].pixmap().toImage()) > 20
    assert page.current.paper.number in page.header.note.text()
    assert page.header.title.text() == tr.tr("paper-form-certificate")


def test_zoom_by_keys_and_buttons(page, qtbot):
    width = page.view.pages[0].width()
    page.view.setFocus()
    with qtbot.waitSignal(page.shown_paper):
        qtbot.keyClick(page.view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert page.view.pages[0].width() < width
    with qtbot.waitSignal(page.shown_paper):
        page.larger.click()
    with qtbot.waitSignal(page.shown_paper):
        qtbot.keyClick(page.view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert page.view.pages[0].width() == width


def test_a_saved_file_is_the_very_paper_its_name_is_only_the_number_and_a_fact_remains(page, qtbot, tmp_path, recorded):
    number = page.current.paper.number
    assert file_name(page.current.paper) == f"{number}.pdf"
    target = tmp_path / "saved.pdf"
    dialogs.save_file.set_next_answer(target)
    page.save_button.click()
    qtbot.waitUntil(lambda: page.banner.isVisible() and page.banner.text.text() == tr.tr("pages-saved"))
    assert target.read_bytes() == page.current.data
    assert [fact.way for fact in recorded if isinstance(fact, PaperReprinted)] == ["saved"]


def test_a_printed_paper_has_its_pages_and_leaves_a_fact(page, qtbot, tmp_path, recorded):
    target = tmp_path / "printed.pdf"
    choose_printer.set_next_answer(target)
    page.print_button.click()
    qtbot.waitUntil(lambda: page.banner.text.text() == tr.tr("pages-printed"), timeout=15000)
    assert page_count(target.read_bytes()) == page_count(page.current.data)
    assert [fact.way for fact in recorded if isinstance(fact, PaperReprinted)] == ["printed"]


def test_printing_that_was_not_wanted_leaves_no_fact(page, qtbot, recorded):
    choose_printer.set_next_answer(None)
    page.print_button.click()
    qtbot.waitUntil(page.print_button.isEnabled)
    assert not [fact for fact in recorded if isinstance(fact, PaperReprinted)]


def test_the_other_sheet_of_a_letter_is_made_once_and_shown(page, qtbot, desk, family):  # noqa: F811
    case = family.cases[0]
    until = desk.today.replace(year=desk.today.year, month=12)
    acts.perform(desk.store, desk.actor, PostponeConsideration(case=case, until=until, reason="тексеру"))
    first = papers.issue(desk.store, desk.actor, case, "postponement", "kk")
    with qtbot.waitSignal(page.shown_paper, timeout=15000):
        page.show_paper(case, first.paper.id)
    assert page.sheets["ru"].isVisible() and page.sheets["kk"].isChecked()
    page.sheets["ru"].click()
    qtbot.waitUntil(lambda: page.current.paper.language == "ru", timeout=15000)
    other = page.current.paper
    assert (other.language, other.number) == ("ru", first.paper.number)
    assert file_name(other).endswith("-postponement-ru.pdf")
    for language in ("kk", "ru"):
        page.choose_language(language)
        qtbot.waitUntil(lambda wanted=language: page.current.paper.language == wanted)
    assert page.current.paper.id == other.id


def test_a_full_folder_or_a_missing_one_gets_a_sentence(page, qtbot, tmp_path):
    dialogs.save_file.set_next_answer(tmp_path / "nowhere" / "saved.pdf")
    page.save_button.click()
    qtbot.waitUntil(page.banner.isVisible)
    assert page.banner.text.text() == tr.tr("trouble-store-io")


def test_names_and_room(page, unnamed):
    assert unnamed(page) == []
    assert page.minimumSizeHint().width() <= 1126
