"""A reason that a person writes down: it says something, and it has an end. Which acts ask for one stands with them."""

from app.base.errors import Refusal

LONGEST = 4_000
"""Characters: about a page; more belongs in a document of the file."""


def stated(typed: str, rule: str, field: str = "reason") -> str:
    """A reason as recorded: with something to read in it, without blanks around it, and not longer than a page.

    *Shape*: `rule` is what an empty reason is refused by. Marks that nobody sees are no reason.
    *Refuses*: `rule`, `reason.too_long`.
    """
    said = given(typed, field)
    if not said:
        raise Refusal(rule, field=field)
    return said


def given(typed: str, field: str = "reason") -> str:
    """A reason that may be left out, as recorded: empty when there is nothing to read in it.

    *Refuses*: `reason.too_long`.
    """
    said = typed.strip()
    if not any(mark.isprintable() and not mark.isspace() for mark in said):
        return ""
    if len(said) > LONGEST:
        raise Refusal("reason.too_long", field=field, limit=LONGEST)
    return said
