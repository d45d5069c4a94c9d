"""Bygg inn: a figure for somebody else's page, to choose, look at and take along."""

from framtid.site.embedding_page import embedding

embedding()
