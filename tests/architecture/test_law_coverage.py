"""Every rule of the law is carried by a function or a datum, and tried; `docs/law-coverage.md` shows by which."""

import pytest

from tests.architecture.law_citations import ELSEWHERE, IDS, ROOT, Coverage, cited, collected, in_name, page

PAGE = ROOT / "docs" / "law-coverage.md"
MADE = ROOT / "build" / "out" / "law-coverage.md"


@pytest.fixture(scope="module")
def coverage() -> Coverage:
    """What the tree says now; the page of it is left in build/out."""
    found = collected()
    MADE.parent.mkdir(parents=True, exist_ok=True)
    MADE.write_text(page(found), encoding="utf-8")
    return found


def test_every_rule_has_a_function_and_a_test(coverage: Coverage) -> None:
    assert [gap for gap in coverage.gaps() if gap.split(":")[0] not in ELSEWHERE] == []


def test_the_list_of_rules_that_are_carried_elsewhere_is_no_longer_than_needed(coverage: Coverage) -> None:
    assert set(ELSEWHERE) <= set(IDS)
    assert [rule for rule in ELSEWHERE if coverage.functions[rule] and coverage.tests[rule]] == []


def test_the_page_is_that_of_the_tree(coverage: Coverage) -> None:
    kept = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    assert kept == page(coverage), "run `cp build/out/law-coverage.md docs/law-coverage.md` and look at the difference"


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("*Law*: L-10.6a, X-cert (f-34).", {"L-10.6a", "X-cert", "f-34"}),
        ("L-8.2.5 / L-9.2.3 and L-8.1.7-8", {"L-8.2.5", "L-9.2.3", "L-8.1.7-8"}),
        ("A16-1 to A16-4", {"A16-1", "A16-2", "A16-3", "A16-4"}),
        ("A13-02..05", {"A13-02", "A13-03", "A13-04", "A13-05"}),
        ("L-10.1a/b; L-11.2a to c", {"L-10.1a", "L-10.1b", "L-11.2a", "L-11.2b", "L-11.2c"}),
        ("f-11 and f-41, f-03/f-37", {"f-11", "f-41", "f-03", "f-37"}),
        ("L-7.2-2.4 is not L-7.2-2", {"L-7.2-2.4", "L-7.2-2"}),
        ("L-7.2-2.4", {"L-7.2-2.4"}),
        ("L-12.5, AL-12, L-12a, f-0, 2f-01", set()),
        ("Art. 12. L-12.", {"L-12"}),
    ],
)
def test_ids_are_found_in_a_text(text: str, ids: set[str]) -> None:
    assert cited(text) == ids


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("test_L_11_5c_and_f_09_an_extension_is_late", {"L-11.5c", "f-09"}),
        ("test_x_18_on_the_birthday", {"X-18"}),
        ("test_L_7_2_2_4_stays", {"L-7.2-2.4"}),
        ("test_A16_3_a_deadline_rolls", {"A16-3"}),
        ("test_of_09_nothing", set()),
    ],
)
def test_ids_are_found_in_a_name(name: str, ids: set[str]) -> None:
    assert in_name(name) == ids
