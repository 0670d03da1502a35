"""A picture file becomes a photo, or gets the condition that names its fault; nothing is left behind."""

import io
import random
import sys
import zlib

import pytest
from PIL import Image

from app.base import resources
from app.base.errors import Trouble
from app.imaging import photo
from app.imaging.photo import SWITCH, command, prepare_photo


def encoded(picture: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def png_of_size(width: int, height: int) -> bytes:
    """A PNG that declares a size it does not hold, as small as an attack would be."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")

    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x02\x00\x00\x00"
    return photo._PNG + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")


def test_a_photo_is_cut_to_35_by_45_about_its_middle_and_scaled() -> None:
    wide = Image.new("RGB", (1400, 900), "red")
    wide.paste("blue", (350, 0, 1050, 900))
    done = prepare_photo(encoded(wide))
    picture = opened(done.jpeg)
    assert picture.format == "JPEG"
    assert picture.size == (done.width, done.height) == (413, 531)
    for corner in ((2, 2), (410, 2), (2, 528), (410, 528)):
        red, _, blue = picture.getpixel(corner)
        assert blue > 200 > 60 > red


def test_orientation_is_honoured_and_metadata_are_gone() -> None:
    lying = Image.new("RGB", (1062, 826), "white")
    lying.paste("black", (0, 0, 531, 826))
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "maker of the camera"
    done = opened(prepare_photo(encoded(lying, exif=exif)).jpeg)
    assert done.getpixel((200, 20)) < (40, 40, 40)
    assert done.getpixel((200, 510)) > (215, 215, 215)
    assert not done.getexif()
    assert b"maker" not in prepare_photo(encoded(lying, exif=exif)).jpeg


@pytest.mark.parametrize("size", [(6900, 7200), (4300, 11000)])
def test_a_big_photo_within_the_limit_is_done_and_still_upright(size: tuple[int, int]) -> None:
    exif = Image.Exif()
    exif[0x0112] = 3
    big = Image.new("RGB", size, "white")
    big.paste("black", (0, 0, size[0], size[1] // 2))
    done = opened(prepare_photo(encoded(big, exif=exif)).jpeg)
    assert done.getpixel((200, 20)) > (215, 215, 215)
    assert done.getpixel((200, 510)) < (40, 40, 40)


@pytest.mark.parametrize("mode", ["L", "LA", "RGBA", "P", "1", "I;16"])
def test_every_kind_of_png_becomes_a_colour_jpeg(mode: str) -> None:
    done = opened(prepare_photo(encoded(Image.new(mode, (500, 700)), "PNG")).jpeg)
    assert done.mode == "RGB"


@pytest.mark.parametrize("mode", ["P", "1", "RGBA", "LA", "I;16"])
def test_the_biggest_png_of_every_kind_stays_within_the_limits_of_the_child(mode: str) -> None:
    data = encoded(Image.new(mode, (7000, 7100)), "PNG", **({"transparency": 3} if mode == "P" else {}))
    assert opened(prepare_photo(data).jpeg).size == (413, 531)


def test_a_cmyk_jpeg_becomes_a_colour_jpeg() -> None:
    assert opened(prepare_photo(encoded(Image.new("CMYK", (500, 700)))).jpeg).mode == "RGB"


def test_what_is_transparent_becomes_white() -> None:
    done = opened(prepare_photo(encoded(Image.new("RGBA", (500, 700), (0, 0, 0, 0)), "PNG")).jpeg)
    assert done.getpixel((200, 200)) > (250, 250, 250)


@pytest.mark.parametrize(
    ("data", "condition"),
    [
        (b"", "photo.not_a_picture"),
        (b"%PDF-1.7\n", "photo.not_a_picture"),
        (b"GIF89a" + bytes(100), "photo.not_a_picture"),
        ("фото.jpg".encode(), "photo.not_a_picture"),
        (b"\xff\xd8\xff" + bytes(500), "photo.damaged"),
        (b"\x89PNG\r\n\x1a\n" + bytes(500), "photo.damaged"),
        (png_of_size(20_000, 20_000), "photo.too_large"),
        (png_of_size(1_000, 1_000), "photo.damaged"),
        (png_of_size(0, 10), "photo.damaged"),
        (b"\xff\xd8\xff" + bytes(photo.MOST_BYTES), "photo.file_too_large"),
    ],
)
def test_a_file_that_is_no_photo_gets_its_condition(data: bytes, condition: str) -> None:
    with pytest.raises(Trouble) as caught:
        prepare_photo(data)
    assert caught.value.condition == condition


def test_a_real_picture_of_20000_by_20000_is_refused_before_decoding() -> None:
    data = encoded(Image.new("1", (20_000, 20_000)), "PNG")
    with pytest.raises(Trouble) as caught:
        prepare_photo(data)
    assert caught.value.condition == "photo.too_large"
    assert caught.value.facts["width"] == 20_000


def test_a_small_picture_is_refused_with_its_size() -> None:
    with pytest.raises(Trouble) as caught:
        prepare_photo(encoded(Image.new("RGB", (120, 160))))
    assert caught.value.condition == "photo.too_small"
    assert (caught.value.facts["width"], caught.value.facts["height"]) == (120, 160)


def test_a_truncated_photo_is_damaged() -> None:
    noise = Image.frombytes("RGB", (600, 800), random.Random(7).randbytes(600 * 800 * 3))
    with pytest.raises(Trouble) as caught:
        prepare_photo(encoded(noise)[:40_000])
    assert caught.value.condition == "photo.damaged"


def test_a_child_that_takes_too_long_is_stopped() -> None:
    with pytest.raises(Trouble) as caught:
        prepare_photo(encoded(Image.new("RGB", (600, 800))), timeout_s=0.001)
    assert caught.value.condition in ("photo.damaged", "photo.no_checker")


def test_the_child_decodes_under_limits() -> None:
    import subprocess

    asked = "import resource as r; from app.imaging import child; child._limit(); print(r.getrlimit(r.RLIMIT_AS)[1])"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, cwd=resources.root(), check=True)
    assert int(done.stdout) == 1 << 30


def test_a_built_program_starts_itself_as_the_child(monkeypatch: pytest.MonkeyPatch) -> None:
    assert command()[1:] == ["-m", "app.imaging.child"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command() == [sys.executable, SWITCH]
