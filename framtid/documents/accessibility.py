"""``/tilgjengelighet``: what is accessible here, what is not, how it was tested, whom to tell."""

import os
import re
from functools import lru_cache
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from framtid.documents.serving import write
from framtid.folders import PARAMETERS
from framtid.language import on_one_line
from framtid.language.current import reader_language, spoken
from framtid.language.dates import day
from framtid.parameter_files import read_yaml
from framtid.statistics.keeping import kept
from framtid.web.packed import Packed

FILE = PARAMETERS / "accessibility.yml"
SETTING = "FRAMTID_CONTACT"
"""Where faults are told: an e-mail address or the https address of a form."""
MAIL = re.compile(r"[^\s@<>\"?&]+@[^\s@<>\"?&]+\.[A-Za-z]{2,}")
FORM = re.compile(r"https://[^\s<>\"]+")


@lru_cache(maxsize=1)
def counts() -> dict[str, Any]:
    """Return how many criteria are met, as ``docs/accessibility.md`` counts them, and when."""
    read: dict[str, Any] = read_yaml(FILE)
    return read


def contact(told: str) -> tuple[str, str] | None:
    """Return the address of a link and its words; None where there is nothing to write to."""
    if MAIL.fullmatch(told):
        return f"mailto:{told}", told
    return (told, told) if FORM.fullmatch(told) else None


@kept(4, by=spoken)
def page(told: str) -> Packed:
    """Write the page for a contact, as the setting says it."""
    language, known = reader_language(), counts()
    values = {name: count for name, count in known.items() if name != "tested"}
    values |= {"day": day(known["tested"], language)}

    def say(key: str) -> str:
        return on_one_line(language.say(f"accessibility.{key}", **values))

    return write(
        "accessibility.html",
        title=say("title"),
        description=say("description"),
        text=say,
        sections={
            name: {
                "heading": say(f"sections.{name}.heading"),
                "text": say(f"sections.{name}.text"),
                "points": list(map(on_one_line, section.get("points", []))),
            }
            for name, section in language.entry("accessibility.sections").items()
        },
        contact=contact(told),
    )


def accessibility(request: Request) -> Response:
    """Answer with the page."""
    told = os.environ.get(SETTING, "").strip()
    return page(told).response(request.headers, "no-cache")
