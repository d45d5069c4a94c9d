"""Those who are 80 or older as figures, a house each: as many as today, and how many more."""

from framtid.horizon import HORIZON
from framtid.language import Language
from framtid.nearest import nearest
from framtid.pathways.outlook import Outlook
from framtid.projection.uncertainty.bands import bands
from framtid.views import scene, style
from framtid.views.builder import Words
from framtid.views.claims import Claim, Spread
from framtid.views.curves import SOURCES
from framtid.views.model import Figure, View
from framtid.views.registry import view

COLUMNS, MOST = 12, 60
"""Houses in a row, and how many there may be."""
WIDE, ROW = 2.1, 2.35
"""From house to house and from row to row, in figures' widths."""
HOUSE, TALL = 1.8, 1.35
"""How high a house of one, and a grown figure, are."""
THRESHOLD = -0.2
"""How far above a house's point one who lives there is, so that both stand on the ground."""
COLOR = style.AGES[-1]
KEY, LOW = -2.4, -3.6


def scale(*people: float) -> int:
    """Return how many persons a figure is, so that there are few enough to count."""
    return next(each for each in scene.scales() if max(people) / each <= MOST)


def figures(people: float, each: int) -> int:
    """Return how many figures people are; nobody is left out because they are few."""
    return max(nearest(people / each), min(1, nearest(people)))


def _spots(number: int, lift: float = 0.0) -> list[scene.Spot]:
    return [(WIDE * (at % COLUMNS), -ROW * (at // COLUMNS) + lift) for at in range(number)]


def _figure(year: int, now: int, number: int, most: int, words: Words) -> Figure:
    """Return a state: houses, those who are as many as today, and those who are more."""
    rows, same = -(-most // COLUMNS), min(now, number)
    ids = [str(at) for at in range(most)]
    say = words.language.say
    entries = [(say("views.homes.key.same", n=same, now=year != HORIZON), "oldest", COLOR, False)]
    if year == HORIZON:
        more = max(number - now, 0)
        entries.append((say("views.homes.key.more", n=more), "oldest", COLOR, True))
    bottom, spots = -ROW * (rows - 1), _spots(number, THRESHOLD)
    right = WIDE * (COLUMNS - 1)
    at_key = [(0.0, bottom + KEY), (9.0, bottom + KEY)][: len(entries)]
    traces = [
        scene.stand(_spots(number), "house", style.MUTED, HOUSE, ids=ids[:number], hollow=True),
        scene.stand(spots[:same], "oldest", COLOR, TALL, ids=ids[:same]),
        scene.stand(spots[same:], "oldest", COLOR, TALL, ids=ids[same:number], hollow=True),
        scene.key(entries, at_key),
        scene.written([(right + 0.7, bottom + KEY)], [str(year)], scene.WHEN_SIZE, "middle left"),
    ]
    code, ends = words.outlook.place.code, ((-1.1, right + 1.1), (bottom + LOW, 1.4))
    described = scene.layout("homes", code, *ends, traces, of_hundred=("oldest", year))
    return style.figure(traces, described)


@view("homes", order=31)
def homes(outlook: Outlook, language: Language) -> View:
    """People aged 80 and over, today and in 2040, as figures at their houses."""
    years = {"now": outlook.base_year, "2040": HORIZON}
    people = {name: outlook.people(year, 80) for name, year in years.items()}
    before, after = people.values()
    each = scale(before, after)
    number = {name: figures(of, each) for name, of in people.items()}
    code = outlook.place.code
    spread = Spread("aged", code, HORIZON, *bands(code).interval("80+", HORIZON))
    reach = spread.told
    words = Words(language, "homes", outlook, each=each)
    goes = words.change("aged", before, after)
    words.values |= {
        "before": before,
        "after": goes.told[1],
        "trend": goes.direction,
        "within": reach[0] <= before <= reach[1],
        "range": words.between(*reach),
        "now": number["now"],
        "goal": number["2040"],
    }
    most = max(number.values())
    frames = [
        words.frame(name, _figure(year, number["now"], number[name], most, words))
        for name, year in years.items()
    ]
    rows = [(year, people[name]) for name, year in years.items()]
    claims: list[Claim] = [goes, spread]
    return words.view(frames, [("year", None), ("people", 0)], rows, SOURCES, claims)
