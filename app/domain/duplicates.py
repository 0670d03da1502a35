"""Two entries found to be one person, or not, and a duplicate file that goes on in another.

A pair is found by name and day of birth (`intake.identity_keys`) and judged by people; nothing is merged by itself. A
merge is taken back by `undo` for persons, and for files by reopening (`remedies`).
"""

from collections.abc import Iterable
from typing import NamedTuple

from app.base.errors import Refusal
from app.domain import facts as f
from app.domain.case import CaseState, Person
from app.domain.commands import JudgeDuplicate, MergeCase, MergePersons, UndoMerge
from app.domain.intake import CaseFacts, Intake, identity_keys
from app.domain.reasons import stated


class Entry(NamedTuple):
    """A person in a case."""

    case: str
    person: str


def judge(known: Intake, state: CaseState, other: CaseState, command: JudgeDuplicate) -> tuple[CaseFacts, ...]:
    """Record, in both cases, whether two entries are one person.

    *Law*: L-10.5, L-7.2-1. *Refuses*: `person.unknown`, `duplicate.same_entry`, `duplicate.reasons`,
    `reason.too_long`.
    """
    one, two = _person(state, command.person, "person"), _person(other, command.other_person, "other_person")
    if one.id == two.id:
        raise Refusal("duplicate.same_entry", field="other_person")
    fact = f.persons.DuplicateJudged(
        persons=tuple(sorted((one.id, two.id))),
        verdict=command.verdict,
        reasons=_reasons(command.reasons, "duplicate.reasons"),
        on=known.today,
    )
    return _in_each((state.id, other.id), fact)


def verdict(state: CaseState, one: str, two: str) -> str:
    """The newest verdict on a pair: "same", "different", or "" while nobody has judged it."""
    pair = {one, two}
    return next((str(j.verdict) for j in reversed(state.judged) if set(j.persons) == pair), "")


def judged_different(state: CaseState, one: str, two: str) -> bool:
    """True for a pair that was found to be two human beings: it is not offered again."""
    return verdict(state, one, two) == "different"


def to_judge(state: CaseState, person: str, found: Iterable[Entry]) -> tuple[Entry, ...]:
    """Of the entries with the same identity, those that are still to be judged for a person of this case."""
    known = state.persons.get(person)
    gone = known.merged_into if known else ""
    return tuple(e for e in found if e.person not in {person, gone} and not verdict(state, person, e.person))


def merge(
    known: Intake, state: CaseState, other: CaseState, concerned: Iterable[str], command: MergePersons
) -> tuple[CaseFacts, ...]:
    """Record that two entries are one human being, in each case concerned; lists then show the one that is kept.

    *Shape*: `concerned` are the further cases, held here, in which the other entry stands; `command.second` has been
    confirmed. *Refuses*: `person.unknown`, `merge.itself`, `merge.target` (the kept entry was merged itself),
    `merge.already`, `merge.judged_different`, `merge.reasons`, `reason.too_long`.
    """
    keep, gone = _person(state, command.keep, "keep"), _person(other, command.gone, "gone")
    if keep.id == gone.id:
        raise Refusal("merge.itself", field="gone")
    if keep.merged_into:
        raise Refusal("merge.target", field="keep")
    if gone.merged_into:
        raise Refusal("merge.already", field="gone")
    if judged_different(state, keep.id, gone.id) or judged_different(other, keep.id, gone.id):
        raise Refusal("merge.judged_different", field="gone")
    fact = f.persons.PersonsMerged(
        keep=keep.id,
        gone=gone.id,
        reasons=_reasons(command.reasons, "merge.reasons"),
        on=known.today,
        second=command.second,
    )
    return _in_each((state.id, other.id, *concerned), fact)


def undo(
    known: Intake, state: CaseState, other: CaseState, concerned: Iterable[str], command: UndoMerge
) -> tuple[CaseFacts, ...]:
    """Record that two entries are two human beings after all, in each case concerned.

    *Refuses*: `person.unknown`, `merge.none`, `merge.reasons`, `reason.too_long`.
    """
    keep, gone = _person(state, command.keep, "keep"), _person(other, command.gone, "gone")
    if gone.merged_into != keep.id:
        raise Refusal("merge.none", field="gone")
    fact = f.persons.MergeUndone(
        keep=keep.id,
        gone=gone.id,
        reasons=_reasons(command.reasons, "merge.reasons"),
        on=known.today,
        second=command.second,
    )
    return _in_each((state.id, other.id, *concerned), fact)


def merge_case(known: Intake, state: CaseState, into: CaseState, command: MergeCase) -> tuple[f.Fact, ...]:
    """Close a duplicate file, which goes on in another one, and take its valid certificates back.

    *Law*: `grounds.md` 5 (DUP); L-10.5, L-10.7a: nobody stands in two open applications or valid certificates.
    *Refuses*: `case.not_open`, `merge.itself`, `merge.target` (merged, closed, or not registered), `merge.decided`,
    `merge.not_judged` (the applicants were not found to be one), `merge.minors` (a child would stand nowhere),
    `merge.reasons`, `reason.too_long`.
    """
    if not state.is_open:
        raise Refusal("case.not_open", field="case")
    if state.id == into.id:
        raise Refusal("merge.itself", field="into")
    if not into.is_open or into.merged_into or (state.registered_on and into.registered_on is None):
        raise Refusal("merge.target", field="into")
    if any(decision.annulled_on is None for decision in state.decisions):
        raise Refusal("merge.decided", field="case")
    if not _one_person(state, into):
        raise Refusal("merge.not_judged", field="into")
    if not all(_stands_in(minor, into) for minor in state.minors):
        raise Refusal("merge.minors", field="case")
    ended = [
        f.case.CertificateEnded(number=certificate.number, how="returned", on=known.today)
        for certificate in state.certificates
        if not certificate.ended
    ]
    merged = f.persons.CaseMerged(
        into=into.id, on=known.today, reasons=_reasons(command.reasons, "merge.reasons"), second=command.second
    )
    return (*ended, merged)


def _one_person(state: CaseState, into: CaseState) -> bool:
    """True when the applicants of two files are known to be one human being: one id, merged, or judged so."""
    one, two = state.applicant, into.applicant
    if one == two:
        return True
    merged = {(p.id, p.merged_into) for case in (state, into) for p in case.persons.values()}
    return bool({(one, two), (two, one)} & merged) or "same" in {verdict(state, one, two), verdict(into, one, two)}


def _stands_in(minor: Person, into: CaseState) -> bool:
    """True when a minor is in the other file already: by the id, by a merge, or by name and day of birth."""
    keys = identity_keys(minor.names, minor.recorded.birth)
    return any(
        person.id in {minor.id, minor.merged_into}
        or person.merged_into == minor.id
        or keys & identity_keys(person.names, person.recorded.birth)
        for person in into.present
    )


def _person(state: CaseState, person: str, field: str) -> Person:
    found = state.persons.get(person)
    if found is None:
        raise Refusal("person.unknown", field=field)
    return found


def _reasons(text: str, rule: str) -> str:
    return stated(text, rule, "reasons")


def _in_each(cases: Iterable[str], fact: f.Fact) -> tuple[CaseFacts, ...]:
    """The fact once in every case."""
    return tuple(CaseFacts(case, (fact,)) for case in dict.fromkeys(cases))
