"""The reference lists: regions, countries, languages, relations and the rest, read once from `resources`.

Lists hold codes and their names; what a code means for a rule lives with the rule. Grounds are in `grounds`.
"""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from typing import Any, Literal

import msgspec

from app.base import resources
from app.base.errors import Refusal

UNDETERMINED = "XXX"
STATELESS = "XXA"
"""Codes of a citizenship that is no country (Doc 9303, Part 3); undetermined is not stateless (g-06)."""

_PLACES = {
    name: ("reference", f"{name}.json")
    for name in ("languages", "relations", "reasons", "document_types", "marital", "arrival_ways")
} | {"closing_reasons": ("law", "closing_reasons.json")}


class Entry(msgspec.Struct, frozen=True):
    """One row of a list."""

    code: str
    kk: str
    ru: str
    en: str

    def label(self, language: str) -> str:
        """The name in one language."""
        return str(getattr(self, language))


class Region(Entry, frozen=True):
    """An oblast, a city of republican significance or the capital; `code` is the three letters of office codes."""

    iso: str
    kato: str
    kind: Literal["oblast", "city"]
    valid_from: date | None


class Country(Entry, frozen=True):
    """A country of ISO 3166-1, or a code that stands in its place; `code` is the alpha-3 code."""

    alpha2: str = ""
    numeric: str = ""

    @property
    def alpha3(self) -> str:
        """The code that facts hold."""
        return self.code


@cache
def regions() -> tuple[Region, ...]:
    """The 20 regions in the order of the classifier."""
    return tuple(msgspec.convert(row, Region) for row in _rows("reference", "regions.json"))


@cache
def countries() -> tuple[Country, ...]:
    """The countries of ISO 3166-1."""
    rows = _rows("reference", "countries.json")["countries"]
    return tuple(msgspec.convert({**row, "code": row["alpha3"]}, Country) for row in rows)


@cache
def citizenships() -> tuple[Country, ...]:
    """What may be recorded as a citizenship: the countries, undetermined and stateless."""
    special = {row["code"]: row for row in _rows("reference", "countries.json")["mrz"]}
    return (*countries(), *(msgspec.convert(special[code], Country) for code in (UNDETERMINED, STATELESS)))


def country(alpha3: str) -> Country:
    """The country of an alpha-3 code, or what stands for an undetermined or absent citizenship.

    *Refuses*: `reference.country_unknown`.
    """
    found = _index("citizenships").get(alpha3)
    if not isinstance(found, Country):
        raise Refusal("reference.country_unknown", field="country", code=alpha3)
    return found


def region_of_office(office_code: str) -> Region:
    """The region whose three letters begin the code of an office.

    *Refuses*: `reference.office_region` (the centre has no region).
    """
    found = _index("regions").get(office_code[:3])
    if not isinstance(found, Region):
        raise Refusal("reference.office_region", field="office", office=office_code)
    return found


@cache
def entries(list_name: str) -> tuple[Entry, ...]:
    """The rows of a list in the order in which they are offered."""
    match list_name:
        case "regions":
            return regions()
        case "countries":
            return countries()
        case "citizenships":
            return citizenships()
        case _:
            rows = _rows(*_PLACES[list_name])
            return tuple(msgspec.convert({**row, "code": row.get("code") or row["id"]}, Entry) for row in rows)


def codes(list_name: str) -> tuple[str, ...]:
    """The codes of a list in the order in which they are offered."""
    return tuple(_index(list_name))


def label(list_name: str, code: str, language: str) -> str:
    """The name of a code in one language; a code of a newer program stands for itself."""
    found = _index("citizenships" if list_name == "countries" else list_name).get(code)
    return found.label(language) if found else code


@cache
def _index(list_name: str) -> dict[str, Entry]:
    return {entry.code: entry for entry in entries(list_name)}


def _rows(*place: str) -> Any:
    return json.loads(resources.path(*place).read_bytes())
