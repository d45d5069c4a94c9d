"""What our own host is called: as the operator says, or on a machine near by as it was met."""

from ipaddress import ip_address

from starlette.requests import Request

from framtid import addresses


def host(request: Request) -> str:
    """Return our own address, "https://example.no"; empty where nobody says what it is.

    A ``Host`` is whatever a stranger writes, and a cache would show it to others. It is believed
    only where it can be nobody's name: an address in numbers, or a name without a dot.
    """
    met = request.url.hostname or ""
    near = f"{request.url.scheme}://{request.url.netloc}" if _near(met) else ""
    return addresses.host() or near


def _near(name: str) -> bool:
    try:
        return bool(ip_address(name))
    except ValueError:
        return bool(name) and "." not in name
