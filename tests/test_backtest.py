"""The backtest: fair rivals, no peeking, and a projection that beats them."""

import csv
import io
from collections import defaultdict
from statistics import mean

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from framtid.__main__ import app
from framtid.places import places
from framtid.projection.control import control
from framtid.projection.evaluation import choice
from framtid.projection.evaluation.backtest import (
    CHOSEN_UNTIL,
    GROUPS,
    HINDSIGHT,
    OURS,
    Case,
    cases,
    centrality,
    foreseen,
    in_hindsight,
    projected_in_hindsight,
    scorable,
)
from framtid.projection.evaluation.baselines import (
    RAKED,
    RULES,
    hamilton_perry,
    linear,
    raked,
    share_of_growth,
    ssb_totals,
)
from framtid.projection.evaluation.rivals import RIVALS
from framtid.projection.evaluation.scores import score
from framtid.projection.evaluation.stored_scores import EVERYWHERE, SEEN, TABLE, records
from framtid.projection.history import history
from framtid.projection.parameters import parameters
from framtid.projection.uncertainty.bands import basis
from framtid.statistics.snapshot import snapshot


@pytest.fixture(scope="module")
def found() -> list[Case]:
    return list(cases())


def weighted(found: list[Case], horizon: int) -> dict[tuple[str, str], float]:
    kept = defaultdict(list)
    for case in found:
        if case.horizon == horizon:
            kept[case.group, case.method].append(score(case.predicted, case.actual).weighted)
    return {key: mean(errors) for key, errors in kept.items()}


@pytest.mark.parametrize("horizon", [2, 5, 10])
def test_no_rival_is_better_in_more_than_one_age_group(found: list[Case], horizon: int) -> None:
    errors = weighted(found, horizon)
    for rival in (*RULES, RAKED, "hamilton-perry"):
        groups = [group for group in GROUPS if group != "all" and (group, rival) in errors]
        better = [group for group in groups if errors[group, rival] < errors[group, OURS]]
        assert len(better) <= 1, (rival, better)


def test_the_old_are_as_near_after_five_years_as_we_say(found: list[Case]) -> None:
    held_out = [case for case in found if case.held_out]
    errors = weighted(held_out, 5)
    assert errors["67-79", OURS] <= 1.4
    assert errors["80-89", OURS] <= 2.2


def _means(found: list[Case], method: str, horizon: int) -> list[float]:
    return [
        score(case.predicted, case.actual).mean
        for case in found
        if (case.method, case.horizon, case.group) == (method, horizon, "all")
    ]


def test_ten_years_on_the_spread_over_places_is_within_three_and_a_half_per_cent(
    found: list[Case],
) -> None:
    """With SSB's nations of 2011 to 2016, which were too high, it is 4.2."""
    assert mean(_means(found, HINDSIGHT, 10)) <= 3.5
    assert mean(_means(found, OURS, 10)) <= 4.2


def test_held_out_we_are_nearer_than_any_rival_on_the_mean(found: list[Case]) -> None:
    held_out = [case for case in found if case.held_out]
    for horizon in (2, 5):
        ours = mean(_means(held_out, OURS, horizon))
        for rival in RIVALS:
            theirs = _means(held_out, rival, horizon)
            assert not theirs or ours < mean(theirs), (rival, horizon)


def test_the_least_central_are_hardly_biased_with_the_true_nation(found: list[Case]) -> None:
    """At the weight that was chosen on later outcomes, 0.45, it was -1.6 after ten years."""
    bias = []
    for case in found:
        if (case.method, case.horizon, case.group) == (HINDSIGHT, 10, "all"):
            least = centrality(case) == 6
            bias.append(score(case.predicted[least], case.actual[least]).bias)
    assert abs(mean(bias)) < 0.5


def test_nothing_after_the_choice_is_in_sight_of_it() -> None:
    assert max(choice.BASES) + choice.SHORTEST <= CHOSEN_UNTIL
    run = in_hindsight(2014, CHOSEN_UNTIL)
    assert len(run) == CHOSEN_UNTIL - 2014 + 1
    assert Case("", CHOSEN_UNTIL, 2, "all", np.ones(1), np.ones(1), np.arange(1)).held_out
    assert not Case("", CHOSEN_UNTIL - 1, 2, "all", np.ones(1), np.ones(1), np.arange(1)).held_out


def test_the_pools_weight_is_the_one_that_the_rule_gives() -> None:
    tried = choice.pool_weights()
    assert choice.chosen(tried).value == parameters().pool_weight
    assert choice.least(tried).loss.mean() < choice.chosen(tried).loss.mean() < 2.1


@pytest.mark.parametrize("group", ["all", "20-44", "67-79"])
def test_rivals_with_a_nation_have_its_sum(group: str) -> None:
    for base in (2011, 2018):
        before = history().until(base).population
        ages, nation = foreseen(base, base + 5, group)
        whole = before[..., ages].sum((-2, -1))
        assert raked(whole, whole, 5, nation).sum() == pytest.approx(nation)
        assert share_of_growth(whole, whole, 5, nation).sum() == pytest.approx(nation, rel=1e-3)


def test_an_edition_that_does_not_tell_ages_apart_is_met_where_it_does() -> None:
    assert foreseen(2011, 2016, "20-44")[0] == slice(20, 67)
    assert foreseen(2014, 2019, "20-44")[0] == slice(20, 45)
    assert foreseen(2014, 2019, "all")[1] == pytest.approx(control("MMMM", 2014).people[5].sum())


def test_a_constant_share_of_growth_is_what_one_gets_by_hand() -> None:
    seen = np.linspace([100.0, 200.0], [110.0, 230.0], 11)
    assert share_of_growth(seen, seen, 5, 360.0) == pytest.approx([115, 245])


def test_two_years_on_we_are_nearer_than_ssbs_own_edition(found: list[Case]) -> None:
    last = {c.method: c for c in found if (c.base, c.horizon, c.group) == (2024, 2, "all")}
    ours, theirs = (score(last[m].predicted, last[m].actual).mean for m in (OURS, "ssb"))
    assert ours < theirs


def test_hindsight_gives_the_nation_its_true_age_groups() -> None:
    seen = projected_in_hindsight(2016)[10].sum((0, 1))
    true = history().population[-1].sum((0, 1))
    assert seen[67:80].sum() == pytest.approx(true[67:80].sum())
    assert seen.sum() == pytest.approx(true.sum())


def test_places_whose_borders_moved_are_not_scored() -> None:
    rauma = places().index["1539"]
    assert rauma in scorable(history(), 2022, 2026)
    assert rauma not in scorable(history(), 2018, 2023)


def test_hindsight_is_never_beaten_by_a_wrong_nation_on_the_whole(found: list[Case]) -> None:
    for horizon in (2, 5, 10):
        errors = weighted(found, horizon)
        assert errors["all", HINDSIGHT] <= errors["all", OURS]


@given(st.floats(0, 1e5), st.floats(-50, 50), st.integers(1, 15))
def test_a_straight_line_goes_on_straight(start: float, slope: float, ahead: int) -> None:
    seen = np.maximum(start + slope * np.arange(11.0), 0)[:, None]
    if seen.min() > 0:
        assert linear(seen, ahead)[0] == pytest.approx(max(start + slope * (10 + ahead), 0))


def test_hamilton_perry_keeps_a_standing_population() -> None:
    standing = np.ones((6, 3, 2, 106)) * 100
    standing[..., 90:] = 0
    after = hamilton_perry(standing, 10)
    assert after is not None
    assert after[..., :85] == pytest.approx(standing[-1, ..., :85])
    assert hamilton_perry(standing, 2) is None


def test_ssbs_edition_is_used_only_where_it_is_at_hand() -> None:
    totals = ssb_totals(2024, 2026)
    assert totals is not None
    assert totals.shape == (357,)
    assert ssb_totals(2022, 2024) is None


def test_a_score_is_what_one_gets_by_hand() -> None:
    got = score(np.array([110.0, 96.0, 7.0]), np.array([100.0, 100.0, 0.0]))
    assert got.places == 2
    assert [got.mean, got.median, got.weighted] == pytest.approx([7, 7, 7])
    assert [got.near, got.bias] == pytest.approx([50, 3])


@pytest.mark.parametrize("by", ["base", "size", "group", "centrality"])
@pytest.mark.parametrize("average", [[], ["--average"]])
def test_the_command_prints_a_table_a_spreadsheet_reads(by: str, average: list[str]) -> None:
    result = CliRunner().invoke(app, ["backtest", "--by", by, "--format", "csv", *average])
    assert result.exit_code == 0
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert {row["method"] for row in rows} >= {"ours", "linear", "hamilton-perry", "ssb"}
    assert all(float(row["mean %"]) >= 0 for row in rows)


def test_the_stored_scores_belong_to_these_figures() -> None:
    notes = snapshot().table(TABLE).schema.metadata
    remedy = "stale scores: run `python -m framtid statistics derive`"
    assert notes[b"basis"].decode() == basis(snapshot(), SEEN), remedy


def test_the_stored_scores_are_what_is_computed_now(found: list[Case]) -> None:
    whole = [record for record in records() if record.centrality == EVERYWHERE]
    for record, case in zip(whole, found, strict=True):
        assert (record.method, record.base, record.group) == (case.method, case.base, case.group)
        assert record.score.mean == pytest.approx(score(case.predicted, case.actual).mean, rel=1e-5)


def test_the_stored_bias_by_centrality_is_of_the_same_cases(found: list[Case]) -> None:
    everybody = {(c.method, c.base, c.horizon): c for c in found if c.group == "all"}
    classes = [record for record in records() if record.centrality != EVERYWHERE]
    assert len(classes) == 6 * len(everybody)
    for record in classes:
        case = everybody[record.method, record.base, record.horizon]
        of = centrality(case) == record.centrality
        now = score(case.predicted[of], case.actual[of])
        assert record.score.bias == pytest.approx(now.bias, rel=1e-4, abs=1e-5)
