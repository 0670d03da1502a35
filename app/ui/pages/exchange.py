"""The exchange page: how far enrolment is, what waits to be sent, export to a stick, import from it, plain receipts."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from app.base.errors import PanaError
from app.messages import catalogue
from app.services import enrolment, exchange
from app.services.enrolment import EnrolmentStatus
from app.services.exchange import Imported, Written
from app.store import peers, places
from app.store.store import Store
from app.ui import dialogs, tr
from app.ui.desk import Desk
from app.ui.pages import wording
from app.ui.runner import Progress
from app.ui.widgets.banner import Banner
from app.ui.widgets.basic import Card, button, label
from app.ui.widgets.facts import KeyValue
from app.ui.widgets.page import Page


class Standing(NamedTuple):
    """What the page says before anything is done."""

    status: EnrolmentStatus
    waiting: int
    """Entries of this workstation that the centre has not acknowledged."""
    sent_no: int
    sent_at: int


def standing(store: Store) -> Standing:
    """Read how the exchange stands, on the reader thread."""
    status = enrolment.status(store)
    with store.reading() as connection:
        runs = peers.unacknowledged(connection, store.replica)
        sent = peers.last_sent(connection, status.centre) if status.centre else None
    waiting = sum(run.last - run.first + 1 for run in runs)
    return Standing(status, waiting, sent.no if sent else 0, sent.at if sent else 0)


class ExchangePage(Page):
    """`known` tells how the exchange stands, for the card of the navigation."""

    known = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("pages-exchange", parent=parent)
        self._desk = desk
        self._progress: Progress | None = None
        self.standing: Standing | None = None
        self._done: Callable[[], str] | None = None
        self._asked_by: QWidget = self
        self.banner = Banner("info", closable=True)
        self.banner.hide()
        self.body.addWidget(self.banner)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._make_send(), 1)
        row.addWidget(self._make_take(), 1)
        self.body.addLayout(row)
        self.body.addWidget(self._make_busy())
        self.body.addWidget(self._make_enrolment())
        self.body.addWidget(self._make_receipt(), 1)
        desk.hub.facts_recorded.connect(self.load)
        tr.tongue.language_changed.connect(self._show)
        self.load()

    def _make_send(self) -> Card:
        self._centre = self._desk.store.office.kind == "centre"
        card = Card("pages-export-receipts" if self._centre else "pages-export", padding=18)
        self.waiting = label(role="muted", wrap=True)
        self.export_button = button("pages-export-choose", self._on_export, kind="primary", icon="upload")
        card.add(label("pages-export-receipts-note" if self._centre else "pages-export-note", "muted", wrap=True))
        card.add(self.waiting)
        self.waiting.setVisible(not self._centre)
        card.body.addStretch(1)
        card.body.addWidget(self.export_button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _make_take(self) -> Card:
        card = Card("pages-import", padding=18)
        self.import_button = button("pages-import-choose", self._on_import, icon="download")
        self.first = label("pages-enrol-first", "strong", wrap=True)
        self.first.hide()
        card.add(label("pages-import-note", "muted", wrap=True))
        card.add(self.first)
        card.body.addStretch(1)
        card.body.addWidget(self.import_button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _make_busy(self) -> QWidget:
        self.busy = QWidget()
        row = QHBoxLayout(self.busy)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        tr.keep(self.bar, "pages-progress", "setAccessibleName")
        self.cancel_button = button("ui-cancel", self._on_cancel)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel_button)
        self.busy.hide()
        return self.busy

    def _make_enrolment(self) -> Card:
        card = Card("pages-enrolment", padding=18)
        self.enrolment = KeyValue(4)
        self.request_button = button("pages-enrol-request", self._on_request, icon="key-round")
        self.install_button = button("pages-enrol-install", self._on_install, icon="shield-check")
        for one in (self.request_button, self.install_button):
            one.setVisible(self._desk.allowed("enrol") and self._desk.store.office.kind != "centre")
            card.add_action(one)
        card.add(self.enrolment)
        return card

    def _make_receipt(self) -> Card:
        card = Card("pages-receipt", padding=18)
        self.receipt = label(role="", wrap=True)
        self.receipt.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        tr.keep(self.receipt, "pages-receipt", "setAccessibleName")
        card.add(self.receipt)
        card.body.addStretch(1)
        return card

    # What is shown

    def shown(self) -> None:
        """Read again how the exchange stands."""
        self.load()

    def load(self) -> None:
        """Ask how the exchange stands."""
        store = self._desk.store
        self._desk.runner.read(lambda: standing(store), self._on_read, owner=self, key=("exchange", id(self)))

    def _on_read(self, now: Standing) -> None:
        self.standing = now
        self.known.emit(now)
        self._show()

    def _show(self) -> None:
        now = self.standing
        self.receipt.setText(self._done() if self._done else tr.tr("pages-receipt-none"))
        if now is None:
            return
        certified = now.status.state == "certified"
        self.export_button.setEnabled(certified and self._desk.allowed("export_bundle"))
        self.import_button.setEnabled(certified and self._desk.allowed("import_bundle"))
        self.waiting.setText(tr.tr("pages-export-waiting", count=now.waiting))
        self.first.setVisible(not certified)
        last = f"№ {now.sent_no} · {wording.moment_ms(now.sent_at)}" if now.sent_no else tr.tr("pages-export-never")
        self.enrolment.set_rows(
            [
                ("pages-enrol-state", wording.capital(tr.tr(f"pages-enrol-{now.status.state}"))),
                ("pages-workstation", self._desk.store.replica),
                ("pages-enrol-centre", now.status.centre),
                ("pages-export-last", last),
                ("pages-enrol-fingerprint", now.status.fingerprint),
            ]
        )

    # What the user does

    def _on_export(self) -> None:
        folder = dialogs.choose_folder(self, tr.tr("pages-export-choose"))
        if folder is not None:
            store, actor = self._desk.store, self._desk.actor
            self._begin(
                lambda p: exchange.export(store, actor, folder, progress=p.report, cancelled=lambda: p.cancelled),
                self._on_exported,
                self.export_button,
            )

    def _on_import(self) -> None:
        folder = dialogs.choose_folder(self, tr.tr("pages-import-choose"))
        if folder is not None:
            self.take(folder)

    def take(self, place: Path) -> None:
        """Import the bundles of a folder or one file."""
        store, actor = self._desk.store, self._desk.actor
        self._begin(
            lambda p: exchange.import_bundles(store, actor, place, progress=p.report, cancelled=lambda: p.cancelled),
            self._on_imported,
            self.import_button,
        )

    def _begin(self, job: Callable[[Progress], object], done: Callable[[object], None], asked_by: QWidget) -> None:
        progress = Progress(self)
        progress.stepped.connect(self._on_step)
        self._progress = progress
        self.bar.setRange(0, 0)
        self.busy.show()
        self.banner.hide()
        self._asked_by = asked_by
        self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.export_button.setEnabled(False)
        self.import_button.setEnabled(False)
        self._desk.write(lambda: job(progress), done, self._on_failed, owner=self)

    def _on_step(self, done: int, total: int) -> None:
        self.bar.setRange(0, 1000)
        self.bar.setValue(1000 * done // max(total, 1))

    def _on_cancel(self) -> None:
        if self._progress is not None:
            self._progress.cancel()

    def _end(self) -> None:
        """Give the buttons back, and the cursor to the one that began the work."""
        self._show()
        if self.isVisible():
            self._asked_by.setFocus(Qt.FocusReason.OtherFocusReason)
        self.busy.hide()
        if self._progress is not None:
            self._progress.deleteLater()
            self._progress = None
        self.load()

    def _on_exported(self, written: object) -> None:
        made: list[Written] = list(written) if isinstance(written, list) else []
        self._end()
        self._done = lambda: "\n\n".join(exported_text(one) for one in made)
        self._told(tr.tr("pages-export-done"), "success")

    def _on_imported(self, imported: object) -> None:
        taken: list[Imported] = list(imported) if isinstance(imported, list) else []
        self._end()
        self._done = lambda: "\n\n".join(imported_text(one) for one in taken)
        whole = all(one.status in {"imported", "known"} for one in taken)
        self._told(tr.tr("pages-import-done" if whole else "pages-import-part"), "success" if whole else "warning")

    def _told(self, text: str, tone: str) -> None:
        self.banner.show_text(text, "success" if tone == "success" else "warning")
        self.banner.show()
        self._show()

    def _on_failed(self, error: PanaError) -> None:
        self._end()
        self.banner.show_text(tr.sentence(error), "danger")
        self.banner.show()

    # Enrolment

    def _on_request(self) -> None:
        name = f"{self._desk.store.replica}-request.ake"
        path = dialogs.save_file(self, tr.tr("pages-enrol-request"), name)
        if path is not None:
            store, actor = self._desk.store, self._desk.actor
            self._desk.write(
                lambda: _write(path, enrolment.make_request(store, actor)),
                self._on_written,
                self._on_failed,
                owner=self,
            )

    def _on_written(self, _none: object) -> None:
        self.load()
        self._told(tr.tr("pages-enrol-request-done"), "success")

    def _on_install(self) -> None:
        path = dialogs.choose_file(self, tr.tr("pages-enrol-install"))
        if path is not None:
            store, actor = self._desk.store, self._desk.actor
            self._desk.write(
                lambda: enrolment.install(store, actor, _read(path)), self._on_installed, self._on_failed, owner=self
            )

    def _on_installed(self, made: enrolment.Installed) -> None:
        self.load()
        self._told(tr.tr("pages-enrol-install-done", fingerprint=made.ca_fingerprint), "success")


def _spaced(digest: str) -> str:
    return " ".join(digest[at : at + 4] for at in range(0, len(digest), 4))


def _write(path: Path, data: bytes) -> None:
    with places.guarded_files():
        path.write_bytes(data)


def _read(path: Path) -> bytes:
    with places.guarded_files():
        return path.read_bytes()


def exported_text(written: Written) -> str:
    """The receipt of a bundle that was written and read back."""
    return tr.tr(
        "pages-receipt-export",
        no=str(written.no),
        entries=written.entries,
        blobs=written.blobs,
        file=written.path.name,
        sha=_spaced(written.sha256[:16]),
    )


def imported_text(imported: Imported) -> str:
    """The receipt of a bundle that was taken in, or why it was not."""
    if imported.condition:
        why = catalogue.sentence(imported.trouble(), tr.language())
        return tr.tr("pages-receipt-refused", file=imported.file, why=why)
    if imported.status == "known":
        return tr.tr("pages-receipt-known", file=imported.file, sender=imported.sender, no=str(imported.no))
    text = tr.tr(
        "pages-receipt-import",
        sender=imported.sender,
        no=str(imported.no),
        entries=imported.entries,
        fresh=imported.cases_new,
        changed=imported.cases_changed,
        blobs=imported.blobs,
    )
    doubt = tr.tr("pages-receipt-doubt", count=len(imported.in_doubt)) if imported.in_doubt else ""
    return f"{text} {doubt}".strip()
