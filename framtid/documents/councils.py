"""``/spill``: you are the council, four times; a page for each step of a game."""

from dataclasses import replace
from typing import Any

from starlette.requests import Request

from framtid import addresses
from framtid.documents.councils_ending import picture_address
from framtid.documents.councils_finale import finale
from framtid.documents.councils_parts import (
    case,
    figures,
    hundred,
    in_fives,
    last_decision,
    left,
    lives,
    say,
)
from framtid.documents.link_card import shared
from framtid.documents.serving import placed, write
from framtid.embed.oembed import Shared
from framtid.horizon import HORIZON
from framtid.language import on_one_line
from framtid.language.current import reader_language, spoken
from framtid.pathways.councils import councils
from framtid.pathways.councils_code import LONGEST, DecodedGame, Game, decode, encode
from framtid.pathways.councils_game import Play, play
from framtid.pathways.dilemmas import in_words
from framtid.pathways.outlook import outlook_of
from framtid.places import Level, Place, places
from framtid.projection.uncertainty.one_trajectory import trajectory_count
from framtid.statistics.keeping import kept
from framtid.stories.councils_paper import paper, voices
from framtid.stories.councils_years import events
from framtid.web.host import host
from framtid.web.packed import Packed


def _page(place: Place, becomes: Shared | None, **more: Any) -> Packed:  # noqa: ANN401
    """Write a page of a game; ``part`` says which."""
    language, limits = reader_language(), _limits()
    inside = language.inside(place)
    return write(
        "councils.html",
        title=say("title", inside=inside),
        description=say("description", inside=inside),
        code=place.code if place.level is not Level.NATION else None,
        shared=becomes,
        text=say,
        inside=inside,
        name=language.name(place),
        limits=limits,
        how=_lines("how.text", limits),
        **more,
    )


def _lines(key: str, values: dict[str, object]) -> list[str]:
    """Return the texts of a list, each on a line."""
    language = reader_language()
    lines: list[str] = language.entry(f"councils.{key}")
    return [on_one_line(language.fill(line, **values)) for line in lines]


def _limits() -> dict[str, object]:
    """Return what the game rests on, for the words that explain it."""
    language, known = reader_language(), councils()
    return {
        "starts": known.starts.number,
        "money": language.numbers.decimal(100 * known.money.number) + language.numbers.percent_sign,
        "of": trajectory_count(),
        "state": language.say("state.history"),
    }


@kept(128, by=spoken)
def start_html(place: Place, note: str | None, becomes: Shared | None) -> Packed:
    """Write the page before a game: what it is, and the place; or the choice of a municipality."""
    alone = place.level is Level.MUNICIPALITY
    members = () if alone or place.level is Level.NATION else places().members(place)
    return _page(
        place,
        becomes,
        part="start" if alone else "choose",
        note=say(f"link.{note}") if note else None,
        members=[(reader_language().label(each), each.code) for each in members],
        rules=_lines("start.rules", _limits()),
        picture=_today(place) if alone else None,
        base=outlook_of(place.code).base_year if alone else None,
    )


def _today(place: Place) -> object:
    outlook = outlook_of(place.code)
    return hundred(outlook, outlook.base_year)


def _steps(game: Game) -> list[dict[str, str]]:
    """Return the four terms, each with where it stands."""
    names: list[str] = reader_language().entry("councils.terms")
    return [
        {
            "name": name,
            "stands": "sat" if at < game.sitting else "sits" if at == game.sitting else "coming",
        }
        for at, name in enumerate(names)
    ]


def _tools(place: Place, game: Game) -> dict[str, str]:
    """Return the addresses of what can be done on any page of a game."""
    undone = game.undone()
    return {
        "undo": addresses.game(place.code, encode(undone)) if undone else "",
        "over": addresses.game(place.code, encode(game.started_over()))
        if undone
        else addresses.page(addresses.COUNCILS, place.code),
    }


def _opening(here: Play) -> dict[str, Any]:
    """Return what a page has when a council takes its seats."""
    council, language = here.now, reader_language()
    year = council.term.first
    inside: dict[str, object] = {"inside": language.inside(here.years.place)}
    titles = [in_words(name, language).title for name in council.agenda]
    return {
        "picture": hundred(here.years, year),
        "figures": figures(here.years, year, other=("foreseen", here.foreseen, HORIZON)),
        "year": year,
        "heading": _lines("opening.heading", inside)[council.term.number],
        "lead": _lines("opening.lead", inside)[council.term.number],
        "agenda": titles,
        "room": in_fives(council.room),
    }


def _deciding(here: Play) -> dict[str, Any]:
    """Return what a page has while a council decides."""
    council, language = here.now, reader_language()
    name = council.case or ""
    links = {
        said: addresses.game(here.code, encode(here.game.answered(name, yes=said == "yes")))
        for said in ("yes", "no")
    }
    opening = {} if council.answers else _opening(here)
    return {
        "part": "case",
        "case": case(council, name, language),
        "last": last_decision(here, language),
        "left": left(council),
        "links": links,
        "opening": opening,
        "number": council.term.number,
    }


def _passed(here: Play) -> dict[str, Any]:
    """Return what a page has when a council has decided: the years, the front page, the voices."""
    council, years, language = here.now, here.years, reader_language()
    term = council.term
    last = term.number == len(councils().terms) - 1
    return {
        "part": "years",
        "term": term,
        "last": last_decision(here, language),
        "picture": hundred(years, term.until, lived=True),
        "lives_from": term.first,
        "lived": lives(years).events(term.until) | {"base": years.base_year},
        "events": events(years, term, language),
        "figures": figures(years, term.until, other=("before", years, term.first)),
        "paper": paper(years, council, language),
        "voices": voices(here, language),
        "next": addresses.game(here.code, encode(here.game.closed())),
        "is_last": last,
    }


@kept(1024, by=spoken)
def game_html(place: Place, decoded: DecodedGame, becomes: Shared | None) -> Packed:
    """Write the page of a game as it stands."""
    here = play(place.code, decoded)
    part = finale if here.game.over else _passed if here.done else _deciding
    return _page(
        place,
        becomes,
        note=say(f"link.{here.note}") if here.note else None,
        steps=_steps(here.game),
        tools=_tools(place, here.game),
        seed=here.game.seed,
        **part(here),
    )


def code_of(request: Request) -> str | None:
    """Return the code of the game in the address, cut off where it is longer than any of ours."""
    told = request.query_params.get(addresses.GAME)
    return told if told is None else told[: LONGEST + 1]


def _becomes(request: Request, place: Place, told: str | None) -> Shared | None:
    """Return what a link becomes: in a municipality the picture of the game itself."""
    ours = host(request)
    usual = shared(request.url.path, request.query_params, ours)
    if usual is None or place.level is not Level.MUNICIPALITY:
        return usual
    own = picture_address(place.code, told or encode(Game()), "wide")
    alt = say("picture.alt", inside=reader_language().inside(place))
    return replace(usual, picture=ours + own, alt=alt)


def page(request: Request, place: Place) -> Packed:
    """Answer with the game in the address, or with the beginning where there is none."""
    told = code_of(request)
    becomes = _becomes(request, place, told)
    if place.level is not Level.MUNICIPALITY or told is None:
        return start_html(place, None, becomes)
    decoded = decode(told)
    if decoded.note in {"broken", "unknown_version"}:
        return start_html(place, decoded.note, becomes)
    return game_html(place, decoded, becomes)


def for_place(_request: Request, code: str) -> str:
    """Return the address of a game's beginning in another place: no game goes on elsewhere."""
    return addresses.page(addresses.COUNCILS, code)


ANSWER = placed(page, for_place)
