"""A household at the desk: several cases of one family, folded from what the rules make of them."""

from collections.abc import Iterable
from datetime import date

from app.domain import facts as f
from app.domain.case import CaseState, Person
from app.domain.case_fold import evolve
from app.domain.commands import ApplicantData
from app.domain.intake import CaseFacts
from app.domain.own_files import folded
from tests.offices import Desk, adult, applicant, child


class Household:
    """The cases of a family, in the order in which they were opened."""

    def __init__(self, now: str, *applicants: ApplicantData) -> None:
        self.desk = Desk(now)
        self.cases: dict[str, CaseState] = {s.id: s for s in self.desk.register(*(applicants or couple()))}

    def __getitem__(self, place: int) -> CaseState:
        return list(self.cases.values())[place]

    def take(self, made: Iterable[CaseFacts]) -> tuple[CaseState, ...]:
        """Fold what a rule made; the cases that are new."""
        made = tuple(made)
        new = [part.case for part in made if part.case not in self.cases]
        for case in dict.fromkeys(part.case for part in made):
            self.cases[case] = folded(self.cases.get(case, CaseState(id=case)), made)
        return tuple(self.cases[case] for case in dict.fromkeys(new))

    def after(self, place: int, *facts: f.Fact) -> CaseState:
        """A case after some facts."""
        state = self[place]
        for fact in facts:
            state = evolve(state, fact)
        self.cases[state.id] = state
        return state

    def grant(self, place: int, on: date, to: date, kind: str = "grant") -> CaseState:
        """A case whose applicant and minors got the status."""
        state = self[place]
        number = f"D-{place}-{on:%y%m%d}"
        granted = f.case.DecisionTaken(
            number=number,
            kind=kind,  # type: ignore[arg-type]
            on=on,
            person=state.applicant,
            covers=tuple(person.id for person in state.present),
            from_on=on,
            to_on=to,
        )
        return self.after(place, granted)

    def kin(self, place: int) -> tuple[CaseState, ...]:
        """The open cases of the family, as the service reads them."""
        return tuple(self.cases[c] for c in self[place].kin if c in self.cases and self.cases[c].is_open)

    def minor(self, place: int, given: str) -> Person:
        """A person of a case by the given name."""
        return next(p for p in self[place].persons.values() if p.recorded.names.given.latin_mrz == given.upper())


def couple() -> tuple[ApplicantData, ...]:
    """A father with a son near 18 and a small daughter, and the mother with an own application."""
    return (
        applicant(
            adult(sex="male"),
            minors=(
                child("NAVID", "2008-10-14", sex="male", relation="son"),
                child("ZAHRA", "2020-02-20"),
            ),
        ),
        applicant(adult("AHMADI", "MARYAM", "1984-08-09", sex="female"), relation="spouse"),
    )


def valid_lists(cases: Iterable[CaseState], kind: str = "asylum") -> list[str]:
    """The minors of all valid certificates of a kind, and the holders; each person may stand here once."""
    return [
        person
        for state in cases
        for certificate in state.certificates
        if certificate.kind == kind and not certificate.ended
        for person in (certificate.holder, *certificate.minors)
    ]
