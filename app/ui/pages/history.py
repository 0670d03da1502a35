"""The facts of a case as entries of a timeline: icon and colour by kind, newest first."""

from collections.abc import Callable

from app.domain.stay import NEGATIVE
from app.messages.facts import fact_sentence, names_in
from app.store.rows.cases import TimelineEntry
from app.ui import tr
from app.ui.pages import wording
from app.ui.pages.case_data import CaseView
from app.ui.theme import ToneName
from app.ui.widgets.timeline import Entry

_LOOKS: dict[str, tuple[str, ToneName]] = {
    "case.opened": ("folder-open", "neutral"),
    "person.recorded": ("user", "neutral"),
    "document.shown": ("id-card", "neutral"),
    "photo.taken": ("camera", "neutral"),
    "stay.stated": ("map-pin", "neutral"),
    "arrival.stated": ("map-pin", "neutral"),
    "claim.stated": ("file-text", "neutral"),
    "interpreter.engaged": ("languages", "neutral"),
    "minor.listed": ("baby", "neutral"),
    "minor.proven": ("file-check", "success"),
    "relative.stated": ("users", "neutral"),
    "family.tied": ("users", "neutral"),
    "application.lodged": ("inbox", "info"),
    "application.registered": ("stamp", "success"),
    "application.withdrawn": ("log-out", "warning"),
    "case.closed": ("archive", "neutral"),
    "request.sent": ("arrow-right", "info"),
    "request.answered": ("check", "success"),
    "consideration.postponed": ("clock", "warning"),
    "consent.recorded": ("user-check", "success"),
    "decision.taken": ("gavel", "success"),
    "decision.served": ("check", "success"),
    "notice.sent": ("arrow-right", "info"),
    "certificate.issued": ("shield-check", "success"),
    "certificate.ended": ("x", "neutral"),
    "paper.issued": ("printer", "neutral"),
    "note.add": ("pencil", "info"),
    "minor.struck": ("baby", "warning"),
    "detention.notified": ("lock", "warning"),
    "representative.named": ("user-check", "neutral"),
    "needs.stated": ("shield", "neutral"),
    "leaflet.given": ("book-open", "neutral"),
    "interview.held": ("languages", "info"),
    "evidence.added": ("paperclip", "neutral"),
    "assessment.written": ("file-text", "info"),
    "family.changed": ("users", "info"),
    "lateness.explained": ("pencil", "info"),
    "stage.done": ("list-checks", "neutral"),
    "case.assigned": ("user-check", "neutral"),
    "case.reopened": ("folder-open", "warning"),
    "departure.announced": ("log-out", "info"),
    "stay.left": ("log-out", "warning"),
    "stay.arrived": ("map-pin", "success"),
    "deadlines.recomputed": ("calendar", "neutral"),
    "person.corrected": ("pencil", "warning"),
    "duplicate.judged": ("copy", "neutral"),
    "persons.merged": ("copy", "info"),
    "merge.undone": ("copy", "warning"),
    "case.merged": ("archive", "info"),
    "decision.annulled": ("rotate-ccw", "danger"),
    "decision.corrected": ("pencil", "warning"),
    "status.lapsed": ("clock", "warning"),
    "status.carried": ("arrow-right", "success"),
    "appeal.lodged": ("gavel", "warning"),
    "appeal.decided": ("gavel", "info"),
}
_OTHER: tuple[str, ToneName] = ("circle-check", "neutral")
_MILESTONES = frozenset({
    "application.lodged", "application.registered", "application.withdrawn", "case.closed", "request.answered",
    "consideration.postponed", "decision.taken", "decision.served", "certificate.issued", "note.add",
    "decision.annulled", "status.lapsed", "status.carried", "appeal.lodged", "appeal.decided", "case.reopened",
    "case.merged", "stay.left", "stay.arrived",
})  # fmt: skip
"""Facts that tell where a case stands; the preview shows only these."""


def entries(view: CaseView) -> tuple[Entry, ...]:
    """Every fact of a case, newest first."""
    return tuple(_entry(line, view) for line in reversed(view.timeline))


def latest_entries(view: CaseView, most: int) -> tuple[Entry, ...]:
    """The last facts that tell where a case stands, newest first."""
    told = [line for line in reversed(view.timeline) if line.kind in _MILESTONES]
    return tuple(_entry(line, view) for line in told[:most])


def _entry(line: TimelineEntry, view: CaseView) -> Entry:
    icon, tone = _LOOKS.get(line.kind, _OTHER)
    if line.kind == "decision.taken" and getattr(line.fact, "kind", "") in NEGATIVE:
        tone = "danger"
    sentence = fact_sentence(line.kind, line.fact, tr.language(), name_of=_name_of(view))
    by = view.users.get(line.user, line.user)
    who = tr.tr("pages-by-program") if line.user == "system" else by
    return Entry(wording.capital(sentence), f"{wording.moment_ms(line.at_ms)} · {who}", icon=icon, tone=tone)


def _name_of(view: CaseView) -> Callable[[str], str]:
    known = names_in(view.state, tr.language())
    return lambda key: known(key) or view.users.get(key, "")
