"""Hands per old person: people aged 20–66 for each person of 67 or more."""

from framtid.horizon import HORIZON
from framtid.language import Language
from framtid.pathways.outlook import Outlook
from framtid.projection.uncertainty.bands import bands
from framtid.projection.uncertainty.measures import CARERS
from framtid.views import style
from framtid.views.builder import Words
from framtid.views.claims import Claim, Comparison, Spread
from framtid.views.curves import LEVEL, SOURCES, ahead, hidden, past, spread
from framtid.views.label_placement import Room
from framtid.views.model import Cell, View
from framtid.views.registry import view


def _written(language: Language, value: float) -> str:
    return language.fill("{{ v|decimal }}", v=value)


def _rows(outlook: Outlook, first: int) -> list[list[Cell]]:
    """Return a row a year: the main alternative, the spread, and SSB's other alternatives."""
    runs = [outlook.under(name).carer_series() for name in ("MMMM", "LLML", "HHMH")]
    least, most = bands(outlook.place.code).series(CARERS, LEVEL)
    rows: list[list[Cell]] = []
    for year in range(first, outlook.last_year + 1):
        main, low, high = (float(run[year - outlook.first_year]) for run in runs)
        at = year - outlook.base_year
        beyond = (least[at], most[at], low, high) if at > 0 else (None,) * 4
        rows.append([year, main, *beyond])
    return rows


@view("carers", order=10)
def carers(outlook: Outlook, language: Language) -> View:
    """Show the ratio's history, SSB's main alternative, and how sure that is."""
    main = outlook.carer_series()
    now, goal = outlook.base_year - outlook.first_year, HORIZON - outlook.first_year
    first = max(outlook.first_year, 2006)
    least, most = bands(outlook.place.code).interval(CARERS, HORIZON, LEVEL)
    words = Words(
        language,
        "carers",
        outlook,
        first=first,
        then=outlook.carers(first),
        now=main[now],
        goal=main[goal],
        last=main[-1],
        least=least,
        most=most,
    )
    area = spread(outlook, CARERS)
    top = float(max(main[first - outlook.first_year :].max(), *area["y"])) * 1.25
    years, ratio = [first, outlook.last_year + 1], [0, top]
    described = style.layout(style.axis(range=years), style.counts(range=ratio))
    been = past(outlook, main, decimals=2)
    comes = ahead(outlook, main, decimals=2, name=words.say("columns.main"))
    dots = [(outlook.base_year, float(main[now])), (HORIZON, float(main[goal]))]
    room = Room(years, ratio, [been, comes], edges=[area], dots=dots)
    observed = [
        been,
        room.now(outlook.base_year, words.say("today")),
        room.label(dots[:1], _written(language, main[now]), style.MINE),
    ]
    future = [
        comes,
        room.label(dots[1:], _written(language, main[goal]), style.MINE),
    ]
    frames = [
        words.frame("history", style.figure([*observed, *map(hidden, [area, *future])], described)),
        words.frame("main", style.figure([*observed, area, *future], described)),
        words.frame("alternatives", style.figure([*observed, area, *future], described)),
    ]
    nation = outlook.nation
    here = [words.change("carers", main[now], main[goal])]
    beside = Comparison(
        "carers", outlook.place.code, nation.carers(HORIZON), main[goal], True, HORIZON, "nation"
    )
    claims: list[Claim] = [
        *here,
        *([beside] if words.ours else []),
        Spread("carers", outlook.place.code, HORIZON, least, most),
    ]
    columns: list[tuple[str, int | None]] = [("year", None)]
    columns += [(key, 2) for key in ("main", "least", "most", "low", "high")]
    return words.view(frames, columns, _rows(outlook, first), SOURCES, claims)
