"""Draw the portraits of the demo office: flat figures, nobody's photo. Run by hand; the pictures are committed."""

import random
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter

OUT = Path(__file__).resolve().parents[1] / "resources" / "demo"
WIDTH, HEIGHT, SCALE = 413, 531, 3
SKIN = ((224, 182, 150), (205, 160, 128), (190, 142, 110), (231, 193, 163))
HAIR = ((38, 30, 28), (58, 42, 34), (88, 62, 44))
CLOTH = ((58, 78, 104), (92, 70, 84), (60, 92, 84), (72, 72, 80))


def draw(sex: str, number: int, seed: int) -> None:
    """Draw one portrait of 35 x 45 mm at 300 dpi."""
    pick = random.Random(seed)
    width, height, unit = WIDTH * SCALE, HEIGHT * SCALE, SCALE
    picture = Image.new("RGB", (width, height))
    pen = ImageDraw.Draw(picture)
    for y in range(height):
        grey = 214 - int(38 * y / height)
        pen.line([(0, y), (width, y)], fill=(grey, grey + 2, grey + 4))
    skin, hair, cloth = pick.choice(SKIN), pick.choice(HAIR), pick.choice(CLOTH)
    x = width // 2
    pen.ellipse([x - 206 * unit, height * 0.74, x + 206 * unit, height * 1.35], fill=cloth)
    neck = tuple(int(c * 0.9) for c in skin)
    pen.rounded_rectangle([x - 48 * unit, height * 0.58, x + 48 * unit, height * 0.80], radius=40 * unit, fill=neck)
    if sex == "female":
        pen.ellipse([x - 118 * unit, height * 0.17, x + 118 * unit, height * 0.72], fill=hair)
    pen.ellipse([x - 92 * unit, height * 0.22, x + 92 * unit, height * 0.66], fill=skin)
    pen.chord([x - 98 * unit, height * 0.17, x + 98 * unit, height * 0.50], 180, 360, fill=hair)
    pen.ellipse([x - 92 * unit, height * 0.30, x + 92 * unit, height * 0.66], fill=skin)
    soft = picture.filter(ImageFilter.GaussianBlur(2 * unit)).resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
    soft.save(OUT / f"portrait-{sex}-{number}.jpg", quality=82)


if __name__ == "__main__":
    for place, sex in enumerate(("female", "male")):
        for number in range(1, 4):
            draw(sex, number, place * 10 + number)
