"""Makes `resources/reference/countries.json` and `languages.json` from CLDR names (Babel) and hand corrections.

Codes come from the package `iso3166`, checked against `pycountry`; both are fetched for the run and never shipped.
The short lists (regions, relations, reasons ...) are written by hand and are not touched here.
"""

import re
import sys
import tempfile
from importlib import import_module
from pathlib import Path

import packages
from babel import Locale
from tables import RESOURCES, rows, save

REFERENCE = RESOURCES / "reference"
LANGUAGES = ("kk", "ru", "en")
ISO3166 = ("iso3166", "3.0.0")
PYCOUNTRY = ("pycountry", "26.2.16")
COUNTRIES_OF_ISO = 249

Names = dict[str, str]

CORRECTED: dict[str, Names] = {
    "AE": {"ru": "Объединённые Арабские Эмираты"},
    "CD": {
        "kk": "Конго Демократиялық Республикасы",
        "ru": "Демократическая Республика Конго",
        "en": "Democratic Republic of the Congo",
    },
    "CG": {"kk": "Конго Республикасы", "ru": "Республика Конго", "en": "Republic of the Congo"},
    "HK": {"kk": "Гонконг (Сянган)", "ru": "Гонконг", "en": "Hong Kong"},
    "KG": {"ru": "Кыргызстан"},
    "MM": {"kk": "Мьянма", "ru": "Мьянма", "en": "Myanmar"},
    "MO": {"kk": "Макао", "ru": "Макао", "en": "Macao"},
    "PS": {"kk": "Палестина мемлекеті", "ru": "Государство Палестина", "en": "State of Palestine"},
    "US": {"ru": "Соединённые Штаты Америки"},
}
ISLANDS = ((r"^о-ва\b", "Острова"), (r"^о-в\b", "Остров"), (r"\bо-ва\b", "острова"), (r"\bо-в\b", "остров"))
MRZ = (
    {
        "code": "XXA",
        "kk": "Азаматтығы жоқ адам (1954 жылғы Конвенция)",
        "ru": "Лицо без гражданства (Конвенция 1954 года)",
        "en": "Stateless person (1954 Convention)",
    },
    {
        "code": "XXB",
        "kk": "Босқын (1951 жылғы Конвенция)",
        "ru": "Беженец (Конвенция 1951 года)",
        "en": "Refugee (1951 Convention)",
    },
    {"code": "XXC", "kk": "Босқын (өзге)", "ru": "Беженец (иной)", "en": "Refugee (other)"},
    {
        "code": "XXX",
        "kk": "Азаматтығы көрсетілмеген",
        "ru": "Гражданство не указано",
        "en": "Unspecified nationality",
    },
)

# The pick list in its order: the code kept, and the CLDR code its names come from.
PICKED = (
    ("prs", "fa_AF"),
    ("pus", "ps"),
    ("fas", "fa"),
    ("haz", ""),
    ("uzb", "uz"),
    ("uzs", ""),
    ("tgk", "tg"),
    ("tuk", "tk"),
    ("ukr", "uk"),
    ("rus", "ru"),
    ("ara", "ar"),
    ("uig", "ug"),
    ("zho", "zh"),
    ("kur", "ku"),
    ("tur", "tr"),
    ("eng", "en"),
    ("tir", "ti"),
    ("som", "so"),
    ("urd", "ur"),
    ("kaz", "kk"),
    ("other", ""),
)
NAMED: dict[str, Names] = {
    "fas": {"kk": "фарси (парсы тілі)", "ru": "фарси (персидский)", "en": "Farsi (Persian)"},
    "haz": {"kk": "хазарагі тілі", "ru": "хазараги", "en": "Hazaragi"},
    "uzs": {"kk": "өзбек тілі (араб жазуы)", "ru": "узбекский (арабская письменность)", "en": "Uzbek (Arabic script)"},
    "other": {"kk": "басқа тіл", "ru": "другой язык", "en": "other language"},
}


def make() -> None:
    """Write both lists."""
    countries = [_country(*codes) for codes in _codes()]
    text = f'{{\n  "countries": {rows(countries, "    ")},\n  "mrz": {rows(MRZ, "    ")}\n}}'
    save(REFERENCE / "countries.json", text)
    save(REFERENCE / "languages.json", rows([_language(*pick) for pick in PICKED]))


def _codes() -> list[tuple[str, str, str]]:
    """(alpha-2, alpha-3, numeric) of every country of ISO 3166-1; stops when the two packages differ."""
    with tempfile.TemporaryDirectory() as folder:
        for package in (ISO3166, PYCOUNTRY):
            sys.path.insert(0, str(packages.pypi(*package, into=Path(folder))))
        of_iso3166 = {(c.alpha2, c.alpha3, c.numeric) for c in import_module("iso3166").countries}
        of_pycountry = {(c.alpha_2, c.alpha_3, c.numeric) for c in import_module("pycountry").countries}
    of_iso3166 = {codes for codes in of_iso3166 if codes[0] != "XK"}  # Kosovo: a user-assigned code, not ISO 3166-1
    if of_iso3166 != of_pycountry or len(of_iso3166) != COUNTRIES_OF_ISO:
        raise SystemExit(f"the lists of codes differ: {sorted(of_iso3166 ^ of_pycountry)}")
    return sorted(of_iso3166)


def _country(alpha2: str, alpha3: str, numeric: str) -> dict[str, str]:
    names = {language: str(Locale(language).territories[alpha2]) for language in LANGUAGES}
    for short, full in ISLANDS:
        names["ru"] = re.sub(short, full, names["ru"])
    names |= CORRECTED.get(alpha2, {})
    return {"alpha2": alpha2, "alpha3": alpha3, "numeric": numeric, **names}


def _language(code: str, cldr: str) -> dict[str, str]:
    names = NAMED.get(code) or {language: str(Locale(language).languages[cldr]) for language in LANGUAGES}
    return {"code": code, **names}
