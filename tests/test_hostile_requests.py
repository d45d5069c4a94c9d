"""Requests that nobody should send, to every address of ours: a clear no, and never a fault."""

import re

import pytest
from starlette.routing import Route
from starlette.testclient import TestClient

from framtid.language import language_of
from framtid.site.routes import routes

FILLED = {
    **{"code": "5610", "place": "5610", "view": "carers", "lever": "heltid", "name": "mark.svg"},
    **{"form": "csv", "story": "2040", "table": "regions", "question": "q", "number": "1"},
}
STREAMS = "/events"
"""These never end."""
QUERIES = (
    "sted=%00&vei=%00&path=%00&year=%00&lang=%00&v=%00&q=%00&goal=%00",
    "sted=5610&sted=9999&lang=nn&lang=en&vei=lys-vei&vei=mork-vei&v=x&v=y",
    "sted=%ff%fe&vei=%c3%28&year=%d9%a2%d9%a0&lengde=%c2%b2&alder=-1&n=%ef%bc%95",
    "year=99999999999999999999&lengde=1e400&target=nan&maxwidth=-1&wide=inf&tall=0x10",
    "&&=&=5&%00=1&sted[]=5610&sted=5610;vei=x&accent=%00&theme=../../etc/passwd",
    "vei=" + "9" * 3000 + "&sted=" + "a" * 3000 + "&spill=" + "~" * 3000,
    "sted=5610%0d%0aX-Evil:1&callback=alert&url=http://[::1&format=../../etc",
)
PARTS = (
    "%00",
    "%ff",
    "..%2f..%2fetc%2fpasswd",
    "a" * 3000,
    "5610%00",
    "%0d%0aX-Evil:1",
    "5610@%00",
    "0" * 500,
    "%EF%BC%95%EF%BC%96%EF%BC%91%EF%BC%90",
    "ba-99999999999999999999",
    "%2e%2e",
)
METHODS = ("HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND")
HEADERS = (
    {"range": "bytes=5-1"},
    {"range": "bytes=" + ",".join(["0-1"] * 300)},
    {"if-none-match": 'W/"x", ' + '"z", ' * 300 + "*"},
    {"if-modified-since": "yesterday"},
    {"accept-language": "nn;q=zzz, en;q=1e999, " + "x" * 3000},
    {"accept-encoding": "gzip;q=nan, identity;q=0, *;q=0"},
    {"x-forwarded-for": "::1, x, -", "x-forwarded-proto": "gopher", "referer": "http://[::1"},
)
NOT_SUPPORTED = 501
"""What oEmbed asks for where a form is not known."""


def filled(path: str, **odd: str) -> str:
    """Return a route's address with something in each of its places."""
    return re.sub(
        r"{([^}:]+)[^}]*}", lambda found: odd.get(found[1]) or FILLED.get(found[1], "x"), path
    )


PATHS = sorted({each.path for each in routes() if isinstance(each, Route)} - {"/{path:unreserved}"})
CHEAP = ("/sok?q=oslo", "/embed/pupils/5610", "/api/v1/places.json", "/assets/x", "/health", "/om")


def ask(
    client: TestClient, method: str, address: str, headers: dict[str, str] | None = None
) -> None:
    """Ask, and see that the answer is one."""
    answer = client.request(method, address, headers=headers)
    assert answer.status_code < 500 or answer.status_code == NOT_SUPPORTED, (method, address)
    assert "Traceback" not in answer.text, address
    assert "x-evil" not in answer.headers, address


@pytest.mark.parametrize("query", QUERIES)
def test_no_query_is_a_fault_anywhere(client: TestClient, query: str) -> None:
    """Each address meets one kind of oddity in all of its parameters at once."""
    for at, path in enumerate(PATHS):
        if not path.endswith(STREAMS) and at % len(QUERIES) == QUERIES.index(query):
            ask(client, "GET", f"{filled(path)}?{query}")
    for path in CHEAP:
        ask(client, "GET", f"{path.partition('?')[0]}?{query}")


def test_no_part_of_an_address_is_a_fault(client: TestClient) -> None:
    for at, path in enumerate(path for path in PATHS if "{" in path):
        if not path.endswith(STREAMS):
            for name in re.findall(r"{([^}:]+)", path):
                ask(client, "GET", filled(path, **{name: PARTS[at % len(PARTS)]}))
    for part in PARTS:
        ask(client, "GET", f"/embed/carers/{part}")
        ask(client, "GET", f"/kommune/{part}")


@pytest.mark.parametrize("method", METHODS)
def test_no_method_is_a_fault(client: TestClient, method: str) -> None:
    for path in CHEAP:
        ask(client, method, path)


def test_no_header_is_a_fault(client: TestClient) -> None:
    for headers in HEADERS:
        for path in CHEAP:
            ask(client, "GET", path, headers=headers)


@pytest.mark.parametrize("spoken", ["nb", "nn", "en"])
@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("POST", "/kommune", 405),
        ("DELETE", "/om", 405),
        ("POST", "/api/v1/views.json", 405),
        ("GET", "/mote/protokoll.exe", 404),
        ("GET", "/behov.exe", 404),
        ("GET", "/assets/tull.js", 404),
    ],
)
def test_the_machinery_speaks_the_readers_language(
    client: TestClient, method: str, address: str, status: int, spoken: str
) -> None:
    answer = client.request(method, f"{address}?lang={spoken}")
    assert answer.status_code == status
    assert answer.text not in {"Not Found", "Method Not Allowed", "404"}
    keys = ("not_found", "wrong_method")
    if address.startswith(("/api/", "/assets/")):
        told = [language_of(spoken).say(f"errors.{key}") for key in keys]
        assert answer.json()["message"] in told
    else:
        assert f'lang="{spoken}"' in answer.text
        assert "<h1" in answer.text
    assert status != 405 or answer.headers["allow"]
