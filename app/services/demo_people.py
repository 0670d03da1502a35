"""Synthetic people of the demo office: names put together at random; no real person."""

import json
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any

from app.base import resources
from app.domain.birth import BirthDate
from app.domain.commands import (
    ApplicantData,
    ArrivalData,
    ClaimData,
    DocumentData,
    InterpreterData,
    MinorData,
    PersonData,
    StayData,
)
from app.domain.facts.values import BirthDocument, Blob, Name, Names, Sex
from app.domain.reference import regions
from app.domain.terms import add_months

_LATIN, _KK, _RU, _NATIVE = range(4)
_STREETS = ("Абай", "Достық", "Бейбітшілік", "Жібек жолы", "Сәтбаев", "Қабанбай батыр")
_INTERPRETERS = ("Айгүл Серік", "Рустем Әли", "Оксана Коваль")


@cache
def _groups() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(resources.path("demo", "names.json").read_text("utf-8"))["groups"]
    return found


def _name(entry: list[str], script: str) -> Name:
    return Name(
        latin_mrz=entry[_LATIN],
        latin_viz=entry[_LATIN].title(),
        kk_cyr=entry[_KK],
        ru_cyr=entry[_RU],
        native=entry[_NATIVE],
        native_script=script,
    )


class People:
    """Makes families, the same for the same seed."""

    def __init__(self, seed: int, kato: str, until: date, portraits: dict[Sex, tuple[Blob, ...]] | None = None) -> None:
        self._random = Random(seed)  # noqa: S311 - synthetic data
        self._kato = kato
        # Nobody folded as a minor is past 18 on the day of the stock: the act on the birthday is a clerk's work.
        self._youngest_adult = add_months(until, -12 * 18)
        self._city = next((r.label("kk") for r in regions() if r.kato == kato), "")
        self._portraits = portraits or {}
        self._serial = 0
        self._children: set[tuple[str, str, date]] = set()

    def family(self, size: int, on: date) -> tuple[ApplicantData, ...]:
        """A family of a size that arrived a few days before a date: up to two adults, the rest minors."""
        group = self._random.choices(_groups(), weights=[g["weight"] for g in _groups()])[0]
        surname = self._random.choice(group["family"])
        arrived = on - timedelta(days=self._random.choice((1, 2, 3, 3, 4, 5, 5, 9)))
        adults = min(size, 2 if size > 1 and self._random.random() < 0.8 else 1)
        shared = self._circumstances(group, arrived)
        made = []
        for place in range(adults):
            sex: Sex = ("male", "female")[place] if adults == 2 else self._random.choice(("male", "female"))
            birth = on - timedelta(days=self._random.randrange(19 * 366, 58 * 365))
            person = self._person(group, surname, sex, birth)
            minors = self._minors(group, surname, size - adults, on) if place == 0 else ()
            made.append(ApplicantData(person=person, relation="spouse" if place else "", minors=minors, **shared))
        return tuple(made)

    def _circumstances(self, group: dict[str, Any], arrived: date) -> dict[str, Any]:
        pick = self._random
        reasons = tuple(sorted(pick.sample(group["reasons"], pick.choice((1, 1, 2)))))
        street = f"{self._city}, {pick.choice(_STREETS)} көшесі, {pick.randrange(1, 180)}-{pick.randrange(1, 90)}"
        return {
            "arrival": ArrivalData(entered_on=arrived, place="", transport=pick.choice(("road", "rail", "air"))),
            "claim": ClaimData(reasons=reasons),
            "stay": StayData(kato=self._kato, text=street),
            "interpreter": InterpreterData(name=pick.choice(_INTERPRETERS), language=group["language"]),
        }

    def _person(self, group: dict[str, Any], surname: list[str], sex: Sex, birth: date) -> PersonData:
        pick = self._random
        self._serial += 1
        documented = pick.random() < 0.9
        documents = (
            DocumentData(type="passport", number=f"P{pick.randrange(10**7, 10**8)}", country=group["citizenship"]),
        )
        value = BirthDate(birth.isoformat()) if pick.random() < 0.93 else BirthDate(str(birth.year), "year")
        portraits = self._portraits.get(sex, ())
        return PersonData(
            names=Names(family=_name(surname, group["script"]), given=self._given(group, sex)),
            sex=sex,
            birth=value,
            birth_place=pick.choice(group["birth_places"]),
            citizenships=(group["citizenship"],),
            documents=documents if documented else (),
            from_words=not documented,
            photo=portraits[self._serial % len(portraits)] if portraits else None,
        )

    def _given(self, group: dict[str, Any], sex: Sex) -> Name:
        return _name(self._random.choice(group["female" if sex == "female" else "male"]), group["script"])

    def _child(self, group: dict[str, Any], surname: list[str], sex: Sex, on: date) -> tuple[Name, date]:
        """A given name and birth date that no other child of that family name has (L-10.5 would refuse the second)."""
        while True:
            given = self._given(group, sex)
            birth = on - timedelta(days=self._random.randrange(30, 17 * 365 + 250))
            key = (surname[_LATIN], given.latin_mrz, birth)
            if key not in self._children and birth > self._youngest_adult:
                self._children.add(key)
                return given, birth

    def _minors(self, group: dict[str, Any], surname: list[str], count: int, on: date) -> tuple[MinorData, ...]:
        made = []
        for _ in range(count):
            sex: Sex = self._random.choice(("male", "female"))
            given, birth = self._child(group, surname, sex, on)
            told = self._random.random() < 0.1
            document = BirthDocument(type="birth_certificate", number=f"BC{self._random.randrange(10**6, 10**7)}")
            made.append(
                MinorData(
                    names=Names(family=_name(surname, group["script"]), given=given),
                    sex=sex,
                    birth=BirthDate(birth.isoformat()),
                    citizenships=(group["citizenship"],),
                    relation="daughter" if sex == "female" else "son",
                    birth_document=None if told else document,
                    verbal=told,
                    from_words=told,
                )
            )
        return tuple(made)
