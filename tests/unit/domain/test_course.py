"""Hearing, evidence, assessment, stay, representative, relatives, needs: what is asked of each, by the Law."""

from datetime import date
from typing import Any

import pytest

from app.base.errors import Refusal
from app.domain import course, mrz, needs, particulars
from app.domain import facts as f
from app.domain.case import CaseState
from app.domain.commands import (
    AddEvidence,
    ArrivalData,
    ChangeStay,
    DocumentData,
    EngageInterpreter,
    HoldInterview,
    InterpreterData,
    NameRepresentative,
    RepresentativeData,
    StateRelative,
    StayData,
    WriteAssessment,
)
from app.domain.facts.values import Blob
from app.domain.reference import codes, region_of_office
from app.domain.tasks import open_tasks
from tests.offices import Desk, adult, after, applicant, child

ALMATY = region_of_office("ALA01")
SCAN = Blob(h=64 * "0", z=1, type="application/pdf")
REASONS = dict.fromkeys(course.SIX_REASONS, "қаралды")


@pytest.fixture
def desk() -> Desk:
    return Desk("2026-06-15 10:00")


@pytest.fixture
def state(desk: Desk) -> CaseState:
    return desk.register(applicant(minors=(child("ZAHRA"),), arrival=ArrivalData()))[0]


def rule_of(rule: Any, *args: object) -> str:
    with pytest.raises(Refusal) as error:
        rule(*args)
    return error.value.rule


# -- interview, evidence, assessment --------------------------------------------------------------------------------


def test_X_interview_follows_the_registration_and_keeps_the_record(desk: Desk, state: CaseState) -> None:
    command = HoldInterview(case=state.id, officer="Омарова А.", language="prs", interpreter="Садыков", scan=SCAN)
    fact = course.hold_interview(desk.known, state, state.applicant_person, command)
    assert (fact.on, fact.blobs) == (date(2026, 6, 15), (SCAN,))
    assert after(state, [fact]).interviews == (fact,)


@pytest.mark.parametrize(
    ("rule", "values"),
    [
        ("hearing.before_registration", {"on": date(2026, 6, 14)}),
        ("date.future", {"on": date(2026, 6, 16)}),
        ("interview.officer_missing", {"officer": " "}),
        ("language.unknown", {"language": "xx"}),
    ],
)
def test_X_interview_refuses(desk: Desk, state: CaseState, rule: str, values: dict[str, Any]) -> None:
    command = HoldInterview(**({"case": state.id, "officer": "Омарова"} | values))
    assert rule_of(course.hold_interview, desk.known, state, state.applicant_person, command) == rule


def test_L_1_1_an_assessment_addresses_each_of_the_six_reasons_and_the_protection(desk: Desk, state: CaseState) -> None:
    def write(**values: Any) -> f.course.AssessmentWritten:
        command = WriteAssessment(case=state.id, **values)
        return course.write_assessment(desk.known, state, state.applicant_person, command)

    fact = write(reasons=REASONS, protection="пайдалана алмайды")
    assert tuple(fact.reasons) == course.SIX_REASONS == codes("reasons")[:6]
    assert rule_of(lambda: write(reasons=REASONS)) == "assessment.protection_missing"
    assert rule_of(lambda: write(reasons={**REASONS, "race": " "}, protection="x")) == "assessment.reason_missing"
    assert rule_of(lambda: write(reasons={}, protection="x")) == "assessment.reason_missing"
    assert rule_of(lambda: write(reasons={**REASONS, "family_unity": "x"}, protection="x")) == (
        "assessment.reason_unknown"
    )


def test_nothing_is_heard_before_the_registration(desk: Desk) -> None:
    intention = CaseState(id="c", applicant="p", opened_on=date(2026, 6, 15))
    person: Any = None
    interview = HoldInterview(case="c", officer="x")
    assert rule_of(course.hold_interview, desk.known, intention, person, interview) == "hearing.not_registered"
    assessment = WriteAssessment(case="c", reasons=REASONS, protection="x")
    assert rule_of(course.write_assessment, desk.known, intention, person, assessment) == "hearing.not_registered"


def test_L_11_2d_L_11_3_evidence_says_what_it_is_and_whom_it_is_about(desk: Desk, state: CaseState) -> None:
    def add(**values: Any) -> f.course.EvidenceAdded:
        command = AddEvidence(**({"case": state.id, "about": "family", "text": "неке куәлігі"} | values))
        return course.add_evidence(desk.known, state, state.applicant_person, command)

    assert add(link="other", scan=SCAN, restricted=True).link == "other"
    assert add(about="best_interests").about == "best_interests"
    assert rule_of(lambda: add(text=" ")) == "evidence.text_missing"
    assert rule_of(lambda: add(link=state.id)) == "evidence.own_case"
    assert rule_of(lambda: add(on=date(2026, 6, 14))) == "date.before_file"
    assert rule_of(lambda: add(on=date(2026, 6, 16))) == "date.future"


# -- documents, stay, representative, interpreter, relatives ---------------------------------------------------------


def test_X_nodoc_a_document_shown_later_is_of_a_known_kind_with_possible_dates(desk: Desk, state: CaseState) -> None:
    def show(**values: Any) -> f.case.DocumentShown:
        shown = DocumentData(**({"type": "id_card", "number": "N1", "country": "AFG"} | values))
        return particulars.show_document(desk.known, state.applicant_person, shown)

    assert after(state, [show(seen="copy")]).applicant_person.documents[-1].seen == "copy"
    assert rule_of(lambda: show(type="ticket")) == "document.type_unknown"
    assert rule_of(lambda: show(country="QQQ")) == "reference.country_unknown"
    assert rule_of(lambda: show(issued_on=date(2026, 6, 16))) == "date.future"
    assert rule_of(lambda: show(issued_on=date(2026, 1, 2), valid_to=date(2026, 1, 1))) == (
        "document.valid_before_issue"
    )


def stay(desk: Desk, state: CaseState, kato: str = "750000000", text: str = "Абай, 1", **more: Any) -> Any:
    command = ChangeStay(case=state.id, stay=StayData(kato=kato, text=text), **more)
    return particulars.change_stay(desk.known, state, command, ALMATY)


def test_L_10_6b_L_7_2_2_f_33_a_new_address_is_one_record_and_the_referral_to_the_iab_another(
    desk: Desk, state: CaseState
) -> None:
    desk.now = "2026-06-22 10:00"
    stated, referral = stay(desk, state)
    assert (stated.address.text, stated.from_on) == ("Абай, 1", date(2026, 6, 22))
    assert set(stated.persons) == set(state.persons)
    assert (referral.to, referral.person) == ("iab_stay", state.applicant)
    moved = after(state, [stated, referral])
    assert [r.on for r in moved.requests if r.to == "iab_stay"] == [date(2026, 6, 15), date(2026, 6, 22)]
    minor = state.minors[0].id
    assert [fact.person for fact in stay(desk, state, persons=(minor,))[1:]] == [minor], "who moves alone is referred"


def test_L_8_2_5_an_address_in_another_area_is_no_change_of_address_but_a_move(desk: Desk, state: CaseState) -> None:
    assert rule_of(lambda: stay(desk, state, "710000000")) == "stay.other_region"
    lodged = CaseState(id="c", applicant="p", opened_on=date(2026, 6, 15), persons=state.persons)
    assert len(stay(desk, lodged, "710000000")) == 1, "before the registration there is no record to leave"


def test_a_change_of_stay_refuses_what_cannot_be(desk: Desk, state: CaseState) -> None:
    assert rule_of(lambda: stay(desk, state, text=" ")) == "stay.address"
    assert rule_of(lambda: stay(desk, state, "99")) == "stay.kato_unknown"
    assert rule_of(lambda: stay(desk, state, "990000000")) == "stay.kato_unknown"
    assert rule_of(lambda: stay(desk, state, persons=("nobody",))) == "person.unknown"
    assert rule_of(lambda: stay(desk, state, from_on=date(2026, 6, 16))) == "date.future"
    assert rule_of(lambda: stay(desk, state, from_on=date(2026, 6, 14))) == "date.before_file"
    desk.now = "2026-07-01 10:00"
    moved = after(state, stay(desk, state))
    assert rule_of(lambda: stay(desk, moved, from_on=date(2026, 6, 20))) == "stay.before_earlier"


def test_L_10_1a_L_16_1_a_representative_has_a_basis_and_a_guardian_stands_for_a_child(
    desk: Desk, state: CaseState
) -> None:
    def name(person: Any, **values: Any) -> f.case.RepresentativeNamed:
        named = RepresentativeData(**({"name": "Ахметов", "basis": "сенімхат"} | values))
        return particulars.name_representative(
            desk.known, person, NameRepresentative(case=state.id, representative=named)
        )

    applicant_, minor = state.applicant_person, state.minors[0]
    assert name(applicant_, number="17", on=date(2026, 6, 1)).number == "17"
    assert name(minor, basis="guardianship").basis == name(minor, basis="guardian").basis == "guardian"
    assert rule_of(lambda: name(applicant_, basis="guardianship")) == "representative.guardian_adult"
    assert rule_of(lambda: name(applicant_, name=" ")) == "representative.name"
    assert rule_of(lambda: name(applicant_, basis=" ")) == "representative.basis"
    assert rule_of(lambda: name(applicant_, on=date(2026, 6, 16))) == "date.future"


def test_L_8_1_1_X_language_who_speaks_neither_kazakh_nor_russian_gets_an_interpreter(desk: Desk) -> None:
    (dari,) = desk.register(applicant(adult(languages=("prs",)), arrival=ArrivalData()))
    (russian,) = desk.register(applicant(adult(languages=("prs", "rus")), arrival=ArrivalData()))
    assert "interpreter" in [t.kind for t in open_tasks(dari)]
    assert "interpreter" not in [t.kind for t in open_tasks(russian)]
    command = EngageInterpreter(case="c", interpreter=InterpreterData(name="Садыков", language="prs"))
    engaged = after(dari, [particulars.engage_interpreter(command)])
    assert "interpreter" not in [t.kind for t in open_tasks(engaged)]
    nameless = EngageInterpreter(case="c", interpreter=InterpreterData(name=" ", language="prs"))
    assert rule_of(particulars.engage_interpreter, nameless) == "interpreter.name_missing"
    unknown = EngageInterpreter(case="c", interpreter=InterpreterData(name="Садыков", language="x"))
    assert rule_of(particulars.engage_interpreter, unknown) == "language.unknown"


def test_L_4_4_a_relative_is_named_or_stands_in_another_case(desk: Desk, state: CaseState) -> None:
    (other,) = desk.register(applicant(adult("KARIMI", "MARYAM")))
    linked = particulars.state_relative(
        desk.known, state, other, StateRelative(case=state.id, relation="sister", other_case="o")
    )
    assert (linked.case, linked.person, linked.here) == (other.id, other.applicant, True)
    assert linked.name == "Karimi Maryam"

    def refused(other_state: CaseState | None = None, **values: Any) -> str:
        command = StateRelative(**({"case": state.id, "relation": "sister"} | values))
        return rule_of(particulars.state_relative, desk.known, state, other_state, command)

    assert refused() == "relative.nobody"
    assert refused(name="Али", relation="neighbour") == "relative.relation_unknown"
    assert refused(state) == "relative.own_case"
    assert refused(other, tracing=True) == refused(name="Али", here=True, tracing=True) == "relative.tracing_known"


def test_L_9_1_2_L_4_3_a_wish_to_trace_sends_nothing_by_itself(desk: Desk, state: CaseState) -> None:
    command = StateRelative(case=state.id, relation="brother", name="Али", tracing=True)
    wished = after(state, [particulars.state_relative(desk.known, state, None, command)])
    assert [r.tracing for r in wished.relatives] == [True]
    assert wished.requests == state.requests


# -- needs ------------------------------------------------------------------------------------------------------------


def test_the_codes_of_needs_are_those_of_the_list_and_three_categories_are_restricted() -> None:
    assert len(needs.needs()) == 54
    assert {c for c in needs.needs() if needs.is_restricted(c)} == {
        c for c, need in needs.needs().items() if need.level == "restricted"
    }
    assert {c[:2] for c in needs.needs() if needs.is_restricted(c)} == {"SV", "TR", "SM"}
    assert needs.visible(("SV-VO", "WR-SF"), restricted=False) == ("WR-SF",)
    assert all(need.label(language) for need in needs.needs().values() for language in ("kk", "ru", "en"))


def test_who_may_not_see_restricted_needs_may_add_them_but_removes_none(state: CaseState) -> None:
    first = needs.state_needs(state.applicant_person, ("WR-SF", "SV-VO"), restricted=False)
    assert set(first.codes) == {"WR-SF", "SV-VO"}
    stated = after(state, [first]).applicant_person
    clerk = needs.state_needs(stated, ("LP-ND",), restricted=False)
    assert set(clerk.codes) == {"LP-ND", "SV-VO"}
    secretary = needs.state_needs(stated, ("LP-ND",), restricted=True)
    assert secretary.codes == ("LP-ND",)
    assert rule_of(lambda: needs.state_needs(stated, ("ZZ",), restricted=True)) == "needs.unknown"
    assert rule_of(lambda: needs.state_needs(stated, ("WR-SF",), restricted=False)) == "needs.nothing"


# -- g-26: names in the machine-readable zone -------------------------------------------------------------------------


def test_X_iin_g_26_a_single_name_fills_the_field_and_apostrophes_are_left_out() -> None:
    assert mrz.name_field("GULALAI", "", 31) == "GULALAI".ljust(31, "<")
    assert mrz.name_field("", "GULALAI", 31) == "GULALAI".ljust(31, "<")
    assert mrz.name_field("GʻULOMOV", "OʻKTAM", 31) == "GULOMOV<<OKTAM".ljust(31, "<")
    assert mrz.name_field("MUHAMMAD", "ZAHIR", 31) == "MUHAMMAD<<ZAHIR".ljust(31, "<")
