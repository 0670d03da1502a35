"""Drafts are kept for their owner, replaced in place, and forgotten."""

import pytest

from app.base.errors import Refusal
from app.domain.commands import RegisterApplication
from app.domain.permissions import Actor
from app.services import acts, drafts
from tests.offices import applicant, child, make_store


@pytest.fixture
def store(tmp_path):
    made = make_store(tmp_path / "s")
    yield made
    made.close()


@pytest.fixture
def clerk(store):
    return store.actor("clerk")


def refused(call, *arguments):
    with pytest.raises(Refusal) as caught:
        call(*arguments)
    return caught.value.rule


def test_a_draft_is_replaced_in_place_and_the_newest_stands_first(store, clerk):
    first, second = drafts.new_id(store), drafts.new_id(store)
    drafts.save(store, clerk, first, "register_application", b"{}", "family_kk")
    drafts.save(store, clerk, second, "take_decision", b"{}", "")
    at = drafts.save(store, clerk, first, "register_application", b'{"a":1}', "given_kk")
    kept = drafts.read(store, clerk, first)
    assert (kept.body, kept.focus, kept.at_ms) == (b'{"a":1}', "given_kk", at)
    assert {draft.id for draft in drafts.listed(store, clerk)} == {first, second}
    assert [draft.id for draft in drafts.listed(store, clerk, "take_decision")] == [second]


def test_a_draft_belongs_to_who_typed_it(store, clerk):
    draft = drafts.new_id(store)
    drafts.save(store, clerk, draft, "register_application", b"{}", "")
    other = Actor("secretary", frozenset({"secretary"}), "region")
    assert drafts.listed(store, other) == ()
    assert refused(drafts.read, store, other, draft) == "draft.not_yours"
    assert refused(drafts.save, store, other, draft, "register_application", b"x", "") == "draft.not_yours"
    drafts.drop(store, other, draft)
    assert len(drafts.listed(store, clerk)) == 1


def test_a_dropped_draft_is_gone_and_dropping_again_is_no_mistake(store, clerk):
    draft = drafts.new_id(store)
    drafts.save(store, clerk, draft, "register_application", b"{}", "")
    drafts.drop(store, clerk, draft)
    drafts.drop(store, clerk, draft)
    assert refused(drafts.read, store, clerk, draft) == "draft.gone"


def test_a_draft_without_end_is_refused(store, clerk):
    long = b"x" * (drafts.LONGEST_BODY + 1)
    assert refused(drafts.save, store, clerk, drafts.new_id(store), "f", long, "") == "draft.too_long"


def test_the_register_says_where_a_minor_stands_already(store, clerk):
    zahra = child("ZAHRA", "2015-04-02")
    acts.perform(store, clerk, RegisterApplication(applicants=(applicant(minors=(zahra,)),)))
    found = drafts.listed_elsewhere(store, clerk, (zahra, child("OMAR", "2018-01-20")))
    assert found[0].startswith("A-ALA01") and found[1] == ""


def test_a_draft_makes_no_fact(store, clerk):
    head = store.head
    drafts.save(store, clerk, drafts.new_id(store), "register_application", b"{}", "")
    assert store.head == head


def test_drafts_are_read_in_a_reading_that_is_open_already(tmp_path):
    store = make_store(tmp_path / "s")
    actor = store.actor("clerk")
    drafts.save(store, actor, drafts.new_id(store), "x", b"{}", "")
    readers = [store.databases.reader.connect() for _ in range(store.databases.reader.pool.size() - 1)]
    with store.reading() as last:
        assert len(drafts.listed(store, actor, connection=last)) == 1
    for reader in readers:
        reader.close()
    store.close()
