"""The leaflet on rights and duties: every item in force on a day, and its handing over."""

from datetime import date

import pytest

from app.base.errors import Refusal
from app.domain import facts as f
from app.domain.case import CaseState
from app.domain.commands import ArrivalData, GiveLeaflet
from app.domain.leaflet import frame, leaflet
from app.domain.particulars import give_leaflet
from app.domain.tasks import open_tasks
from tests.offices import Desk, after, applicant

TODAY = date(2026, 6, 15)


def ids(subject: str, on: date) -> list[str]:
    return [item.id for item in leaflet(subject, on)]  # type: ignore[arg-type]


def registered() -> tuple[Desk, CaseState]:
    desk = Desk("2026-06-15 10:00")
    return desk, desk.register(applicant(arrival=ArrivalData()))[0]


def leaflet_tasks(state: CaseState) -> list[str]:
    return [t.rule for t in open_tasks(state) if t.kind == "leaflet"]


def test_L_8_1_1_an_asylum_seeker_gets_every_item_of_article_8_and_the_lines_beside_it() -> None:
    """L-1.5, L-4.1, L-8.1.1, L-8.1.3, L-15, L-8.1.5, L-8.1.6, L-8.1.7-8, L-8.1.9, L-8.2.1 to L-8.2.6, L-8.3, L-20."""
    assert ids("asylum_seeker", TODAY) == [
        "4.1", "8.1.1", "8.1.3", "8.1.4", "8.1.5", "8.1.6", "8.1.7", "8.1.8", "8.1.9",
        "8.2.1", "8.2.2", "8.2.3", "8.2.4", "8.2.5", "8.2.6", "8.3", "20",
    ]  # fmt: skip


def test_L_9_1_1_a_refugee_gets_every_item_of_article_9_and_citizenship() -> None:
    """L-9.1.1, L-9.1.2, L-9.1.3, L-9.1.4, L-9.1.7, L-9.1.8, L-9.1.9, L-9.2.1 to L-9.2.3, L-9.3, L-17, L-20."""
    assert ids("refugee", TODAY) == [
        "4.1", "9.1.1", "9.1.2", "9.1.3", "9.1.4", "9.1.5", "9.1.6", "9.1.7", "9.1.8", "9.1.9",
        "9.2.1", "9.2.2", "9.2.3", "9.3", "17", "20",
    ]  # fmt: skip


def test_L_8_2_6_f_15_fingerprint_registration_is_a_duty_from_2024() -> None:
    assert "8.2.6" not in ids("asylum_seeker", date(2023, 12, 31))
    assert "8.2.6" in ids("asylum_seeker", date(2024, 1, 1))


def test_A15_item_8_1_2_stood_until_28_05_2024_with_a_wording_that_is_not_guessed() -> None:
    (deleted,) = [i for i in leaflet("asylum_seeker", date(2024, 5, 27)) if i.id == "8.1.2"]
    assert deleted.wording_from is None
    assert "8.1.2" not in ids("asylum_seeker", date(2024, 5, 28))


def test_f_20_an_unknown_date_of_a_wording_hides_no_line() -> None:
    unknown = {i.id for s in ("asylum_seeker", "refugee") for i in leaflet(s, date(2010, 1, 1)) if not i.wording_from}  # type: ignore[arg-type]
    assert unknown == {"8.1.2", "8.1.4", "8.2.4", "9.1.3", "9.2.2"}


def test_every_line_carries_the_rule_it_comes_from() -> None:
    rules = {item.rule for subject in ("asylum_seeker", "refugee") for item in leaflet(subject, TODAY)}  # type: ignore[arg-type]
    assert rules == {
        "L-4.1", "L-8.1.1", "L-8.1.3", "L-15", "L-8.1.5", "L-8.1.6", "L-8.1.7-8", "L-8.1.9", "L-8.2.1", "L-8.2.2",
        "L-8.2.3", "L-8.2.4", "L-8.2.5", "L-8.2.6", "L-8.3", "L-9.1.1", "L-9.1.2", "L-9.1.3", "L-9.1.4", "L-9.1.7",
        "L-9.1.8", "L-9.1.9", "L-9.2.1", "L-9.2.2", "L-9.2.3", "L-9.3", "L-17", "L-20",
    }  # fmt: skip


def test_every_line_has_three_languages_and_a_rule_and_nothing_cites_the_constitution_by_article() -> None:
    for item in {*leaflet("asylum_seeker", TODAY), *leaflet("refugee", TODAY)}:
        assert all(item.label(language).strip() for language in ("kk", "ru", "en"))
        assert item.rule.startswith("L-")
        assert "-бап" not in item.kk


def test_the_frames_end_the_sentence_of_the_law() -> None:
    right = frame("asylum_seeker", "right")
    assert right is not None
    assert right.words("kk") == ("Пана іздеген адамдардың:", "құқығы бар.")
    assert frame("refugee", "other") is None


def test_L_6_1_7_the_leaflet_is_an_open_task_until_handed_over_and_again_for_a_refugee() -> None:
    desk, state = registered()
    assert leaflet_tasks(state) == ["L-8.1.1"]
    given = give_leaflet(desk.known, state, state.applicant_person, GiveLeaflet(case=state.id, language="prs"))
    assert (given.subject, given.on) == ("asylum_seeker", TODAY)
    told = after(state, [given])
    assert leaflet_tasks(told) == []
    person = state.applicant
    grant = f.case.DecisionTaken(
        number="D-1", kind="grant", on=TODAY, person=person, covers=(person,), to_on=date(2027, 6, 15)
    )
    refugee = after(told, [grant])
    assert leaflet_tasks(refugee) == ["L-8.1.1"]
    again = give_leaflet(desk.known, refugee, refugee.applicant_person, GiveLeaflet(case=state.id, language="prs"))
    assert again.subject == "refugee"
    assert leaflet_tasks(after(refugee, [again])) == []


@pytest.mark.parametrize(
    ("rule", "values"),
    [
        ("language.unknown", {"language": "klingon"}),
        ("date.future", {"language": "prs", "on": date(2026, 6, 16)}),
        ("date.before_file", {"language": "prs", "on": date(2026, 6, 14)}),
    ],
)
def test_a_leaflet_is_handed_over_in_a_known_language_on_a_day_of_the_file(
    rule: str, values: dict[str, object]
) -> None:
    desk, state = registered()
    command = GiveLeaflet(case=state.id, **values)  # type: ignore[arg-type]
    with pytest.raises(Refusal) as error:
        give_leaflet(desk.known, state, state.applicant_person, command)
    assert error.value.rule == rule
