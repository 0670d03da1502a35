"""The asylum-seeker certificate: what it says, how many minors it holds, and what it refuses."""

import re
from dataclasses import replace

import pypdfium2
import pytest
import zxingcpp

from forms import asylum_certificate_2026, fonts
from forms.asylum_certificate_2026 import draw
from forms.boxes import BilingualOfficial
from forms.text import CannotBeDrawn, DoesNotFit

LONG = " ".join(["Абдулрахмон"] * 25)


def test_every_box_can_be_read_back(make, see):
    text = see(draw(make["certificate"]())).text
    for words in (
        "ПАНА ІЗДЕГЕН АДАМНЫҢ КУӘЛІГІ",
        "Свидетельство лица, ищущего убежище",
        "№ C-ALA01-26-01-00023-4",
        "РАХИМИ",
        "Ғұлам Хәйдар Әңіөүһ",
        "GHULAM HAIDER",
        "12.03.1986",
        "ер / муж.",
        "Ауғанстан / Афганистан",
        "паспорт P 01234567",
        "860312499018",
        "№ A-ALA01-26-01-00017-1, 05.03.2026",
        "05.06.2026",
        "Алматы қаласы Жұмыспен қамту және әлеуметтік бағдарламалар басқармасы",
        "Управление занятости и социальных программ города Алматы",
        "Қ. Сәрсенбай",
        "М.О. / М.П.",
        "шағымдану мерзімдерін қоса алғанда",
        "включая сроки обжалования",
        "жіберілді / направлен(а), 05.03.2026",
        "IAKAZRAHIMI<<GHULAM<HAIDER<<<<<<<<<<",
    ):
        assert words in text, words


def test_without_a_document_the_data_are_from_the_persons_words(make, see):
    text = see(draw(replace(make["certificate"](), document=""))).text
    assert "деректер өз сөзінен жазылды / данные записаны со слов" in text


def test_without_a_photo_a_frame_waits_for_one(make, see):
    seen = see(draw(replace(make["certificate"](), photo=None)))
    assert "Сурет орны место для фотографии" in seen.text
    assert b"/DCTDecode" not in seen.data


def test_the_photo_goes_in_as_the_jpeg_it_is(make):
    boxes = make["certificate"]()
    assert boxes.photo in draw(boxes)


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (5, 1), (6, 1), (12, 1), (30, 2), (60, 3)])
def test_no_minor_is_lost(make, see, count, pages):
    rows = make["minors"](count)
    seen = see(draw(replace(make["certificate"](), minors=rows)))
    assert len(seen.pages) == pages
    for minor in rows:
        assert re.search(rf"{minor.name}(?!\d)", seen.text)
    assert ("енгізілген жоқ / не внесены" in seen.text) == (count == 0)
    assert ("есть продолжение" in seen.pages[0]) == (pages > 1)
    for page in seen.pages:
        assert "№ C-ALA01-26-01-00023-4" in page
        assert "Қ. Сәрсенбай" in page


def test_twelve_minors_with_names_of_two_lines_are_all_there(make, see):
    rows = tuple(replace(m, name=f"Абдулрахмонзода Мухаммадхусайн Абдулкаримович {m.name}") for m in make["minors"](12))
    seen = see(draw(replace(make["certificate"](), minors=rows)))
    assert seen.text.count("Абдулрахмонзода") == 12


@pytest.mark.parametrize("field", ["surname_kk", "given_latin", "patronymic_kk", "document", "native"])
def test_a_name_of_300_characters_is_refused_by_its_box(make, field):
    latin = LONG if field != "given_latin" else " ".join(["ABDULRAHMON"] * 25)
    with pytest.raises(DoesNotFit) as refused:
        draw(replace(make["certificate"](), **{field: latin}))
    assert refused.value.field == field


def test_a_long_name_shrinks_and_wraps(make, see):
    name = "Абдулрахмонзода Мухаммадхусайн Абдулкаримович Шамсиддин"
    assert name in see(draw(replace(make["certificate"](), surname_kk=name))).text


def test_one_endless_word_is_refused(make):
    with pytest.raises(DoesNotFit):
        draw(replace(make["certificate"](), given_kk="Ә" * 300))


def test_letters_without_a_shape_are_refused_and_named(make):
    with pytest.raises(CannotBeDrawn) as refused:
        draw(replace(make["certificate"](), surname_kk="РАХИМИ 李"))
    assert (refused.value.field, refused.value.characters) == ("surname_kk", "李")


def test_an_arabic_name_is_shaped_and_stands_flush_right(make, see):
    boxes = make["certificate"]()
    with_name, without = see(draw(boxes)), see(draw(replace(boxes, native="")))
    arabic = [
        box for words, box in with_name.pieces[0] if re.search("[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff]", words)
    ]
    assert arabic and max(box[2] for box in arabic) == pytest.approx(134 / 25.4 * 72, abs=2)
    assert b"NotoNaskhArabic" in with_name.data and b"NotoNaskhArabic" not in without.data


def test_shaping_joins_letters(make, see):
    """The joined word is narrower than its letters one by one."""
    from reportlab.pdfbase.pdfmetrics import stringWidth
    from reportlab.pdfbase.ttfonts import shapeStr

    shaped = shapeStr("حیدر", fonts.NASKH, 10)
    assert sum(q.x_advance for q in shaped.__shapeData__) / 100 < stringWidth("حیدر", fonts.NASKH, 10)


@pytest.mark.parametrize("dpi", [150, 300])
def test_the_qr_code_reads_from_a_rendering(make, dpi):
    boxes = make["certificate"]()
    picture = pypdfium2.PdfDocument(draw(boxes))[0].render(scale=dpi / 72).to_pil()
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == [boxes.qr]


def test_a_qr_payload_beyond_all_versions_is_refused(make):
    with pytest.raises(DoesNotFit) as refused:
        draw(replace(make["certificate"](), qr="x" * 5000))
    assert refused.value.field == "qr"


def test_the_mrz_is_left_out_or_has_two_lines_of_36(make, see):
    boxes = make["certificate"]()
    assert "<<" not in see(draw(replace(boxes, mrz=None))).text
    with pytest.raises(ValueError, match="mrz line 2: 5 characters"):
        draw(replace(boxes, mrz=(boxes.mrz[0], "SHORT")))


def test_the_mrz_is_set_at_ten_characters_to_the_inch(make, see):
    boxes = make["certificate"]()
    line = next(box for words, box in see(draw(boxes)).pieces[0] if words.startswith("IAKAZ"))
    assert (line[2] - line[0]) / 72 == pytest.approx(3.6, abs=0.06)


@pytest.mark.parametrize("choice", ["", "done", "not_required"])
def test_every_fingerprint_state_draws(make, see, choice):
    seen = see(draw(replace(make["certificate"](), fingerprints=choice, fingerprints_on="")))
    assert "талап етілмейді / не требуется" in seen.text


def test_a_birth_date_of_a_year_only_is_printed_as_it_stands(make, see):
    assert (
        "шамамен 1986 / около 1986" in see(draw(replace(make["certificate"](), born="шамамен 1986 / около 1986"))).text
    )


def test_the_replaced_certificate_is_named(make, see):
    assert "C-ALA01-26-01-00011-9" in see(draw(replace(make["certificate"](), replaces="C-ALA01-26-01-00011-9"))).text


def test_an_official_with_a_long_post_fits(make, see):
    post = asylum_certificate_2026.Bilingual(
        "Босқындармен жұмыс бөлімінің басшысы", "Руководитель отдела по работе с беженцами"
    )
    official = BilingualOfficial(name="Қ. Сәрсенбай-Нұрмұхаммедова", post=post)
    assert "Нұрмұхаммедова" in see(draw(replace(make["certificate"](), official=official))).text
