"""What would it take? The smallest sets of lever changes that reach a goal, solved.

What each level of each lever gains alone is computed first, for every condition of the goal. The
sums of these are a good guide to what levers gain together. For each number of steps the sets that
gain most are kept, lever by lever, so that nothing grows with the number of combinations; the model
itself has the last word on each candidate, fewest steps first.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from framtid.pathways.candidates import Option, Options, best
from framtid.pathways.conflicts import warnings
from framtid.pathways.goals import Goal
from framtid.pathways.levers import HIGHEST, levers
from framtid.pathways.limits import FREE, Limits
from framtid.pathways.outlook import Outlook
from framtid.pathways.pathway import Pathway
from framtid.projection.history import Floats

ANSWERS = 3
TRIES = 6
"""Candidates of as many steps that the model is asked about."""
HOPE = 0.9
"""Levers may gain a little more together than alone: this share of the need is worth a try, until
the model has told of ``TRIES`` sets how much more it is."""
SLACK = 0.02
"""What another set may gain together beyond the most that any tried one has, a share."""
LEAST = 0.1
"""Sums below this share of what is lacking say nothing of what levers gain together."""


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
        """The indicator of the goal's first condition along the pathway."""
        return self.goal.first.value(self.outlook)


@dataclass(frozen=True, eq=False)
class Search:
    """A search from an outlook towards a goal."""

    outlook: Outlook
    goal: Goal
    limits: Limits
    together: list[Floats] = field(default_factory=list)
    """What each set that was tried gains in the model, as shares of its sum."""
    tried: dict[Pathway, bool] = field(default_factory=dict)
    """Whether each pathway that the model has been asked about reaches the goal, and is sound."""

    @cached_property
    def scale(self) -> Floats:
        """What is lacking of each condition, so that gains can be set against each other."""
        return np.array(
            [
                max(-each.margin(self.outlook), each.size(self.outlook))
                for each in self.goal.conditions
            ]
        )

    def margins(self, outlook: Outlook) -> Floats:
        """Return how far beyond each condition an outlook is, in shares of what is lacking."""
        return np.array([each.margin(outlook) for each in self.goal.conditions]) / self.scale

    def worst(self, outlook: Outlook) -> float:
        """Return the margin of the condition that lacks most."""
        return float(self.margins(outlook).min())

    def sound(self, outlook: Outlook) -> bool:
        """Whether an outlook keeps to the limits and nothing in it is warned of."""
        return self.limits.allow(outlook) and not any(
            each.kind != "weak" for each in warnings(outlook)
        )

    def options(self) -> Options:
        """Return for each lever the levels that bring some condition nearer, and to leave it."""
        start, found = self.margins(self.outlook), []
        for name in levers():
            now = self.outlook.pathway.level(name)
            stay = Option(name, now, np.zeros(len(start)), 0)
            found.append([stay, *self._moves(name, now, start)])
        return found

    def _moves(self, name: str, now: int, start: Floats) -> Iterator[Option]:
        if name in self.limits.locked:
            return
        for level in range(min(now, 0), HIGHEST + 1):
            if level == now:
                continue
            moved = self.outlook.along(self.outlook.pathway.moved({name: level}))
            gain = self.margins(moved) - start
            if gain.max() > 0:
                yield Option(name, level, gain, abs(level - now))

    def reaching(self, options: Options) -> Outlook | None:
        """Return the smallest pathway among the options that reaches the goal, if any does."""
        need = -self.margins(self.outlook)
        for sets in best(options, need, self.outlook.pathway.levels):
            least = self.hope() * need
            hopeful = [each for each in sets if (each.gain >= least).all()]
            for each in hopeful[:TRIES]:
                pathway = self.outlook.pathway.moved(dict(each.moves))
                if self.answers(pathway, each.gain):
                    return self.simpler(self.outlook.along(pathway), 0.0)
        return None

    def hope(self) -> Floats | float:
        """Return the share of the need that a set's sum must reach to be worth a try."""
        if len(self.together) < TRIES:
            return HOPE
        most: Floats = np.max(self.together, axis=0) + SLACK
        return np.maximum(HOPE, 1 / most)

    def answers(self, pathway: Pathway, summed: Floats) -> bool:
        """Whether a pathway is an answer; learn what its levers gain beside their sum."""
        if pathway not in self.tried:
            outlook = self.outlook.along(pathway)
            gained = self.margins(outlook) - self.margins(self.outlook)
            self.together.append(np.where(summed > LEAST, gained / np.maximum(summed, LEAST), 1.0))
            self.tried[pathway] = self.goal.reached(outlook) and self.sound(outlook)
        return self.tried[pathway]

    def farthest(self, options: Options) -> Outlook:
        """Return how far the levers get: each move that helps, the most helpful first."""
        outlook, moved = self.outlook, set[str]()
        helpful = [option for choices in options for option in choices[1:]]
        for option in sorted(helpful, key=lambda each: -float(each.gain.min())):
            if option.name in moved:
                continue
            further = outlook.along(outlook.pathway.moved({option.name: option.level}))
            if self.worst(further) > self.worst(outlook) and self.sound(further):
                outlook = further
                moved.add(option.name)
        return self.simpler(outlook, self.worst(outlook))

    def simpler(self, found: Outlook, least: float) -> Outlook:
        """Return a pathway with no step it can do without, the margin staying at ``least``."""
        for name, (before, after) in self.outlook.pathway.changes(found.pathway).items():
            back = -1 if after.level > before.level else 1
            fewer = found.along(found.pathway.moved({name: after.level + back}))
            enough = self.goal.reached(fewer) if least == 0.0 else self.worst(fewer) >= least
            if enough and self.sound(fewer):
                return self.simpler(fewer, least)
        return found


def _otherwise(before: Pathway, found: Pathway, options: Options) -> Iterator[Options]:
    """Yield options for another answer: without a lever of one, or less of it, most gain first."""
    moved = before.changes(found)
    gain = {(each.name, each.level): float(each.gain.min()) for row in options for each in row}
    for name in sorted(moved, key=lambda name: -gain.get((name, moved[name][1].level), 0.0)):
        steps = abs(moved[name][1].level - moved[name][0].level)
        for fewest in {1, steps}:
            yield [
                [each for each in row if each.name != name or each.steps < fewest]
                for row in options
            ]


def solve(
    outlook: Outlook, goal: Goal, limits: Limits = FREE, search: Search | None = None
) -> tuple[Answer, ...]:
    """Return up to three different smallest sets of changes from an outlook that reach a goal.

    The second does without the lever that does most of the first, or with less of it; where that
    one cannot be spared, the next lever is tried. So is the third. Where nothing reaches the goal
    the one answer is how far the levers get. ``search`` is one that was begun before.
    """
    if goal.reached(outlook):
        return (Answer(goal, outlook),)
    search = search or Search(outlook, goal, limits)
    answers = list[Answer]()
    options = search.options()
    left = iter([options])
    while len(answers) < ANSWERS:
        for narrower in left:
            found = search.reaching(narrower)
            if found and all(found.pathway != each.pathway for each in answers):
                answers.append(Answer(goal, found))
                left = _otherwise(outlook.pathway, found.pathway, narrower)
                break
        else:
            break
    return tuple(answers) or (Answer(goal, search.farthest(options)),)
