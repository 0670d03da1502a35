"""Where the files of a store stand: durable writing, the user's own area, and folders that are a bad place.

Not here: what is in the files, and the databases, which write themselves.
"""

import contextlib
import errno
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path, PurePath

from app.base.errors import Trouble

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG}
_CLOSED = {errno.EROFS, errno.EACCES, errno.EPERM}
_NETWORK_FILE_SYSTEMS = re.compile(
    r"^(nfs\d?|cifs|smb\w*|ncpfs|afs|ceph|9p|davfs|coda|fuse\.(sshfs|rclone|davfs2?|s3fs|google-drive-ocamlfuse|glusterfs))$"
)
_SYNCHRONISED = {
    "onedrive": re.compile(r"^onedrive\b", re.IGNORECASE),
    "dropbox": re.compile(r"^dropbox\b", re.IGNORECASE),
    "google-drive": re.compile(r"^(google ?drive|my drive|мой диск|googledrive-.*)$", re.IGNORECASE),
    "yandex-disk": re.compile(r"^(yandex\.?disk|яндекс\.?диск)\b", re.IGNORECASE),
    "mail-ru-cloud": re.compile(r"^(cloud mail\.?ru|mail\.?ru cloud|облако mail\.?ru)\b", re.IGNORECASE),
    "icloud": re.compile(r"^(icloud ?drive|mobile documents|com~apple~clouddocs)$", re.IGNORECASE),
}
_WINDOWS_REMOTE_DRIVE = 4


def translate_os(error: OSError) -> Trouble:
    """The condition behind an error of the file system: full, read-only, or another failure of the disk."""
    if error.errno in _FULL:
        return Trouble("store.disk_full")
    if error.errno in _CLOSED:
        return Trouble("store.read_only")
    return Trouble("store.io")


@contextlib.contextmanager
def guarded_files() -> Iterator[None]:
    """Turn errors of the file system into a Trouble."""
    try:
        yield
    except OSError as error:
        raise translate_os(error) from error


def write_durably(path: Path, data: bytes) -> None:
    """Replace a file so that after a power cut it is the old one or the new one, readable by its owner alone.

    Trouble: store.disk_full, store.read_only, store.io; the old file then stands untouched.
    """
    with guarded_files():
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable (Windows does so by itself)."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def user_area() -> Path:
    """The user's own folder for data of Pana that belong to this computer and never travel with a store."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "pana"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "pana"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "pana"


def folder_warnings(folder: Path, mountinfo: Path = Path("/proc/self/mountinfo")) -> tuple[str, ...]:
    """Ids of the reasons why a store should not stand in this folder; their sentences are `store-warning-<id>`.

    Shape: "network-share", "onedrive", "dropbox", "google-drive", "yandex-disk", "mail-ru-cloud", "icloud".
    """
    place = folder.absolute()
    with contextlib.suppress(OSError):
        place = folder.resolve()
    found = ["network-share"] if _on_network(place, mountinfo) else []
    found += [name for name, pattern in _SYNCHRONISED.items() if any(pattern.match(part) for part in place.parts)]
    if "onedrive" not in found and _under_onedrive_variable(place):
        found.append("onedrive")
    if "dropbox" not in found and any((parent / ".dropbox.cache").is_dir() for parent in (place, *place.parents)):
        found.append("dropbox")
    return tuple(found)


def _under_onedrive_variable(place: Path) -> bool:
    roots = (os.environ.get(name) for name in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer"))
    return any(place.is_relative_to(root) for root in roots if root)


def _on_network(place: Path, mountinfo: Path) -> bool:
    if sys.platform == "win32":
        import ctypes

        if str(place).startswith("\\\\"):
            return True
        return bool(ctypes.windll.kernel32.GetDriveTypeW(place.anchor) == _WINDOWS_REMOTE_DRIVE)
    return bool(_NETWORK_FILE_SYSTEMS.match(_file_system(place, mountinfo)))


def _file_system(place: Path, mountinfo: Path) -> str:
    """The type of the file system under a path: the longest mount point that holds it (proc(5), mountinfo)."""
    try:
        lines = mountinfo.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    best = (0, "")
    for line in lines:
        before, _, after = line.partition(" - ")
        fields = before.split()
        if len(fields) < 5 or not after:
            continue
        point = PurePath(re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), fields[4]))
        if place.is_relative_to(point) and len(point.parts) >= best[0]:
            best = (len(point.parts), after.split()[0])
    return best[1]
