"""Reference lists: complete, in three languages, and forgiving towards a code of a newer program."""

from datetime import date

import pytest

from app.base.errors import Refusal
from app.domain import reference

LISTS = (
    "regions", "countries", "citizenships", "languages", "relations", "reasons", "document_types", "marital",
    "arrival_ways", "closing_reasons",
)  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
def test_a_list_has_one_name_in_each_language_for_each_code(name: str) -> None:
    codes = reference.codes(name)
    assert codes and len(set(codes)) == len(codes) == len(reference.entries(name))
    assert all(reference.label(name, code, language).strip() for code in codes for language in ("kk", "ru", "en"))


def test_there_are_20_regions_with_their_classifier_codes() -> None:
    assert len(reference.regions()) == 20
    almaty = reference.region_of_office("ALA01")
    assert (almaty.code, almaty.kato, almaty.iso, almaty.kind) == ("ALA", "750000000", "KZ-75", "city")
    assert almaty.label("ru") == "город Алматы"
    assert reference.region_of_office("ALO51").label("kk") == "Алматы облысы"
    assert reference.region_of_office("ABA10").valid_from == date(2022, 6, 8)
    assert reference.region_of_office("AKM01").valid_from is None


def test_the_centre_belongs_to_no_region() -> None:
    with pytest.raises(Refusal) as caught:
        reference.region_of_office("CEN00")
    assert caught.value.rule == "reference.office_region"


def test_a_country_is_known_by_its_alpha_3_code() -> None:
    found = reference.country("AFG")
    assert (found.alpha3, found.alpha2, found.numeric) == ("AFG", "AF", "004")
    assert reference.label("countries", "AFG", "kk") == "Ауғанстан"
    assert len(reference.countries()) == 249
    with pytest.raises(Refusal) as caught:
        reference.country("AF")
    assert (caught.value.rule, caught.value.facts) == ("reference.country_unknown", {"code": "AF"})


def test_g_06_undetermined_and_stateless_are_citizenships_but_no_countries() -> None:
    citizenships = reference.codes("citizenships")
    assert citizenships[-2:] == (reference.UNDETERMINED, reference.STATELESS) == ("XXX", "XXA")
    assert not {"XXX", "XXA"} & set(reference.codes("countries"))
    assert reference.country("XXX").label("en") != reference.country("XXA").label("en")
    assert reference.label("countries", "XXX", "ru") == reference.country("XXX").ru


def test_a_code_of_a_newer_program_stands_for_itself() -> None:
    assert reference.label("relations", "cousin", "kk") == "cousin"
    assert reference.label("regions", "CEN", "ru") == "CEN"


def test_l_1_1_there_are_six_reasons_besides_family_unity_and_not_stated() -> None:
    assert reference.codes("reasons") == (
        "race", "ethnic_nationality", "religion", "citizenship", "social_group", "political_opinion",
        "family_unity", "not_stated",
    )  # fmt: skip


def test_a_list_is_read_once() -> None:
    assert reference.countries() is reference.countries()
    assert reference.entries("relations") is reference.entries("relations")
