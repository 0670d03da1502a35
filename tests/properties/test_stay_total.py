"""The stay of a person is a total function: any facts, day and setting; what protects has not ended."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import calendar
from app.domain import facts as f
from app.domain.case import CaseState
from app.domain.settings import Settings
from app.domain.stay import stay
from tests.offices import after
from tests.properties.test_fold_total import DAYS, FACTS

_KINDS = (
    "case.opened", "person.recorded", "minor.listed", "application.lodged", "application.registered", "case.closed",
    "decision.taken", "decision.served", "decision.annulled", "status.lapsed", "appeal.lodged", "appeal.decided",
)  # fmt: skip
COURSE = st.lists(st.one_of(*(FACTS[kind] for kind in _KINDS)), max_size=25)


@pytest.mark.parametrize("protected", ["yes", "no"])
@pytest.mark.parametrize("starts", ["appeal_end", "decision"])
def test_L_8_1_5_f_03_f_37_any_course_has_an_answer(protected: str, starts: str) -> None:
    office = Settings({"stay.refugee_appeal_protected": protected, "departure.month_starts": starts})

    @given(COURSE, DAYS)
    def holds(facts: list[f.Fact | None], on: date) -> None:
        state = after(CaseState(id="r1"), facts)
        for day in (on, date.min, date.max):
            known = stay(state, day, office, calendar.load())
            assert not (known.protected and known.until and known.until < day)
            assert set(known.named) <= {p.id for p in state.present}

    holds()
