"""Looking for bundles on a stick, and copying them to the inbox."""

import hashlib
import os

from app.sync import limits, stick
from tests.unit.sync import exchange_world as w

GOOD = "AKB-ALA01S2-CEN00S1-000042-P01.akb"


def _put(path, size=1000):
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"x" * size)
    return path


def test_52_only_plain_files_with_the_name_of_a_bundle_are_seen(tmp_path):
    good = _put(tmp_path / "AKB" / GOOD)
    beside = _put(tmp_path / "AKB-SHY01S1-CEN00S1-000001-P12.akb")
    for name in (
        GOOD + " ", GOOD + ".", "CON", "con.akb", GOOD.lower(), "x" + GOOD, GOOD + ".part", "~" + GOOD,
        "AKB-ALA01S2-CEN00S1-42-P01.akb", GOOD.replace("42-P", "42\n-P"), ".hidden",
    ):  # fmt: skip
        _put(tmp_path / "AKB" / name)
    (tmp_path / "AKB" / GOOD.replace("42", "43")).mkdir()
    (tmp_path / "AKB" / GOOD.replace("42", "44")).symlink_to(good)
    os.mkfifo(tmp_path / "AKB" / GOOD.replace("42", "45"))
    _put(tmp_path / "AKB" / GOOD.replace("42", "46"), limits.FILE_BYTES_MIN - 1)
    with _put(tmp_path / "AKB" / GOOD.replace("42", "47")).open("r+b") as stream:
        stream.truncate(limits.FILE_BYTES_MAX + 1)
    _put(tmp_path / "other" / GOOD)
    found = stick.scan(tmp_path)
    assert [one.path for one in found.bundles] == [good, beside]
    assert not found.more


def test_52_at_most_a_thousand_of_a_hundred_thousand_files(tmp_path):
    for at in range(limits.STICK_FILES + 5):
        _put(tmp_path / GOOD.replace("000042", f"{at:06}"), 300)
    for at in range(20_000):
        os.close(os.open(tmp_path / f"photo{at}.jpg", os.O_CREAT | os.O_WRONLY))
    found = stick.scan(tmp_path)
    assert len(found.bundles) == limits.STICK_FILES
    assert found.more
    assert found.bundles[0].path.name == GOOD.replace("000042", "000000")


def test_52_a_link_in_place_of_the_folder_is_not_followed(tmp_path):
    _put(tmp_path / "elsewhere" / GOOD)
    (tmp_path / "stick").mkdir()
    (tmp_path / "stick" / "AKB").symlink_to(tmp_path / "elsewhere")
    assert stick.scan(tmp_path / "stick").bundles == ()


def test_53_programs_on_the_stick_are_reported_and_never_opened(tmp_path):
    for name in ("autorun.inf", "Photos.lnk", "SETUP.EXE", "list.txt"):
        _put(tmp_path / name).chmod(0)
    assert stick.scan(tmp_path).programs == ("Photos.lnk", "SETUP.EXE", "autorun.inf")


def test_a_folder_that_is_gone_or_is_a_file(tmp_path):
    assert w.refused(lambda: stick.scan(tmp_path / "gone")) == "sync.not_a_folder"
    assert w.refused(lambda: stick.scan(_put(tmp_path / "file"))) == "sync.not_a_folder"


def test_a_bundle_is_copied_under_its_digest_and_the_same_one_comes_once(tmp_path):
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    path = w.export(tmp_path, w.entries(3)).path
    steps = []
    first = stick.copy_to_inbox(path, inbox, progress=lambda done, total: steps.append((done, total)))
    assert first.name == hashlib.sha256(path.read_bytes()).hexdigest() + ".akb"
    assert steps[-1] == (path.stat().st_size, path.stat().st_size)
    path.rename(path.with_name(GOOD.replace("42", "99")))
    assert stick.copy_to_inbox(path.with_name(GOOD.replace("42", "99")), inbox) == first
    assert [one.name for one in inbox.iterdir()] == [first.name]
    assert w.Memory().take(first) == (3, 0, 0)


def test_what_is_no_bundle_is_not_copied(tmp_path):
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    path = w.export(tmp_path, w.entries(3)).path
    link = tmp_path / GOOD
    link.symlink_to(path)
    assert w.refused(lambda: stick.copy_to_inbox(link, inbox)) == "sync.not_a_file"
    assert w.refused(lambda: stick.copy_to_inbox(tmp_path, inbox)) == "sync.not_a_file"
    assert w.refused(lambda: stick.copy_to_inbox(tmp_path / "gone", inbox)) == "sync.media_lost"
    assert w.refused(lambda: stick.copy_to_inbox(_put(tmp_path / "tiny", 5), inbox)) == "sync.bundle_format"
    assert w.refused(lambda: stick.copy_to_inbox(path, inbox, cancelled=lambda: True)) == "sync.cancelled"
    assert list(inbox.iterdir()) == []
