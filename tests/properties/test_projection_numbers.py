"""Numbers in the projections: however typed they give one code, and counters only ever rise."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.domain import facts as f
from app.domain import numbers
from app.store.projections import code, note_numbers, row_id

OFFICES = st.sampled_from(("ALA01", "AST01", "QAR02", "CEN00"))
MADE = st.builds(
    numbers.make,
    st.sampled_from(numbers.LETTERS),
    OFFICES,
    st.integers(20, 60),
    st.integers(1, 99),
    st.integers(1, 250_000),
)
CYRILLIC = str.maketrans("ABCEHKMOPTX", "АВСЕНКМОРТХ")


@given(MADE, st.sampled_from(("-", "", " ", "–", "/", ".")))
def test_a_number_has_one_code_however_it_is_typed(number: str, dash: str) -> None:
    typed = number.replace("-", dash)
    assert code(typed) == code(typed.lower()) == code(typed.translate(CYRILLIC)) == code(number)
    assert code(number).isalnum()


@given(MADE, MADE)
def test_two_numbers_have_two_codes(first: str, second: str) -> None:
    assert (code(first) == code(second)) == (first == second)


@given(st.lists(MADE, max_size=30), st.lists(st.text(max_size=12), max_size=5))
def test_the_highest_counter_is_kept_in_any_order_and_foreign_numbers_are_passed_over(
    used: list[str], foreign: list[str]
) -> None:
    forwards: dict[tuple[str, int, int, str], int] = {}
    backwards: dict[tuple[str, int, int, str], int] = {}
    facts = [
        f.case.ApplicationRegistered(number=number, registered_on=date(2026, 1, 1)) for number in (*used, *foreign)
    ]
    for fact in facts:
        note_numbers(forwards, fact)
    for fact in reversed(facts):
        note_numbers(backwards, fact)
    assert forwards == backwards
    for number in used:
        parsed = numbers.parse(number)
        assert forwards[(parsed.letter, parsed.year, parsed.workstation, parsed.office)] >= parsed.counter


@given(st.sets(st.tuples(st.uuids(), st.uuids()), max_size=50))
def test_rows_of_different_persons_have_different_ids_that_fit_a_column(pairs: set[tuple[object, object]]) -> None:
    ids = {row_id(str(case), str(person)) for case, person in pairs}
    assert len(ids) == len(pairs)
    assert all(0 <= row < 1 << 63 for row in ids)
