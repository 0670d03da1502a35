"""Grounds are chosen by the date of the decision, kept from those who may not see them, and need a reason."""

from datetime import date

import msgspec
import pytest

from app.base.errors import Refusal
from app.domain.grounds import check_choice, ground, grounds, is_restricted, offered

BEFORE, AFTER = date(2023, 12, 31), date(2024, 1, 3)
RESTRICTED = {"A12-05", "A12-06", "A12-07", "A12-08", "A13-02", "A13-03", "A13-04", "A13-05"}


def codes(found: tuple) -> list[str]:
    return [one.code for one in found]


def test_l_12_the_articles_have_ten_five_and_seven_grounds() -> None:
    assert codes(grounds(12, AFTER)) == [f"A12-{n:02}" for n in range(1, 11)]
    assert codes(grounds(13, AFTER)) == [f"A13-{n:02}" for n in range(1, 6)]
    assert codes(grounds(14, AFTER)) == [f"A14-{n:02}" for n in range(1, 8)]


def test_g_10_the_fingerprint_ground_stands_from_2024_only() -> None:
    assert "A12-10" not in codes(grounds(12, BEFORE))
    assert len(grounds(12, BEFORE)) == 9
    assert "A12-10" in codes(grounds(12, date(2024, 1, 1)))


def test_f_20_an_unknown_date_never_hides_a_ground() -> None:
    undated = msgspec.structs.replace(ground("A12-10"), effective_from=None)
    assert undated.in_force(date(2012, 1, 1))
    assert not ground("A12-10").in_force(date(2012, 1, 1))


@pytest.mark.parametrize(
    ("state", "stands"),
    [("open", True), ("refused", True), ("impossible", True), ("done", False), ("not_required", False)],
)
def test_l_10_6c_the_fingerprint_ground_is_offered_only_while_fingerprints_are_not_settled(
    state: str, stands: bool
) -> None:
    assert ("A12-10" in codes(offered(AFTER, state))) is stands  # type: ignore[arg-type]
    assert "A12-10" not in codes(offered(BEFORE, state))  # type: ignore[arg-type]
    assert "A12-01" in codes(offered(AFTER, state))  # type: ignore[arg-type]


def test_the_restricted_grounds_are_those_of_the_commission() -> None:
    everything = [*grounds(12, AFTER), *grounds(13, AFTER), *grounds(14, AFTER), ground("A14-EXP")]
    assert {one.code for one in everything if is_restricted(one.code)} == RESTRICTED


def test_a_ground_of_a_newer_program_is_kept_from_everybody_but_the_commission() -> None:
    assert is_restricted("A12-11")


def test_a_ground_speaks_three_languages_and_names_its_parts() -> None:
    found = ground("A12-02")
    assert [part.code for part in found.subcodes] == ["02a", "02b", "02c"]
    assert all(found.label(language) and found.subcodes[0].label(language) for language in ("kk", "ru", "en"))
    assert found.label("ru").startswith("отказ сообщить")


def refused(chosen: dict[str, str], on: date = AFTER, not_required: bool = False, **more: object) -> Refusal:
    with pytest.raises(Refusal) as caught:
        check_choice(chosen, on, fingerprints_settled=not_required, **more)  # type: ignore[arg-type]
    return caught.value


def test_a_refusal_rests_on_at_least_one_ground() -> None:
    assert refused({}).rule == "decision.no_ground"


def test_a_code_that_is_no_ground_of_the_article_is_unknown() -> None:
    for code in ("A12-11", "A13-01", "A14-EXP", ""):
        refusal = refused({"A12-01": "reason", code: "reason"})
        assert (refusal.rule, refusal.field, refusal.facts["code"]) == ("decision.ground_unknown", code, code)
    check_choice({"A13-01": "reason"}, AFTER, fingerprints_settled=False, article=13)
    assert refused({"A12-01": "reason"}, article=14).rule == "decision.ground_unknown"


def test_g_10_the_fingerprint_ground_cannot_be_chosen_before_2024() -> None:
    refusal = refused({"A12-10": "reason"}, BEFORE)
    assert refusal.rule == "decision.ground_not_in_force"
    assert refusal.facts == {"code": "A12-10", "since": date(2024, 1, 1), "on": BEFORE}


def test_g_18_the_fingerprint_ground_cannot_be_chosen_when_fingerprints_are_not_required() -> None:
    assert refused({"A12-10": "reason"}, not_required=True).rule == "decision.ground_not_offered"
    check_choice({"A12-03": "reason"}, AFTER, fingerprints_settled=True)


@pytest.mark.parametrize("reason", ["", "  ", "\n\t"])
def test_every_ground_needs_its_reason(reason: str) -> None:
    refusal = refused({"A12-01": "the reason of the commission", "A12-04": reason})
    assert (refusal.rule, refusal.field) == ("decision.reason_missing", "A12-04")


def test_grounds_with_reasons_pass() -> None:
    check_choice({"A12-01": "no fear", "A12-10": "refused"}, AFTER, fingerprints_settled=False)


def test_an_unknown_code_has_no_ground() -> None:
    with pytest.raises(Refusal) as caught:
        ground("A99-01")
    assert caught.value.rule == "decision.ground_unknown"
