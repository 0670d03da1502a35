"""The commands of build/dev.py that need no environment: usage, wrong words, missing scripts."""

import subprocess
import sys
from pathlib import Path

import pytest

DEV = Path(__file__).resolve().parents[3] / "build" / "dev.py"


def dev(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(DEV), *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def test_help_names_every_command_and_is_no_failure() -> None:
    done = dev("--help")
    assert done.returncode == 0
    for command in ("run", "test", "check", "bench", "campaign", "pictures", "package", "prepare", "lock"):
        assert f"\n  {command} " in done.stdout


@pytest.mark.parametrize(
    "arguments", [(), ("fly",), ("bench", "no-such-bench"), ("campaign", "no-such"), ("campaign",)]
)
def test_a_wrong_word_ends_with_two_and_no_trace(arguments: tuple[str, ...]) -> None:
    done = dev(*arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stdout + done.stderr
