"""The sentences of the domain: complete in three languages, with the same values, no key twice, every code named."""

from collections import Counter
from pathlib import Path
from typing import Any, get_args

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from app.base import resources
from app.base.errors import Refusal, Trouble
from app.domain import birth, case, deadlines
from app.domain.facts import REGISTRY, office, values
from app.messages import catalogue
from app.messages.catalogue import LANGUAGES, has, text

OURS = ("domain.ftl", "facts.ftl")
SERVICES = (
    "case.unknown", "case.held_elsewhere", "case.not_open", "minor.unknown", "person.unknown", "request.unknown",
    "story.expected_refusal", "photo.missing", "permission.office", "permission.role", "paper.not_available",
    "certificate.not_asylum_seeker", "certificate.not_refugee", "certificate.issued_already", "command.form",
    "office.code", "office.workstation", "office.region", "office.name", "user.name", "passphrase.differs",
)  # fmt: skip
CONDITIONS = (
    "journal.line", "journal.non_canonical", "journal.payload_mismatch", "journal.payload_unreadable", "chain.foreign",
    "chain.gap", "chain.broken", "clock.live_store", "case.import_in_doubt",
)  # fmt: skip

MADE_OF_VALUES = {"deadline-why-off", "fact-document-shown", "fact-request-answered"}
"""Sentences that hold no words of their own in the case tried."""


def files(language: str) -> list[Path]:
    return sorted(resources.path("locale", language).glob("*.ftl"))


def messages(path: Path) -> list[ftl.Message]:
    body = FluentParser().parse(path.read_text(encoding="utf-8")).body
    assert not [entry for entry in body if isinstance(entry, ftl.Junk)], path.name
    return [entry for entry in body if isinstance(entry, ftl.Message)]


def variables(node: object) -> set[str]:
    if isinstance(node, ftl.VariableReference):
        return {node.id.name}
    if isinstance(node, ftl.BaseNode):
        return set().union(*(variables(value) for value in vars(node).values()))
    return set().union(*(variables(value) for value in node)) if isinstance(node, list) else set()


@pytest.mark.parametrize("name", OURS)
def test_every_key_stands_in_three_languages_with_the_same_values(name: str) -> None:
    read = {
        language: {m.id.name: variables(m) for m in messages(resources.path("locale", language, name))}
        for language in LANGUAGES
    }
    assert read["kk"] == read["ru"] == read["en"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_stands_twice(language: str) -> None:
    counted = Counter(message.id.name for path in files(language) for message in messages(path))
    assert [key for key, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_services_have_their_sentences(language: str) -> None:
    facts: dict[str, Any] = {"holder": "ALA01-S1", "detail": "JSON", "at": 7, "kind": "case.opened"}
    for error in (*(Refusal(rule, **facts) for rule in SERVICES), *(Trouble(code, **facts) for code in CONDITIONS)):
        sentence = catalogue.sentence(error, language)
        assert sentence.endswith("."), sentence
        assert len(sentence) < 260, sentence


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_child_listed_twice_is_told_with_and_without_the_other_application(language: str) -> None:
    elsewhere = catalogue.sentence(Refusal("application.minor_listed_twice", number="A-1"), language)
    here = catalogue.sentence(Refusal("application.minor_listed_twice", number=""), language)
    assert "A-1" in elsewhere
    assert "( )" not in here
    assert " ," not in here


def literal_codes() -> dict[str, tuple[str, ...]]:
    """The codes of the domain by the prefix of the keys that name them."""
    return {
        "status": tuple(code or "none" for code in get_args(case.Status)),
        "decision-kind": get_args(values.DecisionKind),
        "certificate-kind": get_args(values.CertificateKind),
        "way": get_args(values.Way),
        "sex": get_args(values.Sex),
        "stateless": get_args(values.Stateless),
        "office-kind": get_args(office.OfficeKind),
        "role": get_args(office.Role),
        "purpose": get_args(office.Purpose),
        "colour": get_args(deadlines.Colour),
        "precision": get_args(birth.Precision),
        "task": ("prove_birth", "establish_citizenship", "awaiting_tracing", "late_reason"),
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("prefix", sorted(literal_codes()))
def test_every_code_has_a_name_of_its_own(prefix: str, language: str) -> None:
    names = [text(f"{prefix}-{code.replace('_', '-')}", language) for code in literal_codes()[prefix]]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("prefix", "kind", "field"),
    [
        ("request-to", "request.sent", "to"),
        ("request-result", "request.answered", "result"),
        ("seen", "document.shown", "seen"),
        ("arrival-way", "arrival.stated", "way"),
        ("served-way", "decision.served", "way"),
        ("notice-to", "notice.sent", "to"),
        ("notice-way", "notice.sent", "way"),
        ("certificate-ended", "certificate.ended", "how"),
    ],
)
def test_every_code_of_a_fact_has_a_name(prefix: str, kind: str, field: str, language: str) -> None:
    for code in get_args(REGISTRY[kind].__annotations__[field]):
        assert has(f"{prefix}-{code.replace('_', '-')}", language), code


def test_kazakh_and_russian_sentences_are_not_english() -> None:
    for language in ("kk", "ru"):
        for name in OURS:
            latin = [
                m.id.name
                for m in messages(resources.path("locale", language, name))
                if not any("а" <= letter <= "я" or letter in "әғқңөұүһі" for letter in text_of(m, language).lower())
            ]
            assert set(latin) <= MADE_OF_VALUES, latin


def text_of(message: ftl.Message, language: str) -> str:
    return text(message.id.name, language, **dict.fromkeys(variables(message), 5))
