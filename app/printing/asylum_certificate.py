"""The asylum-seeker certificate (d3) of a case: which boxes, which edition."""

from datetime import date

from app.base.errors import Refusal
from app.domain.case import CaseState, Certificate, Person
from app.domain.decisions import fingerprint_state
from app.domain.mrz import nationality_code, write_td2
from app.printing import context as c
from app.printing.context import Printing
from forms import asylum_certificate_2026 as form

FORM = "d3"


def draw(state: CaseState, certificate: Certificate, photo: bytes | None, context: Printing) -> bytes:
    """The certificate as PDF.

    *Law*: Art. 1(7), 10(6), 10(7); X-cert. *Refuses*: `paper.not_available`.
    """
    holder = state.persons.get(certificate.holder)
    if holder is None or state.registered_on is None:
        raise Refusal("paper.not_available")
    c.ready()
    return form.draw(_boxes(state, holder, certificate, photo, context))


def _boxes(
    state: CaseState, holder: Person, certificate: Certificate, photo: bytes | None, context: Printing
) -> form.AsylumCertificateBoxes:
    names = holder.names
    family, given, patronymic = names.parts()
    fingerprints, fingerprints_on = _fingerprints(state)
    payload = qr_text(state, certificate)
    return form.AsylumCertificateBoxes(
        sheet=c.sheet(context, certificate.number, payload, names.full("kk_cyr"), holder.recorded.birth.value),
        number=certificate.number,
        surname_kk=family.kk_cyr or family.ru_cyr or family.latin_viz,
        surname_latin=family.latin_viz or family.latin_mrz,
        given_kk=given.kk_cyr or given.ru_cyr or given.latin_viz,
        given_latin=given.latin_viz or given.latin_mrz,
        patronymic_kk=patronymic.kk_cyr or patronymic.ru_cyr,
        patronymic_latin=patronymic.latin_viz or patronymic.latin_mrz,
        native=names.full("native"),
        born=c.born(holder.recorded.birth),
        sex=c.sex(holder.recorded.sex),
        citizenship=c.citizenship(holder),
        document="" if holder.recorded.from_words else c.document(holder),
        iin=holder.recorded.iin,
        application_number=state.number,
        application_on=state.registered_on or "",
        issued_on=certificate.issued_on,
        valid_to=certificate.valid_to,
        issued_by=c.issuer(context),
        official=c.bilingual_official(context),
        minors=tuple(c.minor(state.persons[m]) for m in certificate.minors if m in state.persons),
        replaces=certificate.replaces,
        fingerprints=fingerprints,
        fingerprints_on=fingerprints_on,
        photo=photo,
        qr=payload,
        mrz=_mrz(holder, certificate),
    )


def _fingerprints(state: CaseState) -> tuple[form.Fingerprints, date | str]:
    known = fingerprint_state(state)
    request = state.request_for("fingerprints")
    answered = request.answer.on if request and request.answer else ""
    if known == "done":
        return "done", answered
    if known == "not_required":
        return "not_required", answered
    return ("referred", request.on) if request else ("", "")


def qr_text(state: CaseState, certificate: Certificate) -> str:
    """What the QR says: numbers and dates, no name; the exchange issue adds the office's signature."""
    return "|".join(
        (
            "PANA1",
            certificate.number,
            state.number,
            certificate.issued_on.isoformat(),
            certificate.valid_to.isoformat(),
            str(len(certificate.minors)),
        )
    )


def _mrz(holder: Person, certificate: Certificate) -> tuple[str, str] | None:
    """The machine-readable zone, when a Latin spelling is known."""
    names = holder.names
    if not names.full("latin"):
        return None
    try:
        return _zone(holder, certificate)
    except Refusal:
        return None  # A counter of six digits does not fit; the zone is optional (`forms.md` 5).


def _zone(holder: Person, certificate: Certificate) -> tuple[str, str]:
    names, recorded = holder.names, holder.recorded
    return write_td2(
        document_code="AS",
        issuing_state="KAZ",
        family=names.family.latin_mrz or names.family.latin_viz,
        given=names.given.latin_mrz or names.given.latin_viz,
        # Without its letter and check digit the number has 14 characters, the most that the long-number rule holds.
        number=certificate.number.replace("-", "")[1:-1],
        nationality=nationality_code(recorded.citizenships, recorded.stateless),
        birth=recorded.birth,
        sex=recorded.sex,
        expires_on=certificate.valid_to,
    )
