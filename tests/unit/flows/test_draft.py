"""A draft is plain JSON with a page and a focus, and survives a page that is no longer there."""

from app.flows.draft import Draft
from app.flows.typed import reads_from_right, script_of


def test_a_draft_comes_back_as_it_was_kept():
    draft = Draft("register_application", ("one", "two", "three"), {"family_kk": "Әлі", "family": [{"a": 1}]}, "two")
    again = Draft.read("register_application", draft.pages, draft.body(), "family_kk")
    assert (again.values, again.page, again.focus) == (draft.values, "two", "family_kk")


def test_pages_follow_one_another():
    draft = Draft("f", ("one", "two"))
    assert (draft.page, draft.previous, draft.following) == ("one", "", "two")
    draft.go("two")
    assert (draft.page, draft.previous, draft.following) == ("two", "one", "")
    draft.go("gone")
    assert draft.page == "two"


def test_a_page_that_is_gone_becomes_the_first():
    assert Draft.read("f", ("one",), b'{"page": "gone", "values": {}}').page == "one"


def test_scripts_are_told_by_the_first_letter():
    assert [script_of(text) for text in ("احمدی", "Шевченко", "Oʻgʻil", "阿里", "", "12")] == [
        "Arab", "Cyrl", "Latn", "Hani", "", "",
    ]  # fmt: skip
    assert (reads_from_right("احمدی"), reads_from_right("Ахмади"), reads_from_right("")) == (True, False, False)
