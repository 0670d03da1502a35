"""Fields that the small forms of the case file share: a day, a person of the file, a language, a required choice."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from typing import Any

from app.base.clock import LOCAL
from app.base.errors import Refusal
from app.domain.case import CaseState, Person
from app.ui.binding import Field
from app.ui.editors.editor import Option
from app.ui.pages import wording

Values = Mapping[str, Any]
NOON = time(12)


def day(name: str, label: str, *, required: bool = False, new_row: bool = False, hint: str = "") -> Field:
    """A field for a date."""
    return Field(
        name,
        label,
        "date",
        required=required,
        parse=wording.parse_day,
        show=wording.show_day,
        placeholder="pages-date-example",
        new_row=new_row,
        hint=hint,
    )


def person_field(
    persons: Iterable[Person], name: str = "person", label: str = "acts-person", *, alone: bool = False
) -> tuple[Field, ...]:
    """A choice among persons; no field when there is only one, unless the form shall show whom it is about."""
    among = tuple(persons)
    if len(among) < 2 and not alone:
        return ()

    def choices() -> list[Option]:
        return [Option(one.id, wording.names_text(one.names)) for one in among]

    return (Field(name, label, "choice", required=True, options=choices, span=0),)


def language_field(name: str, label: str, *, required: bool = False) -> Field:
    """A choice among the languages of the list."""
    return Field(name, label, "choice", required=required, options=lambda: wording.options("languages"))


def language_of(state: CaseState) -> str:
    """The language in which the office speaks with the applicant: the interpreter's, else the person's first."""
    if state.interpreter is not None and state.interpreter.language:
        return state.interpreter.language
    return next(iter(state.applicant_person.recorded.languages), "")


def date_of(values: Values, name: str) -> date | None:
    """The date of a field, None when it is empty. *Refuses*: `date.form` and its kin."""
    return wording.to_date(values.get(name), name)


def required_date(values: Values, name: str) -> date:
    """The date of a field. *Refuses*: `pages.date_missing`, `date.form` and its kin."""
    found = date_of(values, name)
    if found is None:
        raise Refusal("pages.date_missing", field=name)
    return found


def moment_of(values: Values, name: str, today: date) -> datetime | None:
    """A moment on the day of a field: none for today, which is now; noon of an earlier day, whose hour nobody knows."""
    found = date_of(values, name)
    return None if found in {None, today} else datetime.combine(found or today, NOON, LOCAL)


def text_of(values: Values, name: str) -> str:
    """What was typed, without the blanks around it."""
    return str(values.get(name) or "").strip()


def chosen(values: Values, name: str) -> str:
    """The code that was chosen. *Refuses*: `pages.choice_missing`."""
    found = text_of(values, name)
    if not found:
        raise Refusal("pages.choice_missing", field=name)
    return found
