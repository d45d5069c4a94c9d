"""The local front page and the voices after a term of a game: what was reached, and who notices."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from framtid.horizon import HORIZON
from framtid.language import Language, on_one_line
from framtid.pathways.councils import Term
from framtid.pathways.councils_game import Council, Play
from framtid.pathways.councils_years import YearsOutlook
from framtid.pathways.dilemmas import dilemmas, in_words
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


def _deciding(councils: Iterable[Council]) -> dict[str, str]:
    """Return what set each lever: the dilemma, and whether it was answered yes or no."""
    return {
        lever: f"{answer.dilemma}_{'yes' if answer.yes else 'no'}"
        for council in councils
        for at, answer in enumerate(council.answers)
        if not council.put_off(at)
        for lever in dilemmas()[answer.dilemma].sets(yes=answer.yes)
    }


def begun(here: Play) -> list[str]:
    """Return the decisions that began to work in the latest term, the newest first."""
    term, by = here.now.term, _deciding(here.councils)
    choices = (each for each in here.pathway.choices if term.first < each.begins <= term.until)
    newest = sorted(choices, key=lambda each: -each.begins)
    return list(dict.fromkeys(by[each.lever] for each in newest))


def _refused(council: Council) -> list[str]:
    """Return each plain no of a council: one that sets no lever, and had room for a yes."""
    return [
        f"{answer.dilemma}_no"
        for at, answer in enumerate(council.answers)
        if not (answer.yes or dilemmas()[answer.dilemma].if_no or council.put_off(at))
    ]


def noticed(here: Play) -> list[str]:
    """Return what people may notice after the latest term, each answer once.

    What began to work comes first, then what the council said a plain no to. A no that sets a
    lever is noticed when that begins to work.
    """
    before = {key for council in here.councils[:-1] for key in _refused(council)}
    return begun(here) + [key for key in _refused(here.now) if key not in before]


def _said(name: str, here: Play, language: Language) -> str:
    """Return what somebody says: of what was decided where they notice it, or of the years."""
    own, years, term = f"councils.voices.{name}", here.years, here.now.term
    for decision in noticed(here):
        if language.has(f"{own}.{decision}"):
            return language.say(f"{own}.{decision}")
    lines: list[str] = language.entry(f"{own}.general")
    worse, enough = harder(years, term), missing(years, term).second <= 0
    return on_one_line(language.fill(lines[term.number], worse=worse, enough=enough))


def voices(here: Play, language: Language) -> list[Voice]:
    """Return what three people notice after the latest term."""
    until = here.now.term.until
    return [
        Voice(
            language.say(
                f"councils.voices.who.{name}", age=until - BORN[name] if name in BORN else 0
            ),
            _said(name, here, language),
        )
        for name in VOICES
    ]
