"""What of a case only the commission may see, and a case without it; recording that it was seen is `services/looking`.

Which grounds and needs are restricted stands in `grounds` and `needs`; who may see them in `permissions`.
"""

from collections.abc import Collection
from typing import Literal, get_args

from msgspec.structs import replace

from app.domain import facts as f
from app.domain import grounds, needs
from app.domain.case import CaseState, Decision, Person, Request
from app.domain.facts.values import GroundChosen, Proof
from app.domain.permissions import Actor, allowed, only_lodges

What = Literal["grounds", "needs", "nsc", "interview", "evidence"]
WHAT: tuple[What, ...] = get_args(What)
NSC = "nsc"
_HIDDEN_GROUND = GroundChosen(code="", reason="")
_HIDDEN_PROOF = Proof(id="", text="")


def restricted_in(state: CaseState) -> frozenset[What]:
    """What of a case is restricted.

    *Law*: `grounds.md` 1, `rules.md` B.3, L-4.3: grounds 12(1)(5)-(8) and 13(1)(2)-(5) with reasons, proofs and court,
    needs SV, TR and SM, answers of the NSC, interviews and evidence marked so.
    """
    found: dict[What, bool] = {
        "grounds": any(_is_restricted(decision) for decision in state.decisions),
        "needs": any(needs.is_restricted(code) for person in state.persons.values() for code in person.needs),
        "nsc": any(request.to == NSC and request.answer for request in state.requests),
        "interview": any(interview.restricted for interview in state.interviews),
        "evidence": any(piece.restricted for piece in state.evidence),
    }
    return frozenset(what for what, there in found.items() if there)


def redacted(state: CaseState, actor: Actor) -> CaseState:
    """The case as an actor may see it; the whole of it for the commission, which opens the rest with a reason.

    *Law*: `grounds.md` 1: an office that only lodges sees no grounds at all; notes of the commission are its own.
    *Shape*: what is hidden keeps its place in its list; of a need, which would be told by being there, nothing is left.
    """
    if allowed(actor, "see_restricted"):
        return state
    state = hidden(state, WHAT)
    decisions = (replace(decision, note="") for decision in state.decisions)
    if only_lodges(actor):
        decisions = (_without_grounds(decision) for decision in decisions)
    return replace(state, decisions=tuple(decisions))


def shown_to(state: CaseState, actor: Actor, opened: Collection[str] = ()) -> CaseState:
    """The case as a screen shows it: what is restricted only to who may see it and has opened it with a reason.

    *Shape*: `opened` holds members of `What`, or `all`.
    """
    if not allowed(actor, "see_restricted"):
        return redacted(state, actor)
    return state if "all" in opened else hidden(state, [what for what in WHAT if what not in opened])


def hidden(state: CaseState, what: Collection[What]) -> CaseState:
    """The case without what is restricted of some sorts."""
    there = restricted_in(state).intersection(what)
    if "grounds" in there:
        state = replace(
            state, decisions=tuple(_without_grounds(d) if _is_restricted(d) else d for d in state.decisions)
        )
    if "needs" in there:
        state = replace(state, persons={key: _without_needs(person) for key, person in state.persons.items()})
    if "nsc" in there:
        state = replace(state, requests=tuple(_that_it_came(request) for request in state.requests))
    if "interview" in there:
        state = replace(state, interviews=tuple(_that_it_was_held(i) if i.restricted else i for i in state.interviews))
    if "evidence" in there:
        state = replace(state, evidence=tuple(_that_it_is_there(e) if e.restricted else e for e in state.evidence))
    return state


def _is_restricted(decision: Decision) -> bool:
    """True when a restricted ground stands in a decision, or stood there before a correction."""
    chosen = [*decision.grounds, *(ground for made in decision.corrections for ground in made.grounds or ())]
    return any(grounds.is_restricted(ground.code) for ground in chosen)


def _without_grounds(decision: Decision) -> Decision:
    """A decision with as many grounds and proofs, of which nothing is told."""
    corrections = tuple(
        replace(made, reason="", note=None, grounds=_blank(made.grounds) if made.grounds is not None else None)
        for made in decision.corrections
    )
    return replace(
        decision,
        grounds=_blank(decision.grounds),
        proofs=tuple(_HIDDEN_PROOF for _ in decision.proofs),
        court=None,
        note="",
        corrections=corrections,
    )


def _blank(chosen: tuple[GroundChosen, ...]) -> tuple[GroundChosen, ...]:
    return tuple(_HIDDEN_GROUND for _ in chosen)


def _without_needs(person: Person) -> Person:
    return replace(person, needs=needs.visible(person.needs, restricted=False))


def _that_it_came(request: Request) -> Request:
    """That the NSC answered, and when; not what."""
    answer = request.answer
    if request.to != NSC or answer is None:
        return request
    came = f.case.RequestAnswered(request=answer.request, person=answer.person, on=answer.on, result="received")
    return replace(request, answer=came)


def _that_it_was_held(interview: f.course.InterviewHeld) -> f.course.InterviewHeld:
    return f.course.InterviewHeld(person=interview.person, on=interview.on, officer=interview.officer, restricted=True)


def _that_it_is_there(piece: f.course.EvidenceAdded) -> f.course.EvidenceAdded:
    return f.course.EvidenceAdded(person=piece.person, about="other", text="", on=piece.on, restricted=True)
