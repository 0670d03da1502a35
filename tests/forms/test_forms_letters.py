"""Decisions, notices, referrals, receipts, control and recovery sheets: what each of them must say."""

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
import zxingcpp

from forms import (
    border_receipt_2026,
    decision_2026,
    notice_2026,
    recovery_sheet_2026,
    referral_2026,
    refugee_control_sheet_2024,
)
from forms.boxes import Bilingual
from forms.dates import in_act, in_table
from forms.text import DoesNotFit

NON_REFOULEMENT = (
    "Пана іздеген адамдарды және босқындарды нәсілдік, діни сенім, ұлттық, азаматтық белгісі, белгілі бір әлеуметтік "
    "топқа жататындығы немесе саяси нанымы бойынша олардың өміріне немесе бостандығына қауіп төнген елдің шекарасына "
    "қайтаруға немесе елден шығарып жіберуге тыйым салынады."
)
LONG = " ".join(["Абдулрахмон"] * 25)


def test_dates_in_acts_and_tables():
    day = date(2026, 3, 5)
    assert (in_act(day, "kk"), in_act(day, "ru")) == ("«5» наурыз 2026 ж.", "«5» марта 2026 г.")
    assert (in_table(day), in_table("1986"), in_act("1986", "kk")) == ("05.03.2026", "1986", "1986")


@pytest.mark.parametrize(("language", "words"), [("kk", "үш ай ішінде"), ("ru", "в течение трёх месяцев")])
def test_a_decision_gives_reason_basis_and_appeal(make, see, language, words):
    text = see(decision_2026.draw(make["decision"](language))).text
    for wanted in (
        words,
        "1. Негіз / Основание (12-бап)",
        "Дәлел. Обоснование.",
        "№ M-ALA01-26-01-00003-2",
        "91",
        "92",
    ):
        assert wanted in text


def test_a_sheet_speaks_one_language(make, see):
    kk, ru = (see(decision_2026.draw(make["decision"](language, "grant"))).text for language in ("kk", "ru"))
    assert "ШЕШІМ" in kk and "РЕШЕНИЕ" not in kk
    assert "РЕШЕНИЕ" in ru and "ШЕШІМ" not in ru


def test_each_kind_of_decision_resolves_its_own_matter(make, see):
    texts = {kind: see(decision_2026.draw(make["decision"]("ru", kind))).text for kind in decision_2026.SUBJECTS}
    assert "присвоить ему статус беженца" in texts["grant"] and "бессрочно" not in texts["grant"]
    assert "«1» июня 2027 г." in texts["grant"]
    assert "с его согласия" in texts["grant_derivative"] and "20.05.2026" in texts["grant_derivative"]
    assert "Отказать заявителю" in texts["refuse"] and "удостоверение беженца выдаётся" not in texts["refuse"].lower()
    assert "отложить вынесение окончательного решения до «1» июня 2027 г." in texts["postpone"]


def test_a_long_reasoning_runs_on_to_further_pages(make, see):
    reasoning = " ".join(f"Сөйлем{n} дәлел." for n in range(1500))
    boxes = replace(make["decision"](), reasons=(decision_2026.Reason(ground="Негіз", reasoning=reasoning),))
    seen = see(decision_2026.draw(boxes))
    assert len(seen.pages) > 2
    assert all(f"Сөйлем{n}" in seen.text for n in range(1500))


def test_thirty_persons_are_all_named(make, see):
    boxes = make["decision"]()
    covered = tuple(replace(boxes.applicant, name=f"РАХИМИ Бала{n:02}") for n in range(30))
    text = see(decision_2026.draw(replace(boxes, covered=covered))).text
    assert all(f"Бала{n:02}" in text for n in range(30))


def test_a_refusal_notice_protects_before_it_asks_to_leave(make, see):
    text = see(notice_2026.draw(make["notice"]())).text
    assert NON_REFOULEMENT in text
    assert text.index("болуға құқылысыз") < text.index("бір ай ішінде өз еркімен")
    assert "Мәлімет үшін" in text and "«1» шілде 2026 ж." in text
    assert "Алғаны туралы қолхат" in text


def test_a_protected_day_is_named_when_known(make, see):
    boxes = replace(make["notice"]("ru"), stay_protected_until=date(2026, 9, 2))
    assert "не менее чем до «2» сентября 2026 г." in see(notice_2026.draw(boxes)).text


def test_without_persons_to_leave_there_is_no_departure_paragraph(make, see):
    text = see(notice_2026.draw(replace(make["notice"]("ru"), leaving=()))).text
    assert "добровольно" not in text


def test_a_grant_notice_names_the_five_days(make, see):
    text = see(notice_2026.draw(make["notice"]("kk", "grant"))).text
    assert "бес жұмыс күні ішінде (08.06.2026) беріледі" in text
    assert "тастап шығуға" not in text


@pytest.mark.parametrize("addressee", ["authorised_body", "internal_affairs"])
def test_a_notice_to_a_body_cites_the_article_and_gives_no_receipt(make, see, addressee):
    text = see(notice_2026.draw(make["notice"]("ru", "refuse", addressee))).text
    assert "пунктом 8 статьи 10" in text and "Расписка" not in text and "отказано в присвоении" in text
    assert notice_2026.BODIES[addressee]["ru"] in text


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("iab_stay", "учёт по месту пребывания"),
        ("fingerprints", "не требуется"),
        ("medical", "медицинские сведения не указываются"),
        ("guardian", "16-бабының 1-тармағына"),
    ],
)
def test_a_referral_says_why_and_brings_its_answer_part(make, see, kind, words):
    text = see(referral_2026.draw(make["referral"](kind))).text
    assert words in text and "возвращаемая часть" in text and text.count("№ L-ALA01-26-01-00018-3") == 2


def test_the_border_receipt_is_no_certificate_and_names_the_asylum_seeker(make, see):
    text = see(border_receipt_2026.draw(make["receipt"]())).text
    for words in ("КУӘЛІК ЕМЕС / НЕ СВИДЕТЕЛЬСТВО", "пана сұрады", "обратился за убежищем", "18-бап", "ст. 18 п. 2"):
        assert words in text


def test_the_control_sheet_leaves_a_line_for_an_unknown_blank(make, see):
    boxes = make["control_sheet"]()
    assert "AB 00077777" not in see(refugee_control_sheet_2024.draw(boxes)).text
    text = see(refugee_control_sheet_2024.draw(replace(boxes, blank_number="AB 00077777"))).text
    for words in ("AB 00077777", "AB 00012345", "01.06.2026", "01.06.2027", "шамамен 1986", "Подпись владельца"):
        assert words in text


@pytest.mark.parametrize("count", [0, 12, 30])
def test_the_control_sheet_holds_all_minors(make, see, count):
    rows = make["minors"](count)
    text = see(refugee_control_sheet_2024.draw(replace(make["control_sheet"](), minors=rows))).text
    assert all(minor.name in text for minor in rows)


def test_the_recovery_sheet_parts_its_halves_and_its_code_holds_the_whole(make, see):
    boxes = make["recovery"]()
    data = recovery_sheet_2026.draw(boxes)
    heights = {words.strip(): box[1] / 72 * 25.4 for words, box in see(data).pieces[0]}
    upper, lower = (297 - cut for cut in recovery_sheet_2026.CUTS)
    groups = boxes.key.split("-")
    assert all(heights[group] > upper for group in groups[:3])
    assert all(heights[group] < lower for group in groups[3:])
    picture = pypdfium2.PdfDocument(data)[0].render(scale=150 / 72).to_pil()
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == [boxes.key]


def test_a_recovery_key_of_another_length_is_refused_without_naming_it(make):
    with pytest.raises(ValueError, match="recovery key of 5 characters") as refused:
        recovery_sheet_2026.draw(replace(make["recovery"](), key="ABCDE"))
    assert "ABCDE" not in str(refused.value)


@pytest.mark.parametrize(
    ("name", "draw", "field"),
    [
        ("receipt", border_receipt_2026.draw, "name_kk"),
        ("control_sheet", refugee_control_sheet_2024.draw, "surname_kk"),
    ],
)
def test_a_name_of_300_characters_is_refused(make, name, draw, field):
    with pytest.raises(DoesNotFit):
        draw(replace(make[name](), **{field: LONG}))


def test_a_long_office_name_fits_every_letter(make, see):
    office = (
        "Солтүстік Қазақстан облысының еңбекті үйлестіру және әлеуметтік бағдарламалар басқармасы мемлекеттік мекемесі"
    )
    boxes = make["referral"]()
    text = see(referral_2026.draw(replace(boxes, issued_by=Bilingual(office, office)))).text
    assert office in text
