"""The front page: what this is, where you live, and three doors."""

from framtid.site.fragments import show
from framtid.site.front import municipality_map

show("front.html")
municipality_map()
show("doors.html")
