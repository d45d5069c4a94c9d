"""Words for an article: what a view claims in sentences, whose figures, and how to cite it."""

from framtid import addresses
from framtid.embed.frame.render import built, state
from framtid.embed.request import Asked
from framtid.language import language_of
from framtid.language.dates import day
from framtid.places import places
from framtid.statistics.snapshot import snapshot
from framtid.views.claims_said import paragraph


def plain(asked: Asked) -> str:
    """Return what a view claims, in a sentence or more with its own figures."""
    view = built(asked)
    return f"{paragraph(view.claims, language_of(asked.language))} {view.rounded_apart}".strip()


def sentences(asked: Asked) -> str:
    """Return what a view claims, and a sentence that says whose the figures are."""
    key = "ours" if any(claim.ours for claim in built(asked).claims) else "source"
    return f"{plain(asked)} {language_of(asked.language).say(f'article.{key}')}"


def citation(asked: Asked, host: str = "") -> str:
    """Return how the view is cited; ``host`` is where it was met when no address is told."""
    language = language_of(asked.language)
    return language.say(
        "embed.cite",
        title=state(built(asked), asked.year).title,
        place=language.plain(places().get(asked.code)),
        date=day(snapshot().catalogue.updated, language),
        address=(addresses.host() or host) + asked.address,
    )
