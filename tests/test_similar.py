"""Similar municipalities: distances, the choice of what to be alike in, and what is said of it."""

import json
import re

import numpy as np
import pytest
from starlette.testclient import TestClient
from typer.testing import CliRunner

from framtid.__main__ import app
from framtid.consequences import similar as room
from framtid.consequences.similar import choices, distances, measured, rules, similar, standardised
from framtid.consequences.surroundings import groups
from framtid.errors import NotAMunicipalityError, UnknownOptionError
from framtid.horizon import HORIZON
from framtid.language import language_of
from framtid.language.current import speaking
from framtid.language.texts import LANGUAGES
from framtid.pathways.beside import beside
from framtid.pathways.outlook import outlook_of
from framtid.pathways.similar_told import similar_answer
from framtid.places import places
from framtid.projection.history import history
from framtid.site.pages.municipality import headline_html, similar_html
from framtid.views.claims import Tally
from framtid.views.registry import build_view
from framtid.views.similar_map import SHOWN, similar_frame

TOWNS = places().municipalities
OSLO, UTSIRA, KARASJOK, BAERUM = "0301", "1151", "5610", "3201"


@pytest.mark.parametrize("by", choices())
def test_a_distance_is_the_same_both_ways_and_none_to_oneself(by: str) -> None:
    apart = distances(by)
    assert apart.shape == (len(TOWNS), len(TOWNS))
    assert np.isfinite(apart).all()
    assert np.array_equal(apart, apart.T)
    assert np.array_equal(np.diag(apart), np.zeros(len(TOWNS)))


@pytest.mark.parametrize("by", choices())
def test_a_way_round_by_a_third_is_never_shorter(by: str) -> None:
    apart = distances(by)
    for at in range(0, len(TOWNS), 20):
        assert (apart <= apart[:, at, None] + apart[at] + 1e-9).all()


@pytest.mark.parametrize("by", choices())
def test_every_place_has_eight_others_the_nearest_first(by: str) -> None:
    for place in TOWNS:
        found = similar(place, by)
        codes = [each.place.code for each in found]
        far = [each.distance for each in found]
        assert len(set(codes)) == rules().count == 8
        assert place.code not in codes
        assert far == sorted(far)
        nearest = np.sort(distances(by)[places().index[place.code]])[1:9]
        assert far == pytest.approx(nearest)


def test_as_near_stand_in_the_order_of_their_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    equal = np.ones((len(TOWNS), len(TOWNS)))
    monkeypatch.setattr(room, "distances", lambda _by: equal)
    assert [each.place.code for each in similar(TOWNS[3])] == [
        town.code for town in (*TOWNS[:3], *TOWNS[4:9])
    ]


def test_what_is_measured_is_counted_from_the_people_themselves() -> None:
    at = places().index[BAERUM]
    people = history().population[:, at].sum(1)
    own = {name: values[at] for name, values in measured().items()}
    assert own["people"] == pytest.approx(np.log(people[-1].sum()))
    assert own["old"] == pytest.approx(people[-1, 67:].sum() / people[-1].sum())
    assert own["growth"] == pytest.approx(people[-1].sum() / people[-11].sum() - 1)
    assert own["centrality"] == places().get(BAERUM).centrality


def test_a_figure_that_is_not_known_is_left_out_and_not_guessed() -> None:
    assert np.isnan(measured()["income"]).all(), "only a refresh brings it"
    assert np.isfinite(distances("need")).all()
    values = np.array([1.0, np.nan, 3.0, 5.0])
    assert np.isnan(standardised(values)).tolist() == [False, True, False, False]
    assert standardised(values)[2] == 0


def test_no_measure_counts_for_more_than_the_farthest() -> None:
    for values in measured().values():
        own = standardised(values)
        if not np.isnan(own).all():
            assert np.nanmax(np.abs(own)) <= rules().farthest


LIKE = {
    OSLO: {"5001", "4601", "1103"},
    UTSIRA: {"1144"},
    "3405": {"3303", "3411", "3305"},
    "3209": {"3222", "3218"},
    "1804": {"1508"},
}
"""Some of those that anyone who knows a place would name, by its code."""


@pytest.mark.parametrize("code", LIKE)
def test_those_that_anyone_would_name_are_among_them(code: str) -> None:
    assert LIKE[code] <= {each.place.code for each in similar(places().get(code))}


def test_only_a_municipality_has_others_like_it_and_only_in_what_we_know() -> None:
    for code in ("0", "46", "ba-5"):
        with pytest.raises(NotAMunicipalityError):
            similar(places().get(code))
    with pytest.raises(UnknownOptionError):
        similar(TOWNS[0], "weather")


def test_the_pace_is_that_of_the_figures_as_they_are_told() -> None:
    for place in TOWNS[::5]:
        found = beside(place)
        for other in found.others:
            apart = other.change - found.own.change
            assert other.pace == ("same" if abs(apart) < 4 else "faster" if apart < 0 else "slower")
        paces = [found.count(pace) for pace in ("faster", "same", "slower")]
        assert sum(paces) == rules().count


def test_who_ages_faster_is_the_other_way_round_seen_from_the_other() -> None:
    for place in TOWNS[::40]:
        for other in beside(place).others:
            back = {each.place: each for each in beside(other.place).others}.get(place)
            if back:
                turned = {"faster": "slower", "slower": "faster", "same": "same"}
                assert back.pace == turned[other.pace]


def test_utsira_is_told_that_none_is_really_like_it() -> None:
    for code, alone in ((UTSIRA, True), (OSLO, True), (KARASJOK, False), (BAERUM, False)):
        assert bool(similar_answer(places().get(code)).text.far) == alone


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_every_place_is_told_in_a_whole_sentence(spoken: str) -> None:
    for place in TOWNS:
        text = similar_answer(place, None, spoken).text
        for said in (text.title, text.pace):
            assert "  " not in said
            assert "{" not in said
        assert text.title[0].isupper()
        assert len(text.title) < 120


def test_the_view_the_answer_and_the_claims_agree() -> None:
    for code in (OSLO, UTSIRA, KARASJOK, BAERUM):
        made, answer = build_view("similar", code), similar_answer(places().get(code))
        assert made.title == answer.text.title
        assert [row[1] for row in made.table.rows] == [
            side.place for side in (answer.own, *answer.similar)
        ]
        told = {each.measure: each.number for each in made.claims if isinstance(each, Tally)}
        paces = [side.pace for side in answer.similar]
        assert told == {
            "ages_faster": paces.count("faster"),
            "ages_slower": paces.count("slower"),
        }


def test_one_scale_and_the_own_place_once_in_another_colour() -> None:
    made = build_view("similar", BAERUM)
    for frame in made.frames:
        dots = [each for each in frame.figure["data"] if each["mode"] == "markers"]
        colors = dots[-1]["marker"]["color"]
        assert len(colors) == rules().count + 1
        assert sorted(map(colors.count, set(colors))) == [1, rules().count]
        low, high = frame.figure["layout"]["xaxis"]["range"]
        assert all(low <= x <= high for each in dots for x in each["x"])


def test_the_answer_leads_on_from_codes_of_old_and_says_what_is_wrong(client: TestClient) -> None:
    answer = client.get("/api/v1/similar/3201.json?by=age").json()
    assert (answer["by"], len(answer["similar"])) == ("age", 8)
    assert client.get("/api/v1/similar/0219.json", follow_redirects=False).status_code == 301
    assert client.get("/api/v1/similar/46.json").json()["error"] == "not_a_municipality"
    assert client.get("/api/v1/similar/3201.json?by=weather").status_code == 400


def test_the_section_on_min_kommune_leads_to_them_in_the_language_of_the_page() -> None:
    with speaking("nn"):
        section = similar_html(places().get(BAERUM), "growth")
    assert 'id="lignende"' in section
    for each in similar(places().get(BAERUM), "growth"):
        assert f'href="/kommune?sted={each.place.code}&amp;lang=nn"' in section
    assert similar_html(places().get(BAERUM), "weather") == similar_html(places().get(BAERUM))
    assert 'id="lignende"' not in headline_html(places().get("46"))


def test_the_map_is_of_those_in_the_answer_and_its_marks_tell_how_they_age(
    client: TestClient,
) -> None:
    for by in ("whole", "surroundings"):
        found = beside(places().get(KARASJOK), by)
        frame = similar_frame(places().get(KARASJOK), by, language_of("nb"))
        marks = {
            name: trace["marker"]["symbol"]
            for trace in frame.figure["data"]
            if trace["mode"] == "markers"
            for name in trace["text"]
        }
        assert marks.pop(found.own.place.label) == "circle"
        assert marks == {each.place.label: SHOWN[each.pace][1] for each in found.others}
        assert all(each.place.short in frame.alt for each in found.others)
        svg = client.get(f"/api/v1/similar/{KARASJOK}.svg?by={by}")
        assert svg.headers["content-type"].startswith("image/svg+xml")
        assert frame.alt.split(":")[0] in svg.text
    section = similar_html(places().get(KARASJOK), "surroundings")
    assert re.search(rf"/similar/{KARASJOK}\.svg\?[^\"]*by=surroundings", section)


def test_the_strip_and_the_comparison_hold_those_who_are_like_it() -> None:
    alike = [each.place for each in similar(places().get(KARASJOK))]
    for frame in build_view("strip", KARASJOK).frames:
        larger = next(each for each in frame.figure["data"] if each["marker"].get("size") == 11)
        assert larger["text"] == [language_of().plain(place) for place in alike]
    made = build_view("compare", KARASJOK)
    row = next(each for each in made.table.rows if each[0] == HORIZON)
    goal = [outlook_of(place.code).carers(HORIZON) for place in alike]
    assert row[-1] == pytest.approx(float(np.median(goal)))
    assert [column.key for column in made.table.columns][-1] == "similar"
    county = build_view("compare", "46")
    assert [column.key for column in county.table.columns][-1] == "nation"


def test_languages_the_sea_and_groups_are_those_that_anyone_knows() -> None:
    at = places().index
    for code, sea, nynorsk in (
        (OSLO, 1, 0),
        (UTSIRA, 1, 0),
        (KARASJOK, 0, 0),
        ("3405", 0, 0),
        ("4222", 0, 1),
        ("3421", 0, 0),
        ("4619", 1, 1),
    ):
        if code in at:
            assert (measured()["sea"][at[code]], measured()["nynorsk"][at[code]]) == (sea, nynorsk)
    assert measured()["sami"][at[KARASJOK]] == 1
    assert measured()["sami"][at[UTSIRA]] == 0
    assert set(groups()) == set(at), "every municipality is in a group"
    nearest = [each.place.code for each in similar(places().get(KARASJOK), "kostra")]
    assert {groups()[code] for code in nearest} == {groups()[KARASJOK]}
    assert "5612" in {each.place.code for each in similar(places().get(KARASJOK), "surroundings")}


def test_the_command_writes_the_same_as_the_answer() -> None:
    run = CliRunner().invoke(app, ["similar", KARASJOK, "--by", "size", "--format", "json"])
    assert (
        json.loads(run.stdout)["similar"][0]["place"]
        == similar_answer(places().get(KARASJOK), "size").similar[0].place
    )


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_nobody_is_told_as_a_nought_to_who_cannot_see_the_picture(spoken: str) -> None:
    """«Av de åtte faller det mer hos 0» is no sentence."""
    nobody = {"nb": "ingen", "nn": "ingen", "en": "none"}[spoken]
    said = [
        build_view(view, place.code, spoken).frames[-1].alt
        for place in TOWNS[::40]
        for view in ("similar", "similar_map")
    ]
    assert not [
        alt for alt in said if re.search(r"(?<![\d.,−+])\b0(?![\d.,])(?!\s*(?:prosent|per))", alt)
    ]
    assert any(f" {nobody} " in alt for alt in said)
