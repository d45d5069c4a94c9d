"""What an answer from Statistics Norway says: figures, a no, or something worth asking again."""

import json
from typing import Any

import httpx2

from framtid.errors import FramtidError

PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Statuses that may be another the next time."""


class SsbError(FramtidError):
    """Statistics Norway gave no figures."""

    def __init__(self, problem: str) -> None:
        super().__init__("ssb", problem, problem=problem)


class UnreachableError(SsbError):
    """No answer of use came, however often we asked: there is no point in asking for more now."""


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

    def __init__(self, why: str, wait: float | None = None) -> None:
        super().__init__(why)
        self.wait = wait
        """Seconds SSB asks us to wait, where it says so."""


def _wait(response: httpx2.Response) -> float | None:
    asked = response.headers.get("retry-after", "")
    return float(asked) if asked.isdigit() else None


def _title(response: httpx2.Response) -> str:
    """Return the reason in an error body, whatever it was written as."""
    if "html" in response.headers.get("content-type", ""):
        return "a web page instead of an answer"
    try:
        body = response.json()
    except ValueError:
        return response.text[:80] or "no reason given"
    return str(body.get("title", body)) if isinstance(body, dict) else str(body)[:80]


def content(response: httpx2.Response) -> Any:  # noqa: ANN401 - any JSON
    """Return the JSON of an answer.

    Raises:
        PassingError: it may be better the next time.
        RefusedError: it will not.

    """
    if response.status_code in PASSING:
        raise PassingError(f"status {response.status_code}", _wait(response))
    if not response.is_success:
        raise RefusedError(response.status_code, _title(response))
    kind = response.headers.get("content-type", "none")
    if "json" not in kind:
        # A gateway's page for maintenance comes with status 200, too.
        raise PassingError(f"an answer of the type {kind}")
    try:
        return json.loads(response.content)
    except ValueError as error:
        raise PassingError("an answer that was cut off") from error
