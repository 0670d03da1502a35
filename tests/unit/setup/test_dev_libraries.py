"""The system libraries of Qt: what is needed where, and the names and lines for Debian 12, 13 and Ubuntu."""

import importlib
from pathlib import Path
from types import ModuleType

import pytest

BUILD = Path(__file__).resolve().parents[3] / "build"


@pytest.fixture
def libraries(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(BUILD))
    return importlib.import_module("setup_libraries")


def test_window_libraries_are_asked_for_only_where_there_is_a_window(libraries: ModuleType) -> None:
    assert "libxcb-cursor.so.0" not in libraries.wanted({"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":0"})
    assert "libxcb-cursor.so.0" in libraries.wanted({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"})
    assert "libwayland-cursor.so.0" in libraries.wanted({"WAYLAND_DISPLAY": "wayland-0"})
    assert libraries.wanted({}) == libraries.ALWAYS


def test_an_absent_library_does_not_load(libraries: ModuleType) -> None:
    assert not libraries.loads("libpana-is-no-such-library.so.9")


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ('ID=debian\nVERSION_ID="12"\n', "libglib2.0-0"),
        ('ID=debian\nVERSION_ID="13"\n', "libglib2.0-0t64"),
        ("ID=debian\nVERSION_CODENAME=forky\n", "libglib2.0-0t64"),
        ('ID=ubuntu\nID_LIKE=debian\nVERSION_ID="22.04"\n', "libglib2.0-0"),
        ('ID=ubuntu\nID_LIKE=debian\nVERSION_ID="24.04"\n', "libglib2.0-0t64"),
    ],
)
def test_packages_have_the_names_of_the_release(libraries: ModuleType, tmp_path: Path, told: str, name: str) -> None:
    path = tmp_path / "os-release"
    path.write_text(told, encoding="utf-8")
    system = libraries.release(path)
    assert libraries.is_debian(system)
    assert libraries.package_names(["libglib2.0-0", "libegl1"], system) == ["libegl1", name]


def test_other_systems_are_not_taken_for_debian(libraries: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "os-release"
    path.write_text('ID=fedora\nVERSION_ID="41"\n', encoding="utf-8")
    assert not libraries.is_debian(libraries.release(path))
    assert libraries.release(tmp_path / "absent") == {}


def test_the_line_for_people_can_be_typed_as_it_stands(libraries: ModuleType) -> None:
    line = libraries.apt_line(["libegl1", "libgl1"], root=False)
    assert line == "sudo apt-get update && sudo apt-get install -y --no-install-recommends libegl1 libgl1"
    assert "sudo" not in libraries.apt_line(["libegl1"], root=True)
