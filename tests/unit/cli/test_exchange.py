"""Keys and bundles by the command line: from an office to the centre, and what is refused on the way."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.offices import make_store


@pytest.fixture
def centre(tmp_path: Path) -> Path:
    folder = tmp_path / "centre"
    make_store(folder, office="CEN00", kind="centre").close()
    return folder


def _enrolled(pana: Callable, office: Path, centre: Path, folder: Path) -> None:
    secret = folder / "authority"
    secret.write_text("authority\n", encoding="utf-8")
    asked = pana("enrol", "request", "--store", office, "--demo", "--out", folder / "request", "--json")
    given = pana(
        "enrol", "certify", folder / "request", "--store", centre, "--demo", "--ca-passphrase-file", secret,
        "--out", folder / "response", "--json",
    )  # fmt: skip
    assert asked.data["fingerprint"] == given.data["fingerprint"], "the officers compare the same characters"
    assert pana("enrol", "install", folder / "response", "--store", office, "--demo").code == 0


def test_a_bundle_goes_to_the_centre_and_once_more_changes_nothing(
    office: Path, centre: Path, pana: Callable, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    early = pana("export", "--store", office, "--demo", "--to", stick, "--json")
    assert (early.code, early.data["error"]["code"]) == (1, "exchange.not_enrolled")
    _enrolled(pana, office, centre, tmp_path)
    assert pana("export", "--store", office, "--demo", "--to", stick, "--json").data["written"][0]["entries"] > 0
    taken = pana("import", stick, "--store", centre, "--demo", "--json").data["imported"]
    assert [(one["status"], one["cases_new"]) for one in taken] == [("imported", 2)]
    again = pana("import", stick, "--store", centre, "--demo")
    assert again.code == 0 and "nothing changed" in again.out
    assert pana("list", "--store", centre, "--demo", "--json").data["count"] == 5


def test_a_damaged_bundle_is_a_sentence(office: Path, centre: Path, pana: Callable, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    _enrolled(pana, office, centre, tmp_path)
    pana("export", "--store", office, "--demo", "--to", stick)
    (bundle,) = stick.rglob("*.akb")
    data = bytearray(bundle.read_bytes())
    data[len(data) // 2] ^= 1
    bundle.write_bytes(data)
    said = pana("import", bundle, "--store", centre, "--demo", "--json")
    assert said.code == 1
    assert said.data["error"]["code"].startswith("sync.")
    assert pana("list", "--store", centre, "--demo", "--json").data["count"] == 0


def test_a_place_that_is_not_there_is_a_sentence(office: Path, pana: Callable, tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere"
    for command in (("export", "--to", nowhere), ("import", nowhere)):
        said = pana(*command, "--store", office, "--demo", "--json")
        assert said.data["error"]["code"] == "cli.no_folder"
    said = pana("enrol", "install", nowhere, "--store", office, "--demo", "--json")
    assert said.data["error"]["code"] == "cli.file_unreadable"
