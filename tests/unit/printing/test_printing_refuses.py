"""Papers that a state does not carry are refused, not drawn with holes."""

from datetime import date

import msgspec
import pytest

from app.base.errors import Refusal
from app.domain import calendar
from app.domain.case import CaseState, Decision
from app.domain.facts.case import ConsiderationPostponed
from app.domain.facts.office import OfficeOpened
from app.printing import asylum_certificate, letters, slips
from app.printing.context import Printing
from tests.offices import Desk, adult, applicant, at, child

OFFICE = OfficeOpened(code="ALA01", kind="region", region="ALA", name_kk="Басқарма", name_ru="Управление")
CONTEXT = Printing(OFFICE, "А. Омарова", at("2026-06-15 10:00"), "test", "0.0.0", calendar.load())


def registered() -> CaseState:
    (state,) = Desk("2026-06-15 10:00").register(applicant(minors=(child(),)))
    return state


def decision(state: CaseState, kind: str) -> Decision:
    return Decision(
        number="D-1",
        kind=kind,
        on=date(2026, 6, 15),
        person=state.applicant,
        covers=(state.applicant,),  # type: ignore[arg-type]
    )


def test_a_certificate_of_nobody_or_of_an_unregistered_case() -> None:
    state = registered()
    certificate = state.certificates[0]
    stranger = msgspec.structs.replace(certificate, holder="stranger")
    for wrong in (
        lambda: asylum_certificate.draw(state, stranger, None, CONTEXT),
        lambda: asylum_certificate.draw(msgspec.structs.replace(state, registered_on=None), certificate, None, CONTEXT),
        lambda: slips.control_sheet(state, certificate, None, CONTEXT),
        lambda: slips.border_receipt(state, CONTEXT),
        lambda: slips.referral(state, msgspec.structs.replace(state.requests[0], to="nsc"), CONTEXT),
    ):
        with pytest.raises(Refusal) as error:
            wrong()
        assert error.value.rule == "paper.not_available"


@pytest.mark.parametrize("kind", ["extend", "refuse_extend", "deprive", "terminate"])
def test_a_decision_of_another_procedure_has_no_sheet_yet(kind: str) -> None:
    state = registered()
    taken = decision(state, kind)
    for draw in (
        lambda: letters.decision(state, taken, "kk", CONTEXT),
        lambda: letters.notice(state, taken, "person", "kk", CONTEXT, None),
    ):
        with pytest.raises(Refusal) as error:
            draw()
        assert error.value.rule == "paper.not_available"


def test_a_postponement_of_an_unregistered_case() -> None:
    postponed = ConsiderationPostponed(number="D-1", on=date(2026, 6, 15), until=date(2026, 7, 1), reason="x")
    with pytest.raises(Refusal):
        letters.postponement(CaseState(id="c"), postponed, "kk", CONTEXT)


def test_the_same_state_and_moment_draw_the_same_bytes() -> None:
    state = registered()
    refused = decision(state, "refuse")
    for draw in (
        lambda: asylum_certificate.draw(state, state.certificates[0], None, CONTEXT),
        lambda: letters.notice(state, refused, "iab", "ru", CONTEXT, None),
        lambda: slips.referral(state, state.requests[0], CONTEXT),
    ):
        assert draw() == draw()


def test_a_zone_that_cannot_be_written_is_left_out() -> None:
    (state,) = Desk("2026-06-15 10:00").register(applicant(adult("AHMADI", "FARID")))
    far = msgspec.structs.replace(state.certificates[0], number="C-ALA01-26-01-1234567-0")
    assert asylum_certificate.draw(state, far, None, CONTEXT).startswith(b"%PDF")
