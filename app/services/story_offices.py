"""The stage of a story: one test store per office, a user per role, one clock, sticks, and the labels of cases.

Not here: what a line does (`stories`).
"""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple, Self

from app.base import resources
from app.base.errors import Refusal
from app.domain import facts as f
from app.domain.facts.office import Role
from app.domain.facts.values import Blob
from app.domain.permissions import Actor
from app.services import offices
from app.services.story_words import OfficeLine
from app.store.store import NewStore, Store, open_store

PASSPHRASE = "demo"  # noqa: S105 - test stores hold nothing secret
ADMIN = "admin"
FIRST = "office"
ROLES: tuple[Role, ...] = ("clerk", "secretary", "head", "administrator", "auditor")
DEFAULT = OfficeLine(office="ALA01", kind="region")
_CASE_FIELDS = {"case", "other_case", "to", "successor", "joins", "into", "link"}
_PERSON_FIELDS = {"person", "minor", "persons", "keep", "gone", "other_person"}


class Named(NamedTuple):
    """A case under a label: its id, the applicant, and the minors in the order of the line."""

    case: str
    applicant: str
    minors: tuple[str, ...]


class Stage:
    """The offices of one story."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.stores: dict[str, Store] = {}
        self.moment: datetime | None = None
        self._labels: dict[str, list[Named]] = {}
        self._minors: dict[str, str] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for store in self.stores.values():
            store.close()
        self.stores.clear()

    # -- offices ----------------------------------------------------------------------------------------------------

    def declare(self, label: str, line: OfficeLine) -> Store:
        """Make the store of an office, or open the one that an earlier story left in the same folder.

        *Refuses*: `story.office_twice`, and as `offices.make`.
        """
        label = label or FIRST
        if label in self.stores:
            raise Refusal("story.office_twice", field="in", label=label)
        place = self.folder / label
        old = offices.holds_store(place)
        store = open_store(place, ADMIN, PASSPHRASE) if old else self._made(place, line)
        self.stores[label] = store
        if self.moment:
            store.set_clock(self.moment)
        return store

    def _made(self, place: Path, line: OfficeLine) -> Store:
        new = NewStore(
            purpose="test",
            kind=line.kind,
            region=line.region or line.office[:3],
            office=line.office,
            workstation=line.workstation,
            name_kk=line.name_kk,
            name_ru=line.name_ru,
            admin=ADMIN,
            admin_name=ADMIN,
        )
        store = offices.make(place, new, PASSPHRASE).store
        if self.moment:
            store.set_clock(self.moment)
        for role in ROLES:
            offices.add_user(store, store.actor(ADMIN), role, role, (role,))
        return store

    def store(self, label: str) -> Store:
        """The store of an office; the first one when no label is given.

        *Refuses*: `story.office_unknown`.
        """
        if not self.stores and label in {"", FIRST}:
            return self.declare(FIRST, DEFAULT)
        if not label:
            return next(iter(self.stores.values()))
        if label not in self.stores:
            raise Refusal("story.office_unknown", field="in", label=label)
        return self.stores[label]

    def actor(self, store: Store, user: str) -> Actor:
        """Who acts in a store."""
        return store.actor(user)

    def set_clock(self, moment: datetime) -> None:
        """Move the clock of all offices."""
        self.moment = moment
        for store in self.stores.values():
            store.set_clock(moment)

    def stick(self, name: str) -> Path:
        """The folder that stands for a stick.

        *Refuses*: `story.stick_name`.
        """
        if not name or not name.replace("-", "").isalnum():
            raise Refusal("story.stick_name", field="to", name=name)
        place = self.folder / "sticks" / name
        place.mkdir(parents=True, exist_ok=True)
        return place

    # -- labels -----------------------------------------------------------------------------------------------------

    def name(self, label: str, facts: tuple[f.Fact, ...], cases: tuple[str, ...]) -> None:
        """Remember the cases and persons that a line made.

        *Refuses*: `story.label_twice`.
        """
        if label in self._labels or label in self._minors:
            raise Refusal("story.label_twice", field="label", label=label)
        opened: list[Named] = []
        for fact in facts:
            if isinstance(fact, f.case.CaseOpened):
                opened.append(Named(cases[len(opened)], fact.person, ()))
            elif isinstance(fact, f.case.MinorListed) and opened:
                opened[-1] = opened[-1]._replace(minors=(*opened[-1].minors, fact.person))
            elif isinstance(fact, f.case.MinorListed):
                self._minors[label] = fact.person
        if opened:
            self._labels[label] = opened

    def resolve(self, values: dict[str, object], store: Store) -> dict[str, object]:
        """The values of a line with labels and photos in place of their names.

        *Refuses*: `story.label_unknown`, `story.photo_unknown`.
        """
        return {key: self._resolved(key, value, store) for key, value in values.items()}

    def _resolved(self, key: str, value: object, store: Store) -> object:
        if isinstance(value, dict):
            return self.resolve(value, store) if key != "expect_state" else value
        if isinstance(value, list):
            return [self._resolved(key, part, store) for part in value]
        if key == "photo" and isinstance(value, str):
            return _photo(value, store)
        if isinstance(value, str) and value.startswith("@") and key in {"covers", *_CASE_FIELDS, *_PERSON_FIELDS}:
            return self._meant(value, person=key not in _CASE_FIELDS)
        return value

    def _meant(self, text: str, *, person: bool) -> str:
        """`@amir` the first applicant's case, `@amir/1` the second's, `@amir/0#0` a minor, `@amir#applicant`."""
        name, _, who = text[1:].partition("#")
        name, _, place = name.partition("/")
        if person and name in self._minors:
            return self._minors[name]
        named = self._labels.get(name, [])
        index = int(place) if place.isdigit() else 0
        if index >= len(named):
            raise Refusal("story.label_unknown", field="case", label=text)
        found = named[index]
        if not who:
            return found.applicant if person else found.case
        if who == "applicant":
            return found.applicant
        if not who.isdigit() or int(who) >= len(found.minors):
            raise Refusal("story.label_unknown", field="person", label=text)
        return found.minors[int(who)]


def _photo(name: str, store: Store) -> dict[str, object]:
    """A portrait of `resources/demo`, kept in the store."""
    known = {path.name: path for path in resources.path("demo").glob("portrait-*.jpg")}
    if name not in known:
        raise Refusal("story.photo_unknown", field="photo", name=name)
    kept = store.blobs.put(known[name].read_bytes(), "image/jpeg")
    blob = Blob(h=kept.h, z=kept.z, type=kept.type)
    return {"h": blob.h, "z": blob.z, "type": blob.type}
