"""Bygg inn: a figure for somebody else's page, to choose, look at and take along."""

from framtid.site.pages.embedding import embedding

embedding()
