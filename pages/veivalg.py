"""Veivalg: the levers of a place, and what they do to it."""

from framtid import addresses
from framtid.site.fragments import show
from framtid.site.pages.choice import choose
from framtid.site.visitor import visited

place = visited()
if place is None:
    show("choose.html", page="choice", to=addresses.CHOICE)
else:
    choose(place)
