"""What holds for every form: size, fonts, marks, repeatability, all inside the paper and nothing on another."""

import re
from dataclasses import replace

from forms.boxes import Sheet

MM = 72 / 25.4
CLEAR_OF_EDGE_MM = 4.0


def test_pages_have_the_size_of_the_form(sample, see):
    draw, boxes, size = sample
    assert set(see(draw(boxes)).sizes) == {size}


def test_same_boxes_give_the_same_bytes(sample):
    draw, boxes, _ = sample
    assert draw(boxes) == draw(boxes)


def test_every_font_is_embedded(sample):
    draw, boxes, _ = sample
    data = draw(boxes)
    assert data.count(b"/FontFile2") == len(re.findall(rb"/Type /FontDescriptor", data)) > 0
    assert b"/Helvetica" not in data


def test_text_stays_inside_the_paper(sample, see):
    draw, boxes, (width, height) = sample
    edge = CLEAR_OF_EDGE_MM * MM
    for page in see(draw(boxes)).pieces:
        for words, (left, bottom, right, top) in page:
            assert left >= edge and bottom >= edge, words
            assert right <= width * MM - edge and top <= height * MM - edge, words


def test_no_text_lies_on_another(sample, see):
    draw, boxes, _ = sample
    for page in see(draw(boxes)).pieces:
        solid = [(words, box) for words, box in page if words.strip()]
        for number, (words, box) in enumerate(solid):
            for others, other in solid[:number]:
                wide = min(box[2], other[2]) - max(box[0], other[0])
                high = min(box[3], other[3]) - max(box[1], other[1])
                least = min(box[3] - box[1], other[3] - other[1])
                assert not (wide > 0.5 and high > 0.2 * least), (words, others)


def test_the_foot_names_form_office_and_page_but_no_person(sample, see):
    draw, boxes, _ = sample
    seen = see(draw(boxes))
    for number, page in enumerate(seen.pages, start=1):
        assert "ALA01 · A-ALA01-26-01-00017-1" in page
        assert f"7F3A-91C2-0B5D · {number}/{len(seen.pages)}" in page
    described = " ".join(seen.metadata.values())
    assert seen.metadata["Title"]
    for personal in ("РАХИМИ", "RAHIMI", "860312499018", "7K3QF9"):
        assert personal not in described


def test_marks_lie_across_the_sheet_when_asked(sample, see):
    draw, boxes, _ = sample
    bare = see(draw(boxes)).text
    assert "ОБРАЗЕЦ" not in bare and "DEMO" not in bare
    sheet = replace(boxes.sheet, specimen=True, demo=True)
    for page in see(draw(replace(boxes, sheet=sheet))).pages:
        assert "ҮЛГІ / ОБРАЗЕЦ" in page
        assert page.count("DEMO / СЫНАҚ") == 2


def test_a_sheet_is_a_specimen_unless_said_otherwise():
    sheet = Sheet(office="A", number="B", program="1", control="C")
    assert sheet.specimen and not sheet.demo
