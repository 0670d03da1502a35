"""What every fact has in common, and the registry of kinds."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Literal, TypeVar

import msgspec

from app.domain.facts.values import Blob

RecordType = Literal["case", "sitting", "office", ""]
KindClass = Literal["opening", "holder", "commuting", "system"]

SCHEMA = 1
"""Payload schema version that this program writes."""

REGISTRY: dict[str, type[Fact]] = {}


class Fact(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Something that happened under the law; never changed.

    *Shape*: the payload of a journal entry. `calendar` is the version of the working calendar used, `second` the user
    of the second pair of eyes, `blobs` what the fact refers to in `blobs.db`.
    """

    KIND: ClassVar[str] = ""
    RECORD: ClassVar[RecordType] = ""
    CLASS: ClassVar[KindClass] = "holder"

    blobs: tuple[Blob, ...] = ()
    calendar: str = ""
    second: str = ""


F = TypeVar("F", bound=Fact)


def kind(code: str, record: RecordType = "case", group: KindClass = "holder") -> Callable[[type[F]], type[F]]:
    """Register a class of facts under its code in the journal."""

    def register(cls: type[F]) -> type[F]:
        cls.KIND, cls.RECORD, cls.CLASS = code, record, group
        REGISTRY[code] = cls
        return cls

    return register
