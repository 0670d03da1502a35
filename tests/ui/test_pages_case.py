"""The case file on a real store: what is shown, what may be done, acts recorded by their forms, papers made."""

from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTableWidget, QWidget

from app.base import resources
from app.domain.case import Status
from app.domain.commands import AddEvidence, HoldInterview, RecordAnswer, RecordRequest, StateNeeds, TakeDecision
from app.domain.facts import REGISTRY
from app.domain.facts.case import DecisionTaken
from app.domain.facts.office import FileViewed
from app.domain.facts.values import GroundChosen
from app.domain.permissions import Actor
from app.services import acts
from app.store.folding import entries_of, fact_of
from app.store.rows.cases import case_state
from app.ui import tr
from app.ui.desk import Desk
from app.ui.hub import Hub
from app.ui.pages import history, wording
from app.ui.pages.act_dialog import ActDialog
from app.ui.pages.case import TABS, CasePage
from app.ui.pages.case_restricted import RestrictedPart
from app.ui.pages.cases import CasesPage
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
    page.buttons[name].click() if name in page.buttons else page.more.acts[name].trigger()
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
    assert len(page.view.deadlines) >= 3
    assert "prove_birth" in {task.kind for task in page.view.tasks}
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
    dialog.save_button.click()  # f-43: the children of this file come first
    qtbot.waitUntil(lambda: list(dialog.binder.problems()) == ["code"])
    dialog.binder.values["code"] = "WDR"
    dialog.binder.values["certificate"] = "returned"
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


SECRETS = ("no-threat-7", "NSC-77", "A12-05", "threat-9", "note-of-the-commission", "SV-", "closed-words", "told-apart")


@pytest.fixture
def secret_case(desk, family):  # noqa: F811
    """A file with everything restricted in it: an answer of the NSC, needs, an interview, evidence, a ground."""
    case, actor = family.cases[1], desk.store.actor("clerk")
    for command in (
        RecordRequest(case=case, to="nsc"),
        RecordAnswer(case=case, to="nsc", result="refused", reason="no-threat-7", reference="NSC-77"),
        StateNeeds(case=case, codes=("SV",)),
        HoldInterview(case=case, officer="Омарова", record="told-apart", restricted=True),
        AddEvidence(case=case, about="claim", text="closed-words", restricted=True),
        TakeDecision(
            case=case,
            kind="refuse",
            grounds=(GroundChosen(code="A12-05", reason="threat-9"),),
            note="note-of-the-commission",
        ),
    ):
        acts.perform(desk.store, actor, command)
    return case


def desk_of(desk, *roles):  # noqa: F811
    return Desk(desk.store, Actor("clerk", frozenset(roles), "region"), "Қызметкер", desk.runner, Hub())


def everything_said(page):
    """Every word that stands on the page, in all tabs, and what a screen reader would say."""
    words = [entry.title + entry.note + "".join(entry.details) for entry in page.timeline.entries()]
    for widget in page.findChildren(QWidget):
        words += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        words.append(widget.text() if isinstance(widget, QLabel | QPushButton) else "")
        if isinstance(widget, QTableWidget):
            words += [item.text() for item in map(widget.item, *_cells(widget)) if item is not None]
    return "\n".join(words)


def _cells(table):
    places = [(row, column) for row in range(table.rowCount()) for column in range(table.columnCount())]
    return tuple(zip(*places, strict=True)) or ((), ())


@pytest.mark.parametrize("roles", [("clerk",), ("administrator",), ("auditor",), ("clerk", "auditor")])
def test_L_4_3_nobody_but_the_commission_is_shown_what_is_restricted(qtbot, desk, secret_case, roles):  # noqa: F811
    page = open_page(qtbot, desk_of(desk, *roles), secret_case)
    for language in ("kk", "ru", "en"):
        tr.set_language(language)
        said = everything_said(page)
        assert [secret for secret in SECRETS if secret in said] == []
        assert not page.findChildren(RestrictedPart)
        nsc = [e.title for e in page.timeline.entries() if e.title.startswith(f"{tr.tr('request-to-nsc')}:")]
        assert len(nsc) == 1 and tr.tr("request-result-refused") not in nsc[0]
    assert [secret for secret in SECRETS if secret in repr(page.view.state)] == []
    assert page.view.restricted == ()


def test_L_4_3_the_commission_is_shown_it_after_a_reason_was_recorded(qtbot, desk, secret_case):  # noqa: F811
    page = open_page(qtbot, desk_of(desk, "secretary"), secret_case)
    tr.set_language("en")
    assert [secret for secret in SECRETS if secret in everything_said(page)] == []
    page.overview.restricted.show_button.click()
    dialog = page.window().findChildren(ActDialog)[-1]
    dialog.save_button.click()
    assert dialog.binder.problems() == {"reason": tr.tr("rule-view-reason-missing")}
    assert not page.view.opened
    dialog.binder.values["reason"] = "отырыс"
    save(dialog, qtbot)
    qtbot.waitUntil(lambda: page.view is not None and page.view.opened)
    said = everything_said(page)
    assert [secret for secret in SECRETS if secret not in said and secret != "SV-"] == []
    assert "SV · " in said
    with desk.store.reading() as connection:
        facts = [fact_of(env, body) for env, body in entries_of(connection, "")]
    assert [(f.user, f.case, f.what, f.reason) for f in facts if isinstance(f, FileViewed)] == [
        ("clerk", secret_case, "all", "отырыс")
    ]


def test_what_was_opened_is_closed_again_when_the_file_is_left(qtbot, desk, family, secret_case):  # noqa: F811
    page = open_page(qtbot, desk_of(desk, "head"), secret_case)
    page._on_opened(secret_case)
    qtbot.waitUntil(lambda: page.view is not None and page.view.opened)
    page.show_case(family.cases[0])
    qtbot.waitUntil(lambda: page.view is not None and page.view.state.id == family.cases[0])
    page._on_opened(secret_case)  # a record that comes when another file is shown opens nothing
    page.show_case(secret_case)
    qtbot.waitUntil(lambda: page.view is not None and page.view.state.id == secret_case)
    assert not page.view.opened
    assert [secret for secret in SECRETS if secret in everything_said(page)] == []


def test_what_was_opened_is_closed_again_when_another_page_is_shown(qtbot, desk, secret_case):  # noqa: F811
    page = open_page(qtbot, desk_of(desk, "head"), secret_case)
    page._on_opened(secret_case)
    qtbot.waitUntil(lambda: page.view is not None and page.view.opened)
    page.hide()
    assert not page.view.opened
    page.show()
    qtbot.waitUntil(lambda: [secret for secret in SECRETS if secret in everything_said(page)] == [])


def test_every_kind_of_fact_of_a_case_has_a_look_of_its_own():
    kinds = {kind for kind, fact in REGISTRY.items() if fact.RECORD == "case"}
    assert kinds == set(history._LOOKS)
    assert all(resources.path("icons", f"{icon}.svg").exists() for icon, _tone in history._LOOKS.values())


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_every_status_has_a_name_and_a_colour(language):
    tr.set_language(language)
    for status in get_args(Status):
        assert wording.status_text(status)[0].isupper()
        assert status in wording.STATUS_TONES


def test_a_rare_status_has_a_filter_only_while_somebody_has_it(qtbot, desk, family):  # noqa: F811
    page = CasesPage(desk)
    qtbot.addWidget(page)
    page.resize(1360, 728)
    page.show()
    qtbot.waitUntil(lambda: page.chips["asylum_seeker"].shown().endswith("5"))
    assert page.chips["deprived"].isHidden() and not page.chips["refused"].isHidden()
    state = case_state_of(desk, family.cases[1])
    deprived = DecisionTaken(number="D", kind="deprive", on=state.registered_on, person=state.applicant,
                             covers=(state.applicant,))  # fmt: skip
    with desk.store.unit(desk.actor) as uow:
        uow.record(state.id, deprived)
        uow.commit()
    qtbot.waitUntil(lambda: not page.chips["deprived"].isHidden())
    assert page.chips["lapsed"].isHidden()


def case_state_of(desk, case):  # noqa: F811
    with desk.store.reading() as connection:
        return case_state(connection, case)
