"""How far SSB's alternatives span what a path comes to, as a sentence of a story."""

from framtid.language import on_one_line
from framtid.stories.path_facts import PathFacts

NAMED = {"balance_per_inhabitant": "kroner"}
"""What an indicator is called in the texts, where not by its own name."""


def reach(indicator: str, path: PathFacts, beside: PathFacts | None = None) -> str:
    """Return the span of a path in words, alone or beside another path's.

    It says so where the two overlap: how many live here may then mean more than the path.
    """
    every = [path, beside] if beside else [path]
    spans = [each.span(indicator) for each in every]
    key = f"pathways.in_alternatives.{NAMED.get(indicator, indicator)}"

    def say(part: str, **values: object) -> str:
        return on_one_line(path.language.say(f"{key}.{part}", **values))

    own, *other = (say("span", low=each.low, high=each.high) for each in spans)
    way = "ends"
    if beside is None:
        way = "alone"
    elif beside.outlook.pathway.is_default:
        way = "course"
    overlap = max(each.low for each in spans) <= min(each.high for each in spans)
    return say(way, own=own, other="".join(other), overlap=overlap)
