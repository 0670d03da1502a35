"""Reunification with a refugee or an asylum seeker who came before, and the ties of one family (Art. 11(2)).

Not here: ties, splits and events of families that are registered already.
"""

from app.base.errors import Refusal
from app.domain import facts as f
from app.domain.case import CaseState, status
from app.domain.commands import ApplicantData, EvidenceData, RegisterApplication
from app.domain.facts.values import Names
from app.domain.intake import CaseFacts, Intake

ANCHORS = frozenset({"intention", "asylum_seeker", "refugee", "expired_extension_pending"})
"""Whom a family joins: a refugee or an asylum seeker, whose own application may still be pending (L-11.2d)."""
_BACK = {
    "spouse": "spouse",
    "son": "parent",
    "daughter": "parent",
    "step_child": "parent",
    "grandparent": "grandchild",
    "grandchild": "grandparent",
}
"""What the anchor is to a relative, as far as the word says it without the sex."""


def check_joining(known: Intake, command: RegisterApplication, anchor: CaseState | None) -> None:
    """Refuse a family that joins whom it cannot, or joins without evidence of the family link.

    *Law*: L-11.2c, L-11.2d: evidence and/or documents; not only certificates count. Evidence without a case is of a
    link to somebody whose file is not in this store.
    *Refuses*: `case.unknown`, `application.anchor_status`, `application.family_evidence`.
    """
    if command.joins and anchor is None:
        raise Refusal("case.unknown", field="joins")
    if anchor is not None and status(anchor, known.today) not in ANCHORS:
        raise Refusal("application.anchor_status", field="joins", number=anchor.shown_number)
    if (anchor is not None and not command.evidence) or not all(_shows(item) for item in command.evidence):
        raise Refusal("application.family_evidence", field="evidence")


def _shows(item: EvidenceData) -> bool:
    return bool(item.text.strip() or item.document.strip() or item.scan)


def tied(
    known: Intake,
    applicants: tuple[ApplicantData, ...],
    made: tuple[CaseFacts, ...],
    anchor: CaseState | None = None,
    evidence: tuple[EvidenceData, ...] = (),
) -> tuple[CaseFacts, ...]:
    """The cases of one family with what ties them: the family, the relatives both ways, the evidence of the link.

    *Law*: L-11.2a, L-11.2d, L-4.4. *Shape*: the new cases in their order, then the facts of the anchor's case.
    """
    if len(made) < 2 and anchor is None:
        return tuple(CaseFacts(case.case, (*case.facts, *_shown(known, case, "", evidence))) for case in made)
    ids = [case.case for case in made]
    older = (anchor.id, *anchor.kin) if anchor else ()
    tie = f.case.FamilyTied(family=(anchor.family if anchor else "") or known.new_id(), cases=(*older, *ids))
    whole = []
    for place, case in enumerate(made):
        facts = (*case.facts, tie, *_among(applicants, ids, place))
        if anchor:
            facts = (*facts, _joined(anchor, applicants[0].relation if place == 0 else ""))
        facts = (*facts, *_shown(known, case, anchor.id if anchor else "", evidence))
        whole.append(CaseFacts(case.case, facts))
    if anchor:
        joined = (_relative(a.relation if n == 0 else "", a.person.names, ids[n]) for n, a in enumerate(applicants))
        whole.append(CaseFacts(anchor.id, (tie, *joined)))
    return tuple(whole)


def _joined(anchor: CaseState, relation: str) -> f.Fact:
    """The person whom the family joins, as the new file knows that person."""
    return _relative(_BACK.get(relation, ""), anchor.applicant_person.names, anchor.id)


def _shown(known: Intake, case: CaseFacts, anchor: str, evidence: tuple[EvidenceData, ...]) -> list[f.Fact]:
    """What shows the family link; not only certificates count (L-11.2d)."""
    person = next(fact.person for fact in case.facts if isinstance(fact, f.case.CaseOpened))
    return [
        f.course.EvidenceAdded(
            person=person,
            about="family",
            text=", ".join(part.strip() for part in (item.text, item.document) if part.strip()),
            on=known.today,
            link=anchor,
            blobs=(item.scan,) if item.scan else (),
        )
        for item in evidence
    ]


def _among(applicants: tuple[ApplicantData, ...], ids: list[str], place: int) -> list[f.Fact]:
    """The others of the family that is registered now; each but the first said what it is to the first."""
    own = applicants[place].relation
    return [
        _relative(other.relation if n else _BACK.get(own, ""), other.person.names, ids[n])
        for n, other in enumerate(applicants)
        if n != place
    ]


def _relative(relation: str, names: Names, case: str) -> f.case.RelativeStated:
    name = names.full("kk_cyr") or names.full("latin")
    return f.case.RelativeStated(relation=relation or "other", name=name, case=case, here=True)
