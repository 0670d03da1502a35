"""Sample boxes of every form, all data invented, and eyes that read a PDF back."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PIL import Image, ImageDraw

from forms import (
    asylum_certificate_2026,
    border_receipt_2026,
    decision_2026,
    fonts,
    notice_2026,
    recovery_sheet_2026,
    referral_2026,
    refugee_control_sheet_2024,
)
from forms.boxes import Bilingual, BilingualOfficial, Letterhead, Minor, Official, PersonLine, Sheet

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
PLAIN = Sheet(
    office="ALA01",
    number="A-ALA01-26-01-00017-1",
    program="0.4.0",
    control="7F3A-91C2-0B5D",
    printed_at="05.06.2026 10:42",
    specimen=False,
)
OFFICE = Bilingual(
    "Алматы қаласы Жұмыспен қамту және әлеуметтік бағдарламалар басқармасы",
    "Управление занятости и социальных программ города Алматы",
)
OFFICIAL = BilingualOfficial(name="Қ. Сәрсенбай", post=Bilingual("Бөлім басшысы", "Руководитель отдела"))
AFGHAN = Bilingual("Ауғанстан", "Афганистан")
MALE, FEMALE = Bilingual("ер", "муж."), Bilingual("әйел", "жен.")
NATIVE = "غلام حیدر رحیمی"
KEY = "7K3QF9-M2XR8T-0VNB4H-PJ6W1C-Z5DYGE-AS8QK3"
NAMES = (
    ("РАХИМИ Зәйнаб", "RAHIMI ZAINAB", FEMALE, Bilingual("қызы", "дочь")),
    ("РАХИМИ Мұстафа", "RAHIMI MUSTAFA", MALE, Bilingual("ұлы", "сын")),
)


def minors(count: int) -> tuple[Minor, ...]:
    return tuple(
        Minor(
            name=f"{NAMES[n % 2][0]} {n + 1}",
            name_latin=NAMES[n % 2][1],
            born=date(2010 + n % 12, 1 + n % 12, 1 + n % 28),
            sex=NAMES[n % 2][2],
            relation=NAMES[n % 2][3],
        )
        for n in range(count)
    )


def jpeg() -> bytes:
    picture = Image.new("RGB", (413, 531), (205, 212, 220))
    ImageDraw.Draw(picture).ellipse((126, 110, 287, 330), fill=(214, 170, 140))
    data = BytesIO()
    picture.save(data, "JPEG", quality=85)
    return data.getvalue()


def certificate() -> asylum_certificate_2026.AsylumCertificateBoxes:
    return asylum_certificate_2026.AsylumCertificateBoxes(
        sheet=PLAIN,
        number="C-ALA01-26-01-00023-4",
        surname_kk="РАХИМИ",
        surname_latin="RAHIMI",
        given_kk="Ғұлам Хәйдар Әңіөүһ",
        given_latin="GHULAM HAIDER",
        patronymic_kk="Мұхаммедұлы",
        native=NATIVE,
        born=date(1986, 3, 12),
        sex=MALE,
        citizenship=AFGHAN,
        document="паспорт P 01234567",
        iin="860312499018",
        application_number="A-ALA01-26-01-00017-1",
        application_on=date(2026, 3, 5),
        issued_on=date(2026, 3, 5),
        valid_to=date(2026, 6, 5),
        issued_by=OFFICE,
        official=OFFICIAL,
        minors=minors(3),
        fingerprints="referred",
        fingerprints_on=date(2026, 3, 5),
        photo=jpeg(),
        qr="PANA1:C-ALA01-26-01-00023-4:" + "Qk9Wc3x7" * 24,
        mrz=("IAKAZRAHIMI<<GHULAM<HAIDER<<<<<<<<<<", "CALA01260<AFG8603127M2606054<<<<<<<6"),
    )


def control_sheet() -> refugee_control_sheet_2024.RefugeeControlSheetBoxes:
    return refugee_control_sheet_2024.RefugeeControlSheetBoxes(
        sheet=PLAIN,
        surname_kk="РАХИМИ",
        surname_latin="RAHIMI",
        given_kk="Ғұлам Хәйдар",
        given_latin="GHULAM HAIDER",
        native=NATIVE,
        born="шамамен 1986 / около 1986",
        birth_place=Bilingual("Кабул", "Кабул"),
        sex=MALE,
        citizenship=AFGHAN,
        decision_number="D-ALA01-26-01-00009-1",
        decided_on=date(2026, 6, 1),
        sitting="№ M-ALA01-26-01-00003-2",
        valid_from=date(2026, 6, 1),
        valid_to=date(2027, 6, 1),
        issued_by=OFFICE,
        head=OFFICIAL,
        official=OFFICIAL,
        minors=minors(2),
        asylum_certificate="C-ALA01-26-01-00023-4",
        spoiled=(
            refugee_control_sheet_2024.SpoiledBlank(
                number="AB 00012345", spoiled_on=date(2026, 6, 3), reason=Bilingual("кептелді", "замятие")
            ),
        ),
    )


def head(language: str) -> Letterhead:
    return (
        Letterhead(office=OFFICE.kk, place="Алматы")
        if language == "kk"
        else Letterhead(office=OFFICE.ru, place="Алматы")
    )


def person(language: str) -> PersonLine:
    citizenship = AFGHAN.kk if language == "kk" else AFGHAN.ru
    return PersonLine(name="РАХИМИ Гулам", name_latin="RAHIMI GHULAM", born=date(1986, 3, 12), citizenship=citizenship)


def decision(language: str = "kk", kind: str = "refuse") -> decision_2026.DecisionBoxes:
    reasons = (decision_2026.Reason(ground="Негіз / Основание", article="12-бап", reasoning="Дәлел. Обоснование."),)
    return decision_2026.DecisionBoxes(
        sheet=PLAIN,
        language=language,
        kind=kind,
        letterhead=head(language),
        number="D-ALA01-26-01-00009-1",
        decided_on=date(2026, 6, 1),
        sitting="№ M-ALA01-26-01-00003-2",
        application_number="A-ALA01-26-01-00017-1",
        application_on=date(2026, 3, 5),
        applicant=person(language),
        covered=(replace(person(language), name="РАХИМИ Зайнаб", relation="қызы"),),
        reasons=reasons if kind == "refuse" else (),
        valid_from=date(2026, 6, 1),
        valid_to=date(2027, 6, 1),
        consent_on=date(2026, 5, 20) if kind == "grant_derivative" else "",
        signed_by=Official(name="Қ. Сәрсенбай", post="Басшы"),
        copy_certified_by=Official(name="Б. Оспанов", post="Маман"),
        copied_on=date(2026, 6, 2),
    )


def notice(language: str = "kk", kind: str = "refuse", addressee: str = "person") -> notice_2026.NoticeBoxes:
    return notice_2026.NoticeBoxes(
        sheet=PLAIN,
        language=language,
        addressee=addressee,
        kind=kind,
        letterhead=head(language),
        number="L-ALA01-26-01-00031-5",
        issued_on=date(2026, 6, 2),
        decision_number="D-ALA01-26-01-00009-1",
        decided_on=date(2026, 6, 1),
        applicant=person(language),
        valid_to=date(2027, 6, 1),
        certificate_by=date(2026, 6, 8),
        leaving=("РАХИМИ Гулам",) if kind == "refuse" and addressee == "person" else (),
        earliest_departure=date(2026, 7, 1) if kind == "refuse" else "",
        signed_by=Official(name="Қ. Сәрсенбай", post="Басшы"),
    )


def referral(kind: str = "iab_stay") -> referral_2026.ReferralBoxes:
    return referral_2026.ReferralBoxes(
        sheet=PLAIN,
        kind=kind,
        number="L-ALA01-26-01-00018-3",
        issued_on=date(2026, 3, 5),
        issued_by=OFFICE,
        to=Bilingual("Полиция департаменті", "Департамент полиции"),
        persons=(
            referral_2026.ReferredPerson(
                name="РАХИМИ Ғұлам", name_latin="RAHIMI GHULAM", born=date(1986, 3, 12), sex=MALE, citizenship=AFGHAN
            ),
        ),
        certificate="C-ALA01-26-01-00023-4",
        address="Алматы қаласы, Абай даңғылы, 10",
        until=date(2026, 3, 8),
        official=OFFICIAL,
    )


def receipt() -> border_receipt_2026.BorderReceiptBoxes:
    return border_receipt_2026.BorderReceiptBoxes(
        sheet=PLAIN,
        number="R-ALO51-26-01-00004-7",
        unit=Bilingual("«Қорғас» бақылау-өткізу пункті", "КПП «Хоргос»"),
        lodged_at="04.03.2026, 21:15",
        place=Bilingual("Жетісу облысы", "область Жетісу"),
        name_kk="РАХИМИ Ғұлам Хәйдар",
        name_latin="RAHIMI GHULAM HAIDER",
        born="1986",
        citizenship=AFGHAN,
        minors=3,
        handed_to=Bilingual("Жетісу облысының ЖАО", "МИО области Жетісу"),
        official=OFFICIAL,
        qr="PANA1:R-ALO51-26-01-00004-7",
    )


def recovery() -> recovery_sheet_2026.RecoverySheetBoxes:
    return recovery_sheet_2026.RecoverySheetBoxes(
        sheet=PLAIN, key=KEY, office=OFFICE, store="3f9c21", made_on=date(2026, 3, 1)
    )


A4, A5, A6 = (210, 297), (148, 210), (148, 105)
LANGUAGES = ("kk", "ru")
KINDS = ("grant", "grant_derivative", "refuse", "postpone")
Sample = tuple[Callable[[Any], bytes], Any, tuple[int, int]]
SAMPLES: dict[str, Callable[[], Sample]] = {
    "certificate": lambda: (asylum_certificate_2026.draw, certificate(), A5),
    "control_sheet": lambda: (refugee_control_sheet_2024.draw, control_sheet(), A4),
    "receipt": lambda: (border_receipt_2026.draw, receipt(), A6),
    "recovery": lambda: (recovery_sheet_2026.draw, recovery(), A4),
}
for _kind in referral_2026.TITLES:
    SAMPLES[f"referral-{_kind}"] = lambda kind=_kind: (referral_2026.draw, referral(kind), A4)
for _language in LANGUAGES:
    for _kind in KINDS:
        SAMPLES[f"decision-{_kind}-{_language}"] = lambda k=_kind, g=_language: (decision_2026.draw, decision(g, k), A4)
        SAMPLES[f"notice-{_kind}-{_language}"] = lambda k=_kind, g=_language: (notice_2026.draw, notice(g, k), A4)
    for _to in ("authorised_body", "internal_affairs"):
        SAMPLES[f"notice-{_to}-{_language}"] = lambda t=_to, g=_language: (
            notice_2026.draw,
            notice(g, "refuse", t),
            A4,
        )


@dataclass
class Read:
    """What a reader sees in a PDF."""

    data: bytes
    sizes: list[tuple[int, int]]
    pages: list[str]
    pieces: list[list[tuple[str, tuple[float, float, float, float]]]]
    metadata: dict[str, str]

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", " ".join(self.pages))


def read(data: bytes) -> Read:
    document = pypdfium2.PdfDocument(data)
    sizes, pages, pieces = [], [], []
    for page in document:
        width, height = page.get_size()
        sizes.append((round(width / 72 * 25.4), round(height / 72 * 25.4)))
        textpage = page.get_textpage()
        pages.append(textpage.get_text_range())
        found = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=3, textpage=textpage)
        pieces.append([(piece.extract(), piece.get_bounds()) for piece in found])
    return Read(data, sizes, pages, pieces, document.get_metadata_dict())


@pytest.fixture(autouse=True, scope="session")
def registered_fonts() -> Iterator[None]:
    fonts.register(FONTS)
    yield


@pytest.fixture(params=sorted(SAMPLES))
def sample(request: pytest.FixtureRequest) -> Sample:
    return SAMPLES[request.param]()


@pytest.fixture
def see() -> Callable[[bytes], Read]:
    return read


@pytest.fixture
def make() -> dict[str, Callable[..., Any]]:
    return {
        "certificate": certificate,
        "control_sheet": control_sheet,
        "decision": decision,
        "notice": notice,
        "referral": referral,
        "receipt": receipt,
        "recovery": recovery,
        "minors": minors,
    }
