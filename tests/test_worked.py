"""The sum worked through: a pocket calculator gets each step, and ends where the model does."""

import re
from itertools import pairwise

import pytest
from starlette.testclient import TestClient

from framtid.horizon import HORIZON
from framtid.language import language_of
from framtid.nearest import nearest
from framtid.pathways.outlook import Outlook, outlook_of
from framtid.pathways.pathway import named
from framtid.pathways.pocket import Shown
from framtid.pathways.rounding import alone
from framtid.pathways.worked_hands import Part, WorkedHands, Year, agrees, base, worked_hands
from framtid.pathways.worked_kroner import (
    WorkedKroner,
    worked_choices,
    worked_kroner,
)
from framtid.pathways.worked_kroner import agrees as kroner_agree
from framtid.places import Level, places


def _is(made: float, figure: Shown) -> bool:
    """Whether a calculator's answer is the figure that is shown next."""
    return nearest(made, figure.decimals) == figure.value


def _multiplies_out(part: Part) -> bool:
    rows = all(_is(row.people.value * row.each.value / 1000, row.gives) for row in part.rows)
    parts = [*(row.gives.value for row in part.rows), part.apart.value]
    return rows and _is(sum(parts), part.total)


def _year(year: Year) -> bool:
    services = year.services.values()
    summed = _is(sum(part.total.value for part in services), year.man_years)
    return summed and all(map(_multiplies_out, (*services, year.working)))


def _hands(made: WorkedHands) -> bool:
    now, then = made.now, made.then
    return (
        _year(now)
        and _year(then)
        and _is(then.man_years.value * made.vacant.value, made.needed)
        and _is(then.working.total.value / now.working.total.value, made.at_work)
        and _is(now.man_years.value * made.at_work.value + made.apart.value, made.at_hand)
        and _is(made.needed.value - made.at_hand.value, made.gap)
    )


def _kroner(made: WorkedKroner) -> bool:
    grown = made.each.value * made.grown.value
    kept = made.followed.value - made.nation.value
    return (
        _is(made.price.value * made.level.value, made.each)
        and _is(made.nation.value**made.share.value, made.followed)
        and _is(grown + made.stays.value, made.spending)
        and _is(grown / made.nation.value * made.followed.value, made.income)
        and _is(made.income.value - made.spending.value + made.apart.value, made.balance)
        and _is(made.each.value * kept + made.state_apart.value, made.state)
        and _is(made.balance.value - made.state.value, made.place)
    )


def _ends_where_the_model_does(outlook: Outlook) -> bool:
    hands, kroner = worked_hands(outlook), worked_kroner(outlook)
    at = outlook.consequences.at
    told = alone("gap", hands.gap.value) == alone("gap", at("gap", HORIZON))
    near = abs(kroner.place.value - at("balance_place", HORIZON)) <= 1
    return (
        told
        and near
        and _hands(hands)
        and _kroner(kroner)
        and agrees(hands, outlook, base(outlook))
        and kroner_agree(kroner, outlook)
    )


def test_every_municipality_can_be_recomputed_step_by_step() -> None:
    lost = [
        place.name
        for place in places().municipalities
        if not _ends_where_the_model_does(outlook_of(place.code))
    ]
    assert not lost


def test_the_nation_and_counties_can_too() -> None:
    several = (places().nation, *places().at(Level.COUNTY)[:2])
    assert all(_ends_where_the_model_does(outlook_of(place.code)) for place in several)


@pytest.mark.parametrize("code", ["0", "1151", "5610"])
def test_the_choices_parts_add_up_to_the_balance_along_the_path(code: str) -> None:
    along = outlook_of(code, pathway=named()["lys-vei"])
    line = worked_kroner(along.official)
    made = worked_choices(along, line)
    assert _is(sum(part.value for part in made.parts.values()), made.choices)
    assert _is(line.balance.value + made.choices.value, made.balance)
    whole = along.consequences.at("balance_per_inhabitant", HORIZON)
    assert abs(made.balance.value - whole) <= 1, "rounded parts add up to it, krone by krone"


def test_a_step_with_another_figure_is_no_answer() -> None:
    assert not _is(19.1 * 0.84, Shown(16.1, 1))


def test_the_page_shows_the_steps_and_what_is_not_known(client: TestClient) -> None:
    page = client.get("/regnestykket?sted=5610").text
    hands, say = worked_hands(outlook_of("5610")), language_of("nb").numbers.decimal
    for figure in (hands.needed, hands.at_hand, hands.gap, hands.then.working.total):
        assert f"<strong>{say(figure.value, figure.decimals)}</strong>" in page or (
            f"<td>{say(figure.value, figure.decimals)}</td>" in page
        )
    assert "Hva vi ikke vet" in page
    assert 'href="/avstemming?sted=5610"' in page


@pytest.mark.parametrize("path", ["/regnestykket", "/avstemming?sted=3201", "/avstemming"])
def test_the_page_is_a_document_with_headings_in_order(client: TestClient, path: str) -> None:
    page = client.get(path).text
    steps = [int(level) for level in re.findall(r"<h([1-6])", page)]
    assert steps.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(steps))
    assert not re.search(r"<script(?![^>]*\bsrc=)", page)


def test_the_three_languages_have_the_same_texts() -> None:
    def keys(node: object, under: str = "") -> set[str]:
        if not isinstance(node, dict):
            return {under}
        return {key for name, part in node.items() for key in keys(part, f"{under}.{name}")}

    nb, nn, en = (keys(language_of(code).entry("worked")) for code in ("nb", "nn", "en"))
    assert nb == nn == en
