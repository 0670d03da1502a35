"""The waiting time after wrong passphrases; it survives a restart of the program.

It slows a person at the keyboard. Against somebody who carries the folder away only the cost of a guess helps.
"""

import contextlib
import json
from pathlib import Path

from app.base.clock import Clock
from app.base.errors import Trouble
from app.store import places

NAME = "tries.json"
FREE = 3
_FIRST_SECONDS, _MOST_SECONDS = 5, 60


def waiting_seconds(failures: int) -> int:
    """The pause after this many wrong tries in a row: none after three, then 5, 10, 20, 40, and 60 at most."""
    if failures <= FREE:
        return 0
    return min(_FIRST_SECONDS << min(failures - FREE - 1, 8), _MOST_SECONDS)


def check(folder: Path, clock: Clock) -> None:
    """Say whether a try is allowed now.

    Trouble: store.wait with the seconds that are left.
    """
    failures, earliest = _read(folder)
    if failures <= FREE:
        return
    left = min(earliest - clock.now_ms(), waiting_seconds(failures) * 1000)  # a clock set back never locks for long
    if left > 0:
        raise Trouble("store.wait", seconds=-(-left // 1000))


def failed(folder: Path, clock: Clock) -> None:
    """Count a wrong try; where nothing can be written, the try is refused all the same."""
    failures = _read(folder)[0] + 1
    earliest = clock.now_ms() + waiting_seconds(failures) * 1000
    with contextlib.suppress(Trouble):
        places.write_durably(folder / NAME, json.dumps({"earliest": earliest, "failures": failures}).encode())


def succeeded(folder: Path) -> None:
    """Forget the wrong tries."""
    with contextlib.suppress(OSError):
        (folder / NAME).unlink(missing_ok=True)


def _read(folder: Path) -> tuple[int, int]:
    path = folder / NAME
    if not path.exists():
        return 0, 0
    try:
        document = json.loads(path.read_bytes())
        return max(0, int(document["failures"])), int(document["earliest"])
    except (OSError, ValueError, KeyError, TypeError):
        return 0, 0
