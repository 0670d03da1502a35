"""What one act of the case file is: its name, when it applies, its form, and what is open until it is recorded."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from app.domain.case import CaseState
from app.ui.pages.act_dialog import ActForm
from app.ui.pages.case_data import CaseView

MakeForm = Callable[[CaseState, date], ActForm]


@dataclass(frozen=True)
class Action:
    """One act: its name, icon, the command it needs, and when it applies.

    *Shape*: `<area>-<name>` is the message key. `form` makes the form; without one the page knows what to do (decision,
    photo). `paper` is made and shown when the act is recorded. Acts that end something are `ending` and stand apart.
    `settles` names the deadlines and tasks that the act is the answer to. A `steady` act never waits in the menu.
    """

    name: str
    icon: str
    command: str
    applies: Callable[[CaseView], bool]
    form: MakeForm | None = None
    paper: str = ""
    ending: bool = False
    settles: tuple[str, ...] = ()
    steady: bool = False
    area: str = "pages-act"

    @property
    def key(self) -> str:
        """The message key of its name."""
        return f"{self.area}-{self.name.replace('_', '-')}"
