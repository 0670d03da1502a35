"""The decision flow without a screen, asked of a real case."""

import pytest

from app.domain.commands import PostponeConsideration, RegisterApplication, TakeDecision
from app.flows import take_decision as flow
from app.flows.take_decision import Matter
from app.services import acts
from app.store.rows.cases import case_state
from tests.offices import adult, applicant, at, family_of_five, make_store
from tests.unit.flows.typed_families import known

DAY = "2026-08-18 10:00"


@pytest.fixture
def store(tmp_path):
    made = make_store(tmp_path / "s")
    made.set_clock(at("2026-06-15 10:00"))
    yield made
    made.close()


def matter_of(store, command):
    cases = acts.perform(store, store.actor("clerk"), command).cases
    return Matter(read(store, cases[0]))


def read(store, case):
    with store.reading() as connection:
        return case_state(connection, case)


@pytest.fixture
def matter(store):
    return matter_of(store, family_of_five())


def rules(values, page, matter):
    return {field: refusal.rule for field, refusal in flow.problems(values, page, matter, known(DAY)).items()}


def decision(matter, **more):
    return flow.empty(matter, known(DAY).today) | more


def test_a_new_decision_is_of_today_and_covers_everybody_present(matter):
    values = decision(matter)
    assert (values["on"], values["kind"], len(values["covers"])) == ("18.08.2026", "", 4)
    assert rules(values, "kind", matter) == {"kind": "intake.required"}


def test_a_grant_waits_for_the_fingerprint_registration(store, matter):
    values = decision(matter, kind="grant")
    assert rules(values, "kind", matter) == {"kind": "decision.fingerprints_open"}
    assert flow.blocked_by_fingerprints(values, matter, known(DAY))
    assert not flow.override_offered(values, matter, known(DAY))
    values.update(
        answer_result="not_required", answer_reason="12 жаста емес", answer_basis="Заң", answer_confirmed="ІІО"
    )
    acts.perform(store, store.actor("clerk"), flow.answer(values, matter))
    settled = Matter(read(store, matter.state.id))
    assert rules(values, "review", settled) == {}
    command = flow.command(values, settled, known(DAY))
    assert isinstance(command, TakeDecision) and command.override is None


def test_a_refusal_needs_a_ground_with_reasoning(matter):
    values = decision(matter, kind="refuse")
    assert rules(values, "kind", matter) == {}
    assert rules(values, "reasons", matter) == {"grounds": "decision.no_ground"}
    row = flow.ground_row(values, "A12-02")
    row["chosen"] = True
    assert rules(values, "reasons", matter) == {"A12-02": "decision.reason_missing"}
    row["reason"] = "Көрінеу жалған мәліметтер."
    row["subcode"] = "02b"
    assert rules(values, "review", matter) == {}
    row["chosen"] = False
    assert flow.ground_row(values, "A12-02")["reason"] == "Көрінеу жалған мәліметтер."
    assert flow.command(values, matter, known(DAY)).grounds == ()


def test_restricted_grounds_are_offered_to_the_commission_only(matter):
    values = decision(matter, kind="refuse")
    everybody = {g.code for g in flow.offered(values, matter, known(DAY), restricted=False)}
    commission = {g.code for g in flow.offered(values, matter, known(DAY), restricted=True)}
    assert commission - everybody == {"A12-05", "A12-06", "A12-07", "A12-08"}
    assert "A12-10" in everybody


def test_a_postponement_knows_its_limits(matter):
    values = decision(matter, kind="postpone")
    strict, hard = flow.postponement_limits(values, matter, known(DAY))
    assert (str(strict), str(hard)) == ("2027-06-15", "2027-08-18")
    assert rules(values, "reasons", matter) == {"until": "intake.required", "reason": "postponement.reason"}
    values.update(until="16.06.2027", reason="Қосымша тексеру")
    assert rules(values, "reasons", matter) == {"until": "postponement.strict_limit"}
    values["until"] = "19.08.2027"
    assert rules(values, "reasons", matter) == {"until": "postponement.hard_limit"}
    values["until"] = "15.06.2027"
    assert rules(values, "review", matter) == {}
    assert isinstance(flow.command(values, matter, known(DAY)), PostponeConsideration)


def test_dates_of_a_decision_are_checked_on_the_first_page(matter):
    for on, rule in (("19.08.2026", "decision.future"), ("14.06.2026", "decision.before_registration"),
                     ("31.02.2026", "date.impossible")):  # fmt: skip
        assert rules(decision(matter, kind="refuse", on=on), "kind", matter) == {"on": rule}


def test_status_for_family_unity_needs_consent(matter):
    assert rules(decision(matter, kind="grant_derivative"), "kind", matter) == {"kind": "decision.consent_missing"}


def test_a_minor_alone_without_tracing_is_warned_of(store):
    young = adult("AHMADI", "ZAHRA", "2012-01-01", sex="female")
    alone = matter_of(store, RegisterApplication(applicants=(applicant(young, unaccompanied=True),)))
    assert flow.awaits_tracing(alone)
