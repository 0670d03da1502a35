"""The two ways in which Pana says no; neither holds a sentence for people (`app.messages` does).

PanaError
 ├─ Refusal   the rules say no: a rule id, the field it belongs to, and what the sentence needs
 └─ Trouble   the machine says no: a condition (wrong key, full disk, damaged bundle)
Anything else that is raised is a bug.
"""


class PanaError(Exception):
    """Base of the errors that have a sentence for the user."""

    def __init__(self, code: str, facts: dict[str, object]) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


class Refusal(PanaError):
    """The rules say no; `rule` is the rule id shown in stories and logs, `field` the entry it belongs to."""

    def __init__(self, rule: str, field: str = "", **facts: object) -> None:
        super().__init__(rule, facts)
        self.rule = rule
        self.field = field


class Trouble(PanaError):
    """The machine says no; `condition` names the true cause."""

    def __init__(self, condition: str, **facts: object) -> None:
        super().__init__(condition, facts)
        self.condition = condition
