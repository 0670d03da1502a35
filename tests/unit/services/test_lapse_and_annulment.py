"""What a lapse and an extension rest on: annulled, it takes them along; each person of a file has an own end."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.base.errors import PanaError
from app.domain.case import status
from app.domain.commands import (
    AnnulDecision,
    CloseCase,
    DecideAppeal,
    IssueCertificate,
    ListMinor,
    LodgeAppeal,
    LodgeExtension,
    RecordAnswer,
    RecordLapse,
    ReopenCase,
    ServeDecision,
    TakeDecision,
)
from app.domain.deadlines import deadlines, open_deadlines
from app.domain.facts.values import GroundChosen, Proof
from app.domain.grounds import ground
from app.domain.stay import stay
from app.domain.tasks import open_tasks
from app.services import offices
from app.store.rebuild import verify
from app.store.rows import cases
from app.store.store import Store
from tests.offices import applicant, at, child, do, make_store, register, state_of


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = make_store(tmp_path / "s")
    offices.add_user(made, made.actor("clerk"), "second", "Екінші", ("secretary",))
    yield made
    assert verify(made).problems == ()
    made.close()


def go(store: Store, day: str) -> None:
    store.set_clock(at(f"{day} 10:00"))


def refused(store: Store, command: object) -> str:
    with pytest.raises(PanaError) as error:
        do(store, command)  # type: ignore[arg-type]
    return error.value.code


def now(store: Store, case: str, person: str = "") -> str:
    state = state_of(store, case)
    return status(state, store.clock.today(), person or None)


def refugee(store: Store, *minors: str) -> str:
    """A status from 1.07.2026 until 1.07.2027, with minors by surname."""
    go(store, "2026-06-15")
    (case,) = register(store, applicant(minors=tuple(child(name) for name in minors)))
    do(store, RecordAnswer(case=case, to="fingerprints", result="done"))
    go(store, "2026-07-01")
    do(store, TakeDecision(case=case, kind="grant"))
    return case


def extend(store: Store, case: str, day: str) -> None:
    go(store, day)
    do(store, LodgeExtension(case=case))
    do(store, TakeDecision(case=case, kind="extend"))


def annul(store: Store, case: str, place: int) -> None:
    number = state_of(store, case).decisions[place].number
    do(store, AnnulDecision(case=case, decision=number, by="court", reason="сот актісі", second="second"))


def ends(store: Store, case: str) -> list[tuple[str, date | None]]:
    return [(d.kind, d.to_on) for d in state_of(store, case).decisions if d.annulled_on is None]


def due(store: Store, case: str, kind: str) -> list[tuple[str, date]]:
    found = open_deadlines(state_of(store, case), store.calendar, store.settings)
    return [(d.person, d.due) for d in found if d.kind == kind]


# -- a lapse and the decision whose term ran out ------------------------------------------------------------------


def test_L_14_2_f_31_annulling_the_grant_takes_away_the_lapse_of_its_term(store: Store) -> None:
    case = refugee(store)
    go(store, "2027-08-01")
    do(store, RecordLapse(case=case))
    assert now(store, case) == "lapsed"
    annul(store, case, 0)
    assert now(store, case) == "asylum_seeker"
    do(store, IssueCertificate(case=case, kind="asylum"))
    assert refused(store, ReopenCase(case=case, what="lapse", reason="қате", second="second")) == (
        "case.nothing_to_reopen"
    )
    go(store, "2027-08-10")
    do(store, TakeDecision(case=case, kind="grant"))
    assert now(store, case) == "refugee"
    state = state_of(store, case)
    assert [d.done_on for d in deadlines(state, store.calendar, store.settings) if d.kind == "status_expiry"] == [None]
    assert due(store, case, "refugee_certificate")
    with store.reading() as connection:
        assert cases.stock(connection, date(2027, 9, 1)).refugees == 1


def refused_and_lapsed(store: Store) -> str:
    case = refugee(store)
    go(store, "2027-05-20")
    do(store, LodgeExtension(case=case))
    go(store, "2027-06-20")
    do(store, TakeDecision(case=case, kind="refuse_extend", note="мән-жайлар сақталмаған"))
    do(store, ServeDecision(case=case, way="hand"))
    go(store, "2027-07-05")
    do(store, RecordLapse(case=case))
    do(store, LodgeAppeal(case=case, level="pre_trial", body="Министрлік"))
    return case


def test_f_09_L_14_2_no_lapse_is_left_when_the_refusal_to_extend_is_annulled(store: Store) -> None:
    case = refused_and_lapsed(store)
    assert now(store, case) == "lapsed"
    go(store, "2027-08-05")
    do(store, DecideAppeal(case=case, result="allowed", effect="annulled", second="second"))
    assert now(store, case) == "expired_extension_pending"
    state = state_of(store, case)
    stays = stay(state, store.clock.today(), store.settings, store.calendar)
    assert (stays.protected, stays.reading) == (True, "L-9.1.1")
    assert due(store, case, "extension_decision") == [(state.applicant, date(2027, 7, 1))]
    assert due(store, case, "status_expiry") == [(state.applicant, date(2027, 7, 1))]
    assert refused(store, RecordLapse(case=case)) == "lapse.extension_pending"
    do(store, TakeDecision(case=case, kind="extend"))
    assert ends(store, case)[-1] == ("extend", date(2028, 7, 1))
    assert now(store, case) == "refugee"


def test_f_09_L_14_2_a_second_refusal_to_extend_needs_a_lapse_of_its_own(store: Store) -> None:
    case = refused_and_lapsed(store)
    go(store, "2027-08-05")
    do(store, DecideAppeal(case=case, result="allowed", effect="annulled", second="second"))
    do(store, TakeDecision(case=case, kind="refuse_extend", note="мән-жайлар сақталмаған"))
    assert now(store, case) == "refugee"
    do(store, RecordLapse(case=case))
    assert now(store, case) == "lapsed"
    do(store, ReopenCase(case=case, what="lapse", reason="қате", second="second"))
    assert now(store, case) == "refugee"


# -- an extension and the status that it extends ------------------------------------------------------------------


def test_L_11_5c_f_31_an_extension_falls_with_the_grant(store: Store) -> None:
    case = refugee(store)
    extend(store, case, "2027-05-20")
    annul(store, case, 0)
    assert now(store, case) == "asylum_seeker"
    state = state_of(store, case)
    assert state.pending_extension is None
    assert "decide_again" in {task.kind for task in open_tasks(state)}
    assert not {"status_expiry", "extension_application", "extension_decision"} & {
        d.kind for d in open_deadlines(state, store.calendar, store.settings)
    }
    go(store, "2027-06-01")
    do(store, TakeDecision(case=case, kind="grant"))
    assert (now(store, case), ends(store, case)) == ("refugee", [("grant", date(2028, 6, 1))])
    extend(store, case, "2028-04-20")
    assert ends(store, case)[-1] == ("extend", date(2029, 6, 1))


def test_L_13_1_f_31_a_termination_falls_with_the_grant_that_it_ended(store: Store) -> None:
    case = refugee(store)
    proofs = tuple(Proof(id=p.id, text="құжат", on=date(2026, 6, 30)) for p in ground("A14-06").proof)
    chosen = (GroundChosen(code="A14-06", reason="негіз"),)
    do(store, TakeDecision(case=case, kind="terminate", grounds=chosen, proofs=proofs))
    assert now(store, case) == "terminated"
    annul(store, case, 0)
    assert now(store, case) == "asylum_seeker"


def test_L_11_5c_f_42_a_year_is_not_given_beyond_an_annulled_one(store: Store) -> None:
    case = refugee(store)
    extend(store, case, "2027-05-20")
    extend(store, case, "2028-05-20")
    annul(store, case, 1)
    assert ends(store, case) == [("grant", date(2027, 7, 1))]
    assert now(store, case) == "expired_extension_pending"
    assert due(store, case, "extension_decision")[0][1] == date(2027, 7, 1)
    go(store, "2028-05-25")
    for end in (date(2028, 7, 1), date(2029, 7, 1)):
        do(store, TakeDecision(case=case, kind="extend"))
        assert ends(store, case)[-1] == ("extend", end)
    assert refused(store, TakeDecision(case=case, kind="extend")) == "extension.none_pending"
    assert due(store, case, "extension_decision") == []


def test_L_11_5c_an_annulled_refusal_asks_nothing_when_the_year_was_given_since(store: Store) -> None:
    case = refugee(store)
    go(store, "2027-05-20")
    do(store, LodgeExtension(case=case))
    do(store, TakeDecision(case=case, kind="refuse_extend", note="мән-жайлар сақталмаған"))
    extend(store, case, "2027-06-01")
    annul(store, case, 1)
    assert state_of(store, case).pending_extension is None
    assert due(store, case, "extension_decision") == []
    assert ends(store, case)[-1] == ("extend", date(2028, 7, 1))


# -- each person of a file has an own end -------------------------------------------------------------------------


def with_a_later_child(store: Store) -> tuple[str, str]:
    """The applicant holds the status until 1.07.2027, a child who came later until 1.10.2027."""
    case = refugee(store)
    go(store, "2026-10-01")
    do(store, ListMinor(case=case, minor=child("BABY", "2026-09-10")))
    (kid,) = state_of(store, case).minors
    do(store, TakeDecision(case=case, kind="grant", covers=(kid.id,)))
    return case, kid.id


def test_L_14_2_the_end_of_a_childs_own_status_is_watched_and_its_lapse_recorded(store: Store) -> None:
    case, kid = with_a_later_child(store)
    parent = state_of(store, case).applicant
    assert due(store, case, "status_expiry") == [(parent, date(2027, 7, 1)), (kid, date(2027, 10, 1))]
    go(store, "2027-07-05")
    do(store, RecordLapse(case=case))
    assert (now(store, case), now(store, case, kid)) == ("lapsed", "refugee")
    assert due(store, case, "status_expiry") == [(kid, date(2027, 10, 1))]
    assert [person for person, _day in due(store, case, "extension_application")] == [kid]
    assert refused(store, RecordLapse(case=case)) == "lapse.not_expired"
    go(store, "2027-11-01")
    do(store, RecordLapse(case=case))
    assert (now(store, case), now(store, case, kid)) == ("lapsed", "lapsed")
    assert due(store, case, "status_expiry") == []
    days = [status(state_of(store, case), date(2027, 10, n), kid) for n in (1, 2)]
    assert days == ["refugee", "lapsed"]
    assert status(state_of(store, case), date(2027, 7, 2)) == "lapsed"
    assert refused(store, RecordLapse(case=case)) == "lapse.no_status"


def test_L_14_2_one_act_records_a_lapse_for_each_end(store: Store) -> None:
    case, kid = with_a_later_child(store)
    go(store, "2027-11-01")
    do(store, RecordLapse(case=case))
    state = state_of(store, case)
    assert [status(state, date(2027, 7, 2), person) for person in (state.applicant, kid)] == ["lapsed", "refugee"]
    assert now(store, case, kid) == "lapsed"
    do(store, ReopenCase(case=case, what="lapse", reason="қате", second="second"))
    assert (now(store, case), now(store, case, kid)) == ("refugee", "refugee")


def test_L_11_5c_a_childs_status_is_extended_after_the_parents_lapsed(store: Store) -> None:
    case, kid = with_a_later_child(store)
    go(store, "2027-07-05")
    do(store, RecordLapse(case=case))
    go(store, "2027-08-20")
    do(store, LodgeExtension(case=case))
    assert due(store, case, "extension_application") == []
    assert due(store, case, "extension_decision")[0][1] == date(2027, 10, 1)
    do(store, TakeDecision(case=case, kind="extend", covers=(kid,)))
    assert ends(store, case)[-1] == ("extend", date(2028, 10, 1))
    assert (now(store, case), now(store, case, kid)) == ("lapsed", "refugee")
    assert due(store, case, "status_expiry") == [(kid, date(2028, 10, 1))]


def test_L_13_2_L_14_1_a_childs_status_goes_on_after_the_parents_was_terminated_and_can_end(store: Store) -> None:
    case = refugee(store, "ZAHRA")
    state = state_of(store, case)
    kid = state.minors[0].id
    proofs = tuple(Proof(id=p.id, text="құжат", on=date(2026, 6, 30)) for p in ground("A14-06").proof)
    ended = TakeDecision(
        case=case, kind="terminate", grounds=(GroundChosen(code="A14-06", reason="негіз"),), proofs=proofs,
        covers=(state.applicant,),
    )  # fmt: skip
    do(store, ended)
    assert (now(store, case), now(store, case, kid)) == ("terminated", "refugee")
    assert due(store, case, "status_expiry") == [(kid, date(2027, 7, 1))]
    assert refused(store, CloseCase(case=case, code="DEP")) == "case.status_held"
    do(
        store,
        TakeDecision(case=case, kind="terminate", grounds=ended.grounds, proofs=proofs, covers=(kid,)),
    )
    assert now(store, case, kid) == "terminated"
    assert due(store, case, "status_expiry") == []


def test_L_14_2_a_childs_status_lapses_after_the_parents_was_terminated(store: Store) -> None:
    case = refugee(store, "ZAHRA")
    state = state_of(store, case)
    kid = state.minors[0].id
    proofs = tuple(Proof(id=p.id, text="құжат", on=date(2026, 6, 30)) for p in ground("A14-06").proof)
    chosen = (GroundChosen(code="A14-06", reason="негіз"),)
    do(store, TakeDecision(case=case, kind="terminate", grounds=chosen, proofs=proofs, covers=(state.applicant,)))
    go(store, "2027-08-01")
    do(store, RecordLapse(case=case))
    assert (now(store, case), now(store, case, kid)) == ("terminated", "lapsed")
