"""Real offices and synthetic people for tests: a store on disk with a real key, commands as a clerk would give them."""

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

import sqlalchemy as sa

from app.base.clock import LOCAL
from app.domain import applications, calendar
from app.domain import facts as f
from app.domain.birth import BirthDate
from app.domain.case import CaseState
from app.domain.case_fold import evolve
from app.domain.commands import (
    ApplicantData,
    ArrivalData,
    ClaimData,
    Command,
    DocumentData,
    MinorData,
    PersonData,
    RegisterApplication,
    StayData,
)
from app.domain.facts.values import BirthDocument, Name, Names
from app.domain.intake import Intake
from app.domain.settings import Settings
from app.services.acts import Outcome, perform
from app.store import kdf, tables
from app.store.rows import cases
from app.store.store import NewStore, Store, create

PASSPHRASE = "demo"


def make_store(
    folder: Path, *, office: str = "ALA01", kind: str = "region", purpose: str = "test", workstation: int = 1
) -> Store:
    """A store of a test office."""
    return create(folder, new_store(office, kind, purpose, workstation), PASSPHRASE, kdf.TEST_KDF).store


def new_store(office: str = "ALA01", kind: str = "region", purpose: str = "test", workstation: int = 1) -> NewStore:
    """What the first-start wizard would ask for."""
    return NewStore(
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


def do(store: Store, command: Command) -> Outcome:
    """Carry out a command as the clerk, who has every role in a new store."""
    return perform(store, store.actor("clerk"), command)


def register(store: Store, *applicants: ApplicantData, **more: object) -> tuple[str, ...]:
    """Register a family, or the usual applicant; the ids of the cases."""
    command = RegisterApplication(applicants=applicants or (applicant(),), **more)  # type: ignore[arg-type]
    return do(store, command).cases


def state_of(store: Store, case: str) -> CaseState:
    """What the store says of a case."""
    with store.reading() as connection:
        return cases.case_state(connection, case)


def dump(store: Store) -> dict[str, list[object]]:
    """Every derived table in order, and what stands in the search index."""
    with store.reading() as connection:
        found: dict[str, list[object]] = {
            table.name: sorted(tuple(row) for row in connection.execute(sa.select(table))) for table in tables.DERIVED
        }
        rowids = connection.exec_driver_sql(f"SELECT rowid FROM {tables.SEARCH}").scalars()
        found["rows searched"] = sorted(rowids)
        words = ("ahmadi", "ахм", "احمدی", "zah", "a-ala01", "p123")
        found["search"] = [tuple(cases.search_ids(connection, word)) for word in words]
    return found


def trace(store: Store) -> object:
    """All that an act would change: the head of the chain, the journal, everything derived."""
    with store.reading() as connection:
        entries = connection.execute(sa.select(sa.func.count()).select_from(tables.journal)).scalar()
        chain = connection.execute(sa.select(tables.chain)).fetchall()
    return store.head, entries, chain, dump(store)


class Desk:
    """The rules without a store: numbers are counted in memory, cases folded from the facts as they come."""

    def __init__(self, now: str, settings: dict[str, object] | None = None, listed: str = "") -> None:
        self.now = now
        self.settings = Settings(settings or {})
        self.listed = listed
        self._tops: dict[str, int] = {}
        self._ids = 0

    @property
    def known(self) -> Intake:
        """What the rules read now."""
        return Intake(
            now=at(self.now),
            calendar=calendar.load(),
            settings=self.settings,
            new_id=self._new_id,
            number=self._number,
            listed_elsewhere=lambda _person: self.listed,
        )

    def _new_id(self) -> str:
        self._ids += 1
        return f"id-{self._ids}"

    def _number(self, letter: str) -> str:
        self._tops[letter] = self._tops.get(letter, 0) + 1
        return f"{letter}-{self._tops[letter]}"

    def register(self, *applicants: ApplicantData, **more: object) -> tuple[CaseState, ...]:
        """The cases of a registration."""
        command = RegisterApplication(applicants=applicants or (applicant(),), **more)  # type: ignore[arg-type]
        made = applications.register(self.known, command)
        return tuple(after(CaseState(id=case.case), case.facts) for case in made)

    def fingerprints(self, state: CaseState, result: str = "done") -> CaseState:
        """The case with an answer to the referral for fingerprints."""
        request = state.request_for("fingerprints")
        assert request is not None
        answer = f.case.RequestAnswered(
            request=request.id,
            person=state.applicant,
            on=self.known.today,
            result=result,  # type: ignore[arg-type]
        )
        return evolve(state, answer)


def after(state: CaseState, facts: Iterable[f.Fact | None]) -> CaseState:
    """The state after some facts."""
    for fact in facts:
        state = evolve(state, fact)
    return state
