"""How near the projection comes, as the Markdown that README.md and docs/method.md hold."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from framtid.projection.evaluation.backtest import (
    BASES,
    CHOSEN_UNTIL,
    GROUPS,
    HINDSIGHT,
    HORIZONS,
    OURS,
)
from framtid.projection.evaluation.baselines import TOTALS_ONLY
from framtid.projection.evaluation.choice import chosen, least, pool_weights
from framtid.projection.evaluation.rivals import RIVALS, Nearer, nearer
from framtid.projection.evaluation.scores import Score
from framtid.projection.evaluation.ssb_differences import differences
from framtid.projection.evaluation.ssb_editions import municipal
from framtid.projection.evaluation.stored_coverage import groups, totals
from framtid.projection.evaluation.stored_scores import averages, by_base, by_centrality

METHODS = (OURS, HINDSIGHT, *RIVALS)
NONE = "–"
AGED = tuple(method for method in METHODS if method not in TOTALS_ONLY)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _pair(got: Score | None) -> str:
    """Return mean and median error, or a dash where the method has no answer."""
    return f"{got.mean:.2f} / {got.median:.2f}" if got else NONE


def _scored(held_out: bool) -> list[int]:
    found = averages(held_out)
    return [years for years in HORIZONS if (OURS, "all", years) in found]


def errors(held_out: bool) -> str:
    """Return mean and median error of every method over the same bases."""
    found = averages(held_out)
    rows = (
        [str(years), *(_pair(found.get((method, "all", years))) for method in METHODS)]
        for years in _scored(held_out)
    )
    return _table(["years", *METHODS], rows)


def bases() -> str:
    """Return mean and median error of every method, base by base."""
    found = by_base()
    rows = (
        [str(base), str(years), *(_pair(found.get((method, base, years))) for method in METHODS)]
        for years in HORIZONS
        for base in BASES
        if (OURS, base, years) in found
    )
    return _table(["base", "years", *METHODS], rows)


def centrality() -> str:
    """Return the bias of each class of centrality, mean over bases."""
    found = by_centrality()
    classes = sorted({label for _, label, _ in found})
    rows = (
        [str(years), method, *(f"{found[method, label, years].bias:+.2f}" for label in classes)]
        for years in HORIZONS
        for method in (OURS, HINDSIGHT, "linear")
    )
    return _table(["years", "method", *(f"class {label}" for label in classes)], rows)


def ages() -> str:
    """Return weighted errors by age group, mean over all bases."""
    found = averages()
    rows = (
        [str(years), group.replace("-", "–")]
        + [
            f"{found[method, group, years].weighted:.2f}"
            if (method, group, years) in found
            else NONE
            for method in AGED
        ]
        for years in HORIZONS
        for group in GROUPS
    )
    return _table(["years", "ages", *AGED], rows)


def _row(one: Nearer) -> list[str]:
    bases = "held out" if one.held_out else "all"
    told = [str(one.years), bases, one.group.replace("-", "–"), one.measure, one.rival]
    return [*told, f"{one.theirs:.2f}", f"{one.ours:.2f}"]


def beaten() -> str:
    """Return everything that a rival comes nearer to than we do."""
    rows = [_row(one) for held_out in (False, True) for one in nearer(held_out)]
    return _table(["years", "bases", "ages", "error", "rival", "theirs", "ours"], rows)


def coverage() -> str:
    """Return the share of municipalities within the 80 per cent band, base by base."""
    everybody, grouped = totals(), groups()
    rows = (
        [
            str(base),
            *(
                f"{everybody[base, years].within[80]:.0f} / {grouped[base, years]:.0f}"
                if (base, years) in everybody
                else NONE
                for years in HORIZONS
            ),
        ]
        for base in BASES
    )
    return _table(["base", *(f"after {years} years" for years in HORIZONS)], rows)


def summary() -> str:
    """Return the errors in a sentence."""
    found, later = averages(), averages(held_out=True)
    means = [found[OURS, "all", years].mean for years in HORIZONS]
    seen = [sum((OURS, base, years) in by_base() for base in BASES) for years in HORIZONS]
    held = [later[OURS, "all", years].mean for years in (2, 5)]
    true = found[HINDSIGHT, "all", 10].mean
    return (
        f"Projected from {len(BASES)} years gone by, the mean municipality was missed by "
        f"{means[0]:.2f} % after two years, {means[1]:.2f} % after five ({seen[1]} of them) and "
        f"{means[2]:.2f} % after ten ({seen[2]}); from {CHOSEN_UNTIL} on, unseen when the pool "
        "was weighed, by "
        f"{held[0]:.2f} % after two and {held[1]:.2f} % after five. With the nation's true path "
        f"it would have been {true:.2f} % after ten (`python -m framtid accuracy summary`)."
    )


def ssb() -> str:
    """Return how far SSB's own edition was out in the one case that can be scored."""
    base = max(BASES)
    ours, theirs = (by_base()[method, base, 2] for method in (OURS, "ssb"))
    return (
        f"SSB's municipal edition of {base} missed the mean municipality by {theirs.mean:.2f} % "
        f"after two years (median {theirs.median:.2f} %, bias {theirs.bias:+.2f} %), ours from the "
        f"same year by {ours.mean:.2f} % (median {ours.median:.2f} %, bias {ours.bias:+.2f} %)."
    )


def difference() -> str:
    """Return how far our projection and SSB's newest of the municipalities are apart."""
    apart = {
        year: 100 * sum(abs(each.share) for each in found) / len(found)
        for year, found in ((year, differences(year)) for year in (2030, 2040, 2050))
    }
    told = [f"{share:.2f} % in {year}" for year, share in apart.items()]
    return (
        f"Beside SSB's municipal projection of {municipal().edition} it differs by "
        f"{', '.join(told[:-1])} and {told[-1]} for the mean municipality "
        "(`python -m framtid compare`)."
    )


def choice() -> str:
    """Return what the choice of the pool's weight saw."""
    found = pool_weights()
    best, taken = least(found), chosen(found)
    return (
        f"Error and bias together fall from {found[0].loss.mean():.2f} % at weight "
        f"{found[0].value:g} to {best.loss.mean():.2f} % at {best.value:g}; at "
        f"{taken.value:g} they are {taken.loss.mean():.2f} %."
    )


BLOCKS: dict[str, Callable[[], str]] = {
    "summary": summary,
    "ssb": ssb,
    "difference": difference,
    "choice": choice,
    "errors": partial(errors, held_out=False),
    "held out": partial(errors, held_out=True),
    "bases": bases,
    "nearer": beaten,
    "ages": ages,
    "centrality": centrality,
    "coverage": coverage,
}
"""What a file may hold between ``<!-- accuracy: name -->`` and ``<!-- /accuracy -->``."""
