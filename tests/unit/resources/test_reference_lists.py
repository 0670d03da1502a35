"""The lists of `resources/reference/`: complete, in three languages, without doubles."""

import json
import re
from typing import Any

import pytest

from app.base import resources

LANGUAGES = ("kk", "ru", "en")
KEYED_BY_ID = {
    "relations": "spouse son daughter step_child foster_child ward parent grandparent brother sister grandchild "
    "nephew_niece other none",
    "reasons": "race ethnic_nationality religion citizenship social_group political_opinion family_unity not_stated",
    "document_types": "passport id_card travel_document birth_certificate marriage_certificate driving_licence "
    "military_card other",
    "marital": "single married common_law engaged separated divorced widowed partnership unknown",
    "arrival_ways": "legal forced other",
}
REGION_CODES = "ABA AKM AKT ALO ATY BQO ZHM ZHT QAR QOS QYZ MAN PAV SQO TUR ULY SHQ AST ALA SHY"


def read(name: str) -> Any:
    return json.loads(resources.path("reference", f"{name}.json").read_text(encoding="utf-8"))


def lists() -> dict[str, Any]:
    found: dict[str, Any] = {name: read(name) for name in (*KEYED_BY_ID, "regions", "languages")}
    found.update(read("countries"))
    return found


@pytest.mark.parametrize("name", [*KEYED_BY_ID, "regions", "languages", "countries", "mrz"])
def test_every_entry_stands_in_three_languages(name: str) -> None:
    for entry in lists()[name]:
        for language in LANGUAGES:
            assert entry[language].strip() == entry[language] != "", entry


@pytest.mark.parametrize("name", [*KEYED_BY_ID, "regions", "languages", "countries", "mrz"])
def test_no_two_entries_look_the_same_to_the_clerk(name: str) -> None:
    for language in LANGUAGES:
        labels = [entry[language] for entry in lists()[name]]
        assert sorted(labels) == sorted(set(labels))


@pytest.mark.parametrize("name", KEYED_BY_ID)
def test_the_ids_are_the_agreed_ones_in_the_agreed_order(name: str) -> None:
    assert [entry["id"] for entry in read(name)] == KEYED_BY_ID[name].split()


def test_there_are_the_twenty_regions_with_the_letters_of_the_office_codes() -> None:
    assert [region["code"] for region in read("regions")] == REGION_CODES.split()
    assert sorted(r["code"] for r in read("regions") if r["kind"] == "city") == ["ALA", "AST", "SHY"]


def test_the_kato_of_a_region_begins_with_its_iso_suffix() -> None:
    for region in read("regions"):
        assert re.fullmatch(r"KZ-\d\d", region["iso"])
        assert region["kato"] == region["iso"][3:] + "0000000"


def test_the_three_new_oblasts_exist_since_2022() -> None:
    since = {r["code"]: r["valid_from"] for r in read("regions") if r["valid_from"]}
    assert since == dict.fromkeys(("ABA", "ZHT", "ULY"), "2022-06-08")


def test_all_countries_of_the_standard_are_there_with_unique_codes() -> None:
    countries = read("countries")["countries"]
    assert len(countries) == 249
    for key, shape in (("alpha2", "[A-Z]{2}"), ("alpha3", "[A-Z]{3}"), ("numeric", r"\d{3}")):
        assert len({country[key] for country in countries}) == 249
        assert all(re.fullmatch(shape, country[key]) for country in countries)


def test_the_names_that_the_generator_gets_wrong_are_corrected() -> None:
    named = {country["alpha2"]: country for country in read("countries")["countries"]}
    assert named["KG"]["ru"] == "Кыргызстан"
    assert named["CD"]["kk"] == "Конго Демократиялық Республикасы"
    assert named["PS"]["kk"] == "Палестина мемлекеті"
    assert (named["AF"]["alpha3"], named["AF"]["kk"], named["AF"]["ru"]) == ("AFG", "Ауғанстан", "Афганистан")
    assert not [country for country in named.values() if re.search(r"\bо-ва?\b", country["ru"])]


def test_the_zone_codes_are_kept_apart_from_the_countries() -> None:
    both = read("countries")
    assert [entry["code"] for entry in both["mrz"]] == ["XXA", "XXB", "XXC", "XXX"]
    assert not {entry["code"] for entry in both["mrz"]} & {country["alpha3"] for country in both["countries"]}


def test_the_pick_list_of_languages_begins_with_those_most_heard() -> None:
    codes = [language["code"] for language in read("languages")]
    assert codes[:6] == ["prs", "pus", "fas", "haz", "uzb", "uzs"]
    assert len(codes) == len(set(codes)) and {"kaz", "rus", "eng", "other"} <= set(codes)


def test_exactly_six_reasons_are_those_of_the_definition_of_a_refugee() -> None:
    assert [reason["id"] for reason in read("reasons") if reason["article"] == "1(1)"] == KEYED_BY_ID[
        "reasons"
    ].split()[:6]


def test_a_letter_of_the_zone_means_one_document_type() -> None:
    letters = [letter for kind in read("document_types") for letter in kind["mrz"]]
    assert sorted(letters) == ["A", "C", "I", "P"]
