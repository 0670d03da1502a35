"""What only the commission may see is hidden from everybody else, and nothing else is."""

from datetime import date
from typing import get_args

import msgspec
import pytest

from app.domain import facts as f
from app.domain.birth import BirthDate
from app.domain.case import CaseState, Decision, Person, Request
from app.domain.facts.office import OfficeKind, Role
from app.domain.facts.values import Blob, Court, GroundChosen, Name, Names, Proof
from app.domain.permissions import Actor
from app.domain.restricted import WHAT, hidden, redacted, restricted_in, shown_to

DAY = date(2026, 6, 15)
SECRET = "what-nobody-else-may-read"
OPEN = "what-the-office-may-read"
SCAN = Blob(h="0" * 64, z=1, type="application/pdf")
PERSON = Person(
    id="p",
    place="applicant",
    recorded=f.case.PersonRecorded(
        person="p", place="applicant", names=Names(family=Name(latin_viz="A")), sex="male", birth=BirthDate("1986")
    ),
    needs=("DS", "SV", "SV-VA", "TR", "SM"),
)


def decision(code: str, words: str, **more: object) -> Decision:
    values = {
        "number": f"D-{code}", "kind": "refuse", "on": DAY, "person": "p", "covers": ("p",),
        "grounds": (GroundChosen(code=code, reason=words, subcode=words),),
        "proofs": (Proof(id="source", text=words),), "note": words,
    }  # fmt: skip
    return Decision(**(values | more))  # type: ignore[arg-type]


def answered(to: str, words: str) -> Request:
    answer = f.case.RequestAnswered(
        request=to, person="p", on=DAY, result="refused", reason=words, reference=words, blobs=(SCAN,)
    )
    return Request(id=to, to=to, person="p", on=DAY, answer=answer)


def interview(words: str, *, closed: bool) -> f.course.InterviewHeld:
    return f.course.InterviewHeld(
        person="p",
        on=DAY,
        officer="o",
        language="prs",
        interpreter=words,
        record=words,
        restricted=closed,
        blobs=(SCAN,),
    )


def evidence(words: str, *, closed: bool) -> f.course.EvidenceAdded:
    return f.course.EvidenceAdded(
        person="p", about="claim", text=words, on=DAY, link=words, restricted=closed, blobs=(SCAN,)
    )


COURT = Court(name=SECRET, on=DAY, number=SECRET, in_force=True)
STATE = CaseState(
    id="case",
    applicant="p",
    persons={"p": PERSON},
    decisions=(decision("A12-01", OPEN), decision("A12-05", SECRET), decision("A13-02", SECRET, court=COURT)),
    requests=(answered("nsc", SECRET), answered("fingerprints", OPEN)),
    interviews=(interview(OPEN, closed=False), interview(SECRET, closed=True)),
    evidence=(evidence(SECRET, closed=True), evidence(OPEN, closed=False)),
)
COMMISSION: list[Actor] = [Actor("x", frozenset({role}), "region") for role in ("secretary", "head")]
OTHERS = [
    Actor("x", frozenset({role}), office)
    for office in get_args(OfficeKind)
    for role in get_args(Role)
    if not (office == "region" and role in {"secretary", "head"})
]


def told(state: CaseState) -> str:
    return msgspec.json.encode(state).decode()


def test_everything_restricted_is_found() -> None:
    assert restricted_in(STATE) == set(WHAT)
    assert restricted_in(CaseState(id="x")) == frozenset()


@pytest.mark.parametrize("actor", OTHERS)
def test_L_4_3_nobody_but_the_commission_reads_what_is_restricted(actor: Actor) -> None:
    for shown in (redacted(STATE, actor), shown_to(STATE, actor), shown_to(STATE, actor, {"all"})):
        assert SECRET not in told(shown)
        assert not {"SV", "SV-VA", "TR", "SM", "A12-05", "A13-02"} & set(told(shown).split('"'))
        assert "note" not in told(shown)
        assert shown.persons["p"].needs == ("DS",)


@pytest.mark.parametrize("actor", COMMISSION)
def test_the_commission_reads_all_of_it_once_it_is_opened(actor: Actor) -> None:
    assert redacted(STATE, actor) == STATE
    assert shown_to(STATE, actor, {"all"}) == STATE
    assert shown_to(STATE, actor, WHAT) == STATE
    assert SECRET not in told(shown_to(STATE, actor))


@pytest.mark.parametrize("what", WHAT)
def test_what_was_opened_is_shown_and_nothing_else(what: str) -> None:
    shown = shown_to(STATE, COMMISSION[0], {what})
    rest = [one for one in WHAT if one != what]
    assert shown == hidden(STATE, rest)
    assert shown != hidden(STATE, WHAT) and hidden(shown, WHAT) == hidden(STATE, WHAT)


def test_what_is_hidden_keeps_its_place() -> None:
    shown = redacted(STATE, OTHERS[0])
    for field in ("decisions", "requests", "interviews", "evidence"):
        assert len(getattr(shown, field)) == len(getattr(STATE, field))
    assert [(len(d.grounds), len(d.proofs)) for d in shown.decisions] == [(1, 1)] * 3
    assert [d.number for d in shown.decisions] == [d.number for d in STATE.decisions]
    nsc = shown.request_for("nsc", "p")
    assert nsc is not None and nsc.answer is not None
    assert (nsc.answer.on, nsc.answer.result) == (DAY, "received")
    assert shown.interviews[1].officer == "o" and not shown.interviews[1].blobs
    assert not shown.evidence[0].blobs and shown.evidence[0].on == DAY


def test_a_clerk_of_the_akimat_reads_ordinary_grounds_and_answers() -> None:
    shown = redacted(STATE, Actor("x", frozenset({"clerk"}), "region"))
    assert shown.decisions[0].grounds == STATE.decisions[0].grounds
    assert shown.requests[1] == STATE.requests[1]
    assert (shown.interviews[0], shown.evidence[1]) == (STATE.interviews[0], STATE.evidence[1])


@pytest.mark.parametrize("office", ["border", "district"])
def test_f_35_an_office_that_only_lodges_sees_no_grounds_at_all(office: OfficeKind) -> None:
    shown = redacted(STATE, Actor("x", frozenset(get_args(Role)), office))
    assert not any(ground.code or ground.reason for d in shown.decisions for ground in d.grounds)
    assert not any(proof.text for d in shown.decisions for proof in d.proofs)


def test_a_ground_that_a_correction_took_away_stays_hidden() -> None:
    slip = f.remedies.DecisionCorrected(
        number="D", reason=SECRET, on=DAY, note=SECRET, grounds=(GroundChosen(code="A12-06", reason=SECRET),)
    )
    state = CaseState(id="x", decisions=(decision("A12-01", OPEN, corrections=(slip,)),))
    assert restricted_in(state) == {"grounds"}
    assert SECRET not in told(redacted(state, OTHERS[0]))


def test_a_ground_of_a_newer_program_is_kept_from_everybody_else() -> None:
    assert restricted_in(CaseState(id="x", decisions=(decision("A99-01", SECRET),))) == {"grounds"}


def test_a_case_without_anything_restricted_is_shown_as_it_is() -> None:
    plain = CaseState(id="x", requests=(answered("fingerprints", OPEN),), evidence=(evidence(OPEN, closed=False),))
    assert shown_to(plain, COMMISSION[0]) == plain
    assert redacted(plain, Actor("x", frozenset({"clerk"}), "region")) == plain


CLERK = Actor("x", frozenset({"clerk"}), "region")


@pytest.mark.parametrize("code", ["A12-05", "A12-06", "A12-07", "A12-08"])
def test_A12_05_A12_06_A12_07_A12_08_are_restricted_with_their_reasons_and_proofs(code: str) -> None:
    state = CaseState(id="x", decisions=(decision(code, SECRET),))
    assert restricted_in(state) == {"grounds"}
    assert SECRET not in told(redacted(state, CLERK)) and code not in told(redacted(state, CLERK)).split('"')


@pytest.mark.parametrize("code", ["A13-02", "A13-03", "A13-04", "A13-05"])
def test_A13_02_A13_03_A13_04_A13_05_are_restricted_with_the_judgment(code: str) -> None:
    state = CaseState(id="x", decisions=(decision(code, SECRET, kind="deprive", court=COURT),))
    assert restricted_in(state) == {"grounds"}
    assert SECRET not in told(redacted(state, CLERK))


@pytest.mark.parametrize("code", ["A12-01", "A12-02", "A12-03", "A12-04", "A12-09", "A12-10", "A13-01", "A14-01"])
def test_A12_02_A12_03_A12_04_A12_09_and_other_ordinary_grounds_are_read_by_the_whole_office(code: str) -> None:
    state = CaseState(id="x", decisions=(decision(code, OPEN),))
    assert restricted_in(state) == frozenset()
    assert redacted(state, CLERK).decisions[0].grounds == state.decisions[0].grounds
