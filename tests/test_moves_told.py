"""Net moves: the ages that are told stand in the table, and it says how they are worked out."""

import pytest

from framtid.pathways.outlook import outlook_of
from framtid.stories.place_facts import Facts
from framtid.views.moves import STARTS, TOLD
from framtid.views.registry import build_view

REMAINDER = {"nb": "rest", "nn": "rest", "en": "remainder"}


@pytest.mark.parametrize("spoken", REMAINDER)
def test_the_ages_that_are_told_are_rows_of_the_table(spoken: str) -> None:
    for code in ("5601", "0301", "1151", "46", "0"):
        view, facts = build_view("moves", code, spoken), Facts(outlook_of(code))
        assert REMAINDER[spoken] in view.subtitle
        rows = view.table.rows[len(STARTS) :]
        names = [str(name).split()[-1] for name, _ in rows]
        assert names == [f"{first}–{last}" for first, last in TOLD]
        assert rows[0][1] == pytest.approx(facts.young_moves)
        net = outlook_of(code).net_moves
        assert [row[1] for row in rows] == pytest.approx(
            [float(net[first : last + 1].sum()) for first, last in TOLD]
        )
