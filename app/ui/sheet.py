"""The one style sheet of the application, filled from the tokens of `theme`; no other style sheet is set anywhere.

Widgets choose a look by properties: `kind` (buttons), `role` (labels), `surface` (frames), `state` (editors).
"""

from collections.abc import Mapping
from string import Template


class _Sheet(Template):
    idpattern = r"[a-z][a-z\-]*[a-z]"


def text(tokens: Mapping[str, str]) -> str:
    """The style sheet for one table of tokens."""
    return _Sheet(_SHEET).substitute(tokens)


_SHEET = """
* { outline: 0; }
QMainWindow, QDialog { background: $canvas; }
QLabel { background: transparent; }
QToolTip { background: $panel; color: $text; border: 1px solid $line; padding: 6px 8px; }
QLabel[role="title"] { font-size: 25px; font-weight: 700; color: $text; }
QLabel[role="section"] { font-size: 17px; font-weight: 600; color: $text; }
QLabel[role="strong"] { font-weight: 600; color: $text; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="small"] { font-size: 13px; color: $muted; }
QLabel[role="label"] { font-size: 13px; font-weight: 500; color: $muted; }
QLabel[role="native"] { font-family: "Noto Naskh Arabic"; font-size: 19px; color: $text; }
QLabel[role="hint"] { font-size: 12px; color: $faint; }
QLabel[role="problem"] { font-size: 12px; font-weight: 500; color: $danger-ink; }
QLabel[role="caption"] { font-size: 12px; font-weight: 600; color: $faint; letter-spacing: 1px; }

QFrame[surface="card"] { background: $panel; border: 1px solid $line; border-radius: 12px; }
QFrame[surface="sunken"] { background: $sunken; border: 0; border-right: 1px solid $line;
    border-top-left-radius: 12px; border-bottom-left-radius: 12px; }
QFrame[surface="nav"] { background: $nav; border: 0; border-right: 1px solid $line; }
QFrame[surface="tile"] { background: $panel; border: 1px solid $line; border-radius: 10px; }
QFrame[surface="rule"] { background: $line; border: 0; max-height: 1px; min-height: 1px; }
QFrame[surface="strip"] { background: $warning-ground; border: 0; border-bottom: 1px solid $warning-ink; }
QWidget[surface="desk"] { background: $desk; border: 0; }
QScrollArea[surface="desk"] { background: $desk; border-radius: 11px; }
QLabel[surface="sheet"] { background: #ffffff; border: 1px solid $line; }
QFrame[banner="neutral"] { background: $neutral-ground; border: 1px solid $neutral-ink; border-radius: 8px; }
QFrame[banner="info"] { background: $info-ground; border: 1px solid $info-ink; border-radius: 8px; }
QFrame[banner="success"] { background: $success-ground; border: 1px solid $success-ink; border-radius: 8px; }
QFrame[banner="warning"] { background: $warning-ground; border: 1px solid $warning-ink; border-radius: 8px; }
QFrame[banner="danger"] { background: $danger-ground; border: 1px solid $danger-ink; border-radius: 8px; }
QLabel[tone="neutral"] { color: $neutral-ink; }
QLabel[tone="info"] { color: $info-ink; }
QLabel[tone="success"] { color: $success-ink; }
QLabel[tone="warning"] { color: $warning-ink; }
QLabel[tone="danger"] { color: $danger-ink; }

QPushButton { background: $panel; color: $text; border: 1px solid $edge; border-radius: 8px;
    padding: 0 14px; min-height: 34px; font-weight: 600; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $line; }
QPushButton:focus { border: 2px solid $accent; padding: 0 13px; min-height: 32px; }
QPushButton:disabled { color: $faint; border-color: $line; background: $sunken; }
QPushButton[kind="primary"] { background: $accent; color: $on-accent; border: 1px solid $accent; }
QPushButton[kind="primary"]:hover { background: $accent-hover; border-color: $accent-hover; }
QPushButton[kind="primary"]:pressed { background: $accent-press; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; }
QPushButton[kind="primary"]:disabled { background: $neutral-ground; color: $faint; border-color: $line; }
QPushButton[kind="danger"] { color: $danger-ink; border-color: $danger-ink; }
QPushButton[kind="danger"]:hover { background: $danger-ground; }
QPushButton[kind="ghost"] { background: transparent; border: 1px solid transparent; color: $muted; }
QPushButton[kind="ghost"]:hover { background: $hover; color: $text; }
QPushButton[kind="ghost"]:focus { border: 2px solid $accent; }
QPushButton[kind="ghost"]:checked { background: $accent-soft; color: $accent; }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent; color: $accent;
    padding: 0 4px; min-height: 26px; }
QPushButton[kind="link"]:focus { border: 2px solid $accent; padding: 0 3px; min-height: 24px; }
QPushButton[kind="tiny"] { padding: 0 6px; min-height: 24px; min-width: 22px; font-size: 13px; font-weight: 500;
    border-color: $line; color: $muted; border-radius: 6px; }
QPushButton[kind="tiny"]:checked { background: $accent-soft; color: $accent; border-color: $accent; }
QPushButton[kind="tiny"]:focus { border: 2px solid $accent; padding: 0 5px; min-height: 22px; }
QPushButton[kind="segment"] { font-weight: 500; color: $muted; }
QPushButton[kind="segment"]:checked { background: $accent-soft; color: $accent; border: 2px solid $accent;
    font-weight: 600; padding: 0 13px; min-height: 32px; }
QPushButton[kind="segment"]:focus { border: 2px solid $accent; padding: 0 13px; min-height: 32px; }
QPushButton[kind="segment"]:checked:focus { border: 2px solid $text; }
QPushButton[kind="segment"][state="error"] { border-color: $danger-ink; }
QPushButton::menu-indicator { image: none; width: 0; }
QPushButton[kind="nav"] { background: transparent; border: 2px solid transparent; border-radius: 8px; color: $muted;
    font-weight: 500; text-align: left; padding: 0 10px; min-height: 34px; }
QPushButton[kind="nav"]:hover { background: $hover; color: $text; }
QPushButton[kind="nav"]:checked { background: $accent-soft; color: $accent; font-weight: 600; }
QPushButton[kind="nav"]:focus { border-color: $accent; }

QLineEdit, QPlainTextEdit, QComboBox { background: $panel; color: $text; border: 1px solid $edge; border-radius: 8px;
    padding: 0 11px; min-height: 34px; selection-background-color: $accent; selection-color: $on-accent; }
QPlainTextEdit { padding: 6px 7px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus {
    border: 2px solid $accent; padding: 0 10px; min-height: 32px; }
QPlainTextEdit:focus { padding: 5px 6px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {
    background: $sunken; color: $muted; border-color: $line; }
QLineEdit:read-only, QPlainTextEdit[readOnly="true"] { background: $sunken; }
QLineEdit[state="error"], QPlainTextEdit[state="error"], QComboBox[state="error"], QFrame[state="error"] {
    border: 2px solid $danger-ink; }
QLineEdit[state="error"], QComboBox[state="error"] { padding: 0 10px; min-height: 32px; }
QLineEdit[state="error"]:focus, QPlainTextEdit[state="error"]:focus, QComboBox[state="error"]:focus {
    background: $danger-ground; }
QLineEdit[look="search"] { padding-left: 4px; }
QComboBox { padding-right: 28px; }
QComboBox:focus, QComboBox[state="error"] { padding-right: 27px; }
QComboBox::drop-down { border: 0; width: 28px; }
QComboBox QLineEdit, QComboBox QLineEdit:focus { border: 0; padding: 0; min-height: 0; background: transparent; }
QAbstractItemView { background: $panel; color: $text; border: 1px solid $line; border-radius: 8px;
    selection-background-color: $accent-soft; selection-color: $text; }
QListView::item { min-height: 30px; padding: 0 8px; border-radius: 6px; }
QListView::item:selected { background: $accent-soft; color: $text; }
QAbstractItemView[look="plain"], QTextBrowser[look="plain"] { border: 0; border-radius: 0; background: transparent; }
QFrame[surface="drop"] { background: $sunken; border: 1px dashed $edge; border-radius: 10px; }
QFrame[surface="drop"]:focus { border: 2px solid $accent; }

QTableView { background: $panel; border: 0; border-radius: 0; gridline-color: transparent; }
QTableView:focus { border: 0; }
QTableWidget::item { padding: 0 10px; border-bottom: 1px solid $line; }
QHeaderView { background: transparent; border: 0; }
QHeaderView::section { background: $panel; color: $muted; border: 0; border-bottom: 1px solid $line;
    padding: 0 12px; font-size: 13px; font-weight: 600; }
QHeaderView::section:hover { color: $text; }
QTableCornerButton::section { background: $panel; border: 0; }

QScrollArea, QScrollArea > QWidget > QWidget[surface="clear"] { background: transparent; border: 0; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle { background: $track; border-radius: 3px; min-height: 36px; min-width: 36px; }
QScrollBar::handle:hover { background: $edge; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
QProgressBar { background: $neutral-ground; border: 0; border-radius: 4px; max-height: 8px; min-height: 8px;
    color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QTabWidget::pane { border: 0; border-top: 1px solid $line; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: $muted; border: 0; border-bottom: 2px solid transparent;
    padding: 8px 4px; margin-right: 20px; font-weight: 600; }
QTabBar::tab:selected { color: $accent; border-bottom-color: $accent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:focus { color: $accent; background: $accent-soft; }
QMenu { background: $panel; color: $text; border: 1px solid $line; padding: 6px; }
QMenu::item { padding: 7px 18px 7px 12px; border-radius: 6px; }
QMenu::item:selected { background: $accent-soft; color: $text; }
QMenu::separator { height: 1px; background: $line; margin: 6px 4px; }
"""
