"""Where municipalities stand: criteria, categories, who has moved, the page and the files."""

import csv
import io
import re
from collections import Counter

import msgspec
import numpy as np
import pytest
import yaml
from starlette.testclient import TestClient

from framtid.consequences.criteria import (
    FILE,
    Criterion,
    Rules,
    people,
    rules,
    span,
    values,
)
from framtid.consequences.parameters import Certainty
from framtid.documents.placement_list import MOST, Asked, listed
from framtid.errors import NotAMunicipalityError
from framtid.horizon import HORIZON
from framtid.language.texts import LANGUAGES, language_of
from framtid.pathways.jumps import jumps
from framtid.pathways.outlook import outlook_of
from framtid.pathways.own_told import people_of
from framtid.pathways.placement import (
    categories,
    figures,
    moved,
    of_categories,
    placing,
    placings,
    towards_good,
    turned,
)
from framtid.pathways.placement_told import broken, how, placed_rows, said, say, stands
from framtid.places import Level, places
from framtid.projection.borders import estimates, moved_borders
from framtid.projection.uncertainty.bands import bands
from framtid.views.registry import build_view

TOWNS = places().municipalities
OSLO, UTSIRA, KARASJOK, BAERUM = "0301", "1151", "5610", "3201"
NB = language_of("nb")


def test_values_are_those_of_the_outlook_in_every_year_that_is_told() -> None:
    for code in (UTSIRA, BAERUM):
        outlook, at = outlook_of(code), places().index[code]
        own = figures()
        for year, part in ((2010, "since"), (outlook.base_year, "now"), (HORIZON, "goal")):
            got = {name: getattr(each, part)[at] for name, each in own.items()}
            assert got["carers"] == pytest.approx(outlook.carers(year))
            assert got["classes"] == pytest.approx(outlook.people(year, 6, 15) / 10)
            share = outlook.people(year, 20, 34) / outlook.people(year)
            assert got["young"] == pytest.approx(share)
        ten = outlook.people(2026, 20, 66) / outlook.people(2016, 20, 66)
        assert own["workforce"].now[at] == pytest.approx(ten**0.1 - 1)
        ahead = outlook.people(HORIZON, 20, 66) / outlook.people(2026, 20, 66)
        assert own["workforce"].goal[at] == pytest.approx(ahead ** (1 / 14) - 1)


def test_care_of_the_nation_today_is_one() -> None:
    care = rules().criteria["care"]
    base = people(2026)
    working = span(base, (20, 66))
    assert float(values(care, 2026) @ working / working.sum()) == pytest.approx(1)


def test_what_a_refresh_has_not_brought_is_left_out() -> None:
    assert "outside" in rules().criteria
    assert "outside" not in figures()
    assert {each.field for each in rules().criteria.values()} == {"social", "economic"}


@pytest.mark.parametrize("name", figures())
def test_2040_lies_within_what_it_is_said_to_be_between(name: str) -> None:
    each = figures()[name]
    known = ~np.isnan(each.goal)
    assert (each.low[known] <= each.goal[known] + 1e-9).all()
    assert (each.high[known] >= each.goal[known] - 1e-9).all()


def test_what_it_is_between_is_our_own_band() -> None:
    for code in (UTSIRA, KARASJOK, OSLO):
        own = {each.criterion: each for each in placings(places().get(code))}
        carers, classes = own["carers"], own["classes"]
        assert (carers.low, carers.high) == pytest.approx(bands(code).interval("carers", HORIZON))
        tens = bands(code).interval("6-15", HORIZON)
        assert (classes.low, classes.high) == pytest.approx([end / 10 for end in tens])


def _criterion(good: float, hard: float, of: str = "carers") -> Criterion:
    told = {"field": "social", "of": of, "good": good, "hard": hard, "source": "egen-vurdering"}
    return msgspec.convert(told | {"certainty": Certainty.JUDGEMENT}, Criterion)


@pytest.mark.parametrize(
    ("good", "hard", "value", "place"),
    [
        (3, 2, 3.0, "good"),
        (3, 2, 2.96, "good"),
        (3, 2, 2.0, "middle"),
        (3, 2, 1.96, "middle"),
        (3, 2, 1.94, "hard"),
        (1, 2, 0.9, "good"),
        (1, 2, 1.5, "middle"),
        (1, 2, 2.0, "middle"),
        (1, 2, 2.06, "hard"),
    ],
)
def test_where_a_value_stands_is_judged_of_what_is_told(
    good: float, hard: float, value: float, place: str
) -> None:
    assert _criterion(good, hard).place(value) == place


def test_better_is_never_placed_worse() -> None:
    order = ["hard", "middle", "good"]
    for name, each in figures().items():
        criterion = rules().criteria[name]
        ranked = sorted(each.now, reverse=not criterion.up)
        places_ = [order.index(criterion.place(value)) for value in ranked]
        assert places_ == sorted(places_)
        assert set(places_) == {0, 1, 2}, "a criterion that parts nobody tells nothing"


def test_almost_certain_is_only_said_where_the_whole_band_stands_there() -> None:
    for at in range(0, len(TOWNS), 5):
        for name in figures():
            each = placing(name, at)
            assert each
            if each.sure:
                criterion = rules().criteria[name]
                ends = {criterion.place(end) for end in (each.low, each.goal, each.high) if end}
                assert ends == {each.place_goal}
                assert criterion.reach.band


def test_categories_go_by_our_projection_and_its_band() -> None:
    for at, town in enumerate(TOWNS[::9]):
        outlook = outlook_of(town.code)
        group = of_categories(town)
        low, high = bands(town.code).interval("carers", HORIZON)
        few = round(outlook.carers(HORIZON), 1) < 2
        assert (group.get("few_hands") in {"sure", "likely"}) == few
        assert (group.get("few_hands") == "sure") == (few and round(high, 1) < 2)
        if group.get("few_hands") == "possible":
            assert round(low, 1) < 2
        grown = round(outlook.people(HORIZON) / outlook.people(2026), 2)
        assert (group.get("growing") in {"sure", "likely"}) == (grown >= 1.08), (at, town)


@pytest.mark.parametrize(
    ("category", "criterion"), [("few_hands", "carers"), ("few_children", "classes")]
)
def test_a_category_ends_where_the_criterion_of_the_same_does(
    category: str, criterion: str
) -> None:
    """No tie is told as in the middle and as hard at once: 31 had 2.0 hands."""
    for at, certain in enumerate(categories()[category]):
        each = placing(criterion, at)
        assert each
        assert (certain in {"sure", "likely"}) == (each.place_goal == "hard"), TOWNS[at]


def test_what_the_categories_part_is_said(client: TestClient) -> None:
    columns = [*zip(*categories().values(), strict=True)]
    none = sum(not {"sure", "likely"} & {*column} for column in columns)
    assert 0.2 * len(TOWNS) < none < 0.5 * len(TOWNS)
    assert f"{none} av {len(TOWNS)} kommuner er ikke i noen" in client.get("/staasted").text


def test_a_growing_place_with_fewer_to_work_is_rare_and_no_category_has_all() -> None:
    number = Counter(
        name for name, every in categories().items() for each in every if each in {"sure", "likely"}
    )
    assert all(0 < number[name] < len(TOWNS) / 2 for name in rules().categories)


def test_those_who_are_named_have_moved_most_and_are_large_enough() -> None:
    for name, each in figures().items():
        criterion, named = rules().criteria[name], moved(name)
        if criterion.since is None:
            assert named == ()
            continue
        assert len(named) == rules().named
        inhabitants = span(people(2026), (0, 105))
        sign = 1 if criterion.up else -1
        whole = each.since if criterion.of == "per_age" else np.ones(len(TOWNS))
        change = sign * (each.now - each.since) / whole
        large = inhabitants >= rules().named_from
        codes = [TOWNS[at].code for at in np.argsort(-np.where(large, change, -np.inf))[:5]]
        assert [town.place.code for town in named] == codes
        up, down = turned(name)
        assert 0 < up + down <= len(TOWNS)


BEST, FELL = (
    {"nb": "lengst", "nn": "lengst", "en": "farthest"},
    {"nb": "minst bort", "nn": "minst bort", "en": "least away"},
)


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_those_who_fell_are_not_named_as_those_who_got_farthest(spoken: str) -> None:
    language = language_of(spoken)
    for name in figures():
        criterion, rose = rules().criteria[name], towards_good(name)
        if criterion.since is None:
            continue
        sign = 1 if criterion.up else -1
        assert rose == tuple(sign * (each.now - each.since) > 1e-9 for each in moved(name))
        told = say(language, "moved.named", up=sum(rose), all=len(rose), least=3000)
        assert (BEST[spoken] in told) == all(rose)
        assert (FELL[spoken] in told) == (not all(rose))
    none = say(language, "moved.named", up=0, all=5, least=3000)
    assert FELL[spoken] in none
    assert BEST[spoken] not in none


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_every_sentence_is_whole_in_every_language(spoken: str) -> None:
    language = language_of(spoken)
    told = [stands(each, language) for town in TOWNS[::30] for each in placings(town)] + [
        how(name, each, language) for name in figures() for each in moved(name)
    ]
    for sentence in told:
        assert sentence[0].isupper() or sentence[0] in "0123456789+−"
        assert not re.search(r"  | [.,:]|\bnan\b|None|\{", sentence), sentence


@pytest.mark.parametrize("code", [OSLO, UTSIRA, KARASJOK])
def test_the_view_tells_the_same_as_the_table_and_stands_on_its_scale(code: str) -> None:
    made = build_view("placement", code)
    rows = placings(places().get(code))
    names = [NB.say(f"placement.criteria.{each.criterion}.name") for each in rows]
    assert [row[0] for row in made.table.rows] == names
    for frame in made.frames:
        low, high = frame.figure["layout"]["xaxis"]["range"]
        drawn = [x for trace in frame.figure["data"] for x in trace["x"]]
        assert all(low <= x <= high for x in drawn)
    words = [word for trace in made.figure["data"] for word in trace.get("text", ())]
    for each in rows:
        if each.goal is not None:
            goal = said(each.goal, each.criterion, NB)
            assert any(goal in str(word) for word in words)


def test_the_list_is_held_to_what_is_asked_and_stands_by_name() -> None:
    everything = listed(Asked("carers"), NB)["lines"]
    assert len(everything) == len(TOWNS)
    names = [line.place.label for line in everything]
    assert names[0] == "Aarborte – Hattfjelldal"
    assert names[-1].startswith("Å")
    assert names.index("Ørsta") < names.index("Åfjord")
    few = listed(Asked("classes", category="few_children", county="56"), NB)["lines"]
    assert few
    for line in few:
        assert line.place.county == "56"
        assert of_categories(line.place)["few_children"] in {"sure", "likely"}
    hard = listed(Asked("need", place="hard"), NB)["lines"]
    assert {line.stands for line in hard} == {"Utsatt"}


@pytest.mark.parametrize("name", figures())
def test_a_long_list_is_folded_county_by_county_and_holds_all(name: str) -> None:
    told = listed(Asked(name), NB, places().get(UTSIRA))
    folds = told["folds"]
    assert [line for fold in folds for line in fold.lines] != []
    assert {line.place.code for fold in folds for line in fold.lines} == {
        line.place.code for line in told["lines"]
    }
    assert max(len(fold.lines) for fold in folds) <= MOST, "one that is opened is a list to read"
    assert [fold.name for fold in folds if fold.unfolded] == ["Rogaland"]
    assert "fylke for fylke" in told["found"]
    every = [each for at in range(len(TOWNS)) if (each := placing(name, at))]
    hard = sum(each.place_goal == "hard" for each in every)
    if name != "need":
        assert sum(line.hard for fold in folds for line in fold.lines) == hard
    short = listed(Asked(name, county="11"), NB)
    assert short["folds"] == ()
    assert "etter navn" in short["found"]


def test_a_page_of_the_list_has_every_municipality_without_a_script(client: TestClient) -> None:
    page = client.get("/staasted?sted=1151").text
    assert page.count('<details class="ft-fold"') == len(places().at(Level.COUNTY))
    assert page.count('<details class="ft-fold" open>') == 1
    within = page[page.index('id="alle"') : page.index('id="metode"')]
    assert {*re.findall(r"sted=(\d{4})", within)} >= {town.code for town in TOWNS}


def test_what_the_list_does_not_know_is_not_asked_for() -> None:
    asked = Asked.read({"kriterium": "beauty", "fylke": "99", "plass": "x", "kategori": "rich"})
    assert asked == Asked("carers")


def test_the_page_is_whole_for_a_municipality_and_for_all(client: TestClient) -> None:
    own = client.get("/staasted?sted=1151&kriterium=classes&plass=hard").text
    assert "Hvor står Utsira?" in own
    assert own.count("<option") > 20
    assert 'value="classes" selected' in own
    assert re.search('property="og:image" content="[^"]*placement', own)
    everyone = client.get("/staasted?lang=en").text
    assert "Where do the municipalities stand?" in everyone
    assert "ft-picture" not in everyone
    assert "On local democracy we have no figures" in everyone


def test_no_page_ranks_municipalities(client: TestClient) -> None:
    told = client.get("/staasted?sted=3201").text
    for word in ("nummer 1", "nr. 1", "dårligst", "verst", "best i landet", "rangert"):
        assert word not in told


def test_files_hold_every_municipality_on_every_criterion(client: TestClient) -> None:
    text = client.get("/api/v1/placement.csv").text
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert len(rows) == len(list(placed_rows(NB))) == len(TOWNS) * len(figures())
    utsira = [row for row in rows if row["code"] == UTSIRA]
    assert {row["criterion"] for row in utsira} >= {"Hender for hver eldre", "Barn i hvert kull"}
    text = client.get("/api/v1/placement/categories.csv").text
    groups = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert len(groups) == sum(bool(each) for every in categories().values() for each in every)
    assert {row["category"] for row in groups} == {
        say(NB, f"categories.{name}.name") for name in rules().categories
    }
    book = client.get("/api/v1/placement.xlsx")
    assert book.content[:2] == b"PK"


def test_only_a_municipality_stands_somewhere() -> None:
    with pytest.raises(NotAMunicipalityError):
        placings(places().get("46"))


@pytest.mark.parametrize(
    ("good", "bad", "told"),
    [
        ("of: carers, since", "of: beauty, since", "Invalid enum value"),
        ("band: carers", "band: beauty", "no band is of 'beauty'"),
        ("source: egen-vurdering", "source: nobody", "no source is called 'nobody'"),
        ("measure: all", "measure: beauty", "no band is of 'beauty'"),
        (", at_least: 1.08", "", "a category says"),
    ],
)
def test_a_file_that_is_not_as_it_must_be_is_refused_and_said_why(
    good: str, bad: str, told: str
) -> None:
    text = FILE.read_text(encoding="utf-8")
    assert good in text
    with pytest.raises(msgspec.ValidationError, match=told):
        msgspec.convert(yaml.safe_load(text.replace(good, bad, 1)), Rules)


def test_a_small_municipality_is_told_that_few_can_move_its_figures(client: TestClient) -> None:
    every = places().municipalities
    few = {place.code for place in every if people_of(place) < rules().named_from}
    assert 50 < len(few) < len(every)
    for code in ("1151", "5610", "0301", "3209"):
        page = client.get(f"/staasted?sted={code}").text
        assert ("noen få familier flytte tallene" in page) == (code in few)


def test_what_is_told_as_nought_has_no_sign() -> None:
    told = {said(value, "workforce", NB).split()[0] for value in figures()["workforce"].goal}
    assert "0,0" in told
    assert not told & {"+0,0", "−0,0"}


def test_a_change_over_a_moved_border_is_told_and_nobody_is_named_for_it(
    client: TestClient,
) -> None:
    """Bryggja went from Kinn to Stad in 2020, so that the workforce of Stad seems to have grown."""
    codes = {place.code for place in TOWNS}
    assert {*moved_borders(), *estimates()} <= codes
    assert moved_borders()["4649"] == moved_borders()["4602"] == 2020
    assert estimates()["1508"] == 2024
    for name in figures():
        named = {each.place.code for each in moved(name)}
        assert not named & {*moved_borders()}
    assert len(moved("workforce")) == rules().named
    for spoken in LANGUAGES:
        language = language_of(spoken)
        for place in TOWNS:
            told = broken(place, language)
            assert bool(told) == (place.code in {*moved_borders(), *estimates(), *jumps()})
            assert all(
                str(years[place.code]) in told
                for years in (moved_borders(), estimates())
                if place.code in years
            )
    assert broken(places().get("4649"), NB) in client.get("/staasted?sted=4649").text
    file = client.get("/api/v1/placement.csv").text.lstrip("\ufeff")
    rows = [row for row in csv.DictReader(io.StringIO(file)) if row["code"] == "4649"]
    assert {bool(row["broken"]) for row in rows if row["since"]} == {True}


def test_a_jump_of_the_population_is_told_on_the_page_in_the_file_and_where_it_is_named(
    client: TestClient,
) -> None:
    """Etnedal had 1,254 inhabitants at the beginning of 2025 and 1,593 a year later."""
    known = {"3450", "3112", "4219"}
    assert known <= {*jumps()}, "the reception centres of docs/data.md"
    assert len(jumps()) < 10, "a rule that meets many tells of growth, not of a jump"
    assert not {*jumps()} & {*moved_borders(), *estimates()}
    assert (jumps()["3450"][-1].year, round(jumps()["3450"][-1].change, 2)) == (2025, 0.27)
    page = client.get("/staasted?sted=3450&lang=nn").text
    assert broken(places().get("3450"), language_of("nn")) in page
    assert "+27 prosent i 2025" in page
    for spoken in LANGUAGES:
        language = language_of(spoken)
        for code, own in jumps().items():
            told = broken(places().get(code), language)
            assert all(str(jump.year) in told for jump in own)
        for name in figures():
            for each in moved(name):
                told = how(name, each, language)
                years = tuple(f"{jump.year}." for jump in jumps().get(each.place.code, ()))
                assert told.endswith(years) == bool(years), told
    assert "+27 prosent i 2025" in client.get("/vei?sted=3450&vei=lys-vei").text
    file = client.get("/api/v1/placement.csv").text.lstrip("\ufeff")
    rows = [row for row in csv.DictReader(io.StringIO(file)) if row["code"] == "3450"]
    assert {"+27" in row["broken"] for row in rows if row["since"]} == {True}
