"""Commands of the way in: taking, registering and completing an application (Art. 10)."""

from datetime import date
from typing import Literal

from app.domain.commands.parts import (
    ApplicantData,
    ArrivalData,
    ClaimData,
    Command,
    DocumentData,
    EvidenceData,
    InterpreterData,
    MinorData,
    Moment,
    PersonData,
    RepresentativeData,
    StayData,
)
from app.domain.facts.course import EvidenceAbout, Stage
from app.domain.facts.persons import PersonChanges
from app.domain.facts.values import BirthDocument, Blob, Body, DecisionKind, GroundChosen, Way


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
    joins: str = ""
    """The case of the refugee or asylum seeker with whom the family is reunited (L-11.2d)."""
    evidence: tuple[EvidenceData, ...] = ()
    """What shows the family link; without `joins`, to somebody whose file is not in this store."""


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
    evidence: tuple[EvidenceData, ...] = ()
    """What shows the family link of a child who came later (L-11.2d)."""


class ProveMinor(Command, frozen=True, kw_only=True):
    """Show the birth document of a minor listed from words."""

    case: str
    minor: str
    birth_document: BirthDocument


class TakePhoto(Command, frozen=True, kw_only=True):
    """A photo for the certificate; it stands in `blobs.db` already."""

    case: str
    photo: Blob
    person: str = ""


class AddNote(Command, frozen=True, kw_only=True):
    """Add a note to a case."""

    case: str
    text: str


class RecordDetention(Command, frozen=True, kw_only=True):
    """A detaining body tells of a person who wishes to apply; the two days of Art. 10(4) run from the receipt."""

    person: PersonData
    body: str
    detained_at: Moment
    received_at: Moment | None = None
    unaccompanied: bool = False


class RegisterCard(Command, frozen=True, kw_only=True):
    """Record a family in a mass influx: an intention, with a ticket, not a registered application (L-7.2-1, f-44)."""

    applicants: tuple[ApplicantData, ...]
    site: str = ""


class RegisterLodged(Command, frozen=True, kw_only=True):
    """Register the application of a case that holds an intention: after a notice of detention, or from a card."""

    case: str
    lodged_at: Moment | None = None
    documents: tuple[DocumentData, ...] = ()
    arrival: ArrivalData | None = None
    claim: ClaimData | None = None
    stay: StayData | None = None
    late_reason: str = ""


class PaperDecision(Command, frozen=True, kw_only=True):
    """A decision as it stands in a paper file."""

    kind: DecisionKind
    number: str
    on: date
    to_on: date | None = None
    grounds: tuple[GroundChosen, ...] = ()
    override_reason: str = ""
    """Why a grant from 2024 on stands in the paper file without fingerprint registration (L-10.6c, f-16)."""
    annulled_on: date | None = None
    """From this day on the decision has no effect (L-15)."""
    annulled_by: Literal["", "self", "higher_body", "court"] = ""


class PaperPostponement(Command, frozen=True, kw_only=True):
    """A postponement of the final decision as it stands in a paper file (L-11.1b)."""

    number: str
    on: date
    until: date
    reason: str


class PaperCertificate(Command, frozen=True, kw_only=True):
    """A certificate as it stands in a paper file."""

    kind: Literal["asylum", "refugee"]
    number: str
    issued_on: date
    valid_to: date


class TakeOver(Command, frozen=True, kw_only=True):
    """Take over a file that existed on paper, with its historic dates and numbers."""

    applicant: ApplicantData
    registered_on: date
    number: str = ""
    lodged_on: date | None = None
    way: Way = "arrival"
    decisions: tuple[PaperDecision, ...] = ()
    certificates: tuple[PaperCertificate, ...] = ()
    postponements: tuple[PaperPostponement, ...] = ()
    fingerprints_on: date | None = None
    source_note: str = ""


class CorrectPerson(Command, frozen=True, kw_only=True):
    """Correct data of a person, with the reason and what shows it."""

    case: str
    changes: PersonChanges
    reason: str
    document: str
    person: str = ""
    on: date | None = None


class ShowDocument(Command, frozen=True, kw_only=True):
    """Record a document that was shown later."""

    case: str
    document: DocumentData
    person: str = ""


class ChangeStay(Command, frozen=True, kw_only=True):
    """Record a new place of stay inside the area of the office (L-8.2.5)."""

    case: str
    stay: StayData
    persons: tuple[str, ...] = ()
    from_on: date | None = None


class NameRepresentative(Command, frozen=True, kw_only=True):
    """Record who acts for the person, or the guardian of a child (L-10.1a, L-16.1)."""

    case: str
    representative: RepresentativeData
    person: str = ""


class EngageInterpreter(Command, frozen=True, kw_only=True):
    """Record the interpreter who took part (L-8.1.1)."""

    case: str
    interpreter: InterpreterData


class GiveLeaflet(Command, frozen=True, kw_only=True):
    """Record that the leaflet on rights and duties was handed over (L-8.1.1)."""

    case: str
    language: str
    person: str = ""
    on: date | None = None


class StateNeeds(Command, frozen=True, kw_only=True):
    """Record the specific needs of a person; SV, TR and SM are restricted."""

    case: str
    codes: tuple[str, ...]
    person: str = ""


class HoldInterview(Command, frozen=True, kw_only=True):
    """Record an interview (X-interview)."""

    case: str
    officer: str
    language: str = ""
    interpreter: str = ""
    record: str = ""
    restricted: bool = False
    person: str = ""
    on: date | None = None
    scan: Blob | None = None


class AddEvidence(Command, frozen=True, kw_only=True):
    """Add evidence or a document to the file."""

    case: str
    about: EvidenceAbout
    text: str
    link: str = ""
    restricted: bool = False
    person: str = ""
    on: date | None = None
    scan: Blob | None = None


class WriteAssessment(Command, frozen=True, kw_only=True):
    """Write the assessment of the claim against Art. 1(1) (L-1.1)."""

    case: str
    reasons: dict[str, str]
    protection: str = ""
    person: str = ""
    on: date | None = None


class StateClaim(Command, frozen=True, kw_only=True):
    """State the reasons of Art. 1(1) later, or anew, until the final decision (L-1.1)."""

    case: str
    claim: ClaimData
    person: str = ""


class ExplainLateness(Command, frozen=True, kw_only=True):
    """Say later why a request was lodged late (L-10.1a, L-11.5c, f-07)."""

    case: str
    reason: str
    kind: Literal["grant", "extension"] = "grant"


class StateRelative(Command, frozen=True, kw_only=True):
    """Record a relative: elsewhere, missing, in another case, or recognised by another office (L-4.4, f-40)."""

    case: str
    relation: str
    name: str = ""
    other_case: str = ""
    here: bool = False
    tracing: bool = False
    recognised_by: str = ""
    """The office that recognised the relative, whose file is not in this store; with number and day of its decision."""
    decision: str = ""
    decided_on: date | None = None
    recognised_until: date | None = None


class DoStage(Command, frozen=True, kw_only=True):
    """Record that an internal stage was done (`grounds.md` 6)."""

    case: str
    stage: Stage
    on: date | None = None


class AssignCase(Command, frozen=True, kw_only=True):
    """Appoint the responsible officer."""

    case: str
    user: str
    on: date | None = None
