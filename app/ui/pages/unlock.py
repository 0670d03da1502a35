"""The unlock page: who works here and the passphrase; the store is opened on the writer thread."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.base.errors import PanaError, Trouble
from app.services import offices
from app.store.store import Store
from app.ui import tr
from app.ui.binding import Binder, Field, announce
from app.ui.editors.editor import Option
from app.ui.editors.passphrase import PassphraseEditor
from app.ui.pages.cover import Cover, busy_bar
from app.ui.runner import Runner
from app.ui.widgets.banner import Banner
from app.ui.widgets.basic import button, label
from app.ui.widgets.form import FormGrid


class UnlockPage(Cover):
    """`opened(store, user)` when the passphrase was right."""

    opened = Signal(object, str)

    def __init__(
        self,
        runner: Runner,
        folder: Path,
        users: tuple[str, ...],
        *,
        user: str = "",
        hint: str = "",
        demo: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._runner, self._folder = runner, folder
        self._left = 0
        chosen = user or (users[0] if users else "")
        fields = [Field("passphrase", "pages-passphrase", "passphrase")]
        if len(users) > 1:
            listed = [Option(one, one) for one in users]
            fields.insert(0, Field("user", "pages-user", "choice", options=lambda: listed))
        self.binder = Binder({"user": chosen, "passphrase": hint}, fields, self)
        self.banner = Banner("info")
        self.banner.setVisible(demo)
        if demo:
            tr.keep(self.banner, "pages-unlock-demo", "show_text")
        self.problem = label(role="problem", wrap=True)
        self.problem.setMinimumHeight(34)
        self.problem.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.busy = busy_bar()
        self.button = button("pages-unlock", self.unlock, kind="primary", icon="lock-open")
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._on_second)
        self._connect()
        tr.tongue.language_changed.connect(self._on_language)

    def _lay_out(self) -> None:
        grid = FormGrid(1)
        self.binder.fill(grid)
        grid.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.card.add(label("pages-unlock-title", "section"))
        self.card.add(self.banner)
        self.card.add(grid)
        self.card.add(self.problem)
        self.card.add(self.button)
        self.card.add(self.busy)

    def _connect(self) -> None:
        editor = self.passphrase
        editor.line.returnPressed.connect(self.unlock)
        self.binder.changed.connect(self._on_changed)
        QTimer.singleShot(0, self, self.focus)

    @property
    def passphrase(self) -> PassphraseEditor:
        """The field of the passphrase."""
        editor = self.binder.editor("passphrase")
        if not isinstance(editor, PassphraseEditor):
            raise TypeError(type(editor))
        return editor

    def focus(self) -> None:
        """Put the cursor where the next key is wanted: on the button when the passphrase stands there already."""
        if self.passphrase.value():
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def unlock(self) -> None:
        """Open the store; the window does not wait for the key derivation."""
        if not self.button.isEnabled():
            return
        folder, user, passphrase = self._folder, str(self.binder.values["user"]), self.passphrase.value()
        self._wait(True)
        self._say(tr.tr("pages-unlocking"), problem=False)
        self._runner.write(
            lambda: offices.unlock(folder, user, passphrase), self._on_opened, self._on_failed, owner=self
        )

    def _wait(self, waiting: bool) -> None:
        self.busy.setVisible(waiting)
        self.button.setEnabled(not waiting)
        self.passphrase.set_read_only(waiting)

    def _on_opened(self, store: Store) -> None:
        self.passphrase.clear()
        self.binder.values["passphrase"] = ""
        self.opened.emit(store, str(self.binder.values["user"]))

    def _on_failed(self, error: PanaError) -> None:
        self._wait(False)
        self._say(tr.sentence(error), problem=True)
        if isinstance(error, Trouble) and error.condition == "store.wait":
            self._left = int(str(error.facts.get("seconds", 1)))
            self.button.setEnabled(False)
            self._timer.start()
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)
        self.passphrase.line.selectAll()

    def _on_second(self) -> None:
        self._left -= 1
        if self._left > 0:
            self._say(tr.sentence(Trouble("store.wait", seconds=self._left)), problem=True)
        else:
            self._timer.stop()
            self.button.setEnabled(True)
            self._say("", problem=False)

    def _say(self, text: str, *, problem: bool) -> None:
        self.problem.setText(text)
        self.passphrase.set_state("error" if problem else "")
        self.problem.setProperty("role", "problem" if problem else "small")
        self.problem.style().polish(self.problem)
        if text:
            announce(self.problem, text)

    def _on_changed(self, _name: str) -> None:
        if self.button.isEnabled():
            self._say("", problem=False)

    def _on_language(self) -> None:
        if self.button.isEnabled():
            self._say("", problem=False)
