"""The first start: the office, the administrator, the recovery sheet; the store is made on the writer thread.

What an office may be is decided in `app.services.offices`; the last step is `recovery`.
"""

from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.base.errors import PanaError, Refusal
from app.domain import reference
from app.domain.facts.office import OfficeKind
from app.services import offices, papers
from app.store import slots
from app.store.store import NewStore, Store
from app.ui import tr
from app.ui.binding import Binder, Field, settle_focused
from app.ui.editors.editor import Option
from app.ui.pages import wording
from app.ui.pages.recovery import RecoveryStep
from app.ui.runner import Runner
from app.ui.widgets.banner import Banner
from app.ui.widgets.basic import Card, button, label
from app.ui.widgets.page import scrolled
from app.ui.widgets.stepper import Step, Stepper
from app.ui.windows.navigation import Switches
from app.ui.wizards.packed import PackedGrid

STEPS = ("office", "administrator", "recovery")
KINDS: tuple[OfficeKind, ...] = ("region", "district", "border", "centre")
_EXAMPLE_ADMIN = "administrator"


class Made(NamedTuple):
    """The store just made and its recovery sheet."""

    store: Store
    sheet: bytes


def office_fields() -> tuple[Field, ...]:
    """What the central office gave, and the names of the office."""
    return (
        Field("kind", "pages-office-kind", "segments", span=0, options=lambda: wording.choices("office-kind", KINDS)),
        Field(
            "region",
            "pages-office-region",
            "choice",
            required=True,
            options=_regions,
            shown_when=lambda values: values.get("kind") != "centre",
        ),
        Field(
            "office",
            "pages-office-code",
            required=True,
            hint="pages-office-code-hint",
            max_length=5,
            shown_when=lambda values: values.get("kind") != "centre",
        ),
        Field("workstation", "pages-office-workstation", required=True, hint="pages-office-fixed", max_length=2),
        Field("name_kk", "pages-office-name-kk", required=True, span=0, max_length=200),
        Field("name_ru", "pages-office-name-ru", required=True, span=0, max_length=200),
    )


def administrator_fields() -> tuple[Field, ...]:
    """Who makes the store, and the passphrase twice."""
    return (
        Field("admin", "pages-admin", required=True, hint="pages-admin-hint", max_length=32),
        Field("admin_name", "pages-admin-name", required=True, span=2, hint="pages-admin-name-hint", max_length=120),
        Field(
            "passphrase",
            "pages-passphrase",
            "passphrase",
            required=True,
            hint="pages-passphrase-hint",
            new_row=True,
            span=0,
        ),
        Field("again", "pages-passphrase-again", "passphrase", required=True, span=0),
    )


def _regions() -> list[Option]:
    language = tr.language()
    return [Option(one.code, f"{one.label(language)} ({one.code})", one.kk) for one in reference.regions()]


class FirstStart(QWidget):
    """`opened(store, user)` when the store is made and the recovery sheet is in somebody's hands."""

    opened = Signal(object, str)
    language_asked = Signal(str)
    mode_asked = Signal(str)

    def __init__(self, runner: Runner, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner, self._folder = runner, folder
        self.made: Made | None = None
        self.values: dict[str, Any] = {"kind": "region", "workstation": "1"}
        self.office = Binder(self.values, office_fields(), self)
        self.administrator = Binder(self.values, administrator_fields(), self)
        self.office.changed.connect(self._on_office)
        self.administrator.changed.connect(self._on_administrator)
        self.stepper = Stepper([Step(name, f"pages-first-{name}", f"pages-first-{name}-note") for name in STEPS])
        self.stepper.chosen.connect(self._on_step)
        self.banner = Banner("danger")
        self.banner.hide()
        self.stack = QStackedWidget()
        self.strength = label(role="small")
        self.sheet = RecoveryStep(runner)
        self.sheet.confirmed.connect(self._on_have)
        self.sheet.told.connect(self._on_told)
        self.stack.addWidget(_form("pages-first-office-title", "pages-first-office-text", self.office))
        self.stack.addWidget(
            _form(
                "pages-first-administrator-title", "pages-first-administrator-text", self.administrator, self.strength
            )
        )
        self.stack.addWidget(self.sheet)
        self._make_buttons()
        self._lay_out()
        self._go("office")
        QTimer.singleShot(0, self, lambda: self.office.focus("kind"))  # once it stands in the window
        tr.tongue.language_changed.connect(self._on_language)

    def _make_buttons(self) -> None:
        self.back_button = button("ui-back", self._on_back, icon="arrow-left")
        self.next_button = button("pages-next-step", self.go_on, kind="primary")
        self.wait = label(role="small")

    def _lay_out(self) -> None:
        card = Card(padding=0)
        side = QFrame()
        side.setProperty("surface", "sunken")
        side.setFixedWidth(300)
        left = QVBoxLayout(side)
        left.setContentsMargins(22, 26, 16, 18)
        left.addWidget(label("ui-brand", "title"))
        left.addSpacing(18)
        left.addWidget(self.stepper)
        left.addStretch(1)
        self.switches = Switches()
        self.switches.language_asked.connect(self.language_asked)
        self.switches.mode_asked.connect(self.mode_asked)
        left.addWidget(self.switches)
        right = QVBoxLayout()
        right.setContentsMargins(28, 24, 28, 20)
        right.setSpacing(14)
        right.addWidget(self.banner)
        right.addWidget(self.stack, 1)
        row = QHBoxLayout()
        row.addWidget(self.back_button)
        row.addStretch(1)
        row.addWidget(self.wait)
        row.addWidget(self.next_button)
        right.addLayout(row)
        inside = QHBoxLayout()
        inside.setSpacing(0)
        inside.addWidget(side)
        inside.addLayout(right, 1)
        card.body.addLayout(inside)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(32, 28, 32, 28)
        card.setMaximumWidth(1120)
        outer.addWidget(card, 1)

    # Steps

    def step(self) -> str:
        """The step that is shown."""
        return STEPS[self.stack.currentIndex()]

    def _go(self, name: str) -> None:
        place = STEPS.index(name)
        self.stack.setCurrentIndex(place)
        self.stepper.set_current(name)
        for at, other in enumerate(STEPS):
            self.stepper.set_state(other, "done" if at < place else "open")
        self.back_button.setVisible(name == "administrator")
        tr.keep(
            self.next_button,
            {"office": "pages-next-step", "administrator": "pages-make-store"}.get(name, "pages-begin"),
        )
        self.next_button.setEnabled(name != "recovery" or self.sheet.have.isChecked())
        self.banner.hide()
        if name != "recovery":
            (self.office if name == "office" else self.administrator).focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field goes on, as in the wizards."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.next_button.isEnabled():
            settle_focused()
            self.go_on()
        else:
            super().keyPressEvent(event)

    def _on_step(self, name: str) -> None:
        """Only back, and never behind a store that is made."""
        if self.made is None and name == "office":
            self._go(name)

    def _on_back(self) -> None:
        self._go("office")

    def go_on(self) -> None:
        """Check this step and go to the next one; the second makes the store."""
        if self.step() == "office":
            if self._fits(self.office, self._new(example=True)):
                self._go("administrator")
        elif self.step() == "administrator":
            self._make()
        elif self.made is not None:
            self._begin(self.made.store)

    def _new(self, *, example: bool = False) -> NewStore:
        v = self.values
        kind: OfficeKind = next(kind for kind in KINDS if kind == v.get("kind"))
        number = str(v.get("workstation", "")).strip()
        centre = kind == "centre"
        return NewStore(
            purpose="live",
            kind=kind,
            region="" if centre else str(v.get("region", "")),
            office=offices.CENTRE if centre else str(v.get("office", "")).strip().upper(),
            workstation=int(number) if number.isascii() and number.isdigit() else 0,
            name_kk=str(v.get("name_kk", "")).strip(),
            name_ru=str(v.get("name_ru", "")).strip(),
            admin=_EXAMPLE_ADMIN if example else str(v.get("admin", "")).strip(),
            admin_name=_EXAMPLE_ADMIN if example else str(v.get("admin_name", "")).strip(),
        )

    def _fits(self, binder: Binder, new: NewStore) -> bool:
        binder.show_problems({})
        self.banner.hide()
        try:
            offices.check(new)
        except Refusal as refusal:
            self._on_failed(refusal)
            return False
        return True

    def _passphrase_fits(self) -> bool:
        typed, again = self.values.get("passphrase", ""), self.values.get("again", "")
        problem: Refusal | None = None
        if len(typed) < slots.SHORTEST_PASSPHRASE:
            problem = Refusal("passphrase.too_short", field="passphrase", least=slots.SHORTEST_PASSPHRASE)
        elif typed != again:
            problem = Refusal("passphrase.differs", field="again")
        if problem is not None:
            self._on_failed(problem)
        return problem is None

    def _make(self) -> None:
        new = self._new()
        if not (self._fits(self.administrator, new) and self._passphrase_fits()):
            return
        folder, passphrase = self._folder, str(self.values["passphrase"])

        def job() -> Made:
            opened = offices.make(folder, new, passphrase)
            return Made(opened.store, papers.recovery_sheet(opened.store, opened.recovery_code))

        self.next_button.setEnabled(False)
        self.back_button.setEnabled(False)
        self.wait.setText(tr.tr("pages-making-store"))
        self._runner.write(job, self._on_made, self._on_failed, owner=self)

    def _on_made(self, made: Made) -> None:
        self.made = made
        self.wait.setText("")
        for name in ("passphrase", "again"):
            self.values[name] = ""
        self.administrator.reload(["passphrase", "again"])
        self.sheet.show_sheet(made.sheet)
        self._go("recovery")

    def _on_failed(self, error: PanaError) -> None:
        self.wait.setText("")
        self.back_button.setEnabled(True)
        self.next_button.setEnabled(True)
        binder = self.office if self.step() == "office" else self.administrator
        field = {"store": "office"}.get(wording.refused_field(error), wording.refused_field(error))
        if field in binder.rows and not binder.rows[field].isHidden():
            binder.show_problems({field: tr.sentence(error)})
            binder.focus_first_problem()
            return
        self.banner.show_text(tr.sentence(error), "danger")
        self.banner.show()

    def _begin(self, store: Store) -> None:
        user = str(self.values["admin"]).strip()
        self.next_button.setEnabled(False)
        self._runner.write(
            lambda: offices.sign_in(store, user),
            lambda _actor: self.opened.emit(store, user),
            self._on_failed,
            owner=self,
        )

    # What changes while typing

    def _on_office(self, name: str) -> None:
        """The letters of the region begin the code."""
        region = str(self.values.get("region", ""))
        code = str(self.values.get("office", ""))
        if name == "region" and region and not code[3:]:
            self.values["office"] = region
            self.office.reload(["office"])
        if name == "office" and code.upper() != code:
            self.values["office"] = code.upper()
            self.office.reload(["office"])

    def _on_administrator(self, name: str) -> None:
        if name == "passphrase":
            typed = str(self.values["passphrase"])
            self.strength.setText(tr.tr(f"pages-strength-{strength(typed)}") if typed else "")

    def _on_told(self, text: str, tone: str) -> None:
        self.banner.show_text(text, "success" if tone == "success" else "danger")
        self.banner.show()

    def _on_have(self, checked: bool) -> None:
        self.next_button.setEnabled(checked and self.step() == "recovery")

    def _on_language(self) -> None:
        self._on_administrator("passphrase" if self.values.get("passphrase") else "")


def strength(passphrase: str) -> str:
    """How well a passphrase holds: short, fair or good; length counts most, and several words."""
    words = len(passphrase.split())
    if len(passphrase) < slots.SHORTEST_PASSPHRASE:
        return "short"
    return "good" if len(passphrase) >= 20 or (words >= 4 and len(passphrase) >= 16) else "fair"


def _form(title: str, text: str, binder: Binder, *more: QWidget) -> QWidget:
    inner = QVBoxLayout()
    inner.setSpacing(10)
    inner.addWidget(label(title, "section"))
    inner.addWidget(label(text, "muted", wrap=True))
    grid = PackedGrid(binder, binder.fields)
    binder.changed.connect(lambda _name: grid.pack())
    inner.addWidget(grid)
    for widget in more:
        inner.addWidget(widget)
    inner.addStretch(1)
    outer = QWidget()
    box = QVBoxLayout(outer)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(scrolled(inner))
    return outer
