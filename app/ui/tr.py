"""The language of the screens: `tr(key)`, texts that follow the language by themselves, and Qt's own words.

The sentences are those of `app.messages.catalogue`; none stands in the code of a screen.
"""

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator, Signal, Slot
from PySide6.QtWidgets import QApplication

from app.base.errors import PanaError
from app.messages import catalogue
from app.messages.catalogue import LANGUAGES, Language

_LOCALES: dict[Language, str] = {"kk": "kk_KZ", "ru": "ru_KZ", "en": "en_GB"}


class Tongue(QObject):
    """Holds the language in force and tells when it changes."""

    language_changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.language: Language = "kk"
        self._qt: QTranslator | None = None

    def choose(self, language: Language) -> None:
        """Change the language of the screens, of Qt's own words and of dates and numbers."""
        if language not in LANGUAGES:
            raise ValueError(language)
        self.language = language
        QLocale.setDefault(QLocale(_LOCALES[language]))
        self._install(language)
        self.language_changed.emit(language)

    def _install(self, language: Language) -> None:
        app = QApplication.instance()
        if app is None:
            return
        if self._qt is not None:
            app.removeTranslator(self._qt)
            self._qt = None
        translator = QTranslator(app)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if language != "en" and translator.load(f"qtbase_{language}", folder):
            app.installTranslator(translator)
            self._qt = translator


tongue = Tongue()


def language() -> Language:
    """The language of the screens."""
    return tongue.language


def set_language(chosen: Language) -> None:
    """Change the language; every text kept by `keep` follows at once."""
    tongue.choose(chosen)


def tr(key: str, **values: object) -> str:
    """The text of a key in the language of the screens."""
    return catalogue.text(key, tongue.language, **values)


def sentence(error: PanaError) -> str:
    """The sentence of a refusal or a trouble in the language of the screens; a fact that is not known leaves no gap."""
    return catalogue.sentence(error, tongue.language).replace("  ", " ")


def date_text(iso: str) -> str:
    """An ISO date as it is written here, `31.12.2026`; a text that is no whole date stays as it is."""
    parts = iso.split("-")
    return ".".join(reversed(parts)) if len(parts) == 3 and len(parts[0]) == 4 else iso


def number_text(number: int) -> str:
    """A whole number with the thousands apart."""
    return f"{number:,}".replace(",", "\u00a0")


class _Kept(QObject):
    """One text of one widget; a child of it, so it dies with it and holds no reference to it."""

    def __init__(self, owner: QObject, setter: str) -> None:
        super().__init__(owner)
        self.setObjectName(f"kept:{setter}")
        self._setter = setter
        self._key = ""
        self._values: dict[str, object] = {}
        tongue.language_changed.connect(self._on_language_changed)

    def put(self, key: str, values: dict[str, object]) -> None:
        self._key, self._values = key, values
        self._say()

    @Slot(str)
    def _on_language_changed(self, _language: str) -> None:
        if self._key:
            self._say()

    def _say(self) -> None:
        getattr(self.parent(), self._setter)(tr(self._key, **self._values) if self._key else "")


def keep(owner: QObject, key: str, setter: str = "setText", **values: object) -> None:
    """Give a widget the text of a key, now and after each change of language; a second call replaces the first.

    *Shape*: `setter` names the method that takes the text: `setText`, `setToolTip`, `setAccessibleName`, …
    An empty key clears the text.
    """
    found = owner.findChild(_Kept, f"kept:{setter}")
    kept = found if found is not None and found.parent() is owner else _Kept(owner, setter)
    kept.put(key, values)
