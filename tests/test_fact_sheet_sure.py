"""No figure of 2040 is told in sentences for an article without between what it may be.

Those of the fact sheet are held to it in every place, where all views are built (test_every_view).
"""

import pytest

from framtid.embed.press.pack import TOLD
from framtid.embed.press.sentences import plain
from framtid.embed.request import read
from framtid.horizon import HORIZON
from framtid.language import language_of
from framtid.language.texts import LANGUAGES
from framtid.pathways.outlook import outlook_of
from framtid.pathways.pathway import Pathway, named
from framtid.places import places
from framtid.projection import ALTERNATIVES
from framtid.views.registry import build_view, views
from tests.ranges import bare
from tests.test_views import CASES
from tests.test_views_sure import UNMOVED

SOME = [(name, code) for name, code in CASES if code in {"0", "5610", "0301", "1151"}]


@pytest.mark.parametrize(("name", "code"), SOME)
def test_every_figure_of_2040_in_a_view_has_its_range(name: str, code: str) -> None:
    ways = [named()["lys-vei"], named()["mork-vei"]] if views()[name].along else []
    for way in ways if name in UNMOVED else [Pathway(), *ways]:
        assert not bare(build_view(name, code, pathway=way).claims), way


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_the_need_for_care_is_told_with_both_ends_in_every_place(spoken: str) -> None:
    language = language_of(spoken)
    assert "hands" in TOLD
    for place in places().by_code.values():
        outlook = outlook_of(place.code)
        now = outlook.care_need(outlook.base_year)
        ends = [outlook.under(name).care_need(HORIZON) / now - 1 for name in ALTERNATIVES]
        said = plain(read("hands", place.code, {"lang": spoken}))
        main = language.numbers.percent(outlook.care_need(HORIZON) / now - 1)
        assert main in said
        assert language.numbers.percent(max(ends)) in said
        low = 100 * min(ends)
        assert round(low) <= 0 or f" {language.numbers.exact(low)} " in said, place.code
