"""An own file for a minor: on the birthday, alone after all, with a status, in a family of several files."""

from datetime import date

import msgspec
import pytest

from app.base.errors import Refusal
from app.domain import facts as f
from app.domain.birth import BirthDate
from app.domain.case import status
from app.domain.case_fold import evolve
from app.domain.commands import ArrivalData, GiveOwnFile
from app.domain.deadlines import deadlines, open_deadlines
from app.domain.facts.values import Blob
from app.domain.family_tasks import family_tasks
from app.domain.own_files import copied, give_own_file, relation_back
from tests.households import Household, valid_lists
from tests.offices import adult, applicant, child

BIRTHDAY = date(2026, 10, 14)


def birthday(house: Household, given: str = "NAVID", reason: str = "turned_18"):  # type: ignore[no-untyped-def]
    house.desk.now = "2026-10-14 10:00"
    command = GiveOwnFile(case=house[0].id, minor=house.minor(0, given).id, reason=reason)  # type: ignore[arg-type]
    made = give_own_file(house.desk.known, house[0], command, house.kin(0))
    (new,) = house.take(made)
    return new, made


def refused(house: Household, given: str, reason: str, now: str) -> Refusal:
    house.desk.now = now
    command = GiveOwnFile(case=house[0].id, minor=house.minor(0, given).id, reason=reason)  # type: ignore[arg-type]
    with pytest.raises(Refusal) as caught:
        give_own_file(house.desk.known, house[0], command)
    return caught.value


def test_X_18_g_14_on_the_birthday_the_son_gets_an_own_application_and_certificate() -> None:
    house = Household("2026-09-14 10:00")
    son = house.minor(0, "NAVID")
    new, _ = birthday(house)
    assert (new.applicant, new.source, new.from_case) == (son.id, "turned_18", house[0].id)
    assert new.applicant_person.names == son.names
    assert (new.registered_on, new.first_registered_on) == (BIRTHDAY, date(2026, 9, 14))
    assert new.lodged is not None
    assert (new.lodged.way, new.lodged.late) == ("arrival", None)
    certificate = new.valid_certificate("asylum")
    assert certificate is not None
    assert (certificate.issued_on, certificate.valid_to) == (BIRTHDAY, date(2027, 1, 14))
    assert status(new, BIRTHDAY) == "asylum_seeker"
    assert {r.to for r in new.requests} == {"iab_stay", "fingerprints"}
    due = {d.kind: d.due for d in deadlines(new, house.desk.known.calendar, house.desk.settings)}
    assert due["decision"] == date(2027, 1, 14)


def test_L_10_7a_his_row_is_struck_and_the_parent_gets_a_certificate_without_him() -> None:
    house = Household("2026-09-14 10:00")
    before = house[0].valid_certificate("asylum")
    new, _ = birthday(house)
    father = house[0]
    son = father.persons[new.applicant]
    assert (son.place, son.struck_reason, son.to_case, son.struck_on) == ("struck", "turned_18", new.id, BIRTHDAY)
    after = father.valid_certificate("asylum")
    assert before is not None
    assert after is not None
    assert (after.replaces, after.minors) == (before.number, (house.minor(0, "ZAHRA").id,))
    lists = valid_lists(house.cases.values())
    assert len(lists) == len(set(lists)) == 4


def test_X_18_the_birthday_is_done_in_the_file_of_the_parent() -> None:
    house = Household("2026-09-14 10:00")
    birthday(house)
    office = (house.desk.known.calendar, house.desk.settings)
    majority = {d.due: d.done_on for d in deadlines(house[0], *office) if d.kind == "majority"}
    assert majority == {BIRTHDAY: BIRTHDAY, date(2038, 2, 20): None}
    assert [d.due for d in open_deadlines(house[0], *office) if d.kind == "majority"] == [date(2038, 2, 20)]


def test_L_4_4_the_files_know_each_other_both_ways() -> None:
    house = Household("2026-09-14 10:00")
    new, _ = birthday(house)
    father, mother = house[0], house[1]
    assert new.family == father.family == mother.family != ""
    assert {r.case: r.relation for r in new.relatives} == {father.id: "parent", mother.id: "parent"}
    assert {r.case: r.relation for r in father.relatives} == {mother.id: "spouse", new.id: "son"}
    assert {r.case: r.relation for r in mother.relatives} == {father.id: "spouse", new.id: "son"} or (
        mother.kin == (father.id, new.id)
    )


def test_a_single_parent_and_the_child_become_a_family() -> None:
    house = Household("2026-09-14 10:00", applicant(minors=(child("NAVID", "2008-10-14", relation="ward"),)))
    assert house[0].family == ""
    new, _ = birthday(house)
    assert new.family == house[0].family != ""
    assert [r.relation for r in new.relatives] == ["other"]


def test_X_18_the_day_before_the_birthday_is_refused_and_names_the_day() -> None:
    refusal = refused(Household("2026-09-14 10:00"), "NAVID", "turned_18", "2026-10-13 23:59")
    assert (refusal.rule, refusal.facts["day"]) == ("family.not_yet_18", BIRTHDAY)


@pytest.mark.parametrize(("setting", "day"), [("03-01", "2026-03-01"), ("02-28", "2026-02-28")])
def test_X_18_a_birth_on_the_leap_day_follows_the_setting(setting: str, day: str) -> None:
    house = Household("2025-12-15 10:00", applicant(minors=(child("LEAP", "2008-02-29"),), arrival=ArrivalData()))
    house.desk.settings = type(house.desk.settings)({"majority.leap_day": setting})
    before = "2026-02-28 10:00" if setting == "03-01" else "2026-02-27 10:00"
    assert refused(house, "LEAP", "turned_18", before).rule == "family.not_yet_18"
    house.desk.now = f"{day} 10:00"
    command = GiveOwnFile(case=house[0].id, minor=house.minor(0, "LEAP").id)
    assert give_own_file(house.desk.known, house[0], command)


def test_X_18_a_birth_known_by_the_year_only_counts_at_its_latest() -> None:
    born = BirthDate("2008", "year")
    house = Household("2026-09-14 10:00", applicant(minors=(msgspec.structs.replace(child("NAVID"), birth=born),)))
    assert refused(house, "NAVID", "turned_18", "2026-12-30 10:00").facts["day"] == date(2026, 12, 31)
    (majority,) = [
        d for d in deadlines(house[0], house.desk.known.calendar, house.desk.settings) if d.kind == "majority"
    ]
    assert (majority.start, majority.due, majority.alert_days) == (date(2008, 1, 1), date(2026, 12, 31), (90, 30))


def test_X_18_each_case_of_a_family_is_told_of_its_own_minors_only() -> None:
    house = Household(
        "2026-09-14 10:00",
        applicant(minors=(child("NAVID", "2008-10-14"),)),
        applicant(adult("AHMADI", "MARYAM", "1984-08-09"), minors=(child("ZAHRA", "2008-12-01"),)),
    )
    office = (house.desk.known.calendar, house.desk.settings)
    for place, day in ((0, BIRTHDAY), (1, date(2026, 12, 1))):
        assert [d.due for d in deadlines(house[place], *office) if d.kind == "majority"] == [day]


def test_L_10_7b_L_16_1_a_child_who_is_alone_after_all_gets_a_file_guardian_and_tracing() -> None:
    house = Household("2026-09-14 10:00")
    new, _ = birthday(house, "ZAHRA", "unaccompanied")
    assert new.unaccompanied
    assert {r.to for r in new.requests} == {"iab_stay", "fingerprints", "guardian", "tracing"}
    assert house[0].persons[new.applicant].struck_reason == "own_file"
    assert {task.kind for task in family_tasks(new)} == {"guardian", "best_interests"}


def test_who_has_reached_18_is_not_unaccompanied() -> None:
    refusal = refused(Household("2026-09-14 10:00"), "NAVID", "unaccompanied", "2026-10-14 10:00")
    assert refusal.rule == "application.adult_unaccompanied"


@pytest.mark.parametrize("who", ["stranger", ""])
def test_a_stranger_the_applicant_and_one_who_was_struck_are_no_minors(who: str) -> None:
    house = Household("2026-09-14 10:00")
    new, _ = birthday(house)
    for minor in (who, house[0].applicant, new.applicant):
        with pytest.raises(Refusal) as caught:
            give_own_file(house.desk.known, house[0], GiveOwnFile(case=house[0].id, minor=minor))
        assert caught.value.rule == "minor.unknown"


def test_a_file_that_is_not_registered_gives_no_own_file() -> None:
    house = Household("2026-09-14 10:00")
    opened = f.case.CaseOpened(source="detention", opened_on=date(2026, 9, 14), person=house[0].applicant)
    bare = evolve(type(house[0])(id="bare", persons=house[0].persons), opened)
    house.desk.now = "2026-10-14 10:00"
    with pytest.raises(Refusal) as caught:
        give_own_file(house.desk.known, bare, GiveOwnFile(case="bare", minor=house.minor(0, "NAVID").id))
    assert caught.value.rule == "family.not_registered"


def test_L_11_2e_f_43_a_status_goes_along_with_its_term_and_asks_for_an_own_booklet() -> None:
    house = Household("2026-06-15 10:00")
    house.grant(0, date(2026, 9, 1), date(2027, 9, 1))
    father = house[0]
    asylum, booklet = father.valid_certificate("asylum"), "AB12345678"
    assert asylum is not None
    house.after(
        0,
        f.case.CertificateIssued(
            number=booklet, kind="refugee", holder=father.applicant, minors=tuple(m.id for m in father.minors),
            issued_on=date(2026, 9, 2), valid_to=date(2027, 9, 1),
        ),
        f.case.CertificateEnded(number=asylum.number, how="returned", on=date(2026, 9, 2)),
    )  # fmt: skip
    new, _ = birthday(house)
    assert status(new, BIRTHDAY) == "refugee"
    decision = new.status_decision(new.applicant)
    assert decision is not None
    assert (decision.carried, decision.kind, decision.on) == (True, "grant", date(2026, 9, 1))
    assert (decision.from_on, decision.to_on) == (date(2026, 9, 1), date(2027, 9, 1))
    assert new.certificates == ()
    assert [(t.kind, t.rule) for t in family_tasks(new)] == [("own_refugee_certificate", "L-11.5b")]
    valid = house[0].valid_certificate("refugee")
    assert valid is not None
    assert valid.number == booklet  # booklets have pre-printed numbers: a task, not an act of the program
    assert "renew_refugee_certificate" in {t.kind for t in family_tasks(house[0])}


def test_X_18_of_a_child_refused_together_with_the_applicant_nothing_goes_on_in_an_own_file() -> None:
    house = Household("2026-06-15 10:00")
    state = house[0]
    house.after(
        0,
        f.case.DecisionTaken(
            number="D", kind="refuse", on=date(2026, 9, 1), person=state.applicant,
            covers=tuple(p.id for p in state.present),
        ),
    )  # fmt: skip
    assert refused(house, "NAVID", "turned_18", "2026-10-14 10:00").rule == "family.no_pending_application"


def test_a_full_copy_goes_along_documents_photo_stay_needs_evidence_and_referrals() -> None:
    house = Household("2026-09-14 10:00")
    son = house.minor(0, "NAVID").id
    photo = Blob(h="ab", z=1, type="image/jpeg")
    day = date(2026, 9, 20)
    house.after(
        0,
        f.case.DocumentShown(person=son, type="passport", number="P9"),
        f.case.PhotoTaken(person=son, blobs=(photo,)),
        f.course.NeedsStated(person=son, codes=("SV",)),
        f.course.EvidenceAdded(person=son, about="family", text="DNA", on=day),
        f.case.RequestSent(request="fp", to="fingerprints", person=son, on=day),
        f.case.RequestAnswered(request="fp", person=son, on=day, result="done"),
    )
    new, _ = birthday(house)
    person = new.applicant_person
    assert [d.type for d in person.documents] == ["passport", "birth_certificate"]
    assert (person.photo, person.needs) == (photo, ("SV",))
    assert person.stay == house[0].applicant_person.stay
    assert [e.text for e in new.evidence] == ["DNA"]
    answered = new.request_for("fingerprints")
    assert answered is not None
    assert answered.answer is not None
    assert [r.to for r in new.requests].count("fingerprints") == 1


def test_what_the_other_file_knows_already_is_not_copied_again() -> None:
    house = Household("2026-09-14 10:00")
    state = house[0]
    again = copied(state, state.minors[0], "minor", state)
    assert [type(fact) for fact in again] == [f.case.PersonRecorded]


def test_who_was_born_here_or_came_later_did_not_arrive_with_the_parent() -> None:
    minors = (
        child("NAVID", "2008-10-14"),
        child("LATER", "2008-10-01", arrived_with=False),
        child("BORN", "2026-08-01"),
    )
    house = Household("2026-09-14 10:00", applicant(minors=minors))
    assert birthday(house, "NAVID")[0].arrival.entered_on == date(2026, 6, 10)
    assert birthday(house, "LATER")[0].arrival.way == "already_here"
    born = birthday(house, "BORN", "unaccompanied")[0].arrival
    assert (born.way, born.entered_on) == ("already_here", None)


@pytest.mark.parametrize(
    ("relation", "sex", "back"),
    [
        ("son", "male", "parent"), ("daughter", "female", "parent"), ("spouse", "male", "spouse"),
        ("parent", "male", "son"), ("parent", "female", "daughter"), ("parent", "not_stated", "other"),
        ("brother", "female", "sister"), ("sister", "male", "brother"), ("grandchild", "male", "grandparent"),
        ("none", "male", "none"), ("ward", "male", "other"), ("", "male", "other"),
    ],
)  # fmt: skip
def test_a_relation_is_read_the_other_way_round(relation: str, sex: str, back: str) -> None:
    house = Household("2026-09-14 10:00", applicant(adult(sex=sex)))
    assert relation_back(relation, house[0].applicant_person) == back


def test_a_brother_with_an_own_file_is_a_brother_of_the_next_one() -> None:
    minors = (child("NAVID", "2008-10-14", sex="male", relation="son"), child("LAILA", "2008-10-14"))
    house = Household("2026-09-14 10:00", applicant(minors=minors))
    first, _ = birthday(house, "NAVID")
    second, _ = birthday(house, "LAILA")
    relations = {r.case: r.relation for r in second.relatives}
    assert relations == {house[0].id: "parent", first.id: "brother"}
    assert {r.case: r.relation for r in house.cases[first.id].relatives}[second.id] == "sister"
