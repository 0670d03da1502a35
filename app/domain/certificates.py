"""Certificates: the asylum-seeker certificate renewed in a chain, the refugee certificate up to the end of a status."""

import re
from datetime import date

from app.base.errors import Refusal
from app.domain import facts as f
from app.domain.applications import asylum_certificate
from app.domain.case import CaseState, status
from app.domain.commands import IssueCertificate
from app.domain.extensions import holds_status
from app.domain.facts.values import CertificateKind
from app.domain.intake import Intake
from app.domain.numbers import LOOK_ALIKES
from app.domain.stay import stay

BOOKLET = re.compile(r"[A-Z]{2}[0-9]{8}")
"""The pre-printed number of a booklet (`docs/model.md` 1)."""


SEEKING = frozenset({"asylum_seeker", "refused"})
"""With one of these a person has an asylum-seeker certificate (L-8.1.5: also while the stay after a refusal lasts)."""


def renewed_certificate(known: Intake, state: CaseState, late_reason: str = "") -> f.case.CertificateIssued:
    """A new asylum-seeker certificate in place of the valid one (X-cert).

    *Law*: L-10.7a: in the file of a refugee who has the booklet it names the minors who are not decided on yet.
    """
    today = known.today
    booklet = holds_status(state, today) and state.valid_certificate("refugee")
    all_here = status(state, today) in SEEKING or (holds_status(state, today) and not booklet)
    minors = tuple(p.id for p in state.minors) if all_here else undecided_minors(state, today)
    return asylum_certificate(known, state.applicant, minors, replaces=_to_replace(state), late_reason=late_reason)


def _to_replace(state: CaseState) -> str:
    """The certificate that a new one replaces: the valid one, or the last that was lost or spoiled (X-cert)."""
    valid = state.valid_certificate("asylum")
    if valid:
        return valid.number
    own = [c for c in state.certificates if c.kind == "asylum" and c.holder == state.applicant]
    return own[-1].number if own else ""


def undecided_minors(state: CaseState, on: date) -> tuple[str, ...]:
    """The minors of a file who are still asylum seekers, whatever the applicant is (L-11.4, f-12)."""
    return tuple(p.id for p in state.minors if status(state, on, p.id) == "asylum_seeker")


def after_change(known: Intake, state: CaseState) -> tuple[f.Fact, ...]:
    """The asylum-seeker certificate after minors came or left: renewed, issued for those not decided on, or returned.

    *Law*: L-10.7a: each minor stands in one valid certificate. A booklet has a pre-printed number: that it names other
    children than the file is a task.
    """
    waiting = undecided_minors(state, known.today)
    booklet = holds_status(state, known.today) and state.valid_certificate("refugee")
    if booklet and not waiting:
        return taken_back(known, state, "asylum")
    if state.valid_certificate("asylum") or (waiting and status(state, known.today) not in SEEKING):
        return (renewed_certificate(known, state),)
    return ()


def issue_certificate(known: Intake, state: CaseState, command: IssueCertificate) -> tuple[f.Fact, ...]:
    """Issue a new asylum-seeker certificate, or the refugee certificate after a grant or an extension.

    *Law*: X-cert, L-10.6a; L-11.5b (Art. 11(5)); L-16.2: an unaccompanied child gets an own one whatever the age.
    f-17: after a refusal the certificate is replaced until the protection of the stay ends. L-10.7a: a refugee has one
    of each kind while a minor in the file is not decided on.
    *Refuses*: `certificate.not_asylum_seeker`, `certificate.protection_ended`, and as `_refugee_certificate`.
    """
    if command.kind == "refugee":
        return _refugee_certificate(known, state, command)
    seeking = status(state, known.today) in SEEKING
    waiting = undecided_minors(state, known.today)
    if not seeking and not waiting:
        raise Refusal("certificate.not_asylum_seeker")
    known_stay = stay(state, known.today, known.settings, known.calendar)
    if seeking and not known_stay.protected and not waiting:
        raise Refusal("certificate.protection_ended", until=known_stay.until or known.today)
    back = taken_back(known, state, "refugee") if seeking else ()
    return (renewed_certificate(known, state, command.late_reason), *back)


def taken_back(known: Intake, state: CaseState, kind: CertificateKind) -> tuple[f.Fact, ...]:
    """The valid certificate of a kind comes back, against a new one of the other kind: nobody stands in two.

    *Law*: X-cert, L-10.7a. After an annulment a booklet is still out when the asylum-seeker certificate is issued.
    """
    held = state.valid_certificate(kind)
    return (f.case.CertificateEnded(number=held.number, how="returned", on=known.today),) if held else ()


def _refugee_certificate(known: Intake, state: CaseState, command: IssueCertificate) -> tuple[f.Fact, ...]:
    """The refugee certificate up to the end of the status, in place of one that ends earlier or names other children.

    *Law*: L-10.7a, L-11.5b.
    *Refuses*: `certificate.not_refugee`, `certificate.status_run_out`, `certificate.issued_already`, as `_booklet`.
    """
    decision = state.status_decision(state.applicant, known.today)
    if not holds_status(state, known.today) or decision is None or decision.to_on is None:
        raise Refusal("certificate.not_refugee")
    if decision.to_on < known.today:
        raise Refusal("certificate.status_run_out", to=decision.to_on)
    before = state.valid_certificate("refugee")
    minors = tuple(p.id for p in state.minors if holds_status(state, known.today, p.id))
    whole = before is not None and not before.struck_rows and set(before.minors) == set(minors)
    if before and whole and before.valid_to >= decision.to_on:
        raise Refusal("certificate.issued_already")
    issued = f.case.CertificateIssued(
        number=_booklet(command.blank, known, before.number if before else "") or known.number("C"),
        kind="refugee",
        holder=state.applicant,
        minors=minors,
        issued_on=known.today,
        valid_to=decision.to_on,
        replaces=before.number if before else "",
        late_reason=command.late_reason,
    )
    return (issued, *_asylum_left(known, state))


def _asylum_left(known: Intake, state: CaseState) -> tuple[f.Fact, ...]:
    """The asylum-seeker certificate comes back, or goes on for the minors who are not decided on yet (L-10.7a)."""
    held, waiting = state.valid_certificate("asylum"), undecided_minors(state, known.today)
    if held is None or not waiting:
        return taken_back(known, state, "asylum")
    if set(held.minors) == set(waiting):
        return ()
    return (asylum_certificate(known, state.applicant, waiting, replaces=held.number),)


def _booklet(typed: str, known: Intake, extended: str) -> str:
    """The number of a booklet as typed; empty where none was given. `extended` is the one that may get an entry.

    *Refuses*: `certificate.blank`, `certificate.blank_used`.
    """
    number = re.sub(r"[\s\-]+", "", typed).upper().translate(LOOK_ALIKES)
    if number and not BOOKLET.fullmatch(number):
        raise Refusal("certificate.blank", field="blank", typed=typed.strip())
    used = known.booklet_used(number) if number and number != extended else ""
    if used:
        raise Refusal("certificate.blank_used", field="blank", number=used)
    return number
