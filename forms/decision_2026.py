"""The decision of the local executive body on an application (form d7), A4, one language a sheet, edition 2026.

*Law* "On refugees", Art. 11 and 12; administrative procedural code, Art. 91 and 92. The notice that goes
with it is another form.
"""

from dataclasses import dataclass
from typing import Final, Literal

from forms import letter
from forms.boxes import Day, Language, Letterhead, Official, PersonLine, Sheet
from forms.dates import in_act, in_table
from forms.flow import LEFT, RIGHT, SMALL, Flow
from forms.fonts import SANS_BOLD, SERIF_BOLD
from forms.letter import Words
from forms.paper import INK, TEAL, Edition
from forms.text import Style

Kind = Literal["grant", "grant_derivative", "refuse", "postpone"]
TITLES: Final[Words] = {"kk": "Шешім", "ru": "Решение"}
SUBJECTS: Final[dict[Kind, Words]] = {
    "grant": {"kk": "босқын мәртебесін беру туралы", "ru": "о присвоении статуса беженца"},
    "grant_derivative": {
        "kk": "отбасының қосылуын қамтамасыз ету мақсатында босқын мәртебесін беру туралы",
        "ru": "о присвоении статуса беженца в целях обеспечения воссоединения семьи",
    },
    "refuse": {"kk": "босқын мәртебесін беруден бас тарту туралы", "ru": "об отказе в присвоении статуса беженца"},
    "postpone": {
        "kk": "түпкілікті шешім шығаруды кейінге қалдыру туралы",
        "ru": "об отложении вынесения окончательного решения",
    },
}
LAW: Final[Words] = {
    "kk": "«Босқындар туралы» Қазақстан Республикасының Заңы, {articles}",
    "ru": "Закон Республики Казахстан «О беженцах», {articles}",
}
ARTICLES: Final[dict[Kind, Words]] = {
    "grant": {"kk": "11-бап, 1 және 5-тармақтар", "ru": "статья 11, пункты 1 и 5"},
    "grant_derivative": {
        "kk": "11-бап, 2-тармақ, екінші бөлік, және 5-тармақ",
        "ru": "статья 11, пункт 2, часть вторая, и пункт 5",
    },
    "refuse": {"kk": "12-бап, 1-тармақ, 11-бап, 6-тармақ", "ru": "статья 12, пункт 1, статья 11, пункт 6"},
    "postpone": {"kk": "11-бап, 1-тармақ, екінші бөлік", "ru": "статья 11, пункт 1, часть вторая"},
}
CONSIDERED: Final[Words] = {
    "kk": "Босқын мәртебесін беру туралы {number} өтінішхат (тіркелген күні: {day}) және комиссия отырысының "
    "материалдары{sitting} қаралып, мына адамдарға қатысты шешім қабылданды:",
    "ru": "По результатам рассмотрения ходатайства о присвоении статуса беженца {number} (зарегистрировано: {day}) и "
    "материалов заседания комиссии{sitting} принято решение в отношении следующих лиц:",
}
RESOLVED: Final[dict[Kind, Words]] = {
    "grant": {
        "kk": "Өтініш беруші босқын деп танылсын және оған босқын мәртебесі берілсін.",
        "ru": "Признать заявителя беженцем и присвоить ему статус беженца.",
    },
    "grant_derivative": {
        "kk": "Өтініш беруші отбасының қосылуын қамтамасыз ету мақсатында оның келісімімен босқын деп танылсын және "
        "оған босқын мәртебесі берілсін.",
        "ru": "Признать заявителя с его согласия беженцем в целях обеспечения воссоединения семьи и присвоить ему "
        "статус беженца.",
    },
    "refuse": {
        "kk": "Өтініш берушіге босқын мәртебесін беруден бас тартылсын.",
        "ru": "Отказать заявителю в присвоении статуса беженца.",
    },
    "postpone": {
        "kk": "Қосымша тексеру қажет болғандықтан түпкілікті шешім шығару {until} дейін кейінге қалдырылсын. Осы "
        "мерзімде өтініш берушінің Қазақстан Республикасында болу құқығы сақталады.",
        "ru": "В связи с необходимостью дополнительной проверки отложить вынесение окончательного решения до {until}. "
        "В течение этого срока за заявителем сохраняется право на пребывание в Республике Казахстан.",
    },
}
CAPTIONS: Final[dict[Language, dict[str, str]]] = {
    "kk": {
        "resolved": "Шешім",
        "basis": "Құқықтық негізі",
        "reasons": "Себептері",
        "term": "Мәртебенің қолданылу мерзімі",
        "from": "Басталуы",
        "to": "Аяқталуы (осы күнді қоса алғанда)",
        "consent": "Келісім берілген күн",
        "certificate": "Босқын куәлігі осы шешім қабылданған күннен бастап бес жұмыс күні ішінде беріледі (Заңның "
        "11-бабының 5-тармағы).",
        "copy": "КӨШІРМЕ",
        "true": "Көшірмесі дұрыс: {day}",
    },
    "ru": {
        "resolved": "Решение",
        "basis": "Правовое основание",
        "reasons": "Причины",
        "term": "Срок действия статуса",
        "from": "Начало",
        "to": "Окончание (включительно)",
        "consent": "Дата согласия",
        "certificate": "Удостоверение беженца выдаётся в течение пяти рабочих дней со дня принятия настоящего решения "
        "(пункт 5 статьи 11 Закона).",
        "copy": "КОПИЯ",
        "true": "Копия верна: {day}",
    },
}


@dataclass(frozen=True, kw_only=True)
class Reason:
    """One ground of the law and why the commission found it, in the letter's language."""

    ground: str
    reasoning: str
    article: str = ""


@dataclass(frozen=True, kw_only=True)
class DecisionBoxes:
    """Everything that stands on one sheet of a decision, in one language."""

    sheet: Sheet
    language: Language
    kind: Kind
    letterhead: Letterhead
    number: str
    decided_on: Day
    sitting: str
    application_number: str
    application_on: Day
    applicant: PersonLine
    covered: tuple[PersonLine, ...] = ()
    articles: str = ""  # empty: the articles of the template for this kind
    reasons: tuple[Reason, ...] = ()
    valid_from: Day = ""
    valid_to: Day = ""  # of a postponement: the day until which it is postponed
    consent_on: Day = ""
    signed_by: Official
    copy_certified_by: Official | None = None
    copied_on: Day = ""


def edition(language: Language) -> Edition:
    """The edition of this form in one language."""
    return Edition(
        code="d7-decision", version="2026-1", languages=language, effective_from="2026-01-01", title=TITLES[language]
    )


def draw(boxes: DecisionBoxes) -> bytes:
    """Draw one sheet of the decision.

    *Refuses* `DoesNotFit` with the box's name.
    """
    language, words = boxes.language, CAPTIONS[boxes.language]
    flow = Flow(edition(language), boxes.sheet)
    letter.letterhead(flow, language, boxes.letterhead)
    if boxes.copy_certified_by:
        flow.paper.text(LEFT, 13, words["copy"], SANS_BOLD, 9, TEAL, spacing=1)
    letter.reference(flow, language, boxes.number, boxes.decided_on, boxes.letterhead.place)
    letter.title(flow, TITLES[language].upper(), SUBJECTS[boxes.kind][language])
    sitting = f" ({boxes.sitting})" if boxes.sitting else ""
    considered = CONSIDERED[language].format(
        number=f"№ {boxes.application_number}", day=in_table(boxes.application_on), sitting=sitting
    )
    flow.say(considered, "sitting")
    letter.persons(flow, language, boxes.applicant, boxes.covered)
    _resolution(flow, boxes)
    _reasons(flow, boxes)
    letter.appeal(flow, language, boxes.letterhead.office)
    letter.signature(flow, language, boxes.signed_by)
    if boxes.copy_certified_by:
        flow.need(27)
        flow.gap(2)
        flow.paper.line(LEFT, flow.y, RIGHT, flow.y)
        flow.gap(1)
        flow.say(words["true"].format(day=in_table(boxes.copied_on)).removesuffix(": "), "copied_on", SMALL, after=0)
        letter.signature(flow, language, boxes.copy_certified_by)
    return flow.finish()


def _resolution(flow: Flow, boxes: DecisionBoxes) -> None:
    language, words = boxes.language, CAPTIONS[boxes.language]
    flow.heading(words["resolved"])
    resolved = RESOLVED[boxes.kind][language].format(until=in_act(boxes.valid_to, language))
    flow.say(resolved, "resolution", Style(SERIF_BOLD, 10.5, ink=INK, leading=1.38))
    articles = boxes.articles or ARTICLES[boxes.kind][language]
    flow.fields((words["basis"], LAW[language].format(articles=articles), "articles"))
    if boxes.kind in ("grant", "grant_derivative"):
        cells = [
            (f"{words['term']}: {words['from'].lower()}", in_act(boxes.valid_from, language), "valid_from"),
            (words["to"], in_act(boxes.valid_to, language), "valid_to"),
        ]
        if boxes.consent_on:
            cells.append((words["consent"], in_table(boxes.consent_on), "consent_on"))
        flow.fields(*cells)
        flow.gap(1.5)
        flow.say(words["certificate"], "certificate")


def _reasons(flow: Flow, boxes: DecisionBoxes) -> None:
    if not boxes.reasons:
        return
    flow.heading(CAPTIONS[boxes.language]["reasons"])
    for number, reason in enumerate(boxes.reasons, start=1):
        article = f" ({reason.article})" if reason.article else ""
        if reason.ground:
            ground = f"{number}. {reason.ground}{article}"
            flow.say(ground, "ground", Style(SERIF_BOLD, 10, ink=INK, leading=1.36), after=0.8)
        flow.say(reason.reasoning, "reasoning", inset=5)
