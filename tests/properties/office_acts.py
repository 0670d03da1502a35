"""What an office may do on a day, as commands about one case: most fit the case, all may be refused."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, NamedTuple

from app.domain import commands as c
from app.domain import grounds
from app.domain.birth import BirthDate
from app.domain.case import CaseState
from app.domain.course import SIX_REASONS
from app.domain.facts.persons import PersonChanges
from app.domain.facts.values import BirthDocument, Court, GroundChosen, Proof
from tests.offices import adult, applicant, at, child, names

GIVEN = ("ALI", "OMAR", "ZAHRA", "LAILA", "NAVID", "SAMIR", "TARIQ", "MARYAM", "HASAN", "NOOR", "IDRIS", "AMINA")
REASON = "негіз"


class Day(NamedTuple):
    """The day, the case that is acted upon, another case, and a number from which everything else is chosen."""

    today: date
    state: CaseState
    other: CaseState
    n: int
    named: int
    """How many persons were named before: every name is new."""

    def on(self) -> date:
        """Today or a few days ago."""
        return self.today - timedelta(days=self.n % 3)

    def one(self, *choices: Any) -> Any:
        """One of several."""
        return choices[self.n % len(choices)]

    def minor(self) -> str:
        """A minor of the case, by id."""
        return self.one(*(m.id for m in self.state.minors)) if self.state.minors else "nobody"

    def name(self, more: int = 0) -> str:
        """A name that nobody had."""
        number = self.named + more
        return GIVEN[number % len(GIVEN)] + "ABCDEFGHIK"[number // len(GIVEN) % 10] + "ABCDEFGHIK"[number // 120 % 10]


def born(today: date, years: int, days: int = 0) -> str:
    """The day of birth of somebody of an age."""
    return (today.replace(year=today.year - years, day=min(today.day, 28)) + timedelta(days=days)).isoformat()


def family(day: Day, minors: int) -> c.RegisterApplication:
    """One or two adults; the first with children, one of them about to turn 18."""
    came = c.ArrivalData(entered_on=day.today - timedelta(days=day.n % 9))
    ages = (17, 15, 9, 1)[:minors]
    children = tuple(
        child(day.name(row + 2), born(day.today, age, 40), relation="son", parents=()) for row, age in enumerate(ages)
    )
    first = applicant(adult("NOORI", day.name()), minors=children, arrival=came)
    second = applicant(adult("NOORI", day.name(1), "1990-02-11", sex="female"), relation="spouse", arrival=came)
    return c.RegisterApplication(applicants=(first, second) if day.n % 2 else (first,))


def alone(day: Day) -> c.RegisterApplication:
    """A child without parents."""
    person = adult("ALONE", day.name(), born(day.today, day.one(16, 12)))
    came = c.ArrivalData(entered_on=day.today)
    return c.RegisterApplication(applicants=(applicant(person, unaccompanied=True, arrival=came),))


def noticed(day: Day) -> c.RecordDetention:
    """A notice of a detaining body, in time or late."""
    detained = at(f"{day.today - timedelta(days=day.one(0, 1, 5))} 08:00")
    received = at(f"{day.today} 09:00")
    return c.RecordDetention(person=adult("HELD", day.name()), body="ҰҚК", detained_at=detained, received_at=received)


def decide(day: Day, kind: Any) -> c.TakeDecision:
    """A decision with whatever its grounds ask for."""
    article = {"refuse": 12, "deprive": 13, "terminate": 14}.get(kind)
    chosen: tuple[GroundChosen, ...] = ()
    proofs: tuple[Proof, ...] = ()
    court = None
    if article:
        ground = day.one(*(g for g in grounds.grounds(article, day.today) if g.kind == kind))  # type: ignore[arg-type]
        part = ground.subcodes[0] if ground.subcodes else None
        chosen = (GroundChosen(code=ground.code, reason=REASON, subcode=part.code if part else ""),)
        asked = (*ground.proof, *(part.proof if part else ()))
        number = next((d.number for d in day.state.decisions if d.kind == "grant"), "")
        proofs = tuple(Proof(id=p.id, text=number if p.id == "basis_of_grant" else REASON, on=day.today) for p in asked)
        court = Court(name="Сот", on=day.on(), number="1", in_force=True) if ground.code.startswith("A13") else None
        proofs = () if court and ground.code != "A13-01" else proofs
    covers = (day.state.applicant,) if day.n % 7 == 0 else None
    return c.TakeDecision(
        case=day.state.id, kind=kind, on=day.today if day.n % 3 else day.on(), grounds=chosen, proofs=proofs,
        court=court, covers=covers, note=REASON,
    )  # fmt: skip


def corrected(day: Day) -> c.CorrectPerson:
    """Another name or day of birth of the applicant or of a minor."""
    person = day.one("", day.minor()) if day.state.minors else ""
    changes = day.one(
        PersonChanges(names=names("NOORI", day.name())),
        PersonChanges(birth=BirthDate(born(day.today, 10) if person else "1980-01-01")),
        PersonChanges(birth_place="Кабул"),
    )
    return c.CorrectPerson(case=day.state.id, person=person, changes=changes, reason=REASON, document="паспорт")


def late_child(day: Day) -> c.ListMinor:
    """A child born here or come later, proven or told."""
    known = day.one(True, False)
    paper = BirthDocument(type="birth_certificate", number="1") if known else None
    minor = child(
        day.name(), day.one(day.today.isoformat(), born(day.today, 5)), birth_document=paper, verbal=not known,
        arrived_with=False, relation="daughter",
    )  # fmt: skip
    return c.ListMinor(case=day.state.id, minor=minor, evidence=(c.EvidenceData(text=REASON),))


def duplicate(day: Day) -> tuple[str, str]:
    """The applicants of two cases."""
    return day.state.applicant, day.other.applicant


def newest(state: CaseState) -> str:
    """The number of the newest decision."""
    return state.decisions[-1].number if state.decisions else "none"


Act = Callable[[Day], c.Command]

INTAKE: dict[str, Act] = {
    "family": lambda d: family(d, 4),
    "couple": lambda d: family(d, 0),
    "alone": alone,
    "noticed": noticed,
    "register_noticed": lambda d: c.RegisterLodged(
        case=d.state.id, claim=c.ClaimData(reasons=("religion",)), stay=c.StayData(kato="750000000", text="1"),
        documents=(c.DocumentData(type="passport", number="P1", country="AFG"),),
    ),
    "fingerprints": lambda d: c.RecordAnswer(
        case=d.state.id, to="fingerprints", result=d.one("done", "done", "refused", "not_required"), on=d.on(),
        reason=REASON, basis="40-VI", confirmed_by="ІІБ",
    ),
    "fingers": lambda d: c.RecordRequest(case=d.state.id, to="fingerprints"),
    "fingers_taken": lambda d: c.RecordAnswer(case=d.state.id, to="fingerprints", result="done"),
    "medical": lambda d: c.RecordRequest(case=d.state.id, to=d.one("medical", "tracing", "guardian", "nsc")),
    "answered": lambda d: c.RecordAnswer(case=d.state.id, to=d.one("tracing", "guardian", "nsc"), result="received"),
    "late_child": late_child,
    "prove": lambda d: c.ProveMinor(
        case=d.state.id, minor=d.minor(), birth_document=BirthDocument(type="birth_certificate", number="2")
    ),
    "correct": corrected,
    "stay": lambda d: c.ChangeStay(case=d.state.id, stay=c.StayData(kato="750000000", text="2"), from_on=d.on()),
    "assess": lambda d: c.WriteAssessment(
        case=d.state.id, reasons=dict.fromkeys(SIX_REASONS, REASON), protection=REASON
    ),
    "note": lambda d: c.AddNote(case=d.state.id, text=REASON),
    "stage": lambda d: c.DoStage(case=d.state.id, stage=d.one("check", "prepare", "sitting"), on=d.on()),
}  # fmt: skip

DECISIONS: dict[str, Act] = {
    "consent": lambda d: c.RecordConsent(case=d.state.id, given=d.one(True, True, False)),
    "postpone": lambda d: c.PostponeConsideration(
        case=d.state.id, until=d.today + timedelta(days=d.one(60, 120, 300)), reason=REASON
    ),
    "grant": lambda d: decide(d, "grant"),
    "consented": lambda d: c.RecordConsent(case=d.state.id, given=True),
    "derivative": lambda d: decide(d, "grant_derivative"),
    "refuse": lambda d: decide(d, "refuse"),
    "extend": lambda d: decide(d, d.one("extend", "extend", "refuse_extend")),
    "deprive": lambda d: decide(d, "deprive"),
    "terminate": lambda d: decide(d, "terminate"),
    "lapse": lambda d: c.RecordLapse(case=d.state.id),
    "booklet": lambda d: c.IssueCertificate(case=d.state.id, kind="refugee", blank=f"KZ{d.named:08}"),
    "renew": lambda d: c.IssueCertificate(case=d.state.id, kind="asylum"),
    "certificate_gone": lambda d: c.EndCertificate(
        case=d.state.id, how=d.one("lost", "spoiled", "returned"), reason=REASON,
        number=next((x.number for x in d.state.certificates if not x.ended), "none"),
    ),
    "serve": lambda d: c.ServeDecision(case=d.state.id, way="hand", on=d.today),
    "tell": lambda d: c.SendNotice(case=d.state.id, to=d.one("iab", "authorised_body"), on=d.today),
    "ask_extension": lambda d: c.LodgeExtension(case=d.state.id),
    "appeal": lambda d: c.LodgeAppeal(
        case=d.state.id, level=d.one("pre_trial", "court_first"), body="Сот", late_reason=REASON
    ),
    "appeal_ends": lambda d: c.DecideAppeal(
        case=d.state.id, result=d.one("allowed", "dismissed"), effect=d.one("annulled", "stands"), on=d.today,
        second="head",
    ),
    "annul": lambda d: c.AnnulDecision(
        case=d.state.id, decision=newest(d.state), by=d.one("self", "court"), reason=REASON, second="head"
    ),
    "correct_decision": lambda d: c.CorrectDecision(
        case=d.state.id, decision=newest(d.state), reason=REASON, note=d.name()
    ),
}  # fmt: skip

FAMILIES: dict[str, Act] = {
    "own_file": lambda d: c.GiveOwnFile(case=d.state.id, minor=d.minor()),
    "alone_after_all": lambda d: c.GiveOwnFile(case=d.state.id, minor=d.minor(), reason="unaccompanied"),
    "move_minor": lambda d: c.MoveMinor(case=d.state.id, minor=d.minor(), to=d.other.id, reason=REASON),
    "strike": lambda d: c.StrikeMinor(case=d.state.id, minor=d.minor(), reason=d.one("error", "died")),
    "succeed": lambda d: c.SucceedPrincipal(
        case=d.state.id, reason=d.one("death", "withdrawal"), successor=d.one(d.other.id, ""), statement=REASON
    ),
    "event": lambda d: c.ChangeFamily(
        case=d.state.id, event=d.one("marriage", "divorce", "death", "birth"), on=d.today, evidence=REASON,
        persons=(d.one(d.state.applicant, d.minor()),), other_case=d.one("", d.other.id),
    ),
    "tie": lambda d: c.TieFamily(case=d.state.id, other_case=d.other.id, relation="spouse", evidence=REASON),
    "split": lambda d: c.SplitFamily(case=d.state.id, other_case=d.other.id, reason=REASON),
    "same": lambda d: c.JudgeDuplicate(
        case=d.state.id, person=duplicate(d)[0], other_case=d.other.id, other_person=duplicate(d)[1],
        verdict=d.one("same", "different"), reasons=REASON,
    ),
    "merge": lambda d: c.MergePersons(
        case=d.state.id, keep=duplicate(d)[0], other_case=d.other.id, gone=duplicate(d)[1], reasons=REASON,
        second="head",
    ),
    "unmerge": lambda d: c.UndoMerge(
        case=d.state.id, keep=duplicate(d)[0], other_case=d.other.id, gone=duplicate(d)[1], reasons=REASON,
        second="head",
    ),
    "merge_case": lambda d: c.MergeCase(case=d.state.id, into=d.other.id, reasons=REASON, second="head"),
}  # fmt: skip

ENDS: dict[str, Act] = {
    "withdraw": lambda d: c.WithdrawApplication(
        case=d.state.id, statement=REASON, kind="extension" if d.state.extensions else "grant"
    ),
    "close": lambda d: c.CloseCase(
        case=d.state.id, code=d.one("DEP", "DTH", "TRF", "ERR"), reason=REASON, second="head", certificate="lost"
    ),
    "reopen": lambda d: c.ReopenCase(
        case=d.state.id, what=d.one("closing", "withdrawal", "lapse"), reason=REASON, second="head"
    ),
    "depart": lambda d: c.AnnounceDeparture(case=d.state.id, for_good=d.one(True, False), country="CAN"),
    "leave": lambda d: c.LeaveRecord(case=d.state.id, to="AST01"),
    "enter": lambda d: c.EnterRecord(case=d.state.id, from_office="AST01", arrived_on=d.on()),
}

OFFICE: dict[str, Act] = {
    "fingerprint_target": lambda d: c.ChangeSetting(key="fingerprint.target", value="7", reason=REASON),
    "alerts": lambda d: c.ChangeSetting(key="decision.alerts", value="60,20", reason=REASON),
    "leap": lambda d: c.ChangeSetting(key="majority.leap_day", value="02-28", reason=REASON),
    "day_off": lambda d: c.AddDayOff(day=d.today + timedelta(days=d.n % 40), reason=REASON),
    "calendar": lambda d: c.AdoptCalendar(version=d.one("kz-2025.1", "kz-2026.1"), reason=REASON),
}

EVERY: dict[str, Act] = INTAKE | DECISIONS | FAMILIES | ENDS | OFFICE

COURSES: dict[str, tuple[str, ...]] = {
    "recognise": ("fingers", "fingers_taken", "grant", "serve", "booklet"),
    "refuse_and_hear": ("refuse", "serve", "appeal", "appeal_ends", "renew"),
    "deprive_and_hear": ("deprive", "serve", "appeal", "appeal_ends"),
    "go_on_as_refugee": ("ask_extension", "extend", "serve", "booklet"),
    "derive": ("fingers", "fingers_taken", "consented", "derivative", "booklet"),
    "one_case": ("same", "merge_case"),
    "tie_and_split": ("tie", "split"),
    "lose_and_replace": ("certificate_gone", "booklet", "renew"),
    "move": ("leave", "enter"),
    "close_and_reopen": ("close", "reopen"),
}
"""Acts that follow each other; any of them may be refused."""

FITTING: dict[str, tuple[str, ...]] = {
    "": ("family", "couple", "alone", "noticed"),
    "intention": ("register_noticed", "register_noticed", "close", "medical", "couple"),
    "asylum_seeker": (
        "recognise", "recognise", "recognise", "recognise", "derive", "derive", "refuse_and_hear", "assess", "renew",
        "postpone", "late_child", "withdraw", "medical", "answered", "own_file", "move_minor", "succeed", "prove",
        "correct", "alone_after_all", "tie", "one_case", "lose_and_replace", "fingerprints", "close_and_reopen",
    ),
    "refugee": (
        "booklet", "tell", "go_on_as_refugee", "go_on_as_refugee", "ask_extension", "own_file", "own_file",
        "deprive_and_hear", "terminate", "event", "depart", "late_child", "move_minor", "lose_and_replace", "annul",
        "correct_decision", "move", "tie_and_split", "strike", "succeed", "family", "consent",
    ),
    "expired_extension_pending": ("extend", "extend", "withdraw", "lapse", "own_file"),
    "run_out": ("lapse", "lapse", "go_on_as_refugee", "own_file", "own_file"),
    "refused": ("refuse_and_hear", "appeal", "appeal_ends", "annul", "close_and_reopen", "tell", "own_file"),
    "deprived": ("serve", "tell", "appeal", "appeal_ends", "annul", "close", "certificate_gone"),
    "terminated": ("serve", "tell", "appeal", "appeal_ends", "annul", "depart"),
    "lapsed": ("reopen", "close", "certificate_gone", "ask_extension"),
    "closed": ("reopen", "one_case", "merge", "unmerge", "couple", "family"),
}  # fmt: skip
"""What an office does next with a case of a status; `run_out` is a status whose term is over."""
