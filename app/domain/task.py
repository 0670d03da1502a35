"""One open task: something that stays open until it is recorded; which tasks there are lives in `tasks`."""

from app.domain.facts.values import Value


class Task(Value, frozen=True, kw_only=True):
    """Something open: its kind, the rule it comes from, and whom it is about."""

    kind: str
    rule: str
    person: str
