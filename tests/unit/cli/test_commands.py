"""The commands in this process: answers, JSON, refusals, and what is never asked for twice."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from app.cli import arguments, passphrase, words
from app.messages.catalogue import LANGUAGES
from app.services import offices
from app.store.rows import cases
from app.store.store import open_store
from tests.offices import PASSPHRASE, make_store


def _number(office: Path) -> str:
    store = open_store(office, "clerk", PASSPHRASE)
    with store.reading() as connection:
        ids = cases.list_ids(connection, cases.Filter(place="applicant"), "number")
        number = cases.rows_by_id(connection, ids)[0].number
    store.close()
    return number


def test_list_gives_every_person(office: Path, pana: Callable) -> None:
    said = pana("list", "--store", office, "--demo", "--json")
    assert said.code == 0
    assert said.data["count"] == 5
    assert {row["status"] for row in said.data["rows"]} == {"asylum_seeker"}
    text = pana("list", "--store", office, "--demo")
    assert "Found: 5" in text.out and "asylum seeker" in text.out


def test_list_stops_at_the_limit_and_keeps_the_true_count(office: Path, pana: Callable) -> None:
    said = pana("list", "--store", office, "--demo", "--json", "--limit", 2)
    assert (said.data["count"], len(said.data["rows"])) == (5, 2)


def test_the_stock_of_a_day_names_the_day_and_the_word(office: Path, pana: Callable) -> None:
    said = pana("list", "--store", office, "--demo", "--as-of", "15.06.2026")
    assert said.out.splitlines()[0] == "Stock as of 15.06.2026"
    stock = pana("list", "--store", office, "--demo", "--as-of", "2026-06-15", "--json").data["stock"]
    assert (stock["refugees"], stock["pending"], stock["total"]) == (0, 5, 5)
    before = pana("list", "--store", office, "--demo", "--as-of", "2026-06-14", "--json").data["stock"]
    assert before["total"] == 0


def test_an_unknown_status_is_refused(office: Path, pana: Callable) -> None:
    said = pana("list", "--store", office, "--demo", "--status", "happy", "--json")
    assert said.code == 1
    assert said.data["error"]["code"] == "cli.status_unknown"
    assert said.data["error"]["field"] == "status"
    assert said.data["error"]["sentence"] in said.err


def test_search_finds_a_name_in_another_script(office: Path, pana: Callable) -> None:
    assert pana("search", "ахмади", "--store", office, "--demo", "--json").data["count"] >= 1
    assert pana("search", "zahra", "--store", office, "--demo", "--json").data["count"] == 1


def test_a_case_is_shown_by_its_number_with_or_without_dashes(office: Path, pana: Callable) -> None:
    number = _number(office)
    shown = pana("show", number, "--store", office, "--demo")
    assert shown.code == 0 and number in shown.out and "Application A-ALA01-26" in shown.out
    data = pana("show", number.replace("-", "").lower(), "--store", office, "--demo", "--json").data
    assert data["case"]["number"] == number
    assert data["status"] == "asylum_seeker"
    assert {d["kind"] for d in data["deadlines"]} >= {"decision", "certificate_expiry"}
    assert [task["kind"] for task in data["tasks"]] == ["prove_birth", "leaflet"]


def test_an_unknown_case_is_a_sentence(office: Path, pana: Callable) -> None:
    said = pana("show", "A-ALA01-26-01-09999-9", "--store", office, "--demo")
    assert said.code == 1 and said.out == "" and "no case file" in said.err


def test_deadlines_have_a_colour_and_explain_themselves(office: Path, pana: Callable) -> None:
    late = pana("deadlines", "--store", office, "--demo", "--as-of", "2026-10-01", "--by", "2026-12-31", "--json").data
    assert late["as_of"] == "2026-10-01"
    assert late["colours"]["red"] == len(late["deadlines"])
    said = pana("deadlines", "--store", office, "--demo", "--as-of", "2026-06-16", "--case", _number(office), "-v")
    assert "15.09.2026" in said.out and "three months" in said.out


def test_a_wrong_passphrase_is_a_sentence(office: Path, pana: Callable, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("another\n", encoding="utf-8")
    said = pana("list", "--store", office, "--passphrase-file", tmp_path / "secret", "--json")
    assert said.code == 1
    assert said.data["error"]["code"] == "store.wrong_passphrase"
    assert "Traceback" not in said.err


def test_the_passphrase_comes_from_a_file_or_a_descriptor(office: Path, pana: Callable, tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(f"{PASSPHRASE}\r\nnot this\n".encode())
    assert pana("list", "--store", office, "--passphrase-file", tmp_path / "secret").code == 0
    reading, writing = os.pipe()
    os.write(writing, f"{PASSPHRASE}\n".encode())
    os.close(writing)
    assert pana("list", "--store", office, "--passphrase-fd", reading).code == 0
    os.close(reading)


@pytest.mark.parametrize("option", [("--passphrase-file", "/nowhere/at/all"), ("--passphrase-fd", "987")])
def test_a_passphrase_that_cannot_be_read_is_a_sentence(office: Path, pana: Callable, option: tuple[str, str]) -> None:
    said = pana("list", "--store", office, "--json", *option)
    assert (said.code, said.data["error"]["code"]) == (1, "cli.passphrase_unreadable")


def test_without_a_terminal_no_passphrase_is_guessed(
    office: Path, pana: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Path(os.devnull).open(encoding="utf-8") as nothing:
        monkeypatch.setattr("sys.stdin", nothing)
        said = pana("list", "--store", office, "--json")
    assert said.data["error"]["code"] == "cli.no_terminal"


def test_the_passphrase_is_no_argument_and_not_in_the_environment(
    office: Path, pana: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(SystemExit) as ended:
        pana("list", "--store", office, "--passphrase", PASSPHRASE)
    assert ended.value.code == 2
    for name in ("PASSPHRASE", "PANA_PASSPHRASE", "PANA_PASSWORD"):
        monkeypatch.setenv(name, PASSPHRASE)
    with Path(os.devnull).open(encoding="utf-8") as nothing:
        monkeypatch.setattr("sys.stdin", nothing)
        assert pana("list", "--store", office).code == 1
    assert passphrase.DEMO == PASSPHRASE


@pytest.mark.parametrize("content", [None, "{}", "hello"])
def test_a_folder_that_is_no_store_is_a_sentence(tmp_path: Path, pana: Callable, content: str | None) -> None:
    folder = tmp_path / "other"
    folder.mkdir()
    if content is not None:
        (folder / "keys.json").write_text(content, encoding="utf-8")
    said = pana("list", "--store", folder, "--demo", "--json")
    assert said.code == 1
    assert said.data["error"]["code"] in {"store.not_ours", "store.keys_damaged"}


def test_several_users_need_a_name(office: Path, pana: Callable) -> None:
    store = open_store(office, "clerk", PASSPHRASE)
    offices.add_user(store, store.actor("clerk"), "b-serik", "Болат Серік", ("auditor",), passphrase=PASSPHRASE)
    store.close()
    assert pana("list", "--store", office, "--demo", "--json").data["error"]["code"] == "cli.user_needed"
    assert pana("list", "--store", office, "--demo", "--user", "b-serik").code == 0


def test_a_session_is_a_fact_at_both_ends(office: Path, pana: Callable) -> None:
    before = _head(office)
    pana("list", "--store", office, "--demo")
    assert _head(office) == before + 2
    pana("show", "nobody", "--store", office, "--demo")
    assert _head(office) == before + 4


def _head(office: Path) -> int:
    store = open_store(office, "clerk", PASSPHRASE)
    number = store.head.n
    store.close()
    return number


def test_verify_says_whole(office: Path, pana: Callable) -> None:
    said = pana("verify", "--store", office, "--demo", "--json")
    assert said.code == 0
    assert said.data["whole"] is True and said.data["cases"] == 2 and not said.data["problems"]


def test_verify_says_damaged_and_writes_nothing_more(office: Path, pana: Callable) -> None:
    store = open_store(office, "clerk", PASSPHRASE)
    with store.local() as connection:
        connection.exec_driver_sql("UPDATE record SET state = X'7b7d'")
    store.close()
    said = pana("verify", "--store", office, "--demo", "--json")
    assert said.code == 1
    answer, error = said.out.splitlines()
    assert '"whole":false' in answer and "cli.store_damaged" in error


def test_a_certificate_is_printed_to_a_file(office: Path, pana: Callable, tmp_path: Path) -> None:
    paper = tmp_path / "certificate.pdf"
    said = pana("print", "certificate", _number(office), "--store", office, "--demo", "--out", paper, "--json")
    assert said.code == 0
    assert paper.read_bytes().startswith(b"%PDF-")
    assert said.data["bytes"] == paper.stat().st_size


def test_a_paper_goes_to_no_folder_that_is_not_there(office: Path, pana: Callable, tmp_path: Path) -> None:
    out = tmp_path / "nowhere" / "a.pdf"
    said = pana("print", "certificate", _number(office), "--store", office, "--demo", "--out", out, "--json")
    assert said.data["error"]["code"] == "cli.no_folder"


INIT = ("--kind", "region", "--office", "ALA01", "--name-kk", "Әкімдік", "--name-ru", "Акимат", "--admin-name", "А. О.")


def test_init_makes_a_store_and_its_recovery_sheet(tmp_path: Path, pana: Callable) -> None:
    sheet, folder = tmp_path / "sheet.pdf", tmp_path / "new"
    said = pana("init", "--store", folder, "--purpose", "test", "--admin", "a", "--demo", "--recovery", sheet, *INIT)
    assert said.code == 0 and sheet.read_bytes().startswith(b"%PDF-")
    assert "-S1" in said.out
    assert pana("verify", "--store", folder, "--demo").code == 0


def test_init_shows_the_recovery_code_once(tmp_path: Path, pana: Callable) -> None:
    folder = tmp_path / "new"
    said = pana("init", "--store", folder, "--purpose", "test", "--admin", "a", "--demo", "--json", *INIT)
    assert len(said.data["recovery_code"].split("-")) == 6
    again = pana("init", "--store", folder, "--purpose", "test", "--admin", "a", "--demo", "--json", *INIT)
    assert again.data["error"]["code"] == "store.exists"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (("--office", "ala01"), "office.code"),
        (("--office", "ALA00"), "office.code"),
        (("--region", "SHY"), "office.region"),
        (("--office", "XYZ01"), "office.region"),
        (("--kind", "border"), "office.code_kind"),
        (("--workstation", "100"), "office.workstation"),
        (("--name-kk", " "), "office.name"),
        (("--name-ru", "А" * 201), "office.name_too_long"),
        (("--admin", "Айгерім"), "store.user_name"),
        (("--admin-name", ""), "user.name"),
        (("--purpose", "live"), "passphrase.too_short"),
    ],
)
def test_a_wrong_office_is_refused_and_leaves_nothing(
    tmp_path: Path, pana: Callable, more: tuple[str, str], code: str
) -> None:
    folder = tmp_path / "new"
    said = pana("init", "--store", folder, "--purpose", "test", "--admin", "a", "--demo", "--json", *INIT, *more)
    assert said.code == 1
    assert said.data["error"]["code"] == code
    assert not folder.exists()


def test_demo_says_how_fast_it_was(tmp_path: Path, pana: Callable) -> None:
    folder = tmp_path / "demo"
    said = pana("demo", "--store", folder, "--persons", 30, "--seed", 3, "--as-of", "2026-01-01", "--json")
    assert said.code == 0
    assert said.data["persons"] == 30 and said.data["per_second"] > 0
    stock = pana("list", "--store", folder, "--demo", "--as-of", "2026-01-01", "--json").data["stock"]
    assert (stock["refugees"], stock["pending"]) == (19, 11)


def test_a_story_gives_a_line_of_json_per_line(pana: Callable, tmp_path: Path) -> None:
    story = tmp_path / "story.jsonl"
    story.write_text('{"do": "check", "expect_state": {"cases": 0}}\n\n{"do": "verify"}\n', encoding="utf-8")
    said = pana("run", story)
    assert said.code == 0
    assert [line[:10] for line in said.out.splitlines()] == ['{"line":1,', '{"line":3,']


def test_a_story_keeps_its_stores_where_it_is_told(pana: Callable, tmp_path: Path) -> None:
    story = tmp_path / "story.jsonl"
    story.write_text('{"do": "verify", "in": "office"}\n', encoding="utf-8")
    assert pana("run", story, "--stores", tmp_path / "stores").code == 0
    assert pana("run", story, "--stores", tmp_path / "stores").code == 0, "a second story goes on in the same stores"
    assert offices.holds_store(tmp_path / "stores" / "office")


@pytest.mark.parametrize(
    ("text", "code", "cause"),
    [
        ('{"do": "dance"}', "unexpected", "There is no command"),
        ('{"do": "check", "expect_state": {"cases": 7}}', "something else", ""),
        ('{"do": "check", "expect_state": {"mood": "good"}}', "cannot ask", ""),
        ('{"do": "verify", "expect": "store.damaged"}', "expected a refusal", ""),
        ("not json", "no line of a story", ""),
        ('{"do": "verify", "in": "moon"}', "No line declares", ""),
        ('{"do": "add_note", "case": "@nobody", "text": "?"}', "Nothing has the label", ""),
    ],
)
def test_a_story_stops_at_the_first_line_that_goes_wrong(
    pana: Callable, tmp_path: Path, text: str, code: str, cause: str
) -> None:
    story = tmp_path / "story.jsonl"
    story.write_text(text + '\n{"do": "verify"}\n', encoding="utf-8")
    said = pana("run", story)
    assert said.code == 1
    assert '"line":2' not in said.out
    assert (code in said.err or cause) and cause in said.err


def test_a_story_that_is_not_there_is_a_sentence(pana: Callable, tmp_path: Path) -> None:
    said = pana("run", tmp_path / "none.jsonl")
    assert said.code == 1 and "could not be read" in said.err
    assert pana("run").code == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_has_help_in_every_language(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("init", "demo", "show", "list", "search", "deadlines", "print", "export", "import", "verify", "run"):
        with pytest.raises(SystemExit) as ended:
            arguments.parse([name, "--help"], language)
        assert ended.value.code == 0
        assert capsys.readouterr().out
    with pytest.raises(SystemExit):
        arguments.parse(["enrol", "certify", "--help"], language)


def test_the_language_is_named_or_that_of_the_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "ru_KZ.UTF-8")
    assert words.language_of(["list"]) == "ru"
    assert words.language_of(["list", "--lang", "kk"]) == "kk"
    assert words.language_of(["--lang=en", "list"]) == "en"
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert words.language_of(["list", "--lang"]) == "en"


def test_a_store_in_use_is_a_sentence(tmp_path: Path, pana: Callable) -> None:
    store = make_store(tmp_path / "busy")
    said = pana("list", "--store", tmp_path / "busy", "--demo", "--json")
    store.close()
    assert said.data["error"]["code"] == "store.in_use"
