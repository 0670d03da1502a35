"""How a status ends: deprivation with its court and link, termination with its proofs, lapse as a human act."""

from datetime import date

import pytest

from app.base.errors import Refusal
from app.domain import certificates, decisions, endings, extensions
from app.domain import facts as f
from app.domain.case import CaseState, status
from app.domain.commands import ArrivalData, IssueCertificate, LodgeExtension, RecordLapse, TakeDecision
from app.domain.decision_tasks import decision_tasks
from app.domain.decisions import Family
from app.domain.facts.values import Court, GroundChosen, Proof
from app.domain.grounds import grounds
from app.messages import catalogue
from tests.offices import Desk, after, applicant, child

COURT = Court(name="Алматы қалалық соты", on=date(2026, 9, 1), number="1-234/2026", in_force=True)
CITIZEN = Proof(id="citizenship", text="ҚР жеке куәлігі", on=date(2026, 10, 5))
USES = Proof(id="protection_used", text="ҚР паспортын алды")


def refugee(**more: object) -> tuple[Desk, CaseState]:
    """A status granted on 10.02.2026, that is until 10.02.2027, with its certificate; the day is 12.10.2026."""
    desk = Desk("2025-11-10 10:00")
    (state,) = desk.register(applicant(arrival=ArrivalData(), **more))
    desk.now = "2026-02-10 10:00"
    state = decide(desk, desk.fingerprints(state), "grant")
    issued = certificates.issue_certificate(desk.known, state, IssueCertificate(case="", kind="refugee"))
    desk.now = "2026-10-12 10:00"
    return desk, after(state, issued)


def decide(desk: Desk, state: CaseState, kind: str, *codes: str, **more: object) -> CaseState:
    chosen = tuple(GroundChosen(code=code, reason="негіз") for code in codes)
    command = TakeDecision(case=state.id, kind=kind, **({"grounds": chosen} | more))  # type: ignore[arg-type]
    return after(state, decisions.decide(desk.known, state, command, Family()))


def not_decided(desk: Desk, state: CaseState, kind: str, *codes: str, **more: object) -> Refusal:
    with pytest.raises(Refusal) as error:
        decide(desk, state, kind, *codes, **more)
    for language in catalogue.LANGUAGES:
        assert catalogue.sentence(error.value, language).endswith(".")
    return error.value


def proofs_of(code: str) -> tuple[Proof, ...]:
    article = 13 if code.startswith("A13") else 14
    (found,) = (g for g in grounds(article, date(2026, 10, 12)) if g.code == code)  # type: ignore[arg-type]
    return tuple(Proof(id=p.id, text="D-1: құжат", on=date(2026, 10, 1)) for p in found.proof)


def granted(state: CaseState) -> str:
    return state.decisions[0].number


# -- before any ground --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["deprive", "terminate"])
def test_L_13_1_L_14_1_no_ending_without_a_status_ahead_or_before_the_grant(kind: str) -> None:
    desk, state = refugee()
    (seeker,) = desk.register(applicant(arrival=ArrivalData()))
    assert not_decided(desk, seeker, kind).rule == "decision.no_status"
    assert not_decided(desk, state, kind, on=date(2026, 10, 13)).rule == "decision.future"
    early = not_decided(desk, state, kind, on=date(2026, 2, 9))
    assert (early.rule, early.facts) == ("decision.before_earlier", {"earlier": date(2026, 2, 10)})
    closed = after(state, [f.case.CaseClosed(code="DTH", on=date(2026, 10, 12))])
    assert not_decided(desk, closed, kind).rule == "decision.closed"


@pytest.mark.parametrize("kind", ["extend", "refuse_extend", "deprive", "terminate"])
def test_L_13_1_L_14_1_L_14_2_nothing_is_decided_after_the_status_has_ended(kind: str) -> None:
    desk, state = refugee()
    terminated = decide(desk, state, "terminate", "A14-07", proofs=proofs_of("A14-07"))
    deprived = decide(desk, state, "deprive", "A13-05", court=COURT)
    lapsed = after(
        state,
        [f.remedies.StatusLapsed(on=date(2027, 2, 11), recorded_on=date(2027, 2, 11), covers=(state.applicant,))],
    )
    desk.now = "2027-02-12 10:00"
    for ended in (terminated, deprived, lapsed):
        assert not_decided(desk, ended, kind).rule == "decision.no_status"
        assert not_decided(desk, ended, kind, on=date(2026, 10, 12)).rule == "decision.no_status"


# -- deprivation --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", ["A13-02", "A13-03", "A13-04", "A13-05"])
def test_L_13_1_A13_02_A13_03_A13_04_A13_05_need_the_conviction_in_force(code: str) -> None:
    desk, state = refugee()
    for court, rule in (
        (None, "decision.court_missing"),
        (Court(name=" ", on=COURT.on, number="1", in_force=True), "decision.court_missing"),
        (Court(name="сот", on=COURT.on, number="", in_force=True), "decision.court_missing"),
        (Court(name="сот", on=COURT.on, number="1", in_force=False), "decision.court_not_in_force"),
        (Court(name="сот", on=date(2026, 10, 13), number="1", in_force=True), "decision.court_after"),
    ):
        assert not_decided(desk, state, "deprive", code, court=court).rule == rule
    decision = decide(desk, state, "deprive", code, court=COURT).decisions[-1]
    assert (decision.court, decision.from_on, decision.to_on) == (COURT, None, None)


def test_A13_01_needs_its_proofs_and_the_link_to_the_grant_but_no_conviction() -> None:
    desk, state = refugee()
    whole = proofs_of("A13-01")
    for missing in range(len(whole)):
        part = whole[:missing] + whole[missing + 1 :]
        error = not_decided(desk, state, "deprive", "A13-01", proofs=part)
        assert (error.rule, error.facts) == ("decision.proof_missing", {"code": "A13-01", "proof": whole[missing].id})
    unlinked = (*whole[:3], Proof(id="basis_of_grant", text="неге екені"))
    error = not_decided(desk, state, "deprive", "A13-01", proofs=unlinked)
    assert (error.rule, error.facts) == ("decision.grant_not_named", {"number": granted(state)})
    deprived = decide(desk, state, "deprive", "A13-01", proofs=whole)
    assert (deprived.decisions[-1].proofs, status(deprived, desk.known.today)) == (whole, "deprived")
    assert status(deprived, date(2026, 10, 11)) == "refugee"


def test_L_13_1_a_deprivation_rests_on_grounds_of_article_13_with_reasons() -> None:
    desk, state = refugee()
    assert not_decided(desk, state, "deprive").rule == "decision.no_ground"
    assert not_decided(desk, state, "deprive", "A14-01").rule == "decision.ground_unknown"
    assert not_decided(desk, state, "deprive", "A12-01").rule == "decision.ground_unknown"
    assert not_decided(desk, state, "deprive", "?").rule == "decision.ground_unknown"
    blank = (GroundChosen(code="A13-05", reason=" "),)
    assert not_decided(desk, state, "deprive", grounds=blank, court=COURT).rule == "decision.reason_missing"


# -- termination --------------------------------------------------------------------------------------------------


def test_A14_01_g_24_needs_both_parts_and_the_date_of_the_document() -> None:
    desk, state = refugee()
    for proofs, missing in (((CITIZEN,), "protection_used"), ((USES,), "citizenship"), ((), "citizenship")):
        error = not_decided(desk, state, "terminate", "A14-01", proofs=proofs)
        assert (error.rule, error.facts["proof"]) == ("decision.proof_missing", missing)
    undated = (Proof(id="citizenship", text="куәлік"), USES)
    assert not_decided(desk, state, "terminate", "A14-01", proofs=undated).rule == "decision.proof_undated"
    empty = (CITIZEN, Proof(id="protection_used", text="  "))
    assert not_decided(desk, state, "terminate", "A14-01", proofs=empty).rule == "decision.proof_missing"
    ended = decide(desk, state, "terminate", "A14-01", proofs=(CITIZEN, USES))
    assert status(ended, date(2026, 10, 12)) == "terminated"


@pytest.mark.parametrize("code", [f"A14-0{n}" for n in range(1, 8)])
def test_L_14_1_every_ground_of_article_14_asks_for_each_of_its_proofs(code: str) -> None:
    """A14-01, A14-02, A14-03, A14-04, A14-05, A14-06, A14-07."""
    desk, state = refugee()
    whole = proofs_of(code)
    for missing in range(len(whole)):
        error = not_decided(desk, state, "terminate", code, proofs=whole[:missing] + whole[missing + 1 :])
        assert (error.rule, error.facts["proof"]) == ("decision.proof_missing", whole[missing].id)
    assert decide(desk, state, "terminate", code, proofs=whole).decisions[-1].grounds[0].code == code


def test_A14_EXP_is_no_ground_of_a_decision() -> None:
    desk, state = refugee()
    assert not_decided(desk, state, "terminate", "A14-EXP").rule == "decision.ground_unknown"


def test_A14_04_the_act_counts_with_its_date() -> None:
    desk, state = refugee()
    undated = tuple(Proof(id=p.id, text=p.text) for p in proofs_of("A14-04"))
    error = not_decided(desk, state, "terminate", "A14-04", proofs=undated)
    assert (error.rule, error.facts["proof"]) == ("decision.proof_undated", "act")


def test_L_14_1_proofs_belong_to_the_grounds_and_lie_before_the_decision() -> None:
    desk, state = refugee()
    stray = (CITIZEN, USES, Proof(id="wish", text="x"))
    assert not_decided(desk, state, "terminate", "A14-01", proofs=stray).rule == "decision.proof_unknown"
    late = (Proof(id="citizenship", text="x", on=date(2026, 10, 13)), USES)
    assert not_decided(desk, state, "terminate", "A14-01", proofs=late).rule == "decision.proof_after"


# -- what stays open ----------------------------------------------------------------------------------------------


def test_L_13_2_L_14_1_the_refugee_certificate_is_to_be_taken_back_until_it_is() -> None:
    desk, state = refugee()
    assert decision_tasks(state) == ()
    for ended, rule in (
        (decide(desk, state, "terminate", "A14-01", proofs=(CITIZEN, USES)), "L-14.1"),
        (decide(desk, state, "deprive", "A13-05", court=COURT), "L-13.2"),
    ):
        (task,) = decision_tasks(ended)
        assert (task.kind, task.rule, task.person) == ("take_back_certificate", rule, state.applicant)
        held = ended.valid_certificate("refugee")
        assert held is not None
        back = f.case.CertificateEnded(number=held.number, how="returned", on=desk.known.today)
        assert decision_tasks(after(ended, [back])) == ()


def test_f_29_a_deprivation_opens_a_review_per_family_member_with_an_own_file() -> None:
    desk, state = refugee()
    spouse = f.case.RelativeStated(relation="spouse", case="c-2", name="Мариям")
    brother = f.case.RelativeStated(relation="sibling", case="c-3", person="p-3")
    elsewhere = f.case.RelativeStated(relation="parent", name="Али", here=False)
    state = after(state, [spouse, brother, spouse, elsewhere])
    ended = decide(desk, state, "deprive", "A13-05", court=COURT)
    open_now = [t.person for t in decision_tasks(ended) if t.kind == "review_family"]
    assert open_now == ["c-2", "p-3"]
    reviewed = f.course.EvidenceAdded(
        person=state.applicant, about="family", text="жеке шешім", on=desk.known.today, link="c-2"
    )
    earlier = f.course.EvidenceAdded(
        person=state.applicant, about="family", text="неке куәлігі", on=date(2026, 1, 2), link="c-3"
    )
    left = [t.person for t in decision_tasks(after(ended, [reviewed, earlier])) if t.kind == "review_family"]
    assert left == ["p-3"]
    apart = f.course.FamilyChanged(event="split", persons=("p-3",), on=desk.known.today, case="c-3")
    assert [t.person for t in decision_tasks(after(ended, [apart])) if t.kind == "review_family"] == ["c-2"]
    terminated = decide(desk, state, "terminate", "A14-01", proofs=(CITIZEN, USES))
    assert [t.kind for t in decision_tasks(terminated)] == ["take_back_certificate"]


def test_an_annulled_deprivation_leaves_nothing_open() -> None:
    desk, state = refugee()
    ended = decide(desk, state, "deprive", "A13-05", court=COURT)
    annulled = f.remedies.DecisionAnnulled(number="D-2", by="court", reason="x", on=desk.known.today)
    assert decision_tasks(after(ended, [annulled])) == ()


# -- lapse --------------------------------------------------------------------------------------------------------


def lapse(desk: Desk, state: CaseState, on: date | None = None) -> CaseState:
    return after(state, endings.record_lapse(desk.known, state, RecordLapse(case=state.id, on=on)))


def no_lapse(desk: Desk, state: CaseState, on: date | None = None) -> str:
    with pytest.raises(Refusal) as error:
        lapse(desk, state, on)
    for language in catalogue.LANGUAGES:
        assert catalogue.sentence(error.value, language).endswith(".")
    return error.value.rule


def test_L_14_2_f_38_a_lapse_is_recorded_after_the_last_day_and_ends_the_certificate() -> None:
    desk, state = refugee(minors=(child(),))
    desk.now = "2027-02-15 10:00"
    assert status(state, desk.known.today) == "refugee"
    lapsed = lapse(desk, state)
    assert lapsed.lapsed is not None
    assert (lapsed.lapsed.on, lapsed.lapsed.recorded_on) == (date(2027, 2, 11), date(2027, 2, 15))
    assert set(lapsed.lapsed.covers) == {p.id for p in state.present}
    assert [status(lapsed, day) for day in (date(2027, 2, 10), date(2027, 2, 11))] == ["refugee", "lapsed"]
    assert (lapsed.certificates[-1].ended, lapsed.certificates[-1].ended_on) == ("expired", date(2027, 2, 15))


def test_L_14_2_no_lapse_before_the_end_ahead_of_time_or_without_a_status() -> None:
    desk, state = refugee()
    assert no_lapse(desk, state) == "lapse.not_expired"
    desk.now = "2027-02-11 10:00"
    assert no_lapse(desk, state, date(2027, 2, 10)) == "lapse.not_expired"
    assert no_lapse(desk, state, date(2027, 2, 12)) == "date.future"
    lapsed = lapse(desk, state)
    assert no_lapse(desk, lapsed) == "lapse.no_status"
    assert no_lapse(desk, CaseState(id="c", applicant="p")) == "lapse.no_status"
    deprived = decide(desk, state, "deprive", "A13-05", court=COURT)
    assert no_lapse(desk, deprived) == "lapse.no_status"


@pytest.mark.parametrize("lodged", ["2027-01-05", "2027-02-20"])
def test_L_14_2_f_09_no_lapse_while_an_application_is_pending_timely_or_late(lodged: str) -> None:
    desk, state = refugee()
    desk.now = f"{lodged} 10:00"
    state = after(state, extensions.lodge_extension(desk.known, state, LodgeExtension(case="")))
    desk.now = "2027-03-01 10:00"
    assert no_lapse(desk, state) == "lapse.extension_pending"
    refused = decide(desk, state, "refuse_extend", note="мән-жайлар сақталмаған")
    assert lapse(desk, refused).lapsed is not None
    withdrawn = after(state, [f.case.ApplicationWithdrawn(kind="extension", on=date(2027, 3, 1))])
    assert lapse(desk, withdrawn).lapsed is not None


def test_L_14_2_a_minor_whose_status_still_runs_does_not_lapse() -> None:
    desk, state = refugee(minors=(child("ZAHRA"), child("OMAR")))
    longer = f.remedies.StatusCarried(
        person=state.minors[0].id, number="D-9", decision="grant", decided_on=date(2026, 5, 1),
        from_on=date(2026, 5, 1), to_on=date(2027, 5, 1), from_case="c0",
    )  # fmt: skip
    state = after(state, [longer])
    desk.now = "2027-02-15 10:00"
    lapsed = lapse(desk, state).lapsed
    assert lapsed is not None
    assert set(lapsed.covers) == {state.applicant, state.minors[1].id}
