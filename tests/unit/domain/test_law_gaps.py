"""Rules that are a datum or a way of speaking more than a function: each is held here against what Pana ships."""

import json
import re
from datetime import date

import pytest

from app.base import resources
from app.base.errors import Refusal
from app.domain import certificates, decisions, grounds
from app.domain import facts as f
from app.domain.commands import IssueCertificate, TakeDecision
from app.domain.facts.values import GroundChosen
from app.domain.stages import stages
from tests.offices import Desk, after, applicant, child

AFTER_ALL_CHANGES = date(2026, 6, 15)


def test_f_21_the_ten_grounds_of_the_law_stand_and_not_those_of_the_press() -> None:
    """f-21: ground 9 is there, ground 2 is one ground with its parts, ground 1 speaks of a well-founded fear."""
    found = {ground.code: ground for ground in grounds.grounds(12, AFTER_ALL_CHANGES)}
    assert sorted(found) == [f"A12-{n:02}" for n in range(1, 11)]
    assert len(found["A12-02"].subcodes) > 1
    assert "қудалау құрбаны болуы мүмкін деген негізделген қауіп" in found["A12-01"].kk
    assert "non-political" in found["A12-07"].en
    assert "тікелей" in found["A12-04"].kk


def test_f_27_an_order_is_cited_with_its_number_and_its_day() -> None:
    assert stages()
    source = json.loads(resources.path("law", "stages.json").read_bytes())["source"]
    assert re.search(r"No\. 495 of 30\.05\.2015, annex 4", source)


@pytest.mark.parametrize("code", [f"A12-{n:02}" for n in range(1, 11)])
def test_each_ground_of_refusal_is_chosen_with_its_reason_and_never_without(code: str) -> None:
    """L-12, A12-01 to A12-10: a ground is a reason of the commission; each needs its written reasoning and its part."""
    desk = Desk("2026-06-15 10:00")
    (state,) = desk.register()
    parts = grounds.ground(code).subcodes

    def refuse(reason: str) -> tuple[f.Fact, ...]:
        chosen = GroundChosen(code=code, reason=reason, subcode=parts[0].code if parts else "")
        command = TakeDecision(case=state.id, kind="refuse", grounds=(chosen,))
        return decisions.decide(desk.known, state, command, decisions.Family())

    (taken,) = refuse("негіз")
    assert isinstance(taken, f.case.DecisionTaken)
    assert [(g.code, g.reason) for g in taken.grounds] == [(code, "негіз")]
    with pytest.raises(Refusal) as refusal:
        refuse(" ")
    assert refusal.value.rule == "decision.reason_missing"


def test_X_cert_L_10_7a_after_an_annulment_the_booklet_comes_back_against_the_new_certificate() -> None:
    """X-cert, L-10.7a: the holder and the minors never stand on two valid certificates, whatever their kinds."""
    desk = Desk("2026-06-15 10:00")
    (state,) = desk.register(applicant(minors=(child(),)))
    state = desk.fingerprints(state)
    state = after(state, decisions.decide(desk.known, state, TakeDecision(case="c", kind="grant"), decisions.Family()))
    booklet = IssueCertificate(case="c", kind="refugee", blank="KZ00000001")
    state = after(state, certificates.issue_certificate(desk.known, state, booklet))
    annulled = f.remedies.DecisionAnnulled(
        number=state.decisions[0].number, by="court", reason="x", on=desk.known.today
    )
    state = after(state, (annulled,))
    state = after(state, certificates.issue_certificate(desk.known, state, IssueCertificate(case="c", kind="asylum")))
    assert [(c.kind, c.ended) for c in state.certificates] == [
        ("asylum", "returned"), ("refugee", "returned"), ("asylum", ""),
    ]  # fmt: skip
