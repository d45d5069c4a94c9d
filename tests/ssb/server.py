"""The stand-in server: PxWebApi v2 and Klass over HTTP, with faults on order."""

import re
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from tests.ssb.faults import PAGE, Fault, parameter
from tests.ssb.tables import MissingSelectionError, NoSuchValueError, Table

API, KLASS = "/api/pxwebapi/v2", "/api/klass/v1"
COUNTIES = 104
"""Klass's number for the counties."""
LONGEST_ADDRESS = 2100
EXPRESSIONS = {
    "from": lambda codes, at: codes[codes.index(at) :],
    "top": lambda codes, at: codes[-int(at) :],
}


@dataclass
class Municipality:
    """A municipality as Klass lists it."""

    code: str
    name: str
    region: str = ""
    """Code of its labour-market region."""


@dataclass
class Classification:
    """A classification of Klass that the municipalities are divided by."""

    id: int
    name: str
    codes: dict[str, str]
    """Name by code."""
    mirrored: bool = False
    """Whether the correspondence is kept from the municipalities' side."""


@dataclass
class StandIn:
    """What the server has, and what goes wrong next."""

    tables: dict[str, Table]
    municipalities: list[Municipality] = field(default_factory=list)
    changes: list[dict[str, str]] = field(default_factory=list)
    counties: dict[str, str] = field(default_factory=dict)
    classifications: list[Classification] = field(default_factory=list)
    cells: int = 800_000
    calls: int = 10_000
    window: int = 60
    faults: dict[str, list[Fault]] = field(default_factory=dict)
    """Faults in turn, by what is asked for: data, metadata, table, tables, codelist, klass …"""
    asked: list[str] = field(default_factory=list)
    """Every call, "POST /tables/07459/data"."""
    latch: threading.Event = field(default_factory=threading.Event)
    """Answers with figures wait for it."""
    address: str = ""

    def __post_init__(self) -> None:
        self.latch.set()

    @property
    def api(self) -> str:
        """Address of PxWebApi."""
        return self.address + API

    @property
    def klass(self) -> str:
        """Address of Klass."""
        return self.address + KLASS

    def fail(self, what: str, *faults: Fault) -> None:
        """Let the next answers of a kind go wrong."""
        self.faults.setdefault(what, []).extend(faults)

    def times(self, part: str) -> int:
        """Return how many calls had ``part`` in them."""
        return sum(part in call for call in self.asked)

    def app(self) -> Starlette:
        """Return the server as an ASGI app."""
        routes = [
            ("/config", "config", self._config, ["GET"]),
            ("/tables", "tables", self._search, ["GET"]),
            ("/tables/{table}", "table", self._table, ["GET"]),
            ("/tables/{table}/metadata", "metadata", self._metadata, ["GET"]),
            ("/tables/{table}/data", "data", self._data, ["GET", "POST"]),
            ("/codeLists/{codelist}", "codelist", self._codelist, ["GET"]),
        ]
        klass = "/classifications/{classification:int}"
        return Starlette(
            routes=[
                *(
                    Route(API + path, self._faulty(what, answer), methods=methods)
                    for path, what, answer, methods in routes
                ),
                Route(f"{KLASS}{klass}/codesAt", self._faulty("klass", self._codes)),
                Route(f"{KLASS}{klass}/changes", self._faulty("klass", self._changes)),
                Route(
                    f"{KLASS}/classifications/search",
                    self._faulty("regions", self._classifications),
                ),
                Route(f"{KLASS}{klass}/correspondsAt", self._faulty("regions", self._corresponds)),
            ]
        )

    def _faulty(self, what: str, answer: Any) -> Any:
        async def respond(request: Request) -> Response:
            self.asked.append(f"{request.method} {request.url.path.removeprefix(API)}")
            good: Response = await answer(request)
            waiting = self.faults.get(what)
            return waiting.pop(0)(request, good) if waiting else good

        return respond

    async def _config(self, _request: Request) -> Response:
        return JSONResponse(
            {
                "apiVersion": "2.0.0",
                "appVersion": "stand-in",
                "languages": [{"id": "no", "label": "norsk"}, {"id": "en", "label": "English"}],
                "defaultLanguage": "no",
                "maxDataCells": self.cells,
                "maxCallsPerTimeWindow": self.calls,
                "timeWindow": self.window,
                "license": "https://creativecommons.org/licenses/by/4.0/",
                "sourceReferences": [{"language": "no", "text": "Kilde: Statistisk sentralbyrå"}],
                "defaultDataFormat": "json-stat2",
                "dataFormats": ["json-stat2", "csv", "px", "xlsx", "html", "json-px"],
                "features": [{"id": "CORS", "params": [{"key": "enabled", "value": "True"}]}],
            }
        )

    async def _search(self, request: Request) -> Response:
        query = request.query_params.get("query", "").lower().removeprefix("title:")
        found = [table.described() for table in self.tables.values()]
        found = [one for one in found if query in one["label"].lower()]
        number, size = (
            int(request.query_params.get(key, default))
            for key, default in (("pageNumber", 1), ("pageSize", 20))
        )
        page = {
            "pageNumber": number,
            "pageSize": size,
            "totalElements": len(found),
            "totalPages": max(-(-len(found) // size), 1),
            "links": [],
        }
        tables = found[(number - 1) * size : number * size]
        return JSONResponse({"language": "no", "tables": tables, "page": page, "links": []})

    async def _table(self, request: Request) -> Response:
        table = self.tables.get(request.path_params["table"])
        return JSONResponse(table.described()) if table else _gone()

    async def _metadata(self, request: Request) -> Response:
        table = self.tables.get(request.path_params["table"])
        return JSONResponse(table.metadata()) if table else _gone()

    async def _codelist(self, request: Request) -> Response:
        for table in self.tables.values():
            for dimension in table.dimensions:
                for codelist in dimension.codelists:
                    if codelist.id == request.path_params["codelist"]:
                        return JSONResponse(codelist.data("no"))
        return parameter("Non-existent codelist", 400, 404)

    async def _data(self, request: Request) -> Response:
        if len(str(request.url)) > LONGEST_ADDRESS:
            return HTMLResponse(PAGE.format("404 – Siden finnes ikke"), 404)
        table = self.tables.get(request.path_params["table"])
        if table is None:
            return _gone()
        if request.method == "POST":
            asked = (await request.json())["selection"]
            selection = {one["variableCode"]: one["valueCodes"] for one in asked}
            codelists = {o["variableCode"]: o["codelist"] for o in asked if o.get("codelist")}
        else:
            selection, codelists = _in_address(request.query_params, table)
        await run_in_threadpool(self.latch.wait)
        return await run_in_threadpool(self._figures, table, selection, codelists)

    def _figures(
        self, table: Table, selection: Mapping[str, Sequence[str]], codelists: Mapping[str, str]
    ) -> Response:
        cells = 1
        for codes in selection.values():
            cells *= len(codes)
        if cells > self.cells:
            return parameter("Too many cells selected", 403)
        try:
            return JSONResponse(table.data(selection, codelists))
        except NoSuchValueError:
            return parameter("Non-existent value")
        except MissingSelectionError:
            return parameter("Missing selection for mandantory variable")

    async def _codes(self, request: Request) -> Response:
        listed = (*self.municipalities, Municipality("9999", "Uoppgitt"))
        if request.path_params["classification"] == COUNTIES:
            listed = tuple(Municipality(*one) for one in self.counties.items())
        return JSONResponse(
            {
                "codes": [
                    {
                        "code": one.code,
                        "parentCode": None,
                        "level": "1",
                        "name": one.name,
                        "shortName": "",
                        "presentationName": "",
                        "validFrom": None,
                        "validTo": None,
                        "notes": "",
                    }
                    for one in listed
                ]
            }
        )

    async def _changes(self, _request: Request) -> Response:
        return JSONResponse({"codeChanges": self.changes})

    async def _classifications(self, request: Request) -> Response:
        query = request.query_params["query"].lower()
        address = f"{self.klass}/classifications"
        found = [
            {
                "name": one.name,
                "snippet": one.name,
                "searchScore": 1.1,
                "_links": {"self": {"href": f"{address}/{one.id}"}},
            }
            for one in self.classifications
            if query in one.name.lower()
        ]
        told: dict[str, Any] = {"_embedded": {"searchResults": found}} if found else {}
        told["_links"] = {"self": {"href": f"{address}/search?query={query}"}}
        told["page"] = {"size": 20, "totalElements": len(found), "totalPages": 1, "number": 0}
        return JSONResponse(told)

    async def _corresponds(self, request: Request) -> Response:
        source = request.path_params["classification"]
        target = int(request.query_params["targetClassificationId"])
        one = next((one for one in self.classifications if one.id in {source, target}), None)
        if one is None or (source == one.id) is one.mirrored:
            told = f"Classification {source} has no correspondence with {target}"
            return JSONResponse({"message": told}, 404)
        items = [
            _item(place, one.codes[place.region], source == one.id)
            for place in self.municipalities
            if place.region in one.codes
        ]
        return JSONResponse({"correspondenceItems": items})


def _item(place: Municipality, region: str, from_region: bool) -> dict[str, str]:
    pairs = ((place.region, region), (place.code, place.name))
    (code, name), (other, other_name) = pairs if from_region else pairs[::-1]
    return {
        "sourceCode": code,
        "sourceName": name,
        "sourceShortName": "",
        "targetCode": other,
        "targetName": other_name,
        "targetShortName": "",
    }


def _gone() -> Response:
    # SSB answers 400 and says 404 inside.
    return parameter("Non-existent table", 400, 404)


def _in_address(
    query: Mapping[str, str], table: Table
) -> tuple[dict[str, list[str]], dict[str, str]]:
    """Read ``valueCodes[X]`` and ``codelist[X]``, in any case, with * and expressions."""
    selection: dict[str, list[str]] = {}
    codelists: dict[str, str] = {}
    for key, text in query.items():
        match = re.fullmatch(r"(\w+)\[(\w+)\]", key)
        if not match:
            continue
        kind, dimension = match[1].lower(), match[2]
        if kind == "codelist":
            codelists[dimension] = text
        elif kind == "valuecodes":
            known = list(table.dimension(dimension).labels)
            expression = re.fullmatch(r"(\w+)\((\w+)\)", text)
            if text == "*":
                selection[dimension] = known
            elif expression:
                selection[dimension] = EXPRESSIONS[expression[1]](known, expression[2])
            else:
                selection[dimension] = text.split(",")
    return selection, codelists


@contextmanager
def serving(stand_in: StandIn) -> Iterator[StandIn]:
    """Serve on a free port of this machine for as long as the block lasts."""
    config = uvicorn.Config(stand_in.app(), port=0, log_level="critical", lifespan="off")
    server = uvicorn.Server(config)
    started = threading.Event()
    startup = server.startup

    async def tell(sockets: Any = None) -> None:
        await startup(sockets)
        started.set()

    server.startup = tell  # type: ignore[method-assign]
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    started.wait()
    port = server.servers[0].sockets[0].getsockname()[1]
    stand_in.address = f"http://127.0.0.1:{port}"
    try:
        yield stand_in
    finally:
        stand_in.latch.set()
        server.should_exit = True
        thread.join()
