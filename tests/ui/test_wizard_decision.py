"""The decision wizard on a real case: granted, refused, postponed; what bars a grant says the way out."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from app.domain.case import status
from app.domain.commands import RecordAnswer, RegisterApplication
from app.domain.permissions import Actor
from app.services import acts
from app.store.rows.cases import case_state
from app.ui import tr
from app.ui.wizards.decision import DecisionWizard
from tests.offices import adult, applicant, at, family_of_five
from tests.ui.wizard_world import close_desk, fill, kept, make_desk, press, put, show


@pytest.fixture
def desk(tmp_path, runner):
    made = make_desk(tmp_path / "store", runner, "2026-06-15 10:00")
    yield made
    close_desk(made)


def register(desk, command=None):
    case = acts.perform(desk.store, desk.actor, command or family_of_five()).cases[0]
    desk.store.set_clock(at("2026-08-18 10:00"))
    return case


def opened(qtbot, desk, case):
    wizard = show(qtbot, DecisionWizard(desk, case))
    qtbot.waitUntil(wizard.card.isEnabled)
    return wizard


def choose(wizard, kind):
    wizard.kind.kind.binder.editor("kind").buttons[kind].click()


def go_on(wizard):
    press(QApplication.focusWidget() or wizard, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def shown(wizard):
    return {name: refusal.rule for name, refusal in wizard.sheet.shown_problems.items()}


def state_of(desk, case):
    with desk.store.reading() as connection:
        return case_state(connection, case)


def test_a_barred_grant_says_why_takes_the_result_here_and_is_recorded(qtbot, desk):
    case = register(desk)
    wizard = opened(qtbot, desk, case)
    choose(wizard, "grant")
    assert tr.tr("decision-blocked") in wizard.kind.fingerprints.text.text()
    assert wizard.kind.answer.isVisible()
    go_on(wizard)
    assert shown(wizard) == {"kind": "decision.fingerprints_open"}
    fill(wizard.kind, answer_result="талап")
    wizard.kind.record.click()
    qtbot.waitUntil(lambda: shown(wizard) == {"answer_basis": "request.not_required_basis"})
    fill(wizard.kind, answer_reason="Заң талап етпейді", answer_basis="Заңның 11-бабы", answer_confirmed="ІІО")
    wizard.kind.record.click()
    qtbot.waitUntil(lambda: not wizard.kind.answer.isVisible())
    assert wizard.kind.fingerprints.text.text() == tr.tr("decision-fingerprints-not-required")
    go_on(wizard)
    go_on(wizard)
    assert wizard.draft.page == "review"
    with qtbot.waitSignal(wizard.finished) as done:
        go_on(wizard)
    assert done.args[0] == [case]
    state = state_of(desk, case)
    assert status(state, desk.today) == "refugee"
    assert len(state.decisions[0].covers) == 4
    qtbot.waitUntil(lambda: kept(desk) == ())


def test_a_refusal_shows_the_law_asks_for_reasoning_and_is_recorded_once(qtbot, desk):
    case = register(desk)
    wizard = opened(qtbot, desk, case)
    choose(wizard, "refuse")
    go_on(wizard)
    assert len(wizard.reasons.rows) == 10
    go_on(wizard)
    assert shown(wizard) == {"grounds": "decision.no_ground"}
    row = wizard.reasons.rows["A12-02"]
    assert row.law.text().startswith("Егер адам өзі туралы")
    row.mark.click()
    go_on(wizard)
    assert shown(wizard) == {"A12-02": "decision.reason_missing"}
    put(row.reason.editor, "Көрінеу жалған мәліметтер.")
    put(row.part.editor, "02b")
    put(wizard.reasons.persons.binder.editor("covers"), [state_of(desk, case).minors[0].id])
    go_on(wizard)
    texts = " ".join(label.text() for label in wizard.review.findChildren(QLabel))
    assert "A12-02 02b" in texts and "Көрінеу жалған мәліметтер." in texts
    heard = []
    wizard.finished.connect(heard.append)
    for _ in range(3):
        wizard.next_button.click()
    qtbot.waitUntil(lambda: bool(heard))
    [decision] = state_of(desk, case).decisions
    assert (decision.kind, decision.grounds[0].subcode, len(decision.covers)) == ("refuse", "02b", 3)


def test_a_postponement_shows_its_limits(qtbot, desk):
    case = register(desk)
    wizard = opened(qtbot, desk, case)
    choose(wizard, "postpone")
    go_on(wizard)
    assert "15.06.2027" in wizard.reasons.limits.text() and "18.08.2027" in wizard.reasons.limits.text()
    fill(wizard.reasons, until="16.06.2027", reason="Қосымша тексеру")
    go_on(wizard)
    assert shown(wizard) == {"until": "postponement.strict_limit"}
    fill(wizard.reasons, until="15.06.2027")
    go_on(wizard)
    with qtbot.waitSignal(wizard.finished):
        go_on(wizard)
    assert str(state_of(desk, case).postponements[0].until) == "2027-06-15"


def test_restricted_grounds_are_for_the_commission(qtbot, desk):
    case = register(desk)
    desk.actor = Actor("clerk", frozenset({"clerk"}), "region")
    wizard = opened(qtbot, desk, case)
    assert wizard.notice.text.text() == tr.tr("rule-permission-role")
    choose(wizard, "refuse")
    go_on(wizard)
    assert not {"A12-05", "A12-06", "A12-07", "A12-08"} & set(wizard.reasons.rows)


def test_the_fingerprint_ground_goes_when_the_registration_is_done(qtbot, desk):
    case = register(desk)
    acts.perform(desk.store, desk.actor, RecordAnswer(case=case, to="fingerprints", result="done"))
    wizard = opened(qtbot, desk, case)
    choose(wizard, "refuse")
    go_on(wizard)
    assert "A12-10" not in wizard.reasons.rows


def test_a_minor_alone_is_warned_of_and_a_postponement_proposed(qtbot, desk):
    young = applicant(adult("AHMADI", "ZAHRA", "2012-01-01", sex="female"), unaccompanied=True)
    wizard = opened(qtbot, desk, register(desk, RegisterApplication(applicants=(young,))))
    assert wizard.kind.tracing.isVisible()
    wizard.kind.tracing.action.click()
    assert wizard.draft.values["kind"] == "postpone"
    assert not wizard.kind.tracing.isVisible()


def test_a_draft_of_a_decision_is_found_again_with_its_case(qtbot, desk):
    case = register(desk)
    wizard = opened(qtbot, desk, case)
    choose(wizard, "refuse")
    go_on(wizard)
    wizard.reasons.rows["A12-01"].mark.click()
    put(wizard.reasons.rows["A12-01"].reason.editor, "Қауіп жоқ.")
    wizard.close()
    qtbot.waitUntil(lambda: len(kept(desk)) == 1)
    again = opened(qtbot, desk, case)
    assert again.draft.page == "reasons"
    assert again.reasons.rows["A12-01"].mark.isChecked()
    assert again.reasons.rows["A12-01"].reason.editor.value() == "Қауіп жоқ."


def test_dates_ahead_or_before_the_registration_are_told(qtbot, desk):
    wizard = opened(qtbot, desk, register(desk))
    choose(wizard, "refuse")
    for on, rule in (("19.08.2026", "decision.future"), ("14.06.2026", "decision.before_registration")):
        fill(wizard.kind, on=on)
        go_on(wizard)
        assert shown(wizard) == {"on": rule}


def test_everything_has_a_name_in_every_language(qtbot, desk, unnamed):
    wizard = opened(qtbot, desk, register(desk))
    choose(wizard, "grant")
    assert unnamed(wizard) == []
    choose(wizard, "refuse")
    go_on(wizard)
    for row in wizard.reasons.rows.values():
        row.mark.click()
    for language in ("ru", "en", "kk"):
        tr.set_language(language)
        assert unnamed(wizard) == []
        assert wizard.heading.text() == tr.tr("decision-step-reasons-long")


def test_a_case_that_is_not_here_is_told(qtbot, desk):
    wizard = show(qtbot, DecisionWizard(desk, "019ed940-2440-7ac4-bfeb-9ae3bfe8880c"))
    qtbot.waitUntil(wizard.notice.isVisible)
    assert wizard.notice.text.text() == tr.tr("rule-case-unknown")
