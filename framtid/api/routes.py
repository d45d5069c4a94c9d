"""Answers for programs: places, views, stories and projections as JSON and CSV."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from framtid import addresses
from framtid.api import pathways, tables
from framtid.api import views as view_files
from framtid.api.downloads import to_csv, wished_form
from framtid.errors import FramtidError
from framtid.language.current import reader_language, spoken
from framtid.pathways.codec import Decoded
from framtid.pathways.outlook import outlook_of
from framtid.places import Place, remembered, search
from framtid.places import places as all_places
from framtid.statistics.keeping import kept
from framtid.statistics.snapshot import snapshot
from framtid.stories import gallery, listed, tell
from framtid.views.registry import views
from framtid.web.current_language import say, sentence
from framtid.web.packed import FOREVER, Packed, to_json
from framtid.web.statuses import status

BRIEFLY = "public, max-age=300"
OPEN = {"access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin"}
"""Anyone may read the figures from any page."""
SEXES = ("men", "women")


def _described(place: Place) -> dict[str, Any]:
    described: dict[str, Any] = {
        "code": place.code,
        "level": place.level,
        "name": place.name,
        "short": place.short,
        "label": reader_language().label(place),
    }
    if place.region:
        described |= {"region": place.region, "county": place.county}
    also = all_places().other_names.get(place.code)
    before = all_places().before.get(place.code, ())
    names = list(dict.fromkeys(old.name for old in before if old.name))
    codes = [old.code for old in before]
    more = {"also": list(also or ()), "former": names, "former_codes": codes}
    return described | {key: value for key, value in more.items() if value}


@kept(1, by=spoken)
def places_json() -> Packed:
    """Every place; the whole list, for those who search it themselves."""
    listed = [_described(place) for place in all_places().by_code.values()]
    return to_json({"edition": snapshot().edition, "places": listed})


@kept(512, by=spoken)
def found_json(query: str) -> Packed:
    """Return the places a query may mean, best first."""
    found = [_described(place) | _found_by(place, query) for place in search(query)]
    return to_json({"edition": snapshot().edition, "places": found})


def _found_by(place: Place, query: str) -> dict[str, str]:
    """Return the name of old that led to a place, so that the reader sees why it is listed."""
    name = remembered(place, query)
    return {"found_by": say("search.former", name=name)} if name else {}


@kept(1, by=spoken)
def views_json() -> Packed:
    """Every view by name, in the order they stand on Min kommune, and what it can be of."""
    return to_json(
        {
            "edition": snapshot().edition,
            "views": list(views()),
            "levels": {name: sorted(maker.levels) for name, maker in views().items()},
        }
    )


@kept(1, by=spoken)
def stories_json() -> Packed:
    """Every story: what it is called, where it is read, and where it is told as data."""
    stories = listed(None, reader_language())
    return to_json({"edition": snapshot().edition, "stories": stories})


@kept(600, by=spoken)
def story_json(story: str, code: str, decoded: Decoded | None = None) -> Packed:
    """Return a story told for a place, of the future that was chosen."""
    return to_json(tell(story, code, spoken(), decoded))


@kept(600, by=spoken)
def gallery_json(code: str) -> Packed:
    """Return every view of a place."""
    return to_json(gallery(code, spoken()))


@kept(64, by=spoken)
def projection_csv(code: str, alternative: str, form: str = "") -> Packed:
    """Return people by year, sex and age from the base year on."""
    outlook = outlook_of(code, alternative)
    rows = (
        (year, SEXES[sex], age, round(float(people), 3))
        for year in range(outlook.base_year, outlook.last_year + 1)
        for sex, ages in enumerate(outlook.at(year))
        for age, people in enumerate(ages)
    )
    name = f"projection-{code}-{alternative}"
    return to_csv(name, ("year", "sex", "age", "population"), rows, form)


def _problem(error: FramtidError) -> JSONResponse:
    told = {"error": error.key, "message": sentence(error)}
    return JSONResponse(told, status(error), {"cache-control": "no-store", **OPEN})


def _endpoint(answer: Callable[[Request], Packed]) -> Callable[[Request], Response]:
    """Turn a packed answer or an expected error into a response."""

    @wraps(answer)
    def respond(request: Request) -> Response:
        try:
            packed = answer(request)
        except FramtidError as error:
            return _problem(error)
        kept = request.query_params.get("v") == snapshot().edition
        return packed.response(request.headers, FOREVER if kept else BRIEFLY, **OPEN)

    return respond


def _places(request: Request) -> Packed:
    query = request.query_params.get("q")
    return places_json() if query is None else found_json(query[:60])


def _alternative(request: Request) -> str:
    return request.query_params.get("alternative", "MMMM")


ANSWERS: dict[str, Callable[[Request], Packed]] = {
    "/places.json": _places,
    "/views.json": lambda _request: views_json(),
    "/stories.json": lambda _request: stories_json(),
    "/stories/{story}/{code}.json": lambda request: story_json(
        **request.path_params, decoded=pathways.chosen_path(request)
    ),
    "/gallery/{code}.json": lambda request: gallery_json(**request.path_params),
    "/projection/{code}.csv": lambda request: projection_csv(
        request.path_params["code"], _alternative(request), wished_form(request)
    ),
    **pathways.ANSWERS,
    **tables.ANSWERS,
    **view_files.ANSWERS,
}


def api_routes() -> list[Route]:
    """Return the routes under ``/api/v1``."""
    return [Route(addresses.API + path, _endpoint(answer)) for path, answer in ANSWERS.items()]
