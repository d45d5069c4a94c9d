"""Who comes and who goes: net moves by age over the last ten years."""

from framtid.language import Language
from framtid.pathways.outlook import RECENT, Outlook
from framtid.views import style
from framtid.views.builder import NET_MOVES, Words
from framtid.views.claims import Single
from framtid.views.model import View
from framtid.views.registry import view

STARTS = range(0, 80, 5)
"""Five-year groups: single ages are mostly chance in a small place."""
TOLD = ((18, 26), (27, 40), (1, 9))
"""Ages that texts tell of, first and last: rows of their own below the groups they are part of."""
FREE = 0.12
"""Share of the scale that is left free beyond the longest bars."""


@view("moves", order=70)
def moves(outlook: Outlook, language: Language) -> View:
    """Net migration by five-year age group, a yearly mean."""
    net = outlook.net_moves
    young, family = float(net[18:27].sum()), float(net[27:41].sum() + net[1:10].sum())
    words = Words(
        language, "moves", outlook, young=young, family=family, total=float(net.sum()), years=RECENT
    )
    values = [float(net[start : start + 5].sum()) for start in STARTS]
    names = [f"{start}–{start + 4}" for start in STARTS]
    bars = {
        "type": "bar",
        "x": names,
        "y": [round(v, 2) for v in values],
        "marker": {"color": [style.MINE if v >= 0 else style.OTHERS for v in values]},
        "hovertemplate": "%{x}: %{y:.1f}<extra></extra>",
    }
    low, high = min(0.0, *values), max(0.0, *values)
    room = (high - low) * FREE or 1.0
    described = style.layout(
        style.axis(tickvals=names[::3], type="category"),
        style.axis(
            showgrid=True,
            gridcolor=style.GRID,
            zeroline=True,
            zerolinecolor=style.INK,
            range=[low - room, high + room],
        ),
        bargap=0.15,
    )
    told = [
        (
            words.language.say("views.moves.part", first=first, last=last),
            float(net[first : last + 1].sum()),
        )
        for first, last in TOLD
    ]
    rows = [*zip(names, values, strict=True), *told]
    return words.view(
        [words.frame("all", style.figure([bars], described))],
        [("age", None), ("net", 1)],
        rows,
        ["population_municipality", "life_table", NET_MOVES],
        [Single("moves_young", outlook.place.code, outlook.base_year, round(young, 1))],
    )
