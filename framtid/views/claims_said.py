"""Claims in words: the same claim in every language, by kind and measure."""

from collections.abc import Iterable

from framtid.language import Language, on_one_line
from framtid.places import places
from framtid.views.claims import PEOPLE, Alternatives, Change, Claim, Comparison, Spread


def said(claim: Claim, language: Language, *, again: bool = False) -> str:
    """Return a claim as a sentence; ``again`` where the one before it was of the same measure."""
    place = places().get(claim.place)
    values: dict[str, object] = {"inside": language.inside(place)}
    if isinstance(claim, Change | Comparison | Spread):
        what = language.say(f"claims.measures.{claim.measure}", **values)
        first, second = (_written(claim.measure, value, language) for value in claim.told)
        values |= {"what": what, "first": first, "second": second}
        values |= {"way": claim.near} if isinstance(claim, Change | Comparison) else {}
    if isinstance(claim, Change):
        values |= {"then": claim.years[0], "later": claim.years[1]}
        key = f"change.{claim.direction}"
    elif isinstance(claim, Comparison):
        than = language.say(f"claims.than.{claim.than}")
        values |= {"year": claim.year, "than": than}
        key = f"comparison.{claim.direction}"
    elif isinstance(claim, Spread):
        values |= {"year": claim.year}
        key = f"{'again' if again else 'spread'}.{'one' if first == second else 'two'}"
    elif isinstance(claim, Alternatives):
        low, high = claim.told
        values |= {"year": claim.year, "low": low, "high": high}
        key = f"alternatives.{claim.measure}"
    else:
        names = [name for name in type(claim).__slots__ if name not in {"place", "measure"}]
        values |= {name: getattr(claim, name) for name in names}
        key = f"{type(claim).__name__.lower()}.{claim.measure}"
    return on_one_line(language.say(f"claims.kinds.{key}", **values))


def _written(measure: str, value: float, language: Language) -> str:
    numbers = language.numbers
    return numbers.exact(float(value)) if measure in PEOPLE else numbers.decimal(value)


def paragraph(claims: Iterable[Claim], language: Language) -> str:
    """Return claims as running text."""
    found = list(claims)
    before = [None, *(claim.measure for claim in found)]
    return " ".join(
        said(claim, language, again=claim.measure == measure)
        for measure, claim in zip(before, found, strict=False)
    )
