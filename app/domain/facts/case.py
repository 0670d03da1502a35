"""The facts of a case file (`docs/model.md` 3.1)."""

from datetime import date, datetime
from typing import Literal

from app.domain.birth import BirthDate
from app.domain.facts.base import Fact, kind
from app.domain.facts.values import (
    Address,
    BirthDocument,
    Body,
    CertificateKind,
    Court,
    DecisionKind,
    GroundChosen,
    Late,
    Names,
    Override,
    Proof,
    RouteStop,
    Sex,
    Stateless,
    Way,
)

Source = Literal["new", "border", "detention", "card", "turned_18", "unaccompanied", "split", "taken_over"]


@kind("case.opened", group="opening")
class CaseOpened(Fact, frozen=True, kw_only=True):
    """A file was opened for one applicant."""

    source: Source
    opened_on: date
    person: str
    from_case: str = ""
    ticket: str = ""
    site: str = ""
    """The settlement point of a mass influx (L-7.2-1)."""
    alone: bool = False
    """A child who came without parents, in a file that was opened for another reason (L-10.7b)."""


@kind("person.recorded")
class PersonRecorded(Fact, frozen=True, kw_only=True):
    """Who the person is, as shown by documents or told."""

    person: str
    place: Literal["applicant", "minor"]
    names: Names
    sex: Sex
    birth: BirthDate
    birth_place: str = ""
    citizenships: tuple[str, ...] = ()
    stateless: Stateless = "no"
    residence_country: str = ""
    languages: tuple[str, ...] = ()
    marital: str = ""
    iin: str = ""
    parents: tuple[str, ...] = ()
    from_words: bool = False


@kind("document.shown")
class DocumentShown(Fact, frozen=True, kw_only=True):
    """A document was shown, or said to be lost or never held."""

    person: str
    type: str
    number: str = ""
    series: str = ""
    issuer: str = ""
    country: str = ""
    issued_on: date | None = None
    valid_to: date | None = None
    seen: Literal["original", "copy", "lost", "none"] = "original"


@kind("photo.taken")
class PhotoTaken(Fact, frozen=True, kw_only=True):
    """The photo for the certificate; the picture is the first of `blobs`."""

    person: str


@kind("stay.stated")
class StayStated(Fact, frozen=True, kw_only=True):
    """Where the persons stay."""

    persons: tuple[str, ...]
    address: Address
    from_on: date
    phone: str = ""


@kind("arrival.stated")
class ArrivalStated(Fact, frozen=True, kw_only=True):
    """How and when the person came, or learned of the danger (L-10.1a, L-10.1b, L-10.3)."""

    person: str
    way: Literal["legal", "forced", "other", "already_here"]
    entered_at: datetime | None = None
    entered_on: date | None = None
    place: str = ""
    transport: str = ""
    learned_on: date | None = None
    route: tuple[RouteStop, ...] = ()


@kind("claim.stated")
class ClaimStated(Fact, frozen=True, kw_only=True):
    """Why the person asks for asylum: the six reasons of Art. 1(1), family unity, or not yet stated."""

    person: str
    reasons: tuple[str, ...]
    account: str = ""
    fears: str = ""


@kind("representative.named")
class RepresentativeNamed(Fact, frozen=True, kw_only=True):
    """Someone acts for the person (L-10.1a), or for an unaccompanied minor (L-16.1)."""

    person: str
    name: str
    basis: str
    number: str = ""
    on: date | None = None


@kind("interpreter.engaged")
class InterpreterEngaged(Fact, frozen=True, kw_only=True):
    """A free interpreter took part (L-8.1.1)."""

    name: str
    language: str
    basis: Literal["staff", "contract", "volunteer"] = "contract"
    translation_statement: bool = False
    """The applicant states that the translation satisfies (X-language)."""


@kind("minor.listed")
class MinorListed(Fact, frozen=True, kw_only=True):
    """A person under 18 was entered in this application (L-10.5)."""

    person: str
    relation: str
    birth_document: BirthDocument | None = None
    verbal: bool = False
    arrived_with: bool = True


@kind("minor.proven")
class MinorProven(Fact, frozen=True, kw_only=True):
    """The birth document of a minor listed from words was shown."""

    person: str
    birth_document: BirthDocument


@kind("minor.struck")
class MinorStruck(Fact, frozen=True, kw_only=True):
    """A minor left this application."""

    person: str
    reason: Literal["turned_18", "own_file", "other_parent", "error", "died"]
    on: date
    to_case: str = ""
    note: str = ""


@kind("relative.stated")
class RelativeStated(Fact, frozen=True, kw_only=True):
    """A relative who has an own application, or is elsewhere."""

    relation: str
    person: str = ""
    name: str = ""
    case: str = ""
    here: bool = True
    tracing: bool = False
    recognised_by: str = ""
    """The office that recognised the relative, whose file is not in this store (f-40)."""
    decision: str = ""
    decided_on: date | None = None
    recognised_until: date | None = None


@kind("family.tied")
class FamilyTied(Fact, frozen=True, kw_only=True):
    """Cases belong to one family."""

    family: str
    cases: tuple[str, ...]


@kind("detention.notified")
class DetentionNotified(Fact, frozen=True, kw_only=True):
    """A detaining body told the LEB (L-10.4a)."""

    body: str
    detained_at: datetime
    received_at: datetime
    late: Late | None = None
    """By how much the notice came later than 24 hours after the detention; a flag, never a bar (f-45)."""


@kind("application.lodged")
class ApplicationLodged(Fact, frozen=True, kw_only=True):
    """A request was lodged; from now on the person is an asylum seeker (L-1.6, f-44)."""

    way: Way
    lodged_at: datetime
    kind: Literal["grant", "extension"] = "grant"
    place: Literal["leb", "border"] = "leb"
    late: Late | None = None
    last_day: date | None = None
    last_moment: datetime | None = None
    border_receipt: str = ""
    handover_target: date | None = None
    covers: tuple[str, ...] = ()
    """Whose status it asks to extend, when it came along from another file; else everybody's who holds one."""


@kind("application.registered")
class ApplicationRegistered(Fact, frozen=True, kw_only=True):
    """The application got its number; the three months of Art. 11(1) run from `registered_on`."""

    number: str
    registered_on: date
    kind: Literal["grant", "extension"] = "grant"
    first_registered_on: date | None = None
    """When the person was registered first, in the file of a parent."""


@kind("application.withdrawn")
class ApplicationWithdrawn(Fact, frozen=True, kw_only=True):
    """The person withdrew the application (L-8.1.3)."""

    on: date
    kind: Literal["grant", "extension"] = "grant"
    statement: str = ""


@kind("case.closed")
class CaseClosed(Fact, frozen=True, kw_only=True):
    """The file was closed for a reason that is no ground (f-30)."""

    code: str
    on: date
    reason: str = ""


@kind("request.sent")
class RequestSent(Fact, frozen=True, kw_only=True):
    """A referral or request went to another body."""

    request: str
    to: Body
    person: str
    on: date


@kind("request.answered")
class RequestAnswered(Fact, frozen=True, kw_only=True):
    """The answer to a referral; fingerprints may be not required by the legislation (L-10.6c, f-14)."""

    request: str
    person: str
    on: date
    result: Literal["done", "refused", "impossible", "not_required", "received"]
    reason: str = ""
    basis: str = ""
    confirmed_by: str = ""
    reference: str = ""


@kind("consideration.postponed")
class ConsiderationPostponed(Fact, frozen=True, kw_only=True):
    """The final decision was postponed (L-11.1b)."""

    number: str
    on: date
    until: date
    reason: str


@kind("consent.recorded")
class ConsentRecorded(Fact, frozen=True, kw_only=True):
    """An adult family member agreed, or not, to a derivative grant (L-11.2b)."""

    person: str
    given: bool
    on: date


@kind("decision.taken")
class DecisionTaken(Fact, frozen=True, kw_only=True):
    """A decision of the commission and the LEB."""

    number: str
    kind: DecisionKind
    on: date
    person: str
    covers: tuple[str, ...]
    grounds: tuple[GroundChosen, ...] = ()
    proofs: tuple[Proof, ...] = ()
    court: Court | None = None
    sitting: str = ""
    override: Override | None = None
    from_on: date | None = None
    to_on: date | None = None
    note: str = ""
    from_paper: bool = False
    """Taken over from a paper file when its notices and copies were due already."""


@kind("decision.served")
class DecisionServed(Fact, frozen=True, kw_only=True):
    """The person got the copy of the decision; the appeal term runs from `learnt_on` (L-15).

    *Units*: `appeal_months`: how long it is by the setting of that moment; 0 while it does not run yet.
    """

    number: str
    way: Literal["hand", "post"]
    on: date
    learnt_on: date | None = None
    proof: str = ""
    appeal_months: int = 0


@kind("notice.sent")
class NoticeSent(Fact, frozen=True, kw_only=True):
    """Another body was told of a decision (L-10.8)."""

    decision: str
    to: Literal["authorised_body", "iab"]
    on: date
    way: Literal["bundle", "paper"] = "paper"


@kind("certificate.issued")
class CertificateIssued(Fact, frozen=True, kw_only=True):
    """A certificate: its holder, the minors in it, and how long it is valid (L-10.6a, X-cert, L-11.5b)."""

    number: str
    kind: CertificateKind
    holder: str
    minors: tuple[str, ...]
    issued_on: date
    valid_to: date
    replaces: str = ""
    late_reason: str = ""
    signed_by: str = ""


@kind("certificate.ended")
class CertificateEnded(Fact, frozen=True, kw_only=True):
    """A certificate is no longer valid."""

    number: str
    how: Literal["replaced", "returned", "lost", "spoiled", "destroyed", "expired"]
    on: date
    reason: str = ""


@kind("paper.issued")
class PaperIssued(Fact, frozen=True, kw_only=True):
    """A paper was made; its bytes are the first of `blobs`, so a reprint is the same paper for ever."""

    paper: str
    form: str
    edition: str
    language: str
    on: date
    person: str = ""
    number: str = ""


@kind("note.add", group="commuting")
class NoteAdded(Fact, frozen=True, kw_only=True):
    """A note on the case; any office with a copy may add one."""

    text: str
