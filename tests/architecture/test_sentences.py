"""Sentences for people: complete in three languages, and there is one for every refusal and every trouble."""

import ast
import re
from collections.abc import Iterator
from typing import Any

LANGUAGES = ("kk", "ru", "en")
ID = re.compile(r"[a-z0-9]+([._][a-z0-9]+)*")
OWN_ARGUMENTS = {"Refusal": {"field", "rule"}, "Trouble": {"condition"}}
PREFIX = {"Refusal": "rule-", "Trouble": "trouble-"}


def test_every_file_of_sentences_is_well_formed(catalogues: dict[str, Any]) -> None:
    mistakes = [mistake for language in LANGUAGES for mistake in catalogues[language].mistakes]
    assert not mistakes, "\n".join(mistakes)


def test_every_key_stands_in_all_three_languages_in_the_same_file(catalogues: dict[str, Any]) -> None:
    keys = {
        language: {f"{s.place.rpartition('/')[2]}: {key}" for key, s in catalogues[language].sentences.items()}
        for language in LANGUAGES
    }
    everywhere = set().union(*keys.values())
    lacking = [f"{language} lacks {key}" for language in LANGUAGES for key in sorted(everywhere - keys[language])]
    assert not lacking, "\n".join(lacking)


def test_a_sentence_asks_for_the_same_values_in_every_language(catalogues: dict[str, Any]) -> None:
    different = []
    for key, english in catalogues["en"].sentences.items():
        for language in ("kk", "ru"):
            other = catalogues[language].sentences.get(key)
            if other and other.variables != english.variables:
                different.append(f"{key}: en {sorted(english.variables)}, {language} {sorted(other.variables)}")
    assert not different, "\n".join(different)


def _errors(modules: list[Any]) -> Iterator[tuple[str, str, str, ast.Call]]:
    """Every error made with a literal id: (place, class, id, call)."""
    for module in modules:
        if not module.place.startswith("app/"):
            continue
        for call, name in module.calls():
            if name in PREFIX and call.args:
                for code in _literals(call.args[0]):
                    yield module.at(call), name, code, call


def _literals(argument: ast.expr) -> list[str]:
    """The ids that an argument may be: itself, or both branches of `"a" if … else "b"`."""
    if isinstance(argument, ast.IfExp):
        return _literals(argument.body) + _literals(argument.orelse)
    return [str(argument.value)] if isinstance(argument, ast.Constant) else []


def _key(name: str, code: str) -> str:
    return PREFIX[name] + code.replace(".", "-").replace("_", "-")


def test_ids_of_rules_and_conditions_are_lower_case_words(modules: list[Any]) -> None:
    odd = [f"{place}: {code}" for place, _, code, _ in _errors(modules) if not ID.fullmatch(code)]
    assert not odd, "\n".join(odd)


def test_every_refusal_and_trouble_has_its_sentence(modules: list[Any], catalogues: dict[str, Any]) -> None:
    raised = {_key(name, code): place for place, name, code, _ in _errors(modules)}
    lacking = []
    for key, place in sorted(raised.items()):
        languages = [language for language in LANGUAGES if key not in catalogues[language].sentences]
        lacking += [f"{key} has no sentence in {', '.join(languages)} ({place})"] if languages else []
    assert not lacking, "\n".join(lacking)


def test_an_error_carries_the_values_its_sentence_asks_for(modules: list[Any], catalogues: dict[str, Any]) -> None:
    lacking = []
    for place, name, code, call in _errors(modules):
        sentence = catalogues["en"].sentences.get(_key(name, code))
        passed = {keyword.arg for keyword in call.keywords}
        if sentence and None not in passed:  # None: **facts, known only when it runs
            absent = sentence.variables - (passed - OWN_ARGUMENTS[name])
            lacking += [f"{place}: {_key(name, code)} asks for ${value}" for value in sorted(absent)]
    assert not lacking, "\n".join(lacking)


def _asks_the_catalogue(call: ast.Call, module: Any) -> bool:
    if isinstance(call.func, ast.Attribute):
        return isinstance(call.func.value, ast.Name) and call.func.value.id == "catalogue"
    return "from app.messages.catalogue import" in module.text


def test_every_key_that_the_code_names_exists(modules: list[Any], catalogues: dict[str, Any]) -> None:
    known = catalogues["en"].sentences
    unknown = [
        f"{module.at(call)}: {call.args[0].value!s}"
        for module in modules
        for call, name in module.calls()
        if name == "text" and _asks_the_catalogue(call, module)
        and call.args and isinstance(call.args[0], ast.Constant) and call.args[0].value not in known
    ]  # fmt: skip
    assert not unknown, "\n".join(unknown)
