"""The short forms of the case file for the days after registration, recorded on a real store; the menu, the rows."""

from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from app.domain.birth import BirthDate
from app.domain.case import status
from app.domain.commands import (
    ArrivalData,
    DecideAppeal,
    IssueCertificate,
    ListMinor,
    LodgeAppeal,
    LodgeExtension,
    RecordAnswer,
    RecordDetention,
    ServeDecision,
    TakeDecision,
)
from app.domain.facts.values import GroundChosen
from app.domain.permissions import Actor
from app.messages.catalogue import LANGUAGES
from app.services.offices import add_user
from app.ui import tr
from app.ui.desk import Desk
from app.ui.hub import Hub
from app.ui.pages.act_dialog import ActDialog
from app.ui.pages.case import CasePage
from app.ui.pages.case_actions import ACTIONS, SHOWN, offer
from tests import offices
from tests.ui.desks import desk, store  # noqa: F401


@pytest.fixture
def show(qtbot, desk):  # noqa: F811
    """Opens the file of a case."""

    def opened(case):
        page = CasePage(desk)
        qtbot.addWidget(page)
        page.resize(1126, 728)
        page.show()
        page.show_case(case)
        qtbot.waitUntil(lambda: page.view is not None)
        return page

    return opened


@pytest.fixture
def begin(qtbot):
    """Begins an act of a page, wherever it stands, and gives its form."""

    def begun(page, name):
        entry = page.buttons.get(name)
        entry.click() if entry is not None else page.more.acts[name].trigger()
        return newest(page, qtbot)

    return begun


@pytest.fixture
def record(qtbot):
    """Fills a form, saves it, and waits until the page shows what was recorded."""

    def recorded(page, dialog, **values):
        dialog.binder.values.update(values)
        before = page.view.state.version
        with qtbot.waitSignal(dialog.recorded) as heard:
            dialog.save_button.click()
        qtbot.waitUntil(lambda: page.view.state.version > before)
        return heard.args[0]

    return recorded


@pytest.fixture
def refuse(qtbot):
    """Saves a form that is refused; the fields with a problem."""

    def refused(dialog, **values):
        dialog.binder.values.update(values)
        dialog.binder.reload()
        dialog.save_button.click()
        qtbot.waitUntil(lambda: bool(dialog.binder.problems()))
        found = list(dialog.binder.problems())
        dialog.reject()
        return found

    return refused


def newest(page, qtbot):
    dialog = page.findChildren(ActDialog)[-1]
    qtbot.waitUntil(dialog.isVisible)
    return dialog


@pytest.fixture
def seeker(store):  # noqa: F811
    person = offices.adult(languages=("prs",), citizenships=("XXX",), stateless="no")
    return offices.register(store, offices.applicant(person, minors=(offices.child(),)))[0]


@pytest.fixture
def child(store):  # noqa: F811
    person = offices.adult("NAZARI", "JAWAD", "2012-03-04", languages=("prs",))
    return offices.register(store, offices.applicant(person, unaccompanied=True))[0]


@pytest.fixture
def refused(store):  # noqa: F811
    case = offices.register(store)[0]
    offices.do(store, RecordAnswer(case=case, to="fingerprints", result="done"))
    offices.do(store, TakeDecision(case=case, kind="refuse", grounds=(GroundChosen(code="A12-01", reason="жоқ"),)))
    offices.do(store, ServeDecision(case=case, way="hand", learnt_on=date(2026, 6, 15)))
    return case


@pytest.fixture
def refugee(store):  # noqa: F811
    """Recognised on 20.06.2025, with a daughter who reached 18 since; it is the morning of 15.06.2026."""
    store.set_clock(offices.at("2025-06-20 10:00"))
    minors = (offices.child("SARA", "2007-11-02"), offices.child("OMAR", "2018-01-20"))
    arrival = ArrivalData(entered_on=date(2025, 6, 18), place="Қорғас")
    case = offices.register(store, offices.applicant(minors=minors, arrival=arrival))[0]
    offices.do(store, RecordAnswer(case=case, to="fingerprints", result="done"))
    offices.do(store, TakeDecision(case=case, kind="grant"))
    offices.do(store, IssueCertificate(case=case, kind="refugee"))
    store.set_clock(offices.at("2026-06-15 10:00"))
    return case


def test_L_8_1_1_the_leaflet_is_handed_over_in_the_language_of_the_person(show, begin, record, seeker):
    page = show(seeker)
    dialog = begin(page, "leaflet")
    assert dialog.binder.values["language"] == "prs"
    record(page, dialog)
    given = page.view.state.leaflets[-1]
    assert (given.language, given.person, given.on) == ("prs", page.view.state.applicant, date(2026, 6, 15))
    assert "leaflet" not in {task.kind for task in page.view.tasks}


def test_L_8_1_1_an_interpreter_is_engaged_and_speaks_at_the_interview(show, begin, record, refuse, seeker):
    page = show(seeker)
    assert refuse(begin(page, "interpreter")) == ["name"]
    record(page, begin(page, "interpreter"), name="Садық Нұрлан")
    assert page.view.state.interpreter.language == "prs"
    dialog = begin(page, "interview")
    assert dialog.binder.values["officer"] == "Айнұр Омарова"
    record(page, dialog, record="Сұхбат өтті")
    held = page.view.state.interviews[-1]
    assert (held.interpreter, held.language, held.officer) == ("Садық Нұрлан", "prs", "Айнұр Омарова")


def test_L_1_9_citizenship_is_established_and_a_document_shown_later(show, begin, record, refuse, seeker):
    page = show(seeker)
    assert refuse(begin(page, "citizenship"), citizenship="AFG") == ["document"]
    record(page, begin(page, "citizenship"), citizenship="AFG", document="Төлқұжат")
    assert page.view.state.applicant_person.recorded.citizenships == ("AFG",)
    assert "citizenship" not in {*page.buttons, *page.more.acts}
    record(page, begin(page, "document"), type="passport", number="P777", country="AFG")
    assert page.view.state.applicant_person.documents[-1].number == "P777"


def test_a_referral_a_stage_and_the_officer_are_recorded(show, begin, record, refuse, seeker):
    page = show(seeker)
    assert refuse(begin(page, "request")) == ["to"]
    record(page, begin(page, "request"), to="nsc")
    assert page.view.state.request_for("nsc") is not None
    record(page, begin(page, "stage"), stage="prepare")
    assert page.view.state.stages["prepare"] == date(2026, 6, 15)
    assert refuse(begin(page, "assign"), user="nobody") == ["user"]
    record(page, begin(page, "assign"), user="clerk")
    assert page.view.state.officer == "clerk"


def test_L_16_1_a_child_alone_gets_a_guardian_and_the_interests_are_assessed(show, record, qtbot, child):
    page = show(child)
    kinds = {task.kind for task in page.view.tasks}
    assert {"guardian", "best_interests", "leaflet", "interpreter", "awaiting_tracing"} <= kinds
    page.deadlines.buttons["guardian", child_of(page)].click()
    dialog = newest(page, qtbot)
    assert dialog.binder.values["basis"] == "guardian"
    record(page, dialog, name="Сейітова Гүлнар")
    assert page.view.state.representative.name == "Сейітова Гүлнар"
    page.deadlines.buttons["best_interests", child_of(page)].click()
    dialog = newest(page, qtbot)
    assert dialog.binder.values["about"] == "best_interests"
    record(page, dialog, text="Баланың мүддесі бағаланды")
    assert not {"guardian", "best_interests"} & {task.kind for task in page.view.tasks}


def child_of(page):
    return page.view.state.applicant


def test_a_row_of_a_deadline_begins_its_act(show, qtbot, child):
    page = show(child)
    page.deadlines.buttons["fingerprints", child_of(page)].click()
    assert "result" in newest(page, qtbot).binder.rows
    with qtbot.waitSignal(page.decision_asked):
        page.deadlines.buttons["decision", child_of(page)].click()
    assert all(button.accessibleName() for button in page.deadlines.buttons.values())


def test_L_11_5c_a_late_extension_is_taken_then_decided(show, begin, record, refuse, qtbot, refugee):
    page = show(refugee)
    record(page, begin(page, "extension"), late_reason="ауырған")
    pending = page.view.state.pending_extension
    assert pending.late.reason == "ауырған" and pending.late.days > 0
    assert pending.number in " ".join(texts(page))
    assert "extension" not in {*page.buttons, *page.more.acts}
    dialog = begin(page, "extension_decision")
    dialog.save_button.click()  # a daughter who is 18 by now needs a file of her own first
    qtbot.waitUntil(dialog.banner.isVisible)
    dialog.reject()
    record(page, begin(page, "own_file"))
    assert refuse(begin(page, "extension_decision"), kind="refuse_extend") == ["note"]
    record(page, begin(page, "extension_decision"), kind="extend")
    assert page.view.state.decisions[-1].kind == "extend" and page.view.state.decisions[-1].to_on == date(2027, 6, 20)


def texts(page):
    tab = page.overview
    return [label.text() for label in tab.findChildren(object, "value") if not label.isHidden()]


def test_f_09_why_an_extension_came_late_is_told_later(show, record, refuse, qtbot, store, refugee):  # noqa: F811
    offices.do(store, LodgeExtension(case=refugee))
    page = show(refugee)
    row = page.deadlines.buttons["late_extension_reason", child_of(page)]
    row.click()
    assert refuse(newest(page, qtbot)) == ["reason"]
    row.click()
    record(page, newest(page, qtbot), reason="ауырған")
    assert page.view.state.pending_extension.late.reason == "ауырған"


def test_f_41_an_extension_is_refused_with_the_written_reason_or_withdrawn(show, begin, record, store, refugee):  # noqa: F811
    offices.do(store, LodgeExtension(case=refugee))
    page = show(refugee)
    record(page, begin(page, "extension_withdrawn"), statement="Өтініші бар")
    assert page.view.state.pending_extension is None
    record(page, begin(page, "extension"), lodged_at="14.06.2026")
    assert page.view.state.pending_extension.lodged_at.date() == date(2026, 6, 14)
    record(page, begin(page, "own_file"))
    record(page, begin(page, "extension_decision"), kind="refuse_extend", note="Мән-жай өзгерді")
    assert page.view.state.decisions[-1].note == "Мән-жай өзгерді"


def test_L_14_2_a_lapse_is_recorded_by_a_human_once_the_term_is_over(show, begin, record, refuse, store, refugee):  # noqa: F811
    page = show(refugee)
    assert "lapse" not in {*page.buttons, *page.more.acts}
    store.set_clock(offices.at("2026-06-22 10:00"))
    page = show(refugee)
    assert refuse(begin(page, "lapse"), on="20.06.2026") == ["on"]
    record(page, begin(page, "lapse"))
    assert status(page.view.state, date(2026, 6, 22)) == "lapsed"


def test_L_15_an_appeal_is_lodged_and_decided(show, begin, record, refuse, store, refused):  # noqa: F811
    page = show(refused)
    assert "appeal_decision" not in {*page.buttons, *page.more.acts}
    assert refuse(begin(page, "appeal")) == ["body"]
    record(page, begin(page, "appeal"), body="Әкімдік")
    assert page.view.state.appeals[-1].level == "pre_trial"
    assert "appeal" not in {*page.buttons, *page.more.acts}
    assert refuse(begin(page, "appeal_decision")) == ["result"]
    assert refuse(begin(page, "appeal_decision"), result="allowed", effect="stands") == ["effect"]
    assert refuse(begin(page, "appeal_decision"), result="allowed", effect="annulled") == ["second"]
    add_user(store, store.actor("clerk"), "a-second", "Екінші Адам", ("head",))
    record(page, begin(page, "appeal_decision"), result="allowed", effect="annulled", second="a-second")
    assert page.view.state.decisions[-1].annulled_on == date(2026, 6, 15)
    assert "decision" in page.buttons  # the application is under consideration again


def test_f_17_when_the_person_learned_is_recorded_later_and_the_appeal_term_begins(show, record, qtbot, store):  # noqa: F811
    case = offices.register(store)[0]
    offices.do(store, RecordAnswer(case=case, to="fingerprints", result="done"))
    offices.do(store, TakeDecision(case=case, kind="refuse", grounds=(GroundChosen(code="A12-01", reason="жоқ"),)))
    offices.do(store, ServeDecision(case=case, way="post"))
    page = show(case)
    page.deadlines.buttons["ask_when_learnt", child_of(page)].click()
    record(page, newest(page, qtbot))
    assert page.view.state.decisions[-1].learnt_on == date(2026, 6, 15)


def test_f_03_a_late_appeal_is_explained_and_a_judgment_comes_into_force(show, begin, record, refuse, store, refused):  # noqa: F811
    store.set_clock(offices.at("2026-12-01 10:00"))
    offices.do(store, LodgeAppeal(case=refused, level="court_first", body="Сот"))
    page = show(refused)
    assert refuse(begin(page, "appeal_reason")) == ["late_reason"]
    record(page, begin(page, "appeal_reason"), late_reason="ауруханада болды")
    assert page.view.state.appeals[-1].late_reason == "ауруханада болды"
    offices.do(store, DecideAppeal(case=refused, result="dismissed", effect="stands"))
    page = show(refused)
    assert refuse(begin(page, "appeal_force")) == ["in_force_on"]
    record(page, begin(page, "appeal_force"), in_force_on="01.12.2026")
    assert page.view.state.appeals[-1].in_force_on == date(2026, 12, 1)


def test_X_cert_a_lost_certificate_ends_with_its_circumstances(show, begin, record, refuse, seeker):
    page = show(seeker)
    assert refuse(begin(page, "certificate_end"), how="lost") == ["reason"]
    record(page, begin(page, "certificate_end"), how="lost", reason="көлікте қалған")
    assert page.view.state.certificates[-1].ended == "lost"
    assert "certificate" in page.buttons  # its replacement is an open task now


def test_X_18_who_reached_18_gets_an_own_file(show, begin, record, refugee):
    page = show(refugee)
    dialog = begin(page, "own_file")
    grown = next(m for m in page.view.state.minors if m.recorded.birth == BirthDate("2007-11-02"))
    assert dialog.binder.values["minor"] == grown.id
    outcome = record(page, dialog)
    assert len(outcome.cases) == 2
    assert grown.id not in {m.id for m in page.view.state.minors}
    assert "own_file" not in {*page.buttons, *page.more.acts}


def test_L_9_2_2_departure_leaving_and_arriving_are_recorded(show, begin, record, refuse, refugee):
    page = show(refugee)
    assert refuse(begin(page, "departure"), planned_on="01.06.2026") == ["planned_on"]
    record(page, begin(page, "departure"), country="DEU", planned_on="01.07.2026", whole=False)
    told = page.view.state.departures[-1]
    assert (told.country, told.persons, told.for_good) == ("DEU", (page.view.state.applicant,), False)
    assert refuse(begin(page, "leave"), to="АСТ01") == ["to"]
    record(page, begin(page, "leave"), to="AST01", on="11.06.2026")
    assert page.view.state.left.to == "AST01"
    assert "leave" not in {*page.buttons, *page.more.acts}
    assert refuse(begin(page, "arrive"), from_office="AST01") == ["arrived_on"]
    record(page, begin(page, "arrive"), from_office="AST01", arrived_on="12.06.2026")
    assert page.view.state.arrived.arrived_on == date(2026, 6, 12)


def test_L_11_4_a_child_listed_after_the_decision_is_decided_on(show, record, qtbot, store, refugee):  # noqa: F811
    offices.do(store, ListMinor(case=refugee, minor=offices.child("AISHA", "2026-02-01")))
    page = show(refugee)
    kind, person = next((t.kind, t.person) for t in page.view.tasks if t.kind == "decide_on_child")
    page.deadlines.buttons[kind, person].click()
    record(page, newest(page, qtbot))
    assert page.view.state.decisions[-1].covers == (person,)


def test_L_10_4b_a_person_in_detention_is_registered_from_the_file(show, begin, record, store):  # noqa: F811
    person = offices.adult("NOORI", "AMIR")
    told = RecordDetention(person=person, body="ПД", detained_at=offices.at("2026-06-15 09:00"))
    page = show(offices.do(store, told).cases[0])
    record(page, begin(page, "register"))
    assert page.view.state.number and page.view.state.valid_certificate("asylum")


def test_L_11_5b_a_certificate_of_the_refugee_is_taken_back(show, begin, record, store, refugee):  # noqa: F811
    number = offices.state_of(store, refugee).valid_certificate("refugee").number
    page = show(refugee)
    record(page, begin(page, "certificate_end"), number=number, how="returned")
    assert page.view.state.certificates[-1].ended == "returned"
    assert "booklet" in page.buttons


def test_L_8_1_5_the_overview_tells_how_long_the_stay_is_protected(show, begin, record, seeker, refused):
    tr.set_language("en")
    page = show(seeker)
    assert any(text.startswith("protected, its last day is open") for text in texts(page))
    page = show(refused)
    assert any(text.startswith("protected until") for text in texts(page))
    record(page, begin(page, "appeal"), body="Akimat")
    assert any(text.startswith("protected, its last day is open") for text in texts(page))
    assert any(text.startswith("Higher body") for text in texts(page))


def test_the_most_urgent_acts_are_buttons_and_the_rest_is_in_a_menu_that_the_keyboard_opens(show, qtbot, child):
    page = show(child)
    shown = [name for name in page.buttons if name not in {"withdraw", "close"}]
    assert len(shown) == SHOWN and shown[0] == "fingerprints" and "decision" in shown
    assert page.more.isVisible() and page.more.acts and not set(shown) & set(page.more.acts)
    assert page.more.text() and all(entry.text() for entry in page.more.acts.values())
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    last = list(page.buttons.values())[SHOWN - 1]
    qtbot.waitUntil(last.isVisible)
    last.setFocus()
    qtbot.waitUntil(last.hasFocus)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.more
    opened = []
    page.more.menu().aboutToShow.connect(lambda: opened.append(True))
    page.more.menu().aboutToShow.connect(lambda: QTimer.singleShot(0, page.more.menu().close))
    qtbot.keyClick(page.more, Qt.Key.Key_Space)
    assert opened


def test_tab_goes_through_a_form_in_the_order_it_is_read(show, begin, qtbot, seeker):
    page = show(seeker)
    dialog = begin(page, "leaflet")
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.binder.focus("language")
    order = []
    for _press in range(3):
        order.append(dialog.binder.focused_field())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert order == ["language", "on", "person"]
    assert QApplication.focusWidget() is dialog.cancel_button
    qtbot.keyClick(dialog.cancel_button, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is dialog.save_button
    dialog.reject()


def test_who_only_audits_is_offered_nothing_and_no_row_can_be_pressed(qtbot, desk, child):  # noqa: F811
    auditor = Desk(desk.store, Actor("auditor", frozenset({"auditor"}), "region"), "Тексеруші", desk.runner, Hub())
    page = CasePage(auditor)
    qtbot.addWidget(page)
    page.show()
    page.show_case(child)
    qtbot.waitUntil(lambda: page.view is not None)
    assert not page.more.acts and page.more.isHidden() and not page.deadlines.buttons


def test_a_clerk_is_offered_no_decision_of_the_commission(qtbot, desk, refused, store):  # noqa: F811
    offices.do(store, LodgeAppeal(case=refused, level="pre_trial", body="Әкімдік"))
    clerk = Desk(desk.store, Actor("clerk", frozenset({"clerk"}), "region"), "Қызметкер", desk.runner, Hub())
    page = CasePage(clerk)
    qtbot.addWidget(page)
    page.show_case(refused)
    qtbot.waitUntil(lambda: page.view is not None)
    found = offer(page.view, clerk)
    assert "appeal_decision" not in {action.name for action in (*found.shown, *found.more)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_act_has_a_short_name_that_fits_its_button(show, qtbot, child, language):
    tr.set_language(language)
    page = show(child)
    button = next(iter(page.buttons.values()))
    qtbot.waitUntil(lambda: button.isVisible() and button.width() > page.side.width() // 2)
    room = button.width() - button.iconSize().width() - 16
    wide = [a.key for a in ACTIONS if button.fontMetrics().horizontalAdvance(tr.tr(a.key)) > room]
    assert [key for key in wide if key.startswith("acts-")] == []
