"""Jobs run on their own threads; answers come on the GUI thread, to owners that still live."""

import threading

from PySide6.QtCore import QCoreApplication, QEvent, QObject

from app.base.errors import Refusal, Trouble
from app.ui.hub import Hub
from app.ui.runner import Progress, Runner


def test_answers_come_on_the_gui_thread_and_jobs_do_not_run_there(qtbot, runner: Runner):
    seen = []
    here = threading.current_thread()

    def done(name):
        seen.append((name, threading.current_thread() is here))

    runner.read(lambda: threading.current_thread().name.rsplit("_", 1)[0], done, owner=runner)
    runner.write(lambda: threading.current_thread().name.rsplit("_", 1)[0], done, owner=runner)
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert sorted(seen) == [("pana-reader", True), ("pana-writer", True)]


def test_only_the_newest_question_of_a_key_is_answered(qtbot, runner: Runner):
    gate, asked, answers = threading.Event(), [], []

    def job(text):
        gate.wait(5)
        asked.append(text)
        return text

    for text in ("қ", "қы", "қыт"):
        runner.read(lambda text=text: job(text), answers.append, owner=runner, key="search")
    runner.read(lambda: job("other"), answers.append, owner=runner)
    gate.set()
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert sorted(answers) == ["other", "қыт"]
    assert "қы" not in asked  # it was still queued and was never run


def test_an_answer_for_a_destroyed_owner_is_dropped_and_a_write_is_done_all_the_same(qtbot, runner: Runner):
    gate, done, answers = threading.Event(), [], []
    owner = QObject()
    runner.write(lambda: (gate.wait(5), done.append("written")), answers.append, owner=owner)
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gate.set()
    marks = []
    runner.write(lambda: None, lambda _none: marks.append("after"), owner=runner)
    qtbot.waitUntil(lambda: marks == ["after"])
    assert done == ["written"]
    assert answers == []


def test_a_cancelled_ticket_is_not_answered(qtbot, runner: Runner):
    gate, answers = threading.Event(), []
    ticket = runner.read(lambda: gate.wait(5), answers.append, owner=runner)
    assert ticket.waiting
    ticket.cancel()
    gate.set()
    runner.read(lambda: "next", answers.append, owner=runner)
    qtbot.waitUntil(lambda: answers == ["next"])
    assert not ticket.waiting


def test_a_refusal_goes_to_the_asker_or_to_the_trouble_signal(qtbot, runner: Runner):
    def refuse():
        raise Refusal("application.twice")

    def trouble():
        raise Trouble("store.full")

    refused = []
    runner.read(refuse, lambda _x: None, refused.append, owner=runner)
    qtbot.waitUntil(lambda: len(refused) == 1)
    assert refused[0].code == "application.twice"
    hub = Hub()
    runner.trouble.connect(hub.troubled)
    with qtbot.waitSignal(hub.trouble) as heard:
        runner.write(trouble, lambda _x: None, owner=runner)
    assert heard.args[0].code == "store.full"


def test_the_trouble_of_a_write_is_told_even_when_the_asker_is_gone(qtbot, runner: Runner):
    gate = threading.Event()
    owner = QObject()

    def trouble():
        gate.wait(5)
        raise Trouble("store.full")

    runner.write(trouble, lambda _x: None, lambda _e: None, owner=owner)
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    with qtbot.waitSignal(runner.trouble):
        gate.set()


def test_a_bug_in_a_job_reaches_the_excepthook(qtbot, runner: Runner, monkeypatch):
    caught = []
    monkeypatch.setattr("sys.excepthook", lambda kind, error, trace: caught.append((kind, str(error), trace)))

    def broken():
        raise ZeroDivisionError("a bug")

    runner.read(broken, lambda _x: None, owner=runner)
    qtbot.waitUntil(lambda: len(caught) == 1)
    assert caught[0][:2] == (ZeroDivisionError, "a bug")
    assert caught[0][2] is not None


def test_shutdown_finishes_writing_and_drops_reading(qtbot):
    runner = Runner()
    gate, done = threading.Event(), []
    runner.read(lambda: gate.wait(5), lambda _x: None, owner=runner)
    runner.read(lambda: done.append("read"), lambda _x: None, owner=runner)
    runner.write(lambda: (gate.wait(5), done.append("written")), lambda _x: None, owner=runner)
    threading.Timer(0.05, gate.set).start()
    runner.shutdown()
    assert done == ["written"]
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("pana-")]


def test_progress_crosses_threads_and_can_be_cancelled(qtbot, runner: Runner):
    progress, steps, results = Progress(), [], []
    progress.stepped.connect(lambda done, total: (steps.append((done, total)), progress.cancel()))
    started = threading.Event()

    def job():
        progress.report(1, 10)
        started.set()
        while not progress.cancelled:
            threading.Event().wait(0.001)
        return "stopped"

    runner.write(job, results.append, owner=runner)
    qtbot.waitUntil(lambda: results == ["stopped"])
    assert steps == [(1, 10)]


def test_the_hub_tells_which_cases_changed(qtbot):
    hub = Hub()
    with qtbot.waitSignal(hub.facts_recorded) as heard:
        hub.recorded(iter(["a", "b"]))
    assert heard.args == [["a", "b"]]
    with qtbot.waitSignals([hub.store_locked, hub.store_unlocked]):
        hub.locked()
        hub.unlocked()


def test_a_question_after_the_end_is_not_answered_and_no_fault(qtbot):
    runner, heard = Runner(), []
    runner.shutdown()
    ticket = runner.read(lambda: heard.append("asked"), heard.append, owner=runner, key="late")
    assert ticket.dropped and heard == []
    runner.deleteLater()
