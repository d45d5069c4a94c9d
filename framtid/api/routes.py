"""Answers for programs: places, views, stories and projections as JSON and CSV."""

from secrets import choice

from msgspec import UNSET
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from framtid import addresses
from framtid.answers import Model
from framtid.api import (
    causes,
    debate,
    path_files,
    pathways,
    placement,
    projects,
    reconciled,
    similar,
    stands,
    tables,
)
from framtid.api import views as view_files
from framtid.api.downloads import FORM, to_csv, wished_form
from framtid.api.endpoint import OPEN, Endpoint, check, failed
from framtid.errors import FramtidError
from framtid.language.current import reader_language, spoken
from framtid.pathways.codec import Decoded
from framtid.pathways.outlook import outlook_of
from framtid.places import Level, Place, lead, search
from framtid.places import places as all_places
from framtid.places.answers import ListedPlace, Places
from framtid.places.tongues import tongues_in
from framtid.statistics.keeping import kept
from framtid.statistics.snapshot import snapshot
from framtid.stories import gallery, listed
from framtid.stories.kept_story import kept_story
from framtid.stories.listing import Stories
from framtid.views.registry import views
from framtid.web.current_language import say
from framtid.web.packed import Packed, answered, to_json

SEXES = ("men", "women")


class Views(Model, frozen=True):
    """The answer of ``views.json``."""

    edition: str
    views: list[str]
    """Every view by name, in the order they stand on Min kommune."""
    levels: dict[str, list[Level]]
    """What each can be of."""


def _described(place: Place, query: str = "") -> ListedPlace:
    """Return a place as lists have it; with a query, also the name of old that led to it."""
    before = all_places().before.get(place.code, ())
    other = lead(place, query) if query else None
    return ListedPlace(
        code=place.code,
        level=place.level,
        name=place.name,
        short=place.short,
        label=reader_language().label(place),
        tongues=tongues_in((place.name,)) or UNSET,
        region=place.region or UNSET,
        county=(place.region and place.county) or UNSET,
        also=list(all_places().other_names.get(place.code) or ()) or UNSET,
        former=list(dict.fromkeys(former.name for former in before if former.name)) or UNSET,
        former_codes=[former.code for former in before] or UNSET,
        found_by=say(f"search.{other.kind}", name=other.name) if other else UNSET,
    )


@kept(1, by=spoken)
def places_json() -> Packed:
    """Every place; the whole list, for those who search it themselves."""
    listed = [_described(place) for place in all_places().by_code.values()]
    return to_json(Places(edition=snapshot().edition, places=listed))


@kept(512, by=spoken)
def found_json(query: str) -> Packed:
    """Return the places a query may mean, best first."""
    found = [_described(place, query) for place in search(query)]
    return to_json(Places(edition=snapshot().edition, places=found))


@kept(1, by=spoken)
def views_json() -> Packed:
    """Every view by name, in the order they stand on Min kommune, and what it can be of."""
    levels = {name: sorted(maker.levels) for name, maker in views().items()}
    return to_json(Views(edition=snapshot().edition, views=list(views()), levels=levels))


@kept(1, by=spoken)
def stories_json() -> Packed:
    """Every story: what it is called, where it is read, and where it is told as data."""
    stories = listed(None, reader_language())
    return to_json(Stories(edition=snapshot().edition, stories=stories))


@kept(600, by=spoken)
def story_json(story: str, code: str, decoded: Decoded | None = None) -> Packed:
    """Return a story told for a place, of the future that was chosen."""
    return to_json(kept_story(story, code, spoken(), decoded))


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


def _places(request: Request) -> Packed:
    query = request.query_params.get("q")
    return places_json() if query is None else found_json(query[:60])


def any_place(request: Request) -> Response:
    """Answer with a municipality, any of them; each time another."""
    try:
        check(request)
    except FramtidError as error:
        return failed(error, **OPEN)
    listed = [_described(choice(all_places().municipalities))]
    told = Places(edition=snapshot().edition, places=listed)
    return answered(told, headers={"cache-control": "no-store", **OPEN})


def _alternative(request: Request) -> str:
    return request.query_params.get("alternative", "MMMM")


ANSWERS: dict[str, Endpoint] = {
    "/places.json": Endpoint(_places, ("q",), quick=True, goes_on=True),
    "/views.json": Endpoint(lambda _request: views_json()),
    "/stories.json": Endpoint(lambda _request: stories_json()),
    "/stories/{story}/{code}.json": Endpoint(
        lambda request: story_json(**request.path_params, decoded=pathways.chosen_path(request)),
        ("path",),
        goes_on=True,
    ),
    "/gallery/{code}.json": Endpoint(
        lambda request: gallery_json(**request.path_params), goes_on=True
    ),
    "/projection/{code}.csv": Endpoint(
        lambda request: projection_csv(
            request.path_params["code"], _alternative(request), wished_form(request)
        ),
        ("alternative", FORM),
    ),
    **pathways.ANSWERS,
    **causes.ANSWERS,
    **path_files.ANSWERS,
    **projects.ANSWERS,
    **debate.ANSWERS,
    **placement.ANSWERS,
    **reconciled.ANSWERS,
    **similar.ANSWERS,
    **stands.ANSWERS,
    **tables.ANSWERS,
    **view_files.ANSWERS,
}


def api_routes() -> list[Route]:
    """Return the routes under ``/api/v1``."""
    kept = [Route(addresses.API + path, one.handler) for path, one in ANSWERS.items()]
    return [*kept, Route(addresses.any_place(), any_place)]
