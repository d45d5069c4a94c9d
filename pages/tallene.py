"""Tallene: every table behind the app, to look at and to take along."""

from framtid.site.pages.figures import explorer

explorer()
