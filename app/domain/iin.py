"""The individual identification number (ЖСН / ИИН): its check digit, and what in it differs from the entry.

The number is optional everywhere; an asylum seeker may have none.
"""

import re

from app.base.errors import Refusal
from app.domain.birth import BirthDate

FIRST_WEIGHTS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
SECOND_WEIGHTS = (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)

CENTURIES = {"1": "18", "2": "18", "3": "19", "4": "19", "5": "20", "6": "20"}


def check(iin: str, field: str = "iin") -> str:
    """Read an IIN as typed and give its twelve digits.

    *Refuses*: iin.not_digits, iin.length, iin.check_digit.
    """
    digits = re.sub(r"[\s\-]+", "", iin)
    if not re.fullmatch(r"[0-9]*", digits):
        raise Refusal("iin.not_digits", field=field)
    if len(digits) != 12:
        raise Refusal("iin.length", field=field, count=len(digits))
    if _check_digit(digits) != int(digits[11]):
        raise Refusal("iin.check_digit", field=field)
    return digits


def warnings(iin: str, birth: BirthDate | None, sex: str) -> tuple[str, ...]:
    """What in a sound IIN differs from the date of birth and the sex entered: ids of warnings, never a refusal.

    *Shape*: iin.century_unknown, iin.birth_differs, iin.sex_differs.
    """
    century = CENTURIES.get(iin[6])
    found = [] if century else ["iin.century_unknown"]
    if birth and not _same_birth(iin, century, birth):
        found.append("iin.birth_differs")
    if century and sex in ("female", "male") and (sex == "male") != (int(iin[6]) % 2 == 1):
        found.append("iin.sex_differs")
    return tuple(found)


def _check_digit(digits: str) -> int:
    """The twelfth digit; 10 stands for a number that cannot be given."""
    for weights in (FIRST_WEIGHTS, SECOND_WEIGHTS):
        rest = sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False)) % 11
        if rest < 10:
            return rest
    return 10


def _same_birth(iin: str, century: str | None, birth: BirthDate) -> bool:
    """True where the parts that are known agree; an estimate is not compared."""
    if birth.precision == "estimated":
        return True
    known = birth.value.replace("-", "")
    return known[2:] == iin[: len(known) - 2] and (century is None or known[:2] == century)
