"""Views: one finding each, with figure, words, table and sources."""

from framtid.views.model import Column, Figure, Frame, Table, View
from framtid.views.registry import build_view, views

__all__ = ["Column", "Figure", "Frame", "Table", "View", "build_view", "views"]
