"""What `show` tells a clerk: no restricted ground, no note of the commission, no words of the NSC."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.commands import RecordAnswer, RecordRequest, TakeDecision
from app.domain.facts.office import FileViewed
from app.domain.facts.values import GroundChosen
from app.services import offices
from app.store.folding import entries_of, fact_of
from app.store.store import open_store
from tests.offices import PASSPHRASE, at, do, make_store, register

SECRETS = ("no-threat-7", "NSC-77", "A12-05", "threat-reason", "note-of-the-commission")
LONG = "a passphrase of the clerk"


@pytest.fixture
def refused(tmp_path: Path) -> tuple[Path, str]:
    """A store with a case refused on a restricted ground after an answer of the NSC, and a clerk beside the head."""
    store = make_store(tmp_path / "s")
    store.set_clock(at("2026-06-15 10:00"))
    offices.add_user(store, store.actor("clerk"), "front", "Front Desk", ("clerk",), passphrase=LONG)
    (case,) = register(store)
    do(store, RecordRequest(case=case, to="nsc"))
    do(store, RecordAnswer(case=case, to="nsc", result="refused", reason="no-threat-7", reference="NSC-77"))
    ground = GroundChosen(code="A12-05", reason="threat-reason")
    do(store, TakeDecision(case=case, kind="refuse", grounds=(ground,), note="note-of-the-commission"))
    store.close()
    return tmp_path / "s", case


def test_a_clerk_reads_that_the_nsc_answered_and_nothing_more(
    refused: tuple[Path, str], pana: Callable, tmp_path: Path
) -> None:
    folder, case = refused
    key = tmp_path / "key"
    key.write_text(LONG, encoding="utf-8")
    for more in (("--json",), ()):
        said = pana("show", case, "--store", folder, "--user", "front", "--passphrase-file", key, *more)
        assert said.code == 0, said.err
        assert [secret for secret in SECRETS if secret in said.out + said.err] == []
    data = pana("show", case, "--store", folder, "--user", "front", "--passphrase-file", key, "--json").data
    (request,) = [r for r in data["case"]["requests"] if r["to"] == "nsc"]
    assert (request["answer"]["result"], request["answer"]["on"]) == ("received", "2026-06-15")


def test_a_clerk_opens_nothing_by_giving_a_reason(refused: tuple[Path, str], pana: Callable, tmp_path: Path) -> None:
    folder, case = refused
    key = tmp_path / "key"
    key.write_text(LONG, encoding="utf-8")
    said = pana("show", case, "--reason", "why not", "--store", folder, "--user", "front", "--passphrase-file", key,
                "--json")  # fmt: skip
    assert (said.code, said.data["error"]["code"]) == (1, "permission.role")
    assert [secret for secret in SECRETS if secret in said.out + said.err] == []


def test_L_4_3_the_commission_reads_what_is_restricted_with_a_reason_only(
    refused: tuple[Path, str], pana: Callable
) -> None:
    folder, case = refused
    closed = pana("show", case, "--store", folder, "--user", "clerk", "--demo", "--json")
    assert [secret for secret in SECRETS if secret in closed.out] == []
    assert closed.data["restricted"] == ["grounds", "nsc"]
    said = pana("show", case, "--store", folder, "--user", "clerk", "--demo")
    assert "--reason" in said.out and [secret for secret in SECRETS if secret in said.out] == []
    without = pana("show", case, "--reason", " ", "--store", folder, "--user", "clerk", "--demo", "--json")
    assert without.data["error"]["code"] == "view.reason_missing"
    opened = pana("show", case, "--reason", "appeal", "--store", folder, "--user", "clerk", "--demo", "--json")
    assert [secret for secret in SECRETS if secret not in opened.out] == []
    assert viewed(folder) == [("clerk", case, "all", "appeal")]


def viewed(folder: Path) -> list[tuple[str, str, str, str]]:
    """Who opened what in the journal, and why."""
    store = open_store(folder, "clerk", PASSPHRASE)
    with store.reading() as connection:
        found = [fact_of(env, body) for env, body in entries_of(connection, "")]
    store.close()
    return [(x.user, x.case, x.what, x.reason) for x in found if isinstance(x, FileViewed)]
