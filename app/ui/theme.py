"""Tokens (colour, space, type) for light and dark, and putting them on the application once; no widget lives here.

Painters ask `theme.colour("accent")` or `theme.tone("warning")` in paintEvent; the style sheet is `app/ui/sheet.py`.
"""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from app.ui import fonts, sheet

Mode = Literal["light", "dark"]
ToneName = Literal["neutral", "info", "success", "warning", "danger"]
TONES: tuple[ToneName, ...] = ("neutral", "info", "success", "warning", "danger")

SPACE = {"xs": 4, "s": 8, "m": 12, "l": 16, "xl": 24, "xxl": 32}
TYPE = {"small": 12, "base": 14, "section": 17, "title": 25}
RADIUS = 8
CARD_RADIUS = 12

LIGHT = {
    "canvas": "#f4f6f9",
    "panel": "#ffffff",
    "nav": "#ffffff",
    "sunken": "#f8fafc",
    "desk": "#e6eaf0",
    "line": "#e2e7ee",
    "edge": "#7f8b9d",
    "text": "#101828",
    "muted": "#556174",
    "faint": "#5f6b7f",
    "accent": "#0b7a75",
    "accent-hover": "#086460",
    "accent-press": "#06504d",
    "accent-soft": "#e3f4f2",
    "on-accent": "#ffffff",
    "selection": "#e9f5f4",
    "hover": "#f1f4f8",
    "track": "#c5cfdb",
    "neutral-ink": "#475467",
    "neutral-ground": "#edf0f4",
    "info-ink": "#1d4fc4",
    "info-ground": "#e8f0fe",
    "success-ink": "#116338",
    "success-ground": "#e2f5ea",
    "warning-ink": "#855200",
    "warning-ground": "#fff2d9",
    "danger-ink": "#b42318",
    "danger-ground": "#fdeaea",
}
DARK = {
    "canvas": "#0e1318",
    "panel": "#161c23",
    "nav": "#12181e",
    "sunken": "#1b222a",
    "desk": "#0a0e12",
    "line": "#2a333d",
    "edge": "#6c7a8b",
    "text": "#eef2f6",
    "muted": "#a3afbd",
    "faint": "#8f9dad",
    "accent": "#2fb5a9",
    "accent-hover": "#49c6ba",
    "accent-press": "#26968c",
    "accent-soft": "#123634",
    "on-accent": "#06211f",
    "selection": "#16302f",
    "hover": "#1e262f",
    "track": "#3b4754",
    "neutral-ink": "#b2bdca",
    "neutral-ground": "#27303a",
    "info-ink": "#93bafb",
    "info-ground": "#162a50",
    "success-ink": "#63d394",
    "success-ground": "#123121",
    "warning-ink": "#f2bc55",
    "warning-ground": "#38290f",
    "danger-ink": "#f59a92",
    "danger-ground": "#43191a",
}
_TOKENS: dict[Mode, dict[str, str]] = {"light": LIGHT, "dark": DARK}


@dataclass(frozen=True)
class Tone:
    """The two colours of a status: the text and the ground it stands on."""

    ink: QColor
    ground: QColor


class Theme(QObject):
    """The colours in force; `changed` is sent after light and dark were exchanged."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._mode: Mode = "light"
        self._colours: dict[str, QColor] = {name: QColor(value) for name, value in LIGHT.items()}

    @property
    def mode(self) -> Mode:
        """Light or dark."""
        return self._mode

    def set_mode(self, mode: Mode) -> None:
        """Exchange the colours; `apply` is what screens call."""
        self._mode = mode
        self._colours = {name: QColor(value) for name, value in _TOKENS[mode].items()}

    def colour(self, name: str) -> QColor:
        """The colour of a token, for painters."""
        return self._colours[name]

    def tone(self, name: str) -> Tone:
        """The pair of colours of a status tone, for painters."""
        return Tone(self._colours[f"{name}-ink"], self._colours[f"{name}-ground"])


theme = Theme()


def apply(app: QApplication, mode: Mode) -> None:
    """Put fonts, palette and the one style sheet on the application in this mode."""
    theme.set_mode(mode)
    fonts.load()
    style = QStyleFactory.create("Fusion")
    if style is not None and app.style().name() != "fusion":
        app.setStyle(style)
    app.setFont(fonts.font())
    app.setPalette(_palette())
    app.setStyleSheet(sheet.text(_TOKENS[mode]))
    theme.changed.emit()


def _palette() -> QPalette:
    roles = {
        QPalette.ColorRole.Window: "canvas",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Base: "panel",
        QPalette.ColorRole.AlternateBase: "sunken",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.Button: "panel",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.Highlight: "accent",
        QPalette.ColorRole.HighlightedText: "on-accent",
        QPalette.ColorRole.Accent: "accent",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.PlaceholderText: "faint",
        QPalette.ColorRole.ToolTipBase: "panel",
        QPalette.ColorRole.ToolTipText: "text",
    }
    palette = QPalette()
    for role, name in roles.items():
        palette.setColor(role, theme.colour(name))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("faint"))
    return palette


def contrast(first: str, second: str) -> float:
    """The contrast of two colours after WCAG 2, from 1 to 21."""
    lights = sorted((_luminance(QColor(first)), _luminance(QColor(second))))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _luminance(colour: QColor) -> float:
    parts = [colour.redF(), colour.greenF(), colour.blueF()]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
