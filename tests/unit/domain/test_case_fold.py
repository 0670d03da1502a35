"""The fold of a case: what each fact makes of a state, and that it never refuses what has happened."""

from datetime import date

import pytest

from app.domain import facts as f
from app.domain.case import CaseState, Decision, status
from app.domain.case_fold import evolve
from app.domain.facts.values import Address, BirthDocument, Blob
from tests.offices import Desk, adult, applicant, child

TODAY = date(2026, 6, 15)
EMPTY = CaseState(id="c")


def registered() -> CaseState:
    (state,) = Desk("2026-06-15 10:00").register(applicant(minors=(child("ZAHRA"), child("OMAR"))))
    return state


def decision(kind: str, on: date, covers: tuple[str, ...] = ("p",), number: str = "D-1") -> f.case.DecisionTaken:
    return f.case.DecisionTaken(number=number, kind=kind, on=on, person="p", covers=covers)  # type: ignore[arg-type]


def test_a_kind_that_is_not_known_and_an_erased_payload_change_nothing() -> None:
    state = registered()
    assert evolve(state, None) is state
    assert evolve(state, f.case.NoteAdded(text="x")) is state
    assert evolve(state, f.office.UserAdded(user="u", name="U")) is state


@pytest.mark.parametrize("kind", [k for k, cls in f.REGISTRY.items() if cls.RECORD == "case"])
def test_every_kind_of_a_case_has_its_place_in_the_fold(kind: str) -> None:
    from app.domain import case_fold

    assert f.REGISTRY[kind] in case_fold._HANDLERS


ABOUT_STRANGERS = (
    f.case.DocumentShown(person="x", type="passport"),
    f.case.PhotoTaken(person="x"),
    f.case.StayStated(persons=("x",), address=Address(kato="1", text=""), from_on=TODAY),
    f.case.MinorListed(person="x", relation="son"),
    f.case.MinorProven(person="x", birth_document=BirthDocument(type="t", number="1")),
    f.case.MinorStruck(person="x", reason="error", on=TODAY),
    f.case.DecisionServed(number="x", way="hand", on=TODAY),
    f.case.NoticeSent(decision="x", to="iab", on=TODAY),
    f.case.CertificateEnded(number="x", how="lost", on=TODAY),
    f.case.RequestAnswered(request="x", person="x", on=TODAY, result="done"),
    f.case.PaperIssued(paper="x", form="x", edition="x", language="x", on=TODAY),
)


@pytest.mark.parametrize("fact", ABOUT_STRANGERS, ids=lambda fact: type(fact).KIND)
def test_a_fact_about_nobody_known_changes_nothing(fact: f.Fact) -> None:
    for state in (EMPTY, registered()):
        assert evolve(state, fact) == state


def test_a_minor_listed_proven_struck_and_listed_again() -> None:
    state = registered()
    zahra = state.minors[0].id
    struck = evolve(state, f.case.MinorStruck(person=zahra, reason="other_parent", on=TODAY, to_case="other"))
    assert [m.id for m in struck.minors] == [state.minors[1].id]
    assert struck.persons[zahra].to_case == "other"
    back = evolve(struck, f.case.MinorListed(person=zahra, relation="niece", verbal=True))
    assert (back.persons[zahra].place, back.persons[zahra].to_case, back.persons[zahra].verbal) == ("minor", "", True)
    proven = evolve(back, f.case.MinorProven(person=zahra, birth_document=BirthDocument(type="t", number="9")))
    assert (proven.persons[zahra].verbal, proven.persons[zahra].birth_document) == (
        False, BirthDocument(type="t", number="9"),
    )  # fmt: skip


def test_a_person_recorded_again_keeps_documents_and_photo() -> None:
    state = registered()
    photo = evolve(state, f.case.PhotoTaken(person=state.applicant, blobs=(Blob(h="a", z=1, type="image/jpeg"),)))
    again = f.case.PersonRecorded(
        person=state.applicant, place="applicant", names=adult("KARIMI", "ALI").names, sex="male",
        birth=adult().birth,
    )  # fmt: skip
    person = evolve(photo, again).applicant_person
    assert person.names.full("latin") == "Karimi Ali"
    assert (len(person.documents), person.photo is not None) == (1, True)


def test_the_newest_referral_of_a_body_counts_and_each_answer_goes_to_its_referral() -> None:
    state = registered()
    first = state.request_for("fingerprints")
    assert first is not None
    again = evolve(state, f.case.RequestSent(request="r2", to="fingerprints", person=state.applicant, on=TODAY))
    answered = evolve(
        again, f.case.RequestAnswered(request=first.id, person=state.applicant, on=TODAY, result="refused")
    )
    newest = answered.request_for("fingerprints")
    assert newest is not None
    assert (newest.id, newest.answer) == ("r2", None)
    assert [r.answer is not None for r in answered.requests if r.to == "fingerprints"] == [True, False]


def test_a_certificate_ends_once() -> None:
    state = registered()
    number = state.certificates[0].number
    lost = evolve(state, f.case.CertificateEnded(number=number, how="lost", on=TODAY))
    again = evolve(lost, f.case.CertificateEnded(number=number, how="returned", on=date(2026, 7, 1)))
    assert (again.certificates[0].ended, again.certificates[0].ended_on) == ("lost", TODAY)
    assert again.valid_certificate("asylum") is None


def test_told_bodies_keep_the_day_on_which_each_was_told_first() -> None:
    state = evolve(EMPTY, decision("refuse", TODAY))
    for to, day in (("iab", 16), ("iab", 18), ("authorised_body", 17)):
        notice = f.case.NoticeSent(decision="D-1", to=to, on=date(2026, 6, day))  # type: ignore[arg-type]
        state = evolve(state, notice)
    assert state.decisions[0].told_on == {"iab": date(2026, 6, 16), "authorised_body": date(2026, 6, 17)}
    assert set(state.decisions[0].told) == {"iab", "authorised_body"}


def test_service_says_when_the_person_learned_of_it() -> None:
    state = evolve(EMPTY, decision("refuse", TODAY))
    served = evolve(state, f.case.DecisionServed(number="D-1", way="hand", on=date(2026, 6, 16)))
    assert served.decisions[0].learnt_on == date(2026, 6, 16)


def test_the_newest_decision_of_a_person_up_to_a_day() -> None:
    state = evolve(EMPTY, decision("refuse", date(2026, 1, 1), ("p", "m")))
    state = evolve(state, decision("grant", date(2026, 3, 1), ("p",), "D-2"))
    found = [state.decision_of("p", day) for day in (date(2025, 12, 31), date(2026, 2, 1), date(2026, 3, 1), None)]
    assert [d.number if isinstance(d, Decision) else None for d in found] == [None, "D-1", "D-2", "D-2"]
    assert [status(state, day, "m") for day in (date(2026, 2, 1), date(2026, 4, 1))] == ["refused", "refused"]
    assert status(state, date(2026, 4, 1), "p") == "refugee"


def test_status_through_the_life_of_a_case() -> None:
    state = registered()
    day = date(2026, 6, 15)
    assert [status(state, d) for d in (date(2026, 6, 14), day)] == ["", "asylum_seeker"]
    assert status(evolve(state, f.case.ApplicationWithdrawn(on=date(2026, 7, 1))), date(2026, 6, 30)) == "asylum_seeker"
    closed = evolve(state, f.case.CaseClosed(code="DEP", on=date(2026, 7, 1)))
    assert [status(closed, d) for d in (date(2026, 6, 30), date(2026, 7, 1))] == ["asylum_seeker", "closed"]
    assert (closed.is_open, closed.closed_code) == (False, "DEP")


def test_L_14_2_a_status_that_ran_out_does_not_end_by_itself() -> None:
    taken = f.case.DecisionTaken(
        number="D-1", kind="grant", on=TODAY, person="p", covers=("p",), from_on=TODAY, to_on=date(2027, 6, 15)
    )
    assert status(evolve(EMPTY, taken), date(2030, 1, 1), "p") == "refugee"


def test_before_registration_a_case_is_known_by_its_receipt() -> None:
    lodged = f.case.ApplicationLodged(
        way="border", lodged_at=Desk("2026-06-15 10:00").known.now, place="border", border_receipt="R-1"
    )
    state = evolve(EMPTY, lodged)
    assert state.shown_number == "R-1"
    assert evolve(state, f.case.ApplicationRegistered(number="A-1", registered_on=TODAY)).shown_number == "A-1"
