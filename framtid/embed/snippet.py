"""What a journalist copies: one line that a CMS lets through, or one that also sets the height."""

from html import escape
from pathlib import Path

from framtid import addresses
from framtid.embed.frame.heights import recommended
from framtid.embed.frame.net import AskedNet
from framtid.embed.frame.render import built, state
from framtid.embed.request import Asked
from framtid.embed.request_step import AskedStep
from framtid.language import language_of
from framtid.places import places
from framtid.stories.kinds import Kind
from framtid.views.model import View

HOST_SCRIPT = Path(__file__).with_name("host.js")
STEPS: dict[Kind, int] = {"guess": 560, "you": 560, "day": 900, "front": 900, "example": 420}
"""How high a step's frame is on a page, in pixels, before the script has measured it."""
NET_HEIGHT = 880
"""How high the causal map is, likewise."""
SCRIPT = "/embed.js"
"""Sets the height of every frame of ours on the page it is put in; the address never changes."""


def iframe(asked: Asked, host: str = "", size: tuple[int, int] | None = None) -> str:
    """Return a plain frame: right without any script, at every width.

    The height stands as a style too: themes that let all frames be as high as they like would else
    leave ours 150 pixels.

    Args:
        asked: what it shows.
        host: where our own host was met, where ``FRAMTID_ADDRESS`` does not say.
        size: width and height in pixels where another sets bounds; else as wide as may be.

    """
    view = built(asked)
    width, height = size or ("100%", recommended(view))
    return _line((addresses.host() or host) + asked.address, _title(asked, view), width, height)


def step_iframe(
    asked: AskedStep, title: str, kind: Kind, host: str = "", size: tuple[int, int] | None = None
) -> str:
    """Return a plain frame of a step; without our script it may have to be scrolled.

    Args:
        asked: which step.
        title: what a screen reader calls it.
        kind: its kind.
        host: as of ``iframe``.
        size: as of ``iframe``.

    """
    place = language_of(asked.language).plain(places().get(asked.code))
    source = (addresses.host() or host) + asked.address
    return _line(source, f"{place}: {title}", *(size or ("100%", STEPS[kind])))


def step_scripted(asked: AskedStep, title: str, kind: Kind, host: str = "") -> str:
    """Return the same frame with our script, which makes it as high as what it tells."""
    return _scripted(step_iframe(asked, title, kind, host), host)


def net_iframe(asked: AskedNet, title: str, host: str = "") -> str:
    """Return a frame of the whole causal map with our script; as of ``step_iframe``."""
    return _scripted(net_plain(asked, title, host), host)


def net_plain(
    asked: AskedNet, title: str, host: str = "", size: tuple[int, int] | None = None
) -> str:
    """Return the same without our script."""
    source = (addresses.host() or host) + asked.address
    return _line(source, title, *(size or ("100%", NET_HEIGHT)))


def _line(source: str, title: str, width: int | str, height: int) -> str:
    told = {
        "src": source,
        "title": title,
        "width": str(width),
        "height": str(height),
        "loading": "lazy",
        "frameborder": "0",
        "style": f"border:0;max-width:100%;height:{height}px",
    }
    attributes = " ".join(f'{name}="{escape(value)}"' for name, value in told.items())
    return f"<iframe {attributes}></iframe>"


def _title(asked: Asked, view: View) -> str:
    """Return what a screen reader calls the frame: its finding only where that stays the same."""
    language = language_of(asked.language)
    told = (
        state(view, asked.year).title if asked.edition else language.say(f"views.{asked.view}.name")
    )
    return f"{language.plain(places().get(asked.code))}: {told}"


def scripted(asked: Asked, host: str = "") -> str:
    """Return the same frame with our script; where scripts are taken out, the frame remains."""
    return _scripted(iframe(asked, host), host)


def _scripted(line: str, host: str) -> str:
    return f'{line}<script src="{addresses.host() or host}{SCRIPT}" async></script>'
