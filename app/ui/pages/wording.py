"""How persons, statuses, dates and deadlines are written on the screens; the sentences stand in `app.messages`."""

from collections.abc import Iterable
from datetime import date, datetime

from app.base.clock import LOCAL
from app.base.errors import Refusal
from app.domain import birth, reference
from app.domain.case import CaseState, Person
from app.domain.deadlines import Colour, Deadline, colour
from app.domain.facts.values import Names
from app.domain.permissions import Actor
from app.messages.deadlines import deadline_title
from app.store.rows.cases import DueRow, Row, alert_days
from app.store.store import Store
from app.ui import tr
from app.ui.editors.editor import Option
from app.ui.theme import ToneName

STATUS_TONES: dict[str, ToneName] = {
    "": "neutral",
    "intention": "warning",
    "asylum_seeker": "info",
    "refugee": "success",
    "expired_extension_pending": "warning",
    "refused": "danger",
    "lapsed": "neutral",
    "deprived": "danger",
    "terminated": "neutral",
    "closed": "neutral",
}
COLOUR_TONES: dict[Colour, ToneName] = {
    "green": "neutral",
    "amber": "warning",
    "orange": "warning",
    "red": "danger",
    "done": "success",
}
ROLES = ("head", "secretary", "clerk", "administrator", "auditor")
DASH = "—"


def capital(text: str) -> str:
    """A text with a capital letter in front, for chips and lines of their own."""
    return text[:1].upper() + text[1:]


def status_text(status: str) -> str:
    """The name of a status."""
    return capital(tr.tr(f"status-{status.replace('_', '-') or 'none'}"))


def status_tone(status: str) -> ToneName:
    """The colour of a status."""
    return STATUS_TONES.get(status, "neutral")


def day(value: date | None) -> str:
    """A date as it is written here, or a dash."""
    return value.strftime("%d.%m.%Y") if value else DASH


def moment(value: datetime | None) -> str:
    """A date and time at UTC+5, or a dash."""
    return value.astimezone(LOCAL).strftime("%d.%m.%Y %H:%M") if value else DASH


def moment_ms(at_ms: int) -> str:
    """A moment of the journal at UTC+5."""
    return moment(datetime.fromtimestamp(at_ms / 1000, LOCAL))


def _spelling() -> str:
    return {"kk": "kk_cyr", "ru": "ru_cyr", "en": "latin"}[tr.language()]


def names_text(names: Names) -> str:
    """The full name in the spelling of the language of the screens; Latin, then native, when it is missing."""
    return names.full(_spelling()) or names.full("latin") or names.full("native") or DASH


def row_name(row: Row) -> str:
    """The name of a row of the list."""
    own = {"kk": row.name_kk, "ru": row.name_ru, "en": row.name_latin}[tr.language()]
    return own or row.name_latin or row.name_kk or row.name_ru or DASH


def due_name(row: DueRow) -> str:
    """The name of a row of the deadline list."""
    own = row.name_latin if tr.language() == "en" else row.name_kk
    return own or row.name_latin or row.name_kk or DASH


def person_name(state: CaseState, person: str) -> str:
    """The name of a person of a case, empty for somebody else."""
    found = state.persons.get(person)
    return names_text(found.names) if found else ""


def birth_text(value: birth.BirthDate) -> str:
    """A date of birth as far as it is known, with `≈` before an estimate."""
    return ("≈ " if value.precision == "estimated" else "") + birth.show(value)


def country(code: str) -> str:
    """The name of a citizenship."""
    return capital(reference.label("citizenships", code, tr.language())) if code else DASH


def citizenship_text(person: Person) -> str:
    """Citizenships, or that there is none."""
    recorded = person.recorded
    listed = [country(code) for code in recorded.citizenships]
    return ", ".join(listed) or capital(tr.tr(f"stateless-{recorded.stateless.replace('_', '-')}"))


def label(list_name: str, code: str) -> str:
    """The name of a code of a reference list."""
    return capital(reference.label(list_name, code, tr.language())) if code else DASH


def options(list_name: str) -> list[Option]:
    """A reference list as choices."""
    return [Option(entry.code, capital(entry.label(tr.language()))) for entry in reference.entries(list_name)]


def choices(prefix: str, codes: Iterable[str]) -> list[Option]:
    """Codes as choices whose names are message keys."""
    return [Option(code, capital(tr.tr(f"{prefix}-{code.replace('_', '-')}"))) for code in codes]


def deadline_tone(deadline: Deadline, today: date) -> ToneName:
    """The colour of a deadline, after the law of `domain.deadlines.colour`."""
    return COLOUR_TONES[colour(deadline, today)]


def due_of(row: Row) -> Deadline | None:
    """The next deadline of a row of the list, as far as a colour needs it."""
    if not row.due_on:
        return None
    due = date.fromisoformat(row.due_on)
    return Deadline(
        kind=row.due_kind,
        rule="",
        person=row.person,
        start=due,
        raw=due,
        target=due,
        due=due,
        term="",
        calendar="",
        alert_days=alert_days(row),
    )


def short_day(value: date, today: date) -> str:
    """A date without its year when that is this year."""
    return value.strftime("%d.%m") if value.year == today.year else day(value)


def due_text(row: Row, today: date) -> str:
    """What is due next and when."""
    found = due_of(row)
    return f"{short_day(found.due, today)} · {deadline_title(found, tr.language())}" if found else ""


def office_name(store: Store) -> str:
    """The name of the office in the language of the screens."""
    return store.office.name_ru if tr.language() == "ru" else store.office.name_kk


def roles_text(actor: Actor) -> str:
    """The highest role of a user."""
    found = next((role for role in ROLES if role in actor.roles), "")
    return capital(tr.tr(f"role-{found}")) if found else ""


def to_date(text: object, field: str) -> date | None:
    """The date of a form: ISO as the editor gives it, empty for none.

    *Refuses*: `date.form` and its kin for what is no date.
    """
    typed = str(text or "").strip()
    return birth.parse_date(typed, field) if typed else None


def parse_day(text: str) -> str:
    """What was typed as an ISO date, for a date editor."""
    return birth.parse_date(text, "").isoformat()


def show_day(value: str) -> str:
    """An ISO date as it is shown; what is no date stays as it was typed."""
    try:
        return day(date.fromisoformat(value))
    except ValueError:
        return value


def refused_field(error: Exception) -> str:
    """The field that a refusal belongs to, without its place in a family."""
    return error.field.rpartition(".")[2] if isinstance(error, Refusal) else ""
