"""How a day is written on paper. Which day it is, and in which calendar a term ends, is decided elsewhere."""

from datetime import date
from typing import Final

from forms.boxes import Day, Language

MONTHS: Final[dict[Language, tuple[str, ...]]] = {
    "kk": (
        "қаңтар",
        "ақпан",
        "наурыз",
        "сәуір",
        "мамыр",
        "маусым",
        "шілде",
        "тамыз",
        "қыркүйек",
        "қазан",
        "қараша",
        "желтоқсан",
    ),
    "ru": (
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ),
}
YEAR: Final[dict[Language, str]] = {"kk": "ж.", "ru": "г."}


def in_table(day: Day) -> str:
    """The day as tables write it, dd.mm.yyyy; a ready-made text stays as it is."""
    return f"{day:%d.%m.%Y}" if isinstance(day, date) else day


def in_act(day: Day, language: Language) -> str:
    """The day as acts write it, «5» наурыз 2026 ж. or «5» марта 2026 г.; a ready-made text stays as it is."""
    if not isinstance(day, date):
        return day
    return f"«{day.day}» {MONTHS[language][day.month - 1]} {day.year} {YEAR[language]}"
