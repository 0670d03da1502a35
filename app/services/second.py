"""The second pair of eyes: an act that needs one names another user of this store who may decide."""

from app.base.errors import Refusal, Trouble
from app.domain.permissions import Actor, check_second
from app.store.unit import UnitOfWork


def confirmed_by(uow: UnitOfWork, act: str, second: str) -> str:
    """The user who confirms an act of four eyes, as the fact names it.

    *Law*: `readings.md`, `grounds.md` 5. *Refuses*: `second.unknown`, and as `check_second`.
    """
    named = second.strip()
    check_second(uow.actor, _named(uow, named), act)
    return named


def _named(uow: UnitOfWork, second: str) -> Actor | None:
    if not second:
        return None
    try:
        return uow.store.actor(second)
    except Trouble as trouble:
        if trouble.condition != "store.unknown_user":
            raise
        raise Refusal("second.unknown", field="second", user=second) from None
