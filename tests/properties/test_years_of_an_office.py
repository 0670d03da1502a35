"""An office plays for years against a real store, the clock leaping: whatever it does, what the law asks for holds."""

import shutil
import tempfile
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path

import msgspec
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from app.base.clock import LOCAL
from app.base.errors import Refusal
from app.domain import numbers
from app.domain.birth import LeapDay, is_minor
from app.domain.case import CaseState, status
from app.domain.commands import Command
from app.domain.deadlines import deadlines
from app.domain.facts.case import DecisionTaken
from app.domain.rules import fingerprints_from
from app.messages import catalogue
from app.messages.deadlines import deadline_explanation, deadline_title
from app.services import offices, papers
from app.store.folding import entries_of, fact_of, fold
from app.store.rebuild import rebuild, verify
from app.store.rows import cases
from app.store.store import Store, open_store
from tests.offices import PASSPHRASE, at, do, dump, make_store, state_of, trace
from tests.properties.office_acts import COURSES, EVERY, FITTING, Day, alone, family

BEGINNING = at("2023-11-20 10:00")
"""Before fingerprints became a condition, so that the transition is played too (f-16)."""
LAST_DAY = date(2029, 6, 1)
pick = st.integers(0, 10_000)


class Office(RuleBasedStateMachine):
    """What an office does in some years, allowed or not."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="pana-years-"))
        self.store: Store = make_store(self.folder / "s")
        self.now: datetime = BEGINNING
        self.cases: list[str] = []
        self.named = 0
        self.explained: dict[str, int] = {}

    @initialize(n=pick)
    def begin(self, n: int) -> None:
        self.store.set_clock(self.now)
        offices.add_user(self.store, self.store.actor("clerk"), "head", "Бастық", ("head",))
        for command in (family(self.day(None, n), 4), family(self.day(None, n + 1), 1), alone(self.day(None, n))):
            self.cases += self.act(command)
        assert self.cases
        if n % 2:
            self.play("recognise", 0, n)

    def teardown(self) -> None:
        """At the end everything derived is built anew from the journal, and is the same."""
        before = dump(self.store)
        rebuild(self.store)
        assert dump(self.store) == before
        self.store.close()
        shutil.rmtree(self.folder)

    # -- acts -----------------------------------------------------------------------------------------------------

    def act(self, command: Command) -> tuple[str, ...]:
        """Carry out a command; a refusal has its sentences and leaves no trace."""
        head = self.store.head
        try:
            outcome = do(self.store, command)
        except Refusal as refusal:
            assert self.store.head == head
            assert all(catalogue.sentence(refusal, language) for language in catalogue.LANGUAGES)
            return ()
        assert outcome.facts
        return outcome.cases

    def play(self, name: str, n: int, m: int) -> None:
        """An act, or the acts of a course, about the same case."""
        for act in COURSES.get(name, (name,)):
            found = self.act(EVERY[act](self.day(n, m)))
            self.cases += [case for case in found if case not in self.cases]

    def day(self, n: int | None, m: int) -> Day:
        """The day, for a case chosen by a number; the very first one has no case."""
        self.named += 6
        nobody = CaseState(id="none", applicant="nobody")
        states = [nobody] * 2 if n is None else [self.state(n), self.state(n + 1 + m)]
        return Day(self.now.astimezone(LOCAL).date(), states[0], states[1], m, self.named)

    def state(self, n: int) -> CaseState:
        return state_of(self.store, self.cases[n % len(self.cases)])

    @rule(days=st.sampled_from((1, 7, 91, 182, 340, 366)))
    def wait(self, days: int) -> None:
        """Time passes, in leaps; the program is closed meanwhile."""
        before = trace(self.store)
        self.store.close()
        self.store = open_store(self.folder / "s", "clerk", PASSPHRASE)
        assert trace(self.store) == before
        self.store.set_clock(self.now)
        self.pass_days(days)

    def pass_days(self, days: int) -> None:
        """Set the clock forward; the calendar that ships ends after some years."""
        if self.now.date() + timedelta(days=days) < LAST_DAY:
            self.now += timedelta(days=days)
            self.store.set_clock(self.now)

    @rule(steps=st.lists(st.tuples(st.integers(0, 45), pick, pick, pick), min_size=10, max_size=25))
    def go_on(self, steps: list[tuple[int, int, int, int]]) -> None:
        """Some months: every few days what comes next in one of the cases."""
        for days, n, m, act in steps:
            self.pass_days(days)
            state = self.state(n)
            held = status(state, self.now.date())
            over = held == "refugee" and self.run_out(state)
            fitting = FITTING["run_out" if over else held]
            # Mixed, because Hypothesis likes to draw the same numbers again.
            chosen = act * 7919 + n * 104_729 + m * 31 + self.named
            self.play(fitting[chosen % len(fitting)], n, chosen // 7)
            self.everything_holds()

    def run_out(self, state: CaseState) -> bool:
        decision = state.status_decision(state.applicant)
        return decision is not None and decision.to_on is not None and decision.to_on < self.now.date()

    @rule(name=st.sampled_from(sorted(EVERY)), n=pick, m=pick)
    def do_anything(self, name: str, n: int, m: int) -> None:
        """Any act, whether it fits or not."""
        self.play(name, n, m)

    @rule(n=pick)
    def issue_paper(self, n: int) -> None:
        state = self.state(n)
        forms = papers.available(state)
        if forms:
            issued = papers.issue(self.store, self.store.actor("clerk"), state.id, forms[n % len(forms)])
            assert papers.read(self.store, issued.paper) == issued.data

    # -- what always holds ----------------------------------------------------------------------------------------

    def states(self) -> list[CaseState]:
        return [state_of(self.store, case) for case in self.cases]

    @invariant()
    def everything_holds(self) -> None:
        self.the_store_is_whole_and_its_journal_gives_what_it_shows()
        self.nobody_has_two_valid_certificates()
        self.a_child_stands_in_one_open_application()
        self.no_adult_is_decided_on_without_an_own_application()
        self.no_status_without_fingerprints_or_the_word_of_the_commission()
        self.a_status_follows_a_decision()
        self.every_deadline_explains_itself_and_is_counted_the_same_again()
        self.numbers_are_never_given_twice()
        self.every_case_is_found_and_counted()

    def the_store_is_whole_and_its_journal_gives_what_it_shows(self) -> None:
        assert verify(self.store).problems == ()
        with self.store.reading() as connection:
            for state in self.states():
                assert fold(entries_of(connection, state.id)) == state

    def nobody_has_two_valid_certificates(self) -> None:
        states = self.states()
        valid = [(s, c) for s in states for c in s.certificates if not c.ended]
        # A refugee has one of each kind while a minor in the file is not decided on.
        assert _once((c.kind, c.holder) for _, c in valid), "X-cert"
        # The row of a child who moved is struck; that the booklet has to be made anew is a task.
        listed = [minor for _, c in valid for minor in c.minors]
        assert _once(listed), "L-10.7a"
        for state, certificate in valid:
            assert certificate.holder == state.applicant

    def a_child_stands_in_one_open_application(self) -> None:
        assert _once(minor.id for state in self.states() if state.is_open for minor in state.minors)

    def no_adult_is_decided_on_without_an_own_application(self) -> None:
        leap_day = self.store.settings.word("majority.leap_day")
        for state in self.states():
            for decision in state.decisions:
                if not decision.carried:
                    assert decision.person == state.applicant
                    assert state.registered_on is not None
                    assert state.registered_on <= decision.on
                    grown = [p for p in decision.covers if self.grown_by_first_data(state, p, decision.on, leap_day)]
                    assert grown in ([], [state.applicant]), "L-11.2a"

    def grown_by_first_data(self, state: CaseState, person: str, on: date, leap_day: LeapDay) -> bool:
        """Whether a person had reached 18 on a day; who was corrected since is not held against the decision."""
        known = state.persons[person]
        return not known.corrected and not is_minor(known.recorded.birth, on, leap_day)

    def no_status_without_fingerprints_or_the_word_of_the_commission(self) -> None:
        for case in self.cases:
            fingerprints = "open"
            with self.store.reading() as connection:
                entries = entries_of(connection, case)
            for envelope, body in entries:
                fact = fact_of(envelope, body)
                if envelope.k == "request.answered" and fact.result != "received":  # type: ignore[union-attr]
                    fingerprints = self.answer_to_fingerprints(case, fact, fingerprints)
                if isinstance(fact, DecisionTaken) and fact.kind.startswith("grant") and fact.on >= fingerprints_from():
                    assert fingerprints in {"done", "not_required"} or fact.override, "L-10.6c, f-16"

    def answer_to_fingerprints(self, case: str, fact: object, before: str) -> str:
        state = state_of(self.store, case)
        asked = {r.id for r in state.requests if r.to == "fingerprints" and r.person == state.applicant}
        return fact.result if fact.request in asked else before  # type: ignore[attr-defined]

    def a_status_follows_a_decision(self) -> None:
        today = self.now.date()
        for state in self.states():
            for person in state.present:
                decision = state.status_decision(person.id, today)
                if status(state, today, person.id) in {"refugee", "expired_extension_pending"}:
                    assert decision is not None
                    assert decision.to_on is not None
                elif status(state, today, person.id) in {"refused", "deprived", "terminated"}:
                    assert decision is not None
            given = {d.on for d in state.decisions if d.kind in {"grant", "grant_derivative", "extend"} or d.carried}
            for certificate in state.certificates:
                assert certificate.issued_on >= (min(given, default=date.max) if certificate.kind == "refugee" else
                                                 state.registered_on or date.max)  # fmt: skip

    def every_deadline_explains_itself_and_is_counted_the_same_again(self) -> None:
        office = (self.store.calendar, self.store.settings)
        for state in self.states():
            if self.explained.get(state.id) == state.version:
                continue
            self.explained[state.id] = state.version
            found = list(deadlines(state, *office))
            assert found == list(deadlines(msgspec.json.decode(msgspec.json.encode(state), type=CaseState), *office))
            for deadline in found:
                for language in catalogue.LANGUAGES:
                    assert deadline_title(deadline, language)
                    assert all(deadline_explanation(deadline, language))

    def numbers_are_never_given_twice(self) -> None:
        states = self.states()
        given = [s.number for s in states if s.number] + [p.number for s in states for p in s.postponements]
        given += [d.number for s in states for d in s.decisions if not d.carried]
        given += [c.number for s in states for c in s.certificates]
        assert _once(given)
        assert all(numbers.parse(s.number) for s in states if s.number)

    def every_case_is_found_and_counted(self) -> None:
        states = self.states()
        with self.store.reading() as connection:
            for state in states:
                assert not state.number or cases.find_case(connection, state.number) == state.id
            stock = cases.stock(connection, self.now.date())
        people = Counter(status(s, self.now.date(), p.id) for s in states for p in s.present)
        assert stock.refugees <= people["refugee"]


def _once(things: object) -> bool:
    return all(count == 1 for count in Counter(things).values())  # type: ignore[call-overload]


Office.TestCase.settings = settings(
    max_examples=10, stateful_step_count=18, deadline=None, suppress_health_check=list(HealthCheck)
)
TestOffice = Office.TestCase
