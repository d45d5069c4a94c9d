"""What a journalist copies: one line that a CMS lets through, or one that also sets the height."""

from html import escape

from framtid.embed import links
from framtid.embed.asked import Asked
from framtid.embed.frame import built, state
from framtid.embed.heights import recommended
from framtid.language import language
from framtid.places import places
from framtid.views.model import View

SCRIPT = "/embed.js"
"""Sets the height of every frame of ours on the page it is put in; the address never changes."""


def iframe(asked: Asked, host: str = "") -> str:
    """Return a plain frame: right without any script, at every width.

    Args:
        asked: what it shows.
        host: where our own host was met, where ``FRAMTID_ADDRESS`` does not say.

    """
    view = built(asked)
    told = {
        "src": (links.host() or host) + asked.address,
        "title": _title(asked, view),
        "width": "100%",
        "height": str(recommended(view)),
        "loading": "lazy",
        "style": "border:0",
    }
    attributes = " ".join(f'{name}="{escape(value)}"' for name, value in told.items())
    return f"<iframe {attributes}></iframe>"


def _title(asked: Asked, view: View) -> str:
    """Return what a screen reader calls the frame: its finding only where that stays the same."""
    words = language(asked.language)
    told = state(view, asked.year).title if asked.edition else words.say(f"views.{asked.view}.name")
    return f"{words.label(places().get(asked.code))}: {told}"


def scripted(asked: Asked, host: str = "") -> str:
    """Return the same frame with our script; where scripts are taken out, the frame remains."""
    return f'{iframe(asked, host)}<script src="{links.host() or host}{SCRIPT}" async></script>'
