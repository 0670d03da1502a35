"""Kill the program while it registers families, again and again, and see that nothing acknowledged is ever lost.

`python build/campaigns/crash.py [--short] [--kills N] [--seed S]` (300 kills, 20 with --short). One line of JSON per
kill; exit code 1 as soon as an acknowledged registration is missing, or a store does not verify.
"""

import argparse
import json
import os
import random
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
USER, PASSPHRASE = "clerk", "demo"


class Lost(Exception):
    """Something acknowledged is not there, or the store is damaged."""


def child(folder: Path, seed: int) -> None:
    """Register families without end and say each number once it is on the disk; issue a paper now and then."""
    from app.domain.commands import RegisterApplication
    from app.services.acts import perform
    from app.services.demo_people import People
    from app.store.rows import cases
    from app.store.store import open_store

    store = open_store(folder, USER, PASSPHRASE)
    actor, chance = store.actor(USER), random.Random(seed)
    today = store.clock.today()
    people = People(seed, "750000000", today)
    _say(ready=True)
    while True:
        family = people.family(chance.randrange(1, 7), today)
        done = perform(store, actor, RegisterApplication(applicants=family, late_reason="кезек")).cases
        with store.reading() as connection:
            _say(numbers=[cases.case_state(connection, case).number for case in done])
        if chance.random() < 0.1:
            from app.services import papers  # heavy, and most runs end before it is needed

            issued = papers.issue(store, actor, done[0], "referral_iab_stay")
            _say(paper=issued.paper.blob.h)


def _say(**words: object) -> None:
    sys.stdout.write(json.dumps(words) + "\n")
    sys.stdout.flush()


def make(folder: Path) -> None:
    """A test store of a regional akimat."""
    from app.store import kdf
    from app.store.store import NewStore, create

    new = NewStore("test", "region", "ALA", "ALA01", 1, "Басқарма", "Управление", USER, "Айнұр Омарова")
    create(folder, new, PASSPHRASE, kdf.TEST_KDF).store.close()


def campaign(folder: Path, kills: int, seed: int) -> Iterator[dict[str, object]]:
    """Kill after kill on one store; what was acknowledged before stays acknowledged."""
    make(folder)
    chance = random.Random(seed)
    numbers: set[str] = set()
    blobs: set[str] = set()
    for kill in range(1, kills + 1):
        before = len(numbers)
        _run_and_kill(folder, chance, numbers, blobs)
        started = time.monotonic()
        entries, unacknowledged = inspect(folder, numbers, blobs)
        yield {
            "kill": kill, "acknowledged": len(numbers) - before, "all": len(numbers), "papers": len(blobs),
            "entries": entries, "committed_unacknowledged": unacknowledged,
            "checked_ms": round((time.monotonic() - started) * 1000),
        }  # fmt: skip


def _run_and_kill(folder: Path, chance: random.Random, numbers: set[str], blobs: set[str]) -> None:
    command = [sys.executable, __file__, "--child", str(folder), "--seed", str(chance.randrange(1 << 30))]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT)
    assert process.stdout is not None
    try:
        heard = _listen(process.stdout, chance.randrange(0, 12), chance.random() * 0.03)
    finally:
        process.send_signal(signal.SIGKILL)
        rest, errors = process.communicate()
    if process.returncode != -signal.SIGKILL:
        raise Lost(f"the child ended by itself: {errors.decode()[-2000:]}")
    for line in (heard + rest).splitlines(keepends=True):
        if line.endswith(b"\n"):
            said = json.loads(line)
            numbers.update(said.get("numbers", ()))
            blobs.update([said["paper"]] if "paper" in said else ())


def _listen(stream: IO[bytes], lines: int, extra_s: float) -> bytes:
    """Hear the child out for some lines and a moment more, so that the kill falls anywhere in an act."""
    heard = b"".join(stream.readline() for _ in range(lines + 1))
    select.select([], [], [], extra_s)
    return heard


def inspect(folder: Path, numbers: set[str], blobs: set[str]) -> tuple[int, int]:
    """Open the store after a kill: everything acknowledged is there, everything there is whole.

    Gives the entries of the journal, and the applications that were committed but never acknowledged.
    """
    from app.store.rebuild import verify
    from app.store.rows import cases
    from app.store.store import open_store

    store = open_store(folder, USER, PASSPHRASE)
    try:
        verdict = verify(store)
        if verdict.problems:
            raise Lost(f"damaged: {verdict.problems[:5]}")
        with store.reading() as connection:
            rows = cases.rows_by_id(connection, cases.list_ids(connection, cases.Filter(place="applicant")))
        listed = [row.number for row in rows]
        if len(set(listed)) != len(listed):
            raise Lost("a number was given twice")
        if missing := numbers - set(listed):
            raise Lost(f"acknowledged and gone: {sorted(missing)}")
        with store.reading() as connection:
            states = [cases.case_state(connection, row.case) for row in rows]
            if any(len(cases.family_cases(connection, s)) != sum(bool(r.case) for r in s.relatives) for s in states):
                raise Lost("half a family was registered")
        if any(not store.blobs.has(h) for h in blobs) or store.blobs.check():
            raise Lost("an issued paper is gone or damaged")
        return verdict.entries, len(set(listed) - numbers)
    finally:
        store.close()


def main() -> int:
    """Run the campaign, or be the child that is killed."""
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    options.add_argument("--short", action="store_true", help="20 kills instead of 300")
    options.add_argument("--kills", type=int, default=0)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    asked = options.parse_args()
    if asked.child:
        child(asked.child, asked.seed)
        return 0
    kills = asked.kills or (20 if asked.short else 300)
    started = datetime.now(UTC)
    with tempfile.TemporaryDirectory(prefix="pana-crash-") as folder:
        try:
            for report in campaign(Path(folder) / "store", kills, asked.seed):
                print(json.dumps(report), flush=True)
        except Lost as lost:
            print(json.dumps({"lost": str(lost)}), flush=True)
            return 1
    print(json.dumps({"kills": kills, "seconds": round((datetime.now(UTC) - started).total_seconds(), 1)}))
    return 0


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main())
