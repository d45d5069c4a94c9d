"""What is different between two editions of a table, figure by figure."""

from dataclasses import dataclass

import pandas as pd

NOISE = 1e-12
"""Differences below it come from arithmetic, not from SSB."""


@dataclass(frozen=True)
class Difference:
    """How many figures are another, new and gone."""

    changed: int
    most: float
    """The largest difference of those that are another."""
    added: int
    gone: int

    @property
    def is_none(self) -> bool:
        """Whether both tables say the same."""
        return not (self.changed or self.added or self.gone)

    def __str__(self) -> str:
        told = {
            f"are another, by at most {self.most:.3g}": self.changed,
            "are new": self.added,
            "are gone": self.gone,
        }
        return "; ".join(f"{count:,} figures {what}" for what, count in told.items() if count)


def _cells(frame: pd.DataFrame, keys: list[str]) -> pd.Series:
    """Return every figure of a table by its keys and its column."""
    long = frame.melt(keys, var_name="column", value_name="figure")
    found: pd.Series = long.set_index([*keys, "column"])["figure"].dropna()
    return found


def difference(now: pd.DataFrame, before: pd.DataFrame, keys: list[str]) -> Difference:
    """Compare a table with the last edition's; the order of rows means nothing."""
    new, old = _cells(now, keys), _cells(before, keys)
    added, gone = len(new.index.difference(old.index)), len(old.index.difference(new.index))
    new, old = new.align(old, join="inner")
    change = (new - old).abs()
    return Difference(int((change > NOISE).sum()), float(change.max()), added, gone)
