"""``/velg-vei``: levers chosen in a form without a script, led on to the page of their path."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from framtid import addresses
from framtid.documents.remark_links import remark_links
from framtid.pathways.codec import LONGEST, decode, encode
from framtid.pathways.levers import levers
from framtid.pathways.switches import NAMES
from framtid.places import places

PAGES = (addresses.CHOICE, addresses.STORY)
LONGEST_PART = 6
"""Characters of a lever's part of a code, with room to spare."""


def chosen(request: Request) -> Response:
    """Send the reader to a page along the path of a form; what cannot be read counts as today."""
    query = request.query_params
    base = encode(decode(query.get(addresses.PATH, "")[: LONGEST + 1]).pathway)
    parts = "".join(query[name][:LONGEST_PART] for name in levers() if name in query)
    joined = f"{base}{parts}" if "-" in base else f"{base}-{parts}"
    pathway = decode(joined if parts else base).pathway
    asked = query.get(addresses.ONWARD, "")
    onward = asked if asked in PAGES else PAGES[0]
    code = query.get(addresses.PLACE, "")
    known = code if code in places().by_code else None
    more = {name: query[name][:LONGEST] for name in NAMES if name in query}
    if room := remark_links(query):
        more |= room.query
    return RedirectResponse(addresses.page(onward, known, encode(pathway), **more), 303)
