"""Pictures of the young of a place: nobody is counted where few are outside, and all are shared."""

from framtid.pathways.outlook import outlook_of
from framtid.pathways.rounding import told
from framtid.places import places
from framtid.views.young_people import FEW, Crowd, shared


def test_those_outside_are_drawn_unless_they_are_few() -> None:
    seen = set()
    for code in places().by_code:
        outlook = outlook_of(code)
        crowd = Crowd.of(outlook)
        seen.add(crowd.few)
        assert crowd.few == (told(outlook, "outside", outlook.base_year)["now"] < FEW)
        assert 0 < crowd.number <= 100
        drawn = crowd.young if crowd.few else crowd.outside
        assert abs(crowd.number * crowd.each - drawn) <= crowd.each / 2
    assert seen == {True, False}


def test_the_hundred_of_an_area_are_of_more_than_one_municipality() -> None:
    for place in places().by_code.values():
        own = shared(outlook_of(place.code))
        assert own.others > 0
        assert own.focus.code in own.around.members
        assert set(place.members) <= set(own.around.members)
        assert 0 <= own.number <= 100
        assert len(place.members) > 1 or own.focus.code == place.members[0]
