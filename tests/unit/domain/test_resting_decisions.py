"""What rests on an annulled decision falls with it, for each person, and has its effect back with it."""

from datetime import date

from app.domain import facts as f
from app.domain.case import CaseState, status
from app.domain.commands import ArrivalData
from app.domain.facts.values import DecisionKind
from tests.offices import Desk, after, applicant, child

TODAY = date(2028, 3, 1)


def family() -> tuple[CaseState, str, str]:
    """An applicant with a child, both registered."""
    (state,) = Desk("2026-01-15 10:00").register(applicant(arrival=ArrivalData(), minors=(child(),)))
    return state, state.applicant, state.minors[0].id


def taken(kind: DecisionKind, on: str, number: str, *covers: str, to: str = "") -> f.case.DecisionTaken:
    end = date.fromisoformat(to) if to else None
    return f.case.DecisionTaken(
        number=number, kind=kind, on=date.fromisoformat(on), person=covers[0], covers=covers,
        from_on=date.fromisoformat(on) if end else None, to_on=end,
    )  # fmt: skip


def asked(on: str) -> f.case.ApplicationLodged:
    return f.case.ApplicationLodged(kind="extension", way="arrival", lodged_at=Desk(f"{on} 10:00").known.now)


def annulled(number: str, on: str = "2028-02-01") -> f.remedies.DecisionAnnulled:
    return f.remedies.DecisionAnnulled(number=number, by="court", reason="сот", on=date.fromisoformat(on))


def restored(number: str) -> tuple[f.Fact, ...]:
    return (
        f.remedies.AppealLodged(appeal="a", decision=number, level="court_cassation", body="сот", on=date(2028, 2, 10)),
        f.remedies.AppealDecided(
            appeal="a", result="allowed", effect="restored", on=date(2028, 2, 20), in_force_on=date(2028, 2, 20)
        ),
    )


def extended() -> tuple[CaseState, str, str]:
    """The applicant's status from D-1, the child's from D-2, both extended by D-3."""
    state, parent, kid = family()
    facts = (
        taken("grant", "2026-03-01", "D-1", parent, to="2027-03-01"),
        taken("grant", "2026-05-01", "D-2", kid, to="2027-05-01"),
        asked("2027-01-15"),
        taken("extend", "2027-02-01", "D-3", parent, kid, to="2028-06-01"),
    )
    return after(state, facts), parent, kid


def statuses(state: CaseState, *persons: str) -> list[str]:
    return [status(state, TODAY, person) for person in persons]


def test_f_42_a_decision_knows_for_each_person_on_which_term_it_rests() -> None:
    state, parent, kid = extended()
    assert state.decisions[-1].rests_on == {parent: "D-1", kid: "D-2"}
    assert state.extensions[0].covers == (parent, kid)


def test_L_11_5c_f_31_an_extension_falls_for_whom_the_grant_fell_and_comes_back_with_it() -> None:
    state, parent, kid = extended()
    assert statuses(state, parent, kid) == ["refugee", "refugee"]
    fallen = after(state, [annulled("D-2")])
    assert statuses(fallen, parent, kid) == ["refugee", "asylum_seeker"]
    assert (fallen.decisions[-1].covers, fallen.extensions[0].decision) == ((parent,), "D-3")
    assert status(fallen, date(2028, 6, 1)) == "refugee"
    back = after(fallen, restored("D-2"))
    assert statuses(back, parent, kid) == ["refugee", "refugee"]
    assert back.decisions == state.decisions


def test_L_11_5c_f_31_a_chain_falls_and_comes_back_as_a_whole() -> None:
    state, parent, kid = extended()
    state = after(state, [asked("2028-01-10"), taken("extend", "2028-01-20", "D-4", parent, kid, to="2029-06-01")])
    both = after(state, [annulled("D-1"), annulled("D-2")])
    assert statuses(both, parent, kid) == ["asylum_seeker", "asylum_seeker"]
    assert all(decision.annulled_on for decision in both.decisions)
    assert (both.pending_extension, [e.decision for e in both.extensions]) == (None, ["", ""])
    half = after(both, restored("D-1"))
    assert statuses(half, parent, kid) == ["refugee", "asylum_seeker"]
    assert [d.number for d in half.decisions if d.annulled_on is None] == ["D-1", "D-3", "D-4"]
    assert [d.covers for d in half.decisions if d.annulled_on is None] == [(parent,)] * 3
    assert [e.decision for e in half.extensions] == ["D-3", "D-4"]
    whole = after(half, restored("D-2"))
    assert statuses(whole, parent, kid) == ["refugee", "refugee"]
    assert [d.rests_on for d in whole.decisions] == [d.rests_on for d in state.decisions]


def test_f_31_what_was_annulled_by_itself_does_not_come_back_with_its_basis() -> None:
    state, parent, kid = extended()
    state = after(state, [annulled("D-3"), annulled("D-1"), *restored("D-1")])
    assert [d.number for d in state.decisions if d.annulled_on is None] == ["D-1", "D-2"]
    assert state.pending_extension is not None
    assert statuses(state, parent, kid) == ["expired_extension_pending", "expired_extension_pending"]


def test_L_14_2_a_lapse_holds_while_the_decision_that_ran_out_rules() -> None:
    state, parent, kid = family()
    lapse = f.remedies.StatusLapsed(on=date(2027, 3, 2), recorded_on=date(2027, 3, 5), covers=(parent, kid))
    state = after(state, [taken("grant", "2026-03-01", "D-1", parent, kid, to="2027-03-01"), lapse])
    assert statuses(state, parent, kid) == ["lapsed", "lapsed"]
    fallen = after(state, [annulled("D-1")])
    assert statuses(fallen, parent, kid) == ["asylum_seeker", "asylum_seeker"]
    assert (fallen.lapsed, fallen.newest_lapse) == (None, None)
    assert status(fallen, date(2027, 6, 1)) == "lapsed"
    again = after(fallen, [taken("grant", "2028-02-15", "D-2", parent, to="2029-02-15")])
    assert statuses(again, parent, kid) == ["refugee", "asylum_seeker"]
    assert statuses(after(fallen, restored("D-1")), parent, kid) == ["lapsed", "lapsed"]


def test_L_14_2_a_later_lapse_of_a_child_leaves_that_of_the_parent() -> None:
    state, parent, kid = family()
    facts = (
        taken("grant", "2026-03-01", "D-1", parent, to="2027-03-01"),
        taken("grant", "2026-05-01", "D-2", kid, to="2027-05-01"),
        f.remedies.StatusLapsed(on=date(2027, 3, 2), recorded_on=date(2027, 3, 5), covers=(parent,)),
        f.remedies.StatusLapsed(on=date(2027, 5, 2), recorded_on=date(2027, 5, 5), covers=(kid,)),
    )
    state = after(state, facts)
    assert statuses(state, parent, kid) == ["lapsed", "lapsed"]
    reopened = after(state, [f.course.CaseReopened(what="lapse", reason="қате", on=date(2027, 6, 1))])
    assert statuses(reopened, parent, kid) == ["lapsed", "refugee"]
