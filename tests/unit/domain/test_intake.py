"""What every intake refuses before anything is made, with the rule and the field."""

from datetime import date

import msgspec
import pytest

from app.base.errors import Refusal
from app.domain.birth import BirthDate
from app.domain.commands import ApplicantData, ArrivalData, ClaimData, DocumentData
from app.domain.facts.values import NAME_LIMIT, Name, Names
from app.domain.intake import check_family, check_person, identity_keys, same_parents_possible
from tests.offices import Desk, adult, applicant, at, child, names

NOW = "2026-06-15 10:00"
LONE = adult("NOORI", "SAMIR", "2012-03-11")


def refused(*applicants: ApplicantData, listed: str = "") -> tuple[str, str]:
    with pytest.raises(Refusal) as error:
        check_family(applicants, Desk(NOW, listed=listed).known)
    return error.value.rule, error.value.field


PERSONS = [
    ("person.name_missing", "names", adult(names=Names())),
    ("person.name_missing", "names", adult(names=Names(family=Name(kk_cyr="  ")))),
    ("person.name_too_long", "names", adult(names=Names(family=Name(latin_viz="A" * (NAME_LIMIT + 1))))),
    ("birth.future", "birth", adult("AHMADI", "FARID", "2026-06-16")),
    ("date.impossible", "birth", adult("AHMADI", "FARID", "1986-02-30")),
    ("date.month_impossible", "birth", adult("AHMADI", "FARID", "1986-13-01")),
    ("birth.too_old", "birth", adult("AHMADI", "FARID", "1860-01-01")),
    ("date.form", "birth", adult("AHMADI", "FARID", "1986")),
    ("person.no_document", "documents", adult(documents=())),
    ("person.no_document", "documents", adult(documents=(DocumentData(type="passport", seen="lost"),))),
    ("person.no_citizenship", "citizenships", adult(citizenships=())),
    ("person.no_citizenship", "citizenships", adult(citizenships=(), stateless="not_established")),
    ("reference.country_unknown", "citizenships", adult(citizenships=("ZZZ",))),
]


@pytest.mark.parametrize(("rule", "field", "person"), PERSONS)
def test_a_person_who_cannot_be_recorded_is_refused_at_the_field(rule: str, field: str, person: object) -> None:
    assert refused(applicant(person)) == (rule, f"applicants.0.person.{field}")  # type: ignore[arg-type]


FAMILIES = [
    ("application.minor_is_adult", "applicants.0.minors.0.birth", (applicant(minors=(child(birth="2008-06-15"),)),)),
    ("application.minor_unaccompanied", "applicants.0.minors.0", (applicant(minors=(child(unaccompanied=True),)),)),
    (
        "application.minor_birth_document",
        "applicants.0.minors.0.birth_document",
        (applicant(minors=(child(birth_document=None),)),),
    ),
    ("application.minor_listed_twice", "applicants.0.minors.1", (applicant(minors=(child(), child())),)),
    (
        "application.minor_listed_twice",
        "applicants.1.minors.0",
        (applicant(minors=(child(),)), applicant(adult("KARIMI", "MARYAM"), minors=(child(),))),
    ),
    ("application.person_twice", "applicants.1", (applicant(), applicant())),
    ("application.minor_applicant", "applicants.0.person.birth", (applicant(LONE),)),
    ("application.adult_unaccompanied", "applicants.0.person.birth", (applicant(unaccompanied=True),)),
    ("application.empty", "applicants", ()),
    ("arrival.future", "applicants.0.arrival", (applicant(arrival=ArrivalData(entered_on=date(2026, 6, 16))),)),
    ("arrival.future", "applicants.0.arrival", (applicant(arrival=ArrivalData(learned_on=date(2026, 6, 16))),)),
    ("arrival.future", "applicants.0.arrival", (applicant(arrival=ArrivalData(entered_at=at("2026-06-15 10:01"))),)),
    ("claim.reason_unknown", "applicants.0.claim.reasons", (applicant(claim=ClaimData(reasons=())),)),
    ("claim.reason_unknown", "applicants.0.claim.reasons", (applicant(claim=ClaimData(reasons=("poverty",))),)),
]


@pytest.mark.parametrize(("rule", "field", "family"), FAMILIES)
def test_a_family_that_cannot_be_registered_is_refused_at_the_field(
    rule: str, field: str, family: tuple[ApplicantData, ...]
) -> None:
    assert refused(*family) == (rule, field)


def test_L_1_1_exactly_the_six_reasons_family_unity_and_not_stated_are_known() -> None:
    six = ("race", "ethnic_nationality", "religion", "citizenship", "social_group", "political_opinion")
    for reasons in (six, ("family_unity",), ("not_stated",)):
        check_family((applicant(claim=ClaimData(reasons=reasons)),), Desk(NOW).known)


def test_L_10_5_a_minor_of_another_open_application_is_refused_with_its_number() -> None:
    with pytest.raises(Refusal) as error:
        check_family((applicant(minors=(child(),)),), Desk(NOW, listed="A-7").known)
    assert (error.value.rule, error.value.facts) == ("application.minor_listed_twice", {"number": "A-7"})


def test_L_10_5_an_unaccompanied_minor_who_stands_in_an_application_gets_no_second_file() -> None:
    alone = applicant(LONE, unaccompanied=True)
    check_family((alone,), Desk(NOW).known)
    assert refused(alone, listed="A-7") == ("application.minor_listed_twice", "applicants.0.person")


@pytest.mark.parametrize(
    "second",
    [
        child(names=names("ahmadi", "zahra")),
        child(names=Names(family=Name(latin_viz="Ahmadi"), given=Name(latin_viz="Zahra"))),
        child(names=Names(family=Name(kk_cyr="Ахмади"), given=Name(kk_cyr="Заһра"))),
    ],
)
def test_a_child_entered_twice_is_seen_in_every_spelling_that_both_entries_have(second: object) -> None:
    first = child(names=names("AHMADI", "ZAHRA", "Ахмади Заһра"))
    assert refused(applicant(minors=(first, second)))[0] == "application.minor_listed_twice"  # type: ignore[arg-type]


def test_twins_whose_given_names_are_known_in_cyrillic_alone_are_two_children() -> None:
    def twin(given: str) -> Names:
        return Names(family=Name(latin_mrz="AHMADI", latin_viz="Ahmadi", kk_cyr="Ахмади"), given=Name(kk_cyr=given))

    twins = (child(names=twin("Хасан")), child(names=twin("Хусейн")))
    check_family((applicant(minors=twins),), Desk(NOW).known)
    day = BirthDate("2015-04-02")
    assert not identity_keys(twin("Хасан"), day) & identity_keys(twin("Хусейн"), day)


def test_a_birth_known_in_part_identifies_nobody_in_another_application() -> None:
    who = names("AHMADI", "ZAHRA", "Ахмади Заһра")
    assert len(identity_keys(who, BirthDate("2015-04-02"))) == 2
    assert identity_keys(who, BirthDate("2015", "year")) == set()


@pytest.mark.parametrize(
    ("one", "other", "possible"),
    [((), (), True), (("Ali",), (), True), (("Ali", "Zeynab"), ("ALI",), True), (("Ali",), ("Omar",), False)],
)
def test_L_10_5_named_parents_tell_namesakes_apart(
    one: tuple[str, ...], other: tuple[str, ...], possible: bool
) -> None:
    assert same_parents_possible(one, other) == same_parents_possible(other, one) == possible


@pytest.mark.parametrize(
    "birth", [BirthDate("1986", "year"), BirthDate("1986-02", "month"), BirthDate("1986", "estimated")]
)
def test_a_date_of_birth_known_in_part_is_accepted(birth: BirthDate) -> None:
    check_person(msgspec.structs.replace(adult(), birth=birth), "person", date(2026, 6, 15))


def test_X_nodoc_data_from_words_need_no_document() -> None:
    check_person(adult(documents=(), from_words=True), "person", date(2026, 6, 15))


def test_a_name_of_one_word_and_a_name_of_the_longest_length_are_accepted() -> None:
    for family in (Name(latin_viz="Gulalai"), Name(latin_viz="A" * NAME_LIMIT, kk_cyr="Ә" * NAME_LIMIT)):
        check_person(adult(names=Names(family=family)), "person", date(2026, 6, 15))


def test_a_minor_is_recorded_without_a_passport() -> None:
    check_person(child(), "minor", date(2026, 6, 15), by_birth_document=True)


@pytest.mark.parametrize(
    ("leap", "rule"), [("03-01", "application.minor_applicant"), ("02-28", "application.adult_unaccompanied")]
)
def test_X_18_the_leap_day_of_the_office_decides_at_intake(leap: str, rule: str) -> None:
    born = adult(birth="2008-02-29")
    known = Desk("2026-02-28 10:00", {"majority.leap_day": leap}).known
    early = ArrivalData(entered_on=date(2026, 2, 20))
    alone = rule == "application.adult_unaccompanied"
    with pytest.raises(Refusal) as error:
        check_family((applicant(born, arrival=early, unaccompanied=alone),), known)
    assert error.value.rule == rule


@pytest.mark.parametrize("field", ["applicants.0.person", "applicants.0.minors.0"])
def test_a_wrong_iin_is_refused_at_its_own_field(field: str) -> None:
    wrong = applicant(adult(iin="123")) if field.endswith("person") else applicant(minors=(child(iin="123"),))
    with pytest.raises(Refusal) as error:
        check_family((wrong,), Desk(NOW).known)
    assert (error.value.rule, error.value.field) == ("iin.length", f"{field}.iin")
