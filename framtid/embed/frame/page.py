"""The HTML of a frame: template, style sheet, one small script, and the policy it runs under."""

import base64
import hashlib
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from framtid.embed.frame.sizes import Picture
from framtid.embed.look.style import Style
from framtid.embed.look.themes import sheet
from framtid.language import Language
from framtid.places.tongues import marked
from framtid.views.drawing.fitting import FITTING

ROOM = Path(__file__).parent
CLOSED = "base-uri 'none'; form-action 'none'"
"""What every frame's policy says: all that the header of a frozen frame does, for its page says the
rest, with the script that it had."""


@lru_cache(maxsize=1)
def teller() -> str:
    """Return the script that tells the host how high the frame is, on one line."""
    return "".join(map(str.strip, (ROOM / "height.js").read_text("utf-8").splitlines()))


@lru_cache(maxsize=1)
def own_policy() -> str:
    """Return what a frame may do: be as it is, and run the script above. It says so itself.

    Who may frame it is left open: ``frame-ancestors *`` would shut out files and newspapers' apps,
    whose pages are not fetched by HTTP.
    """
    mark = base64.b64encode(hashlib.sha256(teller().encode()).digest()).decode()
    allowed = f"default-src 'none'; script-src 'sha256-{mark}'; style-src 'unsafe-inline'"
    return f"{allowed}; {CLOSED}"


@lru_cache(maxsize=1)
def templates() -> Environment:
    """Return the templates; everything put into them is escaped."""
    made = Environment(
        loader=ChoiceLoader([PackageLoader("framtid.embed"), PackageLoader("framtid.stories")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["marked"] = marked
    return made


@lru_cache(maxsize=1)
def _plain_sheet() -> str:
    return FITTING.style((ROOM / "frame.css").read_text("utf-8").replace("\n", ""))


def _room(picture: Picture) -> str:
    """Return the height a drawing asks for: its shape in what the padding leaves of the width."""
    share = 100 * picture.ratio
    asked = f"calc({share:.1f}vw - {2 * FITTING.padding * picture.ratio:.0f}px)"
    return f"main>.f{{flex-basis:min({picture.tallest}px,{asked})}}"


def _fitting(pictures: Sequence[Picture]) -> str:
    """Return the rules that show the drawing that fits the frame, and leave room for it."""
    rules = [_room(picture) for picture in pictures[:1]]
    rules += [f".f>svg:nth-child({n}){{display:none}}" for n in range(2, len(pictures) + 1)]
    for number, (_, picture) in enumerate(pairwise(pictures), start=1):
        rules.append(
            f"@media(min-width:{picture.size.first}px){{{_room(picture)}"
            f".f>svg:nth-child({number}){{display:none}}"
            f".f>svg:nth-child({number + 1}){{display:block}}}}"
        )
    return "".join(rules)


def page(
    template: str,
    language: Language,
    style: Style,
    pictures: Sequence[Picture] = (),
    **values: object,
) -> str:
    """Return a finished page.

    Args:
        template: name of a file in ``templates``.
        language: the reader's language; the template says its ``embed`` texts.
        style: how it looks.
        pictures: the drawings that it shows one of.
        values: what else the template tells.

    """

    def say(key: str, **told: object) -> str:
        return language.say(f"embed.{key}", **told)

    drawing = "".join(picture.svg for picture in pictures)
    colours = sheet(drawing, style.theme, style.accent)
    return (
        templates()
        .get_template(template)
        .render(
            language=language.code,
            say=say,
            sheet=_plain_sheet() + colours + _fitting(pictures),
            teller=teller(),
            policy=own_policy(),
            pictures=pictures,
            serif=style.serif,
            **values,
        )
    )
