"""The Latin spelling that is proposed for a Cyrillic name."""

import pytest

from app.domain.translit import latin


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Хилл", "Khill"),
        ("ХИЛЛ", "KHILL"),
        ("Щукин", "Shchukin"),
        ("Юлия", "Iuliia"),
        ("Подъячев", "Podieiachev"),
        ("Наталья Цой", "Natalia Tsoi"),
        ("Рахимова-Жукова", "Rakhimova-Zhukova"),
    ],
)
def test_russian_names_follow_doc_9303(name: str, expected: str) -> None:
    assert latin(name, "ru") == expected


def test_kazakh_letters_and_the_setting_for_q() -> None:
    assert latin("Әселғазы Қаңтөре Ұлжан Үміт Һарун Ілияс", "kk") == "Aselgazy Kantore Ulzhan Umit Harun Iliias"
    assert latin("Қанат", "kk", q="Q") == "Qanat"
    assert latin("ҚАНАТҚЫЗЫ", "kk", q="Q") == "QANATQYZY"


def test_ukrainian_names_have_letters_of_their_own() -> None:
    assert latin("Євген", "uk") == "Yevhen"
    assert latin("Юрій Їжак", "uk") == "Yurii Yizhak"
    assert latin("Ґалаґан Мар'яна", "uk") == "Galagan Mariana"
    assert latin("Григорій", "uk") == "Hryhorii"
    assert latin("Євген", "ru") == "Ievgen"


def test_what_is_not_cyrillic_stays() -> None:
    assert latin("MUHAMMAD محمد O'Neill", "kk") == "MUHAMMAD محمد O'Neill"
    assert latin("", "kk") == ""
