"""Identifiers are UUIDv7, never repeat, and sort in the order in which one moment made them."""

import uuid

from app.base.ids import OFFICE, REPLICA, USER, uuid7


def test_ids_of_one_moment_sort_as_they_were_made() -> None:
    made = [uuid7(1_790_000_000_000) for _ in range(2000)]
    assert made == sorted(made)
    assert len(set(made)) == 2000


def test_an_id_is_a_uuid_of_version_7_with_its_moment() -> None:
    parsed = uuid.UUID(uuid7(1_790_000_000_000))
    assert parsed.version == 7
    assert parsed.variant == uuid.RFC_4122
    assert parsed.int >> 80 == 1_790_000_000_000


def test_a_line_break_is_no_part_of_a_code() -> None:
    assert not OFFICE.match("ALA01\n")
    assert not REPLICA.match("ALA01-S1\n")
    assert not USER.match("a-omarova\n")
