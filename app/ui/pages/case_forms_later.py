"""The small forms of the duties and the hearing: leaflet, interpreter, representative, interview, evidence.

Documents, referrals and stages are `case_forms_file`, what follows a decision `case_forms_remedies`, families and moves
`case_forms_moves`.
"""

from datetime import date

from app.domain.case import CaseState
from app.domain.commands import (
    AddEvidence,
    EngageInterpreter,
    GiveLeaflet,
    HoldInterview,
    InterpreterData,
    NameRepresentative,
    RepresentativeData,
)
from app.domain.family_tasks import GUARDIAN
from app.domain.tasks import open_tasks
from app.ui.binding import Field
from app.ui.editors.editor import Option
from app.ui.pages import wording
from app.ui.pages.act_dialog import ActForm
from app.ui.pages.case_fields import (
    Values,
    chosen,
    date_of,
    day,
    language_field,
    language_of,
    person_field,
    text_of,
)

_ABOUT = ("claim", "family", "best_interests", "identity", "citizenship", "departure", "other")
_ASKED = {"best_interests": "best_interests", "family_link": "family", "review_family": "family"}
"""Which evidence an open task asks for."""


def leaflet(state: CaseState, today: date) -> ActForm:
    """The leaflet on rights and duties was handed over (L-8.1.1)."""
    fields = (
        language_field("language", "acts-leaflet-language", required=True),
        day("on", "pages-on"),
        *person_field(state.present),
    )
    return ActForm(
        "acts-leaflet",
        fields,
        {"language": language_of(state), "on": today.isoformat(), "person": state.applicant},
        lambda v: GiveLeaflet(
            case=state.id, language=chosen(v, "language"), on=date_of(v, "on"), person=text_of(v, "person")
        ),
        note="acts-leaflet-note",
    )


def interpreter(state: CaseState, _today: date) -> ActForm:
    """An interpreter took part (L-8.1.1)."""
    fields = (
        Field("name", "acts-interpreter-name", required=True, max_length=200, span=0),
        language_field("language", "acts-language", required=True),
        Field(
            "basis",
            "intake-interpreter-basis",
            "choice",
            options=lambda: wording.choices("intake-interpreter-basis", ("staff", "contract", "volunteer")),
        ),
    )
    languages = [code for code in state.applicant_person.recorded.languages if code not in {"kaz", "rus"}]
    return ActForm(
        "acts-interpreter",
        fields,
        {"language": next(iter(languages), ""), "basis": "contract"},
        lambda v: EngageInterpreter(
            case=state.id,
            interpreter=InterpreterData(
                name=text_of(v, "name"),
                language=chosen(v, "language"),
                basis=chosen(v, "basis"),  # type: ignore[arg-type]
            ),
        ),
    )


def representative(state: CaseState, _today: date) -> ActForm:
    """Who acts for the person, or the guardian of a child (L-10.1a, L-16.1)."""
    fields = (
        Field("name", "acts-representative-name", required=True, max_length=200, span=0),
        Field(
            "basis",
            "intake-representative-basis",
            "choice",
            required=True,
            options=lambda: wording.choices("intake-representative-basis", ("law", "guardian", "power", "other")),
        ),
        Field("number", "intake-representative-number", max_length=60),
        day("on", "intake-representative-on"),
        *person_field(state.present),
    )

    def command(v: Values) -> NameRepresentative:
        named = RepresentativeData(
            name=text_of(v, "name"), basis=text_of(v, "basis"), number=text_of(v, "number"), on=date_of(v, "on")
        )
        return NameRepresentative(case=state.id, representative=named, person=text_of(v, "person"))

    basis = GUARDIAN if any(task.kind == "guardian" for task in open_tasks(state)) else ""
    return ActForm("acts-representative", fields, {"basis": basis, "person": state.applicant}, command)


def interview(state: CaseState, today: date) -> ActForm:
    """An interview was held (X-interview)."""
    fields = (
        Field("officer", "acts-interview-officer", required=True, max_length=200),
        day("on", "pages-on"),
        language_field("language", "acts-language"),
        Field("interpreter", "pages-interpreter", max_length=200),
        *person_field(state.present),
        Field("record", "acts-interview-record", "text", span=0, rows=4),
        Field("restricted", "acts-restricted", "flag", span=0),
    )
    engaged = state.interpreter
    values = {
        "on": today.isoformat(),
        "language": language_of(state),
        "interpreter": engaged.name if engaged else "",
        "person": state.applicant,
    }
    return ActForm(
        "acts-interview",
        fields,
        values,
        lambda v: HoldInterview(
            case=state.id,
            officer=text_of(v, "officer"),
            language=text_of(v, "language"),
            interpreter=text_of(v, "interpreter"),
            record=text_of(v, "record"),
            restricted=bool(v.get("restricted")),
            person=text_of(v, "person"),
            on=date_of(v, "on"),
        ),
    )


def evidence(state: CaseState, today: date) -> ActForm:
    """Evidence on the family link, the interests of a child, the claim or another matter (L-11.2d, L-11.3)."""
    task = next((one for one in open_tasks(state, today) if one.kind in _ASKED), None)
    values = {
        "about": _ASKED[task.kind] if task else "claim",
        "person": task.person if task and task.person in state.persons else state.applicant,
        "on": today.isoformat(),
        "link": "",
    }
    return ActForm(
        "acts-evidence",
        _evidence_fields(state),
        values,
        lambda v: AddEvidence(
            case=state.id,
            about=chosen(v, "about"),  # type: ignore[arg-type]
            text=text_of(v, "text"),
            link=text_of(v, "link") if v.get("about") == "family" else "",
            restricted=bool(v.get("restricted")),
            person=text_of(v, "person"),
            on=date_of(v, "on"),
        ),
    )


def _evidence_fields(state: CaseState) -> tuple[Field, ...]:
    kin = {r.case: r.name for r in state.relatives if r.case in state.kin}

    def files() -> list[Option]:
        return [Option("", wording.DASH), *(Option(case, name) for case, name in kin.items())]

    about = Field("about", "acts-evidence-about", "choice", required=True, span=0, options=_about)
    link = Field("link", "acts-evidence-link", "choice", span=0, options=files, shown_when=lambda v: _on_kin(v, kin))
    text = Field("text", "acts-evidence-text", "text", span=0, required=True, rows=4)
    restricted = Field("restricted", "acts-restricted", "flag", span=0)
    return (about, day("on", "pages-on"), *person_field(state.present), link, text, restricted)


def _on_kin(values: Values, kin: dict[str, str]) -> bool:
    return bool(kin) and values.get("about") == "family"


def _about() -> list[Option]:
    return wording.choices("evidence-about", _ABOUT)
