"""Papers of a case: each can be made, says its number, tells nothing in its metadata, and is the same for ever."""

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from app.base.errors import Refusal
from app.domain.commands import (
    ArrivalData,
    IssueCertificate,
    LodgeAtBorder,
    PostponeConsideration,
    RecordAnswer,
    RecordRequest,
    ServeDecision,
    TakeDecision,
    TakePhoto,
)
from app.domain.facts.values import NAME_LIMIT, Blob, GroundChosen, Name, Names
from app.messages import catalogue
from app.services import papers
from app.services.papers import FORMS, Form
from app.store.rebuild import verify
from app.store.store import Store, open_store
from tests.offices import PASSPHRASE, adult, applicant, at, child, do, make_store, names, register, state_of, trace

A12_01 = (GroundChosen(code="A12-01", reason="қудалау қаупі анықталмады"),)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = make_store(tmp_path / "s")
    made.set_clock(at("2026-06-15 10:00"))
    yield made
    made.close()


def read(data: bytes) -> tuple[str, dict[str, str]]:
    """The text and the metadata of a PDF."""
    document = pypdfium2.PdfDocument(io.BytesIO(data))
    pages = [document[n].get_textpage().get_text_range() for n in range(len(document))]
    found = "\n".join(pages), document.get_metadata_dict()
    document.close()
    return found


def issue(store: Store, case: str, form: Form, language: str = "") -> papers.IssuedPaper:
    return papers.issue(store, store.actor("clerk"), case, form, language)


def granted(store: Store) -> str:
    (case,) = register(store, applicant(minors=(child(),)))
    do(store, RecordRequest(case=case, to="medical"))
    do(store, PostponeConsideration(case=case, until=date(2026, 12, 1), reason="қосымша тексеру"))
    do(store, RecordAnswer(case=case, to="fingerprints", result="done"))
    do(store, TakeDecision(case=case, kind="grant"))
    do(store, IssueCertificate(case=case, kind="refugee", blank="AB12345678"))
    return case


def refused_child(store: Store) -> str:
    alone = applicant(
        adult("NOORI", "SAMIR", "2012-03-11", names=names("NOORI", "SAMIR", "Нури Самир")), unaccompanied=True
    )
    (case,) = register(store, alone)
    do(store, TakeDecision(case=case, kind="refuse", grounds=A12_01))
    do(store, ServeDecision(case=case, way="hand"))
    return case


def test_every_paper_of_every_case_is_made_in_both_languages_with_its_number(store: Store) -> None:
    made: set[Form] = set()
    for case in (granted(store), refused_child(store)):
        for form in papers.available(state_of(store, case)):
            for language in papers.languages(form):
                issued = issue(store, case, form, language)
                text, metadata = read(issued.data)
                assert issued.paper.number in text, (form, language)
                said = " ".join(metadata.values()).casefold()
                for secret in ("ahmadi", "ахмади", "noori", "нури", "1986", "2012", "p1234567"):
                    assert secret not in said, (form, language)
                made.add(form)
    assert made == set(FORMS) - {"border_receipt"}
    assert verify(store).problems == ()


def test_L_10_3a_the_receipt_of_the_border_unit(tmp_path: Path) -> None:
    border = make_store(tmp_path / "b", office="ALO51", kind="border")
    border.set_clock(at("2026-03-02 14:00"))
    crossed = applicant(arrival=ArrivalData(entered_on=date(2026, 3, 2), place="Қорғас"))
    (case,) = do(border, LodgeAtBorder(applicants=(crossed,))).cases
    state = state_of(border, case)
    assert papers.available(state) == ("border_receipt",)
    text, _ = read(issue(border, case, "border_receipt").data)
    assert state.shown_number in text
    border.close()


def test_a_certificate_shows_the_applicant_the_minors_and_the_dates(store: Store) -> None:
    (case,) = register(store, applicant(minors=(child("ZAHRA"), child("OMAR"))))
    text, _ = read(issue(store, case, "certificate").data)
    for expected in ("Ахмади", "Ahmadi", "Zahra", "Omar", "15.06.2026", "15.09.2026"):
        assert expected in text


def test_X_nodoc_g_06_the_certificate_says_that_the_data_are_from_words(store: Store) -> None:
    person = adult("IDRIS", "ALI", citizenships=("XXX",), stateless="not_established", documents=(), from_words=True)
    (case,) = register(store, applicant(person))
    text, _ = read(issue(store, case, "certificate").data)
    flat = " ".join(text.split())
    assert "өз сөзінен" in flat
    assert "со слов" in flat
    assert "XXX" in text
    assert "XXA" not in text


def test_L_11_6_the_copy_of_a_refusal_holds_the_reason_in_each_language(store: Store) -> None:
    case = refused_child(store)
    for language in ("kk", "ru"):
        flat = " ".join(read(issue(store, case, "decision", language).data)[0].split())
        assert "қудалау қаупі анықталмады" in flat


def test_a_reprint_is_the_same_paper_also_after_reopening(store: Store) -> None:
    (case,) = register(store)
    issued = issue(store, case, "certificate")
    store.set_clock(at("2026-08-01 10:00"))
    papers.reprinted(store, store.actor("clerk"), case, issued.paper.id, "printed")
    store.close()
    again = open_store(store.folder, "clerk", PASSPHRASE)
    assert papers.read(again, state_of(again, case).papers[-1]) == issued.data
    again.close()


def test_a_paper_of_the_same_moment_has_the_same_bytes(store: Store) -> None:
    (case,) = register(store)
    assert issue(store, case, "certificate").data == issue(store, case, "certificate").data


def not_issued(store: Store, case: str, form: str, language: str = "") -> Refusal:
    before = trace(store)
    with pytest.raises(Refusal) as error:
        issue(store, case, form, language)  # type: ignore[arg-type]
    assert trace(store) == before
    assert all(catalogue.sentence(error.value, spoken) for spoken in catalogue.LANGUAGES)
    return error.value


def test_a_paper_that_cannot_be_made_is_refused_and_nothing_is_recorded(store: Store) -> None:
    (case,) = register(store)
    assert not_issued(store, case, "decision").rule == "paper.not_available"
    assert not_issued(store, case, "refugee_certificate").rule == "paper.not_available"
    assert not_issued(store, case, "diploma").rule == "paper.unknown"
    assert not_issued(store, case, "certificate", "kk").rule == "paper.language"
    assert not_issued(store, "nowhere", "certificate").rule == "case.unknown"


LONG = "Абдурахманбеков" * 8


@pytest.mark.parametrize("latin", ["Muhammadzahir" * 9 + "abc", "Muhammad Zahir Ab" * 7 + "x"])
def test_a_name_of_the_longest_length_fits_or_is_refused_and_never_cut(store: Store, latin: str) -> None:
    assert len(LONG) == len(latin) == NAME_LIMIT
    who = Names(family=Name(latin_viz=latin, kk_cyr=LONG, ru_cyr=LONG), given=Name(latin_viz="Ali", kk_cyr="Әли"))
    (case,) = register(store, applicant(adult(names=who)))
    for form in papers.available(state_of(store, case)):
        try:
            issued = issue(store, case, form)
        except Refusal as refusal:
            assert refusal.rule == "paper.does_not_fit"
            assert not_issued(store, case, form).field
        else:
            text = "".join(read(issued.data)[0].split())
            assert LONG in text


def test_letters_that_no_typeface_of_the_papers_holds_are_refused(store: Store) -> None:
    (case,) = register(store, applicant(adult(names=Names(family=Name(latin_viz="Wang", kk_cyr="王")))))
    assert not_issued(store, case, "certificate").rule == "paper.does_not_fit"


@pytest.mark.parametrize(
    "who",
    [
        Names(family=Name(latin_mrz="GULALAI", latin_viz="Gulalai", kk_cyr="Гулалай")),
        Names(family=Name(kk_cyr="Гулалай")),
        Names(given=Name(latin_viz="Ali")),
        Names(family=Name(latin_viz="Oʻzbek", kk_cyr="Өзбек"), given=Name(latin_viz="Gʻani", kk_cyr="Ғани")),
        Names(family=Name(latin_viz="Ахмади", kk_cyr="Ахмади")),
        names("AHMADI", "FARID", "Әхмәди Фәрид", "احمدی فرید"),
    ],
)
def test_g_26_every_kind_of_name_gets_its_certificate(store: Store, who: Names) -> None:
    (case,) = register(store, applicant(adult(names=who)))
    state = state_of(store, case)
    text, _ = read(issue(store, case, "certificate").data)
    assert state.certificates[0].number in text


def test_g_26_a_single_name_fills_the_zone_alone(store: Store) -> None:
    (case,) = register(store, applicant(adult(names=Names(family=Name(latin_mrz="GULALAI", kk_cyr="Гулалай")))))
    text, _ = read(issue(store, case, "certificate").data)
    assert "GULALAI<<<<" in text


def test_the_photo_of_the_holder_is_on_the_certificate_and_a_missing_one_is_no_trouble(store: Store) -> None:
    from app.base import resources

    (case,) = register(store)
    bare = issue(store, case, "certificate").data
    picture = resources.path("demo", "portrait-male-1.jpg").read_bytes()
    kept = store.blobs.put(picture, "image/jpeg")
    do(store, TakePhoto(case=case, photo=Blob(h=kept.h, z=kept.z, type=kept.type)))
    assert len(issue(store, case, "certificate").data) > len(bare) + len(picture) // 2
    do(store, TakePhoto(case=case, photo=Blob(h="ab" * 32, z=1, type="image/jpeg")))
    assert len(issue(store, case, "certificate").data) == len(bare)


def test_a_test_store_says_so_on_every_paper(store: Store) -> None:
    (case,) = register(store)
    text, _ = read(issue(store, case, "referral_iab_stay").data)
    assert "ҮЛГІ" in text
    assert "ОБРАЗЕЦ" in text


def test_a_border_clerk_issues_no_paper_of_the_centre(tmp_path: Path) -> None:
    centre = make_store(tmp_path / "c", office="CEN00", kind="centre")
    with pytest.raises(Refusal) as error:
        issue(centre, "nowhere", "certificate")
    assert error.value.rule == "permission.office"
    centre.close()
