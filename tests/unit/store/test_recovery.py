import pytest

from app.base.errors import Trouble
from app.store import recovery


def test_a_code_has_six_groups_of_six_and_comes_back():
    for _ in range(50):
        secret = recovery.new_secret()
        code = recovery.write(secret)
        assert [len(group) for group in code.split("-")] == [6] * 6
        assert set(code) <= set(recovery.ALPHABET + "-")
        assert recovery.parse(code) == secret


def test_typing_is_forgiven_case_spaces_dashes_and_look_alikes():
    secret = bytes(range(20))
    code = recovery.write(secret)
    assert recovery.parse(code.lower().replace("-", "  ")) == secret
    assert recovery.parse(code.replace("0", "O").replace("1", "l").replace("-", "–")) == secret
    assert recovery.parse(code.replace("1", "I")) == secret


def test_every_single_wrong_character_is_noticed_in_nearly_all_codes():
    code = recovery.write(recovery.new_secret())
    accepted = 0
    for place, character in enumerate(code):
        if character == "-":
            continue
        for other in recovery.ALPHABET.replace(character, ""):
            try:
                recovery.parse(code[:place] + other + code[place + 1 :])
                accepted += 1
            except Trouble as trouble:
                assert trouble.condition == "store.recovery_mistyped"
    assert accepted <= 2  # 16 bits of check over 1,116 mistakes


@pytest.mark.parametrize("code", ["", "ABC", "U" * 36, "Z" * 36, "0" * 35, "0" * 37, "пана" * 9])
def test_what_is_no_code_is_mistyped(code):
    with pytest.raises(Trouble) as caught:
        recovery.parse(code)
    assert caught.value.condition == "store.recovery_mistyped"
