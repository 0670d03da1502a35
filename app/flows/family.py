"""The family of a draft, row by row: minors folded into the application, adults with an own one, relatives elsewhere.

*Law*: L-10.5, L-10.7a, L-10.7b, L-11.2a.
"""

from typing import Any, Literal, cast

from app.base.errors import Refusal
from app.domain import intake
from app.domain.commands import ApplicantData, ArrivalData, ClaimData, MinorData, RelativeData, StayData
from app.domain.facts.values import BirthDocument
from app.domain.intake import Intake
from app.flows.person import (
    NAME_FIELDS,
    document_problems,
    empty_person,
    full_name,
    identity_problems,
    is_minor,
    person,
    person_fields,
)
from app.flows.typed import Problems, Values, chosen, day, word

Kind = Literal["minor", "adult", "elsewhere"]
KINDS: tuple[Kind, ...] = ("minor", "adult", "elsewhere")
MINOR_RELATIONS = ("son", "daughter", "step_child", "foster_child", "ward", "brother", "sister", "grandchild",
                   "nephew_niece", "other", "none")  # fmt: skip


def rows_of(values: Values) -> list[dict[str, Any]]:
    """The rows of the family; the list itself, so that a change stays."""
    return cast("list[dict[str, Any]]", values.get("family", []))


def empty_row(kind: Kind, applicant: Values) -> dict[str, Any]:
    """A new row; the citizenship is proposed from the applicant, the rest of an adult comes from there anyway."""
    if kind == "elsewhere":
        return {"kind": kind, "tracing": False}
    row = empty_person() if kind == "adult" else {"birth_doc_type": "birth_certificate", "arrived_with": True}
    row |= {"kind": kind, "citizenship": word(applicant, "citizenship")}
    if kind == "adult":
        row |= {"relation": "spouse", "same_arrival": True, "same_claim": True, "same_stay": True}
    return row


def minor(row: Values, known: Intake) -> MinorData:
    """A minor of a row.

    *Refuses*: as `person_fields`.
    """
    number = word(row, "birth_doc_number")
    proof = BirthDocument(
        type=word(row, "birth_doc_type") or "birth_certificate",
        number=number,
        issued_on=day(row, "birth_doc_issued"),
        issuer=word(row, "birth_doc_issuer"),
    )
    return MinorData(
        **person_fields(row, known.today),
        relation=word(row, "relation") or "other",
        birth_document=proof if number else None,
        verbal=chosen(row, "verbal") and not number,
        arrived_with=bool(row.get("arrived_with", True)),
    )


def relative(row: Values) -> RelativeData:
    """A relative who is elsewhere."""
    return RelativeData(
        relation=word(row, "relation") or "other", name=word(row, "name"), here=False, tracing=chosen(row, "tracing")
    )


def adult(row: Values, first: ApplicantData, known: Intake) -> ApplicantData:
    """An adult with an own application; arrival, claim and stay are those of the first applicant unless told.

    *Refuses*: as `person.person`.
    """
    arrival = first.arrival
    if not row.get("same_arrival", True):
        arrival = ArrivalData(
            way=first.arrival.way,
            entered_on=day(row, "entered_on"),
            entered_at=first.arrival.entered_at,
            place=word(row, "place"),
            learned_on=first.arrival.learned_on,
        )
    claim = first.claim
    if not row.get("same_claim", True):
        claim = ClaimData(reasons=tuple(row.get("reasons") or ("not_stated",)), account=word(row, "account"))
    stay = first.stay
    if not row.get("same_stay", True):
        stay = StayData(kato=word(row, "kato"), text=word(row, "address")) if word(row, "address") else None
    return ApplicantData(
        person=person(row, known.today),
        relation=word(row, "relation") or "other",
        arrival=arrival,
        claim=claim,
        stay=stay,
        interpreter=first.interpreter,
    )


def row_problems(row: Values, known: Intake) -> Problems:
    """What the rules say against one row."""
    if row.get("kind") == "elsewhere":
        return _elsewhere_problems(row)
    problems = identity_problems(row, known.today)
    if not word(row, "relation"):
        problems.put("relation", Refusal("intake.required"))
    if row.get("kind") == "minor":
        _minor_problems(row, known, problems)
    else:
        _adult_problems(row, known, problems)
    return problems


def _elsewhere_problems(row: Values) -> Problems:
    problems = Problems()
    if not word(row, "name"):
        problems.put("name", Refusal("person.name_missing"))
    if not word(row, "relation"):
        problems.put("relation", Refusal("intake.required"))
    return problems


def _minor_problems(row: Values, known: Intake, problems: Problems) -> None:
    problems.take("birth_doc_issued", lambda: day(row, "birth_doc_issued"))
    for field, refusal in document_problems(row, asked=False).items():
        problems.put(field, refusal)
    if "birth" not in problems and not is_minor(row, known.today, known.leap_day):
        problems.put("birth", Refusal("application.minor_is_adult"))
    if not word(row, "birth_doc_number") and not chosen(row, "verbal"):
        problems.put("birth_doc_number", Refusal("application.minor_birth_document"))
    if not problems:
        problems.take("family_latin", lambda: intake.check_minor(minor(row, known), "", known))


def _adult_problems(row: Values, known: Intake, problems: Problems) -> None:
    for field, refusal in document_problems(row).items():
        problems.put(field, refusal)
    if "birth" not in problems and is_minor(row, known.today, known.leap_day):
        problems.put("birth", Refusal("intake.adult_is_minor"))
    if not row.get("same_arrival", True):
        entered = problems.take("entered_on", lambda: day(row, "entered_on"))
        if entered and entered > known.today:
            problems.put("entered_on", Refusal("arrival.future"))
    if not row.get("same_stay", True) and word(row, "address") and not word(row, "kato"):
        problems.put("kato", Refusal("intake.required"))


def twice(values: Values, known: Intake) -> Problems:
    """Persons who stand twice in this draft, at the later row (L-10.5)."""
    problems, seen = Problems(), set[str]()
    for place, row in enumerate([values, *rows_of(values)]):
        if row.get("kind") == "elsewhere" or identity_problems(row, known.today):
            continue
        keys = intake.person_keys(_bare(row, known))
        if place and keys & seen:
            is_child = row.get("kind") == "minor"
            rule = "application.minor_listed_twice" if is_child else "application.person_twice"
            problems.put(f"family.{place - 1}.family_latin", Refusal(rule, number=""))
        seen |= keys
    return problems


def _bare(row: Values, known: Intake) -> MinorData:
    """The row with names and birth only: what makes two rows the same person, whatever else is still missing."""
    return MinorData(**person_fields({name: row.get(name) for name in ("birth", *NAME_FIELDS)}, known.today))


def name_of(row: Values) -> str:
    """The name of a row as the table shows it."""
    return word(row, "name") if row.get("kind") == "elsewhere" else full_name(row)
