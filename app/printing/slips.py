"""Control sheet of the refugee certificate, receipt of a border unit, referrals, recovery sheet."""

from app.base.clock import LOCAL
from app.base.errors import Refusal
from app.domain.case import CaseState, Certificate, Request
from app.domain.facts.office import OfficeOpened
from app.printing import context as c
from app.printing.context import Printing
from forms import border_receipt_2026, recovery_sheet_2026, referral_2026, refugee_control_sheet_2024
from forms.boxes import Bilingual

_BODIES = {
    "iab_stay": Bilingual("Ішкі істер органы", "Орган внутренних дел"),
    "fingerprints": Bilingual("Дактилоскопиялық тіркеу органы", "Орган дактилоскопической регистрации"),
    "medical": Bilingual("Медициналық ұйым", "Медицинская организация"),
    "guardian": Bilingual("Қорғаншылық және қамқоршылық органы", "Орган опеки и попечительства"),
}


def control_sheet(state: CaseState, certificate: Certificate, photo: bytes | None, context: Printing) -> bytes:
    """The A4 sheet for the file with everything that goes into the booklet (L-11.5b, d4)."""
    holder = state.persons[certificate.holder]
    decision = state.status_decision(certificate.holder)
    if decision is None or decision.from_on is None or decision.to_on is None:
        raise Refusal("paper.not_available")
    c.ready()
    family, given, patronymic = holder.names.parts()
    asylum = next((x.number for x in reversed(state.certificates) if x.kind == "asylum"), "")
    blank = "" if certificate.number.startswith("C-") else certificate.number
    place = holder.recorded.birth_place
    return refugee_control_sheet_2024.draw(
        refugee_control_sheet_2024.RefugeeControlSheetBoxes(
            sheet=c.sheet(context, certificate.number, decision.number, holder.names.full("kk_cyr")),
            blank_number=blank,
            surname_kk=family.kk_cyr or family.ru_cyr or family.latin_viz,
            surname_latin=family.latin_viz or family.latin_mrz,
            given_kk=given.kk_cyr or given.ru_cyr or given.latin_viz,
            given_latin=given.latin_viz or given.latin_mrz,
            patronymic_kk=patronymic.kk_cyr or patronymic.ru_cyr,
            patronymic_latin=patronymic.latin_viz or patronymic.latin_mrz,
            native=holder.names.full("native"),
            born=c.born(holder.recorded.birth),
            birth_place=Bilingual(place, place),
            sex=c.sex(holder.recorded.sex),
            citizenship=c.citizenship(holder),
            iin=holder.recorded.iin,
            decision_number=decision.number,
            decided_on=decision.on,
            valid_from=decision.from_on,
            valid_to=decision.to_on,
            issued_on=certificate.issued_on,
            issued_by=c.issuer(context),
            head=c.bilingual_official(context),
            official=c.bilingual_official(context),
            minors=tuple(c.minor(state.persons[m]) for m in certificate.minors),
            asylum_certificate=asylum,
            photo=photo,
        )
    )


def border_receipt(state: CaseState, context: Printing) -> bytes:
    """The receipt of a border unit; it is not a certificate (L-10.3a)."""
    lodged = state.lodged
    if lodged is None or not lodged.border_receipt:
        raise Refusal("paper.not_available")
    c.ready()
    applicant = state.applicant_person
    place = state.arrival.place if state.arrival else ""
    region = c.both("regions", context.office.region)
    return border_receipt_2026.draw(
        border_receipt_2026.BorderReceiptBoxes(
            sheet=c.sheet(context, lodged.border_receipt, lodged.lodged_at.isoformat()),
            number=lodged.border_receipt,
            unit=c.issuer(context),
            lodged_at=lodged.lodged_at.astimezone(LOCAL).strftime("%d.%m.%Y %H:%M"),
            place=Bilingual(place, place),
            name_kk=applicant.names.full("kk_cyr"),
            name_latin=applicant.names.full("latin"),
            born=c.born(applicant.recorded.birth),
            citizenship=c.citizenship(applicant),
            minors=len(state.minors),
            handed_to=region,
            official=c.bilingual_official(context),
            qr="|".join(("PANA1", lodged.border_receipt, lodged.lodged_at.date().isoformat())),
        )
    )


def referral(state: CaseState, request: Request, context: Printing) -> bytes:
    """A referral to another body (L-10.6b, L-10.6c, L-8.2.2, L-16.1)."""
    if request.to not in _BODIES:
        raise Refusal("paper.not_available")
    c.ready()
    persons = state.present if request.to in {"iab_stay", "medical"} else (state.persons[request.person],)
    certificate = state.valid_certificate("asylum")
    applicant = state.applicant_person
    return referral_2026.draw(
        referral_2026.ReferralBoxes(
            sheet=c.sheet(context, state.number, request.id),
            kind=request.to,  # type: ignore[arg-type]
            number=state.number,
            issued_on=request.on,
            issued_by=c.issuer(context),
            to=_BODIES[request.to],
            persons=tuple(
                referral_2026.ReferredPerson(
                    name=p.names.full("kk_cyr"),
                    name_latin=p.names.full("latin"),
                    born=c.born(p.recorded.birth),
                    sex=c.sex(p.recorded.sex),
                    citizenship=c.citizenship(p),
                )
                for p in persons
            ),
            certificate=certificate.number if certificate else "",
            address=applicant.stay.text if applicant.stay else "",
            official=c.bilingual_official(context),
        )
    )


def recovery_sheet(office: OfficeOpened, store_id: str, code: str, context: Printing) -> bytes:
    """The sheet that opens the store when every passphrase is lost; it is never kept in the store."""
    c.ready()
    return recovery_sheet_2026.draw(
        recovery_sheet_2026.RecoverySheetBoxes(
            sheet=c.sheet(context, office.code, store_id),
            key=code,
            office=Bilingual(office.name_kk, office.name_ru),
            store=store_id[-12:],
            made_on=context.printed_at.astimezone(LOCAL).date(),
        )
    )
