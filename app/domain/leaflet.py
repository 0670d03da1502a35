"""The leaflet on rights and duties: what stands on it on a day, as data of the Law with dates.

That it was handed over is `particulars.give_leaflet`; how it is printed is a matter of the forms. The Kazakh texts are
those of the Law, the Russian and English ones our renderings.
"""

from datetime import date
from functools import cache
from typing import Literal

import msgspec

from app.base import resources

Subject = Literal["asylum_seeker", "refugee"]
Kind = Literal["principle", "right", "duty", "other"]


class Item(msgspec.Struct, frozen=True):
    """One line of the leaflet.

    *Shape*: in force from `since` up to, but without, `until`; `wording_from` is the day from which this wording
    applies, None when it is not known, which never hides the line (f-20).
    """

    id: str
    rule: str
    article: str
    subjects: tuple[Subject, ...]
    kind: Kind
    since: date
    until: date | None
    wording_from: date | None
    kk: str
    ru: str
    en: str

    def label(self, language: str) -> str:
        """The text in one language."""
        return str(getattr(self, language))

    def in_force(self, on: date) -> bool:
        """True when the line applies on a day."""
        return self.since <= on and (self.until is None or on < self.until)


class Frame(msgspec.Struct, frozen=True):
    """What stands before and after the rights or duties, so that each line ends the sentence of the Law."""

    subject: Subject
    kind: Kind
    kk: tuple[str, str]
    ru: tuple[str, str]
    en: tuple[str, str]

    def words(self, language: str) -> tuple[str, str]:
        """The words before and after in one language."""
        before, after = getattr(self, language)
        return str(before), str(after)


class _Leaflet(msgspec.Struct, frozen=True):
    frames: tuple[Frame, ...]
    items: tuple[Item, ...]


@cache
def _all() -> _Leaflet:
    return msgspec.json.decode(resources.path("law", "leaflet.json").read_bytes(), type=_Leaflet)


def leaflet(subject: Subject, on: date) -> tuple[Item, ...]:
    """Every line in force on a day for an asylum seeker or for a refugee, in the order of the Law.

    *Law*: L-8.1.1: every item of Art. 8(1) and 8(2), or of Art. 9(1) and 9(2). Rights: L-8.1.1, L-8.1.3, L-15, L-8.1.5,
    L-8.1.6, L-8.1.7-8, L-8.1.9; L-9.1.1, L-9.1.2, L-9.1.3, L-9.1.4, L-9.1.7, L-9.1.8, L-9.1.9. Duties:
    L-8.2.1 to L-8.2.6; L-9.2.1 to L-9.2.3. Beside them L-8.3 or L-9.3, L-20, the right to asylum (L-1.5, L-4.1) and
    for a refugee citizenship (L-17). Art. 8(1)(2) was deleted from 28.05.2024; Art. 8(2)(6) applies from 01.01.2024
    (f-15).
    """
    return tuple(item for item in _all().items if subject in item.subjects and item.in_force(on))


def frame(subject: Subject, kind: Kind) -> Frame | None:
    """The words around the lines of a kind; none for those that are whole sentences."""
    return next((f for f in _all().frames if f.subject == subject and f.kind == kind), None)
