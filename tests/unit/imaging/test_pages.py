"""Pages of a paper as pixels."""

import io

import pytest
from PIL import Image

from app.base.errors import Trouble
from app.imaging.pages import page_count, render_pdf


def paper(*colours: str) -> bytes:
    pages = [Image.new("RGB", (100, 200), colour) for colour in colours]
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=72)
    return out.getvalue()


def test_pages_are_counted_and_each_is_drawn_in_its_own_colours() -> None:
    data = paper("red", "blue")
    assert page_count(data) == 2
    for page, channel in ((0, 0), (1, 2)):
        width, height, pixels = render_pdf(data, page, 144)
        assert (width, height) == (200, 400)
        assert len(pixels) == width * height * 3
        middle = pixels[(height // 2 * width + width // 2) * 3 :][:3]
        assert middle[channel] > 240
        assert sum(middle) < 300


def test_an_odd_width_has_no_padding() -> None:
    width, height, pixels = render_pdf(paper("white"), 0, 73)
    assert len(pixels) == width * height * 3


def test_a_damaged_paper_has_its_condition() -> None:
    with pytest.raises(Trouble) as caught:
        page_count(b"%PDF-1.7\nnothing")
    assert caught.value.condition == "paper.damaged"
