"""The case file on a real store: what is shown, what may be done, acts recorded by their forms, papers made."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.commands import RecordAnswer, TakeDecision
from app.domain.facts.values import GroundChosen
from app.domain.permissions import Actor
from app.services import acts
from app.ui import tr
from app.ui.desk import Desk
from app.ui.hub import Hub
from app.ui.pages.act_dialog import ActDialog
from app.ui.pages.case import TABS, CasePage
from tests.ui.desks import desk, family, store  # noqa: F401


def open_page(qtbot, desk, case):  # noqa: F811
    page = CasePage(desk)
    qtbot.addWidget(page)
    page.resize(1126, 728)
    page.show()
    page.show_case(case)
    qtbot.waitUntil(lambda: page.view is not None)
    return page


@pytest.fixture
def page(qtbot, desk, family):  # noqa: F811
    return open_page(qtbot, desk, family.cases[0])


def form(page, qtbot, name):
    page.buttons[name].click()
    found = page.findChildren(ActDialog) or page.window().findChildren(ActDialog)
    dialog = found[-1]
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def save(dialog, qtbot):
    with qtbot.waitSignal(dialog.recorded) as heard:
        dialog.save_button.click()
    return heard.args[0]


def reread(page, qtbot, holds):
    qtbot.waitUntil(lambda: page.view is not None and holds(page.view.state))


def test_every_spelling_the_number_and_the_status_are_shown(page):
    state = page.view.state
    assert page.header.title.text() == state.number
    assert page.name.text() == "Ахмади Фарид"
    assert "Ahmadi Farid" in page.others.text()
    assert page.native.text() == "احمدی فرید"
    assert page.native.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert page.chip.text == "Пана іздеген адам"


def test_the_tabs_show_family_history_and_deadlines_that_explain_themselves(page):
    minors = {line[0]: line[1:] for line in page.family.minors.texts()}
    assert minors["Ahmadi Zahra"][:3] == ["Қызы", "02.04.2015", "11"]
    assert minors["Ahmadi Laila"][3] == tr.tr("pages-verbal")
    assert page.family.relatives.rowCount() == 1
    titles = [entry.title for entry in page.timeline.entries()]
    assert any(page.view.state.number in title for title in titles)
    assert len(page.view.deadlines) >= 3 and len(page.view.tasks) == 1
    assert page.tabs.tabText(TABS.index("family")).endswith("(4)")


def test_a_relative_is_opened_by_enter(page, qtbot, family):  # noqa: F811
    with qtbot.waitSignal(page.case_asked) as heard:
        qtbot.keyClick(page.family.relatives, Qt.Key.Key_Return)
    assert heard.args == [family.cases[1]]


def test_fingerprints_are_recorded_and_the_button_goes(page, qtbot):
    dialog = form(page, qtbot, "fingerprints")
    dialog.binder.values["reference"] = "AFIS-77"
    save(dialog, qtbot)
    reread(page, qtbot, lambda state: state.request_for("fingerprints").answer is not None)
    assert page.view.state.request_for("fingerprints").answer.reference == "AFIS-77"
    assert "fingerprints" not in page.buttons


def test_not_required_without_basis_is_refused_beside_the_field_and_records_nothing(page, qtbot):
    before = len(page.view.timeline)
    dialog = form(page, qtbot, "fingerprints")
    dialog.binder.values.update(result="not_required", reason="жасы")
    dialog.binder.reload()
    dialog.save_button.click()
    qtbot.waitUntil(lambda: bool(dialog.binder.problems()))
    assert dialog.binder.problems() == {"basis": tr.tr("rule-request-not-required-basis")}
    dialog.reject()
    page.load()
    qtbot.waitUntil(lambda: len(page.view.timeline) == before)


def test_a_mistyped_date_is_refused_beside_its_field(page, qtbot):
    dialog = form(page, qtbot, "postpone")
    dialog.binder.values.update(until="31.02.2027", reason="тексеру")
    dialog.save_button.click()
    assert list(dialog.binder.problems()) == ["until"]
    dialog.reject()


def test_a_postponement_is_recorded_and_its_letter_is_shown(page, qtbot):
    dialog = form(page, qtbot, "postpone")
    dialog.binder.values.update(until="15.11.2026", reason="қосымша тексеру қажет")
    with qtbot.waitSignal(page.paper_asked, timeout=15000):
        save(dialog, qtbot)
    reread(page, qtbot, lambda state: len(state.postponements) == 1)


def test_a_new_certificate_replaces_the_old_one_and_is_shown(page, qtbot):
    dialog = form(page, qtbot, "certificate")
    with qtbot.waitSignal(page.paper_asked, timeout=15000) as heard:
        save(dialog, qtbot)
    reread(page, qtbot, lambda state: len(state.certificates) == 2 and len(state.papers) == 1)
    assert heard.args[1] == page.view.state.papers[0].id
    assert page.papers.table.rowCount() == 1


def test_a_birth_document_shown_later_closes_its_task(page, qtbot):
    dialog = form(page, qtbot, "prove")
    dialog.save_button.click()
    assert list(dialog.binder.problems()) == ["number"]
    dialog.binder.values["number"] = "BC-77"
    save(dialog, qtbot)
    reread(page, qtbot, lambda state: not any(minor.verbal for minor in state.minors))
    assert "prove" not in page.buttons


def test_note_consent_and_closing_are_recorded(page, qtbot):
    dialog = form(page, qtbot, "note")
    dialog.binder.values["text"] = "Аудармашы ертең келеді"
    save(dialog, qtbot)
    qtbot.waitUntil(lambda: "Аудармашы" in page.timeline.entries()[0].title)
    save(form(page, qtbot, "consent"), qtbot)
    reread(page, qtbot, lambda state: len(state.consents) == 1)
    dialog = form(page, qtbot, "close")
    dialog.save_button.click()
    assert list(dialog.binder.problems()) == ["code"]
    dialog.binder.values["code"] = "DTH"
    save(dialog, qtbot)
    reread(page, qtbot, lambda state: not state.is_open)
    assert set(page.buttons) == {"note"}


def test_after_a_refusal_copy_and_notices_are_offered(qtbot, desk, family):  # noqa: F811
    case, actor = family.cases[1], desk.store.actor("clerk")
    acts.perform(desk.store, actor, RecordAnswer(case=case, to="fingerprints", result="done"))
    grounds = (GroundChosen(code="A12-01", reason="расталмады"),)
    acts.perform(desk.store, actor, TakeDecision(case=case, kind="refuse", grounds=grounds))
    page = open_page(qtbot, desk, case)
    assert {"serve", "notice"} <= set(page.buttons) and "decision" not in page.buttons
    save(form(page, qtbot, "serve"), qtbot)
    reread(page, qtbot, lambda state: state.decisions[-1].served_on is not None)
    save(form(page, qtbot, "notice"), qtbot)
    reread(page, qtbot, lambda state: state.decisions[-1].told == ("authorised_body",))
    assert "serve" not in page.buttons and "notice" in page.buttons


def test_after_a_grant_the_refugee_certificate_is_issued_and_shown(qtbot, desk, family):  # noqa: F811
    case, actor = family.cases[0], desk.store.actor("clerk")
    acts.perform(desk.store, actor, RecordAnswer(case=case, to="fingerprints", result="done"))
    acts.perform(desk.store, actor, TakeDecision(case=case, kind="grant"))
    page = open_page(qtbot, desk, case)
    dialog = form(page, qtbot, "booklet")
    with qtbot.waitSignal(page.paper_asked, timeout=15000):
        save(dialog, qtbot)
    reread(page, qtbot, lambda state: state.valid_certificate("refugee") is not None)


def test_the_decision_is_asked_of_the_window(page, qtbot):
    with qtbot.waitSignal(page.decision_asked) as heard:
        page.buttons["decision"].click()
    assert heard.args == [page.case]


def test_a_paper_is_made_from_the_menu(page, qtbot):
    first = page.papers.menu.actions()[0]
    with qtbot.waitSignal(page.paper_asked, timeout=15000):
        first.trigger()
    qtbot.waitUntil(lambda: page.papers.table.rowCount() == 1)


def test_who_only_audits_sees_everything_and_may_do_nothing(qtbot, desk, family):  # noqa: F811
    auditor = Desk(desk.store, Actor("auditor", frozenset({"auditor"}), "region"), "Тексеруші", desk.runner, Hub())
    page = open_page(qtbot, auditor, family.cases[0])
    assert page.buttons == {} and page._nothing.isVisible()
    assert page.papers.make_button.isHidden()
    assert page.family.minors.rowCount() == 3


def test_a_case_that_is_gone_says_so(qtbot, desk):  # noqa: F811
    page = CasePage(desk)
    qtbot.addWidget(page)
    page.show_case("0198c0de-0000-7000-8000-000000000000")
    qtbot.waitUntil(lambda: page.banner.isVisibleTo(page))
    assert page.banner.text.text() == tr.tr("rule-case-unknown")


def test_languages_names_and_room(page, unnamed):
    tr.set_language("ru")
    assert page.tabs.tabText(0) == "Сведения"
    tr.set_language("en")
    assert page.name.text() == "Ahmadi Farid"
    assert unnamed(page) == []
    assert page.minimumSizeHint().width() <= 1126


def test_after_an_act_the_keyboard_goes_on_at_what_comes_next(page, qtbot):
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.buttons["fingerprints"].setFocus()
    acts.perform(page._desk.store, page._desk.actor, RecordAnswer(case=page.case, to="fingerprints", result="done"))
    qtbot.waitUntil(lambda: "fingerprints" not in page.buttons)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is next(iter(page.buttons.values())))


def test_a_form_grows_until_the_whole_sentence_of_a_problem_is_seen(qtbot, desk, family):  # noqa: F811
    case = family.cases[0]
    acts.perform(desk.store, desk.actor, RecordAnswer(case=case, to="fingerprints", result="done"))
    acts.perform(desk.store, desk.actor, TakeDecision(case=case, kind="grant"))
    dialog = form(open_page(qtbot, desk, case), qtbot, "booklet")
    dialog.binder.editor("blank").insert("0012345")
    dialog.save_button.click()
    message = dialog.binder.rows["blank"].message
    qtbot.waitUntil(lambda: bool(dialog.binder.problems()))
    qtbot.waitUntil(lambda: message.height() >= message.heightForWidth(message.width()))
    dialog.reject()
