"""Every command with missing, contradictory, future, ancient and wrong-office data: a fact or a refusal, no more."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.base.errors import Refusal
from app.domain.case import CaseState
from app.domain.commands import (
    COMMANDS,
    AddNote,
    ArrivalData,
    CloseCase,
    Command,
    IssueCertificate,
    LodgeAppeal,
    LodgeAtBorder,
    LodgeExtension,
    RecordAnswer,
    RecordDetention,
    RegisterCard,
    ServeDecision,
    TakeDecision,
    WithdrawApplication,
    WriteAssessment,
)
from app.domain.course import SIX_REASONS
from app.domain.facts.values import GroundChosen
from app.domain.permissions import TABLE
from app.domain.tasks import open_tasks
from app.messages import catalogue
from app.services import offices
from app.services.acts import carry_out, perform, read_command
from app.store.store import Store
from tests.offices import adult, applicant, at, child, do, make_store, register, state_of
from tests.properties.odd_values import Scene, commands, documents

KINDS = ("border", "district", "region", "centre")
NOW = at("2026-06-15 10:00")
HAND_OVER = {("close_case", "border"), ("close_case", "district")}
"""An intake office closes a file that it handed over (`permissions.hands_over`)."""
EVERY = [(name, kind) for name in COMMANDS for kind in KINDS]
PAIRS = [(name, kind) for name, kind in EVERY if kind in TABLE[name][0] or (name, kind) in HAND_OVER]
ELSEWHERE = [pair for pair in EVERY if pair not in PAIRS]
BLANKS = {"OLD": 1, "ASKED": 2, "NEW": 3}
CALENDARS = ("kz-2025.1", "kz-2026.1")
QUICK = settings(max_examples=settings().max_examples // 2, suppress_health_check=list(HealthCheck))


class World(NamedTuple):
    """An office in the middle of its work, and what can be named in it."""

    store: Store
    scenes: tuple[Scene, ...]


def _recognised(store: Store, given: str) -> str:
    """A refugee with a child and a certificate."""
    arrival = ArrivalData(entered_on=store.clock.today())
    person, minor = adult("CASE", given, "1985-03-03"), child(given + "S", "2009-01-01")
    (case,) = register(store, applicant(person, minors=(minor,), arrival=arrival))
    do(store, RecordAnswer(case=case, to="fingerprints", result="done"))
    do(store, TakeDecision(case=case, kind="grant"))
    do(store, IssueCertificate(case=case, kind="refugee", blank=f"KZ{BLANKS[given]:08}"))
    return case


def _refused(store: Store) -> str:
    (case,) = register(store, applicant(adult("CASE", "RE", "1985-03-03")))
    do(store, WriteAssessment(case=case, reasons=dict.fromkeys(SIX_REASONS, "жоқ"), protection="жоқ"))
    do(store, TakeDecision(case=case, kind="refuse", grounds=(GroundChosen(code="A12-01", reason="негіз"),)))
    do(store, ServeDecision(case=case, way="hand"))
    do(store, LodgeAppeal(case=case, level="pre_trial", body="МАЙ"))
    return case


def _region(store: Store) -> tuple[str, ...]:
    """Cases in every state: statuses run out and current, refused and appealed, pending, noticed, closed, withdrawn."""
    store.set_clock(at("2025-06-10 10:00"))
    expired, asked = _recognised(store, "OLD"), _recognised(store, "ASKED")
    store.set_clock(at("2026-05-01 10:00"))
    do(store, LodgeExtension(case=asked))
    grown = child("GROWN", "2008-06-15")
    turned = register(
        store, applicant(adult("CASE", "TU", "1985-03-03"), minors=(grown,), arrival=ArrivalData(way="already_here"))
    )
    store.set_clock(NOW)
    person = adult("NOTICED", "ONE", "1990-01-01")
    noticed = RecordDetention(person=person, body="ҰҚК", detained_at=at("2026-06-14 09:00"), received_at=NOW)
    pending = register(
        store,
        applicant(minors=(child("ZAHRA"), child("OMAR", "2010-06-15", birth_document=None, verbal=True))),
        applicant(adult("AHMADI", "MARYAM", "1990-02-11"), relation="spouse"),
    )
    alone = register(store, applicant(adult("ALONE", "CHILD", "2012-05-05"), unaccompanied=True))
    closed, gone = (register(store, applicant(adult("CASE", name, "1985-03-03")))[0] for name in ("CL", "WI"))
    do(store, CloseCase(case=closed, code="DEP", certificate="lost"))
    do(store, WithdrawApplication(case=gone, statement="өтініш"))
    files = (*do(store, noticed).cases, *turned, *pending, *alone, _refused(store), _recognised(store, "NEW"))
    return (*files, expired, asked, closed, gone)


def _intake(store: Store) -> tuple[str, ...]:
    lodged = do(store, LodgeAtBorder(applicants=(applicant(minors=(child(),)),))).cases
    return (*lodged, *do(store, RegisterCard(applicants=(applicant(adult("CARD", "ONE")),), site="Лагерь")).cases)


def _scenes(store: Store, cases: tuple[str, ...]) -> tuple[Scene, ...]:
    """What fits in each case, and what other cases can be named beside it."""
    states = [state_of(store, case) for case in cases]
    others = tuple(person for state in states for person in state.persons)
    return tuple(_scene(state, cases, others) for state in states) or ({"second": ("head",), "version": CALENDARS},)


def _scene(state: CaseState, cases: tuple[str, ...], others: tuple[str, ...]) -> Scene:
    decisions = tuple(d.number for d in state.decisions)
    valid = tuple(c.number for c in state.certificates if not c.ended)
    persons = tuple(state.persons)
    return {
        "case": (state.id,),
        **dict.fromkeys(("other_case", "into", "successor", "link"), cases),
        "joins": ("", *cases),
        **dict.fromkeys(("person", "keep", "persons", "covers"), persons),
        "minor": tuple(m.id for m in state.minors) or persons,
        **dict.fromkeys(("gone", "other_person"), others),
        "decision": ("", *decisions),
        "number": (*valid, "1-2/34"),
        "border_receipt": ("", state.number),
        "appeal": ("", *(a.id for a in state.appeals)),
        "blank": ("", "KZ12345679"),
        "to": (*cases, "AST01"),
        **dict.fromkeys(("second", "user", "officer"), ("head",)),
        "key": ("decision.alerts", "appeal.term", "commission.quorum", "majority.leap_day"),
        "value": ("60,20", "2", "1/2", "02-28"),
        "version": CALENDARS,
        "code": ("A12-01", "A12-03", "A13-02", "A14-07", "DEP", "TRF", "ERR", "DTH"),
    }


@pytest.fixture(scope="module")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, World]]:
    """One office of each kind."""
    made: dict[str, World] = {}
    for kind in KINDS:
        store = make_store(tmp_path_factory.mktemp("bad") / kind, kind=kind)
        store.set_clock(NOW)
        offices.add_user(store, store.actor("clerk"), "head", "Бастық", ("head", "secretary", "clerk"))
        cases = _region(store) if kind == "region" else () if kind == "centre" else _intake(store)
        made[kind] = World(store, _scenes(store, cases))
    yield made
    for world in made.values():
        world.store.close()


def tried(store: Store, command: Command) -> None:
    """Carry out a command as far as the commit, which is left out so that every example meets the same office."""
    head = store.head
    try:
        with store.unit(store.actor("clerk")) as uow:
            cases = carry_out(uow, command)
            uow._write_journal()
            uow._write_cases()
            for write in uow._projections():
                write()
            assert uow.recorded
            for case in cases:
                open_tasks(uow.case(case))
    except Refusal as refusal:
        refused(store, command, refusal)
    assert store.head == head


def refused(store: Store, command: Command, refusal: Refusal) -> None:
    """A refusal has its sentence, is the same at the real door, and leaves nothing behind."""
    assert all(catalogue.sentence(refusal, language) for language in catalogue.LANGUAGES)
    with pytest.raises(Refusal) as again:
        perform(store, store.actor("clerk"), command)
    assert again.value.rule == refusal.rule


@pytest.mark.parametrize(("name", "kind"), PAIRS)
def test_a_command_records_or_refuses(worlds: dict[str, World], name: str, kind: str) -> None:
    store, scenes = worlds[kind]

    @QUICK
    @given(commands(COMMANDS[name], scenes))
    def holds(command: Command) -> None:
        tried(store, command)

    holds()


@pytest.mark.parametrize(("name", "kind"), ELSEWHERE)
def test_the_wrong_office_is_refused_whatever_the_command_says(worlds: dict[str, World], name: str, kind: str) -> None:
    store, scenes = worlds[kind]

    @settings(QUICK, max_examples=2)
    @given(commands(COMMANDS[name], scenes))
    def holds(command: Command) -> None:
        with pytest.raises(Refusal) as refusal:
            perform(store, store.actor("clerk"), command)
        assert refusal.value.rule in {"permission.office", "fact.unwritable"}

    holds()


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_json_of_any_shape_becomes_a_command_or_a_refusal(worlds: dict[str, World], name: str) -> None:
    store, scenes = worlds["region"]

    @QUICK
    @given(documents(COMMANDS[name], scenes[1]))
    def holds(values: Any) -> None:
        try:
            command = read_command(name, values)
        except Refusal as refusal:
            assert refusal.rule == "command.form"
            assert all(catalogue.sentence(refusal, language) for language in catalogue.LANGUAGES)
            return
        if "region" in TABLE[name][0]:
            tried(store, command)

    holds()


@given(st.text(max_size=20).filter(lambda name: name not in COMMANDS))
def test_an_unknown_command_is_refused(name: str) -> None:
    with pytest.raises(Refusal) as refusal:
        read_command(name, {})
    assert refusal.value.rule == "command.unknown"


def test_a_text_longer_than_an_entry_of_the_journal_is_refused(worlds: dict[str, World]) -> None:
    store, scenes = worlds["region"]
    for scene in scenes:
        for text in ("Қ" * 3_000_000, "\ud800"):
            with pytest.raises(Refusal) as refusal:
                perform(store, store.actor("clerk"), AddNote(case=scene["case"][0], text=text))
            assert refusal.value.rule in {"fact.too_large", "fact.unwritable"}
