"""A picture file becomes the photo of a file or a certificate: checked here, decoded only in a limited child process.

The decoding itself is `child`; keeping the bytes is the store's.
"""

import subprocess
import sys
from dataclasses import dataclass

from app.base import resources
from app.base.errors import Trouble

SWITCH = "--imaging-child"
"""Hidden argument by which a built program starts itself as the child; `app/__main__.py` then calls `child.main`."""

MOST_BYTES = 40_000_000

WIDTH_PX, HEIGHT_PX = 413, 531

_JPEG = b"\xff\xd8\xff"
_PNG = b"\x89PNG\r\n\x1a\n"
_READY = b"ready\n"
_NO_WINDOW = 0x08000000 if sys.platform == "win32" else 0
"""CREATE_NO_WINDOW: no console flashes up on Windows."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo as papers carry it: a JPEG of 35 x 45 mm without metadata."""

    jpeg: bytes
    width: int
    height: int


def prepare_photo(data: bytes, *, timeout_s: float = 10) -> Photo:
    """Turn a JPEG or PNG file into a photo of 413 x 531, upright and cut to 35:45 about its middle.

    *Trouble*: photo.not_a_picture, photo.file_too_large, photo.too_large, photo.too_small, photo.damaged,
    photo.no_checker.
    """
    if not data.startswith((_JPEG, _PNG)):
        raise Trouble("photo.not_a_picture")
    if len(data) > MOST_BYTES:
        raise Trouble("photo.file_too_large", limit=MOST_BYTES // 1_000_000)
    head, _, body = _ask_child(data, timeout_s).partition(b"\n")
    match head.decode("ascii", "replace").split():
        case ["ok"] if body.startswith(_JPEG):
            return Photo(body, WIDTH_PX, HEIGHT_PX)
        case ["too_large", width, height]:
            raise Trouble("photo.too_large", width=int(width), height=int(height))
        case ["too_small", width, height]:
            raise Trouble("photo.too_small", width=int(width), height=int(height))
    raise Trouble("photo.damaged")


def command() -> list[str]:
    """How the child is started: this program again when built, the module when run from source."""
    if getattr(sys, "frozen", False):
        return [sys.executable, SWITCH]
    return [sys.executable, "-m", "app.imaging.child"]


def _ask_child(data: bytes, timeout_s: float) -> bytes:
    """The child's answer; empty when it was stopped by a limit or fell over the picture."""
    try:
        done = subprocess.run(
            command(),
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=timeout_s,
            cwd=resources.root(),
            creationflags=_NO_WINDOW,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return b""
    except OSError as error:
        raise Trouble("photo.no_checker") from error
    if not done.stdout.startswith(_READY):
        raise Trouble("photo.no_checker")
    return done.stdout[len(_READY) :] if done.returncode == 0 else b""
