"""``/lysbilder`` and ``/utskrift``: a story on a wall, a screen at a time, and a story on paper."""

from starlette.requests import Request

from framtid import addresses
from framtid.documents.article import SIZES, article, drawn
from framtid.documents.serving import placed, tell, way_of, write
from framtid.language.current import reader_language, spoken
from framtid.language.dates import day
from framtid.pathways.codec import decode, encode
from framtid.places import Place
from framtid.statistics.keeping import kept
from framtid.stories import Document, stories
from framtid.stories.kept_story import kept_story
from framtid.views.drawing.people import outlines
from framtid.web.packed import Packed

WALL = {"wide": (540, 300), "narrow": SIZES["narrow"]}
"""Pixels of a figure that is seen from the back row, and on the speaker's own phone."""


def _told(place: Place, story: str, path: str) -> Document:
    return kept_story(story, place.code, spoken(), decode(path) if path else None)


@kept(64, by=spoken)
def slides_html(place: Place, story: str, path: str) -> Packed:
    """Write a story as slides: heading and figure large, the prose as notes for the speaker."""
    told = _told(place, story, path)
    return write(
        "slides.html",
        title=tell("readings.slides.title", title=told.title),
        description=told.description,
        told=told,
        outlines=outlines(),
        steps=list(zip(told.steps, drawn(told, WALL, named=True), strict=True)),
        acts={act.id: act for act in told.acts},
        updated=day(told.updated, reader_language()),
    )


@kept(64, by=spoken)
def print_html(place: Place, story: str, path: str) -> Packed:
    """Write a story for paper: every table open, with the address and the date."""
    told = _told(place, story, path)
    at = addresses.page(addresses.STORY, place.code, path, **_named(story))
    return write(
        "print.html",
        title=tell("readings.print.title", title=told.title),
        description=told.description,
        content=article(told, on_paper=True),
        updated=day(told.updated, reader_language()),
        address=addresses.host() + at,
        told=told,
    )


def _named(story: str) -> dict[str, str]:
    return {} if story == addresses.DEFAULT_STORY else {addresses.STORY_ID: story}


def _asked(request: Request) -> tuple[str, str]:
    """Return the story and the path's code that an address asks for."""
    name = request.query_params.get(addresses.STORY_ID, "")
    way = way_of(request)
    path = encode(decode(way).pathway) if way else ""
    return (name if name in stories() else addresses.DEFAULT_STORY), path


def _slides(request: Request, place: Place) -> Packed:
    return slides_html(place, *_asked(request))


def _print(request: Request, place: Place) -> Packed:
    return print_html(place, *_asked(request))


SLIDES, PRINT = placed(_slides), placed(_print)
