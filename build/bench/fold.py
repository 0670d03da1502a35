"""The fold: the state of one case of 500 facts, seven persons and nine years of status, from its facts.

Beside it a plain loop that only keeps the newest values of every field by kind and person: no lists, no rules.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from statistics import median
from typing import Literal

import _bench as b

from app.domain import facts as f
from app.domain.birth import BirthDate
from app.domain.case import CaseState
from app.domain.case_fold import evolve
from app.domain.facts.values import Address, BirthDocument, Blob, Name, Names
from app.journal.entry import NO_HASH, Entry, Envelope, read_envelope, seal
from app.store.folding import fold

FACTS = 500
CASE = "0190a000-0000-7000-8000-000000000000"
REPEAT = 20
AT_MOST_S = 0.001
BEGAN = date(2017, 3, 1)
PERSONS = tuple(f"p{n}" for n in range(7))
PHOTO = Blob(h="0" * 64, z=30_000, type="image/jpeg")


def names(n: int) -> Names:
    """A made-up name."""
    return Names(family=Name(kk_cyr="СЫНАҚОВ", latin_viz="SYNAKOV"), given=Name(kk_cyr=f"А{n}", latin_viz=f"A{n}"))


def intake() -> list[f.Fact]:
    """What is recorded on the first day."""
    moment = datetime(BEGAN.year, BEGAN.month, BEGAN.day, 10, tzinfo=UTC)
    made: list[f.Fact] = [f.case.CaseOpened(source="new", opened_on=BEGAN, person="p0")]
    for n, person in enumerate(PERSONS):
        place: Literal["applicant", "minor"] = "minor" if n else "applicant"
        birth = BirthDate(f"{2016 - n if n else 1986}-05-0{n + 1}")
        made.append(f.case.PersonRecorded(person=person, place=place, names=names(n), sex="female", birth=birth))
        made.append(f.case.DocumentShown(person=person, type="passport", number=f"P{n}"))
        made.append(f.case.PhotoTaken(person=person, blobs=(PHOTO,)))
        if n:
            paper = BirthDocument(type="birth_certificate", number=str(n))
            made.append(f.case.MinorListed(person=person, relation="son", birth_document=paper))
    return [
        *made,
        f.case.StayStated(persons=PERSONS, address=Address(kato="750000000", text="1"), from_on=BEGAN),
        f.case.ArrivalStated(person="p0", way="legal", entered_on=BEGAN),
        f.case.ClaimStated(person="p0", reasons=("religion",)),
        f.case.ApplicationLodged(way="arrival", lodged_at=moment),
        f.case.ApplicationRegistered(number="A-1", registered_on=BEGAN),
    ]


def papers(n: int, day: list[date]) -> list[f.Fact]:
    """The certificate of a year, which replaces that of the year before, and the papers printed in it."""
    certificate = f.case.CertificateIssued(
        number=f"C-{n}", kind="refugee", holder="p0", minors=PERSONS[1:], issued_on=day[10],
        valid_to=day[9] + timedelta(days=365), replaces=f"C-{n - 1}" if n else "",
    )  # fmt: skip
    printed = [
        f.case.PaperIssued(paper=f"w{n}-{k}", form="notice", edition="1", language="kk", on=day[11 + k], blobs=(PHOTO,))
        for k in range(14)
    ]
    return [certificate, *printed]


def year(n: int) -> list[f.Fact]:
    """What is recorded in one year: referrals, a decision with its duties, certificates, papers, moves, notes."""
    on = BEGAN + timedelta(days=365 * n)
    day = [on + timedelta(days=7 * week) for week in range(52)]
    extended = n > 0
    moment = datetime(on.year, on.month, on.day, 9, tzinfo=UTC)
    number = f"D-{n}"
    made: list[f.Fact] = []
    if extended:
        made.append(f.case.ApplicationLodged(way="arrival", lodged_at=moment, kind="extension"))
        made.append(f.case.ApplicationRegistered(number=f"E-{n}", registered_on=on, kind="extension"))
    for k, person in enumerate(PERSONS):
        made.append(f.case.RequestSent(request=f"r{n}-{k}", to="medical", person=person, on=day[k]))
        made.append(f.case.RequestAnswered(request=f"r{n}-{k}", person=person, on=day[k + 9], result="done"))
    made.append(f.course.InterviewHeld(person="p0", on=day[3], officer="u"))
    made.append(f.course.EvidenceAdded(person="p0", about="claim", text="x", on=day[3]))
    made.append(f.course.AssessmentWritten(person="p0", on=day[4], reasons={"religion": "x"}))
    made.append(
        f.case.DecisionTaken(
            number=number, kind="extend" if extended else "grant", on=day[9], person="p0", covers=PERSONS,
            from_on=day[9], to_on=day[9] + timedelta(days=365),
        )
    )  # fmt: skip
    made.append(f.case.DecisionServed(number=number, way="hand", on=day[10]))
    made += [f.case.NoticeSent(decision=number, to=to, on=day[10]) for to in ("iab", "authorised_body")]
    made += papers(n, day)
    made.append(f.case.StayStated(persons=PERSONS, address=Address(kato="750000000", text=str(n)), from_on=day[30]))
    made += [f.case.NoteAdded(text="x") for _ in range(8)]
    made += [f.course.LeafletGiven(person=p, language="fa", on=day[12], subject="refugee") for p in PERSONS[:3]]
    return made


def facts() -> list[f.Fact]:
    """A case of exactly so many facts."""
    made = intake()
    n = 0
    while len(made) < FACTS:
        made += year(n)
        n += 1
    return made[:FACTS]


def folded(made: list[f.Fact]) -> CaseState:
    """The state, fact by fact."""
    state = CaseState(id=CASE, holder="ALA01-S1")
    for fact in made:
        state = evolve(state, fact)
    return state


def plain(made: list[f.Fact]) -> dict[tuple[str, str], dict[str, object]]:
    """The newest values of every field, by kind and person: what a loop without rules would keep."""
    state: dict[tuple[str, str], dict[str, object]] = {}
    for fact in made:
        kept = state.setdefault((fact.KIND, getattr(fact, "person", "")), {})
        for field in fact.__struct_fields__:
            kept[field] = getattr(fact, field)
    return state


def sealed(made: list[f.Fact]) -> list[Entry]:
    """The same facts as entries of a journal."""
    entries: list[Entry] = []
    for n, fact in enumerate(made):
        envelope = Envelope(
            v=1, o="ALA01-S1", e=1, n=n + 1, p=entries[-1].hash if entries else NO_HASH, t=0, c=0, u="u",
            k=fact.KIND, r=CASE, m=1, b=n, s=f.SCHEMA, dg="",
        )  # fmt: skip
        entries.append(seal(envelope, f.encode(fact)))
    return entries


def from_journal(entries: list[Entry]) -> CaseState | None:
    """The state from the bytes of the journal, as a rebuild makes it."""
    return fold((read_envelope(entry.env), entry.body) for entry in entries)


def raw_journal(entries: list[Entry]) -> int:
    """The same bytes through the JSON reader of the standard library, and nothing kept."""
    return sum(len(json.loads(part)) for entry in entries for part in (entry.env, entry.body or b"{}"))


def each(work: Callable[[], object]) -> float:
    """Seconds of one run, over some."""
    return b.timed(lambda: [work() for _ in range(REPEAT)]) / REPEAT


def main() -> None:
    """Print the lines."""
    chosen = b.options()
    made = facts()
    entries = sealed(made)
    found = b.interleaved(chosen.rounds, lambda: each(lambda: folded(made)), lambda: each(lambda: plain(made)))
    ours, raw, ratio = b.spread(found.ours, b.ms), b.spread(found.raw, b.ms), b.spread(found.ratios, b.times)
    b.line(f"fold of a case of {FACTS} facts", ours, raw, ratio, "< 1 ms", met=median(found.ours) < AT_MOST_S)
    found = b.interleaved(
        chosen.rounds, lambda: each(lambda: from_journal(entries)), lambda: each(lambda: raw_journal(entries))
    )
    b.compare(f"the same from the {FACTS} entries of the journal", found)


if __name__ == "__main__":
    main()
