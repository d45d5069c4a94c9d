"""Words for an article: a sentence or two that a view lends itself to, and how to cite it."""

from framtid import addresses
from framtid.embed.frame.render import built, state
from framtid.embed.request import Asked
from framtid.language import language_of, on_one_line
from framtid.language.dates import day
from framtid.pathways.outlook import outlook_of
from framtid.places import Level, places
from framtid.statistics.snapshot import snapshot
from framtid.stories.place_facts import Facts


def sentences(asked: Asked) -> str:
    """Return a sentence or two with the view's own figures, and one that says whose they are."""
    language, place = language_of(asked.language), places().get(asked.code)
    key = f"article.views.{asked.view}"
    told = language.say(
        key if language.has(key) else "article.other",
        mine=Facts(outlook_of(asked.code)),
        nation=Facts(outlook_of(places().nation.code)),
        national=place.level is Level.NATION,
        name=language.name(place),
        inside=language.inside(place),
        place=language.label(place),
        title=state(built(asked), asked.year).title,
    )
    return f"{on_one_line(told)} {language.say('article.source')}"


def citation(asked: Asked, host: str = "") -> str:
    """Return how the view is cited; ``host`` is where it was met when no address is told."""
    language = language_of(asked.language)
    return language.say(
        "embed.cite",
        title=state(built(asked), asked.year).title,
        place=language.label(places().get(asked.code)),
        date=day(snapshot().catalogue.updated, language),
        address=(addresses.host() or host) + asked.address,
    )
