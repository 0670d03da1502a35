"""The option `--smoke`: the built program shows that its parts are there, in a temporary home and without a screen."""

import shutil
import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from app.base.errors import Refusal
from app.cli.output import Output
from app.domain.birth import BirthDate
from app.domain.commands import (
    ApplicantData,
    ArrivalData,
    DocumentData,
    MinorData,
    PersonData,
    RegisterApplication,
    StayData,
)
from app.domain.facts.values import BirthDocument, Name, Names
from app.services import acts, demo_office, enrolment, exchange, offices, papers
from app.store import sqlcipher
from app.store.store import APP_VERSION, NewStore, Store, open_store

_CENTRE = NewStore(
    purpose="demo",
    kind="centre",
    region="",
    office="CEN00",
    workstation=1,
    name_kk="Орталық",
    name_ru="Центр",
    admin=demo_office.USER,
    admin_name="Айгерім Омарова",
)


def run(output: Output) -> int:
    """Make a store, register a family, print its certificate, export, import at a centre, verify.

    *Refuses*: `smoke.failed` with the step that did not do what it should.
    """
    home = Path(tempfile.mkdtemp(prefix="pana-smoke-"))
    try:
        result = _run(home)
    finally:
        shutil.rmtree(home, ignore_errors=True)
    output.row(result)
    return 0


def _run(home: Path) -> dict[str, Any]:
    store = demo_office.create(home / "office")
    try:
        case = _registered(store)
        paper = papers.issue(store, store.actor(demo_office.USER), case, "certificate")
        _must(paper.data.startswith(b"%PDF-"), "print")
        sent = _sent(store, home)
        verdict = offices.verify(store, store.actor(demo_office.USER))
        _must(not verdict.problems, "verify")
        number = paper.paper.number
    finally:
        store.close()
    _reopened(home)
    return {
        "smoke": "passed",
        "program": APP_VERSION,
        "cipher": sqlcipher.prove(),
        "certificate": number,
        "pdf_bytes": len(paper.data),
        "entries": verdict.entries,
        **sent,
    }


def _must(held: bool, step: str) -> None:
    if not held:
        raise Refusal("smoke.failed", step=step)


def _registered(store: Store) -> str:
    today = store.clock.today()
    outcome = acts.perform(store, store.actor(demo_office.USER), _family(today))
    _must(len(outcome.cases) == 1, "register")
    return outcome.cases[0]


def _family(today: date) -> RegisterApplication:
    def name(latin: str, kk: str) -> Name:
        return Name(latin_mrz=latin.upper(), latin_viz=latin, kk_cyr=kk, ru_cyr=kk)

    parent = PersonData(
        names=Names(family=name("Ahmadi", "Ахмади"), given=name("Farid", "Фарид")),
        birth=BirthDate("1986-12-31"),
        sex="male",
        citizenships=("AFG",),
        documents=(DocumentData(type="passport", number="P1234567", country="AFG"),),
    )
    child = MinorData(
        names=Names(family=name("Ahmadi", "Ахмади"), given=name("Zahra", "Захра")),
        birth=BirthDate((today - timedelta(days=3000)).isoformat()),
        sex="female",
        citizenships=("AFG",),
        relation="daughter",
        birth_document=BirthDocument(type="birth_certificate", number="BC-1"),
    )
    applicant = ApplicantData(
        person=parent,
        minors=(child,),
        arrival=ArrivalData(entered_on=today - timedelta(days=2)),
        stay=StayData(kato="750000000", text="Алматы, Достық даңғылы, 85"),
    )
    return RegisterApplication(applicants=(applicant,))


def _sent(store: Store, home: Path) -> dict[str, Any]:
    """A bundle to a centre of its own, and what the centre read."""
    actor = store.actor(demo_office.USER)
    stick = home / "stick"
    stick.mkdir()
    centre = offices.make(home / "centre", _CENTRE, demo_office.PASSPHRASE).store
    try:
        chief = centre.actor(demo_office.USER)
        response = enrolment.certify(centre, chief, enrolment.make_request(store, actor), "smoke-authority")
        enrolment.install(store, actor, response)
        written = exchange.export(store, actor, stick)
        taken = exchange.import_bundles(centre, chief, stick)
        _must(bool(written) and len(taken) == len(written), "exchange")
    finally:
        centre.close()
    return {"bundles": len(written)}


def _reopened(home: Path) -> None:
    store = open_store(home / "office", demo_office.USER, demo_office.PASSPHRASE)
    try:
        _must(store.head.n > 0, "reopen")
    finally:
        store.close()
