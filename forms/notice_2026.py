"""The notice of a decision (form d7): to the person or to another body; A4, one language a sheet.

*Law* "On refugees", Art. 8(1)(5), 10(8), 11(5), 11(6), 18; administrative procedural code, Art. 91 and 92.
Edition 2026 (proposed).
Notices to other bodies name the kind and the date of the decision, never its grounds.
"""

from dataclasses import dataclass
from typing import Final, Literal

from forms import letter
from forms.boxes import Day, Language, Letterhead, Official, PersonLine, Sheet
from forms.dates import in_act, in_table
from forms.flow import BODY, COLUMN, LEFT, SMALL, Flow
from forms.fonts import SERIF, SERIF_BOLD
from forms.notice_words import (
    BODIES,
    BODY_TEXT,
    DECIDED,
    DEPARTURE,
    GRANTED,
    INFORMATION,
    KINDS,
    NON_REFOULEMENT,
    POSTPONED,
    RECEIPT,
    SECTIONS,
    STAY,
    STAY_OPEN,
    SUBJECT,
    TITLES,
    Kind,
)
from forms.paper import INK, Edition
from forms.text import Style, put

Addressee = Literal["person", "authorised_body", "internal_affairs"]
STRONG: Final = Style(SERIF_BOLD, 10.5, ink=INK, leading=1.38)


@dataclass(frozen=True, kw_only=True)
class NoticeBoxes:
    """Everything that stands on one sheet of a notice, in one language."""

    sheet: Sheet
    language: Language
    addressee: Addressee
    kind: Kind
    letterhead: Letterhead
    number: str
    issued_on: Day
    to_name: str = ""  # the person, or the body; empty for a body: the template's own name of it
    to_address: str = ""
    decision_number: str
    decided_on: Day
    applicant: PersonLine
    covered: tuple[PersonLine, ...] = ()
    valid_to: Day = ""  # of a grant: the last day of the status; of a postponement: until when
    certificate_by: Day = ""
    leaving: tuple[str, ...] = ()  # only persons whose own right to stay ends with this decision
    earliest_departure: Day = ""
    stay_protected_until: Day = ""  # empty: open, because the delivery is not recorded yet
    signed_by: Official


def edition(language: Language) -> Edition:
    """The edition of this form in one language."""
    return Edition(
        code="d7-notice", version="2026-1", languages=language, effective_from="2026-01-01", title=TITLES[language]
    )


def draw(boxes: NoticeBoxes) -> bytes:
    """Draw one sheet of the notice.

    *Refuses* `DoesNotFit` with the box's name.
    """
    language = boxes.language
    flow = Flow(edition(language), boxes.sheet)
    letter.letterhead(flow, language, boxes.letterhead)
    letter.reference(flow, language, boxes.number, boxes.issued_on, boxes.letterhead.place)
    _addressee(flow, boxes)
    letter.title(flow, TITLES[language].upper(), SUBJECT[boxes.kind][language])
    if boxes.addressee == "person":
        _to_person(flow, boxes)
    else:
        _to_body(flow, boxes)
    return flow.finish()


def _addressee(flow: Flow, boxes: NoticeBoxes) -> None:
    name = boxes.to_name
    if not name and boxes.addressee != "person":
        name = BODIES[boxes.addressee][boxes.language]
    x, width = LEFT + COLUMN * 0.5, COLUMN * 0.5
    put(flow.paper, x, flow.y, width, 9.6, name or boxes.applicant.name, Style(SERIF_BOLD, 10, 6.5), "to_name", "right")
    flow.gap(10.2)
    if boxes.to_address:
        put(flow.paper, x, flow.y, width, 8.4, boxes.to_address, Style(SERIF, 9, 6), "to_address", "right")
        flow.gap(9)
    flow.gap(3)


def _decided(flow: Flow, boxes: NoticeBoxes) -> None:
    language = boxes.language
    decided = DECIDED[language].format(
        office=boxes.letterhead.office,
        day=in_act(boxes.decided_on, language),
        number=boxes.decision_number,
        kind=KINDS[boxes.kind][language],
    )
    flow.say(decided, "decision")
    letter.persons(flow, language, boxes.applicant, boxes.covered)


def _to_person(flow: Flow, boxes: NoticeBoxes) -> None:
    language = boxes.language
    _decided(flow, boxes)
    if boxes.kind in ("grant", "grant_derivative"):
        by = f" ({in_table(boxes.certificate_by)})" if boxes.certificate_by else ""
        flow.say(GRANTED[language].format(until=in_act(boxes.valid_to, language), by=by), "certificate_by")
    if boxes.kind == "postpone":
        flow.say(POSTPONED[language].format(until=in_act(boxes.valid_to, language)), "valid_to")
    flow.say(SECTIONS[language]["enclosed"], "enclosed")
    letter.appeal(flow, language, boxes.letterhead.office)
    if boxes.leaving:
        _departure(flow, boxes)
    letter.signature(flow, language, boxes.signed_by)
    _receipt(flow, language)


def _departure(flow: Flow, boxes: NoticeBoxes) -> None:
    """The month to leave never stands without the right to stay and the ban on return."""
    language = boxes.language
    flow.heading(SECTIONS[language]["stay"])
    protected = boxes.stay_protected_until
    stay = STAY[language].format(until=in_act(protected, language)) if protected else STAY_OPEN[language]
    flow.say(stay, "stay_protected_until", STRONG)
    flow.say(DEPARTURE[language].format(names="; ".join(boxes.leaving)), "leaving")
    if boxes.earliest_departure:
        day = in_act(boxes.earliest_departure, language)
        flow.say(INFORMATION[language].format(day=day), "earliest_departure", SMALL)
    flow.need(42)  # the signature never stands on a page of its own
    flow.say(NON_REFOULEMENT[language], "non_refoulement", STRONG)


def _to_body(flow: Flow, boxes: NoticeBoxes) -> None:
    language = boxes.language
    flow.say(BODY_TEXT[language], "basis")
    _decided(flow, boxes)
    if boxes.kind == "refuse":
        flow.say(NON_REFOULEMENT[language], "non_refoulement", BODY)
        protected = boxes.stay_protected_until
        words = SECTIONS[language]["protected" if protected else "protected_open"]
        flow.say(words.format(until=in_act(protected, language)), "stay_protected_until")
    elif boxes.valid_to:
        words = SECTIONS[language]["postponed" if boxes.kind == "postpone" else "term"]
        flow.say(words.format(until=in_act(boxes.valid_to, language)), "valid_to")
    letter.signature(flow, language, boxes.signed_by)


def _receipt(flow: Flow, language: Language) -> None:
    words = RECEIPT[language]
    flow.need(45)
    flow.heading(words["title"])
    flow.ticks(words["way"], (words["hand"], words["post"]))
    flow.say(words["understood"], "receipt", SMALL, after=0)
    flow.fields((words["day"], "", "receipt"), (words["signature"], "", "receipt"), height=10.4)
    flow.fields((words["interpreter"], "", "receipt"), (words["interpreter_signature"], "", "receipt"), height=10.4)
