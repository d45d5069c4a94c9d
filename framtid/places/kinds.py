"""A place asked for with the word for its kind: "Region Oslo", "Osloregionen", "Fylke 34"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from framtid.places.model import Level

SHARED = "bo og arbeidsmarkeds|bo og arbeidsmarknads|arbeidsmarkeds|arbeidsmarknads|ba |pendlings"
GLUED = "region(?:en)?|omradet?|omlandet?"
"""A region as one says it in Norwegian, folded; written after a name or glued to it."""
ENGLISH = "(?:housing and )?labou?r market (?:region|area)|metropolitan (?:region|area)|area"
AND_MORE = "(?:og|med|and) (?:omegn|omland|surroundings)"
WORDS = {
    Level.REGION: rf"(?:{SHARED}|storby|by)?(?:{GLUED})|{ENGLISH}|{AND_MORE}",
    Level.COUNTY: r"fylke(?:t|skommunen?)?|county(?: of)?|fylkk?a(?:suohkan|gielda)?"
    r"|fylhkentjielte|fylkki|fylkinkomuuni",
    Level.MUNICIPALITY: r"kommunen?|komm|herad(?:et)?|municipality(?: of)?|suohkan|gielda",
}
"""What is written before or after a name, folded."""
NUMBERED = {
    Level.COUNTY: rf"(?:{WORDS[Level.COUNTY]})(?: nr| nummer| no| number)?|fylkes(?:nr|nummer)",
    Level.MUNICIPALITY: rf"(?:{WORDS[Level.MUNICIPALITY]})(?: nr| nummer| no| number)?"
    r"|kommune(?:nr|nummer)|komm nr|knr",
}
"""What is written before or after a number, folded."""
DIGITS = {Level.COUNTY: 2, Level.MUNICIPALITY: 4}
"""How many a number has; a spreadsheet may have taken the first."""
AROUND = "(?: (?:rundt|omkring|kring|ved|around|for))?"


@dataclass(frozen=True, slots=True)
class OfKind:
    """What is looked for among places of one kind.

    Attributes:
        level: the kind.
        names: what it may be called, folded; "Bergensregionen" is Bergen's.
        code: its number; empty where a name is asked for.

    """

    level: Level
    names: tuple[str, ...] = ()
    code: str = ""


def _stems(name: str) -> tuple[str, ...]:
    """Return a name, and what it is without the letter that ties it to the next word."""
    tied = (name[:-1],) if len(name) > 2 and name[-1] in "se" else ()
    return (name, *tied)


def numbered(folded: str) -> OfKind | None:
    """Return the county or municipality that a number with its kind asks for, or None."""
    for level, words in NUMBERED.items():
        most = DIGITS[level]
        digits = rf"\d{{{most - 1},{most}}}"
        pattern = rf"(?:{words}) ({digits})|({digits}) (?:{words})"
        if match := re.fullmatch(pattern, folded):
            return OfKind(level, code=(match[1] or match[2]).zfill(most))
    return None


def of_kind(folded: str) -> Iterator[OfKind]:
    """Yield the regions and counties that a name with its kind may ask for, the likeliest first.

    A municipality needs no word for its kind: it is meant where nothing else is said.
    """
    folded = folded.removeprefix("the ")
    for level in (Level.REGION, Level.COUNTY):
        words = WORDS[level]
        if match := re.fullmatch(rf"(?:{words}){AROUND} (.+)|(.+?) (?:{words})", folded):
            yield OfKind(level, _stems(match[1] or match[2]))
    for pattern in (rf"(.{{2,}}?)(?:{GLUED})", r"(?:greater|stor) ?(.{2,})"):
        if match := re.fullmatch(pattern, folded):
            yield OfKind(Level.REGION, _stems(match[1]))
