"""A real process registers families and is killed at random moments: nothing that it acknowledged is ever lost."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_ten_kills_lose_nothing_acknowledged_and_leave_a_whole_store() -> None:
    command = [sys.executable, str(ROOT / "build" / "campaigns" / "crash.py"), "--kills", "10", "--seed", "11"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=300, check=False)
    reports = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == ""
    kills = [report for report in reports if "kill" in report]
    assert len(kills) == 10
    assert kills[-1]["all"] > 10
