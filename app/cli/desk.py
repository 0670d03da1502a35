"""An open store for the time of one command: unlocked, signed in, signed out and closed."""

import argparse
import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from app.base.errors import PanaError, Refusal
from app.cli import passphrase
from app.cli.output import Output
from app.domain.permissions import Actor
from app.services import demo_office, offices
from app.store.store import Store


class Desk(NamedTuple):
    """The store, who acts, and how answers are given."""

    store: Store
    actor: Actor
    output: Output


def folder_of(args: argparse.Namespace) -> Path:
    """The store that was named, the demo office with `--demo`, else the store of this computer."""
    if args.store is not None:
        return Path(args.store)
    return demo_office.store_folder() if args.demo else offices.default_folder()


@contextlib.contextmanager
def opened(args: argparse.Namespace, output: Output) -> Iterator[Desk]:
    """Unlock a store and sign in; both ends of the session are facts.

    *Refuses*: `cli.user_needed`. *Trouble*: as `open_store` and `passphrase.read`.
    """
    folder = folder_of(args)
    user = args.user or offices.only_user(folder)
    if not user:
        raise Refusal("cli.user_needed", field="user")
    store = offices.unlock(folder, user, passphrase.read(args, output))
    try:
        actor = store.actor(user)
        try:
            yield Desk(store, actor, output)
        except BaseException:
            # What went wrong is more worth saying than that the sign-out could not be written.
            with contextlib.suppress(PanaError):
                offices.sign_out(store, actor)
            raise
        offices.sign_out(store, actor)
    finally:
        store.close()
