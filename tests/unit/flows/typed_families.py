"""Values as a clerk types them, for tests of flows and wizards."""

from datetime import UTC, date, datetime
from typing import Any

from app.domain import calendar
from app.domain.birth import BirthDate
from app.domain.intake import Intake
from app.domain.mrz import write_td3
from app.domain.settings import Settings
from app.flows import family
from app.flows import register_application as flow
from tests.offices import at

NOW = "2026-06-12 10:00"


def passport(number: str = "P12345678") -> str:
    """The lines of a synthetic passport."""
    return "\n".join(
        write_td3("P", "AFG", "AHMADI", "FARID", number, "AFG", BirthDate("1986-12-31"), "male", date(2030, 1, 1))
    )


def child_passport() -> str:
    """The lines of the synthetic passport of a child."""
    return "\n".join(
        write_td3("P", "AFG", "AHMADI", "ZAHRA", "P7654321", "AFG", BirthDate("2015-04-02"), "female", date(2030, 1, 1))
    )


def misread(lines: str) -> str:
    """The same lines with another digit in the date of birth, so that its check digit is wrong."""
    return lines.replace("861231", "861221")


def known(now: str = NOW, elsewhere: str = "") -> Intake:
    """What the rules read at a moment."""
    moment: datetime = at(now).astimezone(UTC)
    return flow.surroundings(moment, calendar.load(), Settings({}), lambda _person: elsewhere)


def applicant(**more: Any) -> dict[str, Any]:
    """An adult with a passport who arrived on 10.06.2026."""
    return (
        flow.empty("750000000")
        | {
            "family_latin": "AHMADI",
            "given_latin": "FARID",
            "family_kk": "Ахмади",
            "given_kk": "Фарид",
            "family_native": "احمدی",
            "given_native": "فرید",
            "birth": "31.12.1986",
            "sex": "male",
            "citizenship": "AFG",
            "doc_number": "P1234567",
            "doc_country": "AFG",
            "entered_on": "10.06.2026",
            "place": "Қорғас",
            "reasons": ["political_opinion"],
            "address": "Достық даңғылы, 85",
        }
        | more
    )


def child(values: dict[str, Any], given: str, birth: str, **more: Any) -> dict[str, Any]:
    """A row of a minor, put into the family."""
    row = (
        family.empty_row("minor", values)
        | {
            "family_latin": "AHMADI",
            "given_latin": given,
            "birth": birth,
            "sex": "female",
            "relation": "daughter",
            "birth_doc_number": "BC-1",
        }
        | more
    )
    values["family"].append(row)
    return row


def wife(values: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A row of an adult, put into the family."""
    row = (
        family.empty_row("adult", values)
        | {
            "family_latin": "AHMADI",
            "given_latin": "MARYAM",
            "birth": "11.02.1990",
            "sex": "female",
            "doc_number": "P7654321",
        }
        | more
    )
    values["family"].append(row)
    return row


def family_of_five() -> dict[str, Any]:
    """Two adults and three children, one of them a baby without a birth document."""
    values = applicant()
    wife(values)
    child(values, "ZAHRA", "02.04.2015")
    child(values, "OMAR", "20.01.2018", sex="male", relation="son", birth_doc_number="BC-2")
    child(values, "LAILA", "05.05.2026", birth_doc_number="", verbal=True)
    return values
