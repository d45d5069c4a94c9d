"""A municipality among those most like it: from today to 2040, all on one scale."""

from collections.abc import Sequence

from framtid.horizon import HORIZON
from framtid.language import Language
from framtid.pathways.beside import MEASURES, Standing, beside
from framtid.pathways.outlook import Outlook
from framtid.pathways.similar_told import values_of
from framtid.places import Level
from framtid.views import style
from framtid.views.builder import PROJECTION, Words
from framtid.views.claims import Claim, Spread, Tally
from framtid.views.curves import SOURCES
from framtid.views.label_plot import LETTER
from framtid.views.model import Figure, View
from framtid.views.registry import view

PHONE = 236
"""Pixels across the plot in the smallest frame, where the names must have room too."""
SMALL, LARGE = 7, 13
"""Sizes of the dots of today and of 2040."""
AIR = 0.08
"""Share of what is drawn that stands free left of it."""


def _pair(row: Standing, measure: str) -> tuple[float, float]:
    """Return a measure today and in 2040, as the figure has it."""
    now, goal = getattr(row, measure)
    if measure == "people":
        return 100.0, 100 * goal / now
    return (100 * now, 100 * goal) if measure == "aged" else (now, goal)


def _written(value: float, measure: str, language: Language) -> str:
    numbers = language.numbers
    if measure == "aged":
        return f"{numbers.decimal(value)}{numbers.percent_sign}"
    return numbers.exact(round(value)) if measure == "people" else numbers.decimal(value)


def _names(rows: Sequence[Standing]) -> list[str]:
    """Return short names, and those told apart where two are the same."""
    short = [row.place.short for row in rows]
    return [
        row.place.label if short.count(name) > 1 else name
        for row, name in zip(rows, short, strict=True)
    ]


def _across(pairs: Sequence[tuple[float, float]], texts: Sequence[str]) -> list[float]:
    """Return the ends of the axis: what is drawn, and room right of it for the names on a phone."""
    low, high = min(map(min, pairs)), max(map(max, pairs))
    low -= AIR * (high - low)
    needed = [
        (max(pair) - low) / (1 - (LETTER * style.SIZE * (len(text) + 2)) / PHONE)
        for pair, text in zip(pairs, texts, strict=True)
    ]
    return [round(low, 3), round(low + max(needed), 3)]


def _line(pair: tuple[float, float], height: int, color: str) -> style.Trace:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [round(value, 3) for value in pair],
        "y": [height, height],
        "hoverinfo": "skip",
        "line": {"color": color, "width": 2},
    }


def _dots(
    values: Sequence[float], colors: Sequence[str], size: int, texts: Sequence[str]
) -> style.Trace:
    """Return one moment of all rows; the names stand beside the dots of it."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [round(value, 3) for value in values],
        "y": list(range(len(values))),
        "text": list(texts),
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {"color": list(colors), "size": size},
    }


def _words(places: Sequence[tuple[float, float]], texts: Sequence[str], color: str) -> style.Trace:
    return {
        "type": "scatter",
        "mode": "text",
        "x": [round(x, 3) for x, _ in places],
        "y": [y for _, y in places],
        "text": [f"{2 * style.AIR}{text}" for text in texts],
        "textposition": "middle right",
        "cliponaxis": False,
        "hoverinfo": "skip",
        "textfont": {"color": color, "size": style.SIZE},
    }


def _figure(rows: Sequence[Standing], own: int, measure: str, words: Words) -> Figure:
    """Return a row for each municipality: a small dot today, a large one with the name in 2040."""
    language = words.language
    pairs = [_pair(row, measure) for row in rows]
    texts = [
        f"{name} {_written(pair[1], measure, language)}"
        for name, pair in zip(_names(rows), pairs, strict=True)
    ]
    colors = [style.MINE if at == own else style.OTHERS for at in range(len(rows))]
    ends = [(max(pair), at) for at, pair in enumerate(pairs)]
    across = _across(pairs, texts)
    others = [at for at in range(len(rows)) if at != own]
    traces = [
        *(
            _line(pair, at, color)
            for at, (pair, color) in enumerate(zip(pairs, colors, strict=True))
        ),
        _dots([pair[0] for pair in pairs], colors, SMALL, texts),
        _dots([pair[1] for pair in pairs], colors, LARGE, texts),
        _words([ends[at] for at in others], [texts[at] for at in others], style.INK),
        _words([ends[own]], [texts[own]], style.MINE),
        _words([(across[0], len(rows))], [words.say(f"measures.{measure}")], style.MUTED),
    ]
    described = style.layout(
        style.axis(range=across, nticks=4, ticksuffix=_suffix(measure, language)),
        style.axis(range=[-0.6, len(rows) + 0.5], showticklabels=False),
    )
    described["margin"] = {"l": 16, "r": 16, "t": 8, "b": 36}
    return style.figure(traces, described)


def _suffix(measure: str, language: Language) -> str:
    return language.numbers.percent_sign if measure == "aged" else ""


def _counts(rows: Sequence[Standing], own: Standing) -> dict[str, object]:
    """Return how many grow, and how many have a larger share aged 80 or more than the own."""
    others = [row for row in rows if row.place != own.place]
    mine = round(100 * own.aged[1], 1)
    return {
        "grow": sum(round(row.people[1]) > round(row.people[0]) for row in others),
        "older": sum(round(100 * row.aged[1], 1) > mine for row in others),
        "younger": sum(round(100 * row.aged[1], 1) < mine for row in others),
        "index": round(100 * own.people[1] / own.people[0]),
        "aged_now": 100 * own.aged[0],
        "aged_goal": 100 * own.aged[1],
        "carers_now": own.carers[0],
        "carers_goal": own.carers[1],
    }


@view("similar", order=13, levels=frozenset({Level.MUNICIPALITY}))
def similar(outlook: Outlook, language: Language) -> View:
    """People, the share aged 80 or more and hands per old person, beside the eight most like it."""
    found = beside(outlook.place)
    own, place = found.own, outlook.place.code
    rows = sorted((own, *found.others), key=lambda row: (row.carers[1], row.place.code))
    words = Words(language, "similar", outlook, **_counts(rows, own))
    words.values |= values_of(found, language)
    words.values["title"] = language.say("similar.text.title", **words.values)
    words.values["range"] = words.between(*own.reach, "decimal")
    frames = [
        words.frame(measure, _figure(rows, rows.index(own), measure, words)) for measure in MEASURES
    ]
    claims: list[Claim] = [
        Tally("ages_faster", place, HORIZON, found.count("faster"), len(found.others)),
        Tally("ages_slower", place, HORIZON, found.count("slower"), len(found.others)),
        words.change("carers", *own.carers),
        Spread("carers", place, HORIZON, *own.reach),
    ]
    columns = [("place", None), ("code", None), ("distance", 2), ("people_now", 0)]
    columns += [("people", 0), ("aged_now", 1), ("aged", 1), ("carers_now", 2), ("carers", 2)]
    columns += [("low", 2), ("high", 2), ("change", 0)]
    return words.view(
        frames,
        columns,
        [_row(each) for each in (own, *found.others)],
        [*SOURCES, "need_index", "municipalities", PROJECTION],
        claims,
    )


def _row(each: Standing) -> tuple[str | float, ...]:
    aged = [100 * share for share in each.aged]
    names = (each.place.label, each.place.code, each.distance)
    return (*names, *each.people, *aged, *each.carers, *each.reach, each.change)
