"""The templates of every room, with what all of them may say; what is put into them is escaped."""

from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from framtid import addresses
from framtid.web import assets
from framtid.web.current_language import LANGUAGE, edition_line, reader_language, say

FOLDERS = sorted(Path(__file__).parents[1].glob("*/templates"))
"""Each room keeps its own; names are unique."""


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Return the templates."""
    made = Environment(
        loader=FileSystemLoader(FOLDERS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {
        "say": say,
        "label": reader_language().label,
        "asset": assets.address,
        "font": assets.streamlit_font,
        "headline_fonts": assets.headline_fonts(),
        "language": LANGUAGE,
        "reader_styles": assets.READER_STYLES,
        "addresses": addresses,
        "edition_line": edition_line,
    }
    return made
