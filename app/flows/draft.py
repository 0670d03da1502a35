"""A draft: what was typed so far as a plain dict, the pages in their order, where the clerk is. No Qt, no store."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import msgspec

EDITION = 1
"""Form of the kept JSON; a draft of a newer program is opened as far as its names are known."""


@dataclass
class Draft:
    """One wizard on its way.

    *Shape*: `values` holds JSON values only (text, true or false, lists, dicts), with dates as they were typed;
    `pages` are the names of the pages in order.
    """

    flow: str
    pages: tuple[str, ...]
    values: dict[str, Any] = field(default_factory=dict)
    page: str = ""
    focus: str = ""

    def __post_init__(self) -> None:
        if self.page not in self.pages:
            self.page = self.pages[0]

    def body(self) -> bytes:
        """The draft as it is kept."""
        return msgspec.json.encode({"edition": EDITION, "page": self.page, "values": self.values})

    @classmethod
    def read(cls, flow: str, pages: Iterable[str], body: bytes, focus: str = "") -> "Draft":
        """A kept draft; a page that the flow no longer has becomes the first one."""
        kept = msgspec.json.decode(body)
        return cls(flow, tuple(pages), dict(kept.get("values", {})), str(kept.get("page", "")), focus)

    @property
    def place(self) -> int:
        """The place of the page that is shown, from 0."""
        return self.pages.index(self.page)

    @property
    def following(self) -> str:
        """The next page, or empty on the last one."""
        return self.pages[self.place + 1] if self.place + 1 < len(self.pages) else ""

    @property
    def previous(self) -> str:
        """The page before, or empty on the first one."""
        return self.pages[self.place - 1] if self.place else ""

    def go(self, page: str) -> None:
        """Turn to a page of the flow."""
        if page in self.pages:
            self.page = page
