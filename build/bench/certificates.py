"""Asylum-seeker certificates a second, beside a page of ReportLab with the same words, fonts, photo and QR.

The raw page writes every string of the real one at its place by plain canvas calls, and has the photo and the code, but
neither guilloche nor border, and it measures and checks nothing.
"""

from __future__ import annotations

from io import BytesIO
from statistics import median
from typing import Any, NamedTuple

import _bench as b
import segno
from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from app.domain.case import CaseState
from app.services import demo, demo_office, papers
from app.store import tables
from app.store.rows.cases import case_state
from app.store.store import Store

MM = 72 / 25.4
AT_MOST = 2.0
LEAST_PER_S = 10.0


class String(NamedTuple):
    """One string of the page."""

    x: float
    y: float
    text: Any
    font: str
    size: float


class Noting(Canvas):
    """A canvas that remembers what was written."""

    strings: list[String] = []

    def drawString(self, x: float, y: float, text: Any, *rest: Any, **more: Any) -> None:
        self.strings.append(String(x, y, text, self._fontname, self._fontsize))
        super().drawString(x, y, text, *rest, **more)


def strings_of(store: Store, state: CaseState, context: Any) -> list[String]:
    """Every string that the real certificate writes."""
    import forms.paper

    known, Noting.strings = forms.paper.Canvas, []
    forms.paper.Canvas = Noting  # type: ignore[misc]
    try:
        papers.draw(store, state, "certificate", "kk-ru", context)
    finally:
        forms.paper.Canvas = known  # type: ignore[misc]
    return Noting.strings


def raw_page(strings: list[String], photo: bytes, payload: str) -> bytes:
    """The page by plain canvas calls."""
    kept = BytesIO()
    canvas = Canvas(kept, pagesize=(148 * MM, 210 * MM), initialFontName=strings[0].font, invariant=1)
    canvas.drawImage(ImageReader(BytesIO(photo)), 14 * MM, 127 * MM, 33.5 * MM, 43 * MM)
    for string in strings:
        canvas.setFont(string.font, string.size)
        canvas.drawString(string.x, string.y, string.text)
    path = canvas.beginPath()
    for y, row in enumerate(segno.make(payload, error="m", mask=3, micro=False, boost_error=False).matrix):
        for x, dark in enumerate(row):
            if dark:
                path.rect(300 + x * 2, 120 - y * 2, 2, 2)
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.showPage()
    canvas.save()
    return kept.getvalue()


def cases_of(store: Store, count: int) -> list[CaseState]:
    """Cases whose holder has a photo and who have a certificate."""
    with store.reading() as connection:
        found = connection.execute(tables.record.select().limit(4 * count)).mappings().all()
        states = [case_state(connection, row["r"]) for row in found]
    fit = [s for s in states if "certificate" in papers.available(s) and s.persons[s.applicant].photo]
    return fit[:count]


def main() -> None:
    """Print the lines."""
    chosen = b.options()
    count = 5 if chosen.quick else 40
    with b.scratch() as folder:
        store = demo_office.create(folder / "office")
        demo.fill(store, as_of=b.AS_OF)
        actor = store.actor(demo_office.USER)
        context = papers.printing_context(store, actor)
        states = cases_of(store, count)
        pages = [(strings_of(store, s, context), photo_of(store, s), papers_payload(s)) for s in states]
        assert rl_config.useA85 == 0, "both draw under the same settings of ReportLab"
        found = b.interleaved(
            chosen.rounds,
            lambda: b.timed(lambda: [papers.draw(store, s, "certificate", "kk-ru", context) for s in states]),
            lambda: b.timed(lambda: [raw_page(*page) for page in pages]),
        )
        issued = b.timed(lambda: [papers.issue(store, actor, s.id, "certificate") for s in states])
        sizes = len(papers.draw(store, states[0], "certificate", "kk-ru", context)), len(raw_page(*pages[0]))
        store.close()

    def a_second(rate: float) -> str:
        return f"{rate:.1f} /s"

    ours, raw = ([len(states) / seconds for seconds in part] for part in found)
    b.line(
        f"certificates drawn ({sizes[0] // 1000} KB; raw {sizes[1] // 1000} KB)",
        b.spread(ours, a_second),
        b.spread(raw, a_second),
        b.spread(found.ratios, b.times),
        f"<= {AT_MOST:g}x and >= {LEAST_PER_S:g} /s",
        met=median(found.ratios) <= AT_MOST and median(ours) >= LEAST_PER_S,
    )
    b.line("certificates issued: drawn, kept, recorded, durable", a_second(len(states) / issued), "-", "-")


def photo_of(store: Store, state: CaseState) -> bytes:
    """The holder's photo."""
    photo = state.persons[state.applicant].photo
    assert photo is not None
    return store.blobs.get(photo.h)


def papers_payload(state: CaseState) -> str:
    """What the QR of the certificate says."""
    from app.printing.asylum_certificate import qr_text

    return qr_text(state, next(c for c in reversed(state.certificates) if c.kind == "asylum"))


if __name__ == "__main__":
    main()
