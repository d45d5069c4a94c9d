"""Who comes and who goes: net moves by age over the last ten years."""

from framtid.language import Language
from framtid.pathways.outlook import RECENT, Outlook
from framtid.views import style
from framtid.views.model import View
from framtid.views.registry import view
from framtid.views.words import Words

AGES = range(1, 81)


@view("moves", order=70)
def moves(seen: Outlook, language: Language) -> View:
    """Net migration by single age, a yearly mean."""
    net = seen.net_moves
    young, family = float(net[18:27].sum()), float(net[27:41].sum() + net[1:10].sum())
    words = Words(
        language, "moves", seen, young=young, family=family, total=float(net.sum()), years=RECENT
    )
    values = [float(net[age]) for age in AGES]
    bars = {
        "type": "bar",
        "x": list(AGES),
        "y": [round(v, 2) for v in values],
        "marker": {"color": [style.MINE if v >= 0 else style.DARK_FILL for v in values]},
        "hovertemplate": "%{x}: %{y:.1f}<extra></extra>",
    }
    reach = max(abs(v) for v in values) * 1.25 or 1.0
    described = style.layout(
        style.axis(range=[0, 81]),
        style.axis(
            showgrid=True,
            gridcolor=style.GRID,
            zeroline=True,
            zerolinecolor=style.INK,
            range=[-reach, reach],
        ),
        bargap=0.15,
    )
    rows = [(age, float(net[age])) for age in AGES]
    return words.view(
        [words.frame("all", style.figure([bars], described))],
        [("age", None), ("net", 1)],
        rows,
        ["population_municipality", "life_table"],
    )
