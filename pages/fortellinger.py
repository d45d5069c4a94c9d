"""Fortellinger: every story, for the place in the address."""

from framtid.language.current import reader_language
from framtid.site.fragments import show
from framtid.site.visitor import visited
from framtid.stories import listed

place = visited()
language = reader_language()
show("explore_head.html", text=language.entry("site.stories"))
show("stories.html", stories=listed(place.code if place else None, language), heading="")
