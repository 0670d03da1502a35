"""The virtual environment in `.venv`: made from `build/requirements.lock`, repaired after an interrupted run.

Standard library only. A stamp is written after everything succeeded; an environment without a right stamp is removed
and made anew, because a half-copied package cannot be told from a whole one. System libraries are in
`setup_libraries.py`.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import setup_libraries

ROOT = Path(__file__).resolve().parents[1]
OLDEST = (3, 11)
NEWEST = (3, 14)  # the newest for which every locked package has a wheel
PROBE = "import ctypes, ssl, venv, zlib, sys; print('%d.%d' % sys.version_info[:2])"
PROBE_PIP = "import pip, sys; print('%d.%d' % sys.version_info[:2])"


class SetUpError(Exception):
    """Set-up cannot go on; the message is for people, `code` is the exit code."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code


def say(sentence: str) -> None:
    """One plain line for the person at the terminal."""
    print(sentence, file=sys.stderr, flush=True)


def answer(command: list[str]) -> str:
    """What a short command prints; empty when it is absent, fails or hangs."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def version(python: list[str], probe: str = PROBE) -> tuple[int, int] | None:
    """Major and minor version of an interpreter that really works, else None (a name on the PATH proves nothing)."""
    major, _, minor = answer([*python, "-c", probe]).partition(".")
    return (int(major), int(minor)) if major.isdigit() and minor.isdigit() else None


def candidates() -> list[list[str]]:
    """Interpreters to try: the one that runs this script first."""
    own = getattr(sys, "_base_executable", None) or sys.executable
    found = [[own]]
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        on_path = shutil.which(f"python3.{minor}")
        found += [[on_path]] if on_path else []
        found += [["py", f"-3.{minor}"]] if sys.platform == "win32" else []
    return found


def choose(options: list[list[str]]) -> list[str]:
    """The first interpreter that works and is of a version that the locked packages exist for."""
    for python in options:
        found = version(python)
        if found and OLDEST <= found <= NEWEST:
            return python
    raise SetUpError(
        f"Pana needs Python {OLDEST[0]}.{OLDEST[1]} to {NEWEST[0]}.{NEWEST[1]}, and none that works was found. "
        "Install one (on Debian 12 and newer: apt-get install python3 python3-venv) and run this command again.",
        3,
    )


class Environment:
    """One virtual environment in a source tree and what it was made from."""

    def __init__(self, root: Path = ROOT) -> None:
        self.folder = root / ".venv"
        self.lock = root / "build" / "requirements.lock"
        self.guard = root / "build" / "out" / "prepare.lock"
        self.stamp = self.folder / "pana.stamp"

    @property
    def python(self) -> Path:
        """The interpreter inside the environment."""
        return self.folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")

    def expected_stamp(self) -> str:
        """Digest of the lock and of the interpreter in the environment; empty when that interpreter does not work."""
        found = version([str(self.python)], PROBE_PIP) if self.python.exists() else None
        if found is None:
            return ""
        told = self.lock.read_bytes() + b"\npython %d.%d" % found
        return hashlib.sha256(told).hexdigest()

    def is_ready(self) -> bool:
        """True when an earlier run finished and neither the lock nor the interpreter changed since."""
        if not self.stamp.is_file():
            return False
        return self.stamp.read_text(encoding="ascii", errors="replace").strip() == self.expected_stamp() != ""

    def ensure(self) -> None:
        """Make or repair the environment; does nothing when it is ready. Two processes at once take turns."""
        if self.is_ready():
            return
        with held(self.guard):
            if not self.is_ready():
                self._make(choose(candidates()))

    def _make(self, python: list[str]) -> None:
        require_ensurepip(python)
        self._remove()
        say(f"Making the Python environment in {self.folder.name} (minutes on a slow line, seconds on a fast one).")
        if subprocess.run([*python, "-m", "venv", str(self.folder)], stdout=sys.stderr, check=False).returncode != 0:
            raise SetUpError(f"The environment in {self.folder} could not be made; the lines above say why.", 4)
        self._install()
        fresh = self.stamp.with_suffix(".new")
        fresh.write_text(self.expected_stamp() + "\n", encoding="ascii")
        fresh.replace(self.stamp)

    def _remove(self) -> None:
        if not self.folder.exists():
            return
        say("The Python environment is unfinished or out of date; it is made anew.")
        try:
            shutil.rmtree(self.folder)
        except OSError as error:
            sentence = f"{self.folder} cannot be removed: {error}. Close programs that use it and run again."
            raise SetUpError(sentence, 4) from error

    def _install(self) -> None:
        uv = shutil.which("uv")
        wheels = ["--require-hashes", "--only-binary", ":all:", "-r", str(self.lock)]
        if uv and answer([uv, "--version"]):
            done = subprocess.run([uv, "pip", "install", "-q", "--python", str(self.python), *wheels], check=False)
            if done.returncode == 0:
                return
            say("uv could not install the packages; pip tries.")
        quiet = [] if sys.stderr.isatty() else ["-q"]
        pip = [str(self.python), "-m", "pip", "install", "--disable-pip-version-check", "--no-input", *quiet]
        if subprocess.run([*pip, *wheels], stdout=sys.stderr, check=False).returncode != 0:
            raise SetUpError(
                "The Python packages could not be installed; the lines above say why. "
                "Check the network or the package mirror and run this command again: it goes on from here.",
                4,
            )


def require_ensurepip(python: list[str]) -> None:
    """Debian ships `venv` without `ensurepip`: install the package as root, else name it and stop."""
    if answer([*python, "-c", "import ensurepip; print('yes')"]) == "yes":
        return
    found = version(python) or OLDEST
    package = f"python{found[0]}.{found[1]}-venv"
    root = setup_libraries.is_root()
    if setup_libraries.is_debian(setup_libraries.release()):
        if root and setup_libraries.apt_install([package]):
            return
        raise SetUpError(
            f"This Python cannot make environments. Run this line, then the command again:\n  "
            f"{setup_libraries.apt_line([package], root=root)}",
            3,
        )
    raise SetUpError("This Python has no ensurepip. Install the venv package of your system and run again.", 3)


@contextlib.contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold a file lock that the system releases when the process ends, however it ends."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b") as file:
        _wait_for(file.fileno())
        yield


def _wait_for(descriptor: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        while True:
            try:
                msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)  # gives up after ten tries of a second each
            except OSError:
                say("Another process prepares the environment; waiting for it.")
            else:
                return
    else:
        import fcntl

        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another process prepares the environment; waiting for it.")
            fcntl.flock(descriptor, fcntl.LOCK_EX)


def clean_environment(names: dict[str, str] | None = None) -> dict[str, str]:
    """The variables for a child process: without what would bend Python; Qt draws off screen where there is none."""
    result = {**(os.environ if names is None else names)}
    for name in ("PYTHONHOME", "PYTHONPATH", "__PYVENV_LAUNCHER__"):
        result.pop(name, None)
    if sys.platform.startswith("linux") and not (result.get("DISPLAY") or result.get("WAYLAND_DISPLAY")):
        result.setdefault("QT_QPA_PLATFORM", "offscreen")
    return result
