"""The demo office: the stock of scenario g-01, made through the rules, whole and the same for the same seed."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
import sqlalchemy as sa

from app.base.errors import Refusal
from app.domain.deadlines import colour
from app.services import demo
from app.services.demo_people import People
from app.store import kdf, tables
from app.store.rebuild import rebuild, verify
from app.store.rows import cases
from app.store.store import Store, create
from tests.offices import at, dump, make_store, new_store

AS_OF = date(2026, 1, 1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = make_store(tmp_path / "s", purpose="demo")
    yield made
    made.close()


def shown(store: Store) -> list[tuple[object, ...]]:
    with store.reading() as connection:
        rows = cases.rows_by_id(connection, cases.list_ids(connection))
    return sorted((r.name_latin, r.birth, r.citizenship, r.status, r.registered_on, r.due_on, r.due_kind) for r in rows)


@pytest.mark.parametrize(("persons", "refugees"), [(480, 304), (1, 1), (2, 1), (100, 63), (100_000, 63_333)])
def test_g_01_the_share_of_refugees(persons: int, refugees: int) -> None:
    assert demo.split(persons) == (refugees, persons - refugees)


def test_g_01_304_refugees_and_176_pending_with_every_colour_and_a_whole_store(store: Store) -> None:
    assert demo.fill(store, as_of=AS_OF) == 480
    with store.reading() as connection:
        stock = cases.stock(connection, AS_OF)
        colours = {colour(row.deadline, AS_OF) for row in cases.due_rows(connection)}
    assert (stock.refugees, stock.pending, stock.total) == (304, 176, 480)
    assert colours == {"green", "amber", "orange", "red"}
    assert verify(store).problems == ()
    before = dump(store)
    rebuild(store)
    assert dump(store) == before


def test_the_same_seed_makes_the_same_people_and_another_seed_others(tmp_path: Path) -> None:
    found = []
    for place, seed in enumerate((7, 7, 8)):
        store = make_store(tmp_path / str(place), purpose="test")
        demo.fill(store, 40, seed=seed, as_of=AS_OF)
        found.append(shown(store))
        store.close()
    assert found[0] == found[1] != found[2]


def test_nothing_in_the_demo_lies_after_its_day(store: Store) -> None:
    demo.fill(store, 120, seed=3, as_of=AS_OF)
    with store.reading() as connection:
        later = cases.stock(connection, AS_OF + timedelta(days=400))
        assert cases.stock(connection, AS_OF) == later._replace(
            as_of=AS_OF, refugees=cases.stock(connection, AS_OF).refugees
        )
    assert all(row[4] <= AS_OF.isoformat() for row in shown(store))


def test_the_clock_of_the_store_is_put_back_and_progress_is_told(store: Store) -> None:
    store.set_clock(at("2026-06-15 10:00"))
    told: list[tuple[int, int]] = []
    demo.fill(store, 30, as_of=AS_OF, progress=lambda done, all_: told.append((done, all_)))
    assert store.clock.now() == at("2026-06-15 10:00")
    assert told[-1][0] == told[-1][1]


def test_a_demo_can_be_added_to(store: Store) -> None:
    demo.fill(store, 20, seed=1, as_of=AS_OF)
    demo.fill(store, 20, seed=2, as_of=AS_OF)
    with store.reading() as connection:
        assert len(cases.list_ids(connection)) == 40
    assert verify(store).problems == ()


@pytest.mark.parametrize(
    ("rule", "office", "persons"),
    [
        ("demo.not_region", {"kind": "border", "office": "ALO51"}, 10),
        ("demo.empty", {}, 0),
    ],
)
def test_a_demo_has_no_place_in_another_kind_of_office_and_is_never_empty(
    tmp_path: Path, rule: str, office: dict[str, str], persons: int
) -> None:
    store = make_store(tmp_path / "x", **office)  # type: ignore[arg-type]
    before = store.head
    with pytest.raises(Refusal) as error:
        demo.fill(store, persons)
    assert (error.value.rule, store.head) == (rule, before)
    store.close()


@pytest.mark.parametrize("size", range(1, 7))
def test_families_are_of_the_size_asked_for_and_no_child_is_made_twice(size: int) -> None:
    people, seen = People(5, "750000000", AS_OF), set()
    for _ in range(60):
        family = people.family(size, AS_OF)
        minors = [m for a in family for m in a.minors]
        assert len(family) + len(minors) == size
        for minor in minors:
            key = (minor.names.full("latin"), minor.birth.value)
            assert key not in seen
            seen.add(key)


def test_plans_end_on_the_day(store: Store) -> None:
    events = demo._plan(Random(1), 60, AS_OF)
    assert max(event.at.date() for event in events) <= AS_OF
    assert events == sorted(events, key=lambda e: (e.at, e.order))


def test_a_live_store_takes_no_invented_people(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    live = create(tmp_path / "live", new_store(purpose="live"), "тоғыз көлдің жағасы 9", kdf.FLOOR).store
    before = live.head
    with pytest.raises(Refusal) as error:
        demo.fill(live, 10)
    assert (error.value.rule, live.head) == ("demo.live_store", before)
    live.close()


def test_nothing_of_a_demo_for_today_happens_later_than_now(store: Store) -> None:
    now = at("2026-06-15 08:30")
    store.set_clock(now)
    demo.fill(store, 120, as_of=now.date())
    in_cases = tables.entry.c.r.in_(sa.select(tables.record.c.r))
    with store.reading() as connection:
        latest = connection.execute(sa.select(sa.func.max(tables.entry.c.t)).where(in_cases)).scalar_one()
    assert latest <= store.clock.now_ms() == int(now.timestamp() * 1000)


def test_the_clock_is_put_back_when_the_filling_is_cut_short(store: Store) -> None:
    def cut(_done: int, _all: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        demo.fill(store, 10, as_of=AS_OF, progress=cut)
    assert store.clock.standing is None
