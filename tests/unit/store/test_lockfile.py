import subprocess
import sys
from pathlib import Path

import pytest

from app.base.errors import Trouble
from app.store.lockfile import StoreLock

ROOT = Path(__file__).resolve().parents[3]
HOLDER = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from app.base.errors import Trouble
from app.store.lockfile import StoreLock
try:
    lock = StoreLock(Path(sys.argv[1]))
except Trouble as trouble:
    print(trouble.condition, flush=True)
    sys.exit(1)
print("held", flush=True)
sys.stdin.read()
"""


def holder(folder):
    return subprocess.Popen(
        [sys.executable, "-B", "-c", HOLDER, str(folder), str(ROOT)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def condition(folder):
    with pytest.raises(Trouble) as caught:
        StoreLock(folder)
    return caught.value.condition


@pytest.mark.parametrize("end", ["exit", "kill"])
def test_a_second_process_is_refused_until_the_first_ends_or_is_killed(tmp_path, end):
    with holder(tmp_path) as process:
        assert process.stdout.readline() == "held\n"
        assert condition(tmp_path) == "store.in_use"
        process.kill() if end == "kill" else process.stdin.close()
        process.wait()
    with StoreLock(tmp_path):
        pass


def test_the_lock_of_this_process_refuses_another_one_and_a_second_here(tmp_path):
    with StoreLock(tmp_path) as lock:
        assert condition(tmp_path) == "store.in_use"
        with holder(tmp_path) as process:
            assert process.stdout.readline() == "store.in_use\n"
        lock.release()
        lock.release()
        with StoreLock(tmp_path):
            assert condition(tmp_path) == "store.in_use"


def test_two_stores_do_not_disturb_each_other_and_a_missing_folder_is_said(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    with StoreLock(tmp_path / "a"), StoreLock(tmp_path / "b"):
        assert condition(tmp_path / "c") == "store.missing"
