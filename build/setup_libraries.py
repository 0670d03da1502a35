"""The system libraries that Qt needs on Linux: which are missing, and the Debian packages that hold them.

Standard library only. Nothing about Python packages (`setup_environment.py`).
"""

from __future__ import annotations

import ctypes
import os
import shlex
import subprocess
import sys
from pathlib import Path

# soname -> package of Debian 12; measured with ldd on the Qt libraries of PySide6 6.11.3
ALWAYS = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libbrotlidec.so.1": "libbrotli1",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
WINDOW_X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
}
WINDOW_WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
RENAMED_T64 = {"libglib2.0-0": "libglib2.0-0t64"}  # Debian 13 and Ubuntu 24.04: 64-bit time


def wanted(environment: dict[str, str]) -> dict[str, str]:
    """The sonames that the platform of this environment needs, with their packages."""
    platform = environment.get("QT_QPA_PLATFORM", "")
    if platform.startswith(("offscreen", "minimal")):
        return dict(ALWAYS)
    if environment.get("DISPLAY"):
        return {**ALWAYS, **WINDOW_X11}
    if environment.get("WAYLAND_DISPLAY"):
        return {**ALWAYS, **WINDOW_WAYLAND}
    return dict(ALWAYS)


def loads(soname: str) -> bool:
    """True when the dynamic linker finds the library."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def missing(environment: dict[str, str]) -> dict[str, str]:
    """The needed libraries that do not load, with the Debian 12 names of their packages; empty where Qt brings all."""
    if not sys.platform.startswith("linux"):
        return {}
    return {soname: package for soname, package in wanted(environment).items() if not loads(soname)}


def release(path: Path = Path("/etc/os-release")) -> dict[str, str]:
    """What the system says of itself: ID, ID_LIKE, VERSION_ID, VERSION_CODENAME."""
    if not path.is_file():
        return {}
    rows = (line.partition("=") for line in path.read_text(encoding="utf-8").splitlines() if "=" in line)
    return {name.strip(): value.strip().strip("\"'") for name, _, value in rows}


def is_debian(system: dict[str, str]) -> bool:
    """True on Debian and on systems made from it."""
    return "debian" in f"{system.get('ID', '')} {system.get('ID_LIKE', '')}".split() or system.get("ID") == "ubuntu"


def package_names(packages: list[str], system: dict[str, str]) -> list[str]:
    """Packages under the names that this release uses (Debian 13 renamed some for 64-bit time)."""
    major = system.get("VERSION_ID", "").partition(".")[0]
    number = int(major) if major.isdigit() else 99  # testing and unstable carry no number
    renamed = number >= (24 if system.get("ID") == "ubuntu" else 13)
    names = {RENAMED_T64.get(package, package) if renamed else package for package in packages}
    return sorted(names)


def apt_line(packages: list[str], *, root: bool) -> str:
    """The exact command that installs packages, as a person types it."""
    sudo = "" if root else "sudo "
    names = " ".join(shlex.quote(package) for package in packages)
    return f"{sudo}apt-get update && {sudo}apt-get install -y --no-install-recommends {names}"


def is_root() -> bool:
    """True when this process may install system packages."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def apt_install(packages: list[str]) -> bool:
    """Install packages with apt-get; the package lists are fetched only when the first try fails."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages]
    try:
        if subprocess.run(install, env=environment, stdout=sys.stderr, check=False).returncode == 0:
            return True
        update = subprocess.run(["apt-get", "update", "-q"], env=environment, stdout=sys.stderr, check=False)
        if update.returncode != 0:
            return False
        return subprocess.run(install, env=environment, stdout=sys.stderr, check=False).returncode == 0
    except FileNotFoundError:
        return False
