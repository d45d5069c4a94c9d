"""Along a pathway: the hands that services need beside the hands there are."""

from framtid.language import Language
from framtid.pathways.outlook import Outlook
from framtid.views import path_chart as along
from framtid.views import style
from framtid.views.builder import Words
from framtid.views.curves import GOAL
from framtid.views.model import View
from framtid.views.registry import view


@view("path_hands", order=110, along=True)
def path_hands(seen: Outlook, language: Language) -> View:
    """Man-years needed and at hand, along the path and the official line."""
    needed, held, gap = (
        along.course(seen, name) for name in ("hands_needed", "hands_at_hand", "gap")
    )
    words = Words(language, "path_hands", seen, **along.figures(seen, "gap"))
    ends = along.scale(seen, {"hands_needed": needed, "hands_at_hand": held})
    line, goal = words.say("line"), GOAL - seen.base_year
    drawn = [
        *along.lines(seen, held, words.say("names.held"), line, 0),
        *along.lines(seen, needed, words.say("names.needed"), line, 0),
    ]
    top, bottom = needed.path[goal], held.path[goal]
    rule = style.line([GOAL, GOAL], [bottom, top], style.MINE, width=2) | {"hoverinfo": "skip"}
    room = along.room(seen, ends, [rule, *(each for each in drawn if "fill" not in each)])
    beside = [(GOAL, height) for height in ((top + bottom) / 2, top, bottom)]
    traces = [
        *drawn,
        rule,
        room.label(beside, words.say("missing"), style.MINE, dot=False),
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
