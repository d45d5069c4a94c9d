"""Hands and kroner of some places as tables: three settings, paths, each lever's levels, sums."""

import sys
from collections.abc import Iterator

from framtid.consequences.setting import STATES
from framtid.horizon import HORIZON
from framtid.language import language_of
from framtid.pathways.levers import LEVELS, levers
from framtid.pathways.outlook import Outlook, outlook_of
from framtid.pathways.pathway import AS_IT_IS, Pathway, named
from framtid.pathways.switches import Switches
from framtid.places import places

SHOWN = ("0301", "3209", "5610", "1824", "5044", "1151", "0")
"""Oslo, Ullensaker, Karasjok, Vefsn, Namsskogan, Utsira and the nation."""
PATHS = {"as today": AS_IT_IS, "light": named()["lys-vei"], "dark": named()["mork-vei"]}


def _hands(outlook: Outlook) -> str:
    at = outlook.consequences.at
    return f"{at('gap', HORIZON):>10,.1f}"


def _kroner(outlook: Outlook) -> str:
    return f"{outlook.consequences.at('balance_per_inhabitant', HORIZON):>9,.0f}"


def _lines(code: str) -> Iterator[str]:
    """Yield a place's hands missing, and kroner per inhabitant in the three settings, in 2040."""
    for name, pathway in PATHS.items():
        states = [Switches.of("MMMM", state, "constant").outlook(code, pathway) for state in STATES]
        yield f"  {name:26}{_hands(states[0])}" + "".join(map(_kroner, states))


def _effects(code: str) -> Iterator[str]:
    """Yield what each level of each lever does by itself to hands and kroner in 2040."""
    course = outlook_of(code).consequences.at
    for name in levers():
        runs = [
            outlook_of(code, pathway=Pathway.of({name: n})).consequences.at for n in LEVELS if n
        ]
        hands, kroner = (
            "".join(f"{run(what, HORIZON) - course(what, HORIZON):>10,.1f}" for run in runs)
            for what in ("gap", "balance_per_inhabitant")
        )
        yield f"  {name:12}{hands}  {kroner}"


def _sums(name: str) -> str:
    """Return a path's sum over the municipalities beside the nation's own."""
    found = [outlook_of(place.code, pathway=PATHS[name]) for place in places().municipalities]
    whole = outlook_of("0", pathway=PATHS[name]).consequences.at
    said = (
        f"{what} {sum(each.consequences.at(what, HORIZON) for each in found):,.1f}"
        f" / {whole(what, HORIZON):,.1f}"
        for what in ("people", "gap", "balance")
    )
    return f"  {name:10}{'; '.join(said)}"


def main() -> None:
    """Print the tables."""
    states, write = "".join(f"{name:>9}" for name in STATES), sys.stdout.write
    language = language_of("en")
    write(f"2040: man-years missing, kroner per inhabitant if the State gives\n{'':38}{states}\n")
    for code in SHOWN:
        write(language.name(places().get(code)) + "\n" + "\n".join(_lines(code)) + "\n")
    levels = "".join(f"{level:>10}" for level in LEVELS if level)
    write("\neach lever alone, against today's course: man-years missing, kroner\n")
    write(f"{'':14}{levels}  {levels}\n")
    for code in SHOWN:
        write(language.name(places().get(code)) + "\n" + "\n".join(_effects(code)) + "\n")
    write("\nsum of the 357 / the nation's own (near it along a path: docs/method.md, Sums)\n")
    write("\n".join(map(_sums, PATHS)) + "\n")
