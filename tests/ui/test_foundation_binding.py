"""Values and editors stay together; problems stand beside their fields; focus is kept by field name."""

import gc
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.base.errors import Refusal
from app.ui import tr
from app.ui.binding import Binder, Field
from app.ui.editors.editor import Option
from app.ui.widgets.form import FormGrid
from app.ui.widgets.page import Page


def sexes():
    return [Option("m", {"kk": "Ер", "ru": "Муж"}.get(tr.language(), "M")), Option("f", "Ә")]


def refuse(text: str) -> str:
    raise Refusal("ui.test", typed=text)


FIELDS = [
    Field("surname", "ui-brand", required=True, hint="ui-photo-choose", max_length=100),
    Field("given", "ui-search"),
    Field("sex", "ui-theme", "segments", options=sexes),
    Field("land", "ui-lock", "choice", options=sexes, shown_when=lambda values: not values.get("stateless")),
    Field("stateless", "ui-back", "flag"),
    Field("reasons", "ui-steps", "checks", options=sexes, span=3),
    Field("account", "ui-yes", "text", span=3),
]


class Form:
    """A page with a binder, as a page writer would make it."""

    def __init__(self, qtbot, values):
        self.page = Page("ui-brand", scrolling=True)
        self.grid = FormGrid(3)
        self.binder = Binder(values, FIELDS, self.page)
        self.binder.fill(self.grid)
        self.page.body.addWidget(self.grid)
        self.page.resize(760, 420)
        qtbot.addWidget(self.page)
        self.page.show()
        self.page.activateWindow()
        qtbot.waitUntil(self.page.isActiveWindow)


@pytest.fixture
def values():
    return {"surname": "Ахмади", "sex": "f", "reasons": ["f"]}


@pytest.fixture
def form(qtbot, values):
    return Form(qtbot, values)


def test_values_are_shown_and_an_edit_is_written_at_once(form, values, type_text, qtbot):
    binder = form.binder
    assert binder.editor("surname").value() == "Ахмади"
    assert binder.editor("sex").value() == "f"
    with qtbot.waitSignal(binder.changed) as heard:
        type_text(binder.editor("given").line, "С")
    assert heard.args == ["given"]
    assert values["given"] == "С"
    assert set(values) == {"surname", "sex", "reasons", "given"}


def test_a_problem_stands_beside_its_field_and_goes_when_the_field_is_edited(form, type_text):
    binder = form.binder
    row = binder.rows["surname"]
    height = row.height()
    binder.show_problems({"surname": "Тегін жазыңыз", "elsewhere": "жоқ"})
    assert binder.problems() == {"surname": "Тегін жазыңыз"}
    assert row.problem() == "Тегін жазыңыз"
    assert row.editor.inner.property("state") == "error"
    assert row.editor.inner.accessibleDescription() == "Тегін жазыңыз"
    QApplication.processEvents()
    assert row.height() == height
    type_text(row.editor.line, "А")
    assert (row.problem(), binder.problems()) == ("", {})
    assert row.message.text() == tr.tr("ui-photo-choose")


def test_the_first_problem_in_the_order_of_the_table_gets_the_focus(form):
    binder = form.binder
    assert not binder.focus_first_problem()
    binder.show_problems({"account": "Жазыңыз", "given": "Жазыңыз"})
    assert binder.focus_first_problem()
    assert binder.focused_field() == "given"


def test_the_focus_is_saved_and_put_back_by_name(form):
    form.binder.focus("account")
    assert form.binder.focused_field() == "account"
    assert form.binder.rows["account"].visibleRegion().boundingRect().height() > 20
    form.binder.focus("unknown")
    assert form.binder.focused_field() == "surname"


def test_a_field_that_does_not_apply_is_hidden(form):
    binder = form.binder
    assert not binder.rows["land"].isHidden()
    binder.editor("stateless").check.click()
    assert binder.rows["land"].isHidden()
    binder.use({"surname": "Хабиби"})
    assert not binder.rows["land"].isHidden()
    assert binder.editor("surname").value() == "Хабиби"


def test_labels_hints_choices_follow_the_language(form):
    binder = form.binder
    assert "*" in binder.rows["surname"].label.text()
    binder.show_problems({"given": "Жазыңыз"})
    tr.set_language("ru")
    assert binder.rows["given"].label.text() == tr.tr("ui-search")
    assert binder.rows["surname"].message.text() == "Выбрать файл…"
    assert binder.editor("sex").buttons["m"].text() == "Муж"
    assert binder.editor("sex").value() == "f"
    assert binder.rows["given"].problem() == "Жазыңыз"


def test_tab_follows_the_order_of_the_table(form, qtbot):
    form.binder.focus("surname")
    seen = []
    for _step in range(40):
        name = form.binder.focused_field()
        if name and name not in seen:
            seen.append(name)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert seen == [field.name for field in FIELDS]


def test_everything_in_a_form_has_a_name(form, unnamed):
    assert unnamed(form.page) == []


def test_read_only_shows_and_does_not_let_edit(form, type_text):
    form.binder.set_read_only(True)
    type_text(form.binder.editor("surname").line, "Х")
    assert form.binder.editor("surname").value() == "Ахмади"


def test_a_form_that_is_gone_is_really_gone(qtbot, values):
    page = QWidget()
    binder = Binder(values, FIELDS, page)
    grid = FormGrid(3, page)
    binder.fill(grid)
    gone = weakref.ref(binder.editor("surname"))
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    del binder, grid, page
    gc.collect()
    assert gone() is None
    tr.set_language("ru")


def test_a_field_is_gone_on_with_behind_its_text_and_a_choice_is_typed_anew(form, values, type_text):
    values["land"] = "f"
    binder, women, men = form.binder, sexes()[0], sexes()[1]
    binder.reload()
    binder.focus("surname")
    type_text(QApplication.focusWidget(), "-Ер")
    binder.focus("land")
    type_text(QApplication.focusWidget(), men.text if men.code != "f" else women.text)
    binder.editor("land").box.lineEdit().editingFinished.emit()
    assert values["surname"] == "Ахмади-Ер" and values["land"] != "f"
