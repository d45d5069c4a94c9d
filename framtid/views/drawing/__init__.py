"""Drawing a view's figure as SVG on the server: for before any script, and for where none runs."""

from framtid.views.drawing.svg import draw

__all__ = ["draw"]
