"""The exchange page with real folders: request and answer, export read back, import, again, damaged, cancelled."""

import pytest

from app.services import enrolment
from app.ui import dialogs, tr
from app.ui.pages.case import CasePage
from app.ui.pages.exchange import ExchangePage
from tests.ui.desks import desk, make_desk, store  # noqa: F401
from tests.unit.services import exchange_offices as offices


@pytest.fixture
def world(tmp_path, runner):
    with offices.world(tmp_path / "world") as made:
        yield made
        runner.shutdown()


def open_page(qtbot, runner, place):
    page = ExchangePage(make_desk(place, runner))
    qtbot.addWidget(page)
    page.resize(1126, 728)
    page.show()
    qtbot.waitUntil(lambda: page.standing is not None)
    return page


def export(page, qtbot, folder):
    dialogs.choose_folder.set_next_answer(folder)
    page.export_button.click()
    assert page.busy.isVisible()
    qtbot.waitUntil(page.banner.isVisible, timeout=20000)


def take(page, qtbot, folder):
    dialogs.choose_folder.set_next_answer(folder)
    page.import_button.click()
    qtbot.waitUntil(lambda: not page.busy.isVisible() and page.banner.isVisible(), timeout=20000)


def test_what_the_office_exports_the_centre_takes_in_and_shows_read_only(qtbot, runner, world):
    cases = offices.register(world.office)
    office = open_page(qtbot, runner, world.office)
    assert office.standing.status.state == "certified" and office.standing.waiting > 10
    export(office, qtbot, world.stick)
    assert "№ 1" in office.receipt.text() and office.banner.property("banner") == "success"
    assert len(list(world.stick.rglob("*.akb"))) == 1
    centre = open_page(qtbot, runner, world.centre)
    take(centre, qtbot, world.stick)
    assert "ALA01-S1" in centre.receipt.text() and "жаңа істер: 2" in centre.receipt.text()
    take(centre, qtbot, world.stick)
    assert "Ештеңе өзгерген жоқ" in centre.receipt.text()
    case = CasePage(make_desk(world.centre, runner))
    qtbot.addWidget(case)
    case.show()
    case.show_case(cases[0])
    qtbot.waitUntil(lambda: case.view is not None)
    assert case.banner.text.text() == tr.tr("pages-held-by", holder="ALA01-S1")
    assert case.buttons == {} and not case.portrait.empty


def test_a_flipped_byte_is_refused_with_its_sentence_and_changes_nothing(qtbot, runner, world):
    offices.register(world.office)
    [written] = world.send()
    data = bytearray(written.path.read_bytes())
    data[len(data) // 2] ^= 1
    written.path.write_bytes(bytes(data))
    centre = open_page(qtbot, runner, world.centre)
    take(centre, qtbot, world.stick)
    assert centre.banner.property("banner") == "danger" and centre.banner.text.text()
    with world.centre.reading() as connection:
        from app.store.rows.cases import list_ids

        assert len(list_ids(connection)) == 0


def test_an_empty_stick_says_that_there_is_no_bundle(qtbot, runner, world):
    centre = open_page(qtbot, runner, world.centre)
    take(centre, qtbot, world.stick)
    assert centre.banner.text.text() == tr.tr("rule-exchange-no-bundle")


def test_a_cancelled_export_leaves_the_page_ready(qtbot, runner, world):
    offices.register(world.office)
    page = open_page(qtbot, runner, world.office)
    dialogs.choose_folder.set_next_answer(world.stick)
    page.export_button.click()
    page.cancel_button.click()
    qtbot.waitUntil(lambda: not page.busy.isVisible() and page.export_button.isEnabled(), timeout=20000)
    assert page.banner.isVisible()


def test_a_workstation_that_is_not_enrolled_is_led_to_its_request(qtbot, desk, tmp_path):  # noqa: F811
    page = ExchangePage(desk)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.standing is not None)
    assert not page.export_button.isEnabled() and page.first.isVisible()
    target = tmp_path / "request.ake"
    dialogs.save_file.set_next_answer(target)
    page.request_button.click()
    qtbot.waitUntil(lambda: page.standing.status.state == "requested")
    assert target.read_bytes() == enrolment.make_request(desk.store, desk.actor)
    shown = page.enrolment.values()[-1]
    assert shown == enrolment.status(desk.store).fingerprint and shown.count("-") == 7
    wrong = tmp_path / "answer.ake"
    wrong.write_bytes(b"not an answer")
    dialogs.choose_file.set_next_answer(wrong)
    page.install_button.click()
    qtbot.waitUntil(lambda: page.banner.property("banner") == "danger")


def test_names_and_room(qtbot, desk, unnamed):  # noqa: F811
    page = ExchangePage(desk)
    qtbot.addWidget(page)
    page.resize(1126, 728)
    assert unnamed(page) == []
    assert page.minimumSizeHint().width() <= 1126
