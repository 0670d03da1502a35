"""Specific needs of a person, as UNHCR codes: the list, which are restricted, and how they are recorded.

Who may see a restricted one is a matter of `permissions`; recording that it was seen is `services/looking`.
"""

from collections.abc import Iterable
from functools import cache
from typing import Literal

import msgspec

from app.base import resources
from app.base.errors import Refusal
from app.domain import facts as f
from app.domain.case import Person

RESTRICTED = frozenset({"SV", "TR", "SM"})
"""Categories that only the commission may see (`reference.md` 10, `rules.md` B.3)."""


class Need(msgspec.Struct, frozen=True):
    """A category or a detail code with its names; whether a label of the public code lists has been checked."""

    code: str
    kk: str
    ru: str
    en: str
    level: Literal["case", "restricted"] = "case"
    checked: bool = True

    def label(self, language: str) -> str:
        """The name in one language."""
        return str(getattr(self, language))


@cache
def needs() -> dict[str, Need]:
    """Every category and detail code, in the order in which they are offered."""
    content = resources.path("reference", "needs.json").read_bytes()
    return {need.code: need for need in msgspec.json.decode(content, type=tuple[Need, ...])}


def is_restricted(code: str) -> bool:
    """True for SV, TR and SM and their details; never on certificates or lists."""
    return code.partition("-")[0] in RESTRICTED


def visible(codes: Iterable[str], *, restricted: bool) -> tuple[str, ...]:
    """The codes that a user may see."""
    return tuple(code for code in codes if restricted or not is_restricted(code))


def state_needs(person: Person, codes: Iterable[str], *, restricted: bool) -> f.course.NeedsStated:
    """Record the needs of a person; who may not see the restricted ones may add some, and leaves those that stand.

    *Shape*: `restricted` says whether the user may see restricted codes.
    *Refuses*: `needs.unknown`, `needs.nothing` (nothing changes).
    """
    wanted = set(codes)
    for code in sorted(wanted - set(needs())):
        raise Refusal("needs.unknown", field="codes", code=code)
    kept = set() if restricted else {code for code in person.needs if is_restricted(code)}
    stated = tuple(code for code in needs() if code in wanted | kept)
    unseen = wanted & kept  # To say that nothing changes would tell that a restricted need stands already.
    if set(stated) == set(person.needs) and not unseen:
        raise Refusal("needs.nothing", field="codes")
    return f.course.NeedsStated(person=person.id, codes=stated)
