"""The local front page and the voices after a term of a game: what was reached, and who notices."""

from dataclasses import dataclass
from typing import Any

from framtid.horizon import HORIZON
from framtid.language import Language, on_one_line
from framtid.pathways.councils import Term
from framtid.pathways.councils_game import Council
from framtid.pathways.councils_years import YearsOutlook
from framtid.pathways.dilemmas import in_words
from framtid.pathways.pathway import Choice
from framtid.pathways.rounding import told
from framtid.stories.councils_headlines import headline, say_headline
from framtid.stories.councils_years import harder, missing, whole

BORN = {"anna": 1958, "amina": 2021}
"""When two of the voices were born: the same as in the story of 2040."""
VOICES = ("anna", "amina", "turid")


@dataclass(frozen=True)
class Paper:
    """A front page."""

    name: str
    date: str
    headline: str
    lead: str
    decided: tuple[str, ...]
    """What the council said yes to."""


@dataclass(frozen=True)
class Voice:
    """One who says what they notice."""

    who: str
    text: str


def _hands(years: YearsOutlook, term: Term) -> dict[str, float]:
    """Return the man-years missing after a term as they are told, and what was decided changed."""
    went, after = missing(years, term), told(years, "gap", term.until)
    return {
        "now": went.second,
        "before": went.first,
        "apart": whole(after["difference"]),
        "year": term.until,
        "then": term.first,
    }


def paper(years: YearsOutlook, council: Council, language: Language) -> Paper:
    """Return the front page after a council's term."""
    term = council.term
    values: dict[str, Any] = _hands(years, term) | {
        "inside": language.inside(years.place),
        "base": years.base_year,
    }
    date = "last" if term.until == HORIZON else "date"
    yes = [in_words(each.dilemma, language).title for each in council.answers if each.yes]
    return Paper(
        language.say("councils.paper.name"),
        language.say(f"councils.paper.{date}", year=term.until),
        say_headline(headline(years, term), years, language),
        on_one_line(language.say("councils.paper.lead", **values)),
        tuple(yes),
    )


def _begun(years: YearsOutlook, term: Term) -> list[Choice]:
    """Return what began to work in a term, the newest first."""
    choices = (each for each in years.pathway.choices if term.first < each.begins <= term.until)
    return sorted(choices, key=lambda each: -each.begins)


def _said(name: str, years: YearsOutlook, term: Term, language: Language) -> str:
    """Return what somebody says: of what has just begun where they notice it, or of the years."""
    own = f"councils.voices.{name}"
    for each in _begun(years, term):
        key = f"{own}.{each.lever}_{'up' if each.level > 0 else 'down'}"
        if language.has(key):
            return language.say(key)
    lines: list[str] = language.entry(f"{own}.general")
    worse, enough = harder(years, term), missing(years, term).second <= 0
    return on_one_line(language.fill(lines[term.number], worse=worse, enough=enough))


def voices(years: YearsOutlook, term: Term, language: Language) -> list[Voice]:
    """Return what three people notice after a term."""
    return [
        Voice(
            language.say(
                f"councils.voices.who.{name}", age=term.until - BORN[name] if name in BORN else 0
            ),
            _said(name, years, term, language),
        )
        for name in VOICES
    ]
