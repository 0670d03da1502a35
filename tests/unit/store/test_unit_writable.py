"""What a reader of the journal would refuse is refused before it is written, and the unit stays usable."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.base.errors import Refusal
from app.domain import facts as f
from app.domain.facts.values import Blob
from app.messages import catalogue
from app.store.rebuild import verify
from app.store.store import Store
from tests.offices import make_store, register

GOOD = "0" * 64


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = make_store(tmp_path / "s")
    yield made
    made.close()


def note(text: str = "x", **blob: object) -> f.Fact:
    blobs = (Blob(**{"h": GOOD, "z": 1, "type": "x", **blob}),) if blob else ()  # type: ignore[arg-type]
    return f.case.NoteAdded(text=text, blobs=blobs)


REFUSED = [
    (note("x" * 5_000_000), "fact.too_large"),
    (note("x" * 4_194_304), "fact.too_large"),
    (note("A\ud800"), "fact.unwritable"),
    (note(z=2**60), "fact.unwritable"),
    (note(z=2**70), "fact.unwritable"),
    (note(z=-1), "fact.unwritable"),
    (note(h="../nothing"), "fact.unwritable"),
    (note(h="A" * 64), "fact.unwritable"),
    (f.office.BundleWritten(to="CEN00-S1", no=2**53, sha256=GOOD, entries=1), "fact.unwritable"),
    (f.office.BundleWritten(to="CEN00-S1", no=1.5, sha256=GOOD, entries=1), "fact.unwritable"),  # type: ignore[arg-type]
]


@pytest.mark.parametrize(("fact", "rule"), REFUSED, ids=range(len(REFUSED)))
def test_what_no_reader_takes_is_refused_and_nothing_of_it_stays(store: Store, fact: f.Fact, rule: str) -> None:
    (case,) = register(store)
    with store.unit(store.actor("clerk")) as uow:
        before = uow.head
        with pytest.raises(Refusal) as error:
            uow.record(case if type(fact).RECORD == "case" else "", fact)
        assert (error.value.rule, uow.head, uow.recorded) == (rule, before, ())
        uow.record(case, note("time:1.5, 1e9 [12345678901234567890"))
        uow.commit()
    for language in ("kk", "ru", "en"):
        assert len(catalogue.sentence(error.value, language)) > 30  # type: ignore[arg-type]
    assert verify(store).problems == ()
