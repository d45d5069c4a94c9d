"""What our own host is called: as the operator says, or else as the visitor met it."""

from starlette.requests import Request

from framtid import addresses


def host(request: Request) -> str:
    """Return our own address, "https://example.no"; where nobody tells it, what was asked for."""
    return addresses.host() or f"{request.url.scheme}://{request.url.netloc}"
