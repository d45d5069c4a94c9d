"""How fast a move of the four councils is answered: whole games, each page asked for first time."""

import sys
from time import perf_counter

import numpy as np

from framtid.documents.councils import game_html
from framtid.pathways.councils_code import DecodedGame, Game
from framtid.pathways.councils_game import play
from framtid.places import places

PLACES = ("0301", "1151", "3201", "4026", "5610")
GAMES = 4
"""Whole games in each place; the first warms what all of them share, and is not counted."""


def moves(code: str, seed: int) -> list[float]:
    """Play a game at random; return the milliseconds of each page."""
    drawn, game, taken = np.random.default_rng(seed), Game(seed), []
    place = places().get(code)
    while True:
        start = perf_counter()
        game_html(place, DecodedGame(game), None)
        taken.append((perf_counter() - start) * 1000)
        if game.over:
            return taken
        council = play(code, DecodedGame(game)).now
        if council.case is None:
            game = game.closed()
        else:
            yes = drawn.random() < 0.6 and council.lacks(council.case) is None
            game = game.answered(council.case, yes=yes)


def main() -> None:
    """Print the median, the 95th percentile and the slowest, place by place and in all."""
    every: list[float] = []
    for code in PLACES:
        moves(code, 1)
        taken = [each for seed in range(2, GAMES + 1) for each in moves(code, seed)]
        every += taken
        _told(code, taken)
    _told("all", every)


def _told(what: str, taken: list[float]) -> None:
    middle, late = np.percentile(taken, [50, 95])
    sys.stdout.write(f"  {what:6}{middle:7.1f} {late:7.1f} {max(taken):7.1f} ms\n")
