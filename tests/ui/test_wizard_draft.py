"""Nothing typed is lost: drafts come back to the same field, after a kill, and when the disk is full."""

import contextlib
import json
import os
import subprocess
import sys
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.flows import register_application as flow
from app.services import acts, drafts
from app.store.store import open_store
from app.ui import tr
from app.ui.wizards.autosave import DELAY_MS
from app.ui.wizards.intake import IntakeWizard
from tests.conftest import ROOT
from tests.offices import PASSPHRASE
from tests.ui.wizard_typist import LETTERS
from tests.ui.wizard_world import close_desk, fill, kept, make_desk, press, show
from tests.unit.flows.typed_families import applicant, family_of_five

OLDEST_S = 1.0
can_mount = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="mounting needs root")


@pytest.fixture
def desk(tmp_path, runner):
    made = make_desk(tmp_path / "store", runner)
    yield made
    close_desk(made)


def values_of(draft):
    return json.loads(draft.body)["values"]


def test_nothing_is_kept_of_a_wizard_in_which_nothing_was_typed(qtbot, desk):
    wizard = show(qtbot, IntakeWizard(desk))
    wizard.close()
    desk.runner.shutdown()
    assert kept(desk) == ()


def test_a_draft_is_kept_while_it_is_typed_and_opened_at_the_same_field(qtbot, desk):
    wizard = show(qtbot, IntakeWizard(desk))
    fill(wizard.sheet, family_kk="Ахмади", birth="31.02.1986")
    wizard.sheet.focus_field("given_kk")
    qtbot.waitUntil(lambda: len(kept(desk)) == 1)
    qtbot.waitUntil(lambda: wizard.saved.text() == "Жоба сақталды 10:42")
    wizard.keep_now()
    qtbot.waitUntil(lambda: kept(desk)[0].focus == "given_kk")
    again = show(qtbot, IntakeWizard(desk, kept(desk)[0].id))
    qtbot.waitUntil(again.card.isEnabled)
    names = again.sheet.person.names.binder
    assert names.editor("family_kk").value() == "Ахмади"
    assert again.sheet.person.identity.binder.editor("birth").value() == "31.02.1986"
    qtbot.waitUntil(lambda: again.sheet.focused_field() == "given_kk")


def test_a_draft_comes_back_into_an_open_family_member(qtbot, desk):
    wizard = show(qtbot, IntakeWizard(desk))
    wizard.draft.values.update(applicant())
    for sheet in wizard.sheets.values():
        sheet.use(wizard.draft.values)
    wizard.show_page("family")
    wizard.family.add_row("minor")
    fill(wizard.family.member, given_latin="ZAHRA")
    wizard.family.member.focus_field("birth_doc_number")
    wizard.keep_now()
    qtbot.waitUntil(lambda: [d.focus for d in kept(desk)] == ["family.0.birth_doc_number"])
    again = show(qtbot, IntakeWizard(desk, kept(desk)[0].id))
    qtbot.waitUntil(again.card.isEnabled)
    assert (again.draft.page, again.family.opened) == ("family", 0)
    assert again.family.member.values["given_latin"] == "ZAHRA"
    assert again.sheet.focused_field() == "family.0.birth_doc_number"


@pytest.mark.parametrize("leave", ["close", "hide"])
def test_leaving_keeps_what_was_typed_last(qtbot, desk, leave):
    wizard = show(qtbot, IntakeWizard(desk))
    fill(wizard.sheet, family_kk="Ахмади")
    getattr(wizard, leave)()
    desk.runner.shutdown()
    assert [values_of(draft)["family_kk"] for draft in kept(desk)] == ["Ахмади"]


def test_who_types_without_a_pause_is_saved_without_a_pause(qtbot, desk):
    wizard = show(qtbot, IntakeWizard(desk))
    fill(wizard.sheet, family_kk="А")
    assert DELAY_MS < 1000 * OLDEST_S
    started = time.monotonic()
    while not kept(desk):
        fill(wizard.sheet, given_kk="Ә")
        QApplication.processEvents()
        assert time.monotonic() - started < 20
    assert wizard.autosave.kept


def test_a_draft_survives_a_kill_and_is_not_older_than_a_second(tmp_path):
    folder = tmp_path / "store"
    environment = os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    typist = subprocess.Popen(
        [sys.executable, "-m", "tests.ui.wizard_typist", str(folder)], cwd=ROOT, env=environment,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    keys = []
    with typist:
        for line in typist.stdout:
            at, count = line.split()
            keys.append((float(at), int(count)))
            if keys[-1][0] - keys[0][0] > 3:
                break
        killed_at = time.monotonic()
        typist.kill()
        rest = typist.stdout.read().splitlines()
    keys += [(float(line.split()[0]), int(line.split()[1])) for line in rest if line.count(" ") == 1]
    store = open_store(folder, "clerk", PASSPHRASE)
    try:
        [draft] = drafts.listed(store, store.actor("clerk"))
    finally:
        store.close()
    account = values_of(draft)["account"]
    expected = (LETTERS * (len(account) // len(LETTERS) + 2))[: len(account)]
    assert account == expected
    lost = [at for at, count in keys if count > len(account) + 1]  # a blank at the end is not part of the value
    age = killed_at - min(lost, default=killed_at)
    assert age <= OLDEST_S, f"the draft lacks what was typed {age:.2f} s before the kill"
    assert draft.focus == "account"


@contextlib.contextmanager
def small_disk(folder):
    folder.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if done.returncode:
        pytest.skip("this account may not mount")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def fill_disk(folder):
    """Leave no room at all."""
    with contextlib.suppress(OSError), (folder / "ballast").open("wb", buffering=0) as ballast:
        while True:
            ballast.write(bytes(4096))


@can_mount
def test_a_full_disk_during_register_leaves_no_facts_and_keeps_what_was_typed(qtbot, tmp_path, runner):
    with small_disk(tmp_path / "disk") as folder:
        desk = make_desk(folder / "store", runner)
        wizard = show(qtbot, IntakeWizard(desk))
        wizard.draft.values.update(family_of_five())
        wizard.draft.values["account"] = "Қауіп бар. " * 1200
        for sheet in wizard.sheets.values():
            sheet.use(wizard.draft.values)
        wizard.show_page("review")
        head = desk.store.head
        fill_disk(folder)
        press(wizard, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: not wizard.busy and wizard.notice.isVisible())
        assert wizard.notice.text.text() == tr.tr("trouble-store-disk-full")
        assert desk.store.head == head
        with desk.store.reading() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM record WHERE type = 'case'").scalar() == 0
        assert wizard.draft.values["family_kk"] == "Ахмади"
        (folder / "ballast").unlink()
        with qtbot.waitSignal(wizard.finished) as done:
            press(wizard, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert len(done.args[0]) == 2
        qtbot.waitUntil(lambda: kept(desk) == ())
        close_desk(desk)


def test_the_draft_goes_in_the_same_transaction_as_the_facts(qtbot, desk):
    wizard = show(qtbot, IntakeWizard(desk))
    wizard.draft.values.update(applicant())
    wizard.keep_now()
    qtbot.waitUntil(lambda: len(kept(desk)) == 1)
    draft_id = kept(desk)[0].id
    command = flow.command(wizard.draft.values, wizard.known())
    acts.perform(desk.store, desk.actor, command, draft=draft_id)
    assert kept(desk) == ()


def test_a_draft_that_is_gone_or_of_another_user_is_told(qtbot, desk):
    wizard = show(qtbot, IntakeWizard(desk, "019ed940-2440-7ac4-bfeb-9ae3bfe8880c"))
    qtbot.waitUntil(wizard.notice.isVisible)
    assert wizard.notice.text.text() == tr.tr("rule-draft-gone")


def test_no_thread_is_left_when_the_store_closes_under_a_wizard(qtbot, tmp_path, runner):
    desk = make_desk(tmp_path / "other", runner)
    wizard = show(qtbot, IntakeWizard(desk))
    fill(wizard.sheet, family_kk="Ахмади")
    wizard.flush()
    close_desk(desk)
    store = open_store(tmp_path / "other", "clerk", PASSPHRASE)
    assert len(drafts.listed(store, store.actor("clerk"))) == 1
    store.close()
