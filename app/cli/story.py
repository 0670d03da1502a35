"""The command `run`: a story played in stores of its own, one JSON line per line of the story."""

import argparse
import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

from app.base.errors import Refusal, Trouble
from app.cli.output import Output
from app.services import stories, story_words


def run(args: argparse.Namespace, output: Output) -> int:
    """Play a story; 1 at the first line that goes another way than the story says."""
    if args.vocabulary:
        print(story_words.vocabulary(), end="")
        return 0
    if args.story is None:
        raise Refusal("cli.story_missing", field="story")
    lines = _lines(args.story)
    with _stores(args.stores) as folder:
        stories.play(lines, folder, output.row)
    return 0


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise Trouble("cli.file_unreadable", name=path.name) from error


@contextlib.contextmanager
def _stores(folder: Path | None) -> Iterator[Path]:
    if folder is None:
        with tempfile.TemporaryDirectory(prefix="pana-story-") as made:
            yield Path(made)
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Trouble("cli.file_unreadable", name=folder.name) from error
    yield folder
