"""The price of one young person left outside: a coin for every ten thousand kroner in a year."""

from dataclasses import replace

from framtid.consequences.evidence import evidence
from framtid.language import Language
from framtid.nearest import nearest
from framtid.pathways.outlook import Outlook
from framtid.places import Level
from framtid.views import scene, style
from framtid.views.builder import Words
from framtid.views.claims import Single
from framtid.views.model import Figure, View
from framtid.views.of_hundred import source
from framtid.views.registry import view

FACT = "young_disability_cost"
COIN = 10_000
"""Kroner that a coin stands for."""
COLUMNS, WIDE, LEFT = 10, 1.7, 5.0
"""Coins in a row, from coin to coin, and where the first stands."""
YOUTH, PURSE, STANDS = 7.0, 2.3, 2.6
"""How high the young person and a coin are drawn, and the young one's middle above the ground."""
KEY, LOW, TOP = (-2.0, -3.7), -4.6, 7.4
"""Where the two lines of the key stand, and the lower and upper edge."""


def _figure(kroner: float, words: Words) -> Figure:
    coins = nearest(kroner / COIN)
    last = (coins - 1) // COLUMNS
    spots = [(LEFT + WIDE * (at % COLUMNS), WIDE * (last - at // COLUMNS)) for at in range(coins)]
    entries = [
        (words.say("key.youth"), "youth", style.MINE, False),
        (words.say("key.coin"), "coin", style.LIGHT, False),
    ]
    traces = [
        scene.stand([(1.4, STANDS)], "youth", style.MINE, YOUTH, ids=["youth"]),
        scene.stand(spots, "coin", style.LIGHT, PURSE, ids=[str(at) for at in range(coins)]),
        scene.key(entries, [(0.4, up) for up in KEY]),
    ]
    across = (-scene.EDGE, LEFT + WIDE * (COLUMNS - 1) + 1.4)
    return style.figure(traces, scene.layout("price", "0", across, (LOW, TOP), traces))


@view("price", order=122, levels=frozenset({Level.NATION}), told=True)
def price(outlook: Outlook, language: Language) -> View:
    """Show what everybody saves in a year for each who works instead of living on a benefit."""
    fact = evidence()[FACT]
    kroner, year = fact.value or 0, fact.year or 0
    words = Words(language, "price", outlook, kroner=kroner, year=year, coin=COIN)
    made = words.view(
        [words.frame("all", _figure(kroner, words))],
        [("what", None), ("year", None), ("kroner", 0)],
        [(words.say("row"), year, kroner)],
        (),
        [Single("price", outlook.place.code, year, kroner, ours=False)],
    )
    return replace(made, sources=(source(fact),))
