"""The small forms of families and moves: an own file at 18, a decision on a child who came later, leaving, arriving."""

from datetime import date

from app.domain import birth
from app.domain.case import CaseState, Person, status
from app.domain.commands import AnnounceDeparture, EnterRecord, GiveOwnFile, LeaveRecord, TakeDecision
from app.domain.own_files import GOES_ON
from app.domain.tasks import open_tasks
from app.ui.binding import Field
from app.ui.pages import wording
from app.ui.pages.act_dialog import ActForm
from app.ui.pages.case_fields import Values, chosen, date_of, day, person_field, required_date, text_of

_OFFICE = 5
"""Letters of the code of an office: three of the region and two digits."""


def come_of_age(state: CaseState, today: date) -> tuple[Person, ...]:
    """The minors who reached 18 by the latest reading of their birth, and of whom something goes on (X-18)."""
    grown = (m for m in state.minors if not birth.is_minor(m.recorded.birth, today))
    return tuple(m for m in grown if status(state, today, m.id) in GOES_ON)


def undecided_children(state: CaseState) -> tuple[Person, ...]:
    """The children whom the decision on the applicant does not cover (L-11.4, f-12)."""
    return tuple(state.persons[t.person] for t in open_tasks(state) if t.kind == "decide_on_child")


def own_file(state: CaseState, today: date) -> ActForm:
    """A minor who reached 18 gets an own file (X-18, L-11.2a)."""
    grown = come_of_age(state, today)
    return ActForm(
        "acts-own-file",
        person_field(grown, "minor", "acts-own-file-who", alone=True),
        {"minor": grown[0].id},
        lambda v: GiveOwnFile(case=state.id, minor=chosen(v, "minor")),
        note="acts-own-file-note",
    )


def decide_child(state: CaseState, today: date) -> ActForm:
    """A decision on a child who was listed after the decision on the applicant (L-11.4, f-12)."""
    children = undecided_children(state)
    fields = (
        *person_field(children, "minor", "pages-minor", alone=True),
        Field(
            "kind",
            "decision-field-kind",
            "segments",
            span=0,
            options=lambda: wording.choices("decision-choice", ("grant", "grant_derivative")),
        ),
        day("on", "pages-on"),
        Field("note", "decision-note", "text", span=0, rows=3, new_row=True),
    )
    return ActForm(
        "acts-decide-child",
        fields,
        {"minor": children[0].id, "kind": "grant", "on": today.isoformat()},
        lambda v: TakeDecision(
            case=state.id,
            kind=chosen(v, "kind"),  # type: ignore[arg-type]
            on=date_of(v, "on"),
            covers=(chosen(v, "minor"),),
            note=text_of(v, "note"),
        ),
        note="acts-decide-child-note",
    )


def departure(state: CaseState, today: date) -> ActForm:
    """The person tells of the intention to leave Kazakhstan (L-8.2.4, L-9.2.2)."""
    fields = (
        day("on", "acts-departure-on"),
        day("planned_on", "acts-departure-planned"),
        Field("country", "acts-departure-country", "choice", options=lambda: wording.options("countries")),
        Field("for_good", "acts-departure-for-good", "flag", span=0),
        *_whole_family(state),
    )

    def command(v: Values) -> AnnounceDeparture:
        whole = v.get("whole", True)
        return AnnounceDeparture(
            case=state.id,
            persons=() if whole else (state.applicant,),
            on=date_of(v, "on"),
            for_good=bool(v.get("for_good")),
            country=text_of(v, "country"),
            planned_on=date_of(v, "planned_on"),
        )

    return ActForm("acts-departure", fields, {"on": today.isoformat(), "whole": True}, command)


def _whole_family(state: CaseState) -> tuple[Field, ...]:
    return (Field("whole", "acts-departure-whole", "flag", span=0),) if len(state.present) > 1 else ()


def leave(state: CaseState, today: date) -> ActForm:
    """The persons leave the record of this office to move to another (L-8.2.5, L-9.2.3)."""
    fields = (
        Field("to", "acts-leave-to", required=True, max_length=_OFFICE, hint="acts-office-hint"),
        day("on", "pages-on"),
        Field("note", "decision-note", span=0, max_length=300),
    )
    return ActForm(
        "acts-leave",
        fields,
        {"on": today.isoformat()},
        lambda v: LeaveRecord(case=state.id, to=text_of(v, "to"), on=date_of(v, "on"), note=text_of(v, "note")),
        note="acts-leave-note",
    )


def arrive(state: CaseState, today: date) -> ActForm:
    """The persons arrived and go on the record of this office (L-8.2.5, L-9.2.3)."""
    fields = (
        Field("from_office", "acts-arrive-from", required=True, max_length=_OFFICE, hint="acts-office-hint"),
        day("arrived_on", "acts-arrive-on", required=True),
        day("on", "acts-arrive-recorded"),
        Field("late_reason", "acts-late-reason", max_length=300),
    )
    return ActForm(
        "acts-arrive",
        fields,
        {"on": today.isoformat()},
        lambda v: EnterRecord(
            case=state.id,
            from_office=text_of(v, "from_office"),
            arrived_on=required_date(v, "arrived_on"),
            on=date_of(v, "on"),
            late_reason=text_of(v, "late_reason"),
        ),
    )
