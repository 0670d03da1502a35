"""The family over time: moves, strikes, successors, events, ties; and what holds after any of them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.base.errors import Refusal
from app.domain import facts as f
from app.domain.case import CaseState, status
from app.domain.case_fold import evolve
from app.domain.commands import (
    ChangeFamily,
    EvidenceData,
    GiveOwnFile,
    ListMinor,
    MoveMinor,
    StrikeMinor,
    SucceedPrincipal,
    TieFamily,
)
from app.domain.facts.values import BirthDocument
from app.domain.families import (
    change_family,
    family_status_until,
    list_minor,
    move_minor,
    prove_minor,
    split_family,
    strike_minor,
    tie_family,
)
from app.domain.intake import CaseFacts
from app.domain.own_files import give_own_file
from app.domain.succession import succeed
from tests.households import Household, valid_lists
from tests.offices import adult, applicant, child

TODAY = date(2026, 9, 21)


def house(*applicants: object) -> Household:
    made = Household("2026-09-14 10:00", *applicants)  # type: ignore[arg-type]
    made.desk.now = "2026-09-21 10:00"
    return made


def rule(call) -> str:  # type: ignore[no-untyped-def]
    with pytest.raises(Refusal) as caught:
        call()
    return caught.value.rule


# -- moves ------------------------------------------------------------------------------------------------------------


def move(home: Household, given: str = "ZAHRA", to: int = 1) -> tuple[CaseFacts, ...]:
    command = MoveMinor(case=home[0].id, minor=home.minor(0, given).id, to=home[to].id, reason="анасында тұрады")
    return move_minor(home.desk.known, home[0], home[to], command)


def test_f_13_L_10_7a_a_minor_moves_to_the_other_parent_and_both_certificates_are_renewed() -> None:
    home = house()
    zahra = home.minor(0, "ZAHRA").id
    home.take(move(home))
    father, mother = home[0], home[1]
    assert (father.persons[zahra].place, father.persons[zahra].to_case) == ("struck", mother.id)
    assert [m.id for m in mother.minors] == [zahra]
    assert mother.persons[zahra].birth_document == BirthDocument(type="birth_certificate", number="BC-1")
    for state in (father, mother):
        valid = state.valid_certificate("asylum")
        assert valid is not None
        assert (valid.minors, valid.issued_on, bool(valid.replaces)) == (
            tuple(m.id for m in state.minors), TODAY, True,
        )  # fmt: skip
    lists = valid_lists(home.cases.values())
    assert len(lists) == len(set(lists)) == 4


def test_there_and_back_again_leaves_nothing_double() -> None:
    home = house()
    zahra = home.minor(0, "ZAHRA").id
    home.take(move(home))
    back = MoveMinor(case=home[1].id, minor=zahra, to=home[0].id)
    home.take(move_minor(home.desk.known, home[1], home[0], back))
    assert [m.id for m in home[1].minors] == []
    person = home[0].persons[zahra]
    assert (person.place, person.to_case, person.struck_on) == ("minor", "", None)
    assert len(valid_lists(home.cases.values())) == 4


def test_L_11_2e_f_43_the_status_moves_along_with_its_term() -> None:
    home = house()
    home.grant(0, TODAY, date(2027, 9, 21))
    zahra = home.minor(0, "ZAHRA").id
    home.take(move(home))
    assert status(home[1], TODAY, zahra) == "refugee"
    assert status(home[1], TODAY) == "asylum_seeker"
    decision = home[1].status_decision(zahra)
    assert decision is not None
    assert (decision.carried, decision.covers, decision.to_on) == (True, (zahra,), date(2027, 9, 21))


def test_moves_that_cannot_be() -> None:
    home = house(
        applicant(adult(), minors=(child("NAVID", "2008-10-14"),)),
        applicant(adult("AHMADI", "MARYAM", "1984-08-09"), relation="spouse"),
    )
    assert rule(lambda: move(home, to=0, given="NAVID")) == "family.same_case"
    stranger = MoveMinor(case=home[0].id, minor="x", to=home[1].id)
    assert rule(lambda: move_minor(home.desk.known, home[0], home[1], stranger)) == "minor.unknown"
    home.desk.now = "2026-10-14 10:00"
    assert rule(lambda: move(home, given="NAVID")) == "application.minor_is_adult"


def test_an_unaccompanied_child_takes_nobody_in() -> None:
    home = house()
    (alone,) = home.desk.register(applicant(adult("NOORI", "SAMIR", "2011-03-11"), unaccompanied=True))
    home.cases[alone.id] = alone
    assert rule(lambda: move(home, to=2)) == "family.successor_minor"


def test_L_10_5_a_minor_listed_in_error_is_struck_with_the_reason() -> None:
    home = house()
    zahra = home.minor(0, "ZAHRA").id
    command = StrikeMinor(case=home[0].id, minor=zahra, reason="басқа отбасының баласы")
    made = strike_minor(home.desk.known, home[0], command)
    home.take(made)
    struck = made[0].facts[0]
    assert isinstance(struck, f.case.MinorStruck)
    assert (struck.reason, struck.note) == ("error", "басқа отбасының баласы")
    assert zahra not in valid_lists(home.cases.values())
    assert rule(lambda: strike_minor(home.desk.known, home[0], command)) == "minor.unknown"
    empty = StrikeMinor(case=home[0].id, minor=home.minor(0, "NAVID").id, reason=" ")
    assert rule(lambda: strike_minor(home.desk.known, home[0], empty)) == "family.reason_missing"


# -- succession -------------------------------------------------------------------------------------------------------


def succession(home: Household, reason: str = "death", successor: int | None = None, **more: object):  # type: ignore[no-untyped-def]
    to = home[successor] if successor is not None else None
    values: dict[str, object] = {"statement": "Қайтыс болу туралы куәлік № 7", "successor": to.id if to else ""}
    command = SucceedPrincipal(case=home[0].id, reason=reason, **(values | more))  # type: ignore[arg-type]
    made = succeed(home.desk.known, home[0], command, to, home.kin(0))
    return home.take(made)


def test_L_10_5_after_a_death_the_minors_stand_in_the_file_of_the_other_parent() -> None:
    home = house()
    minors = tuple(m.id for m in home[0].minors)
    assert succession(home, successor=1) == ()
    father, mother = home[0], home[1]
    assert (father.closed_code, father.closed_on, father.minors) == ("DTH", TODAY, ())
    assert father.applicant_person.died_on == TODAY
    assert [c.ended for c in father.certificates] == ["returned"]
    valid = mother.valid_certificate("asylum")
    assert tuple(m.id for m in mother.minors) == minors
    assert valid is not None
    assert valid.minors == minors
    assert [(e.event, e.case) for e in mother.family_events] == [("death", father.id), ("principal", father.id)]


def test_L_16_1_L_10_7b_without_a_successor_every_minor_gets_an_own_file_guardian_and_tracing() -> None:
    home = house(applicant(minors=(child("NAVID", "2009-10-14", sex="male", relation="son"), child("ZAHRA"))))
    opened = succession(home)
    assert len(opened) == 2
    for one in opened:
        assert one.unaccompanied
        assert {"guardian", "tracing"} <= {r.to for r in one.requests}
        assert one.valid_certificate("asylum") is not None
        assert one.first_registered_on == date(2026, 9, 14)
    assert opened[0].family == opened[1].family == home[0].family != ""
    assert {r.case: r.relation for r in opened[1].relatives} == {home[0].id: "parent", opened[0].id: "brother"}
    assert {r.relation for r in home.cases[opened[0].id].relatives} == {"parent", "sister"}
    assert home[0].closed_code == "DTH"


def test_X_18_who_has_reached_18_gets_an_own_file_even_with_a_successor() -> None:
    home = house()
    home.desk.now = "2026-10-14 10:00"
    (son,) = succession(home, successor=1)
    assert (son.source, son.applicant) == ("turned_18", home.minor(0, "NAVID").id)
    assert [m.id for m in home[1].minors] == [home.minor(0, "ZAHRA").id]
    assert son.id in home[1].kin


def test_f_43_L_11_2e_the_minors_keep_the_status_of_the_dead_refugee_for_its_term() -> None:
    home = house()
    home.grant(0, TODAY, date(2027, 9, 21))
    succession(home, successor=1)
    for minor in home[1].minors:
        assert status(home[1], TODAY, minor.id) == "refugee"
    alone = house(applicant(minors=(child("ZAHRA"),)))
    alone.grant(0, TODAY, date(2027, 9, 21))
    (own,) = succession(alone)
    assert (status(own, TODAY), own.certificates) == ("refugee", ())


def test_L_8_1_3_a_withdrawal_ends_the_application_and_places_the_minors() -> None:
    home = house()
    succession(home, "withdrawal", 1, statement="өтініш 21.09.2026")
    assert (home[0].withdrawn_on, home[0].closed_on) == (TODAY, None)
    assert [e.event for e in home[0].family_events] == ["principal"]
    assert len(home[1].minors) == 2
    assert len(valid_lists(home.cases.values())) == 3


def test_who_has_no_minors_can_be_succeeded_by_nobody() -> None:
    home = house(applicant())
    assert succession(home) == ()
    assert home[0].closed_code == "DTH"


@pytest.mark.parametrize(
    ("reason", "more", "expected"),
    [
        ("death", {"statement": "  "}, "family.evidence_missing"),
        ("withdrawal", {"statement": ""}, "family.evidence_missing"),
        ("death", {"on": date(2026, 9, 22)}, "date.future"),
        ("death", {"on": date(1900, 1, 1)}, "family.before_birth"),
        ("withdrawal", {"on": date(2026, 9, 13)}, "decision.before_registration"),
    ],
)
def test_successions_that_cannot_be(reason: str, more: dict[str, object], expected: str) -> None:
    home = house()
    assert rule(lambda: succession(home, reason, 1, **more)) == expected


def test_the_successor_is_another_adult_and_a_refugee_withdraws_nothing() -> None:
    home = house()
    assert rule(lambda: succession(home, successor=0)) == "family.same_case"
    home.grant(0, TODAY, date(2027, 9, 21))
    assert rule(lambda: succession(home, "withdrawal", 1)) == "decision.taken_already"


# -- events -----------------------------------------------------------------------------------------------------------


def change(home: Household, event: str, *persons: str, other: CaseState | None = None, **more: object):  # type: ignore[no-untyped-def]
    values: dict[str, object] = {"on": TODAY, "evidence": "куәлік № 1"}
    command = ChangeFamily(
        case=home[0].id,
        event=event,
        persons=persons,
        other_case=other.id if other else "",
        **(values | more),  # type: ignore[arg-type]
    )
    return home.take(change_family(home.desk.known, home[0], command, other))


def test_L_11_2e_f_43_after_a_divorce_every_status_goes_on_until_the_later_of_the_two_days() -> None:
    home = house()
    home.grant(0, date(2026, 9, 15), date(2027, 9, 15))
    home.grant(1, date(2026, 9, 20), date(2027, 9, 20), "grant_derivative")
    change(home, "divorce", home[0].applicant, other=home[1])
    for state in (home[0], home[1]):
        assert status(state, TODAY) == "refugee"
        assert [e.event for e in state.family_events] == ["divorce"]
    assert family_status_until(home[1], date(2027, 9, 15)) == date(2027, 9, 20)
    assert family_status_until(home[1], date(2028, 1, 1)) == date(2028, 1, 1)
    assert family_status_until(house()[1], date(2027, 9, 15)) == date(2027, 9, 15)


def test_the_death_of_a_minor_strikes_the_row_and_renews_the_certificate() -> None:
    home = house()
    zahra = home.minor(0, "ZAHRA").id
    change(home, "death", zahra, on=date(2026, 9, 18))
    person = home[0].persons[zahra]
    assert (person.place, person.struck_reason, person.died_on) == ("struck", "died", date(2026, 9, 18))
    assert zahra not in valid_lists(home.cases.values())
    assert home[0].is_open


def test_L_10_5_the_death_of_the_applicant_with_minors_left_asks_for_the_succession() -> None:
    home = house()
    assert rule(lambda: change(home, "death", home[0].applicant)) == "family.use_succession"
    change(home, "death", *home[0].persons, on=date(2026, 9, 18))
    assert (home[0].closed_code, home[0].closed_on, home[0].minors) == ("DTH", date(2026, 9, 18), ())
    assert [c.ended for c in home[0].certificates] == ["returned"]


def test_L_4_4_a_reunion_and_a_marriage_are_kept_in_both_files() -> None:
    home = house()
    change(home, "reunited", home[0].applicant, other=home[1], evidence="")
    change(home, "marriage", home[0].applicant, other=home[1])
    assert [e.event for e in home[0].family_events] == [e.event for e in home[1].family_events] == [
        "reunited", "marriage",
    ]  # fmt: skip
    assert [e.case for e in home[1].family_events] == [home[0].id] * 2


@pytest.mark.parametrize(
    ("event", "more", "expected"),
    [
        ("marriage", {"evidence": ""}, "family.evidence_missing"),
        ("divorce", {"evidence": " "}, "family.evidence_missing"),
        ("death", {"evidence": ""}, "family.evidence_missing"),
        ("birth", {"on": date(2026, 9, 22)}, "date.future"),
        ("birth", {"on": date(1950, 1, 1)}, "family.before_birth"),
        ("split", {}, "family.use_split"),
        ("principal", {}, "family.use_succession"),
    ],
)
def test_events_that_cannot_be(event: str, more: dict[str, object], expected: str) -> None:
    home = house()
    assert rule(lambda: change(home, event, home[0].applicant, **more)) == expected


def test_an_event_is_about_somebody_who_is_in_the_file() -> None:
    home = house()
    assert rule(lambda: change(home, "birth")) == "family.persons_missing"
    assert rule(lambda: change(home, "birth", "x")) == "person.unknown"
    zahra = home.minor(0, "ZAHRA").id
    home.take(move(home))
    assert rule(lambda: change(home, "death", zahra)) == "person.unknown"
    assert rule(lambda: change(home, "divorce", home[0].applicant, other=home[0])) == "family.same_case"


# -- ties -------------------------------------------------------------------------------------------------------------


def strangers() -> Household:
    home = house(applicant())
    (other,) = home.desk.register(applicant(adult("AHMADI", "MARYAM", "1984-08-09", sex="female")))
    home.cases[other.id] = other
    return home


def tie(home: Household, relation: str = "spouse", evidence: str = "неке туралы куәлік", one: int = 0, two: int = 1):  # type: ignore[no-untyped-def]
    command = TieFamily(case=home[one].id, other_case=home[two].id, relation=relation, evidence=evidence)
    kin = tuple(
        {s.id: s for s in (*home.kin(one), *home.kin(two)) if s.id not in {home[one].id, home[two].id}}.values()
    )
    return home.take(tie_family(home.desk.known, home[one], home[two], command, kin))


def test_L_11_2d_L_4_4_a_spouse_who_came_later_is_tied_with_evidence_both_ways() -> None:
    home = strangers()
    tie(home)
    one, two = home[0], home[1]
    assert one.family == two.family != ""
    assert (one.kin, two.kin) == ((two.id,), (one.id,))
    assert [(r.relation, r.person) for r in one.relatives] == [("spouse", two.applicant)]
    assert [(r.relation, r.person) for r in two.relatives] == [("spouse", one.applicant)]
    assert [(e.about, e.link, e.text) for e in one.evidence] == [("family", two.id, "неке туралы куәлік")]


def test_whom_the_other_one_is_tied_to_comes_into_the_same_family() -> None:
    home = house()
    other = Household("2026-09-14 10:00", applicant(adult("NOORI", "ALI"))).cases
    (third,) = other.values()
    third = CaseState(id="third", applicant=third.applicant, persons=third.persons, number="A-9")
    home.cases["third"] = third
    tie(home, "brother", one=2, two=0)
    assert {state.family for state in home.cases.values()} == {home[1].family}


def test_ties_that_cannot_be() -> None:
    home = strangers()
    assert rule(lambda: tie(home, evidence=" ")) == "family.evidence_missing"
    assert rule(lambda: tie(home, relation="cousin")) == "family.relation_unknown"
    assert rule(lambda: tie(home, two=0)) == "family.same_case"
    tie(home)
    assert rule(lambda: tie(home)) == "family.tied_already"


def split(home: Household, reason: str = "ажырасу", on: date | None = None, two: int = 1):  # type: ignore[no-untyped-def]
    return home.take(split_family(home.desk.known, home[0], home[two], reason, on))


def test_L_11_2e_a_split_takes_each_out_of_the_family_of_the_other_until_they_are_tied_again() -> None:
    home = house()
    split(home)
    assert (home[0].kin, home[1].kin) == ((), ())
    assert len(home[0].relatives) == 1
    tie(home)
    assert (home[0].kin, home[1].kin) == ((home[1].id,), (home[0].id,))
    assert len(home[0].relatives) == 1


def test_splits_that_cannot_be() -> None:
    home = house()
    assert rule(lambda: split(home, reason="")) == "family.reason_missing"
    assert rule(lambda: split(home, on=date(2026, 9, 22))) == "date.future"
    assert rule(lambda: split(home, on=date(1980, 1, 1))) == "family.before_birth"
    assert rule(lambda: split(home, two=0)) == "family.same_case"
    split(home)
    assert rule(lambda: split(home)) == "family.not_tied"


# -- minors who come later --------------------------------------------------------------------------------------------


def add(home: Household, *evidence: EvidenceData, **more: object):  # type: ignore[no-untyped-def]
    values: dict[str, object] = {"arrived_with": False, "birth_document": None}
    minor = child("LATER", "2018-01-01", **(values | more))
    command = ListMinor(case=home[0].id, minor=minor, evidence=evidence)
    return home.take(list_minor(home.desk.known, home[0], command))


def test_L_11_2d_who_came_later_brings_a_document_or_evidence_or_is_entered_from_words() -> None:
    home = house(applicant())
    assert rule(lambda: add(home)) == "family.link_missing"
    assert rule(lambda: add(home, EvidenceData(text=" "))) == "family.evidence_missing"
    add(home, EvidenceData(text="отбасы фотосуреттері", document="фото"))
    (minor,) = home[0].minors
    assert (minor.verbal, minor.arrived_with) == (True, False)
    assert [(e.person, e.about, e.text) for e in home[0].evidence] == [
        (minor.id, "family", "фото: отбасы фотосуреттері"),
    ]  # fmt: skip


def test_f_12_L_10_7a_a_child_from_words_and_one_with_a_document_stand_in_a_new_certificate() -> None:
    for more in ({"verbal": True}, {"birth_document": BirthDocument(type="t", number="1")}):
        home = house(applicant())
        add(home, **more)
        valid = home[0].valid_certificate("asylum")
        assert valid is not None
        assert valid.minors == (home[0].minors[0].id,)


def test_L_10_5_a_birth_document_is_neither_from_the_future_nor_older_than_the_child() -> None:
    home = house()
    zahra = home.minor(0, "ZAHRA").id
    paper = BirthDocument(type="birth_certificate", number="1", issued_on=date(2026, 9, 22))
    assert rule(lambda: prove_minor(home.desk.known, home[0], zahra, paper)) == "date.future"
    paper = BirthDocument(type="birth_certificate", number="1", issued_on=date(2019, 1, 1))
    assert rule(lambda: prove_minor(home.desk.known, home[0], zahra, paper)) == "family.before_birth"
    assert rule(lambda: prove_minor(home.desk.known, home[0], home[0].applicant, paper)) == "person.unknown"


# -- whatever happens -------------------------------------------------------------------------------------------------

ACTS = ("move", "strike", "own", "alone", "succeed", "orphan", "withdraw", "death", "list", "split", "tie")
STEPS = st.lists(
    st.tuples(
        st.sampled_from(ACTS),
        st.integers(0, 4),
        st.integers(0, 4),
        st.integers(0, 3),
        st.integers(0, 40),
    ),
    min_size=3,
    max_size=16,
)  # fmt: skip


def step(home: Household, act: str, one: CaseState, two: CaseState, who: int) -> tuple[CaseFacts, ...]:
    known, kin = home.desk.known, tuple(home.cases[c] for c in one.kin if c in home.cases and home.cases[c].is_open)
    minors = one.minors
    minor = minors[who % len(minors)].id if minors else "nobody"
    if act == "move":
        return move_minor(known, one, two, MoveMinor(case=one.id, minor=minor, to=two.id))
    if act == "strike":
        return strike_minor(known, one, StrikeMinor(case=one.id, minor=minor, reason="қате"))
    if act in {"own", "alone"}:
        reason = "turned_18" if act == "own" else "unaccompanied"
        return give_own_file(known, one, GiveOwnFile(case=one.id, minor=minor, reason=reason), kin)  # type: ignore[arg-type]
    if act in {"succeed", "orphan", "withdraw"}:
        why = "withdrawal" if act == "withdraw" else "death"
        to = two if act == "succeed" else None
        command = SucceedPrincipal(case=one.id, reason=why, successor=to.id if to else "", statement="№ 1")  # type: ignore[arg-type]
        return succeed(known, one, command, to, kin)
    if act == "death":
        command = ChangeFamily(case=one.id, event="death", persons=(minor,), on=known.today, evidence="№ 1")
        return change_family(known, one, command)
    if act == "list":
        new = child(f"CHILD{len(home.cases)}{who}", "2019-01-01")
        return list_minor(known, one, ListMinor(case=one.id, minor=new))
    if act == "split":
        return split_family(known, one, two, "ажырасу", None)
    return tie_family(known, one, two, TieFamily(case=one.id, other_case=two.id, relation="spouse", evidence="№ 1"))


@given(STEPS)
def test_L_10_7a_whatever_happens_nobody_stands_in_two_certificates_and_everybody_stays_one_person(steps) -> None:  # type: ignore[no-untyped-def]
    home = house()
    journal: list[tuple[str, f.Fact]] = []
    start = dict(home.cases)
    names = {p.id: p.names for s in home.cases.values() for p in s.persons.values()}
    for act, one, two, who, days in steps:
        home.desk.now = f"{date.fromordinal(date.fromisoformat(home.desk.now[:10]).toordinal() + days)} 10:00"
        cases = [s for s in home.cases.values() if s.is_open]
        if not cases:
            break
        try:
            made = step(home, act, cases[one % len(cases)], cases[two % len(cases)], who)
        except Refusal:
            continue
        journal += [(part.case, fact) for part in made for fact in part.facts]
        home.take(made)
        lists = valid_lists(home.cases.values())
        assert len(lists) == len(set(lists))
        folded = [m.id for s in home.cases.values() if s.is_open for m in s.present]
        assert len(folded) == len(set(folded))
        for state in home.cases.values():
            listed = {p for c in state.certificates if not c.ended for p in c.minors}
            assert listed == ({m.id for m in state.minors} if state.is_open else set())
            for person in state.persons.values():
                assert names.setdefault(person.id, person.names) == person.names
    again = dict(start)
    for case, fact in journal:
        again[case] = evolve(again.get(case, CaseState(id=case)), fact)
    assert again == home.cases
