"""Two entries: one person or two, merged and parted again; a duplicate file goes on in another."""

from datetime import date
from typing import Any

import pytest

from app.base.errors import Refusal
from app.domain import duplicates
from app.domain import facts as f
from app.domain.case import CaseState, status
from app.domain.commands import ArrivalData, JudgeDuplicate, MergeCase, MergePersons, UndoMerge
from app.domain.duplicates import Entry
from app.domain.intake import CaseFacts
from tests.offices import Desk, adult, after, applicant, child

Two = tuple[CaseState, CaseState]


@pytest.fixture
def desk() -> Desk:
    return Desk("2026-06-15 10:00")


@pytest.fixture
def two(desk: Desk) -> Two:
    (one,) = desk.register(applicant(arrival=ArrivalData()))
    (other,) = desk.register(applicant(adult(documents=(), from_words=True), arrival=ArrivalData()))
    return one, other


def applied(two: Two, made: tuple[CaseFacts, ...]) -> Two:
    facts = {case.case: case.facts for case in made}
    assert set(facts) <= {state.id for state in two}
    return after(two[0], facts.get(two[0].id, ())), after(two[1], facts.get(two[1].id, ()))


def judged(desk: Desk, two: Two, verdict: str, **more: Any) -> Two:
    values = {"reasons": "суреті бойынша", "verdict": verdict} | more
    command = JudgeDuplicate(
        **({"case": two[0].id, "person": two[0].applicant, "other_case": two[1].id, "other_person": two[1].applicant}
           | values)
    )  # fmt: skip
    return applied(two, duplicates.judge(desk.known, *two, command))


def merged(desk: Desk, two: Two, *concerned: str, **more: Any) -> tuple[CaseFacts, ...]:
    values = {"case": two[0].id, "keep": two[0].applicant, "other_case": two[1].id, "gone": two[1].applicant}
    command = MergePersons(**(values | {"reasons": "бір адам", "second": "head"} | more))
    return duplicates.merge(desk.known, *two, concerned, command)


def undone(desk: Desk, two: Two, **more: Any) -> tuple[CaseFacts, ...]:
    values = {"case": two[0].id, "keep": two[0].applicant, "other_case": two[1].id, "gone": two[1].applicant}
    return duplicates.undo(desk.known, *two, (), UndoMerge(**(values | {"reasons": "екі адам"} | more)))


def joined(desk: Desk, case: CaseState, into: CaseState, reasons: str = "қайталанған") -> tuple[f.Fact, ...]:
    return duplicates.merge_case(desk.known, case, into, MergeCase(case=case.id, into=into.id, reasons=reasons))


def rule_of(rule: Any, *args: object, **more: object) -> str:
    with pytest.raises(Refusal) as error:
        rule(*args, **more)
    return error.value.rule


def test_L_10_5_a_verdict_stands_in_both_cases_and_the_newest_one_counts(desk: Desk, two: Two) -> None:
    one, other = two[0].applicant, two[1].applicant
    different = judged(desk, two, "different")
    assert all(duplicates.judged_different(state, one, other) for state in different)
    assert all(duplicates.judged_different(state, other, one) for state in different)
    again = judged(desk, different, "same")
    assert [duplicates.verdict(state, one, other) for state in again] == ["same", "same"]
    assert duplicates.verdict(two[0], one, other) == ""


def test_a_pair_that_was_judged_is_not_offered_again(desk: Desk, two: Two) -> None:
    one, other = two
    found = (Entry(one.id, one.applicant), Entry(other.id, other.applicant))
    assert duplicates.to_judge(one, one.applicant, found) == (Entry(other.id, other.applicant),)
    assert duplicates.to_judge(judged(desk, two, "different")[0], one.applicant, found) == ()
    assert duplicates.to_judge(judged(desk, two, "same")[0], one.applicant, found) == ()
    assert duplicates.to_judge(one, "nobody", ()) == ()


def test_a_judgement_is_on_two_entries_with_reasons(desk: Desk, two: Two) -> None:
    assert rule_of(judged, desk, two, "same", reasons=" ") == "duplicate.reasons"
    assert rule_of(judged, desk, two, "same", person="nobody") == "person.unknown"
    assert rule_of(judged, desk, (two[0], two[0]), "same") == "duplicate.same_entry"


def test_a_merge_is_written_in_each_case_concerned_with_the_second_person(desk: Desk, two: Two) -> None:
    made = merged(desk, two, "older", two[1].id)
    assert [case.case for case in made] == [two[0].id, two[1].id, "older"]
    (fact,) = made[0].facts
    assert isinstance(fact, f.persons.PersonsMerged)
    assert fact.second == "head"
    one, other = applied(two, made[:2])
    assert other.applicant_person.merged_into == one.applicant
    assert one.applicant_person.merged_into == ""


def test_a_merge_refuses_what_is_no_pair(desk: Desk, two: Two) -> None:
    assert rule_of(merged, desk, (two[0], two[0])) == "merge.itself"
    assert rule_of(merged, desk, two, reasons="") == "merge.reasons"
    assert rule_of(merged, desk, two, gone="nobody") == "person.unknown"
    assert rule_of(merged, desk, judged(desk, two, "different")) == "merge.judged_different"
    once = applied(two, merged(desk, two))
    assert rule_of(merged, desk, once) == "merge.already"
    assert rule_of(merged, desk, (once[1], once[0])) == "merge.target"


def test_a_merge_is_taken_back_by_a_further_fact(desk: Desk, two: Two) -> None:
    once = applied(two, merged(desk, two))
    apart = applied(once, undone(desk, once))
    assert apart[1].applicant_person.merged_into == ""
    assert rule_of(undone, desk, apart) == "merge.none"
    assert rule_of(undone, desk, once, reasons=" ") == "merge.reasons"


def test_f_30_a_duplicate_file_closes_with_DUP_and_its_certificate_is_taken_back(desk: Desk, two: Two) -> None:
    one, other = judged(desk, two, "same")
    closed = after(other, joined(desk, other, one))
    assert (closed.merged_into, closed.closed_code, status(closed, date(2026, 6, 15))) == (one.id, "DUP", "closed")
    assert [(c.ended, c.ended_on) for c in closed.certificates] == [("returned", date(2026, 6, 15))]
    merged_persons = applied(two, merged(desk, two))
    assert joined(desk, merged_persons[1], merged_persons[0]), "persons merged are one person"
    assert joined(desk, merged_persons[0], merged_persons[1]), "in both directions"


def test_merging_a_file_refuses(desk: Desk, two: Two) -> None:
    one, other = judged(desk, two, "same")
    assert rule_of(joined, desk, other, one, " ") == "merge.reasons"
    assert rule_of(joined, desk, one, one) == "merge.itself"
    assert rule_of(joined, desk, *two) == "merge.not_judged"
    person = other.applicant
    refused = f.case.DecisionTaken(number="D-1", kind="refuse", on=date(2026, 6, 15), person=person, covers=(person,))
    decided = after(other, [refused])
    assert rule_of(joined, desk, decided, one) == "merge.decided"
    annulled = f.remedies.DecisionAnnulled(number="D-1", by="self", reason="қате", on=date(2026, 6, 15))
    assert joined(desk, after(decided, [annulled]), one), "an annulled decision has no effect"
    gone = after(other, joined(desk, other, one))
    assert rule_of(joined, desk, gone, one) == "case.not_open"
    assert rule_of(joined, desk, one, gone) == "merge.target"


def test_L_10_7a_no_child_is_left_behind_in_a_file_that_closes(desk: Desk) -> None:
    (one,) = desk.register(applicant(minors=(child("ZAHRA"),), arrival=ArrivalData()))
    (other,) = desk.register(applicant(minors=(child("OMAR"), child("ZAHRA")), arrival=ArrivalData()))
    one, other = judged(desk, (one, other), "same")
    assert rule_of(joined, desk, other, one) == "merge.minors"
    assert joined(desk, one, other), "Zahra stands in the other file by name and day of birth"
