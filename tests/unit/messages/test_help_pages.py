"""The help: the same pages in three languages, short, and no link leads nowhere."""

import re
from pathlib import Path

import pytest

from app.base import resources
from app.messages.catalogue import LANGUAGES

PAGES = (
    "index", "first-start", "intake", "mrz", "list-and-search", "case", "decisions", "papers", "exchange",
    "lost-passphrase", "bad-input", "settings", "today", "after-decision", "family-over-time",
)  # fmt: skip


def page(language: str, name: str) -> str:
    return resources.path("help", language, f"{name}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_pages_stand_in_every_language(language: str) -> None:
    folder: Path = resources.path("help", language)
    assert {path.stem for path in folder.iterdir()} == set(PAGES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_one_title_and_is_short(name: str, language: str) -> None:
    lines = page(language, name).splitlines()
    assert lines[0].startswith("# ")
    assert sum(line.startswith("# ") for line in lines) == 1
    assert 20 <= len(lines) <= 50


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_no_link_leads_nowhere(name: str, language: str) -> None:
    links = re.findall(r"\]\(([^)]+)\)", page(language, name))
    assert {link.removesuffix(".md") for link in links} <= set(PAGES)


@pytest.mark.parametrize("name", PAGES)
def test_the_pages_are_built_alike_in_every_language(name: str) -> None:
    shapes = {tuple(line.count("#") for line in page(language, name).splitlines() if line.startswith("#"))
              for language in LANGUAGES}  # fmt: skip
    tables = {sum(line.startswith("|") for line in page(language, name).splitlines()) for language in LANGUAGES}
    assert len(shapes) == len(tables) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_what_a_page_shows_as_a_name_on_the_screen_stands_on_the_screen(name: str, language: str) -> None:
    folder = resources.path("locale", language)
    texts = "\n".join(path.read_text(encoding="utf-8") for path in folder.glob("*.ftl"))
    keys = {"Tab", "Enter", "Ctrl+N", "Ctrl+K"}
    shown = {bold for bold in re.findall(r"\*\*([^*]+)\*\*", page(language, name)) if bold[0].isupper()} - keys
    assert {bold for bold in shown if bold not in texts} == set()


def test_the_first_page_names_every_other() -> None:
    assert {f"{name}.md" for name in PAGES[1:]} == set(re.findall(r"\]\(([^)]+)\)", page("kk", "index")))
