"""What the fields of the intake wizard offer, in the language of the screen; codes come from the reference lists."""

from collections.abc import Callable, Iterable, Sequence

from app.domain import reference
from app.flows.family import MINOR_RELATIONS
from app.flows.person import STATELESS, UNDETERMINED
from app.flows.register_application import WAYS
from app.ui import tr
from app.ui.editors.editor import Option

Choices = Callable[[], Sequence[Option]]
BIRTH_DOCUMENTS = ("birth_certificate", "passport", "id_card", "other")
RELATIONS = reference.codes("relations")
NEAR = ("AFG", "UZB", "TJK", "KGZ", "TKM", "UKR", "RUS", "SYR", "IRN", "CHN")
"""Citizenships most often met at the desk stand first."""


def capital(text: str) -> str:
    """A text with a capital letter in front."""
    return text[:1].upper() + text[1:]


def from_list(name: str, codes: Iterable[str] = ()) -> Choices:
    """A reference list, whole or some codes of it; found by any of its three names and by code."""

    def options() -> Sequence[Option]:
        wanted = tuple(codes)
        entries = [e for e in reference.entries(name) if not wanted or e.code in wanted]
        return [Option(e.code, capital(e.label(tr.language())), f"{e.kk} {e.ru} {e.en} {e.code}") for e in entries]

    return options


def from_keys(prefix: str, codes: Iterable[str]) -> Choices:
    """Codes whose texts are messages: `sex-not-stated` for `not_stated`."""

    def options() -> Sequence[Option]:
        return [Option(code, capital(tr.tr(f"{prefix}-{code.replace('_', '-')}"))) for code in codes]

    return options


def countries() -> Sequence[Option]:
    """The countries, those of the neighbourhood first."""
    found = {option.code: option for option in from_list("countries")()}
    near = [found.pop(code) for code in NEAR]
    return [*near, *sorted(found.values(), key=lambda option: option.text)]


def citizenships() -> Sequence[Option]:
    """The countries, then undetermined and stateless, which are no country (g-06)."""
    return [
        *countries(),
        Option(UNDETERMINED, tr.tr("intake-undetermined"), "XXX не установлено undetermined анықталмаған"),
        Option(STATELESS, tr.tr("intake-stateless"), "XXA апатрид stateless азаматтығы жоқ"),
    ]


def regions() -> Sequence[Option]:
    """The 20 regions by their KATO code."""
    found = sorted(reference.regions(), key=lambda region: region.label(tr.language()))
    return [Option(r.kato, r.label(tr.language()), f"{r.kk} {r.ru} {r.en}") for r in found]


sexes = from_keys("sex", ("female", "male", "not_stated"))
ways = from_keys("way", WAYS)
arrival_ways = from_keys("arrival-way", ("legal", "other", "already_here"))
seen = from_keys("seen", ("original", "copy", "lost", "none"))
document_types = from_list("document_types")
birth_documents = from_list("document_types", BIRTH_DOCUMENTS)
languages = from_list("languages")
marital = from_list("marital")
reasons = from_list("reasons")
relations = from_list("relations")
minor_relations = from_list("relations", MINOR_RELATIONS)
bases = from_keys("intake-interpreter-basis", ("staff", "contract", "volunteer"))
representative_bases = from_keys("intake-representative-basis", ("law", "guardian", "power", "other"))
