"""Levers and pathways: as today is exact, and each lever does what its words say."""

from dataclasses import FrozenInstanceError
from urllib.parse import urlsplit

import numpy as np
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from framtid.answers import as_data
from framtid.consequences.local import local
from framtid.consequences.model import Line, Question, consequences
from framtid.consequences.parameters import parameters, references
from framtid.consequences.summing import EACH, SUMS
from framtid.errors import UnknownLevelError, UnknownLeverError, UnknownPathError, UnknownStartError
from framtid.horizon import HORIZON
from framtid.language import language_of
from framtid.pathways import applying
from framtid.pathways.balance import meter, sentences
from framtid.pathways.codec import decode, earlier_codes
from framtid.pathways.conflicts import at_odds, clashes, warnings
from framtid.pathways.descriptions import SHEET, changes
from framtid.pathways.descriptions import lever as told_lever
from framtid.pathways.descriptions import path as described
from framtid.pathways.levers import HIGHEST, LEVELS, LOWEST, lever, levers
from framtid.pathways.outlook import outlook_of
from framtid.pathways.pathway import AS_IT_IS, Choice, Pathway, name_of, named, note, path, starts
from framtid.pathways.settling import staying_in
from framtid.places import places
from framtid.projection import ALTERNATIVES, projection
from framtid.projection.aggregation import merged
from framtid.projection.flows import flows
from framtid.stories.path_report import tell_path

SHARES = ("services_share", "care_share")
CODES = ["0", "46", "ba-5", "0301", "3201", "5610", "1151", "3240"]
PAYS = 0.28
"""How small a place is from which on each step of sharing saves more than it costs: at 0.26, the
country as a whole, the second costs a third of a krone per inhabitant."""
MUNICIPALITIES = [place.code for place in places().municipalities]
names, years = st.sampled_from(list(levers())), st.sampled_from(starts())
pathways = st.dictionaries(st.sampled_from(list(levers())), st.sampled_from(LEVELS)).map(Pathway.of)


@pytest.mark.parametrize("code", [place.code for place in places().by_code.values()])
def test_as_today_is_exactly_the_official_line(code: str) -> None:
    official = projection().of(places().get(code))
    outlook = outlook_of(code, "MMMM", Pathway.of(dict.fromkeys(levers(), 0)))
    assert (outlook.population[outlook.base_year - outlook.first_year :] == official).all()
    assert (applying.population(code, "MMMM", AS_IT_IS) == official).all()


@pytest.mark.parametrize("alternative", ALTERNATIVES)
@pytest.mark.parametrize("code", CODES)
def test_as_today_means_exactly_the_same(code: str, alternative: str) -> None:
    outlook = outlook_of(code, alternative)
    official = projection(alternative).of(outlook.place)
    national = applying.national(alternative)
    place = local(outlook.place)
    plain = consequences(Question(official, Line.of(official, place, national), place))
    for name, values in plain.series.items():
        if len(outlook.place.members) == 1 or name not in (*SUMS, *EACH, *SHARES):
            assert (outlook.consequences.series[name] == values).all(), name


@settings(max_examples=40)
@given(st.sampled_from(CODES), pathways, st.sampled_from(list(levers())), st.data())
def test_more_of_a_lever_moves_its_aims_as_it_says_and_is_never_less(
    code: str, pathway: Pathway, name: str, data: st.DataObject
) -> None:
    # Sharing costs everybody a little, and saves only where overhead is shared by few.
    assume(name != "samarbeid" or local(places().get(code)).small >= PAYS)
    low, high = sorted(data.draw(st.tuples(*[st.sampled_from(LEVELS)] * 2)))
    less = outlook_of(code, "MMMM", pathway.moved({name: low})).consequences.series
    more = outlook_of(code, "MMMM", pathway.moved({name: high})).consequences.series
    for aim, way in lever(name).aims.items():
        moved = more[aim] - less[aim]
        noise = 1e-9 * np.abs(less[aim]).max()
        at_goal = moved[14] if way == "up" else -moved[14]
        assert at_goal >= -noise, (name, aim)


@pytest.mark.parametrize("name", levers())
def test_each_level_of_a_lever_does_more_than_the_one_below(name: str) -> None:
    for code in ("5610", "3415", "1151"):
        runs = [outlook_of(code, "MMMM", Pathway.of({name: level})) for level in LEVELS]
        for aim, way in lever(name).aims.items():
            values = np.array([run.consequences.at(aim, 2040) for run in runs])
            steps = np.diff(values) if way == "up" else -np.diff(values)
            assert (steps > 0).all(), (code, aim, values)


@settings(max_examples=30)
@given(st.sampled_from(MUNICIPALITIES), pathways)
def test_a_pathway_never_gives_negative_people_or_nonsense(code: str, pathway: Pathway) -> None:
    outlook = outlook_of(code, "MMMM", pathway)
    assert outlook.population.min() >= 0
    assert all(np.isfinite(values).all() for values in outlook.consequences.series.values())
    past = outlook_of(code).population[: outlook.base_year - outlook.first_year + 1]
    assert (outlook.population[: len(past)] == past).all()


def test_nothing_happens_before_a_lever_starts_and_gains_take_years() -> None:
    for each in levers().values():
        phase = each.phase(24)
        assert phase[0] == 0
        assert (np.diff(phase) >= 0).all()
        assert 5 <= each.years <= 9, f"{each.id}: phase_in.years is from 5 to 9"
        assert phase[-1] == 1
        assert phase[each.start - 2026 - 1] == 0


PEOPLE = ("arrivals", "departures", "settlers")


@settings(max_examples=60)
@given(st.sampled_from(CODES), pathways, names, st.tuples(years, years).map(sorted))
def test_what_begins_later_never_does_more_in_any_year(
    code: str, pathway: Pathway, name: str, two: list[int]
) -> None:
    here, stays = applying.flows_of(code, "MMMM"), staying_in(places().get(code))
    early, late = (
        applying.change(
            Pathway.of({name: 3 if pathway.level(name) >= 0 else LOWEST}, {name: year}), here, stays
        )
        for year in two
    )
    for what in PEOPLE:
        assert (np.abs(getattr(late, what)) <= np.abs(getattr(early, what))).all(), what
    early_run, late_run = (
        applying.practice(pathway.moved({name: 3}, {name: year}), here, stays) for year in two
    )
    for what in set(applying.PRACTICES) - {"starting"}:
        assert (getattr(late_run, what) <= getattr(early_run, what) + 1e-12).all(), what


@settings(max_examples=40)
@given(st.sampled_from(CODES), pathways, names, st.tuples(years, years).map(sorted))
@example("0301", Pathway.of({}), "samarbeid", [2035, 2036])
@example("46", Pathway.of({"bosetting": 2, "unge": 2}), "flytt", [2029, 2030])
def test_what_begins_later_never_moves_its_aims_further_by_the_horizon(
    code: str, pathway: Pathway, name: str, two: list[int]
) -> None:
    """What it costs is set aside of spending: in a large place sharing costs and saves nothing.

    A path with a name is reckoned as if all choose it; one that begins some other year is not.
    """
    both = [pathway.moved({name: 3}, {name: year}) for year in two]
    assume(len({applying.shared(each) for each in both}) == 1)
    early, late = (outlook_of(code, "MMMM", each).consequences for each in both)
    for aim, way in lever(name).aims.items():
        aside = ("starting_cost", "running_cost") if aim == "spending" else ()
        further = late.at(aim, HORIZON) - early.at(aim, HORIZON)
        further -= sum(late.at(each, HORIZON) - early.at(each, HORIZON) for each in aside)
        noise = 1e-9 * np.abs(early.series[aim]).max()
        assert (further if way == "up" else -further) <= noise, (aim, further)


@given(pathways)
def test_the_usual_year_is_as_no_year_and_as_version_1(pathway: Pathway) -> None:
    usual = {name: each.start for name, each in levers().items()}
    levels = dict(pathway.levels)
    assert (
        Pathway.of(levels, usual) == Pathway.of(levels) == decode(earlier_codes(pathway)[0]).pathway
    )
    assert hash(Pathway.of(levels, usual)) == hash(pathway)


@pytest.mark.parametrize("name", levers())
def test_effects_and_costs_follow_the_year_that_is_chosen(name: str) -> None:
    each = lever(name)
    usual, later = each.phase(24), each.phase(24, each.start + 3)
    assert (later[3:] == usual[:-3]).all()
    assert not later[:3].any()
    for cost in (each.set_up, each.run):
        assert (cost(2, 24, each.start + 3)[3:] == cost(2, 24)[:-3]).all()
    here = applying.flows_of("5610", "MMMM")
    chosen = Pathway.of({name: 2}, {name: each.start + 3})
    before = applying.practice(chosen, here, staying_in(places().get("5610")))
    for what in applying.PRACTICES:
        assert not getattr(before, what)[: each.start + 3 - 2026].any(), what
    asked = (2, here.steps, each.start + 3)
    assert before.starting.tolist() == each.set_up(*asked).tolist()
    assert before.running.tolist() == each.run(*asked).tolist()


@given(st.dictionaries(names, st.sampled_from(list(range(2027, HORIZON + 1)))))
def test_as_today_is_the_official_line_whatever_years(beginning: dict[str, int]) -> None:
    chosen = Pathway.of(dict.fromkeys(levers(), 0), beginning)
    assert chosen == AS_IT_IS
    assert outlook_of("5610", "MMMM", chosen) is outlook_of("5610")


@pytest.mark.parametrize("year", [1999, 2026, HORIZON + 1])
def test_a_lever_cannot_begin_before_next_year_nor_after_the_horizon(year: int) -> None:
    with pytest.raises(UnknownStartError) as raised:
        Pathway.of({"heltid": 1}, {"heltid": year})
    for spoken in ("nb", "nn", "en"):
        assert "2027" in language_of(spoken).say(
            f"errors.{raised.value.key}", **raised.value.values
        )


def test_a_lever_that_begins_in_another_year_says_so() -> None:
    language, pathway = language_of("nb"), Pathway.of({"heltid": 2, "unge": 1}, {"heltid": 2031})
    late, usual = changes(outlook_of("3201", pathway=pathway), language)
    assert late.words.endswith(", fra 2031")
    assert "20" not in usual.words
    told = tell_path(outlook_of("3201", pathway=pathway), language).plain
    assert "fra 2031" in told
    assert "Den første virkningen kommer i 2027. Fra 2039 virker alt fullt ut." in told


def test_every_lever_costs_or_saves_and_is_told() -> None:
    for name, each in levers().items():
        assert not each.set_up(0, 24).any()
        assert not each.run(0, 24).any()
        pulled = outlook_of("3201", "MMMM", Pathway.of({name: HIGHEST})).consequences.series
        assert (pulled["starting_cost"] + pulled["running_cost"]).max() > 0


def test_moving_within_the_country_gives_the_nation_no_one() -> None:
    moved = outlook_of("0", "MMMM", Pathway.of({"flytt": 3}))
    assert moved.people(2040) == pytest.approx(outlook_of("0").people(2040), abs=0.01)
    assert [each.id for each in warnings(moved)] == ["zero_sum"]


@pytest.mark.parametrize("code", ["46", "ba-5", "0"])
def test_municipalities_merged_carry_their_sum(code: str) -> None:
    index = places().index
    members = [index[member] for member in places().get(code).members]
    whole = merged(flows(), members)
    survivors = whole.alive[..., 1:]
    carried = (1 - whole.leaving[..., 1:]) * survivors + whole.arriving[..., 1:]
    assert carried == pytest.approx(whole.population[1:, ..., 1:], rel=1e-9, abs=1e-6)


def test_a_pathway_is_frozen_hashable_and_in_order() -> None:
    chosen = Pathway.of({"unge": 2, "lenger": 1, "heltid": 0})
    assert chosen.levels == (("lenger", 1), ("unge", 2))
    assert chosen.choices == (Choice("lenger", 1), Choice("unge", 2))
    assert chosen == Pathway.of({"lenger": 1, "unge": 2})
    assert hash(chosen) == hash(Pathway.of({"unge": 2, "lenger": 1}))
    assert chosen.changes(AS_IT_IS) == {
        "lenger": (Choice("lenger", 1), Choice("lenger")),
        "unge": (Choice("unge", 2), Choice("unge")),
    }
    with pytest.raises(FrozenInstanceError):
        chosen.levels = ()  # type: ignore[misc]


def test_unknown_levers_levels_and_paths_are_told() -> None:
    with pytest.raises(UnknownLeverError):
        Pathway.of({"romskip": 1})
    with pytest.raises(UnknownLevelError):
        Pathway.of({"heltid": 4})
    with pytest.raises(UnknownPathError):
        path("romskip")


def test_the_light_and_the_dark_path_are_opposite_ends_of_the_same_levers() -> None:
    light, dark = path("lys-vei"), path("mork-vei")
    assert {name for name, _ in light.levels} == {name for name, _ in dark.levels} == set(levers())
    assert all(level > 0 for _, level in light.levels)
    assert all(level == LOWEST for _, level in dark.levels)


@pytest.mark.parametrize("code", ["0", "0301", "3201", "5610", "1151"])
def test_the_light_path_is_lighter_and_the_dark_path_darker(code: str) -> None:
    """In hands. Kroner need not follow: room for those who come may cost more than they give."""
    ways = [outlook_of(code, "MMMM", path(name)) for name in ("lys-vei", "som-i-dag", "mork-vei")]
    gaps = [way.consequences.at("gap", 2040) for way in ways]
    assert gaps == sorted(gaps)


@pytest.mark.parametrize("name", named())
def test_a_named_path_has_words_and_does_not_clash(name: str) -> None:
    language = language_of("nb")
    assert language.say(f"pathways.paths.{name}.title")
    assert language.say(f"pathways.paths.{name}.text")
    assert not clashes(named()[name])
    assert name_of(named()[name]) == name
    assert note("4601", name) is None


@pytest.mark.parametrize("name", levers())
def test_a_lever_is_complete_with_words_and_a_sheet(name: str) -> None:
    each, language = lever(name), language_of("nb")
    assert all(len(effect.values) == len(LEVELS) for effect in each.effects)
    assert each.value(0) == 0
    assert all(word for word in language.entry(f"levers.{name}.levels"))
    assert len(set(language.entry(f"levers.{name}.levels"))) == len(LEVELS)
    for part in SHEET:
        assert language.say(f"levers.{name}.sheet.{part}").strip().endswith(".")
    for key in ("title", "short", "promise"):
        assert language.say(f"levers.{name}.{key}")
    assert "økt" not in language.say(f"levers.{name}.value", value=each.value(3))
    assert each.aims
    low, high = each.range
    assert low < each.value(HIGHEST) <= high
    for who in each.decides:
        assert language.say(f"pathways.decides.{who}")
    assert language.say(f"pathways.groups.{each.group}")


def test_a_clash_is_told_with_a_suggestion_that_mends_it() -> None:
    for levels in ({"lenger": 3, "frivillig": 3}, {"hjemme": 3, "teknologi": -1}):
        outlook = outlook_of("5610", "MMMM", Pathway.of(levels))
        found = warnings(outlook)
        assert found
        mended = outlook.pathway.moved(found[0].suggestion)
        assert found[0].id not in {each.id for each in clashes(mended)}
        assert language_of("nb").say(f"pathways.warnings.{found[0].id}", **found[0].values)


EFFORT = ("heltid", "naervaer", "teknologi", "mestring", "hjemme", "frivillig")


def test_more_than_we_believe_is_cut_and_told() -> None:
    outlook = outlook_of("3909", "MMMM", Pathway.of(dict.fromkeys(EFFORT, 3)))
    capped = next(each for each in warnings(outlook) if each.kind == "capped")
    assert outlook.consequences.at("effort", 2040) == pytest.approx(
        parameters("care")["cap"].number
    )
    assert capped.values["man_years"] > 0
    said = language_of("nb").say("pathways.warnings.capped", **capped.values)
    assert "7 prosent" in said
    assert "trukket fra" in said


def test_advice_on_effort_takes_the_lever_that_asks_for_most_and_leads_within_the_limit() -> None:
    pathway = Pathway.of(dict.fromkeys(EFFORT, 3))
    alone = {
        name: outlook_of("3909", "MMMM", Pathway.of({name: 3})).consequences.at("effort", 2040)
        for name in EFFORT
    }
    most = max(alone, key=alone.__getitem__)
    advice, beyond = [], float("inf")
    while any(each.id == "capped" for each in warnings(outlook_of("3909", pathway=pathway))):
        here = outlook_of("3909", pathway=pathway)
        (capped,) = (each for each in warnings(here) if each.id == "capped")
        assert here.consequences.disbelieved[14] < beyond
        beyond = here.consequences.disbelieved[14]
        advice.append(dict(capped.suggestion))
        pathway = pathway.moved(capped.suggestion)
    assert advice[0] == {most: 2}
    assert outlook_of("3909", pathway=pathway).consequences.disbelieved[14] == 0


@pytest.mark.parametrize("name", named())
def test_along_a_named_path_the_municipalities_add_up_to_the_nation(name: str) -> None:
    together = np.sum(
        [outlook_of(code, "MMMM", path(name)).future for code in MUNICIPALITIES], axis=0
    )
    nation = outlook_of("0", "MMMM", path(name)).future
    assert together.sum((1, 2)) == pytest.approx(nation.sum((1, 2)), rel=1e-9, abs=1e-6)
    unmoved = outlook_of("0", "MMMM", path(name).moved({"flytt": 0}))
    # Where people live within the country decides only how many children they have.
    assert nation.sum((1, 2))[14] == pytest.approx(unmoved.people(2040), abs=500)
    # A nation along a path is taken as one (docs/method.md, Sums).
    whole = outlook_of("0", "MMMM", path(name)).consequences.at
    parts = [outlook_of(code, "MMMM", path(name)).consequences.at for code in MUNICIPALITIES]
    assert sum(at("gap", 2040) for at in parts) == pytest.approx(whole("gap", 2040), rel=0.0015)
    apart = sum(at("balance", 2040) for at in parts) - whole("balance", 2040)
    assert abs(apart) / whole("people", 2040) < 15


def test_whose_choice_the_people_are_counted_by_is_told() -> None:
    language, own = language_of("nb"), Pathway.of({"flytt": 2, "heltid": 1})
    alone = described(own, "5610", language).counted
    assert alone
    assert "hvis bare dere gjør det" in alone
    assert alone in tell_path(outlook_of("5610", pathway=own), language).plain
    together = described(path("lys-vei"), "5610", language).counted
    assert together
    assert "alle kommuner" in together
    for unmoved in (Pathway.of({"heltid": 1, "bosetting": 1}), AS_IT_IS):
        assert described(unmoved, "5610", language).counted is None
    assert described(own, "0", language).counted is None


@pytest.mark.parametrize("code", ["0", "0301", "5610"])
def test_effort_is_told_beside_every_path_with_what_has_been_achieved(code: str) -> None:
    language, light = language_of("nb"), outlook_of(code, "MMMM", path("lys-vei"))
    asked = meter(light, language).effort
    assert asked
    assert asked.share == pytest.approx(light.consequences.at("effort", 2040), abs=1e-4)
    assert (1 + asked.a_year) ** 14 == pytest.approx(1 + asked.share, abs=1e-3)
    assert "prosent mer ut av hver time" in asked.text
    assert "halv prosent" in asked.anchor
    assert asked.text in tell_path(light, language).plain
    assert any(asked.text in said for said in sentences(light, language))
    dark = meter(outlook_of(code, "MMMM", path("mork-vei")), language).effort
    assert dark
    assert "mindre ut av hver time" in dark.text
    assert meter(outlook_of(code), language).effort is None


@settings(max_examples=60)
@given(pathways)
def test_clashes_are_the_same_asked_of_one_or_of_many(pathway: Pathway) -> None:
    assert at_odds(dict(pathway.levels)) == bool(clashes(pathway))


def test_a_source_can_be_opened_and_not_only_its_publishers_front_page() -> None:
    for reference in references().values():
        address = urlsplit(reference.link)
        assert address.scheme == "https" or reference.link.startswith("/om")
        assert address.path.strip("/") or address.query, reference.id


@pytest.mark.parametrize("name", levers())
def test_every_level_is_told_with_its_value_and_what_it_costs(name: str) -> None:
    each = as_data(told_lever(lever(name), language_of("nb")))
    assert [level["level"] for level in each["levels"]] == list(LEVELS)
    for level in each["levels"]:
        assert level["words"]
        assert (level["value_label"] is not None) == (level["level"] > 0)
        costs = level["starting"] or level["running"]
        assert (level["cost_label"] is not None) == bool(costs)
    labels = [level["value_label"] for level in each["levels"] if level["level"] > 0]
    assert len(set(labels)) == len(labels), "levels that differ are told apart"
    assert each["source"]["link"]


def test_prose_says_the_share_that_the_state_follows() -> None:
    """«Sju tideler» and «sju prosent» stand in the prose; the parameters are to agree."""
    assert parameters("economy")["state_follows"].value["history"] == {"rise": 0.7, "fall": 0}
    assert parameters("care")["cap"].number == 0.07
    language = language_of("nb")
    assert "sju tideler" in language.say("consequences.income.formula")
    assert "sju prosent" in language.say("consequences.effort.formula")
    assert "sju tideler" in tell_path(outlook_of("5610"), language).plain


def test_the_dark_path_is_no_forecast() -> None:
    said = language_of("nb").say("pathways.paths.mork-vei.text")
    told = tell_path(outlook_of("5610", pathway=path("mork-vei")), language_of("nb")).plain
    for each in (said, told):
        assert "av seg selv" not in each
        assert "Hvor sannsynlig" in each
        assert "svekkes" in each
