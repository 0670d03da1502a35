"""What every letter in one language has: letterhead, reference line, persons, appeal, signature; not the matter."""

from typing import Final

from forms import ornament
from forms.boxes import Day, Language, Letterhead, Official, PersonLine
from forms.dates import in_act, in_table
from forms.flow import COLUMN, LEFT, NAMES, RIGHT, Flow
from forms.fonts import SANS, SERIF, SERIF_BOLD
from forms.paper import GREY, INK, MM, TEAL
from forms.text import Style, put

Words = dict[Language, str]
STATE: Final[Words] = {"kk": "ҚАЗАҚСТАН РЕСПУБЛИКАСЫ", "ru": "РЕСПУБЛИКА КАЗАХСТАН"}
SIGNING: Final[dict[Language, tuple[str, str, str]]] = {
    "kk": ("қолы", "аты-жөні", "М.О."),
    "ru": ("подпись", "инициалы, фамилия", "М.П."),
}
PERSONS: Final[dict[Language, tuple[str, str, str, str, str]]] = {
    "kk": ("№", "Тегі, аты, әкесінің аты", "Туған күні", "Азаматтығы", "Кім болып келеді"),
    "ru": ("№", "Фамилия, имя, отчество", "Дата рождения", "Гражданство", "Степень родства"),
}
SELF: Final[Words] = {"kk": "өтініш беруші", "ru": "заявитель"}
APPEAL_TITLE: Final[Words] = {"kk": "Шағымдану тәртібі", "ru": "Порядок обжалования"}
APPEAL: Final[Words] = {
    "kk": "Шешімге шағым Қазақстан Республикасы Әкімшілік рәсімдік-процестік кодексінің 91 және 92-баптарына сәйкес "
    "адам шешім туралы білген күннен бастап үш ай ішінде шешімді қабылдаған органға беріледі: {office}. Дәлелді "
    "себеппен өткізіп алынған мерзім қалпына келтірілуі мүмкін; кешігіп берілген шағым да қабылданады.",
    "ru": "Жалоба на решение подаётся в соответствии со статьями 91 и 92 Административного процедурно-процессуального "
    "кодекса Республики Казахстан в орган, принявший решение, в течение трёх месяцев со дня, когда лицо узнало о "
    "решении: {office}. Срок, пропущенный по уважительной причине, может быть восстановлен; жалоба, поданная с "
    "опозданием, также принимается.",
}


def letterhead(flow: Flow, language: Language, head: Letterhead) -> None:
    """Shanyrak, the state's name, the office and its address, closed by a braid."""
    paper = flow.paper
    paper.stamp("shanyrak", lambda: ornament.shanyrak((LEFT + RIGHT) / 2 * MM, paper.y(19), 8.6))
    flow.y = 28.6
    flow.centred(STATE[language], Style(SERIF, 9, ink=GREY), "letterhead")
    flow.gap(0.8)
    flow.centred(head.office.upper(), Style(SERIF_BOLD, 11.5, ink=TEAL, leading=1.25), "letterhead")
    if head.address:
        flow.gap(0.6)
        flow.centred(head.address, Style(SANS, 7.2, ink=GREY), "letterhead")
    flow.gap(2.2)
    flow.braid()
    flow.gap(3)


def reference(flow: Flow, language: Language, number: str, day: Day, place: str) -> None:
    """Date on the left, place in the middle, number on the right."""
    third = COLUMN / 3
    put(flow.paper, LEFT, flow.y, third, 5, in_act(day, language), Style(SERIF, 10, 7), "date")
    put(flow.paper, LEFT + third, flow.y, third, 5, place, Style(SERIF, 10, 7), "place", "centre")
    put(flow.paper, LEFT + 2 * third, flow.y, third, 5, f"№ {number}", Style(SERIF_BOLD, 10, 7), "number", "right")
    flow.gap(10)


def title(flow: Flow, words: str, subject: str) -> None:
    """The kind of paper in large letters and what it is about."""
    flow.centred(words, Style(SERIF_BOLD, 16, ink=TEAL))
    flow.centred(subject, Style(SERIF, 11.5, ink=INK))
    flow.gap(4)


def persons(flow: Flow, language: Language, applicant: PersonLine, covered: tuple[PersonLine, ...]) -> None:
    """The applicant and the family members that the paper covers, as a table."""
    number, name, born, citizenship, relation = PERSONS[language]
    columns = ((number, 9.0), (name, 68.0), (born, 27.0), (citizenship, 32.0), (relation, COLUMN - 136.0))
    rows = []
    for place, person in enumerate((applicant, *covered), start=1):
        names = NAMES.join(filter(None, (person.name, person.name_latin)))
        relation_ = person.relation or (SELF[language] if place == 1 else "")
        rows.append((str(place), names, in_table(person.born), person.citizenship, relation_))
    flow.table(columns, rows, "persons")


def appeal(flow: Flow, language: Language, office: str) -> None:
    """How, where and until when the decision can be challenged (APPC, Art. 91 and 92)."""
    flow.need(54)  # together with the signature that follows
    flow.heading(APPEAL_TITLE[language])
    flow.say(APPEAL[language].format(office=office), "appeal")


def signature(flow: Flow, language: Language, official: Official) -> None:
    """Who signs the letter."""
    flow.signature(official.post, official.name, SIGNING[language])
