"""Corrections of a person: with reason and source, by the rules of intake; what still carries the old value."""

from datetime import date
from typing import Any

import pytest

from app.base.errors import Refusal
from app.domain import corrections
from app.domain import facts as f
from app.domain.birth import BirthDate
from app.domain.case import CaseState
from app.domain.commands import ArrivalData, CorrectPerson
from app.domain.corrections import Change
from app.domain.deadlines import deadlines
from app.domain.facts.persons import PersonChanges
from app.domain.facts.values import Blob, Names
from app.domain.tasks import open_tasks
from tests.offices import Desk, after, applicant, child, names

NEW = names("AHMADY", "FARID")


@pytest.fixture
def desk() -> Desk:
    return Desk("2026-06-15 10:00")


@pytest.fixture
def state(desk: Desk) -> CaseState:
    return desk.register(applicant(minors=(child("ZAHRA"),), arrival=ArrivalData()))[0]


def correct(desk: Desk, state: CaseState, person: str = "", **values: Any) -> f.persons.PersonCorrected:
    more = {"reason": "паспорт көрсетілді", "document": "паспорт P1"} | {
        key: values.pop(key) for key in ("reason", "document", "on") if key in values
    }
    command = CorrectPerson(case=state.id, changes=PersonChanges(**values), person=person, **more)
    return corrections.correct(desk.known, state, state.persons[person or state.applicant], command)


def refused(desk: Desk, state: CaseState, person: str = "", **values: Any) -> tuple[str, str]:
    with pytest.raises(Refusal) as error:
        correct(desk, state, person, **values)
    return error.value.rule, error.value.field


def paper(name: str, number: str = "", form: str = "certificate") -> f.case.PaperIssued:
    blob = Blob(h=64 * "0", z=1, type="application/pdf")
    return f.case.PaperIssued(
        paper=name, form=form, edition="1", language="kk-ru", on=date(2026, 6, 15), number=number, blobs=(blob,)
    )


def test_L_8_2_1_a_correction_replaces_only_what_it_names(desk: Desk, state: CaseState) -> None:
    before = state.applicant_person.recorded
    fact = correct(desk, state, names=NEW, sex="male")
    assert fact.changes.sex is None, "the sex stands as it is"
    after_it = after(state, [fact]).applicant_person
    assert after_it.names == NEW
    assert after_it.recorded.birth == before.birth
    assert corrections.changes_of(before, fact) == (Change("names", before.names, NEW),)


def test_a_correction_needs_a_reason_and_what_shows_it_and_a_real_change(desk: Desk, state: CaseState) -> None:
    assert refused(desk, state, names=NEW, reason=" ") == ("correction.reason", "reason")
    assert refused(desk, state, names=NEW, document="") == ("correction.document", "document")
    assert refused(desk, state) == ("correction.unchanged", "changes")
    assert refused(desk, state, sex="male") == ("correction.unchanged", "changes")


def test_the_new_values_are_held_against_the_rules_of_intake(desk: Desk, state: CaseState) -> None:
    assert refused(desk, state, names=Names()) == ("person.name_missing", "changes.names")
    assert refused(desk, state, birth=BirthDate("2030-01-01")) == ("birth.future", "changes.birth")
    assert refused(desk, state, birth=BirthDate("1986-02-30"))[0] == "date.impossible"
    assert refused(desk, state, birth=BirthDate("1986", "day"))[0] == "date.form"
    assert refused(desk, state, citizenships=("QQQ",))[0] == "reference.country_unknown"
    assert refused(desk, state, citizenships=())[0] == "person.no_citizenship"
    assert refused(desk, state, iin="1")[0].startswith("iin.")
    assert correct(desk, state, citizenships=(), stateless="yes").changes.stateless == "yes"


def test_X_nodoc_f_23_data_without_any_document_stay_marked_as_told(desk: Desk) -> None:
    from tests.offices import adult

    (told,) = desk.register(applicant(adult(documents=(), from_words=True), arrival=ArrivalData()))
    assert refused(desk, told, from_words=False)[0] == "person.no_document"
    assert correct(desk, told, names=NEW).changes.names == NEW


def test_a_correction_is_dated_within_the_file(desk: Desk, state: CaseState) -> None:
    assert refused(desk, state, names=NEW, on=date(2026, 6, 16))[0] == "date.future"
    assert refused(desk, state, names=NEW, on=date(2026, 6, 1))[0] == "date.before_file"


def test_X_18_a_minor_found_to_be_an_adult_is_accepted_and_the_birthday_is_overdue(
    desk: Desk, state: CaseState
) -> None:
    minor = state.minors[0].id
    found = after(state, [correct(desk, state, minor, birth=BirthDate("2006-01-01"))])
    (due,) = [d.due for d in deadlines(found, desk.known.calendar, desk.settings) if d.kind == "majority"]
    assert due == date(2024, 1, 1)


def test_L_16_1_an_applicant_found_to_be_a_minor_is_to_be_referred_to_the_guardianship_body(
    desk: Desk, state: CaseState
) -> None:
    found = after(state, [correct(desk, state, birth=BirthDate("2010-01-01"))])
    assert ("refer_guardian", "L-16.1") in [(t.kind, t.rule) for t in open_tasks(found)]
    sent = f.case.RequestSent(request="q", to="guardian", person=state.applicant, on=date(2026, 6, 15))
    assert "refer_guardian" not in [t.kind for t in open_tasks(after(found, [sent]))]


def test_a_struck_minor_is_corrected_in_the_own_file(desk: Desk, state: CaseState) -> None:
    minor = state.minors[0].id
    struck = after(state, [f.case.MinorStruck(person=minor, reason="own_file", on=date(2026, 6, 15))])
    assert refused(desk, struck, minor, names=NEW) == ("person.struck", "person")


def test_the_history_tells_before_and_after_of_every_correction(desk: Desk, state: CaseState) -> None:
    person = state.applicant
    recorded = state.applicant_person.recorded
    first = correct(desk, state, names=NEW)
    second = correct(desk, after(state, [first]), names=names("AHMADI", "FARIDUN"), birth_place="Кабул")
    told = corrections.history([None, recorded, first, second], person)
    assert [[(c.field, c.before) for c in one.changes] for one in told] == [
        [("names", recorded.names)],
        [("names", NEW), ("birth_place", "")],
    ]
    assert corrections.history([first], person) == (), "nothing is known before the person was recorded"


def test_what_carries_the_old_value_is_papers_certificates_and_decisions_until_replaced(
    desk: Desk, state: CaseState
) -> None:
    person, number = state.applicant, state.certificates[0].number
    decision = f.case.DecisionTaken(number="D-1", kind="refuse", on=date(2026, 6, 15), person=person, covers=(person,))
    stood = after(state, [paper("p-1", number), decision])
    assert corrections.cascade(stood, person) == ()
    corrected = after(stood, [correct(desk, stood, names=NEW)])
    assert [tuple(c) for c in corrections.cascade(corrected, person)] == [
        ("paper", "p-1", "certificate"), ("certificate", number, "asylum"), ("decision", "D-1", "refuse"),
    ]  # fmt: skip
    issued = f.case.CertificateIssued(
        number="C-2", kind="asylum", holder=person, minors=(), issued_on=date(2026, 6, 15), valid_to=date(2026, 9, 15),
        replaces=number,
    )  # fmt: skip
    renewed = after(corrected, [issued, paper("p-2", "C-2")])
    assert [c.what for c in corrections.cascade(renewed, person)] == ["decision"]
    slip = f.remedies.DecisionCorrected(number="D-1", reason="аты-жөні", on=date(2026, 6, 15), note="x")
    assert corrections.cascade(after(renewed, [slip]), person) == ()


def test_a_corrected_minor_stands_on_the_certificate_and_papers_of_the_parent(desk: Desk, state: CaseState) -> None:
    minor, number = state.minors[0].id, state.certificates[0].number
    stood = after(state, [paper("p-1", number)])
    corrected = after(stood, [correct(desk, stood, minor, names=names("AHMADI", "ZOHRA"))])
    assert [c.reference for c in corrections.cascade(corrected, minor)] == ["p-1", number]
    assert corrections.cascade(corrected, state.applicant) == ()


def test_what_no_certificate_says_touches_papers_alone(desk: Desk, state: CaseState) -> None:
    stood = after(state, [paper("p-1", form="application")])
    corrected = after(stood, [correct(desk, stood, marital="married")])
    assert [c.what for c in corrections.cascade(corrected, state.applicant)] == ["paper"]
