"""The anchor `aka1`: where the chain of this store stood, kept on this computer outside the store.

It shows that a store was put back from a copy, moved to another computer, or lost its last commits with a damaged log.
Not here: what then happens (a new epoch, a new enrolment): that is the services' business.
"""

import json
import secrets
from pathlib import Path
from typing import Literal, NamedTuple, Self

from app.store import places

NAME = "anchor.json"
FORMAT = "aka1"

Standing = Literal["same", "behind", "ahead", "missing", "foreign"]


class Anchor(NamedTuple):
    """The last entry of the chain (replica, epoch, number, hash), the id of this installation, and a counter."""

    replica: str
    e: int
    n: int
    h: str
    install_id: str
    ctr: int = 0

    def moved(self, e: int, n: int, h: str) -> Self:
        """The anchor after more entries."""
        return self._replace(e=e, n=n, h=h, ctr=self.ctr + 1)


def new_install_id() -> str:
    """A random id of this installation; the store keeps a copy, the anchor the original."""
    return secrets.token_hex(16)


def folder_of(store_id: str, area: Path | None = None) -> Path:
    """The folder of a store's anchor, in the user's own area unless another one is given."""
    return (area or places.user_area()) / store_id


def read(folder: Path) -> Anchor | None:
    """The anchor in a folder; None when there is none or it cannot be read as one."""
    try:
        document = json.loads((folder / NAME).read_bytes())
        anchor = Anchor(**{name: document[name] for name in Anchor._fields})
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return anchor if document.get("format") == FORMAT and _formed(anchor) else None


def write(folder: Path, anchor: Anchor) -> None:
    """Keep an anchor, durably, readable by its owner alone.

    Trouble: store.disk_full, store.read_only, store.io.
    """
    with places.guarded_files():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    document = {"format": FORMAT, **anchor._asdict()}
    places.write_durably(folder / NAME, json.dumps(document, sort_keys=True, separators=(",", ":")).encode())


def compare(
    anchor: Anchor | None,
    epoch: int,
    n: int,
    h: str,
    *,
    hash_at_anchor: str | None = None,
    replica: str = "",
    install_id: str = "",
) -> Standing:
    """How the anchor stands to the store whose chain ends with entry n and hash h of this epoch.

    "same"; "behind": the store went on, as after a crash before the anchor was written; "ahead": the store has lost
    entries or has others in their place, as after a restore; "foreign": the anchor of another installation or replica;
    "missing". `hash_at_anchor` is the store's own hash at the anchor's place, if the caller looked it up; `replica`
    and `install_id` are the store's own, compared when given.
    """
    if anchor is None:
        return "missing"
    if (install_id and anchor.install_id != install_id) or (replica and anchor.replica != replica):
        return "foreign"
    if (anchor.e, anchor.n) == (epoch, n):
        return "same" if anchor.h == h else "ahead"
    if (anchor.e, anchor.n) > (epoch, n):
        return "ahead"
    return "ahead" if hash_at_anchor is not None and hash_at_anchor != anchor.h else "behind"


def _formed(anchor: Anchor) -> bool:
    texts = (anchor.replica, anchor.h, anchor.install_id)
    return all(isinstance(value, str) for value in texts) and all(
        type(value) is int for value in (anchor.e, anchor.n, anchor.ctr)
    )
