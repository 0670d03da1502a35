"""An office plays at random against a real store: after every act the store is whole and a rebuild gives the same."""

import shutil
import tempfile
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.base.errors import Refusal
from app.domain import numbers
from app.domain.case import CaseState, status
from app.domain.commands import (
    AddNote,
    ArrivalData,
    CloseCase,
    Command,
    IssueCertificate,
    ListMinor,
    PostponeConsideration,
    ProveMinor,
    RecordAnswer,
    RecordConsent,
    RecordRequest,
    RegisterApplication,
    SendNotice,
    ServeDecision,
    TakeDecision,
    WithdrawApplication,
)
from app.domain.facts.values import BirthDocument, GroundChosen
from app.messages import catalogue
from app.services import offices, papers
from app.store.rebuild import rebuild, verify
from app.store.rows import cases
from app.store.store import Store, open_store
from tests.offices import PASSPHRASE, adult, applicant, at, child, do, dump, make_store, state_of, trace

GIVEN = ("ALI", "OMAR", "ZAHRA", "LAILA", "NAVID", "SAMIR", "TARIQ", "MARYAM", "HASAN", "NOOR", "IDRIS", "AMINA")
SETTINGS = (
    ("fingerprint.target", "7"),
    ("decision.alerts", "60,20"),
    ("postponement.limit_from", "postponement_decision"),
)
pick = st.integers(0, 1000)


class Office(RuleBasedStateMachine):
    """What a clerk does in some months, allowed or not."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="pana-machine-"))
        self.store: Store = make_store(self.folder / "s")
        self.now = at("2026-06-15 10:00")
        self.cases: list[str] = []
        self.born = 0

    @initialize()
    def begin(self) -> None:
        self.store.set_clock(self.now)

    def teardown(self) -> None:
        self.store.close()
        shutil.rmtree(self.folder)

    # -- acts -----------------------------------------------------------------------------------------------------

    def act(self, command: Command) -> tuple[str, ...]:
        """Carry out a command; a refusal has its sentences and leaves no trace."""
        before = trace(self.store)
        try:
            outcome = do(self.store, command)
        except Refusal as refusal:
            assert trace(self.store) == before
            assert all(catalogue.sentence(refusal, language) for language in catalogue.LANGUAGES)
            return ()
        return outcome.cases

    def state(self, n: int) -> CaseState:
        return state_of(self.store, self.cases[n % len(self.cases)])

    def near(self, days: int) -> date:
        return self.now.date() + timedelta(days=days)

    def name(self) -> str:
        self.born += 1
        return GIVEN[self.born % len(GIVEN)] + "ABCDEFGHIK"[self.born // len(GIVEN) % 10]

    @rule(adults=st.integers(1, 3), minors=st.integers(0, 3), again=st.booleans(), days=st.integers(-20, 1))
    def register(self, adults: int, minors: int, again: bool, days: int) -> None:
        children = [child("TWICE" if again and n == 0 else self.name()) for n in range(minors)]
        family = [
            applicant(
                adult("NOORI", self.name()), minors=tuple(children) if n == 0 else (), relation="spouse" if n else "",
                arrival=ArrivalData(entered_on=self.near(days)),
            )
            for n in range(adults)
        ]  # fmt: skip
        self.cases += self.act(RegisterApplication(applicants=tuple(family)))

    @rule(days=st.sampled_from((1, 7, 30, 200)))
    def wait(self, days: int) -> None:
        self.now += timedelta(days=days)
        self.store.set_clock(self.now)

    @precondition(lambda self: self.cases)
    @rule(n=pick, result=st.sampled_from(("done", "refused", "not_required", "received")), days=st.integers(-3, 1))
    def answer(self, n: int, result: Any, days: int) -> None:
        words = {"reason": "15", "basis": "40-VI", "confirmed_by": "X"} if n % 4 else {}
        self.act(RecordAnswer(case=self.state(n).id, to="fingerprints", result=result, on=self.near(days), **words))

    @precondition(lambda self: self.cases)
    @rule(n=pick, to=st.sampled_from(("medical", "nsc", "fingerprints")))
    def request(self, n: int, to: Any) -> None:
        self.act(RecordRequest(case=self.state(n).id, to=to))

    @precondition(lambda self: self.cases)
    @rule(n=pick, given=st.booleans())
    def consent(self, n: int, given: bool) -> None:
        self.act(RecordConsent(case=self.state(n).id, given=given))

    @precondition(lambda self: self.cases)
    @rule(n=pick, days=st.sampled_from((0, 60, 180, 300, 500)))
    def postpone(self, n: int, days: int) -> None:
        self.act(PostponeConsideration(case=self.state(n).id, until=self.near(days), reason="тексеру" if n % 5 else ""))

    @precondition(lambda self: self.cases)
    @rule(
        n=pick, kind=st.sampled_from(("grant", "grant", "grant_derivative", "refuse", "extend")),
        code=st.sampled_from(("A12-01", "A12-10", "A13-01")), days=st.integers(-5, 1), alone=st.booleans(),
    )  # fmt: skip
    def decide(self, n: int, kind: Any, code: str, days: int, alone: bool) -> None:
        state = self.state(n)
        grounds = (GroundChosen(code=code, reason="негіз"),) if kind == "refuse" else ()
        covers = (state.applicant,) if alone else None
        self.act(TakeDecision(case=state.id, kind=kind, on=self.near(days), grounds=grounds, covers=covers))

    @precondition(lambda self: self.cases)
    @rule(n=pick, kind=st.sampled_from(("asylum", "refugee")))
    def certificate(self, n: int, kind: Any) -> None:
        self.act(IssueCertificate(case=self.state(n).id, kind=kind))

    @precondition(lambda self: self.cases)
    @rule(n=pick, to=st.sampled_from(("iab", "authorised_body")), days=st.integers(-3, 1))
    def notify(self, n: int, to: Any, days: int) -> None:
        self.act(SendNotice(case=self.state(n).id, to=to, on=self.near(days)))

    @precondition(lambda self: self.cases)
    @rule(n=pick, days=st.integers(-3, 1))
    def serve(self, n: int, days: int) -> None:
        self.act(ServeDecision(case=self.state(n).id, way="hand", on=self.near(days)))

    @precondition(lambda self: self.cases)
    @rule(n=pick, again=st.booleans(), proven=st.booleans())
    def list_minor(self, n: int, again: bool, proven: bool) -> None:
        state = self.state(n)
        self.act(
            ListMinor(case=state.id, minor=child("TWICE" if again else self.name(), birth_document=None, verbal=True))
        )
        told = [m for m in state_of(self.store, state.id).minors if m.verbal]
        if proven and told:
            document = BirthDocument(type="birth_certificate", number="1")
            self.act(ProveMinor(case=state.id, minor=told[0].id, birth_document=document))

    @precondition(lambda self: self.cases)
    @rule(n=pick)
    def withdraw(self, n: int) -> None:
        self.act(WithdrawApplication(case=self.state(n).id))

    @precondition(lambda self: self.cases)
    @rule(n=pick, code=st.sampled_from(("DEP", "DTH", "nonsense")))
    def close(self, n: int, code: str) -> None:
        self.act(CloseCase(case=self.state(n).id, code=code))

    @precondition(lambda self: self.cases)
    @rule(n=pick)
    def note(self, n: int) -> None:
        self.act(AddNote(case=self.state(n).id, text="ескертпе"))

    @precondition(lambda self: self.cases)
    @rule(n=pick)
    def issue_paper(self, n: int) -> None:
        state = self.state(n)
        forms = papers.available(state)
        issued = papers.issue(self.store, self.store.actor("clerk"), state.id, forms[n % len(forms)])
        assert papers.read(self.store, issued.paper) == issued.data

    @rule(n=pick)
    def change_setting(self, n: int) -> None:
        key, value = SETTINGS[n % len(SETTINGS)]
        offices.change_setting(self.store, self.store.actor("clerk"), key, value, "сынақ")

    @rule()
    def reopen(self) -> None:
        before = trace(self.store)
        self.store.close()
        self.store = open_store(self.folder / "s", "clerk", PASSPHRASE)
        assert trace(self.store) == before

    # -- what always holds ----------------------------------------------------------------------------------------

    @invariant()
    def the_store_is_whole_and_a_rebuild_gives_the_same(self) -> None:
        assert verify(self.store).problems == ()
        before = dump(self.store)
        rebuild(self.store)
        assert dump(self.store) == before

    @invariant()
    def nobody_has_two_valid_certificates_of_a_kind(self) -> None:
        states = [state_of(self.store, case) for case in self.cases]
        valid = [(c.kind, p) for s in states for c in s.certificates if not c.ended for p in (c.holder, *c.minors)]
        assert all(count == 1 for count in Counter(valid).values())
        for state in states:
            for certificate in state.certificates:
                assert certificate.issued_on >= (state.registered_on or date.max)
            assert state.certificates[0].issued_on == state.registered_on
            if state.is_open and not state.decisions:
                (asylum,) = [c for c in state.certificates if not c.ended]
                assert set(asylum.minors) == {minor.id for minor in state.minors}

    @invariant()
    def a_child_stands_in_one_open_application(self) -> None:
        open_now = [s for s in (state_of(self.store, case) for case in self.cases) if s.is_open]
        children = Counter((m.names.full("latin"), m.recorded.birth.value) for s in open_now for m in s.minors)
        assert all(count == 1 for count in children.values())

    @invariant()
    def numbers_are_never_given_twice(self) -> None:
        states = [state_of(self.store, case) for case in self.cases]
        given = [s.number for s in states] + [c.number for s in states for c in s.certificates]
        given += [d.number for s in states for d in s.decisions] + [p.number for s in states for p in s.postponements]
        assert len(given) == len(set(given))
        assert all(numbers.parse(number) for number in given)

    @invariant()
    def every_case_is_found_and_counted(self) -> None:
        with self.store.reading() as connection:
            for case in self.cases:
                state = state_of(self.store, case)
                assert cases.find_case(connection, state.number) == case
            stock = cases.stock(connection, self.now.date())
        people = [(s, p.id) for s in (state_of(self.store, case) for case in self.cases) for p in s.present]
        found = Counter(status(s, self.now.date(), p) for s, p in people)
        assert (stock.pending, stock.refused) == (found["asylum_seeker"], found["refused"])
        assert stock.refugees <= found["refugee"]


Office.TestCase.settings = settings(
    max_examples=12, stateful_step_count=18, deadline=None, suppress_health_check=list(HealthCheck)
)
TestOffice = Office.TestCase
