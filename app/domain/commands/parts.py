"""What commands are made of: persons, documents, arrival, claim, stay."""

from datetime import date, datetime
from typing import Annotated, Literal

import msgspec

from app.domain.birth import BirthDate
from app.domain.facts.values import BirthDocument, Blob, Names, RouteStop, Sex, Stateless

Moment = Annotated[datetime, msgspec.Meta(tz=True)]
"""A moment always carries its offset; without it hours could not be counted (L-10.3b)."""


class Command(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Base of commands and of their parts; an unknown field is refused."""


class DocumentData(Command, frozen=True, kw_only=True):
    """A document that was shown."""

    type: str
    number: str = ""
    series: str = ""
    issuer: str = ""
    country: str = ""
    issued_on: date | None = None
    valid_to: date | None = None
    seen: Literal["original", "copy", "lost", "none"] = "original"


class PersonData(Command, frozen=True, kw_only=True):
    """A person as entered; `person` is filled when the register already knows the person."""

    names: Names
    birth: BirthDate
    sex: Sex = "not_stated"
    person: str = ""
    birth_place: str = ""
    citizenships: tuple[str, ...] = ()
    stateless: Stateless = "no"
    residence_country: str = ""
    languages: tuple[str, ...] = ()
    marital: str = ""
    iin: str = ""
    parents: tuple[str, ...] = ()
    from_words: bool = False
    documents: tuple[DocumentData, ...] = ()
    photo: Blob | None = None
    """A photo that stands in `blobs.db` already."""


class MinorData(PersonData, frozen=True, kw_only=True):
    """A person under 18 folded into the application (L-10.5)."""

    relation: str = "other"
    birth_document: BirthDocument | None = None
    verbal: bool = False
    arrived_with: bool = True
    unaccompanied: bool = False


class RelativeData(Command, frozen=True, kw_only=True):
    """A relative who is elsewhere, or has an application of an own in this office."""

    relation: str
    name: str
    here: bool = False
    tracing: bool = False


class ArrivalData(Command, frozen=True, kw_only=True):
    """How the person came; `entered_at` where the law counts hours (L-10.3b)."""

    way: Literal["legal", "forced", "other", "already_here"] = "legal"
    entered_on: date | None = None
    entered_at: Moment | None = None
    place: str = ""
    transport: str = ""
    learned_on: date | None = None
    route: tuple[RouteStop, ...] = ()
    """The countries on the way; the commission judges (L-1.4, f-19)."""


class ClaimData(Command, frozen=True, kw_only=True):
    """The reasons of Art. 1(1), and the account."""

    reasons: tuple[str, ...] = ("not_stated",)
    account: str = ""
    fears: str = ""


class InterpreterData(Command, frozen=True, kw_only=True):
    """The interpreter who took part."""

    name: str
    language: str
    basis: Literal["staff", "contract", "volunteer"] = "contract"
    translation_statement: bool = False
    """The applicant states that the translation satisfies (X-language)."""


class RepresentativeData(Command, frozen=True, kw_only=True):
    """Who acts for the person, and on what basis."""

    name: str
    basis: str
    number: str = ""
    on: date | None = None


class StayData(Command, frozen=True, kw_only=True):
    """Where the person stays."""

    kato: str
    text: str
    phone: str = ""


class ApplicantData(Command, frozen=True, kw_only=True):
    """One applicant with the minors folded into the application."""

    person: PersonData
    relation: str = ""
    """To the first applicant of the family; the first one who joins somebody: to that person (L-11.2d)."""
    arrival: ArrivalData = ArrivalData()
    claim: ClaimData = ClaimData()
    stay: StayData | None = None
    interpreter: InterpreterData | None = None
    representative: RepresentativeData | None = None
    minors: tuple[MinorData, ...] = ()
    relatives: tuple[RelativeData, ...] = ()
    unaccompanied: bool = False


class EvidenceData(Command, frozen=True, kw_only=True):
    """Evidence of a family link: a document, or what else shows it (L-11.2d)."""

    text: str
    document: str = ""
    scan: Blob | None = None
