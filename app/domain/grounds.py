"""The grounds of Articles 12, 13 and 14 as data, chosen by the date of the decision.

A ground is a reason of the commission: nothing here computes or proposes one. What a decision needs besides its grounds
lives in `decisions`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Literal

import msgspec

from app.base import resources
from app.base.errors import Refusal

Article = Literal[12, 13, 14]
Fingerprints = Literal["open", "done", "refused", "impossible", "not_required"]

FINGERPRINT_GROUND = "A12-10"


class Proof(msgspec.Struct, frozen=True):
    """What the program asks for before a decision on a ground is saved; the texts are keyed by the id."""

    id: str
    en: str


class Subcode(msgspec.Struct, frozen=True):
    """A part of a ground that is named by itself, such as 02c, forged document."""

    code: str
    kk: str
    ru: str
    en: str
    proof: tuple[Proof, ...] = ()

    def label(self, language: str) -> str:
        """The text in one language."""
        return str(getattr(self, language))


class Ground(msgspec.Struct, frozen=True):
    """One ground: the Kazakh text is the sentence of the Law, the others are our renderings.

    *Shape*: `effective_from` None means that the date is not known, which never hides the ground (f-20).
    """

    code: str
    article: str
    kind: Literal["refuse", "deprive", "terminate", "lapse"]
    level: Literal["case", "restricted"]
    effective_from: date | None
    kk: str
    ru: str
    en: str
    subcodes: tuple[Subcode, ...]
    proof: tuple[Proof, ...]

    def label(self, language: str) -> str:
        """The text in one language."""
        return str(getattr(self, language))

    def in_force(self, on: date) -> bool:
        """True when a decision of this date may rest on the ground."""
        return self.effective_from is None or self.effective_from <= on


@cache
def _all() -> dict[str, Ground]:
    content = resources.path("law", "grounds.json").read_bytes()
    return {ground.code: ground for ground in msgspec.json.decode(content, type=tuple[Ground, ...])}


def grounds(article: Article, on: date) -> tuple[Ground, ...]:
    """The grounds of an article that a decision of a date may rest on.

    *Law*: A15; A12-10 from 01.01.2024 (Art. 21, item 4)); f-21: as the Law counts them, not
    as the press does. The lapse of Art. 14(2) is not one of the grounds.
    """
    return tuple(g for g in _all().values() if _stands_in(g, article) and g.in_force(on))


def ground(code: str) -> Ground:
    """The ground of a code, whatever the date.

    *Refuses*: `decision.ground_unknown`.
    """
    found = _all().get(code)
    if found is None:
        raise Refusal("decision.ground_unknown", field=code, code=code)
    return found


def is_restricted(code: str) -> bool:
    """True when only the commission may see the ground; a code that is not known is kept from everybody else."""
    found = _all().get(code)
    return found is None or found.level == "restricted"


def offered(on: date, fingerprints: Fingerprints) -> tuple[Ground, ...]:
    """The grounds of Art. 12 that a screen offers, none of them chosen.

    *Law*: A12-10 is offered only while fingerprinting is neither done nor recorded as not required (L-10.6c, f-14).
    """
    settled = fingerprints in {"done", "not_required"}
    return tuple(g for g in grounds(12, on) if not (settled and g.code == FINGERPRINT_GROUND))


def check_choice(chosen: Mapping[str, str], on: date, *, fingerprints_settled: bool, article: Article = 12) -> None:
    """Refuse a choice of grounds that a negative decision cannot rest on.

    *Law*: L-12, L-13.1, L-14.1: at least one ground, each with written reasoning.
    *Shape*: `chosen` maps the code of a ground to the reasoning.
    *Refuses*: `decision.no_ground`, `decision.ground_unknown`, `decision.ground_not_in_force`,
    `decision.ground_not_offered` (A12-10 when fingerprinting is done or not required), `decision.reason_missing`.
    """
    if not chosen:
        raise Refusal("decision.no_ground", field="grounds")
    for code, reason in chosen.items():
        found = ground(code)
        if not _stands_in(found, article):
            raise Refusal("decision.ground_unknown", field=code, code=code)
        if not found.in_force(on):
            raise Refusal("decision.ground_not_in_force", field=code, code=code, since=found.effective_from, on=on)
        if fingerprints_settled and code == FINGERPRINT_GROUND:
            raise Refusal("decision.ground_not_offered", field=code, code=code)
        if not reason.strip():
            raise Refusal("decision.reason_missing", field=code, code=code)


def _stands_in(found: Ground, article: int) -> bool:
    return found.article.startswith(f"{article}(1)(")
