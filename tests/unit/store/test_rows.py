"""Lists, search and stock on a real store: every script's form of a name, every kind of number, every day."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.base.errors import Refusal
from app.domain.commands import (
    ArrivalData,
    CloseCase,
    DocumentData,
    IssueCertificate,
    LodgeAtBorder,
    RecordAnswer,
    TakeDecision,
    WithdrawApplication,
)
from app.domain.facts.values import BirthDocument, GroundChosen, Name, Names
from app.store.rows import cases
from app.store.store import Store
from tests.offices import adult, applicant, at, child, do, family_of_five, make_store, register, state_of

A12_01 = (GroundChosen(code="A12-01", reason="x"),)


def name(latin: str = "", kk: str = "", ru: str = "", native: str = "") -> Name:
    return Name(latin_mrz=latin.upper(), latin_viz=latin, kk_cyr=kk, ru_cyr=ru, native=native)


PEOPLE = {
    "zahir": Names(
        family=name("Muhammad", "Мұхаммад", "Мухаммад", "محمد"), given=name("Zahir", "Захир", "Захир", "ظاهر")
    ),
    "gulalai": Names(family=name("Gulalai", "Гүлалай", "Гулалай", "ګلالۍ")),
    "yevhen": Names(family=name("Koval", "Коваль", "Коваль"), given=name("Yevhen", "Євген", "Евгений")),
    "oybek": Names(family=name("Gʻaniyev", "Ғаниев", "Ганиев"), given=name("Oybek Oʻgʻli", "Ойбек", "Ойбек")),
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = make_store(tmp_path / "s")
    made.set_clock(at("2026-06-15 10:00"))
    yield made
    made.close()


@pytest.fixture(scope="module")
def four(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, dict[str, str]]]:
    """The four persons of scenario g-26."""
    made = make_store(tmp_path_factory.mktemp("four") / "s")
    made.set_clock(at("2026-06-15 10:00"))
    found = {
        key: register(made, applicant(adult(names=who, documents=(DocumentData(type="passport", number=f"N{n}00"),))))[
            0
        ]
        for n, (key, who) in enumerate(PEOPLE.items())
    }
    yield made, found
    made.close()


def search(store: Store, text: str) -> list[str]:
    with store.reading() as connection:
        rows = cases.rows_by_id(connection, cases.search_ids(connection, text))
    return [row.case for row in rows]


def find(store: Store, reference: str) -> str:
    with store.reading() as connection:
        return cases.find_case(connection, reference)


# -- search -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("zahir", "Мухаммад"), ("zahir", "Мұхаммад"), ("zahir", "MUHAMMAD ZAHIR"), ("zahir", "zahir muhammad"),
        ("zahir", "محمد"), ("zahir", "мухам"), ("zahir", "Захир"),
        ("gulalai", "GULALAI"), ("gulalai", "гулалай"), ("gulalai", "Гүлалай"), ("gulalai", "gulal"),
        ("yevhen", "Євген"), ("yevhen", "Евгений"), ("yevhen", "yevhen"), ("yevhen", "Коваль Евгений"),
        ("oybek", "Gʻaniyev"), ("oybek", "G'aniyev"), ("oybek", "Ganiyev"), ("oybek", "Ғаниев"), ("oybek", "oybek"),
    ],
)  # fmt: skip
def test_g_26_each_person_is_found_by_every_form_of_the_name(
    four: tuple[Store, dict[str, str]], key: str, typed: str
) -> None:
    store, known = four
    assert known[key] in search(store, typed)


def test_g_26_a_search_does_not_find_everybody(four: tuple[Store, dict[str, str]]) -> None:
    store, known = four
    assert search(store, "Gulalai") == [known["gulalai"]]
    assert search(store, "Петренко") == []


@pytest.mark.parametrize(
    "typed", ["", " ", '"', "' OR 1=1 --", "*", "(", "AND", "NOT a", 'a" OR "b', "-", "^x", "\x00"]
)
def test_whatever_is_typed_is_a_search_and_no_command(four: tuple[Store, dict[str, str]], typed: str) -> None:
    search(four[0], typed)


def test_any_text_can_be_searched_for(four: tuple[Store, dict[str, str]]) -> None:
    store, _ = four

    @given(st.text(max_size=40))
    @settings(suppress_health_check=[HealthCheck.too_slow])
    def holds(text: str) -> None:
        search(store, text)
        with store.reading() as connection:
            try:
                cases.find_case(connection, text)
            except Refusal as refusal:
                assert refusal.rule == "case.unknown"

    holds()


def test_a_minor_is_found_by_name_too(store: Store) -> None:
    (case,) = register(store, applicant(adult("KARIMI", "ALI"), minors=(child("ZAHRA"),)))
    assert search(store, "zahra") == [case]


# -- numbers ------------------------------------------------------------------------------------------------------


@pytest.fixture
def numbered(store: Store) -> tuple[Store, str, str]:
    documents = (
        DocumentData(type="passport", number="P 123 456", country="AFG"),
        DocumentData(type="id_card", series="КА", number="778899"),
    )
    minors = (child("ZAHRA", birth_document=BirthDocument(type="birth_certificate", number="BC-5511")),)
    case, other = register(
        store,
        applicant(adult(documents=documents, iin=""), minors=minors),
        applicant(adult("KARIMI", "MARYAM", documents=(DocumentData(type="passport", number="P123457"),))),
    )
    return store, case, other


def test_a_case_is_found_by_its_number_however_it_is_typed(numbered: tuple[Store, str, str]) -> None:
    store, case, other = numbered
    for known in (case, other):
        state = state_of(store, known)
        for number in (state.number, state.certificates[0].number):
            plain = number.replace("-", "")
            for typed in (
                number,
                plain,
                number.lower(),
                f"  {number} ",
                number.replace("-", " "),
                number.replace("-", "–"),
            ):
                assert find(store, typed) == known
            assert find(store, number.replace("A", "А").replace("C", "С")) == known
        assert find(store, known) == known
        assert search(store, state.number) == search(store, state.number.replace("-", "")) != []


@pytest.mark.parametrize(
    "typed", ["P123456", "p 123 456", "P-123-456", "778899", "KA778899", "КА 778899", "ка778899", "BC-5511", "bc5511"]
)
def test_a_case_is_found_by_the_number_of_a_document(numbered: tuple[Store, str, str], typed: str) -> None:
    store, case, _ = numbered
    assert find(store, typed) == case
    assert case in search(store, typed)


def test_a_beginning_that_leads_to_two_cases_finds_none(numbered: tuple[Store, str, str]) -> None:
    store, case, other = numbered
    assert find(store, "P123457") == other
    for typed in ("P12345", "A-ALA01-26-01-0000", "P1", "A", "", "nobody", "-", "19"):
        with pytest.raises(Refusal) as error:
            find(store, typed)
        assert error.value.rule == "case.unknown"
    assert find(store, state_of(store, case).number[:-2]) == case


def test_a_whole_number_wins_over_the_beginning_of_another(store: Store) -> None:
    short, long = (
        register(store, applicant(adult("NOORI", given, documents=(DocumentData(type="passport", number=number),))))[0]
        for given, number in (("ALI", "N77"), ("OMAR", "N771"))
    )
    assert (find(store, "N77"), find(store, "N771")) == (short, long)


def test_two_persons_of_two_cases_with_one_document_number_find_no_case(store: Store) -> None:
    same = (DocumentData(type="passport", number="N77"),)
    register(store, applicant(adult("NOORI", "ALI", documents=same), minors=(child("A"), child("B"), child("C"))))
    register(store, applicant(adult("NOORI", "OMAR", documents=same)))
    with pytest.raises(Refusal):
        find(store, "N77")


def test_a_border_case_is_found_by_its_receipt_and_later_by_both(tmp_path: Path, store: Store) -> None:
    border = make_store(tmp_path / "b", office="ALO51", kind="border")
    border.set_clock(at("2026-06-14 10:00"))
    (lodged,) = do(border, LodgeAtBorder(applicants=(applicant(),))).cases
    receipt = state_of(border, lodged).shown_number
    assert find(border, receipt.lower().replace("-", "")) == lodged
    (case,) = register(store, way="border", lodged_at_border=at("2026-06-14 10:00"), border_receipt=receipt)
    assert find(store, receipt) == find(store, state_of(store, case).number) == case
    border.close()


# -- lists --------------------------------------------------------------------------------------------------------


def test_every_person_is_a_row_and_every_order_holds_all_of_them(store: Store) -> None:
    do(store, family_of_five())
    register(store, applicant(adult("NOORI", "ALI"), arrival=ArrivalData(entered_on=date(2026, 1, 1))))
    with store.reading() as connection:
        for order in ("name", "number", "registered", "due", "status"):
            up = cases.list_ids(connection, order=order)  # type: ignore[arg-type]
            down = cases.list_ids(connection, order=order, descending=True)  # type: ignore[arg-type]
            assert len(up) == len(set(up)) == 6
            assert set(up) == set(down)
        applicants = cases.rows_by_id(connection, cases.list_ids(connection, cases.Filter(place="applicant")))
        late = [row.late for row in applicants]
        due = cases.list_ids(connection, cases.Filter(due_by=date(2026, 6, 18)))
        nothing = cases.list_ids(connection, cases.Filter(status="refugee"))
        assert cases.rows_by_id(connection, [*reversed(due), 7]) == cases.rows_by_id(connection, due)[::-1]
    assert (len(applicants), sum(late)) == (3, 1)
    assert (len(due) > 0, len(nothing)) == (True, 0)


def test_the_list_is_in_kazakh_order(store: Store) -> None:
    for kk in ("Әли", "Али", "Бек", "Ғани", "Гали", "Қасым", "Кәрім"):
        register(store, applicant(adult(names=Names(family=name(kk=kk)), documents=(), from_words=True)))
    with store.reading() as connection:
        rows = cases.rows_by_id(connection, cases.list_ids(connection, order="name"))
    assert [row.name_kk for row in rows] == ["Али", "Әли", "Бек", "Гали", "Ғани", "Кәрім", "Қасым"]


def test_due_rows_come_soonest_first_with_their_case(store: Store) -> None:
    do(store, family_of_five())
    with store.reading() as connection:
        rows = cases.due_rows(connection)
        soon = cases.due_rows(connection, by=date(2026, 6, 18))
        one = cases.due_rows(connection, limit=1)
    days = [row.deadline.due for row in rows]
    assert days == sorted(days)
    assert {row.deadline.kind for row in soon} == {"fingerprints"}
    assert len(one) == 1
    assert all(row.number.startswith("A-ALA01-26") for row in rows)


def test_the_timeline_tells_everything_in_order(store: Store) -> None:
    (case,) = register(store)
    do(store, RecordAnswer(case=case, to="fingerprints", result="done"))
    with store.reading() as connection:
        entries = cases.timeline(connection, case)
    assert (entries[0].kind, entries[-1].kind) == ("case.opened", "request.answered")
    assert [e.n for e in entries] == sorted(e.n for e in entries)
    assert all(e.fact is not None and e.user == "clerk" for e in entries)


def test_families_know_each_other_and_nobody_else(store: Store) -> None:
    first, second = do(store, family_of_five()).cases
    (alone,) = register(store, applicant(adult("NOORI", "ALI")))
    with store.reading() as connection:
        found = [cases.family_cases(connection, state_of(store, case)) for case in (first, second, alone)]
    assert found == [(second,), (first,), ()]


def test_an_unknown_case_is_refused(store: Store) -> None:
    with store.reading() as connection, pytest.raises(Refusal) as error:
        cases.case_state(connection, "nowhere")
    assert error.value.rule == "case.unknown"


# -- stock --------------------------------------------------------------------------------------------------------


def test_f_22_f_24_the_stock_is_of_its_day(store: Store) -> None:
    granted, refused, withdrawn, closed, pending = (
        register(store, applicant(adult("NOORI", given), minors=(child(given, family="NOORI"),)))[0]
        for given in ("ALI", "OMAR", "SAMIR", "NAVID", "TARIQ")
    )
    store.set_clock(at("2026-07-01 10:00"))
    do(store, RecordAnswer(case=granted, to="fingerprints", result="done"))
    do(store, TakeDecision(case=granted, kind="grant"))
    do(store, IssueCertificate(case=granted, kind="refugee"))
    do(store, TakeDecision(case=refused, kind="refuse", grounds=A12_01))
    do(store, WithdrawApplication(case=withdrawn))
    do(store, CloseCase(case=closed, code="DEP"))
    assert pending
    expected = {
        "2026-06-14": (0, 0, 0), "2026-06-15": (0, 10, 0), "2026-06-30": (0, 10, 0), "2026-07-01": (2, 2, 2),
        "2027-07-01": (2, 2, 2), "2027-07-02": (0, 2, 2),
    }  # fmt: skip
    with store.reading() as connection:
        for day, counts in expected.items():
            stock = cases.stock(connection, date.fromisoformat(day))
            assert (stock.refugees, stock.pending, stock.refused) == counts, day
        assert cases.count_by_status(connection) == {"refugee": 2, "refused": 2, "closed": 4, "asylum_seeker": 2}


def test_f_44_an_intention_is_counted_apart(tmp_path: Path) -> None:
    border = make_store(tmp_path / "b", office="ALO51", kind="border")
    border.set_clock(at("2026-03-03 01:00"))
    crossed = applicant(arrival=ArrivalData(entered_on=date(2026, 3, 2)))
    do(border, LodgeAtBorder(applicants=(crossed,)))
    with border.reading() as connection:
        stocks = [cases.stock(connection, date(2026, 3, day)) for day in (2, 3)]
    assert [(s.intentions, s.pending, s.total) for s in stocks] == [(0, 0, 0), (1, 0, 0)]
    border.close()
