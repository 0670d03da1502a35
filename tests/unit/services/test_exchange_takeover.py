"""A certified but hostile office may only extend its own chain: it cannot take another office's case at the centre."""

from pathlib import Path

import pytest

from app.domain import facts as f
from app.services import exchange
from app.store.rebuild import rebuild, verify
from app.store.rows import cases
from app.store.store import Store
from tests.unit.services.exchange_offices import World, clerk, register, world


def forge(other: Store, case: str) -> None:
    """Another office writes a closing on a case it never opened; its own program would refuse, so past `record`."""
    with other.unit(clerk(other)) as uow:
        uow._append(case, f.case.CaseClosed(code="ERR", on=other.clock.today()), None)
        uow._states.clear()
        uow.commit()


@pytest.mark.parametrize("first", ["office", "other"])
def test_a_closing_by_a_stranger_changes_nothing(tmp_path: Path, first: str) -> None:
    with world(tmp_path) as w:
        case = register(w.office)[0]
        forge(w.other, case)
        order = ("office", "other") if first == "office" else ("other", "office")
        for name in order:
            send(w, name)
        with w.centre.reading() as connection:
            state = cases.case_state(connection, case)
        assert state.holder == "ALA01-S1"
        assert state.is_open
        assert state.number.startswith("A-ALA01")
        assert verify(w.centre).problems == ()
        rebuild(w.centre)
        with w.centre.reading() as connection:
            assert cases.case_state(connection, case) == state


def send(w: World, name: str) -> None:
    sender: Store = getattr(w, name)
    stick = w.stick.parent / f"stick-{name}"
    stick.mkdir()
    exchange.export(sender, clerk(sender), stick)
    exchange.import_bundles(w.centre, clerk(w.centre), stick)
