"""The API and the data sets described: OpenAPI, and DCAT-AP-NO where our host has a name."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from framtid.answers import encode
from framtid.api.endpoint import BRIEFLY, OPEN
from framtid.api.openapi import MEDIA, openapi_json
from framtid.language.current import spoken
from framtid.statistics.keeping import kept
from framtid.tables.datasets import DCAT, OPENAPI
from framtid.tables.dcat import catalog
from framtid.web.host import host
from framtid.web.packed import Packed, pack


@kept(4, by=spoken)
def dcat_json(site: str) -> Packed:
    """Return the catalogue of data sets, with addresses on a site."""
    return pack(encode(catalog(site)), MEDIA["jsonld"])


def dcat(request: Request) -> Response:
    """Answer with the catalogue; its addresses are identifiers, and need the name of our host."""
    if not (site := host(request)):
        return PlainTextResponse("FRAMTID_ADDRESS", 404)
    return dcat_json(site).response(request.headers, BRIEFLY, **OPEN)


def openapi(request: Request) -> Response:
    """Answer with the description of the API."""
    return openapi_json().response(request.headers, BRIEFLY, **OPEN)


ROUTES = [Route(OPENAPI, openapi), Route(DCAT, dcat)]
