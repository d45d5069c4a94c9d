"""What can go wrong with an answer from Statistics Norway, each as it is seen from here."""

import gzip
import json
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

Fault = Callable[[Request, Response], Response]
"""Makes a bad answer of a request and its good one."""
JSON = "application/json"
PAGE = "<!DOCTYPE html><html lang='no'><head><title>SSB</title></head><body>{}</body></html>"


def parameter(title: str, status: int = 400, inner: int | None = None) -> JSONResponse:
    """Return SSB's own no; the status inside may differ from the one outside."""
    body = {"type": "Parameter error", "title": title, "status": inner or status}
    return JSONResponse(body, status)


def too_many(_request: Request, _good: Response) -> Response:
    """Answer 429: too many calls, with a wait."""
    return JSONResponse({"title": "Too many requests"}, 429, {"retry-after": "7"})


def unavailable(_request: Request, _good: Response) -> Response:
    """Answer 503 with a page, as the gateway does."""
    return HTMLResponse(PAGE.format("Tjenesten er utilgjengelig"), 503)


def maintenance(_request: Request, _good: Response) -> Response:
    """Answer 200 with a page instead of figures."""
    return HTMLResponse(PAGE.format("Vi oppdaterer statistikkbanken"), 200)


def elsewhere(_request: Request, _good: Response) -> Response:
    """Lead on to a host that nobody has asked."""
    return Response(status_code=307, headers={"location": "http://evil.example/api"})


def not_found_page(_request: Request, _good: Response) -> Response:
    """Answer 404 with a page, as SSB does when an address is too long."""
    return HTMLResponse(PAGE.format("404 – Siden finnes ikke"), 404)


def wrong_type(_request: Request, good: Response) -> Response:
    """Answer with the figures, called something else."""
    return Response(good.body, media_type="application/octet-stream")


def cut_off(_request: Request, good: Response) -> Response:
    """Promise the whole answer and send half."""
    response = Response(bytes(good.body)[: len(good.body) // 2], media_type="application/json")
    response.headers["content-length"] = str(len(good.body))
    return response


def truncated(_request: Request, good: Response) -> Response:
    """Send half the answer as if it were whole."""
    half = bytes(good.body)[: len(good.body) // 2]
    return Response(half, media_type="application/json; charset=utf-8")


def says(told: object) -> Fault:
    """Return a fault that answers 200 with any JSON."""
    body = json.dumps(told)
    return lambda _request, _good: Response(body, media_type="application/json")


def sends(body: bytes, **headers: str) -> Fault:
    """Return a fault that answers 200 with any bytes, under any headers."""
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    return lambda _request, _good: Response(body, headers={"content-type": JSON} | named)


def bomb(_request: Request, _good: Response) -> Response:
    """Send 200 MB of nothing, packed to a fifth of a megabyte."""
    packed = gzip.compress(bytes(200_000_000), 1)
    return Response(packed, headers={"content-type": JSON, "content-encoding": "gzip"})


def busy(status: int, seconds: int) -> Fault:
    """Return a fault that asks us to wait some seconds."""
    headers = {"retry-after": str(seconds)}
    return lambda _request, _good: JSONResponse({"title": "Busy"}, status, headers)
