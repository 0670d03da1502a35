"""Lists stand in the order of the Kazakh alphabet."""

import random

import pytest

from app.domain.collation import ALPHABET, sort_key


def test_the_alphabet_is_complete_and_in_order() -> None:
    assert len(ALPHABET) == 42
    assert sorted(random.Random(3).sample(ALPHABET, 42), key=sort_key) == list(ALPHABET)
    assert sorted(ALPHABET[::-1].upper(), key=sort_key) == list(ALPHABET.upper())


def test_names_stand_as_in_a_kazakh_list() -> None:
    ordered = [
        "12 үй",
        "Ahmad",
        "Zahir",
        "Абай",
        "Абай Құнанбайұлы",
        "Абайұлы",
        "Әлия",
        "Болат",
        "Ғалым",
        "Елена",
        "Євген",
        "Ёлкин",
        "Жанар",
        "Қанат",
        "Лола",
        "Нұр",
        "Ңа",
        "Олжас",
        "Өмір",
        "Уали",
        "Ұлан",
        "Үміт",
        "Фарид",
        "Хамза",
        "Һарун",
        "Ыбырай",
        "Ілияс",
        "Эмин",
        "Яна",
        "محمد",
    ]
    shuffled = random.Random(5).sample(ordered, len(ordered))
    assert sorted(shuffled, key=sort_key) == ordered


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ӘЛИЯ", "әлия"),
        ("Müller", "muller"),
        ("oʻgʻli", "ogli"),
        ("Әл-Фараби", "әл фараби"),
        ("и\u0306", "й"),
        ("Ilı", "ili"),
    ],
)
def test_capitals_marks_and_apostrophes_make_no_difference(one: str, other: str) -> None:
    assert sort_key(one) == sort_key(other)


def test_keys_are_ascii() -> None:
    assert all(sort_key(text).isascii() for text in ("Қызылорда", "محمد", "李", "😀", "ß", ""))
