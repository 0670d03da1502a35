"""Registering the application of a family: pages, what is wrong with each, the command, what it will bring. No Qt.

Everything is asked of the domain: a page refuses what registration would refuse, and says nothing else.
*Law*: L-10.1 to L-10.7b.
"""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, NamedTuple

from app.base.clock import LOCAL
from app.base.errors import Refusal
from app.domain import applications
from app.domain import facts as f
from app.domain.birth import BirthDate
from app.domain.calendar import WorkingCalendar
from app.domain.commands import (
    ApplicantData,
    ArrivalData,
    ClaimData,
    InterpreterData,
    PersonData,
    RegisterApplication,
    RepresentativeData,
    StayData,
)
from app.domain.deadlines import THREE_MONTHS
from app.domain.intake import Intake
from app.domain.settings import Settings
from app.domain.terms import add_months
from app.flows import family
from app.flows.draft import Draft
from app.flows.person import (
    DOCUMENTS,
    document_problems,
    empty_person,
    full_name,
    identity_problems,
    is_minor,
    person,
)
from app.flows.typed import Problems, Values, chosen, day, moment, word

FLOW = "register_application"
PAGES = ("applicant", "documents", "arrival", "stay", "family", "photo", "review")
WAYS = ("arrival", "sur_place", "border", "forced", "detention")
_WAY_FIELDS = {
    "sur_place": ("learned_on",),
    "forced": ("entered_at",),
    "border": ("lodged_at_border",),
    "detention": ("detained_at", "notified_at"),
}
_DAYS = ("entered_on", "learned_on")
_MOMENTS = ("entered_at", "lodged_at", "lodged_at_border", "detained_at", "notified_at")


class Lateness(NamedTuple):
    """By how much the lodging is late: days, or hours where the law counts hours."""

    days: int = 0
    hours: int = 0
    last_day: date | None = None


class Expected(NamedTuple):
    """What registration will bring, read from the facts it would record."""

    applications: int
    certificates: int
    minors: int
    valid_to: date
    decide_by: date
    referrals: tuple[str, ...]


def empty(kato: str = "") -> dict[str, Any]:
    """The values of a new draft; the region of the office is proposed for the stay."""
    return empty_person() | {
        "way": "arrival",
        "arrival_way": "legal",
        "reasons": [],
        "kato": kato,
        "interpreter_basis": "contract",
        "family": [],
    }


def surroundings(
    now: datetime,
    calendar: WorkingCalendar,
    settings: Settings,
    listed_elsewhere: Callable[[PersonData], str] = lambda _person: "",
) -> Intake:
    """What the rules read, for asking only: the ids and numbers in it are never kept."""
    return Intake(now, calendar, settings, lambda: "", lambda _letter: "", listed_elsewhere)


def pages(_values: Values) -> tuple[str, ...]:
    """The pages in order."""
    return PAGES


def unaccompanied(values: Values, known: Intake) -> bool:
    """True when a minor applies alone; a mark left from an earlier birth date does not count."""
    return chosen(values, "unaccompanied") and is_minor(values, known.today, known.leap_day)


def problems(values: Values, page: str, known: Intake) -> Problems:
    """What stands against leaving a page, by field; the rows of the family as `family.0.birth`."""
    match page:
        case "applicant":
            return _applicant_problems(values, known)
        case "documents":
            return document_problems(values)
        case "arrival":
            return _arrival_problems(values, known)
        case "stay":
            return _stay_problems(values)
        case "family":
            return _family_problems(values, known)
        case "review":
            return _review_problems(values, known)
        case _:
            return Problems()


def all_problems(values: Values, known: Intake) -> dict[str, Problems]:
    """The problems of every page that has some, in the order of the pages."""
    found = {page: problems(values, page, known) for page in PAGES[:-1]}
    return {page: wrong for page, wrong in found.items() if wrong}


def _applicant_problems(values: Values, known: Intake) -> Problems:
    found = identity_problems(values, known.today)
    if is_minor(values, known.today, known.leap_day) and not chosen(values, "unaccompanied"):
        found.put("unaccompanied", Refusal("intake.applicant_is_minor"))
    return found


def _arrival_problems(values: Values, known: Intake) -> Problems:
    found, way = Problems(), word(values, "way")
    if way not in WAYS:
        found.put("way", Refusal("intake.required"))
    days = {name: found.take(name, lambda name=name: day(values, name)) for name in _DAYS}  # type: ignore[misc]
    moments = {name: found.take(name, lambda name=name: moment(values, name)) for name in _MOMENTS}  # type: ignore[misc]
    for name in _WAY_FIELDS.get(way, ()):
        if not word(values, name):
            found.put(name, Refusal("application.way_start"))
    if way == "border":
        found.take("border_receipt", lambda: applications.receipt(word(values, "border_receipt"), known))
    for name, on in days.items():
        if on and on > known.today:
            found.put(name, Refusal("arrival.future"))
    for name, at in moments.items():
        if at and at > known.now:
            found.put(name, Refusal("arrival.future" if name == "entered_at" else "intake.moment_future"))
    return found


def _stay_problems(values: Values) -> Problems:
    found = Problems()
    if word(values, "address") and not word(values, "kato"):
        found.put("kato", Refusal("intake.required"))
    if word(values, "interpreter_name") and not word(values, "interpreter_language"):
        found.put("interpreter_language", Refusal("intake.interpreter"))
    if word(values, "interpreter_language") and not word(values, "interpreter_name"):
        found.put("interpreter_name", Refusal("intake.interpreter"))
    found.take("representative_on", lambda: day(values, "representative_on"))
    if word(values, "representative_name") and not word(values, "representative_basis"):
        found.put("representative_basis", Refusal("intake.representative_basis"))
    return found


def _family_problems(values: Values, known: Intake) -> Problems:
    found = Problems()
    for place, row in enumerate(family.rows_of(values)):
        for field, refusal in family.row_problems(row, known).under(f"family.{place}").items():
            found.put(field, refusal)
    for field, refusal in family.twice(values, known).items():
        found.put(field, refusal)
    return found


def _review_problems(values: Values, known: Intake) -> Problems:
    """What is left on any page, and then what the rule of registration itself says."""
    found = Problems()
    for page in PAGES[:-1]:
        for field, refusal in problems(values, page, known).items():
            found.put(field, refusal)
    if not found:
        try:
            applications.register(known, command(values, known))
        except Refusal as refusal:
            _page, field = place_of(refusal, values)
            found.put(field, refusal)
    return found


def command(values: Values, known: Intake) -> RegisterApplication:
    """The command of a draft.

    *Refuses*: the first thing that is wrong with what was typed.
    """
    first = _first(values, known)
    rows = family.rows_of(values)
    minors = tuple(family.minor(row, known) for row in rows if row.get("kind") == "minor")
    relatives = tuple(family.relative(row) for row in rows if row.get("kind") == "elsewhere")
    adults = tuple(family.adult(row, first, known) for row in rows if row.get("kind") == "adult")
    principal = _with_family(first, minors, relatives)
    way = word(values, "way")
    at_border, detained = way == "border", way == "detention"
    return RegisterApplication(
        applicants=(principal, *adults),
        way=way,  # type: ignore[arg-type]
        lodged_at=moment(values, "lodged_at"),
        lodged_at_border=moment(values, "lodged_at_border") if at_border else None,
        border_receipt=word(values, "border_receipt") if at_border else "",
        late_reason=word(values, "late_reason"),
        detained_at=moment(values, "detained_at") if detained else None,
        notified_at=moment(values, "notified_at") if detained else None,
        detaining_body=word(values, "detaining_body") if detained else "",
    )


def _with_family(first: ApplicantData, minors: tuple[Any, ...], relatives: tuple[Any, ...]) -> ApplicantData:
    fields = {name: getattr(first, name) for name in first.__struct_fields__}
    return ApplicantData(**(fields | {"minors": minors, "relatives": relatives}))


def _first(values: Values, known: Intake) -> ApplicantData:
    return ApplicantData(
        person=person(values, known.today),
        arrival=_arrival(values),
        claim=ClaimData(
            reasons=tuple(values.get("reasons") or ("not_stated",)),
            account=word(values, "account"),
            fears=word(values, "fears"),
        ),
        stay=_stay(values),
        interpreter=_interpreter(values),
        representative=_representative(values),
        unaccompanied=unaccompanied(values, known),
    )


def _arrival(values: Values) -> ArrivalData:
    way = word(values, "way")
    entered_at = moment(values, "entered_at") if way == "forced" else None
    entered_on = entered_at.astimezone(LOCAL).date() if entered_at else day(values, "entered_on")
    forced = "forced" if way == "forced" else word(values, "arrival_way") or "legal"
    return ArrivalData(
        way=forced,  # type: ignore[arg-type]
        entered_on=entered_on,
        entered_at=entered_at,
        place=word(values, "place"),
        transport=word(values, "transport"),
        learned_on=day(values, "learned_on") if way == "sur_place" else None,
    )


def _stay(values: Values) -> StayData | None:
    if not word(values, "address"):
        return None
    return StayData(kato=word(values, "kato"), text=word(values, "address"), phone=word(values, "phone"))


def _interpreter(values: Values) -> InterpreterData | None:
    if not word(values, "interpreter_name"):
        return None
    return InterpreterData(
        name=word(values, "interpreter_name"),
        language=word(values, "interpreter_language"),
        basis=word(values, "interpreter_basis") or "contract",  # type: ignore[arg-type]
    )


def _representative(values: Values) -> RepresentativeData | None:
    if not word(values, "representative_name"):
        return None
    return RepresentativeData(
        name=word(values, "representative_name"),
        basis=word(values, "representative_basis"),
        number=word(values, "representative_number"),
        on=day(values, "representative_on"),
    )


def lateness(values: Values, known: Intake) -> Lateness | None:
    """By how much the lodging is late, or None; it is recorded and never refuses (f-07)."""
    if _arrival_problems(values, known):
        return None
    bare = ApplicantData(person=PersonData(names=f.values.Names(), birth=_ANY_BIRTH), arrival=_arrival(values))
    way = word(values, "way")
    asked = RegisterApplication(applicants=(bare,), way=way)  # type: ignore[arg-type]
    lodged = moment(values, "lodged_at_border" if way == "border" else "lodged_at") or known.now
    due = applications.lodging(asked, bare, lodged, known)
    last = due.last_day or (due.last_moment.astimezone(LOCAL).date() if due.last_moment else None)
    return Lateness(due.late.days, due.late.hours, last) if due.late else None


def expected(values: Values, known: Intake) -> Expected:
    """What registration will bring.

    *Refuses*: as `command` and `applications.register`.
    """
    made = applications.register(known, command(values, known))
    facts = [fact for case in made for fact in case.facts]
    certificates = [fact for fact in facts if isinstance(fact, f.case.CertificateIssued)]
    return Expected(
        applications=len(made),
        certificates=len(certificates),
        minors=sum(len(certificate.minors) for certificate in certificates),
        valid_to=certificates[0].valid_to,
        decide_by=add_months(known.today, THREE_MONTHS.amount),
        referrals=tuple(dict.fromkeys(fact.to for fact in facts if isinstance(fact, f.case.RequestSent))),
    )


def place_of(refusal: Refusal, values: Values) -> tuple[str, str]:
    """On which page and at which field a refusal of registration belongs; the review page when it names none."""
    parts = refusal.field.split(".")
    if parts[0] != "applicants" or len(parts) < 2:
        page = next((page for page in PAGES if refusal.field in _FIELD_PAGES.get(page, ())), "review")
        return page, refusal.field
    rows = family.rows_of(values)
    if len(parts) > 3 and parts[2] == "minors":
        return "family", f"family.{_nth(rows, 'minor', int(parts[3]))}.{_field(parts[4:])}"
    rest = parts[3:] if parts[2:3] == ["person"] else parts[2:]
    if int(parts[1]) > 0:
        return "family", f"family.{_nth(rows, 'adult', int(parts[1]) - 1)}.{_field(rest)}"
    if rest[:1] == ["arrival"]:
        way = word(values, "way")
        return "arrival", _WAY_FIELDS.get(way, ("entered_on",))[0]
    field = _field(rest)
    return next((page for page in PAGES if field in _FIELD_PAGES.get(page, ())), "applicant"), field


def _nth(rows: list[dict[str, Any]], kind: str, n: int) -> int:
    return [place for place, row in enumerate(rows) if row.get("kind") == kind][n]


def _field(parts: list[str]) -> str:
    said = parts[0] if parts else ""
    return {"": "family_latin", "names": "family_latin", "documents": "doc_number", "citizenships": "citizenship",
            "birth_document": "birth_doc_number", "arrival": "entered_on"}.get(said, said)  # fmt: skip


def page_of(field: str) -> str:
    """The page on which a field stands."""
    if field.startswith("family."):
        return "family"
    return next((page for page in PAGES if field in _FIELD_PAGES.get(page, ())), "applicant")


def name_in(body: bytes) -> str:
    """The applicant's name in a kept draft, for a list of drafts; empty where none was typed yet."""
    return full_name(Draft.read(FLOW, PAGES, body).values)


_ANY_BIRTH = BirthDate("1990")
_FIELD_PAGES: dict[str, tuple[str, ...]] = {
    "documents": (
        *(f"{prefix}_{part}" for prefix in DOCUMENTS for part in ("type", "number", "series", "issuer", "country",
                                                                  "issued", "valid", "seen")),
        "from_words", "iin", "marital", "language", "birth_place", "father", "mother", "citizenship2",
    ),
    "arrival": (
        "way", "arrival_way", *_DAYS, *_MOMENTS, "place", "transport", "border_receipt", "detaining_body", "reasons",
        "account", "fears", "late_reason",
    ),
    "stay": (
        "kato", "address", "phone", "interpreter_name", "interpreter_language", "interpreter_basis",
        "representative_name", "representative_basis", "representative_number", "representative_on",
    ),
    "photo": ("photo",),
}  # fmt: skip
