"""Chains: an entry is taken only in its place."""

import msgspec
import pytest

from app.base.errors import Trouble
from app.journal import chain
from app.journal import entry as j


def _run(count, replica="ALA01-S2", epoch=1):
    head, made = chain.start(replica, epoch), []
    for n in range(1, count + 1):
        envelope = j.Envelope(
            b=0, c=0, dg="", e=epoch, k="case.opened", m=1, n=n, o=replica, p=head.h, r="", s=1, t=n, u="system", v=1
        )
        made.append(j.seal(envelope, b"{}"))
        head = chain.follow(head, made[-1])
    return head, made


def _refused(head, entry):
    with pytest.raises(Trouble) as caught:
        chain.follow(head, entry)
    return caught.value.condition, caught.value.facts["at"]


def test_a_chain_is_followed_to_its_head():
    head, made = _run(5)
    assert chain.verify(chain.start("ALA01-S2"), made) == head == chain.Head("ALA01-S2", 1, 5, made[-1].hash)
    assert chain.verify(chain.start("ALA01-S2"), []).n == 0


def test_an_entry_of_another_chain_or_epoch_is_foreign():
    _, made = _run(1)
    assert _refused(chain.start("SHY01-S1"), made[0]) == ("chain.foreign", 1)
    assert _refused(chain.start("ALA01-S2", 2), made[0]) == ("chain.foreign", 1)


def test_a_missing_entry_is_a_gap_that_names_the_first_missing_one():
    _, made = _run(5)
    head = chain.verify(chain.start("ALA01-S2"), made[:2])
    assert _refused(head, made[4]) == ("chain.gap", 3)


def test_a_repeated_or_re_hung_entry_breaks_the_chain():
    head, made = _run(3)
    assert _refused(head, made[2]) == ("chain.broken", 3)
    assert _refused(head, made[0]) == ("chain.broken", 1)
    other = j.seal(msgspec.structs.replace(made[2].envelope, n=4, p="0" * 64), b"{}")
    assert _refused(head, other) == ("chain.broken", 4)


def test_a_new_epoch_hangs_on_the_end_of_the_old_one():
    head, _ = _run(2)
    assert chain.start("ALA01-S2", 2, head.h) == chain.Head("ALA01-S2", 2, 0, head.h)
