"""What a municipality's planned homes may mean for how many live there: told, never reckoned with.

The projection carries on the moves of recent years, and the building that went with them. Only
homes beyond that could bring more people, and who moves into them nobody knows: from none, where
all come from within the municipality, to all of them. So a plan is told as that span.
"""

from framtid.consequences.own_figures import OwnFigures
from framtid.consequences.parameters import parameters
from framtid.horizon import MIDWAY
from framtid.language import Language
from framtid.language.texts import on_one_line
from framtid.pathways.outlook import outlook_of

PLANNED, BUILT = "homes_planned", "homes_built"


def say_homes(own: OwnFigures, language: Language) -> list[str]:
    """Return what a plan is beside what has been built, and what that may mean; none if none."""
    told = dict(own.values)
    if not told.keys() & {PLANNED, BUILT}:
        return []
    if lacking := {PLANNED, BUILT} - told.keys():
        key, values = "lacks_built" if BUILT in lacking else "lacks_planned", {}
    else:
        key, values = "beside", _span(own.place, told[PLANNED] - told[BUILT])
    said = language.say(
        f"own_figures.homes.{key}", planned=told.get(PLANNED), built=told.get(BUILT), **values
    )
    return [on_one_line(said)]


def _span(code: str, yearly: float) -> dict[str, object]:
    """Return the homes beyond the usual until the year on the way, and whom they house at most."""
    outlook, each = outlook_of(code), parameters("homes")["people_per_home"]
    more = yearly * (MIDWAY - outlook.base_year)
    return {
        "more": more,
        "most": abs(more) * each.number,
        "each": each.number,
        "source": f"{each.source.publisher}, {each.year}",
        "people": float(outlook.at(MIDWAY).sum()),
    }
