"""Settings and about: language, light or dark, verification of the store, where it stands, the keys of the window."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.base.errors import PanaError
from app.services import offices
from app.store.rebuild import Verdict
from app.store.store import APP_VERSION
from app.ui import tr
from app.ui.binding import Binder, Field
from app.ui.desk import Desk
from app.ui.editors.editor import Option
from app.ui.pages import wording
from app.ui.theme import theme
from app.ui.widgets.banner import Banner
from app.ui.widgets.basic import Card, button, label
from app.ui.widgets.facts import KeyValue
from app.ui.widgets.form import FormGrid
from app.ui.widgets.page import Page

KEYS = (
    ("Ctrl+K", "search"),
    ("Ctrl+N", "new"),
    ("Ctrl+L", "lock"),
    ("F1", "help"),
    ("Alt+←", "back"),
    ("Enter", "open"),
    ("Ctrl + / −", "zoom"),
    ("Alt+↓", "choice"),
)


class SettingsPage(Page):
    """`language_asked` and `mode_asked` tell the window what was chosen."""

    language_asked = Signal(str)
    mode_asked = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("pages-settings", scrolling=True, parent=parent)
        self._desk = desk
        fields = (
            Field("language", "pages-language", "segments", options=_languages),
            Field("mode", "pages-mode", "segments", options=lambda: wording.choices("pages-mode", ("light", "dark"))),
        )
        self.binder = Binder({}, fields, self)
        self.binder.changed.connect(self._on_changed)
        self._lay_out()
        tr.tongue.language_changed.connect(self._show)
        theme.changed.connect(self._show)
        self._show()

    def _lay_out(self) -> None:
        looks = Card("pages-looks", padding=18)
        grid = FormGrid(2)
        self.binder.fill(grid)
        looks.add(grid)
        store = Card("pages-store", padding=18)
        self.about = KeyValue(3)
        self.banner = Banner("info")
        self.banner.hide()
        self.verify_button = button("pages-verify", self._on_verify, icon="shield-check")
        store.add(self.about)
        store.add(self.banner)
        store.add(label("pages-verify-note", "small", wrap=True))
        store.body.addWidget(self.verify_button, 0, Qt.AlignmentFlag.AlignLeft)
        keys = Card("pages-keys", padding=18)
        for key, name in KEYS:
            row = QHBoxLayout()
            shown = label(text=key, role="strong")
            shown.setFixedWidth(110)
            row.addWidget(shown)
            row.addWidget(label(f"pages-key-{name}"), 1)
            keys.body.addLayout(row)
        for card in (looks, store, keys):
            self.body.addWidget(card)
        self.body.addStretch(1)

    def _show(self) -> None:
        self.binder.values.update(language=tr.language(), mode=theme.mode)
        self.binder.reload()
        store = self._desk.store
        self.about.set_rows(
            [
                ("pages-store-folder", str(store.folder)),
                ("pages-store-purpose", wording.capital(tr.tr(f"purpose-{store.purpose}"))),
                ("pages-version", f"Pana {APP_VERSION}"),
                ("pages-office", f"{store.office.code} · {wording.office_name(store)}"),
                ("pages-workstation", store.replica),
                ("pages-user", f"{self._desk.name} · {', '.join(_roles(self._desk))}"),
            ]
        )

    def _on_changed(self, name: str) -> None:
        chosen = str(self.binder.values[name])
        (self.language_asked if name == "language" else self.mode_asked).emit(chosen)

    def _on_verify(self) -> None:
        self.verify_button.setEnabled(False)
        self.banner.show_text(tr.tr("pages-verifying"), "info")
        self.banner.show()
        store, actor = self._desk.store, self._desk.actor
        self._desk.write(lambda: offices.verify(store, actor), self._on_verified, self._on_failed, owner=self)

    def _on_verified(self, verdict: Verdict) -> None:
        self.verify_button.setEnabled(True)
        if verdict.problems:
            text = tr.tr("pages-verify-damaged", count=len(verdict.problems), first=verdict.problems[0])
            self.banner.show_text(text, "danger")
        else:
            self.banner.show_text(tr.tr("pages-verify-whole", entries=verdict.entries, cases=verdict.cases), "success")

    def _on_failed(self, error: PanaError) -> None:
        self.verify_button.setEnabled(True)
        self.banner.show_text(tr.sentence(error), "danger")


def _languages() -> list[Option]:
    return [Option(code, tr.tr(f"ui-language-{code}")) for code in ("kk", "ru", "en")]


def _roles(desk: Desk) -> list[str]:
    return [tr.tr(f"role-{role}") for role in wording.ROLES if role in desk.actor.roles]
