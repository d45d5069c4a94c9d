"""How far SSB's alternatives span stands beside what a path comes to, wherever a story compares."""

import re

import pytest

from framtid.language import language_of
from framtid.pathways.outlook import outlook_of
from framtid.pathways.pathway import named
from framtid.stories import read_aloud
from framtid.stories.path_facts import PathFacts
from framtid.stories.reach import reach
from framtid.views.registry import build_view
from framtid.views.roads import ENDS, FRAMES

SOME = ("0", "46", "5601", "0301", "1151", "5610", "3209", "4636")
OVERLAP = {"nb": "De to overlapper", "nn": "Dei to overlappar", "en": "The two overlap"}
STEPS = (("2040", "forsiden", "gap"), ("2040", "pengene", "balance_per_inhabitant"))
TAG = re.compile("<[^>]+>")


def _facts(code: str, name: str, spoken: str) -> PathFacts:
    return PathFacts(outlook_of(code).along(named()[name]), language_of(spoken))


@pytest.mark.parametrize("spoken", OVERLAP)
def test_two_spans_that_overlap_are_said_to(spoken: str) -> None:
    for code in SOME:
        dark, light = (_facts(code, name, spoken) for name in ("mork-vei", "lys-vei"))
        for indicator in ("gap", "balance_per_inhabitant"):
            one, other = dark.span(indicator), light.span(indicator)
            overlap = one.low <= other.high and other.low <= one.high
            said = reach(indicator, dark, light)
            assert (OVERLAP[spoken] in said) is overlap, (code, indicator)


@pytest.mark.parametrize(("story", "step", "indicator"), [*STEPS, ("hender", "spakene", "gap")])
@pytest.mark.parametrize("spoken", OVERLAP)
def test_a_step_that_tells_a_shortage_tells_its_span(
    story: str, step: str, indicator: str, spoken: str
) -> None:
    for code in SOME[:5]:
        html = TAG.sub("", read_aloud(story, code, spoken)[step][1]).replace("\xa0", " ")
        dark, light = (_facts(code, name, spoken) for name in ("mork-vei", "lys-vei"))
        assert reach(indicator, dark, light).replace("\xa0", " ") in " ".join(html.split()), code


def test_the_table_has_the_edges_that_are_drawn() -> None:
    for code in SOME[:5]:
        view = build_view("roads", code)
        keys = [each.key for each in view.table.columns]
        for frame in list(FRAMES)[1:]:
            drawn = next(each for each in view.frames if each.id == frame).figure["data"]
            bands = [trace for trace in drawn if trace.get("fill") == "toself"]
            ends = [
                tuple(
                    [float(row[keys.index(f"{frame}_{name}{end}")] or 0) for row in view.table.rows]
                    for end in ("_low", "", "_high")
                )
                for name in ENDS
            ]
            (band,) = bands
            assert min(min(low) for low, _, _ in ends) == pytest.approx(min(band["y"]), abs=0.5)
            assert max(max(high) for *_, high in ends) == pytest.approx(max(band["y"]), abs=0.5)
            for each in ends:
                assert all(a - 1e-6 <= b <= c + 1e-6 for a, b, c in zip(*each, strict=True))
