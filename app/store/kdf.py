"""How a passphrase or a recovery secret becomes the key of one slot: Argon2id, HKDF, and the cost of a guess.

Not here: the slot itself (`slots.py`).
"""

import time
import unicodedata
from collections.abc import Callable
from typing import Literal, NamedTuple

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

Purpose = Literal["live", "demo", "test"]
PURPOSES: tuple[Purpose, ...] = ("live", "demo", "test")

AIM_SECONDS = 0.75
_MOST_SECONDS = 1.0
_MOST_MEMORY_KIB = 512 * 1024
_MOST_ITERATIONS = 64


class KdfParameters(NamedTuple):
    """The cost of one guess of a passphrase.

    Units: memory in KiB; iterations and lanes as in RFC 9106.
    """

    memory_kib: int
    iterations: int
    lanes: int

    def reaches(self, floor: "KdfParameters") -> bool:
        """True when no part of the cost is below the floor."""
        return all(mine >= least for mine, least in zip(self, floor, strict=True))

    def bounded(self) -> bool:
        """False for a cost that a damaged or hostile slot file could use to exhaust the computer."""
        return (
            1 <= self.lanes <= 16
            and 1 <= self.iterations <= _MOST_ITERATIONS
            and 8 * self.lanes <= self.memory_kib <= 4 * _MOST_MEMORY_KIB
        )


FLOOR = KdfParameters(64 * 1024, 3, 4)  # RFC 9106, second choice
TEST_KDF = KdfParameters(1024, 1, 1)  # only for stores whose purpose is demo or test
DEMO_KDF = TEST_KDF


def allowed(parameters: KdfParameters, purpose: Purpose) -> bool:
    """True when a store of this purpose may use this cost; only demo and test stores go below the floor."""
    return parameters.bounded() and (purpose != "live" or parameters.reaches(FLOOR))


def seconds(parameters: KdfParameters) -> float:
    """The time that one derivation takes on this computer, the better of two."""

    def once() -> float:
        start = time.perf_counter()
        from_passphrase("calibration", bytes(16), parameters)
        return time.perf_counter() - start

    return min(once(), once())


def calibrate(measure: Callable[[KdfParameters], float] = seconds) -> KdfParameters:
    """The cost that takes 0.5 to 1.0 seconds on this computer, never below the floor: memory first, then passes."""
    chosen, spent = FLOOR, measure(FLOOR)
    while chosen.memory_kib * 2 <= _MOST_MEMORY_KIB and spent * 2 <= _MOST_SECONDS * 0.9:
        larger = chosen._replace(memory_kib=chosen.memory_kib * 2)
        needed = measure(larger)
        if needed > _MOST_SECONDS * 0.95:
            break
        chosen, spent = larger, needed
    per_pass = max(spent / chosen.iterations, 1e-6)
    passes = min(int(AIM_SECONDS / per_pass), _MOST_ITERATIONS)
    return chosen._replace(iterations=max(chosen.iterations, passes))


def from_passphrase(passphrase: str, salt: bytes, parameters: KdfParameters) -> bytes:
    """The 32 bytes under which a slot is sealed; the passphrase is normalised, so every keyboard gives the same."""
    secret = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    return Argon2id(
        salt=salt,
        length=32,
        iterations=parameters.iterations,
        lanes=parameters.lanes,
        memory_cost=parameters.memory_kib,
    ).derive(secret)


def expand(secret: bytes, salt: bytes, label: str) -> bytes:
    """A 32-byte sub-key of a random secret (HKDF-SHA256)."""
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=salt, info=f"pana/1/{label}".encode()).derive(secret)
