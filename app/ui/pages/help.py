"""Help: topics on the left, the page of one topic in the language of the screens; F1 brings that of the page shown."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QTextBrowser, QWidget

from app.base import resources
from app.ui import fonts, tr
from app.ui.runner import Runner
from app.ui.theme import theme
from app.ui.widgets.basic import Card
from app.ui.widgets.page import Page

TOPICS = (
    "index",
    "first-start",
    "today",
    "list-and-search",
    "case",
    "intake",
    "mrz",
    "decisions",
    "after-decision",
    "family-over-time",
    "papers",
    "exchange",
    "settings",
    "lost-passphrase",
    "bad-input",
)
_BY_PAGE = {
    "today": "today",
    "cases": "list-and-search",
    "case": "case",
    "paper": "papers",
    "exchange": "exchange",
    "settings": "settings",
    "wizard": "intake",
    "decision": "decisions",
}


def topic_of(page: str) -> str:
    """The topic of a page of the window."""
    return _BY_PAGE.get(page, TOPICS[0])


def read_topics(language: str) -> dict[str, str]:
    """The Markdown of every topic."""
    folder = resources.path("help", language)
    return {topic: (folder / f"{topic}.md").read_text(encoding="utf-8") for topic in TOPICS}


def heading(markdown: str) -> str:
    """The title of a topic: its first line."""
    return markdown.partition("\n")[0].removeprefix("# ").strip()


class HelpPage(Page):
    """One topic at a time."""

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__("pages-help", with_back=True, parent=parent)
        self._runner = runner
        self.topic = TOPICS[0]
        self._texts: dict[str, str] = {}
        self.list = QListWidget()
        self.list.setProperty("look", "plain")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFixedWidth(230)
        tr.keep(self.list, "pages-help-topics", "setAccessibleName")
        for topic in TOPICS:
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.UserRole, topic)
            self.list.addItem(item)
        self.text = QTextBrowser()
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setOpenLinks(False)
        self.text.setProperty("look", "plain")
        self.text.anchorClicked.connect(lambda url: self.show_topic(url.path().removesuffix(".md")))
        tr.keep(self.text, "pages-help", "setAccessibleName")
        left, right = Card(padding=8), Card(padding=24)
        left.add(self.list, 1)
        right.add(self.text, 1)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(left)
        row.addWidget(right, 1)
        self.body.addLayout(row, 1)
        self.list.currentItemChanged.connect(self._on_item)
        tr.tongue.language_changed.connect(self._read)
        theme.changed.connect(self._show)
        self._read()

    def show_topic(self, topic: str) -> None:
        """Show a topic; an unknown one shows the first."""
        self.topic = topic if topic in TOPICS else TOPICS[0]
        self.list.setCurrentRow(TOPICS.index(self.topic))
        self._show()

    def _on_item(self, item: QListWidgetItem | None) -> None:
        topic = str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else self.topic
        if topic != self.topic:
            self.show_topic(topic)

    def _read(self) -> None:
        language = tr.language()
        self._runner.read(lambda: read_topics(language), self._on_read, owner=self, key=("help", id(self)))

    def _on_read(self, texts: dict[str, str]) -> None:
        self._texts = texts
        for place, topic in enumerate(TOPICS):
            self.list.item(place).setText(heading(texts[topic]))
        self._show()

    def _show(self) -> None:
        document = self.text.document()
        document.setDefaultFont(fonts.font(15))
        self.text.setMarkdown(self._texts.get(self.topic, ""))
        _space(document)
        self.text.moveCursor(self.text.textCursor().MoveOperation.Start)


def _space(document: QTextDocument) -> None:
    """Give headings, paragraphs and list entries room; Markdown itself brings none."""
    block = document.begin()
    while block.isValid():
        shape = QTextBlockFormat(block.blockFormat())
        heading = shape.headingLevel() > 0
        shape.setBottomMargin(14 if heading else 6 if block.textList() is not None else 10)
        shape.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        QTextCursor(block).setBlockFormat(shape)
        block = block.next()
