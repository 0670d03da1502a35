"""Corrections of what is recorded of a person: what changes, the history of it, and what still carries the old value.

A correction is a fact about the person, whatever follows from it (a minor who is an adult after all); the deadlines and
tasks follow by themselves. Slips of the pen in a decision are `decision.corrected`.
"""

from collections.abc import Iterable
from typing import Literal, NamedTuple

import msgspec

from app.base.errors import Refusal
from app.domain import facts as f
from app.domain.beginnings import check_begun
from app.domain.case import CaseState, Person
from app.domain.commands import CorrectPerson, DocumentData, PersonData
from app.domain.facts.persons import PersonChanges
from app.domain.intake import Intake, check_not_ahead, check_person
from app.domain.reasons import stated

CARRIED = frozenset({"names", "sex", "birth", "birth_place", "citizenships", "stateless", "iin", "from_words"})
"""What certificates and decisions say of a person."""


class Change(NamedTuple):
    """One field of a person before and after a correction."""

    field: str
    before: object
    after: object


class Correction(NamedTuple):
    """One correction with what it changed."""

    fact: f.persons.PersonCorrected
    changes: tuple[Change, ...]


class Carrier(NamedTuple):
    """What still carries an older value: a paper by its id, a certificate or a decision by its number."""

    what: Literal["paper", "certificate", "decision"]
    reference: str
    form: str = ""


def correct(known: Intake, state: CaseState, person: Person, command: CorrectPerson) -> f.persons.PersonCorrected:
    """Correct data of a person; only what really changes is recorded.

    *Law*: L-8.2.1; the new values are held against the rules of intake (X-nodoc, f-23, X-iin).
    *Refuses*: `person.struck` (the data stand in the person's own file), `correction.reason`, `correction.document`,
    `reason.too_long`, `date.future`, `date.before_file`, `correction.unchanged`, and as `check_person`.
    """
    if person.place == "struck":
        raise Refusal("person.struck", field="person")
    reason = stated(command.reason, "correction.reason")
    document = stated(command.document, "correction.document", "document")
    on = command.on or known.today
    check_not_ahead(on, known.today)
    check_begun(state, on)
    changes = _real(person, command.changes)
    _check_values(known, person, changes)
    return f.persons.PersonCorrected(person=person.id, changes=changes, reason=reason, document=document, on=on)


def _real(person: Person, changes: PersonChanges) -> PersonChanges:
    """The changes without those that change nothing."""
    real = {
        field: value
        for field in changes.__struct_fields__
        if (value := getattr(changes, field)) is not None and value != getattr(person.recorded, field)
    }
    if not real:
        raise Refusal("correction.unchanged", field="changes")
    return PersonChanges(**real)


def _check_values(known: Intake, person: Person, changes: PersonChanges) -> None:
    """Hold what changes against the rules of intake; what stays was recorded by whatever rules held then."""
    given = {field: value for field in changes.__struct_fields__ if (value := getattr(changes, field)) is not None}
    after = msgspec.structs.replace(person.recorded, **given)
    citizenship = changes.citizenships is not None or changes.stateless is not None
    data = PersonData(
        names=after.names,
        birth=after.birth,
        citizenships=after.citizenships if citizenship else (),
        stateless=after.stateless if citizenship else "yes",
        iin=changes.iin or "",
        from_words=after.from_words or changes.from_words is None,
        documents=tuple(DocumentData(type=d.type, seen=d.seen) for d in person.documents),
    )
    check_person(data, "changes", known.today, by_birth_document=person.place == "minor")


def changes_of(before: f.case.PersonRecorded, fact: f.persons.PersonCorrected) -> tuple[Change, ...]:
    """What a correction changed, field by field."""
    return tuple(
        Change(field, getattr(before, field), value)
        for field in fact.changes.__struct_fields__
        if (value := getattr(fact.changes, field)) is not None
    )


def history(facts: Iterable[f.Fact | None], person: str) -> tuple[Correction, ...]:
    """The corrections of a person with the values before and after, from the facts of the case in order."""
    found: list[Correction] = []
    recorded: f.case.PersonRecorded | None = None
    for fact in facts:
        if isinstance(fact, f.case.PersonRecorded) and fact.person == person:
            recorded = fact
        if isinstance(fact, f.persons.PersonCorrected) and fact.person == person and recorded:
            changes = changes_of(recorded, fact)
            found.append(Correction(fact, changes))
            recorded = msgspec.structs.replace(recorded, **{change.field: change.after for change in changes})
    return tuple(found)


def cascade(state: CaseState, person: str) -> tuple[Carrier, ...]:
    """The papers, certificates and decisions that stood before the newest correction of a person, name the person, and
    have not been replaced since: by a newer paper of the same form, a newer certificate, a correction of the decision.
    """
    known = state.persons.get(person)
    if known is None or not known.corrected:
        return ()
    papers = _papers(state, person, known.corrected_after[-1].papers)
    carried = [
        (fact, mark)
        for fact, mark in zip(known.corrected, known.corrected_after, strict=False)
        if any(getattr(fact.changes, field) is not None for field in CARRIED)
    ]
    if not carried:
        return papers
    fact, mark = carried[-1]
    certificates = tuple(
        Carrier("certificate", c.number, c.kind)
        for c in state.certificates[: mark.certificates]
        if not c.ended and person in (c.holder, *c.minors)
    )
    decisions = tuple(
        Carrier("decision", d.number, d.kind)
        for d in state.decisions[: mark.decisions]
        if person in d.covers and not d.carried and not any(c.on >= fact.on for c in d.corrections)
    )
    return (*papers, *certificates, *decisions)


def _papers(state: CaseState, person: str, standing: int) -> tuple[Carrier, ...]:
    """The papers that name a person: made for the person, or for the applicant in whose papers a minor stands.

    The paper of a certificate that has ended is worth nothing and is left out.
    """
    newer = {(paper.form, paper.language, paper.person) for paper in state.papers[standing:]}
    ended = {certificate.number for certificate in state.certificates if certificate.ended}
    last = {
        (paper.form, paper.language, paper.person): paper
        for paper in state.papers[:standing]
        if paper.person in {person, state.applicant, ""} and paper.number not in ended
    }
    return tuple(Carrier("paper", paper.id, paper.form) for key, paper in last.items() if key not in newer)
