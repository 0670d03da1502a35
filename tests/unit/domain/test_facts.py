"""Facts: one definition for class and JSON; every kind is read back as it was written."""

import re
from datetime import date

import msgspec
import pytest

from app.domain import facts as f
from app.domain.facts.values import Name, Names

KINDS = sorted(f.REGISTRY)


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_noun_and_past_and_names_its_record_and_class(kind: str) -> None:
    cls = f.REGISTRY[kind]
    assert re.fullmatch(r"[a-z_]{1,40}\.[a-z_]{1,40}", kind)
    assert kind == cls.KIND
    assert cls.RECORD in {"case", "sitting", "office", ""}
    assert cls.CLASS in {"opening", "holder", "commuting", "system"}
    assert (cls.CLASS == "system") == (cls.RECORD == "")
    assert cls.__doc__


def test_every_record_is_opened_by_one_kind() -> None:
    openings = [cls.RECORD for cls in f.REGISTRY.values() if cls.CLASS == "opening"]
    assert sorted(openings) == sorted(set(openings))


def test_a_kind_of_a_newer_program_is_read_as_nothing() -> None:
    assert f.decode("case.teleported", b'{"to":"Mars"}') is None


def test_a_field_of_a_newer_program_is_passed_over() -> None:
    body = b'{"on":"2026-06-15","mood":"calm"}'
    assert f.decode("application.withdrawn", body) == f.case.ApplicationWithdrawn(on=date(2026, 6, 15))


def test_a_payload_that_breaks_its_definition_is_an_error_not_a_guess() -> None:
    with pytest.raises(msgspec.DecodeError):
        f.decode("request.sent", b'{"request":"1","to":"nowhere","person":"p","on":"2026-06-15"}')


def test_a_payload_is_canonical_sorted_and_without_defaults() -> None:
    fact = f.case.NoteAdded(text="Қ")
    assert f.encode(fact) == '{"text":"Қ"}'.encode()
    assert f.encode(f.case.NoticeSent(to="iab", decision="D-1", on=date(2026, 1, 2))) == (
        b'{"decision":"D-1","on":"2026-01-02","to":"iab"}'
    )


def test_a_full_name_takes_every_part_in_the_nearest_spelling_known() -> None:
    mixed = Names(family=Name(latin_viz="Ahmadi", kk_cyr="Ахмади"), given=Name(latin_viz="Farid", ru_cyr="Фарид"))
    assert mixed.full("kk_cyr") == "Ахмади Фарид"
    assert mixed.full("latin") == "Ahmadi Farid"
    given_in_latin_alone = Names(family=Name(kk_cyr="Ахмади", latin_mrz="AHMADI"), given=Name(latin_mrz="FARID"))
    assert given_in_latin_alone.full("kk_cyr") == "Ахмади FARID"
    assert given_in_latin_alone.full("native") == ""
    assert Names().full("kk_cyr") == ""


def test_a_single_name_stands_alone() -> None:
    assert Names(family=Name(latin_viz="Gulalai", kk_cyr="Гулалай")).full("ru_cyr") == "Гулалай"


@pytest.mark.parametrize("text", ["Ә Ғ Қ Ң Ө Ұ Ү Һ І", "Євген", "oʻzbek gʻani", "احمدی", "\u200f\u0000", "😀"])
def test_every_letter_survives_the_journal(text: str) -> None:
    fact = f.case.NoteAdded(text=text)
    assert f.decode("note.add", f.encode(fact)) == fact
