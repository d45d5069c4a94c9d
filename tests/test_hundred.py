"""The hundred who live: always a hundred, never younger, and what happens is the projection's."""

import json
from collections import Counter
from collections.abc import Mapping

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framtid.horizon import HORIZON
from framtid.pathways.codec import decode
from framtid.pathways.hundred import hundred_of, told_years
from framtid.pathways.outlook import outlook_of
from framtid.places import places
from framtid.projection import ALTERNATIVES, base_year
from framtid.projection.aggregation import merged
from framtid.projection.flows import Flows, flows
from framtid.projection.history import Floats
from framtid.projection.hundred import GROUPS, Hundred, in_groups, live
from framtid.projection.parameters import AGES
from framtid.projection.turnover import HUNDRED, Turnover, turnover
from framtid.stories import read_aloud, tell
from framtid.stories.place_facts import Facts
from framtid.views.hundred import lives
from framtid.views.registry import build_view

TOLD = frozenset({base_year(), (base_year() + HORIZON) // 2, HORIZON})
DEATHS, MOVES, NET, ROOM, GROUP = 3.0, 9.0, 3.0, 1.5, 4.0
"""How far from the projection the hundred may be, in people: of some 13 deaths and 60 moves in all,
and of a group of ages in a year that nobody tells of."""


def run_of(code: str, alternative: str = "MMMM") -> Turnover:
    index, run = places().index, flows(alternative)
    here = merged(run, [index[member] for member in places().get(code).members])
    return turnover(here, here.population[:, 0], HORIZON)


def ages(hundred: Hundred, year: int) -> list[int]:
    return [hundred.lives[i].age(year) for i in hundred.standing(year)]


def groups(values: Floats) -> list[float]:
    """Return a stock by age, (age,), in the groups that are told."""
    return [float(values[low : high + 1].sum()) for low, high in GROUPS.values()]


def by_age(hundred: Hundred, year: int) -> Floats:
    open_end = np.minimum(ages(hundred, year), AGES - 1)
    return np.bincount(open_end, minlength=AGES).astype(float)


def adds_up(told: Mapping[str, int]) -> None:
    """Hold what is told of a hundred to a reader's arithmetic."""
    assert HUNDRED - told["died"] - told["left"] - told["room"] == told["still"]
    assert HUNDRED - told["still"] == told["new"] <= told["born"] + told["came"]


def check(hundred: Hundred, run: Turnover) -> None:
    """Hold everything that is promised of a hundred against the run it lives."""
    for step, year in enumerate(hundred.years):
        counted = groups(by_age(hundred, year))
        stock = groups(run.stock[step].sum(0))
        assert sum(counted) == HUNDRED
        if year in TOLD:
            assert counted == in_groups(stock)
        assert np.abs(np.subtract(counted, stock)).max() < GROUP
    came = Counter(life.came for life in hundred.lives)
    left = Counter(life.left for life in hundred.lives)
    room = left["room"] - came["room"]
    assert came["born"] == pytest.approx(run.born.sum(), abs=0.51)
    assert left["died"] == pytest.approx(run.died.sum(), abs=DEATHS)
    assert came["moved"] == pytest.approx(run.into.sum(), abs=MOVES)
    assert left["moved"] == pytest.approx(run.out.sum(), abs=MOVES)
    net = run.into.sum() - run.out.sum()
    assert came["moved"] - left["moved"] == pytest.approx(net, abs=NET)
    assert room == pytest.approx(run.room.sum(), abs=ROOM)
    assert came["born"] + came["moved"] == left["died"] + left["moved"] + room
    for year in hundred.years:
        adds_up(hundred.events(year))
    for life in hundred.lives:
        assert life.since < life.until or life.came == "here", "nobody comes and goes within a year"
        assert life.born == life.since or life.came != "born"


def test_every_municipality_has_a_hundred_who_live_as_it_does() -> None:
    run = flows()
    for position, _place in enumerate(places().municipalities):
        here = merged(run, [position])
        turned = turnover(here, here.population[:, 0], HORIZON)
        check(live(turned, TOLD), turned)


@pytest.mark.parametrize("code", ["0", "46", "ba-1", "0301"])
@pytest.mark.parametrize("alternative", ALTERNATIVES)
def test_so_have_regions_and_the_country_under_every_alternative(
    code: str, alternative: str
) -> None:
    turned = run_of(code, alternative)
    check(live(turned, TOLD), turned)


@pytest.mark.parametrize("code", ["0", "1151", "3201", "46"])
def test_a_years_turnover_is_the_projection_to_the_last_digit(code: str) -> None:
    run = run_of(code)
    older = np.zeros_like(run.stock[:-1])
    older[..., 1:] = run.stock[:-1, :, :-1]
    older[..., -1] += run.stock[:-1, :, -1]
    after = older - run.died - run.out + run.into - run.room
    assert np.abs(after - run.stock[1:])[..., 1:].max() < 1e-9
    assert np.abs(run.born - run.stock[1:, :, 0]).max() < 1e-9
    for flow in (run.died, run.out, run.into, run.born):
        assert (flow >= 0).all()


def test_moves_are_those_of_the_projection_whether_a_place_grows_or_shrinks() -> None:
    index, run = places().index, flows()
    for code in ("0301", "5614"):
        here, told = merged(run, [index[code]]), run_of(code)
        steps = HORIZON - base_year()
        alive = here.alive[:steps, 0]
        left = here.leaving[:steps, 0] * alive
        net = (here.arriving[:steps, 0] - left).sum((1, 2))
        persons = (told.into - told.out).sum((1, 2)) * told.people[1:] / HUNDRED
        assert persons == pytest.approx(net)
        assert (told.out.sum((1, 2)) * told.people[1:] / HUNDRED <= left.sum((1, 2))).all()
    assert hundred_of(outlook_of("0301")).events(HORIZON)["room"] > 0
    assert hundred_of(outlook_of("5614")).events(HORIZON)["room"] < 0


def test_who_only_came_into_view_has_been_here_all_the_time() -> None:
    hundred = hundred_of(outlook_of("5614"))
    new = [life for life in hundred.lives if life.stands(HORIZON) and not life.was_here]
    assert len(new) + hundred.events(HORIZON)["still"] == HUNDRED
    assert {life.came for life in new} == {"born", "moved"}


def test_those_who_move_within_the_country_do_not_leave_it() -> None:
    assert run_of("0").out.sum() < run_of("46").out.sum() < run_of("4626").out.sum()


def test_nobody_grows_younger_and_each_life_is_whole() -> None:
    hundred = hundred_of(outlook_of("5610"))
    for life in hundred.lives:
        standing = [year for year in hundred.years if life.stands(year)]
        assert standing, "nobody comes and goes within a year"
        assert standing == list(range(standing[0], standing[-1] + 1))
        assert [life.age(year) for year in standing] == [
            life.age(standing[0]) + i for i in range(len(standing))
        ]
        if life.came == "born":
            assert life.born == life.since
        if life.left == "stays":
            assert standing[-1] == HORIZON
        else:
            assert standing[-1] == life.until


def test_the_old_die_and_the_young_move() -> None:
    gone: dict[str, list[int]] = {"died": [], "moved": []}
    for code in ("5610", "0301", "1151", "3201"):
        for life in hundred_of(outlook_of(code)).lives:
            if life.left in gone:
                gone[life.left].append(life.until - life.born)
    assert np.median(gone["died"]) > 75
    assert min(gone["died"]) > 20
    assert 20 <= np.median(gone["moved"]) <= 35


def test_there_are_about_as_many_women_as_the_projection_has() -> None:
    for code in ("5610", "0301", "1151", "3201", "0"):
        hundred, run = hundred_of(outlook_of(code)), run_of(code)
        for step, year in enumerate(hundred.years):
            women = sum(hundred.lives[i].woman for i in hundred.standing(year))
            assert women == pytest.approx(run.stock[step, 1].sum(), abs=8)


def test_the_same_place_and_path_give_the_same_lives_and_another_path_others() -> None:
    path = decode("2-he2fl3").pathway
    here = outlook_of("5610")
    assert hundred_of(here) == hundred_of(here)
    assert hundred_of(here.along(path)) == hundred_of(here.along(path))
    assert hundred_of(here.along(path)) != hundred_of(here)
    assert hundred_of(here) != hundred_of(outlook_of("5612"))


def test_along_a_path_the_hundred_are_those_of_the_path() -> None:
    outlook = outlook_of("5610").along(decode("2-fl3").pathway)
    hundred = hundred_of(outlook)
    for year in told_years(outlook):
        counted = [outlook.people(year, *span) for span in GROUPS.values()]
        assert groups(by_age(hundred, year)) == in_groups(counted)
        at = hundred.years.index(year)
        assert hundred.people[at] == pytest.approx(outlook.people(year))


@given(st.data())
@settings(max_examples=25, deadline=None)
def test_any_run_at_all_is_lived_by_a_hundred(data: st.DataObject) -> None:
    """Hold what must be so of any run, also of one that empties a place of all its young."""
    code = data.draw(st.sampled_from([place.code for place in places().municipalities]))
    index, run = places().index, flows()
    here = merged(run, [index[code]])
    low, high = sorted(data.draw(st.tuples(st.integers(0, 105), st.integers(0, 105))))
    factor = data.draw(st.floats(0.0, 3.0))
    population = here.population[:, 0].copy()
    population[3:, :, low : high + 1] *= factor
    if population[3:].sum((1, 2)).min() < 1:
        return
    _lived(here, population)


def test_a_place_that_is_emptied_of_all_but_its_newborn_is_lived_by_a_hundred() -> None:
    here = merged(flows(), [places().index["0301"]])
    population = here.population[:, 0].copy()
    population[3:, :, 1:7] = 0
    _lived(here, population)


def _lived(here: Flows, population: Floats) -> None:
    """Hold that a hundred live through a run as it is told."""
    hundred = live(turnover(here, population, HORIZON), TOLD)
    for step, year in enumerate(hundred.years):
        assert len(hundred.standing(year)) == HUNDRED
        if year in TOLD:
            stock = groups(population[step].sum(0))
            assert groups(by_age(hundred, year)) == in_groups(stock)
    born = Counter(life.since for life in hundred.lives if life.came == "born")
    newborn = population[:, :, 0].sum(1) / population.sum((1, 2)) * HUNDRED
    for step in range(len(hundred.years) - 1):
        so_far = sum(n for year, n in born.items() if year <= hundred.years[step])
        assert abs(so_far - newborn[1 : step + 2].sum()) <= 0.51


def test_all_lives_of_a_place_are_few_bytes() -> None:
    lives = [list(life) for life in hundred_of(outlook_of("3201")).lives]
    assert len(json.dumps(lives, separators=(",", ":"))) < 15_000


def test_the_hundred_along_a_path_are_told_as_they_live_it() -> None:
    path = decode("2-fl3bo3").pathway
    view, course = build_view("path_hundred", "0", "nb", path), build_view("hundred", "0")
    assert view.path == "2-fl3bo3"
    lived = hundred_of(outlook_of("0", pathway=path))
    told = [frame.figure["layout"]["meta"]["people"]["lives"] for frame in view.frames]
    assert told == [lives(lived)] * 3
    assert told[0] != course.figure["layout"]["meta"]["people"]["lives"]
    rows = {str(row[0]): row[1:] for row in view.table.rows}
    line = {str(row[0]): row[1:] for row in course.table.rows}
    assert {name: row[-1] for name, row in rows.items()} == {n: row[-1] for n, row in line.items()}
    assert sum(int(row[2] or 0) for row in list(rows.values())[: len(GROUPS)]) == HUNDRED
    came = lived.events(HORIZON)["came"]
    assert rows["Flyttet inn siden 2026"][2] == came
    assert f"{came} flyttet inn" in view.frames[-1].alt


def test_the_hundred_at_the_storys_end_are_those_of_the_path_that_was_chosen() -> None:
    for code in ("5610", "0"):
        told = tell("2040", code, "nb", decode("lys-vei"))
        last = told.steps[-1]
        assert last.view.startswith("path_hundred/")
        assert told.views[last.view].frames[last.frame].title


def test_the_story_says_why_figures_are_taken_out_or_drawn_in() -> None:
    said = {
        1: {"nb": "bor det flere", "nn": "bur det fleire", "en": "more people live"},
        -1: {"nb": "bor det færre", "nn": "bur det færre", "en": "fewer people live"},
    }
    count = Counter[int]()
    for place in places().municipalities[::6]:
        outlook = outlook_of(place.code)
        room = hundred_of(outlook).events(HORIZON)["room"]
        grown = np.diff([outlook.consequences.at("people", y) for y in (base_year(), HORIZON)])
        if not room:
            continue
        assert room * grown[0] > 0, place.code
        way = 1 if room > 0 else -1
        count[way] += 1
        for spoken, words in said[way].items() if count[way] <= 3 else ():
            assert words in read_aloud("2040", place.code, spoken)["hundre-2040"][1], place.code
    assert min(count.values()) > 5


def test_what_headlines_tell_of_a_hundred_is_the_share_rounded() -> None:
    for code in places().by_code:
        outlook = outlook_of(code)
        facts = Facts(outlook)
        for year in told_years(outlook):
            whole = outlook.people(year)
            for ages in ((20, 66), (67, 105)):
                share = HUNDRED * outlook.people(year, *ages) / whole
                assert facts.hundred(year, *ages) == int(round(share, 9) + 0.5), (code, year, ages)
            told = in_groups([outlook.people(year, *ages) for ages in GROUPS.values()])
            exact = [HUNDRED * outlook.people(year, *ages) / whole for ages in GROUPS.values()]
            assert sum(told) == HUNDRED
            assert min(told) >= 0
            assert max(abs(n - share) for n, share in zip(told, exact, strict=True)) < 1.5, code
