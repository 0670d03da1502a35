"""The limited child process in which a stranger's picture is decoded: bytes in on stdin, an answer out on stdout.

Nothing here touches the store or writes a file; who may send what lives in `photo`.
"""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from PIL import Image, ImageOps

READY = b"ready\n"
WIDTH_PX, HEIGHT_PX = 413, 531
"""35 x 45 mm at 300 dots per inch."""

LEAST_WIDTH_PX, LEAST_HEIGHT_PX = 200, 257
"""Below this a face of 35 x 45 mm is printed with fewer than 145 dots per inch."""

MOST_PIXELS = 50_000_000
QUALITY = 85
MEMORY_BYTES = 1 << 30
CPU_S = 10


class _NotUsableError(Exception):
    """A sound picture that cannot be a photo; the message is the end of the condition, the facts follow."""


def main() -> int:
    """Read a picture from stdin and write the photo, or why there is none, to stdout."""
    _limit()
    with _pipe(1, "wb") as out:
        out.write(READY)
        out.flush()
        with _pipe(0, "rb") as source:
            data = source.read()
        try:
            answer = b"ok\n" + photo(data)
        except _NotUsableError as reason:
            answer = str(reason).encode("ascii") + b"\n"
        out.write(answer)
    return 0


def photo(data: bytes) -> bytes:
    """The picture as a JPEG of 413 x 531 without metadata, upright, cut to 35:45 about its middle."""
    Image.MAX_IMAGE_PIXELS = None  # the limit below is stricter, and speaks before anything is decoded
    with Image.open(io.BytesIO(data), formats=("JPEG", "PNG")) as picture:
        width, height = picture.size
        if width * height > MOST_PIXELS:
            raise _NotUsableError(f"too_large {width} {height}")
        picture.draft("RGB", (3 * HEIGHT_PX, 3 * HEIGHT_PX))
        picture.load()
        upright = ImageOps.exif_transpose(_reduced(picture))
    plain = _on_white(upright)
    if plain.width < LEAST_WIDTH_PX or plain.height < LEAST_HEIGHT_PX:
        raise _NotUsableError(f"too_small {width} {height}")
    fitted = ImageOps.fit(plain, (WIDTH_PX, HEIGHT_PX), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    fitted.save(out, "JPEG", quality=QUALITY, optimize=True, dpi=(300, 300))
    return out.getvalue()


def _reduced(picture: Image.Image) -> Image.Image:
    """A smaller copy of a big picture, so that turning and mixing it stay within the memory limit."""
    factor = min(picture.size) // (2 * HEIGHT_PX)
    if factor < 2 or picture.mode.startswith("I"):
        return picture
    mixable = picture.convert("RGBA") if picture.mode in ("1", "P", "PA") else picture
    smaller = mixable.reduce(factor)
    smaller.info = dict(mixable.info)
    return smaller


def _on_white(picture: Image.Image) -> Image.Image:
    """The picture in RGB, what is transparent in white."""
    if picture.mode.startswith("I"):
        picture = picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        seen = picture.convert("RGBA")
        white = Image.new("RGBA", seen.size, (255, 255, 255, 255))
        return Image.alpha_composite(white, seen).convert("RGB")
    return picture.convert("RGB")


def _limit() -> None:
    """Bound memory, processor time and files of this process, where the system can."""
    if sys.platform == "win32":
        return
    import resource

    for kind, most in (
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_CPU, CPU_S),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (most, most))


@contextmanager
def _pipe(descriptor: int, mode: str) -> Iterator[IO[bytes]]:
    """A standard stream by its number: in a windowed program `sys.stdin` and `sys.stdout` are None."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.setmode(descriptor, os.O_BINARY)
    with os.fdopen(descriptor, mode, closefd=False) as stream:
        yield stream


if __name__ == "__main__":
    sys.exit(main())
