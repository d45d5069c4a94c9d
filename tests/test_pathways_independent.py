"""Pathways written twice: the second time from docs/method.md, and the same people and figures."""

import ast
import inspect

import numpy as np
import pytest

from framtid.consequences.model import INDICATORS
from framtid.consequences.setting import Setting
from framtid.pathways.levers import levers
from framtid.pathways.outlook import outlook_of
from framtid.pathways.pathway import Pathway, named
from framtid.places import places
from tests.independent import choices, pathways
from tests.independent.consequences import Array

CODES = ("0301", "1151", "1824", "3209", "5044", "5610")
"""The capital, the smallest, a town, one that grows, one that shrinks and one in the north."""
AT = [places().index[code] for code in CODES]
FLOOR = {"balance": 1_000}
"""Kroner: nought today but for what is lost where two sums of billions are taken apart."""
SETTINGS = (("history", "constant"), ("nothing", "healthier"), ("wholly", "trend"))
LEVELS = (-1, 3, 1, 2)


def _differs(
    path: Pathway, levels: dict[str, int], population: Array, setting: tuple[str, str]
) -> float:
    """Return how far apart the two are: the largest share of a figure, in any place and year."""
    official = pathways.run().people.swapaxes(0, 1)
    again = choices.along(population, official, levels, *setting)
    assert set(again) == set(INDICATORS)
    apart = [0.0]
    for code, at in zip(CODES, AT, strict=True):
        ours = outlook_of(code, pathway=path, setting=Setting.of(*setting))
        assert np.abs(population[at] - ours.future).max() < 1e-3, "persons of a sex and an age"
        for name, values in ours.consequences.series.items():
            least = np.maximum(np.abs(values), FLOOR.get(name, 1))
            apart.append(float((np.abs(again[name][at] - values) / least).max()))
    return max(apart)


@pytest.mark.parametrize("name", ["lys-vei", "mork-vei"])
def test_both_give_the_same_where_all_choose_a_path(name: str) -> None:
    everyone = list(range(len(places().municipalities)))
    levels = pathways.PATHS[name]
    population = pathways.people_along(levels, everyone)
    assert _differs(named()[name], levels, population, SETTINGS[0]) < 3e-5


@pytest.mark.parametrize(("number", "lever"), list(enumerate(levers())))
def test_both_give_the_same_for_each_lever_that_a_place_alone_moves(
    number: int, lever: str
) -> None:
    levels = {lever: LEVELS[number % len(LEVELS)]}
    population = pathways.run().people.swapaxes(0, 1).copy()
    for at in AT:
        population[[at]] = pathways.people_along(levels, [at])
    setting = SETTINGS[number % len(SETTINGS)]
    assert _differs(Pathway.of(levels), levels, population, setting) < 3e-5


@pytest.mark.parametrize("module", [choices, pathways])
def test_the_second_shares_no_line_with_the_first(module: object) -> None:
    nodes = list(ast.walk(ast.parse(inspect.getsource(module))))  # type: ignore[arg-type]
    modules = [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    modules += [name.name for node in nodes if isinstance(node, ast.Import) for name in node.names]
    assert "numpy" in modules
    assert not [name for name in modules if name.startswith("framtid")]
