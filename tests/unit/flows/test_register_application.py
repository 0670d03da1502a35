"""The intake flow without a screen: what each page refuses, what the command holds, where a refusal belongs."""

import json

import pytest

from app.base.errors import Refusal
from app.domain.commands import RegisterApplication
from app.domain.settings import Settings
from app.flows import family
from app.flows import register_application as flow
from app.flows.draft import Draft
from app.flows.person import fill_from_zone, propose_latin
from app.services import acts
from tests.offices import at, make_store
from tests.unit.flows.typed_families import applicant, child, family_of_five, known, misread, passport, wife


def rules(values, page, now="2026-06-12 10:00", elsewhere=""):
    found = flow.problems(values, page, known(now, elsewhere))
    return {field: refusal.rule for field, refusal in found.items()}


def test_a_complete_family_has_no_problem_and_registers_in_a_real_store(tmp_path):
    values = family_of_five()
    asked = known()
    assert flow.all_problems(values, asked) == {}
    assert rules(values, "review") == {}
    command = flow.command(values, asked)
    store = make_store(tmp_path / "s")
    store.set_clock(at("2026-06-12 10:00"))
    outcome = acts.perform(store, store.actor("clerk"), command)
    assert len(outcome.cases) == 2
    kinds = [type(fact).__name__ for fact in outcome.facts]
    assert (kinds.count("ApplicationRegistered"), kinds.count("CertificateIssued"), kinds.count("MinorListed")) == (
        2,
        2,
        3,
    )
    store.close()


def test_values_are_plain_json_and_give_the_same_command_after_a_round_trip():
    values = family_of_five()
    assert flow.command(json.loads(json.dumps(values)), known()) == flow.command(values, known())


def test_minors_stand_in_the_first_application_only_and_adults_take_over_the_circumstances():
    command = flow.command(family_of_five(), known())
    first, second = command.applicants
    assert [m.names.given.latin_viz for m in first.minors] == ["ZAHRA", "OMAR", "LAILA"]
    assert first.minors[2].verbal and first.minors[2].birth_document is None
    assert second.minors == ()
    assert (second.arrival, second.claim, second.stay) == (first.arrival, first.claim, first.stay)
    assert second.relation == "spouse"


def test_an_adult_may_have_own_reasons_and_an_own_address():
    values = applicant()
    wife(values, same_claim=False, reasons=["religion"], same_stay=False, kato="710000000", address="Астана, 1",
         same_arrival=False, entered_on="11.06.2026")  # fmt: skip
    second = flow.command(values, known()).applicants[1]
    assert second.claim.reasons == ("religion",)
    assert second.stay is not None and second.stay.kato == "710000000"
    assert str(second.arrival.entered_on) == "2026-06-11"


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("31.02.1986", "date.impossible"),
        ("31.13.1986", "date.month_impossible"),
        ("01.01.2030", "birth.future"),
        ("1.2.86", "date.short_year"),
        ("жаз", "date.form"),
        ("1365", "birth.too_old"),
        ("", "intake.required"),
    ],
)
def test_a_date_of_birth_that_cannot_be_is_told_on_the_page(typed, rule):
    assert rules(applicant(birth=typed), "applicant") == {"birth": rule}


@pytest.mark.parametrize("typed", ["31.12.1986", "31121986", "12.1986", "1986", "~1986"])
def test_a_date_of_birth_may_be_known_in_part(typed):
    assert rules(applicant(birth=typed), "applicant") == {}


def test_a_name_of_300_letters_is_refused_and_one_of_one_word_is_not():
    assert rules(applicant(family_kk="Ә" * 300), "applicant") == {"family_kk": "person.name_too_long"}
    alone = applicant(family_latin="GULALAI", given_latin="", family_kk="Гүләлай", given_kk="", family_native="",
                      given_native="")  # fmt: skip
    assert rules(alone, "applicant") == {}
    names = flow.command(alone, known()).applicants[0].person.names
    assert (names.family.latin_mrz, names.given.latin_mrz) == ("GULALAI", "")


def test_no_name_no_sex_no_citizenship_are_each_asked_for():
    empty = flow.empty()
    assert rules(empty, "applicant") == {
        "family_latin": "person.name_missing",
        "birth": "intake.required",
        "sex": "intake.required",
        "citizenship": "person.no_citizenship",
    }


def test_a_latin_field_takes_latin_letters_only_and_spells_the_zone_by_itself():
    assert rules(applicant(family_latin="Ахмади"), "applicant") == {"family_latin": "mrz.not_latin"}
    names = flow.command(applicant(family_latin="Oʻg‘ilov-Ñez"), known()).applicants[0].person.names
    assert (names.family.latin_viz, names.family.latin_mrz) == ("Oʻg‘ilov-Ñez", "OGILOV NEZ")


def test_without_a_document_the_data_are_from_words():
    assert rules(applicant(doc_number=""), "documents") == {"doc_number": "person.no_document"}
    told = applicant(doc_number="", from_words=True)
    assert rules(told, "documents") == {}
    person = flow.command(told, known()).applicants[0].person
    assert person.from_words and person.documents == ()


def test_undetermined_is_not_stateless():
    idris = applicant(citizenship="XXX", doc_number="", from_words=True)
    person = flow.command(idris, known()).applicants[0].person
    assert (person.citizenships, person.stateless, person.residence_country) == (("XXX",), "not_established", "")
    assert rules(idris, "review") == {}
    nobody = flow.command(applicant(citizenship="XXA", residence_country="IRN"), known()).applicants[0].person
    assert (nobody.citizenships, nobody.stateless, nobody.residence_country) == ((), "yes", "IRN")


def test_a_minor_applies_alone_only_when_unaccompanied():
    young = applicant(birth="01.02.2011")
    assert rules(young, "applicant") == {"unaccompanied": "intake.applicant_is_minor"}
    young["unaccompanied"] = True
    assert rules(young, "review") == {}
    assert flow.command(young, known()).applicants[0].unaccompanied
    assert {"guardian", "tracing"} <= set(flow.expected(young, known()).referrals)
    grown = applicant(unaccompanied=True)
    assert rules(grown, "review") == {}
    assert not flow.command(grown, known()).applicants[0].unaccompanied


@pytest.mark.parametrize(
    ("way", "missing"),
    [("sur_place", {"learned_on"}), ("forced", {"entered_at"}), ("border", {"lodged_at_border"}),
     ("detention", {"detained_at", "notified_at"})],
)  # fmt: skip
def test_each_way_asks_for_its_own_moment(way, missing):
    assert rules(applicant(way=way), "arrival") == dict.fromkeys(missing, "application.way_start")


def test_moments_that_lie_ahead_are_told_at_their_field():
    assert rules(applicant(entered_on="13.06.2026"), "arrival") == {"entered_on": "arrival.future"}
    forced = applicant(way="forced", entered_at="12.06.2026 10:01")
    assert rules(forced, "arrival") == {"entered_at": "arrival.future"}
    border = applicant(way="border", lodged_at_border="12.06.2026 11:00")
    assert rules(border, "arrival") == {"lodged_at_border": "intake.moment_future"}


def test_a_late_lodging_is_counted_and_never_stops_anything():
    late = applicant(entered_on="01.06.2026")
    assert flow.lateness(late, known()).days == 4  # the fifth day, 06.06.2026, is a Saturday: Monday 08.06. counts
    assert rules(late, "review") == {}
    assert flow.lateness(applicant(), known()) is None
    forced = applicant(way="forced", entered_at="10.06.2026 08:30")
    assert flow.lateness(forced, known()).hours == 26


def test_the_zone_of_a_passport_fills_the_draft():
    values = flow.empty()
    filled = fill_from_zone(values, passport(), known().today)
    assert {n: values[n] for n in filled} == {
        "family_latin": "AHMADI", "given_latin": "FARID", "birth": "31.12.1986", "sex": "male", "citizenship": "AFG",
        "doc_type": "passport", "doc_number": "P12345678", "doc_country": "AFG", "doc_valid": "01.01.2030",
        "doc_seen": "original",
    }  # fmt: skip


def test_a_wrong_check_digit_names_its_field_and_fills_nothing():
    values = flow.empty()
    before = dict(values)
    with pytest.raises(Refusal) as refused:
        fill_from_zone(values, misread(passport()), known().today)
    assert (refused.value.rule, refused.value.facts["part"]) == ("mrz.check_digit", "birth")
    assert values == before


def test_a_proposed_latin_spelling_is_confirmed_before_next():
    values = applicant(family_latin="", given_latin="")
    assert propose_latin(values, "K") == ("family_latin", "given_latin")
    assert (values["family_latin"], values["given_latin"]) == ("AKHMADI", "FARID")
    assert rules(values, "applicant") == {"latin_confirmed": "intake.latin_unconfirmed"}
    values["latin_confirmed"] = True
    assert rules(values, "applicant") == {}
    assert propose_latin(applicant(), "K") == ()


def test_a_minor_listed_twice_is_told_at_the_later_row():
    values = applicant()
    child(values, "ZAHRA", "02.04.2015")
    child(values, "ZAHRA", "02.04.2015")
    assert rules(values, "family") == {"family.1.family_latin": "application.minor_listed_twice"}
    found = rules(family_of_five(), "family", elsewhere="A-ALA01-26-01-00001-2")
    assert found["family.1.family_latin"] == "application.minor_listed_twice"


def test_the_same_adult_twice_is_told_at_the_row():
    values = applicant()
    wife(values, given_latin="FARID", birth="31.12.1986")
    assert rules(values, "family") == {"family.0.family_latin": "application.person_twice"}


def test_an_adult_is_no_minor_and_a_minor_no_adult():
    values = applicant()
    child(values, "OMAR", "12.06.2008")
    wife(values, birth="13.06.2008")
    assert rules(values, "family") == {
        "family.0.birth": "application.minor_is_adult",
        "family.1.birth": "intake.adult_is_minor",
    }


def test_a_birth_document_or_words_are_needed():
    values = applicant()
    child(values, "LAILA", "05.05.2026", birth_doc_number="")
    assert rules(values, "family") == {"family.0.birth_doc_number": "application.minor_birth_document"}


def test_a_relative_elsewhere_needs_a_name_and_a_relation():
    values = applicant()
    values["family"].append(family.empty_row("elsewhere", values))
    assert rules(values, "family") == {
        "family.0.name": "person.name_missing",
        "family.0.relation": "intake.required",
    }
    values["family"][0].update(name="Ахмади Карим", relation="brother", tracing=True)
    [relative] = flow.command(values, known()).applicants[0].relatives
    assert (relative.name, relative.here, relative.tracing) == ("Ахмади Карим", False, True)


def test_refusals_of_registration_find_their_page_and_field():
    values = family_of_five()
    places = {
        "applicants.0.person.names": ("applicant", "family_latin"),
        "applicants.0.person.documents": ("documents", "doc_number"),
        "applicants.0.minors.1.birth": ("family", "family.2.birth"),
        "applicants.1.person.birth": ("family", "family.0.birth"),
        "applicants.0.arrival": ("arrival", "entered_on"),
        "iin": ("documents", "iin"),
        "": ("review", ""),
    }
    for field, place in places.items():
        assert flow.place_of(Refusal("intake.required", field=field), values) == place


def test_what_registering_brings_is_read_from_its_own_facts():
    expected = flow.expected(family_of_five(), known())
    assert (expected.applications, expected.certificates, expected.minors) == (2, 2, 3)
    assert (str(expected.valid_to), str(expected.decide_by)) == ("2026-09-12", "2026-09-12")


def test_a_list_of_drafts_shows_the_name_of_the_applicant():
    assert flow.name_in(Draft(flow.FLOW, flow.PAGES, applicant()).body()) == "Ахмади Фарид"
    assert flow.name_in(Draft(flow.FLOW, flow.PAGES, flow.empty()).body()) == ""


def test_the_command_of_a_border_lodging_keeps_receipt_and_moment():
    values = applicant(way="border", lodged_at_border="11.06.2026 09:00", border_receipt="R-ALO51-26-01-00004-7")
    command = flow.command(values, known())
    assert isinstance(command, RegisterApplication)
    assert (command.way, command.border_receipt) == ("border", "R-ALO51-26-01-00004-7")
    assert command.lodged_at_border is not None and command.lodged_at_border.hour == 9


@pytest.mark.parametrize(
    ("typed", "rule"),
    [("17", "number.form"), ("R-ALO51-26-01-00004-8", "number.check_digit"), ("R-ALO51-26-01-00004-7", None)],
)
def test_the_border_receipt_is_read_where_it_is_typed(typed, rule):
    values = applicant(way="border", lodged_at_border="11.06.2026 09:00", border_receipt=typed)
    assert rules(values, "arrival").get("border_receipt") == rule


def test_x_18_the_leap_day_of_the_office_decides_who_is_a_minor():
    values = applicant(birth="29.02.2008")
    for leap, expected in (("03-01", {"unaccompanied": "intake.applicant_is_minor"}), ("02-28", {})):
        here = known("2026-02-28 10:00")._replace(settings=Settings({"majority.leap_day": leap}))
        found = flow.problems(values, "applicant", here)
        assert {field: refusal.rule for field, refusal in found.items()} == expected
