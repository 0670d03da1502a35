"""The built program on trial: what is in it, how fast it starts, and that every part of it works away from its source.

Run `dev.py package` first. Needs no source and no environment of the program itself; a window on a real screen is
opened when Xvfb, xdotool and ImageMagick are there. Prints a line per trial; the exit code is 1 when one failed.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "build" / "out"
PROGRAM = OUT / "dist" / "pana" / ("pana.exe" if sys.platform == "win32" else "pana")
MOST_MB = 210
UNWANTED = ("libsqlite3", "Qt6Network", "Qt6Qml", "Qt6Quick", "_avif", "_webp", "libQt6Wayland", "sqldrivers")
NEEDED = (
    "resources/locale/kk", "resources/fonts/Inter-Regular.ttf", "resources/calendar", "resources/demo/names.json",
    "babel/locale-data/kk.dat", "babel/locale-data/ru.dat", "PySide6/Qt/translations/qtbase_kk.qm",
    "PySide6/Qt/translations/qtbase_ru.qm", "PySide6/Qt/plugins/platforms", "PySide6/Qt/plugins/imageformats",
    "licences/LGPL-3.0.txt", "licences/third-party.md",
)  # fmt: skip
SHOWN_S, FIRST_SHOWN_S = 20.0, 60.0


class Failed(Exception):
    """A trial that did not hold."""


class Trials:
    """Runs trials one after the other and remembers which failed."""

    def __init__(self) -> None:
        self.failed: list[str] = []

    def run(self, name: str, trial: Callable[[], str]) -> None:
        """One trial; its answer is what was measured."""
        try:
            print(f"ok      {name}: {trial()}", flush=True)
        except (Failed, OSError, subprocess.SubprocessError) as error:
            self.failed.append(name)
            print(f"FAILED  {name}: {error}", flush=True)


def need(held: bool, what: str) -> None:
    """Fail the trial unless something holds."""
    if not held:
        raise Failed(what)


class Built:
    """The program, a home of its own, and no trace of the source in its environment."""

    def __init__(self, program: Path, home: Path) -> None:
        self.program, self.home = program, home
        kept = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "XAUTHORITY")
        self.variables = {name: os.environ[name] for name in kept if name in os.environ}
        area = {"HOME": str(home), "XDG_DATA_HOME": str(home / "data"), "LOCALAPPDATA": str(home / "data")}
        self.variables |= area | {"QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}

    def call(self, *arguments: str, data: bytes = b"") -> tuple[float, subprocess.CompletedProcess[bytes]]:
        """Run it to its end: seconds, and what came out."""
        began = time.monotonic()
        done = subprocess.run(
            [str(self.program), *arguments],
            input=data,
            capture_output=True,
            env=self.variables,
            cwd=self.home,
            check=False,
            timeout=300,
        )
        return time.monotonic() - began, done

    def took(self, times: int, *arguments: str) -> str:
        """Median seconds of some runs that all succeed."""
        seconds = []
        for _ in range(times):
            spent, done = self.call(*arguments)
            need(done.returncode == 0, f"exit code {done.returncode}: {done.stderr.decode(errors='replace')[-300:]}")
            seconds.append(spent)
        return f"{median(seconds):.2f} s [{min(seconds):.2f}-{max(seconds):.2f}]"


# -- what is in it ----------------------------------------------------------------------------------------------------


def contents(folder: Path) -> str:
    """Size and number of files, what must be there, what must not."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    size = sum(path.stat().st_size for path in files) / 1e6
    names = [path.relative_to(folder).as_posix() for path in files]
    unwanted = [name for name in names if any(part in name for part in UNWANTED)]
    need(not unwanted, f"not wanted: {', '.join(unwanted[:5])}")
    inside = folder / "_internal"
    lacking = [
        name for name in NEEDED if not (inside / name).exists() and not (inside / name.replace("Qt/", "")).exists()
    ]
    need(not lacking, f"missing: {', '.join(lacking)}")
    need(size <= MOST_MB, f"{size:.0f} MB, more than {MOST_MB}")
    return f"{size:.0f} MB in {len(files)} files"


def libraries(folder: Path) -> str:
    """Every shared library that its libraries ask for is found (Linux)."""
    if not shutil.which("ldd"):
        return "not looked at: no ldd here"
    lacking: set[str] = set()
    count = 0
    for path in folder.rglob("*.so*"):
        if path.is_file() and not path.is_symlink():
            count += 1
            listed = subprocess.run(["ldd", str(path)], capture_output=True, text=True, check=False).stdout
            lacking |= {line.split()[0] for line in listed.splitlines() if "not found" in line}
    need(not lacking, f"not found: {', '.join(sorted(lacking))}")
    return f"{count} libraries, nothing missing on this computer"


# -- that it works ----------------------------------------------------------------------------------------------------


def smoke(built: Built) -> str:
    """The whole way without a screen."""
    spent, done = built.call("--smoke")
    need(done.returncode == 0, f"exit code {done.returncode}: {done.stderr.decode(errors='replace')[-300:]}")
    answer = json.loads(done.stdout)
    need(answer["smoke"] == "passed" and answer["cipher"], f"answered {answer}")
    return f"{spent:.2f} s; SQLCipher {answer['cipher']}, PDF {answer['pdf_bytes']:,} bytes, {answer['bundles']} bundle"


def languages(built: Built) -> str:
    """Help in three languages."""
    said = {}
    for language in ("kk", "ru", "en"):
        _, done = built.call("--lang", language, "--help")
        need(done.returncode == 0, f"{language}: exit code {done.returncode}")
        said[language] = done.stdout.decode("utf-8")
    need(len(set(said.values())) == 3 and "қ" in said["kk"] and "ы" in said["ru"], "the three are not three languages")
    return "kk, ru, en"


def pictures(built: Built, folder: Path) -> str:
    """The limited child that decodes strangers' pictures is the program itself."""
    portrait = next((folder / "_internal" / "resources" / "demo").glob("portrait-*.jpg")).read_bytes()
    _, done = built.call("--imaging-child", data=portrait)
    need(done.stdout.startswith(b"ready\nok\n\xff\xd8\xff"), f"answered {done.stdout[:40]!r}")
    _, done = built.call("--imaging-child", data=b"no picture at all")
    need(not done.stdout.startswith(b"ready\nok"), "took what is no picture")
    return "a portrait becomes a photo, rubbish does not"


def elsewhere(program: Path, home: Path) -> str:
    """A copy in a folder with blanks and Cyrillic letters works."""
    place = home / "Менің Пана бағдарламам"
    shutil.copytree(program.parent, place, symlinks=True)
    (home / "үй").mkdir()
    try:
        return smoke(Built(place / program.name, home / "үй"))
    finally:
        shutil.rmtree(place)


def without_screen(built: Built) -> str:
    """The demo office opens offscreen and stays open without a complaint."""
    with started(built, "offscreen") as (process, log):
        deadline = time.monotonic() + FIRST_SHOWN_S
        marker = built.home / "data" / "pana-demo" / "complete.json"
        while not marker.is_file():
            need(process.poll() is None and time.monotonic() < deadline, f"no demo office: {log.read_text()[-300:]}")
            time.sleep(0.1)
        time.sleep(3)
        need(process.poll() is None, f"ended by itself: {log.read_text()[-300:]}")
        complaints = [
            line for line in log.read_text().splitlines() if "propagateSizeHints" not in line and "of " not in line
        ]
        need(not complaints, "; ".join(complaints[:3]))
    return "open for three seconds, nothing complained"


@contextmanager
def started(built: Built, platform: str, **more: str) -> Iterator[tuple[subprocess.Popen[bytes], Path]]:
    """The demo office, running, and the file it writes its complaints to."""
    log = built.home / "window.log"
    with log.open("wb") as sink:
        variables = {**built.variables, "QT_QPA_PLATFORM": platform, **more}
        process = subprocess.Popen(
            [str(built.program), "demo-office"], env=variables, cwd=built.home, stdout=sink, stderr=sink
        )
        try:
            yield process, log
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


@contextmanager
def screen() -> Iterator[str]:
    """A screen in memory; its name."""
    reads, writes = os.pipe()
    command = ["Xvfb", "-displayfd", str(writes), "-screen", "0", "1440x900x24", "-noreset"]
    server = subprocess.Popen(command, pass_fds=(writes,), stderr=subprocess.DEVNULL)
    os.close(writes)
    try:
        with os.fdopen(reads) as told:
            yield ":" + told.readline().strip()
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait()


def on_screen(built: Built) -> str:
    """Seconds from the start to the window, on a real screen, and its picture."""
    if not all(map(shutil.which, ("Xvfb", "xdotool", "import"))):
        return "not tried: needs Xvfb, xdotool and ImageMagick"
    shown = []
    with screen() as display:
        for _ in range(3):
            with started(built, "xcb", DISPLAY=display) as (process, log):
                shown.append(_until_window(process, log, display))
                time.sleep(1.5)
                need(process.poll() is None, f"ended by itself: {log.read_text()[-300:]}")
                picture = OUT / "package-window.png"
                subprocess.run(["import", "-display", display, "-window", "root", str(picture)], check=True)
    return f"{median(shown):.2f} s [{min(shown):.2f}-{max(shown):.2f}]; picture in {picture.relative_to(ROOT)}"


def _until_window(process: subprocess.Popen[bytes], log: Path, display: str) -> float:
    began = time.monotonic()
    look = ["xdotool", "search", "--onlyvisible", "--name", "."]
    while True:
        found = subprocess.run(look, env={**os.environ, "DISPLAY": display}, capture_output=True, check=False)
        if found.stdout.strip():
            return time.monotonic() - began
        need(process.poll() is None, f"ended by itself: {log.read_text()[-300:]}")
        need(time.monotonic() - began < SHOWN_S, "no window came")
        time.sleep(0.01)


def main() -> int:
    """Run all trials."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=Path, default=PROGRAM, help="the built program")
    program = parser.parse_args().program.resolve()
    if not program.is_file():
        print(f"There is no {program.name}; run `python3 build/dev.py package` first.")
        return 2
    trials, folder = Trials(), program.parent
    with tempfile.TemporaryDirectory(prefix="pana-package-") as place:
        built = Built(program, Path(place))
        trials.run("contents", lambda: contents(folder))
        trials.run("libraries", lambda: libraries(folder))
        trials.run("start and end (--version)", lambda: built.took(5, "--version"))
        trials.run("smoke", lambda: smoke(built))
        trials.run("languages", lambda: languages(built))
        trials.run("pictures", lambda: pictures(built, folder))
        trials.run("another folder", lambda: elsewhere(program, Path(place)))
        trials.run("window without a screen", lambda: without_screen(built))
        trials.run("window on a screen", lambda: on_screen(built))
    return 1 if trials.failed else 0


if __name__ == "__main__":
    sys.exit(main())
