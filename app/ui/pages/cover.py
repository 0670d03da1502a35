"""The frame of what stands before the window opens: the mark, a card in the middle, language and theme below."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from app.ui import icons
from app.ui.theme import theme
from app.ui.widgets.basic import Card, label
from app.ui.windows.navigation import Switches


class Cover(QWidget):
    """A card in the middle; derived covers fill `card`."""

    language_asked = Signal(str)
    mode_asked = Signal(str)

    def __init__(self, width: int = 440, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "cover")
        self.card = Card(padding=28)
        self.mark = QLabel()
        brand = QHBoxLayout()
        brand.setSpacing(10)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(label("ui-brand", "title"))
        texts.addWidget(label("pages-tagline", "small"))
        brand.addWidget(self.mark)
        brand.addLayout(texts)
        brand.addStretch(1)
        head = QWidget()
        head.setLayout(brand)
        self.switches = Switches()
        self.switches.language_asked.connect(self.language_asked)
        self.switches.mode_asked.connect(self.mode_asked)
        column = QWidget()
        column.setFixedWidth(width)
        box = QVBoxLayout(column)
        box.setContentsMargins(0, 24, 0, 24)
        box.setSpacing(18)
        box.addStretch(3)
        for part in (head, self.card, self.switches):
            box.addWidget(part)
        box.addStretch(4)
        row = QHBoxLayout(self)  # stretches, not an alignment: wrapped texts are measured in their true width
        row.addStretch(1)
        row.addWidget(column)
        row.addStretch(1)
        theme.changed.connect(self._show_mark)
        self._show_mark()

    def _show_mark(self) -> None:
        self.mark.setPixmap(icons.icon("shield-check", "accent").pixmap(QSize(44, 44)))


def busy_bar() -> QProgressBar:
    """A thin bar that runs while something is waited for; hidden it keeps its place."""
    bar = QProgressBar()
    bar.setRange(0, 0)
    bar.setTextVisible(False)
    keep = bar.sizePolicy()
    keep.setRetainSizeWhenHidden(True)
    bar.setSizePolicy(keep)
    bar.hide()
    return bar


class WaitCover(Cover):
    """Says what is waited for before the store can be opened."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.text = label(key, "section", wrap=True)
        self.bar = busy_bar()
        self.bar.show()
        self.card.add(self.text)
        self.card.add(self.bar)

    def step(self, done: int, total: int) -> None:
        """Show how far it is."""
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
