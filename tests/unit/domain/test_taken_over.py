"""Files from paper: historic dates and numbers stand as they stood, nothing is issued, what cannot be is refused."""

from datetime import date
from typing import Any

import msgspec
import pytest

from app.base.errors import Refusal
from app.domain import taken_over
from app.domain.case import CaseState, status
from app.domain.commands import ArrivalData, PaperCertificate, PaperDecision, TakeOver
from app.domain.deadlines import deadlines, open_deadlines
from app.domain.decisions import fingerprint_state
from app.domain.facts.values import GroundChosen
from app.domain.family_deadlines import majority_alerts
from app.domain.tasks import open_tasks
from tests.offices import Desk, adult, after, applicant, at, child

NOW = "2026-06-15 10:00"
REGISTERED = date(2019, 3, 4)
CAME = ArrivalData(entered_on=date(2019, 2, 27))
GRANT = PaperDecision(kind="grant", number="12", on=date(2019, 5, 30), to_on=date(2020, 5, 30))
EXTENDED = PaperDecision(kind="extend", number="8", on=date(2020, 4, 20), to_on=date(2021, 5, 30))
FIRST = PaperCertificate(kind="asylum", number="0001", issued_on=date(2019, 3, 4), valid_to=date(2019, 6, 4))
BOOKLET = PaperCertificate(kind="refugee", number="AB00000001", issued_on=date(2019, 6, 3), valid_to=date(2020, 5, 30))
FALSE = (GroundChosen(code="A12-02", reason="жалған мәліметтер"),)


def command(**more: Any) -> TakeOver:
    values: dict[str, Any] = {
        "applicant": applicant(arrival=CAME),
        "registered_on": REGISTERED,
        "number": "17/2019-б",
    }
    return TakeOver(**(values | more))


def taken(desk: Desk | None = None, **more: Any) -> CaseState:
    (made,) = taken_over.take_over((desk or Desk(NOW)).known, command(**more))
    return after(CaseState(id=made.case), made.facts)


def refused(**more: Any) -> tuple[str, str]:
    with pytest.raises(Refusal) as error:
        taken(**more)
    return error.value.rule, error.value.field


def kinds(state: CaseState) -> list[str]:
    return sorted(d.kind for d in open_deadlines(state, Desk(NOW).known.calendar, Desk(NOW).settings))


def test_a_file_from_paper_has_its_number_its_days_and_no_new_certificate() -> None:
    state = taken(lodged_on=date(2019, 3, 1), certificates=(FIRST,))
    assert (state.source, state.number, state.registered_on) == ("taken_over", "17/2019-б", REGISTERED)
    assert state.lodged is not None
    assert state.lodged.lodged_at == at("2019-03-01 00:00")
    assert [(c.number, c.issued_on, c.ended) for c in state.certificates] == [("0001", date(2019, 3, 4), "")]
    assert (state.decisions, state.papers) == ((), ())
    assert status(state, date(2019, 3, 4)) == "asylum_seeker"


def test_L_11_1a_the_three_months_run_from_the_historic_registration() -> None:
    state = taken(registered_on=date(2026, 5, 4), applicant=applicant(arrival=ArrivalData()))
    found = {d.kind: d.due for d in deadlines(state, Desk(NOW).known.calendar, Desk(NOW).settings)}
    assert found["decision"] == date(2026, 8, 4)
    assert state.number == "17/2019-б"


def test_a_file_without_a_number_gets_one() -> None:
    assert taken(number=" ").number == "A-1"


def test_L_11_5c_f_42_grant_extensions_and_certificates_follow_one_another() -> None:
    second = PaperCertificate(kind="refugee", number="AB2", issued_on=date(2020, 5, 4), valid_to=date(2021, 5, 30))
    state = taken(decisions=(EXTENDED, GRANT), certificates=(second, BOOKLET, FIRST))
    assert [(d.kind, d.from_on, d.to_on) for d in state.decisions] == [
        ("grant", date(2019, 5, 30), date(2020, 5, 30)),
        ("extend", date(2020, 5, 30), date(2021, 5, 30)),
    ]
    assert [(c.number, c.replaces, c.ended) for c in state.certificates] == [
        ("0001", "", "returned"), ("AB00000001", "", "replaced"), ("AB2", "AB00000001", ""),
    ]  # fmt: skip
    assert status(state, date(2021, 1, 1)) == "refugee"


def test_L_10_8_the_notices_of_an_old_decision_were_the_matter_of_the_paper_file() -> None:
    assert not {k for k in kinds(taken(decisions=(GRANT,), certificates=(BOOKLET,))) if k.startswith("notice")}
    fresh = PaperDecision(kind="grant", number="1", on=date(2026, 6, 12), to_on=date(2027, 6, 12), override_reason="-")
    assert {"notice_iab", "notice_authorised_body"} <= set(kinds(taken(decisions=(fresh,))))


@pytest.mark.parametrize(
    ("registered_on", "printed", "sent", "state"),
    [
        (REGISTERED, None, None, "open"),
        (REGISTERED, date(2024, 2, 1), date(2024, 1, 1), "done"),
        (date(2025, 2, 3), None, date(2025, 2, 3), "open"),
        (date(2025, 2, 3), date(2025, 2, 5), date(2025, 2, 3), "done"),
    ],
)
def test_A15_L_10_6c_no_fingerprint_referral_before_2024(
    registered_on: date, printed: date | None, sent: date | None, state: str
) -> None:
    file = taken(registered_on=registered_on, fingerprints_on=printed)
    request = file.request_for("fingerprints")
    assert (request.on if request else None, fingerprint_state(file)) == (sent, state)


def test_X_18_L_10_5_who_was_a_minor_then_is_listed_and_the_birthday_is_due_already() -> None:
    grown = child(birth="2005-04-02")
    state = taken(applicant=applicant(arrival=CAME, minors=(grown,)), certificates=(FIRST,))
    (due,) = [d for d in deadlines(state, Desk(NOW).known.calendar, Desk(NOW).settings) if d.kind == "majority"]
    assert (due.due, due.done_on) == (date(2023, 4, 2), None)
    assert all(day < date(2026, 6, 15) for day in majority_alerts(due.due, Desk(NOW).settings))
    assert state.certificates[0].minors == (state.minors[0].id,)


def test_f_12_a_child_born_after_the_registration_stands_on_later_papers_only() -> None:
    later = child(birth="2019-09-01")
    second = PaperCertificate(kind="refugee", number="AB2", issued_on=date(2020, 5, 4), valid_to=date(2021, 5, 30))
    state = taken(
        applicant=applicant(arrival=CAME, minors=(later,)), decisions=(GRANT, EXTENDED), certificates=(FIRST, second)
    )
    (baby,) = state.minors
    assert [c.minors for c in state.certificates] == [(), (baby.id,)]
    assert [baby.id in d.covers for d in state.decisions] == [False, True]


def test_L_11_2a_a_minor_who_was_18_at_the_decision_is_not_covered_by_it() -> None:
    grown = child(birth="2001-03-20")
    state = taken(applicant=applicant(arrival=CAME, minors=(grown,)), decisions=(GRANT,))
    assert state.decisions[0].covers == (state.applicant,)


def test_L_10_7b_a_child_who_came_alone_is_marked_as_such_in_a_file_from_paper() -> None:
    alone = adult("NOORI", "SAMIR", "2008-03-11")
    state = taken(applicant=applicant(alone, arrival=CAME, unaccompanied=True))
    assert (state.source, state.unaccompanied) == ("taken_over", True)


def test_f_07_lateness_is_told_while_the_application_is_pending() -> None:
    early = applicant(arrival=ArrivalData(entered_on=date(2019, 2, 1)))
    pending = taken(applicant=early)
    assert pending.late is not None
    assert "late_reason" in [t.kind for t in open_tasks(pending)]
    assert taken(applicant=early, decisions=(GRANT,)).late is None
    told = taken(applicant=early, source_note="Іс № 17, 3-том").late
    assert told is not None
    assert told.reason == "Іс № 17, 3-том"


def test_f_16_a_grant_from_2024_without_fingerprints_keeps_the_reason_of_the_paper_file() -> None:
    grant = msgspec.structs.replace(GRANT, on=date(2024, 3, 1), to_on=date(2025, 3, 1), override_reason="15 жаста")
    state = taken(decisions=(grant,))
    assert (state.decisions[0].override_rule, state.decisions[0].override_reason) == ("L-10.6c", "15 жаста")
    done = msgspec.structs.replace(grant, override_reason="")
    assert taken(decisions=(done,), fingerprints_on=date(2024, 2, 1)).decisions[0].override_rule == ""


def paper(kind: str, on: date, to_on: date | None = None, **more: Any) -> PaperDecision:
    return PaperDecision(kind=kind, number=more.pop("number", kind), on=on, to_on=to_on, **more)  # type: ignore[arg-type]


DAY, NEXT = date(2019, 5, 30), date(2020, 5, 30)
REFUSED: list[tuple[str, str, dict[str, Any]]] = [
    ("date.future", "registered_on", {"registered_on": date(2026, 6, 16)}),
    ("taken_over.order", "lodged_on", {"lodged_on": date(2019, 3, 5)}),
    ("taken_over.order", "lodged_on", {"lodged_on": date(1, 1, 1)}),
    ("taken_over.order", "lodged_on", {"registered_on": date(1, 1, 1)}),
    ("application.lodged_before_arrival", "lodged_on", {"lodged_on": date(2019, 2, 26)}),
    ("date.future", "fingerprints_on", {"fingerprints_on": date(2026, 6, 16)}),
    ("taken_over.fingerprints_before", "fingerprints_on", {"fingerprints_on": date(2023, 12, 31)}),
    (
        "taken_over.order",
        "fingerprints_on",
        {"registered_on": date(2025, 2, 3), "fingerprints_on": date(2025, 2, 2)},
    ),
    ("taken_over.own_number", "number", {"number": "A-ALA01-26-01-00017-1"}),
    ("taken_over.own_number", "number", {"number": "A-ALA01-26-01-00017-2"}),
    ("date.future", "decisions.0.on", {"decisions": (paper("grant", date(2026, 6, 16), date(2027, 6, 16)),)}),
    ("decision.before_registration", "decisions.0.on", {"decisions": (paper("grant", date(2019, 3, 3), NEXT),)}),
    ("taken_over.number_missing", "decisions.0.number", {"decisions": (paper("grant", DAY, NEXT, number=" "),)}),
    ("taken_over.number_twice", "decisions.1.number", {"decisions": (GRANT, paper("extend", NEXT, number="12"))}),
    ("taken_over.sequence", "decisions.0.kind", {"decisions": (paper("extend", DAY, NEXT),)}),
    ("taken_over.sequence", "decisions.0.kind", {"decisions": (paper("terminate", DAY),)}),
    ("taken_over.sequence", "decisions.1.kind", {"decisions": (GRANT, paper("grant", NEXT, date(2021, 5, 30)))}),
    ("taken_over.sequence", "decisions.1.kind", {"decisions": (GRANT, paper("refuse", NEXT, grounds=FALSE))}),
    (
        "taken_over.sequence",
        "decisions.1.kind",
        {"decisions": (paper("refuse", DAY, grounds=FALSE), paper("extend", NEXT, date(2021, 1, 1)))},
    ),
    ("taken_over.status_end", "decisions.0.to_on", {"decisions": (paper("grant", DAY),)}),
    ("taken_over.status_end", "decisions.0.to_on", {"decisions": (paper("grant", DAY, DAY),)}),
    ("taken_over.status_end", "decisions.1.to_on", {"decisions": (GRANT, paper("extend", date(2020, 4, 20), NEXT))}),
    ("taken_over.no_status_end", "decisions.0.to_on", {"decisions": (paper("refuse", DAY, NEXT, grounds=FALSE),)}),
    ("decision.no_ground", "grounds", {"decisions": (paper("refuse", DAY),)}),
    (
        "decision.ground_unknown",
        "A12-02",
        {"decisions": (GRANT, paper("deprive", NEXT, grounds=FALSE))},
    ),
    ("taken_over.grounds_not_here", "decisions.0.grounds", {"decisions": (paper("grant", DAY, NEXT, grounds=FALSE),)}),
    (
        "taken_over.fingerprints",
        "decisions.0.override_reason",
        {"decisions": (paper("grant", date(2024, 3, 1), date(2025, 3, 1)),)},
    ),
    (
        "taken_over.fingerprints",
        "decisions.0.override_reason",
        {"decisions": (paper("grant", date(2024, 3, 1), date(2025, 3, 1)),), "fingerprints_on": date(2024, 3, 2)},
    ),
    ("taken_over.no_status", "certificates.0.kind", {"certificates": (BOOKLET,)}),
    ("taken_over.number_twice", "certificates.1.number", {"certificates": (FIRST, FIRST)}),
    (
        "date.future",
        "certificates.0.issued_on",
        {"certificates": (msgspec.structs.replace(FIRST, issued_on=date(2026, 6, 16)),)},
    ),
    (
        "taken_over.order",
        "certificates.0.issued_on",
        {"certificates": (msgspec.structs.replace(FIRST, issued_on=date(2019, 3, 3)),)},
    ),
    (
        "taken_over.certificate_end",
        "certificates.0.valid_to",
        {"certificates": (msgspec.structs.replace(FIRST, valid_to=date(2019, 3, 3)),)},
    ),
    (
        "taken_over.number_missing",
        "certificates.0.number",
        {"certificates": (msgspec.structs.replace(FIRST, number=""),)},
    ),
    ("application.minor_is_adult", "applicants.0.minors.0.birth",
     {"applicant": applicant(arrival=CAME, minors=(child(birth="2001-03-04"),))}),
    ("application.minor_applicant", "applicants.0.person.birth",
     {"applicant": applicant(adult("NOORI", "SAMIR", "2005-01-01"), arrival=CAME)}),
]  # fmt: skip


@pytest.mark.parametrize(("wanted", "field", "changes"), REFUSED)
def test_what_cannot_have_stood_on_paper_is_refused(wanted: str, field: str, changes: dict[str, Any]) -> None:
    assert refused(**changes) == (wanted, field)


def test_a_number_that_stands_in_the_register_is_refused() -> None:
    known = Desk(NOW).known._replace(number_used=lambda number, _kind: "A-7" if number in {"17/2019-б", "0001"} else "")
    for changes in ({}, {"number": "", "certificates": (FIRST,)}):
        with pytest.raises(Refusal) as error:
            taken_over.take_over(known, command(**changes))
        assert (error.value.rule, error.value.facts["case"]) == ("application.number_used", "A-7")
