"""Makes and signs `resources/calendar/*.json`, the working calendar 2022-2030 in its versions.

`python build/make_calendar.py [--key PATH]` signs with the publisher's private key (64 hex digits). The key is never in
the repository: without a file one is made, and the public key in `resources/` is replaced by its own.
`docs/decisions/0005-signed-calendar.md` says why.

The holidays and the weekend rule stand here; moved days of rest and Kurban Ait come from the package `holidays`,
which is a build-time tool only: the program never asks it, because its answer changes with its version. Where the
package and this table differ, this table wins and the difference is printed.
"""

import argparse
from collections.abc import Iterator
from datetime import date, timedelta
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import holidays
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from tables import RESOURCES, line, rows, save

FIRST, LAST = 2022, 2030
FOLDER = RESOURCES / "calendar"
KEY = RESOURCES.parent / "build" / "out" / "calendar-publisher.key"
ESTIMATED_FROM = 2026
SATURDAY = 5
NOTES = (
    "30 August is not a holiday from 2026; Constitution Day is 15 March from 2027 (Constitution in force since "
    "July 2026; ministry, 18.03.2026).",
    "2026: no moved days of rest are known. 2027 and later: not published yet.",
    "7 January and the first day of Kurban Ait are never shifted from a weekend.",
    "Kurban Ait is estimated from 2026; the true date comes with a calendar update.",
)
NOTES_2025 = (
    "As it stood before the Constitution of July 2026: 30 August in every year, no 15 March, 25 October under its old "
    "name. Kept for terms that were counted by it.",
    *NOTES[2:],
)

Names = dict[str, str]


class Holiday(NamedTuple):
    """One holiday of fixed date: the years it is kept and whether the weekend rule applies."""

    month: int
    day: int
    names: Names
    since: int = FIRST
    until: int = LAST
    shifts: bool = True


def _names(kk: str, ru: str, en: str) -> Names:
    return {"kk": kk, "ru": ru, "en": en}


NEW_YEAR = _names("Жаңа жыл", "Новый год", "New Year")
NAURYZ = _names("Наурыз мейрамы", "Наурыз мейрамы", "Nauryz")
CONSTITUTION = _names(
    "Қазақстан Республикасының Конституциясы күні", "День Конституции Республики Казахстан", "Constitution Day"
)
REPUBLIC = _names("Республика күні", "День Республики", "Republic Day")
KURBAN = _names("Құрбан айттың бірінші күні", "Первый день Курбан айта", "First day of Kurban Ait")
BEFORE_2026 = (
    Holiday(8, 30, CONSTITUTION),
    Holiday(10, 25, REPUBLIC),
)
SINCE_2026 = (
    Holiday(8, 30, CONSTITUTION, until=2025),
    Holiday(3, 15, CONSTITUTION, since=2027),
    Holiday(10, 25, REPUBLIC, until=2025),
    Holiday(
        10,
        25,
        _names("Қазақстан Республикасы күні", "День Республики Казахстан", "Day of the Republic of Kazakhstan"),
        since=2026,
    ),
)
HOLIDAYS = (
    Holiday(1, 1, NEW_YEAR),
    Holiday(1, 2, NEW_YEAR),
    Holiday(1, 7, _names("Православиелік Рождество", "Православное Рождество", "Orthodox Christmas"), shifts=False),
    Holiday(3, 8, _names("Халықаралық әйелдер күні", "Международный женский день", "International Women's Day")),
    Holiday(3, 21, NAURYZ),
    Holiday(3, 22, NAURYZ),
    Holiday(3, 23, NAURYZ),
    Holiday(
        5,
        1,
        _names(
            "Қазақстан халқының бірлігі мерекесі",
            "Праздник единства народа Казахстана",
            "Unity Day of the People of Kazakhstan",
        ),
    ),
    Holiday(5, 7, _names("Отан қорғаушы күні", "День защитника Отечества", "Defender of the Fatherland Day")),
    Holiday(5, 9, _names("Жеңіс күні", "День Победы", "Victory Day")),
    Holiday(7, 6, _names("Астана күні", "День столицы", "Capital Day")),
    Holiday(12, 16, _names("Тәуелсіздік күні", "День Независимости", "Independence Day")),
)


class Version(NamedTuple):
    """One published version: its name, its file, its own holidays, and what to say of it."""

    name: str
    file: str
    own: tuple[Holiday, ...]
    notes: tuple[str, ...]


VERSIONS = (
    Version("kz-2025.1", "kz-2025.1.json", BEFORE_2026, NOTES_2025),
    Version("kz-2026.1", "kz.json", SINCE_2026, NOTES),
)


def make(key: Path = KEY) -> None:
    """Compute the nine years in every version, compare the newest with the package, write and sign the files."""
    signing = _signing_key(key)
    for made in VERSIONS:
        _make(made)
        path = FOLDER / made.file
        save(path.with_name(path.name + ".sig"), signing.sign(path.read_bytes()).hex())


def _make(made: Version) -> None:
    names: dict[date, Names] = {}
    working: list[date] = []
    estimated: list[date] = []
    for year in range(FIRST, LAST + 1):
        package = holidays.country_holidays("KZ", years=year, language="en_US")
        kurban = sorted(day for day, name in package.items() if name.startswith("Eid al-Adha"))
        moved = {day: name[-11:-1] for day, name in package.items() if name.startswith("Day off (substituted")}
        of_year = _year(year, kurban, moved, (*HOLIDAYS, *made.own))
        if made is VERSIONS[-1]:
            _compare(year, of_year, set(package))
        names |= of_year
        working += sorted(day for day in package.weekend_workdays if day.year == year)
        estimated += kurban if year >= ESTIMATED_FROM else []
    _write(made, dict(sorted(names.items())), working, estimated)


def _signing_key(path: Path) -> Ed25519PrivateKey:
    """The publisher's key; one that is made anew replaces the public key, and with it every earlier signature."""
    if path.is_file():
        key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(path.read_text("ascii")))
    else:
        key = Ed25519PrivateKey.generate()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(key.private_bytes_raw().hex() + "\n", "ascii")
        print(f"made a NEW private key: {path}. Keep it outside the repository; the public key is replaced.")
    save(FOLDER / "publisher.pub", key.public_key().public_bytes_raw().hex())
    return key


def _year(year: int, kurban: list[date], moved: dict[date, str], kept: tuple[Holiday, ...]) -> dict[date, Names]:
    fixed = sorted(((date(year, h.month, h.day), h) for h in kept if h.since <= year <= h.until), key=lambda x: x[0])
    names = {day: holiday.names for day, holiday in fixed}
    names |= {day: KURBAN for day in kurban if day not in names}
    names |= {day: _moved(american) for day, american in moved.items()}
    for day, holiday in fixed:
        if holiday.shifts and day.weekday() >= SATURDAY:
            rest = next(other for other in _after(day) if other.weekday() < SATURDAY and other not in names)
            names[rest] = _shifted(holiday.names)
    return names


def _after(day: date) -> Iterator[date]:
    while True:
        day += timedelta(days=1)
        yield day


def _shifted(names: Names) -> Names:
    kk, ru, en = "демалыс күні ауыстырылды", "перенос выходного дня", "rest day moved from the weekend"
    return _names(f"{names['kk']} ({kk})", f"{names['ru']} ({ru})", f"{names['en']} ({en})")


def _moved(american: str) -> Names:
    month, day, year = american.split("/")
    shown = f"{day}.{month}.{year}"
    return _names(
        f"Демалыс күні ({shown} күнінен ауыстырылды)",
        f"Выходной день (перенесён с {shown})",
        f"Day off (moved from {shown})",
    )


def _compare(year: int, ours: dict[date, Names], theirs: set[date]) -> None:
    for day in sorted(set(ours) ^ theirs):
        print(f"{year}: {day} is {'ours only' if day in ours else 'in the package only; left out'}")


def _write(made: Version, names: dict[date, Names], working: list[date], estimated: list[date]) -> None:
    off = [day.isoformat() for day in names if day.weekday() < SATURDAY]
    source = (
        "Labour Code and Law on Holidays as listed in build/make_calendar.py; moved days of rest 2022-2025 and "
        f"Kurban Ait from the Python package holidays {version('holidays')} (MIT)"
    )
    fields = {
        "version": line(made.name),
        "source": line(source),
        "notes": rows(made.notes, "    "),
        "from": line(f"{FIRST}-01-01"),
        "to": line(f"{LAST}-12-31"),
        "days_off": rows(off, "    "),
        "working_weekends": rows([day.isoformat() for day in working], "    "),
        "estimated": rows([day.isoformat() for day in estimated], "    "),
        "names": "{\n" + ",\n".join(f'    "{day}": {line(text)}' for day, text in names.items()) + "\n  }",
    }
    text = ",\n".join(f'  "{key}": {value}' for key, value in fields.items())
    save(FOLDER / made.file, "{\n" + text + "\n}")


def main() -> None:
    """Make all versions; `--key` names the file of the private key."""
    parser = argparse.ArgumentParser(description="Make and sign the working calendar.")
    parser.add_argument("--key", type=Path, default=KEY, help="file of the publisher's private key")
    make(parser.parse_args().key)


if __name__ == "__main__":
    main()
