"""Asking Statistics Norway politely: never faster than it allows, and again when it falters."""

import ssl
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, TypeVar

import httpx2

from framtid.statistics.ssb.answers import (
    CrowdedError,
    LongWaitError,
    PassingError,
    SsbError,
    UnreachableError,
    content,
)
from framtid.statistics.ssb.klass_models import Classification, Classifications
from framtid.statistics.ssb.models import (
    CodeListAnswer,
    Config,
    Data,
    Metadata,
    TableInfo,
    TablesFound,
    checked,
)
from framtid.statistics.ssb.receiving import received

ATTEMPTS = 6
FIRST_PAUSE, LONGEST_PAUSE = 2.0, 120.0
"""Seconds, where SSB says nothing of how long; every pause is twice the one before."""
PATIENCE = 90.0
"""Seconds that an answer may keep silent."""
DEADLINE = 3600.0
"""Seconds that a whole refresh may take; one of all tables takes some minutes."""
AGENT = "framtid-statistics-refresh"
Kind = TypeVar("Kind")
"""What an answer must be."""


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


@lru_cache(maxsize=1)
def _trusted() -> ssl.SSLContext:
    """Return whom an answer may be from, read once: all that the machine trusts."""
    return httpx2.create_ssl_context()


def _at_home(response: httpx2.Response) -> None:
    """Raise SsbError where an answer leads to another host than the one that was asked."""
    if response.has_redirect_location:
        onward = response.url.join(response.headers["location"])
        if onward.host != response.url.host:
            raise SsbError(
                f"{response.url.host} leads on to {onward.host[:60]}, which is not asked"
            )


class Client:
    """PxWebApi v2 and Klass."""

    def __init__(
        self,
        api: str,
        klass: str,
        language: str = "no",
        clock: Clock | None = None,
        patience: float = PATIENCE,
        deadline: float = DEADLINE,
    ) -> None:
        self.api, self._klass, self._language = api.rstrip("/"), klass.rstrip("/"), language
        self._clock = clock or Clock()
        self._end = self._clock.now() + deadline
        self._http = httpx2.Client(
            timeout=patience,
            verify=_trusted(),
            headers={"user-agent": AGENT, "accept-encoding": "gzip"},
            follow_redirects=True,
            event_hooks={"response": [_at_home]},
        )
        self._pace: Pace | None = None

    def close(self) -> None:
        """Let go of the connections."""
        self._http.close()

    @cached_property
    def limits(self) -> Config:
        """What this server allows, by its own account."""
        found = self._ask(Config, "GET", f"{self.api}/config")
        self._pace = Pace(found.calls, found.seconds, Clock(self._clock.now, self._sleep))
        return found

    def table(self, table: str) -> TableInfo:
        """Return what a table is called and when it was updated."""
        return self._get(TableInfo, f"tables/{table}")

    def metadata(self, table: str) -> Metadata:
        """Return a table's dimensions and codes, as JSON-stat without figures."""
        return self._get(Metadata, f"tables/{table}/metadata", outputFormat="json-stat2")

    def codelist(self, name: str) -> dict[str, str]:
        """Return the codes of one of SSB's code lists, and how each is called."""
        told = self._get(CodeListAnswer, f"codeLists/{name}")
        return {one.code: one.label for one in told.values}

    def search(self, query: str) -> list[TableInfo]:
        """Return the tables a query finds, from every page of the answer."""
        found: list[TableInfo] = []
        number = 1
        while True:
            page = self._get(TablesFound, "tables", query=query, pageNumber=number, pageSize=100)
            found += page.tables
            if number >= page.page.total:
                return found
            number += 1

    def data(
        self, table: str, selection: Mapping[str, Sequence[str]], codelists: Mapping[str, str]
    ) -> Data:
        """Return the figures of some codes, as JSON-stat.

        They are asked for in the body: with hundreds of codes the address would be too long.
        """
        asked = [
            {"variableCode": dimension, "valueCodes": list(codes)}
            | ({"codelist": codelists[dimension]} if dimension in codelists else {})
            for dimension, codes in selection.items()
        ]
        return self._ask(
            Data,
            "POST",
            f"{self.api}/tables/{table}/data",
            params={"lang": self._language, "outputFormat": "json-stat2"},
            json={"selection": asked},
        )

    def klass(self, kind: type[Kind], path: str, **query: str) -> Kind:
        """Return an answer from Klass, SSB's register of classifications."""
        return self._ask(
            kind,
            "GET",
            f"{self._klass}/{path}",
            params={"language": "nb", **query},
            headers={"accept": "application/json"},
        )

    def classifications(self, query: str) -> list[Classification]:
        """Return the classifications and code lists of Klass that a query finds."""
        found: list[Classification] = []
        number = 0
        while True:
            asked = {"query": query, "includeCodelists": "true", "page": str(number)}
            told = self.klass(Classifications, "classifications/search", **asked)
            found += told.embedded.results
            number += 1
            if number >= told.page.total:
                return found

    def _get(self, kind: type[Kind], path: str, **query: str | int) -> Kind:
        return self._ask(
            kind, "GET", f"{self.api}/{path}", params={"lang": self._language, **query}
        )

    def _left(self) -> float:
        """Return the seconds that are left of the refresh; raise where there are none."""
        left = self._end - self._clock.now()
        if left <= 0:
            raise UnreachableError("the refresh has taken all the time it may take")
        return left

    def _sleep(self, seconds: float) -> None:
        if seconds >= self._left():
            raise UnreachableError("the wait would be longer than the refresh may take")
        self._clock.sleep(seconds)

    def _told_to_wait(self, error: Exception, address: str) -> float | None:
        """Return the seconds that SSB asks us to wait; raise where the refresh has not so many.

        Never sooner than told. What one address is too busy for keeps out what was asked there; too
        many calls of ours keep out all the rest.
        """
        if not isinstance(error, PassingError) or error.wait is None:
            return None
        if error.wait >= self._left():
            raise (CrowdedError if error.crowded else LongWaitError)(address, error.wait)
        return error.wait

    def _ask(self, kind: type[Kind], method: str, address: str, **how: Any) -> Kind:  # noqa: ANN401
        """Return an answer once it is what it must be; SsbError where it is something else."""
        pause = FIRST_PAUSE
        for attempt in range(1, ATTEMPTS + 1):
            self._left()
            if self._pace:
                self._pace.wait()
            try:
                with self._http.stream(method, address, **how) as response:
                    answer = received(response, self._left)
                told = content(answer)
            except (PassingError, httpx2.HTTPError, httpx2.InvalidURL, UnicodeError) as error:
                why = str(error) or type(error).__name__
                wait = self._told_to_wait(error, address)
            else:
                return checked(kind, told)
            if attempt < ATTEMPTS:
                self._sleep(pause if wait is None else wait)
                pause = min(2 * pause, LONGEST_PAUSE)
        raise UnreachableError(f"no answer from {address} in {ATTEMPTS} attempts: {why}")
