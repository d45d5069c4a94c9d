"""What a journalist copies: one line that a CMS lets through, or one that also sets the height."""

from html import escape

from framtid.embed import links
from framtid.embed.asked import Asked
from framtid.embed.frame import built, state
from framtid.embed.heights import recommended
from framtid.language import language
from framtid.places import places

SCRIPT = "/embed.js"
"""Sets the height of every frame of ours on the page it is put in; the address never changes."""


def iframe(asked: Asked, host: str = "") -> str:
    """Return a plain frame: right without any script, at every width.

    Args:
        asked: what it shows.
        host: where our own host was met, where ``FRAMTID_ADDRESS`` does not say.

    """
    view = built(asked)
    name = language(asked.language).label(places().get(asked.code))
    title = f"{name}: {state(view, asked.year).title}"
    told = {
        "src": (links.host() or host) + asked.address,
        "title": title,
        "width": "100%",
        "height": str(recommended(view)),
        "loading": "lazy",
        "style": "border:0",
    }
    attributes = " ".join(f'{name}="{escape(value)}"' for name, value in told.items())
    return f"<iframe {attributes}></iframe>"


def scripted(asked: Asked, host: str = "") -> str:
    """Return the same frame with our script; where scripts are taken out, the frame remains."""
    return f'{iframe(asked, host)}<script src="{links.host() or host}{SCRIPT}" async></script>'
