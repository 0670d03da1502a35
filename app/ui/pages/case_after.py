"""What the overview tells of the time after a decision, one line each: the stay, an extension, the appeals."""

from app.domain.case import CaseState
from app.domain.stay import Stay
from app.ui import tr
from app.ui.pages import wording
from app.ui.pages.case_forms_appeals import appeal_text

Rows = list[tuple[str, str]]


def stay_rows(found: Stay) -> Rows:
    """Until when the person may stay and by which reading; the day of departure is information (f-03)."""
    rows: Rows = []
    if found.protected or found.until:
        rows.append(("acts-stay", _stay(found)))
    if found.departure_by:
        rows.append(("acts-stay-departure", wording.day(found.departure_by)))
    elif found.earliest_departure:
        rows.append(("acts-stay-departure", tr.tr("acts-stay-departure-open")))
    return rows


def _stay(found: Stay) -> str:
    if not found.protected:
        return tr.tr("acts-stay-ended", on=found.until)
    reading = tr.tr(f"acts-stay-by-{found.reading.lower().replace('.', '-')}")
    if found.until is None:
        return tr.tr("acts-stay-open", reading=reading)
    return tr.tr("acts-stay-until", on=found.until, reading=reading)


def remedy_rows(state: CaseState) -> Rows:
    """The application to extend that waits for its decision, and the appeals."""
    rows: Rows = []
    pending = state.pending_extension
    if pending is not None:
        days = pending.late.days if pending.late else 0
        late = f" · {tr.tr('acts-extension-late', days=days)}" if days else ""
        rows.append(("acts-extension-pending", f"{pending.number} · {wording.moment(pending.lodged_at)[:10]}{late}"))
    if state.appeals:
        rows.append(("acts-appeals", "; ".join(appeal_text(one) for one in reversed(state.appeals))))
    return rows
