"""What an answer from Statistics Norway says: figures, a no, or something worth asking again."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from framtid.errors import FramtidError

PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Statuses that may be another the next time."""
TOO_MANY = 429


class SsbError(FramtidError):
    """Statistics Norway gave no figures."""

    def __init__(self, problem: str) -> None:
        # Much of it comes from outside, and it is written on a terminal.
        problem = "".join(letter for letter in problem if letter.isprintable())
        super().__init__("ssb", problem, problem=problem)


class UnreachableError(SsbError):
    """No answer of use came, however often we asked: there is no point in asking for more now."""


class LongWaitError(SsbError):
    """Statistics Norway asks us to come back for this when the refresh is over."""

    def __init__(self, address: str, seconds: float) -> None:
        super().__init__(
            f"{address} asks us to wait {seconds:,.0f} seconds, longer than the refresh may take"
        )


class CrowdedError(LongWaitError, UnreachableError):
    """The same, said of all that we ask for: too many calls."""


class RefusedError(SsbError):
    """Statistics Norway answered no, and will say the same again."""

    def __init__(self, status: int, title: str) -> None:
        super().__init__(f"SSB answered {status}: {title}")
        self.status = status
        self.title = title

    @property
    def gone(self) -> bool:
        """Whether the table itself is no longer there."""
        return self.title == "Non-existent table"


class PassingError(Exception):
    """An answer worth asking for again."""

    def __init__(self, why: str, wait: float | None = None, *, crowded: bool = False) -> None:
        super().__init__(why)
        self.wait = wait
        """Seconds SSB asks us to wait, where it says so."""
        self.crowded = crowded
        """Whether it is we who ask too much, so that the wait is for every question."""


@dataclass(frozen=True)
class Answer:
    """A whole answer, unpacked."""

    status: int
    headers: Mapping[str, str]
    """By lower-case name."""
    body: bytes


def _moment(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _wait(answer: Answer) -> float | None:
    """Return the seconds of ``Retry-After``: a number, or a date, by the server's own clock."""
    asked = answer.headers.get("retry-after", "").strip()
    if asked.isascii() and asked.isdigit():
        return float(asked[:9])
    until = _moment(asked)
    if until is None:
        return None
    now = _moment(answer.headers.get("date", "")) or datetime.now(UTC)
    return max((until - now).total_seconds(), 0.0)


def _json(body: bytes) -> Any:  # noqa: ANN401 - any JSON
    """Return what JSON says; raise ValueError where it is none, or nested beyond reading."""
    try:
        return json.loads(body)
    except RecursionError as error:
        raise ValueError("it is nested too deep") from error


def _title(answer: Answer) -> str:
    """Return the reason in an error body, whatever it was written as."""
    if "html" in answer.headers.get("content-type", ""):
        return "a web page instead of an answer"
    try:
        body = _json(answer.body)
    except ValueError:
        return answer.body[:80].decode("utf-8", "replace") or "no reason given"
    return str(body.get("title", body) if isinstance(body, dict) else body)[:80]


def content(answer: Answer) -> Any:  # noqa: ANN401 - any JSON
    """Return the JSON of an answer.

    Raises:
        PassingError: it may be better the next time.
        RefusedError: it will not.

    """
    if answer.status in PASSING:
        raise PassingError(
            f"status {answer.status}", _wait(answer), crowded=answer.status == TOO_MANY
        )
    if not 200 <= answer.status < 300:
        raise RefusedError(answer.status, _title(answer))
    kind = answer.headers.get("content-type", "none")
    if "json" not in kind.lower():
        # A gateway's page for maintenance comes with status 200, too.
        raise PassingError(f"an answer of the type {kind[:60]}")
    try:
        return _json(answer.body)
    except ValueError as error:
        raise PassingError("an answer that was cut off, or is not JSON") from error
