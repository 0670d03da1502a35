"""`docs/model.md` 3 names every kind of fact and every field of it."""

import re
from pathlib import Path

import pytest

from app.domain.facts import REGISTRY, Fact

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "model.md").read_text(encoding="utf-8")
KINDS = PAGE.partition("### 3.1")[2].partition("## 4.")[0]
COMMON = set(Fact.__struct_fields__)


def words_of(kind: str) -> set[str]:
    """The words that the page writes after a kind, up to the next one."""
    told = re.findall(rf"`{re.escape(kind)}`(.*?)(?= · `[a-z_]+\.[a-z_]+`|\n)", KINDS)
    return set(re.findall(r"[a-z_0-9]+", " ".join(told)))


@pytest.mark.parametrize("kind", sorted(REGISTRY))
def test_a_kind_stands_on_the_page_with_all_its_fields(kind: str) -> None:
    assert f"`{kind}`" in KINDS
    assert set(REGISTRY[kind].__struct_fields__) - COMMON - words_of(kind) == set()
