"""A told effect is the effect: near the true one, of its sign, and about none only where it is."""

from collections.abc import Iterator
from itertools import product
from math import log10

import numpy as np
import pytest

from framtid.consequences.model import INDICATORS
from framtid.horizon import HORIZON
from framtid.language import language_of
from framtid.language.numbers import WHOLE_BELOW, Told, rounded, to_come
from framtid.nearest import nearest
from framtid.pathways import rounding
from framtid.pathways.levers import LEVELS, levers
from framtid.pathways.outlook import outlook_of
from framtid.pathways.pathway import Pathway, named
from framtid.places import places

NEAR = 0.1
"""How far from the true effect a told one may be, in shares of it."""
WHOLE = {"people": 0.5, "places": 0.5, "man_years": 0.5, "kroner_each": 0.5}
"""By unit, how far it may be where only whole ones are told."""
LEVELS_IN = {"places": 1.0, "man_years": 1.0, "kroner_each": 10.0, "ratio": 0.1}
"""By unit, the step of its levels, whatever stands beside them."""
WAYS = [Pathway.of({name: level}) for name in levers() for level in LEVELS if level]
SOME = ["0", "46", "ba-5", *[place.code for place in places().municipalities[::24]]]
"""Places of every kind and size; sizes between them are tried below."""


def _counted(indicator: str) -> bool:
    return INDICATORS[indicator].unit in {"people", "places", "man_years"}


def _step(*values: float) -> float:
    """Return the largest power of ten that divides some told values: the digit they end in."""
    steps = (10.0**power for power in range(12, -6, -1))
    return next(s for s in steps if all(abs(v - round(v / s) * s) < 1e-6 for v in values))


def faults(indicator: str, first: float, second: float) -> Iterator[str]:
    """Yield what is wrong with how two values and their difference are told."""
    one, other, difference = rounding.beside(indicator, first, second)
    effect, unit = first - second, INDICATORS[indicator].unit
    apart, step = abs(one - other - difference), LEVELS_IN.get(unit, _step(one, other))
    if apart > step + 1e-3 and difference:
        yield "is farther from adding up than rounding makes it"
    if float(difference) == 0:
        if abs(effect) >= rounding.LEAST.get(unit, rounding.SHARE * abs(second)) > 0:
            yield "told as none"
    elif difference * effect < 0:
        yield "wrong sign"
    whole = WHOLE.get(unit, 0)
    if float(difference) and abs(difference - effect) > max(NEAR * abs(effect), whole) + 1e-9:
        yield "far off"
    if max(abs(one - first), abs(other - second)) > step / 2 + 1e-6:
        yield "a level is not what it is to the digit it is told in"


@pytest.mark.parametrize("code", SOME)
def test_what_a_lever_or_a_named_path_does_is_told_as_it_is(code: str) -> None:
    outlook = outlook_of(code)
    for pathway in (*WAYS, *named().values()):
        along = outlook.along(pathway).consequences
        for indicator in rounding.TOLD:
            for year in rounding.YEARS:
                values = along.at(indicator, year), outlook.consequences.at(indicator, year)
                found = list(faults(indicator, *values))
                assert not found, (indicator, year, pathway.levels, values)


def test_people_are_told_whole() -> None:
    for code in ("1151", "1144", "5610", "0301"):
        for pathway in named().values():
            for year in rounding.YEARS:
                for indicator in ("people", "pupils", "pupils_per_grade"):
                    figures = rounding.told(outlook_of(code).along(pathway), indicator, year)
                    told = (figures["now"], figures["official"], figures["path"])
                    assert all(one.is_integer() for one in told), figures


def test_nobody_is_told_of_hands_in_thousandths() -> None:
    for effect in np.geomspace(1e-4, 1, 200):
        for told in rounding.beside("carers", 3.671 + effect, 3.671):
            assert told.decimals <= 2, (effect, told)


@pytest.mark.parametrize("indicator", rounding.TOLD)
def test_an_effect_of_any_size_is_told_by_its_own_size(indicator: str) -> None:
    start = abs(outlook_of("0").consequences.at(indicator, 2040))
    least = start / 3 if INDICATORS[indicator].unit in {"ratio", "share"} else start / 1e4
    for level in np.geomspace(least, start * 2, 9):
        for effect in np.geomspace(level / 1e4, level, 60):
            for first, second in ((level + effect, level), (level, level + effect)):
                assert not list(faults(indicator, first, second)), (first, second)


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_a_told_figure_is_written_as_it_is_in_every_language(language: str) -> None:
    numbers = language_of(language).numbers
    decimal, thousands = (numbers.forms[sign] for sign in ("decimal", "thousands"))
    for size in np.geomspace(13, 9e5, 80):
        figures = Told(round(size)), Told(round(size) / 10), Told(round(size) / 1000)
        for value in (*figures, *(-figure for figure in figures if not float(figure).is_integer())):
            if 0 <= value < len(numbers.forms["words"]) and float(value).is_integer():
                continue  # In words.
            written = numbers.exact(value).replace(thousands, "").replace(decimal, ".")
            plain = written.replace(numbers.forms["minus"], "-")
            assert float(plain) == pytest.approx(value), (language, written)


def test_people_and_hands_are_told_in_one_way_whatever_stands_beside_them() -> None:
    ways = [named()[name] for name in ("lys-vei", "mork-vei")] + [Pathway.of({"heltid": 1})]
    counted = [each for each in rounding.TOLD if _counted(each)]
    for place in (*places().municipalities, places().nation):
        outlook = outlook_of(place.code)
        runs = [outlook.along(way) for way in ways]
        for indicator, year in product(counted, rounding.YEARS):
            told = rounding.told(outlook, indicator, year)
            for run in runs:
                beside = rounding.told(run, indicator, year)
                same = beside["official"] == told["official"] and beside["now"] == told["now"]
                assert same, (place.code, indicator, year)


def _steady(indicator: str, true: float) -> bool:
    """Return whether a level is told in one step whatever stands beside it."""
    unit = INDICATORS[indicator].unit
    return unit in LEVELS_IN or (_counted(indicator) and abs(true) < WHOLE_BELOW)


def test_a_level_is_one_figure_whatever_stands_beside_it() -> None:
    """What a file has, rounded to the digit that is told, is what pages tell: 51.5 is 52."""
    for place in places().by_code.values():
        course = outlook_of(place.code)
        runs = [course.along(named()[name]) for name in ("lys-vei", "mork-vei")]
        for run, indicator in product(runs, (*rounding.TOLD, "care_places")):
            true = run.consequences.at(indicator, HORIZON)
            if not _steady(indicator, true):
                continue
            alone = rounding.told(run, indicator, HORIZON)["path"]
            beside = rounding.told(run, indicator, HORIZON, runs)["path"]
            step = LEVELS_IN.get(INDICATORS[indicator].unit, 1.0)
            told = nearest(true, round(-log10(step)))
            assert alone == beside == told, (place.code, indicator, run.pathway.levels)


def test_how_many_more_there_are_than_today_is_what_told_figures_say() -> None:
    """«6 000, om lag 430 flere» is not said of 5 983 who were 5 568."""
    for place in places().municipalities:
        outlook = outlook_of(place.code)
        now, goal = outlook.people(outlook.base_year), outlook.people(HORIZON)
        by = to_come(now, goal) - nearest(now)
        assert rounded(by) == rounded(goal - now) or to_come(now, goal) == nearest(goal), place.code


def test_hands_for_each_older_person_are_rounded_as_on_every_page() -> None:
    for place in places().municipalities:
        outlook = outlook_of(place.code)
        told = rounding.told(outlook, "carers", HORIZON)
        now, goal = (outlook.carers(year) for year in (outlook.base_year, HORIZON))
        assert (told["now"], told["official"]) == (nearest(now, 1), nearest(goal, 1)), place.code
