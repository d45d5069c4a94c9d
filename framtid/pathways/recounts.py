"""When figures were worked out anew, as a link that was shared before may have shown others."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from framtid import addresses
from framtid.folders import PARAMETERS
from framtid.language import Language
from framtid.language.dates import day
from framtid.parameter_files import read_as

FILE = PARAMETERS / "recounts.yml"
CHANGED = "endringer"
"""Where *Om tallene* tells what changed."""


@dataclass(frozen=True)
class Recount:
    """One time that figures were worked out anew."""

    id: str
    date: date
    holds: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    """By place: man-years missing and kroner per inhabitant in 2040 along the light path since."""


@lru_cache(maxsize=1)
def recounts() -> list[Recount]:
    """Return every time, the newest first."""
    return read_as(FILE, list[Recount])


def note(language: Language, *, earlier: bool) -> dict[str, str]:
    """Return when figures were last worked out anew, and where it is told what changed.

    Args:
        language: how it is said.
        earlier: the link is known to be from before then; else its age is not known.

    """
    when = day(recounts()[0].date.isoformat(), language)
    key = "earlier" if earlier else "unknown"
    return {
        "text": language.say(f"recounts.note.{key}", date=when),
        "link": language.say("recounts.note.link"),
        "address": f"{addresses.page(addresses.ABOUT)}#{CHANGED}",
    }


def on_paper(language: Language) -> str:
    """Return how figures of today are worked out, in one line: what is made now is no old link."""
    when = day(recounts()[0].date.isoformat(), language)
    return language.say("recounts.note.paper", date=when)


def section(language: Language) -> dict[str, str]:
    """Return the section of *Om tallene* that tells what changed and when, in Markdown."""
    told = (
        f"**{day(each.date.isoformat(), language)}.** {language.say(f'recounts.{each.id}')}"
        for each in recounts()
    )
    text = "\n\n".join([language.say("recounts.lead"), *told])
    return {"id": CHANGED, "heading": language.say("recounts.heading"), "text": text}
