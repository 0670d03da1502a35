"""A combo box that is found by any part of a word, whatever letters it is typed with. Codes, never indexes."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QCompleter, QListView, QWidget

from app.ui import icons, quiet
from app.ui.editors.editor import Editor, Option, Options
from app.ui.theme import theme

_CODE = int(Qt.ItemDataRole.UserRole)
_FOLDED = _CODE + 1
_LETTERS = str.maketrans("әғқңөұүһіёй", "агкноуухиеи")


def fold(text: str) -> str:
    """Letters as they are found: case, Kazakh letters and ё do not matter."""
    return text.casefold().translate(_LETTERS).strip()


class _Completer(QCompleter):
    """Finds "Қытай" by "кыт": compares folded texts, shows the real ones."""

    def __init__(self, box: QComboBox) -> None:
        super().__init__(box.model(), box)
        self.setCompletionRole(_FOLDED)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseSensitive)
        self.setMaxVisibleItems(9)

    def splitPath(self, path: str) -> list[str]:
        return [fold(path)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole))


class Combo(QComboBox):
    """A combo box with the chevron of the theme that ignores the wheel while unfocused."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setView(QListView())
        self.setMaxVisibleItems(12)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        quiet.guard(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        line, again = self.lineEdit(), (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if line is not None and event.reason() not in again:
            line.selectAll()  # what is typed looks for another choice, however the field was reached

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        place = QRectF(self.width() - 26, self.height() / 2 - 8, 16, 16)
        icons.draw(painter, "chevron-down", place, theme.colour("muted" if self.isEnabled() else "faint"))
        painter.end()


def fill(box: QComboBox, options: Sequence[Option], empty: bool) -> None:
    """Fill a combo box; `empty` puts a row without a code first."""
    model = QStandardItemModel(box)
    for option in ([Option("", "")] if empty else []) + list(options):
        item = QStandardItem(option.text)
        item.setData(option.code, _CODE)
        item.setData(fold(f"{option.text} {option.search}"), _FOLDED)
        model.appendRow(item)
    box.setModel(model)


class ChoiceEditor(Editor):
    """One of many by code: opens with Alt+Down, is searched by typing any part of any name."""

    def __init__(self, options: Options, parent: QWidget | None = None, *, search: bool = True) -> None:
        self.box = Combo()
        super().__init__(self.box, parent)
        self._options = options
        self._code = ""
        self.box.setEditable(search)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.box.activated.connect(self._on_activated)
        line = self.box.lineEdit()
        if line is not None:
            line.editingFinished.connect(self._on_finished)
        self.retranslate()

    def value(self) -> str:
        return self._code

    def set_value(self, value: Any) -> None:
        self._code = "" if value is None else str(value)
        self.box.setCurrentIndex(self.box.findData(self._code, _CODE))
        line = self.box.lineEdit()
        if line is not None and not line.hasFocus():
            line.setCursorPosition(0)  # a text without room is cut at its end, not at its beginning

    def set_name(self, name: str, description: str = "") -> None:
        super().set_name(name, description)
        self.box.view().setAccessibleName(name)
        line = self.box.lineEdit()
        if line is not None:
            line.setAccessibleName(name)
            line.setAccessibleDescription(description)

    def set_placeholder(self, text: str) -> None:
        """Grey words in the empty field."""
        line = self.box.lineEdit()
        if line is not None:
            line.setPlaceholderText(text)

    def retranslate(self) -> None:
        fill(self.box, self._options(), empty=True)
        if self.box.isEditable():
            completer = _Completer(self.box)
            completer.activated[QModelIndex].connect(self._on_completed)  # type: ignore[index]
            self.box.setCompleter(completer)
        self.set_value(self._code)

    def _on_completed(self, index: QModelIndex) -> None:
        self._choose(str(index.data(_CODE)))

    def _on_activated(self, row: int) -> None:
        self._choose(str(self.box.itemData(row, _CODE)))

    def _choose(self, code: str) -> None:
        before = self._code
        self.set_value(code)
        if code != before:
            self.changed.emit()

    def _on_finished(self) -> None:
        self.settle()
        self.left.emit()

    def settle(self) -> None:
        """Take what was typed if it means one choice; otherwise show the chosen one again."""
        typed = fold(self.box.currentText())
        rows = range(self.box.count())
        texts = {row: fold(self.box.itemText(row)) for row in rows}
        exact = [row for row in rows if texts[row] == typed]
        near = [row for row in rows if typed and typed in str(self.box.itemData(row, _FOLDED))]
        found = exact or (near if len(near) == 1 else [])
        if found:
            self._choose(str(self.box.itemData(found[0], _CODE)))
        else:
            self.set_value(self._code)
        completer = self.box.completer() if self.box.isEditable() else None
        popup = completer.popup() if completer is not None else None
        if popup is not None:
            popup.hide()
