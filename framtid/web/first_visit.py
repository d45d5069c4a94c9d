"""Who comes from outside is led to the page in the language that their browser asks for."""

import re
from collections.abc import Iterator
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from framtid import addresses
from framtid.language.texts import DEFAULT, OF_PAGES

OUTSIDE = {"none", "cross-site", "same-site"}
"""``Sec-Fetch-Site`` of one who typed the address, or followed a link on another site."""
NORWEGIAN = {"no": DEFAULT, "da": DEFAULT, "sv": DEFAULT}
"""Languages whose speakers read bokmål."""
WEIGHT = re.compile(r"[01](\.\d{0,3})?")
"""How dear a language is, 0 to 1; nought is one that is not wanted."""
ASKED_ON = {"vary": "Accept-Language, Sec-Fetch-Site", "cache-control": "no-store"}


def preferred(header: str) -> str:
    """Return which of our languages an ``Accept-Language`` asks for first.

    Many a Norwegian has a browser in English: English is for those who ask for nothing else that we
    speak. Bokmål where none of them is ours.
    """
    asked = [code for code in _by_weight(header) if code in OF_PAGES]
    ours = [code for code in asked if code != "en"] or asked
    return ours[0] if ours else DEFAULT


def _by_weight(header: str) -> Iterator[str]:
    """Yield the languages of a header without their countries, the dearest first."""
    weighed = []
    for part in header[:400].split(","):
        name, _, weight = "".join(part.lower().split()).partition(";q=")
        code = name.partition("-")[0]
        if WEIGHT.fullmatch(weight or "1"):
            weighed.append((float(weight or 1), NORWEGIAN.get(code, code)))
    weighed.sort(key=lambda one: -one[0])
    return (code for weight, code in weighed if weight)


def in_their_language(request: Request) -> Response | None:
    """Lead on to the page in the reader's language; None for who chose one or is here already."""
    head = request.headers
    if addresses.LANGUAGE in request.query_params or addresses.EMBED in request.query_params:
        return None
    if head.get("sec-fetch-dest") != "document" or head.get("sec-fetch-site") not in OUTSIDE:
        return None
    language = preferred(head.get("accept-language", ""))
    if language == DEFAULT:
        return None
    asked = urlencode([*request.query_params.multi_items(), (addresses.LANGUAGE, language)])
    return RedirectResponse(f"{request.url.path}?{asked}", 302, ASKED_ON)
