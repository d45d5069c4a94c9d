"""What would it take? The smallest sets of lever changes that reach a goal, solved.

What each level of each lever gains alone is computed first. The sums of these are a good guide to
what levers gain together, so all combinations are ranked by them at once: fewest steps first,
then most gain. The model itself has the last word on each candidate.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from framtid.pathways.conflicts import clashes, free_of_clashes
from framtid.pathways.goals import Goal
from framtid.pathways.levers import HIGHEST, levers
from framtid.pathways.outlook import Outlook
from framtid.pathways.pathway import Pathway

ANSWERS = 3
TRIES = 8
"""Candidates of as many steps that the model is asked about."""
HOPE = 0.9
"""Levers may gain a little more together than alone: this share of the need is worth a try."""


@dataclass(frozen=True, eq=False)
class Answer:
    """A pathway towards a goal and how far it gets."""

    goal: Goal
    outlook: Outlook
    """The outlook along the pathway."""

    @property
    def pathway(self) -> Pathway:
        """The levers to pull."""
        return self.outlook.pathway

    @property
    def reached(self) -> bool:
        """Whether the goal is reached; if not, this is as far as the levers get."""
        return self.goal.reached(self.outlook)

    @property
    def value(self) -> float:
        """The goal's indicator along the pathway."""
        return self.goal.value(self.outlook)


@dataclass(frozen=True)
class _Option:
    """One level a lever may be at."""

    name: str
    level: int
    gain: float
    steps: int


Options = list[list[_Option]]


def _options(outlook: Outlook, goal: Goal) -> Options:
    """Return for each lever the levels that bring the goal nearer, and to leave it."""
    start, found = goal.margin(outlook), []
    for name in levers():
        now = outlook.pathway.level(name)
        choices = [_Option(name, now, 0.0, 0)]
        for level in range(min(now, 0), HIGHEST + 1):
            if level != now:
                moved = outlook.along(outlook.pathway.moved({name: level}))
                gain = goal.margin(moved) - start
                choices.append(_Option(name, level, gain, abs(level - now)))
        found.append([choices[0], *(choice for choice in choices[1:] if choice.gain > 0)])
    return found


@dataclass(frozen=True, eq=False)
class _Grid:
    """Every combination of options that does not clash with itself."""

    shape: tuple[int, ...]
    gain: NDArray[np.float32]
    """Sum of what the options gain alone, least possible where they clash, (combination,)."""
    steps: NDArray[np.int8]

    @classmethod
    def of(cls, options: Options) -> "_Grid":
        total, steps = np.zeros(1, np.float32), np.zeros(1, np.int8)
        for choices in options:
            gains = np.array([each.gain for each in choices], np.float32)
            total = np.add.outer(total, gains).ravel()
            count = np.array([each.steps for each in choices], np.int8)
            steps = np.add.outer(steps, count).ravel()
        free = free_of_clashes(
            {each[0].name: [option.level for option in each] for each in options}
        )
        total[~free.ravel()] = -np.inf
        return cls(free.shape, total, steps)


def _pathway(outlook: Outlook, options: Options, grid: _Grid, index: int) -> Pathway:
    picks = np.unravel_index(index, grid.shape)
    chosen = [choices[pick] for choices, pick in zip(options, picks, strict=True)]
    return outlook.pathway.moved({choice.name: choice.level for choice in chosen})


def _candidates(outlook: Outlook, options: Options, need: float) -> Iterator[Outlook]:
    """Yield outlooks that may do, fewest steps first, the most promising of these first."""
    grid = _Grid.of(options)
    hopeful = np.flatnonzero(grid.gain >= HOPE * need)
    steps = grid.steps[hopeful]
    for count in np.unique(steps):
        among = hopeful[steps == count]
        best = among[np.argsort(-grid.gain[among], kind="stable")[:TRIES]]
        yield from (outlook.along(_pathway(outlook, options, grid, int(index))) for index in best)


def _simpler(seen: Outlook, found: Outlook, goal: Goal, least: float) -> Outlook:
    """Return a pathway with no step that it can do without, the margin staying at ``least``."""
    for name, (before, after) in seen.pathway.changes(found.pathway).items():
        back = after.level + (-1 if after.level > before.level else 1)
        fewer = found.along(found.pathway.moved({name: back}, {name: before.start}))
        if goal.margin(fewer) >= least and not clashes(fewer.pathway):
            return _simpler(seen, fewer, goal, least)
    return found


def _farthest(outlook: Outlook, options: Options, goal: Goal) -> Outlook:
    """Return how far the levers get: each move that helps, the most helpful first."""
    helpful = sorted((each for choices in options for each in choices[1:]), key=lambda o: -o.gain)
    moved: set[str] = set()
    for option in helpful:
        if option.name not in moved:
            further = outlook.along(outlook.pathway.moved({option.name: option.level}))
            better = goal.margin(further) > goal.margin(outlook)
            if better and not clashes(further.pathway):
                outlook = further
                moved.add(option.name)
    return outlook


def _smallest(outlook: Outlook, options: Options, goal: Goal) -> Outlook | None:
    """Return the smallest pathway among the options that reaches the goal, if any does."""
    candidates = _candidates(outlook, options, -goal.margin(outlook))
    found = next((each for each in candidates if goal.reached(each)), None)
    return found and _simpler(outlook, found, goal, min(goal.margin(found), 0.0))


def _fewer(options: Options, name: str, steps: int) -> Options:
    """Return the options with a lever moved less than some steps."""
    return [
        [each for each in choices if each.name != name or each.steps < steps] for choices in options
    ]


def _otherwise(seen: Outlook, found: Outlook, options: Options) -> Iterator[Options]:
    """Yield options for another answer: without a lever of one, or less of it, most gain first."""
    moved = seen.pathway.changes(found.pathway)
    gain = {(each.name, each.level): each.gain for choices in options for each in choices}
    for name in sorted(moved, key=lambda name: -gain.get((name, moved[name][1].level), 0.0)):
        before, after = moved[name]
        steps = abs(after.level - before.level)
        yield _fewer(options, name, 1)
        if steps > 1:
            yield _fewer(options, name, steps)


def solve(outlook: Outlook, goal: Goal) -> tuple[Answer, ...]:
    """Return up to three different smallest sets of changes from an outlook that reach a goal.

    The second does without the lever that does most of the first, or with less of it; where that
    one cannot be spared, the next lever is tried. So is the third. Where nothing reaches the goal
    the one answer is how far the levers get.
    """
    if goal.reached(outlook):
        return (Answer(goal, outlook),)
    answers: list[Answer] = []
    options = _options(outlook, goal)
    left = iter([options])
    while len(answers) < ANSWERS:
        for narrower in left:
            found = _smallest(outlook, narrower, goal)
            if found:
                answers.append(Answer(goal, found))
                left = _otherwise(outlook, found, narrower)
                break
        else:
            break
    if answers:
        return tuple(answers)
    farthest = _farthest(outlook, options, goal)
    least = min(goal.margin(farthest), 0.0)
    return (Answer(goal, _simpler(outlook, farthest, goal, least)),)
