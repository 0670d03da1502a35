"""A name is found in whatever script and spelling it is typed (g-26)."""

import time

import pytest

from app.domain.namekeys import MARK, fold, query_terms, romanise, search_tokens, skeletons


def found(query: str, *names: str) -> bool:
    """True when a person with these spellings stands in the answer, as the index decides it."""
    tokens = search_tokens(*names)
    return all(
        any(token.startswith(term.prefixes) for token in tokens if term.prefixes) or bool(set(term.exact) & set(tokens))
        for term in query_terms(query)
    )


MUHAMMAD = ("Мұхаммад Захир", "MUHAMMAD ZAHIR", "محمد ظاهر")
UZBEK = ("Gʻofur Oʻktamov", "GOFUR OKTAMOV")


@pytest.mark.parametrize("query", ["Muhammad Zahir", "захир мухамад", "ظاهر محمد", "Zah Muh"])
def test_g_26_a_person_is_found_by_several_words_in_any_order(query: str) -> None:
    assert found(query, *MUHAMMAD)


@pytest.mark.parametrize("spelling", MUHAMMAD)
@pytest.mark.parametrize(
    "query",
    ["Мухаммад", "Мұхаммад", "Muhammad", "Mohammed", "Mohammad", "Muxammad", "Mohamad", "محمد", "МҰХАММАД"],
)
def test_g_26_muhammad_is_found_by_every_spelling_in_every_script(query: str, spelling: str) -> None:
    assert found(query, spelling)


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("Євген", "Евгений"),
        ("Евгений", "Євген"),
        ("Yevgeny", "Євген"),
        ("Yevhen", "Євген"),
        ("Evgeni", "Евгений"),
        ("Gulalai", "GULALAI"),
        ("Гулалай", "GULALAI"),
        ("ګلالۍ", "GULALAI"),
        ("Ahmad", "Akhmad"),
        ("Хусейн", "Hussain"),
        ("Жамал", "Jamal"),
        ("Джамал", "جمال"),
        ("Nowruz", "نوروز"),
        ("Dawood", "داوود"),
        ("Қанат", "Kanat"),
        ("Qanat", "Канат"),
        ("Ramadan", "رمضان"),
        ("Рамазан", "رمضان"),
        ("Fatima", "فاطمه"),
        ("Шахин", "Şahin"),
        ("Гасан", "Hasan"),
        ("Yulia", "IULIIA"),
        ("Абдурахман", "Abdul Rahman"),
        ("Abdul Rahman", "Абдурахман"),
        ("Abdul Rahman", "RAHMAN ABDUL"),
        ("Abd al-Rahman", "عبدالرحمن"),
        ("عبد الرحمن", "Abdurrahman"),
        ("Абдулла", "عبدالله"),
        ("al-Rahmani", "Rahmani"),
        ("Rahmani", "Alrahmani"),
        ("Ahmad bin Salim", "Ahmad Salim"),
        ("Серік", "Серікұлы"),
        ("Serikuly", "Серікұлы"),
    ],
)
def test_a_name_is_found_across_scripts(query: str, name: str) -> None:
    assert found(query, name)


@pytest.mark.parametrize(
    "query", ["Gʻofur", "G'ofur", "Gofur", "Gʼofur", "Ғофур", "Oʻktamov", "O‘ktamov", "Oktamov", "o`ktam"]
)
def test_g_26_an_uzbek_name_is_found_with_and_without_its_apostrophe(query: str) -> None:
    assert found(query, UZBEK[0])
    assert found(query, UZBEK[1])


@pytest.mark.parametrize(
    "name", ["Khan", "Zhanar", "Chingiz", "Noor", "Akhmad", "Мұхаммад", "Pheroza", "محمد", "Жанар", "Yevgeny", "Thabit"]
)
def test_a_name_stays_found_while_it_is_being_typed(name: str) -> None:
    for length in range(1, len(name) + 1):
        assert found(name[:length], name), name[:length]


def test_other_names_are_not_found() -> None:
    assert not found("Muhammad", "Ахмад", "Karim")
    assert not found("محمد", "Самир")
    assert not found("z", "Rashid Karim")


def test_no_romanised_word_looks_like_a_skeleton_key() -> None:
    for word in ("Qanat", "Қанат", "قاسم", "Quddus", "Xan", "Wali"):
        assert not romanise(word).startswith(MARK)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Құралай", "куралай".replace("й", "и")),
        ("Ёлка", "елка"),
        ("Oʻgʻli  Müller", "ogli muller"),
        ("Әл-Фараби", "ал фараби"),
        ("مُحَمَّد", "محمد"),
        ("علي", "علی"),
        ("Є'їґ", "еиг"),
    ],
)
def test_folding_for_a_search_by_any_part(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(fold(text)) == folded


def test_a_skeleton_has_at_most_four_readings_and_vowels_have_none() -> None:
    assert skeletons("Ая") == ()
    assert all(len(skeletons(word)) <= 4 for word in ("وووثذضث", "Gjxcgjxc", "Гргоргг", "Thadhjan"))


def test_digits_and_empty_texts() -> None:
    assert search_tokens("", "  ") == ()
    assert query_terms("") == query_terms("- ,") == ()
    assert search_tokens("2026 22") == ("2026", "22")


def test_a_token_costs_less_than_50_microseconds() -> None:
    names = ["Мұхаммад", "Abdulrahman", "عبدالرحمن", "Yevgeny", "Сейтқалиев", "Жандарбекқызы"]
    fastest = min(_seconds(names) for _ in range(20)) / len(names)
    assert fastest < 150e-6, "three times the aim, for a busy machine"


def _seconds(names: list[str]) -> float:
    romanise.cache_clear()
    skeletons.cache_clear()
    started = time.perf_counter()
    for name in names:
        romanise(name)
        skeletons(name)
    return time.perf_counter() - started
