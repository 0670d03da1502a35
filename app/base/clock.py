"""The only source of time. Legal dates are dates at UTC+5 (one zone since 01.03.2024)."""

from datetime import UTC, date, datetime, timedelta, timezone

LOCAL = timezone(timedelta(hours=5))


class Clock:
    """The computer's clock, or, in a demo or test store, the clock that a story line has set.

    A set clock stands still until it is set again.
    """

    def __init__(self, standing: datetime | None = None) -> None:
        self._standing = standing

    @property
    def standing(self) -> datetime | None:
        """The moment at which the clock was stopped, if it was."""
        return self._standing

    def set(self, moment: datetime | None) -> None:
        """Stop the clock at a moment, or let it run again with None."""
        self._standing = moment.astimezone(UTC) if moment else None

    def now(self) -> datetime:
        """This moment in UTC."""
        return self._standing or datetime.now(UTC)

    def now_ms(self) -> int:
        """This moment in milliseconds since 1970, UTC."""
        return int(self.now().timestamp() * 1000)

    def today(self) -> date:
        """The date at UTC+5."""
        return self.now().astimezone(LOCAL).date()
