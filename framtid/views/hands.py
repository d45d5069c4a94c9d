"""The gap that opens: the need for care beside the people who could give it, today being 100."""

from framtid.horizon import HORIZON
from framtid.language import Language
from framtid.language.trends import trend
from framtid.pathways.outlook import Outlook
from framtid.projection import ALTERNATIVES
from framtid.projection.uncertainty.bands import bands
from framtid.views import style
from framtid.views.builder import Words
from framtid.views.claims import Alternatives, Single, Spread
from framtid.views.curves import SOURCES, hidden
from framtid.views.label_placement import Room
from framtid.views.model import View
from framtid.views.registry import view


@view("hands", order=35)
def hands(outlook: Outlook, language: Language) -> View:
    """Care need by the official cost key, and people aged 20–66, both relative to today."""
    years = list(range(outlook.base_year, outlook.last_year + 1))
    care, people = outlook.care_series(outlook.base_year), outlook.series(20, 66, outlook.base_year)
    need, workers = 100 * care / care[0], 100 * people / people[0]
    goal = HORIZON - outlook.base_year
    words = Words(
        language,
        "hands",
        outlook,
        need=need[goal] / 100 - 1,
        workers=workers[goal] / 100 - 1,
        trend=trend(people[0], people[goal], count=True),
        last_need=need[-1] / 100 - 1,
    )
    reach = bands(outlook.place.code).interval("20-66", HORIZON)
    runs = [outlook.under(name) for name in ALTERNATIVES]
    needs = [float(run.care_need(HORIZON) / care[0]) for run in runs]
    code = outlook.place.code
    words.values |= {
        "range": words.alternatives([100 * end / people[0] for end in reach]),
        "needs": words.alternatives([100 * each for each in needs]),
    }
    span = [outlook.base_year - 0.5, outlook.last_year + 1]
    index = [min(60, float(workers.min()) - 12), max(175, float(need.max()) + 12)]
    described = style.layout(
        style.axis(range=span), style.axis(showgrid=True, gridcolor=style.GRID, range=index)
    )
    wanted = style.line(years, need, style.MINE, words.say("columns.need"))
    held = style.line(years, workers, style.MUTED, words.say("columns.workers"), dash="dash")
    dots = [(HORIZON, float(need[goal])), (HORIZON, float(workers[goal]))]
    room = Room(span, index, [wanted, held], dots=dots)
    needed = room.label(dots[:1], words.say("need_label"), style.MINE)
    there = room.label(dots[1:], words.say("workers_label"), style.MUTED)
    frames = [
        words.frame("need", style.figure([wanted, needed, *map(hidden, (held, there))], described)),
        words.frame("hands", style.figure([wanted, needed, held, there], described)),
    ]
    rows = [(year, need[i], workers[i], people[i]) for i, year in enumerate(years)]
    return words.view(
        frames,
        [("year", None), ("need", 1), ("workers", 1), ("people", 0)],
        rows,
        [*SOURCES, "need_weights"],
        [
            Single("need", code, HORIZON, need[goal] / 100 - 1),
            Alternatives("need", code, HORIZON, min(needs) - 1, max(needs) - 1),
            words.change("workers", people[0], people[goal]),
            Spread("workers", code, HORIZON, *reach),
        ],
    )
