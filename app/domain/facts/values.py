"""The values that facts and commands are made of: names, documents, addresses, grounds."""

from datetime import date
from typing import Literal

import msgspec

Sex = Literal["female", "male", "not_stated"]
Stateless = Literal["yes", "no", "not_established"]
Way = Literal["arrival", "sur_place", "border", "forced", "detention"]
DecisionKind = Literal["grant", "grant_derivative", "refuse", "extend", "refuse_extend", "deprive", "terminate"]
CertificateKind = Literal["asylum", "refugee"]
Body = Literal["iab_stay", "fingerprints", "medical", "guardian", "travel_document", "nsc", "iab", "tracing", "other"]
"""To whom a referral or request goes."""

NAME_LIMIT = 120
"""Longest part of a name that fits every paper; Doc 9303 cuts at 39, birth certificates are longer."""


class Value(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Base of the values inside facts; fields that a newer program added are kept in the journal's bytes."""


class Name(Value, frozen=True, kw_only=True):
    """One part of a name in the spellings a person is known by (`reference.md` 11)."""

    latin_mrz: str = ""
    latin_viz: str = ""
    kk_cyr: str = ""
    ru_cyr: str = ""
    native: str = ""
    native_script: str = ""

    def spellings(self) -> tuple[str, ...]:
        """Every spelling that was given."""
        return tuple(s for s in (self.latin_mrz, self.latin_viz, self.kk_cyr, self.ru_cyr, self.native) if s)


class Names(Value, frozen=True, kw_only=True):
    """Family name, given names and patronymic; a person of one name has a family name only (X-iin)."""

    family: Name = Name()
    given: Name = Name()
    patronymic: Name = Name()

    def parts(self) -> tuple[Name, Name, Name]:
        """The three parts in the order of the documents."""
        return (self.family, self.given, self.patronymic)

    def full(self, spelling: str) -> str:
        """The full name in one spelling, each part as near to it as is known (Kazakh, Russian, Latin)."""
        order = {
            "kk_cyr": ("kk_cyr", "ru_cyr", "latin_viz", "latin_mrz", "native"),
            "ru_cyr": ("ru_cyr", "kk_cyr", "latin_viz", "latin_mrz", "native"),
            "latin": ("latin_viz", "latin_mrz"),
            "native": ("native",),
        }[spelling]
        words = (next((s for s in (getattr(part, field) for field in order) if s), "") for part in self.parts())
        return " ".join(word for word in words if word)


class Blob(Value, frozen=True, kw_only=True):
    """A scan, photo or issued paper in `blobs.db`, named by its SHA-256."""

    h: str
    z: int
    type: str


class Address(Value, frozen=True, kw_only=True):
    """A place of stay: KATO code of the region and free text."""

    kato: str
    text: str


class RouteStop(Value, frozen=True, kw_only=True):
    """A country on the way to Kazakhstan; recorded for the commission and never judged by the program (L-1.4, f-19)."""

    country: str
    from_on: date | None = None
    to_on: date | None = None
    status: str = ""
    """As what the person stayed there: transit, visitor, refugee, as the person tells it."""
    asked_asylum: bool = False


class Late(Value, frozen=True, kw_only=True):
    """By how much a lodging was late, and why; recorded, never a refusal (f-07)."""

    days: int = 0
    hours: int = 0
    reason: str = ""


class GroundChosen(Value, frozen=True, kw_only=True):
    """A ground the commission chose, with its written reason."""

    code: str
    reason: str
    subcode: str = ""


class Override(Value, frozen=True, kw_only=True):
    """A rule that the commission set aside, with the reason (f-16)."""

    rule: str
    reason: str


class Proof(Value, frozen=True, kw_only=True):
    """What the commission had before it for a ground: the id of `grounds.json`, what it is, and its date."""

    id: str
    text: str
    on: date | None = None


class Court(Value, frozen=True, kw_only=True):
    """A judgment (L-13.1, grounds 2-5)."""

    name: str
    on: date
    number: str
    in_force: bool


class DeadlineMoved(Value, frozen=True, kw_only=True):
    """A deadline that another calendar or setting moves (A16-6): its kind, person, start and decision name it."""

    deadline: str
    person: str
    old: date
    new: date
    start: date | None = None
    about: str = ""


class BirthDocument(Value, frozen=True, kw_only=True):
    """The birth document by which a minor stands in an application (L-10.5)."""

    type: str
    number: str
    issued_on: date | None = None
    issuer: str = ""
