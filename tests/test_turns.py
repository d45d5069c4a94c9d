"""Dear answers: they stop nothing that is cheap, and an address has its share of them."""

from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from inspect import iscoroutinefunction
from threading import Event
from typing import Any

import anyio
import pytest
from anyio import CapacityLimiter
from httpx2 import ASGITransport, AsyncClient
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.routing import Route
from starlette.testclient import TestClient

from framtid.api import endpoint
from framtid.api.endpoint import Endpoint
from framtid.errors import TooBusyError, TooManyError
from framtid.site.health import health
from framtid.site.routes import routes
from framtid.web import turns
from framtid.web.packed import Packed, to_json
from framtid.web.turns import WRITTEN, Shares, by_turn, in_turn

OF_FILES = ("/assets/", "/favicon", "/robots.txt", "/sitemap.xml", "/embed.js", "/oembed")
AT_ONCE = {
    *("/embed/{rest:anything}", "/embed", "/{path:unreserved}", "/ready"),
    *("/api/v1/openapi.json", "/api/v1/dcat.jsonld", "/api/v1/places/any.json"),
    *("/meld-hemmer", "/meld-hemmer/slett", "/meld-hemmer.csv", "/innspill/{code}.svg"),
}
"""Told in a sentence, made once for all, or of no figures."""
CROWD = 60
"""More than there are threads for what is cheap."""


def alone(work: Callable[[], Awaitable[Any]]) -> Any:
    """Run asynchronous work on a thread of its own: others may have a loop on ours."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(anyio.run, work).result()


def dear_site(dear: Endpoint) -> Starlette:
    """Return a site with a dear answer, a page, a quick answer and the answer that it is up."""
    written = Endpoint(dear.answer)
    quick = Endpoint(lambda _request: to_json("cheap"), quick=True)
    return Starlette(
        routes=[
            Route("/dear", dear.handler),
            Route("/written", written.handler),
            Route("/page", by_turn(written.respond, WRITTEN)),
            Route("/cheap", quick.handler),
            Route("/health", health),
        ]
    )


@pytest.mark.parametrize("crowded", ["/dear", "/written", "/page"])
def test_cheap_answers_come_while_many_wait_for_others(
    monkeypatch: pytest.MonkeyPatch, crowded: str
) -> None:
    monkeypatch.setattr(endpoint, "SHARES", Shares(CROWD, 2.0, lambda: 0.0))
    free = Event()

    def blocked(_request: Request) -> Packed:
        assert free.wait(60)
        return to_json("dear")

    async def crowd() -> list[int]:
        statuses = list[int]()
        site = dear_site(Endpoint(blocked, dear=True))

        async def ask() -> None:
            statuses.append((await client.get(crowded)).status_code)

        async with (
            AsyncClient(transport=ASGITransport(site), base_url="http://a") as client,
            anyio.create_task_group() as group,
        ):
            for _ in range(CROWD):
                group.start_soon(ask)
            await anyio.wait_all_tasks_blocked()
            assert (await client.get("/cheap")).json() == "cheap"
            assert (await client.get("/health")).status_code == 200
            assert statuses == []
            free.set()
        return statuses

    assert alone(crowd) == [200] * CROWD


def test_only_what_is_found_at_once_takes_any_thread() -> None:
    """What is written on any thread stops frames for as long as a crowd asks for pages."""
    free = [each.path for each in routes() if isinstance(each, Route) and not _by_turn(each)]
    assert {path for path in free if not path.startswith(OF_FILES)} <= AT_ONCE


def _by_turn(route: Route) -> bool:
    return iscoroutinefunction(route.endpoint)


def test_who_gets_no_turn_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "PATIENCE", 0.0)

    async def ask() -> None:
        one = CapacityLimiter(1)
        await one.acquire_on_behalf_of("another")
        with pytest.raises(TooBusyError):
            await in_turn(lambda: None, one)
        one.release_on_behalf_of("another")
        assert one.borrowed_tokens == 0

    alone(ask)


def test_a_turn_is_given_back_where_computing_fails() -> None:
    def fails() -> None:
        raise KeyError

    async def ask() -> None:
        one = CapacityLimiter(1)
        with pytest.raises(KeyError):
            await in_turn(fails, one)
        assert one.borrowed_tokens == 0

    alone(ask)


def test_a_share_is_used_up_comes_back_and_is_each_addresss_own() -> None:
    now = 0.0
    shares = Shares(3, 2.0, lambda: now)
    for _ in range(3):
        shares.take("a")
    with pytest.raises(TooManyError):
        shares.take("a")
    shares.take("b")
    now = 2.0
    shares.take("a")
    with pytest.raises(TooManyError):
        shares.take("a")


def test_addresses_that_asked_long_ago_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "ADDRESSES", 2)
    shares = Shares(1, 2.0, lambda: 0.0)
    for address in ("a", "b", "c", "a"):
        shares.take(address)
    with pytest.raises(TooManyError):
        shares.take("a")


def test_who_asks_too_often_is_told_when_to_come_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endpoint, "SHARES", Shares(1, 2.0, lambda: 0.0))
    client = TestClient(dear_site(Endpoint(lambda _request: to_json("dear"), dear=True)))
    assert client.get("/dear").status_code == 200
    refused = client.get("/dear")
    assert refused.status_code == 429
    assert refused.headers["retry-after"]
    assert refused.json()["error"] == "too_many"
    assert "Vent litt" in refused.json()["message"]
    assert client.get("/cheap").status_code == 200


def test_twenty_at_one_address_are_not_refused() -> None:
    shares = Shares(turns.SHARE, turns.EVERY, lambda: 0.0)
    for _ in range(20):
        shares.take("a newsroom")
