"""The second page of a decision: grounds with their reasoning, the term of a postponement, and whom it covers."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.base.errors import Refusal
from app.domain.grounds import Ground
from app.flows import take_decision as flow
from app.flows.typed import word
from app.ui import tr
from app.ui.binding import Field, announce
from app.ui.editors.choices import CheckBox
from app.ui.editors.combo import ChoiceEditor
from app.ui.editors.editor import Option
from app.ui.editors.texts import TextEditor
from app.ui.widgets.basic import label
from app.ui.widgets.form import FormRow
from app.ui.wizards.choices import capital
from app.ui.wizards.decision_kind import Asked
from app.ui.wizards.fields import day
from app.ui.wizards.sheet import Form, Sheet, Values


class GroundRow(QFrame):
    """One ground: the sentence of the Law, our rendering, and, when chosen, its part and the reasoning."""

    changed = Signal(str)
    left = Signal(str)

    def __init__(self, ground: Ground, row: dict[str, Any]) -> None:
        super().__init__()
        self.ground, self.row = ground, row
        self.setProperty("surface", "tile")
        self.mark = CheckBox()
        self.mark.setChecked(bool(row.get("chosen")))
        self.mark.clicked.connect(self._on_marked)
        self.law = label(text=capital(ground.kk), wrap=True)
        self.rendering = label(role="small", wrap=True)
        self.reason = FormRow(TextEditor(rows=3, max_length=20_000), required=True)
        self.part = FormRow(ChoiceEditor(self._parts))
        self.reason.editor.set_value(row.get("reason"))
        self.part.editor.set_value(row.get("subcode"))
        self.reason.editor.changed.connect(lambda: self._keep("reason", self.reason))
        self.part.editor.changed.connect(lambda: self._keep("subcode", self.part))
        self.reason.editor.left.connect(lambda: self.left.emit(ground.code))
        self._lay_out()
        self.say()

    def _lay_out(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(2)
        for widget in (self.law, self.rendering):
            texts.addWidget(widget)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(texts, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 10, 14, 10)
        box.setSpacing(8)
        box.addLayout(head)
        box.addWidget(self.part)
        box.addWidget(self.reason)

    def _parts(self) -> list[Option]:
        return [Option(s.code, f"{s.code}: {s.label(tr.language())}") for s in self.ground.subcodes]

    def say(self) -> None:
        """Show the texts in the language of the screen."""
        code, language = self.ground.code, tr.language()
        restricted = f", {tr.tr('decision-ground-restricted')}" if self.ground.level == "restricted" else ""
        self.mark.setText(code)
        self.mark.setAccessibleName(f"{code}{restricted}. {self.ground.label(language)}")
        self.mark.setMinimumWidth(76)  # the texts of all grounds begin in one line
        rendering = "" if language == "kk" else capital(self.ground.label(language))
        self.rendering.setText(rendering + restricted if rendering else restricted.removeprefix(", "))
        self.rendering.setVisible(bool(self.rendering.text()))
        self.reason.set_texts(tr.tr("decision-ground-reason", code=code))
        self.part.editor.retranslate()
        self.part.set_texts(tr.tr("decision-ground-subcode", code=code))
        self._open()

    def set_problem(self, text: str) -> None:
        """Show what is wrong with this ground."""
        self.reason.set_problem(text)

    def _open(self) -> None:
        chosen = self.mark.isChecked()
        self.reason.setVisible(chosen)
        self.part.setVisible(chosen and bool(self.ground.subcodes))

    def _on_marked(self) -> None:
        self.row["chosen"] = self.mark.isChecked()
        self._open()
        self.changed.emit(self.ground.code)
        if self.mark.isChecked():
            self.reason.editor.setFocus()

    def _keep(self, name: str, row: FormRow) -> None:
        self.row[name] = row.editor.value()
        if name == "reason":
            self.set_problem("")
        self.changed.emit(self.ground.code)


def _when(*kinds: str) -> Callable[[Mapping[str, Any]], bool]:
    return lambda values: word(values, "kind") in kinds


class ReasonsSheet(Sheet):
    """What the kind of decision asks for; the grounds are those in force on its date, and none is chosen beforehand."""

    def __init__(self, values: Values, asked: Asked, *, restricted: bool) -> None:
        super().__init__("reasons", values)
        self._asked, self._restricted = asked, restricted
        self.postponement = self.add(
            Form(values, [
                day("until", "decision-until", required=True, shown_when=_when("postpone")),
                Field("reason", "decision-reason", "text", required=True, span=0, rows=3, max_length=5_000,
                      shown_when=_when("postpone")),
            ])
        )  # fmt: skip
        self.limits = label(role="small", wrap=True)
        self.body.addWidget(self.limits)
        self.heading = label("decision-grounds", "strong")
        self.wrong = label(role="problem", wrap=True)
        self._holder = QWidget()
        for widget in (self.heading, self.wrong, self._holder):
            self.body.addWidget(widget)
        self.rows: dict[str, GroundRow] = {}
        self.persons = self.add(Form(values, [
            Field("covers", "decision-covers", "checks", required=True, options=self._persons, span=0,
                  shown_when=_when("grant", "grant_derivative", "refuse")),
            Field("note", "decision-note", "text", span=0, rows=2, max_length=2_000,
                  shown_when=_when("grant", "grant_derivative", "refuse")),
        ]))  # fmt: skip
        self.body.addStretch(1)

    def _persons(self) -> list[Option]:
        matter, _known = self._asked()
        return [Option(p.id, p.names.full("kk_cyr")) for p in matter.state.present]

    def entered(self) -> None:
        """Offer what belongs to the kind and the date that were chosen."""
        for form in self.forms:
            form.reload()
        matter, known = self._asked()
        refused = word(self.values, "kind") == "refuse"
        offered = flow.offered(self.values, matter, known, restricted=self._restricted) if refused else ()
        if tuple(ground.code for ground in offered) != tuple(self.rows):
            self._fill(offered)
        for widget in (self.heading, self._holder):
            widget.setVisible(refused)
        self.say()

    def _fill(self, offered: tuple[Ground, ...]) -> None:
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        self.rows = {}
        for ground in offered:
            row = GroundRow(ground, flow.ground_row(dict_of(self.values), ground.code))
            row.changed.connect(self._on_ground_changed)
            row.left.connect(self.left)
            box.addWidget(row)
            self.rows[ground.code] = row
        self.body.replaceWidget(self._holder, holder)
        self._holder.hide()
        self._holder.deleteLater()
        self._holder = holder

    def say(self) -> None:
        """Show the texts in the language of the screen."""
        matter, known = self._asked()
        postponed = word(self.values, "kind") == "postpone"
        self.limits.setVisible(postponed)
        if postponed:
            strict, hard = flow.postponement_limits(self.values, matter, known)
            self.limits.setText(tr.tr("decision-until-limits", strict=strict, hard=hard))
        for row in self.rows.values():
            row.say()
        self.show_problems(self.shown_problems)

    def retell(self) -> None:
        self.say()

    def _on_ground_changed(self, code: str) -> None:
        for name in (code, "grounds"):
            self.shown_problems.pop(name, None)
        self.wrong.hide()
        self.changed.emit(code)

    def show_problems(self, problems: Mapping[str, Refusal]) -> None:
        super().show_problems(problems)
        for code, row in self.rows.items():
            row.set_problem(tr.sentence(problems[code]) if code in problems else "")
        self.wrong.setText(tr.sentence(problems["grounds"]) if "grounds" in problems else "")
        self.wrong.setVisible("grounds" in problems)

    def focus_first_problem(self) -> bool:
        code = next((code for code in self.rows if code in self.shown_problems), "")
        if code:
            self.rows[code].reason.editor.setFocus()
            announce(self.rows[code], tr.sentence(self.shown_problems[code]))
            return True
        if "grounds" in self.shown_problems and self.rows:
            next(iter(self.rows.values())).mark.setFocus()
            return True
        return super().focus_first_problem()

    def focus_field(self, name: str = "") -> None:
        if name in self.rows:
            self.rows[name].reason.editor.setFocus()
        elif word(self.values, "kind") == "refuse" and self.rows:
            next(iter(self.rows.values())).mark.setFocus()
        else:
            super().focus_field(name or ("until" if word(self.values, "kind") == "postpone" else "covers"))

    def focused_field(self) -> str:
        focused = self.focusWidget()
        return next(
            (c for c, row in self.rows.items() if focused and row.isAncestorOf(focused)), super().focused_field()
        )


def dict_of(values: Values) -> dict[str, Any]:
    """The values as the dict that they are."""
    return values if isinstance(values, dict) else dict(values)
