"""Every command of a developer: `python3 build/dev.py COMMAND`. Runs on a bare Python 3.11, standard library only.

What each command does is in COMMANDS. The first one prepares the machine (`setup_libraries.py`) and the Python
environment (`setup_environment.py`). Exit codes: 0 done, 2 wrong command, 3 the machine lacks something, 4 set-up
failed, 130 interrupted, otherwise that of the program that was run.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import setup_libraries
from setup_environment import ROOT, Environment, SetUpError, clean_environment, held, say

HERE = ROOT / "build"
OUT = HERE / "out"
ENVIRONMENT = Environment()


def prepare(variables: dict[str, str]) -> None:
    """System libraries first, then the Python environment."""
    _prepare_libraries(variables)
    ENVIRONMENT.ensure()


def _prepare_libraries(variables: dict[str, str]) -> None:
    lacking = setup_libraries.missing(variables)
    system = setup_libraries.release()
    debian = setup_libraries.is_debian(system)
    packages = setup_libraries.package_names(list(lacking.values()), system)
    if debian and importlib.util.find_spec("ensurepip") is None and not ENVIRONMENT.is_ready():
        packages.append(f"python{sys.version_info[0]}.{sys.version_info[1]}-venv")
    if not packages:
        return
    if not debian:
        raise SetUpError("Qt needs libraries that this system lacks: " + ", ".join(sorted(lacking)), 3)
    say("Debian packages that are needed and that this machine lacks: " + " ".join(packages))
    root = setup_libraries.is_root()
    if root:
        with held(ENVIRONMENT.guard):
            installed = setup_libraries.apt_install(packages)
        if installed and not setup_libraries.missing(variables):
            return
    line = setup_libraries.apt_line(packages, root=root)
    raise SetUpError(f"Run this line, then the command again:\n  {line}", 3)


def python(*arguments: str, variables: dict[str, str] | None = None, cwd: Path | None = ROOT) -> int:
    """Run the environment's Python and give its exit code; Ctrl-C reaches it too, so wait for its own end."""
    with subprocess.Popen(
        [str(ENVIRONMENT.python), *arguments], env=variables or clean_environment(), cwd=cwd
    ) as child:
        while True:
            try:
                code = child.wait()
            except KeyboardInterrupt:
                continue
            return code if code >= 0 else 128 - code


def _run(arguments: list[str]) -> int:
    variables = clean_environment()
    prepare(variables)
    if not arguments and variables.get("QT_QPA_PLATFORM") == "offscreen":
        say("No screen is used: the program runs without a window. Ctrl-C ends it.")
    # -P and PYTHONPATH instead of a change of folder: paths in ARGS are those of the person who typed them
    variables["PYTHONPATH"] = str(ROOT)
    command = ["-P", "-m", "app", *(arguments or ["demo-office"])]
    if os.name == "posix":
        os.execve(ENVIRONMENT.python, [str(ENVIRONMENT.python), *command], variables)
    return python(*command, variables=variables, cwd=None)


def _test(arguments: list[str]) -> int:
    variables = {**clean_environment(), "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    prepare(variables)
    serial = any(re.match(r"(-n|--numprocesses|--dist|--pdb|-pno:xdist|no:xdist)", word) for word in arguments)
    return python("-m", "pytest", *([] if serial else ["-n", "2"]), *arguments, variables=variables)


def _check(_arguments: list[str]) -> int:
    ENVIRONMENT.ensure()
    contracts = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
    steps = {
        "ruff check": ["-m", "ruff", "check", "."],
        "ruff format": ["-m", "ruff", "format", "--check", "."],
        "mypy": ["-m", "mypy"],
        "import contracts": ["-c", contracts],
    }
    failed = []
    for name, step in steps.items():
        say(f"== {name}")
        if python(*step) != 0:
            failed.append(name)
    say("Check failed: " + ", ".join(failed) if failed else "Check passed.")
    return 1 if failed else 0


def _scripts(folder: str, names: list[str]) -> list[Path]:
    """Scripts of a folder under build/ by their names, all of them when none is named."""
    known = {path.stem: path for path in sorted((HERE / folder).glob("*.py")) if not path.name.startswith("_")}
    unknown = [name for name in names if name not in known]
    if unknown:
        raise SetUpError(f"There is no {unknown[0]} in build/{folder}. Known: {', '.join(known) or 'none'}.", 2)
    return [known[name] for name in names] if names else list(known.values())


def _script(path: Path, arguments: list[str], variables: dict[str, str]) -> int:
    return python(str(path), *arguments, variables={**variables, "PYTHONPATH": str(ROOT)})


def _bench(arguments: list[str]) -> int:
    variables = clean_environment()
    chosen = _scripts("bench", [word for word in arguments if not word.startswith("-")])
    options = [word for word in arguments if word.startswith("-")]
    prepare(variables)
    failed = [path.stem for path in chosen if _script(path, options, variables) != 0]
    if failed:
        say("Benchmarks that failed: " + ", ".join(failed))
    return 1 if failed else 0


def _campaign(arguments: list[str]) -> int:
    variables = clean_environment()
    if not arguments:
        raise SetUpError(f"Name one of: {', '.join(path.stem for path in _scripts('campaigns', [])) or 'none'}.", 2)
    [chosen] = _scripts("campaigns", arguments[:1])
    prepare(variables)
    return _script(chosen, arguments[1:], variables)


def _pictures(arguments: list[str]) -> int:
    variables = clean_environment()
    prepare(variables)
    return _script(HERE / "pictures.py", arguments, variables)


def _package(arguments: list[str]) -> int:
    variables = clean_environment()
    if sys.platform.startswith("linux") and not (shutil.which("objdump") and shutil.which("strip")):
        raise SetUpError("PyInstaller needs objdump and strip; install them (on Debian: apt-get install binutils).", 3)
    prepare(variables)
    places = ["--workpath", str(OUT / "work"), "--distpath", str(OUT / "dist")]
    code = python("-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *places, *arguments, "installer.spec")
    if code != 0:
        say("PyInstaller failed; the lines above say why.")
        return code
    folder = OUT / "dist" / "pana"
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    say(f"Built {folder.relative_to(ROOT)}: {size / 1e6:.0f} MB. Starting it once.")
    program = folder / ("pana.exe" if sys.platform == "win32" else "pana")
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="pana-smoke-") as elsewhere:
        smoke = subprocess.run(
            [str(program), "--smoke"], env={**variables, "QT_QPA_PLATFORM": "offscreen"}, cwd=elsewhere, check=False
        )
    say(f"The built program ended with {smoke.returncode} after {time.monotonic() - began:.1f} s.")
    return smoke.returncode if smoke.returncode >= 0 else 128 - smoke.returncode


def _lock(arguments: list[str]) -> int:
    """Resolve pyproject.toml for Linux and Windows; pins stay as they are unless `--upgrade` is given."""
    import venv

    tools = OUT / "lock-tools"
    place = tools / ("Scripts" if sys.platform == "win32" else "bin")
    if not list(place.glob("uv*")):
        venv.create(tools, with_pip=True, clear=True)
        subprocess.run([str(next(place.glob("python*"))), "-m", "pip", "install", "-q", "uv"], check=True)
    options = ["--group", "dev", "--universal", "--python-version", "3.11", "--generate-hashes", "--no-header", "-q"]
    target = ENVIRONMENT.lock
    compiled = ["pip", "compile", "pyproject.toml", *options, "--no-emit-index-url", "-o", str(target), *arguments]
    code = subprocess.run([str(place / "uv"), *compiled], cwd=ROOT, check=False).returncode
    if code == 0:
        lines = target.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in lines if "://" not in line and not line.startswith("--")]
        head = "# Made by `python3 build/dev.py lock` from pyproject.toml: Linux and Windows, Python 3.11 and newer.\n"
        target.write_text(head + "".join(line for line in kept if line != head), encoding="utf-8")
    return code


def _prepare(_arguments: list[str]) -> int:
    prepare(clean_environment())
    say("Ready.")
    return 0


COMMANDS: dict[str, tuple[Callable[[list[str]], int], str]] = {
    "run": (_run, "[ARGS]   prepare, then `python -m app ARGS`; without ARGS the demo office opens"),
    "test": (_test, "[ARGS]   prepare, then pytest ARGS, two at a time unless ARGS say otherwise"),
    "check": (_check, "         lint, format, types and import contracts"),
    "bench": (_bench, "[NAME]   the benchmarks of build/bench"),
    "campaign": (_campaign, "NAME [ARGS]   one long-running trial of build/campaigns"),
    "pictures": (_pictures, "         screenshots for docs/pictures"),
    "package": (_package, "         the one-folder program in build/out/dist, and one start of it"),
    "prepare": (_prepare, "         only make the machine ready"),
    "lock": (_lock, "[--upgrade]   renew build/requirements.lock from pyproject.toml"),
}


def usage() -> str:
    """The commands, one a line."""
    rows = [f"  {name:<9} {line}" for name, (_, line) in COMMANDS.items()]
    return "\n".join(["Usage: python3 build/dev.py COMMAND", *rows])


def main(arguments: list[str]) -> int:
    """Run one command and give its exit code."""
    if not arguments or arguments[0] in {"-h", "--help", "help"}:
        print(usage())
        return 0 if arguments else 2
    if arguments[0] not in COMMANDS:
        say(f"There is no command {arguments[0]}.\n{usage()}")
        return 2
    try:
        return COMMANDS[arguments[0]][0](arguments[1:])
    except SetUpError as error:
        say(str(error))
        return error.code
    except KeyboardInterrupt:
        say("Interrupted. Run the command again: it repairs what was left unfinished.")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
