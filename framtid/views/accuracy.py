"""How near the projection comes: its error after so many years, beside simpler ways to guess."""

from collections.abc import Iterator, Sequence

from framtid.language import Language
from framtid.pathways.outlook import Outlook
from framtid.places import Level
from framtid.projection.evaluation.backtest import OURS
from framtid.projection.evaluation.scores import Score
from framtid.projection.evaluation.stored_scores import averages
from framtid.views import style
from framtid.views.builder import Words
from framtid.views.claims import Single
from framtid.views.label_placement import apart, named
from framtid.views.model import View
from framtid.views.registry import view

METHODS = {
    OURS: ("ours", style.MINE, "solid"),
    "linear": ("linear", style.OTHERS, "dash"),
    "constant": ("constant", style.OTHERS, "dot"),
}
"""Method → its key among the texts, its colour and its dash."""

NAMES = 108
"""Pixels right of the plot, for the names of the lines."""
NEAR = 0.1
"""Share of the scale that two names keep between them."""


def _scores() -> dict[tuple[str, int], Score]:
    """Return the mean score over all bases by method and years ahead, of everybody."""
    return {
        (method, horizon): got
        for (method, group, horizon), got in averages().items()
        if group == "all" and method in METHODS
    }


def _lines(words: Words, found: dict[tuple[str, int], Score]) -> Iterator[style.Trace]:
    """Yield a line for each method."""
    years = sorted({horizon for _, horizon in found})
    for method, (key, color, dash) in METHODS.items():
        errors = [found[method, horizon].mean for horizon in years]
        name = words.say(f"columns.{key}")
        yield style.line([0, *years], [0, *errors], color, name, dash=dash, decimals=1)


def _names(words: Words, lines: Sequence[style.Trace], gap: float) -> Iterator[style.Trace]:
    """Yield each line's name and last error, right of its end."""
    spots = apart([line["y"][-1] for line in lines], gap)
    for line, spot, (key, color, _) in zip(lines, spots, METHODS.values(), strict=True):
        error = words.language.numbers.decimal(line["y"][-1])
        ink = style.MUTED if color == style.OTHERS else color
        yield named(f"{words.say(f'short.{key}')} {error}", line["x"][-1], spot, ink)


@view("accuracy", order=110, levels=frozenset({Level.NATION}))
def accuracy(outlook: Outlook, language: Language) -> View:
    """Show the mean error of the municipalities after 2, 5, 10 and 15 years, by backtest."""
    found = _scores()
    years = sorted({horizon for _, horizon in found})
    words = Words(
        language,
        "accuracy",
        outlook,
        **{f"after_{n}": found[OURS, n].mean for n in years},
        **{f"near_{n}": found[OURS, n].near / 100 for n in years},
        linear_10=found["linear", 10].mean,
        constant_10=found["constant", 10].mean,
    )
    top = max(got.mean for got in found.values()) * 1.2
    across, up = [0, years[-1] + 0.5], [0, top]
    described = style.layout(style.axis(range=across, tickvals=[0, *years]), style.counts(range=up))
    described["margin"]["r"] = NAMES
    lines = list(_lines(words, found))
    traces = [*lines, *_names(words, lines, NEAR * top)]
    rows = [(n, *(found[method, n].mean for method in METHODS), found[OURS, n].near) for n in years]
    columns = [("ahead", None), *((key, 1) for key, _, _ in METHODS.values()), ("near", 0)]
    frames = [words.frame("all", style.figure(traces, described))]
    claims = [Single("miss", outlook.place.code, ahead, found[OURS, ahead].mean) for ahead in years]
    return words.view(
        frames, columns, rows, ["backtest", "population_municipality", "projection_nation"], claims
    )
