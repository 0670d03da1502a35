"""Makes `resources/icons/`: the Lucide icons that the screens use, unchanged, with their licence.

`pana.svg`, the mark of the program, is our own drawing and is left alone.
"""

import shutil
import tempfile
from pathlib import Path

import packages
from tables import RESOURCES

ICONS = RESOURCES / "icons"
LUCIDE = ("lucide-static", "1.62.0")
OWN = {"pana"}
# fmt: off
NAMES = [
    "archive", "arrow-left", "arrow-right", "baby", "book-open", "building-2", "calendar", "camera",
    "chart-column", "check", "chevron-down", "chevron-left", "chevron-right", "chevron-up", "circle-alert",
    "circle-check", "circle-help", "clock", "copy", "download", "eye", "eye-off", "file-check", "file-text",
    "filter", "folder", "folder-open", "gavel", "hard-drive", "history", "house", "id-card", "image", "inbox",
    "info", "key-round", "keyboard", "languages", "list", "list-checks", "lock", "lock-open", "log-out",
    "map-pin", "menu", "minus", "moon", "panel-left", "paperclip", "pencil", "plus", "printer", "qr-code",
    "refresh-cw", "rotate-ccw", "rotate-cw", "save", "scan-line", "search", "settings", "shield",
    "shield-check", "stamp", "sun", "trash-2", "triangle-alert", "upload", "usb", "user", "user-check",
    "user-plus", "users", "x", "zoom-in", "zoom-out",
]
# fmt: on


def make() -> None:
    """Fetch Lucide, copy the named icons and the licence, remove icons no longer named."""
    ICONS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        package = packages.npm(*LUCIDE, into=Path(folder))
        for name in NAMES:
            shutil.copyfile(package / "icons" / f"{name}.svg", ICONS / f"{name}.svg")
        shutil.copyfile(package / "LICENSE", ICONS / "LUCIDE-LICENSE.txt")
    for file in ICONS.glob("*.svg"):
        if file.stem not in OWN and file.stem not in NAMES:
            file.unlink()
    print(f"wrote resources/icons: {len(NAMES)} icons")
