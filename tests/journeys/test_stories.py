"""The acceptance stories run through the same services as the screens, and check themselves."""

from pathlib import Path

import pytest

from app.services import stories

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "tests" / "stories").glob("*.jsonl"))


def test_the_stories_of_the_issue_are_there() -> None:
    wanted = {"g-01", "g-06", "g-07", "g-10", "g-13", "g-14", "g-19"}
    assert wanted <= {path.name[:4] for path in FILES}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_story_goes_as_it_says(path: Path, tmp_path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    results: list[stories.Result] = []
    played = stories.play(lines, tmp_path, results.append)
    assert played == len(results) == len(lines)
    assert all(result.get("expected", True) for result in results)
