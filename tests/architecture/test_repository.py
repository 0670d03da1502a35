"""What no file of the repository may hold, and what the lock must."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
# written apart, so that this file does not find itself
HOSTS = re.compile(r"pypi" r"\.org|pythonhosted" r"\.org|npmjs" r"\.(?:org|com)|registry\.yarn" r"pkg", re.IGNORECASE)
MACHINE = re.compile(r"(?<![\w.\-/>~}])/(?:work|root)/" + r"(?=\w|\.)")


def _lines(files: list[Path]) -> Iterator[tuple[str, str]]:
    for path in files:
        raw = path.read_bytes()
        if b"\0" not in raw[:4096]:
            for number, line in enumerate(raw.decode("utf-8", errors="replace").splitlines(), 1):
                yield f"{path.relative_to(ROOT).as_posix()}:{number}", line


def test_no_file_names_a_machine_or_a_package_registry(repository: list[Path]) -> None:
    found = [
        f"{place}: {line.strip()[:100]}"
        for place, line in _lines(repository)
        if HOSTS.search(line) or MACHINE.search(line) or f"{ROOT}/" in line
    ]
    assert not found, "\n".join(found)


def _locked() -> dict[str, str]:
    text = (ROOT / "build" / "requirements.lock").read_text(encoding="utf-8")
    rows = re.findall(r"^([A-Za-z0-9._-]+)==([^ ;\\\n]+)", text, re.MULTILINE)
    return {canonicalize_name(name): version for name, version in rows}


def test_the_lock_satisfies_everything_pyproject_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    locked = _locked()
    wrong = [
        asked
        for asked in [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
        if not Requirement(asked).specifier.contains(locked.get(canonicalize_name(Requirement(asked).name), "0.0.0"))
        or canonicalize_name(Requirement(asked).name) not in locked
    ]
    assert not wrong, f"run `python3 build/dev.py lock`: {wrong}"


def test_every_locked_package_has_digests_and_no_address() -> None:
    text = (ROOT / "build" / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in text
    blocks = re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE)
    bare = [block.split("==")[0] for block in blocks if "==" in block and "--hash=sha256:" not in block]
    assert not bare, bare


def test_the_build_folder_is_no_package() -> None:
    assert not list((ROOT / "build").rglob("__init__.py"))
