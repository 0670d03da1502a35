"""What the law asks of the words on papers: no removal without the ban on return, one language on one letterhead."""

from dataclasses import replace
from datetime import date

import pytest

from app.services import papers
from forms import decision_2026, notice_2026
from forms.notice_words import DEPARTURE, NON_REFOULEMENT, SUBJECT

ENDS = {"refuse", "refuse_extend", "deprive", "terminate"}
KINDS = [kind for kind in SUBJECT if kind in ENDS]
REMOVES = {"kk": ("мәжбүрлеп шығар",), "ru": ("принудительно выдвор", "подлежит выдворению")}


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("kind", KINDS)
def test_L_4_6_L_18_2_leaving_is_never_spoken_of_without_the_ban_on_return(make, see, kind, language):
    """L-4.6, L-18.2: the sentence of the Law stands on every notice with a departure; nothing orders a removal."""
    for protected in (None, date(2026, 9, 2)):
        boxes = replace(make["notice"](language, kind), leaving=("А",), stay_protected_until=protected)
        text = see(notice_2026.draw(boxes)).text
        assert DEPARTURE[language].format(names="А") in text
        assert NON_REFOULEMENT[language] in text
        assert not any(word in text.lower() for word in REMOVES[language])


@pytest.mark.parametrize("form", sorted(papers.FORMS))
def test_X_letters_a_letter_has_a_kazakh_and_a_russian_sheet_and_no_bilingual_one(form):
    assert papers.languages(form) == (("kk", "ru") if form in papers.LETTERS else ("kk-ru",))


def test_X_letters_a_sheet_has_the_letterhead_of_its_language_alone(make, see):
    kazakh, russian = (see(decision_2026.draw(make["decision"](language))).text for language in ("kk", "ru"))
    assert make["decision"]("ru").letterhead.office not in kazakh
    assert make["decision"]("kk").letterhead.office not in russian
