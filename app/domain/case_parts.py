"""The parts that a case file is made of: persons, referrals, certificates, decisions, extensions, appeals, papers."""

from datetime import date, datetime
from typing import Literal

from app.domain import facts as f
from app.domain.facts.values import (
    Address,
    BirthDocument,
    Blob,
    CertificateKind,
    Court,
    DecisionKind,
    GroundChosen,
    Late,
    Names,
    Proof,
    Value,
)


class Standing(Value, frozen=True, kw_only=True):
    """How many papers, certificates and decisions stood in the file when a correction was recorded."""

    papers: int
    certificates: int
    decisions: int


class Person(Value, frozen=True, kw_only=True):
    """A person in this file: the applicant, a minor, or one who was struck."""

    id: str
    place: Literal["applicant", "minor", "struck"]
    recorded: f.case.PersonRecorded
    documents: tuple[f.case.DocumentShown, ...] = ()
    photo: Blob | None = None
    stay: Address | None = None
    stay_from: date | None = None
    phone: str = ""
    relation: str = ""
    birth_document: BirthDocument | None = None
    verbal: bool = False
    arrived_with: bool = True
    to_case: str = ""
    struck_on: date | None = None
    struck_reason: str = ""
    needs: tuple[str, ...] = ()
    corrected: tuple[f.persons.PersonCorrected, ...] = ()
    corrected_after: tuple[Standing, ...] = ()
    """What stood in the file before each correction, in the same order."""
    merged_into: str = ""
    """The id under which lists show this human being, when two entries were found to be one."""
    died_on: date | None = None

    @property
    def names(self) -> Names:
        """The names as recorded."""
        return self.recorded.names


class Request(Value, frozen=True, kw_only=True):
    """A referral and its answer."""

    id: str
    to: str
    person: str
    on: date
    calendar: str = ""
    answer: f.case.RequestAnswered | None = None


class Certificate(Value, frozen=True, kw_only=True):
    """A certificate and how it ended."""

    number: str
    kind: CertificateKind
    holder: str
    minors: tuple[str, ...]
    issued_on: date
    valid_to: date
    replaces: str = ""
    signed_by: str = ""
    ended: str = ""
    ended_on: date | None = None
    struck_rows: tuple[str, ...] = ()
    """The minors whose rows were struck by hand since the issue, because they left the application (L-10.7a)."""


class Decision(Value, frozen=True, kw_only=True):
    """A decision, how it was served and who was told."""

    number: str
    kind: DecisionKind
    on: date
    person: str
    covers: tuple[str, ...]
    grounds: tuple[GroundChosen, ...] = ()
    from_on: date | None = None
    to_on: date | None = None
    override_rule: str = ""
    override_reason: str = ""
    note: str = ""
    calendar: str = ""
    served_on: date | None = None
    learnt_on: date | None = None
    learnt_calendar: str = ""
    appeal_months: int = 0
    """Calendar and months by which the term for an appeal is counted, as they were when it began; 0: as set now."""
    told: tuple[str, ...] = ()
    told_on: dict[str, date] = {}
    """When each body was told first."""
    proofs: tuple[Proof, ...] = ()
    court: Court | None = None
    from_paper: bool = False
    """True for a decision whose notices and copies were a matter of the paper file."""
    carried: bool = False
    """True for a status that came along from the file of a parent."""
    rests_on: dict[str, str] = {}
    """Of each person covered, the number of the decision whose status was extended or ended by this one."""
    annulled_on: date | None = None
    annulled_by: str = ""
    fell_with: dict[str, str] = {}
    """Of each person for whom it has no effect any more, the annulled decision on which it rested in the end."""
    corrections: tuple[f.remedies.DecisionCorrected, ...] = ()

    def stands(self, on: date) -> bool:
        """True when the decision has effect on a day."""
        return self.on <= on and (self.annulled_on is None or on < self.annulled_on)


class Paper(Value, frozen=True, kw_only=True):
    """An issued paper."""

    id: str
    form: str
    edition: str
    language: str
    on: date
    number: str
    person: str
    blob: Blob


class Extension(Value, frozen=True, kw_only=True):
    """An application to extend the status (L-11.5c)."""

    lodged_at: datetime
    last_day: date | None = None
    late: Late | None = None
    number: str = ""
    registered_on: date | None = None
    withdrawn_on: date | None = None
    decision: str = ""
    decided_before: str = ""
    """The decision on it that was annulled."""
    covers: tuple[str, ...] = ()
    """Who held a status when it was lodged; the first is the one whose term it asks to extend."""

    @property
    def pending(self) -> bool:
        """True while neither withdrawn nor decided."""
        return self.withdrawn_on is None and not self.decision


class Lapse(Value, frozen=True, kw_only=True):
    """A status that ended with its term (L-14.2): for whom, and on which decisions it rests."""

    on: date
    recorded_on: date
    covers: tuple[str, ...]
    rests_on: dict[str, str] = {}
    """Of each person, the number of the decision whose term ran out."""


class Appeal(Value, frozen=True, kw_only=True):
    """An appeal against a decision, and how it ended (L-15)."""

    id: str
    decision: str
    level: f.remedies.AppealLevel
    body: str
    on: date
    last_day: date | None = None
    late_days: int = 0
    late_reason: str = ""
    result: str = ""
    effect: str = ""
    decided_on: date | None = None
    in_force_on: date | None = None
    after_end: bool = False
    """True when it was decided after the file had ended, and the file has not been opened again since."""
