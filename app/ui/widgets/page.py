"""A page of the shell: a header (back, title, note, actions, search) and a body. Pages derive from it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from app.ui import icons, tr
from app.ui.widgets.basic import icon_button, label


class SearchLine(QLineEdit):
    """A search field with its glass; Ctrl+K brings the cursor here (the shell sees to it)."""

    def __init__(self, placeholder: str = "ui-search", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "search")
        self.setClearButtonEnabled(True)
        self.addAction(QAction(icons.icon("search"), "", self), QLineEdit.ActionPosition.LeadingPosition)
        self.setMinimumWidth(220)
        self.setMaximumWidth(360)
        tr.keep(self, placeholder, "setPlaceholderText")
        tr.keep(self, placeholder, "setAccessibleName")


class PageHeader(QWidget):
    """Title and note on the left, search and actions on the right."""

    back = Signal()

    def __init__(self, title: str, *, with_back: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back_button = icon_button("ui-back", "arrow-left", self.back.emit)
        self.back_button.setVisible(with_back)
        self.title = label(title, "title")
        self.note = label(role="small")
        self.note.hide()
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.title)
        texts.addWidget(self.note)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._row.addWidget(self.back_button)
        self._row.addLayout(texts)
        self._row.addStretch(1)
        self.search: SearchLine | None = None

    def set_title(self, text: str) -> None:
        """A title that is data, for example a case number; the key given first is forgotten."""
        tr.keep(self.title, "")
        self.title.setText(text)

    def set_note(self, text: str) -> None:
        """The line below the title; it is data."""
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def add(self, widget: QWidget) -> None:
        """Put a button or a note on the right."""
        self._row.addWidget(widget)

    def add_search(self, placeholder: str = "ui-search") -> SearchLine:
        """Put a search field on the right."""
        self.search = SearchLine(placeholder)
        self._row.addWidget(self.search, 2)
        return self.search


class Page(QWidget):
    """Base of the pages: `header` above, `body` (a layout) below; `scrolling` lets a long body scroll."""

    def __init__(
        self, title: str, *, with_back: bool = False, scrolling: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.header = PageHeader(title, with_back=with_back)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 16)
        outer.setSpacing(14)
        outer.addWidget(self.header)
        self.body = QVBoxLayout()
        self.body.setSpacing(14)
        if scrolling:
            outer.addWidget(scrolled(self.body), 1)
        else:
            outer.addLayout(self.body, 1)

    def shown(self) -> None:
        """The shell shows this page now; a page that reads overrides this."""

    def focus_search(self) -> bool:
        """Put the cursor into the search field, if the page has one."""
        if self.header.search is None:
            return False
        self.header.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.header.search.selectAll()
        return True


def scrolled(body: QVBoxLayout) -> QScrollArea:
    """A scroll area around a layout, without a frame, that the keyboard passes through."""
    inner = QWidget()
    inner.setProperty("surface", "clear")
    inner.setLayout(body)
    body.setContentsMargins(0, 0, 8, 0)
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inner)
    return area
