"""How a status ends: deprivation, termination, lapse (Art. 13, 14), and the proofs that the commission names.

A ground is a reason of the commission, never computed. Extending a status lives in `extensions`.
"""

from datetime import date, timedelta

from app.base.errors import Refusal
from app.domain import facts as f
from app.domain import grounds
from app.domain.case import CaseState
from app.domain.commands import RecordLapse, TakeDecision
from app.domain.extensions import first_ruling, holders, holds_status
from app.domain.facts.values import Court, GroundChosen, Proof
from app.domain.intake import Intake, check_not_ahead

BY_JUDGMENT = "in_force"
"""The proof that only a judgment gives: grounds 2-5 of Art. 13(1)."""
BASIS_OF_GRANT = "basis_of_grant"
"""The proof of A13-01 that links to the grant decision."""
DATED = frozenset({("A14-01", "citizenship"), ("A14-04", "act")})
"""Proofs that count only with their date: the citizenship document, the act of using protection again."""


def check_standing(state: CaseState, on: date, today: date) -> None:
    """Refuse a decision on a status that nobody holds, or dated ahead or before what it follows.

    *Law*: L-11.5c, L-13.1, L-14.1: nothing is left to decide after a lapse, a deprivation or a termination.
    *Refuses*: `decision.closed`, `decision.future`, `decision.no_status`, `decision.before_earlier`.
    """
    if not state.is_open:
        raise Refusal("decision.closed")
    if on > today:
        raise Refusal("decision.future", field="on")
    if not holders(state, today):
        raise Refusal("decision.no_status", field="kind")
    earlier = max(d.on for d in state.decisions if d.annulled_on is None or d.annulled_on > on)
    if on < earlier:
        raise Refusal("decision.before_earlier", field="on", earlier=earlier)
    if not holders(state, on):
        raise Refusal("decision.no_status", field="on")


def check_grounds(
    chosen: tuple[GroundChosen, ...], on: date, *, article: grounds.Article, fingerprints_settled: bool = False
) -> None:
    """Refuse grounds that a negative decision cannot rest on, or a ground of several parts without its part.

    *Law*: L-12, L-13.1, L-14.1; A12-02 and A12-10 name which part of the sentence applies.
    *Refuses*: as `grounds.check_choice`, and `decision.subcode_missing`, `decision.subcode_unknown`.
    """
    reasons: dict[str, str] = {}
    for ground in chosen:
        # A ground may stand twice, with two parts; one of them without its reasoning is enough to refuse.
        blank = ground.code in reasons and not reasons[ground.code].strip()
        reasons[ground.code] = "" if blank else ground.reason
    grounds.check_choice(reasons, on, fingerprints_settled=fingerprints_settled, article=article)
    for ground in chosen:
        parts = {part.code for part in grounds.ground(ground.code).subcodes}
        if parts and not ground.subcode:
            raise Refusal("decision.subcode_missing", field=ground.code, code=ground.code)
        if ground.subcode and ground.subcode not in parts:
            raise Refusal("decision.subcode_unknown", field=ground.code, code=ground.code, part=ground.subcode)


def check_deprivation(state: CaseState, command: TakeDecision, on: date) -> None:
    """Refuse a deprivation without a ground of Art. 13 and its proofs.

    *Law*: L-13.1: A13-02, A13-03, A13-04 and A13-05 need a conviction in force, A13-01 the link to the grant decision.
    *Refuses*: as `check_grounds` and `check_proofs`, and `decision.grant_not_named`.
    """
    check_grounds(command.grounds, on, article=13)
    check_proofs(command, on)
    for proof in command.proofs:
        if proof.id == BASIS_OF_GRANT:
            _check_link(state, proof)


def check_termination(command: TakeDecision, on: date) -> None:
    """Refuse a termination without a ground of Art. 14(1) and its proofs.

    *Law*: L-14.1; A14-01 needs both parts: the citizenship document with its date, and the use of the protection.
    A14-02, A14-03, A14-04, A14-05, A14-06 and A14-07 need each of the proofs of `grounds.md` 4.
    *Refuses*: as `check_grounds` and `check_proofs`.
    """
    check_grounds(command.grounds, on, article=14)
    check_proofs(command, on)


def check_proofs(command: TakeDecision, on: date) -> None:
    """Refuse a decision that lacks a proof of one of its grounds.

    *Law*: `grounds.md` 3 and 4. *Shape*: a proof is named by its id in `grounds.json`; the judgment stands in `court`.
    *Refuses*: `decision.proof_missing`, `decision.proof_undated`, and as `check_named` and `check_court`.
    """
    check_named(command, on)
    given = {proof.id: proof for proof in command.proofs if proof.text.strip()}
    for chosen in command.grounds:
        wanted = tuple(proof.id for proof in grounds.ground(chosen.code).proof)
        if BY_JUDGMENT in wanted:
            check_court(command.court, chosen.code, on)
            continue
        for proof in wanted:
            if proof not in given:
                raise Refusal("decision.proof_missing", field="proofs", code=chosen.code, proof=proof)
            if (chosen.code, proof) in DATED and given[proof].on is None:
                raise Refusal("decision.proof_undated", field="proofs", code=chosen.code, proof=proof)


def check_named(command: TakeDecision, on: date) -> None:
    """Refuse a proof that belongs to none of the chosen grounds, or that came after the decision.

    *Refuses*: `decision.proof_unknown`, `decision.proof_after`.
    """
    known: set[str] = set()
    for chosen in command.grounds:
        ground = grounds.ground(chosen.code)
        parts = (part for part in ground.subcodes if part.code == chosen.subcode)
        known.update(proof.id for proof in ground.proof)
        known.update(proof.id for part in parts for proof in part.proof)
    for proof in command.proofs:
        if proof.id not in known:
            raise Refusal("decision.proof_unknown", field="proofs", proof=proof.id)
        if proof.on and proof.on > on:
            raise Refusal("decision.proof_after", field="proofs")


def check_court(court: Court | None, code: str, on: date) -> None:
    """Refuse a ground that needs a conviction without the judgment in force.

    *Law*: L-13.1 (Art. 13(1)(2)-(5), сотталған болса): court, date, case number and the flag "in force".
    *Refuses*: `decision.court_missing`, `decision.court_after`, `decision.court_not_in_force`.
    """
    if court is None or not court.name.strip() or not court.number.strip():
        raise Refusal("decision.court_missing", field="court", code=code)
    if court.on > on:
        raise Refusal("decision.court_after", field="court", code=code)
    if not court.in_force:
        raise Refusal("decision.court_not_in_force", field="court", code=code)


def _check_link(state: CaseState, proof: Proof) -> None:
    """Refuse the proof of A13-01 that does not name the grant which rested on the false information."""
    named = [d.number for d in state.decisions if d.kind in {"grant", "grant_derivative"} or d.carried]
    if not any(number.casefold() in proof.text.casefold() for number in named):
        raise Refusal("decision.grant_not_named", field="proofs", number=named[0] if named else "")


def record_lapse(known: Intake, state: CaseState, command: RecordLapse) -> tuple[f.Fact, ...]:
    """Record that the status ended with its term; the refugee certificate ends with it.

    *Law*: L-14.2 (Art. 14(2), A14-EXP), f-09: a human act, not while an application to extend is pending, timely or
    late; f-38: no term is counted from it.
    *Shape*: the status ends on the day after its last day; `command.on` is the day of the act. Whose term has passed
    is covered, the applicant or minors only; one fact for each end.
    *Refuses*: `date.future`, `lapse.no_status`, `lapse.extension_pending`, `lapse.not_expired`.
    """
    on = command.on or known.today
    check_not_ahead(on, known.today)
    ruling = first_ruling(state, known.today)
    if ruling is None or ruling.to_on is None:
        raise Refusal("lapse.no_status")
    if state.pending_extension:
        raise Refusal("lapse.extension_pending", number=state.pending_extension.number)
    ends: dict[date, tuple[str, ...]] = {}
    for person in holders(state, known.today):
        end = _run_out(state, person, on)
        if end:
            ends[end] = (*ends.get(end, ()), person)
    if not ends:
        raise Refusal("lapse.not_expired", field="on", to=ruling.to_on)
    covered = {person for covers in ends.values() for person in covers}
    held = [c for c in state.certificates if c.kind == "refugee" and not c.ended and c.holder in covered]
    return (
        *(
            f.remedies.StatusLapsed(
                on=end + timedelta(days=1), recorded_on=on, covers=ends[end], calendar=known.calendar.version
            )
            for end in sorted(ends)
        ),
        *(f.case.CertificateEnded(number=c.number, how="expired", on=on) for c in held),
    )


def _run_out(state: CaseState, person: str, on: date) -> date | None:
    """The last day of a status whose term has passed by a day."""
    decision = state.status_decision(person, on)
    end = decision.to_on if decision and holds_status(state, on, person) else None
    return end if end and end < on else None
