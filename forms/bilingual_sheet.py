"""What bilingual A4 sheets share: heading with emblem, sentences in two tongues, signature. The matter is elsewhere."""

from typing import Final

from forms import ornament
from forms.boxes import Bilingual, BilingualOfficial
from forms.flow import BODY, LEFT, RIGHT, SMALL, Flow
from forms.fonts import SANS_BOLD, SERIF, SERIF_BOLD
from forms.paper import GOLD, GREY, MM, TEAL
from forms.text import Style, put

SIGNING: Final = ("қолы / подпись", "аты-жөні / инициалы, фамилия", "М.О. / М.П.")
STATE: Final = "ҚАЗАҚСТАН РЕСПУБЛИКАСЫ  ·  РЕСПУБЛИКА КАЗАХСТАН"


def head(flow: Flow, title: Bilingual, office: Bilingual, number: str) -> None:
    """Emblem on the left, state and office beside it, then the title in both languages and the number."""
    paper = flow.paper
    paper.stamp("shanyrak", lambda: ornament.shanyrak((LEFT + 9) * MM, paper.y(24), 9.0))
    paper.text(LEFT + 23, 19.2, STATE, SERIF, 8, GREY, spacing=0.3)
    for y, words in ((20.4, office.kk), (26.4, office.ru)):
        put(paper, LEFT + 23, y, RIGHT - LEFT - 23, 5.4, words, Style(SERIF_BOLD, 9, 5.5), "office")
    flow.y = 35.0
    flow.braid()
    flow.gap(3)
    flow.centred(title.kk, Style(SERIF_BOLD, 15, ink=TEAL, leading=1.25))
    flow.centred(title.ru, Style(SERIF, 11.5, ink=GOLD, leading=1.3))
    flow.gap(0.8)
    flow.centred(f"№ {number}", Style(SANS_BOLD, 10.5), "number")
    flow.gap(3.5)


def say(flow: Flow, words: Bilingual, field: str) -> None:
    """A paragraph in Kazakh and, smaller and in grey, the same in Russian."""
    flow.say(words.kk, field, BODY, after=0.8)
    flow.say(words.ru, field, SMALL)


def both(words: Bilingual) -> str:
    """Kazakh and Russian on one line; once when they are the same."""
    return words.kk if words.kk == words.ru else " / ".join(filter(None, (words.kk, words.ru)))


def signature(flow: Flow, official: BilingualOfficial) -> None:
    """Who signs the sheet."""
    flow.signature(both(official.post), official.name, SIGNING)
