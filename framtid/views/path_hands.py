"""Along a pathway: the hands that services need beside the hands there are."""

from framtid.language import Language
from framtid.pathways.outlook import Outlook
from framtid.views import along, style
from framtid.views.curves import GOAL
from framtid.views.labels import PHONE, Room
from framtid.views.model import View
from framtid.views.registry import view
from framtid.views.words import Words

FITS = 26.0
"""Pixels between two lines on a phone, from which a word has room between them."""


def _missing(
    seen: Outlook, needed: along.Course, held: along.Course, ends: tuple[float, float], text: str
) -> list[style.Trace]:
    """Return the distance between the two in 2040, and what it is: in between where it fits."""
    high, low = (float(each.path[GOAL - seen.base_year]) for each in (needed, held))
    rule = style.line([GOAL, GOAL], [low, high], style.MINE, width=2) | {"hoverinfo": "skip"}
    if abs(high - low) / (ends[1] - ends[0]) * PHONE[1] >= FITS:
        word = style.label(GOAL, (high + low) / 2, f" {text}", style.MINE, "middle right")
    else:
        span = along.years(seen)
        lines = [
            style.line(span, values, style.MINE)
            for each in (needed, held)
            for values in (each.path, each.official)
        ]
        room = Room((span[0], span[-1]), ends, lines)
        word = room.label([(GOAL, high), (GOAL, low)], text, style.MINE, lifts=(0.0,))
    return [rule, word | {"mode": "text"}]


@view("path_hands", order=110, along=True)
def path_hands(seen: Outlook, language: Language) -> View:
    """Man-years needed and at hand, along the path and the official line."""
    needed, held, gap = (
        along.course(seen, name) for name in ("hands_needed", "hands_at_hand", "gap")
    )
    words = Words(language, "path_hands", seen, **along.figures(seen, "gap"))
    ends = along.scale(seen, {"hands_needed": needed, "hands_at_hand": held})
    line = words.say("line")
    traces = [
        *along.lines(seen, held, words.say("names.held"), line, 0),
        *along.lines(seen, needed, words.say("names.needed"), line, 0),
        *_missing(seen, needed, held, ends, words.say("missing")),
        *along.names(
            seen,
            ends,
            [
                (words.say("names.needed"), needed.path[-1], style.MINE),
                (words.say("names.held"), held.path[-1], style.MINE),
                ("" if seen.pathway.is_default else line, needed.official[-1], style.INK),
                ("" if seen.pathway.is_default else line, held.official[-1], style.INK),
            ],
        ),
    ]
    frame = words.frame("all", style.figure(traces, along.layout(seen, ends)))
    columns = [needed.path, held.path, gap.path, needed.official, held.official, gap.official]
    columns += [gap.low, gap.high]
    rows = [(year, *(each[i] for each in columns)) for i, year in enumerate(along.years(seen))]
    keys = ("needed", "held", "gap", "needed_line", "held_line", "gap_line", "low", "high")
    heads: list[tuple[str, int | None]] = [("year", None), *((key, 1) for key in keys)]
    return words.view([frame], heads, rows, along.sources("hands_needed", "hands_at_hand"))
