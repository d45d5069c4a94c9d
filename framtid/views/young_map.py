"""Where the young become fewer: people aged 15–29 in 2040 beside today in every municipality."""

from framtid.horizon import HORIZON
from framtid.language import Language
from framtid.pathways.outlook import Outlook, municipalities
from framtid.pathways.youth import FIRST, LAST
from framtid.projection import ALTERNATIVES
from framtid.projection.history import Floats
from framtid.statistics.keeping import kept
from framtid.views import style
from framtid.views.builder import PROJECTION, Words
from framtid.views.claims import Tally
from framtid.views.curves import SOURCES
from framtid.views.map import country, shaded
from framtid.views.model import View
from framtid.views.registry import view

EDGES = (-30.0, -20.0, -10.0, 0.0, 10.0)
"""Per cent between the shades; the darker, the more the young become fewer."""


@kept(16)
def change(alternative: str, base: int) -> Floats:
    """Return how much the young change to 2040 in each municipality, in per cent."""
    everyone = municipalities(alternative)
    now, goal = (everyone.people(year, FIRST, LAST) for year in (base, HORIZON))
    found: Floats = 100 * (goal / now - 1)
    return found


@kept(4)
def _everyone(alternative: str, base: int) -> tuple[style.Trace, ...]:
    hover = "%{text}: %{customdata:+.0f} %<extra></extra>"
    return shaded(change(alternative, base), EDGES, hover)


@view("young_map", order=119, told=True)
def young_map(outlook: Outlook, language: Language) -> View:
    """Show on the map where the young become fewer to 2040."""
    base, alternative = outlook.base_year, outlook.alternative
    fewer = {name: int((change(name, base) < 0).sum()) for name in (*ALTERNATIVES, alternative)}
    everyone, moved = municipalities(alternative), change(alternative, base)
    words = Words(language, "young_map", outlook, fewer=fewer[alternative], of=len(moved))
    words.values["range"] = words.between(min(fewer.values()), max(fewer.values()), "exact")
    figure = country(_everyone(alternative, base), outlook, words)
    now, goal = (everyone.people(year, FIRST, LAST) for year in (base, HORIZON))
    return words.view(
        [words.frame(str(HORIZON), figure)],
        [("place", None), ("code", None), ("now", 0), ("goal", 0), ("change", 1)],
        [
            (place.label, place.code, float(now[i]), float(goal[i]), float(moved[i]))
            for i, place in enumerate(everyone.places)
        ],
        [*SOURCES[:2], PROJECTION, "shapes"],
        [Tally("young_fewer", outlook.place.code, HORIZON, fewer[alternative], len(moved))],
    )
