"""What a population means: checked against published figures, for every place."""

import numpy as np
import pytest

from framtid.consequences import care, economy, local_life, school, workforce
from framtid.consequences.ages import later
from framtid.consequences.local import local, nation
from framtid.consequences.model import FIELDS, INDICATORS, Line, Question, consequences
from framtid.consequences.need import weights
from framtid.consequences.parameters import Certainty, parameters, references
from framtid.consequences.practice import Practice
from framtid.consequences.setting import STATES, USES, Setting, State
from framtid.debate.need_figures import SAMI
from framtid.debate.trial import GROUND
from framtid.folders import PARAMETERS
from framtid.language import language_of
from framtid.pathways.causes import causal_map
from framtid.pathways.dilemmas import dilemmas
from framtid.pathways.levers import levers
from framtid.pathways.outlook import outlook_of
from framtid.pathways.pathway import path
from framtid.places import Level, places
from framtid.projection.parameters import AGES
from framtid.statistics.snapshot import snapshot
from framtid.stories.examples import examples

MUNICIPALITIES = [place.code for place in places().municipalities]
PARAMETER_FILES = (
    *("care", "kindergarten", "school", "workforce", "economy", "outside", "settling"),
    "homes",
)


def test_care_takes_the_man_years_that_are_published() -> None:
    seen = outlook_of("0").consequences
    # Carried from November 2023, 163,200; KOSTRA's growth to 2025 gives 163,433.
    assert care.per_inhabitant() * nation().sum() == pytest.approx(163_230, rel=0.001)
    assert seen.at("care_man_years", 2026) == pytest.approx(163_433, rel=0.01)


@pytest.mark.parametrize("year", [2026, 2040])
@pytest.mark.parametrize(
    "indicator", ["care_man_years", "school_man_years", "spending", "gap", "balance"]
)
def test_municipalities_add_up_to_the_nation(indicator: str, year: int) -> None:
    total = sum(outlook_of(code).consequences.at(indicator, year) for code in MUNICIPALITIES)
    assert total == pytest.approx(outlook_of("0").consequences.at(indicator, year), rel=1e-9)


def test_the_cost_key_reproduces_the_published_need_index() -> None:
    weights = economy.sector_weights()
    names = {
        "grunnskole": "school",
        "pleie": "care",
        "barnehage": "kindergarten",
        "barnevern": "child_welfare",
        "sosial": "social",
        "kommunehelse": "health",
        "administrasjon": "administration",
    }
    assert sum(weights.values()) == pytest.approx(1)
    rows = [row for row in snapshot().table("need_index").to_pylist() if row["all"] is not None]
    assert len(rows) == 352
    for row in rows:
        computed = sum(weights[norwegian] * row[english] for norwegian, english in names.items())
        assert computed == pytest.approx(row["all"], abs=1e-4)


@pytest.mark.parametrize("sector", ["care", "school", "kindergarten", "all"])
def test_need_per_person_carries_the_age_criteria_of_the_cost_key(sector: str) -> None:
    table = snapshot().table("cost_key").to_pylist()
    norwegian = {"care": "pleie", "school": "grunnskole", "kindergarten": "barnehage"}
    aged = [row for row in table if row["criterion"].startswith("innb_")]
    share = (
        sum(row["weight"] for row in aged)
        if sector == "all"
        else sum(row["weight_in_sector"] for row in aged if row["sector"] == norwegian[sector])
    )
    each = care.need(nation(), sector) / nation().sum()
    assert each == pytest.approx(share, rel=0.01)


@pytest.mark.parametrize("code", [*MUNICIPALITIES, "0", "ba-5", "46"])
def test_every_figure_is_finite_and_no_count_negative(code: str) -> None:
    found = outlook_of(code).consequences.series
    assert set(found) == set(INDICATORS)
    signed = {"gap", "effort", "more_income", "savings"}
    for name, values in found.items():
        assert values.shape == (25,)
        assert np.isfinite(values).all(), name
        assert name in signed or "balance" in name or "evened" in name or values.min() >= -1e-9, (
            name
        )
    assert found["balance"][0] == pytest.approx(0, abs=1e-3)
    assert found["gap"][0] > 0


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("name", ["som-i-dag", "lys-vei", "mork-vei"])
def test_every_krone_has_one_who_decides_it(state: State, name: str) -> None:
    for code in ("0", "46", "3201", "5610", "1151"):
        series = outlook_of(code, "MMMM", path(name), Setting(state)).consequences.series
        parts = sum(series[f"balance_{who}"] for who in ("state", "place", "choices"))
        assert series["balance_per_inhabitant"] == pytest.approx(parts, abs=1e-6)
        if name == "som-i-dag":
            assert np.abs(series["balance_choices"]).max() < 1e-6


def test_what_the_state_leaves_is_the_same_per_need_everywhere() -> None:
    nothing = Setting("nothing")
    here = {code: outlook_of(code, setting=nothing).consequences for code in ("3209", "4646")}
    level = {code: local(places().get(code)).need["all"].value for code in here}
    one, other = (here[code].at("balance_state", 2040) / level[code] for code in here)
    assert one == pytest.approx(other)
    assert one < -4000
    wholly = outlook_of("3209", setting=Setting("wholly")).consequences
    assert wholly.at("balance_state", 2040) == pytest.approx(0, abs=1e-6)


def test_the_basis_criterion_pays_for_what_stays_as_far_as_it_goes() -> None:
    """Loppa loses people; what stays of its costs was charged although the State pays for it."""
    loppa = outlook_of("5614", setting=Setting("wholly")).consequences
    assert loppa.at("balance_place", 2040) == pytest.approx(0, abs=1)
    assert economy.basis_share() == pytest.approx(0.0214, abs=1e-4)


def test_the_state_evens_out_nothing_for_the_nation() -> None:
    assert np.abs(outlook_of("0").consequences.series["evened_out"]).max() < 1e-9


def test_a_municipality_without_an_index_gets_what_comes_nearest_and_says_so() -> None:
    lacking = {
        row["municipality"]
        for row in snapshot().table("need_index").to_pylist()
        if row["care"] is None
    }
    for each in lacking:
        place = local(places().get(each))
        assert place.need["care"].basis in {"total", "ages"}
        assert place.need["care"].value != 1.0
    assert len(lacking) == 5


def test_whose_figures_were_used_is_told() -> None:
    oslo, nowhere = local(places().get("0301")), local(places().get("5610"))
    assert INDICATORS["kindergarten_children"].own(oslo)
    assert not INDICATORS["kindergarten_children"].own(nowhere)
    assert INDICATORS["care_man_years"].own(nowhere)
    assert not INDICATORS["working"].own(nowhere)
    assert INDICATORS["working"].own(local(places().nation))


def test_three_assumptions_about_use_differ_the_way_they_say() -> None:
    outlook = outlook_of("3201")
    future = outlook.population[outlook.base_year - outlook.first_year :]
    place = local(outlook.place)
    runs = [care.man_years(future, place, use=name).needed for name in USES]
    constant, healthier, trend = (run[14] for run in runs)
    assert healthier < constant
    assert trend > constant, "fewer users, more hours for each"
    users = [np.add(*care.users(future, place, use=name))[14] for name in USES]
    assert users[2] < users[0]
    assert all(run[0] == runs[0][0] for run in runs)


def test_users_reproduce_kostra_for_the_oldest() -> None:
    old = np.zeros((1, 2, AGES))
    old[0, :, 80:] = nation()[:, 80:]
    home, residents = care.users(old, local(places().nation))
    assert home[0] / old.sum() == pytest.approx(0.248, abs=0.005)
    assert residents[0] / old.sum() == pytest.approx(0.090, abs=0.003)


def test_who_works_is_at_todays_level() -> None:
    grown = nation()[:, 20:67]
    share = (grown * workforce.employment()[:, 20:67]).sum() / grown.sum()
    assert share == pytest.approx(0.775)
    assert school.per_inhabitant() > 0


def test_a_curve_moved_nowhere_is_itself_and_moved_later_is_lower_where_it_rises() -> None:
    curve = weights("care")
    assert (later(curve, np.zeros(3), 67) == curve).all()
    moved = later(curve, np.array([0.5, 1.0]), 67)
    assert (moved[1] <= moved[0]).all()
    assert moved[1][67] == curve[66]


def test_practice_saves_no_more_than_we_believe() -> None:
    outlook = outlook_of("3201")
    future = outlook.population[outlook.base_year - outlook.first_year :]
    wild = Practice(technology=np.full(25, 0.9), volunteers=np.full(25, 0.9))
    place = local(outlook.place)
    asked = Question(future, Line.of(future, place, np.ones(25)), place, wild)
    found = consequences(asked)
    assert found.at("effort", 2040) == pytest.approx(parameters("care")["cap"].number)
    assert found.disbelieved[14] > 0


def test_local_life_counts_people_of_an_age() -> None:
    everyone = np.ones((2, AGES))
    assert local_life.per_age(everyone, 6, 15) == 2
    assert local_life.carers(everyone) == pytest.approx(47 / 39)


@pytest.mark.parametrize("field", PARAMETER_FILES)
def test_every_parameter_has_a_source_unit_year_and_certainty(field: str) -> None:
    for parameter in parameters(field).values():
        assert parameter.source.title
        assert parameter.source.link.startswith(("https://", "http://", "/om"))
        assert parameter.unit
        assert 1990 < parameter.year <= 2040
        assert parameter.certainty in Certainty


def test_every_publication_is_used() -> None:
    used = {each.source.id for field in PARAMETER_FILES for each in parameters(field).values()}
    used |= {each.id for lever in levers().values() for each in lever.told_from}
    used |= {dilemma.source for dilemma in dilemmas().values()}
    used |= {link.source for _, link in causal_map().pairs if link.source}
    used |= {node.source for node in causal_map().nodes.values() if node.source} | set(GROUND)
    used |= {source for begun in examples().values() for source in begun.sources} | {SAMI}
    assert used == set(references())
    assert {path.stem for path in (PARAMETERS / "parameters").iterdir()} >= set(PARAMETER_FILES)


@pytest.mark.parametrize("name", INDICATORS)
def test_every_indicator_has_words_unit_formula_and_certainty(name: str) -> None:
    indicator, language = INDICATORS[name], language_of("nb")
    assert language.say(f"consequences.{name}.title")
    assert language.say(indicator.formula).endswith(".")
    assert language.say(f"pathways.units.{indicator.unit}")
    assert indicator.certainty in Certainty
    assert all(source.link for source in indicator.sources)


def test_every_field_has_indicators_of_its_own() -> None:
    assert sum(len(field.INDICATORS) for field in FIELDS) == len(INDICATORS)
    assert places().at(Level.NATION)
