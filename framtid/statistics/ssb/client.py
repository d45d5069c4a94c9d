"""Asking Statistics Norway politely: never faster than it allows, and again when it falters."""

import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import httpx2

from framtid.statistics.ssb.answers import PassingError, UnreachableError, content

ATTEMPTS = 6
FIRST_PAUSE, LONGEST_PAUSE = 2.0, 120.0
"""Seconds; every pause is twice the one before."""
PATIENCE = 90.0
"""Seconds that an answer may take."""
AGENT = "framtid-statistics-refresh"


@dataclass(frozen=True)
class Clock:
    """Time as the client sees it; tests bring their own and never wait."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


class Pace:
    """At most so many calls within so many seconds."""

    def __init__(self, calls: int, seconds: float, clock: Clock) -> None:
        self._calls, self._seconds, self._clock = calls, seconds, clock
        self._made: deque[float] = deque(maxlen=calls)

    def wait(self) -> None:
        """Wait until one more call is allowed, and count it."""
        if len(self._made) == self._calls:
            left = self._made[0] + self._seconds - self._clock.now()
            if left > 0:
                self._clock.sleep(left)
        self._made.append(self._clock.now())


@dataclass(frozen=True)
class Limits:
    """What SSB allows."""

    cells: int
    calls: int
    seconds: float


class Client:
    """PxWebApi v2 and Klass."""

    def __init__(
        self,
        api: str,
        klass: str,
        language: str = "no",
        clock: Clock | None = None,
        patience: float = PATIENCE,
    ) -> None:
        self.api, self._klass, self._language = api.rstrip("/"), klass.rstrip("/"), language
        self._clock = clock or Clock()
        self._http = httpx2.Client(
            timeout=patience, headers={"user-agent": AGENT}, follow_redirects=True
        )
        self._pace: Pace | None = None

    def close(self) -> None:
        """Let go of the connections."""
        self._http.close()

    @cached_property
    def limits(self) -> Limits:
        """What this server allows, by its own account."""
        told = self._ask("GET", f"{self.api}/config")
        found = Limits(told["maxDataCells"], told["maxCallsPerTimeWindow"], told["timeWindow"])
        self._pace = Pace(found.calls, found.seconds, self._clock)
        return found

    def table(self, table: str) -> dict[str, Any]:
        """Return what a table is called and when it was updated."""
        return self._get(f"tables/{table}")

    def metadata(self, table: str) -> dict[str, Any]:
        """Return a table's dimensions and codes, as JSON-stat without figures."""
        return self._get(f"tables/{table}/metadata", outputFormat="json-stat2")

    def codelist(self, name: str) -> dict[str, Any]:
        """Return the codes of one of SSB's code lists."""
        return self._get(f"codeLists/{name}")

    def search(self, query: str) -> list[dict[str, Any]]:
        """Return the tables a query finds, from every page of the answer."""
        found: list[dict[str, Any]] = []
        number = 1
        while True:
            page = self._get("tables", query=query, pageNumber=number, pageSize=100)
            found += page["tables"]
            if number >= page.get("page", {}).get("totalPages", 1):
                return found
            number += 1

    def data(
        self, table: str, selection: Mapping[str, Sequence[str]], codelists: Mapping[str, str]
    ) -> dict[str, Any]:
        """Return the figures of some codes, as JSON-stat.

        They are asked for in the body: with hundreds of codes the address would be too long.
        """
        asked = [
            {"variableCode": dimension, "valueCodes": list(codes)}
            | ({"codelist": codelists[dimension]} if dimension in codelists else {})
            for dimension, codes in selection.items()
        ]
        told: dict[str, Any] = self._ask(
            "POST",
            f"{self.api}/tables/{table}/data",
            params={"lang": self._language, "outputFormat": "json-stat2"},
            json={"selection": asked},
        )
        return told

    def klass(self, path: str, **query: str) -> dict[str, Any]:
        """Return an answer from Klass, SSB's register of classifications."""
        told: dict[str, Any] = self._ask(
            "GET",
            f"{self._klass}/{path}",
            params={"language": "nb", **query},
            headers={"accept": "application/json"},
        )
        return told

    def classifications(self, query: str) -> list[dict[str, Any]]:
        """Return the classifications and code lists of Klass that a query finds."""
        found: list[dict[str, Any]] = []
        number = 0
        while True:
            asked = {"query": query, "includeCodelists": "true", "page": str(number)}
            told = self.klass("classifications/search", **asked)
            found += told.get("_embedded", {}).get("searchResults", [])
            number += 1
            if number >= told.get("page", {}).get("totalPages", 1):
                return found

    def _get(self, path: str, **query: str | int) -> dict[str, Any]:
        told: dict[str, Any] = self._ask(
            "GET", f"{self.api}/{path}", params={"lang": self._language, **query}
        )
        return told

    def _ask(self, method: str, address: str, **how: Any) -> Any:  # noqa: ANN401 - any JSON
        pause = FIRST_PAUSE
        for attempt in range(1, ATTEMPTS + 1):
            if self._pace:
                self._pace.wait()
            try:
                return content(self._http.request(method, address, **how))
            except (PassingError, httpx2.TransportError) as error:
                why = str(error) or type(error).__name__
                wait = getattr(error, "wait", None)
            if attempt < ATTEMPTS:
                self._clock.sleep(min(wait or pause, LONGEST_PAUSE))
                pause *= 2
        raise UnreachableError(f"no answer from {address} in {ATTEMPTS} attempts: {why}")
