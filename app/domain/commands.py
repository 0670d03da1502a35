"""Commands: what a user asks the program to record. Story lines are these structs as JSON (`docs/stories.md`)."""

from datetime import date, datetime
from typing import Annotated, Literal

import msgspec

from app.domain.birth import BirthDate
from app.domain.facts.values import (
    BirthDocument,
    Blob,
    Body,
    DecisionKind,
    GroundChosen,
    Names,
    Override,
    Sex,
    Stateless,
    Way,
)

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
    """To the first applicant of the family."""
    arrival: ArrivalData = ArrivalData()
    claim: ClaimData = ClaimData()
    stay: StayData | None = None
    interpreter: InterpreterData | None = None
    representative: RepresentativeData | None = None
    minors: tuple[MinorData, ...] = ()
    relatives: tuple[RelativeData, ...] = ()
    unaccompanied: bool = False


class RegisterApplication(Command, frozen=True, kw_only=True):
    """Register the application of a family: one application per adult, minors in one of them (L-10.5, L-10.6a)."""

    applicants: tuple[ApplicantData, ...]
    way: Way = "arrival"
    lodged_at: Moment | None = None
    lodged_at_border: Moment | None = None
    border_receipt: str = ""
    late_reason: str = ""
    detained_at: Moment | None = None
    notified_at: Moment | None = None
    detaining_body: str = ""
    taken_over: bool = False


class LodgeAtBorder(Command, frozen=True, kw_only=True):
    """A border unit takes a written application and gives a receipt (L-10.3a)."""

    applicants: tuple[ApplicantData, ...]
    lodged_at: Moment | None = None


class RecordRequest(Command, frozen=True, kw_only=True):
    """A referral went out."""

    case: str
    to: Body
    person: str = ""
    on: date | None = None


class RecordAnswer(Command, frozen=True, kw_only=True):
    """The answer to a referral (L-10.6c, L-8.2.2, L-16.1)."""

    case: str
    to: Body
    result: Literal["done", "refused", "impossible", "not_required", "received"]
    person: str = ""
    on: date | None = None
    reason: str = ""
    basis: str = ""
    confirmed_by: str = ""
    reference: str = ""


class ListMinor(Command, frozen=True, kw_only=True):
    """Enter one more minor in an application (L-10.5, f-12)."""

    case: str
    minor: MinorData


class ProveMinor(Command, frozen=True, kw_only=True):
    """Show the birth document of a minor listed from words."""

    case: str
    minor: str
    birth_document: BirthDocument


class RecordConsent(Command, frozen=True, kw_only=True):
    """An adult family member agrees, or not, to a derivative grant (L-11.2b)."""

    case: str
    given: bool
    on: date | None = None


class PostponeConsideration(Command, frozen=True, kw_only=True):
    """Postpone the final decision (L-11.1b)."""

    case: str
    until: date
    reason: str
    on: date | None = None


class TakeDecision(Command, frozen=True, kw_only=True):
    """Record a decision of the commission (L-11.1a, L-11.2b, L-12)."""

    case: str
    kind: DecisionKind
    on: date | None = None
    covers: tuple[str, ...] | None = None
    grounds: tuple[GroundChosen, ...] = ()
    override: Override | None = None
    note: str = ""


class IssueCertificate(Command, frozen=True, kw_only=True):
    """Issue a certificate: a new one for three months, or the refugee certificate (X-cert, L-11.5b)."""

    case: str
    kind: Literal["asylum", "refugee"]
    blank: str = ""
    late_reason: str = ""


class ServeDecision(Command, frozen=True, kw_only=True):
    """The copy of the decision was handed over or sent (L-11.6)."""

    case: str
    way: Literal["hand", "post"]
    on: date | None = None
    learnt_on: date | None = None
    proof: str = ""


class SendNotice(Command, frozen=True, kw_only=True):
    """Tell the authorised body or the IAB of a decision (L-10.8)."""

    case: str
    to: Literal["authorised_body", "iab"]
    on: date | None = None
    way: Literal["bundle", "paper"] = "paper"


class TakePhoto(Command, frozen=True, kw_only=True):
    """A photo for the certificate; it stands in `blobs.db` already."""

    case: str
    photo: Blob
    person: str = ""


class WithdrawApplication(Command, frozen=True, kw_only=True):
    """The person withdraws the application (L-8.1.3)."""

    case: str
    on: date | None = None


class CloseCase(Command, frozen=True, kw_only=True):
    """Close a file for a reason that is no ground (f-30)."""

    case: str
    code: str
    on: date | None = None


class AddNote(Command, frozen=True, kw_only=True):
    """Add a note to a case."""

    case: str
    text: str


COMMANDS: dict[str, type[Command]] = {
    "register_application": RegisterApplication,
    "lodge_at_border": LodgeAtBorder,
    "record_request": RecordRequest,
    "record_answer": RecordAnswer,
    "list_minor": ListMinor,
    "prove_minor": ProveMinor,
    "record_consent": RecordConsent,
    "postpone_consideration": PostponeConsideration,
    "take_decision": TakeDecision,
    "issue_certificate": IssueCertificate,
    "serve_decision": ServeDecision,
    "send_notice": SendNotice,
    "take_photo": TakePhoto,
    "withdraw_application": WithdrawApplication,
    "close_case": CloseCase,
    "add_note": AddNote,
}
