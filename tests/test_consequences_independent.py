"""The consequences written twice: the second time from docs/method.md, and the same figures."""

import ast
import inspect

import numpy as np
import pytest

from framtid.consequences.local import local
from framtid.consequences.model import INDICATORS, Line, Question
from framtid.consequences.model import consequences as first
from framtid.consequences.setting import Setting
from framtid.pathways.applying import national
from framtid.places import places
from framtid.projection import projection
from tests.independent import consequences as independent

BY_CHOICE = {"starting_cost", "running_cost", "savings", "more_income", "effort"}
"""What is nought along the official line."""
FLOOR = {"balance": 1_000}
"""Kroner: nought today but for what is lost where two sums of billions are taken apart."""


@pytest.mark.parametrize(
    ("state", "use"), [("history", "constant"), ("nothing", "healthier"), ("wholly", "trend")]
)
def test_both_give_the_same_consequences_everywhere_every_year(state: str, use: str) -> None:
    people = projection("MMMM").population.swapaxes(0, 1)
    again = independent.consequences(people, state, use)
    setting = Setting.of(state, use)
    series = [
        first(
            Question(
                population=people[at],
                official=Line.of(people[at], local(place), national("MMMM"), setting),
                place=local(place),
                setting=setting,
            )
        ).series
        for at, place in enumerate(places().municipalities)
    ]
    assert set(again) == set(INDICATORS) - BY_CHOICE
    apart = {}
    for name, values in again.items():
        ours = np.stack([one[name] for one in series])
        apart[name] = float(
            (np.abs(values - ours) / np.maximum(np.abs(ours), FLOOR.get(name, 1))).max()
        )
    worst = max(apart, key=lambda name: apart[name])
    assert all(not one[name].any() for one in series for name in BY_CHOICE)
    assert apart[worst] < 1e-7, f"{worst} differs by a share of {apart[worst]:.2e}: {apart}"


def test_the_second_shares_no_line_with_the_first() -> None:
    nodes = list(ast.walk(ast.parse(inspect.getsource(independent))))
    modules = [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    modules += [name.name for node in nodes if isinstance(node, ast.Import) for name in node.names]
    assert "numpy" in modules
    assert not [module for module in modules if module.startswith("framtid")]
