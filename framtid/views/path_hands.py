"""Along a pathway: the hands that services need beside the hands there are."""

from framtid.horizon import HORIZON
from framtid.language import Language
from framtid.pathways.outlook import Outlook
from framtid.views import path_chart, style
from framtid.views.builder import Words
from framtid.views.model import View
from framtid.views.registry import view


@view("path_hands", order=110, along=True)
def path_hands(outlook: Outlook, language: Language) -> View:
    """Man-years needed and at hand, along the path and the official line."""
    needed, held, gap = (
        path_chart.course(outlook, name) for name in ("hands_needed", "hands_at_hand", "gap")
    )
    words = Words(language, "path_hands", outlook, **path_chart.figures(outlook, "gap"))
    words.values["range"] = words.shortage(path_chart.ends(outlook, gap))
    ends = path_chart.scale(outlook, {"hands_needed": needed, "hands_at_hand": held})
    line, goal = words.say("line"), HORIZON - outlook.base_year
    drawn = [
        *path_chart.lines(outlook, held, words.say("names.held"), line, 0),
        *path_chart.lines(outlook, needed, words.say("names.needed"), line, 0),
    ]
    top, bottom = needed.path[goal], held.path[goal]
    rule = style.line([HORIZON, HORIZON], [bottom, top], style.MINE, width=2) | {
        "hoverinfo": "skip"
    }
    room = path_chart.room(outlook, ends, [rule, *(each for each in drawn if "fill" not in each)])
    beside = [(HORIZON, height) for height in ((top + bottom) / 2, top, bottom)]
    traces = [
        *drawn,
        rule,
        room.label(beside, words.say("missing"), style.MINE, dot=False),
        *path_chart.names(
            outlook,
            ends,
            [
                (words.say("names.needed"), needed.path[-1], style.MINE),
                (words.say("names.held"), held.path[-1], style.MINE),
                ("" if outlook.pathway.is_default else line, needed.official[-1], style.INK),
                ("" if outlook.pathway.is_default else line, held.official[-1], style.INK),
            ],
        ),
    ]
    frame = words.frame("all", style.figure(traces, path_chart.layout(outlook, ends)))
    columns = [needed.path, held.path, gap.path, needed.official, held.official, gap.official]
    columns += [gap.low, gap.high]
    rows = [
        (year, *(each[i] for each in columns)) for i, year in enumerate(path_chart.years(outlook))
    ]
    keys = ("needed", "held", "gap", "needed_line", "held_line", "gap_line", "low", "high")
    heads: list[tuple[str, int | None]] = [("year", None), *((key, 1) for key in keys)]
    return words.view(
        [frame],
        heads,
        rows,
        path_chart.sources("hands_needed", "hands_at_hand"),
        path_chart.claims(outlook, "gap", gap),
    )
