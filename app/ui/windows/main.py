"""The main window of the program: unlock and first start, the pages of a signed-in user, the way between them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.base.errors import PanaError
from app.services import demo_office, offices, papers
from app.store import local, slots
from app.store.store import Store
from app.ui import tr
from app.ui.desk import Desk
from app.ui.hub import Hub
from app.ui.pages import help as help_page
from app.ui.pages import wording
from app.ui.pages.case import CasePage
from app.ui.pages.cases import CasesPage
from app.ui.pages.cover import WaitCover
from app.ui.pages.exchange import ExchangePage, Standing
from app.ui.pages.first_start import FirstStart
from app.ui.pages.paper import PaperPage
from app.ui.pages.settings import SettingsPage
from app.ui.pages.today import TodayPage
from app.ui.pages.unlock import UnlockPage
from app.ui.runner import Progress, Runner
from app.ui.widgets.page import Page
from app.ui.windows.shell import Shell

_LANGUAGE, _MODE = "ui.language.", "ui.mode."
PLACES = ("today", "cases", "exchange", "case", "paper", "help", "settings")


class MainWindow(Shell):
    """Owns the two threads, the hub and, while unlocked, the desk."""

    unlocked = Signal()
    """The pages are there."""
    locked = Signal()
    """The store is closed and the unlock page is shown again."""

    def __init__(self, folder: Path, *, user: str = "", hint: str = "", demo: bool = False) -> None:
        super().__init__()
        self.folder, self._user, self._hint, self._demo = folder, user, hint, demo
        self.runner = Runner(self)
        self.hub = Hub(self)
        self.desk: Desk | None = None
        self._trail: list[str] = []
        self._progress: Progress | None = None
        self._standing: Standing | None = None
        self.runner.trouble.connect(self.tell_trouble)
        self.hub.trouble.connect(self.tell_trouble)
        self.lock_asked.connect(self.lock)
        self.help_asked.connect(self._on_help)
        self.new_application.connect(self.open_intake)
        self.search_asked.connect(self._on_search_asked)
        self.exchange_asked.connect(lambda: self.go("exchange"))
        self.language_chosen.connect(lambda language: self._keep(_LANGUAGE, language))
        self.mode_chosen.connect(lambda mode: self._keep(_MODE, mode))
        self.page_shown.connect(self._on_page_shown)
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(self.go_back)
        self.look_for_store()

    # Before the store is open

    def look_for_store(self) -> None:
        """See on the reader thread whether there is a store, and show the unlock page or the first start."""
        folder = self.folder
        self._wait("pages-looking")
        self.runner.read(lambda: _users(folder), self._on_users, self._on_no_store, owner=self, key="users")

    def _prepare_demo(self) -> None:
        cover = self._wait("pages-making-demo")
        progress = Progress(self)
        progress.stepped.connect(cover.step)
        self.runner.write(
            lambda: demo_office.prepare(progress=progress.report),
            self._on_demo,
            self._on_no_store,
            owner=self,
        )

    def _on_demo(self, folder: Path) -> None:
        self.folder = folder
        self.runner.read(lambda: _users(folder), self._on_users, self._on_no_store, owner=self, key="users")

    def _wait(self, key: str) -> WaitCover:
        cover = WaitCover(key)
        self._cover(cover)
        return cover

    def _cover(self, cover: QWidget) -> None:
        for name, slot in (("language_asked", self.choose_language), ("mode_asked", self.choose_mode)):
            getattr(cover, name).connect(slot)
        self.cover(cover)

    def _on_users(self, users: tuple[str, ...] | None) -> None:
        if users is None and self._demo:
            self._prepare_demo()
            return
        if users is None:
            first = FirstStart(self.runner, self.folder)
            first.opened.connect(self._on_opened)
            self._cover(first)
            return
        page = UnlockPage(self.runner, self.folder, users, user=self._user, hint=self._hint, demo=self._demo)
        page.opened.connect(self._on_opened)
        self._cover(page)

    def _on_no_store(self, error: PanaError) -> None:
        cover = self._wait("pages-looking")
        cover.bar.hide()
        cover.text.setText(tr.sentence(error))

    # Signing in and out

    def _on_opened(self, store: Store, user: str) -> None:
        def job() -> tuple[Any, str, str, str]:
            with store.reading() as connection:
                language = (local.get(connection, _LANGUAGE + user) or b"").decode()
                mode = (local.get(connection, _MODE + user) or b"").decode()
            return store.actor(user), store.user_name(user), language, mode

        self.runner.read(job, lambda known: self._sign_in(store, *known), owner=self)

    def _sign_in(self, store: Store, actor: Any, name: str, language: str, mode: str) -> None:
        self._user = actor.user
        self.desk = Desk(store, actor, name, self.runner, self.hub, self)
        if language in ("kk", "ru", "en"):
            self.choose_language(language)
        if mode in ("light", "dark"):
            self.choose_mode(mode)
        self._make_pages(self.desk)
        self._show_office()
        tr.tongue.language_changed.connect(self._show_office)
        self.uncover()
        self.show_page("today")
        self.hub.unlocked()
        self.unlocked.emit()

    def lock(self) -> None:
        """Close the store and show the unlock page; what is being written is finished first."""
        desk = self.desk
        if desk is None:
            return
        self._flush_wizard()
        self.desk = None
        self._wait("pages-locking")
        tr.tongue.language_changed.disconnect(self._show_office)
        self._drop_pages()
        desk.lock(self._on_locked)

    def _flush_wizard(self) -> None:
        """Hand over what was typed in the last second, before the store is closed."""
        if self.has_page("wizard"):
            wizard: Any = self.page("wizard")
            wizard.flush()

    def _on_locked(self) -> None:
        self._hint = self._hint if self._demo else ""
        self.look_for_store()
        self.locked.emit()

    def _drop_pages(self) -> None:
        self._trail.clear()
        self._standing = None
        for name in (*PLACES, "wizard"):
            if self.has_page(name):
                self.remove_page(name)
        for name in list(self.banners):
            self.hide_banner(name)

    # The pages

    def _make_pages(self, desk: Desk) -> None:
        today, cases, case = TodayPage(desk), CasesPage(desk), CasePage(desk)
        paper, exchange, settings = PaperPage(desk), ExchangePage(desk), SettingsPage(desk)
        helping = help_page.HelpPage(self.runner)
        if not self.navigation.buttons:
            self.add_section("work", "pages-section-work")
        self._add("today", "house", "work", today)
        self._add("cases", "inbox", "work", cases)
        self._add("exchange", "refresh-cw", "work", exchange)
        if "system" not in self._sections:
            self.add_section("system", "pages-section-system")
        self._add("help", "book-open", "system", helping)
        self._add("settings", "settings", "system", settings)
        self._add("case", "", "", case, "cases")
        self._add("paper", "", "", paper, "cases")
        self._connect_pages(today, cases, case, paper, settings)
        cases.counted.connect(lambda count: self.set_badge("cases", count))
        exchange.known.connect(self._on_exchange_known)
        helping.header.back.connect(self.go_back)

    def _add(self, name: str, icon: str, section: str, page: QWidget, belongs_to: str = "") -> None:
        there = name in self.navigation.buttons
        self.add_page(name, f"pages-{name}", icon, "" if there else section, page, belongs_to=belongs_to)

    def _connect_pages(
        self, today: TodayPage, cases: CasesPage, case: CasePage, paper: PaperPage, settings: SettingsPage
    ) -> None:
        today.case_asked.connect(self.open_case)
        today.draft_asked.connect(self.open_draft)
        today.new_asked.connect(self.open_intake)
        cases.opened.connect(self.open_case)
        cases.new_asked.connect(self.open_intake)
        case.case_asked.connect(self.open_case)
        case.paper_asked.connect(self.open_paper)
        case.decision_asked.connect(self.open_decision)
        case.header.back.connect(self.go_back)
        paper.header.back.connect(self.go_back)
        settings.language_asked.connect(self.choose_language)
        settings.mode_asked.connect(self.choose_mode)

    def _show_office(self) -> None:
        desk = self.desk
        if desk is None:
            return
        store = desk.store
        if self._standing is not None:
            self._on_exchange_known(self._standing)
        self.set_office(wording.office_name(store))
        self.set_user(desk.name, wording.roles_text(desk.actor))
        if store.purpose != "live":
            standing = store.clock.standing
            text = tr.tr(f"pages-banner-{store.purpose}")
            if standing is not None:
                text += " " + tr.tr("pages-banner-clock", at=standing)
            slim = self.show_banner("purpose", text, "warning")
            slim.setMinimumHeight(34)
            slim.setContentsMargins(0, -5, 0, -5)

    def _on_exchange_known(self, now: Standing) -> None:
        self._standing = now
        self.set_badge("exchange", 0)
        if now.status.state != "certified":
            self.set_exchange(tr.tr("pages-tile-none"), "", "neutral", "usb")
        else:
            waiting = now.waiting if self.desk is not None and self.desk.store.office.kind != "centre" else 0
            note = tr.tr("pages-export-waiting", count=waiting) if waiting else ""
            self.set_exchange(tr.tr("pages-tile-ready"), note, "warning" if waiting else "success", "usb")

    # Going somewhere

    def go(self, name: str) -> None:
        """Show a page, if the store is open."""
        if self.desk is not None and self.has_page(name):
            self.show_page(name)

    def go_back(self) -> None:
        """The page before this one."""
        if self.covered() or len(self._trail) < 2 or self._current == "wizard":
            return
        self._trail.pop()
        before = self._trail.pop()
        self.show_page(before if self.has_page(before) else "cases")

    def open_case(self, case: str) -> None:
        """Show a case file."""
        page = self.page("case")
        if isinstance(page, CasePage):
            page.show_case(case)
        self.show_page("case")

    def open_paper(self, case: str, paper: str) -> None:
        """Show an issued paper."""
        page = self.page("paper")
        if isinstance(page, PaperPage):
            page.show_paper(case, paper)
        self.show_page("paper")

    def open_intake(self) -> None:
        """Begin a new application."""
        self._open_intake(None)

    def open_draft(self, draft: str) -> None:
        """Go on with a draft of a wizard."""
        from app.ui.wizards.decision import case_of

        case = case_of(draft)
        if case:
            self.open_decision(case)
        else:
            self._open_intake(draft)

    def _open_intake(self, draft: str | None) -> None:
        if self.desk is None or not self.desk.allowed("register_application"):
            return
        from app.ui.wizards.intake import IntakeWizard

        self._open_wizard(IntakeWizard(self.desk, draft), self._on_registered)

    def open_decision(self, case: str) -> None:
        """Take a decision on a case."""
        if self.desk is not None:
            from app.ui.wizards.decision import DecisionWizard

            self._open_wizard(
                DecisionWizard(self.desk, case), lambda cases: self.open_case(cases[0] if cases else case)
            )

    def _open_wizard(self, wizard: Any, finished: Callable[[list[str]], object]) -> None:
        if self.has_page("wizard"):
            self.remove_page("wizard")
        wizard.finished.connect(lambda cases: self._end_wizard(lambda: finished(list(cases))))
        wizard.closed.connect(lambda: self._end_wizard(self._leave_wizard))
        self.add_page("wizard", "pages-wizard", "", "", wizard, belongs_to="cases")
        self.show_page("wizard")

    def _end_wizard(self, then: Callable[[], object]) -> None:
        then()
        if self.has_page("wizard"):
            self._trail = [name for name in self._trail if name != "wizard"]
            self.remove_page("wizard")

    def _leave_wizard(self) -> None:
        before = next((name for name in reversed(self._trail) if name != "wizard"), "today")
        self.show_page(before)

    def _on_registered(self, cases: list[str]) -> None:
        """Make the certificates of the day, then show the first one."""
        desk = self.desk
        if desk is None or not cases:
            return
        self.open_case(cases[0])

        def job() -> str:
            made = [papers.issue(desk.store, desk.actor, case, "certificate") for case in cases]
            return made[0].paper.id

        desk.write(job, lambda paper: self.open_paper(cases[0], paper), self.tell_trouble, owner=self)

    # Around the pages

    def _on_page_shown(self, name: str) -> None:
        if not self._trail or self._trail[-1] != name:
            self._trail.append(name)
        del self._trail[:-20]

    def _on_help(self, page: str) -> None:
        if self.desk is not None and page != "help":
            helping = self.page("help")
            if isinstance(helping, help_page.HelpPage):
                helping.show_topic(help_page.topic_of(page))
            self.show_page("help")

    def _on_search_asked(self) -> None:
        self.go("cases")
        page = self.page("cases") if self.has_page("cases") else None
        if isinstance(page, Page):
            page.focus_search()

    def _keep(self, prefix: str, value: str) -> None:
        """Language and theme belong to this computer and this user."""
        desk = self.desk
        if desk is not None:
            desk.write(lambda: _put(desk.store, prefix + desk.actor.user, value), lambda _none: None, owner=self)

    def tell_trouble(self, error: PanaError) -> None:
        """Show what nobody else shows, above every page."""
        self.show_banner("trouble", tr.sentence(error), "danger", closable=True)

    def closeEvent(self, event: object) -> None:
        super().closeEvent(event)
        self.shut_down()

    def shut_down(self) -> None:
        """Finish what is being written, sign out, close the store, join the threads."""
        self._flush_wizard()
        desk, self.desk = self.desk, None
        if desk is not None:
            self.runner.write(desk.close, lambda _none: None, owner=self)
        self.runner.shutdown()


def _users(folder: Path) -> tuple[str, ...] | None:
    """The users of the store in a folder, None when there is no store."""
    return slots.users(folder) if offices.holds_store(folder) else None


def _put(store: Store, key: str, value: str) -> None:
    with store.local() as connection:
        local.put(connection, key, value.encode())
