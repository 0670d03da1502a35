"""Properties of canonical form and chain: one form for one document, and no change goes unseen."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.base.errors import Trouble
from app.journal import chain
from app.journal import entry as j

KEYS = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=8)
LEAVES = st.none() | st.booleans() | st.integers(-j.MAX_INT, j.MAX_INT) | st.text(max_size=20)
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4))
DOCUMENTS = st.dictionaries(KEYS, VALUES, max_size=6)


@given(DOCUMENTS)
def test_the_canonical_form_is_that_of_the_standard_library(document):
    expected = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert j.canonical(document) == expected.encode()


@given(DOCUMENTS)
def test_every_document_of_the_profile_is_accepted_as_a_payload_and_comes_back(document):
    sealed = j.seal(_envelope(1, j.NO_HASH), j.canonical(document))
    assert j.from_line(j.to_line(sealed)) == sealed
    assert json.loads(sealed.body) == document


@given(DOCUMENTS)
def test_the_same_document_in_any_other_bytes_is_refused(document):
    canonical = j.canonical(document)
    others = {
        json.dumps(document, sort_keys=True, ensure_ascii=False).encode(),
        json.dumps(document, sort_keys=True, separators=(",", ":")).encode(),
        json.dumps(dict(reversed(document.items())), separators=(",", ":"), ensure_ascii=False).encode(),
        canonical + b" ",
    } - {canonical}
    for other in others:
        if json.loads(other) == document:
            with pytest.raises(Trouble):
                j.from_line(j.to_line(j.seal(_envelope(1, j.NO_HASH), other)))


@given(st.text(max_size=30))
def test_text_is_kept_as_it_is_whatever_its_normal_form(text):
    for form in ("NFC", "NFD", "NFKC"):
        shaped = unicodedata.normalize(form, text)
        sealed = j.seal(_envelope(1, j.NO_HASH), j.canonical({"t": shaped}))
        assert json.loads(j.from_line(j.to_line(sealed)).body) == {"t": shaped}


def _envelope(n, previous):
    return j.Envelope(
        b=0, c=0, dg="", e=1, k="case.opened", m=1, n=n, o="ALA01-S2", p=previous, r="", s=1, t=n, u="system", v=1
    )


def _chain(documents):
    head, made = chain.start("ALA01-S2"), []
    for document in documents:
        made.append(j.seal(_envelope(head.n + 1, head.h), j.canonical(document)))
        head = chain.follow(head, made[-1])
    return head, made


RUNS = st.lists(DOCUMENTS, min_size=2, max_size=8)


@given(RUNS)
def test_a_chain_written_as_lines_is_the_same_chain(documents):
    head, made = _chain(documents)
    again = [j.from_line(line) for line in b"".join(map(j.to_line, made)).splitlines(keepends=True)]
    assert again == made
    assert chain.verify(chain.start("ALA01-S2"), again) == head


@given(RUNS, st.data())
def test_any_flipped_bit_of_any_line_is_seen(documents, data):
    head, made = _chain(documents)
    lines = [j.to_line(entry) for entry in made]
    which = data.draw(st.integers(0, len(lines) - 1))
    line = bytearray(lines[which])
    line[data.draw(st.integers(0, len(line) - 2))] ^= 1 << data.draw(st.integers(0, 7))
    lines[which] = bytes(line)
    try:
        found = chain.verify(chain.start("ALA01-S2"), [j.from_line(one) for one in lines])
    except Trouble:
        return
    assert found != head


@given(RUNS, st.data())
def test_any_other_order_loss_or_repetition_is_seen(documents, data):
    head, made = _chain(documents)
    order = data.draw(st.lists(st.sampled_from(range(len(made))), max_size=len(made) + 2))
    if order == list(range(len(made))):
        return
    try:
        found = chain.verify(chain.start("ALA01-S2"), [made[at] for at in order])
    except Trouble:
        return
    assert found.n < head.n


@given(st.binary(max_size=300))
def test_no_bytes_make_the_reader_of_lines_fall_over(raw):
    with pytest.raises(Trouble):
        j.from_line(raw)


@given(st.data())
def test_nor_do_bytes_that_look_like_a_line(data):
    line = bytearray(j.to_line(j.seal(_envelope(1, j.NO_HASH), b'{"a":[1,"x",null]}')))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(line) - 1))
        line[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=4))
    try:
        j.from_line(bytes(line))
    except Trouble:
        return
