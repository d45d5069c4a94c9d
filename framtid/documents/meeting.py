"""``/mote``: a meeting is planned, and then held on a wall; the page has all of it at once."""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec.structs import replace
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from framtid import addresses
from framtid.answers import encode
from framtid.documents import councils_ahead, councils_years_ahead
from framtid.documents.article import Drawn, drawn
from framtid.documents.readings import WALL
from framtid.documents.serving import placed, way_of, write
from framtid.language import on_one_line
from framtid.language.current import reader_language, spoken
from framtid.meeting.agenda import Step, asks, lengths, settings
from framtid.meeting.ends import end_of, ends
from framtid.meeting.protocol import held
from framtid.meeting.protocol_more import terms
from framtid.meeting.rooms import KEPT_DAYS
from framtid.meeting.sitting import Sitting, sitting, suggested
from framtid.pathways.codec import decode
from framtid.pathways.descriptions import all_levers
from framtid.pathways.dilemmas import fitting, in_words
from framtid.pathways.levers import LEVELS, levers
from framtid.pathways.outlook import outlook_of
from framtid.places import Level, Place
from framtid.statistics.keeping import kept
from framtid.stories import tell as tell_story
from framtid.views.drawing.people import outlines
from framtid.web import assets
from framtid.web.packed import Packed, pack, to_json

WORKER = addresses.MEETING + "/vakt.js"
"""The script that answers for the wall where there is no network."""
SHOWN: Mapping[str, str] = {"reveal": "dilemma", "spread": "levers"}
"""Screens that show what another asked, and are of the same part."""
LENGTH, DILEMMA = "lengde", "sak"
"""The query parameters that hold how many minutes a meeting lasts, and what it asks."""


def text(key: str, /, **values: object) -> str:
    """Return one of the meeting's texts (``meeting.yml``) on a single line."""
    return on_one_line(reader_language().say(f"meeting.{key}", **values))


@kept(64, by=spoken)
def plan_html(place: Place) -> Packed:
    """Write the page where a meeting is planned; without a municipality it asks for one."""
    language, ours = reader_language(), place.level is Level.MUNICIPALITY
    inside = language.inside(place) if ours else ""
    met = fitting(outlook_of(place.code)) if ours else {}
    return write(
        "meeting_plan.html",
        title=text("title_of", inside=inside) if ours else text("title"),
        description=text("description"),
        text=text,
        inside=inside,
        code=place.code if ours else None,
        lengths={length: asks(length) for length in lengths()},
        dilemmas={name: in_words(name, language) for name in met},
        suggested=suggested(place.code, asks(max(lengths()))) if ours else (),
        school=_school(place.code, tuple(met)) if ours else "",
        parameters={"length": LENGTH, "dilemma": DILEMMA},
    )


def _school(code: str, met: tuple[str, ...]) -> str:
    """Return the address of a meeting of a lesson, with questions that suit pupils."""
    length = min(lengths())
    asked = [name for name in settings().pupils if name in met][: asks(length)]
    return addresses.page(
        addresses.MEETING, code, **{LENGTH: str(length), DILEMMA: ",".join(asked)}
    )


@kept(32, by=spoken)
def session_html(
    place: Place, length: int, dilemmas: tuple[str, ...], dropped: tuple[str, ...] = ()
) -> Packed:
    """Write the whole session of a meeting; it has no time for what is dropped, and says so."""
    meeting, language = sitting(place.code, length, dilemmas), reader_language()
    return write(
        "meeting.html",
        title=text("title_of", inside=language.inside(place)),
        description=text("description"),
        text=text,
        place=place,
        inside=language.inside(place),
        meeting=meeting,
        parts=list(_parts(meeting.agenda)),
        words={name: in_words(name, language) for name in meeting.dilemmas},
        dropped="; ".join(in_words(name, language).title for name in dropped),
        slides=_slides(meeting),
        outlines=outlines(),
        labels=language.entry("reader"),
        levers=all_levers(language),
        steps=[language.say(f"pathways.steps.{level}") for level in LEVELS],
        roles=settings().roles,
        fewest=settings().fewest,
        days=KEPT_DAYS,
        held=held(place, length, language),
        terms=encode(terms(language)).decode(),
        data=_data(meeting),
        figures=addresses.path_file("outlook", place.code, "csv", "{way}"),
        worker=WORKER,
        ahead=councils_ahead.ADDRESS,
        years_ahead=councils_years_ahead.ADDRESS,
        address=addresses.host() + addresses.page(addresses.ROOM),
    )


def _parts(agenda: tuple[Step, ...]) -> Iterator[tuple[str, float]]:
    """Yield the kinds of an agenda's parts in order, each with its minutes."""
    kind, minutes = "", 0.0
    for step in agenda:
        of = SHOWN.get(step.kind, step.kind)
        if of != kind and kind:
            yield kind, minutes
            minutes = 0.0
        kind, minutes = of, minutes + step.minutes
    yield kind, minutes


def _slides(meeting: Sitting) -> dict[str, tuple[Any, Drawn]]:
    """Return the story's steps that are shown, with their figures as a wall has them."""
    told = tell_story(addresses.DEFAULT_STORY, meeting.place.code, spoken())
    wanted = {step.id for step in meeting.agenda if step.kind == "story"}
    some = replace(told, steps=[step for step in told.steps if step.id in wanted])
    return {
        step.id: (step, one)
        for step, one in zip(some.steps, drawn(some, WALL, named=True), strict=True)
    }


def _data(meeting: Sitting) -> str:
    """Return what the scripts need to know, as JSON."""
    language, code = reader_language(), meeting.place.code
    known = {
        "place": code,
        "length": meeting.length,
        "dilemmas": meeting.dilemmas,
        "roles": {name: text(f"roles.{name}.name") for name in settings().roles},
        "ends": ends(code, meeting.dilemmas, language),
        "levers": {name: language.say(f"levers.{name}.title") for name in levers()},
        "steps": [language.say(f"pathways.steps.{level}") for level in LEVELS],
        "end": addresses.page(f"{addresses.MEETING}/ende.json", code, "{way}"),
        "rooms": addresses.ROOMS,
        "join": addresses.page(addresses.ROOM),
        "path": addresses.page(addresses.TOLD, code, "{way}"),
        "protocol": addresses.page(
            f"{addresses.MEETING}/protokoll.{{form}}",
            code,
            **{
                LENGTH: str(meeting.length),
                DILEMMA: ",".join(meeting.dilemmas),
                "svar": "{said}",
                "hender": "{raised}",
                "grupper": "{grouped}",
                "midten": "{middle}",
                "satte": "{many}",
                "spakgrupper": "{apart}",
                addresses.GAME: "{game}",
                "med": "{joined}",
            },
        ),
        "picture": addresses.page(f"{addresses.MEETING}/vei.svg", code, "{way}"),
    }
    return encode(known).decode()


def worker(request: Request) -> Response:
    """Answer with the script that lets a reload of the wall do without a network."""
    script = pack(assets.own()["meeting_worker.js"].path.read_bytes(), "text/javascript")
    allowed = {"service-worker-allowed": addresses.MEETING}
    return script.response(request.headers, "no-cache", **allowed)


def end(request: Request, place: Place) -> Packed:
    """Answer with where a path leads, in sentences: the one in the middle of a room's levers."""
    chosen = decode(way_of(request)).pathway
    return to_json(end_of(place.code, chosen, reader_language()))


def asked_length(request: Request) -> int:
    """Return how many minutes an address asks for, nought where it asks for none that there is."""
    told = request.query_params.get(LENGTH, "")
    return int(told) if told in map(str, lengths()) else 0


def asked_dilemmas(
    request: Request, place: Place, length: int
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the dilemmas of an address that a place meets: as many as fit, and the rest."""
    named = ",".join(request.query_params.getlist(DILEMMA))[:1000].split(",")
    met = fitting(outlook_of(place.code))
    known = tuple(dict.fromkeys(name for name in named if name in met))
    return known[: asks(length)], known[asks(length) :]


def meeting(request: Request, place: Place) -> Packed:
    """Answer with the session where the address has all that takes, and else with the plan."""
    length = asked_length(request)
    if not length or place.level is not Level.MUNICIPALITY:
        return plan_html(place)
    return session_html(place, length, *asked_dilemmas(request, place, length))


ROUTES = (
    Route(addresses.MEETING, placed(meeting)),
    Route(addresses.MEETING + "/ende.json", placed(end)),
    Route(councils_ahead.ADDRESS, councils_ahead.ANSWER),
    Route(WORKER, worker),
)
"""The wall, and what it lays by."""
