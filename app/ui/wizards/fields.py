"""The field tables of the intake wizard. What is right or wrong is decided in `app.flows`."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from app.flows import typed
from app.flows.person import PARTS, SPELLINGS, STATELESS, UNDETERMINED, is_minor
from app.flows.typed import chosen, word
from app.ui.binding import Field
from app.ui.wizards import choices

Today = Callable[[], date]
Shown = Callable[[Mapping[str, Any]], bool]
LONGEST = 400
"""More than any name: what is pasted into the wrong field is told, not cut in silence."""


def way_is(*ways: str) -> Shown:
    """Shown for some ways of lodging."""
    return lambda values: word(values, "way") in ways


def day(name: str, label: str, *, hint: str = "intake-date-hint", **more: Any) -> Field:
    """A whole date."""
    return Field(name, label, "date", hint=hint, parse=typed.date_text, **more)


def moment(name: str, label: str, **more: Any) -> Field:
    """A date with a time of day."""
    return Field(name, label, "date", hint="intake-moment-hint", parse=typed.moment_text, **more)


def birth(today: Today) -> Field:
    """A date of birth, known whole or in part."""
    return Field("birth", "intake-birth", "date", required=True, hint="intake-birth-hint",
                 parse=lambda text: typed.birth_text(text, today()))  # fmt: skip


def names() -> list[Field]:
    """Twelve fields: each part of the name in each spelling, one spelling after another."""
    return [
        Field(f"{part}_{spelling}", f"intake-{part}-{spelling}", max_length=LONGEST)
        for spelling in SPELLINGS
        for part in PARTS
    ]


def zone() -> list[Field]:
    """The machine-readable lines."""
    return [Field("mrz", "intake-mrz", "mrz", hint="intake-mrz-hint", span=0)]


def confirmation() -> Field:
    """The clerk's word that a proposed Latin spelling was compared."""
    return Field("latin_confirmed", "intake-latin-confirmed", "flag", span=0,
                 shown_when=lambda values: chosen(values, "latin_proposed"))  # fmt: skip


def identity(today: Today, *, alone: bool) -> list[Field]:
    """Birth, sex, citizenship; `alone` adds the mark of a minor who applies without parents."""
    fields = [
        birth(today),
        Field("sex", "intake-sex", "choice", required=True, options=choices.sexes),
        Field("citizenship", "intake-citizenship", "choice", required=True, options=choices.citizenships,
              hint="intake-citizenship-hint"),
        Field("residence_country", "intake-residence-country", "choice", options=choices.countries,
              hint="intake-residence-hint",
              shown_when=lambda v: word(v, "citizenship") in {STATELESS, UNDETERMINED}),
    ]  # fmt: skip
    if alone:
        fields.append(Field("unaccompanied", "intake-unaccompanied", "flag", span=0,
                            shown_when=lambda values: is_minor(values, today())))  # fmt: skip
    return fields


def document(prefix: str, *, shown: Shown | None = None, compact: bool = False) -> list[Field]:
    """One document; `compact` leaves out issuer and series."""
    fields = [
        Field(f"{prefix}_type", "intake-doc-type", "choice", options=choices.document_types, shown_when=shown),
        Field(f"{prefix}_number", "intake-doc-number", max_length=60, shown_when=shown),
        Field(f"{prefix}_country", "intake-doc-country", "choice", options=choices.countries, shown_when=shown),
        Field(f"{prefix}_seen", "intake-doc-seen", "choice", options=choices.seen, shown_when=shown),
        day(f"{prefix}_issued", "intake-doc-issued", hint="", shown_when=shown),
        day(f"{prefix}_valid", "intake-doc-valid", hint="", shown_when=shown),
    ]
    if not compact:
        fields.insert(2, Field(f"{prefix}_series", "intake-doc-series", max_length=20, shown_when=shown))
        fields.append(Field(f"{prefix}_issuer", "intake-doc-issuer", max_length=200, span=2, shown_when=shown))
    return fields


def from_words() -> Field:
    """The mark that the data stand on the person's words."""
    return Field("from_words", "intake-from-words", "flag", span=0)


def more_of_person() -> list[Field]:
    """What may be asked besides: nothing of it stops the registration."""
    return [
        Field("iin", "intake-iin", hint="intake-iin-hint", max_length=20),
        Field("language", "intake-language", "choice", options=choices.languages),
        Field("marital", "intake-marital", "choice", options=choices.marital),
        Field("birth_place", "intake-birth-place", max_length=200),
        Field("father", "intake-father", max_length=LONGEST),
        Field("mother", "intake-mother", max_length=LONGEST),
        Field("citizenship2", "intake-citizenship2", "choice", options=choices.countries),
    ]


def lodging() -> list[Field]:
    """How the application came, and the dates that each way needs."""
    entered = ("arrival", "sur_place", "border", "detention")
    return [
        Field("way", "intake-way", "choice", required=True, options=choices.ways, span=2),
        moment("lodged_at", "intake-lodged-at"),
        day("entered_on", "intake-entered-on", shown_when=way_is(*entered), new_row=True),
        moment("entered_at", "intake-entered-at", required=True, shown_when=way_is("forced"), new_row=True),
        day("learned_on", "intake-learned-on", required=True, shown_when=way_is("sur_place")),
        moment("lodged_at_border", "intake-lodged-at-border", required=True, shown_when=way_is("border")),
        Field("border_receipt", "intake-border-receipt", shown_when=way_is("border"), max_length=40),
        moment("detained_at", "intake-detained-at", required=True, shown_when=way_is("detention")),
        moment("notified_at", "intake-notified-at", required=True, shown_when=way_is("detention")),
        Field("detaining_body", "intake-detaining-body", shown_when=way_is("detention"), max_length=200),
        Field("arrival_way", "intake-arrival-way", "choice", options=choices.arrival_ways,
              shown_when=way_is(*entered)),
        Field("place", "intake-place", max_length=200, hint="intake-place-hint"),
        Field("transport", "intake-transport", max_length=200),
    ]  # fmt: skip


def late_reason(late: Shown) -> Field:
    """Why the lodging was late; asked, never demanded (f-07)."""
    return Field("late_reason", "intake-late-reason", max_length=1000, span=0, shown_when=late)


def claim() -> list[Field]:
    """The six reasons of Art. 1(1), family unity or not stated; the account and the fears."""
    return [
        Field("reasons", "intake-reasons", "checks", options=choices.reasons, span=0, columns=2),
        Field("account", "intake-account", "text", span=0, rows=4, max_length=20_000),
        Field("fears", "intake-fears", "text", span=0, rows=2, max_length=5_000),
    ]


def stay() -> list[Field]:
    """Where the person stays."""
    return [
        Field("kato", "intake-kato", "choice", options=choices.regions),
        Field("address", "intake-address", span=2, max_length=300, hint="intake-address-hint"),
        Field("phone", "intake-phone", max_length=40),
    ]


def interpreter() -> list[Field]:
    """Who interpreted."""
    return [
        Field("interpreter_name", "intake-interpreter-name", max_length=200),
        Field("interpreter_language", "intake-interpreter-language", "choice", options=choices.languages),
        Field("interpreter_basis", "intake-interpreter-basis", "choice", options=choices.bases),
    ]


def representative() -> list[Field]:
    """Who acts for the person: of a minor alone the guardian."""
    return [
        Field("representative_name", "intake-representative-name", max_length=200),
        Field("representative_basis", "intake-representative-basis", "choice", options=choices.representative_bases),
        Field("representative_number", "intake-representative-number", max_length=60),
        day("representative_on", "intake-representative-on"),
    ]


def birth_document() -> list[Field]:
    """By what a minor stands in the application: the document, or words."""
    return [
        Field("relation", "intake-relation", "choice", required=True, options=choices.minor_relations),
        Field("birth_doc_type", "intake-birth-doc-type", "choice", options=choices.birth_documents),
        Field("birth_doc_number", "intake-birth-doc-number", max_length=60),
        day("birth_doc_issued", "intake-doc-issued", hint=""),
        Field("birth_doc_issuer", "intake-doc-issuer", max_length=200, span=2),
        Field("verbal", "intake-verbal", "flag", span=0),
        Field("arrived_with", "intake-arrived-with", "flag", span=0),
    ]


def relation() -> Field:
    """How an adult is related to the applicant."""
    return Field("relation", "intake-relation", "choice", required=True, options=choices.relations)


def elsewhere() -> list[Field]:
    """A relative who is elsewhere."""
    return [
        Field("name", "intake-relative-name", required=True, max_length=LONGEST, span=2),
        Field("relation", "intake-relation", "choice", required=True, options=choices.relations),
        Field("tracing", "intake-tracing", "flag", span=0),
    ]


def own_circumstances() -> list[Field]:
    """Of an adult: what differs from the applicant."""

    def differs(flag: str) -> Shown:
        return lambda values: not values.get(flag, True)

    return [
        Field("same_arrival", "intake-same-arrival", "flag", span=0),
        day("entered_on", "intake-entered-on", shown_when=differs("same_arrival")),
        Field("place", "intake-place", max_length=200, span=2, shown_when=differs("same_arrival")),
        Field("same_claim", "intake-same-claim", "flag", span=0),
        Field("reasons", "intake-reasons", "checks", options=choices.reasons, span=0, columns=2,
              shown_when=differs("same_claim")),
        Field("account", "intake-account", "text", span=0, rows=3, max_length=20_000,
              shown_when=differs("same_claim")),
        Field("same_stay", "intake-same-stay", "flag", span=0),
        Field("kato", "intake-kato", "choice", options=choices.regions, shown_when=differs("same_stay")),
        Field("address", "intake-address", span=2, max_length=300, shown_when=differs("same_stay")),
    ]  # fmt: skip
