"""Numbers as people write and say them; the words and signs of a language are data."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import floor, log10
from typing import Any

from framtid.language.trends import nearly
from framtid.nearest import nearest

ONE_IN = (*range(2, 11), 12, 15, 20, 25, 30, 40, 50, 100, 200, 500, 1000)
"""Wholes that people speak of one in."""
PARTS, NEAR = (3, 4, 5, 10), 0.021
"""Wholes that people speak of several in, and how far off the share may be."""

MILLION, BILLION = 1_000_000, 1_000_000_000
WHOLE_BELOW = 200_000
"""Counts to come below this are told to the last one, whatever stands beside them."""


def rounded(value: float) -> float:
    """Round a count the way people say it: two digits, three from ten thousand on."""
    size = abs(value)
    if size < 100:
        return float(nearest(value))
    digits = 3 if size >= 10_000 else 2
    step = 10 ** (floor(log10(size)) - digits + 1)
    return float(nearest(value / step) * step)


def spoken(value: float) -> float:
    """Return a count as it is told: to the last person below a thousand, rounded above."""
    return float(nearest(value)) if abs(value) < 1000 else rounded(value)


def to_come(before: float, after: float) -> float:
    """Return a count that is projected as it is told beside one that was counted, ``before``.

    It is whole, as it has to be beside a path that changes it by a few. A large one is rounded as
    people say it, or whole where the difference would be said as another.
    """
    if abs(after) < WHOLE_BELOW:
        return float(nearest(after))
    near, was = spoken(after), float(nearest(before))
    same = rounded(near - was) == rounded(after - before)
    return near if same else float(nearest(after))


def reach(low: float, high: float, figure: float | None = None) -> tuple[float, float]:
    """Return the ends of a range as they are told: as finely as the count they are around.

    Args:
        low: the least that may be.
        high: the most.
        figure: the count as it is told; in the middle of them where it is not known.

    """
    near = (low + high) / 2 if figure is None else figure
    whole = abs(near) < WHOLE_BELOW or (figure is not None and figure != spoken(figure))
    first, last = ((float(nearest(end)) if whole else spoken(end)) for end in (low, high))
    return first, last


def banded(low: float, high: float) -> "tuple[Told, Told]":
    """Return the ends of a band of counts as they are told: to two digits of half its width.

    Ends of large counts are as round as the counts are, and those that are told already stay.
    """
    if isinstance(low, Told) and isinstance(high, Told):
        return low, high
    step = float(10 ** max(floor(log10(max((high - low) / 2, 1))) - 1, 0))
    first, last = (Told(nearest(end / step) * step) for end in (low, high))
    if (low + high) / 2 < WHOLE_BELOW:
        return first, last
    return Told(spoken(first)), Told(spoken(last))


def start(text: str) -> str:
    """Return a text with a capital first letter, as a sentence starts: "På Utsira"."""
    return text[:1].upper() + text[1:]


class Told(float):
    """A figure that is rounded already, to what it is told with: filters write it as it is."""

    @property
    def decimals(self) -> int:
        """How many decimals it is told with."""
        return len(f"{self:.5f}".rstrip("0").partition(".")[2])

    def __neg__(self) -> "Told":
        """Return the same with the other sign."""
        return Told(-float(self))

    def __abs__(self) -> "Told":
        """Return its size."""
        return Told(abs(float(self)))


@dataclass(frozen=True)
class Numbers:
    """One language's numbers; ``forms`` is its ``numbers.yml``, where every key is explained."""

    forms: Mapping[str, Any]

    @property
    def separators(self) -> str:
        """The decimal and the thousands sign, as Plotly wants them."""
        return f"{self.forms['decimal']}{self.forms['thousands']}"

    @property
    def percent_sign(self) -> str:
        """What follows a number in a figure: " %" or "%"."""
        return str(self.forms["percent_sign"])

    @property
    def comma(self) -> bool:
        """Whether decimals stand after a comma, as spreadsheets are told of a language."""
        return bool(self.forms["decimal"] == ",")

    @cached_property
    def _one_and_many(self) -> re.Pattern[str]:
        one = "|".join({"1", re.escape(self.forms["words"][1])})
        many = "|".join(map(re.escape, self.forms["after_one"]))
        return re.compile(rf"(?<![\w,.\u00a0])({one}) ({many})\b")

    def agreed(self, text: str) -> str:
        """Return a text in which the word after one has the form for one: "1 krone"."""
        forms = self.forms["after_one"]
        return self._one_and_many.sub(lambda said: f"{said[1]} {forms[said[2]]}", text)

    def decimal(self, value: float, decimals: int = 1) -> str:
        """Return 2,7 for 2.74; a figure told with more decimals than asked for keeps them."""
        if isinstance(value, Told):
            decimals = max(decimals, value.decimals)
        signs = {",": self.forms["thousands"], ".": self.forms["decimal"]}
        plain = f"{abs(nearest(value, decimals)):,.{max(decimals, 0)}f}"
        written = "".join(signs.get(sign, sign) for sign in plain)
        negative = value < 0 and any(digit in plain for digit in "123456789")
        return (self.forms["minus"] if negative else "") + written

    def exact(self, value: float) -> str:
        """Return 5 627 400."""
        return self._told(value) if isinstance(value, Told) else self.decimal(value, 0)

    def about(self, value: float) -> str:
        """Return a count rounded as people say it: 1 234 is 1 200; small ones in words."""
        return self._told(value) if isinstance(value, Told) else self._written(rounded(value))

    def count(self, value: float) -> str:
        """Return how many people there are: "tre", 236, 1 200."""
        return self._told(value) if isinstance(value, Told) else self._written(spoken(value))

    def among(self, value: float, whole: float) -> str:
        """Return a count told beside the larger one it is of: in words only where both are."""
        words = spoken(whole) < len(self.forms["words"])
        return self.count(value) if words else self.digits(value)

    def digits(self, value: float) -> str:
        """Return a count as ``count`` rounds it, small ones in digits too."""
        return self.decimal(value if isinstance(value, Told) else spoken(value), 0)

    def percent(self, value: float) -> str:
        """Return "34 prosent" for 0.34."""
        return self._say("percent", number=self.exact(nearest(value * 100)))

    def signed(self, value: float, decimals: int = 0) -> str:
        """Return +34 or −12; what is told as nought has no sign."""
        told = self.decimal(value, decimals)
        more = value > 0 and any(digit in told for digit in "123456789")
        return (self.forms["plus"] if more else "") + told

    def one_in(self, share: float) -> str:
        """Return "nær 1 av 4" for 0.24: the closest plain fraction and which side it is on."""
        if share <= 0:
            return self._say("none")
        if share > 0.6:
            return self._part(share)
        of = min(ONE_IN, key=lambda whole: abs(log10(share * whole)))
        ratio = share * of
        key = "one_in" if abs(ratio - 1) < 0.03 else "under" if ratio < 1 else "over"
        return self._say(key, number=of)

    def nearly(self, before: float, after: float) -> str:
        """Return "om lag like mange", "litt flere" or "litt færre", where it may be chance."""
        return str(self.forms["nearly"][nearly(before, after)])

    def beside_today(self, before: float, after: float) -> str:
        """Return "205, mot 219 i dag": a count to come beside today's, as both are told."""
        told, today = self.count(after), self.count(Told(nearest(before)))
        key = "same" if told == today else "other"
        return str(self.forms["beside_today"][key]).format(after=told, before=today)

    def between(self, low: float, high: float) -> str:
        """Return "mellom 8 og 25": the ends of a band, both of them in words or both in digits.

        Where the low end is one or none that is said: "alt fra én til 13".
        """
        ends, words = banded(low, high), self.forms["words"]
        kind = "none" if ends[0] < 1 else "one" if ends[0] <= 1 else "two"
        kind = "same" if ends[0] == ends[1] else kind
        apart = kind == "two" and ends[0] < len(words) <= ends[1]
        told = [self.decimal(each, 0) if apart else self._written(each) for each in ends]
        return str(self.forms["between"][kind]).format(low=told[0], high=told[1])

    @property
    def filters(self) -> dict[str, Callable[..., str]]:
        """What a text may do with a number, by name."""
        names = (
            "exact",
            "about",
            "count",
            "among",
            "digits",
            "decimal",
            "percent",
            "signed",
            "one_in",
        )
        return {name: getattr(self, name) for name in names} | {"start": start}

    def _told(self, value: Told) -> str:
        """Write a figure with the decimals it has, small whole ones in words."""
        whole = float(value).is_integer()
        return self._written(float(value)) if whole else self.decimal(value)

    def _written(self, near: float) -> str:
        """Write a whole number: small ones in words, large ones in millions or billions."""
        words = self.forms["words"]
        if 0 <= near < len(words):
            return str(words[int(near)])
        if abs(near) < MILLION:
            return self.exact(near)
        if nearest(1000 * abs(near) / BILLION) >= 1000:
            return self._in(near / BILLION, 1, "billion", "billions")
        return self._in(near / MILLION, 2, "million", "millions")

    def _in(self, near: float, decimals: int, one: str, many: str) -> str:
        number = self.decimal(near, decimals).rstrip("0").rstrip(self.forms["decimal"])
        return self._say(one if number == "1" else many, number=number)

    def _part(self, share: float) -> str:
        """Return "2 av 3", "4 av 5", "7 av 10": the first of them that is near enough."""
        whole = next((n for n in PARTS if abs(nearest(share * n) / n - share) < NEAR), 10)
        return self._say("parts", part=nearest(share * whole), number=whole)

    def _say(self, key: str, **values: object) -> str:
        return str(self.forms[key]).format(**values)
