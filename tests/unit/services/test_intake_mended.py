"""Intake as an office meets it: paper numbers, applying again, relatives elsewhere, answers that come late."""

from datetime import date
from pathlib import Path

import msgspec
import pytest

from app.base.errors import Refusal
from app.domain import facts as f
from app.domain.calendar import load as shipped_calendar
from app.domain.case import CaseState, status
from app.domain.commands import (
    ArrivalData,
    ClaimData,
    EngageInterpreter,
    EvidenceData,
    ExplainLateness,
    InterpreterData,
    PaperCertificate,
    PaperDecision,
    PaperPostponement,
    RecordAnswer,
    RecordConsent,
    RecordDetention,
    RegisterApplication,
    StateClaim,
    StateRelative,
    TakeDecision,
    TakeOver,
)
from app.domain.deadlines import deadlines
from app.domain.facts.values import GroundChosen
from app.domain.tasks import open_tasks
from app.services import acts
from app.services.intake import hints_of
from app.store.store import Store
from tests.offices import adult, applicant, at, child, do, make_store, register, state_of

REFUSE = {"kind": "refuse", "grounds": [{"code": "A12-01", "reason": "x"}]}
WIFE = adult("AHMADI", "MARYAM", "1990-02-11", sex="female")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = make_store(tmp_path / "s")
    made.set_clock(at("2026-06-15 10:00"))
    return made


def give(store: Store, command: str, **values: object) -> None:
    do(store, acts.read_command(command, values))


def rule(store: Store, command: object) -> tuple[str, str]:
    with pytest.raises(Refusal) as error:
        do(store, command)  # type: ignore[arg-type]
    return error.value.rule, error.value.field


def grant(store: Store, case: str) -> None:
    do(store, RecordAnswer(case=case, to="fingerprints", result="done"))
    do(store, TakeDecision(case=case, kind="grant"))


def paper(family: str, number: str = "", certificate: str = "", **values: object) -> TakeOver:
    """A paper file of 2023."""
    on = date(2023, 1, 12)
    issued = (PaperCertificate(kind="asylum", number=certificate, issued_on=on, valid_to=date(2023, 4, 12)),)
    return TakeOver(
        applicant=applicant(adult(family, "X"), arrival=ArrivalData(entered_on=date(2023, 1, 10))),
        registered_on=on,
        number=number,
        certificates=issued if certificate else (),
        **values,  # type: ignore[arg-type]
    )


# -- numbers of paper files -------------------------------------------------------------------------------------------


def test_ordinary_paper_numbers_do_not_bar_one_another(store: Store) -> None:
    for command in (
        paper("A", "1-12/2020", "7"),
        paper("B", "11-2/2020", "8"),
        paper("C", "8", "9"),
        paper("D", "10", "1-12/2020"),
        paper("E", "12-ж/2023", "Ш-7"),
        paper("F", "12-ж/2024", "Ш 8"),
    ):
        do(store, command)
    for again, field in (
        (paper("G", " 1-12 / 2020"), "number"),
        (paper("G", "12-Ж/2023"), "number"),
        (paper("G", "77", "8"), "certificates.0.number"),
        (paper("G", "77", "ш-7"), "certificates.0.number"),
        (paper("G", "77", "Ш8"), "certificates.0.number"),
    ):
        assert rule(store, again) == ("application.number_used", field)
    store.close()


# -- a family that applies again --------------------------------------------------------------------------------------


def again(at_moment: str, store: Store) -> tuple[str, ...]:
    store.set_clock(at(at_moment))
    there = ArrivalData(way="already_here")
    return register(store, applicant(minors=(child(),), arrival=there))


def whole(store: Store, case: str) -> CaseState:
    return state_of(store, case)


def test_L_10_5_a_refused_family_applies_again_when_its_protection_is_over(store: Store) -> None:
    (old,) = register(store, applicant(minors=(child(),)))
    give(store, "take_decision", case=old, **REFUSE)
    give(store, "serve_decision", case=old, way="hand")
    with pytest.raises(Refusal) as early:
        again("2026-07-01 10:00", store)
    assert early.value.rule == "application.minor_listed_twice"
    before = whole(store, old)
    (new,) = again("2027-06-15 10:00", store)
    assert whole(store, old) == before
    assert status(whole(store, new), date(2027, 6, 15), whole(store, new).minors[0].id) == "asylum_seeker"
    with pytest.raises(Refusal) as twice:
        again("2027-06-16 10:00", store)
    assert twice.value.facts["number"] == whole(store, new).number
    store.close()


def test_L_10_5_a_refusal_that_nobody_was_told_of_protects_still(store: Store) -> None:
    (old,) = register(store, applicant(minors=(child(),)))
    give(store, "take_decision", case=old, **REFUSE)
    with pytest.raises(Refusal):
        again("2027-06-15 10:00", store)
    store.close()


def test_L_14_2_a_family_whose_status_lapsed_applies_again(store: Store) -> None:
    (old,) = register(store, applicant(minors=(child(),)))
    grant(store, old)
    with pytest.raises(Refusal):
        again("2027-07-01 10:00", store)
    give(store, "record_lapse", case=old)
    known = whole(store, old).minors[0].id
    there = ArrivalData(way="already_here")
    same = msgspec.structs.replace(child(), person=known)
    (new,) = register(store, applicant(minors=(same,), arrival=there))
    assert whole(store, new).minors[0].id == known
    store.close()


def test_the_certificate_of_the_old_file_is_told_of_before_the_registration(store: Store) -> None:
    (old,) = register(store, applicant(minors=(child(),)))
    family = (applicant(minors=(child(),)),)
    with store.unit(store.actor("clerk")) as uow:
        assert "hint.old_certificate" not in {hint.id for hint in hints_of(uow, family)}
    give(store, "take_decision", case=old, **REFUSE)
    give(store, "serve_decision", case=old, way="hand")
    store.set_clock(at("2027-06-15 10:00"))
    valid = whole(store, old).valid_certificate("asylum")
    assert valid is not None
    with store.unit(store.actor("clerk")) as uow:
        told = [hint for hint in hints_of(uow, family) if hint.id == "hint.old_certificate"]
    assert [(hint.field, hint.number) for hint in told] == [("applicants.0.person", valid.number)]
    give(store, "end_certificate", case=old, number=valid.number, how="returned")
    with store.unit(store.actor("clerk")) as uow:
        assert "hint.old_certificate" not in {hint.id for hint in hints_of(uow, family)}
    store.close()


# -- a recognised relative whose file is elsewhere --------------------------------------------------------------------


def test_f_40_L_11_2b_a_relative_recognised_elsewhere_counts_from_the_day_of_the_decision(store: Store) -> None:
    (case,) = register(store, applicant(WIFE))
    do(store, RecordAnswer(case=case, to="fingerprints", result="done"))
    do(store, RecordConsent(case=case, given=True))
    give(store, "state_relative", case=case, relation="spouse", name="Ахмади Фарид", here=True)
    derivative = TakeDecision(case=case, kind="grant_derivative")
    assert rule(store, derivative) == ("decision.nobody_recognised", "kind")
    recognised = StateRelative(
        case=case,
        relation="spouse",
        name="Ахмади Фарид",
        here=True,
        recognised_by="AST01",
        decision="17/2026",
        decided_on=date(2026, 6, 15),
        recognised_until=date(2027, 6, 15),
    )
    do(store, recognised)
    told = state_of(store, case).relatives[-1]
    assert (told.recognised_by, told.decision, told.decided_on, told.recognised_until) == (
        "AST01",
        "17/2026",
        date(2026, 6, 15),
        date(2027, 6, 15),
    )
    do(store, derivative)
    assert state_of(store, case).decisions[-1].kind == "grant_derivative"
    store.close()


def test_f_40_a_recognition_is_stated_whole_and_on_possible_days(store: Store) -> None:
    case, other = register(store, applicant(), applicant(WIFE, relation="spouse"))

    def refused(**values: object) -> tuple[str, str]:
        told = {"recognised_by": "AST01", "decision": "17/2026", "decided_on": date(2026, 6, 1)} | values
        command = StateRelative(**({"case": case, "relation": "brother", "name": "Али", **told}))  # type: ignore[arg-type]
        return rule(store, command)

    assert refused(decision=" ") == ("relative.recognition_incomplete", "decision")
    assert refused(recognised_by="") == ("relative.recognition_incomplete", "recognised_by")
    assert refused(decided_on=None) == ("relative.recognition_incomplete", "decided_on")
    assert refused(decided_on=date(2026, 6, 16)) == ("date.future", "decided_on")
    assert refused(recognised_until=date(2026, 6, 1)) == ("relative.recognition_end", "recognised_until")
    assert refused(tracing=True) == ("relative.tracing_known", "tracing")
    assert refused(other_case=other) == ("relative.recognition_here", "other_case")
    store.close()


def test_L_11_2d_evidence_of_a_link_to_a_file_elsewhere_is_recorded_without_a_case(store: Store) -> None:
    shown = EvidenceData(text="Неке туралы куәлік", document="MC-7")
    command = RegisterApplication(applicants=(applicant(WIFE, relation="spouse"),), evidence=(shown,))
    (case,) = do(store, command).cases
    (kept,) = state_of(store, case).evidence
    assert (kept.about, kept.text, kept.link) == ("family", "Неке туралы куәлік, MC-7", "")
    empty = RegisterApplication(applicants=(applicant(),), evidence=(EvidenceData(text=" "),))
    assert rule(store, empty) == ("application.family_evidence", "evidence")
    store.close()


# -- answers that come later ------------------------------------------------------------------------------------------


def test_L_1_1_a_claim_is_stated_later_until_the_final_decision(store: Store) -> None:
    (case,) = register(store, applicant(claim=ClaimData(), minors=(child(),)))
    state = state_of(store, case)
    later = ClaimData(reasons=("religion",), account="…")
    assert rule(store, StateClaim(case=case, claim=ClaimData(reasons=("money",)))) == (
        "claim.reason_unknown",
        "claim.reasons",
    )
    assert rule(store, StateClaim(case=case, claim=later, person=state.minors[0].id)) == ("claim.of_minor", "person")
    do(store, StateClaim(case=case, claim=later))
    claim = state_of(store, case).claim
    assert claim is not None
    assert (claim.reasons, claim.account, claim.person) == (("religion",), "…", state.applicant)
    grant(store, case)
    assert rule(store, StateClaim(case=case, claim=later)) == ("decision.taken_already", "case")
    store.close()


def test_L_10_1a_f_07_the_reason_of_a_late_application_is_given_later(store: Store) -> None:
    (on_time,) = register(store)
    assert rule(store, ExplainLateness(case=on_time, reason="ауырды")) == ("lateness.none", "kind")
    store.set_clock(at("2026-07-15 10:00"))
    (case,) = register(store, applicant(adult("KARIMI", "ALI")))
    assert "late_reason" in {task.kind for task in open_tasks(state_of(store, case))}
    assert rule(store, ExplainLateness(case=case, reason=" ")) == ("lateness.reason", "reason")
    do(store, ExplainLateness(case=case, reason="ауырды"))
    state = state_of(store, case)
    assert state.late is not None
    assert (state.late.days, state.late.reason) == (30, "ауырды")
    assert "late_reason" not in {task.kind for task in open_tasks(state)}
    assert rule(store, ExplainLateness(case=case, reason="x", kind="extension")) == ("lateness.none", "kind")
    store.close()


def test_L_11_5c_f_09_a_late_application_to_extend_asks_for_its_reason(store: Store) -> None:
    (case,) = register(store)
    grant(store, case)
    store.set_clock(at("2027-06-10 10:00"))
    give(store, "lodge_extension", case=case)
    state = state_of(store, case)
    assert state.extensions[-1].late is not None
    assert [t.rule for t in open_tasks(state) if t.kind == "late_extension_reason"] == ["L-11.5c"]
    do(store, ExplainLateness(case=case, reason="жол жүрді", kind="extension"))
    state = state_of(store, case)
    late = state.extensions[-1].late
    assert late is not None
    assert late.reason == "жол жүрді"
    assert "late_extension_reason" not in {t.kind for t in open_tasks(state)}
    store.close()


# -- paper files with a court in between ------------------------------------------------------------------------------


def test_L_15_a_paper_file_refused_annulled_by_a_court_and_granted_is_taken_over(store: Store) -> None:
    refused = PaperDecision(
        kind="refuse",
        number="1",
        on=date(2023, 3, 1),
        grounds=(GroundChosen(code="A12-01", reason="x"),),
        annulled_on=date(2023, 8, 1),
        annulled_by="court",
    )
    granted = PaperDecision(kind="grant", number="2", on=date(2023, 8, 1), to_on=date(2024, 8, 1))
    postponed = PaperPostponement(on=date(2023, 2, 1), until=date(2023, 5, 1), reason="сұрау салу", number="3-к")
    command = paper("A", "12", decisions=(granted, refused), postponements=(postponed,))
    (case,) = do(store, command).cases
    state = state_of(store, case)
    assert [(d.number, d.annulled_on, d.annulled_by) for d in state.decisions] == [
        ("1", date(2023, 8, 1), "court"),
        ("2", None, ""),
    ]
    assert [(p.number, p.on, p.until, p.reason) for p in state.postponements] == [
        ("3-к", date(2023, 2, 1), date(2023, 5, 1), "сұрау салу")
    ]
    days = [(date(2023, 7, 31), "refused"), (date(2023, 8, 1), "refugee")]
    assert [(day, status(state, day)) for day, _told in days] == days
    store.close()


def test_L_15_a_paper_refusal_that_was_annulled_leaves_the_application_open(store: Store) -> None:
    refused = PaperDecision(
        kind="refuse", number="1", on=date(2023, 3, 1), grounds=(GroundChosen(code="A12-01", reason="x"),)
    )
    annulled = msgspec.structs.replace(refused, annulled_on=date(2023, 3, 1), annulled_by="self")
    (case,) = do(store, paper("A", "12", decisions=(annulled,))).cases
    assert status(state_of(store, case), date(2026, 6, 15)) == "asylum_seeker"
    give(store, "record_request", case=case, to="fingerprints")
    grant(store, case)
    granted = PaperDecision(kind="grant", number="2", on=date(2023, 7, 31), to_on=date(2024, 7, 31))

    def told(**values: object) -> tuple[str, str]:
        first = msgspec.structs.replace(refused, **values)
        return rule(store, paper("B", "13", decisions=(first, granted)))

    assert told() == ("taken_over.sequence", "decisions.1.kind")
    assert told(annulled_on=date(2023, 8, 1), annulled_by="court") == ("taken_over.sequence", "decisions.1.kind")
    assert told(annulled_on=date(2023, 2, 1), annulled_by="court") == ("taken_over.order", "decisions.0.annulled_on")
    assert told(annulled_on=date(2026, 7, 1), annulled_by="court") == ("date.future", "decisions.0.annulled_on")
    assert told(annulled_on=date(2023, 5, 1)) == ("taken_over.annulment", "decisions.0.annulled_by")
    assert told(annulled_by="court") == ("taken_over.annulment", "decisions.0.annulled_on")
    store.close()


def test_L_11_1b_a_paper_postponement_stands_on_a_possible_day(store: Store) -> None:
    right = PaperPostponement(on=date(2023, 2, 1), until=date(2023, 5, 1), reason="x", number="3")
    granted = PaperDecision(kind="grant", number="2", on=date(2023, 3, 1), to_on=date(2024, 3, 1))

    def told(**values: object) -> tuple[str, str]:
        changed = msgspec.structs.replace(right, **values)
        return rule(store, paper("A", "12", decisions=(granted,), postponements=(changed,)))

    assert told(on=date(2023, 1, 1)) == ("decision.before_registration", "postponements.0.on")
    assert told(on=date(2026, 7, 1)) == ("date.future", "postponements.0.on")
    assert told(until=date(2023, 2, 1)) == ("postponement.until", "postponements.0.until")
    assert told(reason=" ") == ("postponement.reason", "postponements.0.reason")
    assert told(number=" ") == ("taken_over.number_missing", "postponements.0.number")
    assert told(number="2") == ("taken_over.number_twice", "postponements.0.number")
    assert told(on=date(2023, 3, 2)) == ("decision.taken_already", "postponements.0.on")
    store.close()


def test_L_11_1b_the_postponement_of_a_paper_file_moves_its_decision(store: Store) -> None:
    postponed = PaperPostponement(on=date(2026, 6, 1), until=date(2026, 9, 1), reason="x", number="3")
    command = msgspec.structs.replace(
        paper("A", "12", postponements=(postponed,)),
        registered_on=date(2026, 4, 1),
        applicant=applicant(arrival=ArrivalData(entered_on=date(2026, 3, 30))),
    )
    (case,) = do(store, command).cases
    due = {(d.kind, d.due) for d in deadlines(state_of(store, case), shipped_calendar(), store.settings)}
    assert ("decision_postponed", date(2026, 9, 1)) in due
    store.close()


# -- dates, consent, translation --------------------------------------------------------------------------------------


def test_L_10_1b_nobody_lodges_before_learning_of_the_danger(store: Store) -> None:
    told = applicant(arrival=ArrivalData(way="already_here", learned_on=date(2026, 6, 14)))
    command = RegisterApplication(applicants=(told,), way="sur_place", lodged_at=at("2026-06-13 10:00"))
    assert rule(store, command) == ("application.lodged_before_arrival", "lodged_at")
    do(store, msgspec.structs.replace(command, lodged_at=at("2026-06-14 10:00")))
    store.close()


@pytest.mark.parametrize("moment", ["0001-01-01 00:00", "1986-12-30 10:00"])
def test_nobody_lodges_or_is_detained_before_birth(store: Store, moment: str) -> None:
    ever = ArrivalData()
    command = RegisterApplication(applicants=(applicant(arrival=ever),), lodged_at=at(moment))
    assert rule(store, command) == ("date.before_birth", "lodged_at")
    border = RegisterApplication(applicants=(applicant(),), way="border", lodged_at_border=at(moment))
    assert rule(store, border) == ("date.before_birth", "lodged_at_border")
    notice = RecordDetention(person=adult(), body="x", detained_at=at(moment), received_at=at("2026-06-15 09:00"))
    assert rule(store, notice) == ("date.before_birth", "detained_at")
    store.close()


def test_L_10_3a_nothing_is_lodged_at_the_border_before_birth(tmp_path: Path) -> None:
    border = make_store(tmp_path / "b", office="ALO51", kind="border")
    border.set_clock(at("2026-06-15 10:00"))
    with pytest.raises(Refusal) as error:
        give(
            border,
            "lodge_at_border",
            applicants=[msgspec.to_builtins(applicant())],
            lodged_at="0001-01-01T00:00:00+05:00",
        )
    assert (error.value.rule, error.value.field) == ("date.before_birth", "lodged_at")
    border.close()


def test_L_11_2b_a_consent_is_not_given_before_the_file_begins(store: Store) -> None:
    (case,) = register(store)
    assert rule(store, RecordConsent(case=case, given=True, on=date(1900, 1, 1))) == ("date.before_file", "on")
    store.close()


def test_L_8_1_1_the_applicant_states_that_the_translation_satisfies(store: Store) -> None:
    (case,) = register(store)
    named = InterpreterData(name="Садыков", language="prs", translation_statement=True)
    (fact,) = do(store, EngageInterpreter(case=case, interpreter=named)).facts
    assert isinstance(fact, f.case.InterpreterEngaged)
    assert fact.translation_statement
    (first,) = register(store, applicant(adult("KARIMI", "ALI"), interpreter=named))
    engaged = state_of(store, first).interpreter
    assert engaged is not None
    assert engaged.translation_statement
    store.close()
