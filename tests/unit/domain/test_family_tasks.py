"""Tasks of a family: each opens with its cause and ends with what settles it."""

from datetime import date

import pytest

from app.domain import facts as f
from app.domain.case import CaseState
from app.domain.commands import ListMinor
from app.domain.facts.values import BirthDocument
from app.domain.families import list_minor
from app.domain.family_tasks import family_tasks
from tests.households import Household
from tests.offices import adult, applicant, child

TODAY = date(2026, 9, 21)
UNTIL = date(2027, 9, 21)


def kinds(state: CaseState) -> list[str]:
    return [task.kind for task in family_tasks(state)]


def house(*applicants: object) -> Household:
    made = Household("2026-09-14 10:00", *applicants)  # type: ignore[arg-type]
    made.desk.now = "2026-09-21 10:00"
    return made


def listed(home: Household, **more: object) -> str:
    values: dict[str, object] = {"given": "LATER", "birth": "2026-09-18"}
    minor = child(**(values | more))  # type: ignore[arg-type]
    home.take(list_minor(home.desk.known, home[0], ListMinor(case=home[0].id, minor=minor)))
    return home[0].minors[-1].id


def alone() -> Household:
    return house(applicant(adult("NOORI", "SAMIR", "2011-03-11"), unaccompanied=True))


def test_a_family_with_everything_in_order_has_no_tasks() -> None:
    assert kinds(house()[0]) == kinds(house()[1]) == []


def test_L_4_5_L_16_1_a_child_who_is_alone_needs_a_guardian_who_is_named_as_one() -> None:
    home = alone()
    child_id = home[0].applicant
    assert ("guardian", "L-16.1", child_id) in [(t.kind, t.rule, t.person) for t in family_tasks(home[0])]
    lawyer = f.case.RepresentativeNamed(person=child_id, name="Ким", basis="power")
    assert "guardian" in kinds(home.after(0, lawyer))
    guardian = f.case.RepresentativeNamed(person=child_id, name="Сәрсенова", basis="guardian", number="12")
    assert "guardian" not in kinds(home.after(0, guardian))


def test_L_11_3_the_best_interests_of_a_child_who_is_alone_are_to_be_recorded() -> None:
    home = alone()
    child_id = home[0].applicant
    assert "best_interests" in kinds(home[0])
    other = f.course.EvidenceAdded(person=child_id, about="identity", text="x", on=TODAY)
    assert "best_interests" in kinds(home.after(0, other))
    record = f.course.EvidenceAdded(person=child_id, about="best_interests", text="x", on=TODAY)
    assert "best_interests" not in kinds(home.after(0, record))


@pytest.mark.parametrize("settles", ["document", "evidence"])
def test_L_11_2d_the_family_link_of_a_child_from_words_who_came_later_is_to_be_shown(settles: str) -> None:
    home = house(applicant())
    baby = listed(home, arrived_with=False, verbal=True, birth_document=None)
    assert kinds(home[0]) == ["family_link"]
    fact: f.Fact = (
        f.case.MinorProven(person=baby, birth_document=BirthDocument(type="t", number="1"))
        if settles == "document"
        else f.course.EvidenceAdded(person=baby, about="family", text="DNA", on=TODAY)
    )
    assert kinds(home.after(0, fact)) == []


def birth(home: Household, on: date = date(2026, 9, 18)) -> f.course.FamilyChanged:
    return f.course.FamilyChanged(event="birth", persons=(home[0].applicant,), on=on)


def test_L_11_4_a_newborn_is_a_task_until_a_child_of_that_day_is_listed() -> None:
    home = house()
    home.after(0, birth(home))
    assert kinds(home[0]) == ["newborn"]
    listed(home, given="ELDER", birth="2026-09-17")
    assert kinds(home[0]) == ["newborn"]
    listed(home)
    assert kinds(home[0]) == []


def test_L_11_4_twins_are_two_births() -> None:
    home = house()
    home.after(0, birth(home), birth(home))
    assert kinds(home[0]) == ["newborn", "newborn"]
    listed(home)
    assert kinds(home[0]) == ["newborn"]
    listed(home, given="TWIN")
    assert kinds(home[0]) == []


def test_f_12_L_11_4_a_child_listed_after_the_decision_is_not_covered_by_it() -> None:
    home = house()
    home.grant(0, TODAY, UNTIL)
    assert kinds(home[0]) == []
    baby = listed(home)
    assert [(t.kind, t.rule, t.person) for t in family_tasks(home[0])] == [("decide_on_child", "L-11.4", baby)]
    home.grant(0, TODAY, UNTIL)
    assert kinds(home[0]) == []


def booklet(state: CaseState, *minors: str) -> f.case.CertificateIssued:
    return f.case.CertificateIssued(
        number="AB12345678", kind="refugee", holder=state.applicant, minors=minors, issued_on=TODAY, valid_to=UNTIL
    )


def carried(state: CaseState, person: str) -> f.remedies.StatusCarried:
    return f.remedies.StatusCarried(
        person=person, number="D-1", decision="grant", decided_on=TODAY, from_on=TODAY, to_on=UNTIL, from_case="x"
    )


def test_L_16_2_L_11_5b_a_status_that_came_along_needs_an_own_refugee_certificate() -> None:
    home = house(applicant())
    state = home.after(0, carried(home[0], home[0].applicant))
    assert kinds(state) == ["own_refugee_certificate"]
    assert kinds(home.after(0, booklet(state))) == []


def test_L_10_7a_a_booklet_that_names_other_children_than_the_file_is_to_be_replaced() -> None:
    home = house()
    state = home.grant(0, TODAY, UNTIL)
    home.after(0, booklet(state, *(m.id for m in state.minors)))
    assert kinds(home[0]) == []
    gone = state.minors[0].id
    home.after(0, f.case.MinorStruck(person=gone, reason="error", on=TODAY))
    assert kinds(home[0]) == ["renew_refugee_certificate"]
    home.after(0, f.case.CertificateEnded(number="AB12345678", how="returned", on=TODAY))
    assert kinds(home[0]) == []


def test_a_refused_applicant_has_no_booklet_to_replace() -> None:
    home = house(applicant())
    refusal = f.case.DecisionTaken(
        number="D", kind="refuse", on=TODAY, person=home[0].applicant, covers=(home[0].applicant,)
    )
    assert kinds(home.after(0, refusal)) == []


@pytest.mark.parametrize("event", ["divorce", "death", "split"])
def test_L_11_2e_f_43_after_a_break_up_own_grounds_are_examined_at_the_next_extension(event: str) -> None:
    home = house()
    broken = f.course.FamilyChanged(event=event, persons=(), on=TODAY, case=home[0].id)  # type: ignore[arg-type]
    home.after(1, broken)
    assert kinds(home[1]) == []
    home.grant(1, date(2026, 9, 15), UNTIL, "grant_derivative")
    assert [(t.kind, t.rule, t.person) for t in family_tasks(home[1])] == [
        ("own_grounds", "L-11.2e", home[1].applicant),
    ]  # fmt: skip
    home.grant(1, date(2027, 8, 1), date(2028, 9, 21), "extend")
    assert kinds(home[1]) == []


def test_L_11_2e_who_was_recognised_on_own_grounds_is_not_asked_for_them_again() -> None:
    home = house()
    home.grant(1, date(2026, 9, 15), UNTIL)
    home.after(1, f.course.FamilyChanged(event="divorce", persons=(), on=TODAY, case=home[0].id))
    assert kinds(home[1]) == []
