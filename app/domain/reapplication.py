"""Who may apply again although an older file of the person is still open; what is asked then is `hints`.

The Law closes no file by a refusal or the end of a status, and names no code by which such a file ends (f-30).
"""

from datetime import date

from app.domain.calendar import WorkingCalendar
from app.domain.case import CaseState, status
from app.domain.settings import Settings
from app.domain.stay import stay

ENDED = frozenset({"refused", "lapsed", "deprived", "terminated"})


def is_over(state: CaseState, person: str, on: date, settings: Settings, calendar: WorkingCalendar) -> bool:
    """True when the proceedings of a person of an open file are over, so that a new application can be registered.

    *Law*: L-10.5: a minor stands in one application that is under consideration or holds; f-03, f-17, f-37: while the
    stay is protected, the old application can still come back by an appeal.
    """
    return status(state, on, person) in ENDED and not stay(state, on, settings, calendar).protected
