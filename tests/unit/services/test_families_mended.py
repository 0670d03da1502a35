"""What a file of the family may lose on the way: extensions, places in certificates, refusals, days, own files."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.base.errors import Refusal
from app.domain import facts as f
from app.domain.applications import lodge_at_border
from app.domain.case import CaseState, status
from app.domain.commands import (
    ChangeFamily,
    Command,
    GiveOwnFile,
    IssueCertificate,
    JudgeDuplicate,
    ListMinor,
    LodgeAtBorder,
    LodgeExtension,
    MergeCase,
    MoveMinor,
    RecordAnswer,
    RecordLapse,
    RegisterCard,
    RegisterLodged,
    SplitFamily,
    SucceedPrincipal,
    TakeDecision,
    TieFamily,
)
from app.domain.deadlines import deadlines
from app.domain.facts.values import GroundChosen
from app.domain.own_files import folded, give_own_file
from app.domain.tasks import open_tasks
from app.messages import catalogue
from app.messages.facts import fact_sentence
from app.services import offices
from app.services.intake import hints_of
from app.store.rebuild import verify
from app.store.store import Store
from tests.offices import Desk, adult, after, applicant, at, child, do, make_store, names, register, state_of, trace

NOW = date(2026, 6, 15)
REFUSED = (GroundChosen(code="A12-01", reason="себебі"),)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = make_store(tmp_path / "s")
    made.set_clock(at("2026-06-15 10:00"))
    offices.add_user(made, made.actor("clerk"), "head", "Бекова Салтанат", ("head",))
    yield made
    assert verify(made).problems == ()
    made.close()


def couple(store: Store, *minors: object) -> tuple[str, str]:
    """A father with minors, and the mother."""
    father, mother = register(
        store,
        applicant(minors=minors or (child(),)),  # type: ignore[arg-type]
        applicant(adult("AHMADI", "MARYAM", "1990-02-11", sex="female"), relation="spouse"),
    )
    return father, mother


def grant(store: Store, case: str, booklet: str = "") -> None:
    do(store, RecordAnswer(case=case, to="fingerprints", result="done"))
    do(store, TakeDecision(case=case, kind="grant"))
    if booklet:
        do(store, IssueCertificate(case=case, kind="refugee", blank=booklet))


def refused(store: Store, command: Command) -> Refusal:
    """A refusal that left everything as it was, and has its sentence in three languages."""
    before = trace(store)
    with pytest.raises(Refusal) as error:
        do(store, command)
    assert trace(store) == before
    assert all(catalogue.sentence(error.value, language).endswith((".", "!")) for language in catalogue.LANGUAGES)
    return error.value


def minor(store: Store, case: str, place: int = 0) -> str:
    return state_of(store, case).minors[place].id


def own(store: Store, case: str, reason: str = "turned_18", place: int = 0) -> CaseState:
    command = GiveOwnFile(case=case, minor=minor(store, case, place), reason=reason)  # type: ignore[arg-type]
    return state_of(store, do(store, command).cases[0])


def named(*states: CaseState) -> list[tuple[str, str]]:
    """The kind and the person of every row in every valid certificate, without the holders."""
    return [(c.kind, person) for s in states for c in s.certificates if not c.ended for person in c.minors]


def kinds(state: CaseState, on: date | None = None) -> set[str]:
    return {task.kind for task in open_tasks(state, on)}


# -- an extension that is pending (f-09) ------------------------------------------------------------------------------


def test_f_09_L_14_2_a_pending_extension_goes_along_into_an_own_file(store: Store) -> None:
    father, _mother = couple(store, child("OMAR", "2009-06-01"))
    grant(store, father)
    store.set_clock(at("2027-05-10 10:00"))
    do(store, LodgeExtension(case=father))
    asked = state_of(store, father).pending_extension
    store.set_clock(at("2027-06-20 10:00"))
    new = own(store, father)
    assert status(new, date(2027, 6, 20)) == "expired_extension_pending"
    here = new.pending_extension
    assert asked is not None
    assert here is not None
    assert (here.number, here.lodged_at, here.covers) == (asked.number, asked.lodged_at, (new.applicant,))
    assert refused(store, RecordLapse(case=new.id)).rule == "lapse.extension_pending"
    do(store, TakeDecision(case=new.id, kind="extend"))
    assert status(state_of(store, new.id), date(2027, 6, 20)) == "refugee"


def test_f_09_a_pending_extension_moves_along_unless_the_other_parent_asked_as_well(store: Store) -> None:
    father, mother = couple(store, child(), child("OMAR", "2018-01-20"))
    for case in (father, mother):
        grant(store, case)
    store.set_clock(at("2027-05-10 10:00"))
    do(store, LodgeExtension(case=father))
    do(store, MoveMinor(case=father, minor=minor(store, father), to=mother))
    do(store, MoveMinor(case=father, minor=minor(store, father), to=mother))
    extensions = state_of(store, mother).extensions
    assert [e.number for e in extensions] == [state_of(store, father).extensions[0].number]
    assert state_of(store, mother).applicant not in extensions[0].covers


# -- one valid certificate for each minor (L-10.7a) -------------------------------------------------------------------


def test_L_10_7a_the_row_of_a_minor_who_left_is_struck_in_the_booklet_by_hand_and_reissue_stays_asked(
    store: Store,
) -> None:
    father, mother = couple(store)
    grant(store, father, "AB12345678")
    zahra = minor(store, father)
    do(store, MoveMinor(case=father, minor=zahra, to=mother))
    left, there = state_of(store, father), state_of(store, mother)
    assert named(left, there) == [("asylum", zahra)]
    booklet = left.valid_certificate("refugee")
    assert booklet is not None
    assert (booklet.minors, booklet.struck_rows) == ((), (zahra,))
    assert "renew_refugee_certificate" in kinds(left)
    do(store, IssueCertificate(case=father, kind="refugee", blank="AB12345679"))
    assert "renew_refugee_certificate" not in kinds(state_of(store, father))


def test_L_10_7a_an_own_file_strikes_the_row_in_the_booklet_too(store: Store) -> None:
    father, _mother = couple(store)
    grant(store, father, "AB12345678")
    new = own(store, father, "unaccompanied")
    do(store, IssueCertificate(case=new.id, kind="refugee", blank="AB12345679"))
    assert named(state_of(store, father), state_of(store, new.id)) == []
    assert state_of(store, new.id).valid_certificate("refugee") is not None


def test_L_10_7a_an_undecided_child_in_the_file_of_a_refugee_stands_in_an_asylum_certificate(store: Store) -> None:
    father, mother = couple(store, child(), child("OMAR", "2018-01-20"))
    grant(store, mother, "AB12345678")
    zahra = minor(store, father)
    do(store, MoveMinor(case=father, minor=zahra, to=mother))
    there = state_of(store, mother)
    assert (status(there, NOW), status(there, NOW, zahra)) == ("refugee", "asylum_seeker")
    assert [row for row in named(state_of(store, father), there) if row[1] == zahra] == [("asylum", zahra)]
    assert there.valid_certificate("refugee") is not None
    do(store, IssueCertificate(case=mother, kind="asylum"))
    again = state_of(store, mother)
    assert named(again) == [("asylum", zahra)]
    assert "certificate_expiry" in {d.kind for d in deadlines(again, store.calendar, store.settings)}
    do(store, TakeDecision(case=mother, kind="grant", covers=(zahra,)))
    do(store, IssueCertificate(case=mother, kind="refugee", blank="AB12345679"))
    assert named(state_of(store, mother)) == [("refugee", zahra)]
    assert refused(store, IssueCertificate(case=mother, kind="asylum")).rule == "certificate.not_asylum_seeker"


def test_L_10_7a_a_booklet_leaves_an_undecided_child_in_the_asylum_certificate(store: Store) -> None:
    (case,) = register(store)
    grant(store, case)
    do(store, ListMinor(case=case, minor=child()))
    zahra = minor(store, case)
    assert named(state_of(store, case)) == [("asylum", zahra)]
    do(store, IssueCertificate(case=case, kind="refugee", blank="AB12345678"))
    assert named(state_of(store, case)) == [("asylum", zahra)]


def test_L_10_7a_the_asylum_certificate_comes_back_when_the_last_undecided_child_leaves(store: Store) -> None:
    father, mother = couple(store)
    grant(store, mother, "AB12345678")
    do(store, MoveMinor(case=father, minor=minor(store, father), to=mother))
    do(store, MoveMinor(case=mother, minor=minor(store, mother), to=father))
    assert state_of(store, mother).valid_certificate("asylum") is None
    assert [kind for kind, _ in named(state_of(store, father), state_of(store, mother))] == ["asylum"]


def test_L_10_5_after_a_death_the_undecided_minors_stand_in_a_certificate_of_the_refugee(store: Store) -> None:
    father, mother = couple(store)
    grant(store, mother, "AB12345678")
    zahra = minor(store, father)
    do(store, SucceedPrincipal(case=father, reason="death", successor=mother, statement="№ 1"))
    assert named(state_of(store, father), state_of(store, mother)) == [("asylum", zahra)]


# -- where a minor may go (f-13) --------------------------------------------------------------------------------------


def test_f_13_a_registered_minor_is_not_moved_into_a_file_that_is_not_registered(store: Store) -> None:
    (father,) = register(store, applicant(minors=(child(),)))
    (card,) = do(store, RegisterCard(applicants=(applicant(adult("OTHER", "MAN")),), site="A")).cases
    zahra = minor(store, father)
    for command in (
        MoveMinor(case=father, minor=zahra, to=card),
        SucceedPrincipal(case=father, reason="death", successor=card, statement="№ 1"),
    ):
        assert refused(store, command).rule == "family.receiver_not_registered"


def test_L_11_2d_a_minor_moves_within_the_family_only(store: Store) -> None:
    (father,) = register(store, applicant(minors=(child(),)))
    (other,) = register(store, applicant(adult("AHMADI", "MARYAM", "1990-02-11", sex="female")))
    move = MoveMinor(case=father, minor=minor(store, father), to=other)
    succession = SucceedPrincipal(case=father, reason="death", successor=other, statement="№ 1")
    assert refused(store, move).rule == "family.not_tied"
    assert refused(store, succession).rule == "family.not_tied"
    do(store, TieFamily(case=father, other_case=other, relation="spouse", evidence="неке туралы куәлік"))
    do(store, move)
    assert minor(store, other)


def test_L_11_2e_after_a_split_the_other_parent_is_still_a_parent(store: Store) -> None:
    father, mother = couple(store)
    do(store, SplitFamily(case=father, other_case=mother, reason="ажырасу"))
    do(store, MoveMinor(case=father, minor=minor(store, father), to=mother))
    assert len(state_of(store, mother).minors) == 1


def test_L_12_a_refusal_goes_along_with_the_minor(store: Store) -> None:
    father, mother = couple(store)
    do(store, TakeDecision(case=father, kind="refuse", grounds=REFUSED))
    zahra = minor(store, father)
    do(store, MoveMinor(case=father, minor=zahra, to=mother))
    there = state_of(store, mother)
    assert (status(there, NOW), status(there, NOW, zahra)) == ("asylum_seeker", "refused")
    decision = there.decision_of(zahra)
    assert decision is not None
    assert (decision.carried, decision.kind, decision.from_on, decision.to_on) == (True, "refuse", None, None)
    assert named(there) == [("asylum", zahra)]
    told = f.remedies.StatusCarried(
        person=zahra, number=decision.number, decision="refuse", decided_on=decision.on, from_case=father
    )
    assert [
        fact_sentence("status.carried", told, one, name_of=lambda _key: "Zahra")[:10] for one in catalogue.LANGUAGES
    ] == [{"kk": "Бас тарту ", "ru": "Отказ пере", "en": "The refusa"}[one] for one in catalogue.LANGUAGES]
    grant(store, mother)
    assert status(state_of(store, mother), NOW, zahra) == "refused"


def test_L_10_5_a_lapse_goes_along_with_the_minor(store: Store) -> None:
    father, mother = couple(store)
    grant(store, father)
    store.set_clock(at("2027-07-01 10:00"))
    do(store, RecordLapse(case=father))
    zahra = minor(store, father)
    do(store, MoveMinor(case=father, minor=zahra, to=mother))
    there = state_of(store, mother)
    assert (status(there, date(2027, 7, 1)), status(there, date(2027, 7, 1), zahra)) == ("asylum_seeker", "lapsed")


def test_L_10_5_a_child_of_a_refused_applicant_who_died_is_refused_in_the_own_file(store: Store) -> None:
    (case,) = register(store, applicant(minors=(child(),)))
    do(store, TakeDecision(case=case, kind="refuse", grounds=REFUSED))
    outcome = do(store, SucceedPrincipal(case=case, reason="death", statement="№ 1"))
    new = state_of(store, outcome.cases[0])
    assert status(new, NOW) == "refused"
    assert new.valid_certificate("asylum") is not None


# -- files and days ---------------------------------------------------------------------------------------------------


def test_L_10_5_a_registered_file_is_not_merged_into_one_that_is_not_registered(store: Store) -> None:
    (case,) = register(store)
    (card,) = do(store, RegisterCard(applicants=(applicant(),), site="A")).cases
    one, two = state_of(store, case).applicant, state_of(store, card).applicant
    do(store, JudgeDuplicate(case=case, person=one, other_case=card, other_person=two, verdict="same", reasons="x"))
    assert refused(store, MergeCase(case=case, into=card, reasons="x", second="head")).rule == "merge.target"
    do(store, MergeCase(case=card, into=case, reasons="x", second="head"))
    assert state_of(store, card).merged_into == case


def test_f_30_a_death_lies_not_before_the_registration_nor_the_decision(store: Store) -> None:
    (case,) = register(store, applicant(minors=(child(),)))
    dead, zahra = state_of(store, case).applicant, minor(store, case)
    store.set_clock(at("2026-08-01 10:00"))
    grant(store, case)

    def death(on: date, *persons: str) -> ChangeFamily:
        return ChangeFamily(case=case, event="death", persons=persons, on=on, evidence="акт")

    early = SucceedPrincipal(case=case, reason="death", on=date(2026, 7, 1), statement="акт")
    for command in (death(date(2026, 7, 1), dead, zahra), early):
        assert refused(store, command).rule == "case.closed_before"
    assert refused(store, death(date(2026, 6, 14), zahra)).rule == "case.closed_before"
    do(store, death(date(2026, 7, 1), zahra))  # the news came after the decision
    assert state_of(store, case).persons[zahra].died_on == date(2026, 7, 1)


def test_L_8_1_3_a_withdrawal_with_minors_lies_not_before_the_refusal(store: Store) -> None:
    father, mother = couple(store)
    store.set_clock(at("2026-08-01 10:00"))
    do(store, TakeDecision(case=father, kind="refuse", grounds=REFUSED))
    command = SucceedPrincipal(
        case=father, reason="withdrawal", successor=mother, on=date(2026, 7, 1), statement="өтініш"
    )
    assert refused(store, command).rule == "case.closed_before"


# -- who has come of age ----------------------------------------------------------------------------------------------


def test_L_16_1_a_child_alone_who_came_of_age_needs_no_guardian_and_no_tracing(store: Store) -> None:
    (case,) = register(store, applicant(adult("ALI", "REZA", "2008-07-01"), unaccompanied=True))
    alone, state = {"guardian", "awaiting_tracing", "best_interests"}, state_of(store, case)
    assert alone <= kinds(state)
    assert alone <= kinds(state, date(2026, 6, 30))
    assert kinds(state, date(2026, 7, 1)) == kinds(state) - alone


def test_X_18_who_turned_18_and_stands_in_the_file_of_a_parent_is_pointed_out_at_the_desk(store: Store) -> None:
    (case,) = register(store, applicant(minors=(child("OMAR", "2008-06-20"),)))
    store.set_clock(at("2026-07-01 10:00"))
    omar = applicant(adult("AHMADI", "OMAR", "2008-06-20", names=names("AHMADI", "OMAR")))
    with store.unit(store.actor("clerk")) as unit:
        found = {hint.id: hint for hint in hints_of(unit, (omar,))}
    hint = found["hint.folded_elsewhere"]
    number = state_of(store, case).number
    assert (hint.field, hint.number) == ("applicants.0.person", number)
    assert all(number in catalogue.text("hint-folded-elsewhere", one, number=number) for one in catalogue.LANGUAGES)
    own(store, case)
    with store.unit(store.actor("clerk")) as unit:
        after = [hint.id for hint in hints_of(unit, (omar,))]
    assert "hint.folded_elsewhere" not in after
    assert "hint.may_be_registered" in after


def test_X_18_a_child_refused_together_with_the_parent_needs_a_new_application(store: Store) -> None:
    (case,) = register(store, applicant(minors=(child("OMAR", "2008-09-01"),)))
    do(store, TakeDecision(case=case, kind="refuse", grounds=REFUSED))
    store.set_clock(at("2026-09-02 10:00"))
    command = GiveOwnFile(case=case, minor=minor(store, case))
    assert refused(store, command).rule == "family.no_pending_application"
    assert "majority" not in {d.kind for d in deadlines(state_of(store, case), store.calendar, store.settings)}


def test_X_18_a_child_whose_status_lapsed_needs_a_new_application(store: Store) -> None:
    (case,) = register(store, applicant(minors=(child("OMAR", "2008-09-01"),)))
    grant(store, case)
    store.set_clock(at("2027-09-02 10:00"))
    do(store, RecordLapse(case=case))
    command = GiveOwnFile(case=case, minor=minor(store, case))
    assert refused(store, command).rule == "family.no_pending_application"


# -- cards of a mass influx (X-influx) --------------------------------------------------------------------------------


def test_X_influx_X_18_a_child_of_a_card_who_came_of_age_gets_an_own_card(store: Store) -> None:
    (case,) = do(store, RegisterCard(applicants=(applicant(minors=(child("OMAR", "2008-06-20"),)),), site="A")).cases
    store.set_clock(at("2026-07-01 10:00"))
    assert refused(store, RegisterLodged(case=case)).rule == "application.minor_is_adult"
    new = own(store, case)
    parent = state_of(store, case)
    assert status(new, date(2026, 7, 1)) == "intention"
    assert (new.registered_on, new.number, new.certificates, new.requests, new.site) == (None, "", (), (), "A")
    assert new.ticket.startswith("T-")
    assert new.ticket != parent.ticket
    assert parent.certificates == ()
    for one in (case, new.id):
        do(store, RegisterLodged(case=one))
        assert status(state_of(store, one), date(2026, 7, 1)) == "asylum_seeker"


def test_X_influx_the_death_of_who_has_a_card_registers_nobody(store: Store) -> None:
    (case,) = do(store, RegisterCard(applicants=(applicant(minors=(child(),)),), site="A")).cases
    new = state_of(store, do(store, SucceedPrincipal(case=case, reason="death", statement="№ 1")).cases[0])
    assert (status(new, NOW), new.registered_on, new.certificates) == ("intention", None, ())
    assert new.unaccompanied
    do(store, RegisterLodged(case=new.id))
    assert {"guardian", "tracing"} <= {r.to for r in state_of(store, new.id).requests}


def test_L_10_3a_a_child_of_an_application_at_the_border_keeps_the_moment_of_lodging() -> None:
    desk = Desk("2026-06-15 10:00")
    command = LodgeAtBorder(applicants=(applicant(minors=(child("OMAR", "2008-06-16"),)),))
    (made,) = lodge_at_border(desk.known, command)
    parent = after(CaseState(id=made.case), made.facts)
    desk.now = "2026-06-16 10:00"
    own_made = give_own_file(desk.known, parent, GiveOwnFile(case=parent.id, minor=parent.minors[0].id))
    new = folded(CaseState(id=own_made[0].case), own_made)
    assert parent.lodged is not None
    assert new.lodged is not None
    assert (new.lodged.lodged_at, new.lodged.place, new.registered_on) == (parent.lodged.lodged_at, "border", None)
    assert new.lodged.border_receipt not in {"", parent.lodged.border_receipt}
