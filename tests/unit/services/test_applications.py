"""Applications through the services on a real store: what is refused leaves no trace, what is done is found."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.base.errors import Refusal
from app.domain.birth import BirthDate
from app.domain.commands import (
    AddNote,
    ArrivalData,
    ClaimData,
    CloseCase,
    Command,
    DocumentData,
    ListMinor,
    LodgeAtBorder,
    ProveMinor,
    RecordAnswer,
    RecordRequest,
    RegisterApplication,
    TakeDecision,
    TakePhoto,
    WithdrawApplication,
)
from app.domain.facts.values import BirthDocument, Blob, Name, Names
from app.messages import catalogue
from app.services.acts import perform
from app.store.rebuild import verify
from app.store.store import Store
from tests.offices import adult, applicant, at, child, do, make_store, names, register, state_of, trace

TOMORROW = date(2026, 6, 16)
PROOF = BirthDocument(type="birth_certificate", number="BC-9")
PHOTO = Blob(h="ab" * 32, z=1, type="image/jpeg")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = make_store(tmp_path / "s")
    made.set_clock(at("2026-06-15 10:00"))
    yield made
    made.close()


def refused(store: Store, command: Command) -> Refusal:
    """The refusal of a command that left everything as it was, and has its sentence in three languages."""
    before = trace(store)
    with pytest.raises(Refusal) as error:
        do(store, command)
    assert trace(store) == before
    assert all(catalogue.sentence(error.value, language).endswith((".", "!")) for language in catalogue.LANGUAGES)
    return error.value


def family(*applicants: object, **more: object) -> RegisterApplication:
    return RegisterApplication(applicants=applicants, **more)  # type: ignore[arg-type]


LONE = adult("NOORI", "SAMIR", "2012-03-11")
NO_REGISTRATION = [
    ("application.empty", family()),
    ("person.name_missing", family(applicant(adult(names=Names())))),
    ("person.name_too_long", family(applicant(adult(names=Names(family=Name(kk_cyr="Ә" * 300)))))),
    ("birth.future", family(applicant(adult("A", "B", "2026-06-16")))),
    ("date.impossible", family(applicant(adult("A", "B", "1986-02-30")))),
    ("date.month_impossible", family(applicant(adult("A", "B", "1986-13-01")))),
    ("birth.too_old", family(applicant(adult("A", "B", "1860-01-01")))),
    ("date.form", family(applicant(adult("A", "B", "1986")))),
    ("iin.check_digit", family(applicant(adult(iin="861231300001")))),
    ("person.no_document", family(applicant(adult(documents=())))),
    ("person.no_citizenship", family(applicant(adult(citizenships=())))),
    ("reference.country_unknown", family(applicant(adult(citizenships=("ZZZ",))))),
    ("arrival.future", family(applicant(arrival=ArrivalData(entered_on=TOMORROW)))),
    ("claim.reason_unknown", family(applicant(claim=ClaimData(reasons=("poverty",))))),
    ("date.future", family(applicant(), lodged_at=at("2026-06-16 10:00"))),
    ("application.way_start", family(applicant(), way="sur_place")),
    ("application.person_twice", family(applicant(), applicant())),
    ("application.minor_applicant", family(applicant(LONE))),
    ("application.adult_unaccompanied", family(applicant(unaccompanied=True))),
    ("application.minor_is_adult", family(applicant(minors=(child(birth="2008-06-15"),)))),
    ("application.minor_unaccompanied", family(applicant(minors=(child(unaccompanied=True),)))),
    ("application.minor_birth_document", family(applicant(minors=(child(birth_document=None),)))),
    ("application.minor_listed_twice", family(applicant(minors=(child(), child())))),
    ("application.minor_listed_twice", family(applicant(), applicant(adult("KARIMI", "M"), minors=(child(), child())))),
]


@pytest.mark.parametrize(
    ("rule", "command"), NO_REGISTRATION, ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_registration_that_is_refused_leaves_no_trace(store: Store, rule: str, command: Command) -> None:
    assert refused(store, command).rule == rule


def test_the_last_person_of_a_family_refuses_the_whole_family(store: Store) -> None:
    wrong = family(applicant(minors=(child(),)), applicant(adult("KARIMI", "MARYAM", citizenships=())))
    assert refused(store, wrong).field == "applicants.1.person.citizenships"


def test_L_10_5_a_minor_stands_in_one_application_only(store: Store) -> None:
    (first,) = register(store, applicant(minors=(child(),)))
    again = refused(store, family(applicant(adult("KARIMI", "MARYAM"), minors=(child(),))))
    assert (again.rule, again.facts["number"]) == ("application.minor_listed_twice", state_of(store, first).number)
    assert refused(store, ListMinor(case=first, minor=child())).rule == "application.minor_listed_twice"


def test_L_10_5_the_id_of_a_listed_minor_is_refused_under_another_name(store: Store) -> None:
    (first,) = register(store, applicant(minors=(child(),)))
    known = state_of(store, first).minors[0].id
    (other,) = register(store, applicant(adult("KARIMI", "MARYAM")))
    assert (
        refused(store, ListMinor(case=other, minor=child("ZAHRO", person=known))).rule
        == "application.minor_listed_twice"
    )


def test_L_10_5_a_child_with_an_own_open_file_is_folded_into_no_application_and_the_reverse(store: Store) -> None:
    register(store, applicant(LONE, unaccompanied=True))
    folded = child("SAMIR", "2012-03-11", "NOORI")
    assert refused(store, family(applicant(minors=(folded,)))).rule == "application.minor_listed_twice"
    register(store, applicant(minors=(child("OMAR"),)))
    alone = applicant(adult("AHMADI", "OMAR", "2015-04-02", names=names("AHMADI", "OMAR")), unaccompanied=True)
    assert refused(store, family(alone)).rule == "application.minor_listed_twice"


def test_twins_of_one_family_name_are_two_children_also_in_two_acts(store: Store) -> None:
    def twin(given: str) -> Names:
        return Names(family=Name(latin_viz="Ahmadi", kk_cyr="Ахмади"), given=Name(kk_cyr=given))

    (case,) = register(store, applicant(minors=(child(names=twin("Хасан")),)))
    do(store, ListMinor(case=case, minor=child(names=twin("Хусейн"))))
    assert len(state_of(store, case).minors) == 2


def test_a_child_of_a_withdrawn_application_may_be_listed_elsewhere(store: Store) -> None:
    (first,) = register(store, applicant(minors=(child(),)))
    do(store, WithdrawApplication(case=first))
    (second,) = register(store, applicant(adult("KARIMI", "MARYAM"), minors=(child(),)))
    assert len(state_of(store, second).minors) == 1


def test_f_12_a_minor_is_listed_later_and_proven(store: Store) -> None:
    (case,) = register(store)
    do(store, ListMinor(case=case, minor=child("BABY", "2026-06-01", birth_document=None, verbal=True)))
    state = state_of(store, case)
    (baby,) = state.minors
    assert baby.verbal
    assert [(c.minors, c.ended) for c in state.certificates] == [((), "replaced"), ((baby.id,), "")]
    do(store, ProveMinor(case=case, minor=baby.id, birth_document=PROOF))
    assert state_of(store, case).minors[0].birth_document == PROOF


NOT_IN_THE_CASE = [
    ("person.unknown", lambda case: ProveMinor(case=case, minor="stranger", birth_document=PROOF)),
    ("person.unknown", lambda case: TakePhoto(case=case, person="stranger", photo=PHOTO)),
    ("person.unknown", lambda case: RecordRequest(case=case, to="medical", person="stranger")),
    ("person.unknown", lambda case: RecordAnswer(case=case, to="medical", result="done", person="stranger")),
    ("request.unknown", lambda case: RecordAnswer(case=case, to="medical", result="done")),
    ("request.not_required_basis", lambda case: RecordAnswer(case=case, to="fingerprints", result="not_required")),
    (
        "request.not_required_basis",
        lambda case: RecordAnswer(case=case, to="fingerprints", result="not_required", reason="16", basis="40-VI"),
    ),
    ("request.reason_missing", lambda case: RecordAnswer(case=case, to="fingerprints", result="refused")),
    ("request.reason_missing", lambda case: RecordAnswer(case=case, to="fingerprints", result="impossible")),
    ("date.future", lambda case: RecordAnswer(case=case, to="fingerprints", result="done", on=TOMORROW)),
    ("date.future", lambda case: RecordRequest(case=case, to="medical", on=TOMORROW)),
    ("date.future", lambda case: WithdrawApplication(case=case, on=TOMORROW)),
    ("decision.before_registration", lambda case: WithdrawApplication(case=case, on=date(2026, 6, 14))),
    ("date.future", lambda case: CloseCase(case=case, code="DEP", on=TOMORROW)),
    ("case.closing_reason", lambda case: CloseCase(case=case, code="")),
    ("case.closing_reason", lambda case: CloseCase(case=case, code="A12-01")),
    ("person.no_citizenship", lambda case: ListMinor(case=case, minor=child("OMAR", citizenships=()))),
    ("birth.future", lambda case: ListMinor(case=case, minor=child("OMAR", "2026-06-16"))),
    ("application.minor_birth_document", lambda case: ListMinor(case=case, minor=child("OMAR", birth_document=None))),
    ("case.unknown", lambda _case: AddNote(case="nowhere", text="x")),
    ("case.unknown", lambda _case: RecordRequest(case="nowhere", to="medical")),
]


@pytest.mark.parametrize(("rule", "act"), NOT_IN_THE_CASE)
def test_an_act_on_a_case_that_is_refused_leaves_no_trace(store: Store, rule: str, act: object) -> None:
    (case,) = register(store, applicant(minors=(child(),)))
    assert refused(store, act(case)).rule == rule  # type: ignore[operator]


def test_the_applicant_is_no_minor_to_be_proven(store: Store) -> None:
    (case,) = register(store)
    applicant_id = state_of(store, case).applicant
    assert refused(store, ProveMinor(case=case, minor=applicant_id, birth_document=PROOF)).rule == "person.unknown"


AFTER_THE_END = [
    lambda case: ListMinor(case=case, minor=child("OMAR")),
    lambda case: ProveMinor(case=case, minor="x", birth_document=PROOF),
    lambda case: TakePhoto(case=case, photo=PHOTO),
    lambda case: RecordRequest(case=case, to="medical"),
    lambda case: RecordAnswer(case=case, to="fingerprints", result="done"),
    lambda case: WithdrawApplication(case=case),
    lambda case: CloseCase(case=case, code="DEP"),
]


@pytest.mark.parametrize("end", [lambda c: WithdrawApplication(case=c), lambda c: CloseCase(case=c, code="DEP")])
def test_nothing_is_recorded_in_a_file_that_has_ended(store: Store, end: object) -> None:
    (case,) = register(store)
    do(store, end(case))  # type: ignore[operator]
    for act in AFTER_THE_END:
        assert refused(store, act(case)).rule == "case.not_open"


def test_L_8_1_3_a_withdrawal_takes_the_certificate_back(store: Store) -> None:
    (case,) = register(store)
    do(store, WithdrawApplication(case=case))
    state = state_of(store, case)
    assert state.withdrawn_on == date(2026, 6, 15)
    assert state.valid_certificate("asylum") is None
    assert state.certificates[0].ended == "returned"


def test_L_8_1_3_who_has_the_status_has_no_application_to_withdraw(store: Store) -> None:
    (case,) = register(store)
    do(store, RecordAnswer(case=case, to="fingerprints", result="done"))
    do(store, TakeDecision(case=case, kind="grant"))
    assert refused(store, WithdrawApplication(case=case)).rule == "decision.taken_already"


def test_L_10_3a_the_border_unit_lodges_and_nothing_else(tmp_path: Path) -> None:
    border = make_store(tmp_path / "b", office="ALO51", kind="border")
    border.set_clock(at("2026-03-02 14:00"))
    crossed = applicant(arrival=ArrivalData(entered_on=date(2026, 3, 2)))
    (case,) = do(border, LodgeAtBorder(applicants=(crossed,))).cases
    state = state_of(border, case)
    assert state.shown_number.startswith("R-ALO51-26-01-00001-")
    assert (state.certificates, state.registered_on) == ((), None)
    assert refused(border, family(crossed)).rule == "permission.office"
    assert refused(border, RecordRequest(case=case, to="medical")).rule == "permission.office"
    assert verify(border).problems == ()
    border.close()


@pytest.mark.parametrize(("kind", "office"), [("district", "ALA10"), ("centre", "CEN00")])
def test_f_35_a_district_and_the_centre_register_nobody(tmp_path: Path, kind: str, office: str) -> None:
    other = make_store(tmp_path / "o", office=office, kind=kind)
    assert refused(other, family(applicant(arrival=ArrivalData()))).rule == "permission.office"
    other.close()


def test_a_user_without_the_role_is_refused_before_anything_is_read(store: Store) -> None:
    before = trace(store)
    auditor = store.actor("clerk")._replace(roles=frozenset({"auditor"}))
    with pytest.raises(Refusal) as error:
        perform(store, auditor, RecordRequest(case="nowhere", to="medical"))
    assert (error.value.rule, trace(store)) == ("permission.role", before)


def test_bad_words_of_a_command_are_refused_before_they_are_recorded() -> None:
    from app.services.acts import read_command

    for name, values in (
        ("record_request", {"case": "c", "to": "nowhere"}),
        ("record_answer", {"case": "c", "to": "nowhere", "result": "done"}),
        ("record_answer", {"case": "c", "to": "medical", "result": "perhaps"}),
        ("add_note", {"case": "c", "text": "x", "colour": "red"}),
        ("register_application", {"applicants": [], "lodged_at": "2026-06-15T10:00:00"}),
        ("list_minor", {"case": "c", "minor": {"names": {}, "birth": {"value": "31.12.2015"}}}),
    ):
        with pytest.raises(Refusal) as error:
            read_command(name, values)
        assert error.value.rule == "command.form"


def test_documents_and_photo_stand_in_the_case(store: Store) -> None:
    (case,) = register(store, applicant(adult(documents=(DocumentData(type="id_card", number="1", seen="copy"),))))
    do(store, TakePhoto(case=case, photo=PHOTO))
    person = state_of(store, case).applicant_person
    assert (person.documents[0].seen, person.photo) == ("copy", PHOTO)


def test_a_date_of_birth_known_by_its_year_is_kept_so(store: Store) -> None:
    who = adult("NOORI", "ALI")
    import msgspec

    (case,) = register(store, applicant(msgspec.structs.replace(who, birth=BirthDate("1986", "year"))))
    assert state_of(store, case).applicant_person.recorded.birth == BirthDate("1986", "year")
