"""The projection written twice: the second time from docs/method.md, and the same people."""

import ast
import inspect

import numpy as np
import pytest

from framtid.places import places
from framtid.projection import ALTERNATIVES, projection
from tests.independent import projection as independent


@pytest.mark.parametrize("alternative", ALTERNATIVES)
def test_both_give_the_same_people_everywhere_every_year(alternative: str) -> None:
    codes, again = independent.project(alternative)
    first = projection(alternative)
    assert codes == [place.code for place in places().municipalities]
    assert list(again) == first.years.tolist()
    assert np.abs(np.stack(list(again.values())) - first.population).max() < 1e-6


def test_the_second_shares_no_line_with_the_first() -> None:
    nodes = ast.walk(ast.parse(inspect.getsource(independent)))
    modules = [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    nodes = ast.walk(ast.parse(inspect.getsource(independent)))
    modules += [name.name for node in nodes if isinstance(node, ast.Import) for name in node.names]
    assert "numpy" in modules
    assert not [module for module in modules if module.startswith("framtid")]
