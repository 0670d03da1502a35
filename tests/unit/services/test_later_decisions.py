"""Later decisions through the services on a real store: extension, deprivation, termination, lapse, their papers."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from app.base import resources
from app.base.errors import Refusal
from app.domain.case import CaseState, status
from app.domain.commands import (
    ArrivalData,
    CloseCase,
    Command,
    IssueCertificate,
    LodgeExtension,
    RecordAnswer,
    RecordConsent,
    RecordLapse,
    SendNotice,
    ServeDecision,
    TakeDecision,
)
from app.domain.facts.values import Blob, Court, GroundChosen, Proof
from app.domain.tasks import open_tasks
from app.messages import catalogue
from app.services import offices, papers
from app.store.rebuild import verify
from app.store.rows import cases
from app.store.store import Store
from tests.offices import adult, applicant, at, do, make_store, register, state_of, trace

COURT = Court(name="Алматы қалалық соты", on=date(2026, 9, 1), number="1-234/2026", in_force=True)
BOTH = (
    Proof(id="citizenship", text="ҚР жеке куәлігі", on=date(2026, 10, 5)),
    Proof(id="protection_used", text="ҚР паспортын алды"),
)
OF_DECISIONS = {"decision", "notice", "notice_authorised_body", "notice_iab"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = make_store(tmp_path / "s")
    yield made
    made.close()


def refused(store: Store, command: Command) -> Refusal:
    """The refusal of a command that left everything as it was, and has its sentence in three languages."""
    before = trace(store)
    with pytest.raises(Refusal) as error:
        do(store, command)
    assert trace(store) == before
    for language in catalogue.LANGUAGES:
        sentence = catalogue.sentence(error.value, language)
        assert sentence.endswith(".")
        assert len(sentence) < 260
    return error.value


def refugees(store: Store, *people: str) -> tuple[str, ...]:
    """A family with a status from 10.02.2026 to 10.02.2027 and its certificates."""
    store.set_clock(at("2025-11-10 10:00"))
    family = [applicant(adult("KARIMI", name), arrival=ArrivalData()) for name in people or ("FARID",)]
    found = register(store, *family)
    for case in found:
        do(store, RecordAnswer(case=case, to="fingerprints", result="done"))
    store.set_clock(at("2026-02-10 10:00"))
    for case in found:
        do(store, TakeDecision(case=case, kind="grant"))
        do(store, IssueCertificate(case=case, kind="refugee"))
        do(store, SendNotice(case=case, to="iab"))
        do(store, SendNotice(case=case, to="authorised_body"))
    return found


def ground(code: str) -> tuple[GroundChosen, ...]:
    return (GroundChosen(code=code, reason="негіз"),)


def dues(store: Store, case: str) -> dict[str, date]:
    with store.reading() as connection:
        return {d.kind: d.due for d in cases.deadlines_of(connection, case)}


def shown(state: CaseState, on: date) -> str:
    return status(state, on)


def test_L_11_5c_f_42_the_whole_way_of_an_extension(store: Store) -> None:
    (case,) = refugees(store)
    assert refused(store, TakeDecision(case=case, kind="extend")).rule == "extension.none_pending"
    store.set_clock(at("2027-01-05 10:00"))
    do(store, LodgeExtension(case=case))
    assert refused(store, LodgeExtension(case=case)).rule == "extension.pending"
    assert dues(store, case)["extension_decision"] == date(2027, 2, 10)
    store.set_clock(at("2027-01-25 10:00"))
    do(store, TakeDecision(case=case, kind="extend"))
    state = state_of(store, case)
    assert (state.decisions[-1].from_on, state.decisions[-1].to_on) == (date(2027, 2, 10), date(2028, 2, 10))
    assert len({state.number, state.extensions[0].number}) == 2
    assert dues(store, case)["status_expiry"] == date(2028, 2, 10)
    do(store, IssueCertificate(case=case, kind="refugee"))
    do(store, SendNotice(case=case, to="iab"))
    do(store, SendNotice(case=case, to="authorised_body"))
    assert set(dues(store, case)) == {"status_expiry", "extension_application"}
    assert verify(store).problems == ()


def test_L_11_5b_an_extension_may_be_an_entry_in_the_same_booklet_but_never_in_another_s(store: Store) -> None:
    first, second = refugees(store, "FARID", "KARIM")
    held = state_of(store, second).valid_certificate("refugee")
    assert held is not None
    store.set_clock(at("2027-01-05 10:00"))
    for case, number in ((first, "AB00000001"), (second, "AB00000002")):
        do(store, LodgeExtension(case=case))
        do(store, TakeDecision(case=case, kind="extend"))
        do(store, IssueCertificate(case=case, kind="refugee", blank=number))
    store.set_clock(at("2028-01-05 10:00"))
    do(store, LodgeExtension(case=first))
    do(store, TakeDecision(case=first, kind="extend"))
    other = IssueCertificate(case=first, kind="refugee", blank="AB00000002")
    assert refused(store, other).rule == "certificate.blank_used"
    do(store, IssueCertificate(case=first, kind="refugee", blank="AB00000001"))
    last = state_of(store, first).certificates[-2:]
    assert [(c.number, c.ended, c.valid_to) for c in last] == [
        ("AB00000001", "replaced", date(2028, 2, 10)), ("AB00000001", "", date(2029, 2, 10)),
    ]  # fmt: skip
    assert verify(store).problems == ()


def test_f_09_L_14_2_a_late_application_keeps_the_status_from_lapsing(store: Store) -> None:
    (case,) = refugees(store)
    store.set_clock(at("2027-02-20 10:00"))
    do(store, LodgeExtension(case=case, late_reason="ауруханада болды"))
    state = state_of(store, case)
    assert state.extensions[0].late is not None
    assert (state.extensions[0].late.days, state.extensions[0].late.reason) == (40, "ауруханада болды")
    assert shown(state, date(2027, 2, 20)) == "expired_extension_pending"
    assert refused(store, RecordLapse(case=case)).rule == "lapse.extension_pending"
    command = TakeDecision(case=case, kind="refuse_extend")
    assert refused(store, command).rule == "extension.reason_missing"
    do(store, TakeDecision(case=case, kind="refuse_extend", note="мән-жайлар сақталмаған"))
    assert dues(store, case)["copy_to_person"] == date(2027, 2, 26)
    do(store, RecordLapse(case=case))
    state = state_of(store, case)
    assert shown(state, date(2027, 2, 20)) == "lapsed"
    assert state.valid_certificate("refugee") is None
    assert refused(store, LodgeExtension(case=case)).rule == "extension.no_status"
    assert refused(store, TakeDecision(case=case, kind="extend")).rule == "decision.no_status"
    assert refused(store, IssueCertificate(case=case, kind="refugee")).rule == "certificate.not_refugee"


def test_L_14_2_a_lapse_only_after_the_last_day(store: Store) -> None:
    (case,) = refugees(store)
    assert refused(store, RecordLapse(case=case)).facts == {"to": date(2027, 2, 10)}
    assert refused(store, RecordLapse(case="stranger")).rule == "case.unknown"
    assert refused(store, LodgeExtension(case="stranger")).rule == "case.unknown"
    do(store, CloseCase(case=case, code="DTH", reason="қайтыс болды", certificate="returned"))
    assert refused(store, RecordLapse(case=case)).rule == "case.not_open"
    assert refused(store, LodgeExtension(case=case)).rule == "case.not_open"


def test_L_13_1_L_13_2_f_29_a_deprivation_its_duties_and_the_review_of_the_family(store: Store) -> None:
    first, second = refugees(store, "FARID", "KARIM")
    store.set_clock(at("2026-10-12 10:00"))
    bare = TakeDecision(case=first, kind="deprive", grounds=ground("A13-05"))
    assert refused(store, bare).rule == "decision.court_missing"
    assert refused(store, TakeDecision(case=first, kind="deprive")).rule == "decision.no_ground"
    do(store, TakeDecision(case=first, kind="deprive", grounds=ground("A13-05"), court=COURT))
    state = state_of(store, first)
    assert shown(state, date(2026, 10, 12)) == "deprived"
    duties = ("notice_authorised_body", "notice_iab", "copy_to_person")
    assert dues(store, first) == dict.fromkeys(duties, date(2026, 10, 19))
    assert sorted(t.kind for t in open_tasks(state)) == ["review_family", "take_back_certificate"]
    assert shown(state_of(store, second), date(2026, 10, 12)) == "refugee"
    assert refused(store, IssueCertificate(case=first, kind="refugee")).rule == "certificate.not_refugee"
    assert not {*OF_DECISIONS, "refugee_certificate"} & set(papers.available(state))


def test_A14_01_g_24_a_termination_needs_both_parts(store: Store) -> None:
    (case,) = refugees(store)
    store.set_clock(at("2026-10-12 10:00"))
    for proofs in (BOTH[:1], BOTH[1:], ()):
        command = TakeDecision(case=case, kind="terminate", grounds=ground("A14-01"), proofs=proofs)
        assert refused(store, command).rule == "decision.proof_missing"
    do(store, TakeDecision(case=case, kind="terminate", grounds=ground("A14-01"), proofs=BOTH))
    state = state_of(store, case)
    assert shown(state, date(2026, 10, 11)) == "refugee"
    assert shown(state, date(2026, 10, 12)) == "terminated"
    assert state.decisions[-1].proofs == BOTH


def test_L_11_6_L_10_8_a_decision_is_served_and_told_by_its_number(store: Store) -> None:
    (case,) = refugees(store)
    store.set_clock(at("2026-10-12 10:00"))
    do(store, TakeDecision(case=case, kind="terminate", grounds=ground("A14-01"), proofs=BOTH))
    grant, termination = (d.number for d in state_of(store, case).decisions)
    do(store, SendNotice(case=case, to="iab", decision=grant))
    do(store, ServeDecision(case=case, way="hand", learnt_on=date(2026, 10, 12)))
    first, last = state_of(store, case).decisions
    assert (first.told, last.told) == (("iab", "authorised_body", "iab"), ())
    assert (first.served_on, last.learnt_on) == (None, date(2026, 10, 12))
    assert last.number == termination
    assert refused(store, SendNotice(case=case, to="iab", decision="D-X")).rule == "decision.unknown"
    assert refused(store, ServeDecision(case=case, way="hand", decision="D-X")).rule == "decision.unknown"


def test_papers_of_a_decision_are_offered_only_where_their_form_is_right(store: Store) -> None:
    (case,) = refugees(store)
    assert set(papers.available(state_of(store, case))) >= OF_DECISIONS
    issued = papers.issue(store, store.actor("clerk"), case, "decision")
    store.set_clock(at("2027-01-05 10:00"))
    do(store, LodgeExtension(case=case))
    do(store, TakeDecision(case=case, kind="refuse_extend", note="мән-жайлар сақталмаған"))
    state = state_of(store, case)
    assert not OF_DECISIONS & set(papers.available(state))
    assert issued.paper.number == state.decisions[0].number
    with pytest.raises(Refusal) as error:
        papers.issue(store, store.actor("clerk"), case, "notice")
    assert error.value.rule == "paper.not_available"
    assert papers.read(store, state.papers[-1]) == issued.data


def test_a_restricted_ground_of_a_deprivation_keeps_papers_of_decisions_from_the_desk(store: Store) -> None:
    offices.add_user(store, store.actor("clerk"), "front", "Front Desk", ("clerk",))
    (case,) = refugees(store)
    papers.require_visible(store.actor("front"), state_of(store, case), "decision")
    store.set_clock(at("2026-10-12 10:00"))
    do(store, TakeDecision(case=case, kind="deprive", grounds=ground("A13-05"), court=COURT))
    with pytest.raises(Refusal) as error:
        papers.require_visible(store.actor("front"), state_of(store, case), "decision")
    assert error.value.rule == "permission.restricted"


def test_L_11_2b_a_consent_keeps_its_date_and_its_scan(store: Store) -> None:
    store.set_clock(at("2026-09-07 10:00"))
    (case,) = register(store, applicant(arrival=ArrivalData()))
    kept = store.blobs.put(b"%PDF-1.4 signed", "application/pdf")
    scan = Blob(h=kept.h, z=kept.z, type=kept.type)
    do(store, RecordConsent(case=case, given=True, on=date(2026, 9, 7), scan=scan))
    (consent,) = state_of(store, case).consents
    assert (consent.on, consent.blobs) == (date(2026, 9, 7), (scan,))


# -- sentences ----------------------------------------------------------------------------------------------------


def variables(node: object) -> set[str]:
    if isinstance(node, ftl.VariableReference):
        return {node.id.name}
    if isinstance(node, ftl.BaseNode):
        return set().union(*(variables(value) for value in vars(node).values()))
    return set().union(*(variables(value) for value in node)) if isinstance(node, list) else set()


def keys(language: str) -> dict[str, set[str]]:
    written = resources.path("locale", language, "law_decisions.ftl").read_text(encoding="utf-8")
    body = FluentParser().parse(written).body
    assert not [entry for entry in body if isinstance(entry, ftl.Junk)]
    return {entry.id.name: variables(entry) for entry in body if isinstance(entry, ftl.Message)}


def test_every_sentence_stands_in_three_languages_with_the_same_values() -> None:
    assert keys("kk") == keys("ru") == keys("en")


@pytest.mark.parametrize("language", catalogue.LANGUAGES)
def test_a_missing_proof_is_named_in_words(language: str) -> None:
    named = {
        catalogue.sentence(Refusal("decision.proof_missing", code="A14-01", proof=proof), language)
        for proof in ("citizenship", "protection_used", "basis_of_grant", "grounds_ended", "voluntary", "?")
    }
    assert len(named) == 6
    assert not [sentence for sentence in named if "_" in sentence]
