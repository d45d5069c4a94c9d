"""Views: one finding each, with figure, words, table and sources."""

from framtid.views.model import Column, Figure, Frame, Table, View

__all__ = ["Column", "Figure", "Frame", "Table", "View"]
