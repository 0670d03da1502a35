"""The pages about stories and commands say what the program knows."""

from pathlib import Path

from app.cli.main import COMMANDS as PROGRAM
from app.domain.commands import COMMANDS
from app.services import story_checks, story_words

DOCS = Path(__file__).resolve().parents[3] / "docs"


def test_the_vocabulary_of_stories_is_that_of_the_program() -> None:
    page = (DOCS / "stories.md").read_text(encoding="utf-8")
    _, _, listed = page.partition("<!-- vocabulary -->\n")
    assert listed == story_words.vocabulary(), "run `python -m app run --vocabulary` and put it into docs/stories.md"
    for name in (*COMMANDS, *story_words.LINES):
        assert f"#### `{name}`" in listed


def test_everything_that_a_check_can_ask_is_explained() -> None:
    page, _, _ = (DOCS / "stories.md").read_text(encoding="utf-8").partition("## Vocabulary")
    missing = [key for key in (*story_checks.OF_CASE, *story_checks.OF_OFFICE) if f"`{key}`" not in page]
    assert not missing


def test_every_command_of_the_program_has_its_place_on_the_page() -> None:
    page = (DOCS / "commands.md").read_text(encoding="utf-8")
    missing = [name for name in (*PROGRAM, "demo-office", "--smoke") if f"`{name}" not in page]
    assert not missing
