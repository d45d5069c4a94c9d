"""Four councils: what is met, what is decided, and that the years are the model's own."""

import re
from collections import Counter
from dataclasses import replace
from functools import lru_cache
from html import unescape

import numpy as np
import pytest
from starlette.testclient import TestClient

from framtid.horizon import HORIZON
from framtid.language import language_of
from framtid.pathways.applying import change, flows_of, of_people
from framtid.pathways.councils import councils, decided, free, price, room
from framtid.pathways.councils_ahead import CLOSES, NOWHERE, every_step
from framtid.pathways.councils_closing import closings
from framtid.pathways.councils_code import Answer, DecodedGame, Game, decode, encode
from framtid.pathways.councils_game import Play, play
from framtid.pathways.councils_refused import foregone, refused
from framtid.pathways.councils_years import years_of
from framtid.pathways.dilemmas import dilemmas, fitting
from framtid.pathways.hundred import hundred_of
from framtid.pathways.levers import levers
from framtid.pathways.outlook import Outlook, outlook_of
from framtid.pathways.pathway import AS_IT_IS, TERM, Pathway
from framtid.pathways.settling import staying_in
from framtid.pathways.waiting import reason, waiting
from framtid.pathways.waiting_told import say_waiting
from framtid.places import places
from framtid.projection.counterfactual import under
from framtid.projection.flows import flows
from framtid.projection.uncertainty.one_trajectory import trajectory_count
from framtid.projection.uncertainty.trajectories import trajectories
from tests.shares import SHARES, share

PLACES = ("0301", "1151", "5610", "3209", "1580")
"""A capital, the smallest, one that stands alone, one that grows, one of the newest."""
STARTS = [0, 1, 6, 13, 16, 20, 45, 67, 80, 90]
"""First ages of the groups that trajectories are told by."""
GOODS = {"gap": -1, "balance_per_inhabitant": 1, "outside": -1, "people": 1, "carers": 1}
"""What may be better in 2040, and which way."""


@lru_cache
def played(code: str, seed: int, willing: float) -> Play:
    """Play a whole game at random: yes as often as is willing, where there is room."""
    drawn, game = np.random.default_rng(seed), Game(seed)
    while not game.over:
        council = play(code, DecodedGame(game)).now
        if council.case is None:
            game = game.closed()
        else:
            yes = drawn.random() < willing and council.lacks(council.case) is None
            game = game.answered(council.case, yes=yes)
    return play(code, DecodedGame(game))


GAMES = [(code, 61 * at + 5, (at % 5) / 4) for at, code in enumerate(PLACES * 3)]


@pytest.mark.parametrize(("code", "seed", "willing"), GAMES)
def test_a_whole_game_is_read_back_and_undone_step_by_step(
    code: str, seed: int, willing: float
) -> None:
    game = played(code, seed, willing).game
    assert game.over
    steps, last = 0, game
    while (before := last.undone()) is not None:
        assert decode(encode(last)) == DecodedGame(last)
        assert len(encode(last)) <= 60
        again = play(code, DecodedGame(last))
        assert (again.game, again.note) == (last, None)
        steps, last = steps + 1, before
    assert steps == len(game.answers) + len(councils().terms)
    assert last == Game(seed) == game.started_over()


@pytest.mark.parametrize(("code", "seed", "willing"), GAMES)
def test_every_council_meets_what_fits_and_decides_within_its_limits(
    code: str, seed: int, willing: float
) -> None:
    whole = played(code, seed, willing)
    for council in whole.councils:
        assert 2 <= len(council.agenda) <= 4
        year, years = council.term.first, years_of(code, seed - 1)
        touched = [lever for name in council.agenda for lever in _levers(name)]
        assert len(touched) == len(set(touched)), "two dilemmas of one council ask about the same"
        for name in council.agenda:
            assert dilemmas()[name].suits(years, year)
            assert free(dilemmas()[name], council.before)
            assert price(code, name, council.term.number) <= room(code, council.term)
        assert council.started <= councils().starts.number
        assert council.spent <= council.room
        assert all(answer.dilemma == name for answer, name in _pairs(council))
    begun = {choice.lever: choice.begins for choice in whole.pathway.choices}
    assert all(2027 <= year <= HORIZON for year in begun.values())


def _levers(name: str) -> set[str]:
    return {*dilemmas()[name].if_yes, *dilemmas()[name].if_no}


def _pairs(council: object) -> list[tuple[Answer, str]]:
    return list(zip(council.answers, council.agenda, strict=True))  # type: ignore[attr-defined]


def test_the_seed_picks_the_dilemmas_and_another_seed_picks_others() -> None:
    first = [play("3201", DecodedGame(Game(seed))).now.agenda for seed in range(1, 41)]
    assert first == [play("3201", DecodedGame(Game(seed))).now.agenda for seed in range(1, 41)]
    assert len(set(first)) > 30
    met = {name for agenda in first for name in agenda}
    assert met >= {name for name in fitting(outlook_of("3201")) if price("3201", name, 0) < 300}


def test_what_is_decided_begins_with_the_council_that_decides_it() -> None:
    one, two, three, four = councils().terms
    flats = dilemmas()["leiligheter"]
    begins = [
        decided(AS_IT_IS, flats, yes=True, term=term).choice("hjemme").begins
        for term in (one, two, three, four)
    ]
    assert begins == [2028, 2029, 2033, 2037], "homes take a year more than the rest to build"
    assert decided(AS_IT_IS, flats, yes=False, term=three).level("hjemme") == -1
    assert (three.begins - two.begins, four.begins - three.begins) == (TERM, TERM)


def test_a_yes_that_there_is_no_room_for_is_not_taken() -> None:
    game = Game(5)
    while (council := play("3201", DecodedGame(game)).now).case is not None:
        game = game.answered(council.case, yes=council.lacks(council.case) is None)
    refused = [name for name in council.agenda if not _said(council.answers, name)]
    assert refused, "three dilemmas, and room for two"
    forced = Game(5, (tuple(Answer(each.dilemma, True) for each in council.answers),))
    got = play("3201", DecodedGame(forced))
    assert got.note == "partly"
    assert len(got.game.answers) < len(forced.answers)


@pytest.mark.parametrize(("code", "seed", "willing"), GAMES)
def test_who_has_no_room_for_a_yes_lets_nothing_down(code: str, seed: int, willing: float) -> None:
    """A no that is forced is put off: it sets no lever, and the next council may meet it again."""
    for council in played(code, seed, willing).councils:
        for at, answer in enumerate(council.answers):
            before = replace(council, answers=council.answers[:at])
            forced = not answer.yes and before.lacks(answer.dilemma) is not None
            after = replace(council, answers=council.answers[: at + 1]).after
            assert council.put_off(at) is forced
            if forced:
                assert after == before.after
                assert free(dilemmas()[answer.dilemma], after)
            elif not answer.yes and dilemmas()[answer.dilemma].if_no:
                assert after != before.after


def test_a_house_one_has_no_room_for_is_put_off_and_one_that_is_refused_is_not_built() -> None:
    """The one dilemma whose no sets a lever, met first and last by some council."""
    put_off: set[int] = set()
    refused_too: set[int] = set()
    for seed in range(1, 30):
        council = play("3201", DecodedGame(Game(seed))).now
        if "leiligheter" not in council.agenda:
            continue
        while council.case is not None:
            yes = council.case != "leiligheter" and council.lacks(council.case) is None
            council = replace(council, answers=(*council.answers, Answer(council.case, yes)))
        at = council.agenda.index("leiligheter")
        (put_off if council.put_off(at) else refused_too).add(council.after.level("hjemme"))
    assert put_off == {0}
    assert refused_too == {-1}


@pytest.mark.parametrize(("code", "seed", "willing"), GAMES)
def test_what_was_let_lie_would_have_been_within_the_limits(
    code: str, seed: int, willing: float
) -> None:
    whole = played(code, seed, willing)
    found = refused(whole)
    met = Counter(number for number, _ in found.met)
    for council in whole.councils:
        more = [name for number, name in found.met if number == council.term.number]
        cost = sum(price(code, name, council.term.number) for name in more)
        assert council.started + met[council.term.number] <= councils().starts.number
        assert not cost or council.spent + cost <= council.room
        assert not set(more) & {each.dilemma for each in council.answers if each.yes}
    assert {name for _, name in found.met} <= {each.dilemma for each in whole.game.answers}
    assert all(
        found.pathway.level(lever) > 0 for _, n in found.met for lever in dilemmas()[n].if_yes
    )
    if willing == 0:
        assert len(found.met) >= 4
        assert foregone(whole, found.pathway).unfilled < 0
    if not found.met:
        assert found.pathway == whole.pathway


def _said(answers: tuple[Answer, ...], name: str) -> bool:
    return next(each.yes for each in answers if each.dilemma == name)


@pytest.mark.parametrize(
    ("code", "note", "kept"),
    [
        (None, "broken", "1-1"),
        ("", "broken", "1-1"),
        ("tull", "broken", "1-1"),
        ("9-3-hej", "unknown_version", "1-1"),
        ("1", "broken", "1-1"),
        ("1-0", "broken", "1-1"),
        ("1-1001", "broken", "1-1"),
        ("1-²", "broken", "1-1"),
        ("1-3-hex", "broken", "1-1"),
        ("1-3-hej..hej", "broken", "1-1"),
        ("1-3-zzj", "partly", "1-3"),
        ("1-3-hejzzj", "partly", "1-3-hej"),
        ("1-3-" + "hej" * 200, "broken", "1-1"),
        ("1-3-HEJ", None, "1-3-hej"),
    ],
)
def test_a_bad_code_gives_a_game_and_a_note(code: str | None, note: str | None, kept: str) -> None:
    got = decode(code)
    assert (got.note, encode(got.game)) == (note, kept)


def test_a_code_that_goes_too_far_is_cut_where_it_cannot_be_played() -> None:
    """A term left half done, the same lever twice, one council too many: all are said."""
    for code in ("1-3-hej.tij", "1-3-hejlaj", "1-3-hejtinkon." + "tin." * 5):
        got = play("3201", decode(code))
        assert got.note == "partly", code
        assert play("3201", DecodedGame(got.game)).note is None


def _effect(code: str, name: str, term: int, *, yes: bool) -> Outlook:
    path = decided(AS_IT_IS, dilemmas()[name], yes=yes, term=councils().terms[term])
    return outlook_of(code).along(path)


def _better(one: Outlook, other: Outlook) -> bool:
    """Whether one is no worse on anything, and better on something: in the end, and to begin with.

    In the end is 2040, or when all of what the last council begins has happened. To begin with is
    the first budget: one that does not hold this year has to be covered the next.
    """
    choices = (*one.pathway.choices, *other.pathway.choices)
    year = max(HORIZON, *(each.settled for each in choices))
    apart = [
        sign * (one.consequences.at(name, year) - other.consequences.at(name, year))
        for name, sign in GOODS.items()
    ]
    budgets = [each.consequences.series["balance_per_inhabitant"] for each in (one, other)]
    by_year = budgets[0] - budgets[1]
    apart.append(float(next(iter(by_year[np.abs(by_year) > NOTHING]), 0.0)))
    return min(apart) > -NOTHING and max(apart) > NOTHING


NOTHING = 1e-6
"""What differs by less is the same."""


def _fair(code: str, name: str, term: int) -> None:
    yes, no = (_effect(code, name, term, yes=said) for said in (True, False))
    free_of_charge = price(code, name, term) == 0
    assert not (free_of_charge and _better(yes, no)), (code, name, term)
    assert not _better(no, yes), (code, name, term)


@pytest.mark.parametrize("code", PLACES)
@pytest.mark.parametrize("term", [0, 3])
def test_no_decision_is_free_and_better_on_everything(code: str, term: int) -> None:
    """Neither a yes nor a no, in the first council as in the last."""
    for name in fitting(outlook_of(code)):
        _fair(code, name, term)


@pytest.mark.parametrize("number", SHARES)
def test_to_let_go_of_something_spares_before_it_costs_everywhere(number: int) -> None:
    """What is cut is off the next budget, so neither answer is better on everything."""
    letting_go = {name for name, each in dilemmas().items() if max(each.if_yes.values()) < 0}
    assert len(letting_go) >= 4
    for place in share(number):
        for name in letting_go & set(fitting(outlook_of(place.code))):
            _fair(place.code, name, 3)


@pytest.mark.parametrize(("code", "seed", "willing"), GAMES)
def test_the_same_later_is_never_better_on_hands_unless_it_is_said_why(
    code: str, seed: int, willing: float
) -> None:
    whole = played(code, seed, willing)
    price_of = waiting(whole.years)
    if min(price_of.more("unfilled", 1), price_of.more("unfilled", 2)) < 0:
        assert reason(whole.years) in {"weaker", "people"}
        said = say_waiting(price_of, language_of("nb")).hands
        assert "trenger" in said or "svekke" in said, "the page says why"
    for choice in whole.pathway.choices:
        if choice.level < 0 or choice.lever in {"flytt", "bosetting"}:
            continue
        alone = waiting(whole.years.along(Pathway.of({choice.lever: choice.level})))
        assert min(alone.more("unfilled", wait) for wait in (1, 2)) >= 0, choice


@pytest.mark.parametrize("code", ["1151", "3201"])
def test_the_years_are_the_models_own_trajectories(code: str) -> None:
    """Seed by seed, so the games' years are distributed as the model's are."""
    member, pairs = places().index[code], range(4)
    drawn = trajectories(flows(), [member], pairs)[0]
    for number in range(2 * len(pairs)):
        future = years_of(code, number).future
        ours = np.add.reduceat(future[1:].sum(1), STARTS, axis=-1)
        np.testing.assert_allclose(ours, drawn[..., number], rtol=2e-4, atol=2e-3)
    np.testing.assert_array_equal(years_of(code, 3).future[0], outlook_of(code).future[0])
    assert trajectory_count() == 1000


@pytest.mark.parametrize("code", ["5610", "3201"])
def test_the_years_along_a_path_are_near_the_trajectory_carried_anew(code: str) -> None:
    """The same shocks through a changed run: what is laid on the path is nearly that."""
    path, member = Pathway.of({"flytt": 2, "bosetting": 2}), places().index[code]
    changed = change(of_people(path), flows_of(code, "MMMM"), staying_in(places().get(code)))
    drawn = trajectories(flows(), [member], range(3), under(flows(), [member], changed))[0, :14]
    for number in range(6):
        future = years_of(code, number, path).future[1:15]
        ours = np.add.reduceat(future.sum(1), STARTS, axis=-1)
        people = drawn[..., number]
        np.testing.assert_allclose(ours.sum(1), people.sum(1), rtol=0.004)
        assert (np.abs(ours - people) <= 0.03 * people + 0.5).all()


def test_two_pathways_meet_the_same_years() -> None:
    path = Pathway.of({"flytt": 2, "bosetting": 2, "heltid": 1})
    years = years_of("3201", 40)
    apart = years.future / np.maximum(outlook_of("3201").future, 1e-9)
    along = years.along(path)
    assert isinstance(along, type(years))
    np.testing.assert_allclose(along.future, along.expected.future * apart, rtol=1e-9)
    assert along.official is years_of("3201", 40)
    assert along.consequences.at("gap", HORIZON) != along.expected.consequences.at("gap", HORIZON)


@pytest.mark.parametrize("code", PLACES)
def test_what_is_decided_later_changes_nobodys_life_before(code: str) -> None:
    told = tuple(term.until for term in councils().terms)
    years = years_of(code, 6)
    early = hundred_of(years, told)
    late = hundred_of(years.along(Pathway.of({"flytt": 3}, {"flytt": 2036})), told)
    for year in range(2026, 2036):
        assert [early.lives[i].born for i in early.standing(year)] == [
            late.lives[i].born for i in late.standing(year)
        ]
        assert len(early.standing(year)) == 100


@pytest.mark.parametrize("name", levers())
def test_what_is_let_go_of_is_spared_at_once_and_what_is_begun_is_paid_as_it_grows(
    name: str,
) -> None:
    found = levers()[name]
    at = found.start - outlook_of("0301").base_year
    spared, paid, phase = found.paid(-1, 20), found.paid(1, 20), found.phase(20)
    assert spared[:at].max() == 0
    assert spared[at:].min() == 1
    np.testing.assert_array_equal(paid, phase)
    assert 0 < phase[at] < 1


@pytest.mark.parametrize("code", ["0301", "5610"])
def test_the_years_that_are_laid_by_are_those_of_the_game(code: str, client: TestClient) -> None:
    """All four councils' years, however the game is played, before the first has sat."""
    draw = np.random.default_rng(2040)
    every = closings(code, Game(4))
    assert {end.sitting for end, _ in every} == {0, 1, 2, 3}
    one = next(end for end, _ in every if end.sitting == 0)
    asked = {"sted": code, "spill": encode(one.closed())}
    told = client.get("/mote/aar.json", params=asked).json()
    assert told["begins"] == encode(Game(4))
    assert list(told["years"]) == [encode(end) for end, _ in every]
    for at in draw.integers(0, len(every), 5).tolist():
        end, council = every[at]
        here = play(code, DecodedGame(end))
        assert (here.done, here.now.term, here.pathway) == (True, council.term, council.after)
        page = client.get("/spill", params={"sted": code, "spill": encode(end)}).text
        three = re.findall(r"<dd><b>(.*?)</b>", page.split('data-part="years"')[1])[:3]
        assert [unescape(each) for each in three] == told["years"][encode(end)]


@pytest.mark.parametrize("code", ["0301", "1151", "5610", "3209"])
def test_every_game_that_is_played_from_memory_is_one_that_can_be_played(code: str) -> None:
    """The table asks what the game asks, has room where it has room, and leads to its end."""
    draw = np.random.default_rng(2040)
    for seed in draw.integers(1, trajectory_count() + 1, 2).tolist():
        steps = every_step(code, seed)
        for _ in range(12):
            at, game = 0, Game(seed)
            while at != NOWHERE:
                letters, yes, no = steps[at]
                here = play(code, DecodedGame(game))
                assert (here.note, here.game) == (None, game)
                assert here.done == (letters == CLOSES)
                if letters == CLOSES:
                    at, game = yes, game.closed()
                    continue
                name = here.now.case or ""
                assert dilemmas()[name].code == letters
                assert (yes == NOWHERE) == (here.now.lacks(name) is not None)
                said = yes != NOWHERE and bool(draw.integers(2))
                at, game = (yes if said else no), game.answered(name, yes=said)
            assert play(code, DecodedGame(game)).game.over
