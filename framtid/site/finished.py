"""Every page's whole content as finished HTML: what stands before a script runs, and without one.

Streamlit shows the same on the same address, from the same templates.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

from framtid import addresses
from framtid.documents.article import article
from framtid.documents.levers_chosen import chosen_levers
from framtid.documents.remark_links import remark_links
from framtid.embed.frame.heights import recommended
from framtid.embed.frame.render import built
from framtid.embed.request import Asked as Frame
from framtid.errors import FramtidError, SnapshotError
from framtid.language import Language
from framtid.language.current import reader_language, spoken
from framtid.language.tables import described
from framtid.pathways.codec import decode
from framtid.pathways.switches import AS_USUAL, Switches
from framtid.places import Place, places
from framtid.site.fragments import written
from framtid.site.pages.about import about_html
from framtid.site.pages.embedding import lists, taken_along
from framtid.site.pages.embedding_choice import choice
from framtid.site.pages.figures import asked_table, list_html, table_html
from framtid.site.pages.municipality import headline_html
from framtid.sitemap import Page
from framtid.statistics.snapshot import snapshot
from framtid.stories import gallery, listed, stories
from framtid.stories.kept_story import kept_story
from framtid.web.current_language import say


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for."""

    place: Place | None
    story: str
    path: str
    """Code of the path, empty before any choice."""
    query: Mapping[str, str]
    host: str

    @property
    def code(self) -> str | None:
        """The place's code."""
        return self.place.code if self.place else None


def _front(_asked: Asked) -> Iterator[str]:
    yield written("front.html")
    # Where a table that the map needs is damaged, there are the search and the doors.
    with suppress(SnapshotError):
        shown = Frame("map", places().nation.code, spoken())
        yield written("front_frame.html", address=shown.address, height=recommended(built(shown)))
    yield written("doors.html")
    yield from _other_stories(None)


def _other_stories(place: Place | None) -> Iterator[str]:
    if len(stories()) > 1:
        told = listed(place.code if place else None, reader_language())
        yield written("stories.html", stories=told, heading=say("stories.heading"))


def _story(asked: Asked) -> Iterator[str]:
    decoded = decode(asked.path) if asked.path else None
    code = (asked.place or places().nation).code
    told = kept_story(asked.story, code, spoken(), decoded)
    yield article(told, remarks=remark_links(asked.query))


def _stories(asked: Asked) -> Iterator[str]:
    language = reader_language()
    yield written("explore_head.html", text=language.entry("site.stories"))
    yield written("stories.html", stories=listed(asked.code, language), heading="")


def _municipality(asked: Asked) -> Iterator[str]:
    if asked.place is None:
        yield written("choose.html", page="municipality", to=addresses.MUNICIPALITY)
        return
    yield headline_html(asked.place, asked.query.get(addresses.ALIKE, ""))
    told = gallery(asked.place.code, spoken())
    yield article(told, opening=False, remarks=remark_links(asked.query))


def _choice(asked: Asked) -> Iterator[str]:
    if asked.place is None:
        yield written("choose.html", page="choice", to=addresses.CHOICE)
        return
    try:
        switches = Switches.read_for(asked.place.code, asked.query)
    except FramtidError:
        switches = AS_USUAL
    pathway, remarks = decode(asked.path).pathway, remark_links(asked.query)
    yield chosen_levers(asked.place, pathway, switches, remarks)


def _figures(asked: Asked) -> Iterator[str]:
    language, name = reader_language(), asked_table(asked.query)
    yield written("explore_head.html", text=language.entry("explore"))
    tables = {one: described(one, language).title for one in snapshot().catalogue.entries}
    yield _form(
        asked,
        addresses.FIGURES,
        {
            addresses.TABLE: (language.say("explore.choose.table"), tables, name),
            addresses.PLACE: _place_choice(language, "explore.choose.place", asked.code),
        },
    )
    yield table_html(name, asked.place)
    yield list_html(asked.place)


def _about(asked: Asked) -> Iterator[str]:
    yield about_html(asked.place)


def _embedding(asked: Asked) -> Iterator[str]:
    language, chosen = reader_language(), choice(asked.query)
    yield written("explore_head.html", text=language.entry("embedding"))
    place = _place_choice(language, "embedding.place", chosen.code)
    yield _form(asked, addresses.EMBEDDING, {addresses.PLACE: place, **lists(chosen)})
    yield written(
        "embedding_frame.html",
        heading=language.say("embedding.preview"),
        address=chosen.asked.address,
        height=recommended(built(chosen.asked)),
    )
    yield taken_along(chosen, asked.host)


Choice = tuple[str, Mapping[str, str], str]
"""The label of a list to choose from, its options by value, and the one that is chosen."""


def _place_choice(language: Language, key: str, code: str | None) -> Choice:
    known = {one: language.plain(place) for one, place in places().by_code.items()}
    return language.say(key), known, code or places().nation.code


def _form(asked: Asked, action: str, choices: Mapping[str, Choice]) -> str:
    keep = {name: value for name, value in asked.query.items() if name not in choices}
    return written("choose_form.html", action=action, choices=choices, hidden=keep)


WRITERS: dict[str, Callable[[Asked], Iterator[str]]] = {
    "front": _front,
    "story": _story,
    "stories": _stories,
    "municipality": _municipality,
    "choice": _choice,
    "figures": _figures,
    "about": _about,
    "embedding": _embedding,
}


def finished(page: Page, asked: Asked) -> str:
    """Return the content of a page; empty for one that is only there with a script."""
    writer = WRITERS.get(page.name)
    return "\n".join(writer(asked)) if writer else ""
