"""The holder's photo on a paper, or the dashed frame that waits for one. Pictures are checked elsewhere."""

from io import BytesIO
from typing import Final

from reportlab.lib.utils import ImageReader

from forms.fonts import SANS
from forms.paper import GREY, MM, TEAL, WASH, Paper

FRAME: Final = ("Сурет орны", "место для фотографии")


def photo(paper: Paper, x: float, y: float, width: float, height: float, jpeg: bytes | None) -> None:
    """Fill a frame with a JPEG, cropped evenly to the frame's shape; without one draw the dashed frame."""
    if jpeg is None:
        paper.box(x, y, width, height, ink=TEAL, fill=WASH, points=0.6, dash=2.4)
        paper.text(x + width / 2, y + height / 2 - 0.6, FRAME[0], SANS, 6, GREY, "centre")
        paper.text(x + width / 2, y + height / 2 + 2.2, FRAME[1], SANS, 5.4, GREY, "centre")
        return
    picture = ImageReader(BytesIO(jpeg))
    across, down = picture.getSize()
    scale = max(width / across, height / down)
    wide, high = across * scale, down * scale
    canvas = paper.canvas
    canvas.saveState()
    clip = canvas.beginPath()
    clip.rect(x * MM, paper.y(y + height), width * MM, height * MM)
    canvas.clipPath(clip, stroke=0, fill=0)
    left, floor = x + (width - wide) / 2, y + height + (high - height) / 2
    canvas.drawImage(picture, left * MM, paper.y(floor), wide * MM, high * MM)
    canvas.restoreState()
    paper.box(x, y, width, height, ink=TEAL, points=0.6)
