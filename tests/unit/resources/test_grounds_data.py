"""`resources/law/`: the grounds of Articles 12, 13 and 14 and the closing reasons as data."""

import json
import re
from collections import Counter
from datetime import date
from typing import Any

from app.base import resources

RESTRICTED = {"A12-05", "A12-06", "A12-07", "A12-08", "A13-02", "A13-03", "A13-04", "A13-05"}


def read(name: str) -> Any:
    return json.loads(resources.path("law", name).read_text(encoding="utf-8"))


def grounds() -> dict[str, Any]:
    return {ground["code"]: ground for ground in read("grounds.json")}


def test_the_articles_have_ten_five_and_seven_grounds_and_one_lapse() -> None:
    assert Counter(ground["kind"] for ground in read("grounds.json")) == {
        "refuse": 10,
        "deprive": 5,
        "terminate": 7,
        "lapse": 1,
    }
    assert len(grounds()) == 23


def test_a_code_names_its_article_and_item() -> None:
    for code, ground in grounds().items():
        assert re.fullmatch(r"A12-\d\d|A13-\d\d|A14-\d\d|A14-EXP", code)
        article, item = code[1:3], code[4:]
        assert ground["article"] == ("14(2)" if item == "EXP" else f"{article}(1)({int(item)})")


def test_every_ground_and_subcode_stands_in_three_languages_and_asks_for_proof() -> None:
    for ground in grounds().values():
        for entry in (ground, *ground["subcodes"]):
            assert all(entry[language].strip() for language in ("kk", "ru", "en"))
            assert entry["proof"]
            ids = [proof["id"] for proof in entry["proof"]]
            assert len(ids) == len(set(ids)) and all(re.fullmatch("[a-z_]+", one) for one in ids)


def test_the_restricted_grounds_are_those_of_the_reading_and_no_others() -> None:
    assert {code for code, ground in grounds().items() if ground["level"] == "restricted"} == RESTRICTED
    assert {ground["level"] for ground in grounds().values()} == {"case", "restricted"}


def test_the_fingerprint_ground_applies_from_2024_and_every_other_from_2010() -> None:
    for code, ground in grounds().items():
        expected = date(2024, 1, 1) if code == "A12-10" else date(2010, 1, 1)
        assert date.fromisoformat(ground["effective_from"]) == expected


def test_two_grounds_have_subcodes() -> None:
    codes = {
        code: [sub["code"] for sub in ground["subcodes"]] for code, ground in grounds().items() if ground["subcodes"]
    }
    assert codes == {"A12-02": ["02a", "02b", "02c"], "A12-10": ["10a", "10b"]}


def test_a_conviction_asks_for_the_judgment() -> None:
    for number in range(2, 6):
        proof = [one["id"] for one in grounds()[f"A13-{number:02}"]["proof"]]
        assert proof == ["court", "judgment_date", "case_number", "in_force"]


def test_the_sentence_of_the_law_is_quoted_without_its_list_punctuation() -> None:
    for ground in grounds().values():
        assert not re.search(r"[;:\s]$", ground["kk"]) and "\u00ab" not in ground["kk"]
    assert grounds()["A12-04"]["kk"] == "егер адам қауіпсіз үшінші елдің аумағынан тікелей келсе"


def test_closing_reasons_are_seven_and_in_three_languages() -> None:
    reasons = read("closing_reasons.json")
    assert [reason["code"] for reason in reasons] == ["WDR", "DTH", "NAT", "TRF", "DUP", "DEP", "ERR"]
    assert all(reason[language].strip() for reason in reasons for language in ("kk", "ru", "en"))
