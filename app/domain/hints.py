"""Hints at intake: what the clerk should ask or look at. A hint never refuses, ranks or decides anything."""

from typing import NamedTuple

from app.domain.commands import ApplicantData
from app.domain.intake import Intake

ECONOMIC = "hint.economic_reasons"
QANDAS = "hint.qandas"
MAY_BE_REGISTERED = "hint.may_be_registered"
FOLDED_ELSEWHERE = "hint.folded_elsewhere"
OLD_CERTIFICATE = "hint.old_certificate"

_UNSTATED = frozenset({"not_stated"})
_KAZAKH = "kaz"


class Hint(NamedTuple):
    """What to ask about whom: the id of a sentence, the field, and the number of another case where there is one."""

    id: str
    field: str
    number: str = ""


def triage(applicant: ApplicantData) -> tuple[str, ...]:
    """The ids of what the clerk should ask before the application is registered; they never bar it.

    *Law*: L-2.2: the Law does not cover who left for economic reasons, so the reasons are asked for while none is
    stated; f-26: an ethnic Kazakh has the procedure of the qandas as another way, and who speaks Kazakh may be one.
    Ethnicity is neither recorded nor counted (L-4.2).
    """
    found = []
    if set(applicant.claim.reasons) <= _UNSTATED:
        found.append(ECONOMIC)
    if _KAZAKH in applicant.person.languages:
        found.append(QANDAS)
    return tuple(found)


def may_be_registered(known: Intake, applicants: tuple[ApplicantData, ...]) -> tuple[Hint, ...]:
    """The adults of a family who seem to stand in an open application already.

    *Law*: L-10.5; two persons may share a name and a day of birth, so a human being judges and nothing is refused.
    X-18: who has come of age in the application of a parent gets an own file out of that one.
    """
    found = []
    for place, applicant in enumerate(applicants):
        number = "" if applicant.unaccompanied else known.registered_elsewhere(applicant.person)
        if number:
            found.append(Hint(MAY_BE_REGISTERED, f"applicants.{place}.person", number))
        folded = "" if applicant.unaccompanied else known.folded_elsewhere(applicant.person)
        if folded:
            found.append(Hint(FOLDED_ELSEWHERE, f"applicants.{place}.person", folded))
    return tuple(found)


def old_certificates(known: Intake, applicants: tuple[ApplicantData, ...]) -> tuple[Hint, ...]:
    """Who applies again and still has a certificate of the old file: it is taken back there before a new one is given.

    *Law*: X-cert; nothing of the old file changes by the new registration, so a human being records the return.
    """
    found = ((place, known.old_certificate(applicant.person)) for place, applicant in enumerate(applicants))
    return tuple(Hint(OLD_CERTIFICATE, f"applicants.{place}.person", number) for place, number in found if number)


def hints(known: Intake, applicants: tuple[ApplicantData, ...]) -> tuple[Hint, ...]:
    """Everything to ask about a family before it is registered."""
    asked = tuple(
        Hint(asked, f"applicants.{place}") for place, applicant in enumerate(applicants) for asked in triage(applicant)
    )
    return (*may_be_registered(known, applicants), *old_certificates(known, applicants), *asked)
