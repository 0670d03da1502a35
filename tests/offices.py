"""Real offices and synthetic people for tests: a store on disk with a real key, commands as a clerk would give them."""

from datetime import date, datetime
from pathlib import Path

from app.base.clock import LOCAL
from app.domain.birth import BirthDate
from app.domain.commands import (
    ApplicantData,
    ArrivalData,
    ClaimData,
    DocumentData,
    MinorData,
    PersonData,
    RegisterApplication,
    StayData,
)
from app.domain.facts.values import BirthDocument, Name, Names
from app.store import kdf
from app.store.store import NewStore, Store, create

PASSPHRASE = "demo"


def make_store(
    folder: Path, *, office: str = "ALA01", kind: str = "region", purpose: str = "test", workstation: int = 1
) -> Store:
    """A store of a test office."""
    new = NewStore(
        purpose=purpose,  # type: ignore[arg-type]
        kind=kind,  # type: ignore[arg-type]
        region=office[:3],
        office=office,
        workstation=workstation,
        name_kk="Алматы қаласының жұмыспен қамту басқармасы",
        name_ru="Управление занятости города Алматы",
        admin="clerk",
        admin_name="Айнұр Омарова",
    )
    return create(folder, new, PASSPHRASE, kdf.TEST_KDF).store


def at(text: str) -> datetime:
    """A moment at UTC+5: `at("2026-06-15 10:00")`."""
    return datetime.fromisoformat(text).replace(tzinfo=LOCAL)


def names(family: str, given: str, kk: str = "", native: str = "") -> Names:
    """Names in Latin, and in Kazakh Cyrillic and native script when given as "family given"."""
    kk_family, _, kk_given = kk.partition(" ")
    nat_family, _, nat_given = native.partition(" ")
    return Names(
        family=Name(latin_mrz=family, latin_viz=family.title(), kk_cyr=kk_family, ru_cyr=kk_family, native=nat_family),
        given=Name(latin_mrz=given, latin_viz=given.title(), kk_cyr=kk_given, ru_cyr=kk_given, native=nat_given),
    )


def adult(family: str = "AHMADI", given: str = "FARID", birth: str = "1986-12-31", **more: object) -> PersonData:
    """An adult with a passport."""
    values: dict[str, object] = {
        "names": names(family, given, "Ахмади Фарид", "احمدی فرید") if family == "AHMADI" else names(family, given),
        "birth": BirthDate(birth),
        "sex": "male",
        "citizenships": ("AFG",),
        "documents": (DocumentData(type="passport", number="P1234567", country="AFG"),),
    }
    return PersonData(**(values | more))  # type: ignore[arg-type]


def child(given: str = "ZAHRA", birth: str = "2015-04-02", family: str = "AHMADI", **more: object) -> MinorData:
    """A child with a birth document."""
    values: dict[str, object] = {
        "names": names(family, given),
        "birth": BirthDate(birth),
        "sex": "female",
        "citizenships": ("AFG",),
        "relation": "daughter",
        "birth_document": BirthDocument(type="birth_certificate", number="BC-1"),
    }
    return MinorData(**(values | more))  # type: ignore[arg-type]


def applicant(person: PersonData | None = None, minors: tuple[MinorData, ...] = (), **more: object) -> ApplicantData:
    """An applicant who arrived on 10.06.2026."""
    values: dict[str, object] = {
        "person": person or adult(),
        "minors": minors,
        "arrival": ArrivalData(entered_on=date(2026, 6, 10), place="Қорғас"),
        "claim": ClaimData(reasons=("political_opinion",)),
        "stay": StayData(kato="750000000", text="Алматы, Достық даңғылы, 85"),
    }
    return ApplicantData(**(values | more))  # type: ignore[arg-type]


def family_of_five() -> RegisterApplication:
    """Two adults and three children."""
    return RegisterApplication(
        applicants=(
            applicant(
                minors=(
                    child("ZAHRA", "2015-04-02"),
                    child("OMAR", "2018-01-20", sex="male", relation="son"),
                    child("LAILA", "2024-05-05", birth_document=None, verbal=True),
                )
            ),
            applicant(adult("AHMADI", "MARYAM", "1990-02-11", sex="female"), relation="spouse"),
        )
    )
