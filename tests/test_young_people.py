"""Pictures of the young of a place: nobody is counted where few are outside, and all are shared."""

from framtid.horizon import HORIZON
from framtid.pathways.codec import decode
from framtid.pathways.outlook import outlook_of
from framtid.pathways.rounding import told
from framtid.places import places
from framtid.stories import tell
from framtid.views.young_people import FEW, Ahead, Crowd, shared


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


def test_those_outside_in_2040_are_drawn_with_how_many_more_or_fewer_that_is() -> None:
    ways = set()
    for code in places().by_code:
        for name in ("som-i-dag", "alle-med", "mork-vei"):
            outlook = outlook_of(code, pathway=decode(name).pathway)
            crowd, said = Crowd.of(outlook), told(outlook, "outside", HORIZON)
            ahead = Ahead.of(outlook, crowd)
            beside = said["official"] if said["difference"] else said["now"]
            assert 0 < max(ahead.number, ahead.beside) <= 100
            if crowd.few:
                assert ahead.number == ahead.beside, "nobody is counted"
                continue
            assert abs(ahead.number * ahead.each - said["path"]) <= ahead.each / 2
            assert abs(ahead.beside * ahead.each - beside) <= ahead.each / 2
            ways.add((ahead.number > ahead.beside) - (ahead.number < ahead.beside))
    assert ways == {-1, 0, 1}


def test_a_step_about_one_of_the_young_shows_people_and_no_curve() -> None:
    for code in ("1108", "5610", "1151"):
        for way in (None, "alle-med", "mork-vei"):
            document = tell("utenfor", code, "nb", decode(way) if way else None)
            step = next(each for each in document.steps if each.id == "amina")
            assert step.frame == "ahead"
            frame = document.views[step.view].frames["ahead"]
            assert all("lines" not in trace["mode"] for trace in frame.figure["data"])
            assert sum(len(trace.get("ids", [])) for trace in frame.figure["data"]) > 0


def test_the_hundred_of_an_area_are_of_more_than_one_municipality() -> None:
    for place in places().by_code.values():
        own = shared(outlook_of(place.code))
        assert own.others > 0
        assert own.focus.code in own.around.members
        assert set(place.members) <= set(own.around.members)
        assert 0 <= own.number <= 100
        assert len(place.members) > 1 or own.focus.code == place.members[0]
