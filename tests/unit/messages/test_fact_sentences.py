"""Every kind of fact has a line in the three languages, with every code it may hold, and nothing restricted in it."""

import re
import types
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
import pytest

from app.domain import facts as f
from app.domain.birth import BirthDate
from app.domain.case import CaseState, Person, Request
from app.domain.facts.values import (
    Address,
    BirthDocument,
    DeadlineMoved,
    GroundChosen,
    Late,
    Name,
    Names,
    Override,
)
from app.messages.catalogue import LANGUAGES
from app.messages.facts import fact_sentence, full_name, names_in
from app.services.papers import FORMS

DAY, LATER = date(2026, 6, 15), date(2027, 6, 15)
MOMENT = datetime(2026, 6, 15, 5, 0, tzinfo=UTC)
P, CHILD, REQUEST = "p-1", "p-2", "q-1"
NAMES = Names(
    family=Name(latin_viz="Rahimi", kk_cyr="Рахими", ru_cyr="Рахими"),
    given=Name(latin_viz="Zahra", kk_cyr="Заһра", ru_cyr="Захра"),
)
BIRTH_PAPER = BirthDocument(type="birth_certificate", number="T-77")
DECISION = f.case.DecisionTaken(
    number="D-1", kind="grant", on=DAY, person=P, covers=(P, CHILD), from_on=DAY, to_on=LATER
)

EXAMPLES: dict[str, f.Fact] = {
    fact.KIND: fact
    for fact in (
        f.case.CaseOpened(source="new", opened_on=DAY, person=P),
        f.case.PersonRecorded(
            person=P, place="applicant", names=NAMES, sex="female", birth=BirthDate("1986", "year"), from_words=True
        ),
        f.case.DocumentShown(person=P, type="passport", number="O123", series="AF"),
        f.case.PhotoTaken(person=P),
        f.case.StayStated(persons=(P, CHILD), address=Address(kato="750000000", text="Абай даңғ. 1"), from_on=DAY),
        f.case.ArrivalStated(person=P, way="legal", entered_at=MOMENT, learned_on=DAY),
        f.case.ClaimStated(person=P, reasons=("religion",), account="SECRET", fears="SECRET"),
        f.case.RepresentativeNamed(person=P, name="Ахметов", basis="сенімхат"),
        f.case.InterpreterEngaged(name="Садыков", language="prs"),
        f.case.MinorListed(person=CHILD, relation="daughter", verbal=True),
        f.case.MinorProven(person=CHILD, birth_document=BIRTH_PAPER),
        f.case.MinorStruck(person=CHILD, reason="turned_18", on=DAY),
        f.case.RelativeStated(relation="spouse", name="Рахими Али"),
        f.case.FamilyTied(family="fam", cases=("a", "b")),
        f.case.DetentionNotified(body="полиция", detained_at=MOMENT, received_at=MOMENT),
        f.case.ApplicationLodged(way="arrival", lodged_at=MOMENT, late=Late(days=3)),
        f.case.ApplicationRegistered(number="A-1", registered_on=DAY),
        f.case.ApplicationWithdrawn(on=DAY),
        f.case.CaseClosed(code="DUP", on=DAY),
        f.case.RequestSent(request=REQUEST, to="fingerprints", person=P, on=DAY),
        f.case.RequestAnswered(request=REQUEST, person=P, on=DAY, result="done", reason="SECRET", reference="SECRET"),
        f.case.ConsiderationPostponed(number="D-2", on=DAY, until=LATER, reason="SECRET"),
        f.case.ConsentRecorded(person=P, given=True, on=DAY),
        DECISION,
        f.case.DecisionServed(number="D-1", way="hand", on=DAY, learnt_on=DAY, proof="SECRET"),
        f.case.NoticeSent(decision="D-1", to="iab", on=DAY),
        f.case.CertificateIssued(
            number="C-2", kind="asylum", holder=P, minors=(CHILD,), issued_on=DAY, valid_to=LATER, replaces="C-1"
        ),
        f.case.CertificateEnded(number="C-1", how="replaced", on=DAY),
        f.case.PaperIssued(paper="x", form="certificate", edition="2026-1", language="kk", on=DAY, number="C-2"),
        f.case.NoteAdded(text="бір\nекі"),
        f.course.NeedsStated(person=P, codes=("SV", "TR", "DS")),
        f.course.LeafletGiven(person=P, language="prs", on=DAY),
        f.course.InterviewHeld(person=P, on=DAY, officer="aigul", record="SECRET", interpreter="Садыков"),
        f.course.EvidenceAdded(person=P, about="family", text="SECRET", on=DAY, link="SECRET"),
        f.course.AssessmentWritten(person=P, on=DAY, reasons={"race": "SECRET"}, protection="SECRET"),
        f.course.FamilyChanged(event="birth", persons=(P, CHILD), on=DAY, evidence="SECRET"),
        f.course.StageDone(stage="nsc_request", on=DAY),
        f.course.CaseAssigned(user="aigul", on=DAY),
        f.course.CaseReopened(what="closing", reason="SECRET", on=DAY),
        f.course.LatenessExplained(kind="grant", reason="SECRET", on=DAY),
        f.course.DepartureAnnounced(persons=(P,), on=DAY, planned_on=LATER),
        f.course.StayLeft(persons=(P,), to="AST01", on=DAY),
        f.course.StayArrived(persons=(P,), from_office="AST01", arrived_on=DAY, on=DAY),
        f.course.DeadlinesRecomputed(changed=(DeadlineMoved(deadline="decision", person=P, old=DAY, new=LATER),)),
        f.persons.PersonCorrected(
            person=P,
            changes=f.persons.PersonChanges(iin="SECRET", birth=BirthDate("1987")),
            reason="SECRET",
            document="SECRET",
            on=DAY,
        ),
        f.persons.DuplicateJudged(persons=(P, "p-9"), verdict="same", reasons="SECRET", on=DAY),
        f.persons.PersonsMerged(keep=P, gone="p-9", reasons="SECRET", on=DAY),
        f.persons.MergeUndone(keep=P, gone="p-9", reasons="SECRET", on=DAY),
        f.persons.CaseMerged(into="SECRET", on=DAY, reasons="SECRET"),
        f.remedies.DecisionAnnulled(number="D-1", by="court", reason="SECRET", on=DAY),
        f.remedies.DecisionCorrected(
            number="D-1",
            reason="SECRET",
            on=DAY,
            note="SECRET",
            grounds=(GroundChosen(code="A12-05", reason="SECRET"),),
        ),
        f.remedies.StatusLapsed(on=DAY, recorded_on=DAY, covers=(P,)),
        f.remedies.StatusCarried(
            person=CHILD, number="D-1", decision="grant", decided_on=DAY, from_on=DAY, to_on=LATER, from_case="SECRET"
        ),
        f.remedies.AppealLodged(
            appeal="ap-1", decision="D-1", level="court_first", body="сот", on=DAY, late_days=2, late_reason="SECRET"
        ),
        f.remedies.AppealDecided(appeal="ap-1", result="allowed", effect="annulled", on=DAY, in_force_on=LATER),
        f.office.OfficeOpened(code="ALA01", kind="region", region="ALA", name_kk="Әкімдік", name_ru="Акимат"),
        f.office.SettingChanged(key="decision.alerts", value="30,10", reason="бұйрық"),
        f.office.CalendarAdopted(version="2026-2", reason="SECRET"),
        f.office.DayOffAdded(day=DAY, reason="SECRET"),
        f.office.FileViewed(user="aigul", case="SECRET", what="nsc", reason="отырысқа дайындық"),
        f.office.ChainGenesis(purpose="demo", reason="new", install_id="i", app="0", office="ALA01", workstation=1),
        f.office.UserAdded(user="aigul", name="Айгүл"),
        f.office.RoleGiven(user="aigul", role="clerk"),
        f.office.SessionOpened(user="aigul"),
        f.office.SessionClosed(user="aigul"),
        f.office.PaperReprinted(case="c", paper="x", way="printed"),
        f.office.BundleWritten(to="CEN00", no=1234, sha256="0", entries=1),
        f.office.BundleImported(sender="ALA01", no=1234, sha256="0", entries=25),
        f.office.StoreVerified(entries=5, result="whole"),
        f.office.ClockNoticed(quality=1),
    )
}
STATE = CaseState(
    id="case",
    applicant=P,
    persons={P: Person(id=P, place="applicant", recorded=EXAMPLES["person.recorded"])},
    requests=(Request(id=REQUEST, to="fingerprints", person=P, on=DAY),),
)
REFUSAL = msgspec.structs.replace(
    DECISION,
    kind="refuse",
    grounds=(GroundChosen(code="A12-05", reason="SECRET"), GroundChosen(code="A12-01", reason="SECRET")),
    override=Override(rule="L-11.1a", reason="SECRET"),
    note="SECRET",
)


def told(fact: f.Fact, language: str) -> str:
    return fact_sentence(fact.KIND, fact, language, name_of=names_in(STATE, language))


def codes(kind: str) -> Iterator[tuple[str, Any]]:
    """Every field of a kind that is one of several codes or may be left out, with each value it may have."""
    for field, hint in get_type_hints(f.REGISTRY[kind]).items():
        if get_origin(hint) is Literal:
            yield from ((field, code) for code in get_args(hint))
        elif hint is bool:
            yield from ((field, value) for value in (True, False))
        elif get_origin(hint) in {Union, types.UnionType} and type(None) in get_args(hint):
            yield field, None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_a_line(language: str) -> None:
    assert set(EXAMPLES) == set(f.REGISTRY)
    for fact in EXAMPLES.values():
        line = told(fact, language)
        assert line == line.strip(), fact.KIND
        assert "\n" not in line, fact.KIND
        assert len(line) > 5, fact.KIND


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", sorted(f.REGISTRY))
def test_every_code_that_a_kind_may_hold_is_told_in_words(kind: str, language: str) -> None:
    for field, value in codes(kind):
        line = told(msgspec.structs.replace(EXAMPLES[kind], **{field: value}), language)
        assert not re.search(r"\bnone\b|\w_\w|  ", line), line


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_that_is_restricted_is_told(language: str) -> None:
    for fact in (*EXAMPLES.values(), REFUSAL):
        assert "SECRET" not in told(fact, language), fact.KIND
    refusal = told(REFUSAL, language)
    assert "A12" not in refusal
    assert "2" in refusal.rpartition("2026")[2], refusal


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_an_answer_of_the_nsc_nothing_is_told_but_that_it_came(language: str) -> None:
    asked = msgspec.structs.replace(STATE, requests=(Request(id=REQUEST, to="nsc", person=P, on=DAY),))
    lines = {
        fact_sentence(
            "request.answered",
            f.case.RequestAnswered(
                request=REQUEST, person=P, on=DAY, result=result, reason="SECRET", basis="SECRET", confirmed_by="SECRET"
            ),
            language,
            name_of=names_in(state, language),
        )
        for state in (asked, CaseState(id="elsewhere"))
        for result in ("done", "refused", "impossible", "not_required", "received")
    }
    assert len(lines) == 2
    assert not any("SECRET" in line for line in lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_line_on_needs_names_no_need_and_a_corrected_field_not_its_value(language: str) -> None:
    needs = told(EXAMPLES["needs.stated"], language)
    assert not any(code in needs for code in ("SV", "TR", "DS")) and "3" not in needs
    corrected = told(EXAMPLES["person.corrected"], language)
    assert "1987" not in corrected and len(corrected.split("; ")[1].split(", ")) == 2


def test_a_restricted_interview_or_piece_of_evidence_is_told_by_its_day_and_person_alone() -> None:
    piece = msgspec.structs.replace(EXAMPLES["evidence.added"], restricted=True)
    assert told(piece, "en") == "Restricted evidence added 15.06.2026: Rahimi Zahra"
    assert told(EXAMPLES["evidence.added"], "en") == "Evidence added 15.06.2026, on the family link: Rahimi Zahra"
    interview = msgspec.structs.replace(EXAMPLES["interview.held"], restricted=True)
    assert told(interview, "en") == (
        "Interview held 15.06.2026, its record is restricted: Rahimi Zahra; officer: aigul"
    )


@pytest.mark.parametrize("field", f.persons.PersonChanges.__struct_fields__)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_that_can_be_corrected_has_a_name(field: str, language: str) -> None:
    changes = f.persons.PersonChanges(**{field: True})  # type: ignore[arg-type]
    line = told(msgspec.structs.replace(EXAMPLES["person.corrected"], changes=changes), language)
    assert "_" not in line and "True" not in line


def test_the_lines_read_as_a_clerk_would_say_it() -> None:
    assert told(EXAMPLES["application.registered"], "en") == "Application A-1 registered 15.06.2026"
    extension = f.case.ApplicationRegistered(number="A-2", registered_on=DAY, kind="extension")
    assert told(extension, "en") == "Application for extension A-2 registered 15.06.2026"
    assert told(EXAMPLES["appeal.decided"], "en") == (
        "Appeal allowed 15.06.2026; the decision has no effect; in force since 15.06.2027"
    )
    assert told(EXAMPLES["appeal.lodged"], "ru") == ("Решение D-1 обжаловано в суд 15.06.2026, опоздание 2 дня")
    assert told(EXAMPLES["departure.announced"], "kk") == (
        "Кететіні туралы 15.06.2026 күні хабарланды: Рахими Заһра, жоспарланған күні 15.06.2027"
    )
    assert told(DECISION, "en") == "Decision D-1 of 15.06.2026: refugee status granted from 15.06.2026 to 15.06.2027"
    assert told(EXAMPLES["certificate.issued"], "en") == (
        "Asylum-seeker certificate C-2 issued 15.06.2026, valid to 15.06.2027, with 1 child, replaces C-1"
    )
    assert told(EXAMPLES["application.lodged"], "ru") == (
        "Подано ходатайство 15.06.2026 10:00, после прибытия, опоздание 3 дня"
    )
    assert told(EXAMPLES["person.recorded"], "kk") == (
        "Өтініш беруші жазылды: Рахими Заһра, туған күні 1986, өз сөзінен"
    )
    assert told(EXAMPLES["note.add"], "kk") == "Ескертпе: бір екі"
    assert told(EXAMPLES["bundle.written"], "en").startswith("Bundle 1234 written")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_paper_is_told_by_its_name(language: str) -> None:
    lines = [told(msgspec.structs.replace(EXAMPLES["paper.issued"], form=form), language) for form in FORMS]
    assert len(set(lines)) == len(FORMS)
    assert not any("_" in line for line in lines)


def test_fingerprints_that_are_not_required_say_why_and_who_confirmed() -> None:
    answer = f.case.RequestAnswered(
        request=REQUEST, person=P, on=DAY, result="not_required", reason="under 16", basis="Law 40-VI",
        confirmed_by="Serikov",
    )  # fmt: skip
    assert told(answer, "en") == ("Fingerprint registration: not required (under 16; Law 40-VI; confirmed by Serikov)")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_newer_program_wrote_and_what_was_erased_are_told_apart(language: str) -> None:
    newer = fact_sentence("case.teleported", None, language, name_of=str)
    erased = fact_sentence("case.opened", None, language, name_of=str)
    assert newer != erased
    assert "case" not in newer


def test_a_person_or_request_that_is_not_known_is_told_without_its_id() -> None:
    line = fact_sentence("photo.taken", EXAMPLES["photo.taken"], "en", name_of=lambda _key: "")
    assert P not in line
    answer = fact_sentence("request.answered", EXAMPLES["request.answered"], "en", name_of=lambda _key: "")
    assert REQUEST not in answer


def test_a_name_falls_back_to_a_spelling_that_is_known() -> None:
    assert full_name(Names(family=Name(kk_cyr="Әли")), "en") == "Әли"
    assert full_name(NAMES, "en") == "Rahimi Zahra"
