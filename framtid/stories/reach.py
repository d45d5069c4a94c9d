"""How far SSB's alternatives span what a path comes to, as a sentence of a story."""

from framtid.consequences.setting import State
from framtid.horizon import HORIZON
from framtid.language import Language, on_one_line
from framtid.language.numbers import Told
from framtid.language.numbers import reach as told_reach
from framtid.pathways.balance import balance_if
from framtid.pathways.outlook import Outlook
from framtid.pathways.rounding import end
from framtid.pathways.waiting import waited
from framtid.projection import ALTERNATIVES
from framtid.stories.path_facts import PathFacts

NAMED = {"balance_per_inhabitant": "kroner"}
"""What an indicator is called in the texts, where not by its own name."""


def aside(indicator: str, path: PathFacts, state: State | None = None) -> str:
    """Return the span of a path as a sentence that follows its figure, in a question or a speech.

    Args:
        indicator: what is told.
        path: along which.
        state: what the State pays for, where that is another than on the path: of kroner.

    """
    ends = path.span(indicator)
    low, high = ends.low, ends.high
    if state is not None:
        runs = (path.outlook.under(name) for name in ALTERNATIVES)
        found = [end(indicator, balance_if(run, state, HORIZON)) for run in runs]
        low, high = min(found), max(found)
    key = f"pathways.in_alternatives.{NAMED.get(indicator, indicator)}"
    own = on_one_line(path.language.say(f"{key}.span", low=low, high=high))
    return on_one_line(path.language.say(f"{key}.aside", own=own))


def lacking(path: PathFacts) -> str:
    """Return the spans of a path's hands and kroner, each as a sentence that follows its figure."""
    return " ".join(aside(indicator, path) for indicator in ("gap", *NAMED))


def waited_aside(outlook: Outlook, language: Language) -> str:
    """Return between what waiting two terms costs in hands, as a sentence that follows it."""
    ends = told_reach(*(f(waited(outlook)) for f in (min, max)))
    low, high = map(Told, ends)
    return on_one_line(language.say("pathways.in_alternatives.waited", low=low, high=high))


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
