"""Facts: what happened. One frozen class per kind; class and JSON are one definition."""

from functools import cache

import msgspec

from app.domain.facts import case, course, office, persons, remedies
from app.domain.facts.base import REGISTRY, SCHEMA, Fact
from app.domain.facts.case import *  # noqa: F403
from app.domain.facts.course import *  # noqa: F403
from app.domain.facts.office import *  # noqa: F403
from app.domain.facts.persons import *  # noqa: F403
from app.domain.facts.remedies import *  # noqa: F403

_HOMES = (case, course, office, persons, remedies)

__all__ = ["REGISTRY", "SCHEMA", "Fact", "case", "course", "decode", "encode", "office", "persons", "remedies"]
__all__ += [name for home in _HOMES for name in vars(home) if name in {c.__name__ for c in REGISTRY.values()}]

_encoder = msgspec.json.Encoder(order="sorted")


def encode(fact: Fact) -> bytes:
    """The canonical payload of a fact."""
    return _encoder.encode(fact)


@cache
def _decoder(kind: str) -> msgspec.json.Decoder[Fact]:
    return msgspec.json.Decoder(REGISTRY[kind])


def decode(kind: str, body: bytes) -> Fact | None:
    """The fact in a payload, or None for a kind that a newer program writes."""
    if kind not in REGISTRY:
        return None
    return _decoder(kind).decode(body)
