"""Figures of the running program for Prometheus, on a port of their own and of nothing personal."""

import os
from functools import lru_cache

from prometheus_client import Counter, Histogram, start_http_server

from framtid import addresses
from framtid.sitemap import pages

PORT = "FRAMTID_METRICS"
"""Names the port, on this machine only, that the figures are read at; none where it is not set."""
ROOMS = frozenset(("api", "embed", "_stcore", "static", "assets", "health", "ready"))
ANSWERS = Counter("framtid_answers", "Answers by what was asked for.", ("room", "status"))
SECONDS = Histogram(
    "framtid_answer_seconds",
    "Seconds until the whole answer was sent.",
    ("room",),
    buckets=(0.01, 0.05, 0.1, 0.3, 1, 3, 10, 30),
)


@lru_cache(maxsize=1)
def _rooms() -> frozenset[str]:
    return frozenset(page.address.strip("/") for page in pages().values()) | ROOMS


def room(path: str) -> str:
    """Return what an address belongs to; strangers cannot make up new ones.

    Streams last as long as somebody listens, and are counted apart.
    """
    if path.startswith(addresses.ROOMS) and path.endswith("/events"):
        return "streams"
    first = path.strip("/").split("/")[0]
    return (first or "front") if first in _rooms() else "other"


def count(path: str, status: int, seconds: float) -> None:
    """Count an answer; status 0 is one that nobody waited for."""
    where = room(path)
    ANSWERS.labels(where, str(status)).inc()
    SECONDS.labels(where).observe(seconds)


def serve() -> None:
    """Answer Prometheus where the operator has named a port."""
    if port := os.environ.get(PORT):
        start_http_server(int(port), addr="127.0.0.1")
