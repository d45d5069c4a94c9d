"""Along a pathway, the price of waiting: man-years gone without when it begins a term later."""

from framtid.horizon import HORIZON
from framtid.language import Language
from framtid.language.numbers import Told
from framtid.pathways.outlook import Outlook
from framtid.pathways.rounding import told
from framtid.pathways.waiting import ToldBegun, Waiting, waited, waiting
from framtid.pathways.waiting_told import values_of
from framtid.views import path_chart, style
from framtid.views.builder import Words
from framtid.views.claims import Alternatives, Claim, Single
from framtid.views.model import Cell, View
from framtid.views.registry import view

Row = tuple[Cell, ...]
MEASURES = ("unfilled", "unfilled_term", "unfilled_two_terms")
"""What claims call the man-years gone without, by how long one waits."""
COLORS = (style.MINE, style.TINT, style.OTHERS)
COURSE = style.INK
"""Today's course is ink, as its line is: violet is the dark path and nothing else."""
FREE = 0.3
"""Share of the scale that is left free right of the longest bar, for its figure."""


def _bars(values: list[Told], heads: list[str], words: Words) -> style.Trace:
    """Return a lying bar for each beginning, the first on top, and one for today's course."""
    written = words.language.numbers
    colors = [*COLORS[: len(values) - 1], COURSE]
    return {
        "type": "bar",
        "orientation": "h",
        "x": [float(value) for value in reversed(values)],
        "y": heads[::-1],
        "name": words.say("columns.unfilled"),
        "marker": {"color": colors[::-1]},
        "text": [written.decimal(value, value.decimals) for value in reversed(values)],
        "textposition": "outside",
        "constraintext": "none",
        "cliponaxis": False,
        "textfont": {"size": style.SIZE},
        "hovertemplate": "%{y}: %{x:,.0f}<extra></extra>",
    }


def _rows(price: Waiting, begun: tuple[ToldBegun, ...], heads: list[str]) -> list[Row]:
    """Return what each beginning gives, and today's course."""
    rows: list[Row] = [
        (head, each.unfilled, each.gap, each.kroner, each.accumulated)
        for head, each in zip(heads, begun, strict=False)
    ]
    today = price.begun[0].outlook
    years = (told(today, name, HORIZON)["official"] for name in ("gap", "balance_per_inhabitant"))
    return [*rows, (heads[-1], price.course, *years, 0)]


def _claims(outlook: Outlook, price: Waiting, apart: list[float]) -> list[Claim]:
    code = outlook.place.code
    course = Single("unfilled_course", code, HORIZON, price.course)
    if outlook.pathway.is_default:
        return [course]
    begun = zip(MEASURES, price.begun, strict=True)
    return [
        *(Single(measure, code, HORIZON, each.unfilled) for measure, each in begun),
        Alternatives("waited", code, HORIZON, min(apart), max(apart)),
        course,
    ]


@view("path_waiting", order=116, along=True)
def path_waiting(outlook: Outlook, language: Language) -> View:
    """Man-years gone without until 2040: begun in time, a term later, two later, and never."""
    price = waiting(outlook)
    words = Words(language, "path_waiting", outlook, **values_of(price))
    apart = waited(outlook)
    words.values["range"] = words.alternatives(apart, price.more("unfilled", 2))
    begun = () if outlook.pathway.is_default else price.begun
    said = [language.say("views.path_waiting.from", year=each.first) for each in begun]
    heads = [*said, words.say("line")]
    bars = _bars([*(each.unfilled for each in begun), price.course], heads, words)
    longest = max(1.0, *map(float, bars["x"])) * (1 + FREE)
    described = style.layout(
        style.counts(range=[0, longest], nticks=4),
        style.axis(type="category", tickfont={"color": style.INK, "size": style.SIZE}),
        margin={"l": 128, "r": 24, "t": 12, "b": 36},
        bargap=0.3,
    )
    columns: list[tuple[str, int | None]] = [
        ("begins", None),
        *((key, 0) for key in ("unfilled", "gap", "kroner", "accumulated")),
    ]
    frame = words.frame("all", style.figure([bars], described))
    tables = path_chart.sources("hands_needed", "hands_at_hand", "balance_per_inhabitant")
    rows = _rows(price, begun, heads)
    return words.view([frame], columns, rows, tables, _claims(outlook, price, apart))
